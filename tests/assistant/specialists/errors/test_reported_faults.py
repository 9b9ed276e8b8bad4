"""When what a table settles may still be the report of a fault."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.assistant import Assistant
from assistant.specialists.errors import reported_faults
from assistant.understanding.read import read_question
from assistant.understanding.reading import Intent


@pytest.mark.parametrize(
    "text",
    [
        "Our subscription is active, connectivity was lost 20 days ago. Is restore from Azure allowed?",
        "Subscription Expired and the server online",
        "Note for the night shift: MABS can't reach Azure since last night. Are we able to back up to disk?",
        "the server can't reach Azure since last night. Is it true that we cannot back up to disk?",
        "can I protect SQL Server 2016 at database level",
        "how much scratch space for 12 TB?",
    ],
)
def test_a_state_told_at_length_is_no_fault(text: str) -> None:
    assert not reported_faults.is_doubtful(read_question(text))


@pytest.mark.parametrize(
    "text",
    [
        "The agent on the file server crashes since we installed the update last Tuesday night.",
        "Our subscription is active and we are online since yesterday. Backup to disk crashes, why?",
        "SQL 2016 backup fails on the node",
    ],
)
def test_a_fault_or_a_bare_number_leaves_a_doubt(text: str) -> None:
    assert reported_faults.is_doubtful(read_question(text))


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("either 41 or 43, the note says", {"mabs-41", "mabs-43"}),
        ("43 for FS02", {"mabs-43"}),
        ("997 on monday, 999 today", {"mabs-997", "mabs-999"}),
        ("how much is 42 times 43", set()),
        ("42 disks and 43 servers", set()),
        ("send me 43 vouchers for the canteen", set()),
    ],
)
def test_numbers_that_nothing_else_answers_are_codes(
    shipped_assistant: Assistant, text: str, codes: set[str]
) -> None:
    verdicts = shipped_assistant.ask(text).verdicts
    assert {verdict.outcome for verdict in verdicts if verdict.table == "errors"} == codes


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        ("the cmdlet returned TRUE, the server is connected. backup refuses to run", False),
        ("the server is connected, TRUE. backup stops with a VSS writer timeout", True),
    ],
)
def test_a_connection_alone_beside_a_stopped_backup_is_no_symptom(text: str, reported: bool) -> None:
    reading = replace(read_question(text), intents={Intent.FAULT: 0.9})

    assert reported_faults.is_reported(reading) is reported


@pytest.mark.parametrize(
    "text",
    ["installed everything the check complained about, next?", "put right what was listed as missing (.NET)"],
)
def test_what_a_check_complained_about_is_repaired(text: str) -> None:
    assert reported_faults.is_repaired(read_question(text))


def test_what_still_fails_is_not_repaired() -> None:
    assert not reported_faults.is_repaired(
        read_question("fixed what it complained about, the job still fails")
    )
