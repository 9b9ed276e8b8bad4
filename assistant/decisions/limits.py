"""The guide's limits and their calculators: disks, scratch space, local retention, extraction, download.

Sizes are decimal (1 TB is 1,000 GB). Every result shows its sum in `working`.
"""

from __future__ import annotations

from decimal import Decimal

from assistant.decisions import prerequisites as items
from assistant.decisions.checks import Status, unknown, verdict
from assistant.decisions.durations import Duration
from assistant.decisions.guide import DOWNLOAD, STORING_DATA
from assistant.decisions.machine import canonical_size
from assistant.decisions.quantities import Size, format_rate, format_size, plain
from assistant.decisions.types import (
    DecisionResult,
    Rule,
    Standing,
    Statement,
    Strength,
    caveat,
    headline,
    next_step,
    reason,
)

MAX_DISKS = {"A2": 4, "A3": 8, "A4": 16}
SCRATCH_PERCENT = 5
RETENTION_DAYS = 5
EXTRACTION_GB = 4
DOWNLOAD_GB = 3
DOWNLOAD_FILES = 8
GUIDE_RATE = Decimal(10_000_000)
GUIDE_MINUTES = 60
DECIMAL_NOTE = "1 TB is taken as 1,000 GB."
BINARY_NOTE = "TiB and GiB are converted to decimal units: 1 TiB is 1,099.51 GB."


def data_disks(size: str = "", disks: int | None = None) -> DecisionResult:
    """How many disks a size takes, which sizes take a number of disks, or whether both fit together."""
    item, name = items.DATA_DISKS, canonical_size(size)
    inputs = {key: value for key, value in {"size": name, "disks": str(disks or "")}.items() if value}
    if not name and disks is None:
        return unknown(item)
    if not name:
        return _sizes_for(disks or 0, inputs)
    if name not in MAX_DISKS:
        said = f"The guide gives no number of disks for {name}; it names A2 (4), A3 (8) and A4 (16)."
        return verdict(item, Status.UNKNOWN, said, inputs=inputs, not_covered=True)
    most = MAX_DISKS[name]
    if disks is None:
        return verdict(
            item, Status.PASS, f"{name} takes {most} disks.", inputs=inputs, outputs={"max_disks": str(most)}
        )
    if disks > most:
        larger = [other for other, limit in MAX_DISKS.items() if limit >= disks]
        hint = (
            f"; {larger[0]} takes {MAX_DISKS[larger[0]]}"
            if larger
            else "; none of the named sizes takes that many"
        )
        said = f"No. {name} takes {most} disks, not {disks}{hint}."
        return verdict(item, Status.FAIL, said, inputs=inputs, outputs={"max_disks": str(most)})
    said = f"Yes. {name} takes up to {most} disks, so {disks} will do."
    return verdict(item, Status.PASS, said, inputs=inputs, outputs={"max_disks": str(most)})


def _sizes_for(disks: int, inputs: dict[str, str]) -> DecisionResult:
    item = items.DATA_DISKS
    enough = [size for size, limit in MAX_DISKS.items() if limit >= disks]
    if not enough:
        said = (
            f"None of the sizes that the guide names takes {disks} disks: A4, the largest of them, takes 16."
        )
        return verdict(item, Status.FAIL, said, inputs=inputs)
    best, rest = enough[0], enough[1:]
    also = f" {' and '.join(rest)} would do as well." if rest else ""
    wanted = f"{disks} disk{'s' if disks > 1 else ''}"
    said = f"{best} is the smallest that will do for {wanted}: it takes {MAX_DISKS[best]}.{also}"
    return verdict(item, Status.PASS, said, inputs=inputs, outputs={"size": best})


def scratch(data: Size | None = None, space: Size | None = None) -> DecisionResult:
    """How large the scratch location must be for `data`, what `space` is enough for, or whether both fit."""
    item = items.SCRATCH
    if data is None and space is None:
        return unknown(item)
    told = {"data": data, "scratch": space}
    inputs = {name: format_size(size.bytes) for name, size in told.items() if size}
    binary = any(size.binary for size in told.values() if size)
    extra = [caveat(BINARY_NOTE if binary else DECIMAL_NOTE)]
    if data is None:
        most = format_size((space.bytes if space else Decimal(0)) * 100 / SCRATCH_PERCENT)
        working = f"{inputs['scratch']} / 0.05 = {most}"
        said = f"At most {most} can go to Azure with a scratch location of {inputs['scratch']}."
        return verdict(
            item, Status.PASS, said, inputs=inputs, outputs={"data": most}, working=working, extra=extra
        )
    needed = data.bytes * SCRATCH_PERCENT / 100
    least = format_size(needed)
    working = f"5 % of {inputs['data']} = {least}"
    outputs = {"scratch": least}
    if space is None:
        said = f"At least {least}: 5 % of {inputs['data']}."
        return verdict(item, Status.PASS, said, inputs=inputs, outputs=outputs, working=working, extra=extra)
    fits = space.bytes >= needed
    judged = "Yes. {} is enough" if fits else "No. {} is too small"
    said = f"{judged.format(inputs['scratch'])}: at least {least} is needed."
    status = Status.PASS if fits else Status.FAIL
    return verdict(item, status, said, inputs=inputs, outputs=outputs, working=working, extra=extra)


def local_retention(time: Duration | None = None) -> DecisionResult:
    """Whether backup data may stay on attached disks for `time`: beyond five days is advised against."""
    item = items.LOCAL_RETENTION
    if time is None:
        return unknown(item)
    inputs, longer = {"duration": time.shown}, time.longer_than(RETENTION_DAYS)
    if longer is None:
        said = f"It depends: up to five days is within the guide's advice, and {time.shown} can be longer."
        return verdict(item, Status.UNKNOWN, said, inputs=inputs)
    if longer:
        said = "Better not. The guide advises against keeping it beyond five days on attached disks."
        extra = [caveat("It is advice rather than a technical limit in the guide.", STORING_DATA)]
        return verdict(item, Status.WARN, said, inputs=inputs, extra=extra)
    return verdict(
        item, Status.PASS, f"Yes. {time.shown} is within the five days that the guide advises.", inputs=inputs
    )


def extraction(free: Size | None = None) -> DecisionResult:
    """Whether the free space is enough to extract the setup files: at least 4 GB."""
    item = items.EXTRACTION
    if free is None:
        return unknown(item)
    inputs = {"free": format_size(free.bytes)}
    extra = [caveat(BINARY_NOTE)] if free.binary else []
    if free.gb < EXTRACTION_GB:
        said = f"No. {inputs['free']} is too little: at least 4 GB must be free."
        return verdict(item, Status.FAIL, said, inputs=inputs, extra=extra)
    said = f"Yes. {inputs['free']} is enough: at least 4 GB must be free."
    return verdict(item, Status.PASS, said, inputs=inputs, extra=extra)


DOWNLOAD_RULE = Rule(
    "download",
    {"rate": "10 Mbps"},
    {"size": "more than 3 GB", "files": "8", "time": "up to 60 minutes"},
    DOWNLOAD,
    Strength.POSSIBILITY,
    "The installer is eight files of more than 3 GB in all; at 10 Mbps they may take up to 60 minutes.",
)


def download(rate: Decimal | None = None) -> DecisionResult:
    """Size, files and time of the download; at a `rate` (bits/s) other than the guide's, our arithmetic."""
    facts = reason(
        "The installer is eight files, one .exe and seven .bin, of more than 3 GB in all.", DOWNLOAD
    )
    inputs = {"rate": format_rate(rate)} if rate else {}
    outputs = {"size": "more than 3 GB", "files": "8 (1 .exe, 7 .bin)"}
    folder = next_step("Select all eight files and save them in one folder.", DOWNLOAD)
    if rate is None or rate == GUIDE_RATE:
        said = headline("Up to 60 minutes at 10 Mbps, by the guide's own figure.", DOWNLOAD)
        outputs["time"] = "up to 60 minutes"
        return _download(inputs, outputs, (said, facts, folder), "")
    least = Decimal(DOWNLOAD_GB) * 8 * 10**9 / rate / 60
    shown = minutes(least)
    working = f"3 GB x 8 bits / {inputs['rate']} = {shown}"
    outputs["time"] = f"more than {shown}"
    said = headline(
        f"More than {shown} at {inputs['rate']}, by our arithmetic: a lower bound, not the guide's figure."
    )
    own = caveat("The guide's only figure for time is up to 60 minutes at 10 Mbps.", DOWNLOAD)
    return _download(inputs, outputs, (said, facts, folder, own), working)


def _download(
    inputs: dict[str, str], outputs: dict[str, str], said: tuple[Statement, ...], working: str
) -> DecisionResult:
    return DecisionResult(
        table="download",
        inputs=inputs,
        outcome=outputs["time"],
        standing=Standing.SETTLED,
        statements=said,
        outputs=outputs,
        rules=(DOWNLOAD_RULE,),
        working=working,
    )


def minutes(value: Decimal) -> str:
    """Minutes for people: seconds below one, hours from 120, days from 48 hours."""
    if value < 1:
        return f"{plain(value * 60, 1)} seconds"
    if value < 120:
        return f"{plain(value, 1)} minutes"
    hours = value / 60
    return f"{plain(hours, 1)} hours" if hours < 48 else f"{plain(hours / 24, 1)} days"


def installer_files(
    exe: int | None = None, binaries: int | None = None, one_folder: bool | None = None
) -> DecisionResult:
    """Whether the downloaded files are complete: one .exe and seven .bin, in one folder."""
    item = items.INSTALLER_FILES
    told = {
        "exe": exe,
        "bin": binaries,
        "one_folder": None if one_folder is None else ("yes" if one_folder else "no"),
    }
    inputs = {name: str(value) for name, value in told.items() if value is not None}
    if not inputs:
        return unknown(item)
    if (exe is not None and exe < 1) or (binaries is not None and binaries < DOWNLOAD_FILES - 1):
        have = f"{plain(Decimal(exe or 0))} .exe and {plain(Decimal(binaries or 0))} .bin"
        return verdict(
            item, Status.FAIL, f"No. Files are missing: there are {have}, not 1 and 7.", inputs=inputs
        )
    if one_folder is False:
        return verdict(item, Status.FAIL, "No. All installer files must be in one folder.", inputs=inputs)
    if exe is None or binaries is None or one_folder is None:
        return verdict(item, Status.UNKNOWN, "Only if all eight files are in one folder.", inputs=inputs)
    return verdict(item, Status.PASS, "Yes. All eight files are in one folder.", inputs=inputs)
