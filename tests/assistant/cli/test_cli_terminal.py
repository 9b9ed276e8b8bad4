"""Folding text to the terminal, and telling terminals from pipes."""

from __future__ import annotations

import io
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.cli.terminal import NARROWEST, folded, interactive, is_dumb, width


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_pipe_gets_long_lines(capsys: pytest.CaptureFixture[str]) -> None:
    assert width() is None
    assert folded("word " * 100, "[1] ") == "[1] " + "word " * 100


@given(st.text(st.characters(codec="ascii", categories=["L", "N", "Zs"]), max_size=300), st.integers(20, 90))
def test_folding_keeps_every_word_and_the_width(text: str, columns: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdout", Terminal())
        patch.setenv("COLUMNS", str(columns))
        lines = folded(text, "[1] ").split("\n")
        limit = width()

    assert limit is not None
    assert all(len(line) <= limit for line in lines)
    assert "".join(" ".join(lines).split()) == "".join(f"[1] {text}".split())
    assert all(line.startswith("    ") for line in lines[1:])


def test_a_tiny_terminal_is_taken_as_narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", Terminal())
    monkeypatch.setenv("COLUMNS", "3")

    assert width() == NARROWEST


@pytest.mark.parametrize(("name", "dumb"), [("dumb", True), ("DUMB", True), ("xterm", False), ("", False)])
def test_a_dumb_terminal_says_so(monkeypatch: pytest.MonkeyPatch, name: str, dumb: bool) -> None:
    monkeypatch.setenv("TERM", name)

    assert is_dumb() is dumb


def test_a_conversation_needs_a_terminal_at_both_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr(sys, "stdout", Terminal())
    assert interactive()

    monkeypatch.setattr(sys, "stdout", io.StringIO())
    assert not interactive()

    monkeypatch.setattr(sys, "stdin", None)
    assert not interactive()
