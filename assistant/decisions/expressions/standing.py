"""Which clauses of all expressions a text fulfils: looked up once a text, for every expression at once."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from assistant.decisions.expressions.necessary import DIGIT, MARK, Clause, folded, marked, runs_of

_GRAM = 3
_KEPT_TEXTS = 512
_KEPT_RUNS = 20_000
_LONGEST_KEPT = 40
_LONGEST_TEXT = 20_000
"""A longer text is a log: to look through it costs more than its searches."""

_EDGES = " \t\n.,;:?!"
"""Texts that differ in these alone at their ends are looked through once: the longer one lacks no more."""

_MANY_NEW = 100
"""From so many words on that a run wasn't looked through for, they are looked up by their letters."""

LEARNT_AFTER = 8
"""Uses of an expression from which on its words are known: a command that is soon over doesn't look."""

LEARNT_LATE = 1_000
"""As many where much is known: for every other word all runs are looked through anew, at the cost of hundreds
of searches."""

MUCH = 1_500
"""Clauses of the expressions that most questions are put to, about."""


class _Held(NamedTuple):
    """What a run of letters, or of other characters, holds of the first `placed` words."""

    words: tuple[str, ...] = ()
    placed: int = 0
    bits: int = 0
    """The clauses of those words, right for the first `known` ones."""
    known: int = -1
    wider: tuple[str, ...] = ()
    """Words that go on beyond the run, and may stand in the text around it."""


_NOTHING = _Held()


class _Runs(dict[str, _Held]):
    """What runs hold; one that isn't there wasn't looked through."""

    def __missing__(self, run: str) -> _Held:
        return _NOTHING


class _Kept(dict[str, int]):
    """What texts lack: one that isn't there is looked through. That it lacks nothing is kept as well."""

    def __init__(self, look_through: Callable[[str], int]) -> None:
        super().__init__()
        self._look_through = look_through

    def __missing__(self, text: str) -> int:
        return self._look_through(text)


class Vocabulary:
    """The words of all clauses. It only grows, and a clause counts once all its words are in their places.

    `learnt_after` tells after how many uses an expression is worth another clause.
    `missing` has what texts lack, and keeps it until another clause is to be looked for in them.
    """

    def __init__(self) -> None:
        self.learnt_after = LEARNT_AFTER
        self.missing = _Kept(self.missing_in)
        self._around: dict[str, tuple[str, int]] = {}
        self._numbers: dict[frozenset[str], int] = {}
        self._bits: dict[str, int] = {}
        self._wider: dict[str, tuple[str, ...]] = {}
        self._placed: dict[str, None] = {}
        self._order: list[str] = []
        self._by_gram: dict[str, tuple[str, ...]] = {}
        self._runs = _Runs()
        self._lock = threading.Lock()

    def bits(self, clauses: Sequence[Clause]) -> int:
        """A bit for each of `clauses`."""
        with self._lock:
            known = len(self._numbers)
            numbers = {self._number(frozenset(clause)) for clause in clauses}
            if len(self._numbers) > known:
                self.learnt_after = LEARNT_AFTER if len(self._numbers) < MUCH else LEARNT_LATE
                self._forget()  # what a thread still puts there tells nothing of the new ones
        return sum(1 << number for number in numbers)

    def missing_in(self, text: str) -> int:
        """The bits of the clauses that `text` does not fulfil; none for one too long to look through."""
        if len(text) > _LONGEST_TEXT:
            return 0
        plain = folded(text)
        core = plain.strip(_EDGES)
        known = self._around.get(core)
        if known is None or plain not in known[0]:
            around = f" {plain} "
            known = self._around[core] = around, self._looked_for(around)
        missing = known[1]
        if len(self.missing) >= _KEPT_TEXTS:
            self._forget()
        self.missing[text] = self.missing[plain] = missing
        return missing

    def _looked_for(self, plain: str) -> int:
        """The bits of the clauses that a text in small letters does not fulfil."""
        known = len(self._numbers)
        bits, wider = 0, list[str]()
        runs = runs_of(plain)
        for run in set(runs):
            held = self._runs[run]
            if held.known < known:
                held = self._looked_through(run, held, known)
            bits |= held.bits
            if held.wider:  # few runs have them
                wider += held.wider
        if wider:
            whole = marked(runs)
            for word in wider:
                if word in whole:
                    bits |= self._bits[word]
        return ((1 << known) - 1) & ~bits

    def _forget(self) -> None:
        self.missing.clear()
        self._around.clear()

    def _looked_through(self, run: str, held: _Held, known: int) -> _Held:
        """What a run holds of all words, of which some were looked for before."""
        placed = len(self._order)
        new = self._order[held.placed : placed] if placed - held.placed < _MANY_NEW else None
        words = (*held.words, *_found(run, new)) if new is not None else tuple(self._looked_up(run))
        bits, wider = 0, list[str]()
        for word in words:
            bits |= self._bits.get(word, 0)
            wider += self._wider.get(word, ())
        held = _Held(words, placed, bits, known, tuple(wider))
        if len(run) <= _LONGEST_KEPT:
            if len(self._runs) >= _KEPT_RUNS:
                self._runs.clear()
            self._runs[run] = held
        return held

    def _looked_up(self, run: str) -> Iterable[str]:
        """The words in a run, by the letters in a row that they need."""
        whole = _whole(run)
        grams = {whole[at : at + size] for size in range(1, _GRAM + 1) for at in range(len(whole))}
        words = {word for gram in self._by_gram.keys() & grams for word in self._by_gram[gram]}
        return _found(run, words)

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
        part = _longest_part(word)
        if part != word:
            self._wider[part] = (*self._wider.get(part, ()), word)
        if part in self._placed:
            return
        grams = [part[at : at + _GRAM] for at in range(len(part) - _GRAM + 1)] or [part]
        gram = min(grams, key=lambda one: len(self._by_gram.get(one, ())))
        self._by_gram[gram] = (*self._by_gram.get(gram, ()), part)
        self._placed[part] = None
        self._order.append(part)


def _found(run: str, words: Iterable[str]) -> list[str]:
    whole = _whole(run)
    return [word for word in words if word in whole]


def _whole(run: str) -> str:
    """A run with its marks, and with one behind them where it has a digit."""
    return f"{MARK}{run}{MARK}{DIGIT if any(map(str.isdecimal, run)) else ''}"


def _longest_part(word: str) -> str:
    """The longest part of a word that lies in one run, with its marks."""
    parts = word.split(MARK)
    at = max(range(len(parts)), key=lambda one: len(parts[one]))
    return f"{MARK if at else ''}{parts[at]}{MARK if at < len(parts) - 1 else ''}"


VOCABULARY = Vocabulary()
"""Of all expressions of the process."""
