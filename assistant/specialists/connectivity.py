"""Puts a reading to the connectivity table and to the one on changes of subscription state."""

from __future__ import annotations

import re

from assistant.answer import Finding
from assistant.decisions import connectivity, inactive, subscription_change
from assistant.decisions.connectivity_rules import Connectivity, Operation, Subscription
from assistant.specialists.tables import finding_of
from assistant.understanding.reading import QuestionKind, Reading

NAME = "connectivity"
BARE_WORDS = 8
# Connection words that belong to other subjects: the check itself, firewall rules, setting the agent up.
_OTHER_SUBJECT = re.compile(
    r"\bget-dpmcloudconnection\b|\bcmdlet\b"
    r"|\bhow (?:do|can|to|would|could|should|does)\b[^.?!]{0,40}\b(?:check|test|verify|validate|find out"
    r"|see|know|tell|confirm)\b|\b(?:check|test|verify|validate)\b[^.?!]{0,40}\b(?:connect\w*|reach\w*"
    r"|online)\b"
    r"|\bfirewall\b|\bdownload\w*\b|\bports?\b",
    re.IGNORECASE,
)
_SETTING_UP = re.compile(
    r"\bwhite-?list\w*\b|\ballow-?list\w*\b|\burls?\b|\bendpoints?\b|\bsetup\b|\binstall\w*\b|\bregist\w+\b"
    r"|\bwizard\b|\bremote sql\b",
    re.IGNORECASE,
)
_STATE_LOOKUP = re.compile(
    r"\b(?:where|how)\b[^.?!]{0,60}\b(?:see|check|find|look up|look|know|tell|manage|view"
    r"|get)\b[^.?!]{0,60}\b(?:state|status|subscription|sub)\b",
    re.IGNORECASE,
)
_DATA = re.compile(
    r"\b(?:data|recovery points?|points|backups?|copies|rps?)\b[^.?!]{0,60}\b(?:back|there|lost|gone"
    r"|survive\w*|kept|deleted|available|left|again|still|return\w*|come|recover\w*|retriev\w*)\b"
    r"|\b(?:survive\w*|lost|gone|deleted|happens? (?:to|with))\b[^.?!]{0,60}\b(?:data|recovery points?"
    r"|points|backups?|copies)\b",
    re.IGNORECASE,
)
_LOCAL = re.compile(r"\b(?:local\w*|disks?|on-?site|attached)\b", re.IGNORECASE)
_CLOUD = re.compile(r"\b(?:azure|cloud|vault|online)\b", re.IGNORECASE)


def consult(reading: Reading) -> list[Finding]:
    """What the tables say, when the question is about states of connection or subscription."""
    if not _concerned(reading):
        return []
    if reading.previous_subscription and Subscription.ACTIVE in reading.subscription:
        return [_change(reading)]
    operations = tuple(op for op in Operation if op in reading.operations) or tuple(Operation)
    if len(reading.subscription) > 1:
        result = inactive.decide(reading.connectivity, operations, reading.outage)
    else:
        told = next(iter(reading.subscription), None)
        result = connectivity.decide(reading.connectivity, told, operations, reading.outage)
    return [finding_of(result, NAME, bare=reading.no_yes_or_no)]


def _concerned(reading: Reading) -> bool:
    if reading.subscription or reading.previous_subscription:
        return not (_STATE_LOOKUP.search(reading.plain) and not reading.operations)
    if _asks_bare_operation(reading):
        return True
    if reading.connectivity is None or _SETTING_UP.search(reading.plain):
        return False
    if _OTHER_SUBJECT.search(reading.plain) and not (
        reading.operations and reading.kind is QuestionKind.YES_NO
    ):
        return False
    asked = reading.operations or reading.kind is not QuestionKind.STATEMENT or reading.outage
    return bool(asked) and not (reading.connectivity is Connectivity.CONNECTED and not reading.operations)


def _asks_bare_operation(reading: Reading) -> bool:
    """Whether an operation of the table is asked for and nothing else is told: "can I restore from disk?"."""
    alone = len(reading.operations) == 1 and not (reading.products or reading.levels or reading.quantities)
    other = reading.topics - {"protection", "vault", "backup-storage"}
    return (
        alone
        and not other
        and reading.connectivity is None
        and reading.kind is QuestionKind.YES_NO
        and len(reading.plain.split()) <= BARE_WORDS
    )


def _change(reading: Reading) -> Finding:
    before = reading.previous_subscription
    previous = next(iter(before)) if len(before) == 1 else None
    local, cloud = bool(_LOCAL.search(reading.plain)), bool(_CLOUD.search(reading.plain))
    restores = {Operation.RESTORE_FROM_AZURE, Operation.RESTORE_FROM_DISK}
    about_data = bool(_DATA.search(reading.plain)) or bool(reading.operations & restores)
    copy = "both"
    if about_data and local != cloud:
        copy = "local" if local else "azure"
    elif about_data and len(reading.operations & restores) == 1:
        copy = "azure" if Operation.RESTORE_FROM_AZURE in reading.operations else "local"
    return finding_of(subscription_change.decide(previous, copy), NAME, bare=reading.no_yes_or_no)
