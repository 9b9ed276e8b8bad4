"""A short reply to what was asked back ("the second", "none", "yes"), put into words of its own."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from assistant.decisions.expressions.patterns import lazy
from assistant.understanding.operations import find_operations

PENDING = "pending"
"""The fact under which a turn leaves the name and the values of the first input that it asked back for."""

_ORDINALS = ("first", "second", "third", "fourth")
_FILLER = r"(?:it'?s|it is|the|that'?s|i (?:mean|meant)|option|number|no\.|nr\.?|#|a|one|answer|case)"
_ORDINAL = lazy(
    rf"^\W*(?:{_FILLER}\W+)*(?P<place>first|second|third|fourth|last|[1-4](?:st|nd|rd|th)?|[abcd](?=\)))"
    r"(?:\W+(?:one|option|please|pls))*\W*$"
)
_YES = lazy(
    r"^\W*(?:yes|yep|yeah|yup|y|sure|it does|it is|correct|true)(?:\W+(?:it (?:does|is)|we do|sir))?\W*$"
)
_NO = lazy(
    r"^\W*(?:no|nope|n|it doesn'?t|it does not|it isn'?t|not now|false)(?:\W+(?:it (?:doesn'?t|isn'?t)))?\W*$"
)
_NONE = lazy(r"^\W*(?:none|no|nothing|without|not any|no sp)\W*$")

_UNDECIDED = lazy(
    r"^\W*(?:(?:hm+|well|oh|uh|ehm?|i|we|i'?m|we'?re|honestly|sorry|tbh|really|still|just|ok|no)\W+)*"
    r"(?:dunno|idk|don'?t know|do not know|not (?:really |quite |so |too |that )?sure|unsure|undecided"
    r"|no (?:idea|clue|preference|opinion)|(?:can'?t|cannot) (?:decide|tell|say)|haven'?t decided"
    r"|hard to (?:say|decide|tell)|you (?:decide|choose|tell me)|up to you|whatever)"
    r"(?:\W+(?:yet|tbh|sorry|honestly|really|about|it|that|this|which|one|what|to|pick|choose|take|you|think|say"
    r"|suggest|either|at all|though|there|here))*\W*$"
)
_HOW_TO_TELL = lazy(
    r"(?:^|[,.;!?]\s+)(?:(?:and|but|so|ok|hm+)\W+)*(?:how|where)\s+(?:do|can|could|would|should|to)\b"
    r"(?:\s+(?:i|we|one|you))?\s+(?:find|check|see|look|know|tell|learn|get)"
    r"(?:[\s,]+(?:that|it|this|out|up|which|the|its|our|my|in|state|status|one|is|of|subscription|sub|we|are"
    r"|have|there|for|i|mean|meant))*\W*$"
)
# How an input is found out by who doesn't know it.
_FIND_OUT: Mapping[str, str] = {
    "subscription": "how do I see the state of the subscription in the portal?",
    "connectivity": "how do I check whether the server is connected to Azure?",
}

_OF_STATES = ("subscription", "connectivity", "duration")
"""The inputs of the table of states: instead of each the state of the subscription may be asked for."""

_OF_SUBSCRIPTION = lazy(r"\b(?:states?|status|subs?|subscriptions?)\b")
_OPERATIONS = "a backup or restore"
_MOST_NAMING = 6
_WORD = re.compile(r"[a-z]+")
_EMPTY = frozenset({"the", "a", "an", "it", "is", "or", "to", "of", "on", "in", "at", "s", "during"})

# input -> value -> how it is told in a message of its own; other values are told as they are
_TOLD: Mapping[str, Mapping[str, str]] = {
    "connectivity": {
        "connected": "the server is connected",
        "lost more than 15 days": "the server has been offline for more than 15 days",
        "lost 15 days or fewer": "the server has been offline for 15 days or less",
    },
    "service_pack": {"none": "without a service pack", "later": "with a later service pack"},
    "host-role": {"nothing else": "nothing else runs on it"},
    "subject": {
        "setup or prerequisite check": "what does setup need, and where does it log?",
        _OPERATIONS: "is a backup or a restore possible?",
    },
}
_SENTENCES: Mapping[str, str] = {"subscription": "the subscription is {}"}
# What a yes and a no say where no value is called so.
_YES_NO = {"connectivity": ("the server is connected", "the server is not connected")}


def pending(name: str, values: Sequence[str]) -> dict[str, Any]:
    """What a turn leaves that asked back for input `name` with these values to choose from."""
    return {"name": name, "values": list(values)}


def is_undecided(text: str) -> bool:
    """Whether `text` says no more than that one doesn't know, or leaves the choice."""
    return bool(_UNDECIDED().match(text))


def spelled_out(reply: str, previous: Mapping[str, Any]) -> str:
    """`reply` as the value that it chooses; unchanged where it chooses none, or nothing was asked back."""
    asked = previous.get(PENDING)
    if not asked:
        return reply
    name, values = asked["name"], asked["values"]
    of_state = "subscription" if name in _OF_STATES and _OF_SUBSCRIPTION().search(reply) else name
    if of_state in _FIND_OUT and (is_undecided(reply) or _HOW_TO_TELL().search(reply)):
        return _FIND_OUT[of_state]
    if name in _YES_NO and (match := (_YES().match(reply), _NO().match(reply))) != (None, None):
        return _YES_NO[name][match[0] is None]
    if "none" in values and _NONE().match(reply):
        return _as_told(name, "none")
    place = _place(reply, len(values))
    if place is None and name == "subject":
        return _of_subject(reply, values)
    return reply if place is None else _as_told(name, values[place])


def _place(reply: str, count: int) -> int | None:
    """Which of `count` values a reply names by its place."""
    match = _ORDINAL().match(reply)
    if match is None:
        return None
    told = match["place"].lower()
    if told == "last":
        return count - 1
    number = re.match(r"\d", told)
    at = int(number[0]) - 1 if number else _ORDINALS.index(told) if told in _ORDINALS else "abcd".index(told)
    return at if at < count else None


def _of_subject(reply: str, values: Sequence[str]) -> str:
    """`reply` as the matter that a few words name: by an operation, or by words of its own."""
    if len(reply.split()) > _MOST_NAMING or re.search(r"\d", reply):
        return reply
    if _OPERATIONS in values and find_operations(reply):
        return f"is {reply.rstrip(' ?.!')} possible?"
    words = set(_WORD.findall(reply.lower())) - _EMPTY
    named = [value for value in values if words and words <= set(_WORD.findall(value.lower()))]
    return _as_told("subject", named[0]) if len(named) == 1 else reply


def _as_told(name: str, value: str) -> str:
    return _SENTENCES.get(name, "{}").format(_TOLD.get(name, {}).get(value, value))
