"""Finding codes in text: what is one, what is not, and where it stands."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from rows import every

from assistant.codes.code_extraction import find_codes
from assistant.codes.entries import CodeId
from assistant.codes.finding.found_code import LINE_LIMIT, FoundCode
from assistant.codes.reference import load_reference

CASES: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("code_cases.yaml").read_text("utf-8"))


def sure(text: str) -> list[FoundCode]:
    return [code for code in find_codes(text) if not code.candidate]


@every("case", CASES["codes"])
def test_the_codes_of_a_text_are_found_and_nothing_else(case: dict[str, Any]) -> None:
    expected = {value.lower() for value in case["values"]}

    assert {code.value.lower() for code in sure(case["text"])} == expected


@every("text", CASES["none"])
def test_numbers_that_are_no_codes_are_left_alone(text: str) -> None:
    assert sure(text) == []


def readings(text: str) -> list[tuple[CodeId, ...]]:
    return [code.readings for code in sure(text)]


def test_the_cue_decides_the_namespace() -> None:
    assert readings("ID 4024")[0][0] == CodeId("mabs", "4024")
    assert readings("event ID 4024")[0][0] == CodeId("event", "4024")
    assert readings("HTTP 403") == [(CodeId("http", "403"),)]
    assert readings("system error 5")[0][0] == CodeId("win32", "5")
    assert readings("0x5")[0][0] == CodeId("win32", "5")
    assert readings("0x2740")[0][0] == CodeId("winsock", "10048")
    assert readings("0x186D2")[0][0] == CodeId("mabs", "100050")


def test_without_a_deciding_cue_every_namespace_stays_open() -> None:
    code = sure("error 403")[0]

    assert not code.exclusive
    assert {CodeId("mabs", "403"), CodeId("http", "403")} <= set(code.readings)


def test_an_hresult_is_itself_first_and_the_windows_code_that_it_wraps_last() -> None:
    assert [code.namespace for code in readings("0x80070005")[0]] == ["hresult", "vss", "win32", "winsock"]
    assert CodeId("winsock", "10054") in readings("0x80072746")[0]
    assert readings("0x800423F4") == [(CodeId("hresult", "0x800423F4"), CodeId("vss", "0x800423F4"))]


def test_numbers_of_sql_server_are_told_apart_from_ours() -> None:
    assert readings("Msg 3013, Level 16, State 1") == [(CodeId("sql", "3013"),)]


def test_the_outer_code_is_told_from_the_windows_code_within() -> None:
    found = sure("(ID 104 Details: Access is denied (0x80070005))")

    assert [(code.value, code.role) for code in found] == [("104", "outer"), ("0x80070005", "inner")]
    assert [code.role for code in sure("failed with 0x80070005")] == ["outer"]


def test_a_bare_number_of_three_digits_that_is_known_is_offered_but_not_taken() -> None:
    found = find_codes("the 306 stands on the new server")

    assert [(code.value, code.candidate) for code in found] == [("306", True)]


def test_a_longer_bare_number_that_is_known_is_taken() -> None:
    assert [code.value for code in sure("we see 33424 on the new server")] == ["33424"]
    assert sure("0A54 1F3C 06/18 22:41:07 service.cpp(314) 33424 bytes") == []


def test_what_fits_a_number_can_be_given() -> None:
    assert sure("today, 2034") == []
    assert [c.value for c in find_codes("today, 2034", fits=lambda text, number: 8.0)] == ["2034"]


def test_a_bare_year_is_not_even_offered() -> None:
    assert find_codes("the servers from 2013 and 2016") == ()


def test_what_counts_as_known_can_be_given() -> None:
    assert sure("job ended, 777123 again") == []
    assert [c.value for c in find_codes("job ended, 777123 again", lambda code: code.value == "777123")] == [
        "777123"
    ]


def test_a_code_in_a_log_comes_with_its_first_line_and_how_often_it_occurs() -> None:
    lines = [
        f"10/21 21:02:{n % 60:02d}.611 71 backupasync.cpp(1234) NORMAL volume {n} of 500" for n in range(500)
    ]
    lines[216] += " (ID: 33424 Details: Access is denied (0x80070005))"
    lines[400] += " (ID: 33424)"
    found = sure("\n".join(lines))

    assert [(code.value, code.line_number, code.count) for code in found] == [
        ("33424", 217, 2),
        ("0x80070005", 217, 1),
    ]
    assert found[0].line == lines[216]


def test_a_long_line_is_cut_around_the_code() -> None:
    code = sure("x" * 5000 + " (ID 33424) " + "y" * 5000)[0]

    assert "(ID 33424)" in code.line
    assert len(code.line) <= LINE_LIMIT + 6


def test_lines_of_a_log_that_differ_in_their_figures_only_keep_their_own_codes() -> None:
    lines = [f"10/21 21:02:{n % 60:02d}.{n:03d} job {n} ended (ID: {33424 + n % 2})" for n in range(700)]
    lines[350] = "10/21 21:07:11.350 job 350 of ticket ID: 33411 ended"

    assert [code.value for code in sure("\n".join(lines))] == ["33424", "33425"]


def test_a_megabyte_of_log_asks_the_reference_about_few_numbers_only() -> None:
    line = (
        "1B7AFBE0 44B4 3968 10/21 21:02:21.611 71 backupasync.cpp(1234) NORMAL 4096 bytes to 10.0.0.5:443\n"
    )
    asked: list[CodeId] = []
    log = line * (1_000_000 // len(line))

    def known(code: CodeId) -> bool:
        asked.append(code)
        return load_reference().has(code)

    find_codes(log, known)

    assert len(asked) < log.count("\n") * 5


@pytest.mark.parametrize(
    "piece", ["error ", "ID: ", "0x", "1", "code\n", "Error 1 ", "is the ", "A", "\n", " ", "("]
)
def test_long_repetition_is_read_in_one_go(piece: str) -> None:
    """A pattern that backtracks without bound would not come back from these."""
    assert isinstance(find_codes(piece * (60_000 // len(piece))), tuple)


TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(
        st.sampled_from(
            [
                "error",
                "ID",
                "event",
                "0x",
                "0x80070005",
                "-2147024891",
                "33424",
                "5",
                "code",
                "(",
                ")",
                ":",
                "\n",
                "=",
                "-",
                "2016",
                "GB",
                "HTTP",
                "403",
                "İ",
                "ß",
                "186D2",
                "fail",
                "and",
                ",",
                "/",
                "٣",
                "²",
            ]
        ),
        max_size=25,
    ).map(" ".join),
    st.lists(
        st.sampled_from(["error", "ID", "0x", "8007", "0005", "334", "24", "\n", "-", " "]), max_size=25
    ).map("".join),
)


@given(TEXTS)
def test_any_text_is_read_and_offsets_point_at_the_words(text: str) -> None:
    found = find_codes(text)

    for code in found:
        assert text[code.start : code.end] == code.words
        assert text[: code.start].count("\n") + 1 == code.line_number
    assert [code.start for code in found] == sorted(code.start for code in found)
    assert len({code.readings[0] for code in found}) == len(found)


@given(st.integers(min_value=100_000, max_value=999_999))
def test_decimal_and_hexadecimal_are_one_id_from_100000_up(number: int) -> None:
    assert (
        sure(f"error {number}")[0].readings[0]
        == sure(f"error 0x{number:X}")[0].readings[0]
        == CodeId("mabs", str(number))
    )


@given(st.integers(min_value=1, max_value=99_999))
def test_below_100000_they_are_not(number: int) -> None:
    assert all(code.namespace in ("win32", "winsock") for code in sure(f"error 0x{number:X}")[0].readings)


@given(st.integers(min_value=0x80000000, max_value=0xFFFFFFFF))
def test_an_hresult_is_the_same_signed_unsigned_and_in_hexadecimal(number: int) -> None:
    spelled = [f"error 0x{number:x}", f"error {number}", f"error {number - (1 << 32)}"]
    expected = CodeId("hresult", f"0x{number:08X}")
    long_enough = [text for text in spelled if not text.startswith("error -") or len(text) >= 14]

    assert [sure(text)[0].readings[0] for text in long_enough] == [expected] * len(long_enough)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("cbengine: error 100 050 again", ["100050"]),
        ("ID 50 004 since monday", ["50004"]),
        ("error 100 200 GB left", ["100"]),
        ("the pool has 100 050 files", []),
    ],
)
def test_a_blank_may_stand_before_the_last_three_digits(text: str, values: list[str]) -> None:
    assert [code.value for code in sure(text)] == values


def test_an_event_may_have_a_single_digit_without_an_entry() -> None:
    assert [code.value for code in sure("Event ID 4 MSDPM")] == ["4"]


@pytest.mark.parametrize("joint", ["vs", "vs.", "versus", "or"])
def test_two_ids_against_each_other_are_both_found(joint: str) -> None:
    found = find_codes(f"ID 822 {joint} ID 803 whats the difference", load_reference().has)

    assert [code.value for code in found if not code.candidate] == ["822", "803"]


def test_a_code_that_is_obtained_is_one_and_a_door_code_is_not() -> None:
    assert [c.value for c in find_codes("I obtain code 864 when I choose a drive") if not c.candidate] == [
        "864"
    ]
    assert not [c for c in find_codes("the door code 864 was changed") if not c.candidate]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("3106/40003", ["3106", "40003"]),
        ("30229/100050?", ["30229", "100050"]),
        ("2016/2019", []),
        ("1024/2048", []),
        ("3106/2048", []),
    ],
)
def test_known_numbers_that_are_all_a_question_has_are_codes(text: str, codes: list[str]) -> None:
    assert [code.words for code in find_codes(text) if not code.candidate] == codes
