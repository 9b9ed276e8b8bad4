"""Whether a size of virtual machine, or its cores and memory, will do."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from assistant.decisions.expressions.patterns import compiled
from assistant.decisions.readiness import machine_size
from assistant.decisions.reading.quantities import find_sizes
from assistant.decisions.types import DecisionResult
from assistant.specialists.prerequisite_checks import machine_load
from assistant.specialists.prerequisite_checks.check_words import PROTECTING
from assistant.understanding.message.modality import asks_need
from assistant.understanding.reading import Reading
from assistant.understanding.server.machine_facts import is_memory, read_machine

_SIZE_JUDGED = compiled(
    r"\b(?:mabs|backup server|vm|machine|server|box|enough|ok|will do|sufficient|suffice\w*|run|install\w*"
    r"|use|big|small|work\w*|do|config|rate|spec\w*|planned|go with|start with|requirements?|fine"
    r"|pass(?:es)?|meets?|qualif\w*|minimum|oversized|undersized|overkill|pick\w*|chose\w*"
    r"|allowed|good|alright|all right|valid|acceptable|correct|reach(?:es)?)\b",
)
# Figures and the words around them, and nothing that is asked of them: "A2 and 3 GB?"
_TELEGRAM = compiled(
    r"^(?:[\W\d_]|\b(?:standard|basic|[abdf]\d+\w*|and|with|w|but|plus|only|just|has|have|having|at|a|the|our|vm"
    r"|machine|server|mabs|on|is|x|cores?|v?cpus?|one|two|four|ram|mem(?:ory)?|[mg]i?b|gigs?|hm+|ok|so|then)\b"
    r"|(?<=\d)(?:[mg]i?b|gigs?)\b)+\?\W*$",
)
_MOST_OF_TELEGRAM = 80  # characters
_OF_LOAD = compiled(
    r"\bmin(?:imum|imal)?\s+(?:vm\s+)?(?:size|machine|vm|server|box)\b|\bsmallest\b"
    r"|\b(?:size|how (?:big|large|strong))\b.{0,30}\b(?:vm|machine|server|box|host|mabs)\b"
    r"|\b(?:vm|machine|server|box|host|mabs|which|what)\s+siz(?:e|ing)\b",
)
# What a machine gets through in a time: the guide has no such figure.
_THROUGHPUT = re.compile(
    r"\b(?:how (?:many|much)|what) [kmgt]i?b\s?(?:ps\b|(?:/|per|an?)\s?(?:h|s|m|d)[a-z]*\b)", re.IGNORECASE
)
# What helps to choose a size; whether the size that is told beside it will do isn't asked.
_TOOL = compiled(
    r"\b(?:tools?|calculators?|spreadsheets?|work ?sheets?|planners?|utilit(?:y|ies)|wizards?)\b[^.?!]{0,30}"
    r"\b(?:siz\w+|choos\w+|pick\w*|select\w*|help\w*|calculat\w*|work out|find(?:ing)? out"
    r"|how (?:big|large))\b"
    r"|\b(?:siz\w+|choos\w+|pick\w*)\s(?:\w+\s){0,2}?(?:tools?|calculators?|spreadsheets?|planners?)\b",
)
_MOST_MEMORY = 512  # GB; beyond it a size told of a machine is hardly its memory
_BIGGER = compiled(
    r"\bmore\s+(?:ram|memory|cores|cpus?|power|than)\b|\b(?:bigger|larger|stronger)\b|\bupsiz\w*",
)
# "ok or do I need ...": whether it will do is asked first.
WILL_DO_OR = compiled(
    r"\b(?:ok|okay|enough|fine|good|sufficient|suffices|will do|does it do)\W+(?:\w+[\s?]+){0,2}?or\b",
)


def vm_size(reading: Reading) -> DecisionResult | None:
    """Whether a size, or cores and memory, will do."""
    text = reading.plain
    if _TOOL.search(text) or _THROUGHPUT.search(text):
        return None
    size = _judged(reading.vm_sizes)
    cores, memory = figures(text)
    size = size or _carried(reading, cores, memory)
    told = memory is not None or re.search(r"\b(?:cores?|ram|memory)\b", text, re.IGNORECASE)
    if not told and re.search(r"\bdisks?\b|\bscale|series\b|\bd:|\bdrive d\b", text, re.IGNORECASE):
        return None
    if (size or told or _OF_LOAD.search(text)) and machine_load.is_for_load(text):
        return machine_size.for_load(size if len(reading.vm_sizes) < 2 else "", cores, memory)
    whole = cores is not None and memory is not None
    need = asks_need(text) and not WILL_DO_OR.search(text) and not PROTECTING.search(text)
    if need and _BIGGER.search(text) and (enough := machine_size.no_more_needed(size, cores, memory)):
        return enough
    if need and (more := machine_size.more_needed(size, cores, memory)):
        return more
    if not whole and not _SIZE_JUDGED.search(text) and not (told and _is_telegram(text)):
        return None
    if (not size and cores is None and memory is None) or PROTECTING.search(text):
        return None
    if re.search(r"\bwhat is|difference|compare\b", text, re.IGNORECASE) and not cores:
        return None
    return machine_size.vm_size(size, cores, memory)


def _carried(reading: Reading, cores: int | None, memory: Decimal | None) -> str:
    """The size of the machine of the turns before, of which a turn tells only cores or only memory."""
    before = reading.previous.get("vm_sizes", ())
    one = reading.followup and len(before) == 1 and (cores is None) != (memory is None)
    return before[0] if one and machine_size.canonical_size(before[0]) in machine_size.NAMED else ""


def _is_telegram(text: str) -> bool:
    """Whether a few words put figures and nothing else: "A2 and 3 GB?"."""
    return len(text) <= _MOST_OF_TELEGRAM and bool(_TELEGRAM.match(text))


def _judged(sizes: Sequence[str]) -> str:
    """The size that is asked about: of several the first, the last where one is below what is required."""
    small = any(machine_size.canonical_size(size) in machine_size.BELOW for size in sizes)
    return "" if not sizes else sizes[-1] if small else sizes[0]


def figures(text: str) -> tuple[int | None, Decimal | None]:
    """Cores and memory: "4 cores 8 GB" tells both, a size alone only where it is called memory."""
    facts = read_machine(text)
    cores, memory = facts.get("cores"), facts.get("memory_gb")
    told = Decimal(str(memory)) if isinstance(memory, float) else _memory(text)
    return cores if isinstance(cores, int) else None, told


def _memory(text: str) -> Decimal | None:
    told = (found.value.gb for found in find_sizes(text) if is_memory(text, found.start, found.end))
    return next((size for size in told if size < _MOST_MEMORY), None)
