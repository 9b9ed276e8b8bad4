"""What holds apart from the table in the first 15 days of an outage, told first where it is asked for."""

from __future__ import annotations

import pytest

from assistant.specialists.states import connectivity
from assistant.understanding.read import read_question


def first(text: str) -> str:
    (finding,) = connectivity.consult(read_question(text))
    return finding.statements[0].text


@pytest.mark.parametrize(
    ("text", "beginning"),
    [
        ("offline for 6 days, deprovisioned today: is the data in azure safe?", "No. Backup data in Azure"),
        ("3 days no link, subscription deprovisioned. are our vault points lost?", "Yes. Backup data in"),
        ("2 days offline, sub expired: will the scheduled backups run?", "No. Scheduled backups don't"),
    ],
)
def test_it_is_told_first(text: str, beginning: str) -> None:
    assert first(text).startswith(beginning)


@pytest.mark.parametrize(
    "text",
    [
        "offline for 6 days, deprovisioned: can I restore from disk?",
        "2 days offline, sub expired: restore from azure?",
        "3 days offline, deprovisioned, is the local data safe?",
    ],
)
def test_what_the_table_is_silent_on_stays_first_elsewhere(text: str) -> None:
    assert first(text).startswith("The guide doesn't say what happens in the first 15 days")
