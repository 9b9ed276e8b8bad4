"""Sentences that run on without a stop: "the link works again the subscription is expired".

What tells the state of the subscription begins a clause of its own; without a mark before it, it would be
read as the rest of what is told of the connection.
"""

from __future__ import annotations

from assistant.decisions.expressions.patterns import lazy

# What a clause on the connection, or a question, ends with ...
_END = (
    r"(?:ago|again|azure|internet|cloud|online|offline|connected|disconnected|reachable|unreachable|working|works"
    r"|up|down|broken|dark|dead|back|fine|ok|okay|lost|gone|days|weeks|months|hours|disks?|vault|backups?|points?"
    r"|storage|it|(?:hours?|days?|weeks?|months?|fortnight)\s+now)"
)
# ... and what the next one on the subscription begins with.
_SUBSCRIPTION = (
    r"(?:(?:the|our|my)\s+(?:azure\s+)?sub(?:scription)?\s+(?:is|isn['’]?t|has|hasn['’]?t|had|was|ran|got"
    r"|expired|never|no longer)\b"
    r"|(?:azure\s+)?sub(?:scription)?(?:\s+(?:state|status))?\s*[:=]"
    r"|(?:the\s+)?portal\s+(?:shows|says|lists)\s+(?:the|our)\s+sub"
    r"|we\s+(?:don['’]?t|do not|no longer)\s+have\s+an\s+active\s+sub)"
)
_JOINT = lazy(rf"\b(?P<end>{_END})\s+(?={_SUBSCRIPTION})")


def with_stops(text: str) -> str:
    """`text` with a mark before what it tells of the subscription, where it goes on without one."""
    return _JOINT().sub(r"\g<end>; ", text)
