"""Versions that are spelled in words: "the two thousand twelve", "twenty sixteen"."""

from __future__ import annotations

import re

from assistant.decisions.expressions.patterns import lazy

_ONES = {"three": "03", "five": "05", "seven": "07", "eight": "08"}
_TENS = {
    "ten": "10",
    "twelve": "12",
    "thirteen": "13",
    "fourteen": "14",
    "sixteen": "16",
    "seventeen": "17",
    "nineteen": "19",
    "twenty two": "22",
    "twenty five": "25",
}
_YEARS = _ONES | _TENS
_AFTER_TWENTY = "|".join(name.replace(" ", r"[\s-]?") for name in _TENS)  # "twenty five" is a number
_AFTER_THOUSAND = f"{'|'.join(_ONES)}|{_AFTER_TWENTY}"
# What is counted or measured is no version, and neither is a part of a larger number.
_SPELLED = lazy(
    rf"(?<!hundred )(?<!million )\b(?:two[\s-]thousand(?:[\s-]and)?[\s-](?P<year>{_AFTER_THOUSAND})"
    rf"|twenty[\s-](?P<short>{_AFTER_TWENTY}))\b"
    r"(?![\s-]+(?:hundred|thousand|million|[kmgtp]i?b|gigs?|teras?|(?:giga|tera|mega)?bytes?|percent"
    r"|(?:recovery |restore )?points?|days?|weeks?|months?|years?|hours?|users?|people|mails?|files?)\b)"
)


def with_years(text: str) -> str:
    """`text` with such versions in digits."""
    return _SPELLED().sub(lambda match: _in_digits(match["year"] or match["short"]), text)


def _in_digits(words: str) -> str:
    name = re.sub(r"[\s-]+", " ", words.lower())
    return f"20{_YEARS.get(name) or _YEARS[name.replace('twenty', 'twenty ')]}"
