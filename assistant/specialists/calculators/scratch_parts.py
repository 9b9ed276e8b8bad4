"""The amounts that make up the data for Azure, by what each is called: "without the SQL", "only site B"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.decisions.expressions.patterns import lazy
from assistant.decisions.reading.quantities import Size, show_size
from assistant.specialists.calculators.calculator_question import lazy_search
from assistant.specialists.calculators.source_changes import LEFT_OUT
from assistant.understanding.amounts.figures import Told, growth_in, sources_in
from assistant.understanding.word_rules import word_set

Parts = tuple[tuple[str, Size], ...]
"""What each amount is called, in words, with the amount."""

_HALF_OF = r"\b(?:one )?half(?: of)?(?: (?:them|those|these|the \w+))?\b"
_THE_REST = r"\b(?:the |other )?(?:rest|others|other half|remaining|remainder)\b"
_END = re.compile(r"[,;.:+&/?!()\n]|\b(?:and|plus|as well as)\b", re.IGNORECASE)
_WORD = re.compile(r"[A-Za-z][A-Za-z0-9-]*")
_STOP = word_set(
    "of data from for the our in on at to all azure cloud vault up go goes going gets get sent total "
    "scratch size location is are we have has i my their planned backed backup back with that this "
    "which plan planning about some another more tb gb each per it them those these be will and or a an "
    "how big large much must need should site server servers locations machine machines part share "
    "shares stuff side"
)
_ALONE = lazy(r"\b(?:only|alone|just|solely|by itself|on (?:its|their) own|for)\b")
_CLAUSE = re.compile(r"[.;!?\n]+(?:\s|$)|,\s")


def parts_in(text: str, planned: Sequence[Told]) -> Parts:
    """The amounts in `text` by their names; empty unless there are several and each has one."""
    if len(planned) < 2 or any(one.each for one in planned):
        return ()
    names = _listed_before(text, planned) or [_name(text, planned, at) for at in range(len(planned))]
    sizes = [Size(one.size.bytes * one.times, one.size.binary) for one in planned]
    return tuple(zip(names, sizes, strict=True)) if all(names) and len(set(names)) == len(names) else ()


def narrowed(text: str, parts: Parts) -> Parts | None:
    """The parts that count now, where `text` leaves some out or names the only ones; None for none."""
    for clause in reversed([one for one in _CLAUSE.split(text) if one.strip()]):
        named = [part for part in parts if _is_named(part[0], clause)]
        if not named or len(named) == len(parts):
            continue
        if LEFT_OUT().search(clause):
            return tuple(part for part in parts if part not in named)
        if _ALONE().search(clause):
            return tuple(named)
    return None


def changed(text: str, parts: Parts) -> Parts | None:
    """The parts with the one that `text` names grown or shrunk; None where it tells no such thing."""
    growth = growth_in(text)
    named = [part for part in parts if _is_named(part[0], text)]
    if growth is None or len(named) != 1:
        return None
    return tuple(
        (name, Size(size.bytes * growth.factor, size.binary) if (name, size) in named else size)
        for name, size in parts
    )


def together(parts: Parts) -> tuple[Size, str]:
    """What parts add up to, and the sum."""
    whole = sum((size.bytes for _, size in parts), Decimal(0))
    made_of = " + ".join(show_size(size) for _, size in parts)
    return Size(whole, any(size.binary for _, size in parts)), made_of if len(parts) > 1 else ""


def halves(text: str, planned: Sequence[Told]) -> Sequence[Told]:
    """Of sources of which half have one size and the rest another, as many of each as there are."""
    sources = sources_in(text) or 0
    if len(planned) != 2 or sources % 2 or not sources or not is_halved(text):
        return planned
    return [replace(told, times=sources // 2, each=False) for told in planned]


def is_halved(text: str) -> bool:
    """Whether of several sources one half and the rest are told apart."""
    return bool(lazy_search(_HALF_OF, text) and lazy_search(_THE_REST, text))


def _name(text: str, planned: Sequence[Told], at: int) -> str:
    """The words behind an amount up to the next one, else those before it."""
    until = planned[at + 1].start if at + 1 < len(planned) else len(text)
    since = planned[at - 1].end if at else 0
    return _words(_END.split(text[planned[at].end : until])[0]) or _words(
        _END.split(text[since : planned[at].start].rstrip(" :("))[-1]
    )


def _listed_before(text: str, planned: Sequence[Told]) -> list[str]:
    """As many names as amounts, listed before them ("A and B: 1 TB and 2 TB")."""
    head, colon, _ = text[: planned[0].start].rpartition(":")
    names = [_words(one) for one in _END.split(head)] if colon else []
    return names if len(names) == len(planned) and all(names) else []


def _words(text: str) -> str:
    return " ".join(word for word in map(_plain, _WORD.findall(text)) if word)


def _plain(word: str) -> str:
    """A word as it is compared; empty for one that names nothing. A single letter is a name but for "a"."""
    if word.lower() in _STOP and not (len(word) == 1 and word.isupper()):
        return ""
    return word.lower().removesuffix("s")


def _is_named(name: str, clause: str) -> bool:
    return bool(set(name.split()) & set(_words(clause).split()))
