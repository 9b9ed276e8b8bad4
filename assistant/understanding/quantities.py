"""Finds sizes, durations, rates, counts and percentages in a question, each with the words it was told in."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from assistant.decisions.durations import Duration, find_durations
from assistant.decisions.quantities import find_rates, find_sizes
from assistant.understanding.reading import Quantity

_COUNT = re.compile(
    r"(?<![\w./:-])(?P<number>\d{1,3}(?:[ ,]\d{3})+|\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|sixteen|twenty|a dozen)\s+"
    r"(?:\w+\s+){0,2}?(?P<unit>disks?|cores?|cpus?|vcpus?|procs?|processors?|servers?|machines?|sources?|vms?|recovery points?|points?|rps?|backups?|files?|drives?|databases?|dbs?|copies|times)\b"
    r"(?:\s+(?:an?|per|each|every)\s+(?P<per>hour|day|week|month|year))?",
    re.IGNORECASE,
)
_WORDS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve".split()
    )
} | {"fifteen": 15, "sixteen": 16, "twenty": 20, "a dozen": 12}
_PERCENT = re.compile(r"(?P<number>\d+(?:\.\d+)?)\s*(?:%|percent|per cent)", re.IGNORECASE)
_UNITS = {"core": "core", "cpu": "core", "vcpu": "core", "proc": "core", "processor": "core", "drive": "disk"}
_UNITS |= {"rp": "recovery point", "point": "recovery point", "backup": "recovery point", "db": "database"}


def find_quantities(text: str, today: date | None = None) -> tuple[Quantity, ...]:
    """Sizes in GB, durations in days (only exact or bounded from below), rates in Mbps, counts, percentages."""
    found: list[tuple[int, Quantity]] = []
    for size in find_sizes(text):
        words = text[size.start : size.end].strip()
        found.append((size.start, Quantity("size", float(size.value.gb), "GB", words)))
    for bits, start, end in find_rates(text):
        found.append((start, Quantity("rate", float(bits / 10**6), "Mbps", text[start:end].strip())))
    for duration in find_durations(text, today):
        words = text[duration.start : duration.end].strip()
        found.append((duration.start, Quantity("duration", float(duration.value.low), "days", words)))
    for match in _COUNT.finditer(text):
        unit = match["unit"].lower().rstrip("s")
        unit = {"copie": "recovery point", "time": "time"}.get(unit, unit)
        per = f" per {match['per'].lower()}" if match["per"] else ""
        number = _WORDS.get(match["number"].lower())
        value = float(number if number is not None else re.sub(r"[ ,]", "", match["number"]))
        found.append((match.start(), Quantity("count", value, _UNITS.get(unit, unit) + per, match[0])))
    for match in _PERCENT.finditer(text):
        found.append((match.start(), Quantity("percent", float(match["number"]), "%", match[0])))
    return tuple(quantity for _, quantity in sorted(found, key=lambda item: item[0]))


# Points in time that lie so close that the outage can't have lasted longer than so many days.
_RECENT = (
    (
        re.compile(
            r"\b(?:today|tonight|this (?:morning|afternoon|evening|noon)|just now|a moment ago|(?:an?|few|\d+) (?:minutes?|hours?) ago|since (?:noon|lunch|breakfast))\b",
            re.IGNORECASE,
        ),
        1,
    ),
    (
        re.compile(
            r"\b(?:yesterday|last night|overnight|(?:the )?(?:other day|day before yesterday))\b",
            re.IGNORECASE,
        ),
        3,
    ),
    (
        re.compile(
            r"\b(?:this week|(?:on|since|last) (?:mon|tues|wednes|thurs|fri|satur|sun)day|last weekend|this weekend|a few days)\b",
            re.IGNORECASE,
        ),
        7,
    ),
    (re.compile(r"\blast week\b", re.IGNORECASE), 14),
)


def offline_duration(text: str, today: date | None) -> Duration | None:
    """The longest stretch of time told in `text`, taken as how long the connection has been lost."""
    durations = [found.value for found in find_durations(text, today)]
    if durations:
        return max(durations, key=lambda duration: duration.low)
    for pattern, most in _RECENT:
        if match := pattern.search(text):
            return Duration(Decimal(0), Decimal(most), text=match[0])
    return None
