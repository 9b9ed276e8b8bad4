"""When what a table settles may still be the report of a fault."""

from __future__ import annotations

import pytest

from assistant.specialists import faults
from assistant.understanding.read import read_question


@pytest.mark.parametrize(
    "text",
    [
        "Our subscription is active, connectivity was lost 20 days ago. Is restore from Azure allowed?",
        "Subscription Expired and the server online",
        "can I protect SQL Server 2016 at database level",
        "how much scratch space for 12 TB?",
    ],
)
def test_a_state_told_at_length_is_no_fault(text: str) -> None:
    assert not faults.is_doubtful(read_question(text))


@pytest.mark.parametrize(
    "text",
    [
        "The agent on the file server crashes since we installed the update last Tuesday night.",
        "Our subscription is active and we are online since yesterday. Backup to disk crashes, why?",
        "SQL 2016 backup fails on the node",
    ],
)
def test_a_fault_or_a_bare_number_leaves_a_doubt(text: str) -> None:
    assert faults.is_doubtful(read_question(text))
