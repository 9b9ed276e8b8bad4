"""Disks of a virtual machine: how many a size takes, which size takes as many, and the pool they make."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import ClassVar, Self

from assistant.decisions import disk_pools, limits
from assistant.decisions.numbers import DIGITS, WORDS, parse_number
from assistant.decisions.quantities import Size
from assistant.decisions.types import DecisionInputError, DecisionResult
from assistant.specialists.calculators.question import Calculation, Question, lazy_search, size_of, size_text
from assistant.understanding.figures import Told, bare_number, find_told, growth_in, is_negative

_DISK = (
    r"(?:(?:data|backup|managed|attached|physical|virtual)\s+)*(?:disks?|drives?|luns?|slots?"
    r"|spindles?|hdds?|ssds?|vhds?)"
)
_ABOUT = rf"\b{_DISK}\b|\bstorage pool\b|\bpool\b"
_ELSEWHERE = r"\bscratch\b|\bstaging\b|\btemp\w*\b|\bcache\b|\bdrive letter\b|\b(?:C|D):|\bOS disks?\b"
# A disk that no machine has.
_OUTSIDE = (
    r"\b(?:slipped|herniated|bulging|prolapsed|spinal|lumbar|vertebra\w*|brakes?|clutch|vinyl|dj|frisbee"
    r"|accretion|optical|floppy|physio\w*|back pain|spine|hybrid car|test drives?|drives? (?:to|home))\b"
)
_SINGLE = (
    rf"\b(?:max\w*|largest|biggest|greatest|highest|upper)\s+(?:allowed\s+|possible\s+)?(?:size|capacity|gb|tb)\b"
    rf"[^.?!]{{0,25}}\b(?:single|one|each|a|per)\s+{_DISK}\b"
    rf"|\bhow (?:big|large)\b[^.?!]{{0,20}}\b(?:single|one|each|a)\s+{_DISK}\b"
    rf"|\b(?:single|one|each|per)\s+{_DISK}\b[^.?!]{{0,25}}\b(?:max\w*|limit|how big|how large|size|grow)\b"
)
_SIZE_OF_ONE = (
    r"\b(?:max\w*|largest|biggest|greatest|highest"
    r"|how (?:big|large))\b[^.?!]{0,25}\b(?:single|one|each|per)\b"
    r"(?![^.?!]*\d)"
)
_DROPPED = (
    rf"\b(?:drop|skip|omit|forgo|cancel|scrap|strike|leave out|leave off|spare|get rid of|save"
    rf"|ditch|do without"
    rf"|without|remove)\b[^.?!]{{0,30}}\b{_DISK}\b"
)
_COUNT = (
    rf"(?<![\w./:-])(?P<n>{DIGITS}|{WORDS})\s*(?:x\s*)?(?:(?!(?:[kmgtp]i?b|gigs?|teras?|days?|weeks?|months?|years?|servers?|vms?"
    rf"|machines?|cores?)\b)[a-z][\w-]*\s+){{0,2}}?{_DISK}\b"
)
_MACHINES = rf"(?<![\w.-])(?P<n>{DIGITS}|{WORDS})\s*(?:x\s*)?(?:\w+\s+){{0,2}}?(?:standard[_\s]?)?A[234]\b"
_MORE = r"\b(?:more|gain\w*|extra|additional\w*|difference|increase|further|compar\w*|vs\.?|versus)\b"
_USED = r"\b(?:used|in use|already|attached|occupied|taken|existing|have|has|got)\b"
_LEFT = r"\b(?:more|left|remaining|free|add|further|spare|additional\w*|still)\b"
_FREE = r"\b(?:left|remaining|free|spare)\b"
_EACH_AFTER = rf"^\s*(?:\w+\s+){{0,1}}?(?:{_DISK}|each)\b"
_EACH_BEFORE = rf"\b{_DISK}\s*(?:x|×|of|at|à|with|,|\(|are|is|sized?|each|a|about|\s)*$"


@dataclass(frozen=True, slots=True)
class Disks(Calculation):
    """Sizes of virtual machine, number of disks and of machines, the size of each disk, the pool wanted."""

    NAME: ClassVar[str] = "disks"
    sizes: tuple[str, ...] = ()
    count: int | None = None
    each: Size | None = None
    wanted: Size | None = None
    machines: int = 1
    asks: str = ""

    @classmethod
    def read(cls, question: Question, before: Self | None) -> Self | None:
        """See `Calculation`."""
        text = question.text
        if before is None and (not _is_about(question) or question.has(_ELSEWHERE) or question.has(_OUTSIDE)):
            return None
        if before is not None and question.has(_SIZE_OF_ONE):
            return replace(before, asks="each")
        if before is None and (question.has(_SINGLE) or question.has(_DROPPED)):
            return None  # the size of one disk isn't told, and whether disks may be left out is another rule
        if is_negative(text):
            raise DecisionInputError("a number of disks can't be negative.")
        case = cls._told(question)
        if before is not None:
            return case._over(before, question)
        counted = case.count is not None and (
            not case.sizes or question.has(r"\bdisks?|\bdrives?|slots?|luns?")
        )
        about = question.has(rf"\b{_DISK}\b|\bpool\b") or question.carries("data-disks")
        asks_size = case.sizes and about
        return (
            case
            if asks_size or (counted and _asks_a_size(question, case)) or (case.each and case.wanted)
            else None
        )

    @classmethod
    def _told(cls, question: Question) -> Self:
        text = question.text
        told = find_told(text)
        each = next((t for t in told if _is_each(text, t)), None)
        wanted = next((t for t in told if t is not each), None)
        count = _whole(_COUNT, text)
        if each and each.times > 1:
            count = each.times
        elif each and (before := lazy_search(rf"(?<![\w.])(?P<n>{DIGITS}|{WORDS})\s*$", text[: each.start])):
            count = _read(before["n"])
        sizes = tuple(dict.fromkeys(s for s in question.reading.vm_sizes))
        return cls(
            sizes,
            count,
            each.size if each else None,
            wanted.size if wanted else None,
            _whole(_MACHINES, text) or 1,
            _asked(question, sizes, count),
        )

    def _over(self, before: Self, question: Question) -> Self | None:
        """What is told now over what was told before."""
        if self.sizes or self.count is not None or self.each or self.wanted:
            each = self.each or (self.wanted if before.each and not before.wanted else None) or before.each
            count = self.count if self.count is not None else None if self._replaces(before) else before.count
            wanted = before.wanted if self.wanted is None or each is self.wanted else self.wanted
            sizes = self.sizes or before.sizes[-1:]
            if self.asks == "difference" and len(self.sizes) == 1:
                sizes = (*before.sizes[-1:], *self.sizes)
            return replace(self, sizes=sizes, count=count, each=each, wanted=wanted)
        growth, number = growth_in(question.text), bare_number(question.text)
        if before.count is None and before.each and growth:
            return replace(before, each=Size(before.each.bytes * growth.factor, before.each.binary))
        count = int((before.count or 0) * growth.factor) if growth else int(number) if number else 0
        return replace(before, count=count) if count else None

    def _replaces(self, before: Self) -> bool:
        """Whether a size told now takes the place of the number told before ("and an A4?")."""
        return bool(self.sizes) and (before.count is None or not before.sizes)

    @classmethod
    def kept(cls, facts: Mapping[str, str]) -> Self:
        """See `Calculation`."""
        return cls(
            tuple(facts.get("sizes", "").split()),
            int(facts["count"]) if facts.get("count") else None,
            size_of(facts.get("each", "")),
            size_of(facts.get("wanted", "")),
            int(facts.get("machines", "1")),
        )

    def facts(self) -> dict[str, str]:
        """See `Calculation`."""
        count = "" if self.count is None else str(self.count)
        told = {"sizes": " ".join(self.sizes), "count": count, "machines": str(self.machines)}
        return told | {"each": size_text(self.each), "wanted": size_text(self.wanted)}

    def result(self) -> DecisionResult:
        """See `Calculation`."""
        size = self.sizes[-1] if self.sizes else ""
        if self.asks == "each":
            return disk_pools.no_size()
        if len(self.sizes) > 1 and self.each is None and self.count and not self.asks:
            return disk_pools.among(self.sizes, self.count)
        if len(self.sizes) > 1 and self.each is None and self.count is None:
            return disk_pools.difference(self.sizes[0], self.sizes[-1])
        if self.each and self.wanted and self.count is None:
            return disk_pools.disks_for_pool(self.wanted.bytes, self.each.bytes, size)
        if self.each and (size or self.count):
            return disk_pools.pool(self.each.bytes, size, self.count, self.machines)
        if self.asks == "left" and size and self.count is not None:
            return disk_pools.disks_left(size, self.count)
        if self.machines > 1 and size and self.count is None:
            return disk_pools.of_several(size, self.machines)
        return limits.data_disks(size, self.count)


def _is_about(question: Question) -> bool:
    return question.has(_ABOUT) or (question.carries("data-disks") and bool(question.reading.vm_sizes))


def _asked(question: Question, sizes: Sequence[str], count: int | None) -> str:
    if question.has(_MORE) and (len(sizes) > 1 or count is None):
        return "difference"
    left = question.has(_FREE) or (question.has(_USED) and question.has(_LEFT))
    return "left" if count is not None and left else ""


def _asks_a_size(question: Question, case: Disks) -> bool:
    """A number of disks alone: only a question for a size, or whether it fits, is meant for this table."""
    return bool(case.sizes) or question.has(
        r"\bwhich\b|\bwhat\b|\bsmallest\b|\bsizes?\b|\bvm\b|\bmachine\b|\bA series\b|\benough\b"
        r"|\bneed\w*|\bpool\b"
    )


def _is_each(text: str, told: Told) -> bool:
    before, after = text[: told.start], text[told.end :]
    return bool(
        told.times > 1 or told.each or lazy_search(_EACH_AFTER, after) or lazy_search(_EACH_BEFORE, before)
    )


def _whole(pattern: str, text: str) -> int | None:
    match = lazy_search(pattern, text)
    return _read(match["n"]) if match else None


def _read(text: str) -> int | None:
    if text.lower() in ("a", "an"):
        return None
    try:
        value: Decimal = parse_number(text).value
    except ValueError:
        return None
    return int(value) if value == value.to_integral_value() and 0 < value <= 10_000 else None
