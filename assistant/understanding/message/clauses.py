"""Cuts a text into clauses of words, so that cues are put together within one clause and not across two."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_PRONOUNS = frozenset({"it's", "that's", "there's", "he's", "she's", "what's", "who's", "here's", "let's"})
_WORD = re.compile(
    r"(?<![a-z0-9'’-])(?!(?<=\.)net\b)[a-z0-9][a-z0-9'’-]*", re.IGNORECASE
)  # .NET is no network
_BREAK = re.compile(
    r"[.;!?|/,()\[\]\n]+(?=\s|$|\D)|\s[-–—+]+\s|->|=>"
    r"|(?<!anything )(?<!nothing )(?<!everything )\bbut\b|\b(?:and|n|while|whilst|when|because|since we|so"
    r"|although|though(?!\s+(?:is|are|was|has|stays?|remains?)\b)|even if|whereas|if|plus|also|given"
    r"|considering|provided|unless|(?<!never )(?<!not )(?<!even )once|despite|or"
    r"|as(?=\s+(?:the|our|we|for|it|my|mabs|azure|there|nobody|no)\b)|moreover"
    r"|(?<!as )(?<!not )yet(?=\s+(?:the|our|it|my|we|mabs|nobody|since)\b)"
    r"|furthermore|seeing that"
    r"|now that|where)\b"
    # a greeting or the like ends with a colon; a label is a part of what it tells
    r"|(?<!net)(?<!network)(?<!state)(?<!status)(?<!link)(?<!line)(?<!connection)(?<!connectivity)(?<!azure)"
    r"(?<!online)(?<!sub)(?<!subscription):(?=\s)"
    # a label begins what is told behind it
    r"|(?<=\s)(?=(?:net(?:work)?|sub(?:scription)?|link|connection|connectivity|states?|status|facts"
    r"|questions?"
    r"|q|request|operator|summary|situation|billing|op(?:eration)?)\s?:\s)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Clause:
    """The words of a clause in lower case, and where each of them starts and the clause ends."""

    words: tuple[str, ...]
    starts: tuple[int, ...]
    end: int

    def find(self, vocabulary: frozenset[str], start: int = 0) -> int:
        """The place of the first word from `start` on that `vocabulary` holds, or -1."""
        if vocabulary.isdisjoint(self.words):
            return -1
        return next((n for n in range(start, len(self.words)) if self.words[n] in vocabulary), -1)

    def places(self, vocabulary: frozenset[str]) -> Iterator[int]:
        """The places of all words that `vocabulary` holds."""
        if vocabulary.isdisjoint(self.words):
            return iter(())
        return (n for n, word in enumerate(self.words) if word in vocabulary)

    def near(self, vocabulary: frozenset[str], place: int, before: int, after: int = 0) -> bool:
        """Whether a word of `vocabulary` stands at most so many words before or after `place`."""
        around = (*self.words[max(0, place - before) : place], *self.words[place + 1 : place + 1 + after])
        return any(word in vocabulary for word in around)


def _plain(word: str) -> str:
    """In lower case, and "the line's been down" told of the line."""
    lower = word.lower().replace("’", "'")
    return lower.removesuffix("'s") if lower not in _PRONOUNS else lower


@lru_cache(maxsize=64)  # a question's are gone through for its connection, times and denials
def clauses(text: str) -> tuple[Clause, ...]:
    """The clauses of `text`, in order; empty ones are left out."""
    return tuple(_clauses(text))


def _clauses(text: str) -> Iterator[Clause]:
    start = 0
    shortened = "'" in text or "’" in text
    for end, following in [*[match.span() for match in _BREAK.finditer(text)], (len(text), 0)]:
        words = list(_WORD.finditer(text, start, end))
        if words:
            plain = [(_plain(word[0]) if shortened else word[0].lower()) for word in words]
            yield Clause(tuple(plain), tuple([word.start() for word in words]), end)
        start = following
