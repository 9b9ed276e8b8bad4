"""Abbreviations and names of products, written out."""

from __future__ import annotations

import pytest

from assistant.specialists.errors.abbreviations import spelled_out


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("the srv is slow, pg 3 too", "the server is slow, protection group 3 too"),
        ("sql-db and pg1", "sql-database and protection group1"),
        ("how do I update srv-3cc2", "how do I update srv-3cc2"),
        ("db-01.contoso.com: FW", "db-01.contoso.com: firewall"),
    ],
)
def test_abbreviations_are_written_out_but_not_in_names_of_machines(text: str, spelled: str) -> None:
    assert spelled_out(text) == spelled


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("FRA-SQL-02 can't be reached", "server can't be reached"),
        ("slow since Sophos came", "slow since antivirus sophos came"),
        ("the AG moved", "the availability group moved"),
    ],
)
def test_numbered_machines_and_products_become_what_they_are(text: str, spelled: str) -> None:
    assert spelled_out(text) == spelled
