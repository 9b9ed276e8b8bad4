"""Fitting the models that numbers are weighed by."""

from __future__ import annotations

from pathlib import Path

from evals.fit_weighing import Row, fit, fit_around, read_examples, report, rows_among, rows_unseen


def row(name: str, *, is_code: bool) -> Row:
    """A number of which one thing is said."""
    return Row({name: 1.0}, is_code)


def test_each_number_of_a_text_is_labelled(labelled_text: Path) -> None:
    (example,) = read_examples(labelled_text)

    assert list(example.are_codes) == [True, True, False]
    assert [example.text[slice(*number.place)] for number in example.numbers] == ["43", "3106", "12"]


def test_what_is_seen_too_rarely_gets_no_weight() -> None:
    rows = [
        *(Row({"told": 1.0, f"rare {n}": 1.0}, is_code=True) for n in range(9)),
        *(row("room", is_code=False) for _ in range(9)),
    ]

    model = fit(rows, strength=0.5, least_seen=5)

    assert set(model.weights) == {"told", "room"}
    assert model.log_odds({"told": 1.0}) > 0 > model.log_odds({"room": 1.0})


def test_a_set_is_seen_through_a_model_that_was_fitted_without_it(labelled_text: Path) -> None:
    examples = read_examples(labelled_text) * 12
    sets = {"a": examples, "b": examples}

    rows = rows_unseen(sets, ["b"])

    assert list(rows) == ["b"]
    assert rows["b"] == rows_among(examples, fit_around(examples))


def test_a_set_is_told_by_a_model_that_was_fitted_without_it() -> None:
    told = [row("told", is_code=True), row("room", is_code=False)] * 60
    odd = [row("told", is_code=False)] * 2

    assert "| odd | 2 | 0 | 2 | 0 |" in report({"a": told, "b": told, "odd": odd})
