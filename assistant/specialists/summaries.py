"""What somebody has understood of a state, held against the table: "so backup no, restore yes. correct?"."""

from __future__ import annotations

from collections.abc import Mapping

from assistant.decisions.connectivity_rules import ALLOWED, Operation
from assistant.decisions.patterns import lazy
from assistant.understanding.operations import find_operations
from assistant.understanding.reading import QuestionKind, Reading

_CLAUSES = lazy(
    r"[,;.]\s*|\s[/+=\u2013-]+\s|\b(?:but|yet|while|whereas|and|though|although|only|with)\b"
    r"|(?<=\byes)\s+|(?<=\bno)\s+(?=\w+\W*(?:yes|ok|fine)\b)"
)
_STOPPED = lazy(
    r"\b(?:no|not|nope|nothing|none|never|neither|cannot|cant|dont|wont|stop\w*|halt\w*|block\w*|dead|"
    r"down|off|gone"
    r"|forbid\w*|forbidden|impossible|refus\w*|denied|out|paused|suspended|lost|fail\w*)\b|n['’]t\b"
)
_ALLOWED = lazy(
    r"\b(?:yes|yep|ok(?:ay)?|fine|go(?:es|ing)?|works?|working|run\w*|allow\w*|possible|permitted|"
    r"still|alive|can|may"
    r"|continu\w*|available|good|on|keep\w*|stays?)\b"
)
_READS = lazy(r"\bread(?:s|ing)?\b|\bget(?:ting)? (?:things|stuff|data|it) back\b|\bpull\w*\b")
_WRITES = lazy(r"\bwrit(?:e|es|ing)\b|\bnew (?:ones|copies|points|data)\b|\bsav(?:e|ing)\b")
_ASKS = lazy(r"\b(?:which|what|when|how|why|where|who|if|unless|whether)\b")
_TWO = 2


def told_of(reading: Reading) -> Mapping[Operation, bool]:
    """Which operations are said to be allowed and which stopped; none where not both are said, or something
    else is asked."""
    judged = reading.kind in (QuestionKind.STATEMENT, QuestionKind.YES_NO)
    told = _told(reading.plain) if judged and not _ASKS().search(reading.plain) else {}
    return told if len(set(told.values())) == _TWO else {}


def lead_of(told: Mapping[Operation, bool], outputs: Mapping[str, str]) -> str:
    """Whether the table bears out all that is said; empty where it leaves some of it open."""
    if not all(str(operation) in outputs for operation in told):
        return ""
    held = all(holds == (outputs[str(operation)] == ALLOWED) for operation, holds in told.items())
    return "Yes" if held else "No"


def _told(text: str) -> dict[Operation, bool]:
    """Which operations are said to be allowed, and which stopped; the first word on each counts."""
    told: dict[Operation, bool] = {}
    for clause in filter(str.strip, _CLAUSES().split(text)):
        operations = _operations(clause)
        stopped = bool(_STOPPED().search(clause))
        if operations and (stopped or _ALLOWED().search(clause)):
            for operation in operations:
                told.setdefault(operation, not stopped)
    return told


def _operations(clause: str) -> frozenset[Operation]:
    if _READS().search(clause):
        return find_operations(f"restore {_READS().sub(' ', clause)}") - find_operations("backup")
    if _WRITES().search(clause):
        return find_operations(f"back up {_WRITES().sub(' ', clause)}") - find_operations("restore")
    return find_operations(clause)
