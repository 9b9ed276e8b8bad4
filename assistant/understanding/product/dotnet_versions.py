"""Which .NET is told: a version of .NET Framework, or of .NET Core and .NET 5 or later, which is another."""

from __future__ import annotations

import re

from assistant.decisions.expressions.patterns import lazy
from assistant.understanding.word_rules import blanked

_PACK = (
    r"(?:[\s,]*(?:with\s+)?(?P<sp>sp\s?\d|service pack \d))?"
    r"(?P<no>[\s,]*\(?(?:without|no|w/o|but no|but not|missing)\s+(?:the\s+)?(?:sp|service pack)\b)?"
)
_NUMBER = r"(?P<version>\d(?:\.\d{1,2}){0,3})"
FRAMEWORK = lazy(
    r"(?:\.?\bdot\s?net\b|(?<![\w.])\.net\b|\bnet framework\b|(?<![\w.])net(?=\s?\d)|\bframework\b)\s*(?:fw"
    rf"|framework|version|ver\.?|v)?\s*{_NUMBER}{_PACK}"
)
OTHER_KIND = lazy(
    r"(?:\basp\s?\.?|\bdot\s?|(?<!\w)\.|\b)net[\s-]*(?P<kind>core|standard)\b"
    rf"(?:\s*(?:runtime|sdk|version|ver\.?|v)\b)?\s*{_NUMBER.replace('version', 'other')}?"
)
_BARE = lazy(rf"\b(?P<version>[1-4]\.\d(?:\.\d)?){_PACK}")
_INSTEAD = lazy(r"\b(?:instead of|rather than|in place of|not)\s+(?:the\s+)?$")
_BESIDE = lazy(r"^\s*(?:and|&|\+|plus)\s*(?P<version>4(?:\.\d){1,2})\b")
_LATER = 5
"""From this version on .NET is no .NET Framework."""


def without_other_kinds(text: str) -> str:
    """`text` without .NET Core and the like: its "core 8" is no number of cores."""
    return blanked(text, [match.span() for match in OTHER_KIND().finditer(text)])


def dotnet_told(text: str) -> str:
    """The version told: "3.5 SP1", "6" or "Core 3.1"; that of a .NET Framework where both are. Else empty."""
    rest = without_other_kinds(text)
    named = [match for match in FRAMEWORK().finditer(rest) if not _INSTEAD().search(rest[: match.start()])]
    told = [_with_later(_version(match), rest[match.end() :]) for match in named]
    framework = next((version for version in told if int(version[0]) < _LATER), "")
    others = (
        f"{match['kind'].title()} {match['other'] or ''}".strip() for match in OTHER_KIND().finditer(text)
    )
    return framework or next(others, "") or next(iter(told), "")


def _with_later(version: str, behind: str) -> str:
    """The later of a version and one that is there besides: "3.5 and 4.8"."""
    beside = _BESIDE().match(behind)
    return max(version, beside["version"]) if beside else version


def bare_version(text: str) -> str:
    """A version of .NET Framework that stands without its name ("we installed 4.8"); else empty."""
    match = _BARE().search(text)
    return _version(match) if match else ""


def _version(match: re.Match[str]) -> str:
    pack = f" {match['sp']}" if match["sp"] and not match["no"] else ""
    return f"{match['version']}{pack}"
