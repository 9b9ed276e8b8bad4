"""Whether a message in the talk on an error is rather for a decision table.

It is where it names what a table decides and the entry says nothing of: a product in a version, a size of
machine, an amount to reckon with, an operation in the state that the error tells.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.answer import Finding, Statement
from assistant.codes.entries import ErrorEntry
from assistant.decisions.expressions.patterns import lazy
from assistant.specialists import limits, network, prerequisites
from assistant.specialists.states import connectivity
from assistant.table_answers import TELLING, is_settled
from assistant.table_answers import settled as settled_by_any
from assistant.understanding.product.products import find_bare_versions, find_pack
from assistant.understanding.read import read_question
from assistant.understanding.reading import Product, QuestionKind, Reading
from assistant.understanding.turns.followup import is_argument
from assistant.understanding.turns.pronouns import ACTING

_STATES = frozenset({"connectivity", "subscription"})
_OF_ERROR = lazy(
    r"\b(?:errors?|alerts?|codes?|fix(?:e[sd])?|steps?|problem|issue|cause[sd]?|happens?|occurs?"
    r"|reasons?|affect(?:s|ed)|same)\b"
)

_ASKS_CAUSE = lazy(
    r"\b(?:the|a|this|that|its|your) (?:\w+ )?(?:cause|reason|culprit)\b|\bcaus(?:es?|ing)\b|\bsame\W*$"
)

# What is told may be the cause: "A1 is our size, could that be why?".
_BECAUSE = lazy(
    r"\W*(?:(?:and|so)\s+)?(?:could|can|might|may|is|was)\s+(?:that|this|it)\s+(?:be\s+)?"
    r"(?:why|the (?:reason|cause|problem)|because of (?:that|it))\W*$"
)
_OPENED = lazy(r"\b(?:firewalls?|ports?|inbound|outbound|allow)\b")


def error_words(text: str) -> bool:
    """Whether `text` speaks of an error, or of what is done about one."""
    return bool(_OF_ERROR().search(text))


def names_case(reading: Reading, entry: ErrorEntry) -> bool:
    """Whether `reading` names a case that a table decides, and nothing of the error."""
    if reading.fault:
        return False
    if reading.operations and reading.carries(*_STATES):
        return is_settled(reading)
    if _OF_ERROR().search(reading.plain) or ACTING().search(reading.plain):
        return False
    alone = read_question(reading.text)
    found = settled_by_any(alone)
    if find_pack(alone.plain) is not None and alone.products:
        return True
    if not found:
        return False
    if bare := find_bare_versions(alone.plain):
        return not _is_in(bare, entry)
    if found[0].status not in TELLING:
        return False
    of_state = found[0].specialist == connectivity.NAME and (alone.subscription or alone.connectivity)
    reckoned = found[0].specialist == limits.NAME and alone.amounts("size")
    return bool(alone.vm_sizes or of_state or reckoned or not _is_in(alone.products, entry))


def table_answers(
    reading: Reading, entry: ErrorEntry, settled: Callable[[Reading], Sequence[Finding]]
) -> bool:
    """Whether a table settles the question by its own words, or by the state that the error tells.

    A fact that is told belongs to the error, and so does what to let through where the entry tells that.
    """
    if _ASKS_CAUSE().search(reading.plain) or is_argument(reading.plain):
        return False
    if only_tells(reading) and not (reading.subscription or reading.connectivity):
        return False
    alone = settled(read_question(reading.text, {}))
    if alone and alone[0].specialist == network.NAME and _OPENED().search("\n".join(entry.resolution)):
        return False
    governed = bool(entry.table) and bool(alone) and alone[0].specialist == connectivity.NAME
    if alone and alone[0].status == "answered" and (governed or not reading.fault):
        return True
    of_state = settled(reading) if reading.carries(*_STATES) else ()
    return bool(of_state) and of_state[0].status in TELLING


def objection(reading: Reading) -> Statement | None:
    """What a table has against a fact that is told of the case: "SQL runs on another server"."""
    told = _BECAUSE().sub("", reading.text)
    text = f"{told}, ok?" if told != reading.text else reading.text
    found = settled_by_any(read_question(text)) if text != reading.text or only_tells(reading) else ()
    if not found or found[0].specialist != prerequisites.NAME:
        return None
    said = found[0].statements[0]
    return replace(said, text=said.text.removeprefix("No. ")) if said.text.startswith("No.") else None


def only_tells(reading: Reading) -> bool:
    """Whether something is told rather than asked: behind an error, that is a fact of its case."""
    return reading.kind is QuestionKind.STATEMENT and "?" not in reading.text


def _is_in(products: Sequence[Product], entry: ErrorEntry) -> bool:
    """Whether none of the products is told in a version that the entry doesn't name."""
    causes = (cause.text for cause in entry.causes)
    said = " ".join([entry.title, entry.symptom, *causes, *entry.resolution, entry.note])
    return all(product.version in said for product in products)
