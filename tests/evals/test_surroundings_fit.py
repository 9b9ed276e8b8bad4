"""Fitting the model of what stands around a number."""

from __future__ import annotations

from pathlib import Path

from evals.surroundings import Example, fit, read_examples, report


def test_each_number_of_a_text_is_an_example(labelled_text: Path) -> None:
    assert [one.is_code for one in read_examples(labelled_text)] == [True, True, False]


def test_what_is_seen_too_rarely_gets_no_weight() -> None:
    examples = [
        *(Example(frozenset({"told", f"rare {n}"}), is_code=True) for n in range(9)),
        *(Example(frozenset({"room"}), is_code=False) for _ in range(9)),
    ]

    model = fit(examples, least_seen=5)

    assert set(model.weights) == {"told", "room"}
    assert model.log_odds(frozenset({"told"})) > 0 > model.log_odds(frozenset({"room"}))


def test_a_set_is_told_by_a_model_that_was_fitted_without_it() -> None:
    told = [Example(frozenset({"told"}), is_code=True), Example(frozenset({"room"}), is_code=False)] * 9
    other = [Example(frozenset({"told"}), is_code=False)] * 2

    lines = report({"a": told, "b": told, "odd": other})

    assert "| odd | 2 | 0 | 2 | 0 |" in lines
