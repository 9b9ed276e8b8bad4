"""The words for disks, and whole numbers of them."""

from __future__ import annotations

from assistant.decisions.reading.numbers import number_in

DISK = (
    r"(?:(?:data|backup|managed|attached|physical|virtual)\s*)*(?:disks?"
    r"|(?<!home )(?<!user )(?<!network )(?<!mapped )drives?|luns?|slots?|bays?"
    r"|spindles?|hdds?|ssds?|vhds?)"
)
UNIT = r"(?:[kmgtp]i?b|gigs?|teras?|days?|weeks?|months?|years?|cores?)"


def whole(text: str) -> int | None:
    """A whole number above zero, in digits or words; "a" is none."""
    value = None if text.lower() in ("a", "an") else number_in(text)
    return int(value) if value and value == value.to_integral_value() and 0 < value <= 10_000 else None
