"""Numbers of postal addresses."""

from __future__ import annotations

import re

import pytest

from assistant.codes.finding.postal import is_in_address


def numbers_of_address(text: str) -> list[str]:
    """The numbers of a text that are read as those of an address."""
    return [m[0] for m in re.finditer(r"\b\d+\b", text) if is_in_address(text, *m.span())]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Elbe-Bau AG, Hafenweg 7, 20457 Hamburg", ["7", "20457"]),
        ("10115 Berlin", ["10115"]),
        ("D-80331 München, 3rd floor", ["80331"]),
        ("rue du Port 12 - 33510 Andernos-les-Bains", ["12", "33510"]),
        ("host FS2 (33001 Oviedo) is offline", ["33001"]),
    ],
)
def test_a_postcode_stands_before_its_town_and_a_house_before_both(text: str, numbers: list[str]) -> None:
    assert numbers_of_address(text) == numbers


@pytest.mark.parametrize(
    "text",
    [
        "33424 Backup Failed",
        "(30111 VSS Error)",
        "agent, 31008 Protection agent is offline",
        "error 33424, Berlin",
        "we have 40 GB, 33424 again",
    ],
)
def test_a_message_is_no_town(text: str) -> None:
    assert numbers_of_address(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Via Roma 3106",
        "Kungsgatan 3106",
        "ul. Długa 3106",
        "3106 Main Street",
        "3106, rue de la Paix",
        "3106 Hauptstr.",
    ],
)
def test_a_house_stands_beside_its_street(text: str) -> None:
    start = text.index("3106")

    assert is_in_address(text, start, start + 4)


@pytest.mark.parametrize("text", ["via console 3106", "the rue 3106", "3106 Agent error", "Main 3106"])
def test_other_words_are_no_street(text: str) -> None:
    start = text.index("3106")

    assert not is_in_address(text, start, start + 4)
