"""Products and versions, however they are spelled."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.understanding.product.gazetteer import ALONE, UNVERSIONED, VERSIONED
from assistant.understanding.product.products import find_bare_versions, find_products

WIN, SQL, SP, EX = "windows-server", "sql-server", "sharepoint", "exchange"


@pytest.mark.parametrize(
    ("text", "family", "version", "pack", "edition"),
    [
        ("Windows Server 2016", WIN, "2016", None, ""),
        ("w2k8r2", WIN, "2008 R2", None, ""),
        ("win2012 r2 std", WIN, "2012 R2", None, "Standard"),
        ("server 2019 datacenter", WIN, "2019", None, "Datacenter"),
        ("Windows Server 2008 R2 SP1 Enterprise", WIN, "2008 R2", 1, "Enterprise"),
        ("Windows Server 2008 R2 without service pack", WIN, "2008 R2", 0, ""),
        ("ws2016", WIN, "2016", None, ""),
        ("SQL 2012sp1", SQL, "2012", 1, ""),
        ("SQL 2012 at SP1 level", SQL, "2012", 1, ""),
        ("a SQL 2012 where no service pack was installed", SQL, "2012", 0, ""),
        ("Windows Server 2016 *Essentials*", WIN, "2016", None, "Essentials"),
        ("SQL Server 2014 express", SQL, "2014", None, "Express"),
        ("mssql 2017", SQL, "2017", None, ""),
        ("SQL '19", SQL, "2019", None, ""),
        ("SPS 2016", SP, "2016", None, ""),
        ("share point 2013 SP1", SP, "2013", 1, ""),
        ("Exchange Server 2010", EX, "2010", None, ""),
        ("one 2008 R2 box", WIN, "2008 R2", None, ""),
        ("the 2012 R2 standard edition print server", WIN, "2012 R2", None, "Standard"),
        ("a 2016 standard image", WIN, "2016", None, "Standard"),
        ("two 2016 ent. terminal servers", WIN, "2016", None, "Enterprise"),
        ("the old 2012 file server", WIN, "2012", None, ""),
        ("Windows 2008 Server, release 2 (R2)", WIN, "2008 R2", None, ""),
        ("SQL Server 2012 (unpatched, not SP1)", SQL, "2012", 0, ""),
    ],
)
def test_one_product(text: str, family: str, version: str, pack: int | None, edition: str) -> None:
    (product,) = find_products(f"do you cover {text}?")
    told = (product.family, product.version, product.service_pack, product.edition)
    assert told == (family, version, pack, edition)


@pytest.mark.parametrize(
    ("text", "families"),
    [
        ("Ubuntu guests", ["linux"]),
        ("three MacBooks", ["macos"]),
        ("Windows 10 laptops", ["windows-client"]),
        ("VMware and Hyper-V", ["vmware", "hyper-v"]),
        ("our SQL databases", [SQL]),
        ("mailboxes in Exchange Online", ["office-365"]),
        ("the semi-annual channel of Windows Server", ["windows-server-sac"]),
        ("Kubernetes pods", ["kubernetes"]),
        ("a good backup", []),
        ("protect every desktop", ["windows-client"]),
        ("the desktop has two icons", []),
        ("a T-SQL function", []),
    ],
)
def test_products_by_name_alone(text: str, families: list[str]) -> None:
    assert [product.family for product in find_products(text)] == families


@pytest.mark.parametrize(
    ("text", "versions"),
    [
        ("SQL 2014, 2016 and 2017", ["2014", "2016", "2017"]),
        ("SharePoint 2013 or 2016", ["2013", "2016"]),
        ("Exchange 2013/2016", ["2013", "2016"]),
        ("SQL 2016 SP1 but not 2012", ["2016", "2012"]),
    ],
)
def test_further_versions_belong_to_the_same_product(text: str, versions: list[str]) -> None:
    found = find_products(text)
    assert [product.version for product in found] == versions
    assert len({product.family for product in found}) == 1


def test_a_version_before_a_role_of_windows_is_no_further_one_of_sql() -> None:
    found = find_products("SQL 2016 and a 2012 R2 print server")
    assert [(one.family, one.version) for one in found] == [
        ("sql-server", "2016"),
        ("windows-server", "2012 R2"),
    ]
    assert {one.family for one in find_products("SQL 2016 and 2014 servers")} == {"sql-server"}


@pytest.mark.parametrize("text", ["server 16 gb", "2016 disks", "version 2.2016.4", "https://x/2016"])
def test_other_numbers_are_no_versions(text: str) -> None:
    assert not find_products(text)


@pytest.mark.parametrize(
    ("text", "versions"),
    [
        ("and 2014?", ["2014"]),
        ("how about 2012 R2 then", ["2012 R2"]),
        ("2k8", ["2008"]),
        ("2100", []),
        ("my 2021 PDF says otherwise, or is it a 2024 support matrix", []),
        ("10.2016.1", []),
    ],
)
def test_bare_versions(text: str, versions: list[str]) -> None:
    found = find_bare_versions(text)
    assert [product.version for product in found] == versions
    assert all(not product.family for product in found)


@given(st.text() | st.from_regex(r"(?i)(sql|windows server|sps|exchange) ?(20[01]\d|2k8)( ?r2)?( ?sp\d)?.*"))
def test_what_is_found_stands_in_the_text_and_is_found_once(text: str) -> None:
    found = find_products(text)
    plain = " ".join(text.split())
    assert all(product.words in plain for product in found if product.version)
    assert {product.family for product in found} <= {*VERSIONED, *UNVERSIONED, *ALONE}
    keys = [(p.family, p.version, p.service_pack, p.edition) for p in found]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize(
    ("text", "pack"),
    [
        ("SQL Server 2012 Service Pack One", 1),
        ("a SQL Server 2012 instance brought up to SP1", 1),
        ("can we protect SQL Server 2012 on SP1? Please do the needful", 1),
        ("the customer asks for protection of a SQL Server 2012 box patched to SP1", 1),
        ("SQL Server 2012 can be patched to SP1", None),
        ("a SQL Server 2012 on which SP1 was never applied", 0),
    ],
)
def test_a_service_pack_told_in_other_words(text: str, pack: int | None) -> None:
    assert [product.service_pack for product in find_products(text)] == [pack]


@pytest.mark.parametrize(
    "text", ["SharePoint in Microsoft 365", "SharePoint (the online one)", "cloud SharePoint"]
)
def test_sharepoint_of_the_cloud_is_no_sharepoint_server(text: str) -> None:
    assert {product.family for product in find_products(text)} == {"office-365"}


@pytest.mark.parametrize(
    "text", ["four VMs: 2016, 2008 R2, SQL 2014", "our servers (2016, 2008R2 and SQL 2014)"]
)
def test_versions_in_a_list_of_machines_are_those_of_windows(text: str) -> None:
    assert {(product.family, product.version) for product in find_products(text)} == {
        ("windows-server", "2016"),
        ("windows-server", "2008 R2"),
        ("sql-server", "2014"),
    }


@pytest.mark.parametrize(
    ("text", "families"),
    [
        ("the twice-a-year Windows Server releases", {"windows-server-sac"}),
        ("a half-yearly release of Windows", {"windows-server-sac"}),
        ("we patch twice a year and back up a Windows Server", {"windows-server"}),
    ],
)
def test_the_channel_is_known_by_its_rhythm(text: str, families: set[str]) -> None:
    assert {product.family for product in find_products(text)} == families


@pytest.mark.parametrize(
    ("text", "family", "version"),
    [
        ("the 2013 version of SharePoint", SP, "2013"),
        ("an old SQL Server, the 2014 one", SQL, "2014"),
        ("the 2012 R2 release of Windows Server", WIN, "2012 R2"),
        ("our Semi-Annual-Channel release", "windows-server-sac", ""),
        ("is a 2019 sql ok", SQL, "2019"),
        ("2017 SQL databases", SQL, "2017"),
        ("2010 sharepoint?", SP, "2010"),
        ("since 2019 sql fails", SQL, ""),
        ("the sql nodes there are all on 2014", SQL, "2014"),
        ("our sharepoint farm still runs 2013", SP, "2013"),
        ("sql is in use since 2014", SQL, ""),
    ],
)
def test_a_version_stands_apart_from_its_name(text: str, family: str, version: str) -> None:
    assert [(one.family, one.version) for one in find_products(text)] == [(family, version)]


def test_a_version_before_its_name_is_none_of_the_name_before_it() -> None:
    found = [
        [(one.family, one.version) for one in find_products(text)]
        for text in ("server 2016 sql 2014", "2010 sharepoint farm and 2012 sql")
    ]

    assert found == [[(WIN, "2016"), (SQL, "2014")], [(SP, "2010"), (SQL, "2012")]]


@pytest.mark.parametrize(
    ("text", "pack"),
    [
        ("2012 sql sp1", 1),
        ("for a client: a SQL 2012 where SP1 was never installed, I need an answer", 0),
        ("asking for a customer: SQL 2012 with SP1 installed", 1),
        ("SQL 2012 Standard SP1", 1),
        ("the customer asks for a SQL 2012 instance with no service pack", 0),
        ("someone wants a SQL 2012 database lacking any SP to be covered", 0),
        ("does SQL 2012 at all need to be at SP1", None),
    ],
)
def test_a_service_pack_is_told_and_not_only_asked_for(text: str, pack: int | None) -> None:
    assert find_products(text)[0].service_pack == pack


@pytest.mark.parametrize(
    ("text", "families"),
    [
        ("protect win10 tablets", {"windows-client"}),
        ("windows10 desktops beside server 2012", {"windows-client", "windows-server"}),
        ("a windows ten machine", {"windows-client"}),
        ("win-11 and windows eleven", {"windows-client"}),
        ("win16 and ws19", {"windows-server"}),
        ("sql10", {"sql-server"}),
    ],
)
def test_a_client_release_is_no_year_of_windows_server(text: str, families: set[str]) -> None:
    assert {product.family for product in find_products(text)} == families


@pytest.mark.parametrize(
    ("text", "families"),
    [
        ("an Azure SQL database", {"sql-service"}),
        ("a SQL managed instance", {"sql-service"}),
        ("RDS for SQL Server", {"sql-service"}),
        ("SQL 2016 on Azure", {"sql-server"}),
        ("an Azure SQL Server 2014 VM", {"sql-server"}),
    ],
)
def test_sql_as_a_service_is_no_sql_server(text: str, families: set[str]) -> None:
    assert {product.family for product in find_products(text)} == families


@pytest.mark.parametrize(
    ("text", "versions"),
    [
        ("2008 r2: is it protected?", ["2008 R2"]),
        ("2012 R2, protected?", ["2012 R2"]),
        ("2008: is it protected?", ["2008"]),
        ("at 2008:30", []),
    ],
)
def test_a_bare_version_keeps_its_r2_before_any_mark(text: str, versions: list[str]) -> None:
    assert [found.version for found in find_bare_versions(text)] == versions


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("sp13 and sql14", [("sharepoint", "2013"), ("sql-server", "2014")]),
        ("exch13, exchange16", [("exchange", "2013"), ("exchange", "2016")]),
        ("sql 2012 sp1", [("sql-server", "2012")]),
    ],
)
def test_short_names_with_two_figures(text: str, told: list[tuple[str, str]]) -> None:
    assert [(found.family, found.version) for found in find_products(text)] == told


@pytest.mark.parametrize(
    "text",
    [
        "saved to C:\\Users\\Admin\\Desktop on the backup vm",
        "the file was put to desktop",
        "the sharemap container still points at the old server",
        "the container in the directory",
    ],
)
def test_a_folder_and_a_container_of_the_directory_are_no_products(text: str) -> None:
    assert not find_products(text)


@pytest.mark.parametrize(
    ("text", "pack"),
    [
        ("and 2012, never patched, no SP on it", 0),
        ("and 2012 with SP1 on top", 1),
        ("2012, must it have SP1?", None),
    ],
)
def test_a_service_pack_is_told_of_the_only_version(text: str, pack: int | None) -> None:
    (found,) = find_bare_versions(text)

    assert found.service_pack == pack


def test_the_version_of_a_domain_controller_is_that_of_windows_server() -> None:
    assert [p.family for p in find_products("the 2016 dc and a 2012 R2 domain controller")] == [
        "windows-server",
        "windows-server",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "SharePoint Subscription Edition",
        "sharepoint SE",
        "SharePoint Server Subscription Edition",
        "share point (subscription edition)",
        "SPS subscription ed.",
        "sharepoint server se",
    ],
)
def test_the_edition_without_a_year_is_a_version(text: str) -> None:
    assert [(one.family, one.version) for one in find_products(text)] == [(SP, "Subscription Edition")]


@pytest.mark.parametrize("text", ["sharepoint, subscription expired", "sharepoint sessions"])
def test_a_subscription_beside_a_product_is_no_version(text: str) -> None:
    assert not any(one.version for one in find_products(text))


@pytest.mark.parametrize(
    ("text", "version"),
    [
        ("a 2014 instance of our dba", "2014"),
        ("two 2017 instances on a guest, fine?", "2017"),
        ("may MABS protect a 2016 default instance, at database level?", "2016"),
        ("the 2008 R2 instance with all the dbs", "2008 R2"),
    ],
)
def test_an_instance_is_of_sql_server(text: str, version: str) -> None:
    assert [(one.family, one.version) for one in find_products(text)] == [("sql-server", version)]


@pytest.mark.parametrize(
    "text",
    [
        "a 2016 instance in our cloud",
        "can setup use our 2014 instance?",
        "the backup server shall share the dba's 2014 instance",
        "we'd use a 2014 instance for MABS",
        "a 2014 instance of SharePoint",
    ],
)
def test_an_instance_of_another_or_of_the_server_is_none(text: str) -> None:
    assert not [one for one in find_products(text) if one.family == "sql-server"]
