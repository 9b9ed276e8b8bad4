"""The words that make a number beside them a code: "error", "ID", "event", "HTTP", "failed with".

A cheap pattern finds the places where such a word may stand; only there the long one is tried, so that a
megabyte of log takes a fraction of a second. All repetition is bounded for the same reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.codes.context import is_counted, is_year
from assistant.codes.entries import Namespace
from assistant.codes.owners import is_among_owned, is_of_other, is_owned, owner_of
from assistant.decisions.patterns import lazy

_GAP = r"[ \t]{0,8}(?:\r?\n[ \t>|]{0,12}(?:[-*•][ \t]{1,4})?)?"
NUMBER = r"(?:0[xX][0-9A-Fa-f]{1,16}|[-−–]\d{7,10}|[0-9A-Fa-f]{0,9}\d[0-9A-Fa-f]{0,9})"
"""What a code looks like behind a cue: hexadecimal, signed, decimal, hexadecimal without 0x."""

# "error code is", "error number:", "error with the ID": words that may stand between a cue and its number.
_LINK = (
    r"(?:(?:of|for) (?:the|this|that|my|our) (?:job|task|agent|alert|service|setup|backup|restore|"
    r"wizard|message)|"
    r"codes?|kode|kodu|k[oó]d|cod|système|systemu|systému|číslo|num[eé]ro|número|n[º°]|n\.|"
    r"(?:mit der )?nummer|ids?|numbers?|no\.?|nr\.?|num|value|hresult|hr|status|message|msg|"
    r"is|was|are|were|seen|includes?|including|such|as|reads?|of|with|named|called|says|said|"
    r"shows?|shown|showing|saying|the|a|an|this|following"
    r"|(?:on|in) (?:the |my |our |his |her |your )?(?:screen|console|wizard|portal|dialog|window|"
    r"pop-?up|log)"
    r"(?=[ \t]*(?:[:=]|(?:is|was|says|said|reads|shows?)\b)))"
)
_WORDY = (
    r"(?:that|which|it|i|we|he|she|they|get|gets|got|getting|see|sees|saw|keep|keeps|comes?|"
    r"came|up|gives?|gave|"
    r"given|reported|reports|returned|returns|logged|displayed|now|still|just|again|always|here|there|"
    r"me|us|"
    r"like|as|being|has|have|had|throws|thrown|shows?|shown|says?|said|reads?|is|was|are|code|"
    r"id|with|the|a|error|this|number)"
)
# A table of keys and values pads its keys: "ErrorCode            : 42", "EventID:........ 24".
_PADDED = r"(?:[ \t.]{2,40}[:=]|[ \t]{0,40}\|(?=[ \t])|[.]{2,40}:|:[.]{2,40})"
_SEPARATOR = (
    rf"(?>(?:{_PADDED}|{_GAP}[:=#>\[\(\"'`*{{,_]{{1,4}}(?:[ \t]?[-−](?=\d{{1,4}}(?!\d)))?"
    rf"|[ \t]{{0,4}}(?:->|=>|[-–](?!\d{{7}})){_GAP}"
    rf"|[\])>]{{1,2}}{_GAP}[:-]?)?{_GAP}[\[\(\"'`*#<“‘«]{{0,3}})"
)
# "Error" in other languages, as far as its word does not begin as the English one does.
_FOREIGN = (
    r"chyb(?:a|ou|y|u|ov[ýé] kód)|błąd|błęd(?:u|em|y)|fout(?:code|melding|nummer)?|fel(?:kod|meddelande)?"
    r"|fejl(?:kode)?|feil(?:kode)?|virhe(?:koodi)?|hata|hiba(?:kód)?|eroarea?|ошибк(?:а|и|у|е|ой)|"
    r"помилк(?:а|и|у|ою)"
    r"|грешка|grešk[aeu]|napak[aeo]|klaida|viga|kļūda|σφάλμα|שגיאה|خطأ|lỗi|kesalahan|ralat|erro(?!r)"
    r"|エラー(?:コード|番号)?|(?:错误|錯誤)(?:代码|代碼|号)?|오류(?: ?코드)?"
)
_KINDS: tuple[tuple[str, str], ...] = (
    (
        "event",
        r"event[ _-]?(?:log[ _-]?)?(?:ids?|codes?|nos?\.?|nr\.?|number|identifier)|instance[ _-]?id"
        r"|ereignis(?:[ -]?id|kennung|nummer)?|evento|événements?|gebeurtenis|händelse|hændelse|"
        r"hendelse|zdarzenie|událost"
        r"|событие|evt(?:[ _]?id)?|eid|event\.(?:code|id)|event(?:\(s\)|s)?(?![ _-]?(?:log|viewer|"
        r"source|record|time|data|"
        r"level)\b)",
    ),
    ("http", r"http(?:/[12](?:\.[01])?)?(?:[ _-]?(?:status|response|error|result|code|return)){0,3}"),
    (
        "error",
        rf"(?:err\.?|er{{1,3}}o{{1,2}}r{{1,3}}e?|erreur|fehler(?:meldung|nummer|code|kennung)?|alert|"
        rf"fault|exception|failure|{_FOREIGN}|"
        r"warning)(?:\(s\)|s)?(?:[ _-]?(?:codes?|ids?|nos?\.?|"
        r"nr\.?|num|numbers?|value|status|state(?=[ \t]*(?:is|:|=))|level%?(?=[ \t]*=)))?"
        r"|rückgabe(?:wert|code)|return[ _-]?value|exit[ _-]?(?:val(?:ue)?|status)|ret(?:urn)?code|"
        r"errorlevel|winerror"
        r"|code(?:\(s\)|s)?|hresults?|hr|(?:nt)?status|(?:message|msg)[ _-]?(?:ids?|no\.?|number)|errno",
    ),
    ("windows", r"winsock|win32|wsa|helpmsg|rc"),
    ("id", r"id(?:\(s\)|s)?"),
    (
        "fail",
        r"fail(?:s|ed|ing)?|finish(?:es|ed)?|quits?|dies|bails? out|c[ao]mes? (?:back|up)|terminates|"
        r"exits|aborted|crash(?:es|ed)?|stopped|ended|terminated|exited|died|returned|"
        r"returning|returns|throws|threw|exit",
    ),
)
_CUED = lazy(
    rf"(?P<cue>{'|'.join(f'(?P<{kind}>{words})' for kind, words in _KINDS)})"
    rf"(?:\(\)|[ \t]?\((?:decimal|dec|hex|hexadecimal|int|signed|"
    rf"unsigned)\))?(?P<link>(?:{_SEPARATOR}{_LINK}(?![A-Za-z]))"
    rf"{{0,4}}+)"
    rf"(?P<wordy>(?:[ \t]{{1,4}}{_WORDY}\b){{0,6}}+)(?P<separator>{_SEPARATOR})(?P<number>{NUMBER})"
    rf"(?![A-Za-z0-9_])",
    re.IGNORECASE,
)
_ANCHOR = lazy(
    r"er{1,2}o|err|fehler|ereignis|event|http|ids?(?![a-z])|code|status|fail|helpmsg|alert|hr(?![a-z])|"
    r"hresult|exception|fault|"
    r"warning|ntstatus|instance|winsock|win32|wsa(?![a-z])|rc(?![a-z])"
    r"|chyb|bł[ąę]d|fout|fel(?:kod|meddelande|[ \t:])|fejl|feil|virhe|hata|hiba|eroare|ошибк|помилк|"
    r"σφάλμα|エラー|错误|錯誤|오류"
    r"|грешка|grešk|napak|klaida|viga|kļūda|שגיאה|خطأ|lỗi|kesalahan|ralat|rückgabe|ret(?:code|urn)|"
    r"événement"
    r"|gebeurtenis|händelse|hændelse|hendelse|zdarzenie|událost|событие|evt|eid(?![a-z])|finish|quit|"
    r"dies|bail"
    r"|c[ao]mes? (?:back|up)|message|msg|abort|crash|stopped|ended|terminate[ds]|exit|died|return|throws|"
    r"threw",
    flags=0,
)
_COMPOUND = lazy(
    r"(?:get|last|win32|wsa|socket|detailed|internal|inner|wsb|dpm|mabs|mars|vss|com|native|"
    r"result|return|status|reason|exit|"
    r"os|sql|rpc|win|io|web|socket|system|sys|windows|backup|sub|event|error|err|alert|message|msg|"
    r"agent|job|h|"
    r"nt){1,2}$",
    flags=0,
)
_UNDERLINED = lazy(r"(?:exit|error|err|return|result|status|reason)_$", flags=0)
_PRODUCT_ID = lazy(
    r"(?:sql|rpc|win32|vss|system|windows|setup|agent|backup|event|error|err|alert|message|msg|dpm|"
    r"mabs|mars)$",
    flags=0,
)
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
_SOURCE = lazy(r"\b(?:volsnap|vss|dcom|ntfs|disk|sqlwriter|msdpm|dpmra|cbengine)[ \t]$", re.IGNORECASE)
_BY_SOURCE = lazy(r"[ \t]+(?:of|from|by|\(?source:?)[ \t]+(?:source[ \t]+)?[A-Z]\w+-[A-Z]\w+", flags=0)
_SHORT_THREAD = 4
_FEW_DIGITS = 2
_COUNT_OF = lazy(r"\b(?:total|(?:number|count|sum|amount) of|all)[ \t]+(?:the[ \t]+)?$")
_HAS_ERROR_KEY = lazy(r"[\"'](?:err(?:or)?(?:_?(?:code|id|number))?|code|event_?id)[\"']:[ \t]?[\"']?\w")
_RECORD = 300
"""How far from its ID a record of JSON may hold the error that makes the ID one of the record."""

_ORDINAL = lazy(r"\d{1,2}[.)][ \t]", flags=0)
_OF_THING = lazy(
    r"[ \t]+(?:on|of) (?!(?:one|another|each|every|either|two) )"
    r"(?:the |a |my |our |this |that |his |her )?(?:\w+ )?(?:sticker|badge|label|tape|door|"
    r"cassette|room|invoice|licen[cs]e|locker|shelf|rack|box(?! ?\d)|envelope|sheet|form|wiki|article)s?\b"
    r"|[ \t]+(?:opens|unlocks|disarms)\b",
    re.IGNORECASE,
)
_IN_REGISTER = lazy(
    r"[ \t]+(?:in|of|on) (?:the |a |my |our |this |that |their )?(?:\w+ )?(?:cmdb|inventory|"
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
    r"|(?-i:[A-Z]{2,}[A-Z0-9-]*\d+))\b"
)
_PLURALS = frozenset({"events", "errors", "alerts", "codes"})
# What follows a number that counts it: "an event with 250 guests", "a warning of 3106 customers".
_COUNTS = lazy(r"[ \t]+(?:[a-z]+[ \t]+)?(?!(?:as|is|was|has|this|does|always|times)\b)[a-z]{2,}s\b", flags=0)
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


def find_cued(text: str) -> Iterator[re.Match[str]]:
    """Matches of a cue with a number behind it (groups cue, link, wordy, separator, number), in order."""
    lowered = text.lower()
    if len(lowered) != len(text):  # a few capitals become two letters, which would shift the offsets
        lowered = "".join(ch.lower() if ch.isascii() else ch for ch in text)
    for anchor in _ANCHOR().finditer(lowered):
        start = anchor.start()
        # what is cued by one word may be cued more closely by the next: "failed with ID 52"
        if _starts_cue(lowered, start) and (match := _CUED().match(text, start)):
            yield match


def cue_of(match: re.Match[str]) -> Cue | None:
    """The cue of a match of `find_cued`, or None when it is something else ("ticket ID 48213")."""
    kind = next(name for name, _ in _KINDS if match[name])
    cue = match["cue"].lower().replace("(s)", "s")
    before = match.string[max(0, match.start("cue") - 24) : match.start("cue")]
    owner = "" if before[-1:].isalnum() and kind != "id" else owner_of(before)
    if _is_of_thing(kind, cue, owner, before, match) or _is_amount(kind, cue, before, match):
        return None
    if _is_of_layout(cue, match):
        return None
    strong = _is_strong(kind, cue, match, match["number"]) and not is_of_other(cue, owner)
    return Cue(_namespace(kind, cue, match, before), strong)


def _is_of_thing(kind: str, cue: str, owner: str, before: str, match: re.Match[str]) -> bool:
    """Whether the number is that of a thing: by its owner, by what follows, or by the record it stands in."""
    text, end = match.string, match.end("number")
    if is_owned(kind, cue, owner) or is_of_thing(text, end):
        return True
    if kind != "id":
        return False
    return bool(
        is_among_owned(text, before)
        or (cue == "id" and _is_of_record(match))
        or ("=" in match["separator"] and _ASKED_IN_SQL().search(before))
        or _IDAHO().search(text[max(0, match.start() - 3) : end])
        or _IN_REGISTER().match(text, end)
    )


def _is_amount(kind: str, cue: str, before: str, match: re.Match[str]) -> bool:
    """Whether the number counts: "total errors: 12", "event 3 of", "alertid=12" of the logs."""
    if cue in _PLURALS and _COUNT_OF().search(before):
        return True
    if re.search("[:,]", match["separator"]) and is_counted(match.string, match.end("number")):
        return True
    if cue in ("event", "events") and _is_short_count(cue, match):
        return True
    counted = kind == "id" and match["separator"] == "=" and before.lower().endswith("alert")
    return counted or _is_count(kind, match)


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
    return (
        sign in {",", ";", "\t", "|"} and sign == match.string[max(0, start - 4) : start].rstrip(" \"'")[-1:]
    )


def _is_of_record(match: re.Match[str]) -> bool:
    """Whether the ID is that of a record of JSON that tells its error by another key."""
    text, start, end = match.string, match.start("cue"), match.end("cue")
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
    if kind == "fail" or cue in ("status", "hr", "http", "returned"):
        return False
    if cue == "rc":
        return bool(re.search("[=:]", match["separator"]) or _ENDS().match(match.string, match.end("number")))
    if kind == "windows" and len(number) < 2:
        return False
    if kind == "event" and year and _BY_SOURCE().match(match.string, match.end("number")):
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


def _starts_cue(lowered: str, start: int) -> bool:
    """Whether a cue may start here: at the start of a word, or inside GetLastError, DetailedErrorCode."""
    if start == 0:
        return True
    last = lowered[start - 1]
    if last in ".@/\\?&":
        return last == "." and lowered.startswith(("event_id", "event.code"), start)
    if last == "-" and lowered[max(0, start - 2)].isalnum():
        return bool(_PRODUCT_ID().search(lowered[max(0, start - 16) : start - 1]))
    if not (last.isalnum() or last == "_"):
        return True
    if last == "_":
        return bool(_UNDERLINED().search(lowered[max(0, start - 16) : start]))
    before = lowered[max(0, start - 16) : start]
    if lowered.startswith("id", start):
        return bool(_PRODUCT_ID().search(before))
    return lowered.startswith(("err", "fehler", "exc", "code", "hres", "status"), start) and bool(
        _COMPOUND().search(before)
    )
