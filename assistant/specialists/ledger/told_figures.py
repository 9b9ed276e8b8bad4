"""Figures that earlier messages only told, put before the one that asks for something that takes them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from assistant.decisions.expressions.patterns import lazy
from assistant.decisions.reading.quantities import find_sizes
from assistant.decisions.types import DecisionInputError
from assistant.specialists.calculators.calculator_question import Calculation
from assistant.specialists.ledger.ledger_entries import Ledger, of_another_matter
from assistant.understanding.read import read_question
from assistant.understanding.reading import Reading

_ON_TOP = lazy(
    r"(?<![\w.,])\d+(?:[.,]\d+)?(?= of (?:that|it|this|those|them|which)\b)|"
    r"\b(?:another|plus|adds?|additional|on top|now)\s+\d+(?:[.,]\d+)?(?![\w.,]*\d)(?!\s*\w)"
)
_OF_FIGURES = lazy(
    r"\bhow (?:much|many|big|large|long|fast|soon)\b|\b(?:enough|ok|okay|fine|suffic\w*|fits?|do it|will do"
    r"|work\w*|possible|left|remain\w*|total|altogether|sum|sizes?|sizing|min\w*|max\w*|more|less|another|half|third|quarter"
    r"|each|full|last|when|scratch|extract\w*|unpack\w*|unzip\w*|all in)\b|[=%]"
)
# "the disks, 6 of them": a number of what the message names, not an amount in the unit before it.
_OF_THINGS = lazy(
    r"\b(?:disks?|drives?|servers?|machines?|vms?|boxes|sources?|points?|cores?)\b[^.!]{0,60}?"
    r"\d of (?:them|those|these)\b"
    r"|\d of (?:them|those|these)\b[^.!]{0,30}\b(?:disks?|drives?)\b"
)
Read = Callable[[Reading], Calculation | None]
"""How a calculation is read from a message without a talk."""


def together(reading: Reading, own: Calculation | None, read: Read) -> Calculation | None:
    """The calculation that a message asks for with what was told before it; None where that adds nothing.

    What a calculator has answered counts again only where the message makes no calculation itself.
    """
    ledger = Ledger.before(reading)
    told = ledger.told or ((ledger.last,) if ledger.last and own is None else ())
    if not told or of_another_matter(reading) or not _asks_figure(reading):
        return None
    *earlier, last = _in_one_unit((*told, reading.plain))
    before = ". ".join(text.rstrip(" .!") for text in earlier)
    case = _read(f"{before}. {last}", read)
    if case is None or case == _read(before, read):
        return None
    return case if own is None or _filled(case) > _filled(own) else None


def _asks_figure(reading: Reading) -> bool:
    """Whether a message tells a figure, or asks for one or whether it fits: not "is a local disk needed?"."""
    told = reading.quantities or reading.vm_sizes or any(map(str.isdigit, reading.plain))
    return bool(told or _OF_FIGURES().search(reading.plain))


def _in_one_unit(told: Sequence[str]) -> Iterator[str]:
    """What was told, with the unit of the size before at an amount that comes on top without one."""
    unit = ""
    for text in told:
        if sizes := find_sizes(text):
            unit = text[sizes[-1].start : sizes[-1].end].lstrip("0123456789., -")
            yield text
        else:
            counted = not unit or _OF_THINGS().search(text)
            yield text if counted else _ON_TOP().sub(rf"\g<0> {unit}", text)


def _read(text: str, read: Read) -> Calculation | None:
    try:
        return read(read_question(text))
    except DecisionInputError:
        return None


def _filled(case: Calculation) -> int:
    """How many inputs are told; what is asked is none."""
    facts: Mapping[str, str] = case.facts()
    told = (value for name, value in facts.items() if name != "asks")
    return sum(bool(value and value not in ("0", "1")) for value in told)
