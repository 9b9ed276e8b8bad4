"""What lies around the machine: disks for the first copy, networks and subscriptions."""

from __future__ import annotations

import re

from assistant.decisions.expressions.patterns import compiled
from assistant.decisions.readiness import prerequisites as items
from assistant.decisions.readiness.checks import Status, flag_check, verdict
from assistant.decisions.types import DecisionResult
from assistant.understanding.reading import QuestionKind, Reading
from assistant.understanding.server.machine_facts import read_machine
from assistant.understanding.server.own_networks import placed_in

# The local copy is to be left out, as the data goes to Azure; what is denied is the guide's own rule.
_LEFT_OUT = compiled(
    r"\b(?:drop|skip|omit|forgo|cancel|scrap|strike|leave(?: out| off)?|spare|get rid of|ditch"
    r"|(?:do |go )?without|save(?: on)?)\b[^.?!]{0,30}?(?<!scratch )(?<!cache )(?<!os )(?<!temp )"
    r"\b(?:disks?|local (?:copy|copies|storage|backups?)|backup storage|attached storage)\b",
)
_KEPT = (
    r"(?:backup storage|local (?:storage|copy|copies|disks?|backups?)|attached (?:storage|disks?)"
    r"|data disks?)"
)
# Whether it is needed at all.
_NEED = compiled(
    rf"\b{_KEPT}\b[^.?!]{{0,25}}\b(?:need\w*|require\w*|necessary|mandatory|obligatory|optional|a must)\b"
    rf"|\b(?:need|require|must have|have to (?:have|add|attach))\b[^.?!]{{0,25}}\b{_KEPT}\b",
)
_OPTIONAL = compiled(r"\b(?:optional|un-?necessary|needless|superfluous)\b")
_HOW_MUCH = compiled(r"\bhow (?:much|many|big|large)\b|\bwhich\b|\bwhat\b")
_TO_AZURE = compiled(r"\b(?:azure(?! stack| backup)|cloud|vault)\b")
_NEGATED = compiled(r"\b(?:not|never|cannot|no)\b|n't\b|\bwhy\b|\bmust\b|\bneed\w*\b")


def _is_needed(reading: Reading) -> DecisionResult | None:
    """That the disks for the first copy are needed, where it is asked, though all goes to Azure."""
    text = reading.plain
    asked = reading.kind is QuestionKind.YES_NO and _NEED.search(text) and _TO_AZURE.search(text)
    if not asked or reading.subscription or _HOW_MUCH.search(text):
        return None
    lead = "No. It isn't optional" if _OPTIONAL.search(text) else "Yes. It is needed"
    said = f"{lead} even when all data goes to Azure: the first copy is local and mandatory."
    return verdict(items.BACKUP_STORAGE, Status.PASS, said, inputs={"met": "yes"}, bare=True)


def local_copy(reading: Reading) -> DecisionResult | None:
    """Whether the disks for the first copy may be left out."""
    if needed := _is_needed(reading):
        return needed
    match = _LEFT_OUT.search(reading.plain)
    wants_verdict = reading.kind in {QuestionKind.YES_NO, QuestionKind.STATEMENT}
    if not match or not wants_verdict or reading.subscription or not _TO_AZURE.search(reading.plain):
        return None
    if _NEGATED.search(reading.plain[max(0, match.start() - 40) : match.end()]):
        return None
    said = (
        "No. Disks for backup storage can't be left out even when all data goes to Azure: the first copy "
        "is local."
    )
    return flag_check(items.BACKUP_STORAGE, False, "", said)


_DIFFERENT = compiled(
    r"\b(?:different|two|2|other|separate|another|multiple|several|own|second|split|across|spread"
    r"|not the same)\b[^.?!\n]{0,30}\b(?:v-?nets?|virtual networks?|networks?(?! ?(?:cards?|adapters?"
    r"|interfaces?|shares?|drives?|ports?))|subscriptions?|subs)\b",
)
_NAMED_NETWORK = compiled(r"\bv-?net(?:[-_]\w+|\s?(?:[a-z]|\d+)\b(?!\s*vms?))")
_NAMED_SUBSCRIPTION = re.compile(
    r"\b[Ss]ub(?:scription)?[\s-](?:(?:named|called)\s)?"
    r"(?:['\"\u2018\u201c](?P<quoted>[\w .-]{1,30})['\"\u2019\u201d]"
    r"|(?P<bare>[A-Z0-9][\w-]{0,24}))"
)


# The rule is one for machines: of the vault's subscription the guide says nothing.
_VAULT_APART = compiled(
    r"\b(?:vault|rsv)\b[^.?!\n]{0,40}\b(?:different|other|separate|another|second|its own)\b[^.?!\n]{0,20}"
    r"\b(?:subscriptions?|subs?)\b"
)
_VNET = compiled(r"\bv-?nets?(?:\b|[-_])|\bvirtual networks?\b")
_ASKS_IF = compiled(
    r"\b(?:ok|okay|fine|allow\w*|permit\w*|support\w*|possible|can|may|must|have to|does|do|is|are|will"
    r"|work\w*)\b"
)


def _by_addresses() -> DecisionResult:
    """What decides where only the address ranges of the machines are told."""
    said = (
        "It depends on the virtual network and the subscription, and the guide names no address ranges for "
        "them: all machines of a workload must share both."
    )
    return verdict(items.VIRTUAL_NETWORK, Status.UNKNOWN, said, inputs={"asked": "addresses"}, bare=True)


def network(reading: Reading) -> DecisionResult | None:
    """Whether machines of a workload may be in several networks or subscriptions."""
    text = reading.plain
    if reading.subscription or re.search(r"\bstates?\b", text, re.IGNORECASE):
        return None
    if _VAULT_APART.search(text) and not _VNET.search(text):
        return None
    facts = read_machine(text)
    vnets = {name.lower() for name in _NAMED_NETWORK.findall(text)}
    subscriptions = {(quoted or bare).lower() for quoted, bare in _NAMED_SUBSCRIPTION.findall(text)}
    apart = [name for name in ("same_virtual_network", "same_subscription") if facts.get(name) is False]
    named = len(vnets) > 1 or len(subscriptions) > 1
    if not (_DIFFERENT.search(text) or named or apart) or reading.kind is QuestionKind.HOW:
        open_ = placed_in(reading) and _ASKS_IF.search(text) and not _VNET.search(text)
        return _by_addresses() if open_ else None
    nets = bool(re.search(r"\bv-?nets?\b|\bnetworks?\b", text, re.IGNORECASE))
    subs = bool(re.search(r"\bsubscriptions?\b|\bsubs?\b", text, re.IGNORECASE))
    both = "virtual network and the same subscription"
    shared = both if nets and subs else "subscription" if subs else "virtual network"
    item = items.SUBSCRIPTION if shared == "subscription" else items.VIRTUAL_NETWORK
    return flag_check(
        item, False, "", f"No. That won't do: all machines of a workload must share the same {shared}."
    )
