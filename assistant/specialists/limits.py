"""Puts figures to the guide's limits: scratch space, disks, retention, points, download, extraction."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from assistant.answer import Finding, Missing, Statement
from assistant.decisions import limits, recovery_points
from assistant.decisions.durations import Duration, find_durations
from assistant.decisions.quantities import Size, find_sizes
from assistant.decisions.types import DecisionInputError, DecisionResult
from assistant.specialists.tables import finding_of
from assistant.understanding.reading import QuestionKind, Reading

NAME = "limits"
_SCRATCH = re.compile(
    r"\bscratch\b|\bcache (?:location|folder|volume|disk|size|space)\b|\b5\s?(?:%|percent)", re.IGNORECASE
)
_SPACE_BEFORE = re.compile(
    r"(?:scratch|cache)(?:\s+(?:location|folder|disk|space|volume|drive|area|partition|size))?\s*(?:is|are"
    r"|=|:|of|has|with|at|only|just|currently|about|got|on a|on an|\s)*\s*$",
    re.IGNORECASE,
)
_SPACE_AFTER = re.compile(
    r"^\s*(?:(?!and\b|but\b|with\b|plus\b)\w+\s+){0,2}?(?:free|scratch|cache|left|available|ssd|spare"
    r"|(?:to (?:use|give) )?(?:as|for) (?:the |my |our )?(?:scratch|cache))\b",
    re.IGNORECASE,
)
_POINTS = re.compile(
    r"\brecovery points?\b|\brestore points?\b|\brps?\b|\bpoints?\b|\b9[ ,.]?999\b"
    r"|\bvault\b[^.?!]{0,40}\b(?:limit|full|fill\w*|enough|hold|capacity)\b"
    r"|\b(?:limit|full|fill\w*)\b[^.?!]{0,40}\bvault\b",
    re.IGNORECASE,
)
_SCHEDULE = re.compile(
    r"(?:(?P<n>\d+|one|two|three|four|five|six|eight|ten|twelve|a|an|once|twice|thrice)\s*(?:x"
    r"|times?)?\s*(?:\w+\s+){0,3}?(?:an?|per|each|every|/)\s*(?P<unit>hour|day|week|month|year)\b)"
    r"|\b(?P<adverb>hourly|daily|weekly|monthly|yearly|nightly)\b"
    r"|\bevery\s+(?:(?P<every>\d+|two|three|four|six|eight|twelve|other)\s+)?(?P<everyunit>hours?|days?"
    r"|weeks?|months?|nights?)\b",
    re.IGNORECASE,
)
_NUMBERS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "eight": 8,
    "ten": 10,
    "twelve": 12,
    "a": 1,
    "an": 1,
    "once": 1,
    "twice": 2,
    "thrice": 3,
    "other": 2,
}
_NEGATIVE = re.compile(r"\b(?:minus|negative)\s+\d", re.IGNORECASE)
_UNKNOWN = re.compile(r"\b(?:how\s+many|how|many|what)\s*\w*$", re.IGNORECASE)
_SOURCES = re.compile(
    r"\b(?P<n>\d+|two|three|four|five|six|eight|ten|twelve)\s+(?:\w+\s+)?(?:servers?|machines?|sources?"
    r"|data sources?|vms?|databases?|dbs?|hosts?|boxes|clients?|workloads?)\b",
    re.IGNORECASE,
)
_KEEP = re.compile(
    r"\b(?:keep|keeping|retain\w*|retention|hold\w*|stor(?:e|ed|ing)|stay\w*|leav\w*|remain\w*"
    r"|local\w* for)\b",
    re.IGNORECASE,
)
_LOCAL = re.compile(
    r"\b(?:local\w*|attached|operational|on[\s-]?disks?|disks?|on-?site|on the (?:mabs|server|box))\b",
    re.IGNORECASE,
)
_CLOUD = re.compile(r"\b(?:vault|cloud|to azure|in azure|online)\b", re.IGNORECASE)


def consult(reading: Reading) -> list[Finding]:
    """The calculators that the question has figures for; the first that fits."""
    for calculator in _CALCULATORS:
        try:
            result = calculator(reading)
        except DecisionInputError as error:
            return [_refused(str(error))]
        if result is not None:
            return [finding_of(result, NAME, bare=reading.no_yes_or_no)]
    return []


def _refused(reason: str) -> Finding:
    return Finding(
        NAME,
        "clarify",
        (Statement(f"I can't calculate with that: {reason}", role="verdict"),),
        1.0,
        missing=(Missing("quantity", "Which figure did you mean?"),),
    )


def _scratch(reading: Reading) -> DecisionResult | None:
    carried = reading.followup and "scratch" in reading.previous.get("topics", ())
    text = reading.plain
    if not (_SCRATCH.search(text) or (carried and reading.amounts("size"))):
        return None
    if _NEGATIVE.search(text):
        raise DecisionInputError("an amount of data can't be negative.")
    data, space = _scratch_sizes(text)
    if data is None and space is None:
        asks_size = (
            reading.kind is QuestionKind.HOW_MANY or re.search(r"\bsiz\w+\b", text, re.IGNORECASE)
        ) and not re.search(r"\bpercent\w*|%|share\b", text, re.IGNORECASE)
        return limits.scratch() if asks_size and not reading.amounts("percent") else None
    return limits.scratch(data, space)


def _scratch_sizes(text: str) -> tuple[Size | None, Size | None]:
    """(data, scratch space) among the sizes in `text`, told apart by the words around them."""
    data: Size | None = None
    space: Size | None = None
    for found in find_sizes(text):
        around = _SPACE_BEFORE.search(text[: found.start]) or _SPACE_AFTER.search(text[found.end :])
        if re.search(r"\b(?:ram|memory)\b", text[found.end : found.end + 12], re.IGNORECASE):
            continue
        if (
            around
            and space is None
            and not re.search(r"\bfor\s*(?:about|around|roughly)?\s*$", text[: found.start], re.IGNORECASE)
        ):
            space = found.value
        else:
            data = data or found.value
    return data, space


def _points(reading: Reading) -> DecisionResult | None:
    text = reading.plain
    scheduled = list(_SCHEDULE.finditer(text))
    if not scheduled and not (_POINTS.search(text) and reading.amounts("duration")):
        return None
    if not _POINTS.search(text) and not (
        "vault" in text.lower() and re.search(r"\blimit|full|fit\b", text, re.IGNORECASE)
    ):
        return None
    if not scheduled and _LOCAL.search(text) and not _CLOUD.search(text):
        return None  # how long points stay on the attached disks is another rule
    sources = _SOURCES.search(text)
    count = _number(sources["n"]) if sources else 1
    durations = [
        found
        for found in find_durations(text)
        if not _UNKNOWN.search(text[: found.start + 5])
        and not any(found.start < m.end() and m.start() < found.end for m in scheduled)
    ]
    retention = max((found.value for found in durations), key=lambda d: d.low, default=None)
    if not scheduled:
        return recovery_points.decide(sources=count, years=_period(retention)) if retention else None
    schedule = recovery_points.parse_schedule(_schedule_words(scheduled[0]))
    return recovery_points.decide({schedule: _period(retention) if retention else None}, count)


def _schedule_words(match: re.Match[str]) -> str:
    if match["adverb"]:
        return "daily" if match["adverb"].lower() == "nightly" else match["adverb"].lower()
    if match["everyunit"]:
        unit = match["everyunit"].lower().rstrip("s").replace("night", "day")
        every = match["every"]
        return f"every {_number(every)} {unit}s" if every else f"every {unit}"
    return f"{_number(match['n'])} per {match['unit'].lower()}"


def _number(word: str) -> int:
    return _NUMBERS.get(word.lower()) or int(word)


def _period(duration: Duration) -> recovery_points.Period:
    """In years where it is whole years, in days otherwise."""
    years = duration.low / 365
    whole = years == years.to_integral_value()
    return recovery_points.Period(years, "year") if whole else recovery_points.Period(duration.low, "day")


def _retention(reading: Reading) -> DecisionResult | None:
    durations = reading.amounts("duration")
    text = reading.plain
    about = _LOCAL.search(text) and (
        _KEEP.search(text) or re.search(r"\blocal(?:ly)?\b|\bretention\b", text, re.IGNORECASE)
    )
    carried = (
        reading.followup
        and "retention-local" in reading.previous.get("topics", ())
        and len(text.split()) <= 8
    )
    if not durations or not (about or carried) or reading.connectivity or reading.subscription:
        return None
    found = [item.value for item in find_durations(text)]
    if not found or (_CLOUD.search(text) and not _LOCAL.search(text)):
        return None
    return limits.local_retention(max(found, key=lambda duration: duration.low))


def _disks(reading: Reading) -> DecisionResult | None:
    text = reading.plain
    counts = [q for q in reading.amounts("count") if q.unit == "disk"]
    sizes = [size for size in reading.vm_sizes if re.search(r"A\d", size)]
    carried = reading.followup and "data-disks" in reading.previous.get("topics", ())
    if not re.search(r"\bdisks?\b|\bdrives?\b", text, re.IGNORECASE) and not (carried and sizes):
        return None
    if not (sizes or counts) or re.search(r"\bscratch\b|\bstaging\b", text, re.IGNORECASE):
        return None
    disks = int(counts[0].value) if counts else None
    return limits.data_disks(sizes[-1] if carried and sizes else (sizes[0] if sizes else ""), disks)


def _download(reading: Reading) -> DecisionResult | None:
    rates = reading.amounts("rate")
    about = re.search(
        r"\bdownload\w*|\binstaller\b|\bsetup files\b|\bfetch\b|\bpull down\b", reading.plain, re.IGNORECASE
    )
    carried = reading.followup and "download" in reading.previous.get("topics", ())
    if not rates or not (about or carried):
        return None
    return limits.download(Decimal(str(rates[0].value)) * 10**6)


def _extraction(reading: Reading) -> DecisionResult | None:
    text = reading.plain
    if not re.search(r"\bextract\w*|\bunpack\w*|\bunzip\w*", text, re.IGNORECASE):
        return None
    sizes = find_sizes(text)
    return limits.extraction(sizes[0].value) if sizes else None


_CALCULATORS: tuple[Callable[[Reading], DecisionResult | None], ...] = (
    _scratch,
    _points,
    _download,
    _extraction,
    _disks,
    _retention,
)
