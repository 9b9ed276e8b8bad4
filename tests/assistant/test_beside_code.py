"""What is asked beside an error code is answered after its entry, where the entry doesn't hold it."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant


@pytest.mark.parametrize(
    ("question", "entry", "beside"),
    [
        ("100042 came up. minimum length of passphrase? does MS store it?", "16 characters", "neither saves"),
        ("ID 114 what is it and can SQL 2016 be protected?", "ID 114", "SQL Server 2016 is listed"),
        ("error 998 - how many disks does an A4 take?", "ID 998", "A4 takes 16 disks"),
        ("3106 today. also for the plan: how many recovery points in a vault?", "ID 3106", "9999"),
        ("4040 stops setup, and which OS image is the VM to have", "ID 4040", "Windows Server 2012 R2"),
        (
            "ID 100050: can I restore from azure while the subscription is expired?",
            "ID 100050",
            "Restore from Azure is allowed",
        ),
        (
            "998 on FS4, and the boss also wants to know whether SQL 2014 is listed",
            "ID 998",
            "2014 is listed",
        ),
        ("ID 3106. customer also asks how many disks an A3 takes", "ID 3106", "A3 takes 8 disks"),
        ("33424, how to fix it and can the server change its domain later", "ID 33424", "new domain"),
        (
            "34514 at the vault. what is wrong with our file, and where on the portal can I get a new one",
            "ID 34514",
            "Prepare Infrastructure",
        ),
        ("998877 shows up, what is it? and must the vault be on GRS", "998877", "geo-redundant"),
    ],
)
def test_a_question_of_its_own_is_answered_too(
    shipped_assistant: Assistant, question: str, entry: str, beside: str
) -> None:
    answer = shipped_assistant.ask(question)

    assert answer.trace["consulted"][0] == "codes"
    assert entry in answer.text
    assert beside in answer.text.partition(entry)[2]


@pytest.mark.parametrize(
    "question",
    [
        "0x186D2, how do I fix it",
        "ID 3106 what does this error mean? how do I fix it?",
        "ID 100034 what is it, what causes it, how to solve it, how to verify",
        "100042: what's the min passphrase length",
        "error 114: what is the reason and what should I check",
        "ID 100050 pops up at the registration, what does it mean",
    ],
)
def test_what_asks_for_the_entry_gets_nothing_beside_it(shipped_assistant: Assistant, question: str) -> None:
    assert set(shipped_assistant.ask(question).trace["consulted"]) == {"codes"}


@pytest.mark.parametrize(
    ("question", "beside"),
    [
        ("ID 292 shows up. and is GRS or LRS to be chosen for the vault?", "geo-redundant"),
        ("ID 33494 in setup. should the vault be geo-redundant or locally redundant?", "geo-redundant"),
    ],
)
def test_a_choice_is_a_question_of_its_own(shipped_assistant: Assistant, question: str, beside: str) -> None:
    assert beside in shipped_assistant.ask(question).text


def test_a_choice_about_the_error_gets_nothing_beside_it(shipped_assistant: Assistant) -> None:
    answer = shipped_assistant.ask("ID 292. is it serious or can I ignore it?")

    assert set(answer.trace["consulted"]) == {"codes"}
