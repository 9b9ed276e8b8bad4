"""Troubleshooting in a conversation: entering, carrying on, leaving, resuming, jumping, ending."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest

from assistant.compose import compose
from assistant.troubleshooting.specialist import (
    KEY,
    Handled,
    asked,
    entry,
    handle,
    offer,
    told_facts,
    turn,
    waiting,
)
from assistant.troubleshooting.symptoms import tree_for


class Talk:
    """What the assistant does with each message, without its other specialists."""

    def __init__(self, **facts: Any) -> None:
        self.facts: dict[str, Any] = facts
        self.elsewhere: list[str] = []

    def say(self, text: str) -> str:
        handled = handle(text, self.facts)
        if handled is None:
            self.elsewhere.append(text)
            self.facts = {"query": text, KEY: waiting(self.facts)}
            return ""
        self.facts = json.loads(json.dumps({**self.facts, KEY: handled.state}))
        return compose(text, [handled.finding]).text


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("guide me: registration fails with invalid vault credentials", "registration"),
        ("walk me through a failed cloud backup, online recovery point creation failed", "backup-azure"),
        ("troubleshoot backup to Azure", "backup-azure"),
        ("troubleshoot backup to disk", "backup-disk"),
        ("help me find out why the replica is inconsistent", "replica-inconsistent"),
        ("guide me, push install of the agent fails", "agent-install"),
        ("troubleshoot agent unreachable", "agent-unreachable"),
        ("help me troubleshoot: setup fails at the prerequisite check", "setup"),
        ("diagnose vss writer errors", "vss-writers"),
        ("walk us through sql backup fails", "sql-backup"),
        ("step by step please: sharepoint farm backup fails", "sharepoint-backup"),
        ("guide me through a restore that fails", "restore"),
        ("troubleshoot slow backups", "slow-backup"),
        ("help me work out why the server does not reach azure", "azure-connection"),
        ("troubleshoot scheduled jobs that do not start", "scheduled-jobs"),
    ],
)
def test_guidance_asked_for_enters_the_tree_of_the_symptom(text: str, tree: str) -> None:
    assert entry(text) == tree


@pytest.mark.parametrize(
    "text",
    [
        "registration fails",
        "why does the backup fail",
        "is there a troubleshooting guide?",
        "how big is the scratch disk",
    ],
)
def test_a_question_alone_does_not_enter(text: str) -> None:
    assert entry(text) is None
    assert handle(text, {}) is None


def test_a_symptom_is_offered_its_tree() -> None:
    assert offer("my replica is inconsistent since sunday") == (
        "Say `guide me` to go through it step by step: Replica is inconsistent."
    )
    assert offer("how much memory does the server need") is None


@pytest.mark.parametrize(
    "text",
    [
        "what is a passphrase",
        "which SQL versions are protected",
        "how do I register the server",
        "can I back up to disk",
    ],
)
def test_ordinary_questions_have_no_symptom(text: str) -> None:
    assert tree_for(text) is None


def test_guide_me_takes_the_symptom_of_the_question_before() -> None:
    talk = Talk(query="the replica is inconsistent")
    assert "What kind of data is it?" in talk.say("guide me")


def test_guide_me_without_a_symptom_lists_the_trees() -> None:
    talk = Talk()
    assert "Replica is inconsistent" in talk.say("guide me")
    assert not talk.facts[KEY]


def test_what_was_told_before_is_not_asked_again() -> None:
    talk = Talk(query="backup to azure fails", connectivity="connected", subscription=["Expired"])
    text = talk.say("guide me")
    assert "told before" in text
    assert "stopped" in text
    assert "Bring the subscription back to Active" in text


def test_back_lets_a_fact_told_before_be_corrected() -> None:
    talk = Talk(query="backup to azure fails", connectivity="connected", subscription=["Expired"])
    talk.say("guide me")
    assert "In which state is the Azure subscription?" in talk.say("back")
    assert "What does the failed job say?" in talk.say("it is active again")


def test_leaving_for_another_question_and_resuming() -> None:
    talk = Talk()
    talk.say("troubleshoot registration")
    talk.say("TRUE")
    assert talk.say("how big must the scratch location be?") == ""
    assert talk.elsewhere == ["how big must the scratch location be?"]
    assert talk.say("and for 10 TB?") == ""
    assert "What does the registration complain about?" in talk.say("continue troubleshooting")
    assert "How long ago was the credentials file downloaded?" in talk.say("ID 34513")


@pytest.mark.parametrize(
    "word",
    [
        "resume",
        "Resume.",
        "continue",
        "go on",
        "ok continue with the troubleshooting",
        "back to troubleshooting",
    ],
)
def test_ways_to_resume(word: str) -> None:
    talk = Talk()
    talk.say("troubleshoot registration")
    talk.say("what is a vault?")
    assert "Does the server reach Azure?" in talk.say(word)


def test_while_it_waits_nothing_but_resume_belongs_to_it() -> None:
    talk = Talk()
    talk.say("troubleshoot registration")
    talk.say("what is a vault?")
    assert talk.say("yes") == ""
    assert talk.elsewhere[-1] == "yes"


def test_jumping_to_another_tree_keeps_what_was_found() -> None:
    talk = Talk()
    talk.say("troubleshoot registration")
    talk.say("TRUE")
    assert "Which backup is slow?" in talk.say("troubleshoot slow backups")
    assert "The server reaches Azure." in talk.say("stop")


def test_a_reply_that_fits_nothing_asks_again_with_the_choices() -> None:
    talk = Talk()
    talk.say("troubleshoot registration")
    text = talk.say("purple elephants")
    assert "I can't tell which of these it is" in text
    assert "- TRUE: The server reaches Azure." in text


def test_an_unknown_code_is_said_to_be_unknown() -> None:
    talk = Talk()
    talk.say("troubleshoot registration")
    talk.say("TRUE")
    assert "I have no entry for 777123" in talk.say("ID 777123")


def test_a_code_is_explained_from_the_reference() -> None:
    talk = Talk()
    talk.say("troubleshoot registration")
    talk.say("TRUE")
    text = talk.say("error 0x186D2")
    assert "100050" in text
    assert "1. " in text
    assert "Did that help?" in text


def test_the_end_is_a_ticket_with_secrets_masked() -> None:
    talk = Talk()
    talk.say("troubleshoot registration")
    talk.say("TRUE")
    talk.say("encryption passphrase, passphrase: hunter2secret")
    text = talk.say("stop")
    assert "hunter2secret" not in text
    assert "[masked]" in text
    for part in ("Problem:", "Checks done:", "Findings:", "Result:", "Sources:"):
        assert part in text
    assert talk.facts[KEY] is None


def test_a_solved_session_names_what_solved_it() -> None:
    talk = Talk()
    talk.say("troubleshoot registration")
    talk.say("TRUE")
    talk.say("vault credentials")
    assert "Register with a new credentials file" in talk.say("5 days ago")
    text = talk.say("yes, works now")
    assert "Solved by: Register with a new credentials file." in text
    assert "1. In the vault's" in text


def test_a_summary_so_far_does_not_end_the_session() -> None:
    talk = Talk()
    talk.say("troubleshoot registration")
    talk.say("TRUE")
    assert "Still open." in talk.say("summary")
    assert "How long ago" in talk.say("vault credentials")


def test_skipped_checks_are_told_in_the_ticket() -> None:
    talk = Talk()
    talk.say("troubleshoot registration")
    talk.say("don't know")
    assert "Does the server reach Azure? not checked" in talk.say("stop")


def test_a_state_of_other_trees_is_dropped() -> None:
    talk = Talk(
        **{
            KEY: {
                "tree": "gone",
                "node": "gone",
                "path": [],
                "told": {},
                "outcome": "",
                "notice": "",
                "paused": False,
            }
        }
    )
    assert talk.say("TRUE") == ""
    assert talk.facts[KEY] is None


def test_turn_carries_a_session_by_its_state_alone() -> None:
    handled = handle("troubleshoot registration", {})
    assert isinstance(handled, Handled)
    state: Mapping[str, Any] | None = handled.state
    assert state is not None
    finding, state = turn(state, "TRUE")
    assert finding.missing[0].question == "What does the registration complain about?"
    assert finding.status == "clarify"
    assert state is not None
    _, state = turn(state, "stop")
    assert state is None


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ({}, {}),
        ({"connectivity": "lost", "outage": "20 days"}, {"connectivity": "lost more than 15 days"}),
        ({"connectivity": "lost", "outage": "3 days"}, {"connectivity": "lost 15 days or fewer"}),
        (
            {"connectivity": "connected", "subscription": ["Active"]},
            {"connectivity": "connected", "subscription": "Active"},
        ),
        ({"subscription": ["Deprovisioned", "Expired"]}, {}),
        ({"connectivity": "odd"}, {}),
    ],
)
def test_facts_of_a_conversation_become_facts_of_the_session(
    facts: dict[str, Any], told: dict[str, str]
) -> None:
    assert told_facts(facts) == told


def test_asking_for_guidance_is_told_from_asking_about_it() -> None:
    assert asked("can you guide me through this")
    assert not asked("where is the troubleshooting section of the guide")


def test_choosing_a_code_without_giving_it_asks_for_it() -> None:
    talk = Talk()
    talk.say("troubleshoot registration")
    talk.say("TRUE")
    assert "Which code is it?" in talk.say("another code")
    assert "Did that help?" in talk.say("100050")


@pytest.mark.parametrize(
    "text",
    [
        "walk me through the installation",
        "guide me through registering the server step by step",
        "help me find the scratch folder",
        "what does the guide say about troubleshooting",
    ],
)
def test_asking_how_to_do_something_is_no_troubleshooting(text: str) -> None:
    assert handle(text, {}) is None
