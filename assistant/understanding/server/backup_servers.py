"""How many backup servers a message tells of, and whether a figure is that of each of them."""

from __future__ import annotations

from assistant.decisions.expressions.patterns import lazy
from assistant.decisions.reading.numbers import DIGITS, WORDS, number_in
from assistant.understanding.amounts.figures import Told

_NAMES = r"(?:(?:azure\s+)?backup|mabs|dpm|abs)"
_MACHINES = r"(?:servers?|machines?|vms?|boxes|hosts?|instances?|installations?|installs?|nodes?)"
_SERVERS = lazy(
    rf"(?<![\w.,/:-])(?P<n>{DIGITS}|{WORDS})\s+(?:(?:separate|different|new|other|identical|azure)\s+)?"
    rf"(?:{_NAMES}\s+{_MACHINES}|mabs(?:es)?|mabs-{_MACHINES})\b"
)
_EACH_AFTER = lazy(
    r"^(?:\s+(?!(?:in|is|are|and|or|but|total)\b)[a-z][\w-]*){0,6}?\s*(?:\b(?:of|on|for|from|in|at|by|with|per)\s+)?"
    r"(?:\beach\b|\bapiece\b|\bevery (?:one|server|machine|box|single)\b|\bper (?:server|machine|mabs|box)\b)"
)
_EACH_BEFORE = lazy(
    r"\b(?:each|every (?:one|server|machine|box)|all)\b(?!\s+(?:day|night|week|month|year|time))"
    r"[^.;:?!\n]{0,50}$"
)
_IN_ALL = lazy(r"^[^.;?!\n\d]{0,25}\b(?:in (?:total|sum|all)|altogether|together|combined|overall)\b")


def backup_servers_in(text: str) -> int | None:
    """How many backup servers are told of, where there are several."""
    for match in _SERVERS().finditer(text):
        value = number_in(match["n"])
        if value and value == value.to_integral_value() and 1 < value <= 1000:
            return int(value)
    return None


def is_of_each(text: str, told: Told) -> bool:
    """Whether a size is told as that of each of several servers."""
    after = text[told.end :]
    if _IN_ALL().match(after):
        return False
    return bool(told.each or _EACH_AFTER().match(after) or _EACH_BEFORE().search(text[: told.start]))
