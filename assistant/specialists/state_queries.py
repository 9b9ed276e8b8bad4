"""Questions that ask the connectivity table in reverse ("which state allows ...?") or compare two states."""

from __future__ import annotations

import re

from assistant.answer import Finding
from assistant.decisions.connectivity_query import Wanted, compare, rows_of, states_where
from assistant.decisions.connectivity_rules import Connectivity, Operation, Subscription
from assistant.specialists.tables import finding_of
from assistant.understanding.reading import Reading

NAME = "connectivity"
# "which state ...", "in what cases ...", "name all combinations ...": the state is what is asked for.
_WHICH_STATE = re.compile(
    r"\b(?:which|what|name|list|show|give(?: me)?|tell me)\b(?:\s+(?:is|are|all|the|of|me|every|single"
    r"|azure|possible"
    r"|one|other|sub|subscription'?s?|connectivity|connection|table)\b)*\s+"
    r"(?:sub(?:scription)?\s+)?(?:states?|status(?:es)?|combos?|combinations?|constellations?|cases?|conditions?"
    r"|situations?|circumstances|rows?|scenarios?|lines?)\b"
    r"|\bwhen\s+(?:exactly |precisely )?(?:is|are)\b[^?.,]{0,40}\b(?:allowed|permitted|possible|stopped"
    r"|blocked"
    r"|refused)\b|\bwhich (?:sub|subscription)\b"
    r"|\bwhat (?:must|does|do|should|has to)\b[^?]{0,40}\b(?:sub|subscription|state"
    r"|connection)\b[^?]{0,20}\bbe\b",
    re.IGNORECASE,
)
# The same of states that were named just before.
_WHICH_OF = re.compile(r"\bwhich (?:one|ones|of (?:them|those|these|the (?:two|three|six)))\b", re.IGNORECASE)
_ALLOWED = re.compile(
    r"\b(?:allow\w*|permit\w*|possible|lets?|works?|still|can|may|able|go(?:es)?|runs?)\b", re.IGNORECASE
)
_GONE = re.compile(
    r"\b(?:vanish\w*|delet\w*|wiped?|gone|lost|lose|destroy\w*|disappear\w*|irretriev\w*|purged?|erased?|die)\b",
    re.IGNORECASE,
)
_POINTS = re.compile(
    r"\b(?:recovery points?|points|cloud data|backup data|azure data|data|cop(?:y|ies)|rps?|backups?"
    r"|stuff)\b",
    re.IGNORECASE,
)
_REFUSED = re.compile(
    r"\b(?:stop(?:s|ped)?|refus\w*|block\w*|not (?:be )?(?:allowed|possible|permitted|work\w*)|den(?:y|ies"
    r"|ied)"
    r"|forbid\w*|impossible|prevent\w*|ca(?:n ?not|n'?t)|no longer|fail\w*|won'?t|doesn'?t|unable|halt\w*"
    r"|nothing)\b",
    re.IGNORECASE,
)
_DIFFER = re.compile(
    r"\bdiffer\w*|\bcompar\w+|\bversus\b|\bvs\b\.?|\bsame (?:as|for|thing|result|outcome|in both)"
    r"|\bdistinguish\w*"
    r"|\bmatter\w*\b|\bmake (?:a|any) (?:change|odds)|\beither way\b|\bregardless\b|\bbetter or worse\b"
    r"|\bworse\b",
    re.IGNORECASE,
)
_CONNECTION = re.compile(
    r"\b(?:link|connect\w*|line|online|offline|internet|up or|outage|reachab\w*)\b", re.IGNORECASE
)


def consult(reading: Reading) -> Finding | None:
    """The rows that fit, or the difference between two; None when one state is asked about."""
    return _difference(reading) or _rows(reading)


def _rows(reading: Reading) -> Finding | None:
    """The states in which an operation has the verdict asked for."""
    text = reading.plain
    which = _WHICH_STATE.search(text) or (reading.followup and _WHICH_OF.search(text))
    if not which or len(reading.subscription) == 1 or any(p.version for p in reading.products):
        return None
    operations = tuple(op for op in Operation if op in reading.operations)
    if _GONE.search(text) and _POINTS.search(text):
        operations, wanted = (Operation.RESTORE_FROM_AZURE,), Wanted.DELETED
    elif operations and _REFUSED.search(text):
        wanted = Wanted.STOPPED
    elif operations and _ALLOWED.search(text):
        wanted = Wanted.ALLOWED
    else:
        return None
    if reading.connectivity is Connectivity.LOST_SHORT or _short(reading):
        return None
    told = rows_of(reading.connectivity)
    state = told[0] if len(told) == 1 else None
    return finding_of(states_where(wanted, operations, state), NAME)


def _short(reading: Reading) -> bool:
    return bool(reading.outage and reading.outage.longer_than(15) is False)


def _difference(reading: Reading) -> Finding | None:
    """Two subscription states, or connected and long offline, side by side."""
    if not _DIFFER.search(reading.plain) or _short(reading):
        return None
    operations = tuple(op for op in Operation if op in reading.operations) or tuple(Operation)
    states = _subscriptions(reading)
    if len(states) > 1:
        where = rows_of(reading.connectivity)[0]
        return finding_of(compare([(where, one) for one in states], operations), NAME)
    if len(states) == 1 and _compares_connection(reading):
        cases = [(one, states[0]) for one in rows_of(None)]
        return finding_of(compare(cases, operations), NAME)
    return None


def _subscriptions(reading: Reading) -> list[Subscription]:
    """Every state that is named for certain, in the table's order."""
    named = {mention.value for mention in reading.mentions if mention.field == "subscription"}
    return [one for one in Subscription if one in named]


def _compares_connection(reading: Reading) -> bool:
    """Whether both being connected and being offline are told."""
    return reading.connectivity is None or (
        len(_CONNECTION.findall(reading.plain)) > 1
        or bool(re.search(r"\bor (?:gone|not|offline|down)\b", reading.plain))
    )
