"""Sizes told of the data for Azure: which of them go there, and what they add up to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from assistant.decisions.reading.numbers import UNIT_WORDS, number_in
from assistant.decisions.reading.quantities import Size, plain, show_size
from assistant.specialists.calculators.calculator_question import lazy_search
from assistant.specialists.calculators.scratch_drives import of_drives, of_scratch
from assistant.specialists.calculators.scratch_fates import (
    DISK_ONLY,
    next_start,
    sent_by_fate,
    without_local,
)
from assistant.specialists.calculators.scratch_place import (
    HAVE,
    PLACE,
    SENT,
    SPACE_AFTER,
    UP,
    alone_with_scratch,
    by_share,
    is_had,
    is_scratch,
    lies_on,
    nearest,
    smaller_container,
    smaller_of_compared,
)
from assistant.understanding.amounts.changed_amounts import MORE
from assistant.understanding.amounts.figures import Growth, Told, growth_in, sources_in
from assistant.understanding.amounts.shares import part_in

_TOPIC = (
    rf"{PLACE}(?:\s+(?:need\w*|requir\w*|siz\w+|calc\w*|question|planning|rule))?\s*(?:\?|:|\s[-–—]+\s|=>"
    rf"|->)\s*"
    r"(?:(?:we have|we've|i have|got|have|with|our|for|about|around|now|today|currently|at)\s+){0,3}$"
)
_RECKON = r"\b(?:comput\w*|calculat\w*|work out|determine)\b"

_STAYS = (
    r"\b(?:in total|altogether|overall|of which|out of|local(?:ly)?|on disk|on-?prem\w*|stays?|only on"
    r"|the rest"
    r"|protected in all|raw)\b"
)
_OF_WHOLE = r"^\s*of\s+(?:it|that|this|them|these|those|which)\b"
# "140 GB of that are images which we exclude"
_LEFT_OUT = (
    r"^\s*of\s+(?:it|that|this|them|these|those|which)\b[^.;?!\d]{0,45}?\b(?:exclud\w*|skip\w*|left out"
    r"|leav\w+\s+(?:\w+\s+)?out|never\s+(?:go|leave)\w*"
    r"|(?:do|does|will|must|should|is|are)(?:n['’]?t|\s+not)\s+(?:to\s+)?(?:go(?:ing|es)?|be sent|sent|for"
    r"|backed|belong\w*|leave|included))\b"
)
_STAYS_HERE = (
    r"^\s*(?:of\s+(?:it|that|this|them|these|those|which)\s+)?(?:(?:only|just|that|which|will|must|should"
    r"|to|is|are|be)\s+){0,3}(?:stay\w*|remain\w*|kept|left)\s+(?:only\s+|back\s+)?(?:local(?:ly)?"
    r"|on[\s-]?prem\w*"
    r"|on (?:the )?(?:local )?disks?|here|in[\s-]?house)\b"
    rf"|{_LEFT_OUT}"
)
_NOT_SENT = (
    r"^\s*(?:(?:do(?:es)?|is|are|will)\s*)?(?:not\b(?!\s+enough)|n'?t\b|local(?:ly)?\b"
    r"|(?:on|to|for)\s+(?:local\s+)?disks?\b)"
)
"""What follows an amount that stays: "2 TB to Azure, 8 TB not"."""

_NOTHING_UP = (
    r"\b(?:nothing|none of (?:it|that|this|them)|no data|zero(?:\s+[kmgtp]i?b)?|(?<![\d.,])0\s*[kmgtp]i?b)\b"
    r"(?:\s+(?:of it|at all|is|will|to be|be|goes|going|sent|send|for|to|into|in|up|the|our|planned)){0,6}"
    r"\s+(?:azure|cloud|vault|off-?site|online)\b"
    r"|\b(?:no|without|not? us(?:e|ing))\s(?:(?:the|any)\s)?(?:cloud|azure|vault)\b"
    r"(?!\s(?:stack|backup server))"
)
_SMALL_SHARE = 5
"""Data is at least so many times what is there for the scratch location."""

_TO_PLACE = re.compile(rf"(?:->|=>|→)\s*(?:the\s+)?{UP}", re.IGNORECASE)
"""An arrow that leads to a place, and to no other amount."""

# What somebody wrote down for the scratch location: "the sheet has 32 GB in it: ...".
_WRITTEN_DOWN = (
    r"\b(?:sheet|plan|document|doc|excel|quote|offer|proposal|concept|spec|paper|design|sizing|form|ticket)\b"
    r"[^.;?!:\d]{0,40}\b(?:has|had|says?|said|states?|shows?|gives?|contains?|reads?|names?|puts?)\s+(?:only\s+)?$"
)
_AND_NO_DATA = r"^\s*(?:in it|there|written|for (?:it|this|that)|[:;.]|$)"

_TAKEN_OFF = (
    r"\b(?:without|minus|less|except|excluding|not counting|leaving out)\s+(?:(?:the|our|my|about)\s+){0,2}$"
)
_TAKES = (
    r"\b(?:take|taking|move|moving|pull|pulling|remov\w+|drop\w*|exclud\w+|leave|leaving|cut|carv\w+"
    r"|delet\w+)\s+"
    r"(?:(?:the|our|my|those|about|an?)\s+){0,2}$"
)
_OUT_FROM = r"^[^.;?!\d]{0,30}\b(?:out of|from|off)\s+(?:(?:the|our|my|those|all)\s+){0,2}$"
_MANY = 3
_ONLY_SOME = rf"\bonly the (?P<end>first|last)(?:\s+(?P<n>[2-9]|{'|'.join(UNIT_WORDS)}))?\b"
_OF_WHICH = r"\b(?:of which|including|incl\.?|among (?:it|them)|thereof)\s+(?:about\s+|some\s+)?$"
_ALL = r"^\s*(?:of\s+data\s+|data\s+)?(?:in\s+)?(?:total|all|altogether|overall)\b"
_ALL_BEFORE = (
    r"\b(?:(?:total|altogether|overall|in all)(?:\s+(?:data|size|volume|amount))?|all (?:the |our )?data)\s*"
    r"(?:is|of|=|:|,)?\s*$"
)
_UP_BEFORE = (
    r"(?:^|[,;.:]|\band)\s*(?:to |for |in )?(?:the )?(?:azure|cloud|vault|online)\s*(?:gets|is|[:=])?\s*$"
)
_UNIT_DEFINED = re.compile(
    r"(?<![\w.,])(?:1|one|an?)\s*[kmgtp]i?b\s*(?:is|=|equals|means|being|as|at|has)\s*(?:10(?:00|24)"
    r"|1[.,]0(?:00|24))"
    r"\s*[kmgtp]i?b\b",
    re.IGNORECASE,
)
_BECOMES = (
    r"^\W*(?:now |today |currently )?(?:to|into)\W*$|\b(?:becom\w*|(?:grow\w*|go(?:es)?|up|ris\w*) to"
    r"|later|instead"
    r"|next (?:year|month|quarter)|will be|afterwards|in \w+ (?:years?|months?))\b|->|→"
)
# What each of several servers needs is asked for, and not what all need together.
_ASKS_EACH = (
    r"\b(?:each(?!\s+(?:day|night|week|month|year|time|job|run)\b)|respectively|separately|individually)\b"
)
_ASKS_ALL = r"\b(?:total\w*|together|altogether|sum|combined|overall|in all)\b"
_OR = r"\b(?:or|vs\.?|versus)\b|/"
_SENDS = r"\b(?:send|sending|sent|ship|upload|push|replicate)\w*\s+(?:only\s+|just\s+|about\s+|roughly\s+)?$"
_OUT_OF = r"^\s*(?:(?:out )?of)\s+(?:(?:the|our|my|those|all|a total of|these)\s+)*$"
_OF_BEFORE = (
    r"(?:^|[,;.:]|\b(?:and|that|we have))\s*(?:out )?of\s+(?:(?:the|our|my|those|all|these)\s+){0,2}$"
)
"""What stands before all the data, of which a part goes up: "of 40 TB only 10 TB goes to Azure"."""

_PROTECTS = (
    r"\b(?:protect\w*|back(?:s|ing)? up|backing|own|hold|of data)\s*"
    r"(?:is|=|:|about|around|roughly|some|our|the|all|\s)*$"
)
# In another sentence or line, or in brackets: "half a terabyte (500 GB)".
_TOLD_AGAIN = re.compile(r"[.?!:](?=\s)|\s>\s|\n|\(")


def sends_nothing(text: str) -> bool:
    """Whether nothing is to go to Azure: "all on disk, nothing to the cloud", "disk only"."""
    if lazy_search(_NOTHING_UP, text):
        return True
    return bool(lazy_search(DISK_ONLY, text)) and not lazy_search(UP, text)


def is_memory(text: str, told: Told) -> bool:
    """Whether a size is that of a machine's memory."""
    return bool(lazy_search(r"^\s*(?:of\s+)?(?:ram|memory|mem)\b", text[told.end : told.end + 12]))


def is_of_unit(text: str, told: Told) -> bool:
    """Whether a size only tells how large a unit is ("if 1 TB is 1024 GB")."""
    return any(unit.start() <= told.start < unit.end() for unit in _UNIT_DEFINED.finditer(text))


def once(text: str, told: Sequence[Told]) -> tuple[Told, ...]:
    """Each size once: what is told again in another sentence or line, as in a quoted thread, is the same."""
    kept: list[Told] = []
    for one in told:
        same = next(
            (k for k in kept if k.size == one.size and _TOLD_AGAIN.search(text, k.end, one.start)), None
        )
        if same is None or is_scratch(text, same):
            kept += [one] if same is None else []
        else:
            kept[kept.index(same)] = one
    return tuple(sorted(kept, key=lambda t: t.start))


def parted(
    text: str, told: Sequence[Told], *, asks_data: bool, is_space: bool
) -> tuple[list[Told], Told | None]:
    """The sizes that are data for Azure, and the one that is the scratch location.

    `is_space`: by the turn before, a size that is told alone is the scratch location.
    """
    apart = any(_is_apart(text, one) for one in told)
    if going := [] if apart else sent_by_fate(text, told):
        return going, None
    told = without_local(text, told)
    if only := _only_those(text, told):
        return only, None
    drives = of_drives(text, told)
    if drives and len(told) > 1:
        room = of_scratch(text, drives) or next((t for _, t in drives if is_scratch(text, t)), None)
        return [t for t in told if t not in [one for _, one in drives]], room
    spaces = by_share(text, told) or [t for t in told if is_scratch(text, t)]
    if not spaces and len(told) == 1 and (asks_data or is_space or lies_on(text, told[0])):
        spaces = list(told)
    if (
        len(told) == 1
        and (lazy_search(_RECKON, text) or _grows_behind_topic(text, told[0]))
        and not asks_data
    ):
        spaces = []
    if len(told) == 1 and part_in(text):
        return list(told), None
    if _taken_out(text, told):
        return list(told), None
    if sent := _sent_of_whole(text, told):
        return [sent], None
    if not spaces and len(told) > 1:
        spaces = alone_with_scratch(text, told) or _had_for_it(text, told) or _written_down(text, told)
    if not spaces and len(told) == 2:
        spaces = (
            [t for t in told if is_had(text, t, told)][:1]
            or smaller_container(text, *told)
            or nearest(text, told)
            or smaller_of_compared(text, *told)
        )
    rest = [t for t in told if t not in spaces[:1]]
    rest = [t for t in rest if not _is_of_kind(text, t, rest)] or rest
    for_azure = [
        t
        for t in rest
        if (
            lazy_search(rf"^[^,.;?!]{{0,25}}{UP}", text[t.end : next_start(rest, t)])
            or lazy_search(_UP_BEFORE, text[: t.start])
        )
        and not _follows(text, t, _STAYS_HERE)
    ]
    staying = [t for t in rest if t not in for_azure and _follows(text, t, _NOT_SENT)]
    if for_azure and staying:
        rest = [t for t in rest if t not in staying]
    names_part = (
        lazy_search(_STAYS, text)
        or any(_follows(text, t, _OF_WHOLE) for t in rest)
        or any(_is_whole_of(text, t) and _is_larger(t, for_azure) for t in rest if t not in for_azure)
    )
    left_out = len(rest) == 2 and _follows(text, rest[1], _LEFT_OUT)
    if for_azure and len(for_azure) < len(rest) and names_part and not left_out:
        rest = for_azure
    return rest, spaces[0] if spaces else None


def _is_apart(text: str, one: Told) -> bool:
    """Whether an amount is that of the scratch location, all of the data, or a part of the one before it."""
    whole = _is_whole_of(text, one) and not _follows(text, one, rf"^[^.;?!\d]{{0,15}}{DISK_ONLY}")
    return is_scratch(text, one) or whole or _follows(text, one, _OF_WHOLE)


def _had_for_it(text: str, told: Sequence[Told]) -> list[Told]:
    """The size that is there for the scratch location, told last behind several that go to Azure: "... we
    have 100 GB"."""
    *data, last = told
    if len(data) < 2 or not lazy_search(HAVE, text[: last.start]) or lazy_search(UP, text[last.end :]):
        return []
    small = last.size.bytes * _SMALL_SHARE <= _bytes(data, 1)
    sent = any(lazy_search(UP, text[one.end : next_start(told, one)]) for one in data)
    return [last] if small and sent and not lazy_search(MORE, text[data[-1].end :]) else []


def _written_down(text: str, told: Sequence[Told]) -> list[Told]:
    """The size that a document is said to hold, where it is so small that it is no data beside the others."""
    return [
        one
        for one in told
        if lazy_search(_WRITTEN_DOWN, text[: one.start])
        and _follows(text, one, _AND_NO_DATA)
        and one.size.bytes * _SMALL_SHARE <= _bytes([other for other in told if other is not one], 1)
    ][:1]


def _grows_behind_topic(text: str, one: Told) -> bool:
    """Whether an amount that grows stands behind "scratch:", which only names the matter.

    What is asked for is how large it must be; a scratch location doesn't grow by itself.
    """
    growth = growth_in(text)
    if growth is None or is_of_scratch(text, growth) or lazy_search(SPACE_AFTER, text[one.end :]):
        return False
    return bool(lazy_search(_TOPIC, text[: one.start]))


def _only_those(text: str, told: Sequence[Told]) -> list[Told]:
    """The first or the last of several amounts, where only so many of them go up; empty where all may."""
    match = lazy_search(_ONLY_SOME, text)
    if match is None or len(told) < _MANY or not lazy_search(UP, text[match.end() : match.end() + 30]):
        return []
    count = int(number_in(match["n"] or "one") or 1)
    if count >= len(told) or any(is_scratch(text, one) for one in told):
        return []
    return list(told[:count] if match["end"].lower() == "first" else told[-count:])


def _taken_out(text: str, told: Sequence[Told]) -> bool:
    """Whether the first of two amounts is taken out of the second: "take the 2 TB out of our 9 TB"."""
    if len(told) != 2 or told[0].size.bytes >= told[1].size.bytes:
        return False
    between = text[told[0].end : told[1].start]
    return bool(lazy_search(_TAKES, text[: told[0].start]) and lazy_search(_OUT_FROM, between))


def _is_larger(whole: Told, parts: Sequence[Told]) -> bool:
    """Whether an amount may be all of which `parts` are a part."""
    return whole.times * whole.size.bytes > _bytes(parts, 1)


def _is_of_kind(text: str, one: Told, told: Sequence[Told]) -> bool:
    """Whether an amount only tells the kind of a part of the amount before it: "of which 2 TB are SQL"."""
    if one is told[0] or not lazy_search(_OF_WHICH, text[: one.start]):
        return False
    return not lazy_search(rf"^[^.;?!]{{0,45}}(?:{UP}|{SENT})", text[one.end : next_start(told, one)])


def _sent_of_whole(text: str, told: Sequence[Told]) -> Told | None:
    """Of two amounts the one that goes to Azure, where the other is all the data, of which it is a part."""
    if len(told) != 2 or told[0].times * told[1].times > 1:
        return None
    for sent, whole in (told, told[::-1]):
        if sent.size.bytes >= whole.size.bytes or not _is_sent(text, sent, told):
            continue
        out_of = lazy_search(_OUT_OF, text[sent.end : max(whole.start, sent.end)])
        had = lazy_search(rf"{HAVE}|{_OF_BEFORE}", text[: whole.start]) and not is_scratch(text, whole)
        if _is_whole_of(text, whole) or out_of or had:
            return sent
    return None


def _is_sent(text: str, one: Told, told: Sequence[Told]) -> bool:
    after = text[one.end : next_start(told, one)]
    if _follows(text, one, _STAYS_HERE) or lazy_search(SPACE_AFTER, after):
        return False
    up = lazy_search(rf"^[^.;?!]{{0,25}}{UP}", after) or (
        lazy_search(_OUT_OF, after) and lazy_search(rf"^[^.;?!]{{0,25}}{UP}", text[told[-1].end :])
    )
    return bool(
        up
        or lazy_search(_SENDS, text[: one.start])
        or lazy_search(rf"{UP}\W*(?:is|=|:|gets)?\W*$", text[: one.start])
    )


def _is_whole_of(text: str, one: Told) -> bool:
    """Whether an amount is said to be all the data: "10 TB in total", "we protect 10 TB"."""
    return bool(
        _follows(
            text,
            one,
            rf"{_ALL}|^\s*(?:of\s+)?(?:data\s+)?(?:(?:is|are|gets?|being)\s+)?"
            r"(?:protected|backed up|on disk)\b",
        )
        or lazy_search(_ALL_BEFORE, text[: one.start])
        or lazy_search(_PROTECTS, text[: one.start])
    )


def _follows(text: str, told: Told, pattern: str) -> bool:
    return bool(lazy_search(pattern, text[told.end :]))


def _without_parts(text: str, planned: Sequence[Told]) -> tuple[Sequence[Told], Sequence[Told]]:
    """What counts of the sizes told, and what is to be subtracted: what stays here of all the data."""
    if _taken_out(text, planned):
        return planned[1:], planned[:1]
    taken_off = [t for t in planned[1:] if lazy_search(_TAKEN_OFF, text[: t.start])]
    if taken_off and _bytes(taken_off, 1) < _bytes(planned, 1) / 2:
        return [t for t in planned if t not in taken_off], taken_off
    local = [t for t in planned if _follows(text, t, _STAYS_HERE)]
    kept = [t for t in planned if t not in local and not _follows(text, t, _OF_WHOLE)]
    if not kept:
        return planned, ()
    whole = len(kept) == 1 and (
        _follows(text, kept[0], _ALL)
        or lazy_search(_ALL_BEFORE, text[: kept[0].start])
        or any(_follows(text, t, _OF_WHOLE) for t in local)
    )
    return kept, local if whole and _bytes(local, 1) < _bytes(kept, 1) else ()


def _bytes(told: Sequence[Told], sources: int) -> Decimal:
    return sum((t.size.bytes * _count(t, sources) for t in told), Decimal(0))


def _count(told: Told, sources: int) -> int:
    return told.times * (sources if told.each else 1)


def _terms(told: Sequence[Told], sources: int) -> list[str]:
    counts = [_count(t, sources) for t in told]
    return [
        f"{n} x {show_size(t.size)}" if n > 1 else show_size(t.size)
        for t, n in zip(told, counts, strict=True)
    ]


def alternatives(text: str, planned: Sequence[Told]) -> tuple[Size, ...]:
    """Two amounts or more that are told as alternatives ("2 TB or 5 TB"), or of which each is asked about."""
    apart = lazy_search(_ASKS_EACH, text) and not lazy_search(_ASKS_ALL, text)
    if apart and len(planned) > 1 and not any(told.each or told.times > 1 for told in planned):
        return tuple(told.size for told in planned)
    between = [text[a.end : b.start] for a, b in pairwise(planned)]
    if between and all(lazy_search(_OR, words) for words in between):
        return tuple(t.size for t in planned)
    return ()


def total(text: str, planned: Sequence[Told]) -> tuple[Size | None, str]:
    """All told for Azure, added up, less what stays here; or the last of two if one becomes the other."""
    planned, local = _without_parts(text, planned)
    if not planned:
        return None, ""
    if len(planned) == 2 and _is_changed(text, *planned):
        planned = planned[1:]
    sources = sources_in(text) or 1
    whole = _bytes(planned, sources) - _bytes(local, 1)
    made_of = " - ".join([" + ".join(_terms(planned, sources)), *_terms(local, 1)])
    size = Size(whole, any(t.size.binary for t in planned))
    return size, made_of if len(planned) > 1 or local or _count(planned[0], sources) > 1 else ""


def _is_changed(text: str, one: Told, other: Told) -> bool:
    """Whether the second of two amounts takes the place of the first."""
    between, after = _TO_PLACE.sub(" ", text[one.end : other.start]), text[other.end : other.end + 30]
    changes = lazy_search(_BECOMES, between) or lazy_search(
        r"\bnow\b|\btoday\b|\bcurrently\b", between + after
    )
    on_top = lazy_search(MORE + r"|\+", between) or lazy_search(rf"^\s*(?:{MORE})", after)
    return bool(changes) and not on_top


def added_up(one: Size | None, other: Size) -> Size:
    """Both together."""
    return other if one is None else Size(one.bytes + other.bytes, other.binary)


def grown(data: Size, growth: Growth, made_of: str) -> tuple[Size, str]:
    """The data after its growth, and the sum that shows it."""
    start = f"({made_of})" if made_of else show_size(data)
    whole = (data.bytes * growth.factor).quantize(Decimal(1))  # a third three times is the whole again
    return Size(whole, data.binary), f"{start} x {plain(growth.factor, 4)}"


def is_of_scratch(text: str, growth: Growth) -> bool:
    """Whether it is the scratch location that grows."""
    near = text[max(0, growth.start - 25) : growth.end + 12]
    return bool(lazy_search(rf"{PLACE}\s*(?:\w+\s*){{0,2}}$", near[: min(25, growth.start)])) or bool(
        lazy_search(r"^\s*(?:the |our |my )?(?:scratch|cache)\b", text[growth.end :])
    )


def in_same_unit(number: Decimal, like: Size) -> Size:
    """A bare number in the unit in which `like` is shown."""
    base, units = Decimal(1024 if like.binary else 1000), ["bytes", "K", "M", "G", "T", "P"]
    unit = show_size(like).split()[-1]
    return Size(
        number * base ** next(n for n, name in enumerate(units) if unit.startswith(name)), like.binary
    )
