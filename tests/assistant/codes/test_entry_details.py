"""Details of a type that a question names, and statements that hold one."""

from __future__ import annotations

import pytest

from assistant.codes.entry_details import asked_details, held_of, last_clause, rest_of


@pytest.mark.parametrize(
    ("question", "held", "not_held"),
    [
        ("what command?", "Run `vssadmin list writers`.", "Try again."),
        ("which cmdlet", "Get-DPMCloudConnection says TRUE.", "Use pre-backup scripts."),
        ("which registry key", r"Set it under HKLM\SOFTWARE.", "Set it in the console."),
        ("is there a value to give it longer", r"Set it under HKLM\SOFTWARE.", "Set it in the console."),
        ("no change, next value?", "Set the DWORD to 8.", "Set it in the console."),
        ("what's in the log", "Read DPMRACurr.errlog.", "Look at the login."),
        ("where is it", r"In C:\Windows\Temp.", "Try again."),
        ("which service", "Restart the service.", "Restart the server."),
        ("which port", "Open TCP 135.", "Open a support request."),
        ("which group", "Add it to the group.", "Add a disk."),
        ("who must it run as", r"Give NT SERVICE\DPMRA the rights.", "Run it again."),
        ("what permission", "It needs the sysadmin role.", "It needs more space."),
        ("how long", "Wait 10 minutes.", "Wait."),
        ("which file", "Copy OBSAGENT.msi.", "Copy it."),
        ("which version", "Install the latest agent.", "Install the agent."),
        ("which addresses", "Allow *.windows.net.", "Allow it."),
        ("which query", "Run `select 1`.", "Run it."),
        ("what has to be open", "Allow *.windows.net.", "See the catalogue of 11/19/2020."),
        ("which ports must be opened", "Open TCP 135.", "Open a support request."),
        ("firewall rules", "Let 20.190.128.0/18 through.", "Look at the firewall."),
        ("which database option", "Turn AUTO_CLOSE off.", "Turn it off."),
    ],
)
def test_a_detail_is_held_by_what_shows_one_of_its_type(question: str, held: str, not_held: str) -> None:
    asked = asked_details(question)

    assert held_of(asked, held) > 0
    assert held_of(asked, not_held) == 0


def test_who_names_no_detail_asks_for_none() -> None:
    assert asked_details("still the same") == frozenset()
    assert held_of(frozenset(), "Run `vssadmin`.") == 0


def test_what_is_left_of_a_question_is_its_own_matter() -> None:
    assert rest_of("which port does the relay take").split() == ["which", "does", "the", "relay", "take"]


def test_what_is_asked_without_a_question_mark_stands_last() -> None:
    assert last_clause("guests must run, so which key on the nodes") == "which key on the nodes"
    assert last_clause("which key") == "which key"
