"""Asking with history: reads the conversation, asks, and keeps the exchange before anybody is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer import Answer
from assistant.api.access import Caller
from assistant.api.schemas import History
from assistant.api.services import Services
from assistant.conversation import Conversation
from assistant.store import HistoryMoved
from ingest.errors import StorageFault

TURNS = 20
"""So many earlier turns are read; the facts of the last one carry what was told before."""

TRIES = 3
NO_HISTORY = "The conversation store is down: earlier turns were not known, and this one is not kept."


@dataclass(frozen=True, slots=True)
class Asked:
    """An answer and what became of it."""

    answer: Answer
    conversation_id: str | None
    message_id: str | None
    history: History
    notices: tuple[str, ...]


def ask(
    services: Services,
    caller: Caller,
    question: str,
    conversation_id: str | None = None,
    collections: Sequence[str] | None = None,
) -> Asked:
    """The answer to a question, kept when conversations are. For a thread of the pool.

    NotFound for a conversation that isn't there; what `Engine.ask` raises.
    """
    if not services.settings.store_text:
        answer, notice = _answer(services, question, Conversation(), collections)
        return Asked(answer, None, None, "off", _notices(notice))
    for attempt in range(TRIES):
        try:
            return _kept(services, caller, question, conversation_id, collections, attempt == TRIES - 1)
        except HistoryMoved:  # somebody else was quicker: the answer may depend on what they said
            continue
    raise HistoryMoved("The conversation is being changed by others.", "Send the question again.")


def replay(services: Services, questions: Sequence[str]) -> Asked:
    """The answer to the last question of a conversation that the client keeps itself: nothing is stored."""
    conversation = Conversation()
    answer, notice = _answer(services, questions[0], conversation, None)
    for question in questions[1:]:
        answer, notice = _answer(services, question, conversation, None)
    return Asked(answer, None, None, "off", _notices(notice))


def _kept(
    services: Services,
    caller: Caller,
    question: str,
    conversation_id: str | None,
    collections: Sequence[str] | None,
    last_try: bool,
) -> Asked:
    try:
        conversation, known = _history(services, caller, conversation_id)
    except StorageFault:
        answer, notice = _answer(services, question, Conversation(), collections)
        return Asked(answer, conversation_id, None, "unavailable", _notices(notice, NO_HISTORY))
    answer, notice = _answer(services, question, conversation, collections)
    data, facts = answer.to_dict(), dict(conversation.facts)
    try:
        if conversation_id is None:
            conversation_id, message_id = services.gate.use(
                lambda stores: stores.conversations.begin(question, data, facts, caller.key)
            )
        else:
            kept = conversation_id
            message_id = services.gate.use(
                lambda stores: stores.conversations.append(
                    kept, question, data, facts, owner=caller.owner, after=None if last_try else known
                )
            )
    except StorageFault:
        return Asked(answer, conversation_id, None, "unavailable", _notices(notice, NO_HISTORY))
    return Asked(answer, conversation_id, message_id, "kept", _notices(notice))


def _history(services: Services, caller: Caller, conversation_id: str | None) -> tuple[Conversation, int]:
    """The latest turns, and how many messages there are in all."""
    if conversation_id is None:
        return Conversation(), 0
    messages, total = services.gate.use(
        lambda stores: stores.conversations.latest(conversation_id, TURNS, caller.owner)
    )
    return Conversation([message.turn for message in messages], conversation_id), total


def _answer(
    services: Services, question: str, conversation: Conversation, collections: Sequence[str] | None
) -> tuple[Answer, str]:
    answer, notice = services.engine.ask(question, conversation, collections)
    services.metrics.answered(answer)
    return answer, notice


def _notices(*notices: str) -> tuple[str, ...]:
    return tuple(notice for notice in notices if notice)
