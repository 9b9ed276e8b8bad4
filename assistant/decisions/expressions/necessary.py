"""What any match of a regular expression holds: words of which one has to stand in a text, by clauses.

Texts and words are compared as `marked` writes them: case folded, with a mark wherever a word begins or ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from re import _constants, _parser  # type: ignore[attr-defined]  # Python's own parser; no public one exists
from typing import Any

Clause = tuple[str, ...]
"""Words of which a match holds at least one."""

DIGIT = "\0"
"""Stands in a clause for any decimal digit."""

MOST_CLAUSES = 3
MOST_WORDS = 600
_MOST_MEMBERS = 16
"""Larger sets of characters tell nothing."""

MARK = "\1"
"""Stands where a word begins or ends."""

_COMMON = re.compile(
    r"an|the|of|to|for|on|in|at|by|with|from|as|is|are|was|be|been|it|its|we|our|you|your|can|do|does|have|has"
    r"|had|not|no|and|or|but|if|this|that|how|what|will|must|should|only|still|out|up|off|me|my|they|there"
    r"|servers?|azure|backup|back|disks?|mabs|vm|sql|windows"
)
"""Words that tell little: most questions have some of them."""

_LITTLE = 3
"""What they tell: no more than two letters that stand anywhere."""

_RUNS = re.compile(r"\w+|\W+")
_AS_I = str.maketrans({"\u0131": "i", "\u0307": None})
"""To expressions that ignore case, an i with a dot less or more is one."""

_REPEATS = (_constants.MAX_REPEAT, _constants.MIN_REPEAT, _constants.POSSESSIVE_REPEAT)
_ASSERTIONS = (_constants.ASSERT, _constants.ASSERT_NOT)
_NO_WIDTH = (_constants.AT, *_ASSERTIONS)
_NO_WORD = (_constants.CATEGORY_SPACE, _constants.CATEGORY_NOT_WORD)


def marked(runs: Sequence[str]) -> str:
    """A text in its runs as the words of clauses are looked for in it."""
    return f"{MARK}{MARK.join(runs)}{MARK}"


def folded(text: str) -> str:
    """`text` as letters are compared."""
    plain = text.casefold()
    return plain if plain.isascii() else plain.translate(_AS_I)


def runs_of(text: str) -> list[str]:
    """The runs of letters and of other characters that make up a text."""
    return _RUNS.findall(text)


def clauses_of(pattern: str, flags: int) -> tuple[Clause, ...]:
    """The most telling clauses that every match of `pattern` fulfils; none where there is no telling."""
    parsed = _parser.parse(pattern, flags)
    if parsed.state.flags & re.ASCII:
        return ()  # words end elsewhere there
    return tuple(_of_sequence(parsed.data, begins=False, ends=False))


def takes_room(pattern: str, flags: int) -> bool:
    """Whether no match of `pattern` is empty."""
    least: int = _parser.parse(pattern, flags).getwidth()[0]
    return least > 0


def _of_sequence(items: Any, *, begins: bool, ends: bool) -> list[Clause]:
    """The clauses of parsed items; `begins`, `ends`: no letter stands before them, or behind them."""
    wide, apart = _taken_apart(items, begins=begins, ends=ends)
    found = [clause for kind, value in items if kind is _constants.ASSERT for clause in _of_item(kind, value)]
    at = 0
    while at < len(wide):
        start, run = at, ""
        while at < len(wide) and wide[at][0] is _constants.LITERAL:
            run += folded(chr(wide[at][1]))
            at += 1
        if run:
            found.append((_with_marks(run, begins=apart[start], ends=apart[at]),))
        else:
            found += _of_item(*wide[at], begins=apart[at], ends=apart[at + 1])
            at += 1
    return _most_telling(found)


def _taken_apart(items: Any, *, begins: bool, ends: bool) -> tuple[list[Any], list[bool]]:
    """The items that take room, and of each gap before, between and behind them whether words end there."""
    wide: list[Any] = []
    apart = [begins]
    for item in items:
        kind, value = item
        sets_apart = not _is_letter(chr(value)) if kind is _constants.LITERAL else _sets_apart(item)
        apart[-1] |= sets_apart
        if kind not in _NO_WIDTH:
            wide.append(item)
            apart.append(sets_apart)
    apart[-1] |= ends
    return wide, apart


def _of_item(kind: Any, value: Any, *, begins: bool = False, ends: bool = False) -> list[Clause]:
    if kind is _constants.SUBPATTERN:
        return [] if value[1] & re.ASCII else _of_sequence(value[3].data, begins=begins, ends=ends)
    if kind is _constants.ATOMIC_GROUP:
        return _of_sequence(value.data, begins=begins, ends=ends)
    if kind is _constants.ASSERT:
        return _of_sequence(value[1].data, begins=False, ends=False)
    if kind in _REPEATS and value[0] > 0:
        return _of_sequence(value[2].data, begins=begins, ends=ends and value[1] == 1)
    if kind is _constants.BRANCH:  # the best of each branch together, the second best together ...
        branches = [_of_sequence(branch.data, begins=begins, ends=ends) for branch in value[1]]
        return [_merged(clauses) for clauses in zip(*branches, strict=False)]
    return [tuple(members)] if kind is _constants.IN and (members := list(_members(value))) else []


def _members(items: Any) -> Iterator[str]:
    """The members of a set of characters; none where they are many, or told by what they are not."""
    members: dict[str, None] = {}
    for kind, value in items:
        if kind is _constants.LITERAL:
            members[folded(chr(value))] = None
        elif kind is _constants.RANGE and value[1] - value[0] < _MOST_MEMBERS:
            members |= dict.fromkeys(folded(chr(code)) for code in range(value[0], value[1] + 1))
        elif kind is _constants.CATEGORY and value is _constants.CATEGORY_DIGIT:
            members[DIGIT] = None
        else:
            return
    if len(members) <= _MOST_MEMBERS:
        yield from members


def _sets_apart(item: Any) -> bool:
    """Whether no letter can stand next to a letter across a parsed item: "\\b", "\\s+", "(?!\\w)", "^"."""
    kind, value = item
    if kind is _constants.AT:
        return value is not _constants.AT_NON_BOUNDARY
    if kind is _constants.ASSERT_NOT:
        return len(value[1].data) == 1 and _is_any_letter(value[1].data[0])
    if kind is _constants.ASSERT:
        return _all_apart(value[1].data)
    return _is_apart(item)


def _all_apart(items: Any) -> bool:
    """Whether parsed items hold no letter, and more than nothing."""
    apart = False
    for item in items:
        if _is_apart(item):
            apart = True
        elif not _may_be_apart(item):
            return False
    return apart


def _is_apart(item: Any) -> bool:
    kind, value = item
    if kind in _NO_WIDTH:
        return _sets_apart(item)
    if kind is _constants.LITERAL:
        return not _is_letter(chr(value))
    if kind is _constants.IN:
        return _has_no_letter(value)
    if kind in _REPEATS:
        return value[0] > 0 and _all_apart(value[2].data)
    if kind is _constants.SUBPATTERN:
        return not value[1] & re.ASCII and _all_apart(value[3].data)
    return kind is _constants.BRANCH and all(_all_apart(branch.data) for branch in value[1])


def _may_be_apart(item: Any) -> bool:
    """Whether a repeated item, where it stands there at all, is without letters."""
    return item[0] in _REPEATS and _all_apart(item[1][2].data)


def _has_no_letter(members: Any) -> bool:
    if members[0][0] is _constants.NEGATE:
        return (_constants.CATEGORY, _constants.CATEGORY_WORD) in members
    return all(
        (kind is _constants.LITERAL and not _is_letter(chr(value)))
        or (kind is _constants.CATEGORY and value in _NO_WORD)
        for kind, value in members
    )


def _is_any_letter(item: Any) -> bool:
    kind, value = item
    word = (_constants.CATEGORY, _constants.CATEGORY_WORD)
    return kind is _constants.IN and value[0][0] is not _constants.NEGATE and word in value


def _is_letter(character: str) -> bool:
    return character.isalnum() or character == "_"


def _with_marks(run: str, *, begins: bool, ends: bool) -> str:
    before = MARK if begins and _is_letter(run[0]) else ""
    behind = MARK if ends and _is_letter(run[-1]) else ""
    return f"{before}{MARK.join(runs_of(run))}{behind}"


def _merged(clauses: Sequence[Clause]) -> Clause:
    """One clause that is fulfilled where any of `clauses` is: without words that hold another one."""
    words = dict.fromkeys(word for clause in clauses for word in clause)
    by_length = sorted(words, key=len)
    kept: list[str] = []
    for word in by_length:
        if not any(other in word for other in kept):
            kept.append(word)
    return tuple(kept)


def _most_telling(clauses: Sequence[Clause]) -> list[Clause]:
    telling = [clause for clause in dict.fromkeys(clauses) if len(clause) <= MOST_WORDS and _weight(clause)]
    return sorted(telling, key=lambda clause: (-_weight(clause), len(clause)))[:MOST_CLAUSES]


def _weight(clause: Clause) -> int:
    """How much a clause tells: nothing where a single letter or a space is enough for it."""
    return min(map(_weight_of, clause))


def _weight_of(word: str) -> int:
    if len(word) == 1:
        return 0 if word.isalpha() or word.isspace() else 1
    return _LITTLE if _COMMON.fullmatch(word.replace(MARK, "").strip()) else len(word)
