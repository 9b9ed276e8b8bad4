"""An answer's text as the metrics read it: plain punctuation, no emphasis or reference marks; its words."""

from __future__ import annotations

import re

from ingest.sentences import split_sentences

_REFERENCE = re.compile(r"\s?\[(\d+)\]")
_EMPHASIS = re.compile(r"\*\*|__|`|(?<!\w)\*(?=\S)|(?<=\S)\*(?!\w)")
_PLAIN_MARKS = str.maketrans("\u2019\u2018\u201c\u201d\u00a0\u202f\u2010\u2011\u2013", "''\"\"  ---")


def plain(text: str) -> str:
    """The text without Markdown emphasis and `[n]` references, with typewriter quotes, spaces and hyphens."""
    return _EMPHASIS.sub("", _REFERENCE.sub("", text.translate(_PLAIN_MARKS)))


def cited_sentences(text: str) -> list[tuple[str, tuple[int, ...]]]:
    """Sentences, list items and table lines in order, each with the citations it rests on.

    A sentence without a reference of its own rests on the next one in its line, if there is one.
    """
    found: list[tuple[str, tuple[int, ...]]] = []
    for line in text.split("\n"):
        following: tuple[int, ...] = ()
        told = []
        for sentence in reversed(split_sentences(line)):
            following = references(sentence) or following
            told.append((sentence, following))
        found += reversed(told)
    return found


def references(text: str) -> tuple[int, ...]:
    """The numbers that `[n]` marks refer to, each once, in order."""
    return tuple(dict.fromkeys(int(match[1]) for match in _REFERENCE.finditer(text)))


def word_count(text: str) -> int:
    """Words of the plain text."""
    return len(plain(text).split())
