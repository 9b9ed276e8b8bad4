"""Whether there is any row of the connectivity table in which something holds, or whether it holds in all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.answer import Finding
from assistant.decisions.expressions.patterns import lazy
from assistant.decisions.states.connectivity_columns import columns
from assistant.decisions.states.connectivity_query import Wanted, by_verdict, rows_of, states_with
from assistant.decisions.states.connectivity_rules import (
    NAME,
    RULES,
    Connectivity,
    Operation,
    Subscription,
    in_order,
)
from assistant.specialists.table_findings import finding_of
from assistant.understanding.operations import find_operations
from assistant.understanding.reading import Reading
from assistant.understanding.turns.talked_cases import tells_case

_ROW = (
    r"(?:rows?|lines?(?! to\b)|states?|status|combinations?|combos?|constellations?|cases?|situations?"
    r"|scenarios?"
    r"|circumstances|conditions?|cells?|points? in the table|moments?)"
)
# "is there any row where ...", "does any state ...".
_EXISTS = lazy(
    rf"\b(?:there(?:'s| is| are| was)?|exists?|find|(?:is|are) there|have)\s+(?:even |really |ever |not )*"
    rf"(?:an?|any|no|some|one|at least one|a single)\s+(?:\w+\s+){{0,3}}?{_ROW}\b"
    rf"|\b(?:does|do|can|could|will|would|is|are|has)\s+(?:any|some|one|a single|a)\s+(?:\w+\s+){{0,3}}?"
    rf"{_ROW}\b|^\W*any\s+(?:\w+\s+){{0,3}}?{_ROW}\b"
    rf"|\b(?:in|under|with|for)\s+(?:any|some|at least one|a single)\s+(?:\w+\s+){{0,3}}?{_ROW}\b"
)
# "the subscription has any state except Active": what it is in is told, by what it isn't.
_OF_SUBSCRIPTION = lazy(
    rf"\b(?:in|under|with|has|have|having|had|shows?|reports?|of)\s+(?:an?|any|some"
    rf"|one)\s+(?:\w+\s+){{0,2}}?{_ROW}"
    r"\s*,?\s+(?:(?:other|different|apart|aside|except|but|besides|excluding|outside|not|save)\b"
    r"|(?:that|which)(?:['’]s|\s+(?:is|was))(?:n['’]?t|\s+not|\s+anything but)\b)"
)
# "can it ever be that ...".
_EVER = lazy(
    r"\b(?:can|could|may|might|is|are|does|do|will|would)\b[^.?!]{0,60}\bever\b"
    r"|\bis it (?:ever |at all )?possible (?:that|for)\b|\b(?:can|could) it (?:ever )?(?:be|happen)\b"
)
# "always", "in every row": whether it holds in all.
_ALL = lazy(
    rf"\balways\b|\bno matter\b"
    rf"|\b(?:in|under|with|for)\s+(?:every|all|each|both)\s+(?:\w+\s+){{0,3}}?{_ROW}\b"
    rf"|\b(?:does|do|is|are) (?:every|each|all)\s+(?:\w+\s+){{0,3}}?{_ROW}\b"
)
_AGREE = lazy(
    r"\b(?:agree\w*|disagree\w*|diverge\w*|differ\w*|alike|identical\w*|same|together|in step|in sync"
    r"|hand in hand|apart|opposite|one (?:goes|works|runs) without the other|both or neither)\b"
)
_STOPPED = lazy(
    r"\b(?:stop\w*|halt\w*|refus\w*|block\w*|den(?:y|ies|ied)|forbid\w*|forbidden|impossible|prevent\w*|off"
    r"|unavailable|prohibit\w*|barred|shut|not|no|without|never|cannot|cant|unable|fail\w*|paused|suspended"
    r"|dead)\b"
    r"|n['’]t\b"
)
_ALLOWED = lazy(
    r"\b(?:allow\w*|permit\w*|possible|work\w*|run\w*|continu\w*|keep\w*|still|go(?:es)?|proceed\w*|fine|ok"
    r"|available|carr(?:y|ies)|on|open|can|may|able|let\w*)\b"
)
# The verdicts of two operations stand in clauses of their own.
_BETWEEN = lazy(
    r"[,;]|\b(?:but|yet|while|whilst|whereas|and|though|although|even if|with|when)\b"
    r"|\b(?=(?:without|not|no)\b(?!\W*$))"
)
# "the cloud copy", "the disk side": what is backed up there.
_SIDE = lazy(
    r"\b(?P<where>cloud|azure|vault|online|disk|local)[\s-]+(?:cop(?:y|ies|ying)|push(?:es)?|leg|half|side"
    r"|part"
    r"|ones?|jobs?)\b"
)
_RESTORES = lazy(r"\b(?:restor\w*|recover\w*|retriev\w*)\b")
_OTHER = lazy(r"\b(?:file|screen|wizard|matrix|product|version|disk limit|vm size)s?\b")


_OPEN = lazy(r"\W*(?:which|what|how|when|why|where|name|list|show)\b")
# "there is no row in which ..., right?": a yes would say that there is none.
_CONFIRMED = lazy(rf"\b(?:no|not an?y?|n['’]t an?y?)\s+(?:\w+\s+){{0,2}}?{_ROW}\b|\bnever\b")
# "can never be stopped": that there is no such row.
_NEVER = lazy(
    r"\b(?:can|could|may|might|will|would|is|are|does|do|gets?)\s+never\s+(?:be\s+|get\s+)?"
    r"(?:stop\w*|block\w*|refus\w*|den(?:y|ied)|halt\w*|fail\w*|allow\w*|permit\w*|possible|work\w*|run)\b"
)
_ROW_NAMED = lazy(rf"\b{_ROW}\b")
_PAIR = 2
"""Two verdicts, or two operations, that are held against each other."""


def consult(reading: Reading) -> Finding | None:
    """Whether such a row exists, or all are such; None where nothing of the kind is asked."""
    text = _OF_SUBSCRIPTION().sub(" ", reading.plain)
    every, never = bool(_ALL().search(text)), bool(_NEVER().search(text))
    if (
        not (every or never or _EXISTS().search(text) or _EVER().search(text))
        or tells_case(reading)
        or reading.products
        or reading.outage
        or _OTHER().search(text)
    ):
        return None
    state, subscription = _told(reading)
    named = text if _RESTORES().search(text) else _SIDE().sub(r"\g<where> backup", text)
    operations = in_order(find_operations(named))
    groups = _groups(_EXISTS().sub(" ", named))
    if len(groups) < _PAIR and len(operations) == _PAIR and _AGREE().search(text) and not subscription:
        return finding_of(columns(operations[0], operations[1]), NAME)
    if not groups or (len(groups) < _PAIR and not (never or _ROW_NAMED().search(text))):
        return None
    result = states_with(groups, state, subscription)
    among = sum(state in (None, row) and subscription in (None, one) for row, one in RULES)
    holds = len(result.rules) == among if every else bool(result.rules)
    bare = _OPEN().match(text) or _CONFIRMED().search(text)
    if never and not every:
        holds, bare = not result.rules, _OPEN().match(text)
    lead = "" if bare else "Yes" if holds else "No"
    return finding_of(result, NAME, lead=lead)


def _told(reading: Reading) -> tuple[Connectivity | None, Subscription | None]:
    """The states to which the rows are narrowed down, where one of each is told."""
    rows = rows_of(reading.connectivity)
    return rows[0] if len(rows) == 1 else None, reading.only_subscription


def _groups(text: str) -> Mapping[Wanted, Sequence[Operation]]:
    """The operations by what is to hold of them; none where a clause says both of one."""
    wanted: dict[Operation, Wanted] = {}
    known: Wanted | None = None
    for clause in filter(str.strip, _BETWEEN().split(text)):
        known = _verdict(clause) or known
        for operation in find_operations(clause):
            if known is None or wanted.setdefault(operation, known) is not known:
                return {}
    return by_verdict(wanted)


def _verdict(clause: str) -> Wanted | None:
    """What a clause says of its operations; None where it has no word for that."""
    if _STOPPED().search(clause):
        return Wanted.STOPPED
    return Wanted.ALLOWED if _ALLOWED().search(clause) else None
