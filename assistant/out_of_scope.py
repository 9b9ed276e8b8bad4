"""Says first that the guide is for Azure Backup Server on Azure Stack, where a question is on another product
or platform: what the guide rules there isn't ruled for that one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from assistant.answer import Finding, Statement
from assistant.consulted import Consulted
from assistant.decisions import guide as sections
from assistant.specialists import limits, network, prerequisites, rule_strength
from assistant.specialists.matrix import protection
from assistant.specialists.notes import note
from assistant.specialists.passages import guide
from assistant.specialists.states import connectivity
from assistant.specialists.table_findings import evidence_of, without_lead
from assistant.understanding.other_platforms import ELSEWHERE, Elsewhere, elsewhere
from assistant.understanding.read import plain_of
from assistant.understanding.reading import Reading
from assistant.understanding.turns.corrections import asked_before
from assistant.understanding.turns.topic_return import Turns

_OF_GUIDE = frozenset(
    {
        connectivity.NAME,
        guide.NAME,
        limits.NAME,
        network.NAME,
        prerequisites.NAME,
        protection.NAME,
        rule_strength.NAME,
    }
)
_BETTER_NOT = "Better not. "
_TELLS_IT = re.compile(r"\bDPM\b|Data Protection Manager|Azure virtual machine|server on-premises")
# What is known of the other matter, by what the question is about.
_KNOWN = {
    (Elsewhere.DPM, "sql-instance"): "remote-sql-elsewhere",
    (Elsewhere.DPM, "sql-location"): "remote-sql-elsewhere",
    (Elsewhere.AZURE, "vm-size"): "vm-size-elsewhere",
    (Elsewhere.ON_PREMISES, "vm-size"): "vm-size-elsewhere",
    (Elsewhere.AZURE, "local-retention"): "local-retention-one-day",
    (Elsewhere.AZURE, "retention-local"): "local-retention-one-day",
}
_NAMES = frozenset({"Azure", "Windows"})
_MOST_TOLD = 2


def asked_of(
    question: str, previous: Mapping[str, Any], turns: Turns
) -> tuple[str, Mapping[str, Any], Elsewhere | None]:
    """What is asked besides the other matter, behind what was left before, and that matter. Where nothing
    else is said, the question before is asked of it."""
    told = elsewhere(plain_of(question), previous)
    if told is None:
        return question, previous, None
    if told.rest:
        new = told.other and told.other != previous.get(ELSEWHERE)
        return told.rest if new else question, previous, told.other
    return (*asked_before(turns), told.other) if turns else (question, previous, told.other)


def marked(consulted: Consulted, other: Elsewhere | None) -> Consulted:
    """`consulted` with its first answer told to be that for Azure Stack, where an `other` matter is asked."""
    reading, findings = consulted.reading, consulted.findings
    if other is None or reading is None:
        return consulted
    reading = replace(reading, elsewhere=other)
    if findings and _is_ruling(findings[0]):
        findings = (_marked(findings[0], other, reading), *(_bare(one) for one in findings[1:]))
    return replace(consulted, findings=findings, reading=reading)


def _is_ruling(finding: Finding) -> bool:
    """Whether a finding tells what the guide rules, and is not about the other matter already."""
    if finding.specialist not in _OF_GUIDE or finding.status == "abstained":
        return False
    return bool(finding.verdicts) or not any(_TELLS_IT.search(said.text) for said in finding.statements[:2])


def _marked(finding: Finding, other: Elsewhere, reading: Reading) -> Finding:
    about = [verdict.table for verdict in finding.verdicts] or sorted(reading.topics)
    stem = next((_KNOWN[other, name] for name in about if (other, name) in _KNOWN), None)
    known = [said] if stem and (said := note(stem)) else []
    told = [one for one in _bare(finding).statements if one.role not in ("note", "step")]
    whole = told[0].text.rstrip().endswith(":")  # the lead-in of a list, which says nothing without it
    told = told if whole else told[: 1 if known else _MOST_TOLD]
    first = replace(told[0], text=f"For Azure Stack it says: {_lower(told[0].text)}", role="reason")
    return replace(
        finding,
        status="partial",
        statements=(_opening(other), *known, first, *told[1:]),
        missing=(),
        fitted=True,
    )


def _opening(other: Elsewhere) -> Statement:
    if other is Elsewhere.DPM:
        text = (
            "The guide here is for Azure Backup Server on Azure Stack, and settles nothing for System "
            "Center DPM: they are "
            "closely related, but separate products."
        )
        return Statement(text, (evidence_of(sections.INSTALL, text),), "verdict")
    text = f"The guide here is for Azure Backup Server on Azure Stack: it settles nothing for {other}."
    return Statement(text, (evidence_of(sections.INTRODUCTION, text),), "verdict")


def _bare(finding: Finding) -> Finding:
    """A finding without its yes or no, or its advice, which would be one on the other matter."""
    first, *rest = finding.statements
    advised = replace(first, text=first.text.removeprefix(_BETTER_NOT))
    return without_lead(replace(finding, statements=(advised, *rest)))


def _lower(text: str) -> str:
    """`text` as it goes on behind a colon."""
    plain = text.replace("**", "")
    first = plain.split()[0]
    named = first in _NAMES or not first[1:].islower()
    return plain if named else f"{plain[0].lower()}{plain[1:]}"
