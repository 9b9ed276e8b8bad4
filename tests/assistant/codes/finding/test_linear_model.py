"""A linear model adds up what it knows, and is read back as it was written."""

from __future__ import annotations

from assistant.codes.finding.linear_model import LinearModel


def test_a_model_adds_up_what_it_knows() -> None:
    model = LinearModel(-1.0, {"known": 2.5, "near": 4.0})

    assert model.log_odds({}) == -1.0
    assert model.log_odds({"known": 1.0, "near": 0.25, "never seen": 9.0}) == 2.5


def test_a_model_is_read_back_without_weights_that_are_nothing() -> None:
    model = LinearModel(-1.0, {"known": 2.501, "year": -3.0, "open": 0.001})

    assert LinearModel.from_json(model.to_json()) == LinearModel(-1.0, {"known": 2.5, "year": -3.0})
