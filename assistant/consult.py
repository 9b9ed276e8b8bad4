"""Puts a question to the specialists: tables first, then the guide."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from assistant import fault_beside
from assistant.answer import Finding
from assistant.asked_of_table import surely_settled
from assistant.beside_code import asked_beside
from assistant.code_answers import coded, place_beside, with_cue
from assistant.codes import specialist as codes
from assistant.codes.unknown_codes import SEARCH_ON
from assistant.consulted import Consulted
from assistant.conversation import Conversation
from assistant.dialogue import list_answers
from assistant.dialogue.contextualize import Placed, placed
from assistant.dialogue.labelled_cases import of_each
from assistant.dialogue.repeated_question import in_form
from assistant.fault_detection import (
    is_unsure,
    told_as_whole,
)
from assistant.multi_part import of_parts
from assistant.out_of_scope import asked_of, marked
from assistant.segmentation import parts_of
from assistant.single_question import asks_for_unknown, consult_one
from assistant.specialists import (
    advice,
    last_answer,
    limits,
    network,
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
from assistant.specialists.refusals import conduct
from assistant.table_answers import is_one_sum, settled
from assistant.understanding.message.pasted import as_prose
from assistant.understanding.message.stories import without_story
from assistant.understanding.read import read_question
from assistant.understanding.reading import Reading
from assistant.understanding.turns.hearsay import without_offers
from assistant.understanding.turns.interludes import heard

if TYPE_CHECKING:
    from assistant.knowledge import Knowledge


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
        question, previous, lambda part: consult_one(part, knowledge, collections), knowledge.reference().has
    ):
        return items
    if collections is None and (reported := which_error.of_nothing_made(question, previous, knowledge)):
        return Consulted((reported[0],), reported[1])
    if collections is None and (untold := which_error.of_nothing_expired(question, previous, knowledge)):
        return Consulted((untold,), read_question(question))
    place = placed(question, previous, turns)
    if not previous and _names_no_input(place.reading) and not settled(place.reading):
        knowledge.prepare(place.reading.plain)
    found = _put(place, conversation, knowledge, collections, pasted=pasted)
    own = not turns and is_unsure(found) and not conduct.is_of_clients(question)
    numbers = reported_faults.bare_codes(place.reading, knowledge) if own else []
    if numbers and not asks_for_unknown(place.reading, knowledge):
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
        own = partial(surely_settled, knowledge=knowledge)
        if more := error_talk.consult(whole, knowledge, own):
            return Consulted((more,), whole)
    if known := reference_facts.consult(whole, knowledge.reference()):
        return Consulted((known,), whole)
    if moved := screens.consult(whole) or advice.consult(whole, knowledge):
        return Consulted((moved,), whole)
    if conversation and (recalled := last_answer.consult(whole, conversation)):
        return Consulted((recalled,), whole)
    of_shipped = collections is None and not has_own
    if of_shipped and (both := fault_beside.consult(whole, lambda part: consult_one(part, knowledge, None))):
        return both
    parts = parts_of(question, previous, whole)
    if len(parts) > 1 and not is_one_sum(whole, parts):
        each = of_parts(parts, whole, lambda part: consult_one(part, knowledge, collections))
        told = told_as_whole(each, whole, knowledge) if collections is None else None
        return told or each
    return consult_one(whole, knowledge, collections)


def _with_symptom(
    coded: list[Finding], reading: Reading, knowledge: Knowledge, collections: Sequence[str] | None
) -> Consulted:
    """What is said of codes; beside an unknown one, what the text around it finds as a symptom."""
    if knowledge.is_built() and not reading.followup:
        more = asked_beside(
            coded,
            reading,
            knowledge.reference(),
            lambda part: consult_one(part, knowledge, collections),
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
