"""Which tree a description of a trouble belongs to, by the word lists of the trees."""

from __future__ import annotations

import re

from assistant.troubleshooting.loading import load_trees
from assistant.troubleshooting.matching import plain

_WORD = re.compile(r"[a-z0-9][a-z0-9-]*")


def tree_for(text: str) -> str | None:
    """The id of the tree with the most telling symptom in `text`: the one that needs the most words; or None.

    Of two alike, the one whose words come first.
    """
    words = _WORD.findall(plain(text).replace("back up", "backup"))
    best: tuple[int, int] = (0, 0)
    found = None
    for tree in load_trees().values():
        for symptom in (tree.title, *tree.symptoms):
            place = _place(symptom.casefold().split(), words)
            if place is not None and (len(symptom.split()), -place) > best:
                best, found = (len(symptom.split()), -place), tree.id
    return found


def _place(needed: list[str], words: list[str]) -> int | None:
    """Where the first of the needed words stands, when every one of them begins a word of the text."""
    places = []
    for alternatives in needed:
        starts = tuple(alternatives.split("|"))
        place = next((n for n, word in enumerate(words) if word.startswith(starts)), None)
        if place is None:
            return None
        places.append(place)
    return min(places)
