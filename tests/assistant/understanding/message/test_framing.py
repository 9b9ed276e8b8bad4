"""What stands around a question is left out; what belongs to its matter stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.assistant import Assistant
from assistant.understanding.message.framing import without_framing

QUESTION = "can it share a machine with a print server?"


@pytest.mark.parametrize(
    "before",
    [
        "Hi team, ",
        "Hello,\n\n",
        "Dear support team,\n",
        "Good morning all! ",
        "URGENT: ",
        "quick question: ",
        "just a short one - ",
        "I was wondering, ",
        "my boss wants to know: ",
        "Customer asks: ",
        "INC0048151 - ",
        "hi, urgent: ",
        "We run MABS on Azure Stack. ",
        "it's 2 am and i'm on call. ",
        "Hi all, we use Azure Backup Server here on our Azure Stack Hub.\n",
        "Can you tell me: ",
        "could someone please help me out, ",
        "do you know, ",
        "Any idea? ",
        "please tell me: ",
        "we need to know: ",
        "just checking: ",
        "my question is: ",
        "Q: ",
        "FYI, ",
        "FW: ",
        "@bot ",
        "Subject: MABS question\n\n",
        "Sorry for the dumb question, ",
        "sorry if this was asked before. ",
        "I couldn't find this in the docs: ",
        "Hope you are doing well. ",
        "1) ",
    ],
)
def test_what_stands_before_a_question_is_left_out(before: str) -> None:
    assert without_framing(before + QUESTION) == QUESTION


@pytest.mark.parametrize(
    "behind",
    [
        " thx",
        " Thanks in advance!",
        " please help",
        " please advise asap",
        "\n\nThanks,\nAnna\nBackup team",
        " We run MABS on Azure Stack.",
        " Any help is appreciated",
        " Any ideas?",
        " Please let me know.",
        " No rush.",
        " @mabs-bot",
        " :)",
        "\n\nSent from my iPhone",
    ],
)
def test_what_stands_behind_a_question_is_left_out(behind: str) -> None:
    assert without_framing(QUESTION + behind) == QUESTION


@pytest.mark.parametrize("around", ['"{}"', "“{}”", "**{}**", "`{}`", ' "{}" '])
def test_marks_around_all_of_a_question_are_left_out(around: str) -> None:
    assert without_framing(around.format(QUESTION)) == QUESTION


def test_a_question_mark_behind_thanks_stays() -> None:
    assert without_framing("restore from disk, thx?") == "restore from disk?"


def test_the_platform_at_the_end_is_left_out_where_it_is_not_asked_about() -> None:
    assert without_framing("is SharePoint 2013 covered on azure stack?") == "is SharePoint 2013 covered?"
    for asked in ("does it run on azure stack?", "which hardware versions on azure stack?"):
        assert without_framing(asked) == asked


@pytest.mark.parametrize(
    "text",
    [
        "hi",
        "hello team!",
        "thanks",
        "error thx",
        "we run 3 MABS on Azure Stack. 20 disks",
        "We run DPM on Azure Stack. same table?",
        "we run out of disk. what now",
        "Case 12345 of the vendor says 5 days, true?",
        "backup fails since monday. any ideas?",
        "1) which sizes? 2) which disks?",
        "1. which sizes?\n2. which disks?",
        '"Agent offline" and "expired"',
        "RE: case 4\nwhich sizes take 9 disks?",
        "Subject: sub expired\nrestore from disk?",
        "any ideas?",
        "can you tell me if it is covered?",
        "",
    ],
)
def test_what_tells_something_stays(text: str) -> None:
    assert without_framing(text) == text


@given(st.text(max_size=200))
def test_any_text_is_taken_and_nothing_is_added(text: str) -> None:
    assert len(without_framing(text)) <= len(text)


@pytest.mark.parametrize(
    "framed",
    [
        "Hi team, {}",
        "my manager asks: {}",
        "We run MABS on Azure Stack. {}",
        "it's 3 am and i'm on call. {}",
        "can you tell me: {}",
        "Any idea? {}",
        "@bot {}",
        "{} thanks a lot",
        "{}\n\nBest regards,\nTom",
    ],
)
@pytest.mark.parametrize(
    "question",
    [
        "who has to run the installer - rights needed?",
        "win 10 laptops?",
        "vault redundancy - which one should I click?",
    ],
)
def test_a_framed_question_gets_the_answer_of_the_bare_one(
    shipped_assistant: Assistant, framed: str, question: str
) -> None:
    assert shipped_assistant.ask(framed.format(question)).text == shipped_assistant.ask(question).text
