"""By how much scratch location and data for Azure change with each other, and what may still come."""

from __future__ import annotations

from assistant.decisions.calculations.limits import DECIMAL_NOTE, SCRATCH_PERCENT, SCRATCH_SHARE
from assistant.decisions.readiness import prerequisites as items
from assistant.decisions.readiness.checks import Status, verdict
from assistant.decisions.reading.quantities import Size, binary_note, show_size, two_units
from assistant.decisions.types import DecisionResult, caveat

_ITEM = items.SCRATCH


def of_space(before: Size, after: Size) -> DecisionResult:
    """How much more or less data may go to Azure where the scratch location changes."""
    apart = after.bytes - before.bytes
    gap = two_units(abs(apart) * 100 / SCRATCH_PERCENT, binary=after.binary)
    limits = [two_units(one.bytes * 100 / SCRATCH_PERCENT, binary=one.binary) for one in (before, after)]
    said = (
        f"{gap} {_way(apart >= 0)} data for Azure: at most {limits[1]} with a scratch location of "
        f"{show_size(after)}, {limits[0]} with {show_size(before)}."
    )
    return _apart(said, before, after, "data", gap, *limits)


def of_data(before: Size, after: Size) -> DecisionResult:
    """How much more or less scratch space is needed where the data for Azure changes."""
    apart = after.bytes - before.bytes
    gap = two_units(abs(apart) * SCRATCH_PERCENT / 100, binary=after.binary)
    needed = [two_units(one.bytes * SCRATCH_PERCENT / 100, binary=one.binary) for one in (before, after)]
    said = (
        f"{gap} {_way(apart >= 0)} scratch space: at least {needed[1]} for {show_size(after)}, "
        f"{needed[0]} for {show_size(before)}."
    )
    return _apart(said, before, after, "scratch", gap, *needed)


def still_fits(space: Size, data: Size) -> DecisionResult:
    """How much data may come on top of `data` with a scratch location of `space`, which is enough for it."""
    whole = space.bytes * 100 / SCRATCH_PERCENT
    most, rest = (two_units(one, binary=data.binary) for one in (whole, whole - data.bytes))
    said = (
        f"{rest} more: a scratch location of {show_size(space)} is enough for {most}, "
        f"and {show_size(data)} are planned."
    )
    return verdict(
        _ITEM,
        Status.PASS,
        said,
        inputs={"scratch": show_size(space), "data": show_size(data)},
        outputs={"more": rest},
        working=f"{show_size(space)} / {SCRATCH_SHARE} = {most}; {most} - {show_size(data)} = {rest}",
        extra=[caveat(binary_note(data) or DECIMAL_NOTE)],
    )


def _apart(
    said: str, before: Size, after: Size, what: str, gap: str, first: str, second: str
) -> DecisionResult:
    return verdict(
        _ITEM,
        Status.PASS,
        said,
        inputs={"before": show_size(before), "after": show_size(after)},
        outputs={what: gap},
        working=f"{show_size(before)}: {first}; {show_size(after)}: {second}; apart {gap}",
        extra=[caveat(binary_note(after) or DECIMAL_NOTE)],
    )


def _way(more: bool) -> str:
    return "more" if more else "less"
