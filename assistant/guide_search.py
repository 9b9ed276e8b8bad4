"""What guide, error reference and the user's documents are found to say where no table settles anything."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.answer import Finding
from assistant.codes.code_wording import NAME as CODES
from assistant.consulted import Consulted
from assistant.decisions.expressions.patterns import lazy
from assistant.specialists import true_or_false, vague_reference
from assistant.specialists.errors import reported_faults, symptoms
from assistant.specialists.passages import gaps, guide, user_documents
from assistant.specialists.refusals import untold_figures
from assistant.understanding.beside_states import asks_when_it_turns
from assistant.understanding.message.question_forms import leaves_out, split_questions
from assistant.understanding.message.spelling import mend_spelling
from assistant.understanding.reading import QuestionKind, Reading
from assistant.understanding.topics import GENERAL
from assistant.understanding.turns.followup import has_subject, is_argument
from assistant.understanding.turns.pronouns import HANGS_ON, PRONOUN
from assistant.understanding.turns.room_shortage import asks_ways
from assistant.understanding.turns.topic_return import TOLD
from ingest.analysis import analyze, query_tokens
from ingest.sentences import split_sentences

if TYPE_CHECKING:
    from assistant.knowledge import Knowledge

SURELY_UNANSWERED = 2.0
"""The log-odds that nothing answers a question from which on it is no symptom either, and no number in it a
code: 97 % of those above are rightly there, of questions that `evals.fit_answerability` doesn't fit on."""

MOST_CHAINED = 20
SCRAP_WORDS = 2
OWN_WORDS = 3
MOST_NARROWER = 6
SURE_OF_GUIDE = 0.6
"""The probability of covering the question from which the guide's answer is taken for sure."""

VERY_SURE = 0.85
"""The same where an answer takes the place of another, or an entry is found by a part of the message."""

# A place is asked for, or how to get there; the words of such a question that name nothing else.
_PLACE_ASKED = re.compile(
    r"\bwhere\b|\bwhich (?:menu|button|blade|screen|page|tab|dialog|path)\b|\bclick\w*\b|\bpath to\b"
    r"|\bhow (?:do|can|would|could) (?:i|we|you|one) (?:get (?:there|to (?:it|that))"
    r"|(?:do|set|change|pick|choose) (?:it|that|this)|go about)\b",
    re.IGNORECASE,
)
_PLACED = (guide.NAME, "limits", "prerequisites")
# Asks for more of the same, which a search without the question before can't know.
_ELSE = re.compile(r"\b(?:what|anything|something|who|where|which) else\b", re.IGNORECASE)
_POINTS = frozenset(query_tokens("one ones thing things"))
"""What names nothing of its own: "which one then"."""

_OF_PLACES = frozenset(
    query_tokens(
        "where exactly click press find go get set do change choose pick select put place menu button portal "
        "screen blade page tab path see look fine thing option setting precisely actually located location "
        "reach open enter turn switch show tell which done happen there how way"
    )
)
_TO_GET = frozenset(query_tokens("download fetch obtain take grab pull come new one file again from menu"))
"""What is done at a place where something is got."""

_TELLS_PLACE = re.compile(
    r"\b(?:select|choose|open|tick|click|switch)\b[^.]{0,60}\*\*|\*\*[^*]+\*\*\s*>", re.I
)
# Between which answers is asked says nothing of what is asked.
_ANSWERS = re.compile(r"\W+(?:y/n|yes/no|yes or no|t/f|true/false)\W*$", re.IGNORECASE)

ROOT = "root"
"""The fact under which it leaves the question with which the talk on its subject began."""

_BEGINNING = 80
_OUT_OF_ROOM = "which ways are there to scale a deployment"
"""What somebody asks who is short of room and wants a way out."""

_REACHES_AZURE = "how to check whether the server reaches Azure: connectivity cmdlet"
"""What somebody asks who has opened the firewall, and wants to know whether that was enough."""

_TURNS = "when does an expired subscription become deprovisioned"
"""What somebody asks who wants the day on which a subscription goes to its next state."""

_CHECKS_IT = lazy(
    r"\b(?:check|test|verify|prove|confirm|validate|see|know|tell)\s+(?:(?:if|whether|that)\s+)?"
    r"(?:it|that(?!\s+(?:the|all|our|my|a)\b)|this|them|they|all|everything|the rules?|the result)\b"
    r"(?!\s+(?:is|are)\s+(?:needed|required|listed|complete))"
)
_OPENED = lazy(
    r"\b(?:firewall|proxy|white-?list\w*|allow-?list\w*|urls?|ip(?: address)?(?:es)? ranges?|ip ranges?)\b"
)


def beginnings(findings: Sequence[Finding]) -> list[str]:
    """How the sentences of an answer begin, to know them again."""
    return [statement.text[:_BEGINNING] for finding in findings for statement in finding.statements]


def from_guide(reading: Reading, knowledge: Knowledge, collections: Sequence[str] | None) -> Consulted:
    """What is found for the question alone, with the one before it, or for a part of its story; something
    else than the answer before where that holds nothing of what is asked now."""
    found = _likeliest(reading, knowledge, collections)
    if not _is_told(found, reading):
        return found
    if _ELSE.search(reading.plain):
        return _untold(reading, knowledge, collections, reading.previous.get("sections", ())) or found
    if not _asks_more(found, reading):
        return found
    own = reading.topics - GENERAL - set(reading.previous.get("topics", ()))
    hangs = HANGS_ON().search(reading.plain) and not own
    alone = () if hangs else (reading.plain,)
    for text in (f"{reading.previous.get(ROOT, '')} {reading.plain}", *alone):
        other = searched_for(reading, text, knowledge, collections)
        finding = other.findings[0]
        if finding.status == "answered" and finding.confidence >= VERY_SURE and not _is_told(other, reading):
            return other
    if beginnings(found.findings)[0] != next(iter(reading.previous.get(TOLD, ())), ""):
        return found  # chosen anew out of what was told
    rest = _untold(reading, knowledge, collections)
    if rest is None or rest.findings[0].confidence < VERY_SURE or gaps.is_gap(rest.retrieved[0]):
        return found
    return found if _asks_more(rest, reading) else rest


def _untold(
    reading: Reading,
    knowledge: Knowledge,
    collections: Sequence[str] | None,
    sections: Collection[str] = (),
) -> Consulted | None:
    """What is found for the question with the one before it, besides what was told: of `sections` alone where
    some are given; None where that is all."""
    before = reading.previous.get("query", "")
    query, retrieval = knowledge.mended_search(f"{before} {reading.plain}", collections)
    told = reading.previous.get(TOLD, ())
    passages = tuple(
        passage
        for passage in retrieval.passages
        if not any(passage.text.lstrip().startswith(sentence) for sentence in told)
        and (not sections or (passage.stored.chunk.section in sections and not gaps.is_gap(passage)))
    )
    if not passages:
        return None
    finding = guide.consult(knowledge.retriever(), query, replace(retrieval, passages=passages), {}, 0.0)
    return Consulted((finding,), reading, passages)


def _is_told(found: Consulted, reading: Reading) -> bool:
    """Whether what is `found` begins with what the turn before was told."""
    if found.findings[0].specialist != guide.NAME:
        return False
    return beginnings(found.findings)[0] in reading.previous.get(TOLD, ())


def _asks_more(found: Consulted, reading: Reading) -> bool:
    """Whether the question has words of its own, beside those before it, of which the answer has none."""
    own = set(query_tokens(reading.plain)) - set(query_tokens(reading.previous.get("query", ""))) - _POINTS
    said = {word for finding in found.findings for s in finding.statements for word in analyze(s.text)}
    return bool(own) and own.isdisjoint(said)


def _likeliest(reading: Reading, knowledge: Knowledge, collections: Sequence[str] | None) -> Consulted:
    """What is found for the question alone, with the one before it, or for a part of its story."""
    if (
        collections is None
        and not knowledge.user_collections()
        and (asked := vague_reference.consult(reading, knowledge))
    ):
        return Consulted((asked,), reading)
    searched = searched_for(reading, reading.plain, knowledge, collections)
    chained = _chained(reading, searched.findings[0], knowledge, collections)
    if placed := _at_its_place(reading, chained or searched, knowledge, collections):
        return placed
    if chained:
        return chained
    if searched.findings[0].confidence:
        return searched
    narrower = [
        one
        for part in _narrower(reading)
        if (one := searched_for(reading, part, knowledge, collections)).findings[0].confidence
        >= (VERY_SURE if one.findings[0].specialist == CODES else SURE_OF_GUIDE)
    ]
    return max([searched, *narrower], key=lambda one: one.findings[0].confidence)


def _at_its_place(
    reading: Reading, found: Consulted, knowledge: Knowledge, collections: Sequence[str] | None
) -> Consulted | None:
    """Where in the product or the portal that is done which the guide was just asked about.

    It stands in a section of the answer before, in the passage that tells what to select. None where the
    question names something of its own ("where is the log of that"), or where what was `found` names a place.
    """
    if any("**" in statement.text for statement in found.findings[0].statements):
        return None
    before = reading.previous.get("query", "")
    sections = reading.previous.get("sections", ())
    if (
        reading.previous.get("specialist") not in _PLACED
        or not before
        or not _PLACE_ASKED.search(reading.plain)
    ):
        return None
    silent = found.findings[0].status == "abstained" and _is_told(found, reading)
    known = _OF_PLACES | _TO_GET if silent else _OF_PLACES
    if set(query_tokens(reading.plain)) - known - set(query_tokens(before)):
        return None
    query, retrieval = knowledge.mended_search(f"{before} {reading.plain}", collections)
    passages = [
        passage
        for passage in retrieval.passages
        if passage.stored.chunk.section in sections
        and _TELLS_PLACE.search(passage.text)
        and not gaps.is_gap(passage)
    ]
    if not passages:
        return None
    topic = passages[0].stored.document.id
    placed = replace(retrieval, passages=tuple(p for p in passages if p.stored.document.id == topic))
    finding = guide.consult(knowledge.retriever(), query, placed, {}, 0.0)
    return Consulted((finding,), reading, placed.passages)


def asks_place_alone(text: str) -> bool:
    """Whether nothing but a place is asked for, of what was said before: "and where do I click?"."""
    return bool(_PLACE_ASKED.search(text)) and not set(query_tokens(text)) - _OF_PLACES


def _chained(
    reading: Reading, alone: Finding, knowledge: Knowledge, collections: Sequence[str] | None
) -> Consulted | None:
    """What is found for the question together with the one before it, where that says more."""
    before = reading.previous.get("query", "")
    text = reading.plain
    points = PRONOUN().search(text) or _ELSE.search(text) or is_argument(text) or not has_subject(text)
    scrap = len(text.split()) <= SCRAP_WORDS and leaves_out(text) and not reading.topics - GENERAL
    pointing = (reading.followup and points) or (scrap and not reading.products)
    if not before or len(reading.plain.split()) > MOST_CHAINED:
        return None
    if not pointing and alone.confidence >= SURE_OF_GUIDE:
        return None
    other = reading.topics - set(reading.previous.get("topics", ()))
    if alone.confidence and other and not pointing and leaves_out(reading.plain):
        return None  # "and the scratch space?" names another subject
    query = f"{before} {reading.plain}"
    together = replace(reading, intents=knowledge.intents(query)) if reading.intents else reading
    found = searched_for(together, query, knowledge, collections)
    least = min(SURE_OF_GUIDE, alone.confidence) if reading.followup or pointing else SURE_OF_GUIDE
    if other and reading.followup:
        least = alone.confidence  # it names another subject: the question before it has to help
    return found if found.findings[0].confidence > least else None


def _narrower(reading: Reading) -> list[str]:
    """What may be asked without the story around it: the asking parts together, and each sentence of its own
    that has enough words to name something."""
    asking, telling = split_questions(reading.text)
    sentences = [*asking, *split_sentences(telling)]
    if len(sentences) < 2:
        return []
    parts = [" ".join(asking), *(part for part in sentences if len(query_tokens(part)) >= OWN_WORDS)]
    return [mend_spelling(part) for part in dict.fromkeys(parts) if part][:MOST_NARROWER]


def searched_for(
    reading: Reading, text: str, knowledge: Knowledge, collections: Sequence[str] | None
) -> Consulted:
    """What the guide, or the error reference for a symptom, says to `text`."""
    asked = untold_figures.without_figures(text) if untold_figures.is_asked(reading) else text
    asked = _OUT_OF_ROOM if asks_ways(text) else asked
    asked = _TURNS if asks_when_it_turns(text) else asked
    asked = _REACHES_AZURE if _checks_opened(reading) else asked
    query, retrieval = knowledge.mended_search(_ANSWERS.sub(" ", asked).strip() or text, collections)
    intents = {} if knowledge.user_collections() else reading.intents  # fitted for the shipped texts
    asks_enough = len(query_tokens(reading.plain)) >= OWN_WORDS
    alone = bool(intents) and asks_enough and not reading.previous
    unanswered = knowledge.unanswered(reading.plain) if alone else None
    outside = unanswered is not None and unanswered >= SURELY_UNANSWERED
    looked_for = collections is None and not outside and not reported_faults.is_repaired(reading)
    symptom = symptoms.consult(reading, query, knowledge, retrieval) if looked_for else None
    finding = symptom or guide.consult(
        knowledge.retriever(),
        query,
        retrieval,
        intents,
        untold=untold_figures.is_asked(reading),
        unanswered=unanswered,
    )
    if symptom is None:
        finding = true_or_false.checked(reading.plain, finding)
        if (
            finding.status != "abstained"
            and untold_figures.is_nowhere(reading)
            and not knowledge.user_collections()
        ):
            return Consulted((guide.abstention(retrieval.passages),), reading, retrieval.passages)
    if finding.status == "abstained" and looked_for:
        say = symptoms.after_silence if symptoms.is_planned(reading) else symptoms.at_least
        finding = say(finding, reading, query, knowledge, retrieval)
    return Consulted((finding,), reading, retrieval.passages)


def _checks_opened(reading: Reading) -> bool:
    """Whether it is asked how to find out that what was opened on a firewall or proxy now works."""
    before = reading.previous.get("query", "") if reading.followup else ""
    asks_how = reading.kind is QuestionKind.HOW or "how" in reading.plain.lower().split()
    return bool(
        asks_how and not reading.hosts and _OPENED().search(before) and _CHECKS_IT().search(reading.plain)
    )


def with_documents(
    findings: Sequence[Finding], reading: Reading, knowledge: Knowledge, collections: Sequence[str] | None
) -> Consulted:
    """What a table says, and after it what a document of the user's own says to the same question."""
    said, looked_at = user_documents.beside(_query(reading), knowledge, collections)
    *others, last = findings
    if said:
        last = replace(last, statements=(*last.statements, *said))
    return Consulted((*others, last), reading, looked_at)


def _query(reading: Reading) -> str:
    """What is searched for: a follow-up brings the question before it along."""
    before = reading.previous.get("query", "")
    if reading.followup and before and len(reading.plain.split()) <= 12:
        return f"{before} {reading.plain}"
    return reading.plain
