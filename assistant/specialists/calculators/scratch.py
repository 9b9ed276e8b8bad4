"""The scratch location: at least 5 % of the data for Azure, reckoned in either direction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, ClassVar, Self

from assistant.decisions.calculations import limits
from assistant.decisions.reading.quantities import Size, parse_size, show_size, unusable_size
from assistant.decisions.types import DecisionInputError, DecisionResult
from assistant.specialists.calculators import scratch_parts
from assistant.specialists.calculators import scratch_words as words
from assistant.specialists.calculators.calculator_question import (
    Calculation,
    Question,
    all_found,
    lazy_search,
    size_of,
    size_text,
)
from assistant.specialists.calculators.scratch_drives import of_drives, of_table
from assistant.specialists.calculators.scratch_free import without_rooms
from assistant.specialists.calculators.scratch_left import left_of_drive
from assistant.specialists.calculators.scratch_parts import Parts
from assistant.specialists.calculators.scratch_place import (
    COMPARED,
    CONTAINER,
    HAVE,
    MUCH_LARGER,
    UP,
    is_all_there_is,
    is_data,
    is_of_attached,
    is_of_extraction,
    is_scratch,
)
from assistant.specialists.calculators.scratch_shares import equation_in, share_in
from assistant.specialists.calculators.scratch_sizes import (
    added_up,
    alternatives,
    grown,
    in_same_unit,
    is_memory,
    is_of_scratch,
    is_of_unit,
    once,
    parted,
    sends_nothing,
    total,
)
from assistant.specialists.calculators.source_changes import changed_sources
from assistant.understanding.amounts.ambiguous_figures import lower_end
from assistant.understanding.amounts.changed_amounts import ADDS, MORE, as_it_is_now, is_added
from assistant.understanding.amounts.figures import (
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
from assistant.understanding.amounts.shares import part_alone, part_in
from assistant.understanding.server.backup_servers import is_of_each

_KEPT_SIZES = ("data", "space", "added", "base")


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
    equation: bool = False
    low: Size | None = None
    parts: Parts = ()
    drives: tuple[tuple[str, Size], ...] = ()

    @classmethod
    def read(cls, question: Question, before: Self | None) -> Self | None:
        """See `Calculation`."""
        text = as_it_is_now(question.text)
        question = question if text == question.text else replace(question, text=text)
        carried = (question.carries("scratch") or words.goes_on(question)) and bool(find_told(text))
        of_drive = before is None and _is_of_drive(question)
        if not question.has(words.ABOUT) and before is None and not (carried or of_drive):
            return None
        less = (before is not None or carried) and question.has(words.LESS)
        if is_negative(text) and not less:
            raise DecisionInputError("an amount of data can't be negative.")
        if before and before.each and (counted := changed_sources(text, before.sources)):
            return replace(before, **_of_sources(before.each, counted))
        if before is None and sends_nothing(text) and not part_in(text):
            return cls(nothing=True)
        others = (is_memory, is_of_unit, is_of_extraction)
        found = [t for t in find_told(text) if not any(of(text, t) for of in others)]
        found = [t for t in found if not is_of_attached(text, t)] or found
        if before is None and (left := left_of_drive(text, found)):
            return cls(space=left)
        if before is None and (listed := cls._of_table(text, found)):
            return listed
        told = once(text, without_rooms(text, found))
        if error := (None if told or is_zero(text) else unusable_size(text)):
            raise error
        if not told:
            return cls._without_sizes(question, before)
        if before is None and (equation := equation_in(text, told)):
            return cls(*equation, equation=True)
        if before is None and (shared := share_in(text, told)):
            return cls(*shared)
        if before is None and (given := _space_given(text, told)):
            return cls(told[0].size, given)
        asks_data = question.has(words.ASKS_DATA)
        is_space = before._takes_for_space(text, told) if before else of_drive
        is_space = is_space or (carried and is_all_there_is(text, told))
        planned, space = parted(text, told, asks_data=asks_data, is_space=is_space)
        if before is None and not planned and (share := _share(text)):
            return cls(share=share)
        case = cls._of(text, planned, space)
        if space is None and (drives := of_drives(text, told)):
            case = replace(case, drives=tuple((letter, one.size) for letter, one in drives))
        if len(planned) <= 2 and space is None and (low := lower_end(question.reading.plain)):
            case = replace(case, low=parse_size(low))
        return case if before is None else case._over(before, question, asks_data)

    @classmethod
    def _of(cls, text: str, planned: Sequence[Told], space: Told | None) -> Self:
        part = None if scratch_parts.is_halved(text) else part_in(text)
        growth = part or (None if scratch_parts.is_halved(text) else growth_in(text))
        planned = scratch_parts.halves(text, planned)
        if (steady := steady_growth(text, planned)) and len(planned) > 1:
            return cls._with_steady(text, [t for t in planned if t is not steady[0]], space, *steady)
        amounts = alternatives(text, planned)
        if len(amounts) > 1:
            return cls(amounts=amounts)
        data, made_of = total(text, planned)
        if space and len(planned) == 1 and _is_on_each(text, space) and is_of_each(text, planned[0]):
            data, made_of = planned[0].size, ""  # what one of several servers sends, and has
        parts = scratch_parts.parts_in(text, planned)
        one = planned[0] if len(planned) == 1 else None
        each = one.size if one and (one.each or one.times > 1) else None
        sources = (one.times if one and one.times > 1 else sources_in(text) or 0) if each else 0
        room = None if space is None else Size(space.size.bytes * space.times, space.size.binary)
        if growth and data and (part or not is_of_scratch(text, growth)):
            base = data
            data, made_of = grown(data, growth, made_of)
            return cls(data, room, made_of, base=base, yearly=growth.yearly)
        if growth and room:
            room = Size(room.bytes * growth.factor, room.binary)
        return cls(data, room, made_of, each=each, sources=sources, parts=parts)

    @classmethod
    def _of_table(cls, text: str, found: Sequence[Told]) -> Self | None:
        """The data that is told beside a list of drives, and what is free on each of them."""
        rows, rest = of_table(text, found)
        if not rows or not rest:
            return None
        data, made_of = total(text, rest)
        return cls(data, made_of=made_of, drives=tuple((letter, one.size) for letter, one in rows))

    @classmethod
    def _with_steady(
        cls, text: str, planned: Sequence[Told], space: Told | None, more: Told, times: int
    ) -> Self:
        """The data after so many months or years in each of which the same comes on top."""
        data, made_of = total(text, planned)
        whole = added_up(data, Size(more.size.bytes * times, more.size.binary))
        start = made_of or (show_size(data) if data else "")
        return cls(whole, space.size if space else None, f"{start} + {times} x {show_size(more.size)}")

    def _over(self, before: Self, question: Question, asks_data: bool) -> Self:
        """What is told now over what was told before."""
        if self.amounts:
            return self
        data = self.data
        if self.each and not self.sources and before.sources:
            return replace(before, **_of_sources(self.each, before.sources))
        adds = bool(ADDS().search(question.text))
        if data and before.data and adds and not question.has(r"\binstead\b"):
            if before._is_short_of_space() and not question.has(words.OF_DATA):
                return replace(before, space=added_up(before.space, data), made_of="")
            parts = f"{show_size(before.data)} + {show_size(data)}"
            space = self.space or before.space
            return replace(self, data=added_up(before.data, data), made_of=parts, space=space, added=data)
        if data and before.data and question.has(words.LESS):
            parts = f"{show_size(before.data)} - {show_size(data)}"
            left = Size(before.data.bytes - data.bytes, before.data.binary)
            if left.bytes <= 0:
                raise DecisionInputError(f"{parts} leaves no data.")
            return replace(before, data=left, made_of=parts, added=None)
        if asks_data and self.space:
            return self
        return replace(self, data=data or before.data, space=self.space or before.space)

    def _takes_for_space(self, text: str, told: Sequence[Told]) -> bool:
        """Whether a size told alone is the scratch location: another one, or held against the data told
        before ("is 150 GB enough?")."""
        if self.data is None and self.space is not None:
            large = told[0].size.bytes >= MUCH_LARGER * self.space.bytes and not lazy_search(
                words.ABOUT, text
            )
            if is_data(text, told[0]) or large:
                return False
        if len(told) != 1 or self.data is None:
            return self.data is None and (self.space is not None or is_all_there_is(text, told))
        if self.space is not None or told[0].size.bytes >= self.data.bytes:
            return False
        if lazy_search(MORE, text[told[0].end :]) or is_added(text, told[0].start, told[0].end):
            return False
        held = lazy_search(COMPARED, text) or lazy_search(HAVE, text[: told[0].start])
        held = held or lazy_search(CONTAINER, text[told[0].end :])
        return bool(held and not lazy_search(UP, text))

    def _meant_by(self, number: Decimal, question: Question) -> Size | None:
        """Which of the sizes told a number without a unit stands for: the one nearest to it in its unit."""
        if self.data and question.has(r"\bfor\s+\d"):
            return self.data
        told = [size for size in (self.data, self.space) if size]
        return min(told, key=lambda size: _apart(in_same_unit(number, size), size), default=None)

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
        if before is not None and (narrowed := before.without_parts(text)):
            return narrowed
        if before is None:
            if share := _share(text):
                return cls(share=share)
            if question.has(words.EACH_TERABYTE):
                return cls(Size(Decimal(10**12)))
            return cls() if question.has(words.ASKS_SIZE) and not question.has(words.ASKS_SHARE) else None
        if before.data and question.has(words.IN_UNIT):
            return before
        if before.space and question.has(words.ASKS_DATA):
            return replace(before, data=None, made_of="")
        if before.added and before.data and question.has(words.TAKEN_BACK):
            left = Size(before.data.bytes - before.added.bytes, before.data.binary)
            return replace(before, data=left, made_of="", added=None) if left.bytes > 0 else None
        if before.each and (sources := sources_in(text)):
            return replace(before, **_of_sources(before.each, sources))
        if part := part_in(text) or part_alone(text):
            return before._of_part(part)
        if growth := growth_in(text):
            return before._grown_by(text, growth)
        if before.base and before.yearly and (years := years_in(text)):
            data, made_of = grown(before.base, Growth(before.yearly**years, 0, 0), "")
            return replace(before, data=data, made_of=made_of)
        if (number := bare_number(text)) and (told := before._meant_by(number, question)):
            size = in_same_unit(number, told)
            if told is before.space:
                return replace(before, space=size)
            if before.data and question.has(MORE):
                parts = f"{show_size(before.data)} + {show_size(size)}"
                whole = added_up(before.data, size)
                return replace(before, data=whole, made_of=parts, added=size)
            return replace(before, data=size, made_of="")
        return None

    def without_parts(self, text: str) -> Self | None:
        """The same with those parts of the data only that count now; None where none is left out by name."""
        parts = scratch_parts.changed(text, self.parts) or scratch_parts.narrowed(text, self.parts)
        if not parts:
            return None
        data, made_of = scratch_parts.together(parts)
        return replace(self, data=data, made_of=made_of, parts=parts, added=None, base=None)

    def _of_part(self, part: Growth) -> Self | None:
        """The same for a part of the data; another part is one of all of it, and not of the part before."""
        whole = self.base if self.base and not self.yearly else self.data
        if whole is None:
            return None
        data, made_of = grown(whole, part, "")
        return replace(self, data=data, made_of=made_of, base=whole, yearly=None)

    def _grown_by(self, text: str, growth: Growth) -> Self | None:
        if self.space and (self.data is None or is_of_scratch(text, growth)):
            return replace(self, space=Size(self.space.bytes * growth.factor, self.space.binary))
        if self.data is None:
            return None
        data, made_of = grown(self.data, growth, "")
        return replace(self, data=data, made_of=made_of)

    @classmethod
    def kept(cls, facts: Mapping[str, str]) -> Self:
        """See `Calculation`."""
        data, space, added, base = (size_of(facts.get(name, "")) for name in _KEPT_SIZES)
        yearly = Decimal(facts["yearly"]) if facts.get("yearly") else None
        each, sources = size_of(facts.get("each", "")), int(facts.get("sources", "0"))
        named = [part.split("=") for part in facts.get("parts", "").split(";") if part]
        parts = tuple((name, size) for name, told in named if (size := size_of(told)))
        return cls(
            data, space, added=added, base=base, yearly=yearly, each=each, sources=sources, parts=parts
        )

    def facts(self) -> dict[str, str]:
        """See `Calculation`."""
        data = self.data or (self.amounts[-1] if self.amounts else None)
        sizes = zip(_KEPT_SIZES, (data, self.space, self.added, self.base), strict=True)
        return {name: size_text(size) for name, size in sizes} | {
            "yearly": str(self.yearly or ""),
            "each": size_text(self.each),
            "sources": str(self.sources),
            "parts": ";".join(f"{name}={size_text(size)}" for name, size in self.parts),
        }

    def result(self) -> DecisionResult:
        """See `Calculation`."""
        if self.nothing:
            return limits.no_scratch()
        if self.share is not None:
            return limits.scratch_share(self.share)
        if self.amounts:
            return limits.scratch_for_each(self.amounts)
        if self.equation and self.data and self.space:
            return limits.scratch_equation(self.data, self.space)
        result = limits.scratch(self.data, self.space, self.made_of, self.low)
        if self.data and self.drives and self.space is None:
            return limits.with_drives(result, self.data, self.drives)
        return result


def _is_of_drive(question: Question) -> bool:
    """Whether it is asked, behind the scratch location, if the drive that is to hold it will do."""
    told = find_told(question.text) if "scratch" in question.reading.previous.get("topics", ()) else []
    place = lazy_search(CONTAINER, question.text[told[0].end :]) if len(told) == 1 else None
    return bool(place) and question.has(words.WILL_DO) and not is_of_attached(question.text, told[0])


def _apart(one: Size, other: Size) -> Decimal:
    """How many times the smaller of two sizes goes into the larger."""
    return max(one.bytes, other.bytes) / min(one.bytes, other.bytes)


def _share(text: str) -> Decimal | None:
    """A share of the data told for the scratch location, other than the guide's own."""
    match = None if growth_in(text) else lazy_search(words.SHARE, text)
    share = Decimal(match[1].replace(",", ".")) if match else None
    return share if share and share != limits.SCRATCH_PERCENT else None


def _space_given(text: str, told: Sequence[Told]) -> Size | None:
    """The scratch location where it is told as a share of the data, other than the guide's own."""
    held = lazy_search(words.SHARE_HELD, text)
    if len(told) != 1 or not held or part_in(text) or growth_in(text) or is_scratch(text, told[0]):
        return None
    found = (share for match in all_found(words.SHARE_GIVEN, text) for share in match.groups() if share)
    shares = {Decimal(share.replace(",", ".")) for share in found} - {Decimal(limits.SCRATCH_PERCENT)}
    return Size(told[0].size.bytes * shares.pop() / 100, told[0].size.binary) if len(shares) == 1 else None


def _of_sources(each: Size, sources: int) -> dict[str, Any]:
    """The fields of a calculation that change with as much data of each of the sources."""
    data = Size(each.bytes * sources, each.binary)
    return {"data": data, "made_of": f"{sources} x {show_size(each)}", "each": each, "sources": sources}


def _is_on_each(text: str, space: Told) -> bool:
    """Whether the scratch location is told, in its own clause, as that of each of several servers."""
    begin = max(text.rfind(sign, 0, space.start) for sign in ",;\n") + 1
    return is_of_each(text[begin:], replace(space, start=space.start - begin, end=space.end - begin))
