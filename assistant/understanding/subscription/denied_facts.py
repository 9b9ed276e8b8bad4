"""Whether a fact told of a machine holds: one that is denied ("no DC") or was ("used to be a DC") does not.

A rule that is asked for ("it can't be a DC, right?") denies no fact, and neither does what is only planned.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.decisions.expressions.patterns import lazy

# Little words between a denial and what it denies; "on" is none of them: "not on a DC" tells where it goes.
_SMALL = (
    r"(?:(?:an?|the|any|our|my|its|in|of|part|member|running|run|have|has|having|got|get|be|been|being|yet"
    r"|currently|really|also|using|under|as|longer|more|even|holding|hold|joined|to|role|server)\s+){0,4}"
)
_DENIED = lazy(
    r"(?:\b(?:is|are|was|were|do|does|did|has|have|had)(?:\s+not|n['’]?t)|\b(?:it|that|he|she)['’]s not"
    r"|\b(?:no|never|without|w/o|neither|nor|non|lack(?:s|ing)?|minus|sans|free of)|(?:^|[,;:.(]|\band|\bbut"
    rf"|\b(?:vm|server|machine|box|host|user|account))\s*not)[\s-]+{_SMALL}$"
)
_ENDED_BEFORE = lazy(
    r"\b(?:removed|uninstalled|de-?installed|dropped|demoted|retired|decommissioned|destroyed|evicted"
    r"|got rid of|took (?:off|away|out)|moved (?:away|off|out)|ex|former(?:ly)?|previously"
    r"|used to (?:be|have|run|hold|host)|(?:demoted|relieved) from|stopped being|ceased (?:to be|being)"
    rf"|out of|left)[\s-]+{_SMALL}$"
)
_WAS_BEFORE = lazy(
    r"\b(?:was|were|had been)\s+(?:(?:once|formerly|previously|earlier|in|an?|the|part|of|our|old|only"
    r"|set|to)"
    r"\s+){0,4}$"
)
# What follows a fact that has ended; what is only going to end still holds.
_ENDED_AFTER = lazy(
    r"^(?:\s+(?:server|role|service|services|node|feature|membership))?\s*(?:,\s*)?"
    r"(?:(?:but|they|these|those|was|were|is|are|has been|have been|had been|got|has|been|it|now|since"
    r"|already|meanwhile|just|all)\s+){0,4}"
    r"(?:removed|uninstalled|de-?installed|demoted|retired|decommissioned|destroyed|dissolved|evicted|gone"
    r"|moved (?:away|off|elsewhere)|taken (?:off|away|down)|not (?:installed|there|on it|present|running)"
    r"|no longer|stand-?alone|absent|(?:isn|aren|wasn)['’]?t (?:installed|there|on it|running|present))\b"
    r"|^(?:\s+(?:server|role))?\s*[:=?]\s*(?:no|none|not)\b"
)
_PLANNED = lazy(
    r"\b(?:can|could|may|must|should|shall|will|to be|going to|after|once|when|if|until|unless"
    r"|before)\b[^.,;!?]*$"
)
_STILL = lazy(r"^[^.;?!]{0,25}\b(?:still is|is still|and still|again)\b")
# "we moved Exchange off"
_MOVED = lazy(r"\b(?:moved|migrated|took|taken)\s+(?:(?:our|the|all)\s+)?$")
_OFF = lazy(r"^\s+(?:server\s+|role\s+)?(?:off|away|elsewhere|out|to another)\b")
# A rule is asked for, not a fact told.
_RULE = lazy(
    r"^(?:\s+\w+)?\s+(?:is |are )?(?:allowed|possible|permitted|supported|problem|issue|required|needed)\b"
)
# "no DC, cluster node or Exchange": the denial goes on with the list.
_LISTED = lazy(
    r"^(?:\s+(?:server|role|node|member))?\s*(?:,|/|\bor\b|\bnor\b|,\s*(?:or|nor))\s*"
    r"(?:(?:an?|any|the|in|of)\s+){0,2}$"
)


@dataclass(frozen=True, slots=True)
class Told:
    """The names of facts that hold, and of those that are denied or past."""

    holds: tuple[str, ...]
    denied: tuple[str, ...]


def is_denied(text: str, start: int, end: int) -> bool:
    """Whether what `text` tells from `start` to `end` is denied there, or was and is no longer."""
    before, after = text[:start], text[end:]
    if _ENDED_AFTER().match(after) or (_MOVED().search(before) and _OFF().match(after)):
        return True
    if _RULE().match(after):
        return False
    if _DENIED().search(before):
        return True
    ended = _ENDED_BEFORE().search(before)
    if ended:
        return not (_PLANNED().search(before[: ended.start()]) or _STILL().match(after))
    return bool(_WAS_BEFORE().search(before)) and not _STILL().match(after)


def read_told(text: str, patterns: Iterable[tuple[str, re.Pattern[str]]]) -> Told:
    """Which of the named facts hold in `text` and which don't, each by where it is told last."""
    found = sorted((m.start(), m.end(), name) for name, pattern in patterns for m in pattern.finditer(text))
    verdicts: dict[str, bool] = {}
    last_start, last_end, last_denied, listed = 0, 0, False, False
    for start, end, name in found:
        if start < last_end:
            continue
        between = text[last_end:start]
        if not between.strip(" -") and name in verdicts:  # "cluster node" names it twice
            start, goes_on = last_start, listed  # both words together
        else:
            goes_on = last_denied and bool(_LISTED().match(between))
        listed, last_denied = goes_on, goes_on or is_denied(text, start, end)
        last_start, last_end = start, end
        verdicts[name] = not last_denied
    return Told(
        tuple(name for name, holds in verdicts.items() if holds),
        tuple(name for name, holds in verdicts.items() if not holds),
    )
