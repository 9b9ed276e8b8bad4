"""Disks of virtual machines: machines x disks of each x size of a disk are the pool; any may be unknown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import ClassVar, Self

from assistant.decisions.calculations import disk_fleets, disk_pools, disk_room, limits
from assistant.decisions.calculations.disk_fleets import Group
from assistant.decisions.readiness.machine_size import canonical_size
from assistant.decisions.reading.quantities import Size
from assistant.decisions.types import DecisionInputError, DecisionResult
from assistant.specialists.calculators import disk_words as words
from assistant.specialists.calculators.calculator_question import Calculation, Question, size_of, size_text
from assistant.specialists.calculators.disk_room import asks_own_limit, asks_own_room
from assistant.specialists.calculators.disks_on_top import (
    asks_more_of_them,
    extra_in,
    is_of_those_on_top,
    on_top,
    used_in,
)
from assistant.specialists.calculators.local_space import as_of_day, over_days
from assistant.understanding.amounts.figures import bare_number, find_told, growth_in, is_negative
from assistant.understanding.server.machine_facts import is_memory
from assistant.understanding.server.size_steps import steps_of_size

_FULL = r"\bfull\b|\b(?:max\w*|limit|count)\b[^.?!\n]{0,25}\b(?:reached|hit|exceeded)\b|\bno (?:more|free)\b"
_KEEP_ASKING = ("machines", "per machine", "each", "size")


@dataclass(frozen=True, slots=True)
class Disks(Calculation):
    """Sizes of virtual machine, number of disks and of machines, the size of each disk, the pool wanted.

    `count` is that of all machines together, or, with `own`, of each; `more` come on top of them. `groups`:
    machines of several sizes.
    """

    NAME: ClassVar[str] = "disks"
    sizes: tuple[str, ...] = ()
    count: int | None = None
    each: Size | None = None
    wanted: Size | None = None
    machines: int = 1
    own: bool = False
    asks: str = ""
    groups: tuple[Group, ...] = ()
    more: int | None = None
    more_each: Size | None = None

    @classmethod
    def read(cls, question: Question, before: Self | None) -> Self | None:
        """See `Calculation`."""
        if before and before.each and not question.reading.vm_sizes and words.asks_bytes(question):
            return replace(before, asks="")
        if words.asks_bytes(question) and (sizes := question.reading.vm_sizes or (before and before.sizes)):
            return cls(sizes[-1:], asks="bytes")
        if before is None and not words.is_about(question):
            return None
        case = cls._told(question, follows=before is not None)
        solvable = (case.wanted or case.each) and (case.sizes or case.count)
        if words.is_of_one(question, follows=before is not None) and not solvable:
            return None if before is None else replace(before, asks="of one")
        if before is None and words.drops_disks(question):
            return None  # whether disks may be left out is another rule
        if is_negative(question.text):
            raise DecisionInputError("a number of disks can't be negative.")
        if before is not None:
            return case._over(before, question)
        return case if case._is_whole(question) else None

    def _is_whole(self, question: Question) -> bool:
        """Whether enough is told to reckon with."""
        if self.groups or (self.each and self.wanted):
            return True
        if self.sizes and (words.names_disks(question) or (self.each and self.count)):
            return True
        if self.count is None:
            return self.asks == "own limit" or words.asks_own_pool(question)
        return not self.sizes and (words.asks_a_size(question) or self.asks == "own room")

    @classmethod
    def _told(cls, question: Question, *, follows: bool) -> Self:
        text = as_of_day(question.text)
        told = [one for one in find_told(text) if not is_memory(text, one.start, one.end)]
        each = next((t for t in told if words.is_each(text, t)), None)
        wanted = next((t for t in told if t is not each), None)
        count, of_each = words.told_count(text, each)
        sizes = tuple(dict.fromkeys(map(canonical_size, question.reading.vm_sizes)))
        unsized = None if sizes else words.machines_with_disks(text)
        of_all = words.machines_each(text) if len(sizes) == 1 else None
        machines = words.told_machines(text, follows=follows) or unsized or of_all or 1
        if sizes and each is None and wanted and words.is_of_disk_by_default(question, wanted):
            each, wanted = wanted, None
        if count is None and len(sizes) == 1 and not told and words.asks_free(question):
            count = used_in(text)
        asks = words.asked_of(question, sizes, count)
        if sizes and wanted and not (each or asks) and words.is_of_pool(question, wanted):
            asks = "each"
        most = disk_pools.MAX_DISKS.get(sizes[-1], 0) if sizes else 0
        count = words.filled(text, most, count) if most and each else count
        full = most and not follows and (count == most or (count is None and question.has(_FULL)))
        if full and len(sizes) == 1 and steps_of_size(text) > 0:
            count = most + 1  # the size that takes one more is asked for
        room = max(disk_pools.MAX_DISKS.values()) if unsized else most
        beside = wanted if each and wanted and is_of_those_on_top(text, wanted) else None
        alone = most and len(sizes) == 1 and (wanted is beside or not each)
        topped = on_top(text, most, words.of_them(text)) if alone else None
        if topped and machines > 1 and asks_more_of_them(text):
            machines = 1
        count, more = (topped if topped and machines == 1 else None) or (count, None)
        if not (sizes or told or follows) and (both := on_top(text, 0)):
            count = sum(both)
        wanted = None if beside and more else wanted
        own = machines > 1 and (of_each or (not words.is_spread(text) and (count or 0) <= room))
        if not (sizes or told or asks or follows) and asks_own_room(question, count):
            asks = "own room"
        if not (sizes or told or asks or follows) and asks_own_limit(question, count):
            asks = "own limit"
        return cls(
            sizes,
            count,
            each.size if each else None,
            over_days(text, wanted) if wanted else None,
            machines,
            own or of_each or of_all is not None,
            asks,
            words.groups_in(text) if len(sizes) > 1 and not (asks == "machines" and count) else (),
            more,
            beside.size if beside and more else None,
        )

    def _over(self, before: Self, question: Question) -> Self | None:
        """What is told now over what was told before."""
        keeps = before.asks in _KEEP_ASKING and not (before.asks == "size" and words.asks_total(question))
        asks = self.asks or (before.asks if keeps else "")
        of_all = disk_pools.MAX_DISKS.get(before.sizes[-1], 0) if before.sizes else 0
        if on_top := self._on_top_of(before, question, of_all):
            return on_top
        if wanted_disks := self._of_them(before, question):
            return wanted_disks
        asks_size = question.has(words.A_VM_SIZE) or question.has(words.WHICH_ONE)
        if asks_size and before.count and not (self.sizes or self.count or self.each):
            return replace(before, sizes=(), count=before.count + (before.more or 0), more=None, asks="size")
        changed = words.changed_count(question.text, before.count or of_all)
        if changed is not None:
            return replace(before, count=changed) if changed > 0 else None
        if self.sizes or self.count is not None or self.each or self.wanted:
            needs = bool(self.wanted and question.has(words.NEEDS))
            of_disk = self.wanted if before.each and not (before.wanted or needs) else None
            each = self.each or of_disk or before.each
            full = needs or self._replaces(before) or (self.sizes and words.fills_up(question))
            count = self.count if self.count is not None else None if full else before.count
            wanted = before.wanted if self.wanted is None or each is self.wanted else self.wanted
            sizes = self.sizes or before.sizes[-1:]
            if self.asks == "difference" and len(self.sizes) == 1:
                sizes = (*before.sizes[-1:], *self.sizes)
            machines = self.machines if self.machines > 1 else before.machines
            of_each = self.own or (before.own and self.count is None)
            return replace(
                self,
                sizes=sizes,
                count=count,
                each=each,
                wanted=wanted,
                machines=machines,
                own=of_each,
                asks=asks,
                more=self.more or (before.more if self.count is None else None),
            )
        if self.machines > 1:
            own = before.own or before.machines == 1
            return replace(before, machines=self.machines, own=own, asks=asks)
        if self.asks == "machines":
            return replace(before, asks=self.asks)
        return before._scaled(question)

    def _on_top_of(self, before: Self, question: Question, most: int) -> Self | None:
        """Disks that are to come on top of those of the one machine told before, or told now."""
        same = len(before.sizes) == 1 and self.sizes in ((), before.sizes)
        if not same or before.wanted or before.machines > 1 or self.each or self.wanted:
            return None
        if told := on_top(question.text, most):
            return replace(before, count=told[0], more=told[1], asks="")
        extra = extra_in(question.text)
        return replace(before, more=extra, asks="") if extra and before.count else None

    def _of_them(self, before: Self, question: Question) -> Self | None:
        """The machine before with so many "of them", where nothing but its disks was asked about."""
        same = len(before.sizes) == 1 and self.sizes in ((), before.sizes)
        if not same or before.machines > 1 or before.each or before.wanted or self.each or self.wanted:
            return None
        count = words.of_them(question.text)
        asks = "left" if words.asks_free(question) else ""
        return replace(before, count=count, more=None, asks=asks) if count else None

    def _scaled(self, question: Question) -> Self | None:
        """The same with the number of disks multiplied, or replaced by a bare number."""
        growth, number = growth_in(question.text), bare_number(question.text)
        if self.count is None and self.each and growth:
            return replace(self, each=Size(self.each.bytes * growth.factor, self.each.binary))
        count = int((self.count or 0) * growth.factor) if growth else int(number) if number else 0
        return replace(self, count=count) if count else None

    def _replaces(self, before: Self) -> bool:
        """Whether a size told now takes the place of the number told before ("and an A4?")."""
        return bool(self.sizes) and not self.asks and before.count is None

    @classmethod
    def kept(cls, facts: Mapping[str, str]) -> Self:
        """See `Calculation`."""
        return cls(
            tuple(facts.get("sizes", "").split()),
            int(facts["count"]) if facts.get("count") else None,
            size_of(facts.get("each", "")),
            size_of(facts.get("wanted", "")),
            int(facts.get("machines", "1")),
            bool(facts.get("own")),
            facts.get("asks", ""),
            more=int(facts["more"]) if facts.get("more") else None,
            more_each=size_of(facts.get("more_each", "")),
        )

    def facts(self) -> dict[str, str]:
        """See `Calculation`."""
        count = "" if self.count is None else str(self.count)
        told = {"sizes": " ".join(self.sizes), "count": count, "machines": str(self.machines)}
        told |= {"own": "yes" if self.own else "", "asks": self.asks, "more": str(self.more or "")}
        told |= {"each": size_text(self.each), "wanted": size_text(self.wanted)}
        return told | ({"more_each": size_text(self.more_each)} if self.more_each else {})

    def result(self) -> DecisionResult:
        """See `Calculation`."""
        size = self.sizes[-1] if self.sizes else ""
        if self.asks == "of one":
            return disk_pools.no_size()
        if self.asks == "bytes":
            return disk_pools.no_bytes(size)
        if self.groups:
            return disk_fleets.fleet(self.groups)
        if asked := self._unknown(size):
            return asked
        if len(self.sizes) == 2 and self.each is None and self.count and self.asks == "difference":
            return disk_pools.disks_more(self.sizes, self.count)
        if len(self.sizes) > 1 and self.each is None and self.count and self.asks in ("", "difference"):
            return disk_pools.among(self.sizes, self.count)
        if len(self.sizes) > 1 and self.each is None and self.count is None:
            of_each = self.asks != "difference"
            return disk_pools.difference(self.sizes[0], self.sizes[-1], of_each=of_each)
        if len(self.sizes) > 1 and self.each and self.wanted is None and self.count is None and not self.asks:
            return disk_pools.pools(self.each.bytes, self.sizes)
        if self.each and self.wanted and self.count is None:
            return disk_pools.disks_for_pool(self.wanted.bytes, self.each.bytes, size)
        if self.machines > 1 and size:
            return self._of_machines(size)
        if self.asks == "own room" and self.count and not size:
            return disk_pools.fits_unnamed(self.count)
        if self.asks == "own limit" and not size:
            return disk_pools.limit_unnamed()
        if self.asks == "size" and self.count and not size:
            return limits.data_disks("", self.count)
        if self.asks == "room" and self.each and self.count and size and self.machines == 1:
            return disk_room.room(size, self.count, self.each.bytes)
        if self.each:
            each = self.each.bytes
            known = size or self.count
            count = self.count * self.machines if self.count and self.own else self.count
            if self.wanted and count and self.machines == 1 and not self.asks:
                return disk_pools.pool_for(self.wanted.bytes, each, count, size)
            if self.more and size and count and self.machines == 1 and not self.wanted:
                other = self.more_each.bytes if self.more_each else each
                return disk_pools.added(size, count, self.more, (each, other))
            return disk_pools.pool(each, size, count) if known else disk_pools.pools(each)
        if self.more and size and self.count is not None:
            return disk_pools.added(size, self.count, self.more)
        if self.asks == "left" and size and self.count is not None:
            return disk_pools.disks_left(size, self.count)
        return limits.data_disks(size, self.count)

    def _unknown(self, size: str) -> DecisionResult | None:
        """What comes out where machines, disks of each or the size of a disk are asked for."""
        each, wanted = (told.bytes if told else None for told in (self.each, self.wanted))
        pooled = each is not None and wanted is not None
        if self.asks == "machines" and self.machines == 1 and (pooled or (self.count and not self.own)):
            total, own = (None, self.count or 0) if pooled else (self.count, 0)
            return disk_fleets.machines_for(self.sizes, total, each, wanted, own)
        if self.asks == "per machine" and self.count and self.machines > 1:
            return disk_fleets.shared_out(size, self.machines, self.count)
        if self.asks == "each" and wanted and each is None and (size or self.count):
            of_all = self.count is not None and self.machines > 1 and not self.own
            machines, on = (1, "") if of_all else (self.machines, size)
            return disk_fleets.disk_size(wanted, on, machines, self.count)
        return None

    def _of_machines(self, size: str) -> DecisionResult:
        """What several machines of one size have together."""
        each = self.each.bytes if self.each else None
        if self.count and not self.own:
            fits = disk_fleets.together(size, self.machines, self.count)
            return disk_pools.pool(each, "", self.count) if each and fits.outcome == "pass" else fits
        return disk_fleets.fleet((Group(size, self.machines, self.count, each),))
