"""Turns what a decision table says into a finding: the same words, with the row as evidence."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answer import Choice, Evidence, Finding, Missing, Role, Statement, Status, Verdict
from assistant.decisions import types as decisions
from assistant.decisions.sentences import capital
from assistant.understanding.message.polarity import fitting_lead
from assistant.understanding.reading import Sense

_ROLES: dict[decisions.Role, Role] = {
    decisions.Role.HEADLINE: "verdict",
    decisions.Role.REASON: "reason",
    decisions.Role.NEXT_STEP: "step",
    decisions.Role.CAVEAT: "note",
}
_YES_NO = re.compile(r"^(?P<word>Yes|No|Partly)[.,:]\s+", re.IGNORECASE)


def finding_of(
    result: decisions.DecisionResult,
    specialist: str,
    *,
    bare: bool = False,
    lead: str | None = None,
    sense: Sense | None = None,
) -> Finding:
    """The finding that a table's result makes. With `bare` a leading yes or no is left out: the question
    is no yes/no question, or is put in reverse. `lead` is put in its place (empty: nothing). With `sense`, a
    leading word that the sentence behind it would contradict is left out."""
    statements = [_statement(said, result) for said in result.statements]
    if (bare or lead is not None) and statements:
        first = statements[0]
        word = f"{lead}. " if lead else ""
        statements[0] = replace(first, text=f"{word}{_without_lead(first.text)}")
    if sense is not None and statements:
        statements[0] = _checked(statements[0], sense)
    verdict = Verdict(
        result.table, dict(result.inputs), result.outcome, result.rule.id if result.rule else ""
    )
    return Finding(
        specialist=specialist,
        status=_status(result),
        statements=tuple(statements),
        confidence=1.0,
        verdicts=(verdict,),
        missing=tuple(
            Missing(item.name, item.question, tuple(Choice(c.value, c.meaning) for c in item.choices))
            for item in result.missing
        ),
    )


def without_lead(finding: Finding) -> Finding:
    """A finding without the yes or no that it begins with, to a question other than the one now asked."""
    first, *rest = finding.statements
    return replace(finding, statements=(replace(first, text=_without_lead(first.text)), *rest))


def _without_lead(text: str) -> str:
    rest = _YES_NO.sub("", text).removeprefix("but ")
    return capital(rest)


def _checked(first: Statement, sense: Sense) -> Statement:
    """The first statement without a yes or no that it contradicts."""
    told = _YES_NO.match(first.text)
    if told is None or fitting_lead(told["word"], first.text[told.end() :], sense):
        return first
    return replace(first, text=_without_lead(first.text))


def evidence_of(source: decisions.Source, excerpt: str) -> Evidence:
    """The evidence for a source of a decision table."""
    section = "" if source.section == "Introduction" else source.section
    return Evidence(source.document, section or source.document, source.date, decisions.PATH, excerpt)


def _status(result: decisions.DecisionResult) -> Status:
    if result.standing is decisions.Standing.MISSING:
        return "clarify"
    return "answered" if result.settled else "partial"


def _statement(said: decisions.Statement, result: decisions.DecisionResult) -> Statement:
    evidence = tuple(evidence_of(source, _excerpt(source, said, result)) for source in said.sources)
    return Statement(said.text, evidence, _ROLES[said.role])


def _excerpt(source: decisions.Source, said: decisions.Statement, result: decisions.DecisionResult) -> str:
    """The rows behind a statement, with what was computed from them; without a row, or for a caveat, which
    tells what no row has, the table's own words."""
    is_caveat = said.role is decisions.Role.CAVEAT
    rows = [] if is_caveat else [rule.text for rule in result.rules if rule.source == source][:12]
    if not rows:
        return f"{said.text} {result.working}".strip()
    told = " ".join(rows)
    computed = [
        f"{name.replace('_', ' ')}: {value}."
        for name, value in result.outputs.items()
        if value not in told or not re.search(rf"(?<!\w){re.escape(value)}(?!\w)", told)
    ]
    return " ".join([told, *computed, result.working]).strip()
