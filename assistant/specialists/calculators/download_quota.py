"""The download of the installer held against what may be downloaded in a day."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, Self

from assistant.decisions.calculations import installer
from assistant.decisions.expressions.patterns import lazy
from assistant.decisions.reading.quantities import Size
from assistant.decisions.types import DecisionResult
from assistant.specialists.calculators.calculator_question import Calculation, Question
from assistant.specialists.calculators.local_space import is_daily
from assistant.understanding.amounts.figures import find_told

_DOWNLOAD = r"\bdownload\w*|\binstaller\b|\b(?:setup|install\w*) (?:files?|package)\b"
_INSTALLER = r"\binstall\w*|\bsetup\b|\bmabs\b|\bazure backup server\b|\.bin\b"
_OTHER_TRANSFER = r"\b(?:backups?|restor\w*|recover\w*|upload\w*|churn|replica\w*|scratch|vault)\b(?! server)"
_QUOTA = r"\b(?:quotas?|cap(?:s|ped)?|allowance|fair use|limit(?:s|ed)?|volume)\b"
# "3 GB per day" is no size by itself: that is how rates are told.
_PER_DAY = lazy(r"\s*(?:\bper\s+|/\s*)(?:day|night|d)\b")


@dataclass(frozen=True, slots=True)
class Quota(Calculation):
    """How much may be downloaded in a day."""

    NAME: ClassVar[str] = "download-quota"
    daily: Size | None = None

    @classmethod
    def read(cls, question: Question, before: Self | None) -> Self | None:
        """See `Calculation`."""
        text = _PER_DAY().sub(" a day", question.text)
        told = find_told(text)
        daily = [one for one in told if is_daily(text, one)]
        if before is not None or len(daily) != 1 or question.has(_OTHER_TRANSFER):
            return None
        rest = {one.size.gb for one in told if one not in daily}
        of_download = (
            question.has(_DOWNLOAD) or question.carries("download") or rest == {installer.DOWNLOAD_GB}
        )
        if not (
            of_download
            and (question.has(_INSTALLER) or (question.has(_QUOTA) and rest <= {installer.DOWNLOAD_GB}))
        ):
            return None
        return cls(daily[0].size) if daily[0].size.bytes > 0 else None

    def result(self) -> DecisionResult:
        """See `Calculation`."""
        return installer.quota(self.daily or Size(Decimal(0)))
