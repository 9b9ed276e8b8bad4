"""Finds error codes in questions, tickets and logs, and leaves years, sizes, ports and versions alone."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from assistant.codes.entries import CodeId
from assistant.codes.entry_fit import Fits, fits_in
from assistant.codes.finding.finder import Finder
from assistant.codes.finding.found_code import FoundCode, Known, Lines
from assistant.codes.finding.number_judge import Hit
from assistant.codes.reference import load_reference


def find_codes(text: str, known: Known | None = None, fits: Fits | None = None) -> tuple[FoundCode, ...]:
    """The codes in `text`, each once, in order of first appearance; outer and inner ones told apart.

    `known` says which codes have an entry, `fits` how much an entry shares with the text (default: those of
    the shipped reference). Never raises.
    """
    reference = load_reference()
    return _codes_in(text, known or reference.has, fits or fits_in(reference))


@lru_cache(maxsize=8)  # the rooms of one question each ask for its codes
def _codes_in(text: str, known: Known, fits: Fits) -> tuple[FoundCode, ...]:
    hits = Finder(text, known, fits).hits()
    lines = Lines(text)
    grouped: dict[CodeId, list[Hit]] = {}
    for hit in hits:
        grouped.setdefault(hit.meaning.readings[0], []).append(hit)
    found = []
    for same in grouped.values():
        sure = [hit for hit in same if not hit.candidate] or same
        found.append(_found(text, sure[0], len(sure), lines))
    return _with_roles(tuple(sorted(found, key=lambda code: code.start)))


def _found(text: str, hit: Hit, count: int, lines: Lines) -> FoundCode:
    return FoundCode(
        readings=hit.meaning.readings,
        words=text[hit.start : hit.end],
        start=hit.start,
        end=hit.end,
        line_number=lines.number(hit.start),
        line=lines.line(hit.start),
        exclusive=hit.meaning.exclusive,
        candidate=hit.candidate,
        count=count,
    )


def _with_roles(found: tuple[FoundCode, ...]) -> tuple[FoundCode, ...]:
    """Windows codes are inner ones as soon as the text holds a code of the product; events beside its IDs."""
    sure = {code.namespace for code in found if not code.candidate}
    if not sure & {"mabs", "event", "name"}:
        return found
    product = {"mabs", "name"} if "mabs" in sure else {"mabs", "event", "name"}
    return tuple(code if code.namespace in product else replace(code, role="inner") for code in found)
