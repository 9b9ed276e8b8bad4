"""Sizes, rates and versions as people write them, and back to text. Absurd values are refused.

Sizes are bytes, rates are bits per second, both exact decimals. 1 TB is 1,000 GB; TiB and GiB are binary.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from assistant.decisions.expressions.patterns import lazy
from assistant.decisions.reading.numbers import NUMBER, parse_number
from assistant.decisions.types import DecisionInputError

_POWERS = {"k": 1, "m": 2, "g": 3, "t": 4, "p": 5}
_MAX_BYTES = Decimal(10) ** 18
_MAX_RATE = Decimal(10) ** 13
_BOTTOMS = {"quarter": 4, "third": 3, "fifth": 5, "eighth": 8, "tenth": 10}
# "a quarter of a", "three quarter", "two and a third of a"; a third alone may be one more.
_FRACTION = (
    rf"(?:(?P<whole>{NUMBER})\s{{1,2}}and\s{{1,2}})?\b(?:(?P<top>an?|one|two|three)[\s-]{{1,2}})?"
    r"(?P<bottom>quarters?|(?:thirds?|fifths?|eighths?|tenths?)(?=\s+of\s))"
    r"(?:\s{1,2}of)?(?:\s{1,2}(?:an?|one|1))?"
)
_TOPS = {"two": 2, "three": 3}
# "100 GB and not a byte more" tells of 100 GB.
_IDIOM = lazy(
    r"\b(?:not|no|nor|never)\s+(?:even\s+)?(?:(?:an?|one|a\s+single|a\s+damn)\s+)?(?:single\s+)?"
    r"(?:(?:giga|tera|mega)?bytes?|gigs?|teras?|[gtm]b)\s+(?:more|less|over|extra|on top|beyond|above)\b"
)
_SIZE = lazy(
    rf"(?P<sign>(?<![\w.])[-−])?(?:(?P<number>{NUMBER})|{_FRACTION})[\s-]{{0,3}}"
    r"(?:of\s+|an?\s+|(?:whole|full|entire)\s+)?"
    r"(?P<unit>[kmgtp]i?b|(?:kilo|mega|giga|tera|peta|kibi|mebi|gibi|tebi|pebi)bytes?"
    r"|gigs?|teras?|megs?|bytes?|(?<=\d)[gt]|(?<=\d\s)[gt])"
    r"(?!\w|\s{0,3}/\s{0,3}(?:s|sec|min|h|hr|hours?|d|days?|w|weeks?|mo|months?|y|yr|years?|quarters?)\b|\s{0,3}per\b|\s+(?:line|link|connection|internet)\b)"
)
ANY_UNIT = lazy(r"[kmgtp]i?b|byte|gig|tera|meg|\d\s?[gt]")
_RATE = lazy(
    rf"(?P<sign>(?<![\w.])[-−])?(?P<number>{NUMBER})[\s-]{{0,3}}(?:an?\s+)?"
    r"(?:(?P<prefix>[kmgKMG])(?:(?P<bytes>B/s|B/sec|Bps)|bps|BPS|b/s|b/sec|bits?(?:\s*/\s*s(?:ec)?|ps)?\b|b?ps)"
    r"|(?P<long>kilo|mega|giga)(?P<kind>bits?|bytes?)(?:\s+(?:per|a)\s+second|/s|\s+(?:line|link|connection))?"
    r"|(?P<line>[kmgKMG])b?\s+(?:line|link|connection|internet))(?!\w)",
    0,
)


@dataclass(frozen=True, slots=True)
class Size:
    """An amount of data in bytes; `binary` when it was written in KiB, MiB, GiB, TiB or PiB."""

    bytes: Decimal
    binary: bool = False

    @property
    def gb(self) -> Decimal:
        """In decimal gigabytes."""
        return self.bytes / 10**9


@dataclass(frozen=True, slots=True)
class FoundSize:
    """A size in a longer text, with where it stands."""

    value: Size
    start: int
    end: int


def parse_size(text: str, name: str = "size") -> Size:
    """A size such as "1.5 TB", "500GB", "half a terabyte", "2 TiB".

    DecisionInputError when there is no number and unit, or the value is not above zero and below 1000 PB.
    """
    match = _SIZE().fullmatch(_trimmed(text))
    if not match:
        raise DecisionInputError(f"{text!r} is not a size: write a number and a unit, such as 1.5 TB.", name)
    return _size(match, name)


@lru_cache(maxsize=256)  # the calculators ask one question for them again and again
def find_sizes(text: str) -> tuple[FoundSize, ...]:
    """Every size in `text` that can be used; impossible ones are left out."""
    found = []
    idioms = [idiom.span() for idiom in _IDIOM().finditer(text)]
    for match in _SIZE().finditer(text) if ANY_UNIT().search(text) else ():
        if any(start <= match.start() < end for start, end in idioms):
            continue
        try:
            found.append(FoundSize(_size(match, "size"), match.start(), match.end()))
        except ValueError:
            continue
    return tuple(found)


def unusable_size(text: str) -> DecisionInputError | None:
    """Why the first impossible size in `text` is none; None when there is none such."""
    for match in _SIZE().finditer(text):
        try:
            _size(match, "size")
        except DecisionInputError as error:
            return error
    return None


def _size(match: re.Match[str], name: str) -> Size:
    unit = match["unit"].lower()
    binary = unit[1:] == "ib" or unit[2:4] == "bi"
    power = 0 if unit.startswith("byte") else _POWERS[unit[0]]
    amount = _amount(match, name) * Decimal(1024 if binary else 1000) ** power
    return Size(_bounded(amount, _MAX_BYTES, "1000 PB", name), binary)


def parse_rate(text: str) -> Decimal:
    """A speed in bits per second: "10 Mbps", "1 gbit", "100 Mbit/s"; "12 MB/s" with a large B is bytes.

    DecisionInputError when there is no number and unit, or the value is not above zero and below 10,000 Gbps.
    """
    match = _RATE().fullmatch(_trimmed(text))
    if not match:
        raise DecisionInputError(
            f"{text!r} is not a speed: write a number and a unit, such as 10 Mbps.", "rate"
        )
    return _rate(match, "rate")


def find_rates(text: str) -> tuple[tuple[Decimal, int, int], ...]:
    """Every speed in `text` that can be used: bits per second, start and end."""
    found = []
    for match in _RATE().finditer(text):
        try:
            found.append((_rate(match, "rate"), match.start(), match.end()))
        except ValueError:
            continue
    return tuple(found)


def _rate(match: re.Match[str], name: str) -> Decimal:
    prefix = (match["prefix"] or match["long"] or match["line"])[0].lower()
    in_bytes = match["bytes"] or (match["kind"] or "").startswith("byte")
    amount = _amount(match, name) * Decimal(1000) ** _POWERS[prefix] * (8 if in_bytes else 1)
    return _bounded(amount, _MAX_RATE, "10,000 Gbps", name)


def _trimmed(text: str) -> str:
    """Without the words that only hedge a figure ("about 8 TB", "roughly 500 GB of")."""
    text = re.sub(
        r"^\s*(?:about|around|roughly|approximately|approx\.?|circa|ca\.?|some|~)\s*", "", text, flags=re.I
    )
    return text.strip()


def _amount(match: re.Match[str], name: str) -> Decimal:
    if match["sign"]:
        raise DecisionInputError(f"{match[0].strip()!r} is negative; give a value above zero.", name)
    told = match["number"]
    try:
        return parse_number(told).value if told else _fraction(match)
    except ValueError as error:
        raise DecisionInputError(f"{told!r} is not a number.", name) from error


def _fraction(match: re.Match[str]) -> Decimal:
    """The value of "a quarter of a", or of "two and three quarters of a"."""
    part = Decimal(_TOPS.get((match["top"] or "").lower(), 1)) / _BOTTOMS[match["bottom"].lower().rstrip("s")]
    return part + (parse_number(match["whole"]).value if match["whole"] else 0)


def _bounded(value: Decimal, maximum: Decimal, written: str, name: str) -> Decimal:
    if value <= 0:
        raise DecisionInputError("Zero makes no sense here; give a value above zero.", name)
    if value > maximum:
        raise DecisionInputError(f"More than {written} is taken for a slip; give a smaller value.", name)
    return value


def plain(value: Decimal, places: int = 2) -> str:
    """A decimal for people: rounded half up to `places`, thousands grouped, no trailing zeros."""
    rounded = value.quantize(Decimal(1).scaleb(-places), rounding="ROUND_HALF_UP")
    text = f"{rounded:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def format_size(size_bytes: Decimal, *, binary: bool = False) -> str:
    """Bytes in the largest unit that keeps the figure at 1 or above: "400 GB", "1.6 TB", "2 TiB"."""
    base = Decimal(1024 if binary else 1000)
    for unit, power in (("P", 5), ("T", 4), ("G", 3), ("M", 2), ("K", 1)):
        value, smaller = size_bytes / base**power, size_bytes / base ** (power - 1)
        if value < 1 or (value < 10 and _rounds(value) and not _rounds(smaller)):
            continue  # 1,023 GB rather than 1.02 TB
        return f"{plain(value)} {unit}{'iB' if binary else 'B'}"
    return f"{plain(size_bytes)} bytes"


def show_size(size: Size) -> str:
    """A size for people, decimal or binary as it was told."""
    return format_size(size.bytes, binary=size.binary)


def _rounds(value: Decimal) -> bool:
    """Whether two places do not show all of `value`."""
    return value != value.quantize(Decimal("0.01"))


def two_units(size_bytes: Decimal, *, binary: bool = False) -> str:
    """As `format_size`, and with terabytes the gigabytes too: "1.2 TB (1,200 GB)".

    A binary size is given in decimal units as well: "102.4 GiB (109.95 GB)".
    """
    shown = format_size(size_bytes, binary=binary)
    if binary:
        return f"{shown} ({format_size(size_bytes)})"
    return f"{shown} ({plain(size_bytes / 10**9)} GB)" if shown.endswith(" TB") else shown


def binary_note(size: Size) -> str:
    """How a binary unit was read; empty for a decimal one."""
    return "TiB and GiB are converted to decimal units: 1 TiB is 1,099.51 GB." if size.binary else ""


def format_rate(bits_per_second: Decimal) -> str:
    """Bits per second in the largest unit that keeps the figure at 1 or above: "10 Mbps"."""
    for unit, power in (("Gbps", 3), ("Mbps", 2), ("Kbps", 1)):
        if bits_per_second >= Decimal(1000) ** power:
            return f"{plain(bits_per_second / Decimal(1000) ** power)} {unit}"
    return f"{plain(bits_per_second)} bps"


def parse_count(text: str, name: str, maximum: int = 1_000_000) -> int:
    """A whole number above zero, in digits or words. DecisionInputError when it is not one."""
    try:
        value = parse_number(text).value
    except ValueError as error:
        raise DecisionInputError(f"{text!r} is not a whole number above zero.", name) from error
    if value != value.to_integral_value() or not 0 < value <= maximum:
        raise DecisionInputError(f"{text!r} is not a whole number from 1 to {maximum:,}.", name)
    return int(value)


@dataclass(frozen=True, slots=True, order=True)
class Version:
    """A version to compare: numbers without trailing zeros, then the service pack (0: none)."""

    numbers: tuple[int, ...]
    service_pack: int = 0

    def __str__(self) -> str:
        pack = f" SP{self.service_pack}" if self.service_pack else ""
        return ".".join(map(str, self.numbers)) + pack


_VERSION = lazy(
    r"(?:\.?net\s*(?:framework)?|framework|version|ver\.?|v\.?)*\s*(?P<numbers>\d{1,6}(?:\.\d{1,6}){0,3})"
    r"[\s,+]*(?:(?:with|and)\s+)?(?:(?:sp|service\s+pack)\s*(?P<pack>\d{1,2}))?"
)


def parse_version(text: str) -> Version:
    """A version such as "3.5 SP1", "v4.7.2", ".NET Framework 4.8". DecisionInputError when it is none."""
    match = _VERSION().fullmatch(text.strip())
    if not match:
        raise DecisionInputError(f"{text!r} is not a version: write it as in 3.5 SP1 or 4.7.2.", "version")
    numbers = [int(part) for part in match["numbers"].split(".")]
    while len(numbers) > 1 and numbers[-1] == 0:
        numbers.pop()
    return Version(tuple(numbers), int(match["pack"] or 0))


def as_written(text: str, version: Version) -> str:
    """`version` with the trailing zeros that `text` writes it with: "2.0"."""
    match = _VERSION().fullmatch(text.strip())
    pack = str(version).partition(" ")[2]
    return f"{match['numbers']} {pack}".strip() if match else str(version)
