"""Going back in a conversation: "back to the disks", "the first case again", "as for the vault from before".

Which turn is meant is told by its number ("the first one") or by the words that it shares with what is named.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assistant.decisions.expressions.patterns import lazy
from assistant.understanding.topics import find_topics
from assistant.understanding.word_rules import word_set

TOLD = "told"
"""The fact under which a turn leaves how the sentences of its answer begin."""

_FILLERS = (
    r"^\W*(?:(?:ok|okay|so|well|now|then|and|but|fine|good|thanks|thx|alright|right|hm+|let'?s|we|i'?m|i)"
    r"[\s,.!:-]+)*"
)
_WHAT = r"(?P<what>(?:[^,.;:?!\n]|\.(?=\w)){1,60}?)"
_BACK = (
    r"(?:(?:go(?:ing)?|come|coming|get|getting|switch(?:ing)?|jump(?:ing)?|once more)\s+)?back\s+to\s+"
    r"|return(?:ing)?\s+to\s+|revisit(?:ing)?\s+|(?:once|one time) more\s+(?:to|on|about)\s+"
)
_BEFORE = r"(?:again|once more|from (?:before|earlier|above)|(?:i|we) (?:had|asked|started with)(?: \w+)?)"
_FIRST = lazy(
    rf"{_FILLERS}(?:{_BACK}){_WHAT}\s*(?:[,.;:?!\u2013-]\s*(?P<rest>.*)|(?P<more>\b(?:and|but|with)\b.*))?$"
)
_AGAIN = lazy(
    rf"{_FILLERS}(?:(?:as for|regarding|about|concerning|on)\s+)?(?P<what>the\s+[^,.;:?!\n]{{1,50}}?)"
    rf"\s+{_BEFORE}"
    r"\s*(?:[,.;:?!\u2013-]\s*(?P<rest>.*))?$"
)
_LAST = lazy(rf"^(?P<rest>.{{3,160}}?)[,.;:?!\u2013-]+\s*(?:and\s+)?(?:{_BACK}){_WHAT}\W*$")
# What was told of a thing is asked for once more: "the replica fix, what was it again".
_WAS = lazy(
    rf"{_FILLERS}(?:(?:as for|regarding|about|concerning|on)\s+)?(?P<what>the\s+[^,.;:?!\n]{{1,50}}?)"
    r"\s*[,:\u2013-]\s*(?P<rest>(?:what|which|how|where|who)\b[^?]*\b(?:was|were|did|again)\b.*)$"
)
# A thing that was told of is named before the question: "100 GB, ok. and that proxy error, what first?".
_NAMED = lazy(
    rf"(?:^[^?]{{0,40}}?[.!]\s+)?{_FILLERS.lstrip('^')}(?:(?:as for|about|for|with|on)\s+)?"
    r"(?P<what>(?:the|that)\s+[^,.;:?!\n]{1,40}?\s(?:one|error|alert|issue|problem|fault|failure))"
    r"\s*[,:\u2013-]\s*(?P<rest>.*)$"
)
# An earlier matter by its place or by what it was about: "for the first thing: ...", "on the sql one, ...".
_PLACE = r"(?:very\s+)?(?:first|second|third|1st|2nd|3rd|previous|earlier|other|original|initial)"
_MATTER = (
    r"(?:things?|ones?|questions?|cases?|topics?|matters?|subjects?|parts?|points?|issues?|stuff|story|bit"
    r"|problem|side)"
)
_ON = lazy(
    rf"{_FILLERS}(?:(?:as for|regarding|concerning|about|for|with|on|re)\s+)?"
    rf"(?P<what>(?:the|that|my|our)\s+(?:{_PLACE}(?:\s+{_MATTER})?|(?:[\w.-]+\s+){{1,2}}{_MATTER}))"
    r"(?:\s+(?:again|of mine|above|from before))?\s*[,:\u2013-]\s*(?P<rest>\S.*)$"
)
_JUST_BACK = lazy(
    rf"{_FILLERS}(?:going|coming|getting|go|jumping|stepping)"
    rf" back(?P<what>)\s*[,:;.\u2013-]+\s*(?P<rest>\S.*)$"
)
_THING = lazy(
    r"^\W*(?:(?:ok|okay|so|and|but|now|then)\W+)+(?P<what>(?:the|that|our|my)\s+[\w.-]+(?:\s+[\w.-]+)?)"
    r"\s*[,:\u2013-]\s*(?P<rest>\S.*)$"
)
# What the matters of the rooms are called besides.
_OF_ROOMS = {
    "connectivity": word_set(
        "state states sub subs subscription connection connectivity outage restore backup"
    ),
    "protection": word_set("matrix product protection workload version versions"),
    "prerequisites": word_set("machine vm host box server prerequisite prerequisites requirement role roles"),
    "limits": word_set("figure figures size sizes number calculation sum"),
}
_OF_ERROR = word_set("error code alert message id fault failure")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_ORDINAL = re.compile(
    r"\b(?:(?P<first>first|start|beginning|original|initial)|(?P<second>second|2nd)|(?P<third>third|3rd)"
    r"|(?P<before>previous|earlier|before|last but one|other))\b",
    re.I,
)
_CONNECTIVE = re.compile(r"^\W*(?:(?:and|but|with|so|then)\b[\s,]*)+", re.I)
_WORD = re.compile(r"[a-z][a-z0-9.+#-]+")
_NUMBER = re.compile(r"(?<![\w.])(?:0x[0-9a-f]{3,8}|\d{2,7})(?![\w.]*\w)")
_NAMES_NOTHING = word_set(
    "the a an that this my our your one case question thing topic point subject matter issue part "
    "stuff bit "
    "of for about with on in to it and or i we you asked from do does is are what how much many"
)


_FORMS = (_FIRST, _AGAIN, _WAS, _LAST, _NAMED, _JUST_BACK, _ON, _THING)


Turns = Sequence[tuple[str, Mapping[str, Any]]]
"""The questions of a talk, each with the facts that it left."""


@dataclass(frozen=True, slots=True)
class Returned:
    """A question put behind the turn that it goes back to: what to read, and what that turn had left."""

    question: str
    previous: Mapping[str, Any]


def going_back(question: str, turns: Turns) -> Returned | None:
    """`question` behind the earlier turn it names; None when it names none. `turns`: questions with facts."""
    match = None if len(turns) < 2 else next(filter(None, (form().match(question) for form in _FORMS)), None)
    if match is None:
        return None
    told = match.groupdict()
    at = _turn(told["what"], turns)
    if at is None or (match.re.pattern == _THING().pattern and at == len(turns) - 1):
        return None
    rest = _CONNECTIVE.sub("", told.get("rest") or told.get("more") or "").strip()
    if _WORD.search(rest.lower()) or re.search(r"\d", rest):
        return Returned(f"and {rest}", turns[at][1])
    return Returned(turns[at][0], turns[at - 1][1] if at else {})


def _turn(what: str, turns: Turns) -> int | None:
    """Which turn is meant: by its number, or the last one that shares most with `what`; not the latest."""
    if not what:
        return _other_matter(turns)
    words = {word for word in _WORD.findall(what.lower()) if word not in _NAMES_NOTHING}
    number = _ORDINAL.search(what)
    if number and not {word for word in words - _OF_ERROR if not _ORDINAL.fullmatch(word)}:
        places = _errors(turns) if words & _OF_ERROR else list(range(len(turns)))
        counted = {"first": 0, "second": 1, "third": 2, "before": len(places) - 2}
        at = counted[number.lastgroup or "first"]
        return places[at] if at < len(places) else None
    if numbers := set(_NUMBER.findall(what.lower())):
        named = [at for at, (asked, _) in enumerate(turns) if numbers & set(_NUMBER.findall(asked.lower()))]
        if named:
            return named[-1]
    topics, _ = find_topics(what)
    scores = [_shared(words, topics, asked) + _told(words, facts) for asked, facts in turns]
    best = max(scores)
    return len(scores) - 1 - scores[::-1].index(best) if best else None


def _errors(turns: Turns) -> list[int]:
    """The turns at which an error was first told of."""
    first: dict[str, int] = {}
    for at, (_, facts) in enumerate(turns):
        if facts.get("entry"):
            first.setdefault(facts["entry"], at)
    return list(first.values())


def _shared(words: set[str], topics: frozenset[str], asked: str) -> int:
    """How much a question shares with what is named: its words, and the topics that they point to, which are
    also called by their names ("the size" after "is an A3 big enough")."""
    own, _ = find_topics(asked)
    told = _stems(_CAMEL.sub(" ", asked))
    named = {_stem(word) for topic in own for word in topic.split("-")} - told
    stems = {_stem(word) for word in words}
    return 2 * len(stems & told) + len(topics & own) + len(stems & named)


def _told(words: set[str], facts: Mapping[str, Any]) -> int:
    """How many of the words the answer's first sentence has; an error is also called just that."""
    first = _stems(" ".join(facts.get(TOLD, ())[:1]))
    room = words & _OF_ROOMS.get(str(facts.get("specialist")), frozenset())
    error = words & _OF_ERROR and facts.get("entry")
    return len({_stem(word) for word in words} & first) + bool(error) + bool(room)


def _other_matter(turns: Turns) -> int | None:
    """The last turn before the present matter, as far as the room tells that answered."""
    now = turns[-1][1].get("specialist")
    others = [at for at, (_, facts) in enumerate(turns) if facts.get("specialist") != now]
    return others[-1] if others else None


def _stems(text: str) -> set[str]:
    return {_stem(word) for word in _WORD.findall(text.lower())}


def _stem(word: str) -> str:
    return word.rstrip(".-+#").removesuffix("'s").removesuffix("s")
