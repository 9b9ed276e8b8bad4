"""Which of the guide's address ranges a question wants written out, and not held against its list."""

from __future__ import annotations

from assistant.decisions.expressions.patterns import lazy
from assistant.decisions.network import RANGES
from assistant.understanding.reading import Reading

_FORM = lazy(
    r"\bcidr\b|\b(?:net)?masks?\b|\bfrom\s{0,2}[-–/.,]{0,3}\s{0,2}to\b|\bfrom\s+(?:where|address|ip|start"
    r"|first)\b[^.?!\n]{0,12}\bto\b|\bfrom[\s/-]{1,3}(?:un)?til\b"
    r"|\bstart\b[^.?!\n]{0,20}\bend\b"
    r"|\b(?:first|last|lowest|highest|start\w*|end\w*|begin\w*|broadcast|boundar\w*|bounds?)\b[^.?!\n]{0,25}"
    r"\b(?:ips?|address\w*|ranges?|/\s?18)\b|\b(?:ips?|address\w*|ranges?)\b[^.?!\n]{0,25}\b(?:start|begin"
    r"|end)s?\b"
    r"|\bhow many (?:\w+ ){0,2}?(?:ips?|address\w*|hosts)\b[^?\n]{0,40}(?:/\s?18|\branges?|\bnetworks?"
    r"|\bsubnets?|\bblocks?)"
    r"|\bdotted\b|\bwildcard bits\b"
)
_RANGES = lazy(
    r"\b(?:ip|address|both|two|these|those|the|listed|allowed|guide'?s|documented)\s+(?:\w+\s+)?"
    r"(?:ranges|networks|subnets|blocks|nets)\b|\b(?:ip|address)[\s-](?:address )?ranges?\b|/\s?18\b"
)
_HELD = lazy(
    r"\b(?:covers?|covered|inside|included?|includes|part of|belongs?|within|enough|block\w*|deny)\b"
)

# A filter that knows addresses only.
_NAMES = r"(?:(?:host ?)?names?|fqdns?|urls?|domains?)"
_TAKES = (
    r"(?:takes?|knows?|accepts?|understands?|handles?|works? (?:on|with)|filters? (?:on|by)|supports?|does|do"
    r"|allows?)"
)
_WITHOUT_NAMES = lazy(
    rf"\b{_NAMES}\b[^.?!\n]{{0,15}}\b(?:(?:is|are)\s+)?(?:impossible|no option|(?:not"
    rf"|n['\u2019]t)\s+(?:possible|supported"
    r"|an option)|unsupported|out of the question)\b"
    rf"|\b(?:can(?:no|['\u2019]?)t|wo(?:n['\u2019]?t)|does(?:n['\u2019]?t| not)|do(?:n['\u2019]?t| not)"
    rf"|can not|unable to|is not able to)\s+"
    rf"(?:do|use|handle|resolve|take|filter (?:by|on)|know|match|understand|allow|open"
    rf"|enter)\b[^.?!\n]{{0,12}}\b{_NAMES}\b"
    rf"|\b{_TAKES}\s+(?:only|just|solely)\s+(?:ip )?(?:address\w*|ips|ip ranges)\b"
    rf"|\b(?:only|just|solely)\s+{_TAKES}\s+(?:ip )?(?:address\w*|ips|ip ranges)\b"
    rf"|\b{_TAKES}\s+(?:ip )?(?:address\w*|ips|ip ranges)\s+(?:only|alone)\b"
)


def without_names(reading: Reading) -> bool:
    """Whether what filters the traffic is told to take addresses and no names."""
    return not reading.hosts and bool(_WITHOUT_NAMES().search(reading.plain))


def asked_for(reading: Reading) -> tuple[str, ...]:
    """The ranges that are to be written out: those named, else both; none where that isn't asked."""
    text = reading.plain
    if not _FORM().search(text) or _HELD().search(text):
        return ()
    named = tuple(entry for entry in RANGES if entry in reading.hosts)
    if named:
        return named if len(named) == len(reading.hosts) else ()
    return RANGES if not reading.hosts and _RANGES().search(text) else ()
