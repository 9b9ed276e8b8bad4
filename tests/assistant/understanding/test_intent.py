"""The intent model: shipped weights that fit the shipped encoder, and what they tell apart."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.assistant import Assistant
from assistant.conversation import Conversation
from assistant.understanding.intent import IntentModel, load_model
from assistant.understanding.reading import Intent
from ingest.encoder import Encoder


def test_the_shipped_model_knows_every_intent_and_fits_the_shipped_encoder(encoder: Encoder) -> None:
    model = load_model()

    assert set(model.intents) == set(Intent)
    assert model.weights.shape == (len(Intent), encoder.spec.dimension)
    assert model.fits(encoder.spec)
    assert model.fits(replace(encoder.spec, precision="fp32"))
    assert not model.fits(replace(encoder.spec, weights_sha256="other"))


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("The consistency check ends with access denied on every volume", Intent.FAULT),
        ("May we still restore from the vault with a lapsed subscription?", Intent.CONNECTIVITY),
        ("Does the table name SharePoint 2010?", Intent.MATRIX),
    ],
)
def test_what_is_meant_is_told_from_the_vector(text: str, intent: Intent, encoder: Encoder) -> None:
    told = load_model().probabilities(encoder.encode_one(text))

    assert max(told, key=lambda one: told[one]) is intent


@given(st.lists(st.floats(-1, 1, width=32), min_size=384, max_size=384))
def test_probabilities_sum_to_one(values: list[float]) -> None:
    told = load_model().probabilities(np.array(values, dtype=np.float32))

    assert sum(told.values()) == pytest.approx(1, abs=1e-4)


def test_a_model_reads_back_what_it_wrote() -> None:
    model = load_model()

    again = IntentModel.from_json(model.to_json())

    assert again.intents == model.intents
    assert np.allclose(again.weights, model.weights, atol=1e-3)


def test_the_report_of_a_fault_goes_to_the_error_reference_though_it_names_a_product(
    shipped_assistant: Assistant,
) -> None:
    answer = shipped_assistant.ask(
        "SharePoint farm backup stands at zero bytes since the password was changed"
    )

    assert answer.trace["consulted"] == ["codes"]
    assert any(mention["rule"] == "encoder" for mention in answer.trace["understood"]["mentions"])


def test_what_is_asked_after_an_error_is_answered_from_its_entry(shipped_assistant: Assistant) -> None:
    conversation = Conversation()
    shipped_assistant.ask("ID 33424 for a database", conversation)

    answer = shipped_assistant.ask("which account belongs into the role", conversation)

    assert answer.trace["consulted"] == ["codes"]
    assert "sysadmin" in answer.text
    assert "entry" in conversation.turns[-1].facts
