"""Numbers told as an error that can't be one as written: longer than any ID, or with a letter for a digit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.answer import Finding, Statement
from assistant.codes.code_wording import NAME
from assistant.codes.finding.found_code import TOLD_LONGEST, Known
from assistant.codes.finding.number_owners import is_owner, owner_of
from assistant.codes.normalization import of_decimal
from assistant.decisions.expressions.patterns import lazy

_CUE = (
    r"(?P<cue>\b(?:err(?:or)?s?|codes?|ids?|events?|alerts?|messages?)"
    r"(?:\s+(?:number|no\.?|nr\.?|code|id)){0,2}(?:\s+(?:is|was|with|says?|of))?[\s:=#\"'(]{1,3})"
)
_LONG = lazy(rf"{_CUE}(?P<number>[1-9]\d{{7,8}})(?![\w:/\\-]|[.,]\d)")
# A list in which another number stands behind that of an error.
_OF_ERRORS = lazy(r"\b(?:errors?|ids?|events?|alerts?|codes?)\b\W{0,3}\d{2,7}\s*(?:vs|versus|and|or|,|/|&)")
_FURTHER = lazy(
    r"(?<=[\s\d])(?:vs\.?|versus|and|or|,|/|&|with)\s*(?P<number>[1-9]\d{7,8})(?![\w:/\\-]|[.,]\d)"
)
_MISSPELT = lazy(
    rf"{_CUE}(?P<number>(?=\d)(?=[\doil]*[oil])(?=(?:[oil]*\d){{2}})[\doil]{{3,6}})(?![\w:/\\-])"
)
_DIGITS = str.maketrans("oOiIlL", "001111")


def mended(text: str, known: Known) -> str:
    """`text` with digits for the letters in the number of an error that has an entry then: "error 31O6"."""
    if len(text) > TOLD_LONGEST:
        return text
    found = _MISSPELT().search(text)
    meant = of_decimal(int(found["number"].translate(_DIGITS))) if found else None
    if found is None or meant is None or not any(map(known, meant.readings)):
        return text
    start, end = found.span("number")
    return f"{text[:start]}{found['number'].translate(_DIGITS)}{text[end:]}"


def misfits_in(text: str) -> tuple[str, ...]:
    """The numbers of errors in a told text that no error has as they are written."""
    if len(text) > TOLD_LONGEST:
        return ()
    return tuple(dict.fromkeys(found["number"] for found in _misfits(text)))


def no_entry(numbers: tuple[str, ...]) -> Finding:
    """That there is no entry for such numbers."""
    said = (
        Statement(f"**I have no entry for {', '.join(numbers)}.**", (), "verdict"),
        Statement("Paste the message text around it, and I search by symptom.", (), "question"),
    )
    return Finding(NAME, "abstained", said, 1.0)


def _misfits(text: str) -> Iterator[re.Match[str]]:
    for pattern in (_LONG(), _MISSPELT()):
        for found in pattern.finditer(text):
            if not is_owner(owner_of(text[: found.start("cue")])):
                yield found
                yield from _FURTHER().finditer(text, found.end())
    if _OF_ERRORS().search(text):
        yield from _FURTHER().finditer(text)
