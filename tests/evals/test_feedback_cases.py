from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from assistant.answer import Answer
from assistant.store import ConversationStore
from evals.cases import Case, load_cases
from evals.feedback import append_new, case_from_conversation, cases_from_feedback
from ingest.errors import InputError


@pytest.fixture
def store() -> Iterator[ConversationStore]:
    opened = ConversationStore("sqlite://")
    yield opened
    opened.close()


@pytest.fixture
def talk(
    store: ConversationStore, cases: list[Case], right: Callable[[Case], Answer]
) -> tuple[str, list[str]]:
    """A conversation of three messages; its id and theirs."""
    conversation = store.create()
    chosen = [case for case in cases if case.id in {"a2", "poem", "state"}]
    ids = [store.append(conversation, case.turns[-1], right(case).to_dict(), {}) for case in chosen]
    return conversation, ids


def test_a_conversation_becomes_a_draft_of_all_its_turns(
    store: ConversationStore, talk: tuple[str, list[str]]
) -> None:
    draft = case_from_conversation(store, talk[0])
    assert draft.turns == [message.question for message in store.messages(talk[0])]
    assert draft.tags == ["draft"]


def test_the_last_message_decides_what_is_expected(
    store: ConversationStore, talk: tuple[str, list[str]]
) -> None:
    last = [message.answer["status"] for message in store.messages(talk[0])]
    for upto, status in enumerate(last, 1):
        expect = {"answered": "answer", "abstained": "abstain", "clarify": "clarify"}[status]
        assert case_from_conversation(store, talk[0], upto).expect == expect


def test_feedback_becomes_drafts_with_the_comment_in_order(
    store: ConversationStore, talk: tuple[str, list[str]]
) -> None:
    store.add_feedback(talk[1][1], "down", "the figure is old")
    store.add_feedback(talk[1][0], "up")
    down, up = cases_from_feedback(store.feedback())
    assert (len(down.turns), down.expect, down.gold, down.why) == (
        2,
        "any",
        [],
        "rated down: the figure is old",
    )
    assert (len(up.turns), up.why) == (1, "rated up")
    assert up.expect != "any"


def test_what_was_good_is_to_stay_and_a_better_answer_is_kept(store: ConversationStore) -> None:
    answer = {
        "text": "At least 400 GB [1].",
        "status": "answered",
        "citations": [{"section": "Setup > Scratch location"}],
    }
    _, good = store.begin("scratch for 8 TB? mail a@b.org", answer, {})
    _, bad = store.begin("and for 9 TB?", {**answer, "status": "abstained"}, {})
    store.add_feedback(good, "up")
    store.add_feedback(bad, "down", "wrong\nfigure", "450 GB")
    up, down = cases_from_feedback(store.feedback())
    assert (up.expect, up.gold, up.model_answer) == ("answer", ["Scratch location"], answer["text"])
    assert up.turns == ["scratch for 8 TB? mail [e-mail]"]
    assert (down.expect, down.gold, down.model_answer) == ("any", [], "450 GB")
    assert down.why == "rated down: wrong figure"


def test_of_several_judgements_the_last_counts(store: ConversationStore, talk: tuple[str, list[str]]) -> None:
    store.add_feedback(talk[1][0], "up")
    store.add_feedback(talk[1][0], "down", "on second thoughts")
    (draft,) = cases_from_feedback(store.feedback())
    assert draft.tags == ["draft", "down"]


def test_drafts_are_added_once(store: ConversationStore, talk: tuple[str, list[str]], tmp_path: Path) -> None:
    path = tmp_path / "added.dev.jsonl"
    draft = case_from_conversation(store, talk[0])
    assert append_new([draft], path) == [draft]
    assert append_new([draft], path) == []
    assert load_cases(path) == [draft]


def test_more_messages_than_there_are_is_an_input_error(
    store: ConversationStore, talk: tuple[str, list[str]]
) -> None:
    with pytest.raises(InputError, match="has 3 messages"):
        case_from_conversation(store, talk[0], 4)
