"""Questions for a command, a page or destinations, and those for what goes in a state."""

from __future__ import annotations

import pytest

from assistant.understanding.message.lookups import (
    asks_command,
    asks_destinations,
    asks_log,
    asks_lookup,
    asks_tool,
)


@pytest.mark.parametrize(
    "text",
    [
        "what is the command to see the link?",
        "which cmdlet proves it",
        "on which portal page does the state stand?",
        "how do we test whether Azure is reachable from the console",
        "where can I see the state of the subscription",
        "cmdlet for a test of the line?",
    ],
)
def test_what_shows_something_is_asked_for(text: str) -> None:
    assert asks_tool(text)
    assert not asks_destinations(text)


@pytest.mark.parametrize(
    "text", ["what URLs must pass?", "open which IP ranges?", "which host names are needed"]
)
def test_destinations_are_asked_for(text: str) -> None:
    assert asks_destinations(text)


@pytest.mark.parametrize(
    "text",
    [
        "the cmdlet says FALSE, is a restore allowed?",
        "the portal shows Expired. what works?",
        "which operations go while the link is down?",
        "how do we get back online",
        "our URLs are open, are backups running?",
    ],
)
def test_what_goes_in_a_state_is_no_lookup(text: str) -> None:
    assert not asks_lookup(text)


def test_a_command_is_told_from_other_tools() -> None:
    assert asks_command("with what command is that proved")
    assert not asks_command("which log shows that")


@pytest.mark.parametrize(
    "text",
    ["what must one type to see the link", "what can we run to test the line", "what to enter to check it"],
)
def test_what_is_typed_to_see_something_is_looked_up(text: str) -> None:
    assert asks_tool(text)


def test_what_runs_is_no_command() -> None:
    assert not asks_tool("what runs while we are offline")


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("which log has it?", True),
        ("in which file does it stand", True),
        ("name of the log file", True),
        ("it failed. the file with the reasons?", True),
        ("which file server is listed?", False),
        ("which files are downloaded?", False),
    ],
)
def test_the_file_in_which_something_stands_is_asked_for(text: str, asks: bool) -> None:
    assert asks_log(text) is asks
