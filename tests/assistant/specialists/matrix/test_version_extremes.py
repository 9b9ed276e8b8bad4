"""Oldest and newest, each of the products that it is said of."""

from __future__ import annotations

import pytest

from assistant.decisions.matrix.protection_rules import Family
from assistant.specialists.matrix.version_extremes import extremes


def leads(text: str, *carried: Family) -> list[str]:
    return [finding.statements[0].text.split(" in the ")[0] for finding in extremes(text, carried)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "earliest SharePoint, latest Windows",
            ["SharePoint 2010 is the oldest SharePoint", "Windows Server 2016 is the newest Windows Server"],
        ),
        (
            "oldest and newest SQL",
            ["SQL Server 2012 SP1 is the oldest SQL Server", "SQL Server 2016 is the newest SQL Server"],
        ),
        (
            "SQL: oldest, newest?",
            ["SQL Server 2012 SP1 is the oldest SQL Server", "SQL Server 2016 is the newest SQL Server"],
        ),
        (
            "lowest of each: sql and sharepoint",
            ["SQL Server 2012 SP1 is the oldest SQL Server", "SharePoint 2010 is the oldest SharePoint"],
        ),
        ("the newest t-sql row wins", []),
        ("SQL Server 2014", []),
    ],
)
def test_each_superlative_with_its_products(text: str, told: list[str]) -> None:
    assert leads(text) == told


def test_a_product_of_the_turn_before_is_meant_where_none_is_named() -> None:
    assert leads("and the oldest?", Family.SHAREPOINT) == ["SharePoint 2010 is the oldest SharePoint"]


def test_what_is_listed_is_told_once() -> None:
    first, second = extremes("oldest and newest SharePoint", ())
    assert len(first.statements) > len(second.statements) == 1
