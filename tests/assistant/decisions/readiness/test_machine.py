"""The machine itself: size, image, role, domain, installing user, .NET, SQL Server instance."""

from __future__ import annotations

from itertools import product

import pytest

from assistant.decisions.readiness import machine
from assistant.decisions.readiness.machine import (
    EXCLUDED,
    canonical_role,
    domain,
    domain_move,
    dotnet,
    host_image,
    host_role,
    installer_account,
    sql_instance,
)
from assistant.decisions.types import DecisionInputError, Standing


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
        ("Core 3.1", "unknown"),
        ("Standard 2.0", "unknown"),
        ("", "unknown"),
    ],
)
def test_dotnet_versions(version: str, outcome: str) -> None:
    assert dotnet(version).outcome == outcome


def test_a_version_is_shown_as_it_was_written() -> None:
    assert ".NET Framework 2.0 is" in dotnet("2.0").headline
    assert ".NET Framework 4 meets" in dotnet("4").headline
    assert ".NET Framework 3.5 SP1 meets" in dotnet("v3.5 sp1").headline


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


def test_tools_alone_are_none_of_the_excluded_roles() -> None:
    result = machine.tools_only("exchange")
    assert not result.settled
    assert "where Exchange Server runs" in result.headline


def test_the_version_of_an_own_instance_is_not_named() -> None:
    result = machine.of_version(machine.sql_instance("own local"), "2017")
    assert result.headline.startswith("Yes.")
    assert "none is named" in result.caveats[0]
    assert result.inputs["version"] == "2017"
