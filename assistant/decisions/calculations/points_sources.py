"""Recovery points of several sources: how many vaults they take, and what decides where that is open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.decisions.calculations.recovery_points import (
    LIMIT,
    OFTEN_AND_LONG,
    Plans,
    counted_vaults,
    fits,
    number_of_points,
    points,
    settled,
    terms,
    until_full,
    vaults_for,
)
from assistant.decisions.guide import INSTALL, STORING_DATA
from assistant.decisions.reading.quantities import plain
from assistant.decisions.reading.schedules import Period, Schedule, an, per
from assistant.decisions.types import DecisionResult, MissingInput, Standing, caveat, headline, reason

Groups = Sequence[tuple[int, Schedule, Period | None]]


def vaults_needed(plans: Plans, sources: int = 1) -> DecisionResult:
    """How many vaults the plans take at the least."""
    each = sum(points(schedule, period) for schedule, period in plans)
    total = each * sources
    needed = vaults_for(total, sources)
    said = [
        headline(
            f"At least {counted_vaults(needed)}: {total:,} recovery points, up to {LIMIT} in each.",
            STORING_DATA,
        )
    ]
    working = f"{terms(plans, sources)} = {total:,} recovery points"
    together = LIMIT // each
    if sources > 1 and together:
        said.append(reason(f"One vault holds the points of {together:,} sources, with {each:,} of each."))
        working += f"; {sources} / {together}, rounded up = {needed}"
        if (least := vaults_for(total)) < needed:
            said.append(reason(f"By their number alone the points would go into {counted_vaults(least)}."))
    else:
        working += f"; {total:,} / {LIMIT}, rounded up = {needed}"
    if needed > 1:
        said.append(
            caveat(
                "Azure Backup Server always backs up to the same vault: each vault takes its own server.",
                INSTALL,
            )
        )
    inputs = {"schedule": "; ".join(f"{s} for {p}" for s, p in plans), "sources": str(sources)}
    outputs = {"recovery_points": str(total), "vaults": str(needed)}
    return settled(inputs, "vaults", said, outputs, working)


def of_unknown_sources(plans: Plans) -> DecisionResult:
    """What the plans come to for each of several sources whose number isn't told."""
    each = sum(points(schedule, period) for schedule, period in plans)
    most = LIMIT // each
    if not most:
        return fits(plans)
    said = [
        headline(
            f"It depends on the number of sources: each has {each:,} recovery points, so a vault holds those "
            f"of up to {most:,}.",
            STORING_DATA,
        ),
        reason("A vault holds up to 9999 recovery points.", STORING_DATA),
    ]
    missing = (MissingInput("sources", "How many sources are backed up like that?"),)
    inputs = {"schedule": "; ".join(f"{s} for {p}" for s, p in plans)}
    working = f"{terms(plans, 1)} = {each:,} of each; {LIMIT} / {each:,}, rounded down = {most:,}"
    result = settled(inputs, "depends", said, {"sources": str(most)}, working, missing)
    return replace(result, standing=Standing.MISSING)


def until_full_of_unknown(schedules: Sequence[Schedule]) -> DecisionResult:
    """How long it takes until a vault is full with each of several sources whose number isn't told."""
    yearly = sum((schedule.per_year for schedule in schedules), Decimal(0))
    often = " and ".join(map(str, schedules))
    alone = f"{plain(LIMIT / yearly, 1)} years"
    said = [
        headline(
            f"It depends on the number of sources: with one that is backed up {often} a vault is full after "
            f"about {alone}, with ten after a tenth of that, as long as nothing is removed.",
            STORING_DATA,
        ),
        reason("A vault holds up to 9999 recovery points.", STORING_DATA),
    ]
    missing = (MissingInput("sources", "How many sources are backed up like that?"),)
    working = f"{LIMIT} / ({plain(yearly)} a year x the number of sources); with one {alone}"
    result = settled({"schedule": often}, "depends", said, {}, working, missing)
    return replace(result, standing=Standing.MISSING)


def of_sources_alone(sources: int) -> DecisionResult:
    """Whether a vault is enough for so many sources, of which neither schedule nor retention is told."""
    each = LIMIT // sources
    share = (
        f"that is up to {each:,} for each of {sources:,} sources."
        if each
        else f"that is less than one for each of {sources:,} sources."
    )
    said = [
        headline(
            f"It depends on how often they are backed up and for how long: a vault holds up to {LIMIT} "
            f"recovery points, {share}",
            STORING_DATA,
        ),
        reason("The guide limits the recovery points in a vault, not the number of sources."),
    ]
    working = f"{LIMIT} / {sources:,}, rounded down = {each:,}"
    result = settled({"sources": str(sources)}, "depends", said, {"each": str(each)}, working, OFTEN_AND_LONG)
    return replace(result, standing=Standing.MISSING)


def lasting() -> DecisionResult:
    """How long a vault lasts, where nothing is told of what is backed up to it."""
    said = [
        headline(
            f"It depends on how often the backup job runs and how long the points are kept: a vault holds up "
            f"to {LIMIT} recovery points.",
            STORING_DATA,
        ),
        reason("Points whose retention ends make room, so that a vault may never be full."),
    ]
    result = settled({}, "depends", said, {"limit": str(LIMIT)}, "", OFTEN_AND_LONG)
    return replace(result, standing=Standing.MISSING)


def of_each(each: int, sources: int = 0, there: int = 0, vaults: int = 1) -> DecisionResult:
    """Whether the points of so many sources with `each` points fit in the vaults beside those
    that are `there`; without a number, of how many sources they do."""
    inputs = {"each": f"{each:,}"} | ({"sources": str(sources)} if sources else {})
    if sources:
        before = f"{there:,} there + " if there else ""
        total = there + each * sources
        working = f"{before}{sources:,} sources x {each:,} = {total:,} recovery points"
        return replace(number_of_points(total, vaults, working=working), inputs=inputs)
    left = max(LIMIT - there, 0)
    most = left // each
    held = f"a vault holds {LIMIT}" + (f", of which {left:,} are left" if there else "")
    said_of = f"At most {most:,} sources: each has {each:,} recovery points, and {held}."
    working = f"{left} / {each:,}, rounded down = {most:,} sources"
    return settled(inputs, "sources", [headline(said_of, STORING_DATA)], {"sources": str(most)}, working)


def of_groups_apart(groups: Groups) -> DecisionResult:
    """Whether the points of each of several groups fit in a vault of its own."""
    of_each = [points(schedule, period) * sources for sources, schedule, period in groups if period]
    fits_each = all(count <= LIMIT for count in of_each)
    shown = " and ".join(f"{count:,}" for count in of_each)
    verdict = "Yes. Each is" if fits_each else "No. Not each is"
    said = [headline(f"{verdict} within the 9999 that a vault holds: {shown} recovery points.", STORING_DATA)]
    sums = [_sum_of(*group) for group in groups]
    inputs = {"schedule": "; ".join(f"{_counted(n)} {often}" for n, often, _ in groups)}
    outcome = "fits" if fits_each else "too_many"
    outputs = {"recovery_points": shown, "fits": "yes" if fits_each else "no", "limit": str(LIMIT)}
    return settled(inputs, outcome, said, outputs, "; ".join(sums))


def _sum_of(sources: int, schedule: Schedule, period: Period | None) -> str:
    """The points of one group as a sum."""
    if period is None:
        return ""
    count = points(schedule, period) * sources
    return (
        f"{_counted(sources)} x {period} x {plain(per(schedule, period.unit))} {an(period.unit)} = {count:,}"
    )


def of_groups(groups: Groups, vaults: int = 1, there: int = 0) -> DecisionResult:
    """Whether the points of several groups of sources fit together; without a retention, until when.

    Each group has a number of sources, and a schedule and a retention of its own.
    """
    kept = [(sources, schedule, period) for sources, schedule, period in groups if period]
    told = " and ".join(f"{_counted(n)} backed up {schedule}" for n, schedule, _ in groups)
    if len(kept) < len(groups):
        folded = [Schedule(schedule.times * sources, schedule.unit) for sources, schedule, _ in groups]
        return until_full(folded, 1, there, vaults, backed_up=told)
    of_each = [points(schedule, period) * sources for sources, schedule, period in kept]
    total = sum(of_each) + there
    sums = [_sum_of(*group) for group in kept]
    added = " + ".join([f"{there:,} there"] * bool(there) + [f"{count:,}" for count in of_each])
    working = f"{'; '.join(sums)}; {added} = {total:,} recovery points"
    result = number_of_points(total, vaults, working=working)
    schedules = "; ".join(
        f"{_counted(sources)} {schedule} for {period}" for sources, schedule, period in kept
    )
    return replace(result, inputs={"schedule": schedules})


def _counted(sources: int) -> str:
    return f"{sources:,} source{'' if sources == 1 else 's'}"
