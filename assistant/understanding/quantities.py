"""Finds sizes, durations, rates, counts and percentages in a question, each with its words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from assistant.decisions.durations import Duration, FoundDuration, find_durations
from assistant.decisions.patterns import lazy
from assistant.decisions.quantities import find_rates, find_sizes
from assistant.understanding.reading import Quantity

_COUNT = lazy(
    r"(?<![\w./:-])(?P<number>\d{1,3}(?:[ ,]\d{3}){1,3}(?!\d)|\d{1,12}|one|two|three|four|five|six"
    r"|seven|eight|nine"
    r"|ten|eleven|twelve|fifteen|sixteen|twenty|a dozen)\s+"
    r"(?:(?!days?\b|weeks?\b|months?\b|years?\b|hours?\b|[tgm]b\b)\w+\s+){0,2}?(?P<unit>disks?|cores?|cpus?|vcpus?|procs?|processors?|servers?|machines?"
    r"|sources?|vms?|recovery points?|points?|rps?|backups?|files?|drives?|databases?|dbs?|copies"
    r"|times)\b"
    r"(?:\s+(?:an?|per|each|every)\s+(?P<per>hour|day|week|month|year))?"
)
_SPELLED = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
_SPELLED += ["eleven", "twelve"]
_WORDS = {word: number for number, word in enumerate(_SPELLED)}
_WORDS |= {"fifteen": 15, "sixteen": 16, "twenty": 20, "a dozen": 12}
_PERCENT = lazy(r"(?<!\d)(?P<number>\d{1,12}(?:\.\d{1,12})?)\s*(?:%|percent|per cent)")
_UNITS = {"core": "core", "cpu": "core", "vcpu": "core", "proc": "core", "processor": "core", "drive": "disk"}
_UNITS |= {"rp": "recovery point", "point": "recovery point", "backup": "recovery point", "db": "database"}
_UNITS |= {"copie": "recovery point"}


def find_quantities(text: str, today: date | None = None) -> tuple[Quantity, ...]:
    """Sizes in GB, durations in days (the shortest they allow), rates in Mbps, counts and percentages.

    "since ..." is counted only when `today` is given. In the order told.
    """
    found = [*_measures(text, today), *_counts(text)]
    for match in _PERCENT().finditer(text):
        found.append((match.start(), Quantity("percent", float(match["number"]), "%", match[0])))
    return tuple(quantity for _, quantity in sorted(found, key=lambda item: item[0]))


def _measures(text: str, today: date | None) -> Iterator[tuple[int, Quantity]]:
    """Sizes, rates and durations, each with where it starts."""
    for size in find_sizes(text):
        words = text[size.start : size.end].strip()
        yield size.start, Quantity("size", float(size.value.gb), "GB", words)
    for bits, start, end in find_rates(text):
        yield start, Quantity("rate", float(bits / 10**6), "Mbps", text[start:end].strip())
    for duration in find_durations(text, today):
        words = text[duration.start : duration.end].strip()
        yield duration.start, Quantity("duration", float(duration.value.low), "days", words)


def _counts(text: str) -> Iterator[tuple[int, Quantity]]:
    """Numbers of things ("six data disks", "4 copies a day"), each with where it starts."""
    for match in _COUNT().finditer(text):
        unit = match["unit"].lower().rstrip("s")
        per = f" per {match['per'].lower()}" if match["per"] else ""
        number = _WORDS.get(match["number"].lower())
        value = float(number if number is not None else re.sub(r"[ ,]", "", match["number"]))
        yield match.start(), Quantity("count", value, _UNITS.get(unit, unit) + per, match[0])


# Points in time that lie so close that the outage can't have lasted longer than so many days.
_RECENT = (
    (
        lazy(
            r"\b(?:today(?!\s*(?:is|it'?s|=|:))"
            r"|since tonight|this (?:morning|afternoon|evening|noon)|just now|a moment ago"
            r"|(?:an?|few|\d+) (?:minutes?|hours?) ago|since (?:noon|lunch|breakfast|midnight)|an hour"
            r"|minutes)\b"
        ),
        1,
    ),
    (
        lazy(r"\b(?:yesterday|last night|overnight|(?:the )?(?:other day|day before yesterday))\b"),
        3,
    ),
    (
        lazy(
            r"\b(?:this week|(?:on|since|last) (?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:last|this"
            r"|next|the|over the) weekend"
            r"|a weekend|sat(?:urday)?\s*(?:-|\u2013|to|and|\+|&)\s*sun(?:day)?|a few days|(?:on|next|this) "
            r"(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
        ),
        7,
    ),
    (lazy(r"\blast week\b|\bless than a fortnight\b|\bnot even a week\b|\b(?:first|second) week\b"), 14),
)


_DAY_OF = lazy(
    r"\bday (?:number )?(?P<number>\d{1,3})\b(?=\s+(?:of|without|w/o|since|into|offline|with no|now)"
    r"|\s*[,.;])"
    r"|\b(?P<ordinal>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,3}(?:st|nd|rd|th))"
    r"\s+(?P<unit>day|week|month)\b(?=\s+(?:of|without|w/o|since|into|in|offline|with no|now)\b|\s*[,.;])"
)
_ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]
_UNIT_DAYS = {"day": 1, "week": 7, "month": 30}
_ADDED = lazy(r"\s*,?\s*(?:and|plus)\s+(?:some|a few|several|an?)?\s*")
_CLAUSE_GAP = 40
_ADJACENT = 16  # characters
_CLAUSE_END = re.compile(
    r"[.;:!?,|/()]|\s[-\u2013]+\s|\b(?:and|but|while|when|plus|also|moreover|furthermore|as|because|since)\b"
)
_WHOSE = lazy(
    r"\b(?:today|yesterday|tonight|last (?:week|month|year|night)|this (?:week|month|morning))['’]s\b"
)


# How far a clock is off, which is no stretch of time.
_OFF_AFTER = lazy(
    r"\s*(?:behind|ahead|slow|fast|off(?! ?(?:line|grid|the|of|our)\b)|wrong|in the (?:past|future)|skewed)\b"
)
_OFF_BEFORE = lazy(
    r"\b(?:off by|behind|ahead|out by|wrong by|differ\w*|drift\w*|lag\w*|skew\w*|deviat\w*|jump\w*)"
    r"\s+(?:is\s+|of\s+|by\s+|some\s+|about\s+|almost\s+|nearly\s+|around\s+){0,2}$"
)


def is_offset(text: str, start: int, end: int) -> bool:
    """Whether a time tells how far a clock is off ("14 minutes behind", "off by 3 days")."""
    return bool(_OFF_AFTER().match(text, end) or _OFF_BEFORE().search(text[:start]))


def offline_duration(
    text: str,
    today: date | None,
    lost: tuple[int, int] | None = None,
    others: Sequence[tuple[int, int]] = (),
) -> Duration | None:
    """The stretch of time in `text` that is told nearest to the lost connection: how long it has been lost.

    None when none is told. "since ..." is counted only when `today` is given. `lost` is where the lost
    connection is told (without it the longest time counts); what stands nearer to one of `others` (the
    subscription's states) belongs to that.
    """
    if day := _DAY_OF().search(text):
        return _nth(day)
    plain = _WHOSE().sub(lambda whose: "-" * len(whose[0]), text)  # "yesterday's folder" is no outage
    for found in find_durations(plain, today):
        if is_offset(plain, found.start, found.end):
            plain = f"{plain[: found.start]}{'-' * (found.end - found.start)}{plain[found.end :]}"
    times = _one_each(plain, find_durations(plain, today))
    durations = [found for found in times if not _taken(plain, (found.start, found.end), lost, others)]
    if durations and lost:
        return min(durations, key=lambda found: _distance(plain, (found.start, found.end), lost)).value
    if durations:
        return max(durations, key=lambda found: found.value.low).value
    for pattern, most in _RECENT:
        for match in pattern().finditer(plain):
            if _same_matter(plain, match.span(), lost) and not _taken(plain, match.span(), lost, others):
                return Duration(Decimal(0), Decimal(most), text=match[0])
    return None


def _one_each(text: str, times: Sequence[FoundDuration]) -> list[FoundDuration]:
    """`times` without what only adds to the one before ("16 days and some hours")."""
    kept: list[FoundDuration] = []
    for found in times:
        if not kept or not _ADDED().fullmatch(text[kept[-1].end : found.start]):
            kept.append(found)
    return kept


def _same_matter(text: str, time: tuple[int, int], lost: tuple[int, int] | None) -> bool:
    """Whether a time stands with the lost connection: "(please answer today)" tells nothing of it."""
    if lost is None:
        return True
    first, last = sorted((time, lost))
    between = text[first[1] : last[0]]
    return not re.search(r"[(?]", between) and len(re.findall(r"[.!]\s", between)) < 2


def _nth(match: re.Match[str]) -> Duration:
    """ "Day 16" is sixteen days; "the third week" more than two weeks and at most three."""
    if match["number"]:
        return Duration(Decimal(match["number"]), Decimal(match["number"]), text=match[0])
    ordinal = match["ordinal"].lower()
    number = _ORDINALS.index(ordinal) + 1 if ordinal in _ORDINALS else int(re.sub(r"\D", "", ordinal))
    days = Decimal(number * _UNIT_DAYS[match["unit"].lower()])
    if match["unit"].lower() == "day":
        return Duration(days, days, text=match[0])
    return Duration(days - _UNIT_DAYS[match["unit"].lower()], days, low_open=True, text=match[0])


def _taken(
    text: str, time: tuple[int, int], lost: tuple[int, int] | None, others: Sequence[tuple[int, int]]
) -> bool:
    """Whether a time belongs to one of `others`, right before it, and less closely to the outage."""
    if lost is None:
        return False
    outage = _distance(text, time, lost)
    return any(
        other[1] <= time[0] and _distance(text, time, other) < min(outage, _ADJACENT) for other in others
    )


def _distance(text: str, one: tuple[int, int], other: tuple[int, int]) -> int:
    """How far two stretches are apart; the end of a clause between them counts much."""
    first, last = sorted((one, other))
    between = text[first[1] : last[0]]
    return len(between) + _CLAUSE_GAP * len(_CLAUSE_END.findall(between))
