"""What a question wants of operations: that they are allowed, stopped, or stopped with the points deleted."""

from __future__ import annotations

import re

from assistant.decisions.states.connectivity_query import Wanted, by_verdict
from assistant.decisions.states.connectivity_rules import Operation
from assistant.understanding.operations import find_operations

_ALLOWED = re.compile(
    r"\b(?:allow\w*|permit\w*|possible|lets?|works?|still|can|may|able|go(?:es)?|runs?)\b", re.IGNORECASE
)
_GONE = re.compile(
    r"\b(?:vanish\w*|delet\w*|wip(?:e[sd]?|ing)|gone|lost|lose[sr]?|losing|destroy\w*|disappear\w*|irretriev\w*|purge[sd]?"
    r"|erase[sd]?|dies?)\b",
    re.IGNORECASE,
)
_POINTS = re.compile(
    r"\b(?:recovery points?|points|cloud data|backup data|azure data|data|cop(?:y|ies)|rps?|backups?"
    r"|stuff)\b",
    re.IGNORECASE,
)
_REFUSED = re.compile(
    r"\b(?:stop(?:s|ped)?|kill(?:s|ed)?|refus\w*|block\w*|not (?:be )?(?:allowed|possible|permitted"
    r"|work\w*)|den(?:y|ies"
    r"|ied)"
    r"|forbid\w*|impossible|prevent\w*|ca(?:n ?not|n'?t)|no longer|fail\w*|won'?t|doesn'?t|unable|halt\w*"
    r"|nothing)\b",
    re.IGNORECASE,
)
# A denial that reaches what follows in its clause; one of the connection or the state denies no operation.
_DENIED = (
    r"(?:\b(?:not|never|without(?: being)?|no longer|(?:do|does|wo|ca|is|are|did|should|could|would)nt)\b"
    r"|n['’]t\b)(?!\s+(?:only|just|(?:fully |yet )?(?:connect\w*|online|reach\w*|paid|active|expired"
    r"|deprovisioned)|able to (?:reach|connect))\b)"
    r"(?:\s+(?!(?:and|or|but|which|what|when|while|if|because|since|as)\b)\w+){0,5}?\s+"
)
# "in which can I not restore", "which don't let me back up": what is allowed is denied.
_ALLOWED_NOT = re.compile(
    _DENIED + r"(?:allow\w*|permit\w*|possible|lets?|works?|able|go|runs?|back\w*|restor\w*|recover\w*|sav\w*"
    r"|get|ok|okay|available)\b",
    re.IGNORECASE,
)
# "in which is it not stopped": the stop is denied.
_STOPPED_NOT = re.compile(
    _DENIED + r"(?:stop\w*|kill\w*|refus\w*|block\w*|den(?:y|ies|ied)|forbid\w*|prevent\w*|halt\w*|fail\w*"
    r"|impossible)\b",
    re.IGNORECASE,
)
# What is allowed and what is not stand in clauses of their own.
_CONTRAST = re.compile(
    r"[,;]|\b(?:but|yet|while|whereas|and|though|although|(?=(?:without|not|no)\b(?!\W*$)))", re.IGNORECASE
)
_DENIES = re.compile(r"\b(?:not|no|without|never|neither|nor)\b|n['’]t\b", re.IGNORECASE)

_WHICH_OPERATION = re.compile(
    r"\b(?:which|what)\b[^.?!\n]{0,20}\boperations?\b|\bwhich of (?:the|these|those|them)\b", re.IGNORECASE
)


def loses_points(text: str) -> bool:
    """Whether the recovery points, or the data, are said to be deleted."""
    return bool(_GONE.search(text) and _POINTS.search(text))


def names_points(text: str) -> bool:
    """Whether the recovery points, or the data that is backed up, are named."""
    return bool(_POINTS.search(text))


def wanted_of(text: str) -> Wanted | None:
    """What `text` wants of the operations that it names; None where it has no word for that."""
    if _STOPPED_NOT.search(text):
        return Wanted.ALLOWED
    if _REFUSED.search(text) or _ALLOWED_NOT.search(text):
        return Wanted.STOPPED
    return Wanted.ALLOWED if _ALLOWED.search(text) else None


def none_wanted(text: str, *, all_allowed: bool) -> bool:
    """Whether `text` asks which operations have the verdict that none has."""
    which = _WHICH_OPERATION.search(text)
    return bool(which) and (wanted_of(text) is Wanted.STOPPED) is all_allowed


def mixed_wishes(text: str) -> dict[Wanted, tuple[Operation, ...]]:
    """The operations that are to be allowed and those that are to be stopped, where both are named."""
    wanted: dict[Operation, Wanted] = {}
    clauses = [clause for clause in _CONTRAST.split(text) if clause.strip()]
    verdicts = [_verdict(clause) for clause in clauses]
    known = next((said for said in verdicts if said), Wanted.ALLOWED)
    for clause, verdict in zip(clauses, verdicts, strict=True):
        known = verdict or known  # "blocks backup and restore": one word for both
        for operation in find_operations(clause):
            if wanted.setdefault(operation, known) is not known:
                return {}
    found = by_verdict(wanted)
    return found if len(found) > 1 else {}


def _verdict(clause: str) -> Wanted | None:
    """What a clause wants of its operations; None where it has no word of its own for that."""
    if _REFUSED.search(clause) or _DENIES.search(clause):
        return Wanted.STOPPED
    return Wanted.ALLOWED if _ALLOWED.search(clause) else None
