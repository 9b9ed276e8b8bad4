"""Small numbers of Windows beside what they mean: "disk full (112)", "the semaphore timeout, 121"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.codes.finding.found_code import LOG_FROM
from assistant.decisions.expressions.patterns import lazy

_MEANINGS = {
    "2": r"file not found|cannot find the file(?: specified)?",
    "3": r"path not found|cannot find the path(?: specified)?",
    "5": r"access (?:is |was )?denied|denied access",
    "8": r"not enough memory",
    "19": r"write[- ]protected",
    "21": r"device (?:is )?not ready",
    "23": r"crc error|cyclic redundancy check|data error",
    "32": r"sharing violation|used by another process|file (?:is )?in use",
    "33": r"lock violation",
    "39": r"disk (?:is )?full",
    "53": r"network path (?:was |is )?not found",
    "64": r"network name (?:is )?no longer available",
    "65": r"network access (?:is )?denied",
    "67": r"network name (?:cannot|can't) be found|bad network name",
    "86": r"network password (?:is )?(?:not correct|incorrect)",
    "112": r"disk (?:is )?full|not enough (?:disk )?space(?: on the disk)?",
    "121": r"semaphore time-?out(?: period(?: has expired)?)?",
    "123": r"(?:file|directory) ?name(?:,[^\n]{1,40})? syntax (?:is )?incorrect|invalid name",
    "170": r"resource (?:is )?in use",
    "183": r"(?:file )?already exists",
    "206": r"(?:file ?name|path)(?: or extension)? (?:is )?too long",
    "665": r"file system limitation",
    "995": r"operation (?:has been |was )?aborted",
    "997": r"overlapped i/?o",
}
_SHORT = re.compile(r"(?<!\w)\d{1,3}(?!\w)")
"""Without a number so short the long pattern need not be made."""

_BESIDE = r"[.]?[\"”']?[ \t]{0,2}(?:[,:(-][ \t]{0,2}|[ \t])"
_NO_CODE = r"(?![\w%°]|[.,:/-]\d|[ \t](?:of|[kmgt]b|times|minutes|hours|days|[a-z]+s)\b)"
_EACH = "|".join(rf"(?:{words}){_BESIDE}(?P<n{number}>{number})" for number, words in _MEANINGS.items())
_MEANT = lazy(rf"\b(?:{_EACH}){_NO_CODE}")
_EACH_BEFORE = "|".join(rf"(?P<n{number}>{number}):[ \t](?:{words})" for number, words in _MEANINGS.items())
_MEANT_BEHIND = lazy(rf"(?<![\w.,:/-])(?:{_EACH_BEFORE})\b")


def find_meant(text: str) -> Iterator[tuple[int, int]]:
    """Where a number of Windows stands behind the words that it means, or before them with a colon."""
    if len(text) > LOG_FROM or not _SHORT.search(text):
        return
    for pattern in (_MEANT(), _MEANT_BEHIND()):
        for match in pattern.finditer(text):
            yield match.span(match.lastgroup or 0)
