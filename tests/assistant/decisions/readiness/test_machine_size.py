"""The size of the machine: A2 or larger, by its name or by its cores and memory."""

from __future__ import annotations

from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.decisions.readiness import machine_size
from assistant.decisions.readiness.machine_size import canonical_size, vm_size
from assistant.decisions.types import Standing


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


def test_more_than_the_minimum_is_not_needed() -> None:
    more = machine_size.more_needed("", 4, None)
    assert more is not None
    assert more.headline.startswith("No. 4 cores aren't needed")
    assert machine_size.more_needed("A3") is not None
    assert machine_size.more_needed("A2") is None
    assert machine_size.more_needed("", 2, Decimal("3.5")) is None


@pytest.mark.parametrize(
    ("cores", "memory", "short"),
    [(2, "2", "1.5 GB RAM"), (1, "3", "1 core and 0.5 GB RAM"), (1, None, "1 core")],
)
def test_what_a_machine_lacks_is_told(cores: int, memory: str | None, short: str) -> None:
    result = machine_size.vm_size("", cores, None if memory is None else Decimal(memory))

    assert result.outputs["missing"] == short
    assert f"It is {short} short of the minimum." in [said.text for said in result.statements]
