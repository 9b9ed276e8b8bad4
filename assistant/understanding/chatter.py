"""What a turn says to the person rather than on the matter: "thanks!", "cool.", "u welcome lol.".

It is left out before the rest is read. A turn may also tell that another matter follows ("other question:").
"""

from __future__ import annotations

import re

from assistant.decisions.patterns import lazy

_WORDS = (
    r"ok(?:ay)?|k+|thx|ty|thanks?(?: (?:a lot|so much|you|again|for (?:that|this)))?|cheers|cool|great|nice"
    r"|perfect|super|awesome|alright|got it|i see|makes sense|understood|good to know|fair enough"
    r"|(?:u|you|ur|you'?re|no you'?re) ?(?:are )?welcome|np|no (?:problem|worries)|lol|ha(?:ha)+|he(?:he)+"
    r"|hm+|ah+|oh+|wow|phew|hi|hello|hey|that (?:did it|helped|worked|fixed it|was it)|no hurry|yay"
)
_OTHER = (
    r"(?:now |and |but |then )?(?:for |to |on )?(?:something|sth) (?:completely |totally )?(?:else|different)"
    r"(?: now)?|(?:(?:an)?other|different|new|unrelated|separate|next)"
    r" (?:matter|topic|subject|thing|question|issue)|by the way|btw|changing (?:the )?(?:topic|subject)"
)
_LEADING = lazy(
    rf"^\W*(?:(?P<other>{_OTHER})|(?:{_WORDS})(?:[\s,]+(?:{_WORDS}))*)\s*(?:[.,;:!\u2013-]+|\.{{2,}})\s+(?=\S)"
)
_BARE_OTHER = lazy(
    rf"^\W*(?:(?:{_WORDS})[\s,]+)*(?P<other>{_OTHER})\s+(?=(?:is|are|can|how|what|which|does|do)\b)"
)
_LEAST = 2
_SAYS = re.compile(r"\w+")


def without_chatter(text: str) -> tuple[str, bool]:
    """`text` without what it leads in with, and whether that says that another matter follows.

    It stays as it is where hardly a word would be left.
    """
    rest, other = text, False
    while match := _LEADING().match(rest) or _BARE_OTHER().match(rest):
        rest = rest[match.end() :]
        other = other or match["other"] is not None
    return (rest, other) if len(_SAYS.findall(rest)) >= _LEAST else (text, False)
