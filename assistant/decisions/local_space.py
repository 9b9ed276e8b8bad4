"""What the five days of advice on attached disks come to: in space, in hours, in days beyond it or left."""

from __future__ import annotations

from decimal import Decimal

from assistant.decisions import prerequisites as items
from assistant.decisions.checks import Status, verdict
from assistant.decisions.limits import RETENTION_DAYS
from assistant.decisions.quantities import Size, format_size, plain, two_units
from assistant.decisions.types import DecisionResult

_ITEM = items.LOCAL_RETENTION


def space(daily: Size, days: Decimal, pool: Size | None = None) -> DecisionResult:
    """How much lies on the attached disks where `daily` comes in each day and stays for `days`; with a pool,
    whether that is enough."""
    total, shown = two_units(daily.bytes * days, binary=daily.binary), _shown(daily)
    working = f"{plain(days)} x {shown} = {total}"
    inputs = {"daily": shown, "days": plain(days)}
    status = Status.WARN if days > RETENTION_DAYS else Status.PASS
    if pool is None:
        said = f"{total}: {plain(days)} days of {shown} each."
    else:
        fits = daily.bytes * days <= pool.bytes
        inputs["pool"] = _shown(pool)
        rest = two_units(abs(pool.bytes - daily.bytes * days), binary=pool.binary)
        working += f"; {_shown(pool)} against {total}: {rest}"
        said = (
            f"{'Yes' if fits else 'No'}. {plain(days)} days of {shown} are {total}, and the pool has "
            f"{_shown(pool)}: {rest} {'are left' if fits else 'are missing'}."
        )
        status = status if fits else Status.FAIL
    return verdict(_ITEM, status, said, inputs=inputs, outputs={"space": total}, working=working)


def in_hours() -> DecisionResult:
    """The five days in hours."""
    hours = RETENTION_DAYS * 24
    said = f"{hours} hours: the guide advises at most five days on attached disks."
    working = f"{RETENTION_DAYS} x 24 = {hours}"
    return verdict(_ITEM, Status.PASS, said, outputs={"hours": str(hours)}, working=working)


def apart(days: Decimal) -> DecisionResult:
    """By how many days a time is beyond the five days, or within them."""
    gap = abs(days - RETENTION_DAYS)
    counted = f"{plain(gap)} day{'' if gap == 1 else 's'}"
    side = f"more than the five days that the guide advises: {plain(days)} - 5 = {plain(gap)}"
    if days <= RETENTION_DAYS:
        side = f"are left up to the five days that the guide advises: 5 - {plain(days)} = {plain(gap)}"
    status = Status.WARN if days > RETENTION_DAYS else Status.PASS
    working = side.rpartition(": ")[2]
    inputs, outputs = {"days": plain(days)}, {"apart": plain(gap)}
    return verdict(
        _ITEM, status, f"{counted} {side}.", inputs=inputs, outputs=outputs, working=working, bare=True
    )


def _shown(size: Size) -> str:
    return format_size(size.bytes, binary=size.binary)
