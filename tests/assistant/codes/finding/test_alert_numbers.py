"""Numbers of alerts themselves."""

from __future__ import annotations

import pytest

from assistant.codes.finding.alert_numbers import is_of_alert
from assistant.codes.finding.cue_words import find_cued


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Grafana alert #3106", True),
        ("alert #3106 (P2)", True),
        ("alert #3106 again", False),
        ("alertId: 3106, errorCode: 52", True),
        ("alertId: 3106, retries: 52", False),
        ("Original problem ID: 3106", True),
    ],
)
def test_what_sends_or_keeps_an_alert_numbers_it(text: str, expected: bool) -> None:
    matches = [match for match in find_cued(text) if match["number"] == "3106"]
    told = [is_of_alert(match, text[: match.start("cue")], match["cue"].lower()) for match in matches]

    assert any(told) is expected
