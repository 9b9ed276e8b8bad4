"""What a cue makes of the number beside it."""

from __future__ import annotations

import pytest

from assistant.codes.finding.cue_words import find_cued
from assistant.codes.finding.cues import cue_of


@pytest.mark.parametrize(
    "text",
    [
        "Opsgenie alert #3106, disk low",
        "alert #3106 (P1)",
        "event #3106 resolved",
        "AlertId = 3106, ErrorCode = 30111",
        "WARNING: 1 event in the log",
        "Error state: 1",
        "Original problem ID: 3106",
    ],
)
def test_numbers_of_alerts_and_counts_are_no_codes(text: str) -> None:
    matches = [match for match in find_cued(text) if match["number"] in ("3106", "1")]

    assert [cue_of(match) for match in matches] == [None] * len(matches)
    assert matches


@pytest.mark.parametrize(
    "text",
    [
        "alert #3106 comes daily",
        "AlertId = 3106, ErrorCode = 0x80070005",
        "WARNING: 3106",
        "Problem: ID 3106",
    ],
)
def test_an_alert_of_the_product_is_one(text: str) -> None:
    assert cue_of(next(match for match in find_cued(text) if match["number"] == "3106")) is not None


def test_an_event_with_its_source_and_log_may_be_short() -> None:
    cue = cue_of(next(find_cued("Event 5, Backup, Microsoft-Windows-Backup/Operational")))

    assert cue is not None
    assert cue.strong
