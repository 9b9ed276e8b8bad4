"""Which of the sizes gives the larger pool, or more disks: "A2 full of 4 TB disks or A3 with 1 TB ones"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, Self

from assistant.decisions.calculations import disk_room
from assistant.decisions.calculations.disk_fleets import Group
from assistant.decisions.expressions.needed import Needed
from assistant.decisions.types import DecisionResult
from assistant.specialists.calculators import disk_words as words
from assistant.specialists.calculators.calculator_question import Calculation, Question, lazy_search
from assistant.specialists.calculators.disk_nouns import DISK

_COMPARES = (
    r"\b(?:which|bigger|larger|largest|biggest|more|fewer|versus|vs|against|better|replac\w*|equal\w*|differ\w*|compar\w*"
    r"|most|wins?|leads?|ahead|same (?:size|pool|storage|capacity|number|count|amount|disks)|as many)\b"
)
_OF_POOL = r"\b(?:pool|storage|capacity|room|space|raw|more|bigger|larger)\b"
_OF_DISKS = rf"\b{DISK}\b"
_APART = r"\b(?:or|versus|vs|than|as|against|compared)\b"


@dataclass(frozen=True, slots=True)
class PoolsApart(Calculation):
    """Machines of two or three sizes, with the size of their disks or, where several are told, without."""

    NAME: ClassVar[str] = "pools-apart"
    NEEDS: ClassVar[Needed] = Needed(_COMPARES)
    groups: tuple[Group, ...] = ()

    @classmethod
    def read(cls, question: Question, before: Self | None) -> Self | None:
        """See `Calculation`."""
        told = len(question.reading.vm_sizes)
        if before is not None or told not in (2, 3) or not question.has(_COMPARES):
            return None
        groups = words.each_group(question.text)
        if len(groups) != told or (question.has(words.TOGETHER) and not _are_apart(question)):
            return None
        several = any(group.machines > 1 for group in groups)
        if told == 2 and all(group.each for group in groups):
            return cls(groups) if question.has(_OF_POOL) else None
        unsized = not any(group.each or group.disks for group in groups)
        return cls(groups) if several and unsized and question.has(_OF_DISKS) else None

    @classmethod
    def kept(cls, facts: Mapping[str, str]) -> Self:
        """See `Calculation`."""
        told = [group.split("|") for group in facts["groups"].split(";")]
        return cls(
            tuple(
                Group(size, int(machines), int(disks) or None, Decimal(each) or None)
                for size, machines, disks, each in told
            )
        )

    def facts(self) -> dict[str, str]:
        """See `Calculation`."""
        told = (f"{one.size}|{one.machines}|{one.disks or 0}|{one.each or 0}" for one in self.groups)
        return {"groups": ";".join(told)}

    def result(self) -> DecisionResult:
        """See `Calculation`."""
        pooled = all(group.each for group in self.groups)
        return disk_room.larger_pool(self.groups) if pooled else disk_room.more_disks(self.groups)


def _are_apart(question: Question) -> bool:
    """Whether the two sizes are set against each other: "two A2 or one A3", not "two A2 and one A3"."""
    between = question.text
    first, second, *_ = (lazy_search(rf"\b{size}", between) for size in question.reading.vm_sizes)
    if first is None or second is None:
        return False
    ends = sorted((first.span(), second.span()))
    return bool(lazy_search(_APART, between[ends[0][1] : ends[1][0]]))
