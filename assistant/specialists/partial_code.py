"""Asks back for an error code that is told in part: "error 3xx, the rest is cut off".

The choices are the errors whose number begins like that and that come nearest to what is told besides.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.answer import Finding
from assistant.decisions.patterns import lazy
from assistant.specialists import broad, symptoms
from assistant.understanding.reading import Reading

if TYPE_CHECKING:
    from assistant.codes.entries import ErrorEntry
    from assistant.knowledge import Knowledge

_LONGEST = 6
_MASKED = lazy(
    r"(?<![\w.,:/-])(?:(?P<digits>\d{2,5}[x?*_]|\d{1,4}[x?*_]{2,5})|(?P<open>\d{2,5})(?:\.{2,}|\u2026))(?![\w%])"
)
_CUT = lazy(
    r"\b(?:error|code|id|number|event)\W{0,3}(?P<digits>\d{1,5})[ -]"
    r"(?:something|sth|and something|ish|whatever)\b"
    r"|\b(?:error|code|id|number|event)\W{0,3}(?:\w+ )?(?P<before>\d{1,5})\b[^\d]{0,60}"
    r"\b(?:rest|end|remainder|last (?:digits?|bit|part)|other digits?)\b[^.?!]{0,20}"
    r"\b(?:cut|missing|unreadable|illegible|torn|gone|lost|hidden|covered|smeared|blurred"
    r"|can'?t (?:be )?read|not (?:visible|readable))"
)
_CODE = lazy(r"\b(?:error|code|id|number|event|alert|message)\b")
_QUESTION = "What is the whole number, or the text of the message?"


def consult(reading: Reading, knowledge: Knowledge) -> Finding | None:
    """A question back for the whole number; None where no number is told in part."""
    told = _told(reading.text)
    if told is None or knowledge.user_collections():
        return None
    known = [code.value for code in knowledge.reference().codes() if code.namespace == "mabs"]
    fits = {value for value in known if told.fullmatch(value)}
    found = [entry for entry in _near(reading, knowledge) if _has(entry, fits)]
    rest = [entry for entry in knowledge.reference().all_entries() if _has(entry, fits)]
    entries = list(dict.fromkeys([*found, *rest]))
    return broad.asking(entries, _QUESTION) if entries else None


def _told(text: str) -> re.Pattern[str] | None:
    """The numbers that begin as it is told, as a pattern."""
    if (masked := _MASKED().search(text)) and _CODE().search(text[: masked.start()]):
        if masked["digits"]:
            return re.compile(re.sub(r"\D", r"\\d", masked["digits"]))
        return re.compile(f"{masked['open']}\\d{{1,{_LONGEST}}}")
    cut = _CUT().search(text)
    return re.compile(f"{cut['digits'] or cut['before']}\\d{{1,{_LONGEST}}}") if cut else None


def _near(reading: Reading, knowledge: Knowledge) -> list[ErrorEntry]:
    """The entries near what is told besides, the nearest first."""
    if not knowledge.is_built():
        return []
    return [one.entry for one in symptoms.candidates(reading.plain, knowledge)]


def _has(entry: ErrorEntry, values: set[str]) -> bool:
    return any(code.namespace == "mabs" and code.value in values for code in entry.codes)
