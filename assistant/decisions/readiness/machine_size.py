"""Checks of the size of the machine: A2 or larger, by its name or by its cores and memory."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.decisions.expressions.patterns import lazy
from assistant.decisions.guide import SCALING, VM_SIZE
from assistant.decisions.readiness import prerequisites as items
from assistant.decisions.readiness.checks import Status, unknown, verdict
from assistant.decisions.reading.quantities import plain
from assistant.decisions.types import (
    DecisionResult,
    caveat,
    reason,
)

MIN_CORES = 2
MIN_MEMORY = Decimal("3.5")
BELOW = ("A0", "A1")
NAMED = ("A2", "A3", "A4")
_A_SIZE = lazy(r"(?:(?:size|standard|basic)[\s_-]*)*(?P<size>a\d+)(?:[\s_-]*(?:standard|basic))?")


def canonical_size(text: str) -> str:
    """A size's name as the guide writes it: "Standard_A2" is A2; sizes of other series stay as told."""
    words = re.sub(r"\s+", " ", text).strip()
    match = _A_SIZE().fullmatch(words)
    return match["size"].upper() if match else words


def vm_size(size: str = "", cores: int | None = None, memory_gb: Decimal | None = None) -> DecisionResult:
    """Whether a size, or cores and memory (GB), meet "A2 or larger". A2 to A4 and what lies below go by name,
    unless cores or memory are told that are less than an A2's.

    Other sizes have no order with A2 in the guide: they are held against A2's cores and memory when told.
    """
    item, name = items.VM_SIZE, canonical_size(size)
    inputs = _size_inputs(name, cores, memory_gb)
    if name in BELOW:
        return verdict(
            item,
            Status.FAIL,
            f"No. {name} is too small: A2 is the smallest size that will do.",
            inputs=inputs,
        )
    if name in NAMED:
        lacking = _lacking(cores, memory_gb)
        return _below_its_name(name, lacking, inputs) if lacking else _named_size(size, name, inputs)
    if not name and cores is None and memory_gb is None:
        return unknown(item)
    return _by_figures(name, cores, memory_gb, inputs)


def least_of_several(count: int) -> DecisionResult:
    """Cores and memory of several machines, each at the recommended minimum."""
    cores, memory = count * MIN_CORES, plain(count * MIN_MEMORY)
    said = (
        f"{cores} cores and {memory} GB RAM together: {count} machines of {MIN_CORES} cores and "
        f"{plain(MIN_MEMORY)} GB each."
    )
    inputs, outputs = {"machines": str(count)}, {"cores": str(cores), "memory": memory}
    working = f"{count} x {MIN_CORES} = {cores} cores; {count} x {plain(MIN_MEMORY)} GB = {memory} GB"
    return verdict(items.VM_SIZE, Status.PASS, said, inputs=inputs, outputs=outputs, working=working)


def no_more_needed(
    name: str = "", cores: int | None = None, memory_gb: Decimal | None = None
) -> DecisionResult | None:
    """That nothing larger is needed, to somebody who asks if it is; None where the minimum isn't met."""
    size = canonical_size(name)
    told = size in NAMED or (cores is not None and memory_gb is not None)
    if not told or _lacking(cores, memory_gb):
        return None
    inputs = {**_size_inputs(size, cores, memory_gb), "asked": "more"}
    least = f"{MIN_CORES} cores and {plain(MIN_MEMORY)} GB RAM"
    said = f"No. {size or 'A machine like this'} meets the minimum of {least}."
    return verdict(items.VM_SIZE, Status.PASS, said, inputs=inputs)


def more_needed(
    name: str = "", cores: int | None = None, memory_gb: Decimal | None = None
) -> DecisionResult | None:
    """That so much isn't needed, to somebody who asks if it is; None where it is the minimum, or below."""
    size = canonical_size(name)
    more = [
        *([f"{cores} cores"] if cores is not None and cores > MIN_CORES else []),
        *([f"{plain(memory_gb)} GB RAM"] if memory_gb is not None and memory_gb > MIN_MEMORY else []),
        *([size] if size in NAMED[1:] else []),
    ]
    if not more:
        return None
    verb = "isn't" if len(more) == 1 and not more[0].endswith("cores") else "aren't"
    least = "the recommended minimum is 2 cores and 3.5 GB RAM, those of an A2"
    said = f"No. {' and '.join(more)} {verb} needed: {least}."
    inputs = {**_size_inputs(size, cores, memory_gb), "asked": "need"}
    return verdict(items.VM_SIZE, Status.PASS, said, inputs=inputs)


def for_load(size: str = "", cores: int | None = None, memory_gb: Decimal | None = None) -> DecisionResult:
    """Whether a machine is enough for a number of machines or an amount of data: the guide names no size for
    that. What is below the minimum is too small all the same."""
    own = vm_size(size, cores, memory_gb)
    if own.outcome == str(Status.FAIL):
        return own
    item, name = items.VM_SIZE, canonical_size(size)
    said = (
        f"The guide doesn't say for which load {name or 'a machine'} is enough: it names no size for a load."
    )
    helps = reason("The Azure Stack VM size calculator helps to choose the size.", VM_SIZE)
    inputs = {**_size_inputs(name, cores, memory_gb), "asked": "load"}
    return verdict(item, Status.UNKNOWN, said, inputs=inputs, extra=[helps], not_covered=True)


def _size_inputs(name: str, cores: int | None, memory_gb: Decimal | None) -> dict[str, str]:
    told = {"size": name, "cores": str(cores or ""), "memory": f"{plain(memory_gb)} GB" if memory_gb else ""}
    return {key: value for key, value in told.items() if value}


def _named_size(told: str, name: str, inputs: dict[str, str]) -> DecisionResult:
    item = items.VM_SIZE
    if "basic" in told.lower() and name == "A2":
        said = "Yes, but the recommended minimum is A2 Standard rather than Basic."
        standard = replace(item, fix="Choose A2 Standard, or a larger size, where there is a choice.")
        return verdict(standard, Status.WARN, said, inputs=inputs)
    larger = "meets the minimum" if name == "A2" else "is larger than the minimum"
    return verdict(item, Status.PASS, f"Yes. {name} {larger}: A2 or larger is required.", inputs=inputs)


def _lacking(cores: int | None, memory_gb: Decimal | None) -> list[str]:
    """What of an A2's cores and memory a machine lacks, as far as told."""
    few = cores is not None and cores < MIN_CORES
    small = memory_gb is not None and memory_gb < MIN_MEMORY
    return [word for word, lacks in (("2 cores", few), ("3.5 GB RAM", small)) if lacks]


def _short_of(cores: int | None, memory_gb: Decimal | None) -> tuple[str, str]:
    """How much a machine has less than the minimum, and the sum that shows it."""
    gaps = (("core", cores, Decimal(MIN_CORES)), ("GB RAM", memory_gb, MIN_MEMORY))
    told = [(unit, Decimal(has), least) for unit, has, least in gaps if has is not None and has < least]
    short = " and ".join(f"{plain(least - has)} {unit}" for unit, has, least in told)
    return short, "; ".join(f"{plain(least)} - {plain(has)} = {plain(least - has)}" for _, has, least in told)


def _below_its_name(name: str, lacking: Sequence[str], inputs: dict[str, str]) -> DecisionResult:
    """A machine whose size would do by name, while what is told of it is less than the minimum."""
    said = (
        f"No. By its name {name} would do, but what you tell is below the minimum of {' and '.join(lacking)}."
    )
    item = replace(items.VM_SIZE, fix="Check which size the virtual machine really has.")
    return verdict(item, Status.FAIL, said, inputs=inputs)


def _by_figures(
    name: str, cores: int | None, memory_gb: Decimal | None, inputs: dict[str, str]
) -> DecisionResult:
    item, label = items.VM_SIZE, name or "A machine like this"
    if lacking := _lacking(cores, memory_gb):
        said = f"No. {label} is too small: it has less than the {' and '.join(lacking)} of an A2."
        short, working = _short_of(cores, memory_gb)
        extra = [reason(f"It is {short} short of the minimum.", *item.sources)]
        outputs = {"missing": short}
        return verdict(item, Status.FAIL, said, inputs=inputs, outputs=outputs, working=working, extra=extra)
    if cores is not None and memory_gb is not None:
        said = f"Yes. {label} has at least the 2 cores and 3.5 GB RAM of an A2."
        caveats = (
            [f"The guide has no order between A2 and {name}: this goes by cores and memory."] if name else []
        )
        return verdict(item, Status.PASS, said, inputs=inputs, caveats=caveats)
    wanted = "cores" if cores is None and memory_gb is not None else "memory"
    wanted = "cores and memory" if cores is None and memory_gb is None else wanted
    said = f"The guide doesn't settle {name or 'it'} by name: it asks for A2 or larger."
    if not name and cores is not None:
        said = f"The cores are enough: {cores} is no fewer than the 2 of an A2."
    elif not name and memory_gb is not None:
        said = f"The memory is enough: {plain(memory_gb)} GB is no less than the 3.5 GB RAM of an A2."
    d_series = caveat("D-series sizes are named as the step up from A series.", SCALING)
    return verdict(
        item,
        Status.UNKNOWN,
        f"{said} Tell the {wanted}.",
        inputs=inputs,
        extra=[d_series] if re.match(r"(?:standard_)?d", name, re.IGNORECASE) else [],
    )
