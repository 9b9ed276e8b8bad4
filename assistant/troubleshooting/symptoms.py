"""Which tree a description of a trouble belongs to, by the word lists of the trees."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from assistant.troubleshooting.loading import load_trees
from assistant.troubleshooting.matching import plain

_WORD = re.compile(r"[a-z0-9][a-z0-9-]*")


def tree_for(text: str) -> str | None:
    """The id of the tree whose trouble `text` tells; None when it tells none."""
    return _best(text, ((tree.id, (tree.title, *tree.symptoms)) for tree in load_trees().values()))


def tree_about(text: str) -> str | None:
    """The id of the tree that `text` is about, trouble or not: for messages that ask to troubleshoot."""
    return _best(text, ((tree.id, tree.subjects) for tree in load_trees().values()))


def _best(text: str, lists: Iterable[tuple[str, Sequence[str]]]) -> str | None:
    """The id with the most telling word list: the one that needs most words; of two alike, the first told."""
    words = _WORD.findall(plain(text).replace("back up", "backup"))
    fits = list(_fits(words, lists))
    return min(fits)[2] if fits else None


def _fits(words: Sequence[str], lists: Iterable[tuple[str, Sequence[str]]]) -> Iterator[tuple[int, int, str]]:
    for identifier, symptoms in lists:
        for symptom in symptoms:
            needed = symptom.casefold().split()
            place = _place(needed, words)
            if place is not None:
                yield -len(needed), place, identifier


def _place(needed: Sequence[str], words: Sequence[str]) -> int | None:
    """Where the first of the needed words stands, when every one of them begins a word of the text."""
    places = []
    for alternatives in needed:
        starts = tuple(alternatives.split("|"))
        place = next((n for n, word in enumerate(words) if word.startswith(starts)), None)
        if place is None:
            return None
        places.append(place)
    return min(places)
