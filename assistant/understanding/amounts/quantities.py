"""Finds sizes, durations, rates, counts and percentages in a question, each with its words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from assistant.decisions.expressions.patterns import lazy
from assistant.decisions.reading.durations import find_durations
from assistant.decisions.reading.numbers import UNIT_WORDS
from assistant.decisions.reading.quantities import find_rates, find_sizes
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
_WORDS = {word: number for number, word in enumerate(UNIT_WORDS, 1)} | {"twenty": 20, "a dozen": 12}
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
