"""What is said to the person is left out; what is said of the matter stays."""

from __future__ import annotations

import pytest

from assistant.understanding.turns.chatter import is_reaction, without_chatter, without_manner


@pytest.mark.parametrize(
    ("text", "rest", "other"),
    [
        ("u welcome lol. what about ram for it", "what about ram for it", False),
        ("thx, cool! and A3?", "and A3?", False),
        ("thx that did it. now something else: how many disks", "how many disks", True),
        ("by the way is 2016 in the matrix", "is 2016 in the matrix", True),
        ("fixed, thanks!! other thing, how many disks", "how many disks", True),
        ("all solved now. different question - which ports?", "which ports?", True),
        ("the first job works again. new topic: how many cores", "how many cores", True),
        ("this one is settled; next topic: how many cores", "how many cores", True),
        (
            "A2 box, 3 disks. next question: how many more",
            "A2 box, 3 disks. next question: how many more",
            False,
        ),
        ("the job works. another server fails", "the job works. another server fails", False),
        ("ok will give the rights", "ok will give the rights", False),
        ("thanks!", "thanks!", False),  # nothing else is said
        ("cool. why", "cool. why", False),
    ],
)
def test_chatter_goes_and_another_matter_is_told(text: str, rest: str, other: bool) -> None:
    assert without_chatter(text) == (rest, other)


@pytest.mark.parametrize("text", ["damn.", "thought so", "phew, thank god", "too bad", "oh well, noted"])
def test_how_an_answer_is_taken_asks_nothing(text: str) -> None:
    assert is_reaction(text)


@pytest.mark.parametrize("text", ["really?", "right", "that is it", "bad disk", "too bad, and A3", "no"])
def test_other_few_words_may_ask(text: str) -> None:
    assert not is_reaction(text)


@pytest.mark.parametrize(
    "text", ["yes it is already. which port?", "have that. which port?", "they are, which port?"]
)
def test_a_bare_confirmation_is_left_out(text: str) -> None:
    assert without_chatter(text) == ("which port?", False)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("do restores work? (please with a brief reason)", "do restores work?"),
        ("is 2019 listed? add a short explanation pls", "is 2019 listed?"),
        ("what is the reason for it?", "what is the reason for it?"),
        ("it stopped with a reason", "it stopped with a reason"),
    ],
)
def test_how_an_answer_is_to_look_asks_nothing(text: str, rest: str) -> None:
    assert without_manner(text) == rest


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("what does the agent do - need one line for the report", "what does the agent do"),
        ("what does the agent do, in one sentence", "what does the agent do"),
        ("need a short table for my boss: which copy lies where", "which copy lies where"),
        ("is the server connected through a line", "is the server connected through a line"),
        ("we need a list for mabs", "we need a list for mabs"),
    ],
)
def test_the_form_of_the_answer_is_no_part_of_the_question(text: str, rest: str) -> None:
    assert without_manner(text) == rest


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("cluster no, ok. what about a print server then?", "what about a print server then?"),
        ("ok, exchange is out. how about a web server?", "how about a web server?"),
        ("not on a cluster, got it. and on a terminal server?", "and on a terminal server?"),
        ("2008 not listed, fine. and 2012?", "and 2012?"),
        ("disk doesn't work, understood - what about azure", "what about azure"),
        ("oracle is not supported. and sharepoint?", "and sharepoint?"),
        ("vmware no, ok. exchange then?", "exchange then?"),
    ],
)
def test_what_is_taken_in_of_an_answer_is_left_out_before_another_thing(text: str, rest: str) -> None:
    assert without_chatter(text) == (rest, False)


@pytest.mark.parametrize(
    "text",
    [
        "cluster no, exchange no, 4 GB ram. ok?",
        "it is not a DC, and it is domain joined. fine?",
        "not connected, and expired. can I restore?",
        "no DC. 2 GB ram",
        "exchange no, ok",
        "backup no, restore yes?",
        "a DC is fine, what about exchange",
    ],
)
def test_facts_that_are_told_stay(text: str) -> None:
    assert without_chatter(text) == (text, False)
