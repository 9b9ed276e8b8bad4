"""What passages say of themselves."""

from __future__ import annotations

import pytest

from assistant.specialists.passages import gaps


def test_how_binding_a_rule_is() -> None:
    assert gaps.is_on_strength("The guide words it as a recommendation (*should*).")
    assert not gaps.is_on_strength("The server must be in a domain.")
    assert gaps.asks_strength("is that allowed")
    assert gaps.asks_strength("must it be")
    assert not gaps.asks_strength("why should it be so")
    assert not gaps.asks_strength("what follows from that")


def test_a_gap_on_how_is_told_from_any_other_gap() -> None:
    assert gaps.is_on_how("The guide does not say by how much it is cheaper.")
    assert gaps.is_on_how("The guide does not describe how a vault is created.")
    assert not gaps.is_on_how("The guide does not mention tape.")
    assert not gaps.is_on_how("The guide does not say how old it gets, nor whether it may be renewed.")
    assert gaps.says_silent("The guide does not mention tape.")
    assert not gaps.says_silent("The guide's advice is five days.")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("where is Backup Infrastructure?", True),
        ("what is Backup Infrastructure?", False),
        ("where is Settings?", False),
    ],
)
def test_a_place_is_found_by_a_name_of_more_than_one_word(query: str, found: bool) -> None:
    texts = ["In **Settings**, select **Backup Infrastructure**."]

    assert gaps.is_place_of(texts, query) is found


def test_what_the_matrix_does_not_list_is_a_verdict() -> None:
    assert gaps.is_verdict(
        "The guide does not list VMware hosts: its matrix names workloads inside machines."
    )
    assert gaps.is_verdict("The guide does not list a whole machine in its protection matrix: only volumes.")
    assert not gaps.is_verdict("The guide does not list the languages of the download page.")
    assert not gaps.is_verdict("The guide does not describe alerts.")


@pytest.mark.parametrize(
    ("query", "attribute"),
    [
        ("checksum of the setup file?", "checksum"),
        ("what's the block size of an attached disk", "block size"),
        ("how many sockets does the machine take", "sockets"),
        ("how many more can it take", ""),
        ("may the disk be shared", ""),
    ],
)
def test_what_is_asked_for_of_a_thing_is_read(query: str, attribute: str) -> None:
    assert gaps.attribute_of(query) == attribute


def test_a_figure_is_asked_for_and_told() -> None:
    assert gaps.asks_figure("how many seats are there")
    assert not gaps.asks_figure("what decides how much fits")
    assert gaps.has_figure("It takes four disks.")
    assert not gaps.has_figure("A shared account costs speed.")
