"""Mails and tickets: the question counts, who signs it and what it quotes doesn't."""

from __future__ import annotations

import pytest

from assistant.understanding.message.mails import question_of

ASKED = "How many files does the installer have?"


@pytest.mark.parametrize(
    "rest",
    [
        "\n\nKind regards,\nJane Doe\nHead of SQL Server 2019",
        "\nThanks!\nOle, Windows Server 2022 team",
        "\n-- \nEva | SharePoint 2019",
        "\nSent from my Windows 10 phone",
        "\n\n> the subscription was deprovisioned in May\n> closed",
        "\n\nOn Monday Tom wrote:\n> exchange is down",
    ],
)
def test_signatures_and_spared_quotes_are_left_out(rest: str) -> None:
    assert question_of(ASKED + rest) == ASKED


def test_the_head_of_a_mail_is_left_out() -> None:
    assert question_of(f"From: Eva\nSubject: SQL 2019\n\n{ASKED}") == ASKED


@pytest.mark.parametrize(
    "text",
    [
        "Where is this documented?\n> error 33424 on SQL01",
        "Setup failed with 4040.\n\nRegards\nTom",
        "Thanks\nis windows 2012 R2 listed in the matrix?",
        "Please help.\n\nBest regards\nTom\nPS: does it need a domain?",
        "> is SQL 2014 protected?",
        "> scratch has 30 GB\n1 TB goes to azure, will that do?",
    ],
)
def test_what_the_question_needs_stays(text: str) -> None:
    assert question_of(text) == text


def test_a_subject_line_is_a_sentence_of_its_own() -> None:
    assert (
        question_of("Re: disks\nmay a fifth be attached to A2?")
        == "Re: disks.\nmay a fifth be attached to A2?"
    )
