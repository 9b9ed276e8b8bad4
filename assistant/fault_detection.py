"""What is said where the other rooms are in doubt: the error that a message likely tells of.

It goes before a question back, before what no room is sure of, and before an answer to each of the parts of
a message where these are unsure and the whole tells of an error.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.answer import Finding
from assistant.asked_of_table import is_asked_by_words
from assistant.codes.code_wording import NAME as CODES
from assistant.consulted import Consulted
from assistant.decisions.expressions.patterns import lazy
from assistant.guide_search import SURE_OF_GUIDE, VERY_SURE
from assistant.specialists import clarify, limits
from assistant.specialists.errors import reported_faults, symptoms
from assistant.specialists.errors.told_symptom import FEW_WORDS
from assistant.specialists.passages import guide
from assistant.specialists.states import connectivity
from assistant.table_answers import TELLING
from assistant.table_words import ASKED
from assistant.understanding.message.question_forms import split_questions
from assistant.understanding.reading import Mention, QuestionKind, Reading

if TYPE_CHECKING:
    from assistant.knowledge import Knowledge

_WITHOUT_STORY = 12
"""So few words tell no story of a fault."""

# A program is said to show a message, or not to take what it is given.
_SHOWN = lazy(
    r"\b(?:wizards?|consoles?|setup|agents?|installer|jobs?|alerts?|pop-?ups?|banner|messages?|dialog|windows?"
    r"|warning|it|mabs|dpm|mars)\b(?:(?!\b(?:guide|docs?|table|matrix|boss|colleague)\b)[^.?!:;,\n]){0,24}"
    r"\b(?:says?|said|saying|tells?|told|complain\w*|moans?|refuse[sd]?|rejects?|rejected|throws?|threw"
    r"|shows?|showed|warns?|warned|claims?|insists?|reports?|reported|whines?)\b"
    r"|(?:^|[.?!;,\n]\s*)(?:yellow |red |new )?(?:alert|warning|pop-?up|message)s?:\s"
)


def is_unsure(found: Consulted, least: float = SURE_OF_GUIDE) -> bool:
    """Whether nothing is said to a message, or only what it is likely about."""
    first = min(found.findings, key=lambda one: one.confidence)
    likely = first.specialist == CODES and first.confidence < 1
    of_guide = first.specialist == guide.NAME and first.confidence < least
    return first.status == "abstained" or likely or of_guide


def told_symptom(
    reading: Reading, knowledge: Knowledge, least: float = symptoms.LEAST_INSTEAD
) -> Consulted | None:
    """What the error reference says to what would be asked back otherwise, or to a message as a whole; None
    where no error is near."""
    if reading.connectivity or reading.outage or reading.subscription:
        return None  # the table's matter
    if not knowledge.is_built() or len(clarify.telling_words(reading.plain)) <= FEW_WORDS:
        return None
    reading = with_intents(reading, knowledge, in_doubt=True)
    query, retrieval = knowledge.mended_search(reading.plain)
    symptom = symptoms.surely(reading, query, knowledge, retrieval, least=least)
    return Consulted((symptom,), reading, retrieval.passages) if symptom else None


def certain_symptom(reading: Reading, knowledge: Knowledge) -> Consulted | None:
    """What the error reference says to a fault that one entry all but surely means, whatever a table takes
    the message for; None where no entry is that near."""
    shown = bool(_SHOWN().search(reading.plain))
    if not (reading.fault or shown) or reading.followup or not knowledge.is_built():
        return None
    if reading.subscription or (reading.operations and (reading.connectivity or reading.outage)):
        return None  # a state, and what is to be done in it: the connectivity table's matter
    query, retrieval = knowledge.mended_search(reading.plain)
    least = symptoms.CERTAIN_WHERE_SHOWN if shown else symptoms.CERTAIN
    symptom = symptoms.surely(reading, query, knowledge, retrieval, least=least)
    return Consulted((symptom,), reading, retrieval.passages) if symptom else None


def told_as_whole(each: Consulted, whole: Reading, knowledge: Knowledge) -> Consulted | None:
    """What the error reference says to a message of several questions that the guide was unsure of."""
    of_guide = all(one.specialist == guide.NAME for one in each.findings)
    if whole.followup or not of_guide or not is_unsure(each, VERY_SURE):
        return None
    return told_symptom(whole, knowledge, symptoms.LEAST_OF_WHOLE)


def may_be_fault(finding: Finding, reading: Reading) -> bool:
    """Whether a table takes a message that may be the report of a fault, by what its words tell.

    A calculator that has its figures and a table that has its state are right where no fault is named, what
    goes on with a talk goes on with its table, a few words that name a product tell no story, and what is
    asked in a table's own words is asked of it. Whatever fault is told, a whole row of the table of states
    and an amount that came out are what was asked for.
    """
    if not reported_faults.is_doubtful(reading) or _is_all_of_table(finding, reading):
        return False
    if reading.fault or finding.status not in TELLING:
        return True
    if _SHOWN().search(reading.plain) or symptoms.is_quoted(reading):
        return True
    if reading.followup or len(reading.plain.split()) <= _WITHOUT_STORY:
        return False
    asking = " ".join(split_questions(reading.plain)[0])
    return finding.specialist in ASKED and not is_asked_by_words(finding.specialist, asking)


def _is_all_of_table(finding: Finding, reading: Reading) -> bool:
    """Whether a table has all that it asks for: both states of a row, or the figures of an amount."""
    if finding.status not in TELLING:
        return False
    row = finding.specialist == connectivity.NAME and reading.subscription and reading.connectivity
    return bool(row or (finding.specialist == limits.NAME and reading.kind is QuestionKind.HOW_MANY))


def with_intents(reading: Reading, knowledge: Knowledge, *, in_doubt: bool) -> Reading:
    """`reading` with what the encoder takes it for; what a table settles beyond doubt needs no encoder."""
    if not in_doubt or not knowledge.is_built():
        return reading
    intents = knowledge.intents(reading.plain)
    if not intents:
        return reading
    likely = max(intents, key=lambda intent: intents[intent])
    mention = Mention("intent", f"{likely} ({intents[likely]:.2f})", "", "encoder")
    return replace(reading, intents=intents, mentions=(*reading.mentions, mention))
