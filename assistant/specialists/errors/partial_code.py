"""Asks back for an error code that is told in part: "error 3xx, the rest is cut off", "400 something".

The choices are the errors whose number begins like that and that come nearest to what is told besides. Where
a message is quoted beside it that one of them has, it is told.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from assistant.answer import Finding
from assistant.codes.entries import CodeId
from assistant.codes.entry_text import WORDS
from assistant.codes.finding.rounded_codes import COUNTED, rounded
from assistant.codes.symptom_entry import describe
from assistant.decisions.expressions.patterns import lazy
from assistant.specialists.errors import symptoms
from assistant.specialists.errors.error_choices import asking
from assistant.specialists.errors.told_symptom import LEAD
from assistant.understanding.reading import Reading

if TYPE_CHECKING:
    from assistant.codes.entries import ErrorEntry
    from assistant.codes.likeness import Likeness
    from assistant.codes.reference import Reference
    from assistant.knowledge import Knowledge

_LONGEST = 6
_SURELY = 1.0
_FEWEST, _MOST_NAMED = 2, 8
"""A single error is no choice; so many are all named, and of more those that come nearest."""

_MASKED = lazy(
    r"(?<![\w.,:/-])(?:(?P<digits>\d{2,5}[x?*_]|\d{1,4}[x?*_]{2,5})|(?P<open>\d{2,5})(?:\.{2,}|\u2026))(?![\w%])"
)
_HEX_MASKED = lazy(r"(?<!\w)(?P<hex>0x[0-9a-f]{2,7})(?:[_?*]{1,6}|x{1,6}|\.{2,}|\u2026)(?![\w%])")
_CUE = r"(?:err(?:or)?|code|id|number|event|alert)"
_VAGUE = lazy(
    rf"\b{_CUE}\b\W{{0,3}}(?:(?:was|is|like|about|begins?|starts?|with)\s+){{0,3}}(?P<told>\d{{1,5}})"
    rf"[ -](?:something|sth|and something|ish|whatever)\b{COUNTED}"
)
# The last digit is one of some: "997, 8 or 9".
_LAST_DIGITS = lazy(
    r"(?<![\w.,:/-])(?P<whole>\d{2,5})(?P<more>(?:(?:\s*[,/]\s*|\s)\d){1,3}\s?,?\s?(?:or|/)\s?\d)(?=\s*(?:[.?!;),\n]|$))"
)
# What hides the end of a code, and the code.
_HIDDEN = lazy(
    r"\bcut(?:s)? (?:off|short|here)\b|\btruncat\w*|\b(?:smudg|smear|blurr|illegibl|unread|obscur)\w*"
    r"|\b(?:coffee|stain\w*|torn|ripped|sticker|glare)\b|\band then nothing\b"
    r"|\b(?:rest|end|remainder|last (?:\w+ )?(?:digits?|bit|part|char\w*|figures?|letters?)|other digits?)\b"
    r"[^.?!]{0,20}\b(?:cut|missing|gone|lost|hidden|covered|can'?t (?:be )?read|not (?:visible|readable))"
)
_CUT = lazy(
    rf"\b{_CUE}\W{{0,3}}(?:\w+ )?(?P<told>\d{{1,5}})(?![\w%]|[.,]\d)|(?<!\w)(?P<hex>0x[0-9a-f]{{2,7}})(?!\w)"
)
_CODE = lazy(rf"\b(?:{_CUE}|message)\b")
_CUED = lazy(rf"\b{_CUE}s?\b[^.?!\n]{{0,30}}$")
_QUESTION = "What is the whole number, or the text of the message?"


def consult(reading: Reading, knowledge: Knowledge) -> Finding | None:
    """A question back for the whole number; None where no number is told in part."""
    reference = knowledge.reference()
    told = _told(reading, reference)
    if told is None or knowledge.user_collections():
        return None
    fits = {code for code in reference.codes() if any(told.fullmatch(form) for form in _forms(code))}
    near = [one for one in _near(reading.plain, knowledge) if fits.intersection(_codes(one.entry))]
    if meant := _told_with_message(near, fits, reading, knowledge):
        return describe(meant.entry, _SURELY, reading.plain, WORDS)
    found = [one.entry for one in near]
    rest = [entry for entry in reference.all_entries() if fits.intersection(_codes(entry))]
    entries = list(dict.fromkeys([*found, *rest]))
    if len(entries) < _FEWEST:
        return None
    all_named = len(entries) <= _MOST_NAMED
    return asking(entries, _QUESTION, _MOST_NAMED) if all_named else asking(entries, _QUESTION)


def _told_with_message(
    near: Sequence[Likeness], fits: Collection[CodeId], reading: Reading, knowledge: Knowledge
) -> Likeness | None:
    """The entry that fits and whose message stands in the text, or is by far nearest to what is quoted."""
    held = [one for one in near if symptoms.held(reading.plain, one.entry, knowledge) >= symptoms.HELD]
    if len(held) == 1:
        return held[0]
    message = symptoms.quoted(reading)
    likely = _near(message, knowledge) if message else ()
    fitting = [one for one in likely if not _codes(one.entry).isdisjoint(fits)]
    if not fitting or fitting[0].similarity < symptoms.REPEATED:
        return None
    return fitting[0] if len(fitting) == 1 or fitting[0].score - fitting[1].score >= LEAD else None


def _told(reading: Reading, reference: Reference) -> re.Pattern[str] | None:
    """The codes that begin as it is told, as a pattern; None where the code is told whole."""
    text = reading.text
    if (masked := _MASKED().search(text)) and _CODE().search(text[: masked.start()]):
        if masked["digits"]:
            return re.compile(re.sub(r"\D", r"\\d", masked["digits"]))
        return _beginning(masked["open"])
    if masked := _HEX_MASKED().search(text):
        return _beginning(masked["hex"])
    if (last := _LAST_DIGITS().search(text)) and _CUED().search(text[: last.start()]):
        digits = {last["whole"][-1], *re.findall(r"\d", last["more"])}
        return re.compile(f"{last['whole'][:-1]}[{''.join(sorted(digits))}]")
    hidden = _HIDDEN().search(text)
    told, quoted = symptoms.may_be_told(reading), symptoms.is_quoted(reading)
    if not hidden and (about := rounded(text, told=told, quoted=quoted)):
        return re.compile(about)
    if vague := _VAGUE().search(text):
        return _beginning(vague["told"])
    cut = _CUT().search(text) if hidden else None
    if cut is None or (cut["told"] and reference.has(CodeId("mabs", cut["told"]))):
        return None
    return _beginning(cut["hex"] or cut["told"])


def _beginning(told: str) -> re.Pattern[str]:
    """The codes that begin as `told`, in decimal or in hexadecimal."""
    if told[:2].lower() == "0x":
        return re.compile(f"0x{told[2:].upper()}[0-9A-F]{{1,{_LONGEST}}}")
    return re.compile(f"{told}\\d{{1,{_LONGEST}}}")


def _forms(code: CodeId) -> tuple[str, ...]:
    """A code as it is printed: an ID in decimal and in hexadecimal."""
    if code.namespace == "mabs":
        return code.value, f"0x{int(code.value):X}"
    return (code.value,) if code.value.startswith("0x") else ()


def _near(text: str, knowledge: Knowledge) -> Sequence[Likeness]:
    """The entries near a text, the nearest first."""
    return symptoms.candidates(text, knowledge) if knowledge.is_built() else ()


def _codes(entry: ErrorEntry) -> set[CodeId]:
    return {code.id for code in entry.codes}
