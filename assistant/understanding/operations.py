"""Reads which of the four operations of the connectivity table a question is about."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.decisions.states.connectivity_rules import Operation
from assistant.understanding import operation_words as words

_NEAR = 60  # characters
_CLAUSE = re.compile(
    r"[.;?!\n]|,|\s[+=]\s|\b(?:but|while|though|(?:if|when|because|given that|now that|considering that"
    r"|seeing that)"
    r"(?=\s+(?:(?:the|our|my|this|your)\s+)?(?:mabs|azure|cloud|server|box|backup (?:server|machine|box|vm)"
    r"|machine|link|line|connect\w*|network|subscription|sub)\b))\b",
    re.IGNORECASE,
)
_LAST_WORDS = re.compile(r"(?:\b(?:local|attached|the)\s+)?[\w-]*\s*$")
# What is not asked for: "forget azure, only disk".
_LEFT_OUT = re.compile(
    r"\b(?:forget|never ?mind|ignore|skip|leave|drop|not|except|without"
    r"|besides)\s+(?:about\s+)?(?:(?:the|for|to|from|on)\s+)*"
    r"(?:azure|cloud|vault|disks?|local\w*)\b",
    re.IGNORECASE,
)
_OPERATIONS = {
    ("backup", "azure"): Operation.BACK_UP_TO_AZURE,
    ("backup", "disk"): Operation.BACK_UP_TO_DISK,
    ("restore", "azure"): Operation.RESTORE_FROM_AZURE,
    ("restore", "disk"): Operation.RESTORE_FROM_DISK,
}
# "The d2d copy" names the disk as where it is, and asks for no backup.
_BY_D2D = frozenset({Operation.BACK_UP_TO_DISK})


@lru_cache(maxsize=64)  # several readers ask for those of one question
def find_operations(text: str) -> frozenset[Operation]:
    """The operations asked about. "Backups" without a target are both backups; likewise restores."""
    bare = words.NAMES().sub(lambda match: "vault" if "vault" in match[0].lower() else "MABS", text)
    bare = words.RESTORE_JOB().sub(r"\g<which>", words.BACKED_UP().sub("", bare))
    bare = words.FUNCTIONS_BACK().sub("", words.BACKUP_STORE().sub("", bare))
    bare = words.LINK_RESTORED().sub("link", words.COPY_NOUN().sub(_without_copy, bare))
    bare = words.OFF_FROM_AZURE().sub("off", words.LINK_TO_AZURE().sub("link", bare))
    operations: set[Operation] = set()
    for clause in _CLAUSE.split(bare):
        operations |= _clause_operations(clause)
    if operations <= _BY_D2D and (kept := _wanted_from(text)):
        return frozenset(_OPERATIONS["restore", target] for target in kept)
    return frozenset(operations)


def _wanted_from(text: str) -> set[str]:
    """Where a thing is kept that somebody is told to want from there: "she needs a drawing off the pool"."""
    for wanted in words.WANTED_FROM().finditer(text):
        kept = wanted["source"]
        rest = f"{text[: wanted.start('source')]} {text[wanted.end('source') :]}"
        if not (words.BACKUP().search(rest) or words.NO_CONTENT().search(wanted[0])):
            return _targets(kept) or {"azure", "disk"}
    return set()


def _without_copy(noun: re.Match[str]) -> str:
    """What is kept, in place of "the cloud copy"; a copy that is made stays."""
    return noun[0] if noun["made"] else f"{noun['which']} data"


def retargeted(text: str, operations: frozenset[Operation]) -> frozenset[Operation]:
    """The verbs of `operations` with the targets of `text` ("and to azure?"); as they are without any."""
    asked = _LEFT_OUT.sub(" ", text)
    targets = _targets(words.LINK_TO_AZURE().sub("link", words.NAMES().sub("MABS", asked)))
    if not targets:
        return operations
    kinds = {kind for (kind, _), operation in _OPERATIONS.items() if operation in operations}
    return frozenset(_OPERATIONS[kind, target] for kind in kinds for target in targets)


def _clause_operations(clause: str) -> set[Operation]:
    """Each verb with the targets from it to the next verb; one without any takes its neighbour's."""
    if words.RESTORE().search(clause):  # "from the old backup": not a verb
        clause = words.ONCE_BACKED_UP().sub("kept in", clause)
        clause = words.BACKUP_NOUN().sub(
            lambda noun: f"{noun['det'] or ''} {noun['which'] or ''} data ", clause
        )
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
    for begin, start, end in zip([0, *starts], starts, [*starts[1:], len(clause)], strict=False):
        last = _LAST_WORDS.search(clause[max(0, start - _NEAR) : start])
        used = words.USED_FOR().search(clause[begin:start])  # "use the local copy for a restore"
        named = (_targets(used[0]) if used else set()) or (_targets(last[0]) if last else set())
        targets.append(named or _targets(clause[start:end]))
    return targets


def _verbs(clause: str) -> list[tuple[int, str]]:
    """Where each verb starts and which kind it is; a restore's own words don't count as a backup."""
    restores = [(match.start(), match.end(), "restore") for match in words.RESTORE().finditer(clause)]
    backups = [
        (match.start(), match.end(), "backup")
        for match in words.BACKUP().finditer(clause)
        if not any(start < match.end() and match.start() < end for start, end, _ in restores)
    ]
    return [(start, kind) for start, _, kind in sorted(restores + backups)]


def _targets(text: str) -> set[str]:
    """Where data goes to or comes from: azure, disk, both or nothing told."""
    return {
        name for name, pattern in (("azure", words.AZURE), ("disk", words.DISK)) if pattern().search(text)
    }
