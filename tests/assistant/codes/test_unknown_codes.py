"""What is said of codes, names and tickets that there is no entry for."""

from __future__ import annotations

import pytest

from assistant.codes.reference import load_reference
from assistant.codes.specialist import consult
from assistant.codes.unknown_codes import unknown_name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("MABS-ERR-2291Z popped up", "MABS-ERR-2291Z"),
        ("error E-4711X in the wizard", "E-4711X"),
        ("what does BKP_ERR_7781 mean", "BKP_ERR_7781"),
        ("it says CBPSourceWhateverBroken", "CBPSourceWhateverBroken"),
    ],
)
def test_a_name_made_like_an_error_is_said_to_be_unknown(text: str, name: str) -> None:
    finding = unknown_name(text, load_reference())

    assert finding is not None
    assert finding.status == "abstained"
    assert f"I have no entry for {name}" in finding.statements[0].text


def test_a_ticket_is_no_error_code() -> None:
    finding = unknown_name("our ticket is INC0099812, what error is that?", load_reference())

    assert finding is not None
    assert finding.status == "abstained"
    assert "number of a ticket" in finding.statements[0].text


@pytest.mark.parametrize(
    "text",
    [
        "INC0099812 is still open, can I restore from disk?",
        "host MABS-HQ-02 is offline",
        "the E-mail of SRV-E2016",
    ],
)
def test_names_of_other_things_are_none(text: str) -> None:
    assert unknown_name(text, load_reference()) is None


def test_a_number_with_an_entry_in_another_namespace_only_is_answered_from_there() -> None:
    finding = consult("event 10048 says the agent port is taken, dpmra won't start", load_reference())[0]
    told = " ".join(said.text for said in finding.statements)

    assert finding.status == "answered"
    assert "Winsock error 10048" in told
    assert "As event 10048 it has no entry." in told


def test_nothing_else_is_taken_where_the_words_tell_of_nothing_that_fits() -> None:
    assert consult("event 10048 of the print spooler?", load_reference())[0].status == "abstained"


def test_a_code_behind_the_level_of_a_log_is_one() -> None:
    finding = consult("cbengine: FATAL code=41999 retry=3", load_reference())[0]

    assert finding.status == "abstained"
    assert "41999" in finding.statements[0].text


@pytest.mark.parametrize("text", ["ORA-00942 in the job log", "syslog %SYS-5-CONFIG_I, what's that"])
def test_a_code_of_another_vendor_is_said_to_be_unknown(text: str) -> None:
    finding = unknown_name(text, load_reference())

    assert finding is not None
    assert finding.status == "abstained"


@pytest.mark.parametrize("text", ["status 31987", "it ends with status 398765, what is that"])
def test_a_long_number_behind_status_is_a_code(text: str) -> None:
    (finding,) = consult(text, load_reference())

    assert finding.status == "abstained"
    assert "no entry" in finding.statements[0].text
