"""The cases of connection and subscription that a talk told of, as plain data for the turns behind it."""

from __future__ import annotations

from assistant.decisions.expressions.patterns import lazy
from assistant.decisions.states.connectivity_rules import LIMIT_DAYS, Connectivity, Subscription
from assistant.understanding.reading import Reading
from assistant.understanding.topics import GENERAL

CASES = "cases"
"""The fact under which a turn leaves the talk's last two cases, or all that it compared, the latest last."""

Case = tuple[str, str]
"""The connection, empty where it isn't told, and the subscription."""

_COMPARES = lazy(
    r"\b(?:differ\w*|same|identical|equal\w*|compar\w+|versus|vs|matters?|unchanged|wors[et]\w*|better|best"
    r"|harsher|milder|safer|stricter|riskier|severe"
    r"|chang(?:e|es|ed|ing)(?=\W*$|\s+(?:anything|something|nothing|a thing|much|it|that|when|if|with"
    r"|once|in)\b))"
    r"(?!\s+(?:question|server|box|machine|one|vm)\b)"
)
# "same but Expired": the question before with another case.
_SAME_QUESTION = lazy(r"^\W*(?:(?:and|so|ok|but|then|the)\W+)*same\b(?!\s+(?:thing|result|outcome)\W*$|\W*$)")
_WHICH = lazy(r"\b(?:which|what)\b")
_MOST_WORDS = 14


def told_case(reading: Reading) -> Case | None:
    """The case of a reading; None where the subscription is open, or where the table has no such row."""
    if len(reading.subscription) != 1 or is_short(reading):
        return None
    return str(reading.connectivity or ""), str(next(iter(reading.subscription)))


def tells_case(reading: Reading) -> bool:
    """Whether the message itself tells the connection and the state of the subscription, and asks for an
    operation: the table decides it, and neither a row is looked for nor a state."""
    told = reading.tells("connectivity") and reading.tells("subscription")
    case = reading.connectivity is not None and reading.subscription and reading.operations
    return bool(told and case and not reading.previous_subscription)


def cases_of(reading: Reading) -> list[list[str]]:
    """The last two cases, with that of `reading`; those that it compares where it names several."""
    if states := compared_states(reading):
        return [[str(reading.connectivity or ""), str(state)] for state in states]
    told = [list(case) for case in reading.previous.get(CASES, ())]
    if case := told_case(reading):
        told = [*(one for one in told if one != list(case)), list(case)][-2:]
    return told


def named_states(reading: Reading) -> list[Subscription]:
    """Every state of the subscription that is named for certain, in the table's order."""
    named = {mention.value for mention in reading.mentions if mention.field == "subscription"}
    return [one for one in Subscription if one in named]


def compared_states(reading: Reading) -> list[Subscription]:
    """The states that `reading` itself holds against each other; none where it names one only."""
    named = named_states(reading)
    changed = reading.previous_subscription or is_short(reading)
    asked = _COMPARES().search(reading.plain) or _WHICH().search(reading.plain)
    return named if len(named) > 1 and asked and not changed and not reading.carries("subscription") else []


def compared_before(reading: Reading) -> list[Subscription]:
    """The states of the cases told before, where they are several."""
    told = {case[1] for case in reading.previous.get(CASES, ())}
    return [one for one in Subscription if one in told] if len(told) > 1 else []


def is_short(reading: Reading) -> bool:
    """Whether the connection is lost for no longer than the table begins with."""
    short = reading.connectivity is Connectivity.LOST_SHORT
    return short or bool(reading.outage and reading.outage.longer_than(LIMIT_DAYS) is False)


def compares(reading: Reading) -> bool:
    """Whether, after a case was told, it is held against another one or against the case before it."""
    after = reading.previous.get("specialist") == "connectivity" and reading.previous.get(CASES)
    other = reading.topics - GENERAL or reading.products or reading.previous_subscription
    short = len(reading.plain.split()) <= _MOST_WORDS
    asked = _COMPARES().search(reading.plain) and not _SAME_QUESTION().search(reading.plain)
    return bool(after and short and not other and asked)
