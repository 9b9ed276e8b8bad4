"""Ports of services beside their names."""

from __future__ import annotations

import pytest

from assistant.codes.finding.ports import is_port


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Kerberos 88 is open", "88"),
        ("LDAP tcp/389", "389"),
        ("smb: 445", "445"),
        ("SQL 1433 and 1434", "1434"),
        ("something holds 5718 and 5719", "5719"),
        ("something holds 5718/5719", "5718"),
        ("proxy 3128", "3128"),
    ],
)
def test_a_service_is_known_by_its_port(text: str, number: str) -> None:
    start = text.rindex(number)
    assert is_port(text, start, start + len(number))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Kerberos 4771", "4771"),
        ("netlogon 5719", "5719"),
        ("net use 53", "53"),
        ("telnet 10060", "10060"),
        ("SQL 18456", "18456"),
        ("5719 and 1055", "5719"),
    ],
)
def test_other_numbers_of_a_service_are_left_open(text: str, number: str) -> None:
    start = text.index(number)
    assert not is_port(text, start, start + len(number))
