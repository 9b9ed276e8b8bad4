"""Whether a size of virtual machine, or its cores and memory, will do."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from assistant.decisions import machine
from assistant.decisions.quantities import find_sizes
from assistant.decisions.types import DecisionResult
from assistant.specialists.prerequisite_checks.common import PROTECTING
from assistant.understanding.machine_facts import read_machine
from assistant.understanding.modality import asks_need
from assistant.understanding.reading import Reading

_SIZE_JUDGED = re.compile(
    r"\b(?:mabs|backup server|vm|machine|server|box|enough|ok|will do|sufficient|suffice\w*|run|install\w*"
    r"|use|big|small|work\w*|do|config|rate|spec\w*|planned|go with|start with|requirements?|fine"
    r"|pass(?:es)?|meets?|qualif\w*|minimum|oversized|undersized|overkill|pick\w*|chose\w*"
    r"|allowed)\b",
    re.IGNORECASE,
)
# "ok or do I need ...": whether it will do is asked first.
WILL_DO_OR = re.compile(
    r"\b(?:ok|okay|enough|fine|good|sufficient|suffices|will do|does it do)\W+(?:\w+\s+){0,2}?or\b",
    re.IGNORECASE,
)
_MOST_MEMORY = 512  # GB; beyond it a size told of a machine is hardly its memory
# A size right behind it is the machine's memory, unless storage follows.
MACHINE_WITH = re.compile(
    r"\b(?:vms?|machines?|boxe?s?|servers?|a-[a-z]\w*)\s+(?:size )?(?:with|of)\s+(?:only )?$", re.IGNORECASE
)
STORAGE = re.compile(
    r"^\s*(?:of\s+)?(?:free|disks?|space|drives?|storage|data|ssd|hdd|nvme|volumes?|for|left|attached|hard"
    r"|local|on\b|[a-z]:|\w+ (?:disks?|drives?|storage|volumes?))",
    re.IGNORECASE,
)


def vm_size(reading: Reading) -> DecisionResult | None:
    """Whether a size, or cores and memory, will do."""
    text = reading.plain
    size = _judged(reading.vm_sizes)
    cores, memory = figures(text)
    told = memory is not None or re.search(r"\b(?:cores?|ram|memory)\b", text, re.IGNORECASE)
    if not told and re.search(r"\bdisks?\b|\bscale|series\b|\bd:|\bdrive d\b", text, re.IGNORECASE):
        return None
    whole = cores is not None and memory is not None
    need = asks_need(text) and not WILL_DO_OR.search(text) and not PROTECTING.search(text)
    if need and (more := machine.more_needed(size, cores, memory)):
        return more
    if not whole and not _SIZE_JUDGED.search(text):
        return None
    if (not size and cores is None and memory is None) or PROTECTING.search(text):
        return None
    if re.search(r"\bwhat is|difference|compare\b", text, re.IGNORECASE) and not cores:
        return None
    return machine.vm_size(size, cores, memory)


def _judged(sizes: Sequence[str]) -> str:
    """The size that is asked about: of several the first, the last where one is below what is required."""
    small = any(machine.canonical_size(size) in machine.BELOW for size in sizes)
    return "" if not sizes else sizes[-1] if small else sizes[0]


def figures(text: str) -> tuple[int | None, Decimal | None]:
    """Cores and memory: "4 cores 8 GB" tells both, a size alone only where it is called memory."""
    facts = read_machine(text)
    cores, memory = facts.get("cores"), facts.get("memory_gb")
    told = Decimal(str(memory)) if isinstance(memory, float) else _memory(text)
    return cores if isinstance(cores, int) else None, told


def _memory(text: str) -> Decimal | None:
    for found in find_sizes(text):
        after, before = text[found.end : found.end + 14], text[max(0, found.start - 30) : found.start]
        if MACHINE_WITH.search(before) and not STORAGE.search(after) and found.value.gb < _MOST_MEMORY:
            return found.value.gb
        if re.search(r"^\s*(?:of\s+)?(?:ram|memory|mem)\b", after, re.IGNORECASE) or re.search(
            r"\b(?:ram|memory|mem)\s*(?:is|of|:|=)?\s*$", before, re.IGNORECASE
        ):
            return found.value.gb
    return None
