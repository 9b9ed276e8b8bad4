"""What holds apart from the connectivity table, told first to somebody who asks for just that.

In the first 15 days of an outage the table is silent, but scheduled backups don't run while the subscription
is Expired, and the data in Azure is lost once it is Deprovisioned, whatever the connection.
"""

from __future__ import annotations

from dataclasses import replace

from assistant.answer import Finding
from assistant.decisions.expressions.patterns import lazy
from assistant.decisions.sentences import capital
from assistant.decisions.states.connectivity_rules import Subscription
from assistant.decisions.states.connectivity_text import APART
from assistant.understanding.reading import Reading

CLOUD = lazy(r"\b(?:azure|cloud|vault|online)\b")
_DATA = lazy(r"\b(?:data|points?|rps?|cop(?:y|ies)|backups?|stuff|everything)\b")
_KEPT = lazy(r"\b(?:safe|there|kept|intact|surviv\w*|exist\w*|available|ok|okay)\b")
_LOST = lazy(r"\b(?:lost|gone|delet\w*|wiped|destroyed|erased|purged)\b")
_SCHEDULED = lazy(r"\bschedul\w*\b|\b(?:nightly|tonight'?s?) (?:jobs?|backups?|runs?)\b")
_LOCAL = lazy(r"\b(?:local\w*|disks?|attached|on-?site)\b")
_DENIED = lazy(r"\bnot\b|n['\u2019]t\b|\bor\b|\bhow\b|\bwhat\b|\bwhy\b")


def told_first(finding: Finding, reading: Reading) -> Finding:
    """`finding` with what holds apart from the table in front, where that is what was asked for."""
    apart = next((said for said in finding.statements if said.text.startswith(APART)), None)
    lead = _lead(reading) if apart and len(reading.subscription) == 1 else None
    if apart is None or lead is None:
        return finding
    first, *rest = (said for said in finding.statements if said is not apart)
    text = apart.text.removeprefix(APART)
    if lead:
        lead = "" if _DENIED().search(reading.plain) else f"{lead}. "
    told = replace(apart, text=f"{lead}{capital(text)}", role="verdict")
    return replace(finding, statements=(told, replace(first, role="reason"), *rest))


def _lead(reading: Reading) -> str | None:
    """The yes or no to what is asked apart from the table; None where something else is asked."""
    text = reading.plain
    if reading.subscription == {Subscription.EXPIRED}:
        return "No" if _SCHEDULED().search(text) else None
    if not (CLOUD().search(text) and _DATA().search(text)) or _LOCAL().search(text):
        return None
    if _LOST().search(text):
        return "Yes"
    return "No" if _KEPT().search(text) else None
