"""Finds error names: identifiers that the reference knows, and symbolic constants of Windows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from assistant.codes.entries import CodeId
from assistant.codes.finding.found_code import Known
from assistant.codes.finding.symbols import SYMBOLS

if TYPE_CHECKING:
    from assistant.codes.reference import Reference

_IDENTIFIER = re.compile(r"(?<![A-Za-z0-9_])[A-Za-z][A-Za-z0-9]{9,79}(?![A-Za-z0-9_])")
_CONSTANT = re.compile(r"(?<![A-Za-z0-9_])(?:[A-Z]{1,8}_[A-Z0-9_]{2,50}|WSA[A-Z_]{4,30})(?![A-Za-z0-9_])")
_SIGN_IN = re.compile(r"AADSTS(?<![A-Za-z0-9_]AADSTS)\d{5,7}(?![A-Za-z0-9_])")
_CUT = re.compile(r"\n[ \t>|]{0,12}([A-Za-z0-9]{2,79})(?![A-Za-z0-9_])")
_HALF = re.compile(r"(?<![A-Za-z0-9_])([A-Za-z][A-Za-z0-9]{2,79})\r?$")


# Names made like those of the agent's errors, "CBPSourceSnapshot...", "Sal...", "...Failed", "...Exception",
# and like those of other products, "APP-ERR-2291Z", "ORA-01555", "%ASA-4-106023".
_MADE_LIKE = re.compile(
    r"%[A-Z][A-Z0-9_]{1,20}-[0-7]-[A-Z0-9_]{3,30}(?![A-Za-z0-9_])"
    r"|(?<![A-Za-z0-9_])(?:CBP[A-Z][A-Za-z]{5,76}|Sal[A-Z][A-Za-z]{5,76}"
    r"|[A-Z][a-z]{1,20}(?:[A-Z][a-z0-9]{1,20}){1,6}(?:Failed|Failure|Error|Exception|Fault)[A-Za-z]{0,40}"
    r"|(?:[A-Z]{2,6}[-_])?(?:(?:ERR|ERROR|FAIL|FAULT|EVT)[-_]?|E[-_])\d{2,6}[A-Z]{0,2}(?:[-_]\d{1,6})?"
    r"|(?:ORA|TNS|RMAN|PLS)-\d{4,6}"
    r"|[A-Z][a-z]{1,20}(?:[A-Z][a-z0-9]{1,20}){1,6}(?:Timeout|Issue|Invalid|Missing|Denied|Exceeded|NotFound"
    r"|Mismatch|Corrupt|Corrupted|Inconsistent|Unavailable))(?![A-Za-z0-9_])"
)


def unknown_names(text: str, reference: Reference) -> tuple[str, ...]:
    """Names made like those of errors that the reference has no entry for, in order, each once.

    A name that the reference mentions, like a registry value, is none of them.
    """
    found = dict.fromkeys(match[0] for match in _MADE_LIKE.finditer(text))
    return tuple(
        name for name in found if not reference.has(CodeId("name", name)) and not reference.mentions(name)
    )


def find_names(text: str, known: Known) -> Iterator[tuple[int, int, CodeId]]:
    """Start, end and code of names that `known` has an entry for, and of failed sign-ins to Azure.

    Constants come as what they stand for.
    """
    for match in _CONSTANT.finditer(text) if "_" in text or "WSA" in text else ():
        if match[0] in SYMBOLS:
            yield *match.span(), SYMBOLS[match[0]]
    for match in _SIGN_IN.finditer(text):
        yield *match.span(), CodeId("name", match[0])
    for match in _CUT.finditer(text):
        half = _HALF.search(text, max(0, match.start() - 80), match.start())
        if half and known(code := CodeId("name", half[1] + match[1])):
            yield half.start(), match.end(), code
    unknown: set[str] = set()
    for match in _IDENTIFIER.finditer(text):
        if match[0] in unknown:
            continue  # a log repeats itself
        if known(code := CodeId("name", match[0])):
            yield *match.span(), code
        else:
            unknown.add(match[0])
