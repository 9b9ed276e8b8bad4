"""What a turn says to the person rather than on the matter: "thanks!", "cool.", "u welcome lol.".

It is left out before the rest is read. A turn may also tell that another matter follows ("other question:").
"""

from __future__ import annotations

import re

from assistant.decisions.expressions.patterns import lazy
from assistant.understanding.word_rules import word_set

_WORDS = (
    r"ok(?:ay)?|k+|thx|ty|thanks?(?: (?:a lot|so much|you|again|for (?:that|this)))?|cheers|cool|great|nice"
    r"|perfect|super|awesome|alright|got it|i see|makes sense|understood|good to know|fair enough"
    r"|(?:u|you|ur|you'?re|no you'?re) ?(?:are )?welcome|np|no (?:problem|worries)|lol|ha(?:ha)+|he(?:he)+"
    r"|(?:(?:yes|yep|yeah|no)[ ,]+)?(?:it|they|we|that|this|those)(?:'?s| is| are| has| have| do| does| was)"
    r"(?: already| so| done)?"
    r"|(?:(?:yes|yep|yeah)[ ,]+)?(?:i |we )?(?:already )?(?:have|got|did) (?:that|it|those|this|them)"
    r"(?: already)?"
    r"|(?:(?:it'?s|that'?s|all|both|now) )?(?:fixed|solved|resolved|sorted|works?|working|done)"
    r"(?: it| now| again)?[\s,.!]+(?:many )?(?:thanks|thx|ty|cheers|thank you)"
    r"|hm+|ah+|oh+|wow|phew|hi|hello|hey|that (?:did it|helped|worked|fixed it|was it)|no hurry|yay"
)
_OTHER = (
    r"(?:now |and |but |then )?(?:for |to |on )?(?:something|sth) (?:completely |totally )?(?:else|different)"
    r"(?: now)?|(?:(?:an)?other|different|new|unrelated|separate|next)"
    r" (?:matter|topic|subject|thing|question|issue)|by the way|btw|changing (?:the )?(?:topic|subject)"
)
_LEADING = lazy(
    rf"^\W*(?:(?P<other>{_OTHER})|(?:{_WORDS})(?:[\s,]+(?:{_WORDS}))*)\s*(?:[.,;:!\u2013-]+"
    rf"|\.{{2,}})\s+(?=\S)"
)
_BARE_OTHER = lazy(
    rf"^\W*(?:(?:{_WORDS})[\s,]+)*(?P<other>{_OTHER})\s+(?=(?:is|are|can|how|what|which|does|do)\b)"
)
# The matter before is told to be closed, and another one is named: "solved. other topic: ...".
_CLOSED = lazy(
    r"^\W*(?:[\w'’]+[\s,]+){0,5}?(?:solved|fixed|resolved|sorted|works|working|done|gone|settled|closed|clear"
    rf"|over|enough)\b[^.?!:;\n]{{0,20}}[.,;!\u2013-]+\s+(?P<other>{_OTHER})\s*[:,.\u2013-]+\s+(?=\S)"
)
# What was answered is taken in, and another thing is asked: "a cluster no, ok. what about ...".
_TAKEN_IN = (
    r"(?:ok(?:ay)?|k|got it|understood|fine|clear|noted|i see|right|alright|makes sense|fair enough"
    r"|thanks?|thx)"
)
_IS_OUT = (
    r"(?:no(?:pe)?(?:[\s-]+go)?|not(?:\s+(?:ok(?:ay)?|allowed|possible|supported|listed|an option))?|out"
    r"|off the table|excluded|impossible|forbidden|ruled out"
    r"|(?:does|do|wo|ca|is|are)(?:n['’]?t|\s+not)"
    r"(?:\s+(?:work|go|do|fit|ok|possible|allowed|supported|listed|an option))?)"
)
_CONCEDED = lazy(
    rf"^\W*(?:(?:{_TAKEN_IN}|so|well|then|hm+|ah)[\s,.:]+)*"
    r"(?:(?:no|not)\s+(?:(?:an?|the|on|to|from|in|with)\s+){0,2}(?:[\w.'’/-]+\s+){0,3}?[\w.'’/-]+"
    r"|(?:[\w.'’/-]+\s+){0,3}?[\w.'’/-]+\s+(?:(?:is|are|was|were)\s+)?(?:(?:a|clearly|definitely|also)\s+)?"
    rf"{_IS_OUT})"
    rf"(?:\s+then)?\s*(?P<taken>[,;:.!\u2013-]+\s*{_TAKEN_IN})?(?P<end>\s*[.,;:!\u2013-]+)\s+"
    r"(?=(?:(?:and|but|so|then)[\s,]+)?(?P<asks>(?:what|how)(?: about|['’]?s about)|(?:what|how) if|and|but"
    r"|[^.,;:!?]{2,40}\bthen\W*$))"
)
# What a turn is made of that only shows how an answer is taken.
_REACTION = word_set(
    "damn damned dang darn crap shit bugger bummer ugh argh oof ouch phew wow whoa yikes jeez gosh oops "
    "hooray yay pity shame sad sadly unfortunately unlucky luckily fortunately finally noted thought "
    "figured feared expected suspected guessed knew know good great nice cool fine perfect awesome lovely "
    "brilliant excellent super neat sweet bad too so as i we it that thats that's this is was well oh ah "
    "ok okay k hm hmm god thank thanks thx lucky us me much my bet relief relieved glad happy wonderful "
    "interesting funny strange odd weird lol haha really right very what a"
)
_TELLS_NOTHING = word_set("i we it that thats this is was so as what a my us me too very much really right")
# How the answer is to look, at the end of a question: "(please with a short reason)".
_MANNER = lazy(
    r"(?<=[\w?!.)])[\s,;(\[\u2013-]+(?:please |pls |kindly |and )?(?:with|add|give|include|state)\s+"
    r"(?:me |us )?(?:an? |the |your )?(?:short |brief |quick |one-line )(?:reason|reasoning|explanation"
    r"|justification|rationale)(?: (?:please|pls|too|as well))?[)\].!\s]*$"
    r"|(?<=[\w?!.)\"'”])(?:\s*[,;(\[\u2013-]\s*(?:(?:please|pls|i|we|just|only|need|want|give|me|us|as|in|with)\s+){0,4}"
    r"|\s+(?:in|as)\s+(?:just\s+|only\s+)?)"
    r"(?:one|an?|1)[ -](?:(?:single|short|brief)\s+)?(?:line|liner|sentence)"
    r"(?:\s+(?:for|to)(?:\s+(?:the|my|our|an?))?\s+\w+|\s+(?:please|pls))?[)\].!\s]*$"
)
# The same at its start: "need a table for my boss: ...".
_ASKED_FORM = lazy(
    r"^\W*(?:(?:i|we)\s+)?(?:need|want|give|make|prepare|write)\s+(?:me\s+|us\s+)?(?:an?|one|some)\s+(?:\w+\s+)?"
    r"(?:table|list|overview|slide|line|sentence|summary|statement|mail|text)"
    r"(?:\s+for\s+(?:(?:the|my|our|an?)\s+)?\w+)?\s*:\s+(?=\w)"
)
_MOST_OF_REACTION = 6
_LEAST = 2
_SAYS = re.compile(r"\w+")


def without_chatter(text: str) -> tuple[str, bool]:
    """`text` without what it leads in with, and whether that says that another matter follows.

    It stays as it is where hardly a word would be left.
    """
    rest, other = text, False
    while match := _LEADING().match(rest) or _BARE_OTHER().match(rest) or _CLOSED().match(rest):
        rest = rest[match.end() :]
        other = other or match["other"] is not None
    rest = _without_concession(rest)
    return (rest, other) if len(_SAYS.findall(rest)) >= _LEAST else (text, False)


def _without_concession(text: str) -> str:
    """`text` without what it takes in of the answer before, where it goes on with another thing."""
    match = _CONCEDED().match(text)
    if match is None:
        return text
    about = "about" in match["asks"].lower()
    closed = match["taken"] or "," not in match["end"]  # else a list of what is not there may go on
    return text[match.end() :] if about or closed else text


def without_manner(text: str) -> str:
    """`text` without what its start or end tells of how the answer is to look."""
    return _ASKED_FORM().sub("", _MANNER().sub("", text))


def is_reaction(text: str) -> bool:
    """Whether `text` only shows how an answer is taken: "damn.", "thought so", "phew, thank god"."""
    words = _SAYS.findall(text.lower().replace("'", ""))
    return (
        1 <= len(words) <= _MOST_OF_REACTION
        and "?" not in text
        and all(word in _REACTION for word in words)
        and not _TELLS_NOTHING.issuperset(words)
    )
