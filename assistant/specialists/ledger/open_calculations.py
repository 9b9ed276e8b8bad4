"""The calculation that an answer of the guide leaves open, as if it had been asked for without a figure."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from assistant.decisions.calculations import installer
from assistant.specialists.calculators.calculator_question import Calculation
from assistant.specialists.calculators.disks import Disks
from assistant.specialists.calculators.installer import Download, Space
from assistant.specialists.calculators.points import Points
from assistant.specialists.calculators.scratch import Scratch
from assistant.specialists.ledger.figures import Figure
from assistant.specialists.ledger.ledger_entries import lead_of
from assistant.understanding.reading import Reading

_BASES: Mapping[str, Callable[[Figure], Calculation]] = {
    "scratch": lambda figure: Scratch(),
    "space": lambda figure: Space(),
    "both": lambda figure: Space(both=True),
    "time": lambda figure: Download(installer.GUIDE_RATE),
    "disks": lambda figure: Disks(sizes=(figure.of,)),
    "limit": lambda figure: Points(),
}

_MOST_WORDS = 16


def base_of(reading: Reading) -> Calculation | None:
    """The calculation on what the last answer led with; None where that was no figure of a calculator."""
    other = reading.connectivity or reading.subscription or reading.operations
    if other or not (reading.followup or len(reading.plain.split()) <= _MOST_WORDS):
        return None
    lead = lead_of(reading)
    if lead and lead.name in _BASES:
        return _BASES[lead.name](lead)
    return Disks() if reading.previous.get("subject") == "data-disks" else None
