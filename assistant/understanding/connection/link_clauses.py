"""The clauses in which the connection may be told, each with what it leaves to the clause before it.

A clause may lack its subject ("was tested and is good"), name the far end by "it" ("has not got through to
it"), or leave out its verb ("the VPN is back but the link is not"): the words that are meant are put in.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from assistant.understanding.connection import link_words as words
from assistant.understanding.connection.link_names import without_names
from assistant.understanding.message.clauses import Clause, clauses

_SUBJECT_IN = 9
"""Within how many words a clause names the link that a later clause may go on with."""
_DENIED_WITHIN = 4
_MOST_LEFT_OUT = 5
"""After how many words of a clause that tells where something doesn't reach the far end may stand."""


@lru_cache(maxsize=64)  # asked about the link, the far end, times and denials of one text
def told_clauses(text: str) -> tuple[Clause, ...]:
    """The clauses of `text` with plain words for its names, and with what they leave out."""
    return tuple(_told(text))


def _told(text: str) -> Iterator[Clause]:
    plain = without_names(text)
    before: Clause | None = None
    link = ""
    for told in clauses(plain):
        clause = _with_far_end(told, before)
        clause = _with_verb(clause, before, plain[: clause.starts[0]], plain[clause.end :])
        if link and (clause.words[0] in words.PRONOUNS or _lacks_subject(clause)):
            yield Clause((link, *clause.words), (clause.starts[0], *clause.starts), clause.end)
        else:
            at = clause.find(words.LINK)
            link = clause.words[at] if 0 <= at < _SUBJECT_IN and clause.find(words.BILLING) < 0 else ""
            yield clause
        before = clause


def _lacks_subject(clause: Clause) -> bool:
    """Whether a clause begins with a verb and asks of no subject behind it ("is it ...", "is back up to")."""
    asks = clause.words[1:4] == words.BACK_UP_TO or any(w in words.ASKED_OF for w in clause.words[1:2])
    return clause.words[0] in words.ELLIPTIC and not asks


def _with_far_end(clause: Clause, before: Clause | None) -> Clause:
    """`clause` with the far end for "it" or "the service", where the one before names it and no data."""
    if before is None or clause.find(words.FAR) >= 0 or before.find(words.FAR) < 0:
        return clause
    if before.find(words.STORED | words.OPERATION) >= 0:
        return clause
    told = list(clause.words)
    for n, word in enumerate(clause.words):
        pair = clause.words[n - 1] if n else ""
        worked = n > 1 and clause.words[n - 2] in words.WORKS  # "the provider is working on it"
        if (word in words.IT and pair in words.TOWARDS_IT and not worked) or (
            word == "service" and pair == "the"
        ):
            told[n] = "azure"
    if any(clause.find(one) >= 0 and before.find(one) >= 0 for one in words.TESTS):
        # "every check failed": those of the far end
        return Clause((*told, "azure"), (*clause.starts, clause.starts[-1]), clause.end)
    return Clause(tuple(told), clause.starts, clause.end)


def _with_verb(clause: Clause, before: Clause | None, ahead: str, behind: str) -> Clause:
    """`clause` with the verb that it takes over from the one before, or the contrary of it."""
    if before is None or behind.lstrip().startswith("?"):
        return clause
    up = _tells_up(before)
    if up is None:
        return clause
    told = clause.words
    ends = next((n for n in range(1, len(told)) if told[n:] in words.DENIED_VERBS), 0)
    if ends and clause.find(words.LINK | words.FAR) >= 0:
        return _ending(clause, ends, "down" if up else "up")
    so = ahead.rstrip().endswith("so") and told[0] in words.ELLIPTIC | words.DOES
    if so and clause.find(words.LINK) >= 0 and clause.find(words.UP | words.DOWN) < 0:
        return _ending(clause, len(told), "up" if up else "down")
    far = clause.find(words.FAR)
    only = told[0] == "not" and 0 < far <= _MOST_LEFT_OUT
    if only and up and ahead.rstrip().lower().endswith("but"):
        return _ending(clause, len(told), "unreachable")
    return clause


def _ending(clause: Clause, end: int, verb: str) -> Clause:
    """The first words of `clause`, without a "not" before them, and `verb`."""
    first = 1 if clause.words[0] == "not" else 0
    told = (*clause.words[first:end], verb)
    return Clause(told, (*clause.starts[first:end], clause.starts[-1]), clause.end)


def _tells_up(clause: Clause) -> bool | None:
    """Whether a clause tells that something works or is back, or is down; None where it tells neither."""
    if clause.find((words.OPERATION - words.BACK) | words.BILLING) >= 0:
        return None
    if any(clause.words[n : n + 2] == words.BACK_UP_TO[:2] for n in range(len(clause.words))):
        return None
    for place, word in enumerate(clause.words):
        up = word in words.UP | words.RETURN | words.REACH
        if up or word in words.DOWN | words.ALONE:
            return up != clause.near(words.NOT, place, _DENIED_WITHIN)
    return None
