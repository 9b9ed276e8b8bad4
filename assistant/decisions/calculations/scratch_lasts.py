"""For how long a scratch location is enough for data that grows by an amount or by a share."""

from __future__ import annotations

from decimal import Decimal

from assistant.decisions.calculations.limits import SCRATCH_PERCENT, scratch
from assistant.decisions.readiness import prerequisites as items
from assistant.decisions.readiness.checks import Status, verdict
from assistant.decisions.reading.quantities import Size, show_size
from assistant.decisions.types import DecisionResult, reason

_MOST_TIMES = 100


def lasts(
    data: Size, space: Size, *, added: Size | None = None, factor: Decimal | None = None, unit: str = "year"
) -> DecisionResult:
    """How many units (years, months) `space` is enough for `data`, with `added` or `factor` in each."""
    most = space.bytes * 100 / SCRATCH_PERCENT
    if data.bytes > most:
        return scratch(data, space)
    times, now = 0, data.bytes
    while times < _MOST_TIMES and (grown := now + added.bytes if added else now * (factor or 1)) <= most:
        times, now = times + 1, grown
    after = now + added.bytes if added else now * (factor or 1)
    whole, shown = show_size(Size(most, space.binary)), show_size(space)
    then = f"after {_count(times, unit)}" if times else "now"
    told = f"{show_size(Size(now, data.binary))} {then}"
    next_up = f"{show_size(Size(after, data.binary))} after {_count(times + 1, unit)}"
    said = (
        f"For {_count(times, unit)}: {shown} is enough for {whole}." if times else f"Not for a whole {unit}."
    )
    working = f"{told}, {next_up}; {shown} is 5 % of {whole}"
    return verdict(
        items.SCRATCH,
        Status.PASS,
        said,
        inputs={"data": show_size(data), "scratch": shown, "unit": unit},
        outputs={"lasts": _count(times, unit), "data": whole},
        working=working,
        extra=[reason(f"The data is {told}, and {next_up}.")],
    )


def _count(times: int, unit: str) -> str:
    return f"{times} {unit}{'' if times == 1 else 's'}"
