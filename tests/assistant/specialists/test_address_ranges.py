"""The guide's address ranges written out, where their bounds, mask or number are asked for."""

from __future__ import annotations

import pytest

from assistant.decisions import address_ranges
from assistant.decisions.network import RANGES
from assistant.specialists.address_ranges import asked_for
from assistant.understanding.read import read_question


@pytest.mark.parametrize(
    "text",
    [
        "our router takes no CIDR, what are the two ranges in full?",
        "give me start and end of the IP ranges",
        "netmask of the documented ranges?",
        "how many addresses are in both ip ranges",
        "the ranges on the list: lowest address and highest address please",
    ],
)
def test_both_ranges_are_written_out(text: str) -> None:
    assert asked_for(read_question(text)) == RANGES


def test_a_named_range_is_written_out_alone() -> None:
    assert asked_for(read_question("last ip of 40.126.0.0/18?")) == (RANGES[1],)


@pytest.mark.parametrize(
    "text",
    [
        "which ip ranges must the firewall let through?",
        "which ip ranges are opened from our server to Azure?",
        "first address of 10.0.0.0/8?",
        "is 20.190.128.7 within the ranges, from start to end?",
        "from which page do I go to the vault?",
        "the first and the last disk of the pool",
    ],
)
def test_other_questions_on_ranges_are_left_alone(text: str) -> None:
    assert not asked_for(read_question(text))


def test_the_bounds_are_those_of_the_network() -> None:
    outputs = address_ranges.written_out().outputs

    assert outputs["span"] == "20.190.128.0 to 20.190.191.255; 40.126.0.0 to 40.126.63.255"
    assert (outputs["mask"], outputs["addresses"]) == ("255.255.192.0", "16,384")
