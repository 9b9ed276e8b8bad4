"""What disks of a size still take or give beside each other: room that is left, and the larger of pools."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from assistant.decisions.calculations.disk_fleets import Group, filled
from assistant.decisions.calculations.disk_pools import MAX_DISKS, refused
from assistant.decisions.readiness import prerequisites as items
from assistant.decisions.readiness.checks import Status, verdict
from assistant.decisions.readiness.machine_size import canonical_size
from assistant.decisions.reading.quantities import format_size, two_units
from assistant.decisions.types import DecisionResult

_ITEM = items.DATA_DISKS
_PAIR = 2


def room(size: str, used: int, each: Decimal) -> DecisionResult:
    """How much storage a size still takes in disks of `each` bytes beside the `used` ones."""
    name = canonical_size(size)
    if no := refused(name, used):
        return no
    most = MAX_DISKS[name]
    more, shown = two_units(each * (most - used)), format_size(each)
    said = f"{more} more: {name} takes {most} disks, {used} are there, so {most - used} of {shown} can come."
    inputs = {"size": name, "disks": str(used), "each": shown}
    working = f"{most} - {used} = {most - used}; {most - used} x {shown} = {more}"
    return verdict(_ITEM, Status.PASS, said, inputs=inputs, outputs={"room": more}, working=working)


def larger_pool(groups: Sequence[Group]) -> DecisionResult:
    """Which of two sizes, of one machine or several, gives the larger pool, or that both give the same."""
    full = filled(groups)
    if isinstance(full, DecisionResult):
        return full
    totals = []
    for group in full:
        count, each = group.disks or 0, group.each or Decimal(0)
        name = f"{group.machines} x {group.size}" if group.machines > 1 else group.size
        times = f"{group.machines} x " if group.machines > 1 else ""
        totals.append((each * count * group.machines, name, f"{times}{count} x {format_size(each)}"))
    (most, best, sum_), (least, other, rest) = sorted(totals, reverse=True)
    if most == least:
        said = f"Both give the same raw pool, {two_units(most)}: {best} {sum_}, {other} {rest}."
    else:
        said = (
            f"{best} gives the larger raw pool: {sum_} are {two_units(most)}, "
            f"on {other} {rest} are {two_units(least)}."
        )
    return verdict(
        _ITEM,
        Status.PASS,
        said,
        inputs={"size": " ".join(group.size for group in full)},
        outputs={"larger": best if most > least else "same"},
        working=f"{sum_} = {two_units(most)}; {rest} = {two_units(least)}",
    )


def more_disks(groups: Sequence[Group]) -> DecisionResult:
    """Which of the sizes, of one machine or several, takes most disks, or that all take the same."""
    full = filled(groups)
    if isinstance(full, DecisionResult):
        return full
    totals = []
    for group in full:
        of_one, several = group.disks or 0, group.machines > 1
        total = of_one * group.machines
        name = f"{group.machines} x {group.size}" if several else group.size
        take = "take" if several else "takes"
        totals.append(
            (total, name, take, f"{total} ({group.machines} x {of_one})" if several else str(total))
        )
    totals.sort(reverse=True)
    (most, best, takes, sum_), *_, (least, other, take, rest) = totals
    each = ", ".join(f"{name} {verb} {shown}" for _, name, verb, shown in totals)
    if most == least:
        said = f"The same, {most} disks: {each}."
    elif len(totals) > _PAIR:
        leading = " and ".join(name for total, name, _, _ in totals if total == most)
        said = f"Most with {leading}: {each}."
    else:
        said = f"{best} {takes} {most - least} more: {sum_}, while {other} {take} {rest}."
    return verdict(
        _ITEM,
        Status.PASS,
        said,
        inputs={
            "size": " ".join(group.size for group in full),
            "machines": " ".join(str(group.machines) for group in full),
        },
        outputs={"more": best if most > least else "same"},
        working="; ".join(f"{name}: {shown}" for _, name, _, shown in totals),
    )
