"""The chat as a person sees it: a real terminal, typed into and looked at through tmux."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import time
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

SECONDS = 60
SQL = "is SQL Server 2019 protected?"
EXPIRED = "server connected, subscription expired: does backup to disk run?"


class Screen:
    """A terminal of a given width in which a command runs."""

    def __init__(self, columns: int, command: list[str], environment: dict[str, str], folder: Path) -> None:
        self._socket = f"mabs-{uuid.uuid4().hex[:8]}"
        settings = [
            f"{name}={value}" for name, value in environment.items() if name.startswith(("MABS_", "PYTHON"))
        ]
        self._tmux(
            "-f",
            os.devnull,
            "new-session",
            "-d",
            "-x",
            str(columns),
            "-y",
            "50",
            "-c",
            str(folder),
            "env",
            *settings,
            "TERM=" + environment.get("TERM", "screen-256color"),
            "NO_COLOR=",
            *command,
        )
        self._tmux("set-option", "-g", "remain-on-exit", "on")

    def type(self, text: str, *keys: str) -> None:
        """Types text as it is, then keys by tmux's names."""
        if text:
            self._tmux("send-keys", "-l", text)
        if keys:
            self._tmux("send-keys", *keys)

    def text(self, escapes: bool = False) -> str:
        """What has been shown so far, scrolled lines included."""
        return self._tmux("capture-pane", "-p", "-S", "-500", *(["-e"] if escapes else []))

    def shows(self, pattern: str) -> str:
        """Waits until the screen shows `pattern` and gives the screen's text."""
        return self._wait(lambda shown: bool(re.search(pattern, shown, re.MULTILINE)), pattern)

    def is_over(self) -> str:
        """Waits until the command has ended and gives the screen's text."""
        return self._wait(lambda _: self._tmux("list-panes", "-F", "#{pane_dead}").strip() == "1", "its end")

    def close(self) -> None:
        """Ends the terminal and what runs in it."""
        self._tmux("kill-server")

    def _wait(self, seen: Callable[[str], bool], wanted: str) -> str:
        end = time.monotonic() + SECONDS
        while time.monotonic() < end:
            shown = self.text()
            if seen(shown):
                return shown
            time.sleep(0.1)
        raise AssertionError(f"{wanted!r} was not shown:\n{self.text()}")

    def _tmux(self, *arguments: str) -> str:
        done = subprocess.run(
            ["tmux", "-L", self._socket, *arguments], capture_output=True, encoding="utf-8", check=True
        )
        return done.stdout


Open = Callable[..., Screen]


@pytest.fixture
def chat(mabs_program: str, environment: dict[str, str], tmp_path: Path) -> Iterator[Open]:
    """Opens the chat in a terminal."""
    if not shutil.which("tmux"):
        needed = "A terminal to look at is needed: install the package `tmux`."
        if os.environ.get("MABS_REQUIRE_TOOLS"):
            pytest.fail(needed)
        pytest.skip(needed)
    opened: list[Screen] = []

    def start(columns: int = 80, **more: str) -> Screen:
        screen = Screen(columns, [mabs_program, "chat"], {**environment, **more}, tmp_path)
        opened.append(screen)
        screen.shows(r"^> ?$")
        return screen

    yield start
    for screen in opened:
        screen.close()


def test_an_answer_has_a_bold_verdict_and_literal_references(chat: Open) -> None:
    screen = chat()
    screen.type(SQL, "Enter")
    shown = screen.shows(r"^\[1\] .*\n(.*\n)*> ?$")

    assert "is not in the guide's protection matrix" in shown
    assert "[1]" in shown.partition("\n[1] ")[0]
    assert "*" not in shown
    assert re.search(r"\x1b\[1m *SQL Server 2019", screen.text(escapes=True))


@pytest.mark.parametrize("columns", [40, 80])
def test_lines_break_between_words(chat: Open, columns: int) -> None:
    screen = chat(columns)
    screen.type(EXPIRED, "Enter")
    screen.shows(r"^\[1\] (.*\n)*> ?$")
    screen.type("/help", "Enter")
    shown = screen.shows(r"^/quit (.*\n)*> ?$")

    assert "Looking" not in shown
    for line in shown.splitlines():
        assert len(line) <= columns
    assert re.search(r"^ {4}\S", shown, re.MULTILINE), "source lines hang below their number"


def test_a_list_is_a_list_and_what_follows_it_is_not(chat: Open) -> None:
    screen = chat()
    screen.type("our stack has been cut off for a month, can I still back up?", "Enter")
    shown = screen.shows(r"^\[1\] (.*\n)*> ?$")

    items = [line for line in shown.splitlines() if line.startswith(" • ")]
    assert len(items) == 3


def test_tab_completes_commands_and_words_of_the_product(chat: Open) -> None:
    screen = chat()
    screen.type("/exp", "Tab")
    screen.shows(r"^> /export ?$")
    screen.type("", "C-u")
    screen.type("what is a passph", "Tab")

    screen.shows(r"^> what is a passphrase ?$")


def test_arrow_up_brings_back_what_was_asked(chat: Open) -> None:
    screen = chat()
    screen.type(SQL, "Enter")
    screen.shows(r"^\[1\] (.*\n)*> ?$")
    screen.type("", "Up")

    screen.shows(rf"\[1\] (.*\n)*> {re.escape(SQL)}$")


def test_ctrl_c_drops_the_line_and_keeps_the_session(chat: Open) -> None:
    screen = chat()
    screen.type("half a quest", "C-c")
    screen.shows("/quit leaves")
    screen.type(SQL, "Enter")

    screen.shows(r"^\[1\] ")


def test_ctrl_c_cancels_the_answer_and_keeps_the_session(chat: Open) -> None:
    screen = chat()
    screen.type("why does the extraction need free space on the disk?", "Enter")
    time.sleep(0.2)
    screen.type("", "C-c")
    screen.shows(r"\(cancelled\)|^\[1\] ")
    screen.type(EXPIRED, "Enter")

    screen.shows("is stopped")


def test_ctrl_d_leaves(chat: Open) -> None:
    screen = chat()
    screen.type("", "C-d")

    assert "Traceback" not in screen.is_over()


def test_a_command_that_fails_is_told_and_the_session_goes_on(chat: Open) -> None:
    screen = chat()
    screen.type("/nosuch", "Enter")
    screen.shows("There is no command /nosuch")
    screen.type("/quit", "Enter")

    screen.is_over()


def test_a_dumb_terminal_gets_no_escape_codes(chat: Open) -> None:
    screen = chat(TERM="dumb")
    screen.type(SQL, "Enter")
    screen.shows(r"^\[1\] (.*\n)*> ?$")

    assert "\x1b" not in screen.text(escapes=True)
