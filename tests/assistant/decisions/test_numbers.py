"""Numbers that are told in digits or words."""

from __future__ import annotations

import pytest

from assistant.decisions.numbers import whole_in


@pytest.mark.parametrize(
    ("text", "value"), [("12", 12), ("a dozen", 12), ("1.5", 0), ("half", 0), ("zero", 0), ("4,5,11", 0)]
)
def test_a_whole_number_is_read_and_nothing_else(text: str, value: int) -> None:
    assert whole_in(text) == value
