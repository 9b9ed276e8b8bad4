"""A code that is told in part is asked back."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.conversation import Conversation


@pytest.mark.parametrize(
    ("report", "first"),
    [
        ("code 31x while pushing the agent, can't reach its coordinator", "ID 319"),
        ("error 331 something, no sysadmin on sql", "ID 331"),
        ("id 10005..., last digit is hidden by a sticker", "ID 10005"),
        ("0x186D? is all that the printout shows", "ID 1000"),
        ("the text is cut off behind 'ID: 5000', all backups stopped", "ID 5000"),
        ("the code was 3050 something, change tracking", "ID 3050"),
    ],
)
def test_the_whole_number_is_asked_for(shipped_assistant: Assistant, report: str, first: str) -> None:
    answer = shipped_assistant.ask(report)
    assert "What is the whole number" in answer.text
    assert answer.missing[0].choices[0].value.startswith(first)


@pytest.mark.parametrize(
    "question",
    [
        "error 3106, tried it 3x",
        "ID 41 on 2x servers",
        "error 33424 again and again",
        "error 41, 2 or 3 times a day",
        "error 41 on 2 or 3 servers",
    ],
)
def test_a_whole_number_is_told(shipped_assistant: Assistant, question: str) -> None:
    assert shipped_assistant.ask(question).trace["consulted"][0] == "codes"


def test_all_that_a_few_codes_can_be_are_named(shipped_assistant: Assistant) -> None:
    answer = shipped_assistant.ask("the printout says ID 5000-something, the corner is torn")
    named = " ".join(choice.value for choice in answer.missing[0].choices)
    assert all(f"ID 5000{digit}," in named for digit in (4, 5, 6, 8))


def test_digits_told_as_alternatives_name_each_of_the_codes(shipped_assistant: Assistant) -> None:
    answer = shipped_assistant.ask("it was error 997, 8 or 9, I forgot to write it down")
    named = sorted(choice.value.split(",")[0] for choice in answer.missing[0].choices)
    assert named == ["ID 997", "ID 998", "ID 999"]


def test_a_talk_on_something_else_is_left_for_it(shipped_assistant: Assistant) -> None:
    conversation = Conversation()
    shipped_assistant.ask("is 90 GB of scratch space enough?", conversation)
    answer = shipped_assistant.ask("alert 5000-something, the rest is cut off", conversation)
    assert "What is the whole number" in answer.text


@pytest.mark.parametrize(
    ("report", "told"),
    [
        ("'database is not present on the instance of SQL Server', number 400 something", "**ID 470**"),
        (
            "setup stops: 'a machine which has Microsoft Azure Recovery Services Agent', 33k sth",
            "**ID 33494**",
        ),
        (
            "thirty-three thousand something: 'which has Microsoft Azure Recovery Services Agent'",
            "**ID 33494**",
        ),
        ("'agent is incompatible with the version of dpm', some number in the 300s", "**ID 372**"),
        ("id in the four hundreds, 'Database not found in the SQL Server instance'", "**ID 470**"),
        ("100 thousand something: 'failed due to an internal service error' was shown", "**ID 100066**"),
    ],
)
def test_of_a_message_the_number_told_roughly_filters(
    shipped_assistant: Assistant, report: str, told: str
) -> None:
    assert shipped_assistant.ask(report).text.startswith(told)


def test_a_message_of_no_such_number_is_asked_back(shipped_assistant: Assistant) -> None:
    answer = shipped_assistant.ask("a hundred thousand something: 'invalid vault credentials provided'")
    assert "What is the whole number" in answer.text
    assert all("ID 100" in choice.value for choice in answer.missing[0].choices)


@pytest.mark.parametrize(
    "question",
    [
        "we have 400 something files on the server, can we protect them",
        "we get the same error 300 something times a day",
        "errors in the 100s per day since the update",
        "backup of 33 thousand something files fails",
        "jobs fail since friday, 400 something servers affected",
        "the number of servers is 400 something, it fails with access denied",
        "fails with 'access is denied', the drive has 400 something gb free",
    ],
)
def test_what_is_counted_is_no_code(shipped_assistant: Assistant, question: str) -> None:
    assert "What is the whole number" not in shipped_assistant.ask(question).text
