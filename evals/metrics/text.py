"""An answer's text as the metrics read it: without emphasis and reference marks, in sentences, in words."""

from __future__ import annotations

import re

from ingest.sentences import split_sentences

_REFERENCE = re.compile(r"\s?\[(\d+)\]")
_EMPHASIS = re.compile(r"\*\*|__|`|(?<!\w)\*(?=\S)|(?<=\S)\*(?!\w)")


def plain(text: str) -> str:
    """The text without Markdown emphasis and without `[n]` references."""
    return _EMPHASIS.sub("", _REFERENCE.sub("", text))


def sentences(text: str) -> list[str]:
    """Sentences, list items and table lines in order, with their `[n]` references."""
    return split_sentences(text)


def references(text: str) -> tuple[int, ...]:
    """The numbers that `[n]` marks refer to, each once, in order."""
    return tuple(dict.fromkeys(int(match[1]) for match in _REFERENCE.finditer(text)))


def word_count(text: str) -> int:
    """Words of the plain text."""
    return len(plain(text).split())
