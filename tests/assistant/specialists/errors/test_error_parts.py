"""Which parts of an entry answer what is asked of it."""

from __future__ import annotations

import pytest

from assistant.codes.entry_parts import parts_of, ranked
from assistant.codes.reference import load_reference
from assistant.specialists.errors.error_parts import Near, after, chosen, without
from assistant.understanding.read import read_question


def near_to(text: str, best: str, score: float = 0.6) -> Near:
    """Entry 319 with the part that begins with `best` nearest to `text`."""
    entry = load_reference().entry("mabs-319")
    parts = parts_of(entry)
    scores = [score if part.text.startswith(best) else 0.1 for part in parts]
    return Near(entry, ranked(text, parts, scores), score)


def numbers(text: str, best: str, score: float = 0.6) -> list[int]:
    return [
        part.number for part in chosen(near_to(text, best, score), read_question(text, {})) if part.number
    ]


@pytest.mark.parametrize(
    "text", ["so what do I do, install it by hand?", "ok. how do i fix it", "your advice?"]
)
def test_a_remedy_is_told_whole(text: str) -> None:
    assert numbers(text, "Otherwise install") == [1, 2, 3, 4, 5, 6, 7, 8]


def test_all_of_an_entry_is_told_where_no_part_is_asked_for() -> None:
    text = "what is to be done in a workgroup"
    told = chosen(near_to(text, "For a computer in an untrusted"), read_question(text, {}))
    assert [part.number for part in told if part.number] == [1, 2, 3, 4, 5, 6, 7, 8]


def test_a_detail_is_told_alone() -> None:
    assert numbers("which command is it", "On the target allow") == [2]


def test_a_fact_gets_a_cause_and_all_the_steps() -> None:
    text = "we run an antivirus there"
    told = chosen(near_to(text, "As a test turn"), read_question(text, {}))
    assert told[0].kind == "cause"
    assert [part.number for part in told if part.number][-1] == 8


def test_all_the_causes_are_told_when_they_are_asked_for() -> None:
    text = "and the reason?"
    told = chosen(near_to(text, "Antivirus"), read_question(text, {}))
    assert [part.kind for part in told] == ["cause"] * 3


def test_what_comes_after_a_step_and_what_remains_without_one() -> None:
    near = near_to("still, with the ports open", "If that isn't enough")
    assert after(near, "still, with the ports open")[0].number == 4
    left = without("x", near, lambda _, texts: [float("Windows Firewall off" in text) for text in texts])
    assert [part.number for part in left] == [1, 2, 3, 5, 6, 7, 8]


def test_a_step_that_offers_another_way_comes_first_where_its_first_is_ruled_out() -> None:
    parts = parts_of(load_reference().entry("mabs-30229"))
    near = Near(load_reference().entry("mabs-30229"), ranked("x", parts, [0.1] * len(parts)), 0.5)
    told = without("x", near, lambda _, texts: [float("restart the Workstation" in text) for text in texts])

    assert "or restart the Workstation service" in told[0].text
    assert len(told) == len(near.steps)


@pytest.mark.parametrize(
    "text",
    [
        "what has to be open?",
        "what do we have to allow",
        "firewall rules?",
        "which ones need to be whitelisted",
        "what must be let through then?",
        "which addresses should be opened",
    ],
)
def test_what_has_to_be_open_is_told_wherever_it_stands(text: str) -> None:
    entry = load_reference().entry("mabs-100050")
    parts = parts_of(entry)
    near = Near(entry, ranked(text, parts, [0.5 if part.number == 1 else 0.1 for part in parts]), 0.5)

    assert "*.windows.net" in chosen(near, read_question(text, {}))[0].text


@pytest.mark.parametrize("text", ["what do I open first?", "is that still open?", "what is open"])
def test_what_is_opened_first_is_a_step(text: str) -> None:
    entry = load_reference().entry("mabs-100050")
    parts = parts_of(entry)
    near = Near(entry, ranked(text, parts, [0.5 if part.number == 1 else 0.1 for part in parts]), 0.5)

    assert "*.windows.net" not in chosen(near, read_question(text, {}))[0].text
