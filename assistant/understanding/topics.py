"""Finds what a question is about: prerequisite topics, roles on a machine, VM sizes, calculator subjects."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.decisions.expressions.patterns import lazy
from assistant.understanding.product.product_machines import is_told_with_version
from assistant.understanding.reading import Mention
from assistant.understanding.server.present_sizes import present
from assistant.understanding.topic_words import LEVELS, TOPICS
from assistant.understanding.word_rules import lazy_rules

_TOPICS = lazy_rules(TOPICS)
_LEVELS = lazy_rules(LEVELS)
VM_SIZE = lazy(
    r"(?<![\w\\-])(?:(?P<tier>standard|basic)[\s_-]*)?(?P<size>A\d{1,2}(?=s\b)|(?:[ABDEFGHL]|[DG]S)(?!0\d)\d{1,2}(?:s|ms"
    r"|m)?)(?:(?<=\d)s(?=\W|$))?(?:[\s_-]*(?P<version>v\d))?(?:\s+(?P<after>basic)\b)?(?![\w%]|\.\w|:\w)"
)


@lru_cache(maxsize=64)  # a message is read by itself and in its parts
def find_topics(text: str) -> tuple[frozenset[str], tuple[Mention, ...]]:
    """The topics that the words of `text` point to, with those words."""
    mentions = [
        Mention("topic", name, match[0].strip(), name)
        for name, pattern in _TOPICS().possible(text)
        if (match := pattern.search(text))
    ]
    return frozenset(mention.value for mention in mentions), tuple(mentions)


WHOLE_MACHINE = "whole virtual machine"
"""The level of a machine that is got back as one piece, or as an image."""

GENERAL = frozenset({"protection", "vault", "backup-storage"})
"""Topics that are about much else besides."""

ROLES = {
    "domain-controller": "domain controller",
    "application-server": "application server",
    "exchange-server": "exchange",
    "cluster-node": "cluster node",
}


def role_patterns() -> list[tuple[str, re.Pattern[str]]]:
    """The roles that a machine may have, by what each is called, with the words for it."""
    return [(role, _TOPICS()[topic]) for topic, role in ROLES.items()]


@lru_cache(maxsize=64)  # several calculators and checks ask for those of one text
def find_vm_sizes(text: str) -> tuple[str, ...]:
    """Azure VM sizes: "A2", "Standard_A1", "D4 v2"; as written but for spaces and case.

    Of a machine whose size is told to have changed, the present one; "FS1 2016" is the name of a machine.
    """
    found = []
    sizes = [match for match in VM_SIZE().finditer(text) if not is_told_with_version(text, match.start())]
    for match in present(text, sizes):
        parts = [
            (match["tier"] or match["after"] or "").title(),
            match["size"].upper(),
            (match["version"] or "").lower(),
        ]
        found.append("_".join(part for part in parts if part))
    return tuple(dict.fromkeys(found))


def find_levels(text: str) -> tuple[str, ...]:
    """What of a workload is meant: volumes, system state, database, farm, ..."""
    return tuple(name for name, pattern in _LEVELS().possible(text) if pattern.search(text))
