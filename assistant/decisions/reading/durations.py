"""Durations as people write them, read into days: "3 weeks", "a fortnight", "since 2 November", "10d".

A duration is a range of days, since words often leave it open ("over two weeks", "a couple of weeks",
"2-3 weeks"): a comparison then answers yes, no, or can't tell. A month is taken as 30 days, a year as 365.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache

from assistant.decisions.expressions.patterns import lazy
from assistant.decisions.reading.dates import find_since
from assistant.decisions.reading.numbers import NUMBER, parse_number
from assistant.decisions.reading.quantities import plain
from assistant.decisions.types import DecisionInputError

MAX_DAYS = Decimal(36_500)
_NAME = "duration"
_MINUTES = {
    "minute": 1,
    "hour": 60,
    "day": 1440,
    "night": 1440,
    "week": 7 * 1440,
    "fortnight": 14 * 1440,
    "month": 30 * 1440,
    "quarter": 91 * 1440,
    "season": 91 * 1440,
    "year": 365 * 1440,
    "decade": 3650 * 1440,
}
DAYS_OF = {unit: minutes // 1440 for unit, minutes in _MINUTES.items() if minutes >= 1440}
"""How many days a unit has, of those that have some."""

_SHORT = {"min": "minute", "h": "hour", "hr": "hour", "d": "day", "w": "week", "wk": "week", "mo": "month"}
_SHORT |= {"mth": "month", "yr": "year", "y": "year"}
_UNIT = (
    r"(?:(?:minute|hour|day|night|week|fortnight|month|quarter|season|year|decade|min|hr|wk|mth|yr)s?"
    r"|(?<=\d)(?:h|d|w|y|mo|mos)|(?<=\d )(?:h|d|w|y(?!/n)|mo|mos))\b"
)
_SEP = r"[\s-]{0,3}"
_AMOUNT = (
    rf"(?:{NUMBER})"
    rf"(?:{_SEP}(?:an?|of|full|whole|solid|more|calendar|business|working|good|mere|long)\b){{0,2}}"
)
_TERM = rf"{_AMOUNT}{_SEP}\+?{_SEP}{_UNIT}(?:\s+and\s+a\s+half\b)?"
_TO = r"\s{0,3}(?:-|–|to|or)\s{0,3}"
_BOUND = (
    r"(?P<denied>(?:\bnot|n['’]t|\bnever|\bno longer)\s+(?:(?:yet|quite|been|for|even|any)\s+){0,2})?"
    r"(?P<bound>(?<!the\s)(?<!this\s)past(?:\s+the)?|more\s+than|no\s+more\s+than|not\s+more\s+than|longer\s+than|no\s+longer\s+than|(?<!-)over"
    r"|above|exceeding|beyond|upwards\s+of|>=|<=|>|<|at\s+least|a\s+minimum\s+of|no\s+less\s+than|not\s+less\s+than"
    r"|exceeds|exceeded|in\s+excess\s+of|older\s+than|younger\s+than|not\s+(?:even|quite)|inside|short\s+of"
    r"|less\s+than|fewer\s+than|shorter\s+than|under|below|at\s+most|up\s+to|a\s+maximum\s+of|within"
    r"|(?:just|slightly|(?:a\s+)?(?:little|bit|tad))\s+(?:over|more\s+than|above|longer\s+than|past)|just\s+under|well\s+over|(?<!what\s)(?<!how\s)about|around|roughly|approximately|approx\.?|almost|nearly"
    r"|close\s+to|circa|some|~)\s{0,3}(?:(?:the|those|these)\s+)?"
)
_DURATION = lazy(
    rf"(?:{_BOUND})?(?:"
    rf"between\s+(?P<low>{NUMBER}){_SEP}(?P<lowunit>{_UNIT})?\s{{0,3}}(?:-|–|and|to)\s{{0,3}}"
    rf"(?P<high>{NUMBER}){_SEP}(?P<highunit>{_UNIT})"
    rf"|(?P<low2>{NUMBER}){_SEP}(?P<lowunit2>{_UNIT}){_TO}(?P<high2>{NUMBER}){_SEP}(?P<highunit2>{_UNIT})"
    rf"|(?P<one>(?:an?|one))\s+(?P<oneunit>{_UNIT})\s+or\s+(?P<orhigh>two|three|so)\b"
    rf"|(?P<terms>{_TERM}(?:(?:,\s{{0,3}}|\s{{1,3}}(?:and\s{{1,3}})?){_TERM}){{0,4}})"
    rf"|(?P<low3>{NUMBER}){_TO}(?P<high3>{NUMBER}){_SEP}(?P<highunit3>{_UNIT})"
    rf"|(?:(?:the|an?|this|that)\s+(?:(?:past|last|whole|entire)\s+){{1,2}}|whole\s+|all\s+(?:this\s+)?)(?P<single>{_UNIT})"
    r"|(?:all|(?:the\s+)?whole|the\s+entire|throughout(?:\s+the)?)\s+(?:of\s+)?(?:(?:this|last)\s+)?"
    r"(?P<season>spring|summer|autumn|winter)\b"
    r"|(?:all|whole|entire|throughout|full)\s+(?:of\s+)?last\s+(?P<lastunit>week|month|quarter|year)\b"
    rf"|(?P<fortnight>fortnight)\b"
    rf"|(?<!\w)(?:many\s+)?(?P<plural>(?:day|week|month|year|hour)s)\b)"
    r"(?P<suffix>\s{0,3}\+(?!\s+[a-z])|\s+or\s+(?:more|longer|less|fewer|so)\b|\s+at\s+(?:least|most)\b"
    r"|\s+and\s+(?:counting|then\s+some|a\s+bit|change)\b|\s+plus\s+(?:another|some|a\s+few)\b|\s+plus\b(?!\s+[a-z])|\s+(?:give\s+or\s+take|roughly|tops|max)\b)?"
)
ANY_UNIT = lazy(rf"(?<![A-Za-z])(?:{_UNIT}|fortnight|spring|summer|autumn|winter)")
"""What every duration holds: the whole expression takes long to fail."""

_TERMS = lazy(
    rf"(?P<amount>{_AMOUNT}){_SEP}(?P<plus>\+)?{_SEP}(?P<unit>{_UNIT})(?P<half>\s+and\s+a\s+half\b)?"
)
_NOISE = lazy(
    r"(?:for|the|last|past|after|of|only|just|already|now|exactly|precisely|long|straight|ago|in\s+a\s+row"
    r"|so\s+far|offline|old|it's|its|been|[.,!?'\s])*"
)
_MORE = (
    "more than",
    "longer than",
    "over",
    "above",
    "exceeding",
    "beyond",
    "upwards of",
    ">",
    "well over",
    "past",
    "past the",
    "exceeds",
    "exceeded",
    "in excess of",
    "older than",
)
_JUST = re.compile(r"(?:just|slightly|(?:a )?(?:little|bit|tad)) (?!under\b)")
_JUST_MORE = Decimal("1.5")
"""Of a time that is told to be just over, how much it is at most."""

_AT_LEAST = (">=", "at least", "a minimum of", "no less than", "not less than")
_LESS = (
    *("less than", "fewer than", "shorter than", "younger than", "under", "below", "<", "just under"),
    *("short of", "not even", "not quite"),
)
_AT_MOST = (
    "<=",
    "at most",
    "up to",
    "a maximum of",
    "no more than",
    "not more than",
    "no longer than",
    "within",
    "inside",
)
_DENIED = {"more": "at_most", "at_least": "less", "less": "at_least", "at_most": "more"}
_SPREAD = Decimal("0.2")


@dataclass(frozen=True, slots=True)
class Duration:
    """From `low` to `high` days (None: open); `low_open` and `high_open` leave the bound itself out."""

    low: Decimal
    high: Decimal | None
    low_open: bool = False
    high_open: bool = False
    text: str = ""

    @property
    def exact(self) -> Decimal | None:
        """The number of days when there is just one."""
        return self.low if self.low == self.high else None

    @property
    def shown(self) -> str:
        """For people: in days when it is one number, else in the words that were used."""
        return str(self) if self.exact is not None else self.text or str(self)

    def longer_than(self, days: int | Decimal) -> bool | None:
        """Whether it lasts longer than `days`; None when its range allows both."""
        if self.low > days or (self.low == days and self.low_open):
            return True
        return False if self.high is not None and self.high <= days else None

    def __str__(self) -> str:
        """In days, for people: "21 days", "more than 14 days", "14 to 21 days"."""
        low = plain(self.low)
        if self.exact is not None:
            return f"{low} day" if low == "1" else f"{low} days"
        if self.high is None:
            return f"{'more than' if self.low_open else 'at least'} {low} days"
        if not self.low:
            return f"{'less than' if self.high_open else 'at most'} {plain(self.high)} days"
        return f"{low} to {plain(self.high)} days"


@dataclass(frozen=True, slots=True)
class FoundDuration:
    """A duration in a longer text, with where it stands."""

    value: Duration
    start: int
    end: int


def parse_duration(text: str, today: date | None = None) -> Duration:
    """The duration that `text` tells, in days; a bare number counts as days.

    "since 2 November" needs `today`. DecisionInputError when not exactly one duration is told, or when it is
    negative or above 100 years.
    """
    if re.fullmatch(r"\s*\d+(?:\.\d+)?\s*", text):
        days = Decimal(text.strip())
        return _checked(Duration(days, days, text=f"{text.strip()} days"))
    if re.search(r"(?<![\w.])[-−]\s*\d", text) and not re.search(r"\d\s*[-−–]\s*\d", text):
        raise DecisionInputError(f"{text!r} is negative; a duration can't be.", _NAME)
    found = _found(text, today)
    rest = _blanked(text, found)
    if len(found) != 1 or not _NOISE().fullmatch(rest):
        raise DecisionInputError(
            f"{text!r} is not a duration: write it as in 18 days, 3 weeks or 2 months.", _NAME
        )
    return _checked(found[0].value)


@lru_cache(maxsize=64)  # the calculators ask one question for them again and again
def find_durations(text: str, today: date | None = None) -> tuple[FoundDuration, ...]:
    """Every duration in `text`, in order; "since ..." only when `today` is given."""
    return tuple(found for found in _found(text, today) if (found.value.high or found.value.low) <= MAX_DAYS)


def _found(text: str, today: date | None) -> list[FoundDuration]:
    since = find_since(text, today) if today else ()
    found = []
    for span in since:
        duration = Duration(Decimal(span.shortest), _decimal(span.longest), text=text[span.start : span.end])
        found.append(FoundDuration(duration, span.start, span.end))
    for told in _told(text):
        if not any(told.start < span.end and span.start < told.end for span in since):
            found.append(told)
    return sorted(found, key=lambda item: item.start)


@lru_cache(maxsize=64)  # they are the same on any day
def _told(text: str) -> tuple[FoundDuration, ...]:
    """Every duration in `text` that is told as such."""
    found = []
    for match in _DURATION().finditer(text) if ANY_UNIT().search(text) else ():
        with suppress(ValueError):  # "4,5,11 days": a list is no number
            found.append(FoundDuration(_duration(match), match.start(), match.end()))
    return tuple(found)


def _decimal(days: int | None) -> Decimal | None:
    return None if days is None else Decimal(days)


def _blanked(text: str, found: list[FoundDuration]) -> str:
    for item in reversed(found):
        text = f"{text[: item.start]} {text[item.end :]}"
    return text


def _duration(match: re.Match[str]) -> Duration:
    low, high, fuzzy = _range(match)
    kind = _qualifier(match)
    words = match[0]
    if kind == "about":  # "hasn't been for some 40 days" denies the connection, not the time
        words = words.removeprefix(match["denied"] or "")
    return _bounded(low, high, fuzzy, kind, words.strip())


def _range(match: re.Match[str]) -> tuple[Decimal, Decimal | None, bool]:
    """Lowest and highest days that the core of the phrase means, and whether it is vague."""
    for n in ("", "2", "3"):
        if match[f"high{n}"]:
            low_unit = match[f"lowunit{n}"] if n != "3" else None
            unit = match[f"highunit{n}"]
            low, high = parse_number(match[f"low{n}"]).value, parse_number(match[f"high{n}"]).value
            return _days(low, low_unit or unit), _days(high, unit), False
    if match["one"]:
        unit, last = match["oneunit"], match["orhigh"].lower()
        most = Decimal(1) if last == "so" else parse_number(last).value
        return _days(Decimal(1), unit), _days(most, unit), last == "so"
    if match["plural"]:
        return _days(Decimal(2), match["plural"]), None, False
    if match["season"]:
        return _days(Decimal(1), "quarter"), _days(Decimal(1), "quarter"), True
    if unit := match["fortnight"] or match["single"] or match["lastunit"]:
        days = _days(Decimal(1), unit)
        return days, days, False
    return _sum(match["terms"])


def _sum(text: str) -> tuple[Decimal, Decimal, bool]:
    total, fuzzy = Decimal(0), False
    for term in _TERMS().finditer(text):
        spelled = re.match(NUMBER, term["amount"], re.IGNORECASE)
        number = parse_number(spelled[0] if spelled else term["amount"])
        half = Decimal("0.5") if term["half"] else 0
        total += _days(number.value + half, term["unit"])
        fuzzy = fuzzy or number.fuzzy
    return total, total, fuzzy


def _days(amount: Decimal, unit: str) -> Decimal:
    """In minutes first: dividing only at the end keeps 360 hours at exactly 15 days."""
    unit = unit.lower()
    name = unit if unit in _SHORT or unit in _MINUTES else unit.removesuffix("s")
    return amount * _MINUTES[_SHORT.get(name, name)] / 1440


def _qualifier(match: re.Match[str]) -> str:
    """One of more, just_more, at_least, less, at_most, about, or nothing."""
    bound = re.sub(r"\s+", " ", (match["bound"] or "").lower())
    suffix = re.sub(r"\s+", " ", (match["suffix"] or "").lower()).strip()
    if re.search(r"\d\s*\+", match[0]):
        return "at_least"
    if _JUST.match(bound):
        return _DENIED["more"] if match["denied"] else "just_more"
    for words, kind in ((_MORE, "more"), (_AT_LEAST, "at_least"), (_LESS, "less"), (_AT_MOST, "at_most")):
        if bound in words:
            return _DENIED[kind] if match["denied"] else kind
    if suffix.startswith("plus ") or suffix in ("and then some", "and a bit", "and change"):
        return "more"
    if suffix in ("+", "or more", "or longer", "at least", "plus"):
        return "at_least"
    if suffix in ("or less", "or fewer", "at most", "tops", "max"):
        return "at_most"
    return "about" if bound or suffix not in ("", "and counting") else ""


def _bounded(low: Decimal, high: Decimal | None, fuzzy: bool, kind: str, text: str) -> Duration:
    if kind == "just_more" and high is not None:
        return Duration(low, high * _JUST_MORE, low_open=True, text=text)
    if kind in ("more", "at_least"):
        return Duration(low, None, low_open=kind == "more", text=text)
    if kind in ("less", "at_most") and high is not None:
        return Duration(Decimal(0), high, high_open=kind == "less", text=text)
    if (fuzzy or kind == "about") and high is not None:
        return Duration(low * (1 - _SPREAD), high * (1 + _SPREAD), text=text)
    return Duration(low, high, text=text)


def _checked(duration: Duration) -> Duration:
    if (duration.high or duration.low) > MAX_DAYS:
        raise DecisionInputError("More than 100 years is taken for a slip; give a shorter time.", _NAME)
    if duration.high is not None and duration.low > duration.high:
        raise DecisionInputError(f"{duration.text!r} runs backwards; give the shorter time first.", _NAME)
    return duration
