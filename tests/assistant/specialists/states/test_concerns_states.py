"""Several questions on one state are one case; questions on different states are not."""

from __future__ import annotations

from assistant.specialists.states.concerns_states import is_one_case
from assistant.understanding.read import read_question


def test_one_case_with_two_questions_is_answered_once() -> None:
    text = "I'd like to back up to disk and also to restore from Azure. Is each one allowed?"
    whole = read_question(f"We are online and the sub is expired. {text}")
    parts = [read_question(part) for part in ("We are online. the sub is expired.", text)]
    assert is_one_case(whole, parts)
    apart = [read_question("sub is active"), read_question("the sub is expired, can we restore")]
    assert not is_one_case(whole, apart)
