"""Completion, history and where lines come from."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document

from assistant.answer import Answer
from assistant.cli.commands import COMMANDS
from assistant.cli.prompt import completer, past_questions, piped_lines, product_words, typed_lines
from assistant.store import ConversationStore


@pytest.fixture
def store() -> ConversationStore:
    return ConversationStore("sqlite://")


def completed(text: str) -> list[str]:
    """The lines that Tab offers for `text`."""
    offers = completer(COMMANDS, product_words()).get_completions(Document(text), CompleteEvent())
    return [text[: len(text) + offer.start_position] + offer.text for offer in offers]


def test_a_slash_completes_commands_only() -> None:
    assert completed("/ex") == ["/export"]
    assert set(completed("/")) == set(COMMANDS)


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("is sql server 2014", []),
        ("is sql server 201", ["is SQL Server 2012 SP1", "is SQL Server 2014", "is SQL Server 2016"]),
        ("subscription is depr", ["subscription is Deprovisioned"]),
        ("what is the passph", ["what is the passphrase"]),
        ("notthepassph", []),
        ("", []),
    ],
)
def test_words_of_the_product_are_completed_where_a_word_begins(typed: str, offered: list[str]) -> None:
    assert completed(typed) == offered


def test_product_words_come_from_the_tables() -> None:
    words = product_words()

    assert {"SharePoint 2013", "Windows Server 2012 R2", "Expired"} <= set(words)
    assert len(words) == len(set(words))


def test_history_is_what_the_store_holds_oldest_first(store: ConversationStore) -> None:
    for question in ("first", "second", "password: Sw0rdf1sh!x9"):
        store.begin(question, Answer(question, "x", "answered").to_dict(), {})

    history = past_questions(store).get_strings()

    assert history[:2] == ["first", "second"]
    assert "Sw0rdf1sh" not in history[2]


def test_lines_of_a_pipe_end_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("a\nb"))
    assert list(piped_lines()) == ["a\n", "b"]

    monkeypatch.setattr(sys, "stdin", None)
    assert list(piped_lines()) == []


def test_a_dumb_terminal_is_read_without_a_line_editor(
    monkeypatch: pytest.MonkeyPatch, store: ConversationStore, capsys: pytest.CaptureFixture[str]
) -> None:
    typed: Iterator[str | BaseException] = iter(["one", KeyboardInterrupt(), "two", EOFError()])

    def read(_prompt: str) -> str:
        line = next(typed)
        if isinstance(line, BaseException):
            raise line
        return line

    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setattr("builtins.input", read)

    assert list(typed_lines(COMMANDS, store)) == ["one", "two"]
    assert "/quit leaves" in capsys.readouterr().out


def test_everything_is_private_about_the_store_file(tmp_path: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("there are no such modes there")
    database = tmp_path / "data" / "conversations.db"
    ConversationStore(f"sqlite:///{database.as_posix()}").close()

    assert database.stat().st_mode & 0o077 == 0
