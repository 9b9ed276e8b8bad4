"""The address ranges of the guide's list written out: first and last address, mask, number of addresses."""

from __future__ import annotations

import ipaddress
from collections.abc import Sequence

from assistant.decisions.guide import RECOVERING
from assistant.decisions.network import NAME, RANGES, RULES
from assistant.decisions.types import DecisionResult, Standing, headline, reason


def written_out(ranges: Sequence[str] = RANGES) -> DecisionResult:
    """The bounds of those of the guide's `ranges` that are told, with mask and number of addresses."""
    networks = {entry: ipaddress.IPv4Network(entry) for entry in ranges}
    spans = {entry: f"{net[0]} to {net[-1]}" for entry, net in networks.items()}
    said = "; ".join(f"{entry} is {span}" for entry, span in spans.items())
    first = next(iter(networks.values()))
    each = " each" if len(networks) > 1 else ""
    outputs = {"span": "; ".join(spans.values()), "mask": str(first.netmask)}
    outputs |= {"addresses": f"{first.num_addresses:,}"}
    return DecisionResult(
        table=NAME,
        inputs={"destination": ", ".join(ranges)},
        outcome="written_out",
        standing=Standing.SETTLED,
        statements=(
            headline(f"{said}.", RECOVERING),
            reason(f"The mask is {first.netmask}: {first.num_addresses:,} addresses{each}.", RECOVERING),
            reason("Firewall or proxy must let both ranges on the list through.", RECOVERING),
        ),
        outputs=outputs,
        rules=tuple(RULES[entry] for entry in ranges),
    )
