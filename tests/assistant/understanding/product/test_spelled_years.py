"""Versions spelled in words are read as their years; numbers in words stay what they are."""

from __future__ import annotations

import pytest

from assistant.understanding.product.spelled_years import with_years


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("the two thousand twelve", "the 2012"),
        ("a two thousand and eight", "a 2008"),
        ("twenty sixteen R2", "2016 R2"),
        ("Twenty Twenty-Two", "2022"),
        ("twenty five servers", "twenty five servers"),
        ("two thousand sixteen points", "two thousand sixteen points"),
        ("two thousand twelve GB", "two thousand twelve GB"),
        ("two thousand five hundred", "two thousand five hundred"),
    ],
)
def test_only_versions_are_put_in_digits(text: str, read: str) -> None:
    assert with_years(text) == read
