"""Periods of connection and outage that a text tells one after the other: the one of now is what counts.

What is over ("after 4 weeks offline", "it was down for a month") is blanked where the rest tells a connection
of now; of an outage, a reconnection and another outage the last one is left.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.decisions.expressions.patterns import lazy
from assistant.decisions.states.connectivity_rules import Connectivity
from assistant.understanding.connection.connections import read_connectivity
from assistant.understanding.word_rules import blanked

_MOST_CHARS = 1500
"""Longer texts are logs and mails, whose clauses tell of more than one connection's periods."""

_OFF = (
    r"(?:outages?|interruptions?|disruptions?|downtimes?|blackouts?|disconnections?|off-?line|disconnected"
    r"|cut off|down|dead|isolat\w+|isolation|false|dark(?:ness)?|silence"
    r"|(?:without|w/o|no) (?:\w+ ){0,2}?(?:internet|network|connect\w+|link|line|azure|uplink|access))"
)
_HINT = lazy(rf"\b{_OFF}\b|\b(?:lost|loss|broken|nothing|unreachable|again)\b")
_LENGTH = (
    r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|several|many|some|few|couple of)[\s-]?"
)
_TIME = rf"{_LENGTH}(?:d|(?:minute|hour|day|week|month|year)s?)\b"
_CUT = lazy(r"[.;!?]+(?=\s|$)|[,()\n]|\s[-\u2013\u2014]\s|\b(?:and|but|then)\b")
_AFTER = lazy(
    rf"\b(?:after|following|since the end of)\s+[^.;,?!()]{{0,40}}?\b{_OFF}\b"
    rf"(?:\s+(?:of|for|lasting|period)\s+(?:\w+\s+){{0,2}}?{_TIME})?"
)
# A clause that tells what was, for a time that it lasted.
_WAS = lazy(
    r"\b(?:was|were|had been|had|lasted|took|downtime|(?:before|prior to) (?:that|then|this)"
    r"|previously|beforehand)\b"
)
_IT_LASTED = lazy(rf"\b(?:lasted|took)\s+(?:\w+\s+){{0,2}}?{_TIME}|\b{_TIME}")
_STILL = lazy(r"\b(?:ago|since|now|still|currently|today|again|is|are|has|have|last)\b|['’]s\b|['’]re\b")
_ASKED = lazy(
    r"^\W*(?:is|are|do|does|can|could|will|would|what|which|how|if|when|once|should|may|unless|until)\b"
)
_PAST = lazy(
    r"\b(?:(?:was|were)(?! (?:restored|re-?established|repaired|back|reconnected)\b)|had"
    r"|used to|until|till|once(?! more)|if|when|unless|would|must|should|need\w*|not"
    r"|never)\b"
)
_TRUE_AGAIN = lazy(r"\btrue\s+(?:again|now|once more)\b[^.;,?!]{0,20}\bafter\b[^.;,?!]{0,30}\bfalse\b")
# What begins the outage of now behind another period.
_ANEW = lazy(
    r"\b(?:again|then|now|second|third|next|today|this time|currently|at the moment|meanwhile|since)\b"
)
_RELAPSE = lazy(
    r"\b(?:drop(?:s|ped)|fell|went|go(?:es|ne)|lost|died|failed|broke|down|off(?:-?line)?|out|away)\s+"
    r"(?:\w+\s+)?again\b"
    r"|\bagain\s+(?:down|off(?:line)?|lost|gone|out|dead|dark|for\s+\d)|\bsecond outage\b"
    r"|\bit(?:['’]s| is| has been)\s+(?:now\s+)?(?:down|dead|off|out|gone)\s+(?=(?:since|for)\b)"
)
_ON = frozenset({Connectivity.CONNECTED, Connectivity.RESTORED})
_UP_FOR = lazy(
    r"\b(?:back|up|came back|returned|online|connected)\s+(?:for\s+)?(?:\d+|an?|one|two|half|three)\b"
)
_BACK = lazy(
    r"^\W*(?:(?:then|it|this|line|link|that|was|is|were|we|are|got|has|had|since)\W+){0,4}"
    r"(?:back|came back|returned|up again|restored)(?:\s+(?:again|up|on|online))?\W*$"
)
_NEAR_TIME = lazy(
    r"\b(?:today|yesterday|this (?:morning|afternoon|evening)|last night|tonight|just now|an hour|hours?"
    r"|minutes?)\b"
)


def of_now(text: str) -> tuple[str, bool]:
    """`text` with the periods that are over blanked, and whether a connection of now followed an outage."""
    if len(text) > _MOST_CHARS or not _HINT().search(text):
        return text, False
    if true := _TRUE_AGAIN().search(text):
        return blanked(text, [(true.start() + len(true[0].split()[0]), true.end())]), True
    clauses = _clauses(text)
    if (last := _last_outage(text, clauses)) is not None:
        return last, False
    over = [*_over(text, clauses)]
    if not over:
        return text, False
    rest = blanked(text, over)
    return (rest, True) if _tells_connection(rest) else (text, False)


def _clauses(text: str) -> list[tuple[int, int]]:
    """Where the clauses of a text begin and end."""
    bounds = [0]
    for match in _CUT().finditer(text):
        bounds += [match.start(), match.end()]
    bounds.append(len(text))
    return [
        (start, end) for start, end in zip(bounds[::2], bounds[1::2], strict=True) if text[start:end].strip()
    ]


def _over(text: str, clauses: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretches that tell of an outage as one that is over."""
    found: list[tuple[int, int]] = []
    for start, end in clauses:
        clause = text[start:end]
        if _ASKED().match(clause):
            continue
        if after := _AFTER().search(clause):
            found.append((start + after.start(), start + after.end()))
        elif _lasted(clause):
            found.append((start, end))
    return found


def _lasted(clause: str) -> bool:
    """Whether a clause tells what was, for a time, and isn't any more."""
    return bool(_WAS().search(clause) and _IT_LASTED().search(clause) and not _STILL().search(clause))


def _tells_connection(rest: str) -> bool:
    """Whether what is left tells, and doesn't ask or suppose, that there is a connection."""
    if read_connectivity(rest)[0] not in _ON:
        return False
    for start, end in _clauses(rest):
        clause = rest[start:end]
        if not _ASKED().match(clause) and not _PAST().search(clause) and read_connectivity(clause)[0] in _ON:
            return True
    return False


def _last_outage(text: str, clauses: Sequence[tuple[int, int]]) -> str | None:
    """`text` with nothing but the last outage left, where a period before it is told too; else None."""
    if len(clauses) < 2 or not (_ANEW().search(text) or _RELAPSE().search(text)):
        return None
    told = [(start, end, _state(text[start:end])) for start, end in clauses]
    known = [(start, end, state) for start, end, state in told if state is not None]
    if len(known) < 2 or known[-1][2] is not Connectivity.LOST:
        return None
    start, end, _ = known[-1]
    before = known[-2]
    first = text[start:end]
    anew = _ANEW().search(first) or _RELAPSE().search(first) or _joined_by_then(text, start)
    if not anew or not (before[2] in _ON or _IT_LASTED().search(first)):
        return None
    if (
        before[2] not in _ON
        and not _RELAPSE().search(first)
        and not re.search(r"\b(?:now|today|second)\b", first)
    ):
        return None
    rest = blanked(text, [(a, b) for a, b, state in told if b <= start and (state or _lasted(text[a:b]))])
    if read_connectivity(first)[0] is not Connectivity.LOST and (relapse := _RELAPSE().search(first)):
        plain = "offline".ljust(len(relapse[0].rstrip("0123456789")))
        rest = f"{rest[: start + relapse.start()]}{plain}{rest[start + relapse.start() + len(plain) :]}"
    if _IT_LASTED().search(first) or (near := _NEAR_TIME().search(text[before[0] : end])) is None:
        return rest
    return f"{rest[:start]}{_said(first, near[0])}{rest[end:]}"


def _said(clause: str, near: str) -> str:
    """A relapse as an outage that began so shortly ago, as long as the clause where that is long enough."""
    since = near if near in ("today", "yesterday", "last night") else "today"
    return f" offline since {since} ".ljust(len(clause))


def _joined_by_then(text: str, start: int) -> bool:
    return bool(re.search(r"\bthen\s*$", text[max(0, start - 8) : start]))


def _state(clause: str) -> Connectivity | None:
    if _ASKED().match(clause):
        return None
    if _RELAPSE().search(clause):
        return Connectivity.LOST
    state = read_connectivity(clause)[0]
    is_back = state is None and (_UP_FOR().search(clause) or _BACK().match(clause))
    return Connectivity.CONNECTED if is_back else state
