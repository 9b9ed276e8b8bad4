"""What somebody has understood of a state, held against the table: "so backup no, restore yes. correct?"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from assistant.answer import Finding
from assistant.decisions.expressions.needed import Needed, any_of
from assistant.decisions.expressions.patterns import lazy
from assistant.decisions.states.connectivity_compared import compare
from assistant.decisions.states.connectivity_query import rows_of
from assistant.decisions.states.connectivity_rules import (
    ALLOWED,
    NAME,
    RULES,
    Connectivity,
    Operation,
    Subscription,
)
from assistant.specialists.table_findings import finding_of
from assistant.understanding.operations import find_operations
from assistant.understanding.reading import QuestionKind, Reading
from assistant.understanding.subscription.states import read_states

_CLAUSES = lazy(
    r"[,;.]\s*|\s[/+=\u2013-]+\s|\b(?:but|yet|while|whereas|and|though|although|only|with)\b"
    r"|(?<=\byes)\s+|(?<=\bno)\s+(?=\w+\W*(?:yes|ok|fine)\b)"
)
_STOPPED = lazy(
    r"\b(?:no|not|nope|kill\w*|nothing|none|never|neither|cannot|cant|dont|wont|stop\w*|halt\w*|block\w*|dead|"
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
_ASKS = lazy(r"\b(?:which|what|when|how|why|where|who|if|unless|whether|same|differ\w*)\b")
_PARTS = lazy(r"[,;.]\s*|\b(?:but|while|whereas|and)\b")
_ALL = lazy(r"\b(?:all|everything|nothing|anything|none)\b")
_ONLY = lazy(r"\b(?:only|just|nothing but)\b")
# The one state whose rows differ by the connection: it is named with it.
_ACTIVE = lazy(r"^Active:")
_TWO = 2


_SAID_NEEDED = Needed(any_of(*(said().pattern for said in (_STOPPED, _ALLOWED, _ALL, _ONLY))))


def across(reading: Reading) -> Finding | None:
    """Whether the table bears out what is said of several states of the subscription; None where not two of
    them are told with what goes in each."""
    if reading.kind not in (QuestionKind.STATEMENT, QuestionKind.YES_NO) or _ASKS().search(reading.plain):
        return None
    if not _SAID_NEEDED.may_stand(reading.plain):
        return None
    said = list(_by_state(reading.plain))
    states = {state for _, state, _ in said}
    if len(states) < _TWO:
        return None
    cases = [(place, state) for places, state, _ in said for place in _told_apart(places, state)]
    held = all(
        holds == (RULES[place, state].outputs[operation] == ALLOWED)
        for places, state, told in said
        for place in places
        for operation, holds in told.items()
    )
    operations = [one for one in Operation if any(one in told for _, _, told in said)]
    found = finding_of(compare(list(dict.fromkeys(cases)), operations), NAME)
    first, *rows = found.statements
    lead = "Yes, that is what the table says." if held else "No, not all of it: the table says otherwise."
    told = [replace(row, text=_ACTIVE().sub("Connected, Active:", row.text)) for row in rows]
    return replace(found, statements=(replace(first, text=lead), *told))


def _told_apart(places: Sequence[Connectivity], state: Subscription) -> Sequence[Connectivity]:
    """The rows of a state that are to be told: one where all of them say the same."""
    alike = all(RULES[place, state].outputs == RULES[places[0], state].outputs for place in places)
    return places[:1] if alike else places


def _by_state(text: str) -> Iterator[tuple[tuple[Connectivity, ...], Subscription, dict[Operation, bool]]]:
    """The clauses that tell one state of the subscription and what goes, or doesn't, in it."""
    clauses = list(filter(str.strip, _PARTS().split(text)))
    for clause in clauses if len(clauses) >= _TWO else ():  # each tells one state, and two are wanted
        told = _told_all(clause)
        if told and len((states := read_states(clause)).subscription) == 1:
            yield rows_of(states.connectivity), next(iter(states.subscription)), told


def _told_all(clause: str) -> dict[Operation, bool]:
    """Which operations a clause says to be allowed, and which stopped; by "only" the others are stopped."""
    named = _operations(clause)
    if not named and _ALL().search(clause):
        return dict.fromkeys(Operation, not _STOPPED().search(clause))
    if _ONLY().search(clause):
        return {one: one in named for one in Operation} if named else {}
    stopped, allowed = _STOPPED().search(clause), _ALLOWED().search(clause)
    return dict.fromkeys(named, not stopped) if stopped or allowed else {}


def told_of(reading: Reading) -> Mapping[Operation, bool]:
    """Which operations are said to be allowed and which stopped; none where not both are said, or something
    else is asked."""
    wants_verdict = reading.kind in (QuestionKind.STATEMENT, QuestionKind.YES_NO)
    told = _told(reading.plain) if wants_verdict and not _ASKS().search(reading.plain) else {}
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
