"""What the error reference settles though no error is told: an agent that is there, a retention, a PIN."""

from __future__ import annotations

from assistant.answer import Finding
from assistant.codes.reference import Reference
from assistant.specialists import least_retention, pin_life
from assistant.specialists.errors import agent_first
from assistant.understanding.reading import Reading

_ASKED = (agent_first.consult, least_retention.consult, pin_life.consult)


def consult(reading: Reading, reference: Reference) -> Finding | None:
    """The first of them that is asked for; else None."""
    return next((known for ask in _ASKED if (known := ask(reading, reference))), None)
