"""What lies on the attached disks: how long it may stay there, and how many points that makes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import ClassVar, Self

from assistant.decisions.calculations import limits
from assistant.decisions.expressions.needed import Needed
from assistant.decisions.expressions.patterns import compiled
from assistant.decisions.reading.durations import Duration, FoundDuration, parse_duration
from assistant.decisions.reading.schedules import Period, Schedule
from assistant.decisions.types import DecisionInputError, DecisionResult
from assistant.specialists.calculators.calculator_question import Calculation, Question, lazy_search
from assistant.understanding.amounts.figures import (
    bare_number,
    growth_in,
    is_negative,
    periods_in,
    sources_in,
)
from assistant.understanding.amounts.retention_spans import kept_for, kept_vaguely, stays
from assistant.understanding.amounts.schedules import find_schedules
from assistant.understanding.reading import QuestionKind

_LOCAL = (
    r"\b(?:local\w*|attached|operational|on[\s-]?disks?|disks?|on-?site|on the (?:mabs|server|box)"
    r"|short[\s-]?term)\b"
)
_OTHER_RETENTION = r"\b(?:logs?|alerts?|events?|credentials?|sql|exchange|sharepoint|points?)\b"
_FINE = r"\b(?:ok|okay|fine|allowed|enough|good|possible|permitted|valid|too long)\b"
_MUST_DELETE = (
    r"\b(?:must|have to|has to|need to|needs to|required|mandatory|forced|obliged|got to)\b[^.?!]{0,60}"
    r"\b(?:delet|remov|purg|eras|clear|wip)\w*"
)
_CLOUD = r"\b(?:vaults?|cloud|to azure|in azure|online|9[ ,.]?999)\b"
_HOW_MANY = r"\bhow many\b|\bnumber of\b|\bcount\b|\bat once\b|\bat a time\b|\bsimultaneous\w*"
_MOST = r"\b(?:max(?:imum)?|limit|longest|upper bound|at most)\b|\bhow (?:long|many days)\b[^?]*\bthen\b"
# How long it may stay on disk, with no time of one's own; "how long does it take" is another matter.
_HOW_LONG = (
    r"\bhow (?:long|old|many days)\b(?![^.?!]{0,20}\btakes?\b)[^.?!]{0,60}"
    r"\b(?:local(?:ly)?|attached|disks?)\b"
    r"(?![^.?!]{0,20}\b(?:and|or) (?:in |on )?(?:the )?(?:azure|cloud|vault)\b)"
)
# How much room the data takes: the guide gives the days, and no amount.
_ASKS_ROOM = (
    r"\bhow (?:much|many (?:[gt]b|gigs?|tera\w*)|big|large)\b[^.?!]{0,30}"
    r"\b(?:disks?|drives?|local|storage|space|pool|room|capacity)\b"
    r"|\b(?:size|capacity) (?:of|for)\b[^.?!]{0,20}\b(?:pool|disks?|drives?|storage)\b"
    r"|\b(?:pool|disks?|storage) size\b|\bspace[\s-]?wise\b"
)
_LIES = (
    r"\b(?:stay\w*|kept|keep|remain\w*|retain\w*|get|be|live|sit|lie|hold|held|store[ds]?|retention|age"
    r"|becom\w*)\b"
)
_SERVER_AWAY = (
    r"\b(?:offline|expired?|deprovision\w*|disconnect\w*|connection|download\w*|extract\w*|install\w*)\b"
)
_DATA = r"\b(?:data|cop(?:y|ies)|points?|backups?|versions?)\b"
_FEW_WORDS = 5
_KEEPS = r"\b(?:keep|hold|store|save|archive)\b"
_BACKUPS = r"\b(?:backups?|backup data|copies)\b(?!\s+(?:server|agent|admin|job|vm|box)\b)"
_POINTS = r"\bpoints?\b|\brps?\b|\bcopies\b|\bbackups?\b|\bversions?\b"


@dataclass(frozen=True, slots=True)
class PointsOnDisk(Calculation):
    """How many points are on the attached disks at once. `kept`: None for the guide's five days."""

    NAME: ClassVar[str] = "points-on-disk"
    NEEDS: ClassVar[Needed] = Needed(_HOW_MANY, _POINTS)
    schedule: Schedule
    kept_for: Period | None = None
    sources: int = 1

    @classmethod
    def read(cls, question: Question, before: Self | None) -> Self | None:
        """See `Calculation`."""
        before_it = question.reading.previous.get("calculation", {}) if question.follows else {}
        goes_on = before_it.get("kind") == Retention.NAME
        asked = (goes_on or question.has(_LOCAL)) and question.has(_HOW_MANY) and question.has(_POINTS)
        if before is None and (not asked or question.has(_CLOUD)):
            return None
        schedules = find_schedules(question.text)
        times = [
            p
            for p in periods_in(question.text)
            if not any(p.start < s.end and s.start < p.end for s in schedules)
        ]
        kept = Period(max(p.value.low for p in times), "day") if times and times[0].value.low else None
        sources = sources_in(question.text)
        if before is not None:
            return before._changed(question, schedules[0].value if schedules else None, kept, sources)
        if not schedules:
            return None
        if goes_on and kept is None:
            kept = Period(parse_duration(before_it["time"]).low, "day")
        return cls(schedules[0].value, kept, sources or 1)

    def _changed(
        self, question: Question, schedule: Schedule | None, kept: Period | None, sources: int | None
    ) -> Self | None:
        if schedule or kept or sources:
            return replace(
                self,
                schedule=schedule or self.schedule,
                kept_for=kept or self.kept_for,
                sources=sources or self.sources,
            )
        growth, number = growth_in(question.text), bare_number(question.text)
        factor = growth.factor if growth else number / self.schedule.times if number else None
        if not factor:
            return None
        return replace(self, schedule=Schedule(self.schedule.times * factor, self.schedule.unit))

    @classmethod
    def kept(cls, facts: Mapping[str, str]) -> Self:
        """See `Calculation`."""
        days = facts.get("days", "")
        schedule = Schedule(Decimal(facts["times"]), facts["unit"])
        return cls(schedule, Period(Decimal(days), "day") if days else None, int(facts["sources"]))

    def facts(self) -> dict[str, str]:
        """See `Calculation`."""
        days = str(self.kept_for.years * 365) if self.kept_for else ""
        told = {"times": str(self.schedule.times), "unit": self.schedule.unit}
        return told | {"days": days, "sources": str(self.sources)}

    def result(self) -> DecisionResult:
        """See `Calculation`."""
        return limits.points_on_disk(self.schedule, self.sources, self.kept_for)


@dataclass(frozen=True, slots=True)
class Retention(Calculation):
    """How long backup data stays on the attached disks."""

    NAME: ClassVar[str] = "retention"
    time: Duration
    others: tuple[Duration, ...] = ()
    deletes: bool = False
    placeless: bool = False
    most: bool = False
    in_vault: bool = False
    room: bool = False

    @classmethod
    def read(cls, question: Question, before: Self | None) -> Self | None:
        """See `Calculation`."""
        text, reading = question.text, question.reading
        if reading.connectivity or reading.subscription:
            return None
        again = before is not None or question.carries("retention-local")
        found = _lasting(text, _stays(text) if again else kept_for(text))
        if not found and reading.kind is not QuestionKind.HOW_MANY:
            found = [vague.value for vague in kept_vaguely(text)]
        if before is not None:
            if not found and question.has(_CLOUD) and _is_short(text) and not bare_number(text):
                return replace(before, in_vault=True)
            if not found and question.has(_MOST):
                return replace(before, most=True)
            return cls(max(found, key=lambda d: d.low)) if found else before._changed(text)
        if not found:
            lies = _is_short(text) or (question.has(_LIES) and question.has(_DATA))
            if lies and question.has(_HOW_LONG) and not question.has(_SERVER_AWAY):
                days = Decimal(limits.RETENTION_DAYS)
                return cls(Duration(days, days), most=True)
            time = _retention_anywhere(question)
            return cls(time, placeless=time.longer_than(limits.RETENTION_DAYS) is not False) if time else None
        if is_negative(text):
            raise DecisionInputError("a time can't be negative.")
        longest = max(found, key=lambda d: d.low)
        if longest.low == 1 and question.has(_SAID_ELSEWHERE):
            return None  # whose advice it is, and whose not, is told by a note
        if question.has(_MUST_DELETE):
            return cls(longest, deletes=True)
        parts = _alternatives(longest.text)
        others = tuple(map(parse_duration, parts)) if len(parts) > 1 else ()
        return cls(longest, others, room=question.has(_ASKS_ROOM))

    def _changed(self, text: str) -> Self | None:
        growth, number = growth_in(text), bare_number(text)
        days = self.time.low * growth.factor if growth else number
        return type(self)(Duration(days, days)) if days else None

    @classmethod
    def kept(cls, facts: Mapping[str, str]) -> Self:
        """See `Calculation`."""
        return cls(parse_duration(facts["time"]), most=bool(facts.get("most")))

    def facts(self) -> dict[str, str]:
        """See `Calculation`."""
        return {"time": f"{self.time.low} days", **({"most": "yes"} if self.most else {})}

    def result(self) -> DecisionResult:
        """See `Calculation`."""
        if self.deletes:
            return limits.must_be_deleted()
        if self.in_vault:
            return limits.retention_in_vault()
        if self.most:
            return limits.times_apart(())
        if self.room:
            return limits.room_on_disk(self.time)
        if self.placeless:
            return limits.retention_anywhere(self.time)
        return limits.times_apart(self.others) if self.others else limits.local_retention(self.time)


# Another text's figure is put to the guide: "an article says one day, does it hold for us?".
_SAID_ELSEWHERE = (
    r"\b(?:read|reads|heard|found|saw|says?|said|advis\w+|recommend\w*|claims?|insists?|writes?|told"
    r"|according to|suggests?)\b"
    r"[^?]*\b(?:appl(?:y|ies)|holds?|true|valid|same|also|too|ours?|us|rule|guide|correct|right|count\w*|stack)\b"
)


def _is_short(text: str) -> bool:
    """Whether a few words leave out what they are about: "and in the vault?"."""
    return len(text.split()) <= _FEW_WORDS


def _retention_anywhere(question: Question) -> Duration | None:
    """A retention whose place isn't told: up to five days are within the rule in any place."""
    times = periods_in(question.text)
    if len(times) != 1:
        return None
    other = question.has(_CLOUD) or question.has(_OTHER_RETENTION) or find_schedules(question.text)
    kept = question.has(_KEEPS) and question.has(_BACKUPS) and question.reading.kind is QuestionKind.YES_NO
    named = question.has(r"\b(?:retention|retain)\b") and question.has(_FINE)
    return None if other or not (named or kept) else times[0].value


def _alternatives(told: str) -> list[str]:
    """The times that are joined by "or", each with a unit of its own."""
    parts = [part.strip() for part in told.split(" or ")]
    return parts if all(lazy_search(r"\b(?:hours?|days?|weeks?|months?|years?)$", p) for p in parts) else []


def _stays(text: str) -> list[FoundDuration]:
    """The times of a follow-up that are no part of a schedule: what is kept was told before."""
    often = find_schedules(text)
    return [
        found
        for found in periods_in(text)
        if stays(text, found) and not any(found.start < s.end and s.start < found.end for s in often)
    ]


_NOW = compiled(
    r"\b(?:now|today|currently|since then|changed to|reduced to|lowered to|raised to|set to"
    r"|(?:lowered|reduced|cut|shortened|changed|raised|set|brought)\s+(?:it|that|this|them)\s+(?:down\s+)?to)\W+"
    r"(?:(?:it'?s|it is|is|only|just|at|down to|reduced to|set to|to|we have"
    r"|we keep)\s+){0,3}(?P<n>\d+(?:\.\d+)?)"
    r"(?!\s*(?:%|[kmgt]b))",
)
_ON_TOP = compiled(r"\b(?:more|further|extra|additional|longer)\b")
_BEFORE_NOW = compiled(
    r"\b(?:was|were|used to (?:be|keep|stay|have|hold|retain|store)"
    r"|had been|kept|stored|held|had|previously|formerly|before"
    r"|earlier|from)\b[^.;?!]*$",
)


def _open_ended(found: FoundDuration) -> FoundDuration:
    """A time without an end where it is one on top of another, which isn't told: "a few more days"."""
    if not _ON_TOP.search(found.value.text):
        return found
    return replace(found, value=replace(found.value, low=Decimal(0), high=None))


def _lasting(text: str, found: Sequence[FoundDuration]) -> list[Duration]:
    """The times of `found` without one that was, where the one of now is told too ("was 10 days, now 4")."""
    found = [_open_ended(item) for item in found]
    now = _NOW.search(text)
    if now is None or not any(f.end <= now.start() and _BEFORE_NOW.search(text[: f.start]) for f in found):
        return [item.value for item in found]
    current = [item.value for item in found if item.start >= now.start()]
    days = Decimal(now["n"])
    return current or [Duration(days, days)]
