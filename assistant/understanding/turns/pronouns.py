"""The words that stand for what was named before: "it", "those", "that one"."""

from __future__ import annotations

from assistant.decisions.expressions.patterns import lazy

_PRONOUNS = "it|its|that|this|them|they|those|these"

PRONOUN = lazy(rf"\b(?:{_PRONOUNS}|ones?)\b")
"""A pronoun anywhere."""

POINTING = lazy(
    rf"\b(?:{_PRONOUNS}|there|ones?|then|so|same|either|both|the latter|the former|instead|too|as well)\b"
)
"""A pronoun, or a word that adds to what was said before."""

HANGS_ON = lazy(rf"\b(?:{_PRONOUNS}|there|instead)\b")
"""What can't be looked up without what was said before."""

ACTING = lazy(
    r"(?<!\bon )(?<!\bin )(?<!\bfor )(?<!\bwith )(?<!\bto )(?<!\bfrom )(?<!\bof )"
    r"\b(?:it|its|they|them|their|those|these)\b"
)
"""What something is said of; not said only besides ("how long may data lie on them")."""

NAMED_ONE = lazy(
    r"\b(?:(?P<its>its)|it|(?:that|this) (?:one|size|machine|vm|box)|(?<=\bfor )(?:that|this)"
    r"|(?<=\bon )(?:that|this)|(?<=\bwith )(?:that|this)|(?<=\bof )(?:that|this))\b"
    r"(?!\s+(?:mean|say|take|make|fail|work))"
)
"""What stands for a thing that was named, such as a machine, rather than for all that was said."""
