"""Papers, places and parts of monitoring that have numbers of their own, by their words in many languages."""

from __future__ import annotations

import pytest

from assistant.codes.finding.numbered_things import is_of_numbered


@pytest.mark.parametrize(
    "before",
    [
        "our quotation ",
        "Wartungsvertrag Nr. ",
        "le devis n° ",
        "il preventivo ",
        "presupuesto: ",
        "offerte ",
        "faktura #",
        "nabídku ",
        "Prozess-ID ",
        "Id. de proceso: ",
        "ID du thread : ",
        "dashboard id ",
        "blobs ",
    ],
)
def test_behind_its_word_a_number_is_that_of_the_thing(before: str) -> None:
    assert is_of_numbered(f"{before}30111", len(before))


@pytest.mark.parametrize(
    "before",
    [
        "der Sicherungsauftrag ",
        "Sicherungsvorgang ",
        "eine Störung ",
        "en ce cas ",
        "ID de evento: ",
        "ID d'erreur : ",
        "the push hits ",
        "Meldung ",
        "l'offre est bonne, ",
        "quotation sent, then ",
        "it is about the contract. ",
    ],
)
def test_what_fails_or_tells_owns_no_number(before: str) -> None:
    assert not is_of_numbered(f"{before}30111", len(before))
