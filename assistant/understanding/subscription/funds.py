"""Money for a subscription that is told to be spent: no state of the guide follows from it for sure."""

from __future__ import annotations

from assistant.decisions.expressions.patterns import lazy
from assistant.understanding.reading import Reading

_FUNDS = r"(?:credits?|money|funds|budget|balance|commitment|allowance|prepayment|spending (?:limit|cap))"
_SPENT = lazy(
    rf"\b{_FUNDS}\b[^.;?!]{{0,30}}\b(?:exhaust\w*|used up|run out|ran out|gone|spent|hit|reached|exceeded"
    r"|left|over|empty|depleted|consumed|drained)\b"
    r"|\b(?:no|out of|without|hit|hits|reached|exceeded|spent|exhausted|used up)\s+(?:\w+\s+){0,2}"
    rf"{_FUNDS}\b|\bcard\b[^.;?!]{{0,40}}\b(?:declined|bounced|rejected|refused)\b"
)
_ACCOUNT = lazy(
    r"\b(?:subs?|subscription|azure|account|credits?|spending|ea|pass|prepa\w+|msdn|commitment)\b"
)


def is_spent(reading: Reading) -> bool:
    """Whether money is told to be spent, and no state: what runs then hangs on the state it led to."""
    text = reading.plain
    asked = reading.operations or reading.connectivity or "subs" in text.lower()
    known = reading.subscription or reading.previous_subscription or reading.products
    return bool(asked and not known and _SPENT().search(text) and _ACCOUNT().search(text))
