"""What is asked of servers that one message, or the talk before it, tells apart, put to the table with the
states of the one that is named; of each, where none is named and none was asked of."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from assistant.decisions.expressions.patterns import lazy
from assistant.decisions.sentences import capital
from assistant.dialogue.labelled_cases import COMPARES, FROM_TO, Meant, of_table
from assistant.table_answers import is_of_connectivity
from assistant.understanding.connection.told_machines import asked_machines, is_of_other, told_machines
from assistant.understanding.message.spelling import mend_spelling
from assistant.understanding.read import read_question
from assistant.understanding.reading import QuestionKind
from assistant.understanding.server.fleet_names import is_other, named_in, without_other
from assistant.understanding.server.fleets import Server, fleet_of
from assistant.understanding.topics import GENERAL
from assistant.understanding.turns.topic_return import Turns

_RECENT = 8
_PLACED = re.compile(r"\b(?:in|on|at|for)\s+[\w-]+\W*$|['’]s?\b", re.IGNORECASE)
_ASKS_OTHERWISE = frozenset({QuestionKind.HOW, QuestionKind.WHERE, QuestionKind.WHY, QuestionKind.HOW_MANY})
_NO = re.compile(r"^\W*(?:no|nope|sorry)\b\W*", re.IGNORECASE)
_MOST_WORDS = 16
_FEW = 5
_NOTHING = lazy(
    r"^(?:\W*\b(?:and|so|but|or|ok|okay|then|what|how|about|in|for|with|of|on|the|same|too|as|well|also|now|is|it"
    r"|that|there|please|pls)\b)*\W*$"
)


def of_machines(question: str, previous: Mapping[str, Any]) -> Meant | None:
    """`question` with the connection of the server that it asks about, or asked of each by its name; None
    where no connection but that of one server is told, or the table isn't asked."""
    told = told_machines(mend_spelling(question))
    if told is None or all(one.is_up for one in told.machines):
        return None
    asked = asked_machines(told)
    if len(told.machines) == 1 and asked and not is_of_other(told):
        return None
    if len(asked) == 1 and len(told.machines) > 1:
        return _if_of_table(told.question_of(asked[0]), previous)
    if len(asked) < 2:
        return _if_of_table(told.question_of(None), previous)
    return of_table(question, ((one.name, read_question(told.question_of(one))) for one in asked))


def _if_of_table(question: str, previous: Mapping[str, Any]) -> Meant | None:
    return Meant(question, previous) if is_of_connectivity(read_question(question, previous)) else None


def of_fleet(question: str, previous: Mapping[str, Any], turns: Turns) -> Meant | None:
    """`question` with the states of the server that it names; None where the talk told of none, or where no
    connection or subscription is asked of."""
    before = [asked for asked, _ in turns[-_RECENT:]]
    if not before or len(question.split()) > _MOST_WORDS or not (servers := fleet_of([*before, question])):
        return None
    if COMPARES().search(question) or FROM_TO().search(question) or _tells_more(question, before, servers):
        return None
    named, rest = named_in(question, servers)
    asked = [] if named else _asked_last(before, servers)
    if asked and len(servers) == len(asked) + 1 and is_other(question):
        named = [server for server in servers if server not in asked]
        rest = _NO.sub("", without_other(question))
    if not named:
        return None if asked or not _is_open(question) else _each(servers, question, question)
    if not (_NOTHING().match(rest) or _is_of_state(rest)):
        return Meant(rest, {}) if _PLACED.search(question) else None
    if _NOTHING().match(rest):
        told = " and ".join(name.replace("_", " ") for name in previous.get("operations", ()))
        rest = f"{told or 'what is'} allowed?"
    if len(named) > 1:
        return _each(named, rest, question)
    whole = f"{named[0].content}: {rest.strip(' ,:')}"
    return Meant(whole, {}) if is_of_connectivity(read_question(whole)) else None


def _tells_more(question: str, before: Sequence[str], servers: list[Server]) -> bool:
    """Whether a turn tells another server, or a state that isn't simply what one of them has now."""
    alone = read_question(question)
    if not (alone.subscription or alone.connectivity):
        return False
    known = {server.name: server.content for server in fleet_of(before)}
    now = {server.name: server.content for server in servers}
    return known.keys() != now.keys() or known == now


def _asked_last(before: Sequence[str], servers: list[Server]) -> list[Server]:
    """The servers that were asked of last; none where only their states were told."""
    for message in reversed(before):
        told = read_question(message)
        if told.subscription or told.connectivity:
            continue
        if named := named_in(message, servers)[0]:
            return named
    return []


def _is_of_state(rest: str) -> bool:
    """Whether what is asked of a server, its name left out, hangs on its state alone."""
    alone = read_question(rest)
    other = alone.topics - GENERAL or alone.products or alone.kind in _ASKS_OTHERWISE
    return bool(alone.operations) or not (other or len(rest.split()) > _FEW)


def _is_open(question: str) -> bool:
    """Whether a question asks for an operation and tells no state of its own."""
    alone = read_question(question)
    return bool(alone.operations) and not (alone.subscription or alone.connectivity or alone.products)


def _each(servers: list[Server], rest: str, question: str) -> Meant | None:
    asked = rest.strip(" ,:")
    return of_table(
        question, ((capital(one.name), read_question(f"{one.content}: {asked}")) for one in servers)
    )
