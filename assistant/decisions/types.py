"""The types of the decision tables, in the words of DMN: inputs, rules, outputs, hit policy unique.

Strings go in and strings come out, so that a command line and an HTTP API can use a table directly.
Nothing here imports more than the standard library.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

DOCUMENT = "Install Azure Backup Server on Azure Stack"
DATE = "2019-01-31"
PATH = "MicrosoftDocs/azure-docs:articles/backup/backup-mabs-install-azure-stack.md"


class DecisionInputError(ValueError):
    """An input's name is unknown, or its value is impossible. `message` names what would be accepted.

    `name` is the input it is about (empty when it is about the whole call).
    """

    def __init__(self, message: str, name: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.name = name


class Strength(StrEnum):
    """How binding a rule is in the guide: its *must*, its *should*, its *can*."""

    REQUIREMENT = "requirement"
    RECOMMENDATION = "recommendation"
    POSSIBILITY = "possibility"


class Standing(StrEnum):
    """How far the outcome can be relied on.

    SETTLED: the table decides what was asked, whatever the inputs that may still be missing.
    MISSING: it depends on an input that was not told; `missing` says which and what each choice means.
    NOT_COVERED: the inputs are clear, and the guide doesn't decide the case.
    """

    SETTLED = "settled"
    MISSING = "missing"
    NOT_COVERED = "not_covered"


class Role(StrEnum):
    """What a statement is for, in the order in which an answer uses them."""

    HEADLINE = "headline"
    REASON = "reason"
    NEXT_STEP = "next_step"
    CAVEAT = "caveat"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a rule stands: the heading path in a document, outermost first, joined with " > "."""

    section: str
    document: str = DOCUMENT
    date: str = DATE

    def to_dict(self) -> dict[str, str]:
        """The three fields, ready for JSON."""
        return {"document": self.document, "section": self.section, "date": self.date}


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of a table: if all `conditions` hold, the `outputs` follow. `text` says it in our words."""

    id: str
    conditions: Mapping[str, str]
    outputs: Mapping[str, str]
    source: Source
    strength: Strength
    text: str

    def to_dict(self) -> dict[str, object]:
        """All fields, ready for JSON."""
        return {
            "id": self.id,
            "conditions": dict(self.conditions),
            "outputs": dict(self.outputs),
            "source": self.source.to_dict(),
            "strength": str(self.strength),
            "text": self.text,
        }


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence or two for people. No `sources` means that it is our arithmetic or our reading."""

    role: Role
    text: str
    sources: tuple[Source, ...] = ()

    def to_dict(self) -> dict[str, object]:
        """All fields, ready for JSON."""
        return {"role": str(self.role), "text": self.text, "sources": [s.to_dict() for s in self.sources]}


@dataclass(frozen=True, slots=True)
class Choice:
    """One possible value of a missing input, and what it would mean."""

    value: str
    meaning: str


@dataclass(frozen=True, slots=True)
class MissingInput:
    """An input that was not told: the question to ask for it, and its choices (none: an open value)."""

    name: str
    question: str
    choices: tuple[Choice, ...] = ()

    def to_dict(self) -> dict[str, object]:
        """All fields, ready for JSON."""
        choices = [{"value": c.value, "meaning": c.meaning} for c in self.choices]
        return {"name": self.name, "question": self.question, "choices": choices}


@dataclass(frozen=True, slots=True)
class DecisionResult:
    """What a table says to given inputs.

    `inputs` are the values as understood, `outcome` is one word or verdict of the table, `outputs` are the
    named results ("back_up_to_disk": "Stopped"; "scratch": "400 GB"), `working` is the sum in one line,
    `notes` are stems of files in kb/notes that tell where newer documents differ.
    `missing` can be filled although the standing is SETTLED: then more could be told with that input.
    """

    table: str
    inputs: Mapping[str, str]
    outcome: str
    standing: Standing
    statements: tuple[Statement, ...]
    outputs: Mapping[str, str] = field(default_factory=dict)
    rules: tuple[Rule, ...] = ()
    missing: tuple[MissingInput, ...] = ()
    working: str = ""
    notes: tuple[str, ...] = ()

    @property
    def rule(self) -> Rule | None:
        """The one rule that fired, or None when none or several did."""
        return self.rules[0] if len(self.rules) == 1 else None

    @property
    def settled(self) -> bool:
        """Whether the guide decides what was asked."""
        return self.standing is Standing.SETTLED

    @property
    def headline(self) -> str:
        """The verdict, in one sentence."""
        return self.text(Role.HEADLINE)

    @property
    def reason(self) -> str:
        """Why, with the figures; may be empty."""
        return self.text(Role.REASON)

    @property
    def next_step(self) -> str:
        """What to do; may be empty."""
        return self.text(Role.NEXT_STEP)

    @property
    def caveats(self) -> tuple[str, ...]:
        """What limits the verdict."""
        return tuple(s.text for s in self.statements if s.role is Role.CAVEAT)

    @property
    def sources(self) -> tuple[Source, ...]:
        """Every source that a rule or a statement rests on, each once, in order of use."""
        used = [rule.source for rule in self.rules]
        used += [source for statement in self.statements for source in statement.sources]
        return tuple(dict.fromkeys(used))

    def text(self, role: Role) -> str:
        """The statements of one role, joined."""
        return " ".join(s.text for s in self.statements if s.role is role)

    def to_dict(self) -> dict[str, object]:
        """Everything, ready for JSON: the fields, and the sentences once more by role."""
        return {
            "table": self.table,
            "inputs": dict(self.inputs),
            "outcome": self.outcome,
            "standing": str(self.standing),
            "outputs": dict(self.outputs),
            "headline": self.headline,
            "reason": self.reason,
            "next_step": self.next_step,
            "caveats": list(self.caveats),
            "working": self.working,
            "missing": [m.to_dict() for m in self.missing],
            "rules": [r.to_dict() for r in self.rules],
            "sources": [s.to_dict() for s in self.sources],
            "statements": [s.to_dict() for s in self.statements],
            "notes": list(self.notes),
        }


def headline(text: str, *sources: Source) -> Statement:
    """The verdict sentence."""
    return Statement(Role.HEADLINE, text, sources)


def reason(text: str, *sources: Source) -> Statement:
    """Why the verdict is so."""
    return Statement(Role.REASON, text, sources)


def next_step(text: str, *sources: Source) -> Statement:
    """What to do next."""
    return Statement(Role.NEXT_STEP, text, sources)


def caveat(text: str, *sources: Source) -> Statement:
    """What limits the verdict."""
    return Statement(Role.CAVEAT, text, sources)
