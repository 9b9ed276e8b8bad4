"""Conversations about an error, over the shipped index."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.conversation import Conversation


def last(assistant: Assistant, *turns: str) -> str:
    """The answer to the last of the turns of one conversation."""
    conversation = Conversation()
    return [assistant.ask(turn, conversation).text for turn in turns][-1]


@pytest.mark.parametrize(
    ("turns", "fact"),
    [
        (("ID 2013 with office 365", "which port does the relay take"), "587"),
        (("error 33424", "granted sysadmin already, still the same"), "NT AUTHORITY"),
        (("100094 on the branch server", "which version do I need at least"), "2.0.9083"),
        (("ID 3106", "can I restore in the meantime"), "can still be restored"),
        (("ID 3106", "is the old data lost"), "can still be restored"),
        (("agent push fails 319", "firewall is off, no change"), "COM permissions"),
        (
            ("ID 60 at night", "turned throttling on. what percentage", "where is that switch again"),
            "Management",
        ),
        (("error 100050", "what does it mean"), "Meaning (ID 100050)"),
        (("error 33424", "which page is that from", "and what does it mean?"), "Meaning (ID 33424)"),
        (("error 33424", "which page is that from"), "It stands in"),
        (("csv backup 0x8007173D", "one guest is called A&B-7, does it matter"), "special character"),
        (("0x8007173D now and then", "which key is that"), "CsvMaxRetryAttempt"),
        (("error 34506", "volume has 2 % left, how much should be free there"), "5 % to 10 %"),
        (("ID 60", "and if the service won't start?"), "reinstall the agent"),
        (("ID 270", "which groups?"), "three groups"),
        (("error 100050", "how do we check that it's connected now"), "Get-DPMCloudConnection"),
        (("ID 322", "it joined the domain this morning"), "wait for Active Directory"),
        (("ID 319", "any alternative?"), "manually"),
        (("ID 358", "there are no disks left to add, we can't buy any: another option?"), "smaller volume"),
        (
            ("ID 42 access denied", "fixed the clocks, still denied. which groups need our account?"),
            "DPMRADm",
        ),
        (("ID 52 nightly", "how many cores at least?", "back to 52: which percentage"), "85 to 90"),
        (("ID 346", "wmi is up already. firewall is on"), "exception for WMI"),
        (("ID 34514", "downloaded on monday, now it's friday, is that why?"), "2 days"),
        (("error 100042", "ours has 13 characters and a sign, strong enough?"), "16"),
        (("ID 50005", "it may slip to deprovisioned and nobody cares, what is lost"), "irretrievably"),
        (("can't push the agent to a 2008 R2", "it says mi.dll is missing"), "ID 347"),
        (("ID 33424", "zxcvb qwrtz", "which role"), "sysadmin"),
        (("event 24583 sqlwriter", "is it harmless to stop the instance"), "interrupts"),
        (("ID 33424", "rights are given. which account exactly"), "NT Service\\DPMRA"),
        (("0x80070570 on some files", "how do i check that"), "chkdsk"),
        (("0x80070570", "what do i run"), "chkdsk"),
        (("ID 3106", "is windows 2016 in the matrix"), "Windows Server 2016 is listed"),
        (("ID 32500", "2 TB goes up. how much should it be"), "At least 100 GB"),
        (("ID 3106", "cool. A3 disks?", "back to the replica thing, what was the fix"), "consistency check"),
        (("ID 4024", "the lot went back. what do i do now, run all of it again?"), "Install the named"),
        (("ID 100126", "what's the limit on the file", "so how do we fix it?"), "Download a new"),
        (("ID 100130", "i made that PIN before lunch"), "five minutes"),
        (("ID 230006", "root cause?"), "renamed"),
        (("ID 52", "we have a virus scanner on the backup server"), "Antivirus scans"),
        (("ID 4040", "may I demote it later on?"), "domain controller"),
        (("ID 319", "which exe do i let through the firewall"), "dpmac.exe"),
        (("ID 43", "name of the log?"), "DPMRACurr"),
        (("ID 4307", "SQL runs on another machine"), "must be local"),
        (("ID 4307", "it runs on another SQL server", "tcp/ip is on. still"), "must be local"),
        (("ID 319", "RPC server unavailable, 0x800706BA", "firewall then. which exe is it"), "dpmac.exe"),
        (("ID 319", "and ID 328 on the other box", "for the first: which exe was it"), "dpmac.exe"),
        (("ID 3106", "A3 disks?", "ok. so the inconsistent one: what to run"), "consistency check"),
        (("ID 34505", "who holds the passphrase?"), "neither saves nor manages"),
        (("ID 4024", "must the machine be in a domain?"), "must be joined to a domain"),
        (("error 34513", "what size must scratch have"), "5 %"),
        (("ID 34505", "what's a passphrase", "does Microsoft have it"), "neither saves nor manages"),
        (("ID 50005", "where do I look up the state"), "subscription portal"),
        (("10048 agent service", "theirs are fixed by the vendor. what about ours?"), "SetAgentCfg"),
    ],
)
def test_the_entry_is_the_first_place_to_look(
    shipped_assistant: Assistant, turns: tuple[str, ...], fact: str
) -> None:
    assert fact in last(shipped_assistant, *turns)


def test_a_further_number_is_a_code_and_an_unknown_one_is_said_to_be_unknown(
    shipped_assistant: Assistant,
) -> None:
    assert "ID 52" in last(shipped_assistant, "error 998", "now it shows 52")
    assert "no entry for 131313" in last(shipped_assistant, "error 130055", "and 131313, what is that one")


@pytest.mark.parametrize(
    "question",
    ["turning the firewall off is forbidden, any other way?", "the firewall has to stay on, says security"],
)
def test_a_step_that_is_ruled_out_is_not_told_again(shipped_assistant: Assistant, question: str) -> None:
    said = last(shipped_assistant, "error 319", question)

    assert "Or turn Windows Firewall off" not in said
    assert "dpmac.exe" in said


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("is sql 2019 supported by the way?", "SQL Server 2019"),
        ("how big must the scratch disk be for 8 TB", "400 GB"),
    ],
)
def test_what_a_table_surely_settles_stays_its_own(
    shipped_assistant: Assistant, question: str, fact: str
) -> None:
    assert fact in last(shipped_assistant, "error 100050", question)


def test_what_nobody_understands_is_asked_back(shipped_assistant: Assistant) -> None:
    assert "don't understand" in last(shipped_assistant, "ID 33424", "zxcvb qwrtz")


@pytest.mark.parametrize(
    ("turns", "stays"),
    [
        (
            ("users see no previous versions since the move to another dpm", "net share lists the shares"),
            True,
        ),
        (
            (
                "previous versions are empty for users, old and new dpm",
                "the shares exist, net share has them",
            ),
            True,
        ),
        (("the installation of the agent fails somehow", "it says the ADMIN$ share does not exist"), False),
    ],
)
def test_what_is_no_fault_itself_goes_with_the_error_before(
    shipped_assistant: Assistant, turns: tuple[str, ...], *, stays: bool
) -> None:
    assert ("ADMIN$" not in last(shipped_assistant, *turns)) is stays
