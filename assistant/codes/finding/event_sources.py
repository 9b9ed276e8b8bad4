"""Which numbers are those of events because the log or the component that wrote them stands before."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.codes.finding.amounts import is_counted, is_other_quantity, is_year
from assistant.codes.finding.found_code import LOG_FROM
from assistant.codes.finding.ports import is_port
from assistant.decisions.expressions.patterns import lazy

SOURCES = (
    r"kernel-power|schannel|esent|perflib|w32time|netlogon|service control manager|scm|failoverclustering"
    r"|stor(?:port|ahci)|lsasrv|volsnap|iscsiprt|mpio|msiinstaller|sqlvdi|sqlwriter|user32|tcpip|ntfs"
    r"|bugcheck|srmsvc|msexchangerepl"
)
"""Components of Windows and of what is backed up that are known for the events they write."""

NAMES = (
    rf"{SOURCES}|kernel-(?:general|boot|pnp|processor-power)|perf(?:net|os|proc|disk)|time-service"
    r"|cluster service|hyper-v-[a-z-]{3,24}|vmms"
    r"|stornvme|netbt|volmgr|msiscsi|msdsm|vhdmp|vmbus|spaceport|whea-logger|wininit|winlogon|capi2"
    r"|mssql(?:\$\w{1,16})?|mssqlserver|sqlserveragent|certificateservicesclient[\w-]{0,20}|security-auditing"
    r"|security-kerberos|kerberos|dns[ -]client(?:[ -]events)?|group ?policy|application (?:error|hang)"
    r"|app ?err|dcom|distributedcom|(?:hyper-v|hv) worker|msexchange[ -](?:common|repl|is)"
    r"|fsrm|ese(?=[ \t]+\d{3,4}\b)|uls(?:[ \t]log)?(?=[ \t]+\d{4}\b)"
    r"|\.net runtime|wmi-activity|taskscheduler|srv2?|smb(?:client|server)|refs"
    r"|event ?(?:viewer|vwr)|vss(?=[ \t]+\d{4,5}\b)"
    r"|wsb(?=[ \t]+\d{3}\b)|windows error reporting|msexchange\w{0,12}|"
    r"sharepoint foundation"
)
"""Such components, and what shows their events, by names that mean nothing else in a sentence."""

_CHANNEL = r"[a-z][a-z-]{2,30}/(?:operational|admin)|(?<=microsoft-windows-)[a-z]{3,24}(?:-[a-z]{2,24}){0,3}"
"""A channel of events by its full name: "SMBClient/Operational"."""

_LOGS = (
    r"(?:security|system|app(?:lication)?|operational|event|setup|admin|windows(?: backup)?|wsb|exchange|ex)"
    r"[ -]?log"
)
_SOURCED = lazy(
    rf"(?<![\w\\.-])(?<!\D/)(?:microsoft-windows-)?(?:(?P<source>{NAMES}|{_CHANNEL})"
    rf"(?:[ \t]events?(?=[ \t]on))?(?:[ \t]on[ \t][\w -]{{2,24}}(?=:))?|(?P<log>{_LOGS}))"
    r"(?:[ \t]+(?:logs?|logged|says|said|shows?|has|with|reports?))?(?:[ \t]*[:(/][ \t]*|"
    r"[ \t]+)(?P<number>[1-9]\d{0,4})"
    r"(?![\w%°]|[.,:-]\d|/\d{1,2}(?!\d))"
)
_MORE = re.compile(
    r"(?:[ \t]?(?:\([^()\n]{1,60}\)|\"[^\"\n]{1,60}\")|[ \t](?:on[ \t]|for[ \t])?[A-Z][\w-]{1,14})?"
    r"[ \t]*(?:,|/|&|\+|;|\band\b|\bor\b|\bplus\b|\bthen\b)[ \t]*(?:(?:and|then|later)[ \t]+)?"
    r"(?P<number>[1-9]\d{1,4})(?![\w%°]|[.,:-]\d|/\d{1,2}(?!\d))"
)
_BLOCK = lazy(
    rf"^[ \t>]*(?:{NAMES}|{_LOGS})(?:[ \t]+events?)?:[ \t\r]*\n"
    r"(?P<lines>(?:[ \t>*-]{0,8}[1-9]\d{2,4}\b[^\n]*\n?){1,9})",
    re.IGNORECASE | re.MULTILINE,
)
_FIRST = re.compile(r"^[ \t>*-]{0,8}([1-9]\d{2,4})(?![\w%°]|[.,:-]\d)", re.MULTILINE)
"""Lines that begin with their events, below the source or log that they are of."""

_OF_DISK = lazy(r"\bdisk (?P<number>51|52|129|15[3478])(?![\w%°]|[.,:/-]\d)")
"""Events of the source that is also a thing with numbers: so many disks hardly any machine has."""
_EXTRACT = lazy(
    r"^[ \t>]{0,8}(?:disk|cdrom|cluster)[ \t]+(?P<number>\d{1,5})[ \t]+(?=[A-Z][a-z]*[ \t]+[A-Za-z])",
    re.MULTILINE,
)
"""The line of a log whose source is also a thing that has numbers: "disk 153 The IO operation ..."."""

_OF_LOG = lazy(r"\b(?:logs?|events?)\b")
_PORTS = frozenset({"80", "135", "139", "389", "443", "445", "636", "1433", "1434", "3389"})
_AS_EVENTS = lazy(r"[ \t](?:events?|errors|warnings)\b")
_BEFORE_SOURCE = lazy(
    r"(?<![\w.,:/-])(?P<numbers>[1-9]\d{3,4}(?:(?:[ \t]?[,/&]"
    r"|[ \t]and)[ \t]?[1-9]\d{3,4}){0,5})[ \t]events?[ \t]"
    rf"(?:from|of|by)[ \t](?:the[ \t])?(?:source[ \t])?(?:{NAMES}|service control"
    rf"|(?-i:[A-Z][a-z]+-[A-Z][a-z]+))\b"
)
"""Events told before their source: "7034 and 7031 events from Service Control Manager"."""

_WRITERS = rf"(?:dpm-em|msdpm|dpmra|cloudbackup|cbengine|vss|{NAMES})"
_FIELD_END = r"(?=[\"']?[ \t]*(?:[;|\t\n\r)\]]|,(?!\d)|:[ \t]|$|[ \t]at[ \t]|[ \t][\"“«]))"
_SENDER = r"(?:src|source|provider)"
_FIELD = re.compile(r"[;|\t(/:\[=][ \t]*[\"']?\d|\d[\"']?[ \t]*[;,\t]")
"""A number that begins or ends a field."""

_FIELDS = lazy(
    rf"(?<![\w/\\.-])(?:microsoft-windows-)?{_WRITERS}[\"']?"
    rf"(?:[ \t]*[;|][ \t]*|\t|\(|/|:[ \t]?|[ \t]\[)[\"']?(?P<number>[1-9]\d{{0,4}}){_FIELD_END}"
    rf"|(?<![\w/\\.-]){_WRITERS}[;|/](?P<beside>[1-9]\d{{1,4}})"
    r"(?![\w%°]|[.,:/-]\d|[ \t](?:[kmgt]i?b|bytes?)\b)"
    r"|(?<![\w/\\.-])dpm-em\[(?P<boxed>[1-9]\d{1,4})\]"
    rf"|\d:\d\d:\d\d \d{{1,5}}\.(?P<qualified>[1-9]\d{{0,4}}) (?=[A-Za-z][\w-]{{2,40}} )"
    rf"|(?<![\w.,:/-])(?P<first>[1-9]\d{{2,4}})[\"']?(?:[ \t]*[;,][ \t]*|\t)[\"']?"
    rf"(?:microsoft-windows-)?{_WRITERS}(?![\w-])"
    rf"|(?<![\w/\\.-]){_WRITERS}[\"']?[ \t]+id[ \t]?[=:][ \t]?"
    r"(?P<named>[1-9]\d{0,4})(?![\w.])"
    rf"|\b{_SENDER}=[\"'][^\"'\n]{{2,60}}[\"'][ ,;\t]{{1,3}}(?:event_?)?id="
    r"(?P<behind>[1-9]\d{0,4})(?![\w.])"
    rf"|(?<![\w.])(?:event_?)?id=(?P<before>[1-9]\d{{0,4}})[ ,;\t]{{1,3}}{_SENDER}="
)
"""A source and its event as neighbouring fields: "DPMRA;85;Error", "VSS(12298)", "3114, DPM-EM".

"02:11:09 0.3106 DPM-EM" is how Checkmk prints the qualifiers, the event and its source.
"""

_SNARE = lazy(
    r"MSWinEventLog.{1,120}?\d:\d\d:\d\d[ ]\d{4}(?:[ \t]|#011)(?P<number>[1-9]\d{0,4})(?:[ \t]|#011)"
    r"(?=[A-Za-z])"
)
"""An event as Snare sends it: log, counter, date, event, source."""


_THEN_SOURCE = lazy(
    rf"(?:^|[;,:\]][ \t]|\n[ \t*-]{{0,4}})(?P<number>[1-9]\d{{2,4}})[ \t](?:{SOURCES})\b"
    r"(?![ \t]+(?:[a-z]+[ \t]+)?[a-z]+s\b)"
)
"""An event that begins an item, with its source behind: "129 storahci reset to device"."""

_OF_EVENTS = 4
"""From how many digits on the number before "events" is theirs, where their source is told."""

_IN_LOG = 3
"""Fewest digits of an event that only the name of a log stands before."""

_DAYS = lazy(
    r"[ \t]+(?:of )?(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
    r"|(?!(?:this|is|was|has|as)\b)[a-z]+s)\b"
)


def find_events(text: str) -> Iterator[tuple[int, int]]:
    """Where numbers stand beside the source or behind the log of an event, and others listed with them."""
    yield from dict.fromkeys(_events(text))


def _events(text: str) -> Iterator[tuple[int, int]]:
    if len(text) > LOG_FROM:
        return
    sourced = list(_SOURCED().finditer(text))
    for match in sourced:
        least = _IN_LOG if match["log"] else 1 if match["source"].lower() == "sqlvdi" else 2
        place: re.Match[str] | None = match
        while place and len(place["number"]) >= least and _is_event(text, *place.span("number")):
            yield place.span("number")
            place = _MORE.match(text, place.end("number"))
    for match in _FIELDS().finditer(text) if _FIELD.search(text) else ():
        span = match.span(match.lastgroup or 0)
        if not is_year(int(text[slice(*span)])) and text[slice(*span)] not in _PORTS:
            yield span
    for block in _BLOCK().finditer(text):
        for first in _FIRST.finditer(block["lines"]):
            yield block.start("lines") + first.start(1), block.start("lines") + first.end(1)
    for match in _SNARE().finditer(text):
        yield match.span("number")
    for match in _THEN_SOURCE().finditer(text):
        if not is_year(int(match["number"])):
            yield match.span("number")
    for match in _BEFORE_SOURCE().finditer(text):
        start = match.start("numbers")
        yield from ((start + at, start + end) for at, end in _spans(match["numbers"]))
    if sourced or _OF_LOG().search(text):
        for match in (*_EXTRACT().finditer(text), *_OF_DISK().finditer(text)):
            yield match.span("number")


def _spans(numbers: str) -> Iterator[tuple[int, int]]:
    """Where each of several numbers begins and ends."""
    return (one.span() for one in re.finditer(r"\d+", numbers))


def _is_event(text: str, start: int, end: int) -> bool:
    number = text[start:end]
    if number in _PORTS or is_port(text, start, end) or is_year(int(number)):
        return False
    if len(number) >= _OF_EVENTS and _AS_EVENTS().match(text, end):
        return True
    return not (
        is_counted(text, end) or _DAYS().match(text, end) or is_other_quantity(text, start, end, strong=False)
    )
