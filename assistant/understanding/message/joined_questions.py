"""Where a second question is joined to the one before it: "..., and is ...?", "... also what if ...?"."""

from __future__ import annotations

import re

from assistant.decisions.expressions.patterns import lazy
from assistant.understanding.message.lead_ins import is_led, led_joints

# What leads on to a further question: "and besides that", "as well as", "and second".
_ON = (
    r"(?:(?:(?:and|also)\s+)?(?:besides|apart from|in addition to|beyond|on top of)\s+(?:that|this|it|these)"
    r"|(?:and\s+)?(?:in addition|additionally|furthermore|moreover|(?:another|next) (?:question|thing|one))"
    r"|and\s+(?:the\s+)?(?:second|third|2nd|3rd|last|final|next)(?:ly)?(?:\s+(?:question|point|thing|one))?"
    r"|as well as)"
)
_ALSO = lazy(
    r"[,;]?\s{0,3}(?:(?<=\s)[+&]|\b(?:and|also|plus|oh and|and also|besides)\b)\s+(?="
    r"(?:how|what|which|(?:how|what|who|where)['\u2019]?s"
    # "and can not see Azure" tells more of the server
    r"|why|who|can(?!\s+(?:(?:still|only|now)\s+)?(?:not|see|reach|talk|contact|connect|access|ping"
    r"|communicate)\b)|do|does|will|should|must)\b"
    r"|(?:under|for|in|on|at|by|with|from|to|of)\s+(?:which|what|how (?:many|much|long))\b"
    r"|(?:could|would|may|might)\s+(?:it|we|i|you|they|one|the|that|this|our|my)\b"
    # "and where our subscription ..." tells more of the case; "and where is ...", or where it is, asks
    r"|when\s+(?:do|does|can|must|should|will|would)\s+(?:the|our|my|an?|it|they|we|i|one|mabs)\b"
    r"|where\s+(?:the|our|my|an?|it|they)\s[^,.;:?!]{0,40}?\b(?:is|are|lies?|goes?|stands?)\s{0,2}(?=[?.]|$)"
    r"|where\s+(?:\([^()]*\)\s+)?(?:to|in|on|is|are|was|do|does|did|can|could|will|would|should|must|has"
    r"|have)\b"
    r"|(?:is|are)\s+(?:it|we|i|you|they|the|an?|there|this|that|our|my|one|those|these|any|all|both"
    r"|everything|(?:ms\s?)?sql|share\s?point|windows|win|exchange|linux|oracle|server\s20\d\d)\b)"
    # "he needs the list and wants to know how ...": asked for somebody else
    r"|[,;]?\s{1,3}(?:and|also|plus|&)\s+(?:(?:he|she|they|we|i|also)\s+){0,2}(?:wants?|needs?|(?:['’]?d"
    r"|would) like|asks?)"
    r"(?:\s+to know)?\s+(?=(?:how|what|which|where|whether|if)\b)"
    r"|,\s+(?:and|also|plus)\s+(?=(?:is|are)\s+(?!(?:now|not|still|already|only)\b)\w+\s[^?.]{3,}\?)"
    r"|(?:,|\s[+&])\s+(?=(?:(?:and|plus|also)\s+)?(?:the\s+)?(?:max(?:imum)?|min(?:imum)?|number of|size of"
    r"|smallest"
    r"|largest|biggest|lowest|highest|names? of)\b)"
)
# Behind a question: what leads on to a further one, or a case of its own ("and after setup - must I").
_FURTHER = lazy(
    rf"[,;]?\s{{1,3}}{_ON}[,:]?\s+(?=(?:how|what|which|where|who|why)\b"
    r"|(?:can|could|do|does|will|would|should|must|may)\s+\w+\s+\w"
    r"|(?:is|are)\s+(?!(?:in|on|at|an?|the|of|to|from|for|not|also|still|only|now|then|\w+ed"
    r"|kept)\b)\w+\s+\w)"
    r"|,?\s{1,3}(?:and|also|plus)\s+(?=(?:after|before|during|once|when|while|on|in|for|with|at)\s"
    r"[^,.;:?!\n]{1,40}?\s?[,:\u2013-]\s(?:how|what|which|where|is|are|can|do|does|must|should|may|will)\s)"
)
_ASKED = lazy(
    r"(?:^|[,;:\u2013-]\s)\W*(?:(?:and|also|so|then|ok|hi|hello|hey|plus|pls|please)\W+)*(?:is|are|can|could"
    r"|do|does|did|will|would|should|must|may|how|what|which|where|who|why|whether|tell|explain"
    r"|(?:the\s+)?(?:number|size|amount|count|names?|default|min\w*|max\w*|smallest|largest))\b"
)
# What is to be known or said, joined to more of it.
_WHETHER = lazy(rf"[,;]?\s{{1,3}}(?:{_ON}|and|also|plus|&)[,:]?\s+(?:also\s+)?(?=whether\s)")
_TO_BE_KNOWN = lazy(
    r"\b(?:tell|give|know|explain|say|confirm|check|ask\w*|wonder\w*|clarify|find out|unsure|sure|interested"
    r"|questions?)\b"
)
# A verb and a subject of any name ("and is .NET enough", "and may Exchange run"), not a second predicate of
# the same subject ("and is offline", "and may not run").
_FINITE = lazy(
    r"[,;]?\s{1,3}(?:and|also|plus|&|\+)\s{1,3}(?:also\s{1,3})?(?="
    r"(?:is|are|could|would|may|might|shall)\s{1,3}"
    r"(?!(?:not|now|still|already|only|also|never|then|too|so|to|in|on|at|of|for|with|by|from|out|under|over"
    r"|behind|without|be|have|been|offline|online|up|down|full|gone|back|dead|cut|lost|more|less|no|just)\b)"
    r"(?!\w{1,20}(?:ed|en|ing)\b)\S{1,40}\s{1,3}\S)"
)
_OPENS = lazy(
    r"^\W*(?:(?:and|also|so|then|ok|hi|hello|hey|plus|pls|please)\W+)*(?:is|are|can|could|do|does|did|will"
    r"|would"
    r"|should|must|may|might|shall|how|what|which|where|who)\b"
)
# What makes of the words behind it a clause within the question.
_WITHIN = lazy(r"\w\W+(?:that|which|who|whose|if|when|while|where|whether|because|since|once|until|as)\b")
_BARE_AND = re.compile(r"[\s,;]*(?:and|&)\s*", re.IGNORECASE)
"""What joins two predicates as well as two questions, as a plus or "also" doesn't."""

_N = re.compile(r"(?<=[\w.?!)*])\s['\u2019]?n['\u2019]?\s(?=[a-z(*])")

_LEAST = 3
_LONGEST = 600
"""In longer pieces nobody asks two questions: they are pastes."""


def with_and(text: str) -> str:
    """`text` with "and" where a lone "n" stands for it: "how many disks n is it listed"."""
    return _N.sub(" and ", text)


def taken_apart(sentence: str) -> list[str]:
    """The pieces of `sentence` at the joints before a further question."""
    pieces = (part for led in _led(sentence) for piece in _ALSO().split(led) for part in _finite(piece))
    return [part for piece in pieces for whole in _further(piece) for part in _embedded(whole)]


def _led(sentence: str) -> list[str]:
    """The questions of a sentence of which a later one has a clause of its own that leads up to it."""
    if len(sentence) > _LONGEST:
        return [sentence]
    for start, end in led_joints(sentence):
        before = sentence[:start]
        if _ASKED().search(before) or is_led(before):
            return [before, *_led(sentence[end:])]
    return [sentence]


def _further(piece: str) -> list[str]:
    """The questions of a piece that more than an "and" joins; what is only told stays with its question."""
    if len(piece) > _LONGEST:
        return [piece]
    for joint in _FURTHER().finditer(piece):
        if _ASKED().search(piece[: joint.start()]):
            return [piece[: joint.start()], *_further(piece[joint.end() :])]
    return [piece]


def _embedded(piece: str) -> list[str]:
    """The matters of a piece that are asked about with "whether", behind a word for knowing or telling."""
    return _WHETHER().split(piece) if _TO_BE_KNOWN().search(piece) else [piece]


def _finite(piece: str) -> list[str]:
    """The questions of a piece that are whole by themselves, each with a verb and a subject of its own."""
    if len(piece) > _LONGEST:
        return [piece]
    for joint in _FINITE().finditer(piece):
        before = piece[: joint.start()]
        apart = not _BARE_AND.fullmatch(joint[0]) or not _WITHIN().search(before)
        asked = _OPENS().search(before) or is_led(before)
        if len(before.split()) >= _LEAST and asked and apart:
            return [before, *_finite(piece[joint.end() :])]
    return [piece]
