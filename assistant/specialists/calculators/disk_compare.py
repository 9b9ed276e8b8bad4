"""Which of two machines gives the larger pool: "A2 full of 4 TB disks or A3 with 1 TB ones"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, Self

from assistant.decisions import disk_room
from assistant.decisions.disk_fleets import Group
from assistant.decisions.types import DecisionResult
from assistant.specialists.calculators import disk_words as words
from assistant.specialists.calculators.question import Calculation, Question

_COMPARES = (
    r"\b(?:which|bigger|larger|largest|biggest|more|versus|vs|better|equal"
    r"|same (?:size|pool|storage|capacity))\b"
)
_OF_POOL = r"\b(?:pool|storage|capacity|room|space|raw|more|bigger|larger)\b"


@dataclass(frozen=True, slots=True)
class PoolsApart(Calculation):
    """Two machines of different sizes, each with the size of its disks."""

    NAME: ClassVar[str] = "pools-apart"
    groups: tuple[Group, ...] = ()

    @classmethod
    def read(cls, question: Question, before: Self | None) -> Self | None:
        """See `Calculation`."""
        asked = question.has(_COMPARES) and question.has(_OF_POOL) and not question.has(words.TOGETHER)
        if before is not None or not asked or len(question.reading.vm_sizes) != 2:
            return None
        groups = words.each_group(question.text)
        told = len(groups) == 2 and all(group.each and group.machines == 1 for group in groups)
        return cls(groups) if told else None

    @classmethod
    def kept(cls, facts: Mapping[str, str]) -> Self:
        """See `Calculation`."""
        told = [group.split("|") for group in facts["groups"].split(";")]
        return cls(tuple(Group(size, 1, int(disks) or None, Decimal(each)) for size, disks, each in told))

    def facts(self) -> dict[str, str]:
        """See `Calculation`."""
        return {"groups": ";".join(f"{one.size}|{one.disks or 0}|{one.each}" for one in self.groups)}

    def result(self) -> DecisionResult:
        """See `Calculation`."""
        return disk_room.larger_pool(self.groups)
