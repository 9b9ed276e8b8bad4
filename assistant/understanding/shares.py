"""The part of the data told that goes to Azure, or that stays: "20 % of it to Azure", "half stays here"."""

from __future__ import annotations

import re
from decimal import Decimal

from assistant.decisions.patterns import lazy
from assistant.decisions.quantities import find_sizes
from assistant.understanding.figures import Growth, tells_percentage_of_growth

_PARTS = {"half": "0.5", "quarter": "0.25", "third": "0.333333", "fifth": "0.2", "tenth": "0.1"}
_GOES_UP = r"(?:azure|cloud|vault|online|off-?site|sent|uploaded|shipped|synced|pushed)"
_OF_IT = r"(?:of\s+(?:it|that|this|which|them|these|those|(?:the|our|all)\s+(?:\w+\s+)?data|the whole)\b\s*)"
_NO_DIGITS = r"[^\d.;?!]{0,25}"
_SHARE = (
    r"(?:(?P<percent>\d{1,2}(?:[.,]\d+)?)\s*(?:%|percent\b|per cent\b|pct\b)"
    r"|\b(?:(?P<n>a|an|one|two|three|four)[\s-]+)?(?P<word>half|quarter|third|fifth|tenth)s?\b)\s*"
)
# A part of the data that does not go up: "a quarter of that never goes up", "20 % of it stays local".
_STAYS = lazy(
    rf"{_SHARE}{_OF_IT}(?:(?:will|would|is|are|should|must|can|actually|just)\s+){{0,3}}"
    r"(?:never|not|stays?|stay|remains?|kept|doesn['’]?t|won['’]?t|isn['’]?t)\b"
)
# A part of the data that is told: "20 % of it to Azure", "of which half goes to the cloud".
_PART = lazy(
    rf"(?P<of>\bof (?:which|that|those|them)\W+(?:only|just|about|roughly|some|\s)*)?"
    rf"{_SHARE}"
    rf"(?P<of_it>{_OF_IT})?{_NO_DIGITS}\b{_GOES_UP}\b"
)
_PART_COUNTS = {"two": 2, "three": 3, "four": 4}


def part_in(text: str) -> Growth | None:
    """The part of the data told that goes to Azure, as a factor: "20 % of it to Azure", "half stays here"."""
    if stays := _first(_STAYS(), text):
        return _growth(1 - _share(stays), stays)
    part = _first(_PART(), text)
    return None if part is None or _is_rule_or_growth(part) else _growth(_share(part), part)


def _first(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The first match outside the sizes told: "half a terabyte" is no half of anything."""
    sizes = find_sizes(text)
    matches = pattern.finditer(text)
    return next((m for m in matches if not any(s.start <= m.start() < s.end for s in sizes)), None)


def _growth(factor: Decimal, match: re.Match[str]) -> Growth | None:
    return Growth(factor, *match.span()) if 0 < factor < 1 else None


def _share(match: re.Match[str]) -> Decimal:
    if match["percent"]:
        return Decimal(match["percent"].replace(",", ".")) / 100
    return Decimal(_PARTS[match["word"].lower()]) * _PART_COUNTS.get((match["n"] or "").lower(), 1)


def _is_rule_or_growth(match: re.Match[str]) -> bool:
    """Whether a percentage is another one than a part: the guide's own, or by what the data grows."""
    if match["percent"] is None or match["of"] or match["of_it"]:
        return False
    goes = re.search(r"\b(?:goes|go|going|sent|is to go|shipped|uploaded|synced)\b", match[0], re.IGNORECASE)
    return not goes or tells_percentage_of_growth(match.string)
