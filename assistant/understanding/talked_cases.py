"""The cases of connection and subscription that a talk told of, as plain data for the turns behind it."""

from __future__ import annotations

from assistant.decisions.connectivity_rules import LIMIT_DAYS, Connectivity
from assistant.decisions.patterns import lazy
from assistant.understanding.reading import Reading
from assistant.understanding.topics import GENERAL

CASES = "cases"
"""The fact under which a turn leaves the last two cases of the talk, the latest last."""

Case = tuple[str, str]
"""The connection, empty where it isn't told, and the subscription."""

_COMPARES = lazy(
    r"\b(?:differ\w*|same|identical|equal\w*|compar\w+|versus|vs|matters?|unchanged|worse|better"
    r"|chang(?:e|es|ed|ing)(?=\W*$|\s+(?:anything|something|nothing|a thing|much|it|that|when|if|with"
    r"|once|in)\b))"
    r"(?!\s+(?:question|server|box|machine|one|vm)\b)"
)
# "same but Expired": the question before with another case.
_SAME_QUESTION = lazy(r"^\W*(?:(?:and|so|ok|but|then|the)\W+)*same\b(?!\s+(?:thing|result|outcome)\W*$|\W*$)")
_MOST_WORDS = 14


def told_case(reading: Reading) -> Case | None:
    """The case of a reading; None where the subscription is open, or where the table has no such row."""
    short = reading.connectivity is Connectivity.LOST_SHORT
    short = short or bool(reading.outage and reading.outage.longer_than(LIMIT_DAYS) is False)
    if len(reading.subscription) != 1 or short:
        return None
    return str(reading.connectivity or ""), str(next(iter(reading.subscription)))


def cases_of(reading: Reading) -> list[list[str]]:
    """The last two cases, with that of `reading`."""
    told = [list(case) for case in reading.previous.get(CASES, ())]
    if case := told_case(reading):
        told = [*(one for one in told if one != list(case)), list(case)]
    return told[-2:]


def compares(reading: Reading) -> bool:
    """Whether, after a case was told, it is held against another one or against the case before it."""
    after = reading.previous.get("specialist") == "connectivity" and reading.previous.get(CASES)
    other = reading.topics - GENERAL or reading.products or reading.previous_subscription
    short = len(reading.plain.split()) <= _MOST_WORDS
    asked = _COMPARES().search(reading.plain) and not _SAME_QUESTION().search(reading.plain)
    return bool(after and short and not other and asked)
