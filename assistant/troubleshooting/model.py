"""What a troubleshooting tree is: nodes that ask one checkable thing, and where each reply leads.

A tree is a directed graph without circles. Every path through it ends in a resolution that helped, in an
escalation, or in another tree.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

Unit = Literal["days", "hours", "GB", "percent", "count"]


@dataclass(frozen=True, slots=True)
class Source:
    """Where a step is documented: `section` is a heading of it, `path` is "repository:path", `date` ISO."""

    document: str
    section: str
    date: str
    path: str


@dataclass(frozen=True, slots=True)
class Range:
    """The numbers of a branch: more than `above`, up to and including `up_to` (None: no bound)."""

    unit: Unit
    above: float | None = None
    up_to: float | None = None

    def holds(self, value: float) -> bool:
        """Whether `value`, counted in `unit`, lies in the range."""
        return (self.above is None or value > self.above) and (self.up_to is None or value <= self.up_to)


@dataclass(frozen=True, slots=True)
class Branch:
    """One reply that a question knows, and where it leads.

    `label` is the reply in its shortest form and `means` what it tells: both are shown as a choice, and
    `means` goes into the summary. `phrases` are further words that count as this reply. `numbers` takes
    replies with a number, `codes` those with one of these error codes ("mabs-34513"), `any_code` those with
    any code that the reference explains. `value` is what the question's fact then is; `known_as` are values
    told earlier that answer the question this way (`value` always does).
    """

    label: str
    means: str
    next: str
    phrases: tuple[str, ...] = ()
    numbers: Range | None = None
    codes: tuple[str, ...] = ()
    any_code: bool = False
    value: str = ""
    known_as: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """Asks for one checkable thing. `do` says how to check it; `skip` is where "don't know" leads.

    `fact` names what is learned for later decisions; a question whose fact is known isn't asked again.
    """

    id: str
    ask: str
    do: str
    branches: tuple[Branch, ...]
    skip: str
    sources: tuple[Source, ...]
    fact: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """Asks a decision table, not the user: `given` are fixed inputs, `facts` those learned on the way."""

    id: str
    table: str
    outcomes: Mapping[str, str]
    otherwise: str
    given: Mapping[str, str] = field(default_factory=dict)
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lookup:
    """Explains the error code of the last reply from the reference; `otherwise` leads on if that fails."""

    id: str
    otherwise: str


@dataclass(frozen=True, slots=True)
class Resolution:
    """Ordered steps, how to see that they worked, and where to go if they didn't. `warning`: what is lost."""

    id: str
    resolve: str
    steps: tuple[str, ...]
    verify: str
    otherwise: str
    sources: tuple[Source, ...]
    warning: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Escalation:
    """The end of what is documented: what to collect for whoever takes over."""

    id: str
    escalate: str
    collect: tuple[str, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Handover:
    """Goes on at the start of another tree, because the trouble lies there."""

    id: str
    continue_in: str


Node = Question | Decision | Lookup | Resolution | Escalation | Handover


@dataclass(frozen=True, slots=True)
class Tree:
    """A troubleshooting tree. `problem` is the trouble in a sentence, for tickets.

    `symptoms` are word lists by which people tell it: every word must begin a word of the message; "a|b" is
    either. `subjects` are word lists that suffice when troubleshooting is asked for anyway.
    """

    id: str
    title: str
    problem: str
    symptoms: tuple[str, ...]
    subjects: tuple[str, ...]
    start: str
    nodes: Mapping[str, Node]


def edges(node: Node) -> Iterator[tuple[str, str]]:
    """Where a node leads within its tree: (what takes there, node id), each way once, in the order shown."""
    match node:
        case Question():
            yield from ((branch.label, branch.next) for branch in node.branches)
            yield "not known", node.skip
        case Decision():
            yield from node.outcomes.items()
            yield "otherwise", node.otherwise
        case Lookup() | Resolution():
            yield "didn't help", node.otherwise
        case Escalation() | Handover():
            return


def sources_of(node: Node) -> tuple[Source, ...]:
    """What a node of the tree itself cites; decisions and look-ups cite what they consult."""
    return node.sources if isinstance(node, (Question, Resolution, Escalation)) else ()
