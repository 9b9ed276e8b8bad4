"""A bar on a terminal, lines in a pipe, a spinner only when an answer takes long."""

from __future__ import annotations

import io
import re
import sys
import threading

import pytest

from assistant.cli import progress as module
from assistant.cli.progress import TerminalProgress


class Terminal(io.StringIO):
    """A standard error that says it is a terminal; tells when something was written."""

    encoding = "utf-8"

    def __init__(self) -> None:
        super().__init__()
        self.written = threading.Event()

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> int:
        if "Looking" in text:
            self.written.set()
        return super().write(text)


def on_terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Makes standard error a terminal from here on. In the test: pytest captures anew after its fixtures."""
    made = Terminal()
    monkeypatch.setattr(sys, "stderr", made)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "80")
    return made


def test_a_pipe_gets_a_line_for_each_stage(capsys: pytest.CaptureFixture[str]) -> None:
    with TerminalProgress() as progress, progress.busy():
        for done in range(3):
            progress("read", done, 2)
        progress("embed", 0, 5)

    assert capsys.readouterr().err == "Reading documents ...\nEncoding passages ...\n"


def test_a_terminal_gets_a_bar_that_is_taken_away(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = on_terminal(monkeypatch)
    with TerminalProgress() as progress:
        progress("read", 0, 0)
        progress("read", 3, 7)

    assert "Reading documents" in terminal.getvalue()
    assert terminal.getvalue().endswith("\x1b[2K")


def test_a_narrow_terminal_gets_a_bar_that_fits(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = on_terminal(monkeypatch)
    monkeypatch.setenv("COLUMNS", "40")
    with TerminalProgress() as progress:
        progress("model", 1, 7)

    lines = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", terminal.getvalue()).replace("\r", "\n").splitlines()
    assert max(map(len, lines)) <= 40


def test_a_quick_answer_shows_no_spinner(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = on_terminal(monkeypatch)
    with TerminalProgress() as progress, progress.busy():
        pass

    assert terminal.getvalue() == ""


def test_a_slow_answer_shows_a_spinner_and_takes_it_away(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = on_terminal(monkeypatch)
    monkeypatch.setattr(module, "SPINNER_AFTER_SECONDS", 0.001)
    progress = TerminalProgress()
    with progress.busy():
        assert terminal.written.wait(30)

    assert terminal.getvalue().endswith("\x1b[2K")


def test_the_spinner_is_taken_away_when_the_answer_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = on_terminal(monkeypatch)
    monkeypatch.setattr(module, "SPINNER_AFTER_SECONDS", 0.001)
    progress = TerminalProgress()

    def give_up() -> None:
        with progress.busy():
            assert terminal.written.wait(30)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        give_up()

    assert terminal.getvalue().endswith("\x1b[2K")


def test_a_dumb_terminal_gets_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = on_terminal(monkeypatch)
    monkeypatch.setenv("TERM", "dumb")
    with TerminalProgress() as progress, progress.busy():
        progress("store", 1, 2)

    assert terminal.getvalue() == "Storing vectors ...\n"
