"""Reads what is told of disks: how many, how large, of which machines, and what is asked of them."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.decisions.calculations.disk_fleets import Group
from assistant.decisions.reading.numbers import DIGITS, WORDS
from assistant.specialists.calculators.calculator_question import Question, lazy_search
from assistant.specialists.calculators.disk_nouns import DISK, UNIT, whole
from assistant.specialists.calculators.disks_on_top import on_top
from assistant.understanding.amounts.figures import Told, find_told
from assistant.understanding.message.question_forms import SENTENCE_END
from assistant.understanding.topics import find_vm_sizes

_ABOUT = rf"\b{DISK}\b|\bstorage pool\b|\bpool\b"
_ELSEWHERE = r"\bscratch\b|\bstaging\b|\btemp\w*\b|\bcache\b|\bdrive letter\b|\b(?:C|D):|\bOS disks?\b"
# Where data is kept, rather than how many there are.
_KEPT_ON = r"\bon (?:\w+ )?disks? (?:only|alone)\b|\bdisks?[\s-]only\b"
# A disk that no machine has.
_OUTSIDE = (
    r"\b(?:slipped|herniated|bulging|prolapsed|spinal|lumbar|vertebra\w*|brakes?|clutch|vinyl|dj|frisbee"
    r"|accretion|optical|floppy|physio\w*|back pain|spine|hybrid car|test drives?|drives? (?:to|home))\b"
)
# What a disk is made of, which the guide doesn't tell; nothing to reckon with.
_KIND = (
    r"\b(?:ssds?|hdds?|nvme|spinning|(?:disk|drive) (?:types?|kinds?)|(?:type|kind)s? of (?:disk|drive)s?)\b"
)
_MEASURED = rf"\bhow many\b|\b(?:{DIGITS})\s*(?:tb|gb|disks?|ssds?|hdds?)\b"
_SINGLE = (
    rf"\b(?:max\w*|largest|biggest|greatest|highest|upper)\s+(?:allowed\s+|possible\s+)?(?:size"
    rf"|capacity|gb|tb)\b"
    rf"[^.?!]{{0,25}}\b(?:single|one|each|a|per)\s+{DISK}\b"
    rf"|\bhow (?:big|large)\b[^.?!]{{0,20}}\b(?:single|one|each|a)\s+{DISK}\b"
    rf"|\b(?:single|one|each|per)\s+{DISK}\b[^.?!]{{0,25}}\b(?:max\w*|limit|how big|how large|size|grow)\b"
)
_SIZE_OF_ONE = (
    r"\b(?:max\w*|largest|biggest|greatest|highest"
    r"|how (?:big|large))\b[^.?!]{0,25}\b(?:single|one|each|per)\b"
    r"(?![^.?!]*\d)"
)
_DROPPED = (
    rf"\b(?:drop|skip|omit|forgo|cancel|scrap|strike|leave out|leave off|spare|get rid of|save"
    rf"|ditch|do without"
    rf"|without|remove)\b[^.?!]{{0,30}}\b{DISK}\b"
)
_COUNT = (
    rf"(?<![\w./:-])(?P<n>{DIGITS}|(?:{WORDS})\b)\s*(?:x\s*)?(?:(?!(?:{UNIT}|servers?|vms?|machines?|a\d+)\b)"
    rf"[a-z][\w-]*\s+){{0,2}}?{DISK}\b"
)
_A_SIZE = r"(?:standard[_\s]?)?A\d{1,2}(?:'?s)?\b"
_MACHINE = r"(?:vms?|virtual machines?|machines?|servers?|boxes|box|hosts?|instances?|mabs)"
_TIME = r"(?:years?|yrs?|days?|weeks?|wks?|months?|hours?|hrs?|nights?|minutes?|times)"
_NUMBERED = (
    rf"(?<![\w.-])(?P<n>{DIGITS}|(?:{WORDS})\b)(?!\s*{_TIME}\b)\s*(?:x\s*)?(?:(?!(?:{DISK}|{UNIT}|on|in|for"
    rf"|with|to"
    rf"|at|of|and|{WORDS})\b)"
    r"[a-z][\w-]*\s+){0,2}?"
)
_TIMES_AFTER = rf"(?:\s*(?:x|×|\*|times)\s*(?P<after>\d{{1,2}}|{WORDS})\b(?!\s*{DISK}))?"
_SETS = {"pair": 2, "trio": 3}
_MACHINES = (
    rf"{_NUMBERED}{_A_SIZE}",
    rf"{_NUMBERED}{_MACHINE}\s*[(,:]?\s*(?:(?:of|size|sized|at|as|are|all|=|both|each|in|an?"
    rf"|with)\s+){{0,3}}(?:size\s+)?{_A_SIZE}",
    rf"\b(?P<n>pair|trio) of\s+(?:\w+\s+){{0,2}}?{_A_SIZE}",
    rf"\b(?:each|every one|all) of (?:the |our |my )?{_NUMBERED}{_MACHINE}\b",
    rf"\b(?:over|across|among|between|onto|on)\s+(?:the |our |my )?{_NUMBERED}{_MACHINE}\b",
    _OF_MANY := rf"{_NUMBERED}(?:of\s+)?(?:those|them|these|such)\b",
)
# What is enough where disks of machines are talked of already: "and with 3 machines", "over 2?"
_MACHINES_AGAIN = (
    rf"{_NUMBERED}{_MACHINE}\b",
    rf"\b(?:over|across|among|between)\s+(?P<n>{DIGITS}|{WORDS})\W*$",
)
# After a machine whose disks were asked for: "they want 12 of them" means disks, "run two of those" machines.
_OF_THEM = rf"(?<![\w.-])(?P<n>{DIGITS}|{WORDS})\s+(?:of\s+)?(?:those|them|these)\b(?!\s+{_MACHINE}\b)"
_HOW_MANY = r"how (?:many|much)(?!\s+(?:\w+\s+){0,2}(?:left|free|remain\w*))"
_OF_MACHINES = (
    rf"\b(?:run|deploy|buy|rent|order|build|machines?|vms?|servers?|boxes|pools?|storage|raw|together|total"
    rf"|sum"
    rf"|{_HOW_MANY}|over|across|each)\b"
    rf"|\bwith\s+(?:{DIGITS}|{WORDS})\b"
)
_OF_ALL = rf"\b(?:total|sum|together|in all|altogether|{_HOW_MANY})\b"
# Machines without a size, each with its own disks: "3 VMs with 8 disks", "2 servers, having four drives".
_WITH_DISKS = (
    rf"{_NUMBERED}{_MACHINE}\s*,?\s*(?:(?:each|all|that|which)\s+)?(?:with|w/|have|has|having|of|got)\s+"
    rf"(?:each\s+)?(?:{DIGITS}|{WORDS})\s*(?:x\s*)?{DISK}\b"
)
# Machines beside a size that is asked about: "3 servers, each shall carry 8 disks. Is A3 right?"
_EACH_WITH_DISKS = (
    rf"{_NUMBERED}{_MACHINE}\s*,?\s*(?:each\s+(?:\w+\s+){{0,2}}?|with\s+)(?:{DIGITS}"
    rf"|{WORDS})\s*(?:x\s*)?{DISK}\b"
    rf"(?=(?P<tail>\s+each\b)?)"
)
_SPREAD = (
    r"\b(?:over|across|among|between|spread|distribut\w*|divid\w*|shar(?:e|ed|ing) out|in all|altogether)\b"
)
_OF_EACH = rf"^\s*(?:\w+\s+)?each\b(?!\s+(?:of\s+)?(?:\d|{DISK}))"
_ASKS_MACHINES = (
    rf"\b(?:how many|number of|count of|no\.? of|fewest"
    rf"|minimum)\s+(?:(?!{DISK}\b)\w+\s+){{0,2}}?(?:{_MACHINE}\b|{_A_SIZE})"
    rf"(?!\s*(?:{DISK}|sizes?)\b)|\b(?:vms|machines|servers|boxes)\s*\?"
)
_ASKS_EACH = (
    rf"\b{DISK}\s+size\b|\bsize (?:of|for) (?:an?|each|the|one|every)\s+{DISK}\b"
    rf"|\bhow (?:big|large)\b[^.?!]{{0,25}}\b{DISK}\b"
)
_ASKS_PER_MACHINE = (
    rf"\bhow many\s+(?:{DISK}\s+)?(?:on |to |for |does |do |in )?(?:each|every (?:one|{_MACHINE}))\b"
    rf"|\b{DISK}\s+(?:count|number)\s+each\b|\beach\s+(?:has|gets|takes|gets how many)\W*$"
)
_MORE = r"\b(?:more|gain\w*|extra|additional\w*|difference|increase|further|compar\w*|vs\.?|versus)\b"
TOGETHER = (
    r"\b(?:together|overall|altogether|in total|total|in all|in sum|sum|combined|plus|all in all|raw"
    r"|(?:over|across|on|among|with|for)\s+all(?!\s+(?:sizes?|slots?|disks?)\b)"
    r"|all\s+(?:of them|\w+\s+(?:machines|servers|vms)))"
    r"\b|\+"
)
_USED = r"\b(?:used|in use|already|attached|occupied|taken|existing|have|has|got)\b"
_ASKS_ROOM = (
    r"\bhow (?:much|many)\s+(?:more\s+)?(?:\w+\s+)?"
    r"(?:[gt]b|[gt]ib|terabytes?|gigabytes?|storage|space|capacity|room)\b"
    r"[^.?!]{0,40}\b(?:still|more|add\w*|left|further|additional\w*|on top)\b"
    r"|\bhow (?:much|many) more (?:[gt]b|terabytes?|gigabytes?|storage|space|capacity)\b"
)
_LEFT = r"\b(?:more|left|remaining|free|add|further|spare|additional\w*|still)\b"
_FREE = r"\b(?:left|remaining|free|spare)\b"
_EACH_AFTER = rf"^\s*(?:\w+\s+){{0,1}}?(?:{DISK}|each|ones|pieces?|chunks|models?|units?)\b"
_EACH_BEFORE = (
    r"\beach(?:\s+one|\s+of (?:them|these|those))?\s+(?:is|has|holds?|of|with|at|being|=|:)\s*(?:about\s+)?$"
    rf"|\b{DISK}\s*(?:x|×|of|at|à|with|has|have|come\w*|in|,|\(|are|is|sized?|each|a|about|max\w*|most"
    rf"|limited"
    r"|capped|up|to|no (?:more|bigger|larger) than|may|can|be|not exceed|=|:|\s)*$"
)
# A size said to be that of the whole pool, not of a disk.
_WHOLE_AFTER = (
    r"^\s*(?:of\s+)?(?:\w+\s+){0,2}?(?:pools?|storage|total|altogether|overall|data|capacity|space"
    r"|room|raw|in all"
    r"|usable|ram|memory)\b"
)
_WHOLE_BEFORE = (
    r"\b(?:pool|storage|total|capacity|sum)(?:\s+size)?\s*(?:of|is|=|:|to|at|should be|must be)?\s*$"
    r"|\b(?:need\w*|wants?|requir\w*|reach\w*|get(?:ting)? to|mak\w+|hold\w*|store"
    r"|storing|have|add\w*|build\w*|for)"
    r"\s+(?:\w+\s+){0,2}?$"
)
_CAPACITY = r"\b(?:raw|capacity|total|altogether)\b"
_TOTAL = r"\b(?:total|sum|pool|capacity|how (?:much|big|large))\b"
A_VM_SIZE = r"\b(?:vm|machine|server|smallest|minimum|which|what|A[\s-]series)\s+(?:vm\s+)?size\b"
WHICH_ONE = (
    r"^\W*(?:(?:so|and|ok|okay|hm+|then|well|but|right|ah)\W+)*(?:which|what)(?:\s+(?:one|of them|then|now"
    r"|instead|do|does|should|would|will|could|can|must|we|i|you|to|take|need|use|order|get|have|has|it|is"
    r"|be|are"
    r"|enough|fits?|works?|hold|holds|suffices?|right|for that|for those|for this|that|would be))*\W*$"
)
_FULL = (
    rf"\b(?:all|every|each)\b(?:\s+\w+){{0,2}}?\s+{DISK}\b|\bmaxed\b"
    r"|\b(?:fully|completely) (?:populated|filled|loaded|equipped|stocked)\b"
)
_MOST_OF_THEM = rf"\bmax(?:imum)?\s+(?:number of\s+)?{DISK}\b|\bto the max\b|\bfull\b"
_HALF = (
    r"\bhalf[\s-](?:full|empty|filled|populated|used|occupied)\b"
    rf"|\bhalf (?:of )?(?:the|its|all) (?:\w+ )?{DISK}\b"
)
_EMPTY = (
    rf"\b(?P<n>{DIGITS}|{WORDS})\s+(?:\w+\s+)?{DISK}\s+(?:is |are |left |stays? |remains? |kept )*"
    r"(?:empty|free|unused|vacant|spare)\b"
    rf"|\b(?:all|every)\b[^.?!]{{0,20}}\b(?:but|except(?: for)?|minus|save)\s+(?P<m>{DIGITS}|{WORDS})\b"
)
# Of disks that are there something is told.
_PART_OF = rf"\b(?:{DIGITS}|{WORDS})\s+of\s+(?:the |our |my |its )?(?:{DIGITS}|{WORDS})\s+{DISK}\b"
_ADDED = (
    rf"\b(?:add|adding|plus|another|extra)\s+(?:another\s+)?(?P<n>{DIGITS}|{WORDS})\s+(?:more\s+)?{DISK}\b"
    rf"|(?<![\w.])(?P<m>{DIGITS}|{WORDS})\s+(?:more|extra|additional|further)\s+{DISK}\b"
)
_TAKEN = (
    rf"\b(?:take|taking|remove|removing|minus|less|lose|losing|pull|drop)\s+(?:away\s+|out\s+|off\s+)?"
    rf"(?P<n>{DIGITS}|{WORDS})\s+(?:of the\s+)?{DISK}\b"
    rf"|\b(?:leave|leaving|keep|keeping)\s+(?P<free>{DIGITS}|{WORDS})\s+{DISK}\s+(?:empty|free|unused"
    rf"|spare)\b"
    rf"|(?P<m>{DIGITS}|{WORDS})\s+(?:{DISK}\s+)?(?:fewer|less)\b"
)


_IN_BYTES = (
    r"\b(?:tbs?|tib|terabytes?|gbs?|gib|gigabytes?)\b|\bhow (?:much|big|large)\b[^.?!]{0,20}\b(?:storage"
    r"|pool)\b"
)
_NOT_OF_DISKS = (
    r"\b(?:ram|memory|mem|scratch|cache|extract\w*|unpack\w*|download\w*|vaults?|each|per disk|cores?"
    r"|one disk|single)\b"
    # what goes through in a time
    r"|[gmt]b(?:ps\b|\s?/\s?(?:h|hr|hour|s|sec|second|min|minute|day)\b"
    r"|\s+(?:per|an?|each)\s+(?:hour|second|minute|day|night)\b)"
)


def is_about(question: Question) -> bool:
    """Whether disks of a machine or the pool are named, or disks by number and size beside a VM size."""
    if question.has(_ELSEWHERE) or question.has(_KEPT_ON) or question.has(_OUTSIDE) or question.has(_PART_OF):
        return False
    if question.has(_KIND) and not question.has(_MEASURED):
        return False
    sized = bool(question.reading.vm_sizes)
    if question.has(_ABOUT) or (sized and question.carries("data-disks")):
        return True
    wanted = sized or question.has(A_VM_SIZE)
    if wanted and any(told.times > 1 for told in find_told(question.text)):
        return True
    return sized and (bool(on_top(question.text, 0)) or _asks_capacity(question))


def _asks_capacity(question: Question) -> bool:
    """Whether what several of one size come to is asked for: "raw capacity of A4 with 2 TB each"."""
    return question.has(_CAPACITY) and any(told.each for told in find_told(question.text))


def names_disks(question: Question) -> bool:
    """Whether disks or the pool are named, or talked of before."""
    sized = bool(question.reading.vm_sizes)
    others = sized and (bool(on_top(question.text, 0)) or _asks_capacity(question))
    return question.has(rf"\b{DISK}\b|\bpool\b") or others or question.carries("data-disks")


def is_of_one(question: Question, *, follows: bool) -> bool:
    """Whether the largest size of a single disk is asked for, which the guide doesn't tell."""
    return question.has(_SIZE_OF_ONE) if follows else question.has(_SINGLE)


def asks_bytes(question: Question) -> bool:
    """Whether it is asked how much a machine's disks come to, and not how large one is told to be."""
    if not question.has(_IN_BYTES) or question.has(_NOT_OF_DISKS) or question.has(_ELSEWHERE):
        return False
    return not find_told(question.text)


def drops_disks(question: Question) -> bool:
    """Whether it is asked if disks may be left out."""
    return question.has(_DROPPED)


def asks_free(question: Question) -> bool:
    """Whether it is asked how many disks a machine still takes."""
    return question.has(_FREE)


def asked_of(question: Question, sizes: Sequence[str], count: int | None) -> str:
    """What is unknown: machines, per machine, each (the size of a disk), difference, size (of the
    machine), left, or nothing."""
    if question.has(_ASKS_MACHINES):
        return "machines"
    if count is not None and len(sizes) == 1 and question.has(_ASKS_ROOM):
        return "room"
    if question.has(_ASKS_PER_MACHINE):
        return "per machine"
    if question.has(_ASKS_EACH):
        return "each"
    if question.has(_MORE) and not question.has(r"\beach\b\W*$") and (len(sizes) > 1 or count is None):
        return "difference"
    if question.has(A_VM_SIZE) and count is not None and not sizes and not question.has(_TOTAL):
        return "size"
    left = question.has(_FREE) or (question.has(_USED) and question.has(_LEFT))
    return "left" if count is not None and left else ""


def fills_up(question: Question) -> bool:
    """Whether a machine is to have as many disks as it takes: "all slots used"."""
    return question.has(_FULL) or question.has(_MOST_OF_THEM)


def asks_total(question: Question) -> bool:
    """Whether it is asked what the disks come to."""
    return question.has(_TOTAL)


def told_count(text: str, each: Told | None) -> tuple[int | None, bool]:
    """The number of disks, and whether it is expressly that of each machine."""
    match = lazy_search(_COUNT, text)
    count = (whole(match["n"]) if match else None) or of_them(text)
    if each and each.times > 1:
        count = each.times
    elif each and (
        before := lazy_search(rf"(?<![\w.])(?P<n>{DIGITS}|{WORDS})(?:\s+of)?\s*$", text[: each.start])
    ):
        count = whole(before["n"])
    of_each = bool(match and lazy_search(_OF_EACH, text[match.end() :]))
    return count, of_each or bool(lazy_search(r"\b(?:on|to) each of\b", text))


def filled(text: str, most: int, count: int | None) -> int | None:
    """The number of disks of a machine that isn't filled up: half of them, or all but some; else `count`."""
    if count is None and lazy_search(_HALF, text):
        return most // 2
    match = lazy_search(_EMPTY, text)
    empty = whole(match["n"] or match["m"]) if match else None
    return most - empty if empty and empty < most and count in (None, empty, most) else count


def told_machines(text: str, *, follows: bool) -> int | None:
    """How many machines are told of; None where they aren't counted."""
    patterns = (*_MACHINES, *(_MACHINES_AGAIN if follows else ()))
    found = (lazy_search(pattern, text) for pattern in patterns if pattern != _OF_MANY or not of_them(text))
    numbers = (_SETS.get(match["n"].lower()) or whole(match["n"]) for match in found if match)
    return next(filter(None, numbers), None)


def of_them(text: str) -> int | None:
    """How many of the disks that were asked about before, or are named in `text`, are told of: "they want 12
    of them"."""
    sentence = next((part for part in SENTENCE_END.split(text) if lazy_search(_OF_THEM, part)), "")
    match = lazy_search(_OF_THEM, sentence)
    if match is None:
        return None
    named = lazy_search(rf"\b{DISK}\b", sentence[: match.start()])
    return None if lazy_search(_OF_ALL if named else _OF_MACHINES, sentence) else whole(match["n"])


def machines_with_disks(text: str) -> int | None:
    """How many machines without a size have disks of their own; None where none are told."""
    match = lazy_search(_WITH_DISKS, text)
    return whole(match["n"]) if match else None


def machines_each(text: str) -> int | None:
    """How many machines are told of which each has as many disks; None where none are told."""
    match = lazy_search(_EACH_WITH_DISKS, text)
    each = match and (match["tail"] or lazy_search(r"\beach\b", match[0]))
    return whole(match["n"]) if match and each else None


def is_spread(text: str) -> bool:
    """Whether the disks told are those of all machines together."""
    return bool(lazy_search(_SPREAD, text))


def groups_in(text: str) -> tuple[Group, ...]:
    """Machines of different sizes that are to be taken together, each with its own disks; empty otherwise."""
    return each_group(text) if lazy_search(TOGETHER, text) else ()


def each_group(text: str) -> tuple[Group, ...]:
    """Machines of different sizes, each with the disks that are told behind it; empty for one size."""
    starts: list[tuple[int, str, int]] = []
    position = 0
    one = rf"(?:\b(?P<set>pair|trio) of\s+(?:\w+\s+){{0,2}}?|{_NUMBERED})?\b(?P<size>{_A_SIZE}){_TIMES_AFTER}"
    while match := lazy_search(one, text[position:]):
        count = _SETS.get((match["set"] or "").lower()) or whole(match["n"] or match["after"] or "") or 1
        starts.append((position + match.start(), find_vm_sizes(match["size"])[0], count))
        position += match.end()
    if len({size for _, size, _ in starts}) < 2:
        return ()
    ends = [start for start, _, _ in starts[1:]] + [len(text)]
    told = [(size, n, text[start:end]) for (start, size, n), end in zip(starts, ends, strict=True)]
    groups = [_group(size, machines, part) for size, machines, part in told]
    shared = groups[-1].each if sum(group.each is not None for group in groups) == 1 else None
    return tuple(Group(g.size, g.machines, g.disks, g.each or shared) for g in groups)


def _group(size: str, machines: int, part: str) -> Group:
    each = next((told for told in find_told(part) if is_each(part, told)), None)
    count, _ = told_count(part, each)
    return Group(size, machines, count, each.size.bytes if each else None)


def changed_count(text: str, before: int) -> int | None:
    """The number of disks after some were added or taken away; None where neither is told."""
    if match := lazy_search(_TAKEN, text):
        return before - (whole(match["n"] or match["free"] or match["m"]) or 0)
    match = lazy_search(_ADDED, text)
    return before + (whole(match["n"] or match["m"]) or 0) if match else None


def asks_a_size(question: Question) -> bool:
    """A number of disks alone: only a question for a size, or whether it fits, is meant for this table."""
    return question.has(
        r"\b(?:which|what)\s+(?:\w+\s+)?(?:sizes?|vms?|machines?|servers?|instances?|ones?|tier"
        r"|series|a\d?)\b"
        r"|\bwhat (?:do|would|should|is)\b|\bsmallest\b|\bsizes?\b|\bvm\b|\bmachine\b|\bA series\b|\benough\b"
        r"|\bneed\w*|\bpool\b"
    )


def asks_own_pool(question: Question) -> bool:
    """Whether it is asked how large a pool may be of which nothing is told: the size is asked back."""
    return question.has(
        r"\bhow (?:big|large|much)\b[^.?!]{0,20}\b(?:my|our|the|a) (?:\w+ )?pool\b|\bhow much pool\b"
        r"|\b(?:max\w*|largest|biggest|limit|most) (?:\w+ ){0,5}?pool\b"
        r"|\bpool\b[^.?!]{0,20}\b(?:max\w*|limit|at most|how (?:big|large))\b"
    )


NEEDS = r"\b(?:needs?|needed|wants?|wanted|requires?|required|must (?:have|hold|store)|room for)\b"
"""What a size is said to be that all disks have to hold together."""


def is_of_disk_by_default(question: Question, told: Told) -> bool:
    """Whether a size told beside a size of machine is a disk's: of a pool, and not said to be all of it."""
    summed = question.has(_FULL) and question.has(
        r"\b(?:raw|capacity|total|storage|how (?:much|big|large))\b"
    )
    if not (summed or question.has(r"\bpool\b")) or question.has(_MORE) or question.has(_ASKS_EACH):
        return False
    before, after = question.text[: told.start], question.text[told.end :]
    return not (lazy_search(_WHOLE_BEFORE, before) or lazy_search(_WHOLE_AFTER, after))


def is_of_pool(question: Question, told: Told) -> bool:
    """Whether a size is said to be that of the pool: "a 20 TB pool", "pool of 20 TB"."""
    before, after = question.text[: told.start], question.text[told.end :]
    return bool(
        lazy_search(r"\bpool(?:\s+size)?\s*(?:of|is|=|:)?\s*$", before)
        or lazy_search(r"^\s*(?:of\s+)?(?:(?:raw|storage|disk|backup)\s+)*pool\b", after)
    )


# "all of them 2 TB", at the end of what is told.
_ALL_BEFORE = (
    r"(?:^\W*|[,;:.?!]\s+)(?:all|each)\s+(?:(?:are|have|with|at|of)\s+)?$"
    r"|\b(?:all|each|every one)\s+of\s+(?:them|'?em|these|those)\s+"
    r"(?:(?:are|is|have|has|with|at|of|a)\s+){0,2}$"
)
_ENDS = r"^\s*(?:each\b|apiece\b|in size\b|$|[.,;:?!)])"


def is_each(text: str, told: Told) -> bool:
    """Whether a size is that of one disk."""
    before, after = text[: told.start], text[told.end :]
    return bool(
        told.times > 1
        or told.each
        or lazy_search(rf"(?<![\w.])(?:{DIGITS}|{WORDS})\s+of\s+$", before)
        or lazy_search(_EACH_AFTER, after)
        or lazy_search(_EACH_BEFORE, before)
        or (lazy_search(_ALL_BEFORE, before) and lazy_search(_ENDS, after))
    )
