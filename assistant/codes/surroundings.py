"""What stands around a number, and how surely that makes it a code or something else.

Rules read what they were written for; people write numbers in more ways than rules foresee. So a linear model
over the words, marks and signs beside each number looks at what the rules have read, and overrules them where
it is sure. `python -m evals.surroundings` fits it to the labelled texts and prints how well it tells in texts
that it was fitted without.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from assistant.codes.amounts import is_year
from assistant.codes.numbers import used_by
from assistant.codes.rows import Place
from assistant.codes.signs import Scene, evidence

WEIGHTS = Path(__file__).with_name("surroundings_weights.json")

TAKES, DROPS = 1.25, -3.0
"""The log-odds from which on a number is taken that no rule has read, and to which one is dropped that a rule
has. Rules are mostly right in what they read: on four sets that weren't fitted on, about as many codes are
false as missed with these values."""

_NUMBER = re.compile(r"(?<![A-Za-z0-9_.,])[1-9]\d{0,5}(?![A-Za-z0-9_]|[.,]\d)")
_TOKEN = re.compile(r"[^\W\d_]+|\d+|\n|[^\s\w]|_")
_WORD = re.compile(r"[^\W\d_]+")
_NEAR, _AT_PLACE, _WORDS_BEFORE, _WORDS_BEHIND = 6, (-4, -3, -2, -1, 1, 2, 3), 3, 2
_LONGEST, _SHORTENED, _STEM, _SHORT_STEM = 12, 7, 9, 4
_END = "<end>"
# Named in so many words: what stands behind these is a code, whatever else is around it.
_NAMED = re.compile(
    r"\b(?:ids?|err(?:or)?(?: ?code)?s?|event(?: ?ids?)?|codes?|fehler(?:code)?)"
    r"[ \t]{0,2}[:=#]?[ \t\"'(]{0,2}\Z",
    re.IGNORECASE,
)
_LOOKED_BACK = 20


def is_named(text: str, start: int) -> bool:
    """Whether the words before a place call what stands there a code."""
    return bool(_NAMED.search(text, max(0, start - _LOOKED_BACK), start))


def number_places(text: str) -> list[Place]:
    """Where the numbers of up to six digits stand."""
    return [match.span() for match in _NUMBER.finditer(text)]


class Surroundings:
    """What stands around each number of a text."""

    def __init__(self, scene: Scene, sure: Sequence[Place]) -> None:
        """`sure`: where codes stand that were read already."""
        self._scene = scene
        self._sure = sure
        found = [(_shape(match[0]), match.start()) for match in _TOKEN.finditer(scene.text)]
        self._tokens = [shape for shape, _ in found]
        self._at = {start: index for index, (_, start) in enumerate(found)}

    def of(self, place: Place) -> frozenset[str]:
        """What is to be said of the number at `place`, each by a name of its own."""
        others = [sure for sure in self._sure if sure != place]
        signs = (f"sign {sign}" for sign in evidence(self._scene, place, others))
        return frozenset((*self._of_number(place), *self._of_tokens(place), *self._of_words(place), *signs))

    def _of_number(self, place: Place) -> Iterator[str]:
        number = self._scene.text[slice(*place)]
        known = "known" if self._scene.known(number) else "open"
        yield from (f"digits {len(number)}", known, f"{known} {len(number)}")
        yield from (f"used by {use}" for use in used_by(int(number)))
        yield from ("year",) * is_year(int(number))
        yield from ("round",) * number.endswith("0")
        yield from ("hundreds",) * number.endswith("00")

    def _of_tokens(self, place: Place) -> Iterator[str]:
        text, (start, end) = self._scene.text, place
        at = self._at[start]
        yield from (f"at {step}: {self._token(at + step)}" for step in _AT_PLACE)
        yield from (f"near: {self._token(at + step)}" for step in range(-_NEAR, _NEAR + 1) if step)
        spaced = text[start - 1 : start].isspace(), text[end : end + 1].isspace()
        yield f"spaced {spaced[0]:d}{spaced[1]:d}"
        yield f"marks before: {_marks(text[max(0, start - 4) : start])}"
        yield f"marks behind: {_marks(text[end : end + 4])}"

    def _of_words(self, place: Place) -> Iterator[str]:
        text, (start, end) = self._scene.text, place
        first = text.rfind("\n", 0, start) + 1
        line = text[first:end] + text[end:].partition("\n")[0]
        yield from (f"line: {word[:_STEM]}" for word in _WORD.findall(line.lower()) if len(word) > 2)
        before = _WORD.findall(text[max(0, start - 80) : start].lower())[-_WORDS_BEFORE:][::-1]
        behind = _WORD.findall(text[end : end + 60].lower())[:_WORDS_BEHIND]
        for side, words in (("before", before), ("behind", behind)):
            yield from (f"word {back} {side}: {word[:_LONGEST]}" for back, word in enumerate(words))
            yield from (f"stem {side}: {word[:_SHORT_STEM]}" for word in words)
        yield from (f"ending before: {word[-_SHORT_STEM:]}" for word in before[:1])

    def _token(self, at: int) -> str:
        return self._tokens[at] if 0 <= at < len(self._tokens) else _END


def _shape(token: str) -> str:
    """A token as it counts: a number by how many digits it has, a long word by how it begins."""
    if token.isdigit():
        return f"#{min(len(token), 6)}"
    return token.lower() if len(token) <= _LONGEST else token.lower()[:_SHORTENED]


def _marks(text: str) -> str:
    """The marks of a short text, its letters and digits told by their kind alone."""
    return re.sub(r"[a-z]+", "a", re.sub(r"[A-Z]+", "A", re.sub(r"\d+", "0", text)))


@dataclass(frozen=True, slots=True)
class SurroundingsModel:
    """A logistic model over what stands around a number."""

    intercept: float
    weights: Mapping[str, float]

    def log_odds(self, surroundings: frozenset[str]) -> float:
        """The logarithm of the odds that a number in these surroundings is a code."""
        return self.intercept + sum(self.weights.get(one, 0.0) for one in sorted(surroundings))

    def to_json(self) -> str:
        """The model as JSON; `from_json` reads it back."""
        weights = {name: round(weight, 2) for name, weight in sorted(self.weights.items())}
        told = {"intercept": round(self.intercept, 2), "weights": {n: w for n, w in weights.items() if w}}
        return json.dumps(told, indent=0, ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> SurroundingsModel:
        """Read what `to_json` wrote."""
        told = json.loads(text)
        return cls(told["intercept"], told["weights"])


@cache
def load_surroundings() -> SurroundingsModel:
    """The shipped model."""
    return SurroundingsModel.from_json(WEIGHTS.read_text("utf-8"))
