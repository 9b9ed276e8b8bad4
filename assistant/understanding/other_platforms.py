"""Which other product or platform a question is on: System Center DPM, an Azure virtual machine outside Azure
Stack, a server on-premises.

People say DPM for MABS: only its version, or its full name, tells the other product. A platform counts where
it is that of the server, and not of what is protected, or of what was there before.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from assistant.decisions.expressions.patterns import lazy
from assistant.understanding.product.other_jobs import SERVER
from assistant.understanding.word_rules import word_set

ELSEWHERE = "elsewhere"
"""The fact under which a turn leaves the other matter that it was on."""


class Elsewhere(StrEnum):
    """The other matters that the guide isn't written for."""

    DPM = "System Center DPM"
    AZURE = "an Azure virtual machine outside Azure Stack"
    ON_PREMISES = "a server on-premises"


_DPM = lazy(
    r"\b(?:(?:scdpm|sc[\s-]dpm)(?:\s+20\d\d)?|(?:ms |microsoft )?system\s+cent(?:er"
    r"|re)(?:\s+20\d\d)?(?:\s+dpm"
    r"|\s+data protection manager)?(?:\s+20\d\d)?"
    r"|(?:dpm|data protection manager)[\s-]?(?:v(?:ersion)?\s?)?(?:20(?:0[67]|1\d|2\d)|1[89]\d\d)(?!\s*(?:as"
    r"|for|sql)))\b"
)
# Two products beside each other, or the one that was there before or whose parts are named.
_BOTH = lazy(
    r"\b(?:same as|differ\w*|versus|vs|compar\w*|migrat\w*|mov(?:e|ed|ing)|upgrad\w*|coming from|came from"
    r"|replac\w*|switch\w*"
    r"|instead of|rather than|like|used to|formerly|successor|predecessor|why (?:do|does|is|are)|mention\w*"
    r"|shares?|related"
    r"|alternate|secondary|also (?:says?|applies)|than)\b"
    r"|\b(?:protect\w*|back(?:ing|ed|s)?[\s-]?up|restor\w*|recover\w*)\s+(?:our|the|an?|my|existing"
    r"|by)?\s*(?:sc)?dpm\b"
)
_PUBLIC = (
    r"(?:(?:regular|normal|plain|ordinary|public|native|classic|real|proper|standard|true|actual"
    r"|usual)[\s-]+azure\b"
    r"(?!\s+(?:stack|backup|sub|vault|storage|account|portal|recovery))"
    r"|azure\s+(?:iaas|public cloud|proper|public)\b(?!\s+stack)"
    r"|azure\s+(?:vms?|virtual machines?)\b(?!\s+(?:on|in|under)\s+(?:\w+\s+)?(?:azure\s+)?stack)"
    r"|iaas\s+(?:vm\s+)?in\s+azure\b(?!\s+stack))"
)
_NOT_STACK = (
    r"(?:(?:not|outside(?: of)?|no|without|instead of|rather than|off|isn['’]?t)\s+(?:on\s+|in\s+"
    r"|of\s+)?(?:the\s+|any\s+)?"
    r"(?:azure\s+)?stack\b)"
)
_AZURE = lazy(
    rf"\b{SERVER}\b[^.?!;]{{0,40}}?\b(?:on|in|inside|under|within)\s+(?:an?\s+|the\s+|our\s+)?{_PUBLIC}"
    rf"|\b{_PUBLIC}[^.?!;]{{0,25}}?\b(?:with|for|running|runs|hosting|under|as|to run|to host)\s+(?:the\s+"
    rf"|our\s+)?{SERVER}\b"
    rf"|\b{SERVER}\b[^.?!]{{0,60}}\bazure\b(?!\s+stack)[^.?!]{{0,25}}{_NOT_STACK}"
    rf"|\b{_PUBLIC}[\s-]+(?:hosted|based|resident)\s+{SERVER}\b"
    rf"|\b(?:it|ours|this|we)\s+(?:runs?|running|sits?|is|are|lives?|were|was|ran)\s+(?:\w+\s+)?(?:on"
    rf"|in)\s+(?:an?\s+|the\s+)?{_PUBLIC}"
    rf"|{_NOT_STACK}[^.?!]{{0,30}}\bazure\b(?!\s+stack)"
)
_PREM = r"(?:on[\s-]?prem(?:ises?|s)?|in[\s-]house|on[\s-]site|bare[\s-]metal|own data\s?cent(?:er|re))"
_PREMISES = lazy(
    rf"\b{SERVER}\b\s*(?:server\s+|vm\s+|machine\s+)?(?:(?:is|runs?|running|installed|deployed|hosted|sits"
    rf"|lives|set up|at|in"
    rf"|on|our|an?|the|as)\s+){{0,4}}{_PREM}\b(?!\s+(?:vms?|servers?|machines?|workloads?|data|option|menu"
    rf"|choice|clients?))"
    rf"|\b(?:it|ours)\s+(?:runs?|is|sits|were|was|lives)\s+(?:\w+\s+)?{_PREM}\b"
    rf"|\b{_PREM}\s+(?:hosted\s+)?(?:install\w*\s+of\s+)?{SERVER}\b"
    rf"|\b{SERVER}\b[^.?!;,]{{0,30}}?\b(?:on|onto)\s+(?:an?\s+|our\s+"
    rf"|the\s+)?(?:physical\s+(?:\w+\s+)?(?:server|machine|box|host"
    r"|hardware)|(?:own\s+|local\s+)?hardware|hyper-?v|vmware|vsphere|esxi?|nutanix|proxmox)\b"
    rf"|\b(?:physical|hyper-?v|vmware|vsphere|esxi?)\s+(?:\w+\s+)?(?:server|machine|box|vm)\s+(?:for|as|with"
    rf"|running)\s+"
    rf"(?:the\s+|our\s+)?{SERVER}\b"
)
_STACK = lazy(r"\b(?:azure[\s-]?stack|stack hub|(?:on|for|with|our|the)\s+stack)\b")
_DENIED_STACK = lazy(_NOT_STACK)
_CHOOSES = lazy(r"\b(?:select|choose|pick|menu|drop-?down|option|tick|workload running|portal)\b")
_OF_PROTECTED = lazy(
    r"\b(?:protect\w*|back(?:ing|ed|s)?[\s-]?up(?!\s+(?:server|vm|machine|box|host))|restor\w*"
    r"|recover\w*|supports?|handles?|covers?)\s+(?:\w+\s+){0,4}?(?:azure vms?"
    r"|azure virtual|hyper-?v"
    r"|vmware|vsphere|esxi?|on[\s-]?prem\w*|physical)"
)
_AZURE_WORDS = lazy(
    rf"\b(?:(?:on|in|inside|under|within|with)\s+)?(?:an?\s+|the\s+|our\s+)?{_PUBLIC}(?:\s+(?:vms?"
    rf"|virtual machines?|iaas|hosted))*"
    rf"|\(?{_NOT_STACK}\)?|\bin\s+azure\b|\bplain vm\b"
)
_PREMISES_WORDS = lazy(
    rf"\b(?:(?:on|at|in)\s+)?(?:an?\s+|the\s+|our\s+)?{_PREM}\b|\b(?:on|onto)\s+(?:an?\s+|our\s+"
    rf"|the\s+)?(?:physical\s+(?:\w+\s+)?"
    r"(?:server|machine|box|host|hardware)|(?:own\s+|local\s+)?hardware|(?:hyper-?v|vmware|vsphere|esxi?"
    r"|nutanix|proxmox)"
    r"(?:\s+(?:host|cluster|server|box))?)\b"
)
_BEFORE_MARK = re.compile(r"[\s,]+(?=[,.;:?!](?:\s|$))")
_WORD = re.compile(r"[a-z0-9][\w.%-]*")
_LITTLE = word_set(
    "and or but so then ok okay what about if how is it its it's that this the same true also does do can "
    "could would with for on in of "
    "a an to as well too mabs instead runs run running we i you use used using sits lives are was rather "
    "now back again there put place "
    "our ours my hosted would'nt apply applies hold holds go goes still were be will has have"
)
_OURS = lazy(r"\b(?:mabs|azure backup server|azure stack)\b")


@dataclass(frozen=True, slots=True)
class Told:
    """The other matter of a question, and what the question says besides; empty where that is nothing."""

    other: Elsewhere | None
    rest: str


def elsewhere(text: str, before: Mapping[str, Any]) -> Told | None:
    """The other matter that `text` is on, or that the turn was on that left `before`, where it names none;
    None where it is on the guide's own."""
    left = before.get(ELSEWHERE)
    stack = _STACK().search(_DENIED_STACK().sub(" ", text))
    if _CHOOSES().search(text) or (_DPM().search(text) and (_BOTH().search(text) or _OURS().search(text))):
        return None
    if _DPM().search(text):
        return _told(Elsewhere.DPM, _DPM().sub("MABS", text))
    if stack or _OF_PROTECTED().search(text):
        return _told(None, _STACK().sub(" ", text)) if left and stack else None
    for other, pattern, words in (
        (Elsewhere.AZURE, _AZURE, _AZURE_WORDS),
        (Elsewhere.ON_PREMISES, _PREMISES, _PREMISES_WORDS),
    ):
        if pattern().search(text):
            return _told(other, words().sub(" ", text))
    return Told(Elsewhere(left), text) if left and not _OURS().search(text) else None


def _told(other: Elsewhere | None, rest: str) -> Told:
    """What is said besides, where that is more than little words."""
    words = _WORD.findall(rest.lower())
    plain = " ".join(_BEFORE_MARK.sub("", rest).split()).strip(" ,;:-")
    return Told(other, plain if any(word not in _LITTLE for word in words) else "")
