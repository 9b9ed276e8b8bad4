"""The items of a list of questions: "a) ... b) ...", "(1) ... (2) ...", "I need X, Y and Z please"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.decisions.expressions.patterns import lazy
from assistant.understanding.message.question_forms import asks_behind, points_back, tells_fault
from assistant.understanding.product.products import find_products
from assistant.understanding.read import read_question
from assistant.understanding.reading import Reading
from assistant.understanding.topics import GENERAL, find_topics

MOST_ITEMS = 8
_LEAST_OF_WORDS = 3
_MOST_CHARS, _MOST_WORDS, _MOST_OF_PHRASE = 700, 16, 7
_MARK = re.compile(r"(?:^|(?<=[\s,;:]))\(?(?P<mark>[1-9]|[a-hA-H])[).](?=\s+[A-Za-z0-9.])\s+")
_CONFIRMS = lazy(
    r"\b(?:confirm\w*|verif\w*|right|correct|true|agree\w*)\b|\bcheck (?:these|this|my|our|if)\b"
)
_TAG = lazy(
    r"[\s,;-]+(?:(?:is|are) (?:that|this|all that|these|they) )?(?:right|correct|true|ok|yes)\s*\?*\s*$"
)
_ASKS_FOR = (
    r"(?:tell (?:me|us)|give (?:me|us)|show (?:me|us)|list|name|need"
    r"|(?:i|we) (?:just )?(?:need|want)(?: to know)?|what(?:['’]?s| is| are)|answer|looking for)"
)
_PHRASES = lazy(
    rf"^\W*(?:(?:hi|hello|hey|please|pls|quick|and|(?:can|could|would) you)\W+){{0,4}}{_ASKS_FOR}\b"
    r"(?:[^:,]{0,40}:|(?:\s+(?:me|us|please|the|our|for|all))*)\s*(?P<list>[^:]+)$"
)
# Announces several things that are asked for, whatever their form: "three quick ones for the runbook: ...".
_ANNOUNCED = lazy(
    r"^(?P<head>[^:?]{0,70}\b(?:things?|questions?|ones|points?|items?|facts?|figures?|numbers?|answers?|values?"
    r"|checklist|runbook|record|sheet|slide|form|list|to know)\b[^:?]{0,40}):\s*(?P<list>[^:]+)$"
)
_WANTS = lazy(
    r"\b(?:questions?|answers?|asks?|asking|tell|know|need|check|clarify|wants?|please|pls|list|give)\b"
)
_COMMA = re.compile(r"\s*[,;]\s*(?:(?:and|plus)\s+)?|\s+(?:and|plus|&)\s+", re.IGNORECASE)
_END = re.compile(
    r"[\s,;.]*(?:\b(?:please|pls|thanks|thx|each|all three|all of them)\b[\s,;.]*)*\??\s*$", re.IGNORECASE
)
_SENTENCE = re.compile(r"[.?!]\s+[A-Za-z]")
_VERB = lazy(
    r"\b(?:if|when|because|but|since|while|we|i|you|our|my)\b|\b(?:is|are|was|does|do|can|has|have)\b"
)
_QUESTION = lazy(
    r"\?|^\W*(?:how|what|which|where|why|who|when|is|are|can|could|do|does|will|would|should|must|may)\b"
)


@dataclass(frozen=True, slots=True)
class Item:
    """One item with its mark, empty in a list without marks. `confirms`: it is put to be confirmed."""

    text: str
    mark: str = ""
    confirms: bool = False

    def asked(self) -> tuple[str, ...]:
        """The item as a question, in the ways in which it may be meant."""
        if _QUESTION().search(self.text):
            return (self.text,)
        if self.confirms:
            return (f"per the guide: {self.text}, right?", f"{self.text}?")
        return (f"{self.text}?", f"what is the {self.text}?")


def items_in(text: str) -> tuple[Item, ...]:
    """The items of a list of questions on different matters; none where `text` is no such list."""
    plain = " ".join(text.split())
    if len(plain) > _MOST_CHARS:
        return ()
    return _marked(plain) or _phrases(plain)


def is_case(reading: Reading) -> bool:
    """Whether an item tells a case of its own to be put to one question, rather than a question."""
    told = reading.connectivity or reading.subscription or reading.outage
    rest = reading.plain
    for name in (*(product.words for product in find_products(reading.plain)), *reading.vm_sizes):
        rest = rest.replace(name, "")
    return bool(told) or not re.search(r"\w", rest)


def _marked(text: str) -> tuple[Item, ...]:
    marks = list(_MARK.finditer(text))
    told = "".join(match["mark"] for match in marks).lower()
    if not 2 <= len(marks) <= MOST_ITEMS or told not in ("12345678"[: len(told)], "abcdefgh"[: len(told)]):
        return ()
    head = text[: marks[0].start()]
    if _tells(head):
        return ()  # of what the items are asked
    ends = [*(match.start() for match in marks[1:]), len(text)]
    items = [text[match.end() : end].strip(" ,;") for match, end in zip(marks, ends, strict=True)]
    if asks_behind(items):
        return ()
    items[-1], tagged = _untagged(items[-1])
    confirms = bool(tagged or _CONFIRMS().search(head))
    asked = confirms or _WANTS().search(head) or any(map(_QUESTION().search, items))
    fit = asked and all(item and len(item.split()) <= _MOST_WORDS for item in items)
    if not fit or (_SENTENCE.search(head) and not confirms):
        return ()
    return tuple(Item(item, match[0].strip(), confirms) for item, match in zip(items, marks, strict=True))


def _tells(head: str) -> bool:
    """Whether what stands before the items names what they are about, or the case that they are asked of."""
    reading = read_question(head)
    return bool(reading.names_matter or reading.connectivity or reading.outage or reading.unclear)


def _untagged(last: str) -> tuple[str, bool]:
    """The last item without the "true?" that is said of all, and whether it was there."""
    tag = _TAG().search(last)
    return (last[: tag.start()], True) if tag and tag.start() else (last, False)


def _phrases(text: str) -> tuple[Item, ...]:
    announced = _ANNOUNCED().match(text)
    if announced and _tells(announced["head"]):
        return ()
    found = announced or _PHRASES().match(text)
    if found is None or _SENTENCE.search(text) or tells_fault(text):
        return ()
    items = [item for item in _COMMA.split(_END.sub("", found["list"])) if item]
    if not _LEAST_OF_WORDS <= len(items) <= MOST_ITEMS or "," not in found["list"]:
        return ()
    short = all(_is_phrase(item) or (announced and _asks_alone(item)) for item in items[1:])
    named = [find_topics(item)[0] - GENERAL for item in items]
    apart = {frozenset(one) for one in named if one}
    if not short or sum(map(bool, named)) < len(items) - 1 or len(apart) < len(items) - 1:
        return ()
    return tuple(Item(re.sub(r"^(?:the|our|a|an)\s+", "", item)) for item in items)


def _is_phrase(item: str) -> bool:
    return len(item.split()) <= _MOST_OF_PHRASE and not _VERB().search(item)


def _asks_alone(item: str) -> bool:
    """Whether an item is a question that is understood without the others."""
    return bool(_QUESTION().search(item)) and not points_back(item)
