"""What the connectivity table says to a server that is connected only now and then, or never."""

from __future__ import annotations

from assistant.answer import Finding
from assistant.decisions.expressions.patterns import lazy
from assistant.decisions.states import connectivity, rare_uplink
from assistant.decisions.states.connectivity_rules import (
    NAME,
    RESTORES,
    Connectivity,
    Operation,
    Subscription,
    in_order,
)
from assistant.specialists.table_findings import finding_of
from assistant.understanding.connection.uplinks import gap_of, is_need_asked, is_never_connected
from assistant.understanding.reading import QuestionKind, Reading

_INSTALLS = lazy(
    r"(?<!after )(?<!after the )\b(?:install\w*|setup|download\w*|regist\w*|deploy(?:ed)?|proxy|firewall"
    r"|url|ports?)\b"
)
_SUFFICES = lazy(r"\b(?:enough|suffic\w*|do|ok(?:ay)?|often)\b")
_ASKS = lazy(
    r"\b(?:work\w*|enough|suffic\w*|ok(?:ay)?|fine|possible|allowed|can|may|do|does|will|need\w*|must|mabs"
    r"|use)\b"
)


def consult(reading: Reading) -> Finding | None:
    """What holds for such a server; None where no such one is told, or nothing of it is asked."""
    text = reading.plain
    if _INSTALLS().search(text) or reading.followup or not (reading.operations or _ASKS().search(text)):
        return None
    asks_how = reading.kind in (QuestionKind.HOW, QuestionKind.WHERE, QuestionKind.WHY)
    if asks_how and not _SUFFICES().search(text):
        return None
    if reading.kind is QuestionKind.YES_NO and not reading.subscription and is_need_asked(text):
        return finding_of(rare_uplink.needed_for_disk(), NAME)
    gap = gap_of(text)
    told_off = reading.connectivity in (None, Connectivity.LOST) and reading.outage is None
    never = gap is None and told_off and is_never_connected(text)
    if gap is None and not never:
        return None
    operations = in_order(reading.operations) or tuple(Operation)
    told = reading.only_subscription
    if told in (Subscription.EXPIRED, Subscription.DEPROVISIONED) or set(operations) <= RESTORES:
        lost = Connectivity.LOST_LONG if never else None
        return finding_of(connectivity.decide(lost, told, operations), NAME, sense=reading.sense)
    result = rare_uplink.decide(gap, operations) if gap is not None else rare_uplink.never(operations)
    return finding_of(
        result, NAME, bare=not (reading.kind is QuestionKind.YES_NO or asks_how), sense=reading.sense
    )
