"""What the specialists found for a question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from assistant.answer import Finding
from assistant.codes.specialist import TABLE
from assistant.understanding.reading import Reading

if TYPE_CHECKING:
    from assistant.retrieval.retriever import Retrieved


@dataclass(frozen=True, slots=True)
class Consulted:
    """What the specialists found, for the answer and its trace."""

    findings: tuple[Finding, ...]
    reading: Reading | None = None
    retrieved: tuple[Retrieved, ...] = ()

    @classmethod
    def of(cls, finding: Finding) -> Consulted:
        """One finding and nothing else."""
        return cls((finding,))


def told_once(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Without findings on an entry of the error reference, and without sentences, that were told earlier."""
    told: list[Finding] = []
    said: set[str] = set()
    for finding in findings:
        entries = [verdict.rule for verdict in finding.verdicts if verdict.table == TABLE]
        new = tuple(statement for statement in finding.statements if statement.text not in said)
        if new and (not entries or all(entries != [v.rule for v in one.verdicts] for one in told)):
            told.append(replace(finding, statements=new))
        said.update(statement.text for statement in finding.statements)
    return tuple(told)


def names_place(consulted: Consulted) -> bool:
    """Whether what was said names something to select."""
    return any("**" in said.text for finding in consulted.findings for said in finding.statements)


def asking_once(consulted: Sequence[Consulted]) -> list[Consulted]:
    """The same without a question back that a part before it asks as well."""
    asked: set[str] = set()
    told = []
    for one in consulted:
        findings = []
        for finding in one.findings:
            missing = tuple(miss for miss in finding.missing if miss.question not in asked)
            status = "partial" if finding.missing and not missing else finding.status
            findings.append(replace(finding, missing=missing, status=status))
            asked.update(miss.question for miss in missing)
        told.append(replace(one, findings=tuple(findings)))
    return told
