"""One question put to those who may know: from what settles it by its words to what the search finds.

A table that is asked beyond doubt answers at once. Everything else is weighed: the encoder tells what the
question is meant for, and a table yields to a fault, to another product or to the guide where it is hardly
asked itself. Each step answers, or leaves the question to the next.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from assistant.answer import Finding
from assistant.asked_of_table import NOT_ITS_OWN, is_asked, is_hardly_its_own, is_loose, is_named_alone
from assistant.code_answers import is_version
from assistant.consulted import Consulted
from assistant.fault_detection import certain_symptom, may_be_fault, told_symptom, with_intents
from assistant.guide_search import (
    SURE_OF_GUIDE,
    SURELY_UNANSWERED,
    VERY_SURE,
    from_guide,
    searched_for,
    with_documents,
)
from assistant.specialists import clarify, limits, prerequisites, review
from assistant.specialists.errors import reported_faults, symptoms, which_error
from assistant.specialists.matrix import others_own, protection
from assistant.specialists.passages import guide
from assistant.specialists.refusals import conduct
from assistant.specialists.states import concerns_states, connectivity
from assistant.table_answers import TELLING, settled
from assistant.understanding.reading import QuestionKind, Reading

if TYPE_CHECKING:
    from assistant.knowledge import Knowledge

_UNSETTLED = ("clarify", "partial")
LEAST_OF_CHATTER = 4
"""Fewer words that name nothing are no talk, but leave out what they are about."""


@dataclass(frozen=True, slots=True)
class _Case:
    """A question with what the tables say to it (`findings`), and where else is looked.

    `answered`: a table has something to tell. `loose`: the question has none of that table's words.
    `of_other`: it may be on another product itself.
    """

    reading: Reading
    findings: Sequence[Finding]
    knowledge: Knowledge
    collections: Sequence[str] | None
    answered: bool
    loose: bool = False
    of_other: bool = False

    @property
    def may_be_error(self) -> bool:
        """Whether the error reference is among what is asked."""
        return self.collections is None

    @property
    def is_open(self) -> bool:
        """Whether no table settles the question: none is asked, or one asks back."""
        return not self.findings or self.findings[0].status == "clarify"

    def told(self, *findings: Finding) -> Consulted:
        """`findings` as what is said to the question."""
        return Consulted(findings, self.reading)

    def told_by_table(self) -> Consulted:
        """What the tables say, with what the user's own documents add to it."""
        return with_documents(self.findings, self.reading, self.knowledge, self.collections)


Step = Callable[[_Case], Consulted | None]


def consult_one(reading: Reading, knowledge: Knowledge, collections: Sequence[str] | None) -> Consulted:
    """What is found for one question."""
    findings = settled(reading)
    answered = bool(findings) and findings[0].status in TELLING
    case = _Case(reading, findings, knowledge, collections, answered)
    if told := _first(_BY_WORDS, case):
        return told
    case = _weighed(case)
    return _first(_BY_INTENT, case) or from_guide(case.reading, knowledge, collections)


def _first(steps: Sequence[Step], case: _Case) -> Consulted | None:
    return next(filter(None, (step(case) for step in steps)), None)


def _settled_beyond_doubt(case: _Case) -> Consulted | None:
    """The answer of a table that is surely asked."""
    sure = case.findings and (
        _is_reckoned(case.findings[0], case.reading) or is_asked(case.findings[0], case.reading)
    )
    return case.told_by_table() if sure else None


def _is_reckoned(finding: Finding, reading: Reading) -> bool:
    """Whether a number was asked for that came out: that "it's full" only gives the reason for asking."""
    of_sizes = reading.kind is QuestionKind.HOW_MANY and len(reading.vm_sizes) > 1
    return of_sizes and finding.specialist == limits.NAME and finding.status == "answered"


def _error_asked_for(case: _Case) -> Consulted | None:
    """The question back which error is shown, to a fault that is reported in a word or two."""
    if case.answered or not case.may_be_error:
        return None
    asked = which_error.consult(case.reading, case.knowledge)
    return case.told(asked) if asked else None


def _subject_asked_for(case: _Case) -> Consulted | None:
    """The question back what a message is about that names nothing, unless it goes on with its talk."""
    unclear = None if case.findings else clarify.consult(case.reading)
    if unclear is None:
        return None
    if chatter := _chatter(case.reading, case.knowledge):
        return case.told(chatter)
    symptom = told_symptom(case.reading, case.knowledge) if case.may_be_error else None
    return symptom or _gone_on(case) or case.told(unclear)


def _chatter(reading: Reading, knowledge: Knowledge) -> Finding | None:
    """What is said to talk that names nothing and that nothing answers; None for trouble that is untold."""
    few = len(reading.plain.split()) < LEAST_OF_CHATTER
    if few or reading.previous or reading.fault or not asks_for_unknown(reading, knowledge):
        return None
    return conduct.outside(with_intents(reading, knowledge, in_doubt=True))


def asks_for_unknown(reading: Reading, knowledge: Knowledge) -> bool:
    """Whether nothing answers what is asked, whatever numbers it has: "what does it cost for 30 machines"."""
    return knowledge.is_built() and knowledge.unanswered(reading.plain) >= SURELY_UNANSWERED


def _gone_on(case: _Case) -> Consulted | None:
    """What is surely said to a question that names nothing, with the one before it; None where nothing is."""
    reading = case.reading
    objects = reading.plain.lower().startswith("but ")
    if not reading.previous.get("query") or (reading.fault and not objects):
        return None
    found = from_guide(replace(reading, followup=True), case.knowledge, case.collections)
    finding = found.findings[0]
    return found if finding.specialist == guide.NAME and finding.confidence >= VERY_SURE else None


def _weighed(case: _Case) -> _Case:
    """The case with what the encoder takes the question for, and without a table that is hardly asked."""
    reading, knowledge = case.reading, case.knowledge
    loose = bool(case.findings) and is_loose(case.findings[0], reading)
    of_other = not knowledge.user_collections() and others_own.may_be(reading)
    unsure = loose and not reading.followup
    doubtful = unsure or case.is_open or of_other or may_be_fault(case.findings[0], reading)
    reading = with_intents(reading, knowledge, in_doubt=doubtful)
    yields = loose and is_hardly_its_own(case.findings[0], reading, NOT_ITS_OWN)
    findings = () if yields else case.findings
    return replace(case, reading=reading, findings=findings, loose=loose, of_other=of_other)


def _named_for_another_matter(case: _Case) -> Consulted | None:
    """What the guide says where a table only knows a name that the question has."""
    if not case.findings:
        return None
    if not is_named_alone(case.findings[0], case.reading, case.knowledge, loose=case.loose):
        return None
    reading = with_intents(case.reading, case.knowledge, in_doubt=True)
    return from_guide(reading, case.knowledge, case.collections)


def _on_other_product(case: _Case) -> Consulted | None:
    """What is said to a question on another product itself, unless an error is near that it tells of."""
    other = others_own.consult(case.reading) if case.of_other else None
    if other is None:
        return None
    fault = case.may_be_error and others_own.may_be_fault(case.reading)
    near = reported_faults.nearest(case.reading, case.knowledge) if fault else None
    return case.told(near or other)


def _outside(case: _Case) -> Consulted | None:
    """The abstention from another matter than backup, unless guide or error reference have to do with it."""
    reading, knowledge = case.reading, case.knowledge
    fresh = not knowledge.user_collections() and (not reading.previous or conduct.is_strange(reading))
    refused = conduct.outside(reading) if fresh and case.is_open else None
    if refused is None or _is_covered(reading, knowledge):
        return None
    near = reported_faults.nearest(reading, knowledge) if case.may_be_error else None
    return case.told(near or refused)


def _is_covered(reading: Reading, knowledge: Knowledge) -> bool:
    """Whether the guide has to do with a question that the encoder takes for another matter."""
    query, retrieval = knowledge.mended_search(reading.plain)
    return guide.is_covered(knowledge.retriever(), query, retrieval, reading.intents)


def _reported_fault(case: _Case) -> Consulted | None:
    """What the error reference says to a fault that is reported, or the question back which one it is."""
    reading, knowledge = case.reading, case.knowledge
    if not case.may_be_error or reading.followup or not reported_faults.is_reported(reading):
        return None
    if not case.answered and (asked := which_error.of_no_entry(reading, knowledge)):
        return case.told(asked)
    found = reported_faults.consult(reading, knowledge, from_table=bool(case.findings))
    return case.told(*found) if found else None


def _certain_fault(case: _Case) -> Consulted | None:
    """What the error reference says to a fault that it all but surely knows, whatever a table says."""
    asked = case.findings and case.may_be_error
    return certain_symptom(case.reading, case.knowledge) if asked else None


def _by_table(case: _Case) -> Consulted | None:
    """What a table says, unless a symptom is surely told, or the guide answers what the table asks back."""
    if not case.findings:
        return None
    if review.fails(case.findings[0]):
        return case.told_by_table()
    symptom = _symptom_beside(case.findings[0], case.reading, case.knowledge) if case.may_be_error else None
    return symptom or _instead_of_asking_back(case) or case.told_by_table()


def _symptom_beside(finding: Finding, reading: Reading, knowledge: Knowledge) -> Consulted | None:
    """What the error reference says when a table has something to say, but a symptom is surely told.

    Where the question is hardly the table's own, it need not tell of a fault in so many words.
    """
    if finding.status in _UNSETTLED and finding.specialist == connectivity.NAME and not reading.followup:
        return None if reading.subscription else told_symptom(reading, knowledge)
    hardly = is_hardly_its_own(finding, reading)
    told = reported_faults.is_doubtful(reading) and symptoms.may_be_told(reading, at_all=hardly)
    if not (told and knowledge.is_built()):
        return None
    query, retrieval = knowledge.mended_search(reading.plain)
    symptom = symptoms.surely(reading, query, knowledge, retrieval)
    return Consulted((symptom,), reading, retrieval.passages) if symptom else None


def _instead_of_asking_back(case: _Case) -> Consulted | None:
    """What the guide surely says to a question that a table only asks back to, and that is hardly its own."""
    finding, reading = case.findings[0], case.reading
    if finding.status != "clarify" or not is_hardly_its_own(finding, reading) or is_version(reading):
        return None
    if _is_surely_asked(finding, reading):
        return None
    searched = searched_for(reading, reading.plain, case.knowledge, case.collections)
    return searched if searched.findings[0].confidence >= SURE_OF_GUIDE else None


def _is_surely_asked(finding: Finding, reading: Reading) -> bool:
    """Whether a table that asks back is surely asked, by what it was told already."""
    if finding.specialist == connectivity.NAME:
        return concerns_states.is_surely_asked(reading)
    if finding.specialist == protection.NAME:
        return protection.is_surely_asked(finding, reading)
    if finding.specialist == prerequisites.NAME:
        return any(verdict.inputs for verdict in finding.verdicts)  # figures of a machine
    # a rule is told, and what it takes to reckon with it
    return finding.specialist == limits.NAME and bool(limits.kept_facts(reading))


_BY_WORDS: Sequence[Step] = (_settled_beyond_doubt, _error_asked_for, _subject_asked_for)
_BY_INTENT: Sequence[Step] = (
    _named_for_another_matter,
    _on_other_product,
    _outside,
    _reported_fault,
    _certain_fault,
    _by_table,
)
