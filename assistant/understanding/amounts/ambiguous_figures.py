"""Figures in forms that can be misread, put in the plain one, with a word on how each was read.

"3 500 GB" is one number and "1e3 TB" is a thousand; "2.000 GB" groups thousands, "2.000 TB" does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from assistant.decisions.expressions.patterns import lazy

_UNIT = r"\s{0,2}(?P<unit>[kmgtp]i?b|gigs?|teras?|(?:kilo|mega|giga|tera|peta)bytes?)\b"
# "5 500 GB disks" are five disks.
_NOT_EACH = (
    r"(?!\s+(?:[a-z]+\s+)?(?:disks?|drives?|luns?|ssds?|hdds?|servers?|vms?|machines?|databases?|each)\b)"
)
_FORMS = (
    lazy(rf"(?<![\w.,:/+-])(?<!\d )(?P<blanks>\d{{1,3}}(?:[ \u00a0\u202f]\d{{3}})+){_UNIT}{_NOT_EACH}"),
    lazy(rf"(?<![\w.,])(?P<power>\d{{1,6}}(?:[.,]\d{{1,4}})?e\+?\d{{1,2}}){_UNIT}"),
    lazy(rf"(?<![\w.,])(?P<points>[1-9]\d{{0,2}}\.\d\d0){_UNIT}"),
    lazy(rf"(?<![\w.,/-])(?<!\d )(?P<slash>1/[234]|3/4|2/3)(?:\s+of\s+an?)?{_UNIT}"),
    lazy(rf"(?<![\w.,])(?P<apostrophes>\d{{1,3}}(?:['’]\d{{3}})+){_UNIT}"),
)
_GROUPED_UNITS = ("k", "m", "g")
_NUMBER = r"\d{1,6}(?:[.,]\d{1,2})?"
_HUGE = Decimal(10) ** 40
_PLACES = Decimal("0.000001")
_RANGE = lazy(
    rf"\bbetween\s+(?P<low>{_NUMBER})(?P<unit>\s*[kmgtp]i?b)?\s+(?:and|to|-)\s+(?P<high>{_NUMBER}\s*[kmgtp]i?b\b)"
    rf"|(?<![\w.,/-])(?P<low2>{_NUMBER})(?P<unit2>\s*[kmgtp]i?b)?\s*[-–—]\s*(?P<high2>{_NUMBER}\s*[kmgtp]i?b\b)"
)


# "2 more TB" are 2 TB more.
_MORE = lazy(rf"(?<![\w.,])(?P<n>{_NUMBER})\s+(?P<more>more|extra|additional|other){_UNIT}")


def plain_figures(text: str) -> str:
    """`text` with every such figure in digits and a point, and of a range of sizes the upper end."""
    for start, end, figure in sorted(_odd(text), reverse=True):
        text = text[:start] + figure + text[end:]
    text = _MORE().sub(r"\g<n> \g<unit> \g<more>", text)
    return _RANGE().sub(_upper, text)


_ENDS = lazy(
    rf"(?<![\w.,/-])(?<!from )(?P<low>{_NUMBER})(?P<unit>\s*[kmgtp]i?b)?\s*(?:[-–—]|to|and)\s*"
    rf"(?P<high>{_NUMBER})\s*(?P<unit2>[kmgtp]i?b)\b"
)
_RANGE_WORDS = lazy(r"\bbetween\b|\d\s*(?:[kmgtp]i?b)?\s*(?:[-–—]|\bto\b)\s*\d")


def lower_end(text: str) -> str:
    """The lower end of the only range of sizes that `text` tells, with its unit; empty for none."""
    match = _ENDS().search(text)
    if match is None or not _RANGE_WORDS().search(text[: match.end()]):
        return ""
    low, high = _plain(match["low"]) or _HUGE, _plain(match["high"]) or Decimal(0)
    return f"{match['low']} {(match['unit'] or match['unit2']).strip()}" if low < high else ""


def how_read(text: str) -> tuple[str, ...]:
    """How each of the figures that can be misread was read, a sentence for each."""
    return tuple(f"{text[start:end]} is read as {figure}." for start, end, figure in sorted(_odd(text)))


def _odd(text: str) -> Iterator[tuple[int, int, str]]:
    for form in _FORMS:
        for match in form().finditer(text):
            yield match.start(), match.end(), f"{_value(match):,f} {match['unit']}"


def _value(match: re.Match[str]) -> Decimal:
    told = match.groupdict()
    if power := told.get("power"):
        return Decimal(f"{Decimal(power.replace(',', '.')):f}")
    if points := told.get("points"):
        grouped = match["unit"][0].lower() in _GROUPED_UNITS
        return Decimal(points.replace(".", "")) if grouped else Decimal(points).normalize() + 0
    if slash := told.get("slash"):
        above, below = slash.split("/")
        return (Decimal(above) / Decimal(below)).quantize(_PLACES).normalize()
    return Decimal(re.sub(r"\D", "", told.get("blanks") or told.get("apostrophes") or ""))


def _upper(match: re.Match[str]) -> str:
    """The upper end of a range; what is no range stays, as "8 TB - 2 TB"."""
    low, high = match["low"] or match["low2"], match["high"] or match["high2"]
    unit = match["unit"] or match["unit2"] or ""
    number = re.match(r"[\d.,]+", high)
    same = not unit or high.lower().endswith(unit.strip().lower())
    rises = number and (_plain(low) or _HUGE) < (_plain(number[0]) or 0)
    if not (same and rises):
        return match[0]
    return f"for {high}" if match["low"] else high


def _plain(number: str) -> Decimal | None:
    return Decimal(number.replace(",", ".")) if re.fullmatch(r"\d+(?:[.,]\d{1,2})?", number) else None
