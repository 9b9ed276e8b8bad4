"""Conversations, their messages, and the feedback on them."""

from __future__ import annotations

import json
import uuid
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Literal

from sqlalchemy import Connection, Select, delete, func, insert, select, update
from sqlalchemy.orm import Session

from assistant.conversation import Turn
from assistant.masking import mask_secrets, masked_data
from assistant.serialize import answer_from_dict
from assistant.store.database import Database
from assistant.store.faults import HistoryMoved, NotFound
from assistant.store.models import ConversationRow, FeedbackRow, MessageRow

Rating = Literal["up", "down"]
TITLE_LENGTH = 80


@dataclass(frozen=True, slots=True)
class StoredMessage:
    """A message as read back: `answer` is `Answer.to_dict()`, `facts` what the next turn may carry over."""

    id: str
    question: str
    answer: dict[str, Any]
    facts: dict[str, Any]
    created: datetime

    @property
    def turn(self) -> Turn:
        """The message as a turn of a conversation that goes on."""
        return Turn(self.question, answer_from_dict(self.answer), self.facts)


@dataclass(frozen=True, slots=True)
class StoredConversation:
    """A conversation's head line. `owner` is the id of the API key that started it, or empty."""

    id: str
    title: str
    updated: datetime
    messages: int
    created: datetime
    owner: str = ""


@dataclass(frozen=True, slots=True)
class StoredFeedback:
    """A thumb with the conversation it belongs to: the questions up to the judged one, and that answer."""

    id: str
    message_id: str
    rating: Rating
    comment: str
    correction: str
    created: datetime
    turns: tuple[str, ...]
    answer: dict[str, Any]


class ConversationStore:
    """Conversations, messages and feedback in a database; every call is one transaction.

    `owner` limits a call to the conversations of one API key; None sees all of them.
    """

    def __init__(self, database: str | Database) -> None:
        """Opens the store at an SQLAlchemy URL, or uses an open database. Raises StorageFault."""
        self.database = Database(database) if isinstance(database, str) else database

    def close(self) -> None:
        """Gives the connections back."""
        self.database.close()

    def create(self, owner: str = "", title: str = "") -> str:
        """Starts a conversation and returns its id."""
        conversation = _new(owner, title)
        with self.database.transaction() as connection:
            connection.execute(insert(ConversationRow), conversation)
        return str(conversation["id"])

    def append(
        self,
        conversation_id: str,
        question: str,
        answer: dict[str, Any],
        facts: dict[str, Any],
        *,
        owner: str | None = None,
        after: int | None = None,
    ) -> str:
        """Adds a message with its secrets masked and returns its id.

        `after` is the number of messages that the answer knew of: HistoryMoved when there are others now.
        """
        message = _message(question, answer, facts)
        with self.database.transaction() as connection:
            title, position = _locked(connection, conversation_id, owner)
            if after is not None and position != after:
                raise HistoryMoved("Another message was added to the conversation in the meantime.")
            connection.execute(
                insert(MessageRow), {**message, "conversation_id": conversation_id, "position": position}
            )
            told = {"title": title or _title(message["question"]), "updated": message["created"]}
            connection.execute(
                update(ConversationRow).where(ConversationRow.id == conversation_id).values(told)
            )
        return str(message["id"])

    def begin(
        self, question: str, answer: dict[str, Any], facts: dict[str, Any], owner: str = ""
    ) -> tuple[str, str]:
        """Starts a conversation with its first message; returns the ids of both."""
        message = _message(question, answer, facts)
        conversation = _new(owner, message["question"])
        with self.database.transaction() as connection:
            connection.execute(insert(ConversationRow), conversation)
            place = {"conversation_id": conversation["id"], "position": 0}
            connection.execute(insert(MessageRow), {**message, **place})
        return str(conversation["id"]), str(message["id"])

    def messages(self, conversation_id: str, owner: str | None = None) -> list[StoredMessage]:
        """A conversation's messages in order. NotFound when there is no such conversation."""
        with self.database.reading() as session:
            _find(session, conversation_id, owner)
            return _messages(session, conversation_id)

    def latest(
        self, conversation_id: str, limit: int, owner: str | None = None
    ) -> tuple[list[StoredMessage], int]:
        """A conversation's last messages in order, and how many there are in all. NotFound."""
        with self.database.reading() as session:
            _find(session, conversation_id, owner)
            found = _messages(session, conversation_id, limit)
            return found, _count(session, conversation_id)

    def conversations(
        self, limit: int = 20, owner: str | None = None, offset: int = 0, empty: bool = False
    ) -> list[StoredConversation]:
        """The latest conversations, newest first; those without a message only with `empty`."""
        count = func.count(MessageRow.id)
        query = (
            select(ConversationRow, count)
            .join(MessageRow, MessageRow.conversation_id == ConversationRow.id, isouter=empty)
            .group_by(ConversationRow.id)
            .order_by(ConversationRow.updated.desc(), ConversationRow.id)
            .limit(limit)
            .offset(offset)
        )
        if owner is not None:
            query = query.where(ConversationRow.owner == owner)
        with self.database.reading() as session:
            return [_head(row, messages) for row, messages in session.execute(query)]

    def conversation(self, conversation_id: str, owner: str | None = None) -> StoredConversation:
        """One conversation's head line. NotFound when there is none of that id."""
        with self.database.reading() as session:
            found = _find(session, conversation_id, owner)
            return _head(found, _count(session, conversation_id))

    def rename(self, conversation_id: str, title: str, owner: str | None = None) -> None:
        """Gives a conversation another title, secrets masked."""
        with self.database.writing() as session:
            _find(session, conversation_id, owner).title = _title(title)

    def delete(self, conversation_id: str, owner: str | None = None) -> None:
        """Forgets a conversation with all its messages and feedback."""
        with self.database.writing() as session:
            session.delete(_find(session, conversation_id, owner))

    def purge(self, older_than: timedelta) -> int:
        """Forgets the conversations that nobody has added to for so long; returns how many."""
        limit = datetime.now(UTC) - older_than
        with self.database.writing() as session:
            old = delete(ConversationRow).where(ConversationRow.updated < limit)
            return len(session.scalars(old.returning(ConversationRow.id)).all())

    def add_feedback(
        self,
        message_id: str,
        rating: Rating,
        comment: str = "",
        correction: str = "",
        owner: str | None = None,
    ) -> str:
        """Keeps a thumb up or down for a message, secrets masked, and returns the feedback's id."""
        row = FeedbackRow(
            id=uuid.uuid4().hex,
            message_id=message_id,
            rating=rating,
            comment=mask_secrets(comment),
            correction=mask_secrets(correction),
            created=datetime.now(UTC),
        )
        with self.database.writing() as session:
            message = session.get(MessageRow, message_id)
            if message is None:
                raise NotFound(f"There is no message {message_id}.")
            _find(session, message.conversation_id, owner)
            session.add(row)
            return row.id

    def feedback(self) -> list[StoredFeedback]:
        """All feedback, oldest first, each with the questions that led to the judged answer."""
        query = select(FeedbackRow, MessageRow).join(MessageRow, MessageRow.id == FeedbackRow.message_id)
        with self.database.reading() as session:
            found = session.execute(query.order_by(FeedbackRow.created, FeedbackRow.id))
            return [_with_turns(session, row, message) for row, message in found]


def _new(owner: str, title: str) -> dict[str, Any]:
    now = datetime.now(UTC)
    return {"id": uuid.uuid4().hex, "title": _title(title), "created": now, "updated": now, "owner": owner}


def _message(question: str, answer: dict[str, Any], facts: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": uuid.uuid4().hex,
        "question": mask_secrets(question),
        "answer": json.dumps(masked_data(answer), ensure_ascii=False),
        "facts": json.dumps(masked_data(facts), ensure_ascii=False),
        "created": datetime.now(UTC),
    }


def _locked(connection: Connection, conversation_id: str, owner: str | None) -> tuple[str, int]:
    """A conversation's title and number of messages; other writers are kept off until the commit."""
    query = select(ConversationRow.title, ConversationRow.owner).where(ConversationRow.id == conversation_id)
    row = connection.execute(query.with_for_update()).one_or_none()
    if row is None or (owner is not None and row.owner != owner):
        raise _unknown(conversation_id)
    return row.title, connection.execute(_message_count(conversation_id)).scalar_one()


def _messages(session: Session, conversation_id: str, limit: int | None = None) -> list[StoredMessage]:
    query = select(MessageRow).where(MessageRow.conversation_id == conversation_id)
    rows = session.scalars(query.order_by(MessageRow.position.desc()).limit(limit))
    return [_stored(row) for row in rows][::-1]


def _count(session: Session, conversation_id: str) -> int:
    return session.scalar(_message_count(conversation_id)) or 0


def _message_count(conversation_id: str) -> Select[int]:
    return select(func.count()).select_from(MessageRow).where(MessageRow.conversation_id == conversation_id)


def _find(session: Session, conversation_id: str, owner: str | None) -> ConversationRow:
    """The row; somebody else's is as good as none."""
    row = session.get(ConversationRow, conversation_id)
    if row is None or (owner is not None and row.owner != owner):
        raise _unknown(conversation_id)
    return row


def _unknown(conversation_id: str) -> NotFound:
    return NotFound(f"There is no conversation {conversation_id}.")


def _stored(row: MessageRow) -> StoredMessage:
    return StoredMessage(row.id, row.question, json.loads(row.answer), json.loads(row.facts), row.created)


def _head(row: ConversationRow, messages: int) -> StoredConversation:
    return StoredConversation(row.id, row.title, row.updated, messages, row.created, row.owner)


def _with_turns(session: Session, row: FeedbackRow, message: MessageRow) -> StoredFeedback:
    turns = session.scalars(
        select(MessageRow.question)
        .where(MessageRow.conversation_id == message.conversation_id)
        .where(MessageRow.position <= message.position)
        .order_by(MessageRow.position)
    )
    return StoredFeedback(
        id=row.id,
        message_id=row.message_id,
        rating="up" if row.rating == "up" else "down",
        comment=row.comment,
        correction=row.correction,
        created=row.created,
        turns=tuple(turns),
        answer=json.loads(message.answer),
    )


def _title(text: str) -> str:
    return " ".join(mask_secrets(text).split())[:TITLE_LENGTH]
