"""Cores and memory of several backup servers, each at the recommended minimum."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Self

from assistant.decisions.expressions.needed import Needed
from assistant.decisions.readiness import machine_size
from assistant.decisions.readiness.machine_size import canonical_size
from assistant.decisions.reading.numbers import DIGITS, WORDS
from assistant.decisions.types import DecisionResult
from assistant.specialists.calculators.calculator_question import Calculation, Question, lazy_search
from assistant.specialists.calculators.disk_nouns import whole

_COUNTED = (
    rf"(?<![\w./:-])(?P<n>{DIGITS}|{WORDS})\s+(?:(?:minimum|minimal|such|identical|small|more|new|separate|azure"
    r"|mabs|backup|a2)\s+){0,4}(?:servers?|vms?|virtual machines?|machines?|boxes|instances?|mabs)\b"
)
_AT_MINIMUM = r"\b(?:min(?:imum|imal)?|least|smallest|a2)\b"
_ASKED = r"\b(?:cores?|cpus?|vcpus?|ram|memory)\b"
_TOGETHER = (
    r"\b(?:total\w*|together|altogether|sum|all (?:in all|of them)|in all|combined|overall"
    r"|how (?:much|many))\b"
)
_PROTECTED = (
    r"\b(?:agents?|protect\w*|back(?:ing|ed)? up|backs up|sources?|workloads?"
    r"|disks?|enough|ok|okay|does|each have)\b"
)
_MOST = 1000


@dataclass(frozen=True, slots=True)
class LeastMachines(Calculation):
    """How many backup servers there are to be."""

    NAME: ClassVar[str] = "least-machines"
    NEEDS: ClassVar[Needed] = Needed(_AT_MINIMUM, _ASKED, _TOGETHER, _COUNTED)
    count: int = 1

    @classmethod
    def read(cls, question: Question, before: Self | None) -> Self | None:
        """See `Calculation`."""
        asked = all(map(question.has, (_AT_MINIMUM, _ASKED, _TOGETHER))) and not question.has(_PROTECTED)
        match = lazy_search(_COUNTED, question.text) if asked and before is None else None
        count = whole(match["n"]) if match else None
        if count is None or not 1 < count <= _MOST:
            return None
        return cls(count) if set(map(canonical_size, question.reading.vm_sizes)) <= {"A2"} else None

    def result(self) -> DecisionResult:
        """See `Calculation`."""
        return machine_size.least_of_several(self.count)
