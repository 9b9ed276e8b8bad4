"""Moving on from the step talked of before."""

from __future__ import annotations

import pytest

from assistant.decisions.guide import EXTRACT, INSTALL, NETWORK
from assistant.specialists import screens
from assistant.understanding.read import read_question


def moved(query: str, text: str, section: str = INSTALL.section, **facts: str) -> str:
    before = {"specialist": "guide", "sections": [section], "query": query, **facts}
    finding = screens.consult(read_question(text, before))
    return screens.reached(finding) if finding else ""


@pytest.mark.parametrize(
    ("query", "text", "key"),
    [
        ("I sit at Security Settings, typed it", "clicked next, now what?", "microsoft update"),
        ("first Welcome, then the SQL Settings page", "done. what comes now", "installation settings"),
        ("vault credentials are in", "ok, next?", "encryption setting"),
        ("the dashboard is open", "and now?", "backup"),
        ("I pressed Extract", "what happens next", "finish"),
        ("credentials are picked", "it's done. what's next", "encryption setting"),
        ("prereq checks passed", "ok, now?", "sql settings"),
        ("Download is greyed out", "I checked that field, it is active. and then?", "portal download"),
        ("download the vault credentials", "did so and got the file. what's next?", "vault identification"),
        ("we see the Encryption Setting page", "made one up and printed it. next?", "status"),
        ("how is it unpacked", "all extracted now, what next", "finish"),
        ("setup asks for SQL", "picked a new instance. next page?", "installation settings"),
    ],
)
def test_the_step_behind_the_one_named_last(query: str, text: str, key: str) -> None:
    assert moved(query, text) == key


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("Security Settings", "and what must the password look like"),
        ("Security Settings", "what about the firewall then"),
        ("Security Settings", "is it long"),
        ("Prerequisite Checks lists two", "fixed both. next?"),  # the same check again
        ("Security Settings", "I entered it twice. why does the page reject it?"),
        ("Security Settings", "is extracted the right word? what next"),
        ("how big is the vault's limit", "and now?"),
    ],
)
def test_anything_else_that_is_asked_is_left_alone(query: str, text: str) -> None:
    assert moved(query, text) == ""


def test_what_was_no_step_of_setup_has_no_next_one() -> None:
    assert moved("Welcome", "what now", NETWORK.section) == ""
    assert moved("Welcome", "what now", specialist="limits") == ""


def test_it_goes_on_from_the_step_it_moved_to() -> None:
    before = {"specialist": screens.NAME, "sections": [EXTRACT.section], screens.NAME: "finish"}
    finding = screens.consult(read_question("and then?", before))
    assert finding is not None
    assert screens.reached(finding) == "setup"
    last = {**before, screens.NAME: "status"}
    assert screens.consult(read_question("and then?", last)) is None


def test_a_first_message_is_no_step_on() -> None:
    assert screens.consult(read_question("what now")) is None
    assert screens.consult(read_question("we rebooted. what now?")) is None
    assert screens.consult(read_question("opened it, only the dashboard is shown. what now?")) is None


def test_a_first_message_may_report_a_step_itself() -> None:
    finding = screens.consult(read_question("setup.exe has started, what now?"))
    assert finding is not None
    assert screens.reached(finding) == "launch"
