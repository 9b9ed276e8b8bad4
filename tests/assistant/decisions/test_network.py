"""The allowlist: what its eight entries cover, and what a set of firewall rules lacks."""

from __future__ import annotations

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.decisions.network import (
    ENTRIES,
    NAMES,
    RANGES,
    check_rules,
    decide,
    missing_entries,
    others,
    parse_destination,
    unlisted,
)
from assistant.decisions.types import DecisionInputError

COVERED = [
    ("www.msftncsi.com", "www.msftncsi.com"),
    ("WWW.MSFTNCSI.COM.", "www.msftncsi.com"),
    ("http://www.msftconnecttest.com/connecttest.txt", "www.msftconnecttest.com"),
    ("download.microsoft.com", "*.Microsoft.com"),
    ("a.b.c.MICROSOFT.com:443", "*.Microsoft.com"),
    ("*.microsoft.com", "*.Microsoft.com"),
    ("*.update.microsoft.com", "*.Microsoft.com"),
    ("management.core.windowsazure.com", "*.WindowsAzure.com"),
    ("https://user:pw@login.microsoftonline.com:443/a?b#c", "*.microsoftonline.com"),
    ("x.blob.core.windows.net", "*.windows.net"),
    ("20.190.128.0", "20.190.128.0/18"),
    ("20.190.191.255", "20.190.128.0/18"),
    ("https://40.126.63.255:443/", "40.126.0.0/18"),
    ("20.190.128.0/18", "20.190.128.0/18"),
    ("40.126.16.0/20", "40.126.0.0/18"),
]
NOT_COVERED = [
    "microsoft.com",
    "windows.net",
    "msftncsi.com",
    "ftp.msftncsi.com",
    "evilmicrosoft.com",
    "microsoft.com.evil.org",
    "*.msftncsi.com",
    "x.blob.storage.azure.net",
    "20.190.127.255",
    "20.190.192.0",
    "40.126.64.0",
    "20.190.0.0/16",
    "0.0.0.0/0",
    "2603:1006:2000::1",
    "[2603:1006:2000::1]:443",
    "*",
]


@pytest.mark.parametrize(("asked", "entry"), COVERED)
def test_covered_destinations_name_their_entry(asked: str, entry: str) -> None:
    result = decide(asked)

    assert (result.outcome, result.outputs) == ("covered", {"entry": entry})
    assert result.headline.startswith("Yes.")


@pytest.mark.parametrize("asked", NOT_COVERED)
def test_everything_else_is_not_on_the_list(asked: str) -> None:
    result = decide(asked)

    assert (result.outcome, result.rules) == ("not_listed", ())
    assert result.headline.startswith(("No.", "Only as "))


def test_near_misses_say_why() -> None:
    assert "not the bare name" in decide("microsoft.com").reason
    assert "wider" in decide("20.190.0.0/16").reason
    assert "IPv4" in decide("::1").reason


@pytest.mark.parametrize(
    "text", ["", "http://", "a b", "-x.com", "999.1.1.1", "1.2.3", "*.*", "a..b", "10.0.0.0/33", "?"]
)
def test_what_is_no_destination_is_refused(text: str) -> None:
    with pytest.raises(DecisionInputError):
        parse_destination(text)


@given(st.ip_addresses(v=4))
def test_addresses_agree_with_the_ranges(address: ipaddress.IPv4Address) -> None:
    expected = any(address in ipaddress.ip_network(text) for text in RANGES)

    assert (decide(str(address)).outcome == "covered") == expected


@given(st.sampled_from(RANGES), st.integers(0, 2**14 - 1))
def test_every_address_inside_is_covered(text: str, offset: int) -> None:
    address = ipaddress.IPv4Network(text)[offset]

    assert decide(str(address)).outputs["entry"] == text


@given(st.lists(st.from_regex(r"[a-z0-9]{1,8}", fullmatch=True), min_size=1, max_size=4))
def test_a_wildcard_covers_any_depth(labels: list[str]) -> None:
    assert decide(".".join([*labels, "windows", "net"])).outcome == "covered"


def test_the_guides_own_list_is_complete_for_itself() -> None:
    assert missing_entries(ENTRIES) == ()
    assert check_rules(ENTRIES).outcome == "complete"


@pytest.mark.parametrize("left_out", ENTRIES)
def test_each_entry_left_out_is_missing(left_out: str) -> None:
    assert missing_entries(entry for entry in ENTRIES if entry != left_out) == (left_out,)


def test_wider_rules_cover_and_narrower_dont() -> None:
    names = ["*"]
    assert missing_entries([*names, "20.128.0.0/9", "40.126.0.0/16"]) == ()
    assert missing_entries([*names, "20.190.128.0/19", "40.126.0.0/18"]) == ("20.190.128.0/18",)
    assert "*.windows.net" in missing_entries(["*.blob.core.windows.net"])
    assert missing_entries([]) == ENTRIES


def test_a_bad_firewall_rule_is_refused() -> None:
    with pytest.raises(DecisionInputError, match="not a name"):
        missing_entries(["what ever"])


def test_nothing_asked_tells_the_whole_list() -> None:
    result = decide()

    assert all(entry in result.reason for entry in ENTRIES)
    assert len(result.rules) == 8


@given(st.text(max_size=40))
def test_any_text_is_a_destination_or_refused(text: str) -> None:
    try:
        asked = parse_destination(text)
    except DecisionInputError:
        return
    assert str(asked)


@pytest.mark.parametrize("entry", ENTRIES)
def test_the_others_are_the_rest_of_the_same_kind(entry: str) -> None:
    kind = RANGES if entry in RANGES else NAMES

    assert others([entry]).outputs["others"].split(", ") == [one for one in kind if one != entry]


def test_the_names_below_a_bare_domain_are_left_out_with_it() -> None:
    assert "*.Microsoft.com" not in others(["microsoft.com"]).outputs["others"]


def test_an_address_within_a_range_leaves_the_other_range() -> None:
    assert RANGES[1] in others(["20.190.128.0"]).headline
    assert "no other IP range" in others(RANGES).headline


def test_what_is_missing_among_the_names_leaves_the_ranges_out() -> None:
    assert check_rules(NAMES, NAMES).outcome == "complete"
    assert check_rules(NAMES[1:], NAMES).outputs == {"missing": NAMES[0], "count": "1 of 6"}


def test_a_service_by_name_alone_is_not_listed() -> None:
    assert unlisted("github").outcome == "not_listed"
