"""Machines of which one message tells connections of their own."""

from __future__ import annotations

import pytest

from assistant.understanding.connection.told_machines import Told, asked_machines, is_of_other, told_machines

TWO = "MABS in Ghent is connected, the one in Bruges has been offline for 20 days. Sub active."


def told(message: str) -> Told:
    found = told_machines(message)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ("Can Ghent back up to disk?", ["MABS in Ghent"]),
        ("what runs in Bruges?", ["One in Bruges"]),
        ("what may the offline one do?", ["One in Bruges"]),
        ("may the connected server back up?", ["MABS in Ghent"]),
        ("can they back up?", ["MABS in Ghent", "One in Bruges"]),
        ("backup to disk?", ["MABS in Ghent", "One in Bruges"]),
    ],
)
def test_the_machine_asked_about_is_the_one_named_or_all_of_them(asked: str, names: list[str]) -> None:
    assert [one.name for one in asked_machines(told(f"{TWO} {asked}"))] == names


def test_what_is_told_of_another_machine_is_left_out_of_the_question() -> None:
    message = told(f"{TWO} Can Ghent back up to disk?")

    assert message.question_of(asked_machines(message)[0]) == (
        "MABS in Ghent is connected. Sub active. Can the server back up to disk?"
    )


def test_a_subscription_told_of_each_stays_with_it() -> None:
    message = told("Ghent is online, sub expired. Bruges is offline for 20 days, sub active. Backup?")

    assert [one.told[-1] for one in message.machines] == ["sub expired", "sub active"]
    assert not message.shared


def test_the_same_subscription_is_told_of_all() -> None:
    message = told("Ghent is online, sub active. Bruges is offline for 20 days, same sub. Backup?")

    assert message.shared == ["sub active", "same sub"]


def test_a_protected_machine_is_no_server_of_the_table() -> None:
    message = told("a protected file server has been offline for 20 days. MABS is connected. Backup?")

    assert [one.name for one in asked_machines(message)] == ["MABS"]


def test_the_outage_of_another_team_is_not_that_of_the_own_server() -> None:
    assert is_of_other(told("the other team's MABS is offline for 20 days. can we back up?"))
    assert not is_of_other(told("the other MABS is offline for 20 days. can the other one back up?"))


@pytest.mark.parametrize(
    "message",
    [
        "Ghent was offline for 20 days, it is connected now. Backup?",
        "the link was down for 20 days. The server is back online. Active. Backup?",
        "our router broke 3 weeks ago, since yesterday we are connected. Backup?",
        "MABS is offline for 20 days, sub expired. Restore from disk?",
        "Can MABS protect a file server?",
    ],
)
def test_one_server_in_time_is_not_two_machines(message: str) -> None:
    assert told_machines(message) is None


@pytest.mark.parametrize(
    "message",
    [
        "CHG0012345 our last contact with Azure was 6 days ago and we are offline. Can we back up?",
        "On top of that the line went dark on Monday, and MABS still has no Azure. Can we back up?",
        "Good evening team, no way to reach the vault, and Azure became unreachable from MABS. Backup?",
    ],
)
def test_several_words_on_one_outage_are_of_one_server(message: str) -> None:
    assert told_machines(message) is None


def test_a_half_of_a_time_is_no_name() -> None:
    message = "our line broke two and a half weeks ago, and nobody got it up again. sub expired. restores?"
    asked = told_machines(message)
    assert asked is None or all("two and a half weeks" in " ".join(one.told) for one in asked.machines)


def test_a_line_into_the_dc_is_no_connection_of_a_controller() -> None:
    assert (
        told_machines("the fibre to our dc was cut a month ago, sub active. does backup go to disk?") is None
    )
    assert told_machines("the dc is offline for a month, our server online, sub active. backups?") is not None
