"""What an answer lists ("in three ways: A, B, or C", or with dashes), for "the second one" to be put back.

An enumeration within a sentence counts only where it has as many items as the sentence says.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.decisions.expressions.patterns import lazy
from assistant.decisions.reading.numbers import parse_number
from assistant.understanding.word_rules import word_set

_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_MARKS = re.compile(r"\s*\[\d+\]|\*\*|\s*\(`[^`\n]*`\)|`")
_COUNTED = re.compile(
    rf"\b(?P<count>{'|'.join(_NUMBERS)})\b[^.:;\n]{{0,80}}?(?::|\bthrough:)\s(?P<list>[^\n]{{5,400}}?)\.(?:\s|$)",
    re.IGNORECASE,
)
_DASHED = re.compile(r"^- (?P<item>[^\n]{2,120})$", re.MULTILINE)
_JOINT = re.compile(r"\s*[,;]\s*(?:and|or)?\s+|\s+(?:and|or)\s+", re.IGNORECASE)
_LAST_JOINT = re.compile(r"\s*[,;]\s*(?:and|or)\s+", re.IGNORECASE)
_LEADING = re.compile(r"^(?:(?:from|on|with|by|in|to)\s+)?(?:(?:an?|the)\s+)?", re.IGNORECASE)
_SAYS = re.compile(r"\s+(?:that|which|while|for)\s", re.IGNORECASE)
_MOST_ITEMS = 8

_NOUN = r"(?:option|way|variant|alternative|choice|possibilit(?:y|ies)|method|point|item|number|nr|no)"
_NUMBERED = lazy(
    rf"(?:^|(?<=\s))(?:(?:the|your)\s+)?(?:{_NOUN}\.?\s?|#)(?P<n>[1-8]|one|two|three|four)\b"
    r"(?=\s*(?:$|[?.,;:!)])|\s+(?:is|was|please|pls|then|in|and|how|what|why|where|means?)\b)"
)
# Words that ask for nothing but more of an item.
_MORE = word_set(
    "a about and as be better bit brief briefly but can could describe detail detailed details do does "
    "elaborate exactly explain explained for further give go how i in info information into is it like "
    "me mean means meant more now of ok okay on please pls quickly say shortly so tell that then this "
    "to us want we what what's whats with would you know need interested the from in of doc docs guide list "
)
_WORD = re.compile(r"[a-z][a-z'’]*", re.IGNORECASE)


def told_in(answer: str) -> list[str]:
    """The items that an answer lists first; empty where it lists none, or not as many as it says."""
    text = _MARKS.sub("", answer)
    dashed = list(_DASHED.finditer(text))
    listed = [_LEADING.sub("", match["item"].rstrip(" .")) for match in dashed]
    for match in _COUNTED.finditer(text):
        items = _parted(match["list"], _NUMBERS[match["count"].lower()])
        if items and not (listed and dashed[0].start() < match.start()):
            return items
    return listed if 1 < len(listed) <= _MOST_ITEMS else []


def _parted(enumeration: str, count: int) -> list[str]:
    """The items of an enumeration within a sentence, where there are `count` of them."""
    for joint in (_LAST_JOINT, _JOINT):
        items = [_LEADING.sub("", item.strip()) for item in joint.split(enumeration)]
        if len(items) == count and all(items):
            return items
    return []


def short(item: str) -> str:
    """An item as a question can name it: without what its clause says of it, where that leaves a name."""
    name = _SAYS.split(item, maxsplit=1)[0]
    return name if len(name.split()) > 1 else item


def numbered(text: str, items: Sequence[str]) -> str:
    """`text` with an item that it names by its number ("option 2") as that item; unchanged for none."""
    match = _NUMBERED().search(text)
    if match is None:
        return text
    at = int(parse_number(match["n"]).value)
    return f"{text[: match.start()]}{short(items[at - 1])}{text[match.end() :]}" if at <= len(items) else text


def alone(text: str, items: Sequence[str]) -> str:
    """The only item that `text` names, where nothing but more of it is asked; else `text`."""
    named = [item for item in items if short(item) in text]
    if len(named) != 1:
        return text
    rest = _WORD.findall(text.replace(short(named[0]), " ").lower())
    return named[0] if all(word in _MORE for word in rest) else text
