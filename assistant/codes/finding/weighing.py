"""Whether the numbers of a text are codes: what rules read, what stands around them, and their neighbours.

Two linear models. The first weighs what stands around each number by itself. The second weighs how sure the
first is of it, what the rules have read, and how sure the first is of the numbers that stand as it does:
below it, beside it, in the same form in another line. `python -m evals.fit_weighing` fits both to the
labelled texts.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from assistant.codes.finding.amounts import is_year
from assistant.codes.finding.known_numbers import Holder
from assistant.codes.finding.linear_model import LinearModel
from assistant.codes.finding.number_rows import Place, are_joined
from assistant.codes.finding.number_surroundings import is_named

AROUND_WEIGHTS = Path(__file__).with_name("around_weights.json")
AMONG_WEIGHTS = Path(__file__).with_name("among_weights.json")

LEAST = 0.1
"""The log-odds from which on a number is a code; chosen on development sets, as precise there as complete."""

LEAST_AROUND, LEAST_ELSE = -1.0, 1.0
"""What stands around a number that no rule took may speak against it so much at most, whatever its neighbours
are; and has to speak for it where a rule makes it something else."""

Verdict = Literal["taken", "offered", "busy", "else", "free"]
"""What the rules make of a number: a code, perhaps one, a figure that is read, something else, nothing."""

_SCALE, _FAR = 4.0, 6.0
_CELLS = "\t|;,"
_AROUND_WORDS = "([\"':,;"


@dataclass(frozen=True, slots=True)
class Number:
    """A number of a text as the rules leave it: where it stands, who has it as a code, what stands around it,
    and which way of reading took it, if one did."""

    place: Place
    verdict: Verdict
    way: str
    holder: Holder
    around: frozenset[str]


@dataclass(frozen=True, slots=True)
class Weights:
    """The two models: of what stands around a number, and of a number among the others."""

    around: LinearModel
    among: LinearModel


@cache
def load_weights() -> Weights:
    """The shipped models."""
    paths = (AROUND_WEIGHTS, AMONG_WEIGHTS)
    return Weights(*(LinearModel.from_json(path.read_text("utf-8")) for path in paths))


def weigh(text: str, numbers: Sequence[Number], weights: Weights) -> list[float]:
    """The log-odds that each of the numbers of `text` is a code."""
    around = [odds_around(number, weights.around) for number in numbers]
    odds = [weights.among.log_odds(values) for values in among(text, numbers, around)]
    return [
        one if beside >= _least_around(number) else min(one, beside, 0.0)
        for one, beside, number in zip(odds, around, numbers, strict=True)
    ]


def _least_around(number: Number) -> float:
    if number.verdict == "taken":
        return -math.inf
    return LEAST_ELSE if number.verdict == "else" else LEAST_AROUND


def odds_around(number: Number, model: LinearModel) -> float:
    """The log-odds that a number is a code by what stands around it alone."""
    return model.log_odds(dict.fromkeys(number.around, 1.0))


def among(text: str, numbers: Sequence[Number], odds: Sequence[float]) -> list[dict[str, float]]:
    """What is to be said of each number among the others; `odds`: by what stands around each of them."""
    written = [text[slice(*number.place)] for number in numbers]
    stands = [frozenset(_stands(text, number.place)) for number in numbers]
    told = []
    for at, number in enumerate(numbers):
        values = dict(_of_itself(text, number, odds[at]))
        others = [one for one in range(len(numbers)) if written[one] != written[at]]
        same = [one for one in range(len(numbers)) if one != at and written[one] == written[at]]
        joined = [one for one in others if are_joined(text, number.place, numbers[one].place)]
        values["likeliest other"] = max((odds[one] for one in others), default=-2 * _SCALE) / _SCALE
        values["others taken"] = min(3, sum(numbers[one].verdict == "taken" for one in others)) / 3
        groups = {"same": same, "joined": joined}
        for kind, _ in stands[at]:
            groups[kind] = [
                one for one in others if {form for form in stands[at] & stands[one] if form[0] == kind}
            ]
        for kind, group in groups.items():
            if group:
                values |= _of_group(kind, [numbers[one] for one in group], [odds[one] for one in group])
        told.append(values)
    return told


def _of_itself(text: str, number: Number, odds: float) -> Iterator[tuple[str, float]]:
    start, end = number.place
    digits, verdict = end - start, number.verdict
    holder = number.holder
    year = "year" if is_year(int(text[start:end])) else "no year"
    named = "named" if is_named(text, start) else "not named"
    yield from ((name, odds / _SCALE) for name in ("odds", f"odds, {verdict}", f"odds, {holder}"))
    for name in (
        *(verdict, f"{verdict} {number.way}", holder, named, f"digits {digits}", f"{holder} {digits}"),
        *(f"{verdict} {year}", f"{verdict} {digits}", f"{verdict} {named}", f"{verdict} {holder}"),
    ):
        yield name, 1.0


def _of_group(kind: str, numbers: Sequence[Number], odds: Sequence[float]) -> Iterator[tuple[str, float]]:
    """What numbers are that stand as this one does."""
    bounded = [max(-_FAR, min(_FAR, one)) / _SCALE for one in odds]
    yield kind, 1.0
    yield f"{kind}: likeliest", max(bounded)
    yield f"{kind}: least", min(bounded)
    yield f"{kind}: mean", sum(bounded) / len(bounded)
    for verdict in ("taken", "busy"):
        yield f"{kind}: {verdict}", sum(number.verdict == verdict for number in numbers) / len(numbers)


def _stands(text: str, place: Place) -> Iterator[tuple[str, str]]:
    """In which ways a number stands in its line, each with what makes others stand alike."""
    start, end = place
    first = text.rfind("\n", 0, start) + 1
    before = text[first:start]
    behind = text[end:].partition("\n")[0]
    words = before.split()
    mark = re.search(r"[^\w\s]*\s*\Z", before)
    yield (
        "behind",
        f"{_form(words[-1].strip(_AROUND_WORDS)) if words else ''} {mark[0].strip() if mark else ''}",
    )
    delimiter = next((sign for sign in _CELLS if sign in before + behind), None)
    if delimiter:
        yield "cell", f"{delimiter} {before.count(delimiter)}"
    elif "\n" in text:
        yield "word", str(len(words))
        yield "flush left", str(len(before))
        yield "flush right", str(len(before) + end - start)


def _form(word: str) -> str:
    """A word as it counts when forms are compared: numbers alike, and names with digits."""
    if word.isdigit():
        return "#"
    if any(sign.isdigit() for sign in word):
        return "a#" if any(sign.isalpha() for sign in word) else "#.#"
    return word.lower()
