"""Which commas stand between two questions."""

from __future__ import annotations

import pytest

from assistant.understanding.message.question_chains import chained


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        (
            "can you tell me how large the media is, which drive it goes to, where the log lies",
            ["can you tell me how large the media is", "which drive it goes to", "where the log lies"],
        ),
        (
            "plan for May: must the box be in a forest, who may start the wizard, and is tape allowed there",
            [
                "plan for May: must the box be in a forest",
                "who may start the wizard",
                "is tape allowed there",
            ],
        ),
        (
            "how many shelves fit in a rack, may the box stand in the hall, and which cable at least",
            [
                "how many shelves fit in a rack",
                "may the box stand in the hall",
                "which cable at least",
            ],
        ),
        (
            "is tape allowed there, does robocopy count as one",
            ["is tape allowed there", "does robocopy count as one"],
        ),
    ],
)
def test_each_question_of_a_chain_stands_alone(text: str, pieces: list[str]) -> None:
    assert chained(text) == pieces


@pytest.mark.parametrize(
    "text",
    [
        "can the box, which is offline since May, restore?",
        "is the box, where we keep the tapes, allowed to restore?",
        "does it restore, is it so?",
        "the box is offline, can it restore from tape?",
        "will it run, now that the tape is full?",
    ],
)
def test_a_clause_within_is_no_question_of_its_own(text: str) -> None:
    assert chained(text) == [text]
