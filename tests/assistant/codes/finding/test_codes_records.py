"""The keys and values of records."""

from __future__ import annotations

import pytest

from assistant.codes.finding.records import figures_of_records, find_recorded


def figures(text: str) -> set[str]:
    return {text[start:end] for start, end in figures_of_records(text)}


def codes(text: str) -> set[str]:
    return {text[start:end] for start, end, _ in find_recorded(text)}


@pytest.mark.parametrize(
    "text",
    [
        '{"ErrorCode": 3106, "SizeMB": 30111, "JobId": 52}',
        "error_code=3106 size_mb=30111 job_id=52",
        "Error code : 3106\nSize MB    : 30111\nJob id     : 52",
        "Error code: 3106, Size MB: 30111, Job id: 52",
    ],
)
def test_beside_the_key_of_a_code_other_keys_have_none(text: str) -> None:
    assert codes(text) == {"3106"}
    assert figures(text) == {"30111", "52"}


def test_keys_are_read_in_other_languages() -> None:
    assert codes("Kod błędu: 52, Pokój: 310") == {"52"}
    assert codes("Fehlercode=52 Raum=310") == {"52"}


def test_what_gives_codes_is_left_to_be_weighed() -> None:
    assert figures("error=3106 vss=8193 port=443") == {"443"}


def test_a_record_without_the_key_of_a_code_tells_nothing() -> None:
    assert figures('{"SizeMB": 30111, "JobId": 52}') == set()
    assert figures("Error code: 3106") == set()


def test_pairs_of_different_lines_are_different_records() -> None:
    assert figures("code=3106 retries=52\nsize=310 files=43") == {"52"}
