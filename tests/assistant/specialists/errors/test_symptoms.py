"""Symptoms told without a code, over the shipped index."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.codes.specialist import TABLE
from assistant.specialists.errors import symptoms


def entries(assistant: Assistant, question: str) -> list[str]:
    """The entries of the error reference that an answer tells."""
    return [verdict.rule for verdict in assistant.ask(question).verdicts if verdict.table == TABLE]


@pytest.mark.parametrize(
    ("question", "entry"),
    [
        ("our file server got a new hostname and azure backup stopped", "mabs-230006"),
        (
            "mailboxes of some people don't show up when we browse exchange recovery points",
            "msg-exchange-mailboxes-missing",
        ),
        ("SharePoint logs are never truncated", "msg-sharepoint-logs-not-truncated"),
        ("Unable to configure protection, only for the sql machine", "msg-unable-to-configure-protection"),
        ("hidden oem partition is active and the ASR writer fails", "event-12290-vss"),
        ("the View menu of the console has its entries twice", "msg-console-menu-twice"),
        (
            "MARS setup stops on Windows Server 2008 R2:\nDependent Assembly Microsoft.VC90.CRT is missing",
            "event-33-sidebyside",
        ),
        (
            "new SQL databases get into the first server's group, the second server ignores them",
            "msg-sql-auto-protection-secondary",
        ),
    ],
)
def test_a_symptom_is_answered_from_its_entry_even_beside_a_table(
    shipped_assistant: Assistant, question: str, entry: str
) -> None:
    assert entry in entries(shipped_assistant, question)


@pytest.mark.parametrize(
    "question",
    [
        "subscription expired, server still online. does disk backup run?",
        "is SQL Server 2016 protected?",
        "which screen asks for the scratch location?",
        "how large is the installer download?",
        "printer does not print in colour",
        "repaired the failed prerequisites, does setup start over?",
        "minecraft server keeps lagging",
        "alert: the server is online, sub reads anything but Active, request: a restore from disk. ok y/n?",
    ],
)
def test_what_tables_and_guide_answer_stays_theirs(shipped_assistant: Assistant, question: str) -> None:
    assert entries(shipped_assistant, question) == []


@pytest.mark.parametrize(
    ("question", "known"),
    [
        ("can we use BitLocker for the disks with the backups?", "locked by BitLocker"),
    ],
)
def test_what_is_planned_is_no_fault_and_an_entry_stands_behind_the_silence(
    shipped_assistant: Assistant, question: str, known: str
) -> None:
    answer = shipped_assistant.ask(question)
    assert answer.status == "abstained"
    assert answer.text.startswith("**The guide does not")
    assert "In the error reference there is" in answer.text
    assert known in answer.text


@pytest.mark.parametrize(
    ("question", "known"),
    [
        ("can I put the scratch on a compressed folder", "cache folder has attributes"),
        ("may setup install to a mapped drive, H: is refused", "removable or a network share"),
    ],
)
def test_a_likely_entry_goes_before_the_silence_of_the_guide(
    shipped_assistant: Assistant, question: str, known: str
) -> None:
    answer = shipped_assistant.ask(question)
    assert answer.status in {"partial", "answered"}
    assert known in answer.text.lower()


@pytest.mark.parametrize(
    ("question", "entry"),
    [
        (
            "the last AD system state is beyond the tombstone lifetime, still of use?",
            "msg-ad-backup-shelf-life",
        ),
        ("the classification job of the file server removed all our shadow copies", "msg-classification"),
    ],
)
def test_an_entry_far_ahead_of_others_is_told_to_what_sounds_like_no_fault(
    shipped_assistant: Assistant, question: str, entry: str
) -> None:
    assert entries(shipped_assistant, question)[0].startswith(entry)


def test_an_answer_to_a_symptom_is_short(shipped_assistant: Assistant) -> None:
    answer = shipped_assistant.ask("invalid vault credentials, the antivirus may be in the way")

    assert len(answer.text.split()) <= 190  # with its marks of citation
    assert "antivirus" in answer.text


def test_abbreviations_of_administrators_are_understood(shipped_assistant: Assistant) -> None:
    assert entries(shipped_assistant, "vault creds rejected, is it the av?") == ["mabs-34513"]


@pytest.mark.parametrize(
    "text",
    [
        "error 977123: the vault credentials file is rejected at registration",
        "the replica on SQL07 has become inconsistent (ID 977123)",
        "can't reach the protection agent (error ID: 977123)",
    ],
)
def test_beside_an_unknown_code_the_words_are_told_as_what_they_could_mean(
    shipped_assistant: Assistant, text: str
) -> None:
    answer = shipped_assistant.ask(text)

    assert answer.status == "abstained"
    assert "no entry for" in answer.text
    assert "Going by the words around it" in answer.text


def test_an_entry_is_told_once_for_two_questions_of_a_message(shipped_assistant: Assistant) -> None:
    answer = shipped_assistant.ask(
        "I set SessTimeout for the BMR time-out. On which machine? And do I have to restart it?"
    )

    assert answer.text.count("SessTimeout under") <= 1


def test_what_is_surely_an_entry_is_told_though_it_sounds_like_another_matter(
    shipped_assistant: Assistant,
) -> None:
    text = "The tape came back from the shelf, the changer says its label is not recognised"

    assert entries(shipped_assistant, text)[:1] == ["msg-tape-unrecognized"]


def test_a_label_alone_makes_no_tape(shipped_assistant: Assistant) -> None:
    answer = shipped_assistant.ask("the coffee machine label is not recognised by the scanner")

    assert answer.abstained


def test_a_document_that_is_told_of_is_not_asked_for(shipped_assistant: Assistant) -> None:
    text = "file server: the job that classifies documents makes the old shadow copies vanish"

    assert entries(shipped_assistant, text)[:1] == ["msg-classification-deletes-shadow-copies"]


def test_a_limit_that_was_passed_is_told_of_not_asked_for(shipped_assistant: Assistant) -> None:
    answer = shipped_assistant.ask("an alert tells that the maximum of data sources on the server is passed")
    assert "ID 32582" in answer.text


@pytest.mark.parametrize(
    "question", ["the folder holds 9000 files, any limit?", "70 servers on one MABS, ok?"]
)
def test_how_many_there_may_be_is_no_fault(shipped_assistant: Assistant, question: str) -> None:
    assert not entries(shipped_assistant, question)


def test_of_an_entry_that_is_only_the_nearest_the_message_is_asked_for(shipped_assistant: Assistant) -> None:
    report = "every second backup of FS9 ends failed, nothing in the event log"
    assert "paste the message" in shipped_assistant.ask(report).text


def test_a_message_that_nobody_kept_is_asked_for(shipped_assistant: Assistant) -> None:
    report = "the protection agent doesn't install on two servers, there was a message but I didn't save it"
    assert "paste the message" in shipped_assistant.ask(report).text


def test_the_last_night_is_nothing_lasting(shipped_assistant: Assistant) -> None:
    knowledge = shipped_assistant.knowledge
    entry = knowledge.reference().entry("mabs-100180")

    assert symptoms.held("VSS failed with a lasting error", entry, knowledge) == 1
    assert symptoms.held("VSS error last night", entry, knowledge) < 1
