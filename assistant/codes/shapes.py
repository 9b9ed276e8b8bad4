"""Shapes in which a number is a code by its place: a bare question, "a 33424 error", lines of event logs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.codes.context import is_glued_before, is_joined, is_named_otherwise, is_other_quantity, is_year
from assistant.codes.cues import NUMBER, Cue
from assistant.decisions.patterns import lazy

_ONLY_WORDS = (
    r"(?:hi|hello|hey|please|pls|plz|can you|could you|what|whats|what's|is|are|does|do|did|"
    r"the|a|an|about|explain|look ?up|lookup|"
    r"search|find|show|me|tell|describe|define|help|with|on|for|got|getting|i|we|get|have|"
    r"meaning|mean|means|of|this|it|how|to|fix|"
    r"solve|resolve|why|again|now|and|cause|causes|reason|stand|stands|mabs|dpm|code|error|"
    r"id|in|up|info|details?)"
)
_ONLY = lazy(
    rf"\s*(?P<before>(?:{_ONLY_WORDS}\b[\s,:]*)*)[\"'(\[#`]*(?P<number>{NUMBER})(?![A-Za-z0-9_]|"
    rf"[.,:/-]\d)[\"')\]`]*"
    rf"(?P<after>(?:[\s,:]*\b{_ONLY_WORDS}\b)*)\s*[?!.]*\s*",
    re.IGNORECASE,
)
_BRACKETED = lazy(r"\s*[(\[]\w{1,6}[)\]]\s*", flags=0)
_MEANING = lazy(
    r"\b(?:mean(?:s|ing)?|explain|look ?up|lookup|define|describe|stands?|solve|resolve|fix|causes?)\b"
)
_THEN_ERROR = lazy(
    r"(?P<number>\d(?<![A-Za-z0-9_.,:/\\-]\d)\d{1,5})(?:[ \t]{1,4}|-)(?:(?:vss|agent|backup|"
    r"dpm|mabs|mars|replica|registration|connection|"
    r"setup|install(?:ation)?|fatal|critical)[ \t]+)?(?:errors?\b(?=[ \t]*(?:code|id|when|"
    r"on|in|from|for|during|after|while|with|again|is|was|:|[.,;!?)\r\n]|$))"
    r"|error\b(?![ \t](?:messages|events|logs|entries|reports|codes|mails|alerts))|events?[ "
    r"\t]+id\b|alert\b|error[ \t]+code|fault\b|exception\b)",
    re.IGNORECASE,
)
_BEFORE_LIST = lazy(
    r"(?<![A-Za-z0-9_.,:/\\-])(?P<number>\d{3,6})[ \t]{0,3}(?:,|/|&|and|or)[ \t]{0,3}$", flags=0
)
_DETERMINED = lazy(
    r"\b(?:the|a|an|this|that|error|dreaded|infamous|same|id|our|my|with|getting|get|got|gets)"
    r"[ \t]+[\"'(#]?$"
)
_HTTP_WORDS = re.compile(
    r"(?P<number>[345](?<![A-Za-z0-9_.,:/\\-][345])\d\d)\)?[\s:,-]{1,3}(?:bad request|unauthori[sz]ed|"
    r"forbidden|not found|method not|proxy auth\w*|request time|conflict|gone|"
    r"too many|internal server|not implemented|bad gateway|service unavailable|gateway time|"
    r"from (?:the |our |my )?(?:proxy|gateway|vault|web ?server|portal|iis)\b)",
    re.IGNORECASE,
)
_HTTP_CALL = re.compile(
    r"\b(?:GET|POST|PUT|HEAD|CONNECT|DELETE|PATCH|OPTIONS)[ \t]{1,4}\S{1,400}+"
    r"(?:[ \t]{1,4}HTTP/[\d.]{1,3}\"?)"
    r"?[ \t]{1,4}(?:->|=>|returned|:)?[ \t]{0,4}(?P<number>[345]\d\d)(?![A-Za-z0-9_.:])"
)
_HTTP_PAGE = re.compile(
    r"\bhttps?://\S{1,200}+[ \t]{1,3}(?:returns?|returned|gives?|gave|says?|->|=>|answers?(?: with)?)"
    r"[ \t]{1,3}"
    r"(?:an? )?(?P<number>[45]\d\d)(?![A-Za-z0-9_.:])",
    re.IGNORECASE,
)
_MAIL_REPLY = lazy(
    r"\b(?:smtp|reply|bounced?|relay|mail ?server)\b[^\n\d]{0,40}?(?P<number>[45][0-5]\d)"
    r"(?![\w.:]|[ \t][KMG]B)|"
    r"(?<![\w.])(?P<first>[45][0-5]\d)[ \t](?:smtp\b|[45]\.\d\.\d)",
    re.IGNORECASE,
)
_DENIED = lazy(r"\bdenied[ .:]{0,2}\((?P<number>5)\)", re.IGNORECASE)
_XML = re.compile(
    r"<(?:EventID|ErrorCode|ErrorID)\b[^<>]{0,60}>\s{0,9}(?P<number>\d{1,6})\s{0,9}<", re.IGNORECASE
)
_TIME = r"\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d+)?(?:[ \t]?[AaPp]\.?[Mm]\.?)?(?:Z|[ \t]?[+-]\d\d:?\d\d)?"
_LEVEL = r"(?:Error|Warning|Critical|Information|Verbose|Failure|Fehler)"
_BEFORE_LEVEL = re.compile(
    rf"{_TIME}[\"']?[\t ,;|]+[\"']?(?P<number>\d{{1,6}})[\"']?[\t ,;|]+[\"']?{_LEVEL}\b"
)
_AFTER_SOURCE = re.compile(
    rf"^[\"']?{_LEVEL}[\"']?[\t ,;|]{{1,9}}[^\n]{{0,40}}?{_TIME}[\"']?[\t ,;|]+[\"']?[A-Za-z][\w "
    rf".-]{{1,60}}?[\"']?[\t,;| ]+[\"']?(?P<number>\d{{1,6}})[\"']?(?=[\t ,;|]+[\"']?(?:None|"
    rf"\(|[A-Z])|\s*$)",
    re.MULTILINE,
)
_SOURCE = lazy(
    rf"(?:DPM-EM|MSDPM|DPMRA|DPM Backup Events|CloudBackup|CBEngine|OBEngine|VSS|(?P<only>volsnap|VolSnap|"
    rf"SQLWRITER|DCOM|DistributedCOM))(?:[\t,;|]+|[ \t]+(?:event[ \t]+)?)(?:{_LEVEL}[\t ,;|]+)?"
    rf"(?P<number>\d{{2,6}})(?![A-Za-z0-9_]|[.,:/-]\d)",
    flags=0,
)
_LINE_START = lazy(
    r"^[ \t>*-]*[\[(\"']?(?P<number>\d{3,6})[\])\"']?[ \t]*(?:[:|\t]|-|–)[ \t]*(?=[A-Z][A-Za-z']+[ "
    r"\t]+[A-Za-z])",
    re.MULTILINE,
)
_IN_BRACKETS = lazy(r"[(\[](?P<number>\d{3,6})[)\]]", flags=0)
_TROUBLE = lazy(
    r"\b(?:errors?|err|fail(?:ed|s|ures?|ing)?|fatal|critical|alert|exception|denied|could ?n[o']t|"
    r"cannot|can't|unable|aborted|unavailable|refused|rejected|not found|timed? ?out|lost)\b"
)


def tells_trouble(text: str) -> bool:
    """Whether a word of failure stands in the text."""
    return bool(_TROUBLE().search(text))


def only_number(text: str) -> re.Match[str] | None:
    """The match (group `number`) when the question is nothing but a number, or asks what one means."""
    if len(text) > 120:
        return None
    match = _ONLY().fullmatch(text)
    if match is None or _BRACKETED().fullmatch(text):
        return None
    number = match["number"]
    around = match["before"] + " " + match["after"]
    if number.isdigit() and is_year(int(number)) and around.strip() and not _MEANING().search(around):
        return None
    return match


def find_shaped(text: str) -> Iterator[tuple[int, int, Cue]]:
    """Start, end and cue of numbers that are codes by their place. A weak cue wants a known code."""
    for match in _THEN_ERROR().finditer(text):
        if cue := _then_error(text, match):
            yield *match.span("number"), cue
            yield from _listed_before(text, match.start("number"))
    for pattern in (_HTTP_WORDS, _HTTP_CALL, _HTTP_PAGE):
        for match in pattern.finditer(text):
            yield *match.span("number"), Cue("http", strong=True)
    for match in _DENIED().finditer(text):
        yield *match.span("number"), Cue("win32", strong=True)
    for match in _MAIL_REPLY().finditer(text):
        yield *match.span(match.lastgroup or 0), Cue(None, strong=True)
    for pattern in (_BEFORE_LEVEL, _AFTER_SOURCE, _XML):
        for match in pattern.finditer(text):
            yield *match.span("number"), Cue("event", strong=True)
    for match in _SOURCE().finditer(text):
        if not is_year(int(match["number"])) and not is_other_quantity(
            text, *match.span("number"), strong=False
        ):
            yield *match.span("number"), Cue("event", strong="event" in match[0] or bool(match["only"]))
    yield from _placed(text)


def _then_error(text: str, match: re.Match[str]) -> Cue | None:
    start = match.start("number")
    number = match["number"]
    before = text[max(0, start - 24) : start]
    determined = bool(_DETERMINED().search(before))
    plural = bool(re.search(r"(?:errors|alerts|events)\Z", match[0], re.IGNORECASE))
    if number.isdigit() and (is_year(int(number)) or (len(number) < 3 and not determined)):
        return None
    named = is_named_otherwise(text, start) or (len(number) < 5 and is_joined(text, start))
    if is_glued_before(text, start) or (named and not determined):
        return None
    return Cue(None, strong=(determined or len(number) > 4) and not plural)


def _listed_before(text: str, end: int) -> Iterator[tuple[int, int, Cue]]:
    """The numbers of "33424, 33425 and 33431 errors" that stand before the last one."""
    while match := _BEFORE_LIST().search(text, max(0, end - 24), end):
        yield *match.span("number"), Cue(None, strong=False)
        end = match.start("number")


def _placed(text: str) -> Iterator[tuple[int, int, Cue]]:
    """Numbers at the start of a line before its message, and in brackets in a line that tells of trouble."""
    for match in _LINE_START().finditer(text):
        if len(match["number"]) > 4:
            yield *match.span("number"), Cue("mabs", strong=False)
    for match in _IN_BRACKETS().finditer(text):
        start = match.start("number")
        line = text[max(text.rfind("\n", 0, start) + 1, start - 200) : start]
        if (
            _TROUBLE().search(line)
            and not is_glued_before(text, start - 1)
            and not is_year(int(match["number"]))
        ):
            yield *match.span("number"), Cue(None, strong=False)
