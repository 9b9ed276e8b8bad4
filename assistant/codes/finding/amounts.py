"""Whether a number is an amount, a date, a span or a part of something longer, by what is written at it."""

from __future__ import annotations

import re

from assistant.decisions.expressions.patterns import lazy

UNIT = (
    r"(?:[kmgtp]i?b(?:it|yte)?(?:s|/s|ps)?|gigs?|bytes?|bits?|%|percent|°|"
    r"k(?=[ \t](?:clusters?|blocks?|sectors?|units?|allocation))|ms|msec|milliseconds?|µs|s|secs?"
    r"|seconds?|mins?|minutes?|h|hrs?(?![ \t]{0,2}[:=]?[ \t]?\[?0x)|hours?|d|days?|nights?|"
    r"weeks?|months?|quarters?|years?|yrs?|"
    r"x(?![ ]\d)|times?|[kmg]bps|[kmg]bit|[kmg]hz|rpm|iops|px|dpi|v"
    r"|w(?!/|[ \t](?:\d|0x|(?:an?|the|no|only)\b))|kw|k?va|u|sq|sqm|m²|ft|eur|euros?"
    r"|hryvnia|rubles?|rupees?|yen|z[lł]oty|kron(?:er|or|en)|lira|usd|dollars?|"
    r"gbp|pounds?|€|\$|£|"
    r"dword|qword|km|kwh|kg|cm|mm|lbs|miles|met(?:er|re)s|r2|st|nd|rd|th|am|pm|a\.m\.|p\.m\.|o'clock|"
    r"uhr|utc|gmt|cest|cet|pst|est|"
    r"x[ \t]\d+(?=[ \t]?[kmgt]b)|g[to]"
    r"|tage?n?|stunden?|std|jours?|heures?|d[ií]as?|horas?|giorn[oi]|ore|dag(?:e|en|er|ar)|timer|timmar"
    r"|uur|dn[íiůy]|hodin[ay]?|godzin[ay]?|päivää|tuntia|napja|nap|óra|gün|saat|дн(?:я|ей)|час(?:а|ов)"
    r"|stück|stk|"
    r"(?:out )?of (?:the )?\d+|to \d+ (?:days|hours|gb|mb|tb)|[rt]x)"
)
COUNTED = (
    r"(?:more|others?|another|different|new|separate|distinct|people|colleagues"
    r"|pcs|pieces|errors|warnings|events|alerts|failures|exceptions|messages|servers|vms?|machines|"
    r"computers|clients|hosts|nodes|files|folders|"
    r"directories|items|objects|jobs|tasks|entries|rows|records|lines|pages|users|mailboxes|"
    r"databases|dbs|instances|disks|volumes|drives|"
    r"writers|providers|docs|documents|photos|contacts|subfolders|dirs|"
    r"tapes|cores|cpus|vcpus|points|recovery points|restore points|retries|attempts|tries|"
    r"copies|sessions|snapshots|connections|updates|"
    r"tickets|sites|farms|packets|blocks|sectors|chunks|threads|processes|agents|data ?sources|"
    r"groups|members|protection groups|queries|"
    r"reboots|restarts|licen[cs]es|characters|chars|ports|rules|steps|runs|backups|restores|"
    r"replicas|reports|mails|emails|occurrences|hits|"
    r"fichiers|postes|archivos|usuarios|utenti|użytkowników|gebruikers|användare|brukere|brugere|käyttäjää|"
    r"benutzer|dateien|geräte|plików|souborů|filer|bestanden|(?-i:Server(?=[ \t](?:und|mit|im|in)\b))|"
    r"(?:(?:error|consistency|allocation|failed|successful|protected|missing|bad"
    r"|corrupt(?:ed)?|skipped|"
    r"open|virtual|content|mailbox|user|guest|shadow|tape|file|db|domain|network|test|production|remote|branch|"
    r"physical|full|incremental|concurrent|parallel|daily|weekly|monthly|"
    r"consecutive|different|logical|sql|event|log|backup|recovery|restore|cloud|online|disk|"
    r"azure|windows|unread|pending|new|site|power-on) ){1,2}"
    r"(?!(?:is|was|has|does|goes|says|keeps|comes)\b)[a-z]+s)"
)
_LETTERS = "A-Za-zÀ-ɏЀ-ӿ"
"""Of alphabets: what is written without blanks may follow a unit."""

_UNIT_AFTER = lazy(rf"[ \t ]?-?(?:{UNIT})(?![{_LETTERS}0-9=])")  # "code=100104 bytes=0" has the next key
_COUNT_AFTER = lazy(rf"[ \t]+(?:{COUNTED})(?![{_LETTERS}0-9])")
_GLUED_AFTER = lazy(
    r"[.:]\d|&\w|/(?:tcp|udp)\b|(?:[ ]\d\d){2,}(?![\d:])|(?:[ ]\d{3}){2}#|,\d{3}(?!\d)"
    rf"|,\d{{1,2}}[ \t ]?(?:{UNIT}|chf|pln|zł|kč|czk|kr|ft|lei|ron|try|tl|₺)(?![{_LETTERS}0-9=])"
    r"|-[0-9A-F]{2,}-|-[A-Z](?![A-Z])|[%°$€£@#\\]|\.(?:log|txt|png|jpe?g|"
    r"zip|csv|pdf|xlsx?|docx?|pptx?|iso|xml|html?|aspx|md|cab|etl|evtx|bak|dll|exe|cpp|cs|ps1|msi|vhdx?|json)\b"
    r"|-(?-i:(?!err|alert|event|code|id|msg|type|ish|like)[a-z]{3,})"
    r"|[-_](?:old|new|bak|backup|archive|te?mp|copy|test|final|draft|prod|dev|orig|save|del)\b",
    re.IGNORECASE,
)
_SPAN_AFTER = lazy(r" ?/ ?\d|-\d", flags=0)
_PART_AFTER = lazy(r" ?/ ?\d+", flags=0)
_OF_YEAR = lazy(r"/(?:19[89]|20[0-4])\d(?![\w/-])", flags=0)
"""The year behind a number that is counted anew each year: "our request 30214/2025"."""

_LINK = r"[ \t]+(?:on|in|at|for|of|per|to|from)"
_ELIDED = lazy(
    rf"\d[ \t]?(?:{UNIT})(?P<link>{_LINK}[ \t])[^.;:!?\n\d]{{1,24}}?"
    r"(?:,|[ \t]and|,[ \t]and)[ \t](?:\d{1,5}(?P=link)[^.;:!?\n\d]{1,24}?(?:,|[ \t]and|,[ \t]and)[ \t]){0,3}$"
)
"""Amounts in a row of which only the first has its unit: "14 days on disk and 180 in the vault"."""

_FOUR_AFTER = lazy(r"/(\d{4})(?![\d.:-])", flags=0)
_UP_TO = lazy(r"[ \t]+(?:and|to)[ \t]+\d{1,6}(?!\d)", flags=0)
_SPAN = lazy(
    r"[ \t]+(?P<word>and|to|bis|till|until)[ \t]+(?P<last>\d{2,6})(?![\w.:/-]*\d)"
    r"(?=[ \t]*(?:[,;)!]|\.(?!\d)|$|[a-z%]))"
)
_CHOICE_AFTER = lazy(r"(?:[ \t]+(?:or|vs|versus|\+)[ \t]+\d{1,6}(?!\d)){1,4}", flags=0)
_FROM_BEFORE = lazy(r"\b(?:between|from)[ \t]+$")
_RANGE_AFTER = lazy(r"[-–](?P<last>\d{2,6})(?!\d)|\+(?![A-Za-z0-9])", flags=0)
CODE_DIGITS, _LONG_DIGITS = 3, 5
"""From how many digits on "33424/33425" are two codes and no date: with a cue, and without."""

_LIST_LIMIT = 20
"""A range of more numbers than this is one of a heading ("Error codes 201-300"), no list of codes."""

_GLUED_BEFORE = lazy(
    r"(?:[~≈<]|(?<![-=])>|\d[.,:;/-]|[$€£+\\@/_]|[A-Za-z0-9]-|\w\.|^\.|\s\.|\w\[|[A-Za-z0-9])\Z", flags=0
)
_ROW_BEFORE = 72
_LINKED = lazy(rf"{_LINK}\b")
VERSION_DIGITS = 4
_YEAR = range(1990, 2040)


def is_other_quantity(text: str, start: int, end: int, *, strong: bool) -> bool:
    """Whether the number at `start` to `end` is part of a date, time or version, or has a unit."""
    after = text[end : end + 28]
    if _GLUED_AFTER().match(after) or _UNIT_AFTER().match(after):
        return True
    number = text[start:end]
    if not strong and (_OF_YEAR().match(after) or _is_elided(text, start, end)):
        return True
    if number.isdecimal() and _is_wide_range(int(number), after):
        return True
    least = CODE_DIGITS if strong else _LONG_DIGITS
    if not strong and _is_span(text, start, end):
        return True
    if (span := _UP_TO().match(after)) and _FROM_BEFORE().search(text[max(0, start - 10) : start]):
        return _has_unit(text, end + span.end())
    if not strong and (choice := _CHOICE_AFTER().match(after)) and _has_unit(text, end + choice.end()):
        return True
    if (part := _PART_AFTER().match(after)) and is_counted(after, part.end()):
        return True
    listed = (after.startswith(" / ") and len(number) >= CODE_DIGITS) or _is_pair(number, after)
    if (
        not listed
        and _SPAN_AFTER().match(after)
        and (len(number) < least or (number.isdigit() and is_year(int(number))))
    ):
        return True
    return not strong and bool(_COUNT_AFTER().match(after))


def _is_elided(text: str, start: int, end: int) -> bool:
    """Whether the number is one of several amounts, and its unit that of the one before."""
    if end - start >= VERSION_DIGITS or not text[start - 1 : start].isspace():
        return False
    row = _ELIDED().search(text[max(0, start - _ROW_BEFORE) : start])
    return row is not None and bool(_LINKED().match(text, end))


def _has_unit(text: str, end: int) -> bool:
    return is_counted(text, end) or bool(_UNIT_AFTER().match(text[end : end + 28]))


def _is_span(text: str, start: int, end: int) -> bool:
    """Whether two numbers far from each other are the ends of a span: "from 310 to 5000"."""
    span = _SPAN().match(text, end)
    if span is None or not text[start:end].isdecimal():
        return False
    told = span["word"].lower() != "and" or _FROM_BEFORE().search(text[max(0, start - 10) : start])
    first, last = int(text[start:end]), int(span["last"])
    chosen = last % 10 == 0 or last < 10**CODE_DIGITS  # "changed from 33424 to 30189" are two codes
    return bool(told) and chosen and abs(last - first) > _LIST_LIMIT


def _is_pair(number: str, after: str) -> bool:
    """Whether "3101/3106" are two numbers of a list: four digits each, and none of them a year."""
    match = _FOUR_AFTER().match(after) if len(number) == VERSION_DIGITS and number.isdigit() else None
    return match is not None and not (is_year(int(number)) or is_year(int(match[1])))


def _is_wide_range(first: int, after: str) -> bool:
    match = _RANGE_AFTER().match(after)
    return match is not None and (match["last"] is None or int(match["last"]) - first > _LIST_LIMIT)


def is_counted(text: str, end: int) -> bool:
    """Whether a plural noun follows the number: "12 files"."""
    return bool(_COUNT_AFTER().match(text[end : end + 28]))


def is_negative(text: str, start: int) -> bool:
    """Whether a minus sign belongs to the number: "error -528", not "Error-33424"."""
    return text[start - 1 : start] in ("-", "−") and not text[max(0, start - 2) : start - 1].isalnum()


def is_glued_before(text: str, start: int) -> bool:
    """Whether what stands before the number makes it part of something longer: version, GUID, path."""
    return bool(_GLUED_BEFORE().search(text[max(0, start - 2) : start]))


def is_year(number: int) -> bool:
    """Whether a bare number reads as a year."""
    return number in _YEAR
