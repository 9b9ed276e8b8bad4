"""Statuses of HTTP and replies of mail servers: behind a request, before their words, in talk of the web."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.codes.finding.amounts import is_other_quantity
from assistant.codes.finding.found_code import LOG_FROM
from assistant.decisions.expressions.patterns import lazy

_HTTP_WORDS = lazy(
    r"(?P<number>[345](?<![A-Za-z0-9_.,:/\\-][345])\d\d)\)?[\s:,-]{1,3}(?:bad request|unauthori[sz]ed|"
    r"payment required|forbidden|not found|method not|not acceptable|proxy auth\w*|request time|"
    r"conflict|gone|"
    r"length required|precondition|(?:payload|content|request entity|uri|request-uri) too|unsupported "
    r"media|range not|"
    r"requested range|expectation failed|misdirected|unprocessable|upgrade required|too many requests|"
    r"too early|"
    r"request header|unavailable for legal|internal server|not implemented|bad gateway|service unavailable|"
    r"gateway time|http version|insufficient storage|loop detected|network auth\w*|not modified|"
    r"from (?:the |our |my )?(?:proxy|gateway|vault|web ?server|portal|iis)\b)",
    re.IGNORECASE,
)
_HTTP_CALL = lazy(
    r"\b(?:GET|POST|PUT|HEAD|CONNECT|DELETE|PATCH|OPTIONS)[ \t]{1,4}\S{1,400}"
    r"(?:[ \t]{1,4}HTTP/[\d.]{1,3}\"?)"
    r"?[ \t]{1,4}(?:->|=>|returned|:)?[ \t]{0,4}(?!443\b)(?P<number>[45]\d\d)(?![A-Za-z0-9_.:])",
    flags=0,
)
_HTTP_LOGGED = lazy(
    r"^\d{4}-\d\d-\d\d[ \t][^\n]{0,200}?\b(?:GET|POST|PUT|HEAD|DELETE|OPTIONS)[ \t][^\n]{0,600}?[ \t]"
    r"(?P<number>[45]\d\d)(?=(?:[ \t]\d{1,4}[ \t]\d{1,10}(?:[ \t]\d{1,10})*)?[ \t\r]*$)",
    re.MULTILINE,
)
"""The status in a line of the web server of Windows: the last field, or before lesser statuses and times."""

_HTTP_REPLY = lazy(
    r"\b(?:response(?:[ \t]code)?"
    r"|(?:proxy|gateway|portal|api|endpoint|web ?server|iis|storage account|blob|vault service)[ \t]+"
    r"(?:replie[sd]|answer(?:s|ed)|respond(?:s|ed)|sa(?:ys|id)|return(?:s|ed)|gives?|gave|throws?|"
    r"threw|sends?|sent))"
    r"[ \t]+(?:back[ \t]+)?(?:with[ \t]+)?(?:an?[ \t]+|us[ \t]+)?"
    r"(?P<number>[45]\d\d)(?![\w%]|[.:,]\d|[ \t]?m?s(?:ec)?\b)"
    r"(?![ \t]+(?!(?:errors|times|always|is|was|as|this|sometimes|requests? denied)\b)[a-z]+s\b)"
)
_HTTP_PAGE = lazy(
    r"http(?<!\whttp)s?://\S{1,200}[ \t]{1,3}(?i:returns?|returned|gives?|gave|says?|->|=>|"
    r"answers?(?: with)?)[ \t]{1,3}(?i:an? )?(?P<number>[45]\d\d)(?![A-Za-z0-9_.:])",
    flags=0,
)
_HTTP_MORE = lazy(
    r"(?:[^\n.?!\d]{0,40}?\b(?:and|or|then|sometimes|also|later|to|but)|,(?:[ \t]+[a-z]+){1,2})[ \t]+"
    r"(?:(?:an?|then|sometimes|also|even|once)[ \t]+)?"
    r"(?P<number>[45]\d\d)(?=[ \t]+(?:twice|once|one time|sometimes|again|errors?\b|\w+ times)|[,;!?)]|"
    r"\.?\s*$|\.\s)",
    re.IGNORECASE,
)
_MAIL_REPLY = lazy(
    r"\b(?:smtp|reply|bounced?|relay|mail ?server)\b[^\n\d]{0,40}?(?P<number>[45][0-5]\d)"
    r"(?![\w.:]|[ \t][KMG]B|[ \t]+[a-z]+s\b)|"
    r"(?<![\w.])(?P<first>[45][0-5]\d)[ \t](?:smtp\b|[45]\.\d\.\d)",
    re.IGNORECASE,
)
_STATUS = r"(?P<number>40[0-9]|41[0-7]|42[1-689]|431|451|50[0-8]|51[01])"
_OF_WEB = lazy(
    r"\b(?:https?|urls?|api|rest call|prox(?:y|ies)|portal|gateway|endpoints?|curl|invoke-\w+|requests?|"
    r"web ?server|browser|throttl\w+|[\w-]+\.(?:com|net|org|io)|blob|upload\w*)\b"
)
_TALK = lazy(
    r"\b(?:gets?|got|getting|receives?|received|sees?|saw|seen|shows?|showed|gives?|gave|giving|throws?|threw|"
    r"returns?|returned|returning|says?|said|sends?|sent|answers?|answered|replie[sd]|responds?|responded|"
    r"reports?|reported|fails?|failed|dies|ends?|ended|throttles?|throttled|hands?)"
    r"(?: (?:us|me|back|out|up))?"
    r"(?: (?:with|in|by|on|as))?(?: (?:an?|the|only|just|always|mostly|still|now))?[ \t]+[\"'(]?"
    rf"{_STATUS}(?![\w%]|[.,:/-]\d)(?=[\"')]?(?:[,;.!?]|\s*$|\s+(?:from|when|while|on|at|for|as|after|"
    r"and|or|then|again|sometimes|every|since|in|during|whenever|if|once|but|errors?|until|because|to)\b))"
)
_PROXIED = lazy(r"TCP_[A-Z_]{3,20}/(?P<number>[45]\d\d)\b", flags=0)
_DONE_TO_US = lazy(
    r"\b(?:proxy|gateway|api|portal|endpoint|server|vault)[ \t]+(?P<number>[45]\d\d)['’](?:d|ed|s us)\b"
)
_TITLED = lazy(rf"\({_STATUS}\)(?=[ \t]+[A-Z][a-z]{{3,}})", flags=0)


def find_http(text: str) -> Iterator[tuple[int, int]]:
    """Where a status of HTTP stands, and another in its sentence: "412 precondition failed and 409 once"."""
    told = [_HTTP_REPLY(), _TITLED(), _HTTP_LOGGED(), _DONE_TO_US()] if len(text) <= LOG_FROM else []
    told += [_TALK()] if told and _OF_WEB().search(text) else []
    for pattern in (_HTTP_WORDS(), _HTTP_CALL(), _HTTP_PAGE(), _PROXIED(), *told):
        for match in pattern.finditer(text):
            if is_other_quantity(text, *match.span("number"), strong=True):
                continue
            yield match.span("number")
            further = _HTTP_MORE().match(text, match.end("number"))
            if further and not is_other_quantity(text, *further.span("number"), strong=False):
                yield further.span("number")


def find_mail(text: str) -> Iterator[tuple[int, int]]:
    """Where a mail server's reply stands in a message: "bounced with 550"."""
    for match in _MAIL_REPLY().finditer(text) if len(text) <= LOG_FROM else ():
        yield match.span(match.lastgroup or 0)
