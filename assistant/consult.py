"""Puts a question to the specialists: tables first, then the guide."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from assistant import fault_beside
from assistant.answer import Finding
from assistant.asked_of_table import is_asked
from assistant.beside_code import asked_beside
from assistant.code_answers import coded, is_version, place_beside, with_cue
from assistant.codes import specialist as codes
from assistant.codes.unknown_codes import SEARCH_ON
from assistant.consulted import Consulted
from assistant.conversation import Conversation
from assistant.decisions.expressions.patterns import lazy
from assistant.dialogue import list_answers
from assistant.dialogue.contextualize import Placed, placed
from assistant.dialogue.labelled_cases import of_each
from assistant.dialogue.repeated_question import in_form
from assistant.fault_detection import (
    certain_symptom,
    is_unsure,
    may_be_fault,
    told_as_whole,
    told_symptom,
    with_intents,
)
from assistant.guide_search import (
    SURE_OF_GUIDE,
    SURELY_UNANSWERED,
    VERY_SURE,
    from_guide,
    searched_for,
    with_documents,
)
from assistant.multi_part import of_parts
from assistant.named_alone import is_named_alone
from assistant.out_of_scope import asked_of, marked
from assistant.segmentation import parts_of
from assistant.specialists import (
    advice,
    clarify,
    last_answer,
    limits,
    network,
    prerequisites,
    review,
    screens,
)
from assistant.specialists.errors import (
    error_acts,
    error_compare,
    error_talk,
    partial_code,
    reference_facts,
    reported_faults,
    symptoms,
    which_error,
)
from assistant.specialists.matrix import others_own, protection
from assistant.specialists.passages import guide
from assistant.specialists.refusals import conduct
from assistant.specialists.states import concerns_states, connectivity
from assistant.table_answers import TELLING, is_one_sum, settled
from assistant.understanding.message.pasted import as_prose
from assistant.understanding.message.stories import without_story
from assistant.understanding.read import read_question
from assistant.understanding.reading import Intent, QuestionKind, Reading
from assistant.understanding.turns.hearsay import without_offers
from assistant.understanding.turns.interludes import heard

if TYPE_CHECKING:
    from assistant.knowledge import Knowledge

_INTENTS = {
    network.NAME: Intent.NETWORK,
    connectivity.NAME: Intent.CONNECTIVITY,
    limits.NAME: Intent.LIMITS,
    prerequisites.NAME: Intent.PREREQUISITES,
    protection.NAME: Intent.MATRIX,
}
_UNSETTLED = ("clarify", "partial")
NOT_ITS_OWN = 0.05
"""The same below which a table yields to the search, where the question has none of the table's own words."""

LEAST_OF_CHATTER = 4
"""Fewer words that name nothing are no talk, but leave out what they are about."""

HARDLY = 0.3
"""The probability of its intent below which a table that asks back yields to a sure answer of the guide."""

# What a question says that is about a connection or a subscription, or about the matrix, without a product.
_OWN_WORDS = {
    connectivity.NAME: lazy(
        r"\b(?:subs?\b|subscri|(?:dis|re)?connect|online|offline|azure|internet|network|line\b|link|reach"
        r"|states?\b"
        r"|outage|cloud|deprovision|expire|lapse|disabled|cut\b|(?:rows|combos|combinations)\b)"
    ),
    protection.NAME: lazy(r"\b(?:matrix|workloads?|data sources?)"),
}


def consult(
    question: str,
    previous: Mapping[str, Any],
    conversation: Conversation | None,
    knowledge: Knowledge,
    collections: Sequence[str] | None,
    *,
    pasted: str = "",
) -> Consulted:
    """The findings for `question`, in the order in which its parts were asked.

    `pasted` is the whole text where the question is the gist of a long one: codes are read from all of it.
    """
    turns = [
        (asked, facts)
        for asked, facts in heard(conversation.turns if conversation else ())
        if not conduct.is_small_talk(asked)
    ]
    previous = previous if turns else {}  # behind nothing but a greeting a talk begins
    if asked := error_acts.consult(question, previous, knowledge.reference()):
        return Consulted((asked,), read_question(question, previous))
    question = without_story(without_offers(as_prose(question)))
    question, previous, other = asked_of(question, previous, turns)
    if items := list_answers.consult(
        question, previous, lambda part: _one(part, knowledge, collections), knowledge.reference().has
    ):
        return items
    if collections is None and (reported := which_error.of_nothing_made(question, previous, knowledge)):
        return Consulted((reported[0],), reported[1])
    place = placed(question, previous, turns)
    if not previous and _names_no_input(place.reading) and not settled(place.reading):
        knowledge.prepare(place.reading.plain)
    found = _put(place, conversation, knowledge, collections, pasted=pasted)
    own = not turns and is_unsure(found) and not conduct.is_of_clients(question)
    numbers = reported_faults.bare_codes(place.reading, knowledge) if own else []
    if numbers and not _asks_for_unknown(place.reading, knowledge):
        return Consulted(tuple(numbers), place.reading)
    return in_form(marked(found, other), place.form)


def _names_no_input(reading: Reading) -> bool:
    """Whether a question names nothing that tables decide on, or a figure: most likely the guide is asked."""
    decided = reading.connectivity or reading.subscription or reading.products or reading.operations
    return not (decided or reading.levels or reading.quantities or any(map(str.isdigit, reading.plain)))


def _put(
    place: Placed,
    conversation: Conversation | None,
    knowledge: Knowledge,
    collections: Sequence[str] | None,
    *,
    pasted: str,
) -> Consulted:
    """The findings for a question in its place."""
    question, previous, whole = place.question, place.previous, place.reading
    if place.each:
        return Consulted((of_each(place.each),), whole)
    has_own = bool(knowledge.user_collections())
    if reckoned := limits.on_the_ledger(whole):
        return Consulted((reckoned,), whole)
    if not has_own and not network.is_asked(whole) and (elsewhere := conduct.elsewhere(question)):
        return Consulted((elsewhere,), whole)
    if compared := error_compare.consult(whole, knowledge.reference()):
        return Consulted((compared,), whole)
    if cut := partial_code.consult(whole, knowledge):
        return Consulted((cut,), whole)
    text = pasted or with_cue(question, previous)
    found = [] if place.completed else coded(text, whole, knowledge)
    if found:
        return _with_symptom(found, whole, knowledge, collections)
    if not (place.completed or (conversation and last_answer.asks_for_source(whole))):
        own = partial(_surely_settled, knowledge=knowledge)
        if more := error_talk.consult(whole, knowledge, own):
            return Consulted((more,), whole)
    if known := reference_facts.consult(whole, knowledge.reference()):
        return Consulted((known,), whole)
    if moved := screens.consult(whole) or advice.consult(whole, knowledge):
        return Consulted((moved,), whole)
    if conversation and (recalled := last_answer.consult(whole, conversation)):
        return Consulted((recalled,), whole)
    of_shipped = collections is None and not has_own
    if of_shipped and (both := fault_beside.consult(whole, lambda part: _one(part, knowledge, None))):
        return both
    parts = parts_of(question, previous, whole)
    if len(parts) > 1 and not is_one_sum(whole, parts):
        each = of_parts(parts, whole, lambda part: _one(part, knowledge, collections))
        told = told_as_whole(each, whole, knowledge) if collections is None else None
        return told or each
    return _one(whole, knowledge, collections)


def _with_symptom(
    coded: list[Finding], reading: Reading, knowledge: Knowledge, collections: Sequence[str] | None
) -> Consulted:
    """What is said of codes; beside an unknown one, what the text around it finds as a symptom."""
    if knowledge.is_built() and not reading.followup:
        more = asked_beside(
            coded,
            reading,
            knowledge.reference(),
            lambda part: _one(part, knowledge, collections),
            lambda text: error_talk.nearness(text, coded[0], knowledge),
        )
        if more or coded[0].status != "abstained":
            return Consulted((*coded, *more), reading)
    if coded[0].status != "abstained" or coded[0].confidence > SEARCH_ON:
        return Consulted(tuple(coded), reading)
    retrieval = knowledge.search_guide(reading.plain, collections)
    inner = codes.are_inner(reading.text)
    if collections is None and (
        also := symptoms.beside(coded[0], reading, knowledge, retrieval, inner=inner)
    ):
        coded = [replace(also, fitted=True)]
    elif collections is None and (place := place_beside(reading, knowledge)):
        coded = [replace(coded[0], status="partial", fitted=True), place]
    return Consulted(tuple(coded), reading, retrieval.passages)


def _one(reading: Reading, knowledge: Knowledge, collections: Sequence[str] | None) -> Consulted:
    findings = settled(reading)
    if findings and (_is_reckoned(findings[0], reading) or is_asked(findings[0], reading)):
        return with_documents(findings, reading, knowledge, collections)
    answered = bool(findings) and findings[0].status in TELLING
    if collections is None and not answered and (asked := which_error.consult(reading, knowledge)):
        return Consulted((asked,), reading)
    unclear = None if findings else clarify.consult(reading)
    if unclear and (chatter := _chatter(reading, knowledge)):
        return Consulted((chatter,), reading)
    if unclear:
        told = told_symptom(reading, knowledge) if collections is None else None
        return told or _gone_on(reading, knowledge, collections) or Consulted((unclear,), reading)
    loose = bool(findings) and _is_loose(findings[0], reading)
    of_other = not knowledge.user_collections() and others_own.may_be(reading)
    unsure = loose and not reading.followup
    doubtful = unsure or _is_open(findings) or of_other or may_be_fault(findings[0], reading)
    reading = with_intents(reading, knowledge, in_doubt=doubtful)
    if loose and _is_hardly_its_own(findings[0], reading, NOT_ITS_OWN):
        findings = []
    if findings and is_named_alone(findings[0], reading, knowledge, loose=loose):
        return from_guide(with_intents(reading, knowledge, in_doubt=True), knowledge, collections)
    if of_other and (other := others_own.consult(reading)):
        fault = collections is None and others_own.may_be_fault(reading)
        near = reported_faults.nearest(reading, knowledge) if fault else None
        return Consulted((near or other,), reading)
    fresh = not knowledge.user_collections() and (not reading.previous or conduct.is_strange(reading))
    elsewhere = conduct.outside(reading) if fresh and _is_open(findings) else None
    if elsewhere and not _is_covered(reading, knowledge):
        near = reported_faults.nearest(reading, knowledge) if collections is None else None
        return Consulted((near or elsewhere,), reading)
    reported = collections is None and not reading.followup and reported_faults.is_reported(reading)
    if reported and not answered and (asked := which_error.of_no_entry(reading, knowledge)):
        return Consulted((asked,), reading)
    if reported and (found := reported_faults.consult(reading, knowledge, from_table=bool(findings))):
        return Consulted(tuple(found), reading)
    if findings and collections is None and (certain := certain_symptom(reading, knowledge)):
        return certain
    if findings and review.fails(findings[0]):
        return with_documents(findings, reading, knowledge, collections)
    if findings:
        if collections is None and (symptom := _symptom_beside(findings[0], reading, knowledge)):
            return symptom
        if better := _instead_of_asking_back(findings[0], reading, knowledge, collections):
            return better
        return with_documents(findings, reading, knowledge, collections)
    return from_guide(reading, knowledge, collections)


def _is_reckoned(finding: Finding, reading: Reading) -> bool:
    """Whether a number was asked for that came out: that "it's full" only gives the reason for asking."""
    of_sizes = reading.kind is QuestionKind.HOW_MANY and len(reading.vm_sizes) > 1
    return of_sizes and finding.specialist == limits.NAME and finding.status == "answered"


def _gone_on(reading: Reading, knowledge: Knowledge, collections: Sequence[str] | None) -> Consulted | None:
    """What is surely said to a question that names nothing, with the one before it; None where nothing is."""
    objects = reading.plain.lower().startswith("but ")
    if not reading.previous.get("query") or (reading.fault and not objects):
        return None
    found = from_guide(replace(reading, followup=True), knowledge, collections)
    finding = found.findings[0]
    return found if finding.specialist == guide.NAME and finding.confidence >= VERY_SURE else None


def _instead_of_asking_back(
    finding: Finding, reading: Reading, knowledge: Knowledge, collections: Sequence[str] | None
) -> Consulted | None:
    """What the guide surely says to a question that a table only asks back to, and that is hardly its own."""
    if finding.status != "clarify" or not _is_hardly_its_own(finding, reading) or is_version(reading):
        return None
    if finding.specialist == connectivity.NAME and concerns_states.is_surely_asked(reading):
        return None
    if finding.specialist == protection.NAME and protection.is_surely_asked(finding, reading):
        return None
    if finding.specialist == prerequisites.NAME and any(verdict.inputs for verdict in finding.verdicts):
        return None  # figures of a machine are told
    if finding.specialist == limits.NAME and limits.kept_facts(reading):
        return None  # the rule is told, and what it takes to reckon with it
    searched = searched_for(reading, reading.plain, knowledge, collections)
    return searched if searched.findings[0].confidence >= SURE_OF_GUIDE else None


def _symptom_beside(finding: Finding, reading: Reading, knowledge: Knowledge) -> Consulted | None:
    """What the error reference says when a table has something to say, but a symptom is surely told.

    Where the question is hardly the table's own, it need not tell of a fault in so many words.
    """
    if finding.status in _UNSETTLED and finding.specialist == connectivity.NAME and not reading.followup:
        return None if reading.subscription else told_symptom(reading, knowledge)
    hardly = _is_hardly_its_own(finding, reading)
    told = reported_faults.is_doubtful(reading) and symptoms.may_be_told(reading, at_all=hardly)
    if not (told and knowledge.is_built()):
        return None
    query, retrieval = knowledge.mended_search(reading.plain)
    symptom = symptoms.surely(reading, query, knowledge, retrieval)
    return Consulted((symptom,), reading, retrieval.passages) if symptom else None


def _surely_settled(reading: Reading, knowledge: Knowledge) -> list[Finding]:
    """What the tables say to a question that may be about an error; what is hardly theirs is not."""
    findings = settled(reading)
    intent = _INTENTS.get(findings[0].specialist) if findings else None
    if not intent or intent is Intent.CONNECTIVITY or not knowledge.is_built():
        return findings
    if is_asked(findings[0], reading):
        return findings
    intents = knowledge.intents(reading.plain)
    return [] if intents and intents[intent] < HARDLY else findings


def _is_loose(finding: Finding, reading: Reading) -> bool:
    """Whether a table takes a question that has none of its words, nor names a product or a level."""
    words = _OWN_WORDS.get(finding.specialist)
    return not (words is None or words().search(reading.plain) or reading.products or reading.levels)


def _is_hardly_its_own(finding: Finding, reading: Reading, least: float = HARDLY) -> bool:
    """Whether the encoder sees next to nothing in the question of what the table decides."""
    intent = _INTENTS.get(finding.specialist)
    if intent is None or not reading.intents or reading.followup:
        return False
    return reading.intents[intent] < least


def _asks_for_unknown(reading: Reading, knowledge: Knowledge) -> bool:
    """Whether nothing answers what is asked, whatever numbers it has: "what does it cost for 30 machines"."""
    return knowledge.is_built() and knowledge.unanswered(reading.plain) >= SURELY_UNANSWERED


def _chatter(reading: Reading, knowledge: Knowledge) -> Finding | None:
    """What is said to talk that names nothing and that nothing answers; None for trouble that is untold."""
    few = len(reading.plain.split()) < LEAST_OF_CHATTER
    if few or reading.previous or reading.fault or not _asks_for_unknown(reading, knowledge):
        return None
    return conduct.outside(with_intents(reading, knowledge, in_doubt=True))


def _is_covered(reading: Reading, knowledge: Knowledge) -> bool:
    """Whether the guide has to do with a question that the encoder takes for another matter."""
    query, retrieval = knowledge.mended_search(reading.plain)
    return guide.is_covered(knowledge.retriever(), query, retrieval, reading.intents)


def _is_open(findings: Sequence[Finding]) -> bool:
    """Whether no table settles the question: none is asked, or one asks back."""
    return not findings or findings[0].status == "clarify"
