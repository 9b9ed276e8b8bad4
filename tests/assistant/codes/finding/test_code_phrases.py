"""Phrases of messages in which a number is a code."""

from __future__ import annotations

import pytest

from assistant.codes.finding.code_phrases import find_phrased


def numbers(text: str) -> list[str]:
    return [text[start:end] for start, end, _ in find_phrased(text)]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("it ended in 1603 (exit code)", "1603"),
        ("0x80070070 (112) on F:", "112"),
        ("konsol 3106 hatası veriyor", "3106"),
        ("az ügynök 52-es hibát ad", "52"),
        ("<tr><td>Failed</td><td>30111</td></tr>", "30111"),
        ("took 33424 as an error", "33424"),
    ],
)
def test_what_stands_behind_or_before_a_number_makes_it_a_code(text: str, number: str) -> None:
    assert numbers(text) == [number]


@pytest.mark.parametrize(
    "text",
    [
        "1603 (exit ramp)",
        "0x80070070 (113)",
        "3106 hastalar",
        "<td>Size</td><td>30111</td>",
        "took 33424 as proof",
    ],
)
def test_other_phrases_do_not(text: str) -> None:
    assert numbers(text) == []
