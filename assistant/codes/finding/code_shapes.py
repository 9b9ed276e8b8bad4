"""Shapes in which a number is a code by its place: a bare question, "a 33424 error", lines of event logs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.codes.finding.amounts import is_glued_before, is_other_quantity, is_year
from assistant.codes.finding.code_lists import find_listed
from assistant.codes.finding.code_phrases import find_phrased
from assistant.codes.finding.columns import find_columns
from assistant.codes.finding.cue_words import NUMBER
from assistant.codes.finding.cues import Cue, is_thread
from assistant.codes.finding.event_sources import find_events
from assistant.codes.finding.found_code import LOG_FROM, TOLD_LONGEST
from assistant.codes.finding.http_statuses import find_http, find_mail
from assistant.codes.finding.log_lines import matches
from assistant.codes.finding.non_code_context import is_joined, is_named_otherwise
from assistant.codes.finding.records import find_recorded
from assistant.codes.finding.windows_meanings import find_meant
from assistant.decisions.expressions.patterns import lazy

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
_SEVERAL = lazy(r"\s*[1-9]\d{3,5}(?:\s?[/&+|]\s?[1-9]\d{3,5}){1,3}\s*[?!.]*\s*", flags=0)
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
# A literal comes first, and what mustn't stand before it after it: so a log is searched at full speed.
_SQL_MESSAGE = lazy(r"Msg(?<!\wMsg)[ \t]{1,2}(?P<number>\d{3,5})\b(?![.:]\d)", flags=0)
_SQL_STATE = lazy(
    r"(?<![\w.,:/-])(?P<number>\d{4,5}),?[ \t]{1,2}"
    r"(?:[Ss]everity:?[ \t]\d{1,2},?[ \t]{1,2})?[Ss]tate:?[ \t]\d{1,3}\b",
    flags=0,
)
_SQL_KNOWN = lazy(
    r"\bsql(?: server)?[ \t](?P<number>82[345]|832|300[27]|3013|3041|32(?:0[12]|7[12])|3414|5123|900[12]"
    r"|17204|17207|18204|18210|18456|18452)(?![\w%°]|[.,:/-]\d)"
)
"""Messages that SQL Server is known for in matters of backup, corruption and sign-in."""

_SQL_NUMBER = lazy(r"SQL(?<!\wSQL)[ \t](?P<number>\d{3,4})(?=[,;:)]|\.?\s*$)", flags=0)
_ERROR_LOG = lazy(
    r"(?<![.\w-])(?:(?P<errors>err(?:or)?[ -]?log)|(?:dpm|mabs|mars|agent|setup|cbengine|msdpm) log)"
    r"(?:[ \t]+(?:has|shows|says|with|is|"
    r"reads))?"
    r"(?:[ \t]?:)?[ \t]+(?P<number>[1-9]\d{2,5})"
    r"(?P<more>(?:[ \t]*(?:,|and|&|/)[ \t]*\d{3,6})*)"
    r"(?![\w%]|[.,:/-]\d)"
)
_DENIED = lazy(
    r"\bdenied[ .:]{0,2}\((?P<number>5)\)|"
    r"(?:\[SC\][ \t]|\b(?=[A-Za-z]*Service|[A-Za-z]*SCManager))[A-Za-z]+[ \t]FAILED[ \t](?P<told>\d{1,5})\b"
    r"|(?-i:\bFAILED)[ \t](?P<failed>\d{1,5})(?=:[ \t\r\n])"
    r"|\bfail(?:s|ed)? with (?P<with>5)(?=[,;.!]?(?:\s|$))(?![ \t]+[a-z])",
    re.IGNORECASE,
)
_XML = lazy(r"<(?:EventID|ErrorCode|ErrorID)\b[^<>]{0,60}>\s{0,9}(?P<number>\d{1,6})\s{0,9}<", re.IGNORECASE)
_TIME = r"\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d+)?(?:[ \t]?[AaPp]\.?[Mm]\.?)?(?:Z|[ \t]?[+-]\d\d:?\d\d)?"
_LEVEL = r"(?:Error|Warning|Critical|Information|Verbose|Failure|Fehler|Audit (?:Failure|Success))"
_LEVEL_WORDS = ("error", "warning", "critical", "information", "verbose", "failure", "fehler", "audit")
_BEFORE_LEVEL = lazy(
    rf"{_TIME}[\"']?[\t ,;|]+[\"']?(?P<number>\d{{1,6}})[\"']?[\t ,;|]+[\"']?{_LEVEL}\b",
    flags=0,
)
_AFTER_SOURCE = lazy(
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
_KEYED = lazy(
    r"(?<![\w.-])(?:mabs|dpm|mars|wsb|vss|msdpm|dpmra|cloudbackup|cbengine|win32|winsock)=[\"']?"
    r"(?P<number>[1-9]\d{1,5})(?![\w%]|[.,:/-]\d)"
)
"""A code whose key is what gave it: "code=30229 wsb=517"."""

_BEFORE_PROCESS = lazy(r"^<\d{1,3}>1 \S{10,40} \S{1,40} $", re.MULTILINE)
"""How a line of syslog begins, up to the program, behind which its process stands."""

_LINE_START = lazy(
    r"^[ \t>*-]*[\[(\"']?(?P<number>\d{3,6})[\])\"']?[ \t]*(?:[:|\t]|-|–)[ \t]*(?=[A-Z][A-Za-z']+[ "
    r"\t]+[A-Za-z])",
    re.MULTILINE,
)
_CELL_START = lazy(
    r"(?:(?<=\S)[ ]{2,}|\t|\|[ \t]*)(?P<number>[1-9]\d{2,5}):[ \t]+(?=[A-Z][a-z]+[ \t]+[a-z]+[ \t]+[a-z]+)",
    flags=0,
)
"""The code before its message in a column of a table."""

_EXPORTED = lazy(r"\"(?:Application|System|Security)\"[,;\t]\"(?P<number>\d{1,5})\"(?=[,;\t])", flags=0)
"""An event in a row that was exported: its log, and then its number."""

_OF_DRIVER = lazy(r"SQL Server(?: Native Client [\d.]{1,6})?\][^\n\[]{0,160}\[(?P<number>\d{1,5})\]", flags=0)
"""The error of the system at the end of what a driver of SQL Server says."""

_WINDOWS_LIST = lazy(
    r"\b(?:win32|windows|system|winsock|socket|wsa)[ -]?errors?(?:[ -]?codes?)?[ \t:]{1,3}"
    r"(?P<list>\d{1,5}(?:(?:[ \t]*(?:,|/|&|\+)|[ \t]+(?:and|or))+[ \t]*\d{1,5})+)(?![\w%°]|[.,:/-]\d)"
)
_IN_BRACKETS = lazy(r"[(\[](?P<number>\d{3,6})[)\]]", flags=0)
_TROUBLE = lazy(
    r"\b(?:errors?|err|fail(?:ed|s|ures?|ing)?|fatal|critical|alert|exception|denied|could ?n[o']t|"
    r"cannot|can't|won't|unable|abort\w*|unavailable|refus\w+|reject\w*|blocked|not found|timed? ?out|timeout"
    r"|lost|no such|crash\w*|dead|red|stuck|broken?|inconsistent|expired|missing|invalid|wrong|unreachable"
    r"|offline|stops|stopped|dies|died|rolled back|complain\w*|corrupt\w*|damaged?|no longer|mismatch\w*"
    r"|conflict|reset"
    r"|trouble|not (?:able|possible|supported|accepted|respond\w*|start\w*|work\w*))\b"
)
_WHO_NUMBERS = lazy(
    r"\b(?:msi(?:exec)?|installer|install|setup|sql(?: server)?|rpc|winsock|socket|semaphore|quota|"
    r"trust relationship"
    r"|system resources|no such domain|kerberos|log-?on|event ?viewer|errorlog|net (?:start|use)|"
    r"services?)\b"
)
_WITH_DETAILS = lazy(
    r"(?<![\w.,:/-])(?P<number>\d{2,6})[ \t]*[(,]?[ \t]*(?:w/|with)?[ \t]*details?:?[ \t]+"
    r"(?:internal error code:[ \t]*)?"
    r"0x(?:80|C0)[0-9A-F]{6}\b",
    re.IGNORECASE,
)
_WITH_RESULT = lazy(
    r"(?<![\w.,:/-])(?P<number>\d{4,5}|\d{2,3}(?=[ \t]?/))[ \t]*(?:with|/|,|->|=>|inner|\(|:|\+"
    r"|and)[ \t]*(?:(?:hr|"
    r"hresult|status|code|error)[ =:]{1,2})?"
    r"0x(?:80|C0)[0-9A-F]{6}\b",
    re.IGNORECASE,
)


def tells_trouble(text: str) -> bool:
    """Whether a word of failure stands in the text."""
    return bool(_TROUBLE().search(text))


def tells_who_numbers(text: str) -> bool:
    """Whether a text tells of trouble, or names what has numbers for it: a service, an installer, SQL."""
    return tells_trouble(text) or bool(_WHO_NUMBERS().search(text))


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


def only_numbers(text: str) -> tuple[tuple[int, int], ...]:
    """Where the numbers stand of a question that is nothing but some, with a slash or the like between them:
    "3106/40003"."""
    match = _SEVERAL().fullmatch(text)
    numbers = re.finditer(r"\d+", text) if match else ()
    return tuple(number.span() for number in numbers if not is_year(int(number[0])))


def find_shaped(text: str) -> Iterator[tuple[int, int, Cue]]:
    """Start, end and cue of numbers that are codes by their place. A weak cue wants a known code."""
    for match in matches(_THEN_ERROR(), text, ("err", "alert", "event", "fault", "exception")):
        if cue := _then_error(text, match):
            yield *match.span("number"), cue
            yield from _listed_before(text, match.start("number"))
    for start, end in find_http(text):
        yield start, end, Cue("http", strong=True)
    yield from _logged(text)
    yield from find_phrased(text)
    for match in _OF_DRIVER().finditer(text):
        yield *match.span("number"), Cue("win32", strong=True)
    for match in matches(_DENIED(), text, ("denied", "fail")):
        yield *match.span(match.lastgroup or 0), Cue("win32", strong=True)
    for match in matches(_WINDOWS_LIST(), text, ("error",)):
        for number in re.finditer(r"\d+", match["list"]):
            first = match.start("list")
            yield first + number.start(), first + number.end(), Cue("win32", strong=True)
    for start, end in find_mail(text):
        yield start, end, Cue(None, strong=True)
    exported = (
        match for pattern in (_AFTER_SOURCE(), _XML(), _EXPORTED()) for match in pattern.finditer(text)
    )
    for match in (*matches(_BEFORE_LEVEL(), text, _LEVEL_WORDS), *exported):
        yield *match.span("number"), Cue("event", strong=True)
    for match in _SOURCE().finditer(text):
        if _BEFORE_PROCESS().search(text, max(0, match.start() - 80), match.start()):
            continue
        if not is_year(int(match["number"])) and not is_other_quantity(
            text, *match.span("number"), strong=False
        ):
            yield *match.span("number"), Cue("event", strong="event" in match[0] or bool(match["only"]))
    yield from find_columns(text)
    yield from find_listed(text)
    yield from find_recorded(text)
    yield from _with_result(text)
    for start, end in find_meant(text):
        yield start, end, Cue("win32", strong=True)
    yield from _placed(text)


def _logged(text: str) -> Iterator[tuple[int, int, Cue]]:
    """Numbers behind the source of an event or the name of a log; weak behind that of the product."""
    for start, end in find_events(text):
        yield start, end, Cue("event", strong=True)
    for match in _KEYED().finditer(text) if len(text) <= LOG_FROM else ():
        if not is_year(int(match["number"])):
            yield *match.span("number"), Cue(None, strong=True)
    for match in _ERROR_LOG().finditer(text) if len(text) <= LOG_FROM else ():
        if is_other_quantity(text, *match.span("number"), strong=False) or is_year(int(match["number"])):
            continue
        cue = Cue(None, strong=bool(match["errors"]))
        yield *match.span("number"), cue
        for more in re.finditer(r"\d+", match["more"]):
            yield match.start("more") + more.start(), match.start("more") + more.end(), cue


def _with_result(text: str) -> Iterator[tuple[int, int, Cue]]:
    """Numbers of a message with a result of Windows beside them: "4625 with 0xC000006D"."""
    for match in _WITH_DETAILS().finditer(text) if len(text) <= LOG_FROM else ():
        yield *match.span("number"), Cue("mabs", strong=False)
    for match in _WITH_RESULT().finditer(text) if len(text) <= TOLD_LONGEST else ():
        start, end = match.span("number")
        named = (
            is_named_otherwise(text, start) or is_glued_before(text, start) or is_year(int(match["number"]))
        )
        if not named and not re.search(r"\d:\d\d:\d\d", text[max(0, start - 80) : start]):
            yield start, end, Cue(None, strong=True)


def find_sql(text: str) -> Iterator[tuple[int, int]]:
    """Where messages of SQL Server stand: "Msg 3041", "18456, state 5", "SQL 229, EXECUTE denied"."""
    for pattern in (_SQL_MESSAGE(), *([_SQL_STATE()] if len(text) <= LOG_FROM else [])):
        for match in pattern.finditer(text):
            yield match.span("number")
    for match in _SQL_KNOWN().finditer(text) if len(text) <= LOG_FROM else ():
        yield match.span("number")
    for match in _SQL_NUMBER().finditer(text):
        line = text[text.rfind("\n", 0, match.start()) + 1 : match.end() + 120].partition("\n")[0]
        if not is_year(int(match["number"])) and tells_trouble(line):
            yield match.span("number")


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
    for match in _CELL_START().finditer(text) if len(text) <= LOG_FROM else ():
        yield *match.span("number"), Cue("mabs", strong=False)
    for match in _IN_BRACKETS().finditer(text):
        start = match.start("number")
        if is_glued_before(text, start - 1) or is_year(int(match["number"])):
            continue
        line = text[max(text.rfind("\n", 0, start) + 1, start - 200) : start]
        if _TROUBLE().search(line) and not is_thread(text, match.end("number"), match["number"]):
            yield *match.span("number"), Cue(None, strong=False)
