"""Blanks what a message says beside its own case: rules quoted from the guide, questions on how a state is
looked up or what a word means, plans and cases thought of for later, and outages of years ago.

They tell a state that isn't the asker's. A rule or a case thought of is only left out where the rest tells a
case and asks for an operation: alone, it is what the question is about.
"""

from __future__ import annotations

from collections.abc import Iterator

from assistant.decisions.expressions.needed import Needed
from assistant.decisions.expressions.patterns import lazy
from assistant.understanding.operations import find_operations
from assistant.understanding.subscription.states import read_states
from assistant.understanding.word_rules import blanked

_MOST_CHARS = 1500
_CUT = lazy(
    r"(?P<end>[.;!?]+(?=\s|$)|\n)|\b(?:but|whereas|however)\b"
    r"|\b(?:and|while|so)\s(?=(?:our|my|we|ours|i|mine|now|in our case)\b)"
)
_SOURCE = (
    r"(?:guide(?:lines?)?|docs?|documentation|articles?|manual|handbook|table|matrix|web ?page|page|kb"
    r"|knowledge base|blog|faq|textbook|book|course|training|slides?|microsoft learn|learn\.microsoft\.com)"
)
_OF_SOURCE = rf"(?:(?:the|your|this|that|microsoft['\u2019]?s?|ms|azure|official|online)\s+){{0,3}}{_SOURCE}"
_QUOTES = lazy(
    rf"\b{_OF_SOURCE}\s+(?:also\s+|clearly\s+|only\s+)?(?:says?|said|states?|stated|writes?|mentions?"
    r"|tells?|puts? (?:it|that|this)|has (?:an?|one|two) (?:row|line|entry|section|chapter|column)s?"
    r"|lists?|explains?|describes?|claims?|reads|warns?|notes?|defines?)\b"
    rf"|\baccording to {_OF_SOURCE}\b|\b(?:it|so|that)\s+(?:is|says|stands"
    rf"|'s)\s+(?:written\s+)?in {_OF_SOURCE}\b"
    rf"|[,:;-]\s*(?:(?:so|or so|at least|as)\s+)?(?:says?|states?|writes?|claims?"
    rf"|according to) {_OF_SOURCE}\b"
    rf"|\b(?:i|we)\s+(?:have\s+)?(?:read|found|saw|seen)\s+in {_OF_SOURCE}\b"
)
_OWN = lazy(r"\b(?:our|ours|my|mine|we|us|i|now|today|currently|at the moment)\b")
_ASKING = (
    r"^\W*(?:(?:and|also|please|so|hi|hello|well|one more thing|another question|by the way|btw)\W+)*"
    r"(?:(?:can|could|would) you (?:please )?(?:tell|explain|show)(?: me| us| to me)?\s+"
    r"|(?:please )?(?:tell|explain|show)(?: me| us| to me)?\s+"
    r"|(?:(?:the |a |my |our )?\w+|we) (?:would like|wants?|needs?|asks?|wonders?|['\u2019]d like)"
    r"(?: to (?:know|learn|understand|ask))?\W+|do you know\s+)?"
)
_LOOKS_UP = (
    r"(?:check|find out|see|tell|know|test|verify|look up|determine|make sure|recogni[sz]e|monitor"
    r"|notice|watch"
    r"|be sure|get told)"
)
# How one finds a state, whom to ask, what a word means: none is told by that.
_LOOK_UP = lazy(
    rf"{_ASKING}(?:how|where|who|whom|which|why|what)\s+(?:do|does|can|could|should|would|must|to|will)\s+"
    rf"(?:(?:i|we|one|you|the \w+|someone|somebody)\s+)?(?:best\s+|easily\s+)?(?:{_LOOKS_UP}|call|ask"
    rf"|contact)\b"
    rf"|{_ASKING}(?:who\b|(?:the\s+)?meaning of\b|(?:the\s+)?definition of\b"
    r"|what\s+(?:does|is)?\s*(?:the (?:word|term|state)\s+)?[\"']?[\w ]{3,40}[\"']?\s+means?\b"
    r"|what\s+(?:the (?:word|term|state)\s+)?[\"']?\w[\w ]{2,30}[\"']?\s+(?:is|are)\s+meaning\b"
    r"|what (?:is )?(?:meant|understood) by\b|(?:is|are) there (?:an?|any) (?:difference|grace period)\b"
    r"|what(?:['\u2019]s| is) the difference\b|(?:the )?difference between\b)"
)
# What becomes of any subscription or connection, and not of the asker's.
_IN_GENERAL = lazy(
    rf"{_ASKING}what\s+(?:happens|will happen|would happen|is deleted|gets? deleted|is lost|changes"
    rf"|follows)\b"
    r"[^?]{0,40}?\b(?:when|if|once|after|in case)\s+"
    r"(?:an?|some|any|somebody['\u2019]s|one['\u2019]s|connect\w+|subscriptions?|azure subscriptions?)\b"
    r"|^\W*(?:if|when|once|while|whenever)\s+(?:an?|some|any)\s+(?:azure\s+)?(?:subscription|sub"
    r"|connection)\b"
    r"[^?]*$"
    rf"|{_ASKING}what (?:would|will|does) happen\b[^?]{{0,20}}\b(?:if|when)\b[^?]{{0,40}}"
    r"\b(?:were to|should(?: ever)?|ever|one day)\b"
    rf"|{_ASKING}what happens\b[^?]{{0,20}}\b(?:if|when)\b[^?]{{0,40}}\b(?:would|were to|ever|one day)\b"
    r"|^\W*(?:if|when|should)\b[^?]{0,40}\b(?:one|some) day\b[^?]{0,20}\b(?:we|i|they)(?:['\u2019]d| would"
    r"| might| may)\b"
    r"|\b(?:if|when|whenever) (?:the )?(?:output|result|cmdlet|command|check)(?: of (?:the )?[\w-]+)?"
    r" (?:is|returns?|prints?|shows?|says?|reads?) [\"']?(?:true|false)\b"
)
_LATER = lazy(
    r"\b(?:runbooks?|playbooks?|checklists?|(?:emergency|recovery|continuity|contingency|test) (?:plan"
    r"|procedure)s?"
    r"|drills?|rehearsals?|tabletop exercises?|presentation|exam|quiz|polic(?:y|ies)|risk assessment)\b"
    r"[^?]{0,30}?\b(?:for|on|about|covering|where|when|if|in which|of)\b"
    r"|\b(?:scheduled|planned|due|announced)\s+(?:for|in|on|at)\s+(?:next|the (?:end|new|coming)|spring"
    r"|summer"
    r"|autumn|winter|january|february|march|april|may|june|july|august|september|october|november|december)\b"
    r"|\b(?:we|they|i|he|she|the \w+(?: team)?) might\b"
    r"|\b(?:we|they|the \w+(?: team)?)(?:['\u2019]re| are| is)? (?:plan(?:s|ning)?|going|intend\w*|think\w*"
    r"|consider\w*|want\w*) (?:to|of|about|on) (?:mov|chang|switch|replac|swap|renew|migrat|route)\w*\b"
)
# "the subscription expired, its renewal is scheduled for next week": what is told besides is of now.
_RENEWAL = lazy(r"\b(?:renewals?|extension|payments?|invoices?|bills?|re-?activation|term)\b[^.;?!,]{0,20}$")
# The time is so far back that it tells nothing of now.
_LONG_AGO = lazy(
    r"\b(?:years|decades?|a long time) (?:ago|back|earlier)\b|\b(?:back|once) in (?:the )?(?:19|20)\d\d\b"
    r"|\b(?:in|during) (?:(?:early|late|mid|spring|summer|autumn|winter|january|february"
    r"|march|april"
    r"|may|june|july|august|september|october|november|december)[\s-]+)?20(?:0\d|1\d|2[0-3])\b"
    r"|\b(?:old|former|previous|retired) (?:back-?up )?(?:server|mabs|box|machine|site)\b[^.;?!]{0,40}?"
    r"\b(?:scrapped|retired|decommissioned|got rid of|replaced|had|sold|thrown|long gone)\b"
)
# The asker's own case as the reason: "we plan to move since the subscription expired".
_GIVES_REASON = lazy(
    r"\b(?:since|because|as|now that)\s+(?:the|our|my)\s+(?:azure\s+)?"
    r"(?:sub|subscription|link|line|connection|internet|network|server|site)\b"
)
# Another state, named for comparison: "wiped as they would be with Deprovisioned". Whether two states are
# "the same as" each other is a question of both.
_COMPARED = lazy(
    r"\b(?:just |exactly )?(?:like|unlike|as)\s+"
    r"(?:(?:it|they|that|those|things|we|one|points|data|is|are|was|were|do|does|did|would|will|be|been|have"
    r"|has|happens?|happened|the case|with|when|after|in|under|for|on|an?|the|if|of|being|once|subscriptions?"
    r"|subs?|state)\s+){0,8}?[\"'“]?(?:expired|deprovisioned|active)\b[\"'”]?"
    r"(?:\s+(?:state|ones?|subscriptions?|subs?)\b)?"
)
# What nothing is said to go before is not there yet: "no restore until the subscription is paid".
_NOT_BEFORE = lazy(
    r"\b(?:until|till|before|unless)\s+(?:(?:the|our|my|their|it|we|they|you|he|that|this|azure|subscriptions?|subs?"
    r"|bill|invoice)\s+|(?:is|are|has|have|had|been|was|get|gets|got)\s+|it['’]s\s+){1,5}"
    r"(?:re-?)?(?:paid|renewed|activated|active|settled|extended|enabled)(?:\s+again)?\b"
)
# The table of states by what it is about: "the online/offline table", "the table on connected and offline".
_ON_OFF = (
    r"(?:online|connected)\s*(?:/|and|or|vs\.?|versus|&|,|-)\s*(?:offline|disconnected|lost(?: connect\w+)?)"
    r"|offline\s*(?:/|and|or|vs\.?|versus|&|,|-)\s*(?:online|connected)"
)
_TABLE_NAMED = lazy(
    rf"\b(?:{_ON_OFF})[\s-]+(?:\w+\s+)?(?:table|matrix|grid|chart|overview|list)\b"
    rf"|\b(?:table|matrix|grid|chart|overview)\b\s*(?:\(|,|:|-|on|of|for|with|about)\s*(?:{_ON_OFF})\b"
)
_NOTHING_GOES = lazy(
    r"\b(?:no|nothing|none|never|not|cannot|cant|dont|wont|wait\w*|nobody|neither)\b|n['’]t\b"
)
_OF_BOTH = lazy(
    r"\bsame\b|\bas \w+ as\b|\b(?:expired|deprovisioned|active)\W{0,2}\s+(?:just |exactly )?(?:un)?like\b"
)
_PAST = lazy(r"\b(?:was|were|had|lost|went|did|happened|dropped|failed|broke|died|fell|suffered|lasted)\b")
_STILL = lazy(
    r"\b(?:is|are|has|have|still|since|ever since|until now|so far|now|today|currently|not back)\b"
    r"|['\u2019](?:ve|re)\b|\b(?:it|there|that|who|here)['\u2019]s\b"
)
# What is told elsewhere of an outage that has not ended, or of the day on which it is told.
_UNENDED = lazy(
    r"\b(?:still|ever since|since then|not back|not fixed|nobody|no one|not yet|(?:has|is"
    r"|was)n['\u2019]?t|today)\b"
)
_SUBCLAUSE = lazy(r",|\band\b")
_ASKED_THEN = lazy(r"\b(?:did|were|was|had|then|back then|that time)\b[^.?!]*\?")


_LONG_AGO_NEEDED = Needed(_LONG_AGO().pattern)


def without_asides(text: str) -> str:
    """`text` with what isn't the asker's own case blanked, so that every place stays where it is."""
    if len(text) > _MOST_CHARS:
        return text
    text = blanked(text, [found.span() for found in _TABLE_NAMED().finditer(text)])
    text = _without_unreal(text)
    if _LONG_AGO_NEEDED.may_stand(text) and not _ASKED_THEN().search(text):
        text = blanked(text, [span for segment in _segments(text) for span in _long_ago(text, *segment)])
    spans = [(start, end) for start, end in _segments(text) if _is_aside(text[start:end])]
    if not spans:
        return text
    rest = blanked(text, spans)
    return rest if _tells_case(rest) else text


def _without_unreal(text: str) -> str:
    """`text` without a state that is named for comparison only, or that nothing is said to go before, where
    the rest tells another."""
    spans = [] if _OF_BOTH().search(text) else [found.span() for found in _COMPARED().finditer(text)]
    for found in _NOT_BEFORE().finditer(text):
        said = _CUT().split(text[: found.start()])[-1] or ""
        spans += [found.span()] if _NOTHING_GOES().search(said) else []
    if not spans:
        return text
    rest = blanked(text, spans)
    states = read_states(rest)
    return rest if states.subscription or states.previous else text


def _tells_case(rest: str) -> bool:
    """Whether the rest tells a connection or a subscription, and asks for an operation."""
    states = read_states(rest)
    return bool((states.connectivity or states.subscription) and find_operations(rest))


def _is_aside(segment: str) -> bool:
    if _QUOTES().search(segment):
        return not _OWN().search(_QUOTES().sub(" ", segment))
    if _GIVES_REASON().search(segment):
        return False
    asks = _LOOK_UP().search(segment) or _IN_GENERAL().search(segment)
    later = _LATER().search(segment)
    return bool(asks or (later and not _RENEWAL().search(segment[: later.start()])))


def _long_ago(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The part of a segment that tells of years ago: all of it, or its clause where the rest is of now."""
    segment = text[start:end]
    if not _LONG_AGO().search(segment) or _GIVES_REASON().search(segment):
        return
    if not _STILL().search(segment) and _PAST().search(segment):
        if not _UNENDED().search(text):
            yield start, end
        return
    at = 0
    for cut, behind in [*((m.start(), m.end()) for m in _SUBCLAUSE().finditer(segment)), (end - start, 0)]:
        clause = segment[at:cut]
        ago = _LONG_AGO().search(clause)
        opens = ago and not _PAST().search(clause[: ago.start()])  # not "broke years ago and isn't fixed"
        if opens and _PAST().search(clause) and not _STILL().search(clause):
            yield start + at, start + cut
        at = behind


def _segments(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for cut in _CUT().finditer(text):
        if text[start : cut.start()].strip():
            yield start, cut.start()
        start = cut.end()
    if text[start:].strip():
        yield start, len(text)
