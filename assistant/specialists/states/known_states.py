"""Names the states that the connectivity table knows, to somebody who asks for nothing more than them."""

from __future__ import annotations

from assistant.answer import Finding
from assistant.decisions.expressions.patterns import lazy
from assistant.decisions.states.connectivity_query import known_states
from assistant.decisions.states.connectivity_rules import NAME
from assistant.specialists.table_findings import finding_of
from assistant.understanding.reading import Reading

_STATES = lazy(
    r"\b(?:sub|subs|subscription|subscriptions?['\u2019]?s?|azure)\s+(?:states?|status(?:es)?|conditions?)\b"
    r"|\b(?:states?|status(?:es)?|conditions?)\s+(?:of|for)\s+(?:an?\s+|the\s+|our\s+)?(?:azure\s+)?(?:sub"
    r"|subscription)s?\b"
)
_ASKS = lazy(
    r"\b(?:names?|list|enumerate|which|what|how many|number of|all)\b[^.?!\n]{0,25}"
    r"\b(?:states?|status(?:es)?|conditions?)\b"
)
_ONLY_NAMED = lazy(
    r"\b(?:know[ns]?|names?|named|distinguish\w*|differentiat\w*|list(?:s|ed)?|exist|exists|there"
    r"|mention\w*|define[sd]?"
    r"|contain\w*|have|has|possible|use[sd]?|show|dropdown|enumerat\w*|how many)\b"
)
# What is asked of a state, or where one is seen.
_OTHER = lazy(
    r"\b(?:allow\w*|stop\w*|permit\w*|block\w*|delet\w*|wip\w*|los[et]\w*|work\w*|run\w*|surviv\w*"
    r"|restor\w*|back\w* ?up|where|see|find"
    r"|check|chang\w*|back to|our|my)\b"
)


def consult(reading: Reading) -> Finding | None:
    """The states of the subscription, with those of the connection; None where they aren't asked for."""
    text = reading.plain
    told = reading.subscription or reading.connectivity or reading.operations or reading.products
    if told or _OTHER().search(text) or not (_STATES().search(text) and _ASKS().search(text)):
        return None
    return finding_of(known_states(), NAME) if _ONLY_NAMED().search(text) else None
