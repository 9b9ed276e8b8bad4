"""A machine that has some role already, and nobody says which: it decides whether the server may go there."""

from __future__ import annotations

from assistant.decisions.expressions.patterns import lazy
from assistant.specialists.prerequisite_checks.check_words import PROTECTING
from assistant.understanding.topics import ROLES, find_topics

_MOST_WORDS = 30
_UNNAMED = (
    r"(?:(?:an?|some|another|other|one|two|several|more|existing)\s+(?:other\s+|windows\s+|server\s+)?"
    r"(?:roles?|applications?|apps?|software|programs?|jobs?|duty|duties|workloads?)"
    r"|something (?:else|different)|other (?:things|stuff)|anything else)"
)
_MACHINE = r"(?:servers?|machines?|vms?|box|hosts?|computers?|it|there|[a-z][a-z-]{0,30}\d+)"
_HAS = (
    r"(?:has|have|with|runs?|running|does|doing|holds?|is|are|got|serves?|sharing|shares?|share|tolerates?)"
)
_HAS_ROLE = lazy(
    rf"\b{_MACHINE}\b[^.?!\n]{{0,40}}\b{_HAS}\b(?:\s+(?:already|also|currently|got))?\s+{_UNNAMED}\b"
    rf"|\b{_UNNAMED}\s+(?:\w+\s+){{0,2}}?(?:already\s+)?on\s+(?:the |that |this |our |its )?{_MACHINE}\b"
    rf"|\b{_MACHINE}\s+has\s+an?\s+role\b"
)
_PUTTING = lazy(
    r"\b(?:install\w*|put|deploy\w*|use|set ?up|host|become|mabs|dpm|azure backup server|backup server)\b"
)
_HOW = lazy(r"\b(?:how (?:do|to|can|many|much)|where|which (?:roles?|applications?))\b(?! (?:one|it))")


def asks_unnamed(text: str) -> bool:
    """Whether `text` puts the server on a machine with a role, or another use, that it doesn't name."""
    if len(text.split()) > _MOST_WORDS or PROTECTING.search(text) or _HOW().search(text):
        return False
    named = find_topics(text)[0] & ROLES.keys()
    return not named and bool(_PUTTING().search(text)) and bool(_HAS_ROLE().search(text))
