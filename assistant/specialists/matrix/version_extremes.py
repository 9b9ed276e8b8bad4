"""The oldest and the newest version in the matrix, each of the products that a superlative is said of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.answer import Finding
from assistant.decisions.matrix import protection
from assistant.decisions.matrix.protection_rules import Family
from assistant.specialists.table_findings import finding_of

NAME = "protection"
FAMILY_WORDS = {
    Family.WINDOWS: re.compile(r"\bwindows|\bserver os|\bos\b|\boses\b|\boperating systems?", re.IGNORECASE),
    Family.SQL: re.compile(r"(?<![\w-])sql\b", re.IGNORECASE),
    Family.SHAREPOINT: re.compile(r"\bshare\s?point|\bsps\b", re.IGNORECASE),
}
"""The words that each family of the matrix is named by."""

_EXTREME = re.compile(
    r"\b(?:(?P<old>oldest|lowest|earliest|min(?:imum|imal)?(?= (?:version|release)s?\b))"
    r"|newest|latest|highest|youngest|most recent|max(?:imum|imal)?(?= (?:version|release)s?\b))\b",
    re.IGNORECASE,
)


def extremes(text: str, carried: Sequence[Family]) -> list[Finding]:
    """A finding for each superlative with each product that it is said of, in their order; empty for none.

    `carried`: the products that are meant where the text names none. What is listed is told once of each.
    """
    findings: list[Finding] = []
    told: set[Family] = set()
    for family, oldest in dict.fromkeys(_pairs(text, carried)):
        finding = finding_of(protection.extreme(family, oldest=oldest), NAME)
        if family in told:
            finding = replace(finding, statements=finding.statements[:1])
        told.add(family)
        findings.append(finding)
    return findings


def _pairs(text: str, carried: Sequence[Family]) -> Iterator[tuple[Family, bool]]:
    """What a superlative is said of stands behind it, up to the next one; "oldest and newest SQL" share what
    stands behind the last of them, and "SQL: oldest, newest" what stands before the first."""
    told = list(_EXTREME.finditer(text))
    ends = [*(match.start() for match in told[1:]), len(text)]
    behind = [families_in(text, match.end(), end) for match, end in zip(told, ends, strict=False)]
    for at, match in enumerate(told):
        families = next((named for named in behind[at:] if named), None)
        before = families_in(text, 0, told[0].start()) or behind[max(at - 1, 0)]
        for family in families or before or carried:
            yield family, bool(match["old"])


def families_in(text: str, start: int, end: int) -> list[Family]:
    """The families named in a stretch of `text`, in their order there."""
    found = {
        family: match.start()
        for family, words in FAMILY_WORDS.items()
        if (match := words.search(text, start, end))
    }
    return sorted(found, key=lambda family: found[family])
