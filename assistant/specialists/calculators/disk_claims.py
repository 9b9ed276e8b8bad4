"""Sizes of machine held against each other or against a number: "A4 has fewer disks than A3?"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Self

from assistant.decisions.calculations import disk_pools
from assistant.decisions.expressions.needed import Needed
from assistant.decisions.expressions.patterns import lazy
from assistant.decisions.reading.numbers import DIGITS, WORDS
from assistant.decisions.types import DecisionResult
from assistant.specialists.calculators.calculator_question import Calculation, Question
from assistant.specialists.calculators.disk_nouns import DISK, whole
from assistant.understanding.topics import find_vm_sizes

_SIZE = r"(?:standard[_\s]?)?A\d{1,2}(?:[\s_]?v2)?\b"
_TAKES = r"(?:(?:can|does|will)\s+)?(?:has|have|takes?|allows?|supports?|holds?|got|gets?|fits?)"
_COMPARED = lazy(
    rf"\b(?P<one>{_SIZE})\s+(?:vms?\s+)?(?:(?:can|does|will|is)\s+)?{_TAKES}\s+(?:support\s+)?"
    rf"(?:the\s+|a\s+|just\s+)*(?P<how>more|fewer|less|as many|(?:the )?same|an equal|equally many)\b"
    rf"[^.?!]{{0,40}}?\b(?:than|as|like)\s+(?:an?\s+|the\s+)?(?P<other>{_SIZE})"
    rf"|^\W*(?:does|do|can|will|is|has)\s+(?:an?\s+|the\s+)?(?P<one2>{_SIZE})\s+(?:\w+\s+)?"
    rf"(?P<how2>more|fewer|less|as many|(?:the )?same)\b"
    rf"[^.?!]{{0,40}}?\b(?:than|as|like)\s+(?:an?\s+|the\s+)?(?P<other2>{_SIZE})"
)
_ONE = lazy(
    rf"\b(?P<size>{_SIZE})\s+{_TAKES}\s+(?:up to\s+|only\s+|at most\s+|just\s+)?(?P<n>{DIGITS}|(?:{WORDS})\b)"
)
_CLAIM = r"\b(?:right|correct|true|too|also|as well|isn'?t it|agree)\b\W*"
_WHICH = r"\b(?:which|how many|what)\b"
_RELATIONS = {"more": "more", "fewer": "fewer", "less": "fewer"}


@dataclass(frozen=True, slots=True)
class DiskClaims(Calculation):
    """Two sizes and how they are said to compare, or the number of disks that is said of each of several."""

    NAME: ClassVar[str] = "disk-claims"
    NEEDS: ClassVar[Needed] = Needed(rf"\b{DISK}\b")
    sizes: tuple[str, ...] = ()
    relation: str = ""
    counts: tuple[int, ...] = ()

    @classmethod
    def read(cls, question: Question, before: Self | None) -> Self | None:
        """See `Calculation`."""
        text = question.text
        if before is not None or question.has(_WHICH) or not question.has(rf"\b{DISK}\b"):
            return None
        if match := _COMPARED().search(text):
            told = match.groupdict()
            pair = (told["one"] or told["one2"], told["other"] or told["other2"])
            how = (told["how"] or told["how2"]).lower()
            return cls(_named(pair), _RELATIONS.get(how, "same"))
        told_of = [(m["size"], n) for m in _ONE().finditer(text) if (n := whole(m["n"]))]
        if len(told_of) < 2 or not question.has(_CLAIM):
            return None
        return cls(_named([size for size, _ in told_of]), counts=tuple(n for _, n in told_of))

    def result(self) -> DecisionResult:
        """See `Calculation`."""
        if self.relation:
            return disk_pools.compared(self.sizes[0], self.relation, self.sizes[1])
        return disk_pools.claimed(tuple(zip(self.sizes, self.counts, strict=True)))


def _named(sizes: Sequence[str]) -> tuple[str, ...]:
    return tuple(find_vm_sizes(size)[0] for size in sizes)
