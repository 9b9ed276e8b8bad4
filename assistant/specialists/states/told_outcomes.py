"""Which rows of the connectivity table fit what is told to work and not, where the cause is asked for."""

from __future__ import annotations

import re

from assistant.answer import Finding
from assistant.decisions.states.connectivity_query import Wanted, states_with
from assistant.decisions.states.connectivity_rules import NAME, RESTORES, in_order
from assistant.specialists.states.wanted_verdicts import mixed_wishes
from assistant.specialists.table_findings import finding_of
from assistant.understanding.reading import Reading

REPORTED = re.compile(
    r"\b(?:error|message|warning|alert|event|code|id|log|crash\w*|writer|vss|replica|inconsist\w*"
    r"|agent|service"
    r"|disk|space|slow|stuck|proxy|firewall)s?\b",
    re.IGNORECASE,
)
"""Words of a fault that the table of states doesn't explain."""

_PLACES = re.compile(r"\b(?:from|to) (?:the )?disks?\b|\bdisk (?=backup|restore)", re.IGNORECASE)
_ASKS_CAUSE = re.compile(
    r"\b(?:why|how come|reason|cause|explain)\b|\bwhat\b[^.?!]{0,20}\b(?:wrong|happened|the matter)\b",
    re.IGNORECASE,
)
_STOPPED = re.compile(
    r"\b(?:no|none|not|neither|nor|nothing|stop(?:s|ped)?|fail(?:s|ed)?|refused|blocked|dead|impossible)\b|n['’]t\b",
    re.IGNORECASE,
)
_BOTH = re.compile(
    r"\b(?:disks?|local\w*)\b.*\b(?:azure|cloud|vault)\b|\b(?:azure|cloud|vault)\b.*\b(?:disks?|local\w*)\b"
    r"|\b(?:both|neither)\b",
    re.IGNORECASE,
)


def consult(reading: Reading) -> Finding | None:
    """The rows in which it is so: "backups are refused, restores go. why?", "no restore from disk nor azure".

    None where a state is told, or where nothing but backups stop, which has many another cause.
    """
    text = reading.plain
    told = reading.subscription or reading.previous_subscription or reading.connectivity or reading.products
    if told or reading.followup or REPORTED.search(_PLACES.sub(" ", text)) or not _ASKS_CAUSE.search(text):
        return None
    groups = mixed_wishes(_ASKS_CAUSE.sub(" ", text))
    if not groups and reading.operations == RESTORES and _STOPPED.search(text) and _BOTH.search(text):
        groups = {Wanted.STOPPED: in_order(RESTORES)}
    if not groups.get(Wanted.STOPPED):
        return None
    result = states_with(groups)
    return finding_of(result, NAME) if result.rules else None
