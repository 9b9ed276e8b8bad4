"""Numbers told as an error that no error can have as written."""

from __future__ import annotations

import pytest

from assistant.codes.finding.malformed_codes import mended, misfits_in, no_entry
from assistant.codes.reference import load_reference


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("what is error 41414141", ("41414141",)),
        ("err no. 900900900 pops up", ("900900900",)),
        ("event 77777777 on the server", ("77777777",)),
        ("ID 3106 vs 45454545?", ("45454545",)),
        ("errors 4024, 91919191", ("91919191",)),
        ("error 8o8o", ("8o8o",)),
    ],
)
def test_what_no_error_is_written_like(text: str, numbers: tuple[str, ...]) -> None:
    assert misfits_in(text) == numbers


@pytest.mark.parametrize(
    "text",
    [
        "error 3106",
        "error 2147942405",
        "ticket ID 12345678",
        "our order code 12345678",
        "error on 20261015",
        "error since monday, 12345678 files",
        "error -2147024891",
        "id 0x12345678",
        "error oil",
    ],
)
def test_what_is_left_alone(text: str) -> None:
    assert misfits_in(text) == ()


def test_a_letter_is_read_as_the_digit_where_that_error_is_known() -> None:
    known = load_reference().has

    assert mended("error 4O24 in setup", known) == "error 4024 in setup"
    assert mended("ID 3lo6", known) == "ID 3106"
    assert mended("error 9o9o9", known) == "error 9o9o9"
    assert mended("server dc1o1", known) == "server dc1o1"


def test_it_is_said_that_there_is_no_entry() -> None:
    finding = no_entry(("41414141",))

    assert finding.status == "abstained"
    assert "no entry for 41414141" in finding.statements[0].text
