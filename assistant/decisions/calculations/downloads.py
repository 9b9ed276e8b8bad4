"""The download of the installer on several machines, and put to the time that there is for it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from assistant.decisions.calculations.installer import (
    DOWNLOAD_FILES,
    DOWNLOAD_GB,
    GUIDE_MINUTES,
    GUIDE_RATE,
    download,
    minutes,
)
from assistant.decisions.guide import DOWNLOAD
from assistant.decisions.reading.quantities import format_rate
from assistant.decisions.types import DecisionResult, headline, reason


def on_machines(machines: int) -> DecisionResult:
    """How many files and how much data it is where each of several machines fetches the installer."""
    files, least = machines * DOWNLOAD_FILES, machines * DOWNLOAD_GB
    working = f"{machines} x {DOWNLOAD_FILES} = {files} files; {machines} x more than {DOWNLOAD_GB} GB"
    said = headline(
        f"{files} files of more than {least} GB in all, where {machines} machines each download it."
    )
    one = reason("The installer is eight files, one .exe and seven .bin, of more than 3 GB in all.", DOWNLOAD)
    own = reason(f"The sum: {working}.")
    result = download()
    inputs, outputs = {"machines": str(machines)}, {"files": str(files), "size": f"more than {least} GB"}
    return replace(result, inputs=inputs, outputs=outputs, statements=(said, one, own), working=working)


def in_window(rate: Decimal, time: Decimal) -> DecisionResult:
    """Whether `time` (minutes) is enough for the download at `rate` (bits/s), by the guide's figure.

    Its 60 minutes at 10 Mbps are the most that it takes: less time may do, and can't be relied upon.
    """
    most = GUIDE_MINUTES * GUIDE_RATE / rate
    least = Decimal(DOWNLOAD_GB) * 8 * 10**9 / rate / 60
    shown, speed = minutes(time), format_rate(rate)
    up_to = (
        f"up to {minutes(most)} at {speed}"
        if rate == GUIDE_RATE
        else f"up to about {minutes(most)} at {speed}"
    )
    if time >= most:
        said = f"Yes. {shown} will do: the download takes {up_to}."
    elif time < least:
        alone = f"3 GB alone takes {minutes(least)}, and the download is larger"
        said = f"No. {shown} is too little at {speed}: {alone}."
    else:
        said = f"No. You can't rely on {shown}: the download may take {up_to}."
    lead = headline(said, DOWNLOAD) if rate == GUIDE_RATE and time >= least else headline(said)
    base = download(rate)
    inputs = {"rate": speed, "minutes": shown}
    return replace(base, inputs=inputs, statements=(lead, *base.statements[1:]))
