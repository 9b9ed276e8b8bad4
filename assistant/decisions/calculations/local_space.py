"""What the five days of advice on attached disks come to: in space, in hours, in days beyond it or left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.decisions.calculations.limits import RETENTION_DAYS
from assistant.decisions.guide import STORING_DATA
from assistant.decisions.readiness import prerequisites as items
from assistant.decisions.readiness.checks import Status, verdict
from assistant.decisions.reading.quantities import Size, plain, show_size, two_units
from assistant.decisions.types import DecisionResult, MissingInput, Standing, caveat, reason

_ITEM = items.LOCAL_RETENTION


def space(daily: Size, pool: Size | None = None) -> DecisionResult:
    """How much lies on the attached disks where `daily` comes in each day and stays for the five days; with
    a pool, whether that is enough."""
    needed, shown = daily.bytes * RETENTION_DAYS, show_size(daily)
    total = two_units(needed, binary=daily.binary)
    working = f"{RETENTION_DAYS} x {shown} = {total}"
    inputs = {"daily": shown, "days": str(RETENTION_DAYS)}
    status = Status.PASS
    if pool is None:
        said = f"{total}: {RETENTION_DAYS} days of {shown} each."
    else:
        fits = needed <= pool.bytes
        inputs["pool"] = show_size(pool)
        rest = two_units(abs(pool.bytes - needed), binary=pool.binary)
        working += f"; {show_size(pool)} against {total}: {rest}"
        said = (
            f"{'Yes' if fits else 'No'}. {RETENTION_DAYS} days of {shown} are {total}, and the pool has "
            f"{show_size(pool)}: {rest} {'are left' if fits else 'are missing'}."
        )
        status = Status.PASS if fits else Status.FAIL
    return verdict(_ITEM, status, said, inputs=inputs, outputs={"space": total}, working=working)


def in_unit(unit: str = "hours") -> DecisionResult:
    """The five days in another unit: "hours", "minutes" or "seconds"."""
    per_day = {"hours": 24, "minutes": 24 * 60, "seconds": 24 * 60 * 60}[unit]
    total = f"{RETENTION_DAYS * per_day:,}"
    said = f"{total} {unit}: the guide advises at most five days on attached disks."
    working = f"{RETENTION_DAYS} x {per_day:,} = {total}"
    return verdict(_ITEM, Status.PASS, said, outputs={unit: total}, working=working)


def apart(days: Decimal) -> DecisionResult:
    """By how many days a time is beyond the five days, or within them."""
    gap = abs(days - RETENTION_DAYS)
    counted = f"{plain(gap)} day{'' if gap == 1 else 's'}"
    beyond = days > RETENTION_DAYS
    more, less = (days, RETENTION_DAYS) if beyond else (RETENTION_DAYS, days)
    working = f"{plain(Decimal(more))} - {plain(Decimal(less))} = {plain(gap)}"
    side = f"{'more than' if beyond else 'are left up to'} the five days that the guide advises: {working}"
    status = Status.WARN if beyond else Status.PASS
    inputs, outputs = {"days": plain(days)}, {"apart": plain(gap)}
    return verdict(
        _ITEM, status, f"{counted} {side}.", inputs=inputs, outputs=outputs, working=working, bare=True
    )


def of_age(days: Decimal) -> DecisionResult:
    """By how many days a copy of such an age is beyond the five days, and where it belongs."""
    result = apart(days)
    beyond = days > RETENTION_DAYS
    place = "Data that is more than five days old should be stored in Azure, in the vault."
    more = [
        reason(place, STORING_DATA),
        caveat("It is advice rather than a technical limit in the guide.", STORING_DATA),
    ]
    told = f"The copy is {plain(days)} day{'' if days == 1 else 's'} old."
    return replace(result, statements=(*result.statements, reason(told), *(more if beyond else ())))


def groups_apart(groups: Sequence[tuple[str, int]]) -> DecisionResult:
    """Which of several groups keep data on the attached disks for more than five days."""
    over = [f"{name} ({_days(days)})" for name, days in groups if days > RETENTION_DAYS]
    within = [f"{name} ({_days(days)})" for name, days in groups if days <= RETENTION_DAYS]
    inputs = {name: _days(days) for name, days in groups}
    outputs = {"over": ", ".join(over) or "none"}
    if not over:
        said = f"None of them. Within the five days that the guide advises: {', '.join(within)}."
        return verdict(_ITEM, Status.PASS, said, inputs=inputs, outputs=outputs)
    rest = f" Within that: {', '.join(within)}." if within else ""
    said = f"Beyond the five days that the guide advises: {', '.join(over)}.{rest}"
    extra = [caveat("It is advice rather than a technical limit in the guide.", STORING_DATA)]
    return verdict(_ITEM, Status.WARN, said, inputs=inputs, outputs=outputs, extra=extra)


def _days(days: int) -> str:
    return f"{days} day{'' if days == 1 else 's'}"


def enough(room: Size | None = None) -> DecisionResult:
    """Whether local storage is enough of which only the size is told: the guide names none."""
    told = {"storage": show_size(room)} if room else {}
    said = (
        "It depends on how much backup data is to lie there: the guide names no size for the local storage."
    )
    pool = reason("The number and the size of the attached disks make the storage pool.", STORING_DATA)
    stay = reason("Data should stay there for no more than five days.", STORING_DATA)
    result = verdict(items.DATA_DISKS, Status.UNKNOWN, said, inputs=told, extra=[pool, stay], bare=True)
    asked = MissingInput("data", "How much backup data is to be kept on the local disks?")
    return replace(result, standing=Standing.MISSING, missing=(asked,))


def holds(data: Size, room: Size) -> DecisionResult:
    """Whether local storage is large enough for the data that is to lie there, by the sizes alone."""
    fits = data.bytes <= room.bytes
    rest = two_units(abs(room.bytes - data.bytes), binary=room.binary)
    said = (
        f"{'Yes' if fits else 'No'}. By size alone: {show_size(room)} for {show_size(data)}, {rest} "
        f"{'are left' if fits else 'are missing'}."
    )
    inputs = {"storage": show_size(room), "data": show_size(data)}
    status = Status.PASS if fits else Status.FAIL
    working = f"{show_size(room)} against {show_size(data)}: {rest}"
    return verdict(items.DATA_DISKS, status, said, inputs=inputs, working=working, bare=True)
