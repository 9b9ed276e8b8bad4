"""Small numbers of Windows beside the words that they mean."""

from __future__ import annotations

import pytest

from assistant.codes.finding.windows_meanings import find_meant


def meant(text: str) -> list[str]:
    return [text[start:end] for start, end in find_meant(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("disk full (112)", ["112"]),
        ("The semaphore timeout period has expired. (121)", ["121"]),
        ("access denied, 5 and then path not found: 3", ["5", "3"]),
    ],
)
def test_a_number_beside_its_meaning_is_a_code(text: str, expected: list[str]) -> None:
    assert meant(text) == expected


@pytest.mark.parametrize(
    "text", ["disk full (5)", "disk full at 112 GB", "access denied 5 times", "file not found: 2 of 3", "112"]
)
def test_another_number_or_a_count_is_none(text: str) -> None:
    assert meant(text) == []
