"""Bare numbers that the words around them tell as a code: "the console says 292", "832 - setup stops".

`assistant.codes.cues` knows the cues of messages and logs; here is what people do who retell one. A number of
four digits or more that has an entry is hardly ever anything else, unless its neighbours say so. One of three
is a code where the words around it, or what its entry tells, make it one; in a log none is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from assistant.codes.context import is_year
from assistant.codes.entries import CodeId, ErrorEntry, Namespace
from assistant.codes.found import TOLD_LONGEST
from assistant.codes.reference import Reference
from assistant.codes.shapes import tells_trouble
from assistant.decisions.patterns import lazy

Fits = Callable[[str, str], int]
"""How many telling words a text shares with the nearest entry of a number."""

NUMBERED: tuple[Namespace, ...] = ("mabs", "win32", "winsock", "http", "event")
"""The namespaces in which the same decimal number can stand for different errors."""

FEW_WORDS = 6
"""In texts of so few words a hexadecimal number is what the question is about."""

SHORTEST = 3
"""Numbers of fewer digits are too often counts."""

SPECIFIC = 4
"""Numbers of so many digits that have an entry are seldom anything else."""

_SAYS = (
    r"meldet|zeigt|sagt|muestra|mostra|affiche|geeft|toont|pokazuje|zwraca|hlásí|zobrazuje|viser|visar|"
    r"показывает"
    r"|says?|said|saying|tells?|told|telling|gets?|got|getting|gives?|gave"
    r"|giving|shows?|showed|showing|throws?|threw|throwing"
    r"|answers?(?: with)?|answered(?: with)?|repl(?:y|ies|ied)(?: with)?"
    r"|respond(?:s|ed)?(?: with)?|reports?|reported|lists?|listed|returns?|returned"
    r"|complains? (?:about|of|with)"
    r"|spits? out|fails? with|fail(?:s|ed|ing)? (?:w/|due to|b/c|because of)|(?:keep|are|is|am|was|"
    r"were|constantly) seeing|sees|saw"
    r"|pop-?ups?(?: with)?|message box(?: with)?|banner:?|dialog(?: with)?|(?:goes|went|turned|is) red "
    r"with|job red,?"
    r"|(?:finish|quit|exit|terminate|die|complete)(?:s|e?d)? with|bails? out with|c[ao]mes? (?:back|"
    r"up) with"
    r"|(?:stop|fail|die|abort|end|break|quit|halt|bail|choke|crashe|hang)(?:s|d|ed|ped)?(?: out)?"
    r" (?:at|on|with)"
)
_TOLD = lazy(
    rf"(?:\b(?:{_SAYS})[ \t:]{{1,3}}(?:an? |the |me |us )?|(?:->|=>|→)[ \t]{{0,3}})[\"'(#]?$",
    re.IGNORECASE,
)
_WITH = lazy(r"\bwith[ \t]+[\"'(#]?$")
_RESULT_OF = lazy(
    r"\b(?:prereq\w*|checks?|set-?up|result|console|agent|wizard|alert|outcome|verdict)[ \t]{0,3}(?:="
    r"|:|->|=>)[ \t]{0,3}$",
    re.IGNORECASE,
)
_HINTED = lazy(
    r"(?:\b(?:what'?s|what is|whats|is|was|with|w[./]|see|sees|saw|about|then|agent|again|still|only|just"
    r"|like|mean|reason|and|or)[ \t:,]{1,3}|(?:[:;(,]|--?|\.{2,3})[ \t]{0,3})(?:an? |the )?[\"'(#]?$",
    re.IGNORECASE,
)
_BELONGS = lazy(
    r"^[\"')]?[ \t]+(?:in|from|by|at) (?:the )?(?:alert|dpm|mabs|mars|console|agent|wizard|setup"
    r"|backup server"
    r"|event ?log|event ?viewer|application log)\b",
    re.IGNORECASE,
)
_SET_OFF = lazy(
    r"(?:[(\[]|:[ \t])[ \t#]{0,2}(?P<number>[1-9]\d{4,6})(?=[ \t]?(?:[)\].,;?!](?!\d)|$))", flags=0
)
_ENCLOSED = lazy(r"\W*[(\[]\d+[)\]]\W*", flags=0)
_LEADING = lazy(r"^\W*$", flags=0)
_FOLLOWED = lazy(r"^[\"')]?(?:[ \t]*(?:[-–—:,;?!.]|->|=>)|[ \t]+[A-Za-z]|$)", flags=0)
_SET_APART = lazy(r"[\"')]?(?:[,;:]|[ \t]*(?:[-–—=]|->|=>))[ \t]+[A-Za-z]", flags=0)
_TOLD_ME = lazy(r"\b(?:me|us)[ \t]+[\"'(#]?$", re.IGNORECASE)
_CLOSED = lazy(
    r"[\"')\]]{0,2}(?:[,;.!?](?!\d)|\s*$|\s+(?:again|when|while|on|for|and|after|since|from|in|during|every|each|at|whenever|if|once|upon|as)\b)",
    flags=0,
)
_ASKED_BEHIND = lazy(
    r"[ \t]*(?:[:?,;]|--?|–)+[ \t]*(?:what|whats|why|how|help|any\b|meaning|cause|known|explain|no idea)",
    re.IGNORECASE,
)
_BEGINS_ITEM = lazy(r"(?:^|[,;:(–—]|\s-)[ \t]*$", flags=0)
_COMES = lazy(
    r"[\"')]?[ \t]+(?:(?:again|still|always|just|now)[ \t]+)?(?:keeps?|comes?|came|coming|again"
    r"|appear(?:s|ed)|pop(?:s|ped)"
    r"|show(?:s|ed)|turn(?:s|ed) up|return(?:s|ed)|happen(?:s|ed)|occur(?:s|red)|is back|is shown|"
    r"is all)\b",
    re.IGNORECASE,
)
_TELLER = lazy(r"\b(?:console|wizard|pop-?up|installer|dialog|banner)[ \t]+$")
_LOGGED = lazy(
    r"\t|(?-i:\b(?:INFO|DEBUG|TRACE)\b)|\d:\d\d:\d\d|::|\.(?:cpp|cs)\(|^[ \t>]*(?:[0-9A-Fa-f]{2,4} ){3}"
)
"""What only a line of a log holds: tabs, seconds, places in the source."""

_ASKED_FOR = lazy(
    r"\bwhat(?:'s|s)?(?: does| do| is)? (?P<number>\d{3,7}|0x[0-9A-Fa-f]{4,8})"
    r"(?= (?:mean|stand|say|is|tell|want)| *\?| *$)|\bmeaning of (?P<other>\d{3,7})\b",
    re.IGNORECASE,
)
_HEX = lazy(r"(?<!error )(?<!code )(?<![\w.])(?P<hex>0x[0-9A-Fa-f]{4,8})\b", re.IGNORECASE)
_COMMON = (
    "backup server agent error code id job fail failed dpm mabs azure data protection computer machine"
    " message console start run work new get say check try use not no can"
)
_FAR_YEARS = 2033
"""From this year on a number is hardly ever one, where an entry fits."""

_ITEM = lazy(r"[,;\n]|\band\b|\bthen\b|(?<=\d)[ \t]*/[ \t]*(?=\d)|(?<=\s)/(?=\s)", flags=0)
_JOIN = lazy(r"[ \t]*(?:[,;/&+]|\band\b|\bor\b|\bvs\.?)[ \t]*(?:and |or )?", re.IGNORECASE)
_LEAST_ITEMS, _LEAST_ROWS = 2, 3
SOME, _MUCH = 2, 3
"""How many words of an entry stand beside its number, where trouble is told and where none is."""


def is_told(text: str, start: int, end: int, fits: Fits) -> bool:
    """Whether the known bare number from `start` to `end` of a message is told as a code."""
    number = text[start:end]
    if len(text) > TOLD_LONGEST or _in_log(text, start, end):
        return False
    if len(number) < SHORTEST:
        return _is_answer(text, start, end) or (_heads(text, start, end) and fits(text, number) > 0)
    if text.startswith(("'s", "’s"), end) or _ENCLOSED().fullmatch(text):
        return False  # it is another one, "33424's little brother", or nothing but "[3106]"
    year = is_year(int(number))
    if len(number) >= SPECIFIC and not year:
        return True
    before, after = text[:start], text[end:]
    if not year and _LEADING().match(before) and _FOLLOWED().match(after):
        return True
    if not year and _TELLER().search(before) and _CLOSED().match(after):
        return True
    if not year and (_TOLD().search(before) or _RESULT_OF().search(before) or _BELONGS().match(after)):
        return True
    hinted = bool(_HINTED().search(before) or _TOLD().search(before)) or int(number) >= _FAR_YEARS
    if hinted and (fits(text, number) > 0 or text.count(number) > 1):
        return True
    return not year and _is_of_entry(text, start, end, fits)


def _is_answer(text: str, start: int, end: int) -> bool:
    """Whether something is said to answer or to fail with a number of few digits, and nothing is counted."""
    before = text[:start]
    return bool(_WITH().search(before) and _TOLD().search(before) and _CLOSED().match(text[end:]))


def _heads(text: str, start: int, end: int) -> bool:
    """Whether a number stands before a message that tells what it is: "12, refused"."""
    return bool(_LEADING().match(text[:start]) and _SET_APART().match(text, end))


def _is_of_entry(text: str, start: int, end: int, fits: Fits) -> bool:
    """Whether what is said beside a number is what its entry says: "disk removal blocked 355"."""
    first, last = _item(text, start, end)
    shared = fits(text[first:last], text[start:end])
    return shared >= _MUCH or (shared >= SOME and tells_trouble(text[first:last]))


def is_told_before(text: str, start: int) -> bool:
    """Whether a word of saying stands right before a number: "the console says 31277"."""
    return bool(_TOLD().search(text[:start]))


def is_said(text: str, start: int, end: int) -> bool:
    """Whether a number of a message is said to come, whatever it is: "the console says 31277"."""
    if len(text) > TOLD_LONGEST or _in_log(text, start, end):
        return False
    before, after = text[:start], text[end:]
    asked = _LEADING().match(before) and _ASKED_BEHIND().match(after)
    if asked or (_BEGINS_ITEM().search(before) and _BELONGS().match(after)):
        return True
    return bool(_TOLD().search(before) and not _TOLD_ME().search(before) and _CLOSED().match(after))


def comes(text: str, end: int) -> bool:
    """Whether what stands before `end` in a message is said to come: "43, and later 52 shows up"."""
    return len(text) <= TOLD_LONGEST and bool(_COMES().match(text, end))


def is_reported(text: str, start: int, end: int) -> bool:
    """Whether a hexadecimal number of a message, whatever it is, is said to come: "0x187CC keeps coming"."""
    if len(text) > TOLD_LONGEST or _in_log(text, start, end):
        return False
    return bool(
        _COMES().match(text[end:]) or (_LEADING().match(text[:start]) and _CLOSED().match(text[end:]))
    )


def set_off(text: str, fits: Fits) -> Iterator[tuple[int, int]]:
    """Where long numbers stand in brackets or behind a colon, by whatever word ("page: 50504"), whose entry
    shares a word with the text."""
    for match in _SET_OFF().finditer(text) if len(text) <= TOLD_LONGEST else ():
        if fits(text, match["number"]) > 0:
            yield match.span("number")


def in_parallel(
    text: str, places: Sequence[tuple[int, int]], sure: Sequence[tuple[int, int]], fits: Fits
) -> list[int]:
    """The positions in `places`, spans of known bare numbers, that are told like others in a list.

    "328 on APP1, 330 on APP2": what is said beside each has one form. Where one of them is `sure`, two digits
    are enough; else there must be two of three digits, and a word of trouble or one that an entry tells.
    """
    if not places or len(text) > TOLD_LONGEST:
        return []
    forms = [_form(text, *place) for place in places]
    told = [_form(text, *place) for place in sure]
    known = {form for form in told if any(form) or told.count(form) >= _LEAST_ITEMS}
    alike = [at for at, form in enumerate(forms) if form in known]
    long = [at for at, (start, end) in enumerate(places) if end - start >= SHORTEST]
    several = [
        at
        for at in long
        if sum(forms[at] == forms[other] or _are_joined(text, places[at], places[other]) for other in long)
        >= _LEAST_ITEMS
    ]
    rows = sum(forms[at] == ("", "") for at in several)
    fit = rows >= _LEAST_ROWS or tells_trouble(text)
    if not (fit or any(fits(text, text[slice(*places[at])]) for at in several)):
        several = []
    return sorted({*alike, *several})


def _are_joined(text: str, one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether nothing but a comma or an "and" stands between two numbers; each is joined with itself."""
    first, second = sorted((one, other))
    return one == other or bool(_JOIN().fullmatch(text, first[1], second[0]))


def _form(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands beside a number within its item of a list, with words and figures by their form only."""
    first, last = _item(text, start, end)
    before = re.split(r"[:.]\s|\(", text[first:start])[-1]
    after = re.split(r"[.?!](?:\s|$)", text[end:last])[0]
    return _masked(before), _masked(after)


def _item(text: str, start: int, end: int) -> tuple[int, int]:
    """From where to where the item of a list goes that a number stands in."""
    breaks = [match for match in _ITEM().finditer(text) if not start <= match.start() < end]
    first = max((match.end() for match in breaks if match.end() <= start), default=0)
    last = min((match.start() for match in breaks if match.start() >= end), default=len(text))
    return first, last


def _masked(words: str) -> str:
    lettered = re.sub(r"[A-Z][\w-]*\d*", "A", words.strip(" \t\"'-*•"))
    return re.sub(r"\d+", "9", lettered)


def _in_log(text: str, start: int, end: int) -> bool:
    """Whether the line of the number is one of a log."""
    last = text.find("\n", end)
    return bool(_LOGGED().search(text[text.rfind("\n", 0, start) + 1 : last if last >= 0 else len(text)]))


def asked_for(text: str) -> str:
    """`text` with its cue where a number is asked for without one: "what does error 130099 stand for"."""
    if len(text) > TOLD_LONGEST:
        return text
    match = _ASKED_FOR().search(text) or (_HEX().search(text) if len(text.split()) <= FEW_WORDS else None)
    if match is None:
        return text
    start = match.start(match.lastgroup or 0)
    return f"{text[:start]}error {text[start:]}"


def shared_words(asked: str, entry: ErrorEntry) -> int:
    """How many telling words of `asked` stand in what the entry says of its symptom."""
    from assistant.retrieval.words import token_set  # here: a bare code needs no analyser
    from ingest.analysis import query_tokens

    told = token_set("\n".join([entry.title, entry.message, entry.symptom, *entry.asks]))
    wanted = frozenset(token for token in query_tokens(asked) if not token.isdecimal()) - token_set(_COMMON)
    return len(wanted & told)


def of_number(value: str, reference: Reference) -> list[ErrorEntry]:
    """The entries of a decimal number in every namespace."""
    return [entry for namespace in NUMBERED for entry in reference.lookup(CodeId(namespace, value))]


@cache
def fits_in(reference: Reference) -> Fits:
    """How many telling words a text shares with the entries of a number in `reference`, at most."""

    def fits(text: str, value: str) -> int:
        return max((shared_words(text, entry) for entry in of_number(value, reference)), default=0)

    return fits
