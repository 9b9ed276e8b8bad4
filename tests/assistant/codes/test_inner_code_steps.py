"""Causes and steps for one inner code only, and steps that go on from the one before."""

from __future__ import annotations

import pytest

from assistant.codes.inner_code_steps import applicable, with_leaders
from assistant.codes.reference import load_reference
from assistant.codes.specialist import consult

TEXTS = [
    "Read the message.",
    "0x80070017: replace the log.",
    "With 0x80004015 check the accounts.",
    "Try again.",
]


@pytest.mark.parametrize(
    ("inner", "positions"),
    [
        (frozenset[str](), [0, 1, 2, 3]),
        (frozenset({"0x80070017"}), [0, 1, 3]),
        (frozenset({"0x80070005"}), [0, 3]),
    ],
)
def test_what_is_for_another_inner_code_is_left_out(inner: frozenset[str], positions: list[int]) -> None:
    assert applicable(TEXTS, inner) == positions


def test_where_all_is_for_other_codes_all_of_it_stays() -> None:
    assert applicable(TEXTS[1:2], frozenset({"0x80070005"})) == [0]


def test_a_step_that_goes_on_brings_the_one_before_it() -> None:
    steps = ["Open the settings.", "Check the proxy.", "Still there, enable downloads.", "Or ask.", "Run it."]

    assert with_leaders(steps, 3) == [1, 2, 3]
    assert with_leaders(steps, 1) == [1]


@pytest.mark.parametrize(
    ("text", "told", "left_out"),
    [
        ("ID 42, inner code 0x80070005", "DPMRADmTrustedMachines", "With 0x80090322"),
        ("ID 42, inner code 0x80090322", "With 0x80090322", ""),
        ("ID 2033 (0x80070005)", "Too few resources", "corrupt Exchange transaction log"),
        ("ID 2033 (0x80070017)", "corrupt Exchange transaction log", ""),
        ("ID 104 with 0x80990A51", "turn on throttling", "repair or remove the failed cluster disk"),
    ],
)
def test_an_entry_is_told_for_the_inner_code_of_the_message(text: str, told: str, left_out: str) -> None:
    outer = consult(text, load_reference())[0]
    said = " ".join(statement.text for statement in outer.statements)

    assert told in said
    assert not left_out or left_out not in said
