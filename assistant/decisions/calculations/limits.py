"""The guide's limits and their calculators: disks, scratch space, and retention on attached disks.

Sizes are decimal (1 TB is 1,000 GB). Every result shows its sum in `working`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.decisions.calculations.disk_pools import (
    LARGEST,
    MAX_DISKS,
    machines_taking,
    no_number,
    too_many,
)
from assistant.decisions.guide import STORING_DATA
from assistant.decisions.readiness import prerequisites as items
from assistant.decisions.readiness.checks import Status, unknown, verdict
from assistant.decisions.readiness.machine_size import canonical_size
from assistant.decisions.reading.durations import Duration
from assistant.decisions.reading.quantities import Size, binary_note, plain, show_size, two_units
from assistant.decisions.reading.schedules import Period, Schedule, per
from assistant.decisions.types import DecisionResult, MissingInput, Statement, caveat, reason

SCRATCH_PERCENT = 5
SCRATCH_SHARE = SCRATCH_PERCENT / Decimal(100)
RETENTION_DAYS = 5
KEPT_WHERE = "Where are they to be kept: on the attached disks, or in Azure?"
DECIMAL_NOTE = "1 TB is taken as 1,000 GB."


def data_disks(size: str = "", disks: int | None = None) -> DecisionResult:
    """How many disks a size takes, which sizes take a number of disks, or whether both fit together."""
    item, name = items.DATA_DISKS, canonical_size(size)
    inputs = {key: value for key, value in {"size": name, "disks": str(disks or "")}.items() if value}
    if not name and disks is None:
        return unknown(item)
    if not name:
        return _sizes_for(disks or 0, inputs)
    if name not in MAX_DISKS:
        return no_number(name)
    most = MAX_DISKS[name]
    outputs = {"max_disks": str(most)}
    if disks is None:
        said = f"{name} takes {most} disks."
        return verdict(item, Status.PASS, said, inputs=inputs, outputs=outputs, bare=True)
    if disks > most:
        return too_many(name, disks)
    said = f"Yes. {name} takes up to {most} disks, so {disks} will do."
    return verdict(item, Status.PASS, said, inputs=inputs, outputs=outputs, bare=True)


def _sizes_for(disks: int, inputs: dict[str, str]) -> DecisionResult:
    item = items.DATA_DISKS
    enough = [size for size, limit in MAX_DISKS.items() if limit >= disks]
    if not enough:
        most, machines = MAX_DISKS[LARGEST], machines_taking(disks)
        said = (
            f"None of the sizes that the guide names takes {disks} disks: {LARGEST}, the largest of them, "
            f"takes {most}; {machines} machines of size {LARGEST} would do."
        )
        working = f"{disks} / {most}, rounded up = {machines}"
        outputs = {"machines": str(machines)}
        return verdict(item, Status.FAIL, said, inputs=inputs, outputs=outputs, working=working)
    best, rest = enough[0], enough[1:]
    also = f" {' and '.join(rest)} would do as well." if rest else ""
    wanted = f"{disks} disk{'s' if disks > 1 else ''}"
    said = f"{best} is the smallest that will do for {wanted}: it takes {MAX_DISKS[best]}.{also}"
    return verdict(item, Status.PASS, said, inputs=inputs, outputs={"size": best})


def scratch(
    data: Size | None = None, space: Size | None = None, made_of: str = "", low: Size | None = None
) -> DecisionResult:
    """How large the scratch location must be for `data`, what `space` is enough for, or whether both fit.

    `made_of` shows what `data` was added up from ("400 GB + 350 GB"); `low` is the lower end of a range of
    which `data` is the upper one.
    """
    if data is None and space is None:
        return unknown(items.SCRATCH)
    if data is None:
        return _most_data(space or Size(Decimal(0)))
    needed = Size(data.bytes * SCRATCH_PERCENT / 100, data.binary)
    least, whole = two_units(needed.bytes, binary=data.binary), show_size(data)
    total = f"{made_of} = {whole}" if made_of else ""
    working = "; ".join(part for part in (total, f"5 % of {whole} = {least}") if part)
    inputs, outputs = {"data": whole}, {"scratch": least}
    extra = [*([reason(f"The sum: {total}.")] if total else []), _units(data, space)]
    if low is not None and low.bytes < data.bytes:
        of_low = two_units(low.bytes * SCRATCH_PERCENT / 100, binary=low.binary)
        extra.insert(0, reason(f"For the lower end, {show_size(low)}, it is {of_low}."))
    if space is None:
        said, status = f"At least {least}: 5 % of {whole}.", Status.PASS
    else:
        inputs["scratch"] = show_size(space)
        fits = space.bytes >= needed.bytes
        opening = "Yes. {} is enough" if fits else "No. {} is too small"
        share = plain(space.bytes * 100 / data.bytes, 1)
        said = f"{opening.format(inputs['scratch'])}: at least {least} is needed, 5 % of {whole}"
        if not fits:
            outputs["missing"] = two_units(needed.bytes - space.bytes, binary=data.binary)
            working += f"; {least} - {inputs['scratch']} = {outputs['missing']}"
            said += f"; {outputs['missing']} are missing"
        said += "."
        extra.insert(0, reason(f"{inputs['scratch']} is {share} % of {whole}."))
        status = Status.PASS if fits else Status.FAIL
    return verdict(items.SCRATCH, status, said, inputs=inputs, outputs=outputs, working=working, extra=extra)


def scratch_of_servers(data: Size, servers: int) -> DecisionResult:
    """The scratch location of each of several backup servers that each send `data`, and of all together."""
    needed = data.bytes * SCRATCH_PERCENT / 100
    least, whole = two_units(needed, binary=data.binary), show_size(data)
    total = two_units(needed * servers, binary=data.binary)
    said = f"At least {least} on each server, 5 % of {whole}; {total} on the {servers} servers together."
    working = f"5 % of {whole} = {least}; {servers} x {least} = {total}"
    inputs, outputs = {"data": whole, "servers": str(servers)}, {"scratch": least, "together": total}
    extra = [_units(data)]
    return verdict(
        items.SCRATCH, Status.PASS, said, inputs=inputs, outputs=outputs, working=working, extra=extra
    )


def with_drives(result: DecisionResult, data: Size, drives: Sequence[tuple[str, Size]]) -> DecisionResult:
    """The size that the scratch location needs, with a word on each drive, by its letter where one is told,
    that it may be put on."""
    told = [
        f"{f'{letter.upper()}: with ' if letter else ''}{show_size(one)} "
        f"{'is enough' if one.bytes * 100 >= data.bytes * SCRATCH_PERCENT else 'is too small'}"
        for letter, one in drives
    ]
    first, *rest = result.statements
    said = reason(f"Of the drives that you tell: {', '.join(told)}.")
    return replace(result, statements=(first, said, *rest))


def scratch_equation(data: Size, told: Size) -> DecisionResult:
    """Whether 5 % of the data is what it is said to be."""
    needed = data.bytes * SCRATCH_PERCENT / 100
    whole, least = show_size(data), two_units(needed, binary=data.binary)
    said_to_be = show_size(told)
    same = needed == told.bytes
    said = f"Yes. 5 % of {whole} is {least}." if same else f"No. 5 % of {whole} is {least}, not {said_to_be}."
    return verdict(
        items.SCRATCH,
        Status.PASS,
        said,
        inputs={"data": whole, "told": said_to_be},
        outputs={"scratch": least},
        working=f"5 % of {whole} = {least}",
        extra=[_units(data, told)],
    )


def scratch_place() -> DecisionResult:
    """Where the scratch location is asked for."""
    said = "On the Installation Settings screen of setup: the scratch location belongs to that step."
    return verdict(items.SCRATCH, Status.PASS, said, outputs={"screen": "Installation Settings"})


def _most_data(space: Size) -> DecisionResult:
    """What can go to Azure at most with a scratch location of `space`."""
    told = show_size(space)
    most = two_units(space.bytes * 100 / SCRATCH_PERCENT, binary=space.binary)
    said = f"At most {most} can go to Azure with a scratch location of {told}."
    return verdict(
        items.SCRATCH,
        Status.PASS,
        said,
        inputs={"scratch": told},
        outputs={"data": most},
        working=f"{told} / {SCRATCH_SHARE} = {most}",
        extra=[_units(space)],
    )


def scratch_for_each(data: Sequence[Size]) -> DecisionResult:
    """The scratch space for several amounts that are alternatives to each other."""
    pairs = [
        (
            two_units(size.bytes * SCRATCH_PERCENT / 100, binary=size.binary),
            show_size(size),
        )
        for size in data
    ]
    said = f"At least {', '.join(f'{least} for {whole}' for least, whole in pairs)}: 5 % of each."
    working = "; ".join(f"5 % of {whole} = {least}" for least, whole in pairs)
    if len(data) == 2:
        apart = two_units(abs(data[0].bytes - data[1].bytes) * SCRATCH_PERCENT / 100, binary=data[0].binary)
        said += f" The difference is {apart}."
        working += f"; difference {apart}"
    inputs, outputs = (
        {"data": ", ".join(whole for _, whole in pairs)},
        {"scratch": ", ".join(p for p, _ in pairs)},
    )
    extra = [_units(*data)]
    return verdict(
        items.SCRATCH, Status.PASS, said, inputs=inputs, outputs=outputs, working=working, extra=extra
    )


def scratch_share(percent: Decimal) -> DecisionResult:
    """Whether a share of the data is enough for the scratch location."""
    good = percent >= SCRATCH_PERCENT
    opening = (
        "Yes. {} % is enough: at least 5 % is required." if good else "No. {} % is below the required 5 %."
    )
    said = opening.format(plain(percent))
    status = Status.PASS if good else Status.FAIL
    return verdict(items.SCRATCH, status, said, inputs={"share": f"{plain(percent)} %"})


def no_scratch() -> DecisionResult:
    """What follows when no data is planned for Azure."""
    said = (
        "None by this rule: the scratch location is required for backup to Azure, and 5 % of no data is "
        "nothing."
    )
    return verdict(items.SCRATCH, Status.PASS, said, inputs={"data": "0 GB"}, outputs={"scratch": "0 GB"})


def _units(*told: Size | None) -> Statement:
    """How the units were read."""
    return caveat(next((note for size in told if size and (note := binary_note(size))), DECIMAL_NOTE))


def local_retention(time: Duration | None = None) -> DecisionResult:
    """Whether backup data may stay on attached disks for `time`: beyond five days is advised against."""
    item = items.LOCAL_RETENTION
    if time is None:
        return unknown(item)
    if time.exact == 0:
        return _nothing_local(time)
    inputs, longer = {"duration": time.shown}, time.longer_than(RETENTION_DAYS)
    if longer is None:
        said = f"It depends: up to five days is within the guide's advice, and {time.shown} can be beyond it."
        return verdict(item, Status.UNKNOWN, said, inputs=inputs)
    if longer:
        said = "Better not. The guide advises against keeping it beyond five days on attached disks."
        over = "" if time.exact is None else plain(time.exact - RETENTION_DAYS)
        more = [reason(f"{time.shown} is {over} day{'s' * (over != '1')} more than that.")] if over else []
        extra = [*more, caveat("It is advice rather than a technical limit in the guide.", STORING_DATA)]
        return verdict(item, Status.WARN, said, inputs=inputs, extra=extra)
    return verdict(
        item, Status.PASS, f"Yes. {time.shown} is within the five days that the guide advises.", inputs=inputs
    )


def retention_anywhere(time: Duration) -> DecisionResult:
    """Whether a retention is allowed whose place isn't told: the advice is for attached disks only."""
    told = time.text or time.shown
    said = (
        f"It depends on the place: on attached disks the guide advises against more than five days, in Azure "
        f"{told} are fine."
    )
    more = (
        "Data that is more than five days old should be stored in Azure, where it can be kept for many years."
    )
    result = verdict(
        items.LOCAL_RETENTION,
        Status.UNKNOWN,
        said,
        inputs={"duration": time.shown},
        extra=[reason(more, STORING_DATA)],
    )
    return replace(result, missing=(MissingInput(items.LOCAL_RETENTION.id, KEPT_WHERE),))


def room_on_disk(time: Duration) -> DecisionResult:
    """How much room on attached disks the data of so long a time takes: the guide gives no figure."""
    said = "The guide gives no amount for that: number and size of the attached disks make the storage pool."
    kept = local_retention(time).headline.removeprefix("Yes. ").removeprefix("No. ")
    return verdict(
        items.LOCAL_RETENTION,
        Status.UNKNOWN,
        said,
        inputs={"duration": time.shown, "asked": "room"},
        extra=[reason(kept, STORING_DATA)],
        not_covered=True,
        bare=True,
    )


def retention_in_vault() -> DecisionResult:
    """How long data may be kept in the vault: the guide names no limit."""
    said = (
        "In the vault for many years: how long depends on the number of recovery points and on how long they "
        "are kept."
    )
    return verdict(
        items.LOCAL_RETENTION,
        Status.PASS,
        said,
        inputs={"asked": "vault"},
        extra=[
            reason("The guide's example is a recovery point every month, kept for five years.", STORING_DATA)
        ],
        bare=True,
    )


def place_by_age() -> DecisionResult:
    """Where a copy belongs whose age isn't told: on attached disks or in Azure."""
    said = "It depends on its age: up to five days old on the attached disks, older in Azure."
    return verdict(
        items.LOCAL_RETENTION,
        Status.PASS,
        said,
        inputs={"asked": "place"},
        extra=[reason("Operational recovery uses the data on the attached disks.", STORING_DATA)],
    )


def place_of_age(days: Decimal) -> DecisionResult:
    """Where a copy belongs that is so many days old."""
    local = days <= RETENTION_DAYS
    shown = f"{plain(days)} day{'' if days == 1 else 's'}"
    said = (
        f"On the attached disks, or in Azure as well: {shown} is within the five days that the guide advises."
        if local
        else f"In Azure, in the vault: {shown} is more than the five days that the guide advises on disk."
    )
    return verdict(
        items.LOCAL_RETENTION,
        Status.PASS,
        said,
        inputs={"days": plain(days), "asked": "place"},
        outputs={"place": "attached disks" if local else "Azure"},
        extra=[]
        if local
        else [caveat("It is advice rather than a technical limit in the guide.", STORING_DATA)],
    )


def _nothing_local(time: Duration) -> DecisionResult:
    """No stay on the attached disks at all: the first copy is local."""
    said = "No. Some time on attached disks can't be left out: the first copy is local and mandatory."
    return verdict(items.BACKUP_STORAGE, Status.FAIL, said, inputs={"duration": time.shown})


def times_apart(times: Sequence[Duration]) -> DecisionResult:
    """Which of several times on attached disks, told as alternatives, are within the five days."""
    within = [time.shown for time in times if time.longer_than(RETENTION_DAYS) is False]
    held = f" {' and '.join(within)} {'are' if len(within) > 1 else 'is'} within that." if within else ""
    said = f"Up to five days on attached disks is what the guide advises.{held}"
    told = {"duration": " or ".join(time.shown for time in times)}
    return verdict(items.LOCAL_RETENTION, Status.PASS, said, inputs=told)


def ages_apart(days: Sequence[Decimal], *, count: bool = False) -> DecisionResult:
    """Which of several copies on attached disks, told by their age, are beyond the five days."""
    over = [day for day in days if day > RETENTION_DAYS]
    rest = [day for day in days if day <= RETENTION_DAYS]
    inputs = {"ages": ", ".join(map(plain, days))}
    outputs = {"over": ", ".join(map(plain, over)) or "none"}
    outputs |= {"number over": f"{len(over)} of {len(days)}"}
    within = f" {_of_days(rest)} {'is' if len(rest) == 1 else 'are'} within that." if rest else ""
    if not over:
        said = f"None of them: {_of_days(days)} are within the five days that the guide advises."
        return verdict(items.LOCAL_RETENTION, Status.PASS, said, inputs=inputs, outputs=outputs)
    lead = f"{len(over)} of the {len(days)}: those" if count else "Those"
    said = f"{lead} of {_of_days(over)} are beyond the five days that the guide advises.{within}"
    extra = [caveat("It is advice rather than a technical limit in the guide.", STORING_DATA)]
    return verdict(items.LOCAL_RETENTION, Status.WARN, said, inputs=inputs, outputs=outputs, extra=extra)


def _of_days(days: Sequence[Decimal]) -> str:
    """Ages in words: "6 and 9 days"."""
    *first, last = map(plain, days)
    return f"{', '.join(first)}{' and ' if first else ''}{last} day{'' if last == '1' and not first else 's'}"


def must_be_deleted() -> DecisionResult:
    """Whether older data has to be deleted from attached disks."""
    said = "The guide advises it and does not demand it: beyond five days the data belongs in Azure."
    extra = [caveat("It is advice rather than a technical limit in the guide.", STORING_DATA)]
    return verdict(items.LOCAL_RETENTION, Status.WARN, said, inputs={"duration": "over 5 days"}, extra=extra)


def points_on_disk(schedule: Schedule, sources: int = 1, kept: Period | None = None) -> DecisionResult:
    """How many points lie on the attached disks at once, when they are kept for five days or as told."""
    item = items.LOCAL_RETENTION
    time = kept or Period(Decimal(RETENTION_DAYS), "day")
    each = per(schedule, time.unit) * time.amount
    total = plain(each * sources, 1)
    by = f" x {sources:,} sources" if sources > 1 else ""
    working = f"{time} x {plain(per(schedule, time.unit))} a {time.unit}{by} = {total}"
    said = f"About {total} at once: {schedule} over {time}{by}."
    longer = time.years * 365 > RETENTION_DAYS
    inputs = {"schedule": str(schedule), "retention": str(time), "sources": str(sources)}
    return verdict(
        item,
        Status.WARN if longer else Status.PASS,
        said,
        inputs=inputs,
        outputs={"points": total},
        working=working,
        extra=[reason(f"The sum: {working}.")],
    )
