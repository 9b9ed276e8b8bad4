"""Who asks: "WSUS guy here.", "as the SCCM admin:" say nothing of the matter itself.

What a person looks after is named in such words; to search for it, or to take it for a role of the server,
would lead elsewhere.
"""

from __future__ import annotations

from assistant.decisions.expressions.patterns import lazy

PERSON = (
    r"(?:guys?|girls?|admins?|administrators?|team|person|people|folks|dude|engineers?|owners?|colleagues?"
    r"|man|woman|dept|department|group|experts?|specialists?|consultants?|auditors?|manager|boss)"
)
_END = r"\s*[.,:;!\u2013-]+\s+"
_OF = r"(?:(?:our|the|my|an?|from)\s+)?(?:[\w/-]+\s+){0,3}?"
_INTRODUCTION = lazy(
    r"^\W*(?:(?:hi|hello|hey)(?:\s+all)?\b[\s,.!]*)?(?:"
    rf"(?:{_OF}{PERSON}|dba)\s+(?:here|speaking){_END}"
    rf"|(?:speaking\s+)?as\s+(?:our|the|an?|your)\s+(?:[\w/-]+\s+){{0,2}}?{PERSON}{_END})(?=\S)"
)
_NTH = r"(?:1st|2nd|3rd|first|second|third)[\s-]line"
_DESK = r"(?:help\s?desk|service\s?desk|support|hotline)"
# The level of a support desk is no line of a network.
_LINE_OF_DESK = lazy(
    rf"\b(?:{_DESK}\W{{1,3}}{_NTH}\b|{_NTH}\s+(?:{_DESK}|agents?|engineers?|teams?)\b|from\s+(?:the\s+)?{_NTH}\b)"
)


def without_introduction(text: str) -> str:
    """`text` without the words at its start that only tell who asks, and the level of their support desk."""
    return _LINE_OF_DESK().sub("helpdesk", _INTRODUCTION().sub("", text, count=1))
