"""What a few words leave out that the turn before them had: a unit of time, the connection, what is kept."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from assistant.decisions.expressions.patterns import lazy
from assistant.decisions.reading.durations import find_durations
from assistant.decisions.states.connectivity_rules import Connectivity

OF_OUTAGE = "of_outage"
"""The fact under which a turn leaves that it was told how long an outage may last."""

_LONE = lazy(r"^\W*(?:(?:and|or|ok|so|on day|day|after|at)\W+)*(?P<n>[1-9]\d?)\W*$")
_MOST_WORDS = 25
_UNIT = re.compile(r"\b(?P<unit>day|week|month|hour|year)s?\b", re.IGNORECASE)
# "and after 16", "when it's 20", "day 17"
_BARE_TIME = re.compile(
    r"(?P<before>\b(?:after|until|till|only|with|for|at|on|if|and|or|about|around|maybe|now|say|like"
    r"|over|under|past"
    r"|(?:it|that)['’]?s|is|was|were|make (?:it|that)|what about|how about)\s+|^\W*)(?:(?P<named>days?)\s+)?"
    r"(?P<n>[1-9]\d{0,2})(?![\w/:-]|\s*%|[.,]\d|\s*(?:[kmgt]i?b|days?|weeks?|months?|hours?|minutes?|years?"
    r"|disks?|servers?"
    r"|machines?|vms?|points?|things|questions?)\b)",
    re.IGNORECASE,
)
# What was to be let through is not: the server is cut off.
_SHUT = lazy(
    r"\b(?P<what>they|those|these|it|that|this|all of (?:them|it)|the (?:urls?|ips?|addresses|ranges?"
    r"|ports?|names)"
    r"|(?:one|any|some|none) of (?:them|those|these))\s+"
    r"(?:(?:are|is|were|was|stays?|remains?|keeps?|get|gets|has been|have been|being|still|all|ever|kept"
    r"|left)\s+){1,4}"
    r"(?:shut|closed|blocked|denied|filtered|unreachable|dropped|cut(?: off)?|not (?:open(?:ed)?"
    r"|reachable|allowed"
    r"|let through|whitelisted))\b"
)
_LET_THROUGH = lazy(
    r"\b(?:urls?|(?:ip )?ranges?|addresses|firewalls?|white-?list\w*|endpoints?|ports?|hosts?)\b"
)

# Which of the two copies, and nothing besides: "local or cloud?", "from the disk or the vault?".
_COPY = r"(?:from|on|to|in|out of)?\s*(?:the\s+)?"
_HERE = r"(?:local(?:ly)?(?:\s+(?:disk|copy|storage))?|disks?|on-?site)"
_THERE = r"(?:azure|cloud|vault|off-?site)(?:\s+copy)?"
_WHICH_COPY = lazy(
    rf"^\W*(?:(?:and|so|ok|but|then)\W+)*{_COPY}(?:{_HERE}\s+or\s+{_COPY}{_THERE}"
    rf"|{_THERE}\s+or\s+{_COPY}{_HERE})(?:\s+(?:only|then|too|or both))?\W*$"
)

# Where something is kept, without what it is: the thing that the turn before named, if no backup data.
_WHERE_KEPT = lazy(
    r"^(?P<asks>\W*(?:(?:and|so|ok|but|then)\W+)*where(?:\s+(?:best|to|do|should|can|must|i|we|you|one|is|be|it|best))*"
    r"\s+(?:keep|store|save|put|hold|place|leave))(?P<rest>(?:\s+(?:then|best|now|please|pls))*\W*)$"
)
_KEPT_THING = lazy(
    r"\b(?:pass ?(?:phrase|word)s?|cred(?:ential)?s?|scratch|cache|installer|(?:setup|install\w*) files?)\b"
)


def filled(text: str, previous: Mapping[str, Any]) -> str:
    """`text` with the unit, the connection or the thing that the turn before had named; else as it is."""
    if not previous or len(text.split()) > _MOST_WORDS:
        return text
    if _KEPT_THING().search(str(previous.get("query", ""))):
        text = _WHERE_KEPT().sub(r"\g<asks> it\g<rest>", text)
    if previous.get(OF_OUTAGE) and (match := _LONE().match(text)):
        return f"offline for {match['n']} days?"
    if _LET_THROUGH().search(previous.get("query", "")):
        return _SHUT().sub("the server is offline", text)
    if _WHICH_COPY().match(text):
        return _of_both_copies(previous.get("operations", ())) or text
    return _with_unit(text, previous)


def _of_both_copies(operations: Sequence[str]) -> str:
    """The question of both copies for what was just asked of: restores, or backups; empty for neither."""
    verbs = {name.partition("_")[0] for name in operations}
    if verbs == {"restore"}:
        return "and restore from azure, and restore from disk?"
    return "and back up to azure, and back up to disk?" if verbs == {"back"} else ""


def _with_unit(text: str, previous: Mapping[str, Any]) -> str:
    """A bare number as a time, after an outage of so many days or weeks had been told."""
    lost = previous.get("connectivity") in (str(Connectivity.LOST), str(Connectivity.LOST_LONG))
    unit = _UNIT.search(str(previous.get("outage") or "")) if lost else None
    told = list(_BARE_TIME.finditer(text)) if unit else []
    if unit is None or len(told) != 1 or find_durations(text):
        return text
    match = told[0]
    name = "day" if match["named"] else unit["unit"].lower()
    return f"{text[: match.start()]}{match['before']}{match['n']} {name}s{text[match.end() :]}"
