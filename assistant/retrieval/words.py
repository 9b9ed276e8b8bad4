"""What the searches ask of a text again and again, kept: its tokens and its sentences."""

from __future__ import annotations

from functools import lru_cache

from ingest.analysis import analyze, query_tokens
from ingest.sentences import split_sentences

_KEPT = 4096


@lru_cache(maxsize=_KEPT)
def token_set(text: str) -> frozenset[str]:
    """The distinct tokens of a text."""
    return frozenset(analyze(text))


@lru_cache(maxsize=_KEPT)
def telling_tokens(text: str) -> tuple[str, ...]:
    """The distinct tokens of a text without stopwords, in its order."""
    return tuple(query_tokens(text))


@lru_cache(maxsize=_KEPT)
def sentences(text: str) -> tuple[str, ...]:
    """A Markdown text taken apart into sentences and list items."""
    return tuple(split_sentences(text))
