"""Numbers with 0x or a minus sign are codes by their look, unless they are addresses or flags."""

from __future__ import annotations

import pytest

from assistant.codes.code_extraction import find_codes


def sure(text: str) -> list[str]:
    """The codes of `text`, candidates left out."""
    return [code.value for code in find_codes(text) if not code.candidate]


@pytest.mark.parametrize("text", ["anyone seen 0x80D3C00F today?", "google has nothing on 0x80D3C00F"])
def test_a_result_of_an_unheard_of_facility_is_read_where_it_is_told(text: str) -> None:
    assert sure(text) == ["0x80D3C00F"]


@pytest.mark.parametrize("text", ["pointer at 0x80D3C00F", "CreateFile(C:\\x, 0x80000000, 3)"])
def test_an_address_or_a_flag_that_looks_like_a_result_is_none(text: str) -> None:
    assert sure(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "eseutil gives -1206 on the mailbox store",
        "-1206 from eseutil",
        "(-1206, JET_errDatabaseCorrupted)",
        "JET_errDatabaseCorrupted (-1206)",
    ],
)
def test_an_error_of_the_database_engine_keeps_its_sign(text: str) -> None:
    assert sure(text) == ["0xFFFFFB4A"]
    assert sure("edb-1206.log is 5 MB") == []
