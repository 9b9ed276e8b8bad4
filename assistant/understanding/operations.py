"""Reads which of the four operations of the connectivity table a question is about."""

from __future__ import annotations

import re

from assistant.decisions.connectivity_rules import Operation
from assistant.decisions.patterns import lazy

_BACKUP = lazy(
    r"\bback(?:ing|ed|s)?[\s-]?ups?\b|\bback\b[^.?!\n]{0,25}\bup\b|\bprotect(?:s|ing|ion)?\b"
    r"|\bsync(?:s|ing|hroni[sz]\w+)?\b|\bcop(?:y|ies|ying)\b"
    r"|\brecovery points?\b[^.?!]{0,20}\b(?:creat|made|mak|tak|writ)\w*|"
    r"\b(?:creat|tak|mak|writ)(?:e|es|ing)\b[^.?!]{0,20}\brecovery points?\b|\bjobs?\b"
    r"|\bnew (?:recovery|restore) points?\b|\bupload(?:s|ing)?\b|\bpush(?:es|ing)?\b"
    r"|\bsend(?:s|ing)?\b|\bship(?:s|ping)?\b|\bsav(?:e|ing)\b|\bwrit(?:e|es|ing)\b|\boffload\w*"
    r"|\breplicat\w*\b|\bd2d2?c?\b|\bdisk[\s-]to[\s-](?:disk|cloud)\b|\bstor(?:e|ing)\b"
    r"|\bput(?:ting)?\b[^.?!\n]{0,30}\b(?:vault|azure|cloud|disks?|pool)\b"
    r"|\bmov(?:e|ing)\b[^.?!\n]{0,30}\b(?:to|into|onto)\b"
    r"|\b(?:get|getting|bring|bringing|carry|load|feed|copy)\b[^.?!\n]{0,30}\b(?:to|into|onto"
    r"|up to)\s+(?:the\s+|our\s+)?"
    r"(?:\w+\s+)?(?:vault|azure|cloud|disks?|pool|storage)\b"
    r"|\btransfer\w*\b[^.?!\n]{0,30}\b(?:to|into|onto)\b|\bsnapshots?\b"
    r"|\bkeep(?:s|ing)?\b[^.?!\n]{0,25}\b(?:back\w*|copies|copy|points?)\b"
)
_RESTORE = lazy(
    r"\brestor(?:e|es|ed|ing|ation)s?\b|\brecover(?:s|ed|ing|y)?\b(?!\s*(?:services?|points?|vault))"
    r"|\bpull(?:ing|s)?\b|\bget(?:ting)?\b[^.?!]{0,30}\b(?:back|out)\b"
    r"|\bbring(?:ing)?\b[^.?!]{0,25}\bback\b|\bretriev\w+|\bfetch\w*|\broll(?:ing)? back\b"
    r"|\bread(?:ing)? back\b|\bfish\w* out\b|\bgrab\w*\b|\bsalvag\w*|\bpulling?\b|\bundelet\w*\b"
    r"|\bdownload(?:s|ing)?\b|\bget(?:ting)?\b[^.?!\n]{0,35}\bfrom\b"
    r"|\bcop(?:y|ying)\b[^.?!\n]{0,30}\b(?:back|from)\b"
    r"|\btak(?:e|ing)\b[^.?!\n]{0,20}\b(?:back|out of)\b(?![\s-]*up)|\bback (?:out )?(?:of|from)\b"
    r"|\b(?:need|want)\b(?:(?!\b(?:back\w*|protect\w*|sav\w*|stor\w*|send\w*)\b)[^.?!\n]){0,30}?\b(?:points?|cop(?:y|ies)|files?|folders?|data|databases?|dbs?|versions?"
    r"|backups?)\b[^.?!\n]{0,20}\b(?:out of|from)\b"
    r"|\bdata back\b|\brecuperat\w*\b|\brehydrat\w*\b"
    r"|\breinstat(?:e|ing)\b[^.?!\n]{0,30}\bfrom\b"
)
_AZURE = lazy(
    r"\b(?:azure|cloud|vault|online|off-?site|recovery services|long[\s-]?term|second copy|remote copy"
    r"|rsv)\b(?!\s+stack)(?!\s+backup server)(?!\s+subscription)(?!\s+sub\b)"
)
_DISK = lazy(
    r"\b(?:disks?|local(?:ly)?|on-?site|on-?prem\w*|attached|short[\s-]?term|d2d|storage pool"
    r"|mabs storage|volumes?|drives?|premises|pool|first copy|onsite|d2d)\b"
)
# "connected to Azure", "reach Azure", "lost the link to Azure": where the server is, not where data goes
_LINK_TO_AZURE = lazy(
    r"\b(?:connect\w*|connection|connectivity|link|line|reach\w*|contact|access|network|route|talk\w*"
    r"|cut off|offline|internet|touch|uplink|traffic|tunnel|vpn"
    r"|circuit)\s+(?:\w+\s+){0,2}?(?:to|from|with|into|toward|for|of)?\s*(?:the\s+)?(?:azure|cloud)\b"
    r"|\b(?:get|gets|getting|see|sees|way|path)\s+(?:\w+\s+)?(?:to\s+)?(?:the\s+)?(?:azure|cloud)\b"
    r"|\b(?:cloud|internet|network) (?:link|connection|connectivity|access)\b"
    r"|\bazure (?:link|connection|connectivity|line|subscription|sub|stack|backup server|account)\b"
)
_LINK_RESTORED = lazy(
    r"\b(?:connect(?:ivity|ion)|internet|network|link|line|access|uplink|subscription"
    r"|sub)\b[^.?!,;]{0,25}\b(?:restored|recovered|back(?![\s-]*(?:ing[\s-]+)?ups?\b))\b"
    r"|\brestor(?:ed|ing)\s+(?:\w+\s+)?(?:connect\w+|internet|link|network|subscription|sub)\b"
)
_OFF_FROM_AZURE = lazy(
    r"\b(?:off|disconnected|isolated|separated|away|cut|unreachable"
    r"|not? hear\w*)\s+from\s+(?:the\s+)?(?:azure|cloud)\b"
)
_NAMES = lazy(
    r"\b(?:microsoft\s+)?azure\s+(?:backup\s+server|backup\s+agent|backup\s+service"
    r"|stack(?:\s+(?:hub|hci))?)"
    r"|\bmicrosoft azure backup\b|\bmabs\b"
    r"|\bbackup\s+(?:server|admin\w*|vm|box|host|machine|agent|software|console|product|team"
    r"|operator)s?\b"
    r"|\bmars\b|\brecovery services (?:agent|vault)\b|\bback(?:ed)? (?:to (?:active|normal)|online)\b"
)
# "the cloud copy": what is kept there, not something done
_COPY_NOUN = lazy(
    r"\b(?P<which>cloud|azure|second|first|remote|local|disk|off-?site|online|vault|old|last|latest"
    r"|the|our|an?|this|that|which|each|either|any|some)\s+cop(?:y|ies)\b"
)
# "backed-up files", "a restore job": no backup is asked for.
_BACKED_UP = lazy(
    r"\bbacked[\s-]?up\s+(?=\w*(?:data|files?|folders?|items?|databases?|dbs?|vms?|servers?|stuff|state)\b)"
)
_RESTORE_JOB = lazy(r"\b(?P<which>restores?|recover(?:y|ies))(?:\s+|-)jobs?\b")

_NEAR = 60  # characters
_CLAUSE = re.compile(r"[.;?!\n]|\bbut\b|\bwhile\b|\bthough\b|,")
_LAST_WORDS = re.compile(r"(?:\b(?:local|attached|the)\s+)?[\w-]*\s*$")
_BACKUP_NOUN = lazy(
    r"(?<!run )(?<!do )(?<!make )(?<!take )(?<!start )(?<!have )"
    r"(?<!get )(?<!create )(?<!perform )(?<!continue )(?<!keep )(?<!resume )"
    r"(?<!trigger )(?<!launch )(?<!schedule )(?<!write )"
    r"\b(?:from|of|out of|the|our|an?|old|latest"
    r"|last)\s+(?P<which>(?:[\w-]+\s+){0,2}?)back-?ups?\b(?!\s+(?:run|work|job))"
    r"|\bback-?up data\b"
)
_OPERATIONS = {
    ("backup", "azure"): Operation.BACK_UP_TO_AZURE,
    ("backup", "disk"): Operation.BACK_UP_TO_DISK,
    ("restore", "azure"): Operation.RESTORE_FROM_AZURE,
    ("restore", "disk"): Operation.RESTORE_FROM_DISK,
}


def find_operations(text: str) -> frozenset[Operation]:
    """The operations asked about. "Backups" without a target are both backups; likewise restores."""
    bare = _NAMES().sub(lambda match: "vault" if "vault" in match[0].lower() else "MABS", text)
    bare = _RESTORE_JOB().sub(r"\g<which>", _BACKED_UP().sub("", bare))
    bare = _LINK_RESTORED().sub("link", _COPY_NOUN().sub(r"\g<which> data", bare))
    bare = _OFF_FROM_AZURE().sub("off", _LINK_TO_AZURE().sub("link", bare))
    operations: set[Operation] = set()
    for clause in _CLAUSE.split(bare):
        operations |= _clause_operations(clause)
    return frozenset(operations)


def retargeted(text: str, operations: frozenset[Operation]) -> frozenset[Operation]:
    """The verbs of `operations` with the targets of `text` ("and to azure?"); as they are without any."""
    targets = _targets(_LINK_TO_AZURE().sub("link", _NAMES().sub("MABS", text)))
    if not targets:
        return operations
    kinds = {kind for (kind, _), operation in _OPERATIONS.items() if operation in operations}
    return frozenset(_OPERATIONS[kind, target] for kind in kinds for target in targets)


def _clause_operations(clause: str) -> set[Operation]:
    """Each verb with the targets from it to the next verb; one without any takes its neighbour's."""
    if _RESTORE().search(clause):  # "from the old backup": not a verb
        clause = _BACKUP_NOUN().sub(lambda noun: f" {noun['which'] or ''} data ", clause)
    verbs = _verbs(clause)
    if not verbs:
        return set()
    targets = _targets_by_verb(clause, [start for start, _ in verbs])
    before = _targets(clause[: verbs[0][0]])
    found: set[Operation] = set()
    for position, (_, kind) in enumerate(verbs):
        later = next((told for told in targets[position:] if told), set())
        earlier = next((told for told in reversed(targets[:position]) if told), set())
        for target in later or earlier or before or {"azure", "disk"}:
            found.add(_OPERATIONS[kind, target])
    return found


def _targets_by_verb(clause: str, starts: list[int]) -> list[set[str]]:
    """For each verb the targets up to the next one, or those right before it ("the disk backup")."""
    targets = []
    for start, end in zip(starts, [*starts[1:], len(clause)], strict=True):
        last = _LAST_WORDS.search(clause[max(0, start - _NEAR) : start])
        targets.append((_targets(last[0]) if last else set()) or _targets(clause[start:end]))
    return targets


def _verbs(clause: str) -> list[tuple[int, str]]:
    """Where each verb starts and which kind it is; a restore's own words don't count as a backup."""
    restores = [(match.start(), match.end(), "restore") for match in _RESTORE().finditer(clause)]
    backups = [
        (match.start(), match.end(), "backup")
        for match in _BACKUP().finditer(clause)
        if not any(start < match.end() and match.start() < end for start, end, _ in restores)
    ]
    return [(start, kind) for start, _, kind in sorted(restores + backups)]


def _targets(text: str) -> set[str]:
    """Where data goes to or comes from: azure, disk, both or nothing told."""
    return {name for name, pattern in (("azure", _AZURE), ("disk", _DISK)) if pattern().search(text)}
