"""Sizes, speeds, versions and numbers as people write them."""

from __future__ import annotations

import contextlib
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.decisions.reading.numbers import parse_number
from assistant.decisions.reading.quantities import (
    find_rates,
    find_sizes,
    format_rate,
    format_size,
    parse_count,
    parse_rate,
    parse_size,
    parse_version,
    plain,
    show_size,
)
from assistant.decisions.types import DecisionInputError


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", "0"),
        ("12", "12"),
        ("1,500", "1500"),
        ("1,500.5", "1500.5"),
        ("1,5", "1.5"),
        ("1.5", "1.5"),
        ("1.500.000", "1500000"),
        ("1 1/2", "1.5"),
        ("3/4", "0.75"),
        ("2½", "2.5"),
        ("½", "0.5"),
        ("a", "1"),
        ("an", "1"),
        ("half", "0.5"),
        ("half a", "0.5"),
        ("a half", "0.5"),
        ("two and a half", "2.5"),
        ("twenty-one", "21"),
        ("a hundred", "100"),
        ("two hundred and five", "205"),
        ("a dozen", "12"),
        ("half a dozen", "6"),
        ("Sixteen", "16"),
    ],
)
def test_numbers_in_digits_and_words(text: str, value: str) -> None:
    number = parse_number(text)

    assert number.value == Decimal(value)
    assert not number.fuzzy


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("three point six", "3.6"),
        ("twenty-one comma zero five", "21.05"),
        ("4 dot 2", "4.2"),
        ("seven point two five", "7.25"),
    ],
)
def test_a_number_that_is_read_out(text: str, value: str) -> None:
    assert parse_number(text).value == Decimal(value)


def test_a_point_of_another_kind_is_none_of_a_number() -> None:
    assert [found.value.gb for found in find_sizes("at this point two GB, one recovery point, 3 GB")] == [
        2,
        3,
    ]


@pytest.mark.parametrize(("text", "value"), [("a couple of", 2), ("a few", 3), ("several", 5)])
def test_vague_numbers_say_so(text: str, value: int) -> None:
    number = parse_number(text)

    assert number.value == value
    assert number.fuzzy


@pytest.mark.parametrize("text", ["", "x", "1/0", "1,50,0", "--", "NaN", "inf", "1e5", "١"])
def test_other_texts_are_no_numbers(text: str) -> None:
    if text == "١":
        assert parse_number(text).value == 1  # an Arabic-Indic one is a digit too
        return
    with pytest.raises(ValueError, match=r"number|divided"):
        parse_number(text)


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("1.5 TB", 15 * 10**11),
        ("500GB", 5 * 10**11),
        ("8T", 8 * 10**12),
        ("8 T", 8 * 10**12),
        ("1,500 GB", 15 * 10**11),
        ("half a terabyte", 5 * 10**11),
        ("eight terabytes", 8 * 10**12),
        ("500 gigs", 5 * 10**11),
        ("about 8 TB", 8 * 10**12),
        ("2 TiB", 2 * 2**40),
        ("3 GiB", 3 * 2**30),
        ("4 gibibytes", 4 * 2**30),
        ("4 gigabytes", 4 * 10**9),
        ("1 PB", 10**15),
        ("700 MB", 7 * 10**8),
        ("1 tebibyte", 2**40),
        ("512 bytes", 512),
        ("one whole TB", 10**12),
        ("a full terabyte", 10**12),
        ("two entire TiB", 2 * 2**40),
    ],
)
def test_sizes(text: str, size: int) -> None:
    parsed = parse_size(text)

    assert parsed.bytes == size
    assert parsed.binary == any(unit in text.lower() for unit in ("ib", "bibyte"))


@pytest.mark.parametrize(
    "text", ["0 GB", "-3 TB", "−3 TB", "NaN TB", "inf GB", "8", "TB", "", "10 Mbps", "10 MB/s", "1e5 TB"]
)
def test_what_is_no_usable_size_is_refused(text: str) -> None:
    with pytest.raises(DecisionInputError):
        parse_size(text)


def test_absurd_sizes_are_refused_with_the_reason() -> None:
    with pytest.raises(DecisionInputError, match="1000 PB"):
        parse_size(f"1{'0' * 30} TB")
    with pytest.raises(DecisionInputError, match="negative"):
        parse_size("-1 TB")


@given(st.integers(1, 10**6), st.sampled_from(["KB", "MB", "GB", "TB"]), st.sampled_from(["", " ", "-"]))
def test_sizes_scale_by_thousands(amount: int, unit: str, gap: str) -> None:
    assert (
        parse_size(f"{amount}{gap}{unit}").bytes
        == amount * 1000 ** ("KB", "MB", "GB", "TB").index(unit) * 1000
    )


@given(st.integers(1, 10**15))
def test_a_formatted_size_reads_back_within_half_a_percent(size: int) -> None:
    again = parse_size(format_size(Decimal(size))).bytes

    assert abs(again - size) <= Decimal(size) / 200


@pytest.mark.parametrize(
    ("text", "gb"),
    [
        ("a quarter of a TB", 250),
        ("three quarters of one terabyte", 750),
        ("quarter TB", 250),
        ("two and a quarter TB", 2250),
        ("a tenth of a petabyte", 100_000),
        ("a fifth of a TB", 200),
    ],
)
def test_a_fraction_in_words_is_a_size(text: str, gb: int) -> None:
    (found,) = find_sizes(f"it is {text} by now")

    assert found.value.gb == gb


@pytest.mark.parametrize("text", ["the third TB", "a third TB came", "this quarter, TB by TB"])
def test_an_ordinal_or_a_part_of_the_year_is_no_fraction_of_a_size(text: str) -> None:
    assert not find_sizes(text)


def test_sizes_are_found_in_a_sentence_and_speeds_are_not() -> None:
    text = "we send 8 TB over a 10 Mbps line to 500 gigs of scratch"

    assert [text[f.start : f.end] for f in find_sizes(text)] == ["8 TB", "500 gigs"]
    assert [rate for rate, _, _ in find_rates(text)] == [10_000_000]


@pytest.mark.parametrize(
    ("text", "bits"),
    [
        ("10 Mbps", 10**7),
        ("1 gbit", 10**9),
        ("100 Mbit/s", 10**8),
        ("10 Mb/s", 10**7),
        ("12 MB/s", 96 * 10**6),
        ("512 kbps", 512_000),
        ("a gigabit line", 10**9),
        ("50 mb line", 5 * 10**7),
        ("20 MBps", 16 * 10**7),
        ("10 megabit per second", 10**7),
        ("2.5 Gbps", 25 * 10**8),
    ],
)
def test_speeds(text: str, bits: int) -> None:
    assert parse_rate(text) == bits
    assert parse_rate(format_rate(Decimal(bits))) == bits


@pytest.mark.parametrize("text", ["0 Mbps", "-10 Mbps", "10", "10 GB", "fast", "", "100000000 Gbps"])
def test_what_is_no_usable_speed_is_refused(text: str) -> None:
    with pytest.raises(DecisionInputError):
        parse_rate(text)


@pytest.mark.parametrize(("text", "value"), [("4", 4), ("sixteen", 16), ("1,000", 1000)])
def test_counts(text: str, value: int) -> None:
    assert parse_count(text, "disks") == value


@pytest.mark.parametrize("text", ["0", "-1", "2.5", "x", "", "10000000"])
def test_what_is_no_count_is_refused(text: str) -> None:
    with pytest.raises(DecisionInputError):
        parse_count(text, "disks")


def test_versions_compare_by_numbers_then_service_pack() -> None:
    rising = ["2.0", "3.0 SP2", "3.5", "3.5 SP1", "3.5 sp2", "4", "4.0.1", "4.5", "4.7.2", "4.8", "4.10"]

    parsed = [parse_version(text) for text in rising]
    assert parsed == sorted(parsed)
    assert len(set(parsed)) == len(parsed)


@pytest.mark.parametrize(
    "text",
    ["3.5 SP1", "v3.5 sp1", ".NET 3.5 SP1", ".NET Framework 3.5 with Service Pack 1", "3.5SP1", "3.5.0 SP 1"],
)
def test_one_version_in_many_spellings(text: str) -> None:
    assert str(parse_version(text)) == "3.5 SP1"


@pytest.mark.parametrize("text", ["", "latest", "SP1", "3,5", "1.2.3.4.5", "-4"])
def test_what_is_no_version_is_refused(text: str) -> None:
    with pytest.raises(DecisionInputError):
        parse_version(text)


@given(st.lists(st.integers(0, 99), min_size=1, max_size=4), st.integers(0, 9))
def test_a_version_reads_back_from_its_own_text(numbers: list[int], pack: int) -> None:
    version = parse_version(".".join(map(str, numbers)) + (f" SP{pack}" if pack else ""))

    assert parse_version(str(version)) == version


@given(st.decimals(0, 10**9, places=4))
def test_plain_numbers_keep_two_places(value: Decimal) -> None:
    assert abs(Decimal(plain(value).replace(",", "")) - value) <= Decimal("0.005")


@given(st.text(max_size=30))
def test_parsers_only_ever_refuse_in_their_own_way(text: str) -> None:
    for parser in (parse_size, parse_rate, parse_version):
        with contextlib.suppress(DecisionInputError):
            assert parser(text)


def test_a_size_is_shown_as_it_was_told() -> None:
    assert show_size(parse_size("1.5 TB")) == "1.5 TB"
    assert show_size(parse_size("2 TiB")) == "2 TiB"
