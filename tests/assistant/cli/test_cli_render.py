"""How an answer looks: the text stays what it is, on a terminal and in a pipe."""

from __future__ import annotations

import io
import re
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answer import Answer, Citation, Passage
from assistant.cli.render import plain, show, show_passages, show_trace, spaced

CITATION = Citation(1, "Guide", "Part > Section", "2019-01-31", "guide.md", "words")
_ESCAPES = re.compile(r"\x1b\[[0-9;]*m")


class Terminal(io.StringIO):
    """A standard output that says it is a terminal."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


def answer(text: str, *citations: Citation) -> Answer:
    return Answer("?", text, "answered", citations=citations)


def on_terminal(monkeypatch: pytest.MonkeyPatch, shown: Answer, columns: int = 80, **more: str) -> str:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stdout", terminal)
    settings = {"COLUMNS": str(columns), "TERM": "xterm-256color"} | more
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    show(shown)
    return terminal.getvalue()


def test_plain_text_has_no_marks_of_emphasis_but_keeps_stars_that_mean_something() -> None:
    text = "**No.** *Note (2023):* allow *.windows.net and *.Microsoft.com [1]."

    assert plain(answer(text)) == "No. Note (2023): allow *.windows.net and *.Microsoft.com [1]."


def test_sources_stand_below_the_text() -> None:
    assert plain(answer("Yes [1].", CITATION)) == "Yes [1].\n\n[1] Guide > Part > Section (2019-01-31)"


@pytest.mark.parametrize(
    "text",
    [
        "It is so [1][2].",
        "Run `Get-Item <path>` [1].",
        "Set <passphrase> with -Name <name> [1].",
        "See https://aka.ms/x_y_z [1].",
        "An array a[0] and a task [ ] [1].",
    ],
)
def test_a_terminal_shows_every_character(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    shown = _ESCAPES.sub("", on_terminal(monkeypatch, answer(text)))

    assert shown.strip() == text.replace("`", "")


def test_a_link_shows_its_address(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "https://aka.ms/x" in on_terminal(monkeypatch, answer("See [the page](https://aka.ms/x)."))


def test_a_note_after_steps_is_a_paragraph_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = _ESCAPES.sub("", on_terminal(monkeypatch, answer("Do this:\n1. One.\n2. Two.\n*Note:* old.")))

    assert [line.strip() for line in shown.splitlines() if line.strip()] == [
        "Do this:",
        "1 One.",
        "2 Two.",
        "Note: old.",
    ]


@pytest.mark.parametrize("columns", [40, 80, 200])
def test_lines_fit_the_terminal(monkeypatch: pytest.MonkeyPatch, columns: int) -> None:
    text = "**A verdict of some length.** " + "and the reasons for it [1], " * 12
    shown = on_terminal(monkeypatch, answer(text, CITATION), columns)

    assert max(len(_ESCAPES.sub("", line)) for line in shown.splitlines()) <= columns


def test_a_dumb_terminal_gets_no_escape_codes(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b" not in on_terminal(monkeypatch, answer("**No.** [1]", CITATION), TERM="dumb")


def test_no_color_means_no_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = on_terminal(monkeypatch, answer("**No.** `code` [1]", CITATION), NO_COLOR="1")

    assert not re.search(r"\x1b\[[0-9;]*(3[0-7]|4[0-7]|9[0-7]|[34]8;)", shown)


def test_a_table_stays_a_table() -> None:
    table = "Restores:\n\n| a | b |\n| --- | --- |\n| 1 | 2 |"

    assert spaced(table) == table


def test_code_is_left_as_it_is() -> None:
    code = "Run:\n\n```\none\ntwo\n```"

    assert spaced(code) == code


LINES = st.lists(st.sampled_from(["text", "- item", "1. step", "   more", "| a |", "", "*Note:* x"]))


@given(LINES)
def test_spacing_adds_empty_lines_and_nothing_else(lines: list[str]) -> None:
    once = spaced("\n".join(lines))

    assert [line for line in once.split("\n") if line] == [line for line in lines if line]
    assert spaced(once) == once


def test_passages_show_their_scores_and_nothing_found_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    passage = Passage("c1", "Guide", "Part", "guide", "word " * 200, 0.0312, None, 2, 0.51)

    show_passages(Answer("?", "x", "answered", passages=(passage,)))
    show_passages(Answer("?", "x", "answered"))

    shown = capsys.readouterr().out
    assert "(1) Guide > Part  [guide]" in shown
    assert "fused 0.0312  lexical -  vector 2  cosine 0.510" in shown
    assert "word ..." in shown
    assert "No passage was searched" in shown


def test_a_trace_tells_words_rule_and_what_was_withheld(capsys: pytest.CaptureFixture[str]) -> None:
    mention = {"field": "state", "value": "Expired", "words": "ran out", "rule": "states", "carried": True}
    show_trace({"understood": {"mentions": [mention]}, "consulted": ["guide"], "withheld": ["It is 7 (7)"]})
    show_trace({})

    shown = capsys.readouterr().out
    assert "state = Expired, from 'ran out' (states, carried over)" in shown
    assert "Consulted: guide" in shown
    assert "Withheld: It is 7 (7)" in shown
    assert "nothing was read" in shown
