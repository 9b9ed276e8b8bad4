"""Several questions on one state are one case; questions on different states are not."""

from __future__ import annotations

import pytest

from assistant.specialists.states.concerns_states import is_concerned, is_one_case
from assistant.understanding.read import read_question


def test_one_case_with_two_questions_is_answered_once() -> None:
    text = "I'd like to back up to disk and also to restore from Azure. Is each one allowed?"
    whole = read_question(f"We are online and the sub is expired. {text}")
    parts = [read_question(part) for part in ("We are online. the sub is expired.", text)]
    assert is_one_case(whole, parts)
    apart = [read_question("sub is active"), read_question("the sub is expired, can we restore")]
    assert not is_one_case(whole, apart)


@pytest.mark.parametrize(
    ("text", "concerned"),
    [
        ("are we able to get some pictures back from the vault", True),
        ("may somebody restore our folders from disk?", True),
        ("can we restore individual files from the vault", False),
        ("can the vault be filled with our pictures", False),
    ],
)
def test_what_is_restored_makes_no_difference_to_the_table(text: str, concerned: bool) -> None:
    assert is_concerned(read_question(text)) is concerned
