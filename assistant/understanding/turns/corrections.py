"""Corrections in a conversation: "sorry, 13 not 3", "not a DC, a cluster node", "typo, A2".

What is put right is looked for in the question before, and that question is asked again with it in its place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from assistant.decisions.expressions.patterns import lazy
from assistant.decisions.reading.durations import find_durations
from assistant.decisions.reading.quantities import find_sizes
from assistant.understanding.product.products import find_products
from assistant.understanding.topics import role_patterns
from assistant.understanding.turns.topic_return import Returned, Turns
from assistant.understanding.word_rules import word_set

QUESTION = "question"
"""The fact under which a turn leaves its question as it was answered, with what was put right in it."""

_SAYS_NOTHING = word_set(
    "ok okay fine good bad sure yes no possible allowed listed there it that so too only just"
)
_MOST_WORDS = 14
_MOST_CHARS = 160
_MOST_PUT_RIGHT = 4
_MOST_ITEM = 6
_CUE = (
    r"sorry|apologies|typo|correction|corrected|oops|ups|i mean|i meant|meant|misread|mistyped|my bad"
    r"|my mistake|wrong|should (?:be|read|say|have been)|scratch that|actually"
)
_CUED = lazy(rf"\b(?:{_CUE})\b")
_LEAD = (
    rf"(?:(?:{_CUE}|no|nope|ah|oh|ok|okay|hm+|wait|well|actually|rather|and|but|make (?:it|that)|i|it'?s|its"
    r"|it is|it says|says|we (?:have|use|run|are)|ours is|that'?s|they are|is|are|was|the|an?|of course"
    r"|to say|read|as|now|then|what about|how about|with|for|when|while|today|by now|meanwhile)"
    r"[\s,.:;!\u2013-]+)*"
)
_TAIL = (
    rf"(?:[\s,.:;!-]+(?:ones?|sub(?:scription)?|too|as well|instead|as (?:i|we) (?:said|wrote|told"
    rf"|typed)\w*|(?:{_CUE})"
    rf"|of course|please|pls|then|though"
    r"|thx|thanks))*"
    r"[\s.!?]*$"
)
_ONE = r"(?:[^,;:?!\s]+(?:\s+[^,;:?!\s]+){0,3}?)"
_NOT = r"(?:and\s+|but\s+)?(?:not|instead of|rather than|in place of)\s+(?:(?:an?|the)\s+)?"
_FORMS = (
    lazy(
        rf"^\W*{_LEAD}not\s+(?:(?:an?|the)\s+)?(?P<wrong>{_ONE})(?:\s*[,;:\u2013-]+\s*"
        rf"|\s+but\s+){_LEAD}(?P<right>{_ONE}){_TAIL}"
    ),
    lazy(rf"^\W*{_LEAD}(?P<right>{_ONE})\s*,?\s+{_NOT}(?P<wrong>{_ONE}){_TAIL}"),
)
# Why it was told wrong: "6 TB, they forgot the file cluster".
# What was supposed in the last turn is not so: "hopefully not. ...", "ok forget that: ...".
_TAKEN_BACK = lazy(
    r"^\W*(?:(?:ok|okay|so|well|phew|good|ah|oh|no|but|and|hm+)\W+)*(?:(?:hopefully|luckily|fortunately"
    r"|thankfully)\s+not"
    r"|(?:that|this|it)(?:['’]?s| is) not (?:it|the case|so|our case|true)|not (?:our|my|the) case"
    r"|(?:forget|scrap|ignore|drop)\s+(?:that|it|this|those)(?: one| again)?|never ?mind(?: that)?|nvm)"
    r"\s*[.,;:!\u2013-]+\s+(?P<rest>\S.{3,})$"
)
# "wait, I meant the subscription, can its state be changed?"
_MEANT = lazy(
    r"^\W*(?:(?:wait|no|sorry|oh|ah|ok|but|well|hm+)\W+)*(?:i|we)(?:['’]?m| was| were)?\s+(?:mean|meant"
    r"|asking about"
    r"|asked about|talking about)\s+(?P<thing>(?:the|our|my)\s+[^,;:.?!]{2,40}?)\s*[,;:.\u2013-]+\s*"
    r"(?P<asked>(?:and\s+)?(?:is|are|can|could|do|does|will|would|should|must|may|how|what|which|where"
    r"|when|who|why)\b.{3,})$"
)
# "sorry, I was asking about the passphrase": what was asked of another thing is asked of this one.
_MEANT_THING = lazy(
    r"^\W*(?:(?:wait|no|nope|sorry|oh|ah|ok|but|well|hm+|actually)\W+)*(?:i|we)(?:['\u2019]?m| was| were)?\s+"
    r"(?:mean|meant|asking about|asked about|talking about)\s+"
    r"(?P<thing>(?:the|our|my|an?)\s+[a-z][\w'-]*(?:\s+[a-z][\w'-]*){0,2})\W*$"
)
_OF_THING = lazy(
    r"^(?P<head>\W*(?:(?:and|so|ok)\W+)*(?:how (?:long|often|big|large|old|soon)|where|when|who|how)\s+"
    r"(?:is|are|do|does|can|must|may|should|will|would)\s+(?:(?:i|we|you|one)\s+[a-z]+\s+)?)"
    r"(?P<thing>(?:(?:an?|the|our|my)\s+)?(?!(?:i|we|you|one|it|this|that)\b)[a-z][\w'-]*(?:\s+[a-z][\w'-]*){0,3}?)"
    r"(?P<tail>(?:\s+(?:good|valid|usable|last|live|stay|kept|stored|saved|used|needed|made|created|generated"
    r"|found|work|expire|run out|get|come|go|be)\b[^.?!]*)?\W*)$"
)
_STANDS_FOR = lazy(r"\b(?:(?P<whose>its|their)|it|that|they|them|this|those)\b")
_REASON = r"(?:\s*[,;.\u2013-]\s*(?:they|we|i|he|she|it|someone|somebody|my|our|the)\s[^\d?]{3,60})?"
_BARE = lazy(rf"^\W*{_LEAD}(?P<right>{_ONE})(?:{_TAIL}|{_REASON}$)")
_ASKS = lazy(
    r"\b(?:how|what|which|who|where|when|why|can|could|do|does|did|will|would|should|must|may|if|same|so"
    r"|enough)\b"
)
_SIZE_OF_VM = re.compile(r"(?<![\w-])(?:standard_?|basic_?)?[a-h]\d{1,2}(?:_?v\d)?(?![\w%])", re.IGNORECASE)
_STATE = re.compile(r"(?<![\w-])(?:active|expired|deprovisioned)(?!\w)", re.IGNORECASE)
_NUMBER = re.compile(r"(?<![\w.,-])\d+(?:[.,]\d+)*(?![\w.,%]*\w)")


def put_right(question: str, turns: Turns) -> Returned | None:
    """The question before with what `question` corrects in it; None when that corrects nothing.

    `turns`: the questions of the conversation with the facts that they left.
    """
    if not turns or not _is_short(question, _MOST_WORDS) or _ASKS().search(question):
        return None
    before, previous = asked_before(turns)
    again = _with_told(question, before) or _with_kind(question, before) or _with_thing(question, before)
    return Returned(again, previous) if again else None


def taken_back(question: str) -> str | None:
    """What follows in `question` on the word that what was supposed last isn't so; None without that."""
    match = _TAKEN_BACK().match(question)
    return match["rest"] if match else None


def of_another(question: str) -> str | None:
    """The question that `question` puts on what was meant instead ("I meant the disks, can they be larger?"),
    with that in place of the pronoun; None where it does not say so."""
    match = _MEANT().match(question)
    if match is None:
        return None
    thing = match["thing"].strip()
    asked = _STANDS_FOR().sub(lambda one: f"{thing}'s" if one["whose"] else thing, match["asked"], count=1)
    return asked if asked != match["asked"] else f"{thing}: {asked}"


def asked_before(turns: Turns) -> tuple[str, Mapping[str, Any]]:
    """The question of the last turn as it was answered, and the facts that were left before it."""
    asked, facts = turns[-1]
    return str(facts.get(QUESTION, asked)), turns[-2][1] if len(turns) > 1 else {}


def _is_short(question: str, words: int) -> bool:
    return len(question) <= _MOST_CHARS and len(question.split()) <= words


def instead(question: str, turns: Turns) -> Returned | None:
    """The question before with its only item of a kind as the one that is all of `question` ("now 20")."""
    if not turns or not _is_short(question, _MOST_ITEM) or _CUED().search(question):
        return None
    before, previous = asked_before(turns)
    again = _with_item(question, before)
    return Returned(again, previous) if again else None


def _with_told(question: str, before: str) -> str | None:
    """`before` with that put right which `question` names beside what it takes back ("13, not 3")."""
    for form in _FORMS:
        match = form().search(question)
        if match and match["wrong"].lower() not in _SAYS_NOTHING:
            place = _place_of(match["wrong"], before)
            if place:
                return _replaced(before, *place, match["right"])
    return None


def _place_of(wrong: str, before: str) -> tuple[int, int] | None:
    """Where in `before` the words stand that are taken back; None unless they do."""
    found = re.search(rf"(?<![\w.,]){re.escape(wrong)}(?!\w|[.,]\d)", before, re.IGNORECASE)
    return found.span() if found else None


def _with_kind(question: str, before: str) -> str | None:
    """`before` with its only item of the kind that `question` says it meant ("typo, A2")."""
    return _with_item(question, before) if _CUED().search(question) else None


def _with_item(question: str, before: str) -> str | None:
    """`before` with its only item of a kind as the one that `question` tells, and nothing but that."""
    match = _BARE().search(question)
    right = match["right"].strip() if match else ""
    if not right or len(right.split()) > _MOST_PUT_RIGHT:
        return None
    for kind in _KINDS:
        if kind(right) == [right]:
            told = _replaceable(list(dict.fromkeys(kind(before))), right)
            place = _place_of(told[0], before) if len(told) == 1 else None
            return _replaced(before, *place, right) if place else None
    return None


def _with_thing(question: str, before: str) -> str | None:
    """`before` asked of the thing that `question` says it meant."""
    meant, asked = _MEANT_THING().match(question), _OF_THING().match(before)
    return f"{asked['head']}{meant['thing']}{asked['tail']}" if meant and asked else None


def _replaceable(told: list[str], right: str) -> list[str]:
    """What `right` may stand for: not the Active to which another state leads ("from Expired to Active")."""
    lapsed = [one for one in told if one.lower() != "active"]
    return lapsed if len(told) > 1 and _STATE.fullmatch(right) and right.lower() != "active" else told


def _replaced(before: str, start: int, end: int, right: str) -> str | None:
    """`before` with `right` from `start` to `end`; words that would then stand twice are left out once."""
    words, rest = right.split(), before[end:]
    while len(words) > 1 and rest.lower().lstrip().startswith(words[-1].lower()):
        words.pop()
    again = f"{before[:start]}{' '.join(words)}{rest}"
    return again if again.lower() != before.lower() else None


def _roles(text: str) -> list[str]:
    return [match[0].strip() for _, pattern in role_patterns() if (match := pattern.search(text))]


def _products(text: str) -> list[str]:
    return [product.words for product in find_products(text) if product.words]


# How an item of each kind is found; the first kind that is the whole of what is put right serves.
_KINDS: tuple[Callable[[str], list[str]], ...] = (
    _SIZE_OF_VM.findall,
    _STATE.findall,
    lambda text: [text[found.start : found.end].strip() for found in find_sizes(text)],
    lambda text: [text[found.start : found.end].strip() for found in find_durations(text)],
    _roles,
    _products,
    _NUMBER.findall,
)
