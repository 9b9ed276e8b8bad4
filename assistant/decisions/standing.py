"""Which clauses of all expressions a text fulfils: looked up once a text, for every expression at once."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from assistant.decisions.necessary import DIGIT, MARK, Clause, folded, marked, runs_of

_GRAM = 3
_KEPT_TEXTS = 256
_KEPT_RUNS = 20_000
_LONGEST_KEPT = 40


class Missing(NamedTuple):
    """What a text does not fulfil: `bits` of clauses, among the first `known` ones."""

    bits: int
    known: int


class _Held(NamedTuple):
    """What a run of letters, or of other characters, holds of the first `known` clauses' words."""

    bits: int
    wider: tuple[str, ...]
    """Words that go on beyond the run, and may stand in the text around it."""
    known: int


class Vocabulary:
    """The words of all clauses. It only grows, and a clause counts once all its words are in their places."""

    def __init__(self) -> None:
        self._numbers: dict[frozenset[str], int] = {}
        self._bits: dict[str, int] = {}
        self._wider: dict[str, tuple[str, ...]] = {}
        self._by_gram: dict[str, tuple[str, ...]] = {}
        self._short: tuple[str, ...] = ()
        self._placed: set[str] = set()
        self._runs: dict[str, _Held] = {}
        self._lock = threading.Lock()

    def bits(self, clauses: Sequence[Clause]) -> tuple[int, int]:
        """How many clauses there have to be for `clauses` to count, and a bit for each of them."""
        with self._lock:
            numbers = {self._number(frozenset(clause)) for clause in clauses}
        return max(numbers, default=-1) + 1, sum(1 << number for number in numbers)

    def missing_in(self, text: str) -> Missing:
        """The clauses that `text` does not fulfil."""
        known = len(self._numbers)
        bits, wider = 0, set[str]()
        for run in set(runs_of(folded(text))):
            held = self._held(run, known)
            bits |= held.bits
            wider.update(held.wider)
        if wider:
            whole = marked(text)
            for word in wider:
                if word in whole:
                    bits |= self._bits[word]
        return Missing(((1 << known) - 1) & ~bits, known)

    def _held(self, run: str, known: int) -> _Held:
        held = self._runs.get(run)
        if held is not None and held.known >= known:
            return held
        held = self._looked_up(f"{MARK}{run}{MARK}", known)
        if len(run) <= _LONGEST_KEPT:
            if len(self._runs) >= _KEPT_RUNS:
                self._runs.clear()
            self._runs[run] = held
        return held

    def _looked_up(self, run: str, known: int) -> _Held:
        grams = {run[at : at + _GRAM] for at in range(len(run) - _GRAM + 1)}
        words = {word for gram in self._by_gram.keys() & grams for word in self._by_gram[gram]}
        bits, wider = 0, list[str]()
        for word in self._standing(run, (*words, *self._short)):
            bits |= self._bits.get(word, 0)
            wider += self._wider.get(word, ())
        return _Held(bits, tuple(wider), known)

    @staticmethod
    def _standing(run: str, words: Iterable[str]) -> list[str]:
        found = [word for word in words if word in run]
        return [*found, DIGIT] if any(map(str.isdecimal, run)) else found

    def _number(self, clause: frozenset[str]) -> int:
        if clause in self._numbers:
            return self._numbers[clause]
        number = len(self._numbers)
        for word in clause:
            if word not in self._bits:
                self._bits[word] = 0
                self._place(word)
            self._bits[word] |= 1 << number
        self._numbers[clause] = number
        return number

    def _place(self, word: str) -> None:
        """Puts a word where the run that it stands in, or begins or ends in, leads to it."""
        longest = _longest_part(word)
        if longest != word:
            self._wider[longest] = (*self._wider.get(longest, ()), word)
        if longest in self._placed:
            return
        self._placed.add(longest)
        grams = [longest[at : at + _GRAM] for at in range(len(longest) - _GRAM + 1)]
        if grams:
            gram = min(grams, key=lambda one: len(self._by_gram.get(one, ())))
            self._by_gram[gram] = (*self._by_gram.get(gram, ()), longest)
        elif longest != DIGIT:
            self._short = (*self._short, longest)


def _longest_part(word: str) -> str:
    """The longest part of a word that lies in one run, with its marks."""
    parts = word.split(MARK)
    at = max(range(len(parts)), key=lambda one: len(parts[one]))
    return f"{MARK if at else ''}{parts[at]}{MARK if at < len(parts) - 1 else ''}"


VOCABULARY = Vocabulary()
"""Of all expressions of the process."""

missing_in = lru_cache(_KEPT_TEXTS)(VOCABULARY.missing_in)
