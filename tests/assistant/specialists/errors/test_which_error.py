"""A fault that is reported of what many errors are about is asked back."""

from __future__ import annotations

import pytest
from rows import every

from assistant.assistant import Assistant
from assistant.conversation import Conversation


@pytest.mark.parametrize(
    "report",
    [
        "we have trouble with the agent",
        "the registration doesn't work",
        "no permission, it says",
        "it's a certificate problem",
        "password was not accepted",
        "a service won't start",
        "the agent is dead on fs07",
        "dcom",
        "no more disk space, what can be deleted",
        "no restore point for our sql databases since tuesday",
        "nothing was backed up on web3 for two weeks",
        "exchange backups stopped four days ago",
        "agent on SRV-FS2 is unreachable",
        "jobs stay queued since we rebooted",
        "all backups just sit in pending",
        "the agent setup aborts on 4 servers",
        "mabs whines about the passphrase again",
        "passphrase was rejected",
        "a VSS failure last Sunday, backup aborted",
    ],
)
def test_the_message_is_asked_for_and_the_nearest_errors_are_the_choices(
    shipped_assistant: Assistant, report: str
) -> None:
    answer = shipped_assistant.ask(report)
    assert answer.status == "clarify"
    assert "Which message or error ID" in answer.text
    assert len(answer.missing[0].choices) > 1


@pytest.mark.parametrize(
    "report",
    [
        "replica is inconsistent, what now",
        "which port does the agent use",
        "the subscription expired, problem?",
        "can a failing prereq be skipped?",
        "error 319 with the agent",
        "the disks are full, which ways does the guide offer",
        "why may SQL not be remote",
        "may the setup go on a box that we already use for another purpose",
        "no backups since the subscription expired",
        "is a queued job run while we are expired?",
        "no backup for 3 weeks, the line is cut",
        "no restore points since I moved the agent",
    ],
)
def test_what_tells_more_is_not(shipped_assistant: Assistant, report: str) -> None:
    assert "Which message or error ID" not in shipped_assistant.ask(report).text


def test_whether_something_will_do_is_no_report_within_a_talk(shipped_assistant: Assistant) -> None:
    conversation = Conversation()
    shipped_assistant.ask("who has to run setup", conversation)
    assert "domain user" in shipped_assistant.ask("a local admin alone isn't enough?", conversation).text


def test_an_error_that_few_words_tell_of_is_not_told_as_if_it_were_sure(shipped_assistant: Assistant) -> None:
    assert "paste the message" in shipped_assistant.ask("disk won't go into the pool, no good it says").text


@pytest.mark.parametrize(
    ("before", "is_asked"),
    [
        ("the vault holds 9,700 points, are 200 more ok?", True),
        ("is SQL 2014 protected?", True),
        ("the subscription is expired, does restore from disk work?", False),
    ],
)
def test_that_nothing_was_made_is_no_question_on_points_and_has_its_reason_in_a_known_state(
    shipped_assistant: Assistant, before: str, is_asked: bool
) -> None:
    conversation = Conversation()
    shipped_assistant.ask(before, conversation)
    answer = shipped_assistant.ask("no restore points on fs07 since monday", conversation)

    assert ("Which message or error ID" in answer.text) is is_asked


@pytest.mark.parametrize(
    "report",
    [
        "red cross, setup aborted",
        "every backup stopped over the weekend, restores are fine",
        "restores are greyed out since the reboot, what now?",
        "agent offline on SRV4, what to do",
        "the nightly job goes red each friday, nobody knows why",
        "recovery fails with a message that my colleague clicked away",
        "console shows a yellow triangle since this morning",
    ],
)
def test_what_names_hardly_anything_is_asked_back(shipped_assistant: Assistant, report: str) -> None:
    answer = shipped_assistant.ask(report)

    assert answer.status == "clarify"
    assert "message" in answer.missing[0].question


@pytest.mark.parametrize(
    "report",
    [
        "the download button is greyed out, what now?",
        "the prerequisite check is red, what now?",
        "access denied while pushing the agent",
        "popup says ABC-77-ZZ9",
        "the backup server is getting too small. what now?",
    ],
)
def test_what_names_its_matter_is_not(shipped_assistant: Assistant, report: str) -> None:
    assert shipped_assistant.ask(report).status != "clarify"


@pytest.mark.parametrize("greeting", ["hello", "good morning"])
@pytest.mark.parametrize(
    "report", ["it failed again tonight, as ever", "it's broken again, same as last time"]
)
def test_behind_a_greeting_a_report_begins_the_talk(
    shipped_assistant: Assistant, greeting: str, report: str
) -> None:
    conversation = Conversation()
    shipped_assistant.ask(greeting, conversation)

    assert shipped_assistant.ask(report, conversation).status == "clarify"


@every(
    ("report", "first"),
    [
        ("agent offline on DC04, what now?", "ID 308"),
        ("agent is down on SQL09, what do we do", "ID 308"),
        ("EX03 says agent not reachable, what next", "ID 308"),
        ("protection agent disconnected on our print server", "ID 308"),
        ("all agents unavailable since the switch was replaced", "ID 308"),
        ("agent state unknown for SP02", "ID 308"),
        ("the MARS agent is offline, what to do?", "ID 100050"),
        ("recovery services agent down", "ID 100050"),
    ],
)
def test_an_agent_that_is_away_gets_its_own_errors(
    shipped_assistant: Assistant, report: str, first: str
) -> None:
    answer = shipped_assistant.ask(report)

    assert answer.status == "clarify"
    assert answer.missing[0].choices[0].value.startswith(first)
    assert "Register Server Wizard" not in answer.text


@every(
    ("question", "said"),
    [
        ("protection agent not responding on APP3", "**ID 43**"),
        ("agent unreachable on DC01, error 42", "**ID 42**"),
        ("agent push to FS03 fails: rpc server is unavailable", "**HRESULT 0x800706BA**"),
        ("do I need the agent on each server?", "**The guide does not describe an agent"),
        ("the server is offline since tuesday, is the agent needed for the restore?", "**"),
    ],
)
def test_an_agent_of_which_more_is_told_is_answered(
    shipped_assistant: Assistant, question: str, said: str
) -> None:
    answer = shipped_assistant.ask(question)

    assert answer.text.startswith(said)
    assert "ID 308, Protection Agent service can't be reached" not in answer.text


@every(
    "report",
    [
        "replica inconsistent on FS2",
        "replica on EX1 is inconsistent",
        "FS3: inconsistent replica",
        "replica of APP4 went inconsistent",
        "our replica for SP1 shows inconsistent",
        "inconsistent replica on dc2 since monday",
    ],
)
def test_an_inconsistent_replica_is_found_whatever_the_machine_is_called(
    shipped_assistant: Assistant, report: str
) -> None:
    answer = shipped_assistant.ask(report)

    assert answer.status in {"answered", "clarify"}
    assert "inconsistent" in answer.text
    assert "geo-redundant" not in answer.text


@every(
    "report",
    [
        "whole console red since the update",
        "entire console turned red after the update",
        "the console is red everywhere since the rollup",
    ],
)
def test_a_fault_that_is_told_in_so_many_words_is_none_of_looks(
    shipped_assistant: Assistant, report: str
) -> None:
    answer = shipped_assistant.ask(report)

    assert answer.status == "clarify"
    assert "colours" not in answer.text


@pytest.mark.parametrize(
    "report", ["it has expired, it tells us. what now?", "a window here says that something has run out"]
)
def test_what_has_expired_is_asked_for(shipped_assistant: Assistant, report: str) -> None:
    answer = shipped_assistant.ask(report)

    assert answer.status == "clarify"
    assert "What is it that has expired" in answer.text
    choices = " ".join(one.value for one in answer.missing[0].choices)
    assert all(thing in choices for thing in ("Subscription", "Vault credentials", "passphrase", "PIN"))


@pytest.mark.parametrize(
    "report",
    ["the subscription has expired, what now?", "portal: expired. now?", "it has expired, can we restore?"],
)
def test_what_has_expired_is_not_asked_for_where_it_is_told(
    shipped_assistant: Assistant, report: str
) -> None:
    assert "What is it that has expired" not in shipped_assistant.ask(report).text
