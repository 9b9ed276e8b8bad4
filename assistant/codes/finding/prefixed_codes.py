"""Codes by what stands before their digits: hexadecimal numbers with 0x, and those with a minus sign."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from assistant.codes.finding import bare_numbers, non_code_context
from assistant.codes.finding.found_code import TOLD_LONGEST
from assistant.codes.finding.number_judge import FACILITY, STATUS, Hit, Judge
from assistant.codes.normalization import of_signed
from assistant.decisions.expressions.patterns import lazy
from ingest.codes import FOLD_FROM

Free = Callable[[re.Pattern[str]], Iterator[re.Match[str]]]
"""The matches of an expression at places that no stronger way has read."""

# The first character comes before the look back, so that the pattern is only tried where it stands.
_HEX = lazy(r"0(?<![A-Za-z0-9_.]0)[xX][0-9A-Fa-f]{1,16}(?![A-Za-z0-9_])", flags=0)

_SIGNED = lazy(
    r"[-−–](?<![A-Za-z0-9_.)\]-].)(?:2147\d{6}|2146\d{6}|2145\d{6}|2144\d{6}|213\d{7}|214[0-3]\d{6}|"
    r"1073\d{6})(?![A-Za-z0-9_]|[.,]\d)",
    flags=0,
)
_OF_ENGINE = lazy(
    r"\b(?:ese|esent|eseutil|jet|edb)\b[^\n]{0,60}?(?<![A-Za-z0-9_.)\]])"
    r"(?P<behind>[-−–][1-9]\d{2,3})(?![\w%]|[.,:]\d)"
    r"|JET_\w+[ \t]?[(=:][ \t]?(?P<named>[-−–][1-9]\d{2,3})(?!\w)"
    r"|(?<![A-Za-z0-9_.)\]])(?P<before>[-−–][1-9]\d{2,3})[ \t]?[(=:,]?[ \t]?"
    r"(?:JET_\w|(?:from|by|in|of)[ \t](?:the[ \t])?(?:ese|esent|eseutil|jet)\b)"
)
"""The errors of the database engine are negative: "eseutil returned -1206 (JET_errDatabaseCorrupted)"."""

_REGISTRY_KEYS = re.compile(r"21474836(?:39|4[0-8])")
"""The handles of HKEY_LOCAL_MACHINE and the like, as a trace prints them."""

_FOUR_DIGITS = 1000
"""From this value on a known hexadecimal number in a message is a code."""
_RESULT = re.compile(r"80(?!0*$)")
"""How a result of whatever facility begins; nothing but zeros behind it is a flag."""


def find_prefixed(text: str, judge: Judge, free: Free) -> Iterator[Hit]:
    """Hexadecimal with 0x, and signed numbers: codes by their look, unless an address or a flag."""
    for match in free(_HEX()):
        hit = _hexadecimal(text, judge, match)
        if hit:
            yield hit
    for match in free(_SIGNED()):
        meaning = judge.meaning(match[0], None)
        if meaning and not _REGISTRY_KEYS.fullmatch(match[0][1:]):
            yield Hit(*match.span(), meaning)
    for match in free(_OF_ENGINE()):
        group = match.lastgroup or 0
        meaning = of_signed(-int(match[group][1:]))
        if meaning:
            yield Hit(*match.span(group), meaning)


def _hexadecimal(text: str, judge: Judge, match: re.Match[str]) -> Hit | None:
    meaning = judge.meaning(match[0], None)
    start, end = match.span()
    if (
        non_code_context.is_address(text, start)
        or meaning is None
        or re.match(r"\.\w|:0x", text[end : end + 3])
    ):
        return None
    digits = match[0][2:].lstrip("0")
    known, is_told = judge.is_known(meaning), len(text) <= TOLD_LONGEST
    status, offset = non_code_context.is_status(text, start), non_code_context.is_offset(text, start)
    if len(digits) >= 8:
        is_result = is_told and _RESULT.match(digits) is not None
        plausible = is_result or bool(FACILITY.match(digits[-8:]) or STATUS.match(digits))
        reported = digits[0] in "8cC" and bare_numbers.is_reported(text, start, end)
        sure = known or ((status or plausible or reported) and not offset)
    elif int(digits, 16) >= FOLD_FROM:
        said = bare_numbers.is_said(text, start, end) or bare_numbers.is_reported(text, start, end)
        sure = (known or status or said) and not offset
    else:
        sure = (status or (known and is_told and int(digits, 16) >= _FOUR_DIGITS)) and not offset
    if not sure and (offset or not known):
        return None
    return Hit(start, end, meaning, candidate=not sure)
