"""What a turn asks of the talk itself: a place among its questions, or a form of the answer."""

from __future__ import annotations

import pytest

from assistant.understanding.turns.dialogue_acts import BEFORE, LAST, Form, act_of


@pytest.mark.parametrize(
    ("text", "place", "of_talk"),
    [
        ("and what I wanted to know first", 0, True),
        ("what was the first one again", 0, False),
        ("remind me of the first answer", 0, False),
        ("i forgot: my first question, what was the answer", 0, True),
        ("and the second?", 1, False),
        ("the latter", 1, False),
        ("number 2 only", 1, False),
        ("leave the first, only the second", 1, False),
        ("just answer the last one", LAST, False),
        ("the earlier one again pls", BEFORE, True),
        ("and the previous one?", BEFORE, True),
    ],
)
def test_a_place_among_the_questions(text: str, place: int, of_talk: bool) -> None:
    act = act_of(text)

    assert act is not None
    assert (act.form, act.place, act.of_talk, act.rest) == (Form.WHOLE, place, of_talk, "")


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("yes or no only", Form.YES_NO),
        ("y/n", Form.YES_NO),
        ("final answer?", Form.YES_NO),
        ("so that's a no?", Form.YES_NO),
        ("still no?", Form.YES_NO),
        ("that is a no, then?", Form.YES_NO),
        ("so it means yes, right?", Form.YES_NO),
        ("just the number", Form.SHORT),
        ("tl;dr", Form.SHORT),
        ("one sentence please", Form.SHORT),
        ("in simple terms for my boss", Form.WHOLE),
        ("can you repeat that", Form.WHOLE),
    ],
)
def test_a_form_of_the_answer(text: str, form: Form) -> None:
    act = act_of(text)

    assert act is not None
    assert (act.form, act.place) == (form, None)


def test_what_is_said_besides_stands_apart() -> None:
    act = act_of("in plain words please, what about the copies")

    assert act is not None
    assert act.rest == "what about the copies"


@pytest.mark.parametrize(
    "text",
    [
        "which is the first step",  # of something else than the talk
        "does it start with the second disk",
        "for what two things?",
        "and 2016",
        "what first",
        "what do I need to know first",
        "too short. and what then",
        "is a short outage allowed",
        "yes",
        "first " * 40,
    ],
)
def test_a_question_on_the_matter_asks_nothing_of_the_talk(text: str) -> None:
    assert act_of(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "the short version pls",
        "my auditor wants it in one line",
        "what would you answer her, one sentence",
        "how should we put it to the client?",
        "boil that down",
        "in a few words",
        "our director needs a one-liner",
    ],
)
def test_other_words_for_a_short_answer(text: str) -> None:
    act = act_of(text)
    assert act is not None
    assert act.form is Form.SHORT


@pytest.mark.parametrize(
    "text",
    ["what version do they need", "how would you size the vault", "what do we tell setup about the proxy"],
)
def test_what_asks_for_the_matter_is_no_act(text: str) -> None:
    assert act_of(text) is None


@pytest.mark.parametrize(
    "text", ["the client wants 9 days on disk. what do I tell them", "30 GB, what to tell her"]
)
def test_what_is_to_be_said_of_a_figure_of_its_own_is_no_short_form(text: str) -> None:
    assert act_of(text) is None


def test_a_figure_beside_a_short_form_leaves_it_one() -> None:
    act = act_of("the client wants 9 days, in one sentence please")

    assert act is not None
    assert act.form is Form.SHORT
