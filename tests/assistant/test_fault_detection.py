"""An error that a message likely tells of goes before a question back and before unsure answers."""

from __future__ import annotations

import pytest

from assistant.answer import Answer
from assistant.assistant import Assistant


@pytest.mark.parametrize(
    ("message", "entry"),
    [
        (
            "the cloud agent can't take its snapshot, 'insufficient space', how much must each drive have",
            "100099",
        ),
        ("the console loses its service every few minutes and closes, which services should run?", "ID 917"),
        ("the job said 'another job is running in windows server backup', start it again by hand?", "100148"),
    ],
)
def test_an_error_is_told_rather_than_asked_back_for(
    shipped_assistant: Assistant, message: str, entry: str
) -> None:
    assert entry in shipped_assistant.ask(message).text


@pytest.mark.parametrize(
    "message",
    ["the backup went red again. fix?", "how much disk space is needed", "no internet since tuesday"],
)
def test_what_tells_of_no_error_is_still_asked_back(shipped_assistant: Assistant, message: str) -> None:
    assert shipped_assistant.ask(message).status in {"clarify", "partial"}


@pytest.mark.parametrize(
    ("message", "entry"),
    [
        ("throttling set to 5 mbit, line is full all noon anyway: QoS scheduler not enabled?", "ID 3124"),
        ("the wizard says the system state needs more room on its target, how much is that?", "ID 100153"),
        ("wizard for a new group says the storage pool has no space, i just added 2 disks", "storage pool"),
        ("vssadmin list writers has no SqlServerWriter on that box", "SqlServerWriter"),
        ("2008 R2 box: too much data in one volume for that system, azure copy refused", "ID 100073"),
    ],
)
def test_a_certain_error_goes_before_any_table(
    shipped_assistant: Assistant, message: str, entry: str
) -> None:
    assert entry in shipped_assistant.ask(message).text


@pytest.mark.parametrize(
    ("message", "table"),
    [
        ("offline for 3 weeks, subscription active. backup to disk fails, expected?", "connectivity"),
        ("the console says offline 17 days, the portal says expired. restore from disk?", "connectivity"),
        (
            "Shift: the portal doesn't show the subscription as Active, Azure is unreachable for 20 days."
            " Tell for each if we may: 1) back up to Azure 2) restore a file from disk",
            "connectivity",
        ),
        (
            "caller waits: cut off from Azure for a week, can we run an online backup to Azure?",
            "connectivity",
        ),
        ("the wizard shows 14 TB for azure. how large a scratch?", "scratch"),
    ],
)
def test_what_a_table_reads_stays_its_own(shipped_assistant: Assistant, message: str, table: str) -> None:
    assert shipped_assistant.ask(message).verdicts[0].table == table


def rules_of(answer: Answer) -> list[str]:
    """By what rules the message was read."""
    return [mention["rule"] for mention in answer.trace["understood"]["mentions"]]


@pytest.mark.parametrize(
    "message",
    [
        "our backup machine is an A3 now. all of its slots get disks of 512 GB. tell me the pool then",
        "the weekly cloud backup has grown to 14 TB. so the scratch location has to become how large",
        "cable cut three weeks ago, the subscription is active. recovery of last month's folder from disk",
        "tell me all versions of SharePoint on the list",
    ],
)
def test_what_figures_a_state_or_a_few_words_settle_needs_no_encoder(
    shipped_assistant: Assistant, message: str
) -> None:
    answer = shipped_assistant.ask(message)
    assert answer.status == "answered"
    assert answer.verdicts
    assert "encoder" not in rules_of(answer)


def test_a_fault_told_beside_figures_is_looked_into(shipped_assistant: Assistant) -> None:
    answer = shipped_assistant.ask(
        "snapshots of our 70 TB volume fail again and again. what is the most there"
    )
    assert "encoder" in rules_of(answer)


@pytest.mark.parametrize(
    "message",
    [
        "sql on another machine possible?",
        "SQL of MABS on the other box, allowed?",
        "SQL 2012 without any service pack, in or out?",
        "sub is active, the site has no internet for 3 weeks and a volume died. restore from disk fails,"
        " or is it still allowed?",
        "the scratch drive failed. how large must the new one be for 14 TB to azure?",
        "our print server has been idle since the move to the new office. may we install MABS on it?",
        "the dba of the other team runs SQL Server 2014 on a guest of the stack. is that one protected?",
    ],
)
def test_what_a_table_is_asked_in_its_own_words_needs_no_encoder(
    shipped_assistant: Assistant, monkeypatch: pytest.MonkeyPatch, message: str
) -> None:
    shipped_assistant.knowledge.retriever()

    def refused(_: str) -> None:
        pytest.fail("the encoder is asked")

    monkeypatch.setattr(shipped_assistant.knowledge, "_judged_by", refused)
    assert shipped_assistant.ask(message).verdicts
