"""The lowest retention of points in Azure."""

from __future__ import annotations

import pytest

from assistant.codes.reference import load_reference
from assistant.specialists import least_retention, limits
from assistant.understanding.read import read_question
from assistant.verify import unsupported

REFERENCE = load_reference()


@pytest.mark.parametrize(
    "text",
    [
        "smallest online retention we can set for weekly?",
        "how low can yearly points in the cloud be kept",
        "azure retention for daily and monthly: minimum?",
    ],
)
def test_the_minimum_of_each_kind_is_told(text: str) -> None:
    reading = read_question(text)
    finding = least_retention.consult(reading, REFERENCE)

    assert finding is not None
    assert finding.statements[0].text.startswith("At least 7 days for daily, 4 weeks for weekly")
    assert not unsupported(finding.statements[0])
    assert not limits.consult(reading)


@pytest.mark.parametrize(
    "text",
    [
        "minimum retention on the attached disks, daily?",
        "daily points in the vault, how long until it is full?",
        "lowest retention for 12 servers with weekly points in Azure, does it fit?",
        "longest online retention for monthly points",
    ],
)
def test_other_retentions_are_left_alone(text: str) -> None:
    assert least_retention.consult(read_question(text), REFERENCE) is None
