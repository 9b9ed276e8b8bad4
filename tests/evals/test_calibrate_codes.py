"""Fitting the weights by which bare numbers are read."""

from __future__ import annotations

from pathlib import Path

from assistant.codes.weighing import WEIGHTS, score
from evals.calibrate_codes import Example, fit, read_examples


def test_each_number_is_seen_with_and_without_the_other_codes(labelled_text: Path) -> None:
    examples = read_examples(labelled_text)

    assert {(one.said[one.said.index("[") :][:6], one.is_code) for one in examples} == {
        ("[43], ", True),
        ("[3106]", True),
    }


def test_a_sign_of_codes_weighs_more_than_one_of_others() -> None:
    examples = [
        *(Example("a", "", frozenset({"told"}), is_code=True) for _ in range(9)),
        *(Example("b", "", frozenset({"noun"}), is_code=False) for _ in range(9)),
    ]

    weights = fit(examples)

    assert score({"told"}, weights) > 0 > score({"noun"}, weights)


def test_a_message_beside_a_number_speaks_for_it() -> None:
    assert WEIGHTS["fits 3"] > WEIGHTS["fits 1"] > 0 > WEIGHTS["year"]
