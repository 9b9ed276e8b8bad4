"""Puts host names, URLs, addresses and ranges to the guide's allowlist."""

from __future__ import annotations

import re

from assistant.answer import Finding
from assistant.decisions import network
from assistant.decisions.types import DecisionInputError
from assistant.specialists.notes import note
from assistant.specialists.tables import finding_of
from assistant.understanding.reading import Reading

NAME = "network"
_ASKED = re.compile(
    r"\b(?:firewall|fw|proxy|white-?list\w*|allow\w*|permit\w*|cover\w*|open\w*|unblock\w*|block\w*"
    r"|list(?:ed)?|ranges?|rules?|need\w*|require\w*|must|exception|endpoints?|reach\w*|pass|let through"
    r"|exempt\w*|bypass)\b",
    re.IGNORECASE,
)
_WE_ALLOW = re.compile(
    r"\b(?:we|i|our (?:firewall|proxy)|firewall|proxy|rules?|currently"
    r"|already)\b[^.?!\n]{0,30}\b(?:allow\w*|permit\w*|open\w*|have|let\w*"
    r"|white-?list\w*)\b[^?]*\b(?:missing|complete|enough|all|else|anything|forgot\w*|lack\w*|sufficient"
    r"|what)\b",
    re.IGNORECASE | re.DOTALL,
)
_MISSING = re.compile(
    r"\b(?:missing|complete|anything else|forgot\w*|lack\w*|left out|sufficient)\b", re.IGNORECASE
)
_FIREWALL = re.compile(
    r"\b(?:firewall|fw|proxy|white-?list\w*|allow-?list\w*|urls?|endpoints?|outbound|unblock\w*)\b",
    re.IGNORECASE,
)
_INSIDE = (".local", ".internal", ".lan", ".corp")
MOST = 5


def consult(reading: Reading) -> list[Finding]:
    """Whether each destination is covered, and by which entry; for a list of rules, what is missing."""
    if not reading.hosts or not (
        _ASKED.search(reading.plain) or len(reading.plain.split()) <= 3 or reading.followup
    ):
        return []
    if len(reading.hosts) > 1 and (_WE_ALLOW.search(reading.plain) or _MISSING.search(reading.plain)):
        return [finding_of(network.check_rules(reading.hosts), NAME)]
    findings = []
    for host in reading.hosts[:MOST]:
        if host.lower().endswith(_INSIDE) and not _FIREWALL.search(reading.plain):
            continue  # the name of a domain or machine of one's own
        try:
            result = network.decide(host)
        except DecisionInputError:
            continue
        finding = finding_of(result, NAME, bare=reading.no_yes_or_no)
        newer = (
            note("firewall-newer-names")
            if (result.outcome == "not_listed" and "blob" in host) or "queue" in host
            else None
        )
        if newer is not None and result.outcome == "not_listed":
            finding = Finding(
                finding.specialist, finding.status, (*finding.statements, newer), 1.0, finding.verdicts
            )
        findings.append(finding)
    return findings
