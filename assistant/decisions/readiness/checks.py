"""What a prerequisite check is made of: the rule to hold a fact against, and the verdict in sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from assistant.decisions.types import (
    Choice,
    DecisionResult,
    MissingInput,
    Rule,
    Source,
    Standing,
    Statement,
    Strength,
    caveat,
    headline,
    next_step,
    reason,
)


class Status(StrEnum):
    """PASS: met. FAIL: a requirement isn't. WARN: a recommendation isn't followed. UNKNOWN: can't tell."""

    PASS = "pass"
    FAIL = "fail"
    WARN = "warn"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Prerequisite:
    """One prerequisite: `text` is the rule in our words, `fix` what to do when it isn't met.

    `question` asks for what the check needs. `later`: can only be seen to after the installation, so an
    unknown there doesn't keep a machine from being ready. `more` are further sections that say the same.
    """

    id: str
    title: str
    strength: Strength
    source: Source
    text: str
    question: str
    fix: str
    later: bool = False
    more: tuple[Source, ...] = ()
    notes: tuple[str, ...] = ()

    def rule(self) -> Rule:
        """As a rule of a decision table."""
        return Rule(self.id, {"item": self.id}, {"must": self.text}, self.source, self.strength, self.text)

    @property
    def sources(self) -> tuple[Source, ...]:
        """Every section that says it."""
        return (self.source, *self.more)


def verdict(
    item: Prerequisite,
    status: Status,
    said: str,
    *,
    inputs: Mapping[str, str] | None = None,
    caveats: Sequence[str] = (),
    extra: Sequence[Statement] = (),
    outputs: Mapping[str, str] | None = None,
    working: str = "",
    not_covered: bool = False,
    bare: bool = False,
) -> DecisionResult:
    """The result of a check: `said` is the headline, the rule's text the reason.

    An UNKNOWN asks the item's question, or, with `not_covered`, says that the guide doesn't settle the case.
    `caveats` rest on the item's sections, the statements in `extra` on their own. With `bare` the rule's text
    is left out: `said` tells all of it that was asked.
    """
    asks = status is Status.UNKNOWN and not not_covered
    standing = Standing.MISSING if asks else Standing.NOT_COVERED if not_covered else Standing.SETTLED
    statements: list[Statement] = [headline(said, *item.sources)]
    if not bare and item.text not in said:
        statements.append(reason(item.text, *item.sources))
    if status in (Status.FAIL, Status.WARN):
        statements.append(next_step(item.fix, *item.sources))
    statements += [caveat(text, *item.sources) for text in caveats]
    statements += extra
    return DecisionResult(
        table=item.id,
        inputs=dict(inputs or {}),
        outcome=str(status),
        standing=standing,
        statements=tuple(statements),
        outputs=dict(outputs or {}),
        rules=(item.rule(),),
        missing=(MissingInput(item.id, item.question),) if asks else (),
        working=working,
        notes=item.notes,
    )


def unknown(item: Prerequisite, choices: Sequence[Choice] = ()) -> DecisionResult:
    """The result when nothing was told: the rule is the headline, and the question is asked."""
    return DecisionResult(
        table=item.id,
        inputs={},
        outcome=str(Status.UNKNOWN),
        standing=Standing.MISSING,
        statements=(headline(item.text, *item.sources),),
        rules=(item.rule(),),
        missing=(MissingInput(item.id, item.question, tuple(choices)),),
        notes=item.notes,
    )


def flag_check(item: Prerequisite, met: bool | None, yes: str, no: str) -> DecisionResult:
    """A check of a plain yes or no; `yes` and `no` are the headlines.

    Not met is FAIL for a requirement and WARN for a recommendation; a possibility not used still passes.
    """
    if met is None:
        return unknown(item, (Choice("yes", yes), Choice("no", no)))
    failing = {Strength.REQUIREMENT: Status.FAIL, Strength.RECOMMENDATION: Status.WARN}
    status = Status.PASS if met else failing.get(item.strength, Status.PASS)
    return verdict(item, status, yes if met else no, inputs={"met": "yes" if met else "no"})
