"""Sizes that are told of drives, rather than of the data for Azure: "D: has 50 GB", "60 GB on E:"."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.specialists.calculators.calculator_question import all_found, lazy_search
from assistant.specialists.calculators.scratch_place import UP
from assistant.understanding.amounts.figures import Told

_NOUN = r"(?:drive|disk|volume|partition|lun|ssd|hdd|nvme)"
_LETTER = r"(?<![\w:/\\])(?P<letter>[c-z])"
_DRIVE = (
    rf"(?:{_LETTER}:[\\/]?|{_LETTER.replace('letter', 'named')}[\s-]{_NOUN}"
    rf"|\b{_NOUN}(?:\s+(?P<behind>[c-z])\b:?[\\/]?)?)"
)
# What stands between a drive and its size; what a drive "holds" is data.
_IS = (
    r"\s*(?:(?:is|are|was|has|have|with|got|gives?|offers?|of|size|sized|total|only|just|about|around|roughly|some"
    r"|a|an|our|has got|temp(?:orary)?|free)\s+|[(=:,-]\s*){0,4}$"
)
_BEFORE = rf"{_DRIVE}{_IS}"
_ON = (
    r"^\s*(?:free\s+|space\s+|left\s+){0,2}(?:on|in|at)\s+(?:the\s+|our\s+|drive\s+|disk\s+|volume\s+){0,2}"
    r"(?P<letter>[c-z])\b(?!['’])"
)
# "server C: 300 GB", "we back up volume D: 2 TB": a letter by which data is told apart.
_OF_DATA = (
    r"\b(?:servers?|machines?|vms?|sites?|hosts?|boxe?s?|databases?|dbs?|cases?|options?|plans?|farms?|nodes?)\s+$"
    r"|\b(?:back(?:s|ing|ed)?[\s-]?up|protect\w*|send\w*|upload\w*|push\w*|ship\w*)\s+(?:\w+\s+){0,2}$"
    r"|\b[a-z]\s*(?:,|and|&|\+)\s*$"
)
_DATA = rf"^[^,;.?!]{{0,30}}(?:\bdata\b|{UP})|^\s*(?:to|for|into|going|planned|that|which|gets?|goes?|go)\b"
# What lies on the drives is the data: "E: 1 TB, F: 2 TB, both go to Azure".
_ALL_GO = (
    r"\b(?:all(?:\s+(?:of them|three|four|five|of it))?|both|everything|the lot|they|these)\b"
    rf"[^.;?!\d]{{0,30}}{UP}"
)
_SCRATCH_ON = (
    r"\b(?:scratch|cache)(?:\s+\w+){0,2}?\s+(?:on|in|to|at)\s+(?:the\s+|drive\s+)?(?P<letter>[a-z])\b"
)


def of_drives(text: str, told: Sequence[Told]) -> list[tuple[str, Told]]:
    """The sizes that are those of drives, each with its drive's letter, empty where none is told; none where
    no other size is left to be the data."""
    if lazy_search(_ALL_GO, text):
        return []
    ends = [*(one.start for one in told[1:]), len(text)]
    found = [
        (letter, one)
        for one, end in zip(told, ends, strict=True)
        if (letter := _drive(text[:end], one)) is not None
    ]
    return found if len(found) < len(told) else []


# A row of a table of drives, as its prose tells it: "C: 127 GB size, 12 GB free."
_FREE = r"(?:free|available)\b"
_ROW = (
    r"(?<![\w:/\\])(?P<letter>[c-z]):(?:\s+[\d.,]+\s?[kmgt]i?b\s+"
    rf"(?:size|total|capacity|used|{_FREE})[,.]){{2,4}}"
)


def of_table(text: str, told: Sequence[Told]) -> tuple[list[tuple[str, Told]], list[Told]]:
    """What is free on each drive of a table that is shown, and the sizes that aren't in it."""
    rows: list[tuple[str, Told]] = []
    rest = list(told)
    for row in all_found(_ROW, text):
        cells = [one for one in told if row.start() < one.start < row.end()]
        free = [one for one in cells if lazy_search(rf"^\s*{_FREE}", text[one.end :])]
        rows += [(row["letter"].lower(), one) for one in free[:1]]
        rest = [one for one in rest if one not in cells]
    return rows, rest


def of_scratch(text: str, drives: Sequence[tuple[str, Told]]) -> Told | None:
    """Of the drives the one that is meant for the scratch location: the only one, or that of the letter that
    stands behind its name."""
    if len(drives) == 1:
        return drives[0][1]
    named = lazy_search(_SCRATCH_ON, text)
    return next((one for letter, one in drives if named and letter == named["letter"].lower()), None)


def _drive(text: str, one: Told) -> str | None:
    """The letter of the drive whose size `one` is, empty for a drive without a letter; None for no drive."""
    if one.times > 1 or one.each:
        return None
    before, after = text[max(0, one.start - 60) : one.start], text[one.end :]
    if behind := lazy_search(_ON, after):
        return behind["letter"].lower()
    here = lazy_search(_BEFORE, before)
    if here is None or lazy_search(_DATA, after) or lazy_search(_OF_DATA, before[: here.start()]):
        return None
    return (here["letter"] or here["named"] or here["behind"] or "").lower()
