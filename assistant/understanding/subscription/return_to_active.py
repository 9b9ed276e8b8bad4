"""Whether a subscription is told to have come back to Active: it has, or nobody has seen to it yet.

"Nobody's renewed it", "the request to bring it back to Active is still open" and "we asked Microsoft to
reactivate it" tell that it hasn't. What is only asked ("can we restore once it is reactivated?") is taken as
if it had.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from assistant.decisions.expressions.patterns import lazy
from assistant.understanding.subscription.state_words import CLAUSE_START, FORMER, PAST, REVIVED

# A denial, and no word behind it that leads over to another time.
_TIME = r"(?:(?!\b(?:before|until|till|after|long|because)\b)[^.;!?\n]){0,60}$"
_DENIED = lazy(
    r"(?:\bno\b(?! (?:doubt|question|problem|reason|matter|wonder|longer|sooner)\b)(?! (?:need|reason) to\b)"
    r"|\bnot\b(?! (?:only|just|sure|long)\b)|n['\u2019]t\b|\b(?:nothing|nobody|noone|none|neither|nor|never"
    r"|hardly"
    r"|cannot|without|dont|didnt|hasnt|havent|wasnt|wont|isnt|cant)\b"
    r"|\b(?:forgot|forgotten|fail(?:s|ed|ing)?|refus\w+|declin\w+|omitted|neglected|unable|unwilling|loath"
    rf"|reluctant|impossible) to\b){_TIME}"
)
# It is wanted, and hasn't come to that.
_WANTED = lazy(
    r"\b(?:(?:yet|still|remains?|about|waits?|waiting|wanted|asked|trying|tried|tries|attempts?|refuses?) to"
    r"|still (?:has|have|needs?) to|(?:must|has to|needs to|have to) still|still must|wait(?:s|ing)? (?:for"
    r"|on)"
    r"|await(?:s|ing)?|asked|pending|(?<!our )(?<!upon )(?<!on )(?<!my )request(?:s|ed|ing)?|tickets? (?:to"
    r"|for)"
    r"|appl(?:y|ied|ying) (?:for|to)|promised(?: us)? to|deciding|(?:is|are|will) only to)\b"
    rf"{_TIME}"
)
_ASKED = lazy(
    r"(?:\b(?:if|when|once|after|before|until|how|what|who|whether|unless)\b"
    r"|\b(?:do|does|can|could|should|would|may|must|will|is|has)\s+(?:i|we|you|it|one|the|our|my|that|this)"
    r"|\b(?:would|could|should|may|might))\b"
)
_OTHER_CLAUSE = (
    r"(?:and|but|so|while|yet|because|or|if|when|although|though|however|server|mabs|back-?ups?|restores?|we|i"
    r"|they)"
)
# Behind the words: it hasn't come to that.
_NOT_GRANTED = lazy(
    rf"^(?:\s+(?!{_OTHER_CLAUSE}\b)[\w'\u2019-]+){{0,4}}?\s+(?:not|never|denied|refused|rejected|declined|pending|awaited|failed|requested"
    r"|planned|outstanding|(?:in progress|under way|underway)|applied for|asked for|scheduled|overdue|due"
    r"|stuck|blocked|(?:still|yet) (?:open|missing|to come|waiting)|is (?:open|missing)|w(?:ill|ould) follow"
    r"|\w+n['\u2019]t)\b"
    r"|^\s+(?:tickets?|requests?|orders?|forms?|applications?|process|takes?|needs?|costs?|(?:can|may"
    r"|will) take)\b"
)
_ANEW = lazy(r"\b(?:again|since|meanwhile|afterwards|anew|once more)\b")
# What holds now, against what was done before.
_AGAINST = lazy(
    r"\b(?:but|yet|still|however|nevertheless|now|today|currently|meanwhile|anyway|this (?:time|year|month"
    r"|week|autumn|summer|spring|winter))\b"
)
_TODAY = lazy(r"\b(?:now|today|currently|meanwhile|anyway|this (?:time|year|month|week))\b")
_IS = lazy(
    r"(?:\b(?:is|has|shows?|says?|reads?|lists?|got|stays?|remains?)|['\u2019]s)\s+(?:[\w'\u2019]+\s+){0,3}[\"']?$"
)
_AS = re.compile(r"\bas\s+[\"']?$")  # "shown as expired"
_IT = lazy(r"\b(?:it|subscription|sub|that)\s+(?:has\s+|just\s+|simply\s+)?$")


_PAYMENT = lazy(
    r"\b(?:pay\w*|paid|renew\w*|settled|done|cleared|received|through)(?:\s+(?:up|it|the (?:bill|invoice)))?$"
)


class Revival(NamedTuple):
    """The words for being active again, where they stand, whether it is told to be done, and whether it is
    only supposed or asked about."""

    start: int
    end: int
    words: str
    done: bool
    supposed: bool

    @property
    def of_payment(self) -> bool:
        """Whether it is the payment that is told, and not the state."""
        return bool(_PAYMENT().search(self.words))


def revivals(text: str) -> Iterator[Revival]:
    """Every return to Active that `text` speaks of, in order."""
    for match in REVIVED().finditer(text):
        words = match[0].strip()
        cut = max(CLAUSE_START().finditer(text, 0, match.end()), key=re.Match.start, default=None)
        clause = text[cut.end() if cut else 0 : match.end()]
        supposed = bool(_ASKED().search(f"{cut[0]}{clause}" if cut else clause))
        undone = bool(
            _DENIED().search(clause)
            or (_WANTED().search(clause) and not supposed)
            or _NOT_GRANTED().match(text[match.end() :])
        )
        yield Revival(*match.span(), words, not undone, supposed)


def lapsed_anew(text: str, lapses: Sequence[tuple[int, int]], revival: Revival) -> bool:
    """Whether one of the `lapses` (where they stand) is told as what came after the return to Active:
    "renewed last year, but now it is expired"."""
    later = [(start, end) for start, end in lapses if start > revival.end]
    return any(_is_anew(text, revival, *lapse) for lapse in later)


def _is_anew(text: str, revival: Revival, start: int, end: int) -> bool:
    before = CLAUSE_START().split(_AS.sub("", text[:start]))[-1]
    if _ANEW().search(before + CLAUSE_START().split(text[end:])[0]) or _ANEW().match(text[end:].lstrip()):
        return True
    joint = text[revival.end : start]
    if revival.supposed or "?" in joint or not _AGAINST().search(joint):
        return False
    if FORMER().search(before) or PAST().search(before):
        return False
    return bool(_IS().search(before) or (_IT().search(before) and _TODAY().search(joint)))
