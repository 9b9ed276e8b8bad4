"""A style changes the form of an answer and keeps its facts, figures and references."""

from __future__ import annotations

import re

import pytest

from assistant.answer import Answer, Choice, Citation, Missing
from assistant.answer_styles import Style, citation_line, styled

CITATION = Citation(1, "Install Guide", "Scratch", "2019-01-31", "guide.md", "5 % of the data")
ANSWER = Answer(
    "how big  a\nscratch",
    "**At least 400 GB**: 5 % of 8 TB, 1 TB taken as 1,000 GB [1]. Use `D:` for it. Restart.\n- one\n- two",
    "answered",
    citations=(CITATION,),
)
VERDICT = Answer("q", "**No. Backup to disk is stopped while Expired** [1]. Restore works [1].", "answered")
OPEN = Answer(
    "q",
    "**No, not to Azure** [1]. Restoring depends.\n*Which state?*",
    "clarify",
    missing=(Missing("subscription", "Which state?", (Choice("Active", "allowed"),)),),
)


def test_full_is_the_answer_itself() -> None:
    assert styled(ANSWER, "full") == ANSWER.text


def test_short_is_the_verdict_with_its_reference() -> None:
    assert styled(VERDICT, "short") == "**No. Backup to disk is stopped while Expired** [1]."


def test_short_still_asks_for_what_is_missing() -> None:
    assert styled(OPEN, "short") == "**No, not to Azure** [1]. Which state?"


def test_steps_are_numbered_and_nothing_is_lost() -> None:
    steps = styled(ANSWER, "steps").splitlines()
    assert [step.split(". ", 1)[0] for step in steps] == [str(n) for n in range(1, len(steps) + 1)]
    assert steps[-2:] == [f"{len(steps) - 1}. one", f"{len(steps)}. two"]
    said = re.sub(r"^\d+\. ", "", styled(ANSWER, "steps"), flags=re.MULTILINE)
    assert said.split() == ANSWER.text.replace("- ", "").split()


def test_a_ticket_note_is_plain_text_with_its_sources() -> None:
    note = styled(ANSWER, "ticket_note")
    assert note.startswith("Question: how big a scratch\n\nAnswer (answered): At least 400 GB: 5 % of 8 TB")
    assert note.endswith("Sources:\n[1] Install Guide > Scratch (2019-01-31)")
    assert "Open: Which state?" in styled(OPEN, "ticket_note")


@pytest.mark.parametrize("style", ["full", "short", "steps", "ticket_note"])
@pytest.mark.parametrize("text", ["", "One.", "**", "**a** b ** c", "\n\nx"])
def test_any_text_has_every_style(style: Style, text: str) -> None:
    told = styled(Answer("q", text, "answered"), style)
    assert set(re.findall(r"\w+", text)) <= set(re.findall(r"\w+", told)) or style == "short"


def test_a_source_line_names_a_document_once() -> None:
    assert citation_line(CITATION) == "[1] Install Guide > Scratch (2019-01-31)"
    assert citation_line(Citation(2, "FAQ", "FAQ", "", "faq.md", "")) == "[2] FAQ"
