"""Whether it is asked if something has to be: a "yes" to that says more than that it may be."""

from __future__ import annotations

from assistant.decisions.patterns import lazy

_WITHIN = r"(?:[^.?!;]|\.(?=\w))"
"""A character of the same sentence; ".NET 4.8" has no end of one."""

_SUBJECT = r"(?:i|we|you|they|one|it|there|the|an?|our|my|this|that|mabs|every\w*|each|all|both)"
_NEED = lazy(
    rf"(?<!\bor )\bmust {_SUBJECT}\b(?!\s+not\b)"
    rf"|(?<!\bor )\b(?:do|does|did|will|would) {_SUBJECT}\b{_WITHIN}{{0,50}}?"
    r"\b(?:need|require|have to|has to|got to)\b(?! to know)"
    rf"|\bneed {_SUBJECT}\b"
    rf"|\b(?:have|has|need) {_SUBJECT} to\b"
    rf"|\b(?:is|are|was|would)\b{_WITHIN}{{0,70}}\b(?:required|needed|necessary|mandatory|obligatory"
    r"|compulsory|indispensable|a must|obliged|forced|a requirement)\b"
)


def asks_need(text: str) -> bool:
    """Whether `text` asks if something is required, not whether it is allowed or advised."""
    return bool(_NEED().search(text))
