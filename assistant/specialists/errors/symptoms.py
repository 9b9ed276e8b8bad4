"""Finds the entry of the error reference that a symptom without a code is about."""

from __future__ import annotations

import math
import re
import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.answer import Finding
from assistant.codes.entries import CodeId, ErrorEntry
from assistant.codes.finding.amounts import is_year
from assistant.codes.likeness import (
    Likeness,
    coverage_of,
    features_of,
    fit_for,
    held_of,
)
from assistant.decisions.expressions.patterns import compiled, lazy
from assistant.decisions.states import connectivity
from assistant.specialists.errors.abbreviations import spelled_out
from assistant.specialists.errors.told_symptom import CLEAR, FEW_WORDS, MOSTLY_HELD, Symptom, also_told, tell
from assistant.specialists.passages.guide import confidence_in
from assistant.understanding.message.question_forms import asks_where, is_order
from assistant.understanding.reading import Intent, QuestionKind, Reading
from assistant.understanding.turns.room_shortage import asks_ways
from ingest.analysis import query_tokens
from ingest.documents import ERRORS
from ingest.index.records import FARTHEST, Hit

if TYPE_CHECKING:
    from assistant.codes.reference import Reference
    from assistant.knowledge import Knowledge
    from assistant.retrieval.retriever import Retrieval
    from ingest.index.records import StoredChunk

# Probabilities from which an entry is taken as meant: in general, against the verdict of a decision table,
# in place of asking back, against any table whatever it reads, for a message of several questions as a
# whole, where a document is asked for, and
# where the guide says nothing to a fault.
_LEAST = 0.6
_LEAST_BESIDE_TABLE = 0.8
LEAST_INSTEAD = 0.8
CERTAIN = 0.95
CERTAIN_WHERE_SHOWN = 0.9
LEAST_OF_WHOLE = 0.7
_LEAST_WHERE_DOUBTED = 0.92
_LEAST_ALONE = 0.45
# Enough for a text that nothing else answers, whose nearest entry is as near as this.
_NEAR = 0.65
_LEAST_NEAR = 0.3
# No text is that far from what it tells of.
_FAR = 0.4
_GUIDE_SURELY_ANSWERS = 0.93
REPEATED = 0.8
"""The cosine from which on a text nearly repeats a phrase of the entry."""

_NO_FAULT = 0.03
"""The probability of the intent below which no fault is told, unless one entry is likely and far ahead of the
others."""

_LIKELY = 0.7
_FAR_AHEAD = 3.0
"""How likely it has to be then, and by what score ahead: of 1,920 such messages of the development sets, 49
of the 81 that tell of an entry are so, and 2 of the others."""

REPORTED = 0.5
"""The probability of the intent from which on a message is taken for the report of a fault."""

_SURELY_SILENT, _HARDLY_FAULT = 0.7, 0.2
HELD = 0.8
"""The share of an entry's title or message from which on it stands in a text."""

_CANDIDATES = 50
# A question for a document is the guide's: it names them.
_ASKS_DOCUMENT = compiled(r"\b(?:documents?|documnt|docs?|articles?|kb|links?|manual|page)\b")
# How many there may be of something, or how large, is asked, no fault: "52 servers on one server, ok?".
_ASKS_LIMIT = compiled(
    r"\b(?:any|an?|is there|(?:is|are|what['\u2019]?s) the) (?:limit|max\w*|cap|ceiling)\b|\bsize\W*$"
    r"|^\W*(?:how (?:big|large)|what size)\b"
    r"|\d[ ]?[a-z]+s\b[^.?!]{0,60}\b(?:ok|okay|fine|allowed|too many|a problem|possible|supported)\W*$",
)
_CLAUSE = re.compile(r"[.?!;:\n]+\s+|\n+|,\s+|\s+-+\s+|\s+(?:but|and|although|though|while|when)\s+")
_MOST_PARTS = 4
_STORY = 0.85
_NUMBER = re.compile(r"(?<![\w.,])\d{1,6}(?![\w.,]*\w)")
# A code with the words that announce it, which stand in no entry's wording.
_CODE = lazy(r"\(?\b(?:(?:error|event|id|code|no)\b[\s:#.]*){0,2}(?:0x[0-9a-f]{2,8}|\d{3,10})\b\)?")
# "Last night" tells when, and nothing that is lasting.
_LAST_TIME = lazy(r"\blast\s+(?=(?:night|week|weekend|month|year|time|run|backup|job|\w+day)s?\b)")
# The words of a message, as they were shown.
_QUOTED = re.compile(r"(?<![\w'])['\"\u2018\u201c](?:[\w.,:/-]+ ){3,}[\w.,:/-]+['\"\u2019\u201d](?!\w)")
# Whether something goes is asked.
_ASKS_LEAVE = compiled(r"\b(?:possible|allowed|permitted)\b[^.?!\n]{0,10}\bto\b|\b(?:allowed|permitted)\W*$")
_SUBSCRIPTION = compiled(r"\bsub")


class _Last(threading.local):
    """The last message that was looked at, what the guide has for it, as which query, and what was found."""

    looked: tuple[Reading, Retrieval, str, Symptom | None] | None = None


_LAST = _Last()


def consult(reading: Reading, query: str, knowledge: Knowledge, guide: Retrieval) -> Finding | None:
    """The finding for the entry that is meant; None when the guide is nearer, or nothing is near enough."""
    unlikely = bool(reading.intents) and reading.intents[Intent.FAULT] < _NO_FAULT
    if (not reading.fault and is_order(reading.plain)) or _asks_how_to_set_up(reading):
        return None
    symptom = look(reading, query, knowledge, guide)
    if symptom is None or symptom.probability < _least(symptom, reading):
        return None
    far_ahead = symptom.probability >= _LIKELY and symptom.lead >= _FAR_AHEAD
    return None if unlikely and not far_ahead else tell(symptom, reading)


def _asks_how_to_set_up(reading: Reading) -> bool:
    """Whether it is asked how something is set up that no text tells of, rather than a fault reported."""
    asked = reading.kind is QuestionKind.HOW and not reading.previous
    silent = reading.intents.get(Intent.SILENT, 0.0) >= _SURELY_SILENT
    return asked and silent and reading.intents.get(Intent.FAULT, 0.0) < _HARDLY_FAULT


def surely(
    reading: Reading, query: str, knowledge: Knowledge, guide: Retrieval, *, least: float | None = None
) -> Finding | None:
    """The finding for an entry that is meant although a decision table has something to say; `least`: its
    probability, else by what the table is asked for."""
    symptom = look(reading, query, knowledge, guide)
    enough = _enough_beside_table(reading) if least is None else least
    if symptom is None or symptom.probability < enough or _is_tables_own(symptom.best.entry, reading):
        return None
    return tell(symptom, reading)


def _is_tables_own(entry: ErrorEntry, reading: Reading) -> bool:
    """Whether an entry only repeats what the connectivity table says, of which an operation is asked, or
    nothing is asked but whether it is possible."""
    told = reading.connectivity or reading.subscription
    asked = reading.kind is QuestionKind.YES_NO and reading.operations
    repeats = entry.table == connectivity.NAME or _ASKS_LEAVE.search(reading.plain)
    return bool(repeats and told and asked)


def _enough_beside_table(reading: Reading) -> float:
    """The probability that is enough where a table has something to say."""
    if reading.outage or reading.connectivity:
        return _LEAST_WHERE_DOUBTED
    return _LEAST if reading.intents.get(Intent.FAULT, 0.0) >= _STORY else _LEAST_BESIDE_TABLE


def at_least(
    silent: Finding, reading: Reading, query: str, knowledge: Knowledge, guide: Retrieval
) -> Finding:
    """The finding for the nearest entry where by `silent` the guide says nothing to a fault; else `silent`.

    What may be a fault counts as well, where one entry leads the others.
    """
    symptom = look(reading, query, knowledge, guide)
    told = reading.kind is QuestionKind.STATEMENT and not reading.previous
    if symptom is None or not (reading.fault or is_report(reading) or (told and symptom.leads)):
        return silent
    meant = symptom.probability >= _LEAST_ALONE or symptom.best.similarity >= REPEATED
    return tell(symptom, reading) if meant else silent


def is_report(reading: Reading) -> bool:
    """Whether the encoder takes a message for the report of a fault, surely or, where it tells of one in so
    many words and asks nothing, rather than for anything else."""
    fault = reading.intents.get(Intent.FAULT, 0.0)
    told = reading.fault and reading.kind is QuestionKind.STATEMENT
    return fault >= REPORTED or bool(told and fault and fault == max(reading.intents.values()))


def beside(
    unknown: Finding, reading: Reading, knowledge: Knowledge, guide: Retrieval, *, inner: bool
) -> Finding | None:
    """`unknown`, the finding on a code without an entry, with what the words around the code could mean.

    An `inner` code of Windows says little: what the words surely tell of comes first, and the code is named.
    """
    words = reading.plain if inner else " ".join(_CODE().sub(" ", reading.plain).split())
    query = knowledge.retriever().mended(words)
    symptom = look(reading, query, knowledge, guide)
    if symptom is None or symptom.probability < _LEAST:
        return None
    if inner and symptom.probability >= _LEAST_WHERE_DOUBTED:
        sure = tell(symptom, reading)
        return replace(sure, statements=(*sure.statements, replace(unknown.statements[0], role="note")))
    *said, ask = unknown.statements
    return replace(
        unknown,
        statements=(*said, also_told(symptom.best.entry, "Going by the words around it it could be"), ask),
    )


def near(reading: Reading, query: str, knowledge: Knowledge, guide: Retrieval) -> Finding | None:
    """The finding for an entry whose words a text has that seems to be about another matter altogether."""
    symptom = look(reading, query, knowledge, guide)
    if symptom is None:
        return None
    if is_report(reading) and symptom.probability >= _LEAST:
        return tell(symptom, reading)
    if symptom.best.similarity >= _NEAR:
        return tell(symptom, reading) if symptom.probability >= _LEAST_NEAR else None
    named = symptom.leads and symptom.held >= MOSTLY_HELD
    return tell(symptom, reading) if named and symptom.probability >= _LEAST else None


def after_silence(
    silent: Finding, reading: Reading, query: str, knowledge: Knowledge, guide: Retrieval
) -> Finding:
    """`silent`, by which the guide says nothing to what is planned, and what an entry says of it."""
    symptom = look(reading, query, knowledge, guide)
    if symptom is None or symptom.probability < _LEAST_ALONE:
        return silent
    known = also_told(symptom.best.entry, "In the error reference there is")
    if symptom.probability < _LEAST:
        return replace(silent, statements=(*silent.statements, known))
    return replace(silent, status="partial", statements=(known, *silent.statements))


def may_be_told(reading: Reading, *, at_all: bool = False) -> bool:
    """Whether a fault is reported that is worth a search, though a decision table settles the question.

    With `at_all` it is enough that something is told rather than asked.
    """
    about_subscription = reading.subscription and _SUBSCRIPTION.search(reading.plain)
    asked = reading.kind in {QuestionKind.HOW_MANY, QuestionKind.WHERE}
    told = reading.fault or is_report(reading) or is_quoted(reading)
    told = told or (at_all and reading.kind is QuestionKind.STATEMENT)
    return told and not asked and not about_subscription


def is_quoted(reading: Reading) -> bool:
    """Whether a message repeats one that was shown, in its words."""
    return bool(quoted(reading))


def quoted(reading: Reading) -> str:
    """The message that was shown, as a text repeats it in quotation marks; "" where it repeats none."""
    match = _QUOTED.search(reading.text)
    return match[0] if match else ""


def look(reading: Reading, query: str, knowledge: Knowledge, guide: Retrieval) -> Symptom | None:
    """The entries near `query`, judged beside what the guide has; None when none is near.

    Of what surely reports a fault, each clause is looked at where the whole is near nothing: a story around
    the symptom takes it farther from every entry. The last one is kept: a table may be doubted several times.
    """
    known = _LAST.looked
    if known is None or known[0] is not reading or known[1] is not guide or known[2] != query:
        known = _LAST.looked = (reading, guide, query, _looked_at(reading, query, knowledge, guide))
    return known[3]


def _looked_at(reading: Reading, query: str, knowledge: Knowledge, guide: Retrieval) -> Symptom | None:
    if not reading.fault and _ASKS_LIMIT.search(reading.plain):
        return None
    if asks_ways(reading.plain):
        return None
    whole = _looked(reading, query, knowledge, guide)
    near = whole is not None and whole.probability >= _LEAST
    if near or reading.intents.get(Intent.FAULT, 0.0) < _STORY:
        return whole
    parts = [_looked(reading, part, knowledge, guide) for part in _told_parts(query)]
    found = [one for one in (whole, *parts) if one]
    return max(found, key=lambda one: one.probability, default=None)


def _told_parts(query: str) -> list[str]:
    """The sentences and clauses of a longer text that say enough to be looked for."""
    parts = [part.strip() for part in _CLAUSE.split(query)]
    telling = [part for part in parts if len(query_tokens(part)) > FEW_WORDS]
    return telling[:_MOST_PARTS] if len(parts) > 1 else []


def _looked(reading: Reading, query: str, knowledge: Knowledge, guide: Retrieval) -> Symptom | None:
    likenesses = candidates(query, knowledge)
    if not likenesses or likenesses[0].similarity < _FAR:
        return None
    share = held(query, likenesses[0].entry, knowledge)
    if _is_vague(query, likenesses[0], share):
        return None
    rival = max((passage.similarity or 0.0 for passage in guide.passages[:3]), default=0.0)
    covered = confidence_in(knowledge.retriever(), query, guide, reading.intents)
    features = features_of(likenesses[0], reading, rival, guide.words, covered)
    return Symptom(likenesses, fit_for(reading).probability(features), features, share)


def held(query: str, entry: ErrorEntry, knowledge: Knowledge) -> float:
    """The share of the entry's title or message that stands in a text."""
    tokens = query_tokens(_searched(query, knowledge.reference()))
    return held_of(tokens, entry, _weighing(tokens, knowledge))


def _is_vague(query: str, best: Likeness, held: float) -> bool:
    """Whether a text says too little to be told from others: "backup doesn't run"."""
    clear = held >= HELD or best.similarity >= CLEAR
    return len(query_tokens(query)) <= FEW_WORDS and not clear


def _searched(text: str, reference: Reference) -> str:
    """What is looked for: the text without numbers that are IDs and such words as tell only when, with
    abbreviations written out."""
    told = _LAST_TIME().sub("", text)
    return spelled_out(_NUMBER.sub(lambda number: _unless_id(number[0], reference), told))


def _least(symptom: Symptom, reading: Reading) -> float:
    """The probability that is enough: a high one where a document is asked for, and none where the place of
    something is that the guide surely names, unless the whole message of the entry stands in the text."""
    asks_place = asks_where(reading.plain) and symptom.held < 1
    of_guide = symptom.features.covered >= _GUIDE_SURELY_ANSWERS
    if asks_place and of_guide:
        return math.inf
    told = reading.kind is QuestionKind.STATEMENT and "?" not in reading.plain and not of_guide
    asks_document = bool(_ASKS_DOCUMENT.search(reading.plain)) and not told
    return _LEAST_WHERE_DOUBTED if is_planned(reading) or asks_document else _LEAST


def is_planned(reading: Reading) -> bool:
    """Whether something is asked that is still to be done: "can I use BitLocker?", "how do I rename it?"."""
    if _asks_how_to_set_up(reading):
        return True
    asks_how = reading.kind is QuestionKind.HOW and not reading.previous  # in a talk it is asked of a fault
    asked = (asks_how or reading.kind is QuestionKind.YES_NO) and not reading.fault
    return asked and reading.intents.get(Intent.FAULT, 0.0) > 0 and not is_report(reading)


def candidates(text: str, knowledge: Knowledge) -> tuple[Likeness, ...]:
    """The entries near `text` by meaning or words, the likeliest first."""
    reference = knowledge.reference()
    query = _searched(text, reference)
    near, worded = _hits(query, knowledge)
    tokens = query_tokens(query)
    weigh = _weighing(tokens, knowledge)
    weights = {token: weigh(token) for token in tokens}
    least = min((hit.cosine for hit in near.values()), default=0.0)
    likenesses = []
    for identifier in near.keys() | worded.keys():
        entry = reference.entry(identifier)
        covered = coverage_of(weights, entry)
        hit = near.get(identifier, Hit(identifier, least, least, FARTHEST))
        likenesses.append(Likeness(entry, hit.cosine, covered, hit.behind, worded.get(identifier, 0.0)))
    return tuple(sorted(likenesses, key=lambda one: (-one.score, one.entry.id)))


def _unless_id(number: str, reference: Reference) -> str:
    """`number`, or nothing where an entry has it for its ID: here it was not taken for a code."""
    is_id = reference.has(CodeId("mabs", number)) and not is_year(int(number))
    return " " if is_id else number


def _hits(query: str, knowledge: Knowledge) -> tuple[dict[str, Hit], dict[str, float]]:
    """The entries that are nearest in meaning, each with its best hit, and BM25 of those that share words."""
    retriever = knowledge.retriever()
    reader = retriever.reader
    nearest = reader.nearest(retriever.encoded(query), _CANDIDATES, [ERRORS])
    lexical = reader.lexical(query, _CANDIDATES, [ERRORS])
    chunks = reader.chunks([hit.chunk_id for hit in (*nearest, *lexical)])
    near: dict[str, Hit] = {}
    worded: dict[str, float] = {}
    for hit in nearest:
        identifier = _entry_id(chunks[hit.chunk_id])
        known = near.setdefault(identifier, hit)
        if hit.behind > known.behind or hit.cosine > known.cosine:
            best = known._replace(cosine=max(hit.cosine, known.cosine), behind=max(hit.behind, known.behind))
            near[identifier] = best
    for hit in lexical:
        worded.setdefault(_entry_id(chunks[hit.chunk_id]), hit.score)
    return near, worded


def _weighing(tokens: Sequence[str], knowledge: Knowledge) -> Callable[[str], float]:
    """What a word counts: the rarer in the reference, the more; one that the text lacks is held for rare."""
    frequencies = knowledge.retriever().reader.frequencies(tokens, [ERRORS])
    count = len(knowledge.reference())
    return lambda token: math.log(1 + (count + 1) / (frequencies.get(token, 2) + 0.5))


def _entry_id(stored: StoredChunk) -> str:
    return stored.document.path.rpartition("#")[2]
