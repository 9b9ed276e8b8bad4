"""The words that make a number beside them a code, and where they stand: "error", "ID", "failed with".

A cheap pattern finds the places where such a word may stand; only there the long one is tried, so that a
megabyte of log takes a fraction of a second. All repetition is bounded for the same reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.codes.finding.log_lines import lowered
from assistant.decisions.expressions.patterns import lazy

_GAP = r"[ \t]{0,8}(?:\r?\n[ \t>|]{0,12}(?:[-*•][ \t]{1,4})?)?"
NUMBER = r"(?:0[xX][0-9A-Fa-f]{1,16}|[-−–]\d{7,10}|[0-9A-Fa-f]{0,9}\d[0-9A-Fa-f]{0,9})"
"""What a code looks like behind a cue: hexadecimal, signed, decimal, hexadecimal without 0x."""

# "error code is", "error number:", "error with the ID": words that may stand between a cue and its number.
_LINK = (
    r"(?:(?:of|for) (?:the|this|that|my|our) (?:job|task|agent|alert|service|setup|backup|restore|"
    r"wizard|message)|"
    r"codes?|kode|kodu|k[oó]d|cod|système|systemu|systému|číslo|num[eé]ro|número|n[º°]|n\.|"
    r"(?:mit der )?nummer|ids?|numbers?|no\.?|nr\.?|num|value|hresult|hr|status|message|msg|"
    r"is|was|are|were|seen|lautet|ist|est|es|è|affichée?|la|includes?|including|such|as|reads?|of|with|named|called|says|said|"
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
    r"like|as|being|coming|has|have|had|throws|thrown|shows?|shown|says?|said|reads?|is|was|are|code|"
    r"id|with|the|a|error|this|number)"
)
# A table of keys and values pads its keys: "ErrorCode            : 42", "EventID:........ 24".
_PADDED = r"(?:[ \t.]{2,40}[:=]|[ \t]{0,40}\|(?=[ \t])|[.]{2,40}:|:[.]{2,40})"
_SEPARATOR = (
    rf"(?:(?:{_PADDED}|:[ \t]{{9,40}}(?=[-−\d])"
    rf"|{_GAP}[:=#>\[\(\"'`*{{,_]{{1,4}}(?:[ \t]?[-−](?=\d{{1,4}}(?!\d)))?"
    rf"|[ \t]{{0,4}}(?:->|=>|[-–](?!\d{{7}})){_GAP}"
    rf"|[\])>]{{1,2}}{_GAP}[:-]?)?{_GAP}[\[\(\"'`*#<“‘«]{{0,3}})"
)
# "Error" in other languages, as far as its word does not begin as the English one does.
_FOREIGN = (
    r"c[oó]digo|codice|k[oó]d|код|meldung|mensaje|mensagem|messaggio|komunikat|zpráva|melding|meddelande|сообщение|"
    r"chyb(?:a|ou|y|u|ov[ýé] kód)|błąd|błęd(?:u|em|y)|fout(?:code|melding|nummer)?|fel(?:kod|meddelande)?"
    r"|fejl(?:kode)?|feil(?:kode)?|virhe(?:en|ttä|itä|koodi[na]?)?|hata(?:s[ıi])?|hib(?:a(?:kód)?|át)|eroarea?|ошибк(?:а|и|у|е|ой)|"
    r"помилк(?:а|и|у|ою)"
    r"|грешка|grešk[aeu]|napak[aeo]|klaida|viga|kļūda|σφάλμα|שגיאה|خطأ|lỗi|kesalahan|ralat|erro(?!r)"
    r"|エラー(?:コード|番号)?|(?:错误|錯誤)(?:代码|代碼|号)?|오류(?: ?코드)?"
)
KINDS: tuple[tuple[str, str], ...] = (
    (
        "event",
        r"event[ _-]?(?:log[ _-]?)?(?:ids?|codes?|nos?\.?|nr\.?|number|identifier)|instance[ _-]?id"
        r"|ereignis(?:[ -]?id|kennung|nummer)?|evento|événements?|gebeurtenis|händelse|hændelse|"
        r"hendelse|zdarzenie|událost"
        r"|событие|tapahtuma(?:tunnus)?|esemény(?:azonosító)?|olay|evt(?:[ _]?id)?|eid|event\.(?:code|id)"
        r"|event(?:\(s\)|s)?(?![ _-]?(?:log|viewer|"
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
# A look ahead and what it took once more: nothing is tried again in another way. Atomic groups would say it
# shorter, but the first releases of Python 3.11 get them wrong.
_CUED = lazy(
    rf"(?P<cue>{'|'.join(f'(?P<{kind}>{words})' for kind, words in KINDS)})"
    rf"(?:\(\)|[ \t]?\((?:decimal|dec|hex|hexadecimal|int|signed|"
    rf"unsigned)\))?(?=(?P<link>(?:{_SEPARATOR}{_LINK}(?![A-Za-z])){{0,4}}))(?P=link)"
    rf"(?=(?P<wordy>(?:[ \t]{{1,4}}{_WORDY}\b){{0,6}}))(?P=wordy)"
    rf"(?=(?P<separator>{_SEPARATOR}))(?P=separator)(?P<number>{NUMBER})"
    rf"(?![A-Za-z0-9_])",
    re.IGNORECASE,
)
_ANCHOR = lazy(
    r"er{1,2}o|err|c[oó]digo|codice|k[oó]d(?![a-z])|код|meldung|mensa[jg]e|messaggio|komunikat|zpráva|melding|meddelande|сообщение|fehler|ereignis|event|http|ids?(?![a-z])|code|status|fail|helpmsg|alert|hr(?![a-z])|"
    r"hresult|exception|fault|"
    r"warning|ntstatus|instance|winsock|win32|wsa(?![a-z])|rc(?![a-z])"
    r"|chyb|bł[ąę]d|fout|fel(?:kod|meddelande|[ \t:])|fejl|feil|virhe|hata|hiba|eroare|ошибк|помилк|"
    r"σφάλμα|エラー|错误|錯誤|오류"
    r"|грешка|grešk|napak|klaida|viga|kļūda|שגיאה|خطأ|lỗi|kesalahan|ralat|rückgabe|ret(?:code|urn)|"
    r"événement"
    r"|gebeurtenis|händelse|hændelse|hendelse|zdarzenie|událost|событие|tapahtuma|esemény|olay|evt|eid(?![a-z])|finish|quit|"
    r"dies|bail"
    r"|c[ao]mes? (?:back|up)|message|msg|abort|crash|stopped|ended|terminate[ds]|exit|died|return|throws|"
    r"threw",
    flags=0,
)
_COMPOUND = lazy(
    r"(?:get|last|top|first|final|failure|win32|wsa|socket|detailed|internal|inner|wsb|dpm|mabs|mars|vss|com|native|"
    r"result|return|status|reason|exit|"
    r"os|sql|rpc|win|io|web|socket|system|sys|windows|backup|sub|event|error|err|alert|message|msg|"
    r"agent|job|h|"
    r"nt){1,2}$",
    flags=0,
)
_UNDERLINED = lazy(
    r"(?:exit|error|err|return|result|status|reason|failure|fault|last|inner|native)_$", flags=0
)
_OF_PRODUCT = lazy(r"(?<![a-z])(?:dpm|mabs|mars|vss|wsb|win32|win|sql|agent|setup|backup)_$", flags=0)
_PRODUCT_ID = lazy(
    r"(?:sql|rpc|win32|vss|system|windows|setup|agent|backup|event|error|err|alert|message|msg|dpm|"
    r"mabs|mars)$",
    flags=0,
)


def may_be_cued(text: str) -> bool:
    """Whether something like a cue stands in `text`, be it inside another word."""
    return bool(_ANCHOR().search(lowered(text)))


def find_cued(text: str) -> Iterator[re.Match[str]]:
    """Matches of a cue with a number behind it (groups cue, link, wordy, separator, number), in order."""
    small = lowered(text)
    for anchor in _ANCHOR().finditer(small):
        start = anchor.start()
        # what is cued by one word may be cued more closely by the next: "failed with ID 52"
        match = _CUED().match(text, start) if _starts_cue(small, start) else None
        if match and match["number"].strip("0xX"):  # zero is success: logs are full of it
            yield match


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
        before = lowered[max(0, start - 16) : start]
        named = lowered.startswith(("err", "code", "status"), start) and _OF_PRODUCT().search(before)
        return bool(named or _UNDERLINED().search(before))
    before = lowered[max(0, start - 16) : start]
    if lowered.startswith("id", start):
        return bool(_PRODUCT_ID().search(before))
    return lowered.startswith(("err", "fehler", "exc", "code", "hres", "status"), start) and bool(
        _COMPOUND().search(before)
    )
