"""The protection matrix: every row, every near miss, every level, and how products are read."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rows import every

from assistant.decisions.matrix.protection import canonical_level, decide
from assistant.decisions.matrix.protection_rules import (
    EDITIONS,
    LEVELS,
    RULES,
    SAC,
    VERSIONS,
    Family,
    Product,
    parse_product,
)
from assistant.decisions.types import DecisionInputError, Standing

W, Q, P = Family.WINDOWS, Family.SQL, Family.SHAREPOINT
ALL_LEVELS = sorted({level for levels in LEVELS.values() for level in levels})
OTHER_LEVELS = ["system state", "bare metal", "whole virtual machine", "mailbox", "item", "table", "registry"]
# Versions that were or will be on sale, plus invented ones; the listed ones are filtered out below.
VERSION_UNIVERSE = [f"{year}{r2}" for year in range(2000, 2031) for r2 in ("", " R2")]
UNLISTED = [(f, v) for f, v in product(Family, VERSION_UNIVERSE) if v not in VERSIONS[f]]


def test_there_are_eleven_rows_in_the_guides_words() -> None:
    rows = [(rule.outputs["row"], rule.outputs["protected"]) for rule in RULES.values()]

    assert len(rows) == 11
    assert rows[0] == (
        "Windows Server Semi Annual Channel - Datacenter/Enterprise/Standard",
        "Volumes, files, folders",
    )
    assert rows[4] == ("Windows Server 2008 R2 - Datacenter/Enterprise/Standard", "Volumes, files, folders")
    assert rows[5:8] == [
        ("SQL Server 2016", "Database"),
        ("SQL Server 2014", "Database"),
        ("SQL Server 2012 SP1", "Database"),
    ]
    assert [row[0] for row in rows[8:]] == ["SharePoint 2016", "SharePoint 2013", "SharePoint 2010"]
    assert {row[1] for row in rows[8:]} == {"Farm, database, frontend, web server"}


@every(("family", "version"), RULES)
@every("edition", ["", *EDITIONS])
@every("pack", [None, 0, 1, 2, 3])
def test_every_row_is_listed_with_its_conditions(
    family: Family, version: str, edition: str, pack: int | None
) -> None:
    result = decide(Product(family, version, edition, pack))

    if (family, version) != (Q, "2012"):
        assert (result.outcome, result.rule) == ("listed", RULES[family, version])
        assert result.headline.startswith("Yes.")
    else:
        assert result.outcome == {None: "conditional", 0: "not_listed", 1: "listed"}.get(pack, "not_settled")


@every(("family", "version"), UNLISTED)
def test_every_other_version_is_not_listed_and_the_rows_are_named(family: Family, version: str) -> None:
    result = decide(Product(family, version))

    assert (result.outcome, result.standing, result.rules) == ("not_listed", Standing.SETTLED, ())
    assert result.headline == f"{family} {version} is not in the guide's protection matrix."
    assert all(listed in result.reason for listed in VERSIONS[family])
    assert "unsupported" not in f"{result.headline} {result.reason}".lower()


def test_the_headline_for_sql_server_2019() -> None:
    result = decide(parse_product("sql 2019"))

    assert result.headline == "SQL Server 2019 is not in the guide's protection matrix."
    assert result.reason == "It lists SQL Server 2016, 2014 and 2012 SP1, each at database level."
    assert result.notes == ("sql-versions",)


def test_the_nearest_row_of_windows_server_2008_is_its_r2() -> None:
    assert "Nearest is Windows Server 2008 R2" in decide(parse_product("w2k8")).reason


def test_sql_server_2012_hangs_on_its_service_pack() -> None:
    assert decide(parse_product("SQL Server 2012")).missing[0].name == "service_pack"
    assert "SQL Server 2012 SP1 is listed" in decide(parse_product("SQL Server 2012 RTM")).reason
    later = decide(parse_product("SQL Server 2012 SP3"))
    assert later.standing is Standing.NOT_COVERED
    assert "its row names SP1" in later.headline


@pytest.mark.parametrize("version", VERSIONS[W])
@pytest.mark.parametrize("edition", ["Essentials", "Foundation", "Web"])
def test_other_windows_editions_are_not_listed(version: str, edition: str) -> None:
    result = decide(Product(W, version, edition))

    assert result.outcome == "not_listed"
    assert "Datacenter, Enterprise and Standard" in result.reason


@pytest.mark.parametrize("option", ["Core", "Nano"])
def test_installation_options_are_not_settled(option: str) -> None:
    assert decide(Product(W, "2016", option)).outcome == "not_settled"


def test_an_edition_of_sql_server_is_at_its_row_with_a_caveat() -> None:
    result = decide(parse_product("SQL Server 2014 Express"))

    assert result.outcome == "listed"
    assert "Express" in result.caveats[0]


@pytest.mark.parametrize(
    "name",
    [
        "Exchange Server 2016",
        "Hyper-V",
        "VMware ESXi",
        "Ubuntu 18.04",
        "Oracle 12c",
        "file share",
        "Windows 10",
        "Windows 11 Pro",
        "Active Directory",
        "SharePoint Online",
        "SAP HANA",
    ],
)
def test_other_products_are_not_listed(name: str) -> None:
    result = decide(parse_product(name))

    assert (result.outcome, result.rules) == ("not_listed", ())
    assert "not in the guide's protection matrix" in result.headline


@pytest.mark.parametrize("family", Family)
def test_without_a_version_every_listed_one_is_offered(family: Family) -> None:
    result = decide(Product(family))

    assert (result.outcome, result.standing) == ("depends", Standing.MISSING)
    assert len(result.rules) == len(VERSIONS[family])
    assert [choice.meaning for choice in result.missing[0].choices][-1] == "Not listed."
    assert len(result.missing[0].choices) == len(VERSIONS[family]) + 1


@every("key", RULES)
@every("level", [*ALL_LEVELS, *OTHER_LEVELS])
def test_every_level_against_every_row(key: tuple[Family, str], level: str) -> None:
    family, version = key
    result = decide(Product(family, version, service_pack=1 if key == (Q, "2012") else None), level)

    assert result.outcome == ("level_listed" if level in LEVELS[family] else "level_not_listed")
    assert result.rule is RULES[key]


@pytest.mark.parametrize("level", [*ALL_LEVELS, *OTHER_LEVELS])
def test_every_level_without_a_product(level: str) -> None:
    result = decide(None, level)

    families = {family for family in Family if level in LEVELS[family]}
    assert result.outcome == ("level_listed" if families else "level_not_listed")
    assert {rule.conditions["product"] for rule in result.rules} == families


def test_a_level_doesnt_make_an_unlisted_product_listed() -> None:
    assert decide(parse_product("SQL Server 2019"), "database").outcome == "not_listed"


def test_whole_machines_come_with_what_the_introduction_says() -> None:
    result = decide(parse_product("Windows Server 2016"), "VM")

    assert result.outcome == "level_not_listed"
    assert "introduction" in result.caveats[0]


def test_nothing_told_gives_the_whole_matrix() -> None:
    result = decide()

    assert (result.outcome, len(result.rules)) == ("overview", 11)
    assert all(str(family) in result.reason for family in Family)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("w2k8r2", Product(W, "2008 R2")),
        ("w2k12", Product(W, "2012")),
        ("W2K16", Product(W, "2016")),
        ("Windows Server 2012R2 Standard", Product(W, "2012 R2", "Standard")),
        ("win 2016 data center", Product(W, "2016", "Datacenter")),
        ("server 2019", Product(W, "2019")),
        ("SAC", Product(W, SAC)),
        ("Windows Server, version 1803", Product(W, SAC)),
        ("windows server semi-annual channel", Product(W, SAC)),
        ("sql2012sp1", Product(Q, "2012", service_pack=1)),
        ("SQL Server 2012 Service Pack 2", Product(Q, "2012", service_pack=2)),
        ("mssql 2014 RTM", Product(Q, "2014", service_pack=0)),
        ("sql_server_2016", Product(Q, "2016")),
        ("SPS 2013", Product(P, "2013")),
        ("sp 2010", Product(P, "2010")),
        ("SharePoint Server 2016", Product(P, "2016")),
        ("SharePoint SE", Product(P, "Subscription Edition")),
        ("sharepoint", Product(P)),
        ("sqlite", Product(None, other="sqlite")),
        ("Windows 10", Product(None, other="Windows 10")),
    ],
)
def test_products_are_read_as_people_write_them(text: str, expected: Product) -> None:
    assert parse_product(text) == expected


@given(st.text(max_size=40))
def test_any_text_is_a_product_or_refused(text: str) -> None:
    try:
        told = parse_product(text)
    except DecisionInputError:
        assert not text.replace("_", " ").strip()
    else:
        assert decide(told).headline


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("files", "Files"),
        ("DBs", "Database"),
        ("web_server", "Web server"),
        ("BMR", "bare metal"),
        ("vms", "whole virtual machine"),
    ],
)
def test_levels_are_read_in_other_words(text: str, level: str) -> None:
    assert canonical_level(text) == level


def test_a_version_with_a_second_release_says_that_it_has_a_row() -> None:
    told = [said.text for said in decide(Product(Family.WINDOWS, "2012")).statements]
    assert any("2012 R2 has a row of its own" in text for text in told)
    assert not any(
        "row of its own" in said.text for said in decide(Product(Family.WINDOWS, "2016")).statements
    )
