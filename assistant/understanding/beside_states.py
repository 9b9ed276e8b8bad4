"""Reads questions that name what the table of states is about, and ask for something it doesn't hold."""

from __future__ import annotations

import re

from assistant.decisions.expressions.patterns import lazy
from assistant.decisions.states.connectivity_rules import RESTORES, Connectivity, Operation, Subscription
from assistant.understanding.operations import find_operations
from assistant.understanding.reading import QuestionKind, Reading

# What becomes of a copy: "is the local data wiped?", "do the disk points survive?"
LOCAL = r"\b(?:local\w*|disks?|drives?|on-?site|attached)\b"
_COPY = (
    r"(?:data|back-?ups?|points?|cop(?:y|ies)|recovery|restore|retention|ones|disks?|storage"
    r"|drives?|on|of|the|our)"
)
_FATE = lazy(
    rf"{LOCAL}(?:\W+{_COPY}\b){{0,5}}(?:\W+(?:will|would|is|are|be|get|gets|being|still|also|then|really"
    r"|either|too|or|not|both|all|to)\b){0,4}"
    r"\W+(?:surviv\w+|(?:be |get )?delet\w+|gone|lost|kept|wip\w+|eras\w+|remain\w*|intact"
    r"|destroyed|purged|(?:yes or no )?lost|stays? there|left over|go(?:es)? away)\b"
    r"|\b(?:surviv\w+|delet(?:es?|ed|ing|ion)|wip\w+|eras\w+|destroy\w*|purg\w+|keeps?"
    r"|los(?:e|es|ing)(?!\s+(?:the\s+)?(?:ability|chance|right|option|access))"
    rf"|happens? (?:to|with)|becomes? of)\b[^.;,?!]{{0,40}}{LOCAL}(?!\s+(?:backups?|jobs?) (?:run|go|work))"
)
_GOES_ON = lazy(r"\bkeeps? (?:going|running|working|on)\b|\bget (?:it|them|that) back\b|\brestorable\b")
_LEFT = lazy(
    r"\b(?:left|anything|something|those|still|surviv\w*|there|kept|retention|retained|gone|retriev\w*)\b"
)
_GONE = r"(?:deleted|removed|wiped|destroyed|erased|dropped|killed|gone|purged)"
_DELETES = (
    r"\b(?:delet(?:e|es|ed|ing)|remov(?:e|es|ed|ing)|wip(?:e|es|ed|ing)|destroy\w*|eras(?:e|es|ed|ing))\b"
)
_VAULT_GONE = lazy(
    rf"\bvault\s+(?:(?:is|was|got|gets|has been|had been|been|now|accidentally|just)\s+){{0,3}}{_GONE}\b"
    rf"|{_DELETES}\s+(?:(?:the|our|my|his|a|that|this|whole|entire|wrong|recovery|services"
    rf"|rs|azure|backup)\s+){{0,5}}"
    rf"vault\b(?!\s+(?:data|points?|cop(?:y|ies)|content\w*|backups?))|\bdeleted\s+(?:\w+\s+){{0,3}}vault\b"
)
_OF_IT = re.compile(
    r"\b(?:in|of|from|inside|within|to)\s+(?:(?:the|our|my|a|recovery|services|azure)\s+){0,4}$",
    re.IGNORECASE,
)
_BEFORE = 60
_BACK = lazy(
    r"\b(?:back|restor\w*|recover\w*|lost|retriev\w*|undo|undelet\w*|gone|data|happens?|now|points"
    r"|backups?|copies)\b"
)
_AGAIN = lazy(
    r"\b(?:re-?regist\w*|regist\w*\s+(?:\w+\s+){0,3}?(?:again|anew|once more|afresh|a second time))\b"
)
_BEHIND = lazy(
    r"\b(?:reconnect\w*|offline|outage|restored|back online|connected again|line is back|days?|weeks?)\b"
)
_AGENT_AWAY = lazy(
    r"(?<!mars )(?<!services )(?<!azure )\bagents?\b[^.?!,;:\n]{0,25}\b(?:offline|down|unreachable"
    r"|unavailable|disconnected|gone|dead|away|(?:not|\w+n['\u2019]?t|never)"
    r" (?:be )?"
    r"(?:respond\w*|reach\w*|answer\w*|connect\w*|available|online|there))\b"
)
_WHY = lazy(
    r"\b(?:why|how come|explain|reason|makes? no sense"
    r"|how (?:can|could|does|should|would|is) (?:it|that|this|such|a))\b"
)
_ROUTE = lazy(
    r"\b(?:traffic|data|backups?|restores?|it)\b[^.?!]{0,25}\b(?:go|goes|pass\w*|travel\w*|runs?|routed|sent"
    r"|flows?"
    r"|transferred|use|uses)\b[^.?!]{0,15}\b(?:through|via|over|across|by|the|our|a)\b[^.?!]{0,12}"
    r"\b(?:proxy|vpn|expressroute|mars|agent|firewall|port|gateway|internet)\b"
)
_AGENT = lazy(
    r"\b(?:use|uses|need\w*|uninstall\w*|remove|require\w*|via|with)\b[^.?!]{0,20}"
    r"\b(?:mars|recovery services agent)\b"
)
_WHO = lazy(r"\bwho\s+(?:can|could|may|must|has to|should|is (?:allowed|able|permitted)|needs to|do i ask)\b")

_WIPES = (
    r"(?:wip(?:e[sd]?|ing)|delet\w+|destroy\w*|eras(?:e[sd]?|ing)|purg(?:e[sd]?|ing)|kills?|removes?"
    r"|los(?:e|es|t|ing)|gone|vanish\w*)"
)
_POINTS = r"(?:points?|rps?|data|cop(?:y|ies)|backups?|them|these|those|it)"
# What deletes them is asked: "what wipes the points?", "who or what destroys the data in Azure?"
_WHAT_WIPES = lazy(
    rf"\b(?:what|who)\b(?:\s+(?:or|and|what|who|actually|really|then|exactly|ever|is|it|that|in the end|would"
    rf"|will|can|could|in|fact|truth))*\s+{_WIPES}\s+(?:\w+\s+){{0,3}}?{_POINTS}\b"
)
_WIPED = lazy(
    rf"\b{_WIPES}\b[^.?!]{{0,30}}\b(?:points?|rps|data|cop(?:y|ies)|backups?)\b"
    rf"|\b(?:points?|rps|data|cop(?:y|ies)|backups?)\b[^.?!]{{0,30}}\b{_WIPES}\b"
)
_OUTAGE = lazy(
    r"\b(?:outage|offline|disconnect\w*|(?:without|no|lost) (?:\w+ )?(?:connect\w*|link|line|internet|uplink)"
    r"|day (?:15|16|fifteen|sixteen)|(?:15|fifteen) days)\b"
)
_WHEN_IT_TURNS = lazy(
    r"\b(?:how (?:many (?:days|weeks|months)|long|soon|much time)|when|(?:what|which) (?:date|day|month))\b"
    r"[^.?!]{0,40}\b(?:until|till|before|does|will)\b"
    r"[^.?!]{0,25}\b(?:flip|turn|becom|switch|go|mov|fall|get|chang|set)\w*\s+"
    r"(?:(?:in)?to\s+|being\s+|itself\s+|it\s+|us\s+){0,2}(?:deprovisioned|expired)\b"
    r"|\bhow (?:many (?:days|weeks|months)|long|soon|much time)\b[^.?!]{0,40}\b(?:until|till|before)\b"
    r"[^.?!]{0,40}\b(?:(?:is|are|be|been|gets?|being)\s+deprovisioned|deprovisions?|deprovisioning)\b"
)

# Of backups that were due whether they ran: "did the job on Sunday run?", "what of it was skipped?"
_RAN = (
    r"(?:run|ran|happen(?:ed)?|take place|took place|go(?:ne)? through|went through|start(?:ed)?"
    r"|executed|skipped|missed|made|taken|written)\b"
)
_WHAT_RAN = lazy(
    rf"\b(?:did(?:n['\u2019]t)?|was|were|has|have|had)\b(?! (?:it|we|they) (?:expire|laps|pay))"
    rf"[^.;?!]{{0,50}}\b{_RAN}"
    r"|\b(?:which|what|any|none|both|neither)\b[^.;?!]{0,30}\b(?:ran|went through|took place|(?:was|were) "
    r"(?:skipped|missed|made|taken|written))\b"
)
_DUE = lazy(r"\b(?:jobs?|(?:back-?)?ups?|backups?|points?|runs?|cop(?:y|ies)|schedul\w+|planned|due)\b")
_ANEW = lazy(r"[^.;?!]{0,15}\b(?:again|since)\b")


def asks_what_ran(reading: Reading) -> bool:
    """Whether it is asked if backups ran that were due, rather than what goes now."""
    if reading.operations & RESTORES or not _DUE().search(reading.plain):
        return False
    return any(not _ANEW().match(reading.plain, asked.end()) for asked in _WHAT_RAN().finditer(reading.plain))


def asks_what_deletes(reading: Reading) -> bool:
    """Whether it is asked what deletes the recovery points in Azure, or if an outage does; no state of the
    subscription is told, and no operation asked for."""
    told = (
        reading.subscription
        or reading.previous_subscription
        or find_operations(_WIPED().sub(" ", reading.plain))
    )
    if told or re.search(LOCAL, reading.plain, re.IGNORECASE):
        return False
    return bool(_WHAT_WIPES().search(reading.plain)) or bool(
        names_outage(reading) and reading.kind is QuestionKind.YES_NO and _WIPED().search(reading.plain)
    )


def names_outage(reading: Reading) -> bool:
    """Whether an outage is named, told or thought of."""
    return bool(reading.outage or _OUTAGE().search(reading.plain))


def asks_local_fate(reading: Reading) -> bool:
    """Whether it is asked what becomes of the data on disk while the subscription is Deprovisioned."""
    told = reading.subscription == {Subscription.DEPROVISIONED} and not reading.previous_subscription
    return told and bool(_FATE().search(reading.plain)) and not _GOES_ON().search(reading.plain)


def asks_what_is_left(text: str) -> bool:
    """Whether it is asked what is left of data, or how long that was kept is told."""
    return bool(_LEFT().search(text))


def tells_vault_deleted(reading: Reading) -> bool:
    """Whether a vault itself was deleted, and not what is in it, and what of it comes back is asked."""
    if reading.subscription - {Subscription.ACTIVE} or not _BACK().search(reading.plain):
        return False
    marks = _VAULT_GONE().finditer(reading.plain)
    return any(
        not _OF_IT.search(reading.plain[max(0, mark.start() - _BEFORE) : mark.start()]) for mark in marks
    )


def asks_to_register_again(reading: Reading) -> bool:
    """Whether it is asked if the server is to be registered again behind an outage."""
    return bool(_AGAIN().search(reading.plain) and (reading.connectivity or _BEHIND().search(reading.plain)))


def asks_why_restored(reading: Reading) -> bool:
    """Whether the reason is asked for which a restore from Azure is allowed without connectivity."""
    lost = reading.connectivity in (Connectivity.LOST, Connectivity.LOST_LONG)
    told = reading.subscription and not reading.carries("subscription")
    restore = Operation.RESTORE_FROM_AZURE in reading.operations and reading.operations <= RESTORES
    one = len(reading.operations) == 1 or reading.carries("operations")
    return bool(lost and restore and one and not told and _WHY().search(reading.plain))


def asks_despite_agent(reading: Reading) -> bool:
    """Whether a restore is asked for while the agent of a protected machine is told to be away."""
    told = reading.subscription or reading.connectivity or reading.outage
    restore = bool(reading.operations) and reading.operations <= RESTORES
    asked = restore and reading.kind is QuestionKind.YES_NO and not told
    return asked and bool(_AGENT_AWAY().search(reading.plain))


def without_agent_away(text: str) -> str:
    """`text` without the words that tell the agent of a protected machine to be away."""
    return _AGENT_AWAY().sub(" ", text)


def asks_beside(reading: Reading) -> bool:
    """Whether the way of the data, its agent or who is in charge is asked for, and no state is told."""
    told = reading.outage or reading.connectivity is Connectivity.LOST
    if _WHO().search(reading.plain) and not reading.operations:
        return True
    if told or reading.subscription:
        return False
    return bool(_ROUTE().search(reading.plain) or _AGENT().search(reading.plain))


def asks_when_it_turns(text: str) -> bool:
    """Whether `text` asks how long a subscription stays in a state, which is nowhere told."""
    return bool(_WHEN_IT_TURNS().search(text))
