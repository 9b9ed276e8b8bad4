"""What the decision tables say to a reading: the first that is asked, in the order of their claims."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Mapping, Sequence

from assistant.answer import Finding
from assistant.specialists import figure_claims, limits, network, prerequisites, review, rule_strength
from assistant.specialists.matrix import either_part, matrix_queries, protection
from assistant.specialists.refusals import untold_figures
from assistant.specialists.states import connectivity
from assistant.understanding.message.question_forms import leaves_out
from assistant.understanding.reading import QuestionKind, Reading

Table = Callable[[Reading], list[Finding]]
_TABLES: tuple[Table, ...] = (
    network.consult,
    review.consult,
    connectivity.consult_case,
    limits.consult,
    connectivity.consult,
    matrix_queries.consult,
    prerequisites.consult,
    protection.consult,
)
_OWN_TABLES: Mapping[str, Table] = {
    network.NAME: network.consult,
    protection.NAME: lambda reading: matrix_queries.consult(reading) or protection.consult(reading),
    limits.NAME: limits.consult,
    connectivity.NAME: connectivity.consult,
}

_MOST_OF_SIZE = 3
_KEPT = 4

TELLING = ("answered", "partial")
"""How a finding stands that says something."""


class _Settled(threading.local):
    """What was said to the last readings: placing, parting and answering a message ask for the same ones."""

    def __init__(self) -> None:
        self.said: deque[tuple[Reading, list[Finding]]] = deque(maxlen=_KEPT)


_LAST = _Settled()


def settled(reading: Reading) -> list[Finding]:
    """What the decision tables say to a reading; empty when none of them is asked."""
    for known, said in _LAST.said:
        if known is reading:
            return [*said]
    said = _asked(reading)
    _LAST.said.append((reading, said))
    return [*said]


def _asked(reading: Reading) -> list[Finding]:
    if untold_figures.is_asked(reading):
        return []
    if said := (
        figure_claims.consult(reading)
        or rule_strength.consult(reading)
        or prerequisites.of_lost_passphrase(reading)
    ):
        return said
    for table in _in_order(reading):
        if findings := table(reading):
            return [*findings, *either_part.beside(reading, findings)]
    return []


def is_settled(reading: Reading) -> bool:
    """Whether a table answers a reading, at least in part, rather than asks back."""
    found = settled(reading)
    return bool(found) and found[0].status in TELLING


def is_one_sum(whole: Reading, parts: Sequence[Reading]) -> bool:
    """Whether a message is reckoned with as a whole, while none of its parts is settled by itself."""
    found = settled(whole) if whole.quantities or whole.amounts("size") else []
    reckoned = bool(found) and found[0].status in TELLING and found[0].specialist == limits.NAME
    return reckoned and not any(is_settled(part) and not _only_tells_size(part) for part in parts)


def _only_tells_size(part: Reading) -> bool:
    """Whether a part names a machine by its size and asks nothing of it: "A3 box"."""
    few = len(part.plain.split()) <= _MOST_OF_SIZE
    return bool(part.vm_sizes) and few and part.kind is QuestionKind.STATEMENT


def _in_order(reading: Reading) -> Sequence[Table]:
    """The tables as they are asked; what only names another thing ("and exchange?") is meant for the one
    that was asked before, and a time offline alone ("10 days") for that of the states."""
    before = _OWN_TABLES.get(connectivity.NAME if reading.outage else reading.previous.get("specialist", ""))
    return (before, *_TABLES) if before and reading.followup and leaves_out(reading.plain) else _TABLES


def is_of_connectivity(reading: Reading) -> bool:
    """Whether the connectivity table is what answers a reading, or asks back for what it lacks."""
    found = settled(reading)
    return bool(found) and found[0].specialist == connectivity.NAME
