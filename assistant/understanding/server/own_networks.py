"""Networks of one's own in which machines are placed: a plan, and no question on the list of addresses."""

from __future__ import annotations

import ipaddress

from assistant.decisions.expressions.patterns import lazy
from assistant.understanding.reading import Reading

_MACHINES = r"(?:mabs|vms?|servers?|guests?|machines?)"
_GUARDED = r"(?:protect\w*|back\w*|restor\w*)"
_PLAN = lazy(
    r"\bv-?nets?\b|\bvirtual networks?\b|\bvlans?\b|\bsub-?nets?\b|\bsub(?:scription)?s?\b|\bpeer\w*"
    rf"|\b{_MACHINES}\b[^?\n]{{0,60}}\b{_GUARDED}|\b{_GUARDED}[^?\n]{{0,60}}\b{_MACHINES}\b"
)
_LET_THROUGH = lazy(
    r"\b(?:firewall|fw|proxy|white-?list\w*|allow-?list\w*|urls?|endpoints?|outbound|unblock\w*)\b"
)


def placed_in(reading: Reading) -> tuple[str, ...]:
    """The networks of one's own (10.20.0.0/16) in which a message places its machines."""
    own = tuple(filter(_is_private, reading.hosts))
    planned = own and _PLAN().search(reading.text) and not _LET_THROUGH().search(reading.text)
    return own if planned else ()


def _is_private(host: str) -> bool:
    if "/" not in host:
        return False
    try:
        return ipaddress.ip_network(host, strict=False).is_private
    except ValueError:
        return False
