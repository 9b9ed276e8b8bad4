"""Writes one short answer from findings: the verdict first, then reason and steps, each with its citation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from assistant.answer import Answer, Citation, Evidence, Finding, Missing, Statement, Status, Verdict

WORD_LIMIT = 150
MOST_REFERENCES = 3
_MOST_CHOICES = 8
EXCERPT_GAP = "\n\n"
_NEVER_CUT = frozenset({"warning", "question", "document"})
_OWN_LINE = _NEVER_CUT | {"note"}
_LIST_ITEM = re.compile(r"^\s*(?:[-*]|\d+\.)\s")
_ORDER: dict[Status, int] = {"answered": 0, "partial": 1, "clarify": 2, "abstained": 3}


@dataclass(slots=True)
class _Citations:
    """Numbers evidence in order of first use. The same section of the same document keeps its number and
    gathers the excerpts of all statements that refer to it."""

    items: dict[tuple[str, str], list[Evidence]] = field(default_factory=dict)

    def refer(self, evidence: Sequence[Evidence]) -> str:
        numbers = []
        for piece in evidence[:MOST_REFERENCES]:
            key = (piece.document, piece.section)
            self.items.setdefault(key, []).append(piece)
            numbers.append(list(self.items).index(key) + 1)
        return "".join(f"[{number}]" for number in dict.fromkeys(numbers))

    def listed(self) -> tuple[Citation, ...]:
        return tuple(
            Citation(
                n, pieces[0].document, pieces[0].section, pieces[0].date, pieces[0].source, _joined(pieces)
            )
            for n, pieces in enumerate(self.items.values(), 1)
        )


def _joined(pieces: Sequence[Evidence]) -> str:
    """The excerpts of one section, each once."""
    return EXCERPT_GAP.join(dict.fromkeys(piece.excerpt for piece in pieces))


def compose(question: str, findings: Sequence[Finding], word_limit: int = WORD_LIMIT) -> Answer:
    """The answer to `question` from one finding or several (one for each part of it, answered in order)."""
    citations = _Citations()
    share = max(40, word_limit // max(1, len(findings)))
    parts = [_part(finding, citations, None if finding.fitted else share) for finding in findings]
    missing = _unique_missing(findings)
    return Answer(
        question=question,
        text="\n\n".join(part for part in parts if part),
        status=_status(findings),
        citations=citations.listed(),
        verdicts=_unique_verdicts(findings),
        missing=missing,
        suggestions=tuple(dict.fromkeys(text for finding in findings for text in finding.suggestions)),
        confidence=min((finding.confidence for finding in findings), default=0.0),
    )


def closing_question(text: str, choices: Iterable[tuple[str, str]] = ()) -> Statement:
    """A question that ends an answer, as its last statement, with what each choice would mean."""
    lines = [f"*{text}*", *(f"- {choice}: {meaning}" for choice, meaning in choices)]
    return Statement("\n".join(lines), role="question")


def _part(finding: Finding, citations: _Citations, limit: int | None) -> str:
    """One finding as text: statements until the word limit (None: all of them), then what is asked back."""
    lines: list[str] = []
    for index, statement in enumerate(_without_bare_leads(_fitting(finding, limit), finding.statements)):
        _append(
            lines, _sentence(statement, citations, bold=index == 0 and statement.role == "verdict"), statement
        )
    for item in finding.missing[:1]:
        choices = [(choice.value, choice.meaning) for choice in item.choices[:_MOST_CHOICES]]
        question = closing_question(item.question, choices)
        _append(lines, question.text, question)
    return "\n".join(lines)


def _fitting(finding: Finding, limit: int | None) -> list[Statement]:
    """The statements that the word limit has room for, and those that are never cut."""
    kept: list[Statement] = []
    words = 0
    for statement in finding.statements:
        count = len(statement.text.split())
        too_long = limit is not None and words + count > limit
        if kept and too_long and statement.role not in _NEVER_CUT:
            continue
        words += count
        kept.append(statement)
    return kept


def _without_bare_leads(kept: Sequence[Statement], said: Sequence[Statement]) -> Sequence[Statement]:
    """Without the lead-in of a list that was `said` and of which no item is left, unless nothing else is."""
    leads = [one for one, then in pairwise(said) if one.text.endswith(":") and is_item(then.text)]
    followed = [one for one, then in pairwise(kept) if is_item(then.text)]
    return [one for one in kept if one not in leads or one in followed] or kept


def is_item(text: str) -> bool:
    """Whether a text is an item of a list."""
    return bool(_LIST_ITEM.match(text))


def _append(lines: list[str], text: str, statement: Statement) -> None:
    """Sentences share a line; list items, notes and questions start their own."""
    own_line = is_item(text) or statement.role in _OWN_LINE or "\n" in text
    after_item = bool(lines) and (is_item(lines[-1].rsplit("\n", 1)[-1]) or "\n" in lines[-1])
    if not lines or own_line or after_item:
        lines.append(text)
    else:
        lines[-1] += " " + text


def _sentence(statement: Statement, citations: _Citations, *, bold: bool) -> str:
    reference = citations.refer(statement.evidence)
    text = statement.text.strip()
    if bold and "**" not in text and "\n" not in text and not is_item(text):
        text = f"**{text}**"
    if not reference:
        return text
    if text.endswith("**") and text[-3:-2] in ".!?":
        return f"{text[:-3]}** {reference}{text[-3]}"
    if text[-1:] in ".!?":
        return f"{text[:-1]} {reference}{text[-1]}"
    return f"{text} {reference}"


def _status(findings: Sequence[Finding]) -> Status:
    """One finding decides alone. Of several, any answered with any not makes the whole partial."""
    statuses = [finding.status for finding in findings]
    if not statuses:
        return "abstained"
    if len(set(statuses)) == 1:
        return statuses[0]
    if "clarify" in statuses:
        return "clarify"
    return "partial" if min(_ORDER[status] for status in statuses) < _ORDER["abstained"] else "abstained"


def _unique_verdicts(findings: Sequence[Finding]) -> tuple[Verdict, ...]:
    verdicts: list[Verdict] = []
    for finding in findings:
        verdicts.extend(verdict for verdict in finding.verdicts if verdict not in verdicts)
    return tuple(verdicts)


def _unique_missing(findings: Sequence[Finding]) -> tuple[Missing, ...]:
    missing: dict[str, Missing] = {}
    for finding in findings:
        for item in finding.missing:
            missing.setdefault(item.name, item)
    return tuple(missing.values())
