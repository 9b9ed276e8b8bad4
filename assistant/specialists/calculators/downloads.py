"""The download on several machines, and put to a stretch of time that there is for it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, Self

from assistant.decisions.calculations import downloads
from assistant.decisions.expressions.needed import Needed
from assistant.decisions.reading.quantities import find_rates
from assistant.decisions.types import DecisionResult
from assistant.specialists.calculators.calculator_question import Calculation, Question
from assistant.specialists.ledger.figures import DOWNLOADED
from assistant.understanding.amounts.figures import find_told, periods_in, sources_in
from assistant.understanding.server.backup_servers import backup_servers_in

_FETCHED = (
    r"\bdownload\w*|\bfetch\w*|\b(?:gets?|pulls?|grabs?)\b[^.?!]{0,30}\b(?:installer|setup|package|files)\b"
)
_OF_INSTALLER = (
    r"\b(?:installer|setup|package|install(?:ation)? files|mabs|azure backup server|backup servers?)\b"
)
_EACH = (
    r"\b(?:each|every|apiece|itself|themselves|on its own|on their own|separately|individually"
    r"|own (?:copy|set))\b"
    r"|\b(?:times|x)\b"
)
_ASKS_SUM = (
    r"\b(?:how (?:many|much|big|large)|number of|in (?:sum|total|all)|total|altogether|sum|overall"
    r"|traffic|volume"
    r"|how many (?:gb|gigs?))\b"
)
_OTHER = r"\b(?:scratch|extract\w*|unpack\w*|pool|disks?|points?|cores?|ram|minutes?|hours?|how long|mbps)\b"
_MOST_DAYS = Decimal(3)
_ENOUGH = (
    r"\b(?:enough|suffic\w*|fits?|ok|okay|done|finish\w*|ready|complete\w*|through|make it|mak(?:e|es"
    r"|ing) it|in time"
    r"|within|possible|be sure|manage|over by|before)\b"
)
_ASKS_OTHER = (
    r"\bhow (?:long|fast|much time|many)\b|\bwhich (?:speed|line)\b|\bwhat (?:speed|line|bandwidth)\b"
)
_LOST = r"\b(?:offline|outage|connectivity|expired|deprovisioned|subscription)\b"


@dataclass(frozen=True, slots=True)
class Downloads(Calculation):
    """The installer fetched by each of several machines: how many files and how many GB that is together."""

    NAME: ClassVar[str] = "downloads"
    NEEDS: ClassVar[Needed] = Needed(_FETCHED, _OF_INSTALLER, _EACH, _ASKS_SUM)
    machines: int = 1

    @classmethod
    def read(cls, question: Question, before: Self | None) -> Self | None:
        """See `Calculation`."""
        told = question.has(_FETCHED) and question.has(_OF_INSTALLER) and question.has(_EACH)
        asked = told and question.has(_ASKS_SUM) and not question.has(_OTHER)
        if before is not None or not asked or find_rates(question.text) or find_told(question.text):
            return None
        machines = backup_servers_in(question.text) or sources_in(question.text) or 1
        return cls(machines) if machines > 1 else None

    def result(self) -> DecisionResult:
        """See `Calculation`."""
        return downloads.on_machines(self.machines)


@dataclass(frozen=True, slots=True)
class DownloadWindow(Calculation):
    """The speed of a line in bits a second, and the minutes in which the download has to be done on it."""

    NAME: ClassVar[str] = "download-window"
    NEEDS: ClassVar[Needed] = Needed(DOWNLOADED, _ENOUGH)
    rate: Decimal = Decimal(0)
    minutes: Decimal = Decimal(0)

    @classmethod
    def read(cls, question: Question, before: Self | None) -> Self | None:
        """See `Calculation`."""
        text = question.text
        asked = question.has(DOWNLOADED) and question.has(_ENOUGH)
        if before is not None or not asked or question.has(_ASKS_OTHER) or question.has(_LOST):
            return None
        rates = find_rates(text)
        times = [found.value for found in periods_in(text)]
        spans = [
            days for one in times if 0 < (days := one.low if one.high is None else one.high) <= _MOST_DAYS
        ]
        one = len({rate for rate, _, _ in rates}) == 1 and len(spans) == 1
        return cls(rates[0][0], spans[0] * 24 * 60) if one and not find_told(text) else None

    def result(self) -> DecisionResult:
        """See `Calculation`."""
        return downloads.in_window(self.rate, self.minutes)
