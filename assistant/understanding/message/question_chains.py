"""Chains of questions that commas hold together: "what is the limit, which drive, and must it be A2?"."""

from __future__ import annotations

from assistant.decisions.expressions.patterns import lazy

# A question behind a comma, what opens a chain of them, and what only leads in to the next clause.
_WORD_OF_CHAIN = r"(?:what|which|how|where|who)(?:'?s)?\b"
_VERB_OF_CHAIN = r"(?:is|are|do|does|did|can|could|may|must|should|will|would)\b"
_CHAIN = lazy(
    rf",\s+(?:and\s+|also\s+)?(?={_WORD_OF_CHAIN}"
    # a verb before its subject: "..., must the server be in a domain"
    rf"|(?:is|are|do|does|can|could|may|must|will|would)\s+(?:the|an?|we|i|our|my|it|there|one)\s)"
)
# Behind a verb that asks, "which is offline" goes on with the clause, and so does "is not".
_CHAIN_OF_VERBS = lazy(
    rf",\s+(?:and\s+|also\s+)?(?=(?:how|what)\b|(?:who|which|where)\s+(?!{_VERB_OF_CHAIN}|we|i|you|they|has|have|had|was"
    rf"|were|runs?)|(?:who|where)\s+{_VERB_OF_CHAIN}|{_VERB_OF_CHAIN}\s+(?!(?:not|now|still|already|also|only|so|then)\b))"
)
_LEAD = (
    r"^(?:[^:?]{1,70}:)?\W*(?:(?:hi|hello|hey|please|pls|kindly|so|and|also)\W+){0,3}"
    r"(?:(?:(?:(?:can|could|would) (?:you|someone|somebody|anyone)(?: (?:please|pls|kindly))?\s+)?"
    r"(?:tell (?:me|us)|let (?:me|us) know|explain|confirm)"
    r"|(?:i|we)(?:['’]d| would)? (?:like|need|want|have) to know|do you know|(?:not|un)sure)\W+)?"
)
_WH = lazy(rf"{_LEAD}{_WORD_OF_CHAIN}")
_VERB_OPENS = lazy(rf"{_LEAD}{_VERB_OF_CHAIN}")
_LEADS_IN = lazy(r"\b(?:know|tell|see|say|find out|check|ask|wonder|sure|me|us)\W*$")
_LEAST_OF_CHAIN = 4
_COUNTS_THING = lazy(
    r"\W*(?:how (?:many|much) (?!is|are|can|do|does|for|of|in|on|per)[a-z]{3,}"
    r"|(?:which|what) (?!(?:is|are|was|were|ones?|do|does|did|would|will|can|could|should|if|about|for"
    r"|exactly|so|then|else|next|now|kind|type|sort)\b)[.\w#+-]{2,})\W*"
)


def _is_whole(piece: str) -> bool:
    """Whether a piece of a chain can be a question of its own: it has some words, or names a thing."""
    return not _LEADS_IN().search(piece) and bool(
        len(piece.split()) >= _LEAST_OF_CHAIN or _COUNTS_THING().fullmatch(piece)
    )


def chained(part: str) -> list[str]:
    """The questions of a chain that commas hold together: "what is the limit, what is the share"."""
    if _WH().search(part):
        pieces = _CHAIN().split(part)
        whole = all(_is_whole(piece) for piece in pieces)
    else:
        pieces = _CHAIN_OF_VERBS().split(part) if _VERB_OPENS().search(part) else [part]
        whole = all(len(piece.split()) >= _LEAST_OF_CHAIN for piece in pieces)
    return pieces if whole else [part]
