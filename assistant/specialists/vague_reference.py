"""Asks back what "it" is, when a short question names nothing but what is to be done with it.

The guide has several topics to such a question; the choices are the nearest of them, with what each says.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.answer import Choice, Finding, Missing, Statement
from assistant.retrieval.words import sentences
from assistant.specialists.clarify import WORD, is_empty_word
from assistant.specialists.passages import guide_ranking
from assistant.specialists.refusals import untold_figures
from assistant.understanding.reading import QuestionKind, Reading
from assistant.understanding.turns.pronouns import PRONOUN
from assistant.understanding.word_rules import word_set

if TYPE_CHECKING:
    from assistant.knowledge import Knowledge
    from assistant.retrieval.retriever import Retrieved

NAME = "vague"
MOST_WORDS = 8
MOST_TELLING = 1
LEAST = 0.01
"""How likely a passage must be, beside the best, for its topic to be offered as a choice."""

CLOSE = 0.1
"""The same for the topic that comes second: below it, the question is hardly about anything but the first."""

MOST_CHOICES = 4
MEANING_WORDS = 30
# With these, "it" is the product: there is nothing else to install, to download or to buy.
_OF_PRODUCT = word_set(
    "install installing installed download downloading downloaded upgrade upgrading uninstall uninstalling "
    "buy register registering extract extracting unpack unpacking launch protect protects scale deploy"
)
# What can be done to nearly everything: however near one topic is, it isn't known to be meant.
_TO_ANYTHING = word_set(
    "change changed undo undone reverse reversed revert reverted switch switched edit edited adjust adjusted "
    "alter altered modify modified rename renamed move moved cancel cancelled skip skipped redo"
)
# A name of the product or the portal: "Check Again", "the Welcome page".
_NAMED = re.compile(r"(?<=\w )(?!I\b)[A-Z][a-z]+|\b[A-Z]{2,}\b|\*\*")
_NOT_ASKED = {QuestionKind.WHY, QuestionKind.STATEMENT}


def consult(reading: Reading, knowledge: Knowledge) -> Finding | None:
    """A question back with the topics that may be meant; None when the question names something."""
    if not _is_vague(reading):
        return None
    choices = _choices(reading, knowledge)
    if not choices:
        return None
    missing = Missing("subject", "What exactly do you mean?", tuple(choices))
    said = Statement("The guide has more than one topic to that.", role="verdict")
    return Finding(NAME, "clarify", (said,), 1.0, missing=(missing,))


def _is_vague(reading: Reading) -> bool:
    """Whether there is a pronoun and, beside words that name nothing, a single one."""
    if reading.followup or reading.kind in _NOT_ASKED or untold_figures.is_asked(reading):
        return False
    words = WORD.findall(reading.plain.lower())
    telling = [word for word in words if not is_empty_word(word)]
    if len(words) > MOST_WORDS or not 0 < len(telling) <= MOST_TELLING or telling[0] in _OF_PRODUCT:
        return False
    named = (
        _NAMED.search(reading.text)
        or reading.topics
        or reading.products
        or reading.quantities
        or reading.subscription
    )
    return bool(PRONOUN().search(reading.plain) and not (named or reading.operations or reading.fault))


def _choices(reading: Reading, knowledge: Knowledge) -> list[Choice]:
    """The topics of the passages that may answer, the likeliest first, each with its first sentence; none
    where one topic is far likelier than all others, unless what is asked can be done to anything."""
    query, retrieval = knowledge.mended_search(reading.plain)
    told: dict[str, Choice] = {}
    anything = not _TO_ANYTHING.isdisjoint(WORD.findall(reading.plain.lower()))
    for passage, likely in guide_ranking.ranked(query, knowledge.retriever(), retrieval, reading.intents):
        document = passage.stored.document
        least = 0.0 if anything else CLOSE if len(told) == 1 else LEAST
        if document.kind == "note" or document.title in told or likely < least:
            continue
        told[document.title] = Choice(document.title, _meaning(passage))
    return list(told.values())[:MOST_CHOICES] if len(told) > 1 else []


def _meaning(passage: Retrieved) -> str:
    first = sentences(passage.text)[0]
    if first.endswith(":"):
        return f"{first} the steps."
    words = first.split()
    return first if len(words) <= MEANING_WORDS else f"{' '.join(words[:MEANING_WORDS])} ..."
