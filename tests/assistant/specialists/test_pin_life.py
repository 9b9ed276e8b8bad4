"""How long a security PIN is valid."""

from __future__ import annotations

import pytest

from assistant.codes.reference import load_reference
from assistant.specialists import pin_life
from assistant.understanding.read import read_question
from assistant.verify import unsupported

REFERENCE = load_reference()


@pytest.mark.parametrize(
    "text",
    [
        "how long is the security PIN valid",
        "when does the PIN from the portal expire",
        "security pin, lifetime?",
        "how many minutes do I have to enter the pin",
        "is the security PIN still good for tomorrow",
        "how quickly must the security pin be typed in",
    ],
)
def test_the_minutes_are_told(text: str) -> None:
    finding = pin_life.consult(read_question(text), REFERENCE)

    assert finding is not None
    assert finding.statements[0].text.startswith("Five minutes")
    assert not unsupported(finding.statements[0])


@pytest.mark.parametrize(
    "text",
    [
        "where do I generate the security PIN",
        "the security pin is refused, how long does the retry take",
        "how long are the vault credentials valid",
        "how long is deleted data kept without a PIN",
    ],
)
def test_other_questions_are_left_alone(text: str) -> None:
    assert pin_life.consult(read_question(text), REFERENCE) is None
