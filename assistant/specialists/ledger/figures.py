"""Figures that came out in a talk, each of a kind of its own: 450 GB of scratch space, 16 disks of an A4.

A calculator's result tells its figure by a named output, an answer of the guide by its first sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any

from assistant.decisions.calculations import installer, recovery_points
from assistant.decisions.readiness import prerequisites as items
from assistant.decisions.readiness.checks import Prerequisite
from assistant.decisions.reading.durations import find_durations
from assistant.decisions.reading.numbers import UNIT_WORDS, number_in
from assistant.decisions.reading.quantities import find_sizes, plain, two_units
from assistant.decisions.types import DecisionResult, Rule, Source

_NUMBER = rf"(?P<n>\d[\d,]*(?:\.\d+)?|{'|'.join(UNIT_WORDS[:12])})"
_SIZES = re.compile(r"\bA[234]\b")
_ASIDE = re.compile(r"\([^)]*\)")


class Unit(StrEnum):
    """What a figure counts: bytes, minutes, or things by their own name."""

    SIZE = "size"
    TIME = "time"
    COUNT = "count"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of figure: what it is of, the rule that it rests on, and how it is known.

    `bound` says how it limits, `title` what has it, `noun` what it counts. `holds`: it is what something
    takes at most, rather than what is needed. `output` is a table's output, `of` what its inputs add, and
    `beside` the input that it is held against; `said` is how the guide's answers tell it, `named` how a
    question names it.
    """

    name: str
    basis: Prerequisite | Rule
    unit: Unit
    bound: str
    title: str
    noun: str = ""
    holds: bool = False
    output: tuple[str, str] = ("", "")
    of: str = ""
    beside: str = ""
    said: str = ""
    named: str = ""

    @property
    def rule(self) -> Rule:
        """The rule, as a row of its table."""
        return self.basis if isinstance(self.basis, Rule) else self.basis.rule()

    @property
    def sources(self) -> tuple[Source, ...]:
        """Every section that says it."""
        return (self.basis.source,) if isinstance(self.basis, Rule) else self.basis.sources


DOWNLOADED = r"\bdownload\w*|\binstaller\b|\b(?:setup|install\w*) files?\b"
_UNPACKED = r"\b(?:extract|unpack|unzip)\w*"
KINDS: Mapping[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind(
            "scratch", items.SCRATCH, Unit.SIZE, "at least", "the scratch location",
            output=("scratch", "scratch"), of="5 % of {data}", beside="scratch", named=r"\bscratch\b",
        ),
        Kind(
            "data", items.SCRATCH, Unit.SIZE, "at most", "the data for Azure",
            output=("scratch", "data"), of="a scratch location of {scratch}", holds=True,
        ),
        Kind(
            "space", items.EXTRACTION, Unit.SIZE, "at least", "the extraction",
            output=("extraction", "needed"), beside="free",
            said=r"\bat least (?P<n>4)\s?GB of free space", named=_UNPACKED,
        ),
        Kind(
            "both", items.EXTRACTION, Unit.SIZE, "more than", "download and extraction together",
            output=("extraction", "space"), beside="free",
        ),
        Kind(
            "size", installer.DOWNLOAD_RULE, Unit.SIZE, "more than", "the download",
            said=r"\b(?:larger|more) than (?P<n>3)\s?GB\b", named=DOWNLOADED,
        ),
        Kind(
            "time", installer.DOWNLOAD_RULE, Unit.TIME, "up to", "the download",
            output=("download", "time"), of="at {rate}", said=r"\bup to (?P<n>60) minutes\b",
            named=r"\b(?:times?|minutes|hours?|long)\b",
        ),
        Kind(
            "files", installer.DOWNLOAD_RULE, Unit.COUNT, "", "the download", "files",
            said=r"^[^.]*\bconsists? of (?P<n>eight) files\b", named=r"\bfiles\b",
        ),
        Kind(
            "disks", items.DATA_DISKS, Unit.COUNT, "at most", "the size of machine", "disks",
            holds=True, output=("data-disks", "max_disks"), of="{size}", beside="disks",
            said=rf"^[^.]*\b(?P<of>A[234])\b[^.,]*?\b{_NUMBER} disks\b", named=r"\bdisks\b",
        ),
        Kind("pool", items.DATA_DISKS, Unit.SIZE, "", "the storage pool", output=("data-disks", "pool"),
             of="{size}"),
        Kind(
            "points", recovery_points.RULE, Unit.COUNT, "", "the schedule", "recovery points",
            output=("recovery-points", "recovery_points"), named=r"\bpoints\b",
        ),
        Kind(
            "limit", recovery_points.RULE, Unit.COUNT, "at most", "a vault", "recovery points", holds=True,
            said=r"\b(?P<n>9,?999) recovery points\b", named=r"\bpoints\b|\bvaults?\b",
        ),
        Kind(
            "cores", items.VM_SIZE, Unit.COUNT, "at least", "the machine", "cores",
            said=rf"\b{_NUMBER} cores\b", named=r"\b(?:cores?|cpus?|vcpus?|processors?)\b",
        ),
        Kind(
            "memory", items.VM_SIZE, Unit.SIZE, "at least", "the machine's memory",
            said=r"\b(?P<n>3\.5)[- ]?GB\b", named=r"\b(?:memory|ram|mem)\b",
        ),
        Kind(
            "days", items.LOCAL_RETENTION, Unit.COUNT, "at most", "backup data on attached disks",
            "days", holds=True, said=r"\b(?P<n>five) days\b", named=r"\bdays\b",
        ),
    )
}  # fmt: skip
# As the guide's answers tell them.
_CONSTANTS = {
    "memory": "3.5 GB",
    "cores": "2 cores",
    "space": "at least 4 GB of free space",
    "size": "more than 3 GB",
}


@dataclass(frozen=True, slots=True)
class Figure:
    """An amount (bytes, minutes or a number) of a kind; `of` is what it came from, `beside` what it was held
    against, `binary` whether it is shown in binary units, `age` how many turns ago it came out."""

    name: str
    amount: Decimal
    of: str = ""
    beside: Decimal | None = None
    binary: bool = False
    age: int = 0

    @property
    def kind(self) -> Kind:
        """What it is a figure of."""
        return KINDS[self.name]

    def shown(self, amount: Decimal | None = None) -> str:
        """The amount, or another one of this kind, for people."""
        value = self.amount if amount is None else amount
        if self.kind.unit is Unit.SIZE:
            return two_units(value, binary=self.binary)
        return installer.minutes(value) if self.kind.unit is Unit.TIME else plain(value)

    def counted(self, amount: Decimal | None = None) -> str:
        """The same with what is counted: "1 disk", "9,939 recovery points", "450 GB"."""
        noun = self.kind.noun
        one = (self.amount if amount is None else amount) == 1
        return " ".join(filter(None, (self.shown(amount), noun.removesuffix("s") if one else noun)))

    def to_dict(self) -> dict[str, Any]:
        """As plain data for the next turn."""
        beside = "" if self.beside is None else str(self.beside)
        told = {"name": self.name, "amount": f"{self.amount.normalize():f}", "of": self.of, "beside": beside}
        return {**told, "binary": self.binary, "age": self.age}

    @classmethod
    def from_dict(cls, kept: Mapping[str, Any]) -> Figure:
        """What `to_dict` made plain."""
        beside = Decimal(kept["beside"]) if kept["beside"] else None
        return cls(kept["name"], Decimal(kept["amount"]), kept["of"], beside, kept["binary"], kept["age"])


def of_result(result: DecisionResult) -> tuple[Figure, ...]:
    """The figures that came out of a calculation."""
    outputs = dict(result.outputs)
    if result.table == "extraction":
        outputs.setdefault("needed", f"{installer.EXTRACTION_GB} GB")
    told = (
        _figures(kind, outputs[kind.output[1]], result.inputs)
        for kind in KINDS.values()
        if kind.output[0] == result.table and kind.output[1] in outputs
    )
    return tuple(figure for figures in told for figure in figures)


def _figures(kind: Kind, output: str, inputs: Mapping[str, str]) -> Iterator[Figure]:
    of = kind.of.format_map(inputs) if all(name in inputs for name in re.findall(r"{(\w+)}", kind.of)) else ""
    beside = next(iter(_amounts(kind.unit, inputs.get(kind.beside, ""))), (None, False))[0]
    amounts = list(_amounts(kind.unit, output))
    if len(amounts) == 1:
        yield Figure(kind.name, amounts[0][0], of, beside, amounts[0][1])
        return
    sources = of.removeprefix("5 % of ").split(", ") if len(amounts) == of.count(", ") + 1 else []
    for at, (amount, binary) in enumerate(amounts):
        yield Figure(kind.name, amount, f"5 % of {sources[at]}" if sources else "", None, binary)


def _amounts(unit: Unit, text: str) -> Iterator[tuple[Decimal, bool]]:
    """The amounts in a table's words, without what is said again in brackets."""
    text = _ASIDE.sub("", text)
    if unit is Unit.SIZE:
        yield from ((found.value.bytes, found.value.binary) for found in find_sizes(text))
    elif unit is Unit.TIME:
        yield from ((found.value.high * 1440, False) for found in find_durations(text) if found.value.high)
    elif value := number_in(text.strip()):
        yield value, False


def of_sentences(sentences: Sequence[str]) -> tuple[Figure, ...]:
    """The figures of the guide that an answer tells, in the order of its sentences."""
    found: dict[str, Figure] = {}
    for sentence in sentences:
        for kind in KINDS.values():
            match = re.search(kind.said, sentence) if kind.said else None
            if match and kind.name == "disks" and len(set(_SIZES.findall(sentence))) > 1:
                continue  # which of them is meant is not told
            if match and kind.name not in found and (value := number_in(match["n"].replace(",", ""))):
                scale = 10**9 if kind.unit is Unit.SIZE else 1
                found[kind.name] = Figure(kind.name, value * scale, match.groupdict().get("of") or "")
    return tuple(found.values())


def constant(name: str) -> Figure | None:
    """The figure that the guide gives once and for all of a kind; None where it depends on something."""
    return next(iter(of_sentences([_CONSTANTS[name]])), None) if name in _CONSTANTS else None
