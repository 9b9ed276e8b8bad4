"""One spelling for the words by which cases and decision tables name the same thing."""

from __future__ import annotations

import re

OPERATIONS = ("backup_azure", "backup_disk", "restore_azure", "restore_disk")
_GROUPS = {
    "all": OPERATIONS,
    "backups": OPERATIONS[:2],
    "restores": OPERATIONS[2:],
}
_OPERATION_NAMES = {
    "back_up_to_azure": "backup_azure",
    "back_up_to_disk": "backup_disk",
    "restore_from_azure": "restore_azure",
    "restore_from_disk": "restore_disk",
}
_OUTCOMES = {
    "stopped_and_azure_recovery_points_deleted": "stopped_azure_points_deleted",
    "depends_on_subscription": "depends",
    "level_listed": "listed",
    "covered_by": "covered",
    "too_many": "exceeds",
}
_EDITIONS = re.compile(r"\b(?:datacenter|enterprise|standard|server(?=\s20))\b")


def slug(text: str) -> str:
    """Lower case, every run of other characters an underscore."""
    return re.sub(r"[^a-z0-9]+", "_", text.lower()).strip("_")


def outcome_word(text: str) -> str:
    """A verdict in the cases' words."""
    word = slug(text)
    return "covered" if word.startswith("covered_by") else _OUTCOMES.get(word, word)


def operations_in(text: str) -> tuple[str, ...]:
    """The operations that a comma-separated list names, groups spelled out."""
    found: list[str] = []
    for part in re.split(r"\s*[,;]\s*", text):
        name = slug(part)
        found += _GROUPS.get(name, (_OPERATION_NAMES.get(name, name),))
    return tuple(dict.fromkeys(found))


def product_name(text: str) -> str:
    """A product for comparing, without edition and punctuation: "windows 2016"."""
    bare = _EDITIONS.sub(" ", re.sub(r"[^a-z0-9]+", " ", text.lower()))
    return " ".join(bare.replace("windows server", "windows").split())
