"""How many points come to those that a vault holds, and how many go: "room for 300 more?", "500 expire"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.decisions.reading.numbers import DIGITS, WORDS, parse_number
from assistant.specialists.calculators.calculator_question import all_found
from assistant.understanding.amounts.figures import SOURCE_NOUN
from assistant.understanding.word_rules import blanked

_N = rf"(?<![\w.,])(?P<n>{DIGITS}|{WORDS})"
_POINTS = r"(?:\s+(?:(?:recovery|restore|backup)\s+)?(?:points?|rps?)\b)?"
# What else there may be more of, and what a number of points isn't followed by.
_NO_OTHER = (
    rf"(?!\s*(?:[kmgtp]i?b\b|%|x\b|times\b|percent\b|than\b|\w+ly\b|(?:more\s+|new\s+|extra\s+)?(?:\w+\s+)?"
    rf"(?:{SOURCE_NOUN}|vaults?|disks?|drives?|jobs?|min(?:ute)?s?|hours?|hrs?|days?|nights?"
    rf"|weeks?|wks?|months?|mths?|years?|yrs?|[dwmy])\b))"
    r"(?!\s*(?:(?:recovery\s+|restore\s+)?(?:points?|rps?)\s+)?(?:an?|per|each|every|/)\s*"
    r"(?:hour|day|night|week|month|quarter|year)\b)"
)
_ABOUT = r"(?:(?:about|around|roughly|some|the|these|those|another|us|say|maybe)\s+){0,2}"
_COMES = (
    r"(?:on top|to come|to be added|being added|in addition|come in|fit|(?:are|is|will be|would be) added)"
)
_TAKES_IN = (
    r"(?:(?:room|space|place|capacity) (?:left )?for|add(?:ing|ed|s)?|squeeze(?: in)?|take(?: in)?|accept"
    r"|absorb|swallow|put(?: in)?|fit(?: in)?)"
)
_MORE = (
    rf"\b(?:another|additional|extra|further|plus)\s+(?:(?:about|some)\s+)?{_N}\b{_NO_OTHER}{_POINTS}",
    rf"(?<=\d)\s*\+\s*(?P<n>{DIGITS})\b{_NO_OTHER}{_POINTS}",
    rf"{_N}\s+(?:of them\s+)?(?:more|additional|extra|further|new(?:er)?|others?)\b{_NO_OTHER}{_POINTS}",
    rf"\b{_TAKES_IN}\s+{_ABOUT}{_N}\b{_NO_OTHER}{_POINTS}",
    rf"{_N}{_POINTS}\s+(?:(?:will|would|are|is|come|coming|going)\s+){{0,3}}{_COMES}\b",
    rf"\b(?:will|would|do|does|can|could)\s+(?:another\s+)?{_N}{_POINTS}\s+(?:still\s+)?fit\b",
)
_GOES = (
    r"(?:removed|deleted|purged|pruned|dropped|expir\w*|aged? out|age out|fall(?:s|ing)? (?:out|away)"
    r"|roll(?:s|ing)? off|freed|cleaned(?: up)?|gone|go away|merged)"
)
_WILL = r"(?:(?:are|is|were|will|would|have|has|been|be|get|being|to|going|about|just|then|soon|can)\s+){0,4}"
_TAKES_OUT = r"(?:(?:remov|delet|purg|prun)(?:e|ed|ing)|drop(?:ped|ping)?|minus)"
_OLD = r"(?:\s+(?:old(?:er|est)?|expired|of (?:them|those|these))(?:\s+ones)?)?"
_FEWER = (
    rf"{_N}{_OLD}{_POINTS}\s+{_WILL}{_GOES}\b",
    rf"\b{_TAKES_OUT}\s+{_ABOUT}{_N}\b{_NO_OTHER}",
)


@dataclass(frozen=True, slots=True)
class PointChange:
    """Points that come on top and points that go, with the text that is left without them."""

    more: int
    fewer: int
    rest: str


def change_in(text: str) -> PointChange:
    """What comes to the points that are there, and what goes of them."""
    fewer, rest = _counted(_FEWER, text)
    more, rest = _counted(_MORE, rest)
    return PointChange(more, fewer, rest)


def _counted(patterns: Sequence[str], text: str) -> tuple[int, str]:
    """The sum of the numbers that the patterns find, and the text without them."""
    total = 0
    for pattern in patterns:
        found = [(match.span(), _whole(match["n"])) for match in all_found(pattern, text)]
        total += sum(count for _, count in found)
        text = blanked(text, [span for span, count in found if count])
    return total, text


def _whole(text: str) -> int:
    """The whole number that is told; 0 for a part and for one that the words leave open ("a few")."""
    try:
        number = parse_number(text)
    except ValueError:
        return 0
    article = text[0].isalpha() and number.value == 1  # "one more question"
    whole = number.value == number.value.to_integral_value()
    return int(number.value) if whole and not (number.fuzzy or article) else 0
