"""The session behind the chat, without a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from assistant.assistant import Assistant
from assistant.cli.commands import COMMANDS, ChatSession
from assistant.settings import Settings
from assistant.store import ConversationStore
from ingest.errors import InputError

EXPIRED = "server connected, subscription expired: does backup to disk run?"
DEPROVISIONED = "what if it is deprovisioned?"


@pytest.fixture
def assistant(tmp_path: Path) -> Iterator[Assistant]:
    settings = Settings(data_dir=tmp_path / "none")  # type: ignore[call-arg]  # every field has a default
    with Assistant(settings) as opened:
        yield opened


@pytest.fixture
def store() -> Iterator[ConversationStore]:
    opened = ConversationStore("sqlite://")
    yield opened
    opened.close()


def test_an_exchange_is_one_message_of_one_conversation(
    assistant: Assistant, store: ConversationStore
) -> None:
    session = ChatSession(assistant, store)
    answers = [session.ask(EXPIRED), session.ask(DEPROVISIONED)]

    (kept,) = store.conversations()
    assert kept.id == session.conversation.id
    assert [m.question for m in store.messages(kept.id)] == [EXPIRED, DEPROVISIONED]
    assert [m.answer["text"] for m in store.messages(kept.id)] == [answer.text for answer in answers]


def test_a_conversation_is_gone_on_with_by_the_beginning_of_its_id(
    assistant: Assistant, store: ConversationStore
) -> None:
    first = ChatSession(assistant, store)
    first.ask(EXPIRED)
    direct = first.ask(DEPROVISIONED)
    store.delete(first.conversation.id)

    again = ChatSession(assistant, store)
    again.ask(EXPIRED)
    resumed = ChatSession(assistant, store, again.conversation.id[:6])

    assert resumed.resumed == EXPIRED
    assert resumed.ask(DEPROVISIONED).text == direct.text


def test_a_beginning_that_fits_several_is_refused(assistant: Assistant, store: ConversationStore) -> None:
    for _ in range(17):  # of 17 ids in hexadecimal, two begin alike
        ChatSession(assistant, store).ask(EXPIRED)
    firsts = [row.id[0] for row in store.conversations(limit=100)]
    twice = next(first for first in firsts if firsts.count(first) > 1)

    with pytest.raises(InputError, match="Several"):
        ChatSession(assistant, store, twice)


def test_an_answer_that_cannot_be_kept_is_given_all_the_same(
    assistant: Assistant, store: ConversationStore, capsys: pytest.CaptureFixture[str]
) -> None:
    session = ChatSession(assistant, store)
    with store.database.writing() as database:
        database.execute(text("DROP TABLE messages"))

    assert session.ask(EXPIRED).status == "answered"
    assert "This answer is not kept." in capsys.readouterr().err
    with pytest.raises(InputError, match="no answer yet"):
        session.command("/feedback up")


def test_reset_begins_a_conversation_of_its_own(assistant: Assistant, store: ConversationStore) -> None:
    session = ChatSession(assistant, store)
    session.ask(EXPIRED)
    session.command("/reset")
    session.ask(EXPIRED)

    assert len(store.conversations()) == 2


def test_feedback_goes_to_the_last_answer_with_its_comment(
    assistant: Assistant, store: ConversationStore
) -> None:
    session = ChatSession(assistant, store)
    session.ask(EXPIRED)
    session.command("/feedback DOWN  the row is wrong")

    (kept,) = store.feedback()
    assert (kept.rating, kept.comment.strip()) == ("down", "the row is wrong")


@pytest.mark.parametrize("line", ["/quit", "/exit", "/q", "/QUIT"])
def test_quit_ends_the_session(assistant: Assistant, store: ConversationStore, line: str) -> None:
    assert ChatSession(assistant, store).command(line) is False


@pytest.mark.parametrize("line", ["/sources", "/export", "/feedback up", "/nosuch"])
def test_a_command_that_makes_no_sense_yet_says_why(
    assistant: Assistant, store: ConversationStore, line: str
) -> None:
    with pytest.raises(InputError):
        ChatSession(assistant, store).command(line)


def test_help_lists_every_command(
    assistant: Assistant, store: ConversationStore, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ChatSession(assistant, store).command("/help")
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == list(COMMANDS)
