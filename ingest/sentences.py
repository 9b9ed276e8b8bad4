"""Markdown text taken apart into sentences and list items: what gets quoted, cited and packed into chunks."""

from __future__ import annotations

import re
from bisect import bisect_left

FENCE = re.compile(r"^\s*(```+|~~~+)")
ITEM = re.compile(r"^\s*(?:[-*+•]|\d{1,9}[.)])\s+(?=\S)")

_SPACE = re.compile(r"\s+")
_END = re.compile(r"(?<![.!?])[.!?]+[)\]\"'”’*_`]*\s+(?=[*_`\"'“‘(\[<]*[A-Z0-9À-ÖØ-Þ%\\/])")
_KEPT_WHOLE = re.compile(r"``.+?``|`[^`]*`|\*\*[^*]+\*\*|\[[^\[\]]*\]\([^()]*\)|\([^()]*\)")
_ABBREVIATIONS = (
    "e.g i.e vs cf ca approx resp incl excl fig figs mr mrs ms dr prof st inc ltd corp dept ver rev"
)
_ALWAYS_SHORT = frozenset(_ABBREVIATIONS.split())
_NUMBER_WORDS = "no nos nr p pp art sec ch vol ed pt v max min"
_SHORT_BEFORE_NUMBER = frozenset(_NUMBER_WORDS.split())
_LONGEST_ABBREVIATION = 20
_LAST_WORD = re.compile(r"[^\s(\[\"'“‘*_`]+$")
_INITIAL = re.compile(r"(?:^|\.)[a-z]$")
_ONE_LETTER_WORDS = frozenset("ai")


def split_sentences(text: str) -> list[str]:
    """Units of a Markdown text, in order: sentences of prose, whole list items, code blocks, table lines.

    A list item keeps its marker ("1.", "-") and takes its indented continuation with it; nested items are
    units of their own. Line breaks end a unit. No word is lost; white space is collapsed outside code.
    """
    units: list[str] = []
    for unit in _units(text):
        if FENCE.match(unit) or unit.lstrip().startswith("|"):
            units.append(unit)
        elif ITEM.match(unit):
            units.append(_SPACE.sub(" ", unit).strip())
        else:
            units.extend(split_prose(unit))
    return units


def split_prose(text: str) -> list[str]:
    """Sentences of one paragraph or list item. Code, bold text, links and brackets are never cut inside."""
    flat = _SPACE.sub(" ", text).strip()
    kept = [match.span() for match in _KEPT_WHOLE.finditer(flat)]
    parts, start = [], 0
    for match in _END.finditer(flat):
        cut = match.start() + len(match[0].rstrip())
        if not _inside(cut, kept) and _ends_sentence(flat, match):
            parts.append(flat[start:cut])
            start = match.end()
    return [part for part in (*parts, flat[start:].strip()) if part]


def _units(text: str) -> list[str]:
    units: list[str] = []
    fence = ""
    open_item = False
    for line in text.split("\n"):
        opening = FENCE.match(line)
        if fence:
            units[-1] += "\n" + line
            fence = "" if line.strip() == fence else fence
        elif opening:
            units.append(line)
            fence, open_item = opening[1], False
        elif open_item and line[:1].isspace() and line.strip() and not ITEM.match(line):
            units[-1] += " " + line.strip()
        elif line.strip():
            units.append(line)
            open_item = bool(ITEM.match(line))
    return units


def _inside(position: int, spans: list[tuple[int, int]]) -> bool:
    before = bisect_left(spans, (position, 0)) - 1
    return before >= 0 and position < spans[before][1]


def _ends_sentence(text: str, end: re.Match[str]) -> bool:
    last = _LAST_WORD.search(text[max(0, end.start() - _LONGEST_ABBREVIATION) : end.start()])
    if last is None or "." not in end[0]:
        return True
    word = last[0].lower()
    if word in _ALWAYS_SHORT or (_INITIAL.search(word) and len(word) <= 3 and word not in _ONE_LETTER_WORDS):
        return False
    following = text[end.end() : end.end() + 10].lstrip("*_`\"'([")
    return not (word in _SHORT_BEFORE_NUMBER and following[:1].isdigit())
