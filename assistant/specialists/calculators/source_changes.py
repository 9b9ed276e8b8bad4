"""How many servers or other sources there are now, where a turn tells what comes, goes or stays of them."""

from __future__ import annotations

import re

from assistant.decisions.expressions.patterns import lazy
from assistant.decisions.reading.numbers import DIGITS, WORDS, whole_in
from assistant.understanding.amounts.figures import SOURCE_NOUN

LEFT_OUT = lazy(
    r"\b(?:without|minus|less|drop\w*|leav\w* out|left out|skip\w*|except|exclud\w*|no longer|not any ?more"
    r"|retir\w*|gone|remov\w*|decommission\w*|goes? away|going away"
    r"|mov(?:es?|ed|ing) (?:out|away|off|elsewhere)"
    r"|its own|own (?:server|mabs|box)|cancel\w*|falls? away|stays? (?:local|here|on)"
    r"|doesn['’]?t (?:go|count)"
    r"|not go\w*|take out|took out|taken out|los(?:e|es|ing|t)|shut\w* down|switched off"
    r"|scrapp\w*|phas\w* out"
    r"|sold|died|dies|leaves|away)\b"
)
_N = rf"(?<![\w./-])(?P<n>{DIGITS}|\b(?:{WORDS}))"
_KIND = (
    rf"(?:(?:[a-z]+\s+){{0,2}}?{SOURCE_NOUN}|of (?:them|those|these|the same)|such|like (?:that|those|them))"
)
_MORE = lazy(
    rf"{_N}\s+(?:more|additional|extra|further|new)\b(?:\s+{_KIND}\b)?"
    rf"|\bplus\s+{_N.replace('<n>', '<p>')}\s+{_KIND}\b"
    rf"|\b(?:another|add(?:ed|ing)?)\s+{_N.replace('<n>', '<a>')}(?:\s+{_KIND})\b"
)
_ONE_MORE = lazy(rf"\b(?:another|an? (?:additional|extra|further|new))\s+(?:one\b|{_KIND}\b)")
_REMAIN = lazy(
    rf"{_N}\s+(?:{_KIND}\s+)?(?:(?:will|are|is|only|then|now)\s+)*(?:remain|stay|left over|left)\b"
    r"(?!\s+(?:local|here|on|out)\b)"
)
_FEWER = lazy(rf"{_N}\s+(?:fewer|less)\b")
_OF_THEM = lazy(
    rf"{_N}\s+(?:of\s+(?:the|our|my|those|these|them)(?:\s+(?:{DIGITS}|{WORDS}))?(?:\s+{SOURCE_NOUN})?"
    rf"|{SOURCE_NOUN}|less|fewer|{_KIND})\b"
)


def changed_sources(text: str, sources: int) -> int:
    """How many of so many sources there are now: "only 6 of those", "one of the 5 is retired", "2 more of
    them"; 0 where no change is told."""
    if match := _REMAIN().search(text):
        return whole_in(match["n"])
    if match := _MORE().search(text):
        return sources + whole_in(match["n"] or match["p"] or match["a"])
    if _ONE_MORE().search(text):
        return sources + 1
    if match := _FEWER().search(text):
        return max(sources - whole_in(match["n"]), 0)
    match = _OF_THEM().search(text)
    number = whole_in(match["n"]) if match else 0
    if match is None or not number:
        return 0
    if LEFT_OUT().search(text):
        return max(sources - number, 0)
    return number if re.search(r"\bof\b|\b(?:such|like)\b", match[0], re.IGNORECASE) else 0
