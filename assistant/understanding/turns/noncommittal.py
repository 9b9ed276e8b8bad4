"""What leaves the question that was asked back as open as it was: "ok", "no clue about the sub".

Then that question is answered once more for every value it may have, instead of for one that is guessed.
"""

from __future__ import annotations

import re

from assistant.decisions.expressions.patterns import lazy
from assistant.understanding.word_rules import word_set

_NODS = word_set(
    "hm hmm hmmm ok okay k kk ah oh well right fine good great thx thanks alright allright i see "
    "understood "
    "cool so and then now what interesting noted got it gotcha aha mhm uh"
)
_MOST_NODS = 5
_WORD = re.compile(r"[a-z']+")
_UNKNOWN = lazy(
    r"\b(?:no|not the (?:slightest|faintest)|without any)\s+(?:idea|clue|access|info\w*|knowledge|way|log-?in"
    r"|insight|hint)\b|\bnot (?:really |quite |so |at all )?(?:sure|certain)\b"
    r"|\b(?:dunno|idk|unknown|unclear|unsure|undocumented|lost track)\b"
    r"|\b(?:(?:do|does|did|can|could|have|has|is|are|am|was)(?:n['’]?t| ?not)|cannot|cant|dont|doesnt|never"
    r"|nobody|no one|none of us|i['’]?m not)\b[^.;?!]{0,30}?\b(?:know\w*|tell|say|see|sure|check(?:ed)?|find"
    r"|look(?:ed)?|found|log(?:ged)? in|sign(?:ed)? in|access|get into|certain|remember\w*|reach|open"
    r"|available|sees|tells)\b|\bnobody (?:knows|can)\b|\bwhatever (?:state|it is)\b"
)
_SLOTS = {
    "subscription": lazy(r"\b(?:subs?|subscriptions?|states?|status|portal|billing|account|plan)\b"),
    "connectivity": lazy(
        r"\b(?:connect\w*|online|offline|link|line|internet|network|uplink|how long|since when|when|"
        r"reach\w*|outage)\b"
    ),
    "service_pack": lazy(r"\b(?:sp|service packs?|packs?|patch\w*|build|level)\b"),
}
_MOST_WORDS = 20


def only_nods(text: str) -> bool:
    """Whether `text` shows no more than that it was heard: "ok", "hm, i see", "ok so?"."""
    words = _WORD.findall(text.lower())
    return 0 < len(words) <= _MOST_NODS and _NODS.issuperset(words) and "know" not in words


def says_unknown(text: str) -> str:
    """The input that `text` says nobody can tell; empty where it says no such thing, or asks."""
    if len(text.split()) > _MOST_WORDS or not (told := _UNKNOWN().search(text)):
        return ""
    if re.search(r"\b(?:how|where|what|which|who)\s+(?:do|can|could|would|should|is|does)\b", text, re.I):
        return ""
    near = text[max(0, told.start() - 60) : told.end() + 60]
    return next((name for name, words in _SLOTS.items() if words().search(near)), "")
