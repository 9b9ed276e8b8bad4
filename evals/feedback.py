"""Turns feedback or a stored conversation into draft cases for a reviewer to complete."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from assistant.masking import mask_personal
from assistant.store import ConversationStore, StoredFeedback
from evals.cases import Case, case_line, load_cases
from ingest.errors import InputError, StorageFault, reason_of

_EXPECT = {"abstained": "abstain", "clarify": "clarify"}
DRAFT = "draft"
"""Tag of a case that a reviewer has still to complete."""


def case_from_conversation(store: ConversationStore, conversation_id: str, upto: int = 0) -> Case:
    """A draft of the conversation's first `upto` messages (0: all), e-mail and IP addresses masked.

    Raises InputError when the conversation is unknown or shorter.
    """
    messages = store.messages(conversation_id)
    if not messages or upto > len(messages):
        raise InputError(f"The conversation {conversation_id} has {len(messages)} messages.")
    told = messages[: upto or len(messages)]
    return Case(
        id=f"chat-{conversation_id[:8]}",
        kind="feedback",
        turns=[mask_personal(message.question) for message in told],
        tags=[DRAFT],
        why="from a conversation",
        **_kept(told[-1].answer),
    )


def cases_from_feedback(feedback: Iterable[StoredFeedback]) -> list[Case]:
    """A draft for each message that was judged, e-mail and IP addresses masked.

    Of several judgements the last counts. What was good is to stay: its behaviour and sources are expected.
    """
    return list({one.message_id: _judged(one) for one in feedback}.values())


def _judged(feedback: StoredFeedback) -> Case:
    good = feedback.rating == "up"
    right = feedback.correction or (str(feedback.answer.get("text", "")) if good else "")
    said = " ".join(f"rated {feedback.rating}: {feedback.comment}".split()).removesuffix(":")
    return Case(
        id=f"feedback-{feedback.message_id}",
        kind="feedback",
        turns=[mask_personal(turn) for turn in feedback.turns],
        tags=[DRAFT, feedback.rating],
        why=mask_personal(said),
        model_answer=mask_personal(right),
        **(_kept(feedback.answer) if good else {"expect": "any"}),
    )


def _kept(answer: Mapping[str, Any]) -> dict[str, Any]:
    """The behaviour and the sections of an answer as what is expected."""
    sections = [str(citation["section"]).rpartition(" > ")[2] for citation in answer.get("citations", ())]
    expect = _EXPECT.get(str(answer.get("status")), "answer")
    return {"expect": expect, "gold": list(dict.fromkeys(sections))}


def append_new(cases: Sequence[Case], path: Path) -> list[Case]:
    """Adds the cases that a file doesn't hold yet to its end and returns them. Raises StorageFault."""
    known = {case.id for case in load_cases(path)} if path.is_file() else set()
    new = [case for case in cases if case.id not in known]
    try:
        with path.open("a", encoding="utf-8", newline="\n") as file:
            file.writelines(map(case_line, new))
    except OSError as error:
        raise StorageFault(f"The cases can't be written to {path}: {reason_of(error)}.") from error
    return new
