"""Products told one after the other, and all of them asked about at last."""

from __future__ import annotations

import pytest

from assistant.understanding.product.told_products import asked_of_all
from assistant.understanding.read import facts_of, read_question


def asked(*turns: str) -> str | None:
    told: list[tuple[str, dict[str, object]]] = []
    for turn in turns[:-1]:
        reading = read_question(turn, told[-1][1] if told else {})
        told.append((turn, facts_of(reading, "protection", ())))
    return asked_of_all(turns[-1], told)


@pytest.mark.parametrize(
    ("turns", "names"),
    [
        (
            ("we run 2012, 2019 windows servers", "plus a sql 2016", "which of them falls out"),
            ["Windows Server 2012", "Windows Server 2019", "SQL Server 2016"],
        ),
        (
            ("which sharepoints are in it?", "ours are 2010 and 2019. which one isn't in it?"),
            ["SharePoint 2010", "SharePoint 2019"],
        ),
        (
            ("exchange 2013 on one vm", "sql 2014 on another", "are they all supported"),
            ["Exchange Server 2013", "SQL Server 2014"],
        ),
    ],
)
def test_all_that_was_told_is_asked_about(turns: tuple[str, ...], names: list[str]) -> None:
    whole = asked(*turns)

    assert whole is not None
    assert whole.partition(": ")[2].rstrip("?").split(", ") == names


@pytest.mark.parametrize(
    "turns",
    [
        ("sql 2016 covered?", "which one did you use"),
        ("sql 2016 covered?", "which of them is listed"),
        ("images here: 2012, 2016 dc", "which of these can be the base for the backup server"),
    ],
)
def test_one_product_or_another_matter_is_none(turns: tuple[str, ...]) -> None:
    assert asked(*turns) is None
