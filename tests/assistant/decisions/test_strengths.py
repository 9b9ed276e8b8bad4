"""How binding the rules are."""

from __future__ import annotations

import pytest

from assistant.decisions.readiness import prerequisites as items
from assistant.decisions.readiness.checks import Prerequisite
from assistant.decisions.strengths import CORES_AND_MEMORY, strength_of


@pytest.mark.parametrize(
    ("item", "asked", "opening"),
    [
        (items.EXTRACTION, "which", "It is a requirement"),
        (items.EXTRACTION, "must", "Yes. It is a requirement"),
        (items.EXTRACTION, "advice", "No. It is a requirement"),
        (items.EXTRACTION, "breaks", "No. It is a requirement"),
        (items.LOCAL_RETENTION, "must", "No. It is a recommendation"),
        (items.LOCAL_RETENTION, "advice", "Yes. It is a recommendation"),
        (items.LOCAL_RETENTION, "breaks", "It is a recommendation"),
        (items.CACHE_DRIVE, "must", "No. It is a possibility"),
        (items.CACHE_DRIVE, "advice", "It is a possibility"),
        (items.DEDICATED, "must", "It is a recommendation"),
        (CORES_AND_MEMORY, "which", "It is a recommendation"),
    ],
)
def test_each_strength_in_the_sense_of_the_question(item: Prerequisite, asked: str, opening: str) -> None:
    result = strength_of(item, asked)
    assert result.headline.startswith(opening)
    assert result.outcome == str(item.strength)
    assert result.rules[0].strength is item.strength


def test_what_goes_with_a_rule() -> None:
    assert "no technical limit" in strength_of(items.LOCAL_RETENTION).caveats[0]
    assert "domain controller" in strength_of(items.DEDICATED).caveats[0]
    assert not strength_of(items.SCRATCH).caveats
