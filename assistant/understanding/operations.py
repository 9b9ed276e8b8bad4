"""Reads which of the four operations of the connectivity table a question is about."""

from __future__ import annotations

import re

from assistant.decisions.connectivity_rules import Operation

_BACKUP = (
    r"\bback(?:ing|ed|s)?[\s-]?ups?\b|\bback\b[^.?!\n]{0,25}\bup\b|\bprotect(?:s|ing|ion)?\b|\bsync(?:s|ing|hroni[sz]\w+)?\b|\bcop(?:y|ies|ying)\b|\brecovery points?\b[^.?!]{0,20}\b(?:creat|made|mak|tak|writ)\w*|"
    r"\b(?:creat|tak|mak|writ)(?:e|es|ing)\b[^.?!]{0,20}\brecovery points?\b|\bjobs?\b|\bnew (?:recovery|restore) points?\b|\bupload(?:s|ing)?\b|\bpush(?:es|ing)?\b|\bsend(?:s|ing)?\b|\bship(?:s|ping)?\b|\bsav(?:e|ing)\b|\bwrit(?:e|es|ing)\b|\boffload\w*"
)
_RESTORE = r"\brestor(?:e|es|ed|ing|ation)s?\b|\brecover(?:s|ed|ing|y)?\b(?!\s*(?:services?|points?|vault))|\bpull(?:ing|s)?\b|\bget(?:ting)?\b[^.?!]{0,30}\b(?:back|out)\b|\bbring(?:ing)?\b[^.?!]{0,25}\bback\b|\bretriev\w+|\bfetch\w*|\broll(?:ing)? back\b|\bread(?:ing)? back\b|\bfish\w* out\b|\bgrab\w*\b|\bsalvag\w*|\bpulling?\b"
_AZURE = r"\b(?:azure|cloud|vault|online|off-?site|recovery services|long[\s-]?term|rsv)\b(?!\s+stack)(?!\s+backup server)(?!\s+subscription)(?!\s+sub\b)"
_DISK = r"\b(?:disks?|local(?:ly)?|on-?site|on-?prem\w*|attached|short[\s-]?term|d2d|storage pool|mabs storage|volumes?)\b"
_BACKUP_PATTERN = re.compile(_BACKUP, re.IGNORECASE)
_RESTORE_PATTERN = re.compile(_RESTORE, re.IGNORECASE)
# "connected to Azure", "reach Azure", "lost the link to Azure": where the server is, not where data goes
_LINK_TO_AZURE = re.compile(
    r"\b(?:connect\w*|connection|connectivity|link|line|reach\w*|contact|access|network|route|talk\w*|see|cut off|offline|internet|way|path|touch|uplink|get|traffic|tunnel|vpn|circuit)\s+(?:\w+\s+){0,2}?(?:to|from|with|into|toward|for|of)?\s*(?:the\s+)?(?:azure|cloud)\b|\b(?:cloud|internet|network) (?:link|connection|connectivity|access)\b|\bazure (?:link|connection|connectivity|line|subscription|sub|stack|backup server|account)\b",
    re.IGNORECASE,
)
_LINK_RESTORED = re.compile(
    r"\b(?:connect(?:ivity|ion)|internet|network|link|line|access|uplink|subscription|sub)\b[^.?!,;]{0,25}\b(?:restored|recovered|back)\b|\brestor(?:ed|ing)\s+(?:\w+\s+)?(?:connect\w+|internet|link|network|subscription|sub)\b",
    re.IGNORECASE,
)
_OFF_FROM_AZURE = re.compile(
    r"\b(?:off|disconnected|isolated|separated|away|cut|unreachable|not? hear\w*)\s+from\s+(?:the\s+)?(?:azure|cloud)\b",
    re.IGNORECASE,
)
_AZURE_PATTERN = re.compile(_AZURE, re.IGNORECASE)
_DISK_PATTERN = re.compile(_DISK, re.IGNORECASE)
_NAMES = re.compile(
    r"\b(?:microsoft\s+)?azure\s+(?:backup\s+server|backup\s+agent|backup\s+service|stack(?:\s+(?:hub|hci))?)|\bmicrosoft azure backup\b|\bmabs\b|\bbackup\s+(?:server|admin\w*|vm|box|host|machine|agent|software|console|product|team|operator)s?\b|\bmars\b|\brecovery services (?:agent|vault)\b|\bback(?:ed)? (?:to (?:active|normal)|online)\b",
    re.IGNORECASE,
)


def find_operations(text: str) -> frozenset[Operation]:
    """The operations asked about. "Backups" without a target are both backups; likewise restores."""
    bare = _NAMES.sub(lambda match: "vault" if "vault" in match[0].lower() else "MABS", text)
    bare = _LINK_RESTORED.sub("link", bare)
    bare = _OFF_FROM_AZURE.sub("off", _LINK_TO_AZURE.sub("link", bare))
    operations: set[Operation] = set()
    clauses = re.split(r"[.;?!\n]|\bbut\b|\bwhile\b|\bthough\b|,", bare)
    verbs = [
        clause for clause in clauses if _BACKUP_PATTERN.search(clause) or _RESTORE_PATTERN.search(clause)
    ]
    for clause in verbs:
        operations |= _clause_operations(clause)
    return frozenset(operations)


def _clause_operations(clause: str) -> set[Operation]:
    """Each verb with the targets that follow it up to the next verb; a verb without any takes its neighbour's."""
    clause = (
        _BACKUP_NOUN.sub(lambda noun: f" {noun['which'] or ''} data ", clause)
        if _RESTORE_PATTERN.search(clause)
        else clause
    )
    verbs = _verbs(clause)
    if not verbs:
        return set()
    ends = [start for start, _ in verbs[1:]] + [len(clause)]
    targets = [_targets(clause[start:end]) for (start, _), end in zip(verbs, ends, strict=True)]
    before = _targets(clause[: verbs[0][0]])
    for position, (start, _) in enumerate(verbs):  # "the disk backup": the target stands before its verb
        last = _LAST_WORDS.search(clause[:start])
        if last and (own := _targets(last[0])):
            targets[position] = own
    found: set[Operation] = set()
    for position, (_, kind) in enumerate(verbs):
        later = next((told for told in targets[position:] if told), set())
        earlier = next((told for told in reversed(targets[:position]) if told), set())
        for target in later or earlier or before or {"azure", "disk"}:
            found.add(_OPERATIONS[kind, target])
    return found


_LAST_WORDS = re.compile(r"(?:\b(?:local|attached|the)\s+)?[\w-]*\s*$")
_BACKUP_NOUN = re.compile(
    r"\b(?:from|of|out of|the|our|an?|old|latest|last)\s+(?P<which>(?:\w+\s+){0,2}?)back-?ups?\b(?!\s+(?:run|work|job))|\bback-?up data\b",
    re.IGNORECASE,
)
_OPERATIONS = {
    ("backup", "azure"): Operation.BACK_UP_TO_AZURE,
    ("backup", "disk"): Operation.BACK_UP_TO_DISK,
    ("restore", "azure"): Operation.RESTORE_FROM_AZURE,
    ("restore", "disk"): Operation.RESTORE_FROM_DISK,
}


def _verbs(clause: str) -> list[tuple[int, str]]:
    """Where each verb starts and which kind it is; a restore's own words don't count as a backup."""
    restores = [(match.start(), match.end(), "restore") for match in _RESTORE_PATTERN.finditer(clause)]
    backups = [
        (match.start(), match.end(), "backup")
        for match in _BACKUP_PATTERN.finditer(clause)
        if not any(start < match.end() and match.start() < end for start, end, _ in restores)
    ]
    return [(start, kind) for start, _, kind in sorted(restores + backups)]


def _targets(text: str) -> set[str]:
    return {
        name for name, pattern in (("azure", _AZURE_PATTERN), ("disk", _DISK_PATTERN)) if pattern.search(text)
    }
