"""Which sentences and steps of a passage are told."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from assistant.specialists.passages.guide_units import Unit, is_of_whole, within

if TYPE_CHECKING:
    from assistant.retrieval.retriever import Retrieved


def _units(scores: list[float]) -> list[Unit]:
    """A lead-in and steps of ten words each, with their scores."""
    passage = cast("Retrieved", None)  # its text is in the units
    texts = ["In this order:", *(f"{n}. " + "word " * 9 + "end." for n in range(1, len(scores)))]
    return [
        Unit(text, passage, at, score) for at, (text, score) in enumerate(zip(texts, scores, strict=True))
    ]


def test_a_step_that_stands_out_is_told_without_those_before_it() -> None:
    told = within(_units([0.1, 0.1, 0.1, 0.9, 0.1]), 30)

    assert [unit.index for unit in told] == [0, 3, 4]


def test_a_list_that_is_asked_for_as_a_whole_begins_with_its_first_step() -> None:
    units = _units([0.9, 0.1, 0.1, 0.8, 0.1])

    assert is_of_whole(units)
    assert [unit.index for unit in within(units, 30)] == [0, 1, 2]
