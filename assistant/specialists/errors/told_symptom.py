"""Tells the entry that a symptom without a code is likely about, and what else it could be."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.answer import Finding, Statement
from assistant.codes.code_wording import cited, ended, named
from assistant.codes.entries import ErrorEntry
from assistant.codes.entry_text import MORE, WORDS, words_of
from assistant.codes.likeness import Features, Likeness
from assistant.codes.symptom_entry import describe
from assistant.decisions.expressions.patterns import lazy
from assistant.specialists.clarify import telling_words
from assistant.specialists.errors.abbreviations import spelled_out
from assistant.troubleshooting.specialist import offer
from assistant.understanding.reading import Reading

FEW_WORDS = 3
MOSTLY_HELD = 0.5
CLEAR = 0.9
"""How few words say little; the share of a title or message, and the cosine, from which an entry is clear."""

LEAD = 2.5
"""How much the log of its likelihood an entry must have before the next, to be the only one meant."""

_CLOSE = -0.7
"""The log of how likely another entry must be, beside the likeliest, to be named as well: half as likely."""

_EVEN = -0.4
"""The same from which another entry is as likely, and told with more of its steps."""

_MOST_STEPS, _STEP_WORDS = 3, 40

_DISTANT, _HARDLY_HELD = 0.65, 0.25
"""The cosine, and the share of its title or message in the text, below which an entry is only the nearest."""

MESSAGE_UNKNOWN = lazy(
    r"\b(?:messages?|pop-?ups?|errors?|dialog|text|windows?|it)\b[^.?!\n]{0,40}"
    r"\b(?:(?:did ?n['\u2019]?t|did not|not|never|forgot to|without)\s+"
    r"(?:sav\w+|note|noting|read\w*|cop(?:y|ied)|writ\w+|photo\w*|keep|kept|catch|get)"
    r"|clicked (?:it )?away|closed (?:it|too)|gone before|already gone|too (?:fast|quick\w*))\b"
    r"|\b(?:forgot(?:ten)?|(?:don|didn)['\u2019]?t (?:know|remember)) (?:the |its )?(?:exact )?"
    r"(?:wording|message|text)\b|\bclicked (?:it|that|them|the \w+) away\b|\bno (?:text|wording)\b"
)
_ONLY_NEAREST = "That is only the nearest entry: if it isn't what you see, paste the message or its ID."
_ELSE = "If it says something else, paste the message or its ID."


@dataclass(frozen=True, slots=True)
class Symptom:
    """The entries that a text may tell of, best first; how likely the first is meant, by which features, and
    how much of its title or message stands in the text."""

    ranked: tuple[Likeness, ...]
    probability: float
    features: Features
    held: float

    @property
    def best(self) -> Likeness:
        """The likeliest entry."""
        return self.ranked[0]

    @property
    def lead(self) -> float:
        """By what score the likeliest entry is ahead of the others."""
        return math.inf if len(self.ranked) < 2 else self.ranked[0].score - self.ranked[1].score

    @property
    def leads(self) -> bool:
        """Whether no other entry is nearly as likely."""
        return self.lead >= LEAD


def tell(symptom: Symptom, reading: Reading) -> Finding:
    """The finding for the likeliest entry, with another one that is nearly as likely."""
    others = _others(symptom.ranked)
    asked = spelled_out(reading.plain)
    finding = describe(symptom.best.entry, symptom.probability, asked, WORDS - words_of(others))
    distant = symptom.best.similarity < _DISTANT and symptom.held < _HARDLY_HELD
    asks = _says_little(symptom, reading) or MESSAGE_UNKNOWN().search(reading.plain)
    if distant:
        others.append(Statement(_ONLY_NEAREST, (), "note"))
    elif asks and not finding.statements[-1].text.endswith(MORE):
        others.append(Statement(_ELSE, (), "note"))
    offered = offer(reading.plain)
    return replace(
        finding,
        statements=(*finding.statements, *others),
        suggestions=(offered,) if offered else (),
    )


def _says_little(symptom: Symptom, reading: Reading) -> bool:
    """Whether a report has few words of its own and repeats none of the entry's phrases."""
    clear = symptom.best.similarity >= CLEAR or symptom.held >= MOSTLY_HELD
    return not clear and len(telling_words(reading.plain)) <= FEW_WORDS


def _others(likenesses: Sequence[Likeness]) -> list[Statement]:
    """The one other entry that the words could mean nearly as well."""
    behind = [(one.entry, one.score - likenesses[0].score) for one in likenesses[1:2]]
    return [
        also_told(entry, "Or it is", _MOST_STEPS if score >= _EVEN else 1)
        for entry, score in behind
        if score >= _CLOSE
    ]


def also_told(entry: ErrorEntry, opening: str, most: int = 1) -> Statement:
    """Another entry that the words could mean, with its first step, or so many as fit in a few words."""
    name = f"{named(entry.codes[0].id)}, " if entry.codes else ""
    steps = list(entry.resolution[:1])
    for one in entry.resolution[1:most]:
        if len(" ".join([*steps, one]).split()) <= _STEP_WORDS:
            steps.append(one)
    step = f" {' '.join(map(ended, steps))}" if steps else ""
    abbreviated = entry.title[1:2].isupper()
    title = entry.title if abbreviated else f"{entry.title[:1].lower()}{entry.title[1:]}"
    text = f"{opening} {name}{title.rstrip('.')}.{step}"
    return Statement(text, (cited(entry.sources[0], text),), "note")
