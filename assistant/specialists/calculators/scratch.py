"""The scratch location: at least 5 % of the data for Azure, reckoned in either direction."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise
from typing import Any, ClassVar, Self

from assistant.decisions import limits
from assistant.decisions.quantities import Size, format_size, plain, unusable_size
from assistant.decisions.types import DecisionInputError, DecisionResult
from assistant.specialists.calculators.question import Calculation, Question, lazy_search, size_of, size_text
from assistant.understanding.figures import (
    Growth,
    Told,
    bare_number,
    find_told,
    growth_in,
    is_negative,
    is_zero,
    sources_in,
    steady_growth,
    years_in,
)

_ABOUT = (
    r"\bscratch\b|\bcache (?:location|folder|volume|disk|size|space|area|partition)\b|\b(?:5"
    r"|five)[\s-]?(?:%|percent|per cent)"
)
_PLACE = (
    r"(?:scratch|cache)(?:\s+(?:location|folder|dir\w*|disk|space|volume|drive|area|partition|size|file))?"
)
_SPACE_BEFORE = (
    rf"{_PLACE}\s*(?:\(|is|are|was|were|=|:|of|has|with|at|only|just|currently|about|got|gets|holds"
    r"|on a|on an|now|being|that'?s"
    r"|takes|a|an|the|partition|volume|disk|we have|i have|there|\s)*\s*$"
)
_SPACE_AFTER = (
    r"^\s*(?:(?!and\b|but\b|with\b|plus\b)\w+\s+){0,2}?(?:free|scratch|cache|left|available|ssd|spare"
    r"|(?:to (?:use|give) )?(?:as|for|on) (?:the |my |our |a )?(?:scratch|cache))\b"
)
_NOT_SPACE = r"\b(?:for|send(?:ing)?|plan(?:ned|ning)?)\s*(?:about|around|roughly|some|our|the|only)?\s*$"
_IS_DATA = r"^\s*(?:of\s+)?(?:(?:cloud|azure|online|backup)\s+)?data\b"
_RECKON = r"\b(?:comput\w*|calculat\w*|work out|determine)\b"
_COMPARED = (
    r"\b(?:enough|ok|okay|fine|suffic\w*|suit\w*|will do|does it|do|fits?|work\w*|too (?:much|small"
    r"|little|big))\b\W*$"
)
_BESIDE = 16
_HAVE = r"\b(?:have|has|got|only|just|there'?s|left|gave|give|reserved?|allocat\w*)\s+(?:\w+\s+){0,2}?$"
_UP = r"\b(?:azure|cloud|vault|online|off-?site|upload\w*|up there)\b"
_STAYS = (
    r"\b(?:in total|altogether|overall|of which|out of|local(?:ly)?|on disk|on-?prem\w*|stays?|only on"
    r"|the rest"
    r"|protected in all|raw)\b"
)
_ASKS_DATA = (
    r"\bhow (?:much|many (?:[gt]b|gigs?|terabytes?|gigabytes?))\s+(?:more\s+|of\s+)?(?!scratch|cache"
    r"|space|must|should"
    r"|room)(?:data\b|can\b|may\b|could\b|is allowed|am i|are we|fits?\b|goes\b|do(?:es)? (?:it|that"
    r"|this|they|he)\b|azure"
    r"|cloud|to\b|backup|payload|i\b|we\b|will\b|would\b)(?![^?.!]{0,25}\bscratch (?:do|must|should|is"
    r"|needed|required))"
    r"|\b(?:max\w*|most|upper limit|ceiling)\b[^.?!]{0,35}\b(?:data|amount|to (?:azure|the cloud"
    r"|the vault|cloud)"
    r"|upload|send|backed? up|cloud|azure)\b|\b(?:data|amount)\b[^.?!]{0,20}\b(?:max\w*|at most|limit)\b"
    r"|\bhow much\b[^?.!]{0,40}\b(?:send|push|upload|ship|sent|backed up)\b"
)
_ASKS_SIZE = r"\bsiz\w+\b|\bhow (?:much|big|large|many)\b|\bmin(?:imum)?\b|\bcalculat\w*"
_ASKS_SHARE = r"\bpercent\w*|%|\bshare\b|\bfraction\b|\bratio\b"
_MORE = (
    r"\b(?:add\w*|another|additional\w*|extra|on top|plus|more)\b"
    r"|\b(?:an?|the|one)\s+(?:second|third|fourth|fifth|further)\b"
)
_LESS = r"\b(?:less|minus|fewer|subtract|deduct|take away|smaller by)\b"
_OF_DATA = r"\b(?:data|azure|cloud|vault|servers?|machines?|vms?|sources?|databases?)\b"
_TAKEN_BACK = (
    r"\b(?:without|drop|minus|except|remove|not counting|leave out|forget)\s+"
    r"(?:that|this|the (?:last|new|other|extra|added|second|third|fourth|fifth)|it)\b"
)
_KEPT_SIZES = ("data", "space", "added", "base")
_BECOMES = (
    r"^\W*(?:now |today |currently )?(?:to|into)\W*$|\b(?:becom\w*|(?:grow\w*|go(?:es)?|up|ris\w*) to"
    r"|later|instead"
    r"|next (?:year|month|quarter)|will be|afterwards|in \w+ (?:years?|months?))\b|->|→"
)
_OR = r"\b(?:or|vs\.?|versus)\b|/"
_SHARE = r"(\d+(?:[.,]\d+)?)\s*(?:%|percent\b|per cent\b)"


_SENTENCE_END = re.compile(r"[.?!:](?=\s)|\s>\s|\n")


@dataclass(frozen=True, slots=True)
class Scratch(Calculation):
    """`data` for Azure and `space` of the scratch location, as far as told; `amounts` are alternatives."""

    NAME: ClassVar[str] = "scratch"
    data: Size | None = None
    space: Size | None = None
    made_of: str = ""
    amounts: tuple[Size, ...] = ()
    share: Decimal | None = None
    nothing: bool = False
    added: Size | None = None
    base: Size | None = None
    yearly: Decimal | None = None
    each: Size | None = None
    sources: int = 0

    @classmethod
    def read(cls, question: Question, before: Self | None) -> Self | None:
        """See `Calculation`."""
        text = question.text
        carried = question.carries("scratch") and bool(find_told(text))
        if not question.has(_ABOUT) and before is None and not carried:
            return None
        less = (before is not None or carried) and question.has(_LESS)
        if is_negative(text) and not less:
            raise DecisionInputError("an amount of data can't be negative.")
        told = _once(text, [t for t in find_told(text) if not _is_memory(text, t)])
        if error := (None if told or is_zero(text) else unusable_size(text)):
            raise error
        if not told:
            return cls._without_sizes(question, before)
        asks_data = question.has(_ASKS_DATA)
        planned, space = _parted(text, told, asks_data, before)
        if before is None and not planned and (share := _share(text)):
            return cls(share=share)
        case = cls._of(text, planned, space)
        return case if before is None else case._over(before, question, asks_data)

    @classmethod
    def _of(cls, text: str, planned: Sequence[Told], space: Told | None) -> Self:
        growth = growth_in(text)
        if (steady := steady_growth(text, planned)) and len(planned) > 1:
            return cls._with_steady(text, [t for t in planned if t is not steady[0]], space, *steady)
        amounts = _alternatives(text, planned)
        if len(amounts) > 1:
            return cls(amounts=amounts)
        data, made_of = _sum(text, planned)
        one = planned[0] if len(planned) == 1 else None
        each = one.size if one and (one.each or one.times > 1) else None
        sources = (one.times if one and one.times > 1 else sources_in(text) or 0) if each else 0
        room = None if space is None else space.size
        if growth and data and not _of_scratch(text, growth):
            base = data
            data, made_of = _grown(data, growth, made_of)
            return cls(data, room, made_of, base=base, yearly=growth.yearly)
        if growth and room:
            room = Size(room.bytes * growth.factor, room.binary)
        return cls(data, room, made_of, each=each, sources=sources)

    @classmethod
    def _with_steady(
        cls, text: str, planned: Sequence[Told], space: Told | None, more: Told, times: int
    ) -> Self:
        """The data after so many months or years in each of which the same comes on top."""
        data, made_of = _sum(text, planned)
        whole = _added(data, Size(more.size.bytes * times, more.size.binary))
        start = made_of or (_shown(data) if data else "")
        return cls(whole, space.size if space else None, f"{start} + {times} x {_shown(more.size)}")

    def _over(self, before: Self, question: Question, asks_data: bool) -> Self:
        """What is told now over what was told before."""
        if self.amounts:
            return self
        data = self.data
        if self.each and not self.sources and before.sources:
            return replace(before, **_of_sources(self.each, before.sources))
        if data and before.data and question.has(_MORE) and not question.has(r"\binstead\b"):
            if before._is_short_of_space() and not question.has(_OF_DATA):
                return replace(before, space=_added(before.space, data), made_of="")
            parts = f"{_shown(before.data)} + {_shown(data)}"
            space = self.space or before.space
            return replace(self, data=_added(before.data, data), made_of=parts, space=space, added=data)
        if data and before.data and question.has(_LESS):
            parts = f"{_shown(before.data)} - {_shown(data)}"
            left = Size(before.data.bytes - data.bytes, before.data.binary)
            if left.bytes <= 0:
                raise DecisionInputError(f"{parts} leaves no data.")
            return replace(before, data=left, made_of=parts, added=None)
        if asks_data and self.space:
            return self
        return replace(self, data=data or before.data, space=self.space or before.space)

    def _is_met_by(self, text: str, told: Told) -> bool:
        """Whether a size told now is held against the data told before: "is 150 GB enough?"."""
        if self.data is None or self.space is not None or told.size.bytes >= self.data.bytes:
            return False
        held = lazy_search(_COMPARED, text) or lazy_search(_HAVE, text[: told.start])
        return bool(held and not lazy_search(_UP, text))

    def _is_short_of_space(self) -> bool:
        """Whether both are told and the scratch location is too small."""
        if self.data is None or self.space is None:
            return False
        return self.space.bytes * 100 < self.data.bytes * limits.SCRATCH_PERCENT

    @classmethod
    def _without_sizes(cls, question: Question, before: Self | None) -> Self | None:
        text = question.text
        if is_zero(text) and before is None:
            return cls(nothing=True)
        if before is None:
            if share := _share(text):
                return cls(share=share)
            return cls() if question.has(_ASKS_SIZE) and not question.has(_ASKS_SHARE) else None
        if before.added and before.data and question.has(_TAKEN_BACK):
            left = Size(before.data.bytes - before.added.bytes, before.data.binary)
            return replace(before, data=left, made_of="", added=None) if left.bytes > 0 else None
        if before.each and (sources := sources_in(text)):
            return replace(before, **_of_sources(before.each, sources))
        if growth := growth_in(text):
            return before._grown_by(text, growth)
        if before.base and before.yearly and (years := years_in(text)):
            data, made_of = _grown(before.base, Growth(before.yearly**years, 0, 0), "")
            return replace(before, data=data, made_of=made_of)
        if (number := bare_number(text)) and (told := before.data or before.space):
            size = _in_same_unit(number, told)
            return replace(before, data=size, made_of="") if before.data else replace(before, space=size)
        return None

    def _grown_by(self, text: str, growth: Growth) -> Self | None:
        if self.space and (self.data is None or _of_scratch(text, growth)):
            return replace(self, space=Size(self.space.bytes * growth.factor, self.space.binary))
        if self.data is None:
            return None
        data, made_of = _grown(self.data, growth, "")
        return replace(self, data=data, made_of=made_of)

    @classmethod
    def kept(cls, facts: Mapping[str, str]) -> Self:
        """See `Calculation`."""
        data, space, added, base = (size_of(facts.get(name, "")) for name in _KEPT_SIZES)
        yearly = Decimal(facts["yearly"]) if facts.get("yearly") else None
        each, sources = size_of(facts.get("each", "")), int(facts.get("sources", "0"))
        return cls(data, space, added=added, base=base, yearly=yearly, each=each, sources=sources)

    def facts(self) -> dict[str, str]:
        """See `Calculation`."""
        data = self.data or (self.amounts[-1] if self.amounts else None)
        sizes = zip(_KEPT_SIZES, (data, self.space, self.added, self.base), strict=True)
        return {name: size_text(size) for name, size in sizes} | {
            "yearly": str(self.yearly or ""),
            "each": size_text(self.each),
            "sources": str(self.sources),
        }

    def result(self) -> DecisionResult:
        """See `Calculation`."""
        if self.nothing:
            return limits.no_scratch()
        if self.share is not None:
            return limits.scratch_share(self.share)
        if self.amounts:
            return limits.scratch_for_each(self.amounts)
        return limits.scratch(self.data, self.space, self.made_of)


def _share(text: str) -> Decimal | None:
    """A share of the data told for the scratch location, other than the guide's own."""
    match = None if growth_in(text) else lazy_search(_SHARE, text)
    share = Decimal(match[1].replace(",", ".")) if match else None
    return share if share and share != limits.SCRATCH_PERCENT else None


def _is_memory(text: str, told: Told) -> bool:
    return bool(lazy_search(r"^\s*(?:of\s+)?(?:ram|memory|mem)\b", text[told.end : told.end + 12]))


def _once(text: str, told: Sequence[Told]) -> tuple[Told, ...]:
    """Each size once: what is told again in another sentence or line, as in a quoted thread, is the same."""
    kept: list[Told] = []
    for one in told:
        same = next(
            (k for k in kept if k.size == one.size and _SENTENCE_END.search(text, k.end, one.start)), None
        )
        if same is None or _is_space(text, same):
            kept += [one] if same is None else []
        else:
            kept[kept.index(same)] = one
    return tuple(sorted(kept, key=lambda t: t.start))


def _parted(
    text: str, told: Sequence[Told], asks_data: bool, before: Scratch | None
) -> tuple[list[Told], Told | None]:
    """The sizes that are data for Azure, and the one that is the scratch location."""
    spaces = [t for t in told if _is_space(text, t)]
    if not spaces and len(told) == 1 and asks_data:
        spaces = list(told)
    if not spaces and len(told) == 1 and before and before.space and before.data is None:
        spaces = list(told)
    if not spaces and len(told) == 1 and before and before._is_met_by(text, told[0]):
        spaces = list(told)
    if len(told) == 1 and lazy_search(_RECKON, text) and not asks_data:
        spaces = []
    if not spaces and len(told) == 2:
        spaces = [t for t in told if _is_had(text, t, told)][:1] or _nearest(text, told)
    rest = [t for t in told if t not in spaces[:1]]
    for_azure = [
        t for t in rest if lazy_search(rf"^[^,.;?!]{{0,25}}{_UP}", text[t.end : _next_start(rest, t)])
    ]
    if for_azure and len(for_azure) < len(rest) and lazy_search(_STAYS, text):
        rest = for_azure
    return rest, spaces[0] if spaces else None


def _nearest(text: str, told: Sequence[Told]) -> list[Told]:
    """Of two sizes that are to be compared the one beside the word for the scratch location."""
    word = lazy_search(r"\b(?:scratch|cache)\b", text)
    if word is None or not lazy_search(_COMPARED, text) or lazy_search(r"\+|\bor\b", text):
        return []
    far = [max(word.start() - t.end, t.start - word.end()) for t in told]
    return [told[far.index(min(far))]] if min(far) <= _BESIDE and far[0] != far[1] else []


def _next_start(told: Sequence[Told], one: Told) -> int | None:
    return next((t.start for t in told if t.start > one.start), None)


def _is_space(text: str, told: Told) -> bool:
    before, after = text[: told.start], text[told.end :]
    if lazy_search(r"^\s*each\b", after):
        return False  # one of each of the sources
    if before.rstrip().endswith("+") or lazy_search(_IS_DATA, after) or lazy_search(r"%\s*of\s*$", before):
        return False
    return bool(lazy_search(_SPACE_BEFORE, before) or lazy_search(_SPACE_AFTER, after)) and not lazy_search(
        _NOT_SPACE, before
    )


def _is_had(text: str, told: Told, others: Sequence[Told]) -> bool:
    """Of two sizes the one that is there, while the other is to go to Azure."""
    other = next(t for t in others if t is not told)
    goes = lazy_search(rf"^[^.;?!]{{0,25}}{_UP}", text[other.end :])
    return bool(goes and lazy_search(_HAVE, text[: told.start]))


def _alternatives(text: str, planned: Sequence[Told]) -> tuple[Size, ...]:
    """Two amounts or more that are told as alternatives ("2 TB or 5 TB")."""
    between = [text[a.end : b.start] for a, b in pairwise(planned)]
    if between and all(lazy_search(_OR, words) for words in between):
        return tuple(t.size for t in planned)
    return ()


def _sum(text: str, planned: Sequence[Told]) -> tuple[Size | None, str]:
    """All that is told for Azure, added up; or the last of two of which one becomes the other."""
    if not planned:
        return None, ""
    if len(planned) == 2:
        between, after = text[planned[0].end : planned[1].start], text[planned[1].end : planned[1].end + 30]
        changes = lazy_search(_BECOMES, between) or lazy_search(
            r"\bnow\b|\btoday\b|\bcurrently\b", between + after
        )
        if changes and not lazy_search(_MORE + r"|\+", between):
            planned = planned[1:]
    sources = sources_in(text) or 1
    counts = [t.times * (sources if t.each else 1) for t in planned]
    total = sum((t.size.bytes * n for t, n in zip(planned, counts, strict=True)), Decimal(0))
    terms = [
        f"{n} x {_shown(t.size)}" if n > 1 else _shown(t.size) for t, n in zip(planned, counts, strict=True)
    ]
    made_of = " + ".join(terms) if len(terms) > 1 or counts[0] > 1 else ""
    return Size(total, any(t.size.binary for t in planned)), made_of


def _of_sources(each: Size, sources: int) -> dict[str, Any]:
    """The fields of a calculation that change with as much data of each of the sources."""
    data = Size(each.bytes * sources, each.binary)
    return {"data": data, "made_of": f"{sources} x {_shown(each)}", "each": each, "sources": sources}


def _added(one: Size | None, other: Size) -> Size:
    return other if one is None else Size(one.bytes + other.bytes, other.binary)


def _shown(size: Size) -> str:
    return format_size(size.bytes, binary=size.binary)


def _grown(data: Size, growth: Growth, made_of: str) -> tuple[Size, str]:
    start = f"({made_of})" if made_of else _shown(data)
    return Size(data.bytes * growth.factor, data.binary), f"{start} x {plain(growth.factor, 4)}"


def _of_scratch(text: str, growth: Growth) -> bool:
    """Whether it is the scratch location that grows."""
    near = text[max(0, growth.start - 25) : growth.end + 12]
    return bool(lazy_search(rf"{_PLACE}\s*(?:\w+\s*){{0,2}}$", near[: min(25, growth.start)])) or bool(
        lazy_search(r"^\s*(?:the |our |my )?(?:scratch|cache)\b", text[growth.end :])
    )


def _in_same_unit(number: Decimal, like: Size) -> Size:
    """A bare number in the unit in which `like` is shown."""
    base, units = Decimal(1024 if like.binary else 1000), ["bytes", "K", "M", "G", "T", "P"]
    unit = _shown(like).split()[-1]
    return Size(
        number * base ** next(n for n, name in enumerate(units) if unit.startswith(name)), like.binary
    )
