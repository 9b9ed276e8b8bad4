"""Whether a question asks for a state of the table, or tells it and asks for what is possible in it."""

from __future__ import annotations

import re

from assistant.decisions.expressions.patterns import compiled, lazy
from assistant.understanding.reading import Reading
from assistant.understanding.turns.talked_cases import named_states, tells_case

# "which state ...", "in what cases ...", "name all combinations ...": the state is what is asked for.
_WHICH_STATE = compiled(
    r"\b(?:which|what|name|list|show|give(?: me)?|tell me)\b(?:\s+(?:is|are|all|the|of|me|every|single"
    r"|azure|possible"
    r"|one|other|sub|subscription'?s?|connectivity|connection|table)\b)*\s+"
    r"(?:sub(?:scription)?\s+)?(?:states?|status(?:es)?|combos?|combinations?|constellations?|cases?"
    r"|conditions?"
    r"|situations?|circumstances|rows?|scenarios?|lines?"
    r"|cells?(?:\(s\))?)(?!\w)|\bwhere in (?:the|your|that|this) (?:connectivity )?table\b"
    r"|\bwhen\s+(?:exactly |precisely )?(?:is|are)\b[^?.,]{0,40}\b(?:allowed|permitted|possible|stopped"
    r"|blocked"
    r"|refused)\b|\bwhich (?:sub|subscription)\b"
    r"|\bwhat (?:must|does|do|should|has to)\b[^?]{0,40}\b(?:sub|subscription|state"
    r"|connection)\b[^?]{0,20}\bbe\b",
)
# "nobody can tell me the state": it is not known, rather than asked for.
_UNTOLD = compiled(
    r"(?:\b(?:nobody|no one|none|cannot|not|never|unable|whatever|no idea|unsure|hardly"
    r"|dont|cant|dunno)\b|n['’]t\b)"
    r"[^.?!;,]{0,25}$",
)
# The same of states that were named just before.
_WHICH_OF = compiled(r"\bwhich (?:one|ones|of (?:them|those|these|the (?:two|three|six)))\b")
# "deleted when? Expired or Deprovisioned"; not "when the subscription is Expired or ...", which tells it.
_OWNER = r"(?:the|our|my|their|its|your|an?|this|that|azure|sub|subs|subscription|it|mabs|we)"
_EITHER = lazy(
    rf"\b(?:when(?!\s+{_OWNER}\b)|which|in what|at what|(?:already|only) (?:in|when|while))\b"
    rf"(?:(?!\b(?:if|given|provided|assuming|suppos\w+|seeing|while|when\s+{_OWNER})\b)[^.!]){{0,80}}"
    r"\b(?:expired|deprovisioned|active)\W+(?:or|/|,)\W*"
    r"(?:(?:already|only|in|when|while|is|it|the|once) ){0,3}(?:expired|deprovisioned|active)\b"
)
# "Expired or Active: in which ...".
_OF_NAMED = compiled(
    r"\b(?:active|expired|deprovisioned)\b\W+(?:\w+\W+){0,3}?(?:(?:in|under|with|for|at) which\b"
    r"(?!\s+(?:operations?|order|way))|which (?:ones?|of (?:them|these|those|the|both)|is|are|does|do"
    r"|can|will|states?|allows?|permits?|lets?|stops?|blocks?|loses?|keeps?)\b)",
)
# What "which" asks for is a state in which something goes, or one that lets it go ...
_OF_STATE = lazy(
    r"\b(?:in|under|with|for|at|during) which\b(?!\s+(?:operations?|order|way|case\b(?! is)))"
    r"|\bwhich(?: (?:ones?|of (?:them|these|those|both|the (?:two|three|six))))?\s+(?:still |also |then )?"
    r"(?:allows?|permits?|lets?|stops?|blocks?|loses?|keeps?|spares?|deletes?|wipes?)\b"
)
# ... or what goes: "which of the two is possible?", "which of a and b works?".
_OF_OPERATION = lazy(
    r"(?<!in )(?<!under )(?<!with )(?<!for )(?<!at )\bwhich"
    r"(?: (?:ones?|of (?:them|these|those|both|the \w+|\w+ and \w+)))?"
    r"\s+(?:still |also |then |actually )?(?:works?|goes|go|runs?|remains?|stays?|succeeds?"
    r"|(?:is|are|can|could|will|would|may|do|does|gets?)\s+(?:still |now |then |not |be |i |we |one ){0,3}"
    r"(?:possible|allowed|permitted|blocked|stopped|refused|denied|forbidden|available|done|made|work|run|go|started?"
    r"|through|fine|ok|okay|left|affected|feasible|doable|expect|do|use|count on)\b)"
)
_PAIR = 2


def asks_state(reading: Reading) -> bool:
    """Whether a state is asked for: by that word, or as one of several that are named or were before."""
    pointed = reading.followup and points_at_states(reading)
    return bool(_which_state(reading.plain) or pointed or _either_state(reading))


def points_at_states(reading: Reading) -> bool:
    """Whether one of those is asked for that were named before ("which of them ...?")."""
    return bool(_WHICH_OF.search(reading.plain))


def _which_state(text: str) -> re.Match[str] | None:
    """The words that ask for a state; those by which it is said to be unknown ask for nothing."""
    return next(
        (match for match in _WHICH_STATE.finditer(text) if not _UNTOLD.search(text[: match.start()])), None
    )


def _either_state(reading: Reading) -> bool:
    """Whether one of two states is asked for that are named: "deleted when? Expired or Deprovisioned"."""
    text = reading.plain
    if len(named_states(reading)) < _PAIR or reading.previous_subscription:
        return False
    if tells_case(reading) or len(reading.operations) >= _PAIR:
        return bool(_OF_STATE().search(text)) and not _OF_OPERATION().search(text)
    return bool(_EITHER().search(text) or _OF_NAMED.search(text))
