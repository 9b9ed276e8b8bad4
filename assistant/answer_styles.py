"""An answer in the form somebody asked for: short, as steps, as a note for a ticket. Facts stay the same."""

from __future__ import annotations

import re
from typing import Literal

from assistant.answer import Answer, Citation

Style = Literal["full", "short", "steps", "ticket_note"]
_STEP = re.compile(r"^\s*(?:[-*]|\d+[.)])\s+")
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z*\"'`(])")
_BOLD = re.compile(
    r"\*\*(?:(?!\*\*).)+(?:[.!?]\*\*(?:\s*\[\d+\])*|\*\*(?:\s*\[\d+\])*[.!?])(?=\s|$)"  # a whole statement
)


def styled(answer: Answer, style: Style) -> str:
    """The answer's text in that style: Markdown, or plain text for `ticket_note`."""
    if style == "short":
        return _short(answer)
    if style == "steps":
        return _steps(answer.text)
    return _ticket_note(answer) if style == "ticket_note" else answer.text


def citation_line(citation: Citation) -> str:
    """`[1] Document > Section (date)`, the name said once when document and section are the same."""
    name = citation.document
    if citation.section and citation.section != citation.document:
        name = f"{name} > {citation.section}"
    return f"[{citation.n}] {name}" + (f" ({citation.date})" if citation.date else "")


def _short(answer: Answer) -> str:
    """The verdict, and the question for what is missing: an answer may not look complete when it isn't."""
    first = _sentences(answer.text.strip().split("\n", 1)[0] or answer.text)[0]
    asked = [missing.question for missing in answer.missing if missing.question not in first]
    return " ".join([first, *asked])


def _steps(text: str) -> str:
    """Every sentence a numbered step; lists keep their items."""
    steps: list[str] = []
    for line in text.splitlines():
        if _STEP.match(line):
            steps.append(_STEP.sub("", line))
        elif line.strip():
            steps += _sentences(line.strip())
    return "\n".join(f"{number}. {step}" for number, step in enumerate(steps, 1))


def _ticket_note(answer: Answer) -> str:
    """Plain text for a ticket: question, answer, what is open, sources."""
    plain = re.sub(r"\*\*|`", "", answer.text)
    parts = [f"Question: {' '.join(answer.question.split())}", f"Answer ({answer.status}): {plain}"]
    if answer.missing:
        parts.append("Open: " + " ".join(missing.question for missing in answer.missing))
    if answer.citations:
        parts.append("Sources:\n" + "\n".join(citation_line(citation) for citation in answer.citations))
    return "\n\n".join(parts)


def _sentences(line: str) -> list[str]:
    """The statements of a line: what is bold stays whole, so does a sentence with its references."""
    bold = _BOLD.match(line)
    rest = line[bold.end() :] if bold else line
    found = [bold[0]] if bold else []
    return [*found, *(part.strip() for part in _SENTENCE.split(rest) if part.strip())] or [line]
