"""What a cue makes of the number beside it: a MABS ID, an event, an HTTP status, or none."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.codes.entries import Namespace
from assistant.codes.finding.alert_numbers import is_of_alert
from assistant.codes.finding.amounts import is_counted, is_year
from assistant.codes.finding.cue_words import KINDS
from assistant.codes.finding.event_sources import SOURCES
from assistant.codes.finding.found_code import TOLD_LONGEST
from assistant.codes.finding.number_owners import is_among_owned, is_of_other, is_owned, owner_of
from assistant.decisions.expressions.patterns import lazy

_WINDOWS = lazy(
    r"(?:\b(?:win(?:dows|32|sock)?|system|os|socket|wsa\w*|network|service[ -]specific|exit)"
    r"|last)[ _-]{0,2}$",
    re.IGNORECASE,
)


_HTTP_STATUS = lazy(r"4[0-3]\d|451|50\d|511", flags=0)
_RESULT = re.compile(r"\d{4,5}")
_THROWN = re.compile(r"\d{5,6}")
_GIVES = {
    "exit": _RESULT,
    "returned": _RESULT,
    "returns": _RESULT,
    "returning": _RESULT,
    "throws": _THROWN,
    "threw": _THROWN,
}
_ENDS = lazy(
    r"[\"')\]]?(?:[,;.!?:](?!\d)|\s*$|\s+[-–—]+\s|\s+(?:from|and|when|while|during|on|at|since|after|again|every|\w+ly)\b)",
    flags=0,
)
_SOURCES = rf"{SOURCES}|vss|dcom|distributedcom|disk|msdpm|dpmra|cbengine|eventlog|bits|winrm|mssql[$\w]*"
_SOURCE = lazy(
    rf"\b(?:{_SOURCES}"
    r"|(?-i:[A-Z][a-z]+(?:-?[A-Z][a-z]+)+))[ \t]$",
    re.IGNORECASE,
)
_BY_SOURCE = lazy(
    rf"[ \t]+\(?(?:(?:from|by|of)[ \t]+(?:source[ \t]+)?)?(?:{_SOURCES})\b"
    r"|,?[ \t]+\(?(?:source|src|provider)(?:name)?[ \t:=]{1,2}[\"']?[a-z]"
    r"|[ \t]+(?:of|from|by|\(?source:?)[ \t]+(?:source[ \t]+)?(?-i:[A-Z]\w+-[A-Z]\w+)"
    rf"|,?[ \t]+(?:(?-i:[A-Z][a-z]+(?:-[A-Z][a-z]+)+)|{_SOURCES})"
    r"(?=[ \t]*(?:[:,.;)\]]|$)|[ \t]+\d?\d:\d\d)"
)
_MESSAGE = lazy(r"[ \t]*[-:]?[ \t]*[\"“«][A-Za-z]", flags=0)
"""A message in quotation marks behind the number of its event."""

_OWNER_WITHIN = 64
"""How far before its cue the word stands at most whose number it is."""

_OPENS_MESSAGE = re.compile(r"\w[ \t]+['‘]$")
_MESSAGE_GOES_ON = re.compile(r"[ \t:-]{1,3}[A-Za-z]{3,}[ \t]+[a-z]")
"""A message in quotation marks that begins with its ID: "the mail 'ID 2034 target path ...'"."""

_ONE_TIME = lazy(r"\b(?:mfa|2fa|otp|one-time|sms|authenticator|verification)\b")
"""What sends codes to sign in with."""

_SHORT_THREAD = 4
_FEW_DIGITS = 2
_COUNT_OF = lazy(r"\b(?:total|(?:number|count|sum|amount) of|all)[ \t]+(?:the[ \t]+)?$")
_HAS_ERROR_KEY = lazy(r"[\"'](?:err(?:or)?(?:_?(?:code|id|number))?|code|event_?id)[\"']:[ \t]?[\"']?\w")
_PARENT = lazy(r"<(?P<name>\w+)(?:\s[^<>]*)?>\s*<$", flags=0)
_ERROR_TAG = lazy(r"err|alert|event|message|msg|code|failure|exception|system")
_RECORD = 300
"""How far from its ID a record of JSON may hold the error that makes the ID one of the record."""

_HEAD_BEFORE = re.compile(r"[^\W\d]+[ ]{2,}$|\t$")
_ORDINAL = lazy(r"\d{1,2}[.)][ \t]", flags=0)
_OF_THING = lazy(
    r"[ \t]+(?:on|of) (?!(?:one|another|each|every|either|two) )"
    r"(?:the |a |my |our |this |that |his |her )?(?:\w+ )?(?:sticker|badge|label|tape|door|"
    r"cassette|room|invoice|licen[cs]e|locker|shelf|rack|(?:card(?:board)?|post|moving|tool) box"
    r"|envelope|sheet|form|wiki|article)s?\b"
    r"|[ \t]+(?:opens|unlocks|disarms)\b",
    re.IGNORECASE,
)
_IN_REGISTER = lazy(
    r"(?:[ \t]*(?:,|&|and)[ \t]*\d{2,6}){0,3}"
    r"[ \t]+(?:in|of|on) (?:the |a |my |our |this |that |their )?(?:\w+ )?(?:url|cmdb|inventory|"
    r"asset (?:list|register"
    r"|database|db)|assets|tape (?:index|list|catalog)|price ?list|phone ?book|address book|staff list"
    r"|web ?shop|warehouse|spreadsheet)\b"
)

# What makes the number in brackets before it that of a thread: "ERROR [8962] ID=30502".
_THREAD = lazy(
    r"[\])][ \t]*[(\[]?(?:(?:event|alert|error|err|msg|message)[ _-]?)?(?:id|code|number|nr|hr|"
    r"hresult)[ \t]*[=: ]"
    r"[ \t]*(?P<number>0x[0-9a-f]{1,10}|\d{2,6})(?![\w.])"
)
_ON_MACHINE = lazy(
    r"[ \t]+(?:on|from)[ \t]+(?:(?:the|our|my|a|one)[ \t]+)?(?:[\w-]+[ \t]+)?(?:server|host|machine|"
    r"node|box|dc|vm"
    r"|(?-i:[A-Z]{2,}[A-Z0-9-]*\d+|[A-Za-z]+\d*-[A-Za-z0-9-]+))(?![\w])"
)
# They are those of doors and towns as well.
_FOREIGN_CODE = frozenset({"código", "codigo", "codice", "kód", "kod", "код"})
_ONE_THING = lazy(
    r"[ \t](?:events?|jobs?|alerts?|messages?|errors?|warnings?|servers?|agents?|times?)\b"
    r"(?![ \t]*(?:id|code|[:=]))"
)
_STATE = re.compile(r"\d{1,2}")
_DETAILS = lazy(r"[.,:;]?[ \t]+d[eé]tails?\b")
"""What follows the ID in messages of the product: "ID: 4323. Details: ..."."""

_EVENT_OF = lazy(r",[ \t]+[A-Z][\w-]{2,30},[ \t]+[A-Z][\w-]{4,60}(?:/[A-Z]\w+)?[ \t\r]*(?:\n|\Z)", flags=0)
"""What follows the number of an event in the head of its window: "Event 5, Backup, Microsoft-Backup"."""

_PLURALS = frozenset({"events", "errors", "alerts", "codes"})
# What follows a number that counts it: "an event with 250 guests", "a warning of 3106 customers".
_COUNTS = lazy(
    r"[ \t]+(?:[a-z]+[ \t]+)?(?!(?:as|is|its|was|has|this|does|always|times)\b)[a-z]{2,}s\b", flags=0
)
_COUNTING_LINK = lazy(r"(?:of|with|after|as)", re.IGNORECASE)
# The other numbers of one cue: "events 129 and 153", but not days of a month.
_LISTED = lazy(
    r"(?:[ \t]*,[ \t]*\d{1,6})*(?:[ \t]*,)?[ \t]*(?:and|&|\+)[ \t]*\d{1,6}(?![\w.:/%-]*\d)"
    r"(?![ \t]*(?:st|nd|rd|th|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|hours?"
    r"|minutes?|days?|weeks?|times|%|[kmgt]b)\b)",
    re.IGNORECASE,
)
_LISTED_WITH_COMMA = lazy(r"[ \t]*(?:,|/|&|\band\b)[ \t]*\d{2,6}(?![\w.:/-])", flags=0)
_ASKED_IN_SQL = lazy(r"\b(?:where|and|set)[ \t]+$|[?&]$", re.IGNORECASE)
_IDAHO = lazy(r"[A-Za-z], ID 83[2-9]\d\d$", flags=0)


@dataclass(frozen=True, slots=True)
class Cue:
    """Why a number is a code. `strong`: the words say so; otherwise it must also be a known code.

    `namespace` is what they decide: a MABS ID, an event, HTTP, Windows; None when they leave it open.
    """

    namespace: Namespace | None
    strong: bool


def cue_of(match: re.Match[str]) -> Cue | None:
    """The cue of a match of `find_cued`, or None when it is something else ("ticket ID 48213")."""
    kind = next(name for name, _ in KINDS if match[name])
    cue = match["cue"].lower().replace("(s)", "s")
    before = match.string[max(0, match.start("cue") - _OWNER_WITHIN) : match.start("cue")]
    quoted = _OPENS_MESSAGE.search(before) and _MESSAGE_GOES_ON.match(match.string, match.end("number"))
    owner = "" if quoted or (before[-1:].isalnum() and kind != "id") else owner_of(before)
    if _is_of_thing(kind, cue, owner, before, match) or _is_amount(kind, cue, before, match):
        return None
    if _is_of_layout(cue, match):
        return None
    other = is_of_other(cue, owner) and not before.rstrip().endswith(":")
    if other and "=" not in match["separator"]:
        return None
    doubtful = other or cue in _FOREIGN_CODE
    strong = _is_strong(kind, cue, match, match["number"]) and not doubtful
    return Cue(_namespace(kind, cue, match, before), strong)


def _is_of_thing(kind: str, cue: str, owner: str, before: str, match: re.Match[str]) -> bool:
    """Whether the number is that of a thing: by its owner, by what follows, or by the record it stands in."""
    text, end = match.string, match.end("number")
    if _DETAILS().match(text, end):
        return False
    if is_owned(kind, cue, owner) or is_of_thing(text, end) or (cue == "code" and _ONE_TIME().search(before)):
        return True
    if is_of_alert(match, before, cue):
        return True
    if kind != "id":
        return cue == "message id" and is_among_owned(text, before, cue)
    return bool(
        is_among_owned(text, before, cue)
        or (cue == "id" and _is_of_record(match))
        or ("=" in match["separator"] and _ASKED_IN_SQL().search(before))
        or _IDAHO().search(text[max(0, match.start() - 3) : end])
        or _IN_REGISTER().match(text, end)
    )


def _is_amount(kind: str, cue: str, before: str, match: re.Match[str]) -> bool:
    """Whether the number counts: "total errors: 12", "event 3 of", "alertid=12" of the logs."""
    if cue in _PLURALS and _COUNT_OF().search(before):
        return True
    if match["number"] == "1" and _ONE_THING().match(match.string, match.end("number")):
        return True
    if cue.endswith("state") and _STATE.fullmatch(match["number"]):
        return True  # of SQL Server, which tells it beside the number
    if re.search("[:,\n]", match["separator"]) and is_counted(match.string, match.end("number")):
        return True
    if cue in ("event", "events") and _is_short_count(cue, match) and not _is_by_source(before, match):
        return True
    counted = kind == "id" and match["separator"] == "=" and before.lower().endswith("alert")
    return counted or _is_count(kind, match)


def _is_by_source(before: str, match: re.Match[str]) -> bool:
    """Whether the source of an event stands beside its number."""
    text, end = match.string, match.end("number")
    return bool(_SOURCE().search(before) or _BY_SOURCE().match(text, end) or _EVENT_OF().match(text, end))


def _is_of_layout(cue: str, match: re.Match[str]) -> bool:
    """Whether the place of the number makes it none of the cue: a thread, a column, the number of a list."""
    if is_thread(match.string, match.end("number"), match["number"]):
        return True
    if "|" in match["separator"] and not re.search(r"(?:code|id|number|nr|no\.?|hresult)$", cue):
        return True  # a column of its own
    first = "\n" in match["separator"]
    return first and bool(_ORDINAL().match(match.string, match.start("number")) or _is_below_head(match))


def is_of_thing(text: str, end: int) -> bool:
    """Whether what follows a number says that it is that of a thing: "33424 on the sticker"."""
    return bool(_OF_THING().match(text, end))


def _is_below_head(match: re.Match[str]) -> bool:
    """Whether the cue ends the head of a table, and the number begins its first row."""
    start, end = match.start("cue"), match.end("number")
    sign = match.string[end : end + 1]
    if _HEAD_BEFORE.search(match.string[max(0, start - _OWNER_WITHIN) : start]) and sign in {" ", "\t"}:
        return True
    return (
        sign in {",", ";", "\t", "|"} and sign == match.string[max(0, start - 4) : start].rstrip(" \"'")[-1:]
    )


def _is_of_record(match: re.Match[str]) -> bool:
    """Whether the ID is that of a record: of JSON that tells its error by another key, a small one of XML."""
    text, start, end = match.string, match.start("cue"), match.end("cue")
    if text[start - 1 : start] == "<" and text[end : end + 1] == ">":
        parent = _PARENT().search(text, max(0, start - _RECORD), start)
        of_error = parent is None or _ERROR_TAG().search(parent["name"])
        return len(match["number"]) <= _FEW_DIGITS or not of_error
    if text[start - 1 : start] != '"' or text[end : end + 2] != '":':
        return False
    return bool(_HAS_ERROR_KEY().search(text, max(0, start - _RECORD), match.end() + _RECORD))


def is_thread(text: str, end: int, number: str) -> bool:
    """Whether the bracket that a number closes is that of a thread, since the code follows it.

    A result in hexadecimal may also follow the code of the product: then only a short number is a thread.
    """
    match = _THREAD().match(text, end)
    if match is None or not re.search(r"\d:\d\d", text[text.rfind("\n", 0, end) + 1 : end]):
        return False
    return match["number"].isdigit() or len(number) <= _SHORT_THREAD


def _is_short_count(cue: str, match: re.Match[str]) -> bool:
    """Whether a short number behind "event" counts: "events 12 per year"."""
    if len(match["number"]) > 2 or (cue == "event" and len(match["number"]) > 1):
        return False
    return cue == "event" or not _LISTED().match(match.string, match.end("number"))


def _is_count(kind: str, match: re.Match[str]) -> bool:
    """Whether a number is that of things with, or of, which something happens."""
    link = match["link"].strip()
    counting = kind in ("event", "fail", "error") and _COUNTING_LINK().fullmatch(link)
    return bool(counting and match["number"].isdigit() and _COUNTS().match(match.string, match.end("number")))


def _is_strong(kind: str, cue: str, match: re.Match[str], number: str) -> bool:
    """Whether the words alone make the number a code: no counts, no years, nothing in between."""
    year = number.isdigit() and is_year(int(number))
    if year and match["link"].strip().lower() in ("of", "in"):  # "the error of 2016"
        return False
    if match["wordy"].strip():
        return False
    if "(s)" in match["cue"] and _LISTED_WITH_COMMA().match(match.string, match.end("number")):
        return True
    if cue in _PLURALS and not year and _LISTED().match(match.string, match.end("number")):
        return ":" not in match["separator"] or len(number) > _FEW_DIGITS
    if cue in _GIVES and _HTTP_STATUS().fullmatch(number) and cue != "exit":
        return not match["link"].strip(" a") and bool(_ENDS().match(match.string, match.end("number")))
    if cue in _GIVES and _GIVES[cue].fullmatch(number) and not year:
        return bool(_ENDS().match(match.string, match.end("number")))
    if kind == "fail" and match["link"].strip().lower() == "with" and not year:
        return len(number) > 2 and bool(_ENDS().match(match.string, match.end("number")))
    if cue == "status" and _THROWN.fullmatch(number):
        return len(match.string) <= TOLD_LONGEST
    if kind == "fail" or cue in ("status", "hr", "http", "returned"):
        return False
    if cue == "rc":
        return bool(re.search("[=:]", match["separator"]) or _ENDS().match(match.string, match.end("number")))
    if kind == "windows" and len(number) < 2:
        return False
    quoted = _MESSAGE().match(match.string, match.end("number"))
    if kind == "event" and quoted and not year and len(number) >= _FEW_DIGITS:
        return True
    if kind == "event" and _BY_SOURCE().match(match.string, match.end("number")):
        return True
    if cue == "event" and not year and _EVENT_OF().match(match.string, match.end("number")):
        return True
    if (
        kind == "event"
        and not year
        and cue == "event"
        and _ON_MACHINE().match(match.string, match.end("number"))
    ):
        return True
    if kind == "event" and (len(number) < 3 or year) and cue in ("event", "events"):
        return bool(_SOURCE().search(match.string[max(0, match.start("cue") - 20) : match.start("cue")]))
    if match["cue"] == "id" and match["separator"] == "=":  # as addresses and scripts have it
        return False
    if cue.endswith("s") and kind != "http" and not cue.endswith("status"):
        least = 1 if kind == "id" and not match["link"].strip() else 3
        told = ":" not in match["separator"] or (
            len(number) > _FEW_DIGITS and cue != "ids" and cue.endswith(("ids", "codes", "numbers"))
        )
        return len(number) > least and told and not year
    if re.match(r"warning|exception|failure|fault", cue):
        return not match["link"].strip() or bool(re.search(r"code|id|number", match["link"], re.IGNORECASE))
    return True


def _namespace(kind: str, cue: str, match: re.Match[str], before: str) -> Namespace | None:
    if kind in ("event", "http"):
        return "event" if kind == "event" else "http"
    ends = _ENDS().match(match.string, match.end("number"))
    if cue in _GIVES and ends and not match["link"].strip(" a") and _HTTP_STATUS().fullmatch(match["number"]):
        return "http"  # "the portal throws a 500"
    if cue == "status" and _HTTP_STATUS().fullmatch(match["number"]):
        return "http"
    if kind == "windows" or (kind == "error" and (_WINDOWS().search(before) or cue == "errno")):
        return "win32"
    named = kind == "id" or re.search(r"ids?$", cue) or re.search(r"\bids?\b", match["link"], re.IGNORECASE)
    return "mabs" if named else None
