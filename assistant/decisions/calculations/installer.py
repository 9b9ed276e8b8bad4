"""The installer in figures: size, files and time of the download, and the space for it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from assistant.decisions.guide import DOWNLOAD
from assistant.decisions.readiness import prerequisites as items
from assistant.decisions.readiness.checks import Status, unknown, verdict
from assistant.decisions.reading.numbers import UNIT_WORDS
from assistant.decisions.reading.quantities import Size, binary_note, format_rate, format_size, plain
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

EXTRACTION_GB = 4
DOWNLOAD_GB = 3
DOWNLOAD_FILES = 8
GUIDE_RATE = Decimal(10_000_000)
GUIDE_MINUTES = 60
DOWNLOAD_RULE = Rule(
    "download",
    {"rate": "10 Mbps"},
    {"size": "more than 3 GB", "files": "8", "time": "up to 60 minutes"},
    DOWNLOAD,
    Strength.POSSIBILITY,
    "The installer is eight files of more than 3 GB in all; at 10 Mbps they may take up to 60 minutes.",
)
_FACTS = reason("The installer is eight files, one .exe and seven .bin, of more than 3 GB in all.", DOWNLOAD)
_FIGURE = caveat("The guide's only figure for time is up to 60 minutes at 10 Mbps.", DOWNLOAD)


def extraction(free: Size | None = None) -> DecisionResult:
    """Whether the free space is enough to extract the setup files: at least 4 GB."""
    item = items.EXTRACTION
    if free is None:
        return unknown(item)
    inputs = {"free": format_size(free.bytes)}
    extra = [caveat(note)] if (note := binary_note(free)) else []
    if free.gb < EXTRACTION_GB:
        missing = format_size(EXTRACTION_GB * 10**9 - free.bytes)
        said = f"No. {inputs['free']} is too little: at least 4 GB must be free; {missing} are missing."
        working = f"4 GB - {inputs['free']} = {missing}"
        return verdict(item, Status.FAIL, said, inputs=inputs, working=working, extra=extra)
    said = f"Yes. {inputs['free']} is enough: at least 4 GB must be free."
    return verdict(item, Status.PASS, said, inputs=inputs, extra=extra)


def shared_extraction(machines: int, free: Size | None = None) -> DecisionResult:
    """The space on one volume that several machines extract to, each in its own folder: 4 GB for each."""
    total = EXTRACTION_GB * machines
    item = replace(
        items.EXTRACTION, fix=f"Free at least {total} GB there, or extract to volumes of their own."
    )
    working = f"{machines} x {EXTRACTION_GB} GB = {total} GB"
    own = caveat(f"Adding them is our arithmetic ({working}); the guide gives 4 GB for one extraction.")
    outputs = {"space": f"{total} GB"}
    if free is None:
        said = f"At least {total} GB in all: {EXTRACTION_GB} GB for each of {machines} extractions."
        return verdict(item, Status.PASS, said, outputs=outputs, working=working, extra=[own])
    inputs = {"free": format_size(free.bytes), "machines": str(machines)}
    fits = free.gb >= total
    lacking = format_size(total * 10**9 - free.bytes)
    working += "" if fits else f"; {total} GB - {inputs['free']} = {lacking}"
    missing = "" if fits else f"; {lacking} are missing"
    said = (
        f"{'Yes' if fits else 'No'}. {inputs['free']} is {'enough' if fits else 'too little'}: {machines} "
        f"extractions take at least {total} GB, 4 GB each{missing}."
    )
    extra = [own, *([caveat(note)] if (note := binary_note(free)) else [])]
    status = Status.PASS if fits else Status.FAIL
    return verdict(item, status, said, inputs=inputs, outputs=outputs, working=working, extra=extra)


def left_to_extract(free: Size, taken: Size) -> DecisionResult:
    """Whether what the downloaded files have left of the free space is enough for the extraction."""
    rest = Size(free.bytes - taken.bytes, free.binary)
    result = extraction(rest)
    working = f"{format_size(free.bytes)} - {format_size(taken.bytes)} = {format_size(rest.bytes)}"
    said = reason(f"What is left: {working}.")
    whole = "; ".join(filter(None, (working, result.working)))
    return replace(result, statements=(*result.statements, said), working=whole)


def quota(daily: Size) -> DecisionResult:
    """Whether the download, larger than 3 GB, fits into what may be downloaded in a day, and how many days
    it takes at the least."""
    shown, inputs = format_size(daily.bytes), {"daily": format_size(daily.bytes)}
    if daily.gb > DOWNLOAD_GB:
        said = f"{shown} a day is more than 3 GB; the guide says only that the download is larger than that."
        own = caveat("It gives no exact size: look it up on the download page.", DOWNLOAD)
        return _download(inputs, "1 day or more", (headline(said, DOWNLOAD), own, _FACTS))
    days = int(DOWNLOAD_GB / daily.gb) + 1
    working = f"more than {DOWNLOAD_GB} GB / {shown} a day = at least {days} days"
    lead = headline(f"No. {shown} a day is too little for one day: it takes at least {days} days.", DOWNLOAD)
    own = reason(f"The download is larger than 3 GB: {working}.", DOWNLOAD)
    return _download(inputs, f"at least {days} days", (lead, own), working)


def whole_space(free: Size | None = None, times: int = 1) -> DecisionResult:
    """The space for the downloaded files and their extraction on one volume: more than 3 GB and 4 GB.

    `times` is for how many machines each has its own download and extraction there.
    """
    total = (DOWNLOAD_GB + EXTRACTION_GB) * times
    item = replace(items.EXTRACTION, fix=f"Free more than {total} GB in all, or use two drives.")
    each = f"{DOWNLOAD_GB} GB + {EXTRACTION_GB} GB"
    summed = each if times == 1 else f"{times} x ({each})"
    working = f"more than {summed} = more than {total} GB"
    parts = (
        f"more than {DOWNLOAD_GB} GB for the downloaded files and at least {EXTRACTION_GB} GB to extract them"
        f"{'' if times == 1 else f', {times} times'}"
    )
    facts = [
        caveat("The download is larger than 3 GB.", DOWNLOAD),
        caveat(f"Adding them is our arithmetic ({working}); the guide gives each on its own."),
    ]
    outputs = {"space": f"more than {total} GB"}
    if free is None:
        said = f"More than {total} GB on one volume: {parts}."
        return verdict(item, Status.PASS, said, outputs=outputs, working=working, extra=facts)
    inputs = {"free": format_size(free.bytes)}
    good = free.gb > total
    opening = (
        "Yes. {} is more than the {} GB for both: {}."
        if good
        else "No. {} is too little, both take more than {} GB: {}."
    )
    said = opening.format(inputs["free"], total, parts)
    status = Status.PASS if good else Status.FAIL
    return verdict(item, status, said, inputs=inputs, outputs=outputs, working=working, extra=facts)


def files_and_size() -> DecisionResult:
    """How many files the download has, and how large they are together."""
    said = headline("Eight files, one .exe and seven .bin, of more than 3 GB in all.", DOWNLOAD)
    folder = next_step("Select all eight files and save them in one folder.", DOWNLOAD)
    return _download({"asked": "files and size"}, "up to 60 minutes", (said, folder))


def download(rate: Decimal | None = None, times: int = 1) -> DecisionResult:
    """Size, files and time of the download, for `times` downloads one after the other.

    At a `rate` (bits/s) other than the guide's the time is scaled from the guide's figure, and said to be.
    """
    inputs = {"rate": format_rate(rate)} if rate else {}
    folder = next_step("Select all eight files and save them in one folder.", DOWNLOAD)
    if (rate is None or rate == GUIDE_RATE) and times == 1:
        said = headline("Up to 60 minutes at 10 Mbps, by the guide's own figure.", DOWNLOAD)
        return _download(inputs, "up to 60 minutes", (said, _FACTS, folder))
    rate = rate or GUIDE_RATE
    scaled = GUIDE_MINUTES * times * GUIDE_RATE / rate
    least = Decimal(DOWNLOAD_GB) * times * 8 * 10**9 / rate / 60
    shown, runs = minutes(scaled), "" if times == 1 else f"{times} x "
    working = f"{runs}60 minutes x 10 Mbps / {format_rate(rate)} = {shown}"
    said = headline(
        f"Up to about {shown} at {format_rate(rate)}, extrapolated from the guide's 60 minutes at 10 Mbps."
    )
    own = reason(
        f"That is our arithmetic, not a figure of the guide: {working}. "
        f"3 GB alone would take {minutes(least)} at full speed."
    )
    return _download(inputs, f"up to about {shown}", (said, own, _FACTS, _FIGURE, folder), working)


def download_here() -> DecisionResult:
    """The guide's time for the download, to somebody who asks for that on a line of unknown speed."""
    said = headline("Up to 60 minutes at 10 Mbps; the guide gives no time for any other line.", DOWNLOAD)
    asked = MissingInput("rate", "How fast is the line there, in Mbps?")
    result = _download({}, "up to 60 minutes", (said, _FACTS))
    return replace(result, standing=Standing.MISSING, missing=(asked,))


def speed_for(wanted: Decimal) -> DecisionResult:
    """How fast the connection must be to download within `wanted` minutes, scaled from the guide's figure."""
    rate = GUIDE_RATE * GUIDE_MINUTES / wanted
    working = f"10 Mbps x 60 minutes / {plain(wanted, 1)} minutes = {format_rate(rate)}"
    said = headline(
        f"About {format_rate(rate)} to be done in {minutes(wanted)}, extrapolated from the guide's figure."
    )
    own = reason(f"That is our arithmetic, not a figure of the guide: {working}.")
    inputs = {"minutes": plain(wanted, 1)}
    return _download(inputs, format_rate(rate), (said, own, _FACTS, _FIGURE), working)


def _download(
    inputs: dict[str, str], time: str, said: tuple[Statement, ...], working: str = ""
) -> DecisionResult:
    return DecisionResult(
        table="download",
        inputs=inputs,
        outcome=time,
        standing=Standing.SETTLED,
        statements=said,
        outputs={"size": "more than 3 GB", "files": "8 (1 .exe, 7 .bin)", "time": time},
        rules=(DOWNLOAD_RULE,),
        working=working,
    )


def minutes(value: Decimal) -> str:
    """Minutes for people: seconds below one; hours too from 90, days from 48 hours."""
    if value < 1:
        return f"{plain(value * 60, 1)} seconds"
    hours = value / 60
    if hours >= 48:
        return f"{plain(hours / 24, 1)} days"
    shown = f"{plain(value, 1)} minutes"
    return shown if value < 90 else f"{shown} ({plain(hours, 1)} hours)"


def binaries_of(binaries: int, *, exe: bool = False) -> DecisionResult:
    """Whether so many .bin files are all of them; `exe` tells whether the .exe is said to be there too."""
    item, inputs, wanted = items.INSTALLER_FILES, {"bin": str(binaries)}, DOWNLOAD_FILES - 1
    if exe:
        inputs["exe"] = "1"
    if binaries < wanted:
        missing = wanted - binaries
        return verdict(item, Status.FAIL, _lacking(missing, "seven .bin files"), inputs=inputs)
    if binaries > wanted:
        said = "No. There are seven .bin files, and one .exe beside them."
        return verdict(item, Status.WARN, said, inputs=inputs)
    said = "Yes. That is the whole set." if exe else "Yes, together with the .exe."
    return verdict(item, Status.PASS, said, inputs=inputs)


def files_in_all(total: int) -> DecisionResult:
    """Whether so many files are all that the installer consists of."""
    item, inputs, missing = items.INSTALLER_FILES, {"files": str(total)}, DOWNLOAD_FILES - total
    if missing > 0:
        return verdict(item, Status.FAIL, _lacking(missing, "eight files"), inputs=inputs)
    if missing < 0:
        return verdict(item, Status.WARN, f"No. It is eight files, not {total}.", inputs=inputs)
    return verdict(item, Status.PASS, "Yes. Eight files are the whole set.", inputs=inputs)


def still_missing(there: int, *, binaries: bool = False) -> DecisionResult:
    """How many of the eight files are missing where so many, or so many .bin files, are there."""
    missing = max(DOWNLOAD_FILES - there, 0)
    whose = f"{there} .bin file{'' if there == 1 else 's'}" if binaries else str(there)
    rest = ", the .exe among them" if binaries and missing else ""
    said = (
        f"{missing}{rest}: the installer is eight files, and {whose} {'is' if there == 1 else 'are'} there."
    )
    inputs, outputs = {"files": str(there)}, {"missing": str(missing)}
    return verdict(items.INSTALLER_FILES, Status.FAIL, said, inputs=inputs, outputs=outputs)


def _lacking(missing: int, of: str) -> str:
    number = UNIT_WORDS[missing - 1]
    if of.startswith(number):
        return f"No. All {of} are missing."
    return f"No. {number.capitalize()} of the {of} {'is' if missing == 1 else 'are'} missing."


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
        return verdict(
            item,
            Status.FAIL,
            "No. Apart they won't do: all installer files must be in one folder.",
            inputs=inputs,
        )
    if exe is None or binaries is None or one_folder is None:
        return verdict(item, Status.UNKNOWN, "Only if all eight files are in one folder.", inputs=inputs)
    return verdict(item, Status.PASS, "Yes. All eight files are in one folder.", inputs=inputs)
