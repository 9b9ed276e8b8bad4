"""Whether room for backups is short and the ways out are asked for, which the guide has."""

from __future__ import annotations

from assistant.decisions.expressions.patterns import compiled

# Room is short, and ways out are asked for, which the guide has: no error is to be told from others.
_ROOM = compiled(
    r"\b(?:full|fills? up|filled|filling|bursting|outgrown?|maxed(?: out)?|exhausted|used up)\b"
    r"|\ball (?:\w+ ){0,2}(?:used|taken|occupied|in use)\b|\bruns? (?:\w+ )?out of|\brunning out of"
    r"|\b(?:no|out of|more|enough|short of|short on|low on|lacks?)\s+(?:\w+\s+){0,2}?"
    r"(?:space|room|capacity|storage|slots|bays)\b",
)
_WAYS = compiled(
    r"\bscal(?:e|es|ing)\b|\b(?:options|possibilities|choices|ways)\b"
    r"|\bguide (?:says?|suggests?|recommends?|advises?|offers?)\b"
    r"|\bthe guide (?:suggest|recommend|advise|offer)\b|\b(?:per|according to) the guide\b"
    r"|\bguide\W*$|\brecommended (?:way|approach)\b"
    r"|\b(?:how|way)\b[^.?!]{0,20}\b(?:grow|extend|enlarge|expand)\b",
)
# One of the ways is out, and the rest of them is asked for.
_SCALES = compiled(
    r"\bscal(?:e|es|ing)\b|\bgrow(?:ing)?\b|\bD[ -]series\b|\b(?:bigger|larger) (?:vm|machine)\b",
)
_OTHER_WAYS = compiled(
    r"\b(?:other|another|remaining|alternative|further|third|second)\s+(?:\w+\s+)?(?:options?|ways?"
    r"|possibilit\w+|choices?)\b"
    r"|\b(?:options?|ways?|possibilit\w+) (?:are |is )?(?:left|remain\w*)\b|\bwhat else\b",
)
# An error, or room elsewhere than on the disks for backups.
_OTHER_ROOM = compiled(
    r"\b(?:errors?|fail\w*|alerts?|warnings?|codes?|messages?|jobs?|vaults?|scratch|cache|staging|extract\w*"
    r"|points?|logs?|c:|d:)",
)


def asks_ways(text: str) -> bool:
    """Whether room is short and `text` asks which ways there are, which no error tells."""
    if _OTHER_ROOM.search(text):
        return False
    return bool(
        (_ROOM.search(text) and _WAYS.search(text)) or (_SCALES.search(text) and _OTHER_WAYS.search(text))
    )
