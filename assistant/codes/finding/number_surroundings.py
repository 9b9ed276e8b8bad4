"""What stands around a number, by which `assistant.codes.finding.weighing` tells whether it is a code.

Rules read what they were written for; people write numbers in more ways than rules foresee. So everything
beside a number is named here, words, marks, signs and its place in lines and tables, for a model to weigh.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from assistant.codes.finding.amounts import is_year
from assistant.codes.finding.code_signs import Scene, evidence
from assistant.codes.finding.known_numbers import used_by
from assistant.codes.finding.layout import Layout
from assistant.codes.finding.log_lines import line_of
from assistant.codes.finding.number_rows import Place

# A comma parts two numbers of a list, or the thousands of one.
_NUMBER = re.compile(
    r"(?<![A-Za-z0-9_.])(?<!\b\d,)(?<!\b\d\d,)(?<!\b\d\d\d,)[1-9]\d{0,5}"
    r"(?![A-Za-z0-9_]|\.\d|,\d{1,3}(?!\d))"
)
_TOKEN = re.compile(r"[^\W\d_]+|\d+|\n|[^\s\w]|_")
_WORD = re.compile(r"[^\W\d_]+")
_NEAR, _AT_PLACE, _WORDS_BEFORE, _WORDS_BEHIND = 6, (-4, -3, -2, -1, 1, 2, 3), 3, 2
_PAIRED = (-3, -2, -1, 1, 2, 3)
_CROSSED = (
    *("at -1:", "at 1:", "between:", "stem before:", "word 0 before", "word 0 behind", "line:"),
    *("marks", "sign", "stands", "first before", "key whole", "head whole"),
)
"""What is said once more for numbers of one holder, and of one length: "shows" tells more of a number that
the product's catalogue has than of any other."""

_MOST_DIGITS = 4
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
        self._layout = Layout(scene.text)

    def of(self, place: Place) -> frozenset[str]:
        """What is to be said of the number at `place`, each by a name of its own."""
        others = [sure for sure in self._sure if sure != place]
        signs = (f"sign {sign}" for sign in evidence(self._scene, place, others))
        said = {
            *self._of_number(place),
            *self._of_tokens(place),
            *self._of_pairs(place),
            *self._of_words(place),
            *self._layout.of(place),
            *signs,
        }
        return frozenset((*said, *self._crossed(place, said)))

    def _crossed(self, place: Place, said: Iterable[str]) -> Iterator[str]:
        """What is said of the number once more for its holder, and for its length."""
        number = self._scene.text[slice(*place)]
        holder = self._scene.holder(number)
        yield f"{holder} {len(number)} digits"
        for one in said:
            if one.startswith(_CROSSED):
                yield from (f"{holder}, {one}", f"{min(len(number), _MOST_DIGITS)} digits, {one}")

    def _of_number(self, place: Place) -> Iterator[str]:
        number = self._scene.text[slice(*place)]
        known = "known" if self._scene.known(number) else "open"
        yield from (f"digits {len(number)}", known, f"{known} {len(number)}", f"number {number}")
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

    def _of_pairs(self, place: Place) -> Iterator[str]:
        """What stands next to it on both sides, and with how many digits."""
        at, digits = self._at[place[0]], place[1] - place[0]
        before, behind = self._token(at - 1), self._token(at + 1)
        yield f"two before: {self._token(at - 2)} {before}"
        yield f"two behind: {behind} {self._token(at + 2)}"
        yield from (f"between: {before} {behind}", f"before {digits}: {before}", f"behind {digits}: {behind}")
        for one, other in combinations(_PAIRED, 2):
            yield f"at {one} and {other}: {self._token(at + one)} {self._token(at + other)}"

    def _of_words(self, place: Place) -> Iterator[str]:
        text, (start, end) = self._scene.text, place
        line = line_of(text, start, end).lower()
        yield from (f"line: {word[:_STEM]}" for word in _WORD.findall(line) if len(word) > 2)
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
