"""9999 recovery points per vault against a schedule and a retention: do they fit, and for how long.

Every run of a backup job for every source makes one recovery point.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from assistant.decisions.guide import INSTALL, STORING_DATA
from assistant.decisions.reading.quantities import plain
from assistant.decisions.reading.schedules import Period, Schedule, an, per
from assistant.decisions.types import (
    DecisionResult,
    MissingInput,
    Rule,
    Standing,
    Statement,
    Strength,
    caveat,
    headline,
    next_step,
    reason,
)

NAME = "recovery-points"
LIMIT = 9999
_SHORT = Decimal("0.5")
"""Of how many years a stretch is told in days alone."""

_EXACT = Decimal("1e-9")  # 365 / 12 x 12 must be 365 again before it is rounded

RULE = Rule(
    "recovery-points.per-vault",
    {"recovery_points": f"<= {LIMIT}"},
    {"fits": "yes"},
    STORING_DATA,
    Strength.REQUIREMENT,
    "One Recovery Services vault holds up to 9999 recovery points; each run of a backup job makes one.",
)
OFTEN_AND_LONG = (
    MissingInput("schedule", "How often does the backup job run, such as daily or weekly?"),
    MissingInput("retention", "How long are the recovery points kept, such as 5 years?"),
)
Plans = Sequence[tuple[Schedule, Period]]


def points(schedule: Schedule, retention: Period) -> int:
    """Recovery points of one source, once the retention is full (rounded up)."""
    exact = (per(schedule, retention.unit) * retention.amount).quantize(_EXACT)
    return int(exact.quantize(Decimal(1), rounding=ROUND_CEILING))


def decide(
    plans: Mapping[Schedule, Period | None] | None = None, sources: int = 1, years: Period | None = None
) -> DecisionResult:
    """Whether schedules with their retentions fit in one vault, for `sources` data sources each.

    A schedule without a retention tells the time until the vault is full; `years` alone tells how many
    points a day fit over that time.
    """
    if not plans:
        return limit_only() if years is None else points_per_day(years, sources)
    kept = [(schedule, period) for schedule, period in plans.items() if period is not None]
    if len(kept) < len(plans):
        return until_full([s for s, period in plans.items() if period is None], sources)
    return fits(kept, sources)


def fits(plans: Plans, sources: int = 1, vaults: int = 1, used: int = 0) -> DecisionResult:
    """How many points the plans come to, on top of those `used`, and whether as many vaults hold them."""
    total = sum(points(schedule, period) for schedule, period in plans) * sources + used
    there = f"{used:,} there + " if used else ""
    held = f"; {_together(vaults)}" if vaults > 1 else ""
    working = f"{there}{terms(plans, sources)} = {total:,} recovery points{held}"
    said = [headline(_judged(total, vaults), STORING_DATA)]
    over = total > LIMIT * vaults
    needed = vaults_for(total, sources if not used else 1)
    if over:
        said.append(reason(f"That many would take {counted_vaults(needed)}.", STORING_DATA))
        said.append(
            next_step(
                "Shorten the retention, back up less often, or use more servers with vaults of their own."
            )
        )
    if vaults > 1:
        said.append(_one_each())
    if len(plans) > 1:
        said.append(
            caveat("A point that serves two schedules counts twice here, so the figure is an upper one.")
        )
    inputs = {"schedule": "; ".join(f"{s} for {p}" for s, p in plans), "sources": str(sources)}
    inputs |= {"used": str(used)} if used else {}
    outputs = _held(total, vaults) | ({"vaults": str(needed)} if over else {})
    return settled(inputs, "fits" if outputs["fits"] == "yes" else "too_many", said, outputs, working)


def vaults_for(total: int, sources: int = 1) -> int:
    """How many vaults hold so many points, where the points of one source go to one vault as far as they
    fit."""
    least = -(-total // LIMIT)
    together = LIMIT // -(-total // sources)
    return max(least, -(-sources // together)) if together else least


def counted_vaults(count: int) -> str:
    """ "1 vault", "3 vaults"."""
    return f"{count} vault{'' if count == 1 else 's'}"


def _judged(total: int, vaults: int = 1) -> str:
    """The verdict on a number of points, with what is left or lacking."""
    limit = LIMIT * vaults
    holds = "the 9999 that a vault holds" if vaults == 1 else f"the {limit:,} that {vaults} vaults hold"
    if total <= limit:
        return f"Yes. {total:,} recovery points are within {holds}: {limit - total:,} are left."
    return f"No. {total:,} recovery points are more than {holds}: {total - limit:,} too many."


def _held(total: int, vaults: int) -> dict[str, str]:
    """What a number of points comes to, by name."""
    limit = LIMIT * vaults
    rest = {"left": str(limit - total)} if total <= limit else {"too_many": str(total - limit)}
    return {
        "recovery_points": str(total),
        "fits": "yes" if total <= limit else "no",
        **rest,
        "limit": str(limit),
    }


def terms(plans: Plans, sources: int) -> str:
    """ "20 sources x 1 year x 365 a year": what is added and multiplied."""
    terms = [_term(schedule, period) for schedule, period in plans]
    terms = [f"({term})" for term in terms] if len(terms) > 1 else terms
    times = f" x {sources:,} sources" if sources > 1 else ""
    return (f"({' + '.join(terms)})" if len(terms) > 1 and times else " + ".join(terms)) + times


def _term(schedule: Schedule, period: Period) -> str:
    """ "5 years x 12 a year": a retention and the jobs in each of its units."""
    return f"{period} x {plain(per(schedule, period.unit))} {an(period.unit)}"


def until_full(
    schedules: Sequence[Schedule], sources: int = 1, used: int = 0, vaults: int = 1, *, backed_up: str = ""
) -> DecisionResult:
    """How long it takes until a vault, in which `used` points are already, is full.

    `backed_up` tells what is, where the schedules are those of several groups of sources together.
    """
    yearly = sum((schedule.per_year for schedule in schedules), Decimal(0)) * sources
    left = max(LIMIT * vaults - used, 0)
    years = Decimal(left) / yearly
    held = f"{left:,}" if used or vaults > 1 else str(LIMIT)
    counted = f"{sources:,} source{'s' if sources > 1 else ''}"
    often = " and ".join(map(str, schedules))
    working = f"{held} / ({plain(yearly / sources)} a year x {sources:,}) = {plain(years, 1)} years"
    if used and years < _SHORT:
        working = f"{held} / {plain(yearly / 365, 1)} a day = {plain(years * 365, 1)} days"
    full = "a vault is full" if vaults == 1 else f"{vaults} vaults are full"
    by = f"{counted} backed up {often}" if sources > 1 or not used else _new_points(schedules)
    by = backed_up or by
    said = [
        headline(f"After about {_span(years)} {full}, with {by} and nothing removed."),
        reason("A vault holds up to 9999 recovery points.", STORING_DATA),
        caveat("Points whose retention ends make room, so a shorter retention may never fill it."),
    ]
    inputs = {"schedule": often, "sources": str(sources)} | ({"used": str(used)} if used else {})
    outputs = {"years": plain(years, 1), "days": plain(years * 365, 1)}
    return settled(inputs, "years", said, outputs, working)


def _new_points(schedules: Sequence[Schedule]) -> str:
    """How many points come on top of those that are there, and how often: "35 new points a day"."""
    counts = (f"{plain(s.times)} new point{'' if s.times == 1 else 's'} {an(s.unit)}" for s in schedules)
    return " and ".join(counts)


def together(vaults: int) -> DecisionResult:
    """How many points several vaults hold."""
    total = LIMIT * vaults
    working = f"{vaults} x {LIMIT} = {total:,} recovery points"
    said = [
        headline(f"Up to {total:,} recovery points: {vaults} vaults with up to {LIMIT} each.", STORING_DATA),
        _one_each(),
    ]
    outputs = {"recovery_points": str(total), "vaults": str(vaults)}
    return settled({"vaults": str(vaults)}, "limit", said, outputs, working)


def _one_each() -> Statement:
    """What keeps the points of one server from being spread over several vaults."""
    return caveat(
        "Azure Backup Server always backs up to the same vault, so a server uses one of them.", INSTALL
    )


def longest_retention(schedules: Sequence[Schedule], sources: int = 1, vaults: int = 1) -> DecisionResult:
    """For how many whole days the points of schedules may be kept, so that the vault never holds too many."""
    limit = LIMIT * vaults
    yearly = sum((schedule.per_year for schedule in schedules), Decimal(0))
    days = Decimal(int((limit * 365 / (yearly * sources)).quantize(_EXACT)))
    counted = f"{sources:,} source{'s' if sources > 1 else ''} backed up {' and '.join(map(str, schedules))}"
    holds = "a vault holds up to 9999" if vaults == 1 else f"{vaults} vaults hold up to {limit:,}"
    working = f"{limit} / ({plain(yearly)} a year x {sources:,}) x 365, rounded down = {plain(days)} days"
    said = [
        headline(f"At most {_span(days / 365)}: {counted}, and {holds} recovery points.", STORING_DATA),
    ]
    inputs = {"schedule": " and ".join(map(str, schedules)), "sources": str(sources)}
    outputs = {"days": plain(days), "years": plain(days / 365, 1)}
    return settled(inputs, "retention", said, outputs, working)


def _span(years: Decimal) -> str:
    """Years, with the days as well: "27.4 years (9,999 days)"; below two years the days come first."""
    days, shown = f"{plain(years * 365, 1)} days", f"{plain(years, 1)} years"
    if years < _SHORT:
        return days
    return f"{days} ({shown})" if years < 2 else f"{shown} ({days})"


def points_per_day(time: Period, sources: int = 1) -> DecisionResult:
    """How many points a day fit over a retention."""
    days = time.years * 365
    daily = (Decimal(LIMIT) / days / sources).quantize(Decimal("0.1"), rounding=ROUND_FLOOR)
    each = " for each source" if sources > 1 else ""
    by_source = f" / {sources:,} sources" if sources > 1 else ""
    working = f"9999 / {plain(days, 0)} days{by_source} = {plain(daily, 1)} a day"
    whole = int(daily)
    only = f", so {whole} as a whole number" if whole and daily != whole else ""
    working += f", {whole} in whole points" if only else ""
    said = [
        headline(f"About {plain(daily, 1)} recovery points a day{each} fit in one vault over {time}{only}."),
        reason("A vault holds up to 9999 recovery points.", STORING_DATA),
    ]
    inputs = {"retention": str(time), "sources": str(sources)}
    return settled(inputs, "per_day", said, {"per_day": plain(daily, 1)}, working)


def most_sources(plans: Plans) -> DecisionResult:
    """For how many sources the plans fit in one vault."""
    each = sum(points(schedule, period) for schedule, period in plans)
    most = LIMIT // each
    working = f"9999 / ({terms(plans, 1)} = {each:,}) = {most:,} sources"
    said = [
        headline(
            f"At most {most:,} sources: each has {each:,} recovery points, and a vault holds 9999.",
            STORING_DATA,
        )
    ]
    inputs = {"schedule": "; ".join(f"{s} for {p}" for s, p in plans)}
    return settled(inputs, "sources", said, {"sources": str(most)}, working)


def number_of_points(
    total: int, vaults: int = 1, *, working: str = "", asks_vaults: bool = False
) -> DecisionResult:
    """Whether a number of points fits, and how many vaults it takes otherwise; with `asks_vaults` that
    first."""
    needed = -(-total // LIMIT)
    wanted = f"At least {counted_vaults(needed)} for {total:,} recovery points: up to {LIMIT} in each."
    said = [headline(wanted if asks_vaults else _judged(total, vaults), STORING_DATA)]
    if needed > vaults and not asks_vaults:
        said.append(reason(f"That many would take {needed} vaults.", STORING_DATA))
    if vaults > 1:
        said.append(_one_each())
    outputs = _held(total, vaults) | {"vaults": str(needed)}
    outcome = "fits" if outputs["fits"] == "yes" else "too_many"
    sums = [working] if working else []
    sums += [_together(vaults)] if vaults > 1 else []
    return settled({"recovery_points": str(total)}, outcome, said, outputs, "; ".join(sums))


def changes(there: int, more: int, fewer: int) -> str:
    """ "9,900 there - 500 that go + 300 more = 9,700 recovery points"; empty where nothing comes or goes."""
    if not (more or fewer):
        return ""
    gone = f" - {fewer:,} that go" if fewer else ""
    come = f" + {more:,} more" if more else ""
    return f"{there:,} there{gone}{come} = {there + more - fewer:,} recovery points"


def _together(vaults: int) -> str:
    """ "2 vaults x 9999 = 19,998"."""
    return f"{vaults} vaults x {LIMIT} = {LIMIT * vaults:,}"


def limit_only() -> DecisionResult:
    """The limit, and a question for what would tell more."""
    said = [
        headline("Up to 9999 recovery points per Recovery Services vault.", STORING_DATA),
        reason(
            "Each run of a backup job makes one; how long they last depends on schedule and retention.",
            STORING_DATA,
        ),
    ]
    return settled({}, "limit", said, {"limit": str(LIMIT)}, "", OFTEN_AND_LONG)


def settled(
    inputs: dict[str, str],
    outcome: str,
    said: list[Statement],
    outputs: dict[str, str],
    working: str,
    missing: tuple[MissingInput, ...] = (),
) -> DecisionResult:
    """The result of a sum on recovery points, with the sum behind what is said."""
    if working:
        said = [*said, reason(f"The sum: {working}.")]
    return DecisionResult(
        table=NAME,
        inputs=inputs,
        outcome=outcome,
        standing=Standing.SETTLED,
        statements=tuple(said),
        outputs=outputs,
        rules=(RULE,),
        missing=missing,
        working=working,
        notes=("recovery-point-limit-elsewhere",),
    )
