"""Days of the calendar put to the five-day rule: the oldest point that may stay, and until when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import ClassVar, Self

from assistant.decisions.calculations import ages, limits
from assistant.decisions.calculations.ages import Day
from assistant.decisions.expressions.needed import Needed
from assistant.decisions.expressions.patterns import lazy
from assistant.decisions.reading.calendar_names import DAYS, MONTH, MONTHS, WEEKDAY
from assistant.decisions.reading.numbers import ORDINAL_WORDS, UNIT_WORDS, number_in, parse_number
from assistant.decisions.types import DecisionResult
from assistant.specialists.calculators.calculator_question import Calculation, Question

_BEFORE_DATE = rf"(?:(?:{WEEKDAY}),?\s+)?"  # "Friday, 20 November" is one day
# The week of a day: "Monday last week", "last week's Friday", "on Friday of the week before".
_WEEKS = {"this": 0, "last": 1, "previous": 1, "past": 1, "the week before": 1, "the week before last": 2}
_WEEK_NAMED = r"(?:this|last|previous|past)\s+week|the\s+week\s+before(?:\s+last)?"
_WEEK_BEFORE = rf"(?:(?P<before>{_WEEK_NAMED})(?:['’]?s)?\s+)?"
_WEEK_AFTER = (
    rf"(?:,?\s+(?:(?:of|in)\s+)?(?:the\s+)?(?P<after>{_WEEK_NAMED})\b"
    r"|\s+(?P<ago>an?|one|two|three|four|[1-4])\s+weeks?\s+(?:ago|back|earlier)\b)?"
)
# Before an ordinal in words that is a day of the month: "it's the ninth", "from the fifth".
_LED = r"(?:(?<=\bfrom )|(?<=\bof )|(?<=\bis )|(?<=\bits )|(?<=['’]s )|(?<=\bwas )|(?<=\bsince )|(?<=\bon ))"
_DAY = lazy(
    rf"\b(?:{_BEFORE_DATE}(?:the\s+)?(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{MONTH})\b"
    rf"|{_BEFORE_DATE}(?P<month2>{MONTH})\s+(?:the\s+)?(?P<day2>[0-3]?\d)(?:st|nd|rd|th)?\b"
    rf"|{_BEFORE_DATE}(?:the\s+)?(?P<number>[0-3]?\d)(?:st|nd|rd|th)\b"
    rf"|{_LED}the\s+(?P<nth>{'|'.join(ORDINAL_WORDS)})(?=\s*(?:[.,;:?!)]|$)|\s+(?:and|today|now|but|so)\b)"
    rf"|{_WEEK_BEFORE}(?P<weekday>{WEEKDAY})\b(?!\s+(?:patch|night\s+job)){_WEEK_AFTER})"
)
_TODAY = lazy(
    r"\b(?:(?:today|now)(?:['’]?s)?|it['’]?s|it is|date|calendar)\W{0,3}"
    r"(?:(?:is|=|being|already|now|it is|it['’]?s|shows|says)\W{1,2})?$"
)
_ON = lazy(r"\b(?:on|by)\s+$")
_LIES_STILL = lazy(r"\b(?:still|sits?|sitting|lies|lying|stays?|there)\b")
_TODAY_AFTER = lazy(r"^\s*(?:is\s+|it is\s+)?(?:today|now)\b")
# The hour of a day: "Monday 22:00", "saturday at 9 am"; of both, an age is reckoned to the hour.
_HOUR = lazy(
    r"^,?\s*(?:at\s+)?(?:(?P<h>[01]?\d|2[0-3])[:.](?P<m>[0-5]\d)(?:\s*(?:h|hrs?|o'?clock))?\s*(?P<half>am"
    r"|pm)?"
    r"|(?P<h2>1[0-2]|\d)\s*(?P<half2>am|pm)|(?P<word>noon|midnight))\b"
)
_DATA = r"\b(?:points?|rps?|backups?|backed up|data|cop(?:y|ies)|snapshots?|versions?)\b"
_LOCAL = r"\blocal\w*|\battached\b|\bdisks?\b|\bon-?site\b"
_OLDEST = (
    r"\boldest\b|\bearliest\b|\bhow far back\b|\bcut-?off\b|\b(?:since|from|back to) (?:when|which|what)\b"
)
_UNTIL = (
    r"\b(?:un)?till? (?:when|which|what)\b|\bby (?:when|which|what)\b|\bwhen\b|\bhow long\b|\blatest\b"
    r"|\blast (?:day|date)\b|\b(?:which|what) (?:day|date)\b|\bdeadline\b"
)
_OTHER_RULE = (
    r"\bconnect\w*|\bexpir\w*|\bdeprovision\w*|\boffline\b|\boutage\b|\bdisconnect\w*|\bnext\b"
    r"|\blast\s+(?=\w+day)"
)
_MOST_DAYS = 2
# Ages told one after the other: "3,4 and 9 days", "2d, 4d", "day 3, day 6 and day 9".
_SMALL = "|".join(UNIT_WORDS)
_N = rf"(?:\d{{1,3}}(?:\.\d)?|(?:{_SMALL})\b)"
_AGE = (
    rf"(?:(?:from|of|is|one|other|is from)\s+){{0,2}}(?:day\s+)?{_N}"
    r"(?:\s*-?\s*(?:d\b|days?\b)(?:\s+(?:old|ago)\b)?)?"
)
_AGES = lazy(rf"(?<![\w.]){_AGE}(?:\s*(?:,\s*(?:and\s+)?|/|;|&|\+|\band\b)\s*{_AGE})+")
_NUMBERS = lazy(rf"(?<![\w.]){_N}")
_IN_DAYS = lazy(r"\d\s*d\b|\bdays?\b")
_AGED = r"\bold(?:er)?\b|\bage[ds]?\b|\bago\b|\bdays?\b|\dd\b"
_ASKS_WHICH = (
    r"\bwhich\b|\bwhat (?:has|must|should)\b|\bhow many\b"
    r"|\bany (?:of (?:them|these|those)\b|too|over|beyond)"
)
_JUDGED = (
    r"\btoo (?:old|long)\b|\b(?:break|violat|breach|exceed)\w*|\b(?:against|over|past|beyond|outside)\b"
    r"|\brules?\b|\blimits?\b|\b(?:ok|okay|fine|allowed|guid\w+|recommend\w*|advice)\b|\bmov(?:e|ed)\b"
    r"|\b(?:can|may|could|should|must|has to|have to) (?:still )?(?:stay|remain|live|be kept|sit|lie)\b"
    r"|\b(?:gone|go|goes|belongs?|be) (?:to|in|on)\b|\b(?:azure|vault)\b"
)


@dataclass(frozen=True, slots=True)
class Ages(Calculation):
    """The day that it is, the day on which the data was made, or both."""

    NAME: ClassVar[str] = "age-on-disk"
    NEEDS: ClassVar[Needed] = Needed(_DATA, _LOCAL)
    today: Day | None = None
    made: Day | None = None

    @classmethod
    def read(cls, question: Question, before: Self | None) -> Self | None:
        """See `Calculation`."""
        reading = question.reading
        if before is not None or reading.connectivity or reading.subscription or question.has(_OTHER_RULE):
            return None
        if not (question.has(_DATA) and question.has(_LOCAL)):
            return None
        told = _with_day_of_then(question.text, list(_days_in(question.text)))
        today = next((day for day, now in told if now), None)
        made = next((day for day, now in told if not now), None)
        if len(told) > _MOST_DAYS or (today is None and made is None):
            return None
        case = cls(today, made)
        asked = question.has(_OLDEST) if made is None else today is not None or question.has(_UNTIL)
        return case if asked and case._outcome() else None

    def _outcome(self) -> DecisionResult | None:
        if self.made is None:
            return ages.oldest(self.today) if self.today else None
        return ages.at_age(self.made, self.today) if self.today else ages.until(self.made)

    def result(self) -> DecisionResult:
        """See `Calculation`."""
        return self._outcome() or limits.local_retention()


@dataclass(frozen=True, slots=True)
class AgeList(Calculation):
    """The ages in days of several copies on attached disks, of which those beyond the rule are asked for."""

    NAME: ClassVar[str] = "ages-on-disk"
    NEEDS: ClassVar[Needed] = Needed(_ASKS_WHICH, _DATA, _JUDGED)
    days: tuple[Decimal, ...] = ()
    count: bool = False

    @classmethod
    def read(cls, question: Question, before: Self | None) -> Self | None:
        """See `Calculation`."""
        if before is not None or question.has(_OTHER_RULE) or not question.has(_ASKS_WHICH):
            return None
        local = question.has(_LOCAL) or (question.has(r"\brules?\b") and not question.has(r"\bvault|\bcloud"))
        if not (local and question.has(_DATA) and question.has(_JUDGED)):
            return None
        days = _ages_in(question.text) if question.has(_AGED) else ()
        days = days or _ages_by_dates(question.text)
        return cls(days, question.has(r"\bhow many\b")) if len(days) > 1 else None

    def result(self) -> DecisionResult:
        """See `Calculation`."""
        return limits.ages_apart(self.days, count=self.count)


def _ages_in(text: str) -> tuple[Decimal, ...]:
    """The days in the first list of ages of `text`; none where they are no days."""
    for told in _AGES().finditer(text):
        if _IN_DAYS().search(told[0]) or _IN_DAYS().match(text, told.end()):
            numbers = (parse_number(match[0]).value for match in _NUMBERS().finditer(told[0]))
            return tuple(numbers)
    return ()


def _ages_by_dates(text: str) -> tuple[Decimal, ...]:
    """The days between today, as it is told, and each of several days before; none where one is unclear."""
    told = list(_days_in(text))
    today = [day for day, now in told if now]
    if len(today) != 1 or len(told) <= _MOST_DAYS:
        return ()
    ages = [today[0].days_since(day) for day, now in told if not now]
    return tuple(Decimal(age) for age in ages if age is not None) if None not in ages else ()


def _days_in(text: str) -> Iterator[tuple[Day, bool]]:
    """The days in `text`, each with whether it is said to be today."""
    for match in _DAY().finditer(text):
        if day := _day(match):
            after = text[match.end() :]
            now = _TODAY().search(text[: match.start()]) or _TODAY_AFTER().match(after)
            yield replace(day, hour=_hour(after)), bool(now)


def _with_day_of_then(text: str, told: list[tuple[Day, bool]]) -> list[tuple[Day, bool]]:
    """The days with the later of two dates as that of now, where it is asked what holds on that."""
    dates = [match for match in _DAY().finditer(text) if match["month"] or match["month2"]]
    numbered = [match for match in _DAY().finditer(text) if not match["weekday"]]
    if len(numbered) == _MOST_DAYS and _LIES_STILL().search(text, numbered[0].end(), numbered[1].start()):
        dates = numbered
    if len(told) != _MOST_DAYS or len(dates) != _MOST_DAYS or any(now for _, now in told):
        return told
    (first, _), (last, _) = told
    then = _ON().search(text[: dates[-1].start()]) and last.days_since(first)
    return [(first, False), (last, True)] if then else told


def _hour(after: str) -> Decimal | None:
    """The hour that is told right behind a day, with its minutes as a fraction."""
    match = _HOUR().match(after)
    if match is None:
        return None
    if match["word"]:
        return Decimal(12 if match["word"].lower() == "noon" else 0)
    hour, half = int(match["h"] or match["h2"]), (match["half"] or match["half2"] or "").lower()
    hour = hour % 12 + 12 * (half == "pm") if half else hour
    return hour + Decimal(match["m"] or 0) / 60


def _day(match: re.Match[str]) -> Day | None:
    if match["weekday"]:
        return Day(weekday=DAYS[match["weekday"].lower()], weeks=_weeks_of(match), ago=bool(match["ago"]))
    if match["nth"]:
        return ages.day_of(ORDINAL_WORDS.index(match["nth"].lower()) + 1, None)
    month, number = match["month"] or match["month2"], match["day"] or match["day2"] or match["number"]
    return ages.day_of(int(number), MONTHS[month.lower()] if month else None)


def _weeks_of(match: re.Match[str]) -> int | None:
    """How many weeks back the week is that is told beside a day; None where none is told."""
    if match["ago"]:
        return int(number_in(match["ago"]) or 1)
    told = match["before"] or match["after"]
    return _WEEKS[re.sub(r"\s+", " ", told.lower()).removesuffix(" week")] if told else None
