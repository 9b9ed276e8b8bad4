"""A fault that is reported rather than asked about: bare numbers that are codes, then the symptom."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.answer import Finding
from assistant.codes import specialist as codes
from assistant.decisions.expressions.patterns import compiled
from assistant.decisions.states.connectivity_rules import Connectivity
from assistant.specialists.clarify import telling_words
from assistant.specialists.errors import symptoms
from assistant.understanding.message.lookups import asks_log
from assistant.understanding.message.question_forms import asks_where, is_order, split_questions, tells_fault
from assistant.understanding.message.stories import overcome
from assistant.understanding.product.row_claims import denies_row
from assistant.understanding.reading import Intent, QuestionKind, Reading, Sense
from assistant.understanding.word_rules import word_set

if TYPE_CHECKING:
    from assistant.knowledge import Knowledge

_OF_CONNECTION = word_set(
    "true printed prints returned returns output result get-dpmcloudconnection cloudconnection cmdlet test "
    "tested connection connected connectivity online backed link internet reaches reached"
)

SURE_OF_REPORT = 0.85
"""The probability from which on the guide isn't asked first."""

PLAIN_WORDS = 25
STORY_WORDS = 6
_FEW_WORDS = 8
_REPAIRED = compiled(
    r"\b(?:fixed|repaired|resolved|solved|corrected|remedied|sorted(?: out)?|cleared|dealt with)\s+"
    r"(?:the |all |all the |every |what )?(?:\w+ )?"
    r"(?:failing|failed|missing|unmet|red|pre-?req\w*|errors?|issues?|problems?|checks?|findings?"
    r"|requirements?)"
    r"(?:\s+(?:pre-?req\w*|errors?|issues?|problems?|checks?|ones?|items?|cross(?:es)?|requirements?))?\b"
    r"|\b(?:fixed|repaired|resolved|solved|corrected|installed|added|mended|put right)\s+"
    r"(?:what(?:ever)?|everything|all|the (?:things?|points?|items?|stuff|bits?))\s+(?:that\s+)?"
    r"(?:\w+\s+){0,5}?"
    r"(?:complain\w*|moan\w*|whin\w*|report\w*|listed|flagged|asked|wanted|named|missing|missed|lacking|red)\b"
    r"(?:\s+(?:about|for|of|as)(?:\s+(?:missing|unmet|failed|wrong))?)?(?:\s*\([^()\n]{0,40}\))?",
)
_AGAIN = compiled(
    r"\b(?:still|again (?:and|fails)|same|nevertheless|yet|keeps?)\s+(?!open|running|active|online)",
)
# What is put to be confirmed: "so we can't restore, right?".
_MAY_NOT = compiled(
    r"\b(?:we|i|it|mabs|you|customers?|one)\s+"
    r"(?:can(?:['\u2019]t|not| not)|(?:am|are|is) (?:unable|not able))\b",
)
_RECKONS = compiled(
    r"\d\s*[-+*/x=^]\s*\d|\b(?:times|multipl\w+|plus|minus|divided|squared?|root|sum|percent|year|born"
    r"|age)\b",
)
_STATE = ("subscription", "connectivity")
_ABOUT_GUIDE = {QuestionKind.WHERE, QuestionKind.HOW_MANY, QuestionKind.HOW}
_ASKING = {QuestionKind.YES_NO, QuestionKind.HOW_MANY, QuestionKind.WHERE, QuestionKind.WHAT}


def is_doubtful(reading: Reading) -> bool:
    """Whether what a table takes for its question may be the report of a fault.

    It has a number that may be a code, names a fault and no state of connection or subscription, or is told
    at length (it is long, tells rather than asks, or tells before it asks) and not of such a state alone.
    """
    if denies_row(reading):
        return False
    if reading.sense is Sense.REVERSED and not reading.operations:
        return False  # what fails is a rule to be confirmed: "remote SQL doesn't work, right?"
    state = reading.subscription or reading.connectivity
    telling = reading.kind not in _ASKING and "?" not in reading.plain
    long = len(reading.plain.split()) > PLAIN_WORDS
    story = len(split_questions(reading.plain)[1].split()) >= STORY_WORDS
    at_length = telling or long or story
    if state:
        return (at_length and _tells_more(reading)) or codes.bare_numbers(reading.text)
    return reading.fault or at_length or codes.bare_numbers(reading.text)


def _tells_more(reading: Reading) -> bool:
    """Whether a fault is told besides the state: where all of that is told, "expired" is no fault."""
    case = reading.subscription or (reading.operations and reading.kind is QuestionKind.YES_NO)
    if not (case and reading.connectivity):
        return reading.fault
    rest = _MAY_NOT.sub(" ", reading.plain) if reading.sense is Sense.REVERSED else reading.plain
    for mention in reading.mentions:
        if mention.field in _STATE:
            rest = rest.replace(mention.words, " ")
    return reading.fault and tells_fault(rest)


def is_repaired(reading: Reading) -> bool:
    """Whether the only fault that is told is repaired: "fixed the failing check, what now", or over."""
    if overcome(reading.plain):
        return True
    rest, repairs = _REPAIRED.subn(" ", reading.plain)
    return bool(repairs) and not tells_fault(rest) and not _AGAIN.search(rest)


def is_reported(reading: Reading) -> bool:
    """Whether the encoder takes the message for the report of a fault that is still there."""
    if denies_row(reading) or (not reading.fault and is_order(reading.plain)):
        return False
    return not (is_repaired(reading) or _only_tells_connection(reading)) and symptoms.is_report(reading)


def _only_tells_connection(reading: Reading) -> bool:
    """Whether, beside a backup or restore that doesn't go, nothing is told but that the connection is there:
    the state of the subscription is what it then hangs on."""
    if reading.connectivity is not Connectivity.CONNECTED or not reading.operations:
        return False
    return not set(telling_words(reading.plain)) - _OF_CONNECTION


def _asks_the_guide(reading: Reading) -> bool:
    """Whether a place, an amount or a way is asked for, which the guide may have for all the fault told."""
    return reading.kind in _ABOUT_GUIDE or asks_where(reading.plain) or asks_log(reading.plain)


def consult(reading: Reading, knowledge: Knowledge, *, from_table: bool) -> list[Finding]:
    """What the error reference says to a reported fault; empty when it has nothing near enough.

    A symptom is looked for when the message would go to a table (`from_table`) or is surely the report of a
    fault. Else the search weighs the error reference against the guide.
    """
    told = codes.consult(reading.text, knowledge.reference(), bare=True)
    if known := [replace(finding, fitted=True) for finding in told if finding.status != "abstained"]:
        return known
    sure = reading.intents.get(Intent.FAULT, 0.0) >= SURE_OF_REPORT and not _asks_the_guide(reading)
    if not (symptoms.may_be_told(reading) if from_table else sure):
        return []
    query, guide = knowledge.mended_search(reading.plain)
    weigh = symptoms.surely if from_table else symptoms.consult
    symptom = weigh(reading, query, knowledge, guide)
    return [symptom] if symptom else []


def bare_codes(reading: Reading, knowledge: Knowledge) -> list[Finding]:
    """What is said of numbers that stand alone in a message that nothing else surely answers: "42 or 43"."""
    asked = "?" in reading.text and len(reading.plain.split()) > _FEW_WORDS
    measured = any(quantity.kind != "count" for quantity in reading.quantities)
    if asked or measured or reading.vm_sizes or _RECKONS.search(reading.plain):
        return []
    told = codes.consult(reading.text, knowledge.reference(), bare=True)
    return [replace(finding, fitted=True) for finding in told if finding.status != "abstained"]


def nearest(reading: Reading, knowledge: Knowledge) -> Finding | None:
    """The entry that a text tells of though it is taken for another matter; None when none is near."""
    query, guide = knowledge.mended_search(reading.plain)
    return symptoms.near(reading, query, knowledge, guide)
