"""What scratch location, download and extraction need together, where one drive is to hold them."""

from __future__ import annotations

from decimal import Decimal

from assistant.decisions.calculations.installer import DOWNLOAD_GB, EXTRACTION_GB
from assistant.decisions.calculations.limits import DECIMAL_NOTE, SCRATCH_PERCENT
from assistant.decisions.guide import DOWNLOAD, EXTRACT
from assistant.decisions.readiness import prerequisites as items
from assistant.decisions.readiness.checks import Status, verdict
from assistant.decisions.reading.quantities import Size, binary_note, show_size, two_units
from assistant.decisions.types import DecisionResult, caveat, reason

_GB = 10**9


def together(
    data: Size, room: Size | None = None, *, extraction: bool = False, download: bool = False
) -> DecisionResult:
    """The least sizes added up: of the scratch location for `data`, and of what else lies on the drive; with
    `room`, whether it is enough."""
    scratch = data.bytes * SCRATCH_PERCENT / 100
    least = scratch + Decimal(_GB * (EXTRACTION_GB * extraction + DOWNLOAD_GB * download))
    parts = [f"{two_units(scratch, binary=data.binary)} for the scratch location (5 % of {show_size(data)})"]
    parts += [f"more than {DOWNLOAD_GB} GB for the downloaded files"] if download else []
    parts += [f"{EXTRACTION_GB} GB to extract them"] if extraction else []
    total = f"{'more than ' if download else ''}{two_units(least, binary=data.binary)}"
    working = f"{' + '.join(parts)} = {total}"
    extra = [reason(f"The sum: {working}.")]
    extra += [reason("The download is larger than 3 GB.", DOWNLOAD)] if download else []
    extra += (
        [reason("Extracting the setup files takes at least 4 GB of free space.", EXTRACT)]
        if extraction
        else []
    )
    extra.append(caveat(next((n for s in (data, room) if s and (n := binary_note(s))), DECIMAL_NOTE)))
    inputs, outputs = {"data": show_size(data)}, {"space": total}
    if room is None:
        lead = f"M{total[1:]}" if download else f"At least {total}"
        said, status = f"{lead}: the guide's least sizes added up.", Status.PASS
    else:
        inputs["room"] = show_size(room)
        fits = room.bytes > least or (room.bytes == least and not download)
        opening = f"Yes. {inputs['room']} is enough" if fits else f"No. {inputs['room']} is too small"
        said = f"{opening}: the guide's least sizes add up to {total}."
        status = Status.PASS if fits else Status.FAIL
    return verdict(items.SCRATCH, status, said, inputs=inputs, outputs=outputs, working=working, extra=extra)
