"""A machine's name tells what the bare version beside it is of."""

from __future__ import annotations

import pytest
from rows import every

from assistant.assistant import Assistant
from assistant.understanding.product.product_machines import is_told_with_version, is_version
from assistant.understanding.product.products import find_products
from assistant.understanding.topics import find_vm_sizes

WIN, SQL, SP, EX = "windows-server", "sql-server", "sharepoint", "exchange"


@every(
    ("text", "told"),
    [
        (
            "SQL11 - 2016; fs04 2008 R2; SP03 2013: covered?",
            [(SQL, "2016"), (WIN, "2008 R2"), (SP, "2013")],
        ),
        ("EX02 2013, MSSQL5: 2017, DC-2 2012", [(EX, "2013"), (SQL, "2017"), (WIN, "2012")]),
        ("SQLDEV (2012 SP1) and FILESRV01 = 2019", [(SQL, "2012"), (WIN, "2019")]),
        ("SP-FARM is 2010, sql-03 runs 2005", [(SP, "2010"), (SQL, "2005")]),
        ("DC2 2016, SP1 2019", [(WIN, "2016"), (SP, "2019")]),
        ("SQL16 2014", [(SQL, "2014")]),
        # the release of Windows Server alone, and the one below a product that is told itself
        ("SQL01 2012 R2", [(WIN, "2012 R2")]),
        ("SP02 2012", [(WIN, "2012")]),
        ("SQL04 2016 with SQL 2014", [(WIN, "2016"), (SQL, "2014")]),
    ],
)
def test_a_version_beside_a_machine_is_of_what_its_name_tells(text: str, told: list[tuple[str, str]]) -> None:
    assert [(one.family, one.version) for one in find_products(text)] == told


@every(
    "text",
    [
        "SQL02 2019-03-11 job failed",
        "FS01 2016 recovery points",
        "dc01 2008 GB",
        "since we set up FS03 in 2016",
        "the SQL agent, 2016",
    ],
)
def test_an_amount_or_a_date_is_no_version(text: str) -> None:
    assert not any(one.version for one in find_products(text))


def test_a_service_pack_stays_one() -> None:
    (product,) = find_products("SQLPROD 2012 SP1")

    assert (product.version, product.service_pack) == ("2012", 1)


@pytest.mark.parametrize(("text", "sizes"), [("FS2 2016", ()), ("an F2", ("F2",)), ("A2 2016", ("A2",))])
def test_a_named_machine_is_no_size(text: str, sizes: tuple[str, ...]) -> None:
    assert find_vm_sizes(text) == sizes


def test_name_and_version_are_known_by_their_place() -> None:
    text = "and EX03 2013"

    assert is_told_with_version(text, 4)
    assert is_version(text, 9)
    assert not is_version(text, 4)


@every(
    ("question", "outcomes"),
    [
        ("SQL11 - 2016, fs04 2008 R2, SP03 2019 -> all protected?", ["listed", "listed", "not_listed"]),
        (
            "servers: SHAREPOINT2 2010; MSSQL4 2017; EXCH01 2013; all ok?",
            ["listed", "not_listed", "not_listed"],
        ),
        ("SQL2 2014, SP1 2013, FS1 2019 all ok?", ["listed", "listed", "not_listed"]),
        ("which of our machines are covered? DC1 2016, SQLDEV 2022", ["listed", "not_listed"]),
        ("DC03 2012, EX02 2016 and SQL5 2012 SP1 - supported?", ["listed", "not_listed", "listed"]),
        ("is SQL09 (2016) protected", ["listed"]),
    ],
)
def test_each_machine_of_a_list_gets_its_row(
    shipped_assistant: Assistant, question: str, outcomes: list[str]
) -> None:
    assert [one.outcome for one in shipped_assistant.ask(question).verdicts] == outcomes


def test_an_error_beside_a_machine_stays_one(shipped_assistant: Assistant) -> None:
    assert shipped_assistant.ask("DC01 2016 shows error 2013").text.startswith("**ID 2013**")
