"""What is searched for with the question before it: fragments, and what only points at it."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.conversation import Conversation
from assistant.guide_search import asks_place_alone


@pytest.mark.parametrize(
    ("before", "fragment", "fact"),
    [
        ("things are missing on the Prerequisite Checks screen", "skip?", "can't be skipped"),
        ("the password of Security Settings", "min length", "what counts as a strong password"),
        ("how long may it stay", "on the disks", "five days"),
        ("the cache location can be on C:", "staging area", "`D:\\`"),  # has a subject of its own
    ],
)
def test_a_fragment_is_of_the_question_before_unless_it_names_its_own(
    shipped_assistant: Assistant, before: str, fragment: str, fact: str
) -> None:
    conversation = Conversation()
    shipped_assistant.ask(before, conversation)

    assert fact in shipped_assistant.ask(fragment, conversation).text


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("and where do I click", True),
        ("which menu is that?", True),
        ("where is the setup log", False),
        ("how large is it", False),
    ],
)
def test_a_place_alone_is_asked_of_what_was_said(text: str, alone: bool) -> None:
    assert asks_place_alone(text) is alone


@pytest.mark.parametrize("check", ["how do I check that afterwards", "and how can we test it from the box"])
def test_what_was_opened_on_a_firewall_is_checked_with_the_cmdlet(
    shipped_assistant: Assistant, check: str
) -> None:
    conversation = Conversation()
    shipped_assistant.ask("which addresses must the firewall let through?", conversation)

    assert "Get-DPMCloudConnection" in shipped_assistant.ask(check, conversation).text


def test_a_check_of_something_else_is_not_of_the_firewall(shipped_assistant: Assistant) -> None:
    conversation = Conversation()
    shipped_assistant.ask("how is the replication of a vault changed?", conversation)

    assert "Get-DPMCloudConnection" not in shipped_assistant.ask("how do I check it", conversation).text


@pytest.mark.parametrize(
    ("turns", "fact"),
    [
        (("what redundancy has a vault by default", "is there anything else on offer?"), "locally redundant"),
        (("which cmdlet tests the link to Azure", "what else must be in order"), "subscription"),
        (("how big is the download", "and to unpack it, what room?"), "4GB"),  # has a topic of its own
        (
            ("must I have a vault before setup", "may we use one we have", "and swap it later?"),
            "same Recovery",
        ),
        (("what is the passphrase for", "who keeps it"), "belongs to you alone"),
        (("in the portal, which workload is to be ticked", "hard to say, a bit of everything"), "Hyper-V"),
    ],
)
def test_what_else_is_asked_and_what_stays_open(
    shipped_assistant: Assistant, turns: tuple[str, ...], fact: str
) -> None:
    conversation = Conversation()

    assert fact in [shipped_assistant.ask(turn, conversation).text for turn in turns][-1]


@pytest.mark.parametrize(
    ("turns", "fact"),
    [
        (("how long does the download take?", "what line speed is that hour for"), "10-Mbps"),
        (
            ("final page of the extraction wizard", "I cleared the tick there, what would have happened"),
            "by default",
        ),
        (("which redundancy for a primary vault", "which one then"), "geo-redundant"),
        (("which redundancy is cheaper for the vault", "drawback?"), "durable"),
    ],
)
def test_what_was_told_is_not_given_up_for_what_fits_less(
    shipped_assistant: Assistant, turns: tuple[str, ...], fact: str
) -> None:
    conversation = Conversation()

    assert fact in [shipped_assistant.ask(turn, conversation).text for turn in turns][-1]


@pytest.mark.parametrize(
    "question",
    [
        "the sub expired last Friday. on which date does it become deprovisioned?",
        "how many days until an expired subscription is deprovisioned?",
        "our sub is Expired, how long before Azure deprovisions it?",
        "which day will Microsoft switch it to Deprovisioned, it expired in June?",
    ],
)
def test_when_the_state_changes_is_said_to_be_untold(shipped_assistant: Assistant, question: str) -> None:
    answer = shipped_assistant.ask(question)

    assert answer.status == "abstained"
    assert "deprovisioned" in answer.text


def test_what_a_state_means_is_told_though_it_is_still_to_come(shipped_assistant: Assistant) -> None:
    answer = shipped_assistant.ask("sub expired. what happens when it turns deprovisioned?")

    assert answer.trace["consulted"] == ["connectivity"]
