"""The installer: how long the download takes, and the space for it and for the extraction."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import ClassVar, Self

from assistant.decisions.calculations import installer
from assistant.decisions.reading.numbers import DIGITS, WORDS
from assistant.decisions.reading.quantities import Size, find_rates, parse_rate, unusable_size
from assistant.decisions.types import DecisionInputError, DecisionResult
from assistant.specialists.calculators.calculator_question import (
    Calculation,
    Question,
    lazy_search,
    size_of,
    size_text,
)
from assistant.specialists.calculators.disk_nouns import whole
from assistant.understanding.amounts.figures import (
    Told,
    bare_number,
    find_told,
    growth_in,
    is_negative,
    periods_in,
    sources_in,
)
from assistant.understanding.server.backup_servers import backup_servers_in

_DOWNLOAD = (
    r"\bdownload\w*|\binstaller\b|\b(?:setup|install\w*) files?\b|\bfetch\w*"
    r"|\bpull(?:ing)? (?:it )?down\b|\bsetup\b[^.?!]{0,20}\bget\b"
    r"|\bgrab\w*\b"
)
_PACKAGE = (
    r"\b(?:mabs|azure backup server|backup server|install\w*|setup|software|same|whole|full)\s+(?:\w+\s+)?"
    r"(?:package|bundle|binaries|media|bits|files)\b|\b8 files\b|\beight files\b"
)
_SHARED_BY = (
    rf"\b(?:shared|split|divided)\s+(?:by|between|among|across)\s+(?:the\s+)?(?P<n>{DIGITS}|{WORDS})\b"
)
_ASKS_SPEED = (
    r"\b(?:how fast|what speed|which speed|bandwidth|how many mbps"
    r"|what(?:['’]s| is) (?:our|my|the) (?:\w+ )?(?:speed|bandwidth)"
    r"|what (?:line|link)|how quick"
    r"|mbps (?:do|would|needed))\b"
)
_EXTRACT = r"\bextract\w*|\bunpack\w*|\bunzip\w*|\bdecompress\w*"
_BOTH = (
    r"\b(?:same (?:volume|disk|drive|partition|place)|total|in sum|sum|together|altogether|all in all"
    r"|overall|both(?! (?:servers|machines|vms|boxes|hosts))|combined"
    r"|in all|also (?:on|there|land\w*|stay\w*)|too|as well|plus|and the download|one (?:volume|drive"
    r"|disk))\b|\+"
)
# Both are still to be done there: "download it and unpack it"; what "is downloaded" lies there already.
_FETCH = r"(?:download|fetch|get|grab|pull|save|store|keep|copy|stage|put|hold)(?:ing)?"
_OPEN = r"(?:extract|unpack|unzip|decompress)"
_THEN = rf"\b{_FETCH}\b[^.?!]{{0,45}}(?:\b(?:and|n|then|plus|to|before)\b|[,+&/])[^.?!]{{0,30}}\b{_OPEN}"
_AND = rf"\b(?:download|installer|package|setup)(?: files)?\s*(?:\+|&|/|and|plus)\s*(?:the\s+)?{_OPEN}"
_BOTH_DONE = (
    r"\b(?:is|are|gets?|be|being)\s+(?:\w+\s+)?downloaded\s*(?:\b(?:and|n|then)\b|[,+&/])\s*(?:\w+\s+)?"
    r"(?:extracted|unpacked|unzipped|decompressed)\b"
)
_IS_THERE = (
    r"\b(?:already|finished|done|complete\w*)\b|(?<!not )(?<!nothing )\bdownloaded\b"
    r"|\b(?:after|once|when)\b[^.?!]{0,15}\bdownload"
    r"|\b(?:other|another|different|separate|elsewhere|not on)\b"
)
# The downloaded files are still to be put on the volume whose free space is told.
_TO_COME = (
    r"\b(?:must|(?:has|have|need|needs|got|yet|is|are|going|supposed) to|still|will|should|shall|[’']ll)\s+"
    r"(?:(?:still|also|first|yet|to)\s+){0,2}(?:be\s+)?(?:copied|moved|downloaded|saved|stored|put|placed"
    r"|fetched|transferred|land|go|come|copy|move|download|save|put)\b"
)
_FREE_AFTER = r"^\s*(?:of\s+)?(?:(?:are|is|disk|space|still)\s+){0,2}(?:free|available|left|spare)\b"
_FREE_BEFORE = r"\b(?:free|available|spare)(?:\s+(?:space|room|is|are|of))*\s*[:=(]?\s*$"
_ELSEWHERE = r"\b(?:already|elsewhere|other|another|different|separate)\b|\bnot on\b"
_DRIVE = re.compile(r"\b([A-Z]):|\b(?:[Oo]n|[Tt]o|[Oo]nto|[Ii]n)\s+(?:(?:drive|disk|volume)\s+)?([C-Z])\b")
_OTHER_TRANSFER = (
    r"\b(?:backups?|restor\w*|recover\w*|uploads?|uploading|data|seed\w*|replicat\w*|sync\w*|copy|send|sql"
    r"|servers?|vms?)\b"
)
_HOW_LONG = (
    r"\bhow (?:long|much time|many (?:minutes|hours))\b|\b(?:download|transfer) (?:time|duration)\b"
    r"|\btime (?:for|of) the download\b"
)
_FAST_ENOUGH = r"\b(?:fast|quick|good|strong|too slow|suffic\w*)\s*(?:enough)?\b"
_OWN_LINE = (
    r"\b(?:here|us|our (?:\w+ )?(?:line|link|site|office|branch|end|place|connection|location|internet)"
    r"|my (?:\w+ )?(?:line|link|site|office|branch|end|place|connection|internet)"
    r"|(?:at|from|in) (?:the|our|my|a) (?:\w+ )?(?:branch|office|site|plant)"
    r"|(?:slow|fast|bad|poor) (?:line|link|connection))\b"
    r"|\bline is (?:slow|fast|bad|poor)\b"
)
_GUIDES_TIME = r"\b60[\s-]?min\w*|\b(?:1|one|an)[\s-](?:hour|h)\b"
_SPACE = r"\b(?:space|room|gb|gig\w*|free|disk|volume|capacity|much|big|storage)\b"
# What the downloaded files have taken of the space that is told to be free.
_EATEN = (
    r"\b(?:took|taken|ate|eaten|eats|used|uses|occup\w+|consum\w+|swallow\w+|cost|costs"
    r"|filled)\b(?:\s+(?:up|about|already|me"
    r"|us|another|some|of it|roughly))*\s+(?P<n>\d{1,4}(?:[.,]\d{1,3})?)(?P<unit>\s*(?:[gm]b|gigs?)\b)?"
)
_IS_DOWNLOAD = (
    r"\b(?:download\w*|files?|installer|over|more than|larger than|above|bit over|little over)\s*(?:\("
    r"|of|are|is|take|takes|took|taking|taken|ate|eats?|used?|uses|occup(?:y|ies|ied)|consumed?|already|has"
    r"|have|a"
    r"|about|bit|over|more|than|\s)*$"
)
_NOW = r"(?:\b(?:(?<!compared )to|now|only|today|get|gets|reach|reaches)|->)\W*$"
_IS_DOWNLOAD_AFTER = (
    r"^\s*\)?\s*(?:of\s+)?(?:download\w*|installer|setup files|files|for the (?:download|files))\b"
)


@dataclass(frozen=True, slots=True)
class Download(Calculation):
    """The speed in bits a second, or the minutes in which it should be done; `times` downloads in a row;
    `here`: on the asker's own line, whose speed isn't told."""

    NAME: ClassVar[str] = "download"
    rate: Decimal | None = None
    minutes: Decimal | None = None
    times: int = 1
    here: bool = False

    @classmethod
    def read(cls, question: Question, before: Self | None) -> Self | None:
        """See `Calculation`."""
        text = question.text
        named = question.has(_DOWNLOAD) or question.carries("download")
        named = named or _asks_time_at_speed(question) or _tells_of_guide(question) or _of_package(question)
        if before is None and not named:
            return None
        shared = lazy_search(_SHARED_BY, text)
        rates, times = find_rates(text), (shared and whole(shared["n"])) or sources_in(text) or 1
        growth = growth_in(text)
        if rates:
            rate = _own_rate(text, rates) * (growth.factor if growth else 1)
            return cls(rate, times=times if times > 1 or before is None else before.times)
        if question.has(r"(?<![\w.])[-−]\s?\d+\s*[kmg]?(?:bps|bit)"):
            raise DecisionInputError("a speed can't be negative.")
        wanted = [p.value.low * 1440 for p in periods_in(text) if 0 < p.value.low <= 7]
        if wanted and question.has(_ASKS_SPEED):
            return cls(minutes=wanted[0])
        if before is None and _asks_here(question):
            return cls(here=True)
        return before._changed(text, times) if before is not None else None

    def _changed(self, text: str, times: int) -> Self | None:
        if self.rate is None:
            return None
        if growth := growth_in(text):
            slower = lazy_search(r"\bslow\w*", text)
            return replace(self, rate=self.rate / growth.factor if slower else self.rate * growth.factor)
        if times > 1:
            return replace(self, times=times)
        if sizes := find_told(text):  # "1 gig?" is a speed here
            return replace(self, rate=sizes[0].size.bytes)
        number = bare_number(text)
        return replace(self, rate=number * 10**6) if number else None

    @classmethod
    def kept(cls, facts: Mapping[str, str]) -> Self:
        """See `Calculation`."""
        rate, minutes = facts.get("rate", ""), facts.get("minutes", "")
        return cls(
            parse_rate(rate) if rate else None,
            Decimal(minutes) if minutes else None,
            int(facts.get("times", 1)),
        )

    def facts(self) -> dict[str, str]:
        """See `Calculation`."""
        rate = f"{self.rate / 10**3:f} kbps" if self.rate else ""
        return {"rate": rate, "minutes": str(self.minutes or ""), "times": str(self.times)}

    def result(self) -> DecisionResult:
        """See `Calculation`."""
        if self.here:
            return installer.download_here()
        return (
            installer.speed_for(self.minutes) if self.minutes else installer.download(self.rate, self.times)
        )


_VOLUME = r"(?:volumes?|disks?|drives?|shares?|partitions?|folders?|luns?|datastores?|paths?|place)"
_ON_ONE = (
    r"\b(?:same|shared?|common|one|a single|single|joint)\s+"
    rf"(?:(?:shared|common|network|file|free|big|small|data|local|\d{{1,5}}(?:[.,]\d+)?\s?[gt]b)\s+){{0,3}}{_VOLUME}\b"
)
_IN_ALL = r"\b(?:total|altogether|in all|in sum|all together|overall|combined)\b"
_OWN_VOLUME = r"\b(?:its|their) own\s+(?:\w+\s+)?(?:volumes?|disks?|drives?|partitions?)\b"
_STILL_ENOUGH = r"\b(?:extract\w*|unpack\w*)\b[^.?!]*\b(?:ok|okay|enough|fits?|possible|works?)\b"
_ON_TOP = r"\b(?:another|more|extra|additional\w*|on top|plus)\b"


@dataclass(frozen=True, slots=True)
class Space(Calculation):
    """The free space for the extraction, or `times` it and the downloaded files on one volume; `taken`: by
    the files of the download, of what was free; `shared`: `times` extract to one volume."""

    NAME: ClassVar[str] = "space"
    free: Size | None = None
    both: bool = False
    times: int = 1
    taken: Size | None = None
    shared: bool = False

    @classmethod
    def read(cls, question: Question, before: Self | None) -> Self | None:
        """See `Calculation`."""
        text = question.text
        if before is None and not question.has(_EXTRACT) and not _goes_on_with_space(question):
            return None
        if is_negative(text):
            raise DecisionInputError("free space can't be negative.")
        sizes = find_told(text)
        told = [t for t in sizes if not _is_download(text, t.start, t.end)]
        if error := (None if told else unusable_size(text)):
            raise error
        comes = _is_to_come(question)
        told = _of_drive_asked(text, told)
        columns = comes or _DRIVE.search(text)
        one = next((t for t in told if columns and _is_free(text, t)), told[-1]) if told else None
        free, eaten = one.size if one else None, _eaten(text)
        if one and free and eaten and one.start < eaten.start and 0 < eaten.size.bytes < free.bytes:
            return cls(free, taken=eaten.size)
        to_come = next((t.size for t in sizes if t != one), None) if comes else None
        if free and to_come and installer.DOWNLOAD_GB < to_come.gb < free.gb:
            return cls(free, taken=to_come)
        if before is not None:
            return before._changed(question, free)
        times, both = _machines_in(text), _of_both(question)
        shared = times > 1 and question.has(_ON_ONE) and not question.has(_OWN_VOLUME)
        everywhere = times > 1 and free is None and question.has(_IN_ALL)
        if (shared or everywhere) and not question.has(r"\bdownload\w*"):
            return cls(free, times=times, shared=True)
        return cls(free, both, times) if free or both else None

    def _changed(self, question: Question, free: Size | None) -> Self | None:
        """The same with what a follow-up tells."""
        text = question.text
        both = self.both or question.has(
            r"\bdownload|\bsame\b|\bboth\b(?! (?:servers|machines|vms|boxes|hosts))|\btotal\b"
        )
        if free is None and both == self.both and (number := bare_number(text)):
            free = Size(number * 10**9)  # "and 3?"
        if free and self.free and question.has(_ON_TOP):
            free = Size(self.free.bytes + free.bytes)
        times = _machines_in(text, self.times)
        if self.shared and (free or times != self.times):
            return type(self)(free or self.free, times=times, shared=True)
        again = self.free and question.has(_STILL_ENOUGH)
        changed = free or again or both != self.both or times != self.times
        return type(self)(free or self.free, both, times) if changed else None

    @classmethod
    def kept(cls, facts: Mapping[str, str]) -> Self:
        """See `Calculation`."""
        free, times = size_of(facts.get("free", "")), int(facts.get("times") or 1)
        return cls(free, bool(facts.get("both")), times, shared=bool(facts.get("shared")))

    def facts(self) -> dict[str, str]:
        """See `Calculation`."""
        taken = self.taken.bytes if self.taken else 0
        free = Size(self.free.bytes - taken, binary=self.free.binary) if self.free else None
        told = {"free": size_text(free), "both": "yes" if self.both else "", "times": str(self.times)}
        return told | ({"shared": "yes"} if self.shared else {})

    def result(self) -> DecisionResult:
        """See `Calculation`."""
        if self.free and self.taken:
            return installer.left_to_extract(self.free, self.taken)
        if self.shared:
            return installer.shared_extraction(self.times, self.free)
        if self.both:
            return installer.whole_space(self.free, self.times)
        return installer.extraction(self.free)


def _machines_in(text: str, other: int = 1) -> int:
    """How many machines extract; backup servers too are machines here."""
    return sources_in(text) or backup_servers_in(text) or other


def _goes_on_with_space(question: Question) -> bool:
    """Whether a turn stays with the space for the extraction: a short one, or one that tells what is free and
    what the download has taken of it."""
    talked = question.reading.followup and "extract-space" in question.reading.previous.get("topics", ())
    return question.carries("extract-space") or bool(talked and _eaten(question.text))


def _eaten(text: str) -> Told | None:
    """What the downloaded files have taken of the free space ("the download ate 3.1 of it")."""
    match = lazy_search(_EATEN, text) if lazy_search(_DOWNLOAD, text) else None
    if match is None:
        return None
    number = Decimal(match["n"].replace(",", "."))
    mega = (match["unit"] or "").strip().lower().startswith("m")
    return Told(Size(number * (10**6 if mega else 10**9)), match.start(), match.end())


def _asks_time_at_speed(question: Question) -> bool:
    """Whether a time at some speed is asked for of nothing named: only the download has one."""
    asks = question.has(r"\bhow (?:long|many (?:minutes|hours|seconds))\b") and find_rates(question.text)
    return bool(asks) and not question.has(_OTHER_TRANSFER) and not find_told(question.text)


def _tells_of_guide(question: Question) -> bool:
    """Whether the guide's time and speed are told beside another speed: "60 min at 10 Mbps, and at 50?"."""
    rates = {rate for rate, _, _ in find_rates(question.text)}
    told = installer.GUIDE_RATE in rates and len(rates) > 1 and question.has(_GUIDES_TIME)
    return told and not question.has(_OTHER_TRANSFER) and not find_told(question.text)


def _of_package(question: Question) -> bool:
    """Whether the package of the installer is told with a speed: "the MABS package at 50 Mbps"."""
    return question.has(_PACKAGE) and bool(find_rates(question.text)) and not find_told(question.text)


def _asks_here(question: Question) -> bool:
    """Whether it is asked how long the download takes on a line of one's own, of which no speed is told."""
    wanted = question.has(_HOW_LONG) or question.has(_FAST_ENOUGH)
    asks = wanted and question.has(_OWN_LINE) and question.has(r"\bdownload\w*")
    return asks and not question.has(_OTHER_TRANSFER) and not periods_in(question.text)


def _of_both(question: Question) -> bool:
    """Whether the downloaded files and what is extracted from them need room on one volume."""
    files = question.has(r"\bdownload\w*|\binstaller\b|\bfiles\b|\bpackage\b")
    if files and question.has(_SPACE) and (question.has(_BOTH) or _is_to_come(question)):
        return True
    if question.has(_BOTH_DONE) and find_told(question.text):
        return True
    in_turn = question.has(_THEN) or question.has(_AND)
    return bool(
        in_turn and not question.has(_IS_THERE) and (find_told(question.text) or question.has(_SPACE))
    )


def _is_free(text: str, told: Told) -> bool:
    """Whether a size is said to be that of the free space."""
    before, after = text[: told.start], text[told.end :]
    return bool(lazy_search(_FREE_AFTER, after) or lazy_search(_FREE_BEFORE, before))


def _is_to_come(question: Question) -> bool:
    """Whether the files of the download are still to be put where they are to be extracted."""
    drives = {match[1] or match[2] for match in _DRIVE.finditer(question.reading.plain)}
    return len(drives) < 2 and question.has(_TO_COME) and not question.has(_ELSEWHERE)


def _of_drive_asked(text: str, told: Sequence[Told]) -> list[Told]:
    """The sizes of the drive that is asked about, where those of several are told ("C: 3 GB, D: 19 GB free.
    enough on C:?"); all of them otherwise."""
    drives = [(match.end(), match[1] or match[2]) for match in _DRIVE.finditer(text)]
    if len(drives) < 2:
        return list(told)
    ends = [*(end for end, _ in drives[1:]), len(text)]
    owned = {
        (end, letter): [one for one in told if end <= one.start < until]
        for (end, letter), until in zip(drives, ends, strict=True)
    }
    asked = [letter for (_, letter), sizes in owned.items() if not sizes]
    of_asked = [one for (_, letter), sizes in owned.items() for one in sizes if letter in asked[-1:]]
    return of_asked or list(told)


def _own_rate(text: str, rates: Sequence[tuple[Decimal, int, int]]) -> Decimal:
    """The speed that is asked for: the last one told, unless that is the guide's, told to reckon from."""
    *before, (last, start, _) = rates
    others = [rate for rate, _, _ in before if rate != installer.GUIDE_RATE]
    reckoned_from = last == installer.GUIDE_RATE and not lazy_search(_NOW, text[:start])
    return others[-1] if others and reckoned_from else last


def _is_download(text: str, start: int, end: int) -> bool:
    """Whether a size is that of the downloaded files."""
    before = lazy_search(_IS_DOWNLOAD, text[:start])
    return bool(before or lazy_search(_IS_DOWNLOAD_AFTER, text[end:]))
