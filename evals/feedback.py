"""Turns feedback or a stored conversation into draft cases for a reviewer to complete."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from assistant.store import ConversationStore, StoredMessage
from evals.cases import Case, case_to_dict, load_cases
from ingest.errors import InputError, StorageFault

_EXPECT = {"abstained": "abstain", "clarify": "clarify"}


def case_from_conversation(store: ConversationStore, conversation_id: str, upto: int = 0) -> Case:
    """A draft of the conversation's first `upto` messages (0: all). Raises InputError when it is unknown."""
    messages = store.messages(conversation_id)
    if not messages or upto > len(messages):
        raise InputError(f"The conversation {conversation_id} has {len(messages)} messages.")
    return _draft(
        messages[: upto or len(messages)], f"chat-{conversation_id[:8]}", "from a conversation", True
    )


def cases_from_feedback(store: ConversationStore) -> list[Case]:
    """A draft for each message with feedback, oldest first; a thumb up keeps the behaviour as expected."""
    places = {
        message.id: (row.id, number)
        for row in store.conversations(limit=100_000)
        for number, message in enumerate(store.messages(row.id), 1)
    }
    drafts: dict[str, Case] = {}
    for message_id, rating, comment in store.feedback():
        conversation, upto = places[message_id]
        messages = store.messages(conversation)[:upto]
        said = f"rated {rating}" + (f": {comment}" if comment else "")
        drafts[message_id] = _draft(messages, f"feedback-{message_id[:8]}", said, rating == "up")
    return list(drafts.values())


def _draft(messages: Sequence[StoredMessage], identifier: str, why: str, keep_behaviour: bool) -> Case:
    last = messages[-1].answer
    expect = _EXPECT.get(str(last.get("status")), "answer") if keep_behaviour else "any"
    sections = [str(one["section"]).rpartition(" > ")[2] for one in last.get("citations", ())]
    return Case(
        id=identifier,
        kind="feedback",
        turns=[message.question for message in messages],
        expect=expect,  # type: ignore[arg-type]  # pydantic holds it to the four words
        tags=["draft"],
        gold=list(dict.fromkeys(sections)) if keep_behaviour else [],
        why=why,
    )


def append_new(cases: Sequence[Case], path: Path) -> list[Case]:
    """Adds the cases that a file doesn't hold yet to its end and returns them. Raises StorageFault."""
    known = {case.id for case in load_cases(path)} if path.is_file() else set()
    new = [case for case in cases if case.id not in known]
    lines = "".join(json.dumps(case_to_dict(case), ensure_ascii=False) + "\n" for case in new)
    try:
        with path.open("a", encoding="utf-8", newline="\n") as file:
            file.write(lines)
    except OSError as error:
        raise StorageFault(f"The cases can't be written to {path}: {error}.") from error
    return new
