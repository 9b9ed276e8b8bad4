"""Whether an answer answered, asked back or abstained as it should have."""

from __future__ import annotations

from assistant.answer import Answer
from evals.cases import Case


def behaviour_of(answer: Answer) -> str:
    """What an answer did: `answer` (fully or in part), `clarify` or `abstain`."""
    return {"abstained": "abstain", "clarify": "clarify"}.get(answer.status, "answer")


def behaved(case: Case, answer: Answer) -> bool:
    """Whether the behaviour is the expected one.

    `answer` excludes abstaining only: an answer may end by asking for more. An answer that is `partial`
    because something is missing, and says what, has asked back.
    """
    told = behaviour_of(answer)
    if case.expect == "any":
        return True
    if case.expect == "answer":
        return told != "abstain"
    if case.expect == "clarify":
        return told == "clarify" or bool(answer.missing)
    return told == "abstain"
