"""What an answer lists, and its items named by number."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.conversation import Conversation
from assistant.dialogue.answer_items import alone, numbered, told_in

WAYS = ["scale up", "offload data", "scale out"]


@pytest.mark.parametrize(
    ("answer", "items"),
    [
        ("**It can grow in three ways: scale up, offload data, or scale out** [1]. More follows.", WAYS),
        ("There are two ways: from the shop (`https://a.b`), or by post [1].", ["shop", "post"]),
        ("Let two ranges through: 10.1.0.0/16 and 10.2.0.0/16 [1].", ["10.1.0.0/16", "10.2.0.0/16"]),
        ("**None of these:** [1]\n- a tape [1]\n- a `disc` [1]\n\nThe rest.", ["tape", "disc"]),
        ("It takes three ways: scale up or scale out [1].", []),
        ("Two things decide: the state [1].", []),
        ("- only one [1]", []),
        ("1. Stop it.\n2. Start it.", []),
        ("Let these through:\n- tapes\n- discs\n\nAnd two ranges: 1 to 2 and 3 to 4.", ["tapes", "discs"]),
    ],
)
def test_what_an_answer_lists(answer: str, items: list[str]) -> None:
    assert told_in(answer) == items


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("option 2 please", "offload data please"),
        ("and number three?", "and scale out?"),
        ("more about way 1, how?", "more about scale up, how?"),
        ("option 7", "option 7"),
        ("option 25", "option 25"),
        ("sql 2 nodes", "sql 2 nodes"),
    ],
)
def test_an_item_by_its_number(text: str, read: str) -> None:
    assert numbered(text, WAYS) == read


def test_an_item_stands_alone_where_only_more_of_it_is_asked() -> None:
    assert alone("tell me more about scale out please", WAYS) == "scale out"
    assert alone("scale out, what does it cost", WAYS) == "scale out, what does it cost"
    assert alone("scale up or scale out", WAYS) == "scale up or scale out"


@pytest.mark.parametrize(
    ("turns", "fact"),
    [
        (("how can a deployment grow", "the last option, briefly"), "add further Azure Backup Servers"),
        (("how can a deployment grow", "explain way 2"), "To offload data"),
        (("where do I get the installer", "and the second possibility?"), "from the Azure portal"),
        (("what is temporary storage for with the agent", "where does the second go"), "`D:\\`"),
        (("how can a deployment grow", "where does the second copy lie"), "Recovery Services vault"),
    ],
)
def test_in_a_talk(shipped_assistant: Assistant, turns: tuple[str, ...], fact: str) -> None:
    conversation = Conversation()

    assert fact in [shipped_assistant.ask(turn, conversation).text for turn in turns][-1]
