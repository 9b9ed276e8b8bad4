"""The tables of the limits and calculators, and of the firewall list."""

from __future__ import annotations

from datetime import date

from assistant.decisions import network
from assistant.decisions.calculations import disk_pools, installer, limits, recovery_points
from assistant.decisions.readiness import prerequisites as items
from assistant.decisions.reading.durations import parse_duration
from assistant.decisions.reading.quantities import parse_count, parse_rate, parse_size
from assistant.decisions.reading.schedules import Period, Schedule, parse_period, parse_schedule
from assistant.decisions.table_checks import checked_table
from assistant.decisions.table_types import Input, Table, Told
from assistant.decisions.types import DecisionInputError, DecisionResult


def limit_tables() -> tuple[Table, ...]:
    size = Input("size", "Which size is the virtual machine?", "size, such as A2")
    disks = Input("disks", "How many data disks are needed?", "whole number")
    data = Input("data", "How much data goes to Azure?", "size, such as 8 TB")
    space = Input("scratch", "How large is the scratch location?", "size, such as 500 GB")
    free = Input("free", items.EXTRACTION.question, "size, such as 10 GB")
    per_size = tuple((name, str(most)) for name, most in disk_pools.MAX_DISKS.items())
    return (
        checked_table(items.DATA_DISKS, (size, disks), _decide_disks, ("Size", "Disks"), per_size),
        checked_table(items.SCRATCH, (data, space), _decide_scratch),
        _local_retention(),
        checked_table(items.EXTRACTION, (free,), _decide_extraction),
        _download(),
        _recovery_points(),
    )


def _decide_disks(told: Told) -> DecisionResult:
    disks = parse_count(told["disks"], "disks", 10_000) if "disks" in told else None
    return limits.data_disks(told.get("size", ""), disks)


def _decide_scratch(told: Told) -> DecisionResult:
    data = parse_size(told["data"], "data") if "data" in told else None
    space = parse_size(told["scratch"], "scratch") if "scratch" in told else None
    return limits.scratch(data, space)


def _decide_extraction(told: Told) -> DecisionResult:
    return installer.extraction(parse_size(told["free"], "free") if "free" in told else None)


def _local_retention() -> Table:
    item = items.LOCAL_RETENTION
    duration = Input("duration", item.question, "duration, such as 10 days")
    return Table(
        name=item.id,
        title=item.title,
        inputs=(duration,),
        outputs=("status",),
        rules=(item.rule(),),
        header=("On attached disks", "The guide"),
        rows=(
            ("Up to 5 days", "within its advice"),
            ("More than 5 days", "advised against; store it in Azure"),
        ),
        decide=lambda told, today: limits.local_retention(
            parse_duration(told["duration"], today) if "duration" in told else None
        ),
    )


def _download() -> Table:
    rule = installer.DOWNLOAD_RULE
    return Table(
        name="download",
        title="Download of the installer",
        inputs=(Input("rate", "How fast is the connection?", "speed, such as 100 Mbps"),),
        outputs=("size", "files", "time"),
        rules=(rule,),
        header=("Size", "Files", "Time at 10 Mbps"),
        rows=((rule.outputs["size"], "8 (1 .exe, 7 .bin)", rule.outputs["time"]),),
        decide=lambda told, today: installer.download(parse_rate(told["rate"]) if "rate" in told else None),
    )


_SCHEDULES = ("daily", "weekly", "monthly", "yearly")


def _recovery_points() -> Table:
    kept = tuple(
        Input(name, f"How long are {name} points kept?", "retention, such as 5 years") for name in _SCHEDULES
    )
    return Table(
        name=recovery_points.NAME,
        title="Recovery points of a vault",
        inputs=(
            Input(
                "schedule", "How often does the backup job run?", "schedule, such as daily or every 6 hours"
            ),
            Input("retention", "How long are the points kept?", "retention, such as 5 years"),
            *kept,
            Input("sources", "How many data sources are backed up?", "whole number"),
        ),
        outputs=("recovery_points", "fits", "years", "per_day"),
        rules=(recovery_points.RULE,),
        header=("Per Recovery Services vault", "Recovery points"),
        rows=(("At most", str(recovery_points.LIMIT)),),
        decide=_decide_points,
    )


def _decide_points(told: Told, today: date | None) -> DecisionResult:
    sources = parse_count(told["sources"], "sources") if "sources" in told else 1
    retention = parse_period(told["retention"]) if "retention" in told else None
    plans: dict[Schedule, Period | None] = {}
    if "schedule" in told:
        plans[parse_schedule(told["schedule"])] = retention
    for name in _SCHEDULES:
        if name in told:
            plans[parse_schedule(name)] = parse_period(told[name], name)
    return recovery_points.decide(plans, sources, None if "schedule" in told else retention)


def allowlist_table() -> Table:
    destination = Input(
        "destination", "Which name, URL or address is it about?", "name, URL, IP address or range"
    )
    allowed = Input("allowed", "Which names and ranges are let through?", "comma-separated list")
    kinds = [("URL", name) for name in network.NAMES] + [("IP addresses", text) for text in network.RANGES]
    return Table(
        name=network.NAME,
        title="Firewall and proxy list",
        inputs=(destination, allowed),
        outputs=("entry", "missing"),
        rules=tuple(network.RULES.values()),
        header=("Kind", "Entry"),
        rows=tuple(kinds),
        decide=_decide_allowlist,
    )


def _decide_allowlist(told: Told, today: date | None) -> DecisionResult:
    if "allowed" in told and "destination" in told:
        raise DecisionInputError("Give destination or allowed, not both.", "allowed")
    if "allowed" in told:
        return network.check_rules(part for part in told["allowed"].replace(",", " ").split())
    return network.decide(told.get("destination", ""))
