"""How well a text fits the entries of a number: by the words that they share, rare ones counting more."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import cache

from assistant.codes.entries import CodeId, ErrorEntry, Namespace
from assistant.codes.reference import Reference

Fits = Callable[[str, str], float]
"""How rare the words are together that a text shares with the nearest entry of a number; 0 for none."""

NUMBERED: tuple[Namespace, ...] = ("mabs", "win32", "winsock", "http", "event")
"""The namespaces in which the same decimal number can stand for different errors."""

_COMMON = (
    "backup server agent error code id job fail failed dpm mabs azure data protection computer machine"
    " message console start run work new get say check try use not no can"
)
SOME = 2.0
"""What a word weighs that one of eight entries has, or two commoner ones."""


def shared_words(asked: str, entry: ErrorEntry) -> int:
    """How many telling words of `asked` stand in what the entry says of its symptom."""
    return len(_shared(asked, entry))


def _shared(asked: str, entry: ErrorEntry) -> frozenset[str]:
    """The tokens of `asked` that an entry has too, but numbers and what is said with every error."""
    from assistant.retrieval.words import telling_tokens, token_set  # here: a bare code needs no analyser

    told = token_set("\n".join([entry.title, entry.message, entry.symptom, *entry.asks]))
    named = frozenset(token for token in telling_tokens(asked) if not token.isdecimal())
    return named & told - token_set(_COMMON)


def of_number(value: str, reference: Reference) -> list[ErrorEntry]:
    """The entries of a decimal number in every namespace."""
    return [entry for namespace in NUMBERED for entry in reference.lookup(CodeId(namespace, value))]


@cache
def fits_in(reference: Reference) -> Fits:
    """How well a text fits the nearest entry of a number in `reference`."""

    @cache
    def rarity(token: str) -> float:
        entries = max(1, len(reference))
        return max(0.0, math.log((entries + 1) / (reference.occurrences(token) + 0.5)))

    def fits(text: str, value: str) -> float:
        shared = (_shared(text, entry) for entry in of_number(value, reference))
        return max((sum(map(rarity, words)) for words in shared), default=0.0)

    return fits
