"""What the ledger of a talk holds from turn to turn, and what a turn asks of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from assistant.decisions.expressions.patterns import lazy
from assistant.specialists.calculators.calculator_question import TOPICS
from assistant.specialists.ledger.figures import KINDS, Figure, Unit, constant
from assistant.specialists.ledger.ledger_operations import SUCH, Act, Operation, operation_in
from assistant.specialists.ledger.results import OnFigures
from assistant.understanding.amounts.schedules import find_schedules
from assistant.understanding.amounts.shares import part_in
from assistant.understanding.reading import QuestionKind, Reading
from assistant.understanding.topics import GENERAL

LEDGER = "ledger"
"""The fact under which a talk leaves its ledger."""

_MOST_FIGURES = 8
_OLDEST = 4
_MOST_TOLD = 5
_MOST_WORDS = 20
_UNNAMED = 1
"""How many turns ago a figure may have come out that a message does not name."""

_SURELY_NAMED = ("scratch", "space", "points")
_NEEDED = ("cores", "memory", "files", "size")
"""What is needed of which no calculator tells how much is lacking."""

_OF_EACH = {Act.TIMES: frozenset({"space", "both", "size", "limit", "cores", "memory", "files", "scratch"})}
_SHARED = {act: frozenset({"dedicated"}) for act in (Act.PERCENT, Act.SPLIT)}  # "a share of it"
_ASKS = lazy(
    r"\b(?:what|which|how|where|when|why|who)\b|^\W*(?:(?:and|so|but|ok|or)\W+)*(?:can|could|is|are|do|does|will"
    r"|would|may|must|should|has|have)\b"
)
_PER_SOURCE = lazy(
    r"^(?!.*\d).*\b(?:(?:per|each|every|one|a single) (?:server|machine|vm|box|source|site|node)|each)\b"
)
_COUNTED = lazy(r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|quarter)\b")


@dataclass(frozen=True, slots=True)
class Ledger:
    """`figures` that came out, oldest first; `told`: what messages told of figures and no table reckoned
    with; `last`: the message that a calculator answered last, where it only told figures."""

    figures: tuple[Figure, ...] = ()
    told: tuple[str, ...] = ()
    last: str = ""

    @classmethod
    def before(cls, reading: Reading) -> Ledger:
        """As the turns before a message have left it."""
        return cls.kept(reading.previous)

    @classmethod
    def kept(cls, facts: Mapping[str, Any]) -> Ledger:
        """As the facts of a turn hold it."""
        kept = facts.get(LEDGER) or {}
        figures = tuple(map(Figure.from_dict, kept.get("figures", ())))
        return cls(figures, tuple(kept.get("told", ())), kept.get("last", ""))

    def after(self, reading: Reading, figures: Sequence[Figure], *, reckoned: bool) -> dict[str, Any]:
        """As it is left by a turn, ready for the facts: its `figures`, the first of which lead its answer."""
        aged = [replace(one, age=one.age + 1) for one in self.figures if one.age < _OLDEST]
        told = () if reckoned else self.told
        tells = tells_figures(reading)
        if tells and not reckoned:
            told = (*told, reading.plain)[-_MOST_TOLD:]
        kept = [*aged, *figures][-_MOST_FIGURES:]
        last = reading.plain if reckoned and tells else ""
        return {"figures": [one.to_dict() for one in kept], "told": list(told), "last": last}


def tells_figures(reading: Reading) -> bool:
    """Whether a message states figures and asks nothing by its form."""
    asks = "?" in reading.plain or (
        reading.kind is not QuestionKind.STATEMENT and _ASKS().search(reading.plain)
    )
    return not (asks or of_states(reading)) and bool(
        reading.quantities or reading.vm_sizes or _COUNTED().search(reading.plain)
    )


def asked_of(reading: Reading, text: str, sources: int) -> OnFigures | None:
    """The operation that a message asks for on figures of the talk; None where it asks for another thing.

    `sources`: of how many the calculation before was, whose number a message may change.
    """
    figures = Ledger.before(reading).figures
    if len(text.split()) > _MOST_WORDS:
        return None
    names = _named(text)
    operation = operation_in(text, "|".join(KINDS[name].named for name in names))
    if operation is None and sources > 1 and _PER_SOURCE().search(text):
        operation = Operation(Act.SPLIT, number=Decimal(sources))
    if operation is None or of_another_matter(reading, _SHARED.get(operation.act, frozenset())):
        return None
    chosen = _chosen(figures, names, operation, reading)
    if not chosen or not _fits(operation, chosen, text, of_each=sources > 1):
        return None
    return OnFigures(operation, chosen)


def lead_of(reading: Reading) -> Figure | None:
    """The figure that the last answer led with."""
    latest = [one for one in Ledger.before(reading).figures if one.age == 0]
    return latest[0] if latest else None


def of_states(reading: Reading) -> bool:
    """Whether a message tells a state of subscription or connection: "2 TB go up" tells none."""
    part = reading.amounts("size") or part_in(reading.plain)
    return bool(reading.subscription or (reading.connectivity and not part))


def of_another_matter(reading: Reading, but: frozenset[str] = frozenset()) -> bool:
    """Whether a message names what is none of the calculators'; `but`: topics that it only seems to name."""
    named = reading.products and not reading.carries("product")
    told = of_states(reading) or reading.hosts
    how = reading.kind in (QuestionKind.WHERE, QuestionKind.WHY)
    return bool(named or told or how or reading.topics - GENERAL - TOPICS - but)


def _named(text: str) -> tuple[str, ...]:
    """The kinds of figures that a message names."""
    return tuple(
        name for name, kind in KINDS.items() if kind.named and re.search(kind.named, text, re.IGNORECASE)
    )


def _chosen(
    figures: Sequence[Figure], names: Sequence[str], operation: Operation, reading: Reading
) -> tuple[Figure, ...]:
    """The figures that an operation is on, by their names, else those of the last answers."""
    if operation.act is Act.LIST:
        latest = {one.name: one for one in figures}
        return tuple(latest.values()) if len(latest) > 1 else ()
    own = [one for one in figures if one.name in names]
    if not own and any(name in _SURELY_NAMED for name in names):
        return ()
    if not own and operation.act is Act.AGAIN:
        return tuple(filter(None, map(constant, names)))[:1]
    pool = own or [one for one in figures if one.age <= _UNNAMED]
    if operation.act is Act.UNIT:
        wanted = Unit.TIME if operation.unit[0] in "hs" or operation.unit.startswith("min") else Unit.SIZE
        pool = [one for one in pool if one.kind.unit is wanted]
    if not pool:
        return ()
    one = _latest(pool, reading)
    if operation.act in (Act.SUM, Act.DIFFERENCE):
        return _run(figures, one)
    return (one,)


def _latest(pool: Sequence[Figure], reading: Reading) -> Figure:
    """The figure of the latest turn; of several the one that the question before named, else the leading."""
    age = min(one.age for one in pool)
    latest = [one for one in pool if one.age == age]
    asked = [one for one in latest if one.name in _named(str(reading.previous.get("query", "")))]
    return (asked or latest)[-1 if len({one.name for one in latest}) == 1 else 0]


def _run(figures: Iterable[Figure], one: Figure) -> tuple[Figure, ...]:
    """The figures of one kind, each once."""
    same = {(figure.amount, figure.of): figure for figure in figures if figure.name == one.name}
    return tuple(same.values()) if len(same) > 1 else ()


def _fits(operation: Operation, figures: Sequence[Figure], text: str, *, of_each: bool) -> bool:
    """Whether an operation makes sense on such a figure, with what it was given."""
    one, kind = figures[-1], figures[-1].kind
    given = operation.size or one.beside
    match operation.act:
        case Act.LEFT:
            if one.name == "points":
                return True
            counts = kind.holds and kind.unit is Unit.COUNT
            return bool(
                (operation.number or operation.part or one.beside)
                if counts
                else kind.unit is Unit.SIZE and given
            )
        case Act.LACK:
            needed = not kind.holds and one.name in _NEEDED
            return bool(needed and (operation.size if kind.unit is Unit.SIZE else operation.number))
        case Act.ENOUGH:
            return one.name == "size"
        case Act.PERCENT if one.name == "points":
            return not operation.size
        case Act.PERCENT:
            return bool(operation.size) if kind.unit is Unit.SIZE else bool(kind.holds and operation.number)
        case Act.TIMES:
            such = one.name != "scratch" or SUCH().search(text)
            vaults = ("vault" in operation.of) == (one.name == "limit")
            rate = find_schedules(text)  # "40 a day" multiplies nothing
            return bool(one.name in _OF_EACH[Act.TIMES] and such and vaults and not (of_each or rate))
        case Act.SPLIT:
            return kind.unit is Unit.SIZE and not kind.holds
        case _:
            return True
