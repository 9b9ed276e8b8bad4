"""What a message names side by side (codes, products, sizes, states), and which "the other one" then means.

The items of the last message that named several, or of an answer that listed some, are kept from turn to
turn, with the one talked of last. A reference such as "the second one" or "the other" is put back into what
it stands for before anything is read.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from assistant.codes.code_extraction import find_codes
from assistant.codes.entry_fit import fits_in
from assistant.codes.finding.found_code import FoundCode
from assistant.codes.reference import Reference
from assistant.decisions.expressions.patterns import lazy
from assistant.dialogue import answer_items
from assistant.understanding.hosts import find_hosts
from assistant.understanding.message.question_forms import SENTENCES
from assistant.understanding.product.products import find_products
from assistant.understanding.read import STATE_NAMED
from assistant.understanding.subscription.states import read_states
from assistant.understanding.topics import find_vm_sizes

ITEMS = "items"
"""The fact under which a turn leaves the items named side by side."""

AT = "item"
"""The fact under which it leaves the one of them that was talked of last."""

LISTED = "items listed"
"""The fact under which it leaves whether an answer listed them, and no message."""

_MOST_CHARS = 2_000
_PLACES = {"first": 0, "1st": 0, "former": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "fourth": 3}
_PLACES |= {"4th": 3, "fifth": 4, "5th": 4, "last": -1, "latter": -1}
_NOUN = (
    r"(?:one|code|error|id|alert|number|message|event|product|version|size|vm|option|system|case|state"
    r"|workload|row|way|possibility|alternative|choice|variant|method)"
)
# Behind a reference without a noun: the end, or a word that begins something else.
_ENDS = (
    r"(?=\s*(?:$|[?.,;:!)])|\s+(?:is|was|does|do|did|means?|then|too|instead|now|please|pls|and|or|as well"
    r"|what|how|takes?|gets?|has|have|needs?|goes|go|lies|lie|can|could|of (?:them|these|those|the two))\b)"
)
_REFERENCE = lazy(
    rf"\b(?:the|that|this)\s+(?P<word>{'|'.join(_PLACES)}|other)"
    rf"(?!(?: \w+)? or the\b)(?:\s+{_NOUN}\b(?!\s+of\s+(?!them|these|those|the two"
    rf"|the (?:docs?|guide|list)\b))|{_ENDS})"
)
_BARE = lazy(
    rf"^\W*(?:(?:and|ok|so|then|now|what about)\W+)*(?P<word>other|second|third|last|latter)"
    rf"(?:\s+{_NOUN})?\W*$"
)
_CLAUSE = re.compile(r"[,;:]\s")
# "did the first": a step is meant rather than a code.
_DONE = re.compile(r"\b(?:did|done|do|tried|try|made|checked|after|ran)\s+$", re.IGNORECASE)
_CODE_FORM = re.compile(r"(?:ID |0x|-?\d|(?:error|event|code)\b)", re.IGNORECASE)
_MOST_CODES = 4
_ASKING_WORDS = 2
_JOINT = re.compile(r"\s*(?:,|;|/|&|\+|\band\b|\bor\b|\bthen\b)(?:\s+(?:and|or|the|id))?\s*", re.IGNORECASE)
_WORD = re.compile(r"[a-z0-9.]*[a-z0-9]")


def resolved(text: str, before: Mapping[str, Any]) -> str:
    """`text` with a reference to one of the items named before as that item; unchanged for none."""
    items = list(before.get(ITEMS, ()))
    several = len(items) > 1
    named = _REFERENCE().search(text) if several else None
    match = named or (_BARE().search(text) if several else None)
    listed = bool(several and before.get(LISTED))
    if listed and find_hosts(text):
        return text  # "is the first one 10.1.0.0/16?": an item is held against what is listed
    if match is None:
        return answer_items.alone(answer_items.numbered(text, items), items) if listed else text
    if not listed and _DONE.search(text[: match.start()]) and _is_code(items[0]):
        return text
    item = _meant(match["word"].lower(), items, before.get(AT, ""))
    start = match.start() if named else match.start("word")
    if not (item and listed):
        return f"{text[:start]}{item}{text[match.end() :]}" if item else text
    return answer_items.alone(f"{text[:start]}{answer_items.short(item)}{text[match.end() :]}", [item])


def item_alone(text: str, before: Mapping[str, Any]) -> str:
    """The item that an answer listed of which `text` asks for no more than to hear of it; else empty."""
    named = resolved(text, before) if before.get(LISTED) else text
    return named if named != text and named in before[ITEMS] else ""


def _meant(word: str, items: Sequence[str], at: str) -> str:
    """The item that a word stands for; empty where it can't be told."""
    if word == "other":
        others = [item for item in items if item != at]
        return others[0] if len(others) == 1 else ""
    place = _PLACES[word]
    return items[place] if place < len(items) else ""


def left_by(
    text: str,
    before: Mapping[str, Any],
    reference: Reference,
    explained: Collection[str] = (),
    told: Sequence[str] = (),
) -> dict[str, Any]:
    """The facts on items that a turn leaves: those of `text` when it names several, else those of its
    answer (`told`), else those before.

    `reference` says which numbers are codes, `explained` which were taken for codes in the answer.
    """
    own = list(_named(text, reference, explained))
    items = own or list(told) or _with_code(text, before, reference, explained)
    listed = not own and bool(told or before.get(LISTED))
    at = _talked_of(text, items) or before.get(AT, "")
    return {ITEMS: items, AT: at if at in items else "", LISTED: listed} if items else {}


def _with_code(
    text: str, before: Mapping[str, Any], reference: Reference, explained: Collection[str]
) -> list[str]:
    """The items before, with the one code of `text` where all of those are codes: told one by one."""
    items = list(before.get(ITEMS, ()))
    codes = [_code(found.words) for found in _codes(text[:_MOST_CHARS], reference, explained)]
    if len(codes) == 1 and all(map(_is_code, items)):
        items = list(dict.fromkeys([*items, *codes]))[-_MOST_CODES:]
    return items


def _is_code(item: str) -> bool:
    """Whether an item is an error code, by its form."""
    return bool(_CODE_FORM.match(item))


def _named(text: str, reference: Reference, explained: Collection[str]) -> Sequence[str]:
    """The items of the first kind of which `text` names two or more."""
    named = (list(dict.fromkeys(kind)) for kind in _kinds(text[:_MOST_CHARS], reference, explained))
    return next((items for items in named if len(items) > 1), ())


def _kinds(text: str, reference: Reference, explained: Collection[str]) -> Iterator[Iterable[str]]:
    """The items of `text` kind by kind; what comes behind the kind that serves is not read."""
    yield (_code(found.words) for found in _codes(text, reference, explained))
    yield (product.words for product in find_products(text) if product.words)
    yield find_vm_sizes(text)
    states = dict.fromkeys(match[0].lower() for match in STATE_NAMED().finditer(text))
    yield states if len(states) > 1 and read_states(text).subscription else ()


def _codes(text: str, reference: Reference, explained: Collection[str]) -> Iterator[FoundCode]:
    """The codes in `text`; a bare number is one where it was explained as one, or is listed beside one."""
    end: int | None = None
    for found in find_codes(text, reference.has, fits_in(reference)):
        known = any(map(reference.has, found.readings))
        joined = end is not None and known and _JOINT.fullmatch(text[end : found.start])
        if not found.candidate or found.value in explained or joined:
            end = found.end
            yield found


def _code(words: str) -> str:
    """A code as it can stand alone: with its cue."""
    return words if re.search(r"[a-z]", words, re.IGNORECASE) else f"ID {words}"


def _talked_of(text: str, items: Sequence[str]) -> str:
    """The only item that the last sentence of `text` names, or its last clause, by words of its own."""
    last = SENTENCES.split(text.strip())[-1].lower()
    for part in (last, _CLAUSE.split(last)[-1]):
        said = set(_WORD.findall(part))
        named = [item for item in items if said & _own_words(item, items)]
        more = said - {word for item in items for word in _WORD.findall(item.lower())}
        if len(named) == 1 and (part is last or len(more) >= _ASKING_WORDS):
            return named[0]
    return ""


def _own_words(item: str, items: Sequence[str]) -> set[str]:
    """The words by which an item is told from the others."""
    others = {word for other in items if other != item for word in _WORD.findall(other.lower())}
    return set(_WORD.findall(item.lower())) - others
