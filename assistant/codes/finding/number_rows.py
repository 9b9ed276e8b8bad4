"""Numbers beside each other: in a list, told in one form, below one another, near each other by value."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from assistant.codes.finding import bare_numbers, non_code_context
from assistant.codes.finding.known_numbers import used_by
from assistant.decisions.expressions.patterns import lazy

Place = tuple[int, int]
"""Where a number begins and ends."""

IsKnown = Callable[[str], bool]
"""Whether a number as written has an entry."""

SENTENCE = lazy(r"[.!?](?=\s)|\n", flags=0)
_LINK = lazy(r"[\"')]?[ \t]+(?P<word>on|at|for|in|from|with|w/|by|of)\b", flags=0)
_NEAR = 40
_JOINED = lazy(
    r"[\"')\]]{0,2}[ \t]*(?:[,;/&+|\n]|->|→|\b(?:and|or|vs|then|plus|und)\b)?[ \t>*•-]*"
    r"(?:(?:and|or|then|also|later|after|it|that|afterwards?|a|the|finally|before|now"
    r"|sometimes)[ \t]+){0,3}"
    r"[\"'(\[#]{0,2}",
    re.IGNORECASE,
)
"""What stands between two numbers of a list."""

_FIGURES = lazy(r"(?<![\w.,:/\\-])\d{1,6}(?![\w:/\\-]|[.,]\d)", flags=0)
_STATUS = lazy(
    r"(?:ok(?:ay)?|success\w*|fail\w*|none|done|fine|passed|good|green|n/a|nothing|installed|running|healthy|online|reachable|up"
    r"|skipped|pending|complete[d]?|protected|yes|no|clean)|-+"
)
_NAME = lazy(r"\S*[A-Z\d_-]\S*", flags=0)
"""A host, a path, a time: what differs from row to row."""

_OF_KIN = 300
"""How far apart by value two numbers are at most that were given one after the other."""
_KIN_DIGITS = 4


def figures(text: str) -> list[Place]:
    """Where plain numbers stand."""
    return [match.span() for match in _FIGURES().finditer(text)]


def are_joined(text: str, one: Place, other: Place) -> bool:
    """Whether nothing but a comma or an "and" stands between two numbers."""
    first, second = sorted((one, other))
    return one != other and bool(_JOINED().fullmatch(text, first[1], second[0]))


def are_alike(text: str, one: Place, other: Place) -> bool:
    """Whether two numbers are told in one form, or with the same little word behind them in one sentence."""
    if bare_numbers.are_alike(text, one, other):
        return True
    link, same = (_LINK().match(text, place[1]) for place in (one, other))
    if one == other or link is None or same is None or link["word"] != same["word"]:
        return False
    first, second = sorted((one, other))
    return second[0] - first[1] < _NEAR and not SENTENCE().search(text, first[1], second[0])


def of_row(
    text: str, place: Place, numbers: Sequence[Place], sure: Sequence[Place], known: IsKnown
) -> Iterator[str]:
    """What the other numbers of a row say of the one at `place`: whether somebody uses them as codes."""
    row = [one for one in numbers if are_joined(text, place, one) or are_alike(text, place, one)]
    used = [one in sure or _is_used(text[slice(*one)], known) for one in row]
    if row:
        yield "row known" if all(used) else "row mixed" if any(used) else "row open"


def of_column(text: str, place: Place, known: IsKnown) -> Iterator[str]:
    """What stands in the same place of other lines that begin alike: results, other codes, other numbers."""
    cells = list(_cells_below(text, place[0]))
    if any(_STATUS().fullmatch(cell) for cell in cells):
        yield "column of results"
    if numbers := [cell for cell in cells if cell.isdecimal()]:
        yield "column known" if all(_is_used(number, known) for number in numbers) else "column open"


def of_kin(text: str, place: Place, numbers: Sequence[Place], sure: Sequence[Place]) -> Iterator[str]:
    """What numbers are that were given near the one at `place`: "build 33501" of 33461."""
    number = text[slice(*place)]
    kin = [one for one in numbers if one != place and _are_kin(number, text[slice(*one)])]
    if any(one in sure for one in kin):
        yield "kin of a code"
    elif any(non_code_context.is_named_otherwise(text, start) for start, _ in kin):
        yield "kin of a thing"
    elif kin:
        yield "kin"


def _are_kin(number: str, other: str) -> bool:
    alike = len(number) == len(other) >= _KIN_DIGITS
    return alike and abs(int(number) - int(other)) <= _OF_KIN


def _is_used(number: str, known: IsKnown) -> bool:
    return known(number) or bool(used_by(int(number)))


def form(words: str) -> str:
    """The words before a cell, with names and figures by what they are."""
    return " ".join(_NAME().sub("A", words).split())


def _cells_below(text: str, start: int) -> Iterator[str]:
    """The words of other lines before which stands what stands before `start` in its own, by its form."""
    first = text.rfind("\n", 0, start) + 1
    before = form(text[first:start])
    at = 0
    for line in text.split("\n"):
        if at != first and before:
            words = (word for word in re.finditer(r"\S+", line) if form(line[: word.start()]) == before)
            if (word := next(words, None)) is not None:
                yield word[0].strip("()[],;.:")
        at += len(line) + 1
