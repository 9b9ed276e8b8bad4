"""Whether it is asked what to do about what was just told: "my first step?", "so how do I fix that?"."""

from __future__ import annotations

from assistant.decisions.expressions.patterns import lazy

_OPENING = r"^\W*(?:(?:ok|okay|so|and|but|hm+|fine|well|then|now|good|damn|right|pls|please|tell me)\W+)*"
_WHO = r"(?:i|we|you|one|u|they)"
_END = (
    r"(?:\W+(?:now|then|here|first|next|about (?:it|that|this)|in (?:my|our|this|that) (?:place|case|"
    r"situation|shoes|spot)"
    r"|instead|to (?:fix|solve|repair|change|get out of) (?:it|that|this)|please|pls|at all|exactly|be|"
    r"do|done|to do"
    r"|for us|for me|if (?:you were|i were you)(?: me)?))*\W*$"
)
_ASKED = lazy(
    rf"{_OPENING}(?:"
    rf"what(?:['’]?s| is| are| would be)?\s+(?:the |my |our |your )?(?:very )?(?:first|next|best|right|"
    rf"quickest)\s+"
    rf"(?:thing|step|move|action|measure|course(?: of action)?|fix|remedy)s?(?:\s+(?:to (?:do|take|"
    rf"try)|{_WHO} (?:should|must|can|need to) (?:do|take)))?"
    rf"|what\s+(?:can|should|must|do|would|shall|could)\s+{_WHO}\s+(?:(?:have|need) to\s+)?(?:do|try|"
    rf"change|fix)"
    rf"|what(?:['’]?s| is)?\s+to\s+(?:be done|do)|what\s+(?:has|have|needs)\s+to\s+(?:be done|happen|"
    rf"change)"
    rf"|how\s+(?:can|do|should|could|would)\s+{_WHO}\s+(?:fix|solve|repair|change|remedy|resolve|"
    rf"get out of|help)"
    r"\s*(?:it|that|this|them)?|how to (?:fix|solve|repair|resolve|mend|get out of)(?: (?:it|that|this))?"
    r"|(?:the |my |our |any )?(?:first step|remedy|fix|cure|way out|advice)"
    r"|where (?:do|should|to) (?:i|we)? ?(?:start|begin)|what now|now what"
    rf"){_END}"
)
_MOST_WORDS = 14


def asks_remedy(text: str) -> bool:
    """Whether nothing but the way out is asked for."""
    return len(text.split()) <= _MOST_WORDS and bool(_ASKED().match(text))
