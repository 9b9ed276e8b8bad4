"""The machine itself: size, image, role, domain, installing user, .NET, SQL Server instance."""

from __future__ import annotations

from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.decisions import machine
from assistant.decisions.machine import (
    EXCLUDED,
    canonical_role,
    canonical_size,
    domain,
    domain_move,
    dotnet,
    host_image,
    host_role,
    installer_account,
    sql_instance,
    vm_size,
)
from assistant.decisions.types import DecisionInputError, Standing


@pytest.mark.parametrize(
    ("size", "outcome"),
    [
        ("A0", "fail"),
        ("Basic_A0", "fail"),
        ("A1", "fail"),
        ("Standard_A1", "fail"),
        ("a2", "pass"),
        ("Standard A2", "pass"),
        ("A2 Standard", "pass"),
        ("size A2", "pass"),
        ("A3", "pass"),
        ("Standard_A4", "pass"),
        ("Basic_A2", "warn"),
        ("A5", "unknown"),
        ("A2_v2", "unknown"),
        ("Standard_D2_v2", "unknown"),
        ("F4", "unknown"),
        ("", "unknown"),
    ],
)
def test_sizes_by_name(size: str, outcome: str) -> None:
    assert vm_size(size).outcome == outcome


@pytest.mark.parametrize("size", ["", "Standard_D2_v2", "A5"])
@pytest.mark.parametrize(("cores", "memory"), list(product([None, 1, 2, 4], [None, "1.75", "3.5", "7"])))
def test_other_sizes_by_cores_and_memory(size: str, cores: int | None, memory: str | None) -> None:
    result = vm_size(size, cores, Decimal(memory) if memory else None)

    below = cores == 1 or memory == "1.75"
    known = cores is not None and memory is not None
    assert result.outcome == ("fail" if below else "pass" if known else "unknown")
    assert (result.standing is Standing.MISSING) == (not below and not known)


@pytest.mark.parametrize(
    ("cores", "memory", "lacking"),
    [
        (1, None, "2 cores"),
        (None, "2", "3.5 GB RAM"),
        (1, "1", "2 cores and 3.5 GB RAM"),
        (4, "3", "3.5 GB RAM"),
    ],
)
@pytest.mark.parametrize("size", ["A2", "Standard_A3", "A4"])
def test_less_than_the_minimum_is_told_whatever_the_name(
    size: str, cores: int | None, memory: str | None, lacking: str
) -> None:
    result = vm_size(size, cores, Decimal(memory) if memory else None)

    assert result.outcome == "fail"
    assert result.headline.endswith(f"below the minimum of {lacking}.")


def test_the_name_decides_where_the_figures_are_no_less() -> None:
    assert vm_size("A2", 2, Decimal("3.5")).outcome == "pass"
    assert vm_size("A3", 4).outcome == "pass"
    assert vm_size("A1", 8, Decimal(64)).outcome == "fail"


def test_requirement_and_recommendation_are_both_told() -> None:
    result = vm_size("A2")

    assert "A2 or larger" in result.headline
    assert "2 cores and 3.5 GB" in result.reason
    assert [s.section for s in result.sources][1] == "Using an IaaS VM in Azure Stack"


def test_a_d_size_is_named_as_the_step_up() -> None:
    assert "step up" in vm_size("Standard_D2").caveats[0]


@given(st.text(max_size=20))
def test_any_size_text_gets_a_verdict(text: str) -> None:
    assert vm_size(canonical_size(text)).headline


@pytest.mark.parametrize(
    ("image", "outcome"),
    [
        ("Windows Server 2016 Datacenter", "pass"),
        ("Microsoft Windows Server 2012 R2 Datacenter", "pass"),
        ("Windows Server 2016", "pass"),
        ("2012r2", "pass"),
        ("Windows Server 2016 Standard", "warn"),
        ("Windows Server 2012 Datacenter", "warn"),
        ("Windows Server 2019 Datacenter", "warn"),
        ("Windows Server 2022", "warn"),
        ("Windows 10", "warn"),
        ("Ubuntu 2016", "warn"),
        ("SQL Server 2016 on Windows Server 2016 Datacenter", "warn"),
        ("", "unknown"),
    ],
)
def test_images(image: str, outcome: str) -> None:
    result = host_image(image)

    assert result.outcome == outcome
    assert result.notes == ("server-os-image",)


@pytest.mark.parametrize("role", EXCLUDED)
def test_the_four_excluded_roles_fail(role: str) -> None:
    result = host_role(role)

    assert (result.outcome, result.rules[0].strength) == ("fail", "requirement")
    assert result.headline.startswith("No. Azure Backup Server can't be installed on")


@pytest.mark.parametrize(
    ("told", "role"),
    [
        ("DC", "domain controller"),
        ("a domain controller", "domain controller"),
        ("Exchange box", "exchange"),
        ("WSFC", "cluster node"),
        ("cluster_node", "cluster node"),
        ("Application-Server", "application server"),
        ("no other role", "none"),
        ("dedicated", "none"),
        ("file server", "file server"),
    ],
)
def test_roles_in_other_words(told: str, role: str) -> None:
    assert canonical_role(told) == role


@pytest.mark.parametrize("role", ["file server", "web server", "print server", "Hyper-V host", "DHCP server"])
def test_other_roles_are_advised_against(role: str) -> None:
    result = host_role(role)

    assert (result.outcome, result.rules[0].strength) == ("warn", "recommendation")
    assert "can't be installed" not in result.headline


def test_no_other_role_passes_and_nothing_told_asks() -> None:
    assert host_role("none").outcome == "pass"
    assert host_role().standing is Standing.MISSING


@pytest.mark.parametrize(("joined", "outcome"), [(True, "pass"), (False, "fail"), (None, "unknown")])
def test_a_domain_is_required(joined: bool | None, outcome: str) -> None:
    assert domain(joined).outcome == outcome


@pytest.mark.parametrize("deployed", [True, False, None])
def test_the_guides_tension_on_moving_is_always_told(deployed: bool | None) -> None:
    result = domain_move(deployed)

    assert "can't be moved" in result.headline or "not possible" in result.headline
    assert "don't fit together" in result.caveats[0]


@pytest.mark.parametrize(("user", "administrator"), list(product([True, False, None], repeat=2)))
def test_the_installing_user_needs_both(user: bool | None, administrator: bool | None) -> None:
    expected = (
        "fail" if False in (user, administrator) else "unknown" if None in (user, administrator) else "pass"
    )

    assert installer_account(user, administrator).outcome == expected


@pytest.mark.parametrize(
    ("version", "outcome"),
    [
        ("2.0 SP2", "fail"),
        ("3.0", "fail"),
        ("3.5", "fail"),
        ("3.5 SP1", "pass"),
        ("4.0", "pass"),
        ("4.8", "pass"),
        (".NET 6", "unknown"),
        ("", "unknown"),
    ],
)
def test_dotnet_versions(version: str, outcome: str) -> None:
    assert dotnet(version).outcome == outcome


def test_a_version_that_is_none_is_refused() -> None:
    with pytest.raises(DecisionInputError, match="not a version"):
        dotnet("latest")


@pytest.mark.parametrize(
    ("location", "outcome", "word"),
    [
        ("bundled", "pass", "recommended"),
        ("own local", "warn", "allowed"),
        ("own", "warn", "Only if it is local"),
        ("remote", "fail", "local"),
        ("", "unknown", ""),
    ],
)
def test_sql_server_must_be_local(location: str, outcome: str, word: str) -> None:
    result = sql_instance(location)

    assert result.outcome == outcome
    assert word in result.headline


def test_more_than_the_minimum_is_not_needed() -> None:
    more = machine.more_needed("", 4, None)
    assert more is not None
    assert more.headline.startswith("No. 4 cores aren't needed")
    assert machine.more_needed("A3") is not None
    assert machine.more_needed("A2") is None
    assert machine.more_needed("", 2, Decimal("3.5")) is None


def test_tools_alone_are_none_of_the_excluded_roles() -> None:
    result = machine.tools_only("exchange")
    assert not result.settled
    assert "where Exchange Server runs" in result.headline


def test_the_version_of_an_own_instance_is_not_named() -> None:
    result = machine.of_version(machine.sql_instance("own local"), "2017")
    assert result.headline.startswith("Yes.")
    assert "none is named" in result.caveats[0]
    assert result.inputs["version"] == "2017"


@pytest.mark.parametrize(
    ("cores", "memory", "short"),
    [(2, "2", "1.5 GB RAM"), (1, "3", "1 core and 0.5 GB RAM"), (1, None, "1 core")],
)
def test_what_a_machine_lacks_is_told(cores: int, memory: str | None, short: str) -> None:
    result = machine.vm_size("", cores, None if memory is None else Decimal(memory))

    assert result.outputs["missing"] == short
    assert f"It is {short} short of the minimum." in [said.text for said in result.statements]
