"""How likely nothing answers a question: by its words and its vector."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.understanding.answerability import AnswerabilityModel, load_answerability, words_of
from ingest.encoder import Encoder


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Why can't I?", {"why", "can't", "i", "?", "^why", "^can't", "i$", "?$"}),
        ("Can\N{RIGHT SINGLE QUOTATION MARK}t", {"can't", "^can't", "can't$"}),
        ("50 of 2016 or 1234567", {"#2", "of", "#4", "or", "#5", "^#2", "^of", "or$", "#5$"}),
        ("", set()),
    ],
)
def test_words_are_small_and_numbers_count_by_their_length(text: str, words: set[str]) -> None:
    assert words_of(text) == words


def test_words_weigh_as_much_as_the_vector_however_many_they_are() -> None:
    model = AnswerabilityModel(-1.0, np.array([2.0, 0.0], dtype=np.float32), {"price": 3.0, "disk$": -1.0})
    vector = np.array([0.5, 0.5], dtype=np.float32)

    assert model.log_odds("", vector) == pytest.approx(0.0)
    assert model.log_odds("price", vector) == pytest.approx(3.0 / 3**0.5)
    assert model.log_odds("the price of it", vector) == pytest.approx(3.0 / 8**0.5)
    assert model.log_odds("price disk", vector) == pytest.approx(2 / 6**0.5)


def test_the_model_survives_writing() -> None:
    model = load_answerability()

    again = AnswerabilityModel.from_json(model.to_json())

    assert again.words == model.words
    assert np.array_equal(again.dimensions, model.dimensions)


@pytest.mark.parametrize(
    "text",
    [
        "Did the copy job of host bern-4 finish yet?",
        "post a valid product key for Windows Server 2012",
        "How much do you charge per month for five servers?",
        "Who of your staff can I phone about the invoice?",
        "When will the next major version be released?",
    ],
)
def test_what_no_document_can_tell_is_known(text: str, encoder: Encoder) -> None:
    assert load_answerability().log_odds(text, encoder.encode_one(text)) > 1


@pytest.mark.parametrize(
    "text",
    [
        "Is a job allowed to run while the subscription is expired?",
        "how much space must be free on D: for the setup",
        "Which roles must not be on the machine?",
        "The agent on our file server is unreachable since the firewall was changed",
        "Can a lapsed subscription still restore from Azure?",
    ],
)
def test_what_the_documents_tell_is_left_alone(text: str, encoder: Encoder) -> None:
    assert load_answerability().log_odds(text, encoder.encode_one(text)) < 0


@given(st.text(max_size=200))
def test_any_text_has_odds(text: str) -> None:
    model = load_answerability()

    odds = model.log_odds(text, np.zeros(len(model.dimensions), dtype=np.float32))

    assert np.isfinite(odds)
