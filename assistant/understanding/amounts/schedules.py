"""Finds how often something runs: "hourly", "4 a day", "every 6 h", "5 days a week", "mon-fri"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from assistant.decisions.expressions.patterns import lazy
from assistant.decisions.reading.numbers import NUMBER, number_in, parse_number
from assistant.decisions.reading.schedules import Schedule
from assistant.understanding.amounts.day_groups import DAY, TIMES, Daily, days_through, runs_a_week
from assistant.understanding.amounts.figures import SOURCE_NOUN

_ADVERBS = {"hourly": (1, "hour"), "daily": (1, "day"), "nightly": (1, "day"), "weekly": (1, "week")}
_ADVERBS |= {
    "monthly": (1, "month"),
    "quarterly": (4, "year"),
    "yearly": (1, "year"),
    "annually": (1, "year"),
}
_ADVERBS |= {"annual": (1, "year"), "dailies": (1, "day"), "weeklies": (1, "week"), "monthlies": (1, "month")}
_ADVERBS |= {"yearlies": (1, "year"), "fortnightly": (26, "year"), "bi-weekly": (26, "year")}
_ADVERBS |= {"biweekly": (26, "year"), "half-hourly": (2, "hour"), "bi-monthly": (6, "year")}
_ADVERBS |= {"half-yearly": (2, "year"), "semiannually": (2, "year"), "semi-annually": (2, "year")}
_UNITS = {"minute": "minute", "min": "minute", "hour": "hour", "hr": "hour", "h": "hour", "day": "day"}
_UNITS |= {"d": "day", "night": "day", "evening": "day", "morning": "day", "noon": "day", "midnight": "day"}
_UNITS |= {"week": "week", "wk": "week", "w": "week", "month": "month", "mo": "month", "mth": "month"}
_UNITS |= {"quarter": "quarter", "year": "year", "yr": "year", "annum": "year", "fortnight": "fortnight"}
_NAMED_DAY = r"(?:mon|mo|tues?|tu|wednes|wed|thurs?|th|fri|fr|satur|sat|sun)(?:days?)?\b"
_UNIT = rf"(?P<unit>{'|'.join(sorted(_UNITS, key=len, reverse=True))})s?\b"
# Between the number and "a day" stands what runs; sizes, speeds and sources there make it something else.
_THING = (
    r"(?:(?!(?:[kmgtp]i?b(?:ps)?|gigs?|teras?|bytes?|days?|weeks?|months?|years?|hours?|per|an?|each|every"
    r"|servers?|machines?|vms?|boxes|hosts?|sources?|databases?|clients?)\b|for\s+an?\s)[a-z][\w-]*(?:\s+|(?=/))){0,3}?"
)
_ADVERB = lazy(
    rf"(?:(?P<times>{NUMBER})\s*(?P<x>x|times)?[\s-]*(?:(?:(?:recovery\s+)?points?|backups?|runs?|jobs?|rps?"
    r"|copies)\s+)?(?P<added>(?:(?:new|more|fresh|additional|further|extra|ones|points?|are|is|get|gets"
    r"|being|come"
    r"|comes|added|made|created|in)\s+){1,5})?"
    r"|(?P<word>once|twice"
    rf"|thrice)[\s-]+)?\b(?P<adverb>{'|'.join(sorted(_ADVERBS, key=len, reverse=True))})\b"
)
_EVERY = lazy(
    rf"\b(?:every|each)\s+(?:single\s+)?(?:(?P<other>other|second)\s+|(?P<every>{NUMBER})[\s-]*)?"
    rf"(?:{_UNIT}|(?P<weekday>{DAY})s?\b)"
)
# "every day 24 more come": the number stands behind the time.
_MORE_EACH = lazy(
    rf"\b(?:every|each)\s+{_UNIT}\s+(?:(?:about|another|we|it|get|gets|add|adds|make|makes|there|are|come"
    rf"|comes)\s+){{0,3}}"
    rf"(?P<times>{NUMBER})\s+(?:new|more|additional|further|fresh|others?|extra|are added|come|points?)\b"
)
# "per day two runs", "a week: 3 backups": what runs is named behind the time, with which a clause begins.
_RUNS_IN = lazy(
    rf"(?:^|[.;:,(?!]\s|\n)\W{{0,3}}(?:(?:an?|per|each|every|in an?)\s+){_UNIT}\s*[:,]?\s+(?:we (?:make"
    rf"|run|take|do|have)\s+)?"
    rf"(?P<times>{NUMBER})\s+(?:(?:backup|recovery|sync|online|full)\s+)?(?:runs?|jobs?|backups?|points?|rps?|times|syncs?)\b"
    rf"(?!\s+(?:an?|per|each|every)\s)"
)
# "a morning and an evening point", "backups at noon + midnight": as many a day as are named.
_DAYTIME = r"(?:mornings?|noon|midday|lunch(?:time)?|afternoons?|evenings?|nights?|midnight)"
_DAYTIMES = lazy(
    rf"\b(?:an?\s+|one\s+)?{_DAYTIME}(?:\s*(?:,|/|\+|&|\band\b|\bplus\b)\s*(?:and\s+|at\s+|an?\s+|one\s+|every\s+){{0,2}}{_DAYTIME}\b){{1,4}}"
)
_IS_RUN = lazy(r"\b(?:points?|backups?|jobs?|runs?|rps?|snapshots?|sync\w*|cop(?:y|ies))\b")
_HYPHEN = lazy(r"\b(?P<every>\d{1,2}|two|three|four|six|eight|twelve)-hourly\b")
_A_UNIT = (
    rf"(?:(?:an?|per|each|every|in an?|within an?)\s+(?:\w+\s+(?:and|per|a|each|every)\s+)?|/\s*){_UNIT}"
)
_PER = lazy(
    rf"(?:(?P<word>once|twice|thrice)\s+|(?P<times>{NUMBER})\s*(?:x\s*)?{_THING})"
    rf"(?:(?:each|apiece)\s+(?=(?:an?|per|every)\b))?{_A_UNIT}"
)
_ANY_UNIT = lazy(_A_UNIT)
"""What stands behind so many times: from their number on, the whole expression takes long to fail."""

_TOLD_AFTER = lazy(
    rf"\b(?:points?|backups?|jobs?|runs?|rps?)\s*(?:/|per|an?)\s*{_UNIT}\s*(?:is|are"
    rf"|[:=])\s*(?P<times>{NUMBER})"
)
_TIMES_BEFORE = lazy(rf"(?<![\w.])(?P<times>{NUMBER})\s*(?:x\s*)?{_THING}(?:each|every|per|an?|/)\s*$")
_RUNS_BEFORE = lazy(
    rf"(?<![\w.])(?P<times>{NUMBER})\s+(?:(?:recovery|restore)\s+)?(?:points?|backups?|runs?|jobs?|rps?|times)\s+$"
)
_DAYS_A_WEEK = lazy(
    r"\b(?:(?P<days>[1-7]|one|two|three|four|five|six|seven)\s+(?:days|nights|evenings|times)\s*(?:an?|per"
    r"|/|each|every)\s*"
    rf"(?:week|wk)\b|(?P<work>(?:on\s+)?(?:(?:work(?:ing)?|business|week)[\s-]?(?:days?"
    rf"|nights?))\b(?!\s+hours))"
    rf"|\b(?P<named>{_NAMED_DAY}(?:\s*(?:,|/|&|\+|\band\b)\s*(?:and\s+)?{_NAMED_DAY}){{1,6}})\b"
    rf"|\b(?P<first>{DAY})\s*(?:-|–|to|till|until|through|thru)\s*(?P<last>{DAY})\b"
    r"|\b(?:except|but not|not|excluding|excl\.?|without|no)\s+(?:on\s+"
    rf"|at\s+)?(?P<except>(?:the\s+)?weekends?|{DAY}s?)\b)"
)
# "retained each three years" tells how long each is kept, "keep one each three years" how often one is made.
_BEFORE = 60
_KEPT_EACH = lazy(
    r"\b(?:(?:keep|keeping|kept|retain\w*|stor(?:e|ed|ing)|held|hold)(?:\s+(?:them|it|these|those|for))*"
    r"|for)\s+$"
)
# "10 daily sources" are ten sources, and no ten runs a day.
_OF_SOURCES = lazy(rf"\s+{SOURCE_NOUN}\b(?!\s+(?:backups?|points?|jobs?|runs?|copies)\b)")
# How many days a year counts, told beside what runs: "(365 d/yr)".
_YEAR_IN_DAYS = lazy(r"36[056]\s?(?:d|days)\b")
_MOST_A_DAY = 1440


@dataclass(frozen=True, slots=True)
class FoundSchedule:
    """A schedule in a longer text, with where it stands; `counted` is the bare number before an adverb.

    "30 daily" is either thirty a day or thirty daily points that are kept: who reads it decides.
    """

    value: Schedule
    start: int
    end: int
    counted: Decimal | None = None


@lru_cache(maxsize=64)  # several calculators ask for those of one text
def find_schedules(text: str) -> tuple[FoundSchedule, ...]:
    """Every schedule in `text`, in order. "4 a day, 5 days a week" is one: twenty a week."""
    found: list[FoundSchedule] = []
    ways = (_day_times, _hyphened, _more_each, _per, _every, _adverbs)
    for candidate in [one for way in ways for one in way(text)]:
        overlaps = any(candidate.start < f.end and f.start < candidate.end for f in found)
        if not overlaps and 0 < candidate.value.per_year <= _MOST_A_DAY * 366:
            found.append(candidate)
    found.sort(key=lambda item: item.start)
    runs = [one for one in found if not _YEAR_IN_DAYS().match(text, one.start, one.end)]
    return _on_days(text, runs or found)


def days_a_week(text: str) -> int | None:
    """On how many days of a week something is said to run: "weekdays only"; None where it isn't."""
    match = _DAYS_A_WEEK().search(text)
    return _days_of(match) if match else None


def _on_days(text: str, found: list[FoundSchedule]) -> tuple[FoundSchedule, ...]:
    """Schedules of so many an hour or a day held to the days of the week on which they run."""
    a_day = [Daily(f.start, f.end, _runs_a_day(f)) for f in found if f.value.unit in ("hour", "day")]
    if len(a_day) == len(found) and (week := runs_a_week(text, a_day)):
        return (FoundSchedule(Schedule(week.runs, "week"), week.start, week.end),)
    match = _DAYS_A_WEEK().search(text)
    if match is None or (days := _days_of(match)) is None:
        return tuple(found)
    rest = [f for f in found if not (f.start < match.end() and match.start() < f.end)]
    daily = [f for f in rest if f.value.unit in ("hour", "day")]
    if not daily:
        before = text[: match.start()]
        often = _TIMES_BEFORE().search(before) or _RUNS_BEFORE().search(before)
        times, start = (_number(often["times"]), often.start()) if often else (Decimal(1), match.start())
        alone = FoundSchedule(Schedule((times or Decimal(1)) * days, "week"), start, match.end())
        return (*rest, alone) if not rest else tuple(rest)
    held = {id(f): _held(f, days, match) for f in daily}
    return tuple(held.get(id(f), f) for f in rest)


def _runs_a_day(found: FoundSchedule) -> Decimal:
    return found.value.times * (24 if found.value.unit == "hour" else 1)


def _held(found: FoundSchedule, days: int, match: re.Match[str]) -> FoundSchedule:
    """`found` on `days` days of a week. Every run is counted, so that it adds up over the week."""
    a_day = _runs_a_day(found)
    start, end = min(found.start, match.start()), max(found.end, match.end())
    together = end - start <= found.end - found.start + match.end() - match.start() + 6
    span = (start, end) if together else (found.start, found.end)
    return FoundSchedule(Schedule(a_day * days, "week"), *span)


def _days_of(match: re.Match[str]) -> int | None:
    if match["days"]:
        return int(parse_number(match["days"]).value)
    if match["work"]:
        return 5
    if match["named"]:
        return len(
            {day[:2].lower() for day in re.findall(r"[a-z]{2,}", match["named"], re.IGNORECASE)} - {"an"}
        )
    if match["first"]:
        return days_through(match)
    return 5 if "weekend" in match["except"].lower() else 6


def _every(text: str) -> Iterator[FoundSchedule]:
    for match in _EVERY().finditer(text):
        before = text[max(0, match.start() - _BEFORE) : match.start()]
        if match["every"] and match[0][:4].lower() == "each" and _KEPT_EACH().search(before):
            continue
        every = Decimal(2) if match["other"] else _number(match["every"])
        if every:
            unit = "week" if match["weekday"] else _UNITS[match["unit"].lower()]
            yield FoundSchedule(_each(every, unit), match.start(), match.end())


def _more_each(text: str) -> Iterator[FoundSchedule]:
    for pattern in (_MORE_EACH(), _RUNS_IN()):
        for match in pattern.finditer(text):
            if times := _number(match["times"]):
                yield FoundSchedule(_in(times, _UNITS[match["unit"].lower()]), match.start(), match.end())


def _hyphened(text: str) -> Iterator[FoundSchedule]:
    for match in _HYPHEN().finditer(text):
        yield FoundSchedule(_each(_number(match["every"]), "hour"), match.start(), match.end())


def _each(every: Decimal, unit: str) -> Schedule:
    """One run in `every` units."""
    if unit == "minute":
        return Schedule(Decimal(60) / every, "hour")
    if unit == "hour":
        return Schedule(Decimal(24) / every, "day") if every != 1 else Schedule(Decimal(1), "hour")
    return _in(1 / every, unit)


def _in(times: Decimal, unit: str) -> Schedule:
    """`times` runs a unit, in a unit that schedules have."""
    if unit == "quarter":
        return Schedule(times * 4, "year")
    if unit == "fortnight":
        return Schedule(times * 26, "year")
    return Schedule(times * 60, "hour") if unit == "minute" else Schedule(times, unit)


def _day_times(text: str) -> Iterator[FoundSchedule]:
    for match in _DAYTIMES().finditer(text) if _IS_RUN().search(text) else ():
        times = len(re.findall(_DAYTIME, match[0], re.IGNORECASE))
        yield FoundSchedule(Schedule(Decimal(times), "day"), match.start(), match.end())


def _per(text: str) -> Iterator[FoundSchedule]:
    for pattern in (_PER(), _TOLD_AFTER()) if _ANY_UNIT().search(text) else (_TOLD_AFTER(),):
        for match in pattern.finditer(text):
            word = match.groupdict().get("word")
            times = Decimal(TIMES[word.lower()]) if word else _number(match["times"])
            if times and not (match.groupdict().get("times") or "").lower().endswith("half"):  # half a year
                yield FoundSchedule(_in(times, _UNITS[match["unit"].lower()]), match.start(), match.end())


def _adverbs(text: str) -> Iterator[FoundSchedule]:
    for match in _ADVERB().finditer(text):
        times, unit = _ADVERBS[match["adverb"].lower()]
        word, number = match["word"], _number(match["times"]) if match["times"] else None
        if number and not match["x"] and _OF_SOURCES().match(text, match.end()):
            number = None
        told = Decimal(TIMES[word.lower()]) if word else number or Decimal(1)
        if match["times"] and match["times"].strip("- ").lower() == "half":
            told = Decimal(2)  # "half-hourly" is twice an hour
        article = (match["times"] or "").strip().lower() in ("a", "an")
        counted = None if word or article or match["x"] or match["added"] else number
        yield FoundSchedule(Schedule(times * told, unit), match.start(), match.end(), counted)


def _number(text: str | None) -> Decimal:
    """The number told; 1 when none was, 0 when it can't be read."""
    return (number_in(text) or Decimal(0)) if text else Decimal(1)
