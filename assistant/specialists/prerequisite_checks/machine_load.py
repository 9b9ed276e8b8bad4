"""Whether a machine is asked to be enough for a load: so many servers, so much data ("A2 for 20 VMs?")."""

from __future__ import annotations

import re

from assistant.decisions.expressions.patterns import lazy
from assistant.decisions.reading.numbers import DIGITS, WORDS, number_in
from assistant.decisions.reading.quantities import find_sizes
from assistant.understanding.amounts.figures import SOURCE_NOUN

_N = rf"(?<![\w./:+-])(?P<n>{DIGITS}|(?:{WORDS})\b)"
_ENOUGH = (
    r"(?:enough|suffic\w*|ok(?:ay)?|fine|good|do|works?|big|large|strong|small|size[ds]?|minimum|meant|needed"
    r"|need|take|use|right|cope|copes|handles?|serves?|carr(?:y|ies)|manages?|hosts?|runs?|holds?)"
)
# What the machine is to be enough for: "for 20 VMs", "cope with 100 servers", "to protect 12 machines".
_FOR = (
    r"(?:\bfor|\bcop(?:e|es|ing) with|\bhandl(?:e|es|ing)|\bserv(?:e|es|ing)|\bprotect(?:s|ing|ed)?"
    r"|\bback(?:s|ing)? up|\bcarr(?:y|ies)|\bmanag(?:e|es|ing)|\bif (?:we|i) have|\bwith|\bwe have|\bwe run"
    r"|\btak(?:e|es|ing) care of|^|[,;:.]|\band)\s*(?:(?:about|around|roughly|some|our|the|all|up to|over"
    r"|more than|a (?:small |big |large )?(?:site|shop|company|office) (?:with|of))\s+){0,2}"
)
_KIND = (
    r"(?:(?!(?:mabs|dpm|azure|backup|disks?|cores?|v?cpus?|of|with|and|or|in|on|for)\b)[a-z][\w-]*\s+){0,3}?"
)
_SOURCES = lazy(
    rf"{_FOR}{_N}\s*(?:x\s*)?{_KIND}(?:{SOURCE_NOUN}|sqls?|sharepoints?|users?|employees)\b"
    r"(?!\s+(?:of (?:size|[abdf]\d)|with|as|at|each|size|sized|are|in size|[abdf]\d)\b)"
)
_BEFORE_DATA = lazy(rf"{_FOR}$")
_OF_DATA = lazy(
    r"^\s*(?:of\s+)?(?:\w+\s+){0,2}?(?:data|backups?|sources?|workloads?|source data)\b"
    r"|^\s*(?:to protect|protected)\b|^\W*$|^\s*(?:then|too|please|or)\b"
)
_OTHER_ROOM = lazy(
    r"\b(?:disks?|drives?|luns?|scratch|cache|pool|free|extract\w*|unpack\w*|vaults?|points?|rps?|download\w*"
    r"|temp\w*|retention|kept)\b"
)
_JUDGED = lazy(rf"\b{_ENOUGH}\b")
_LEAST_DATA = 100
"""GB; less may be the machine's memory."""
_BESIDE = 50


def is_for_load(text: str) -> bool:
    """Whether `text` asks if a machine will do for a number of things to protect, or an amount of data."""
    asked = _JUDGED().search(text) or "?" in text
    if not asked or _OTHER_ROOM().search(text):
        return False
    if any(_counts(match) for match in _SOURCES().finditer(text)):
        return True
    return any(
        found.value.gb >= _LEAST_DATA
        and _BEFORE_DATA().search(text[max(0, found.start - _BESIDE) : found.start])
        and _OF_DATA().search(text[found.end : found.end + _BESIDE])
        for found in find_sizes(text)
    )


def _counts(match: re.Match[str]) -> bool:
    number = number_in(match["n"])
    return bool(number and number > 1)
