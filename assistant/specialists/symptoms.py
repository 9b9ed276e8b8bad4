"""Finds the entry of the error reference that a symptom without a code is about."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from assistant.answer import Evidence, Finding, Statement
from assistant.codes.entries import ErrorEntry
from assistant.codes.likeness import CALIBRATED, Likeness, coverage_of, features_of, has_article, held_of
from assistant.codes.specialist import NAME
from assistant.codes.symptom import describe
from assistant.codes.telling import WORDS, words_of
from assistant.codes.wording import named
from assistant.troubleshooting.specialist import offer
from assistant.understanding.reading import QuestionKind, Reading
from ingest.analysis import query_tokens
from ingest.documents import ERRORS

if TYPE_CHECKING:
    from assistant.knowledge import Knowledge
    from assistant.retrieval.retriever import Retrieval, Retrieved

# Probabilities from which an entry is taken as meant: in general, for a question that tells of no fault,
# against the verdict of a decision table, and where the guide says nothing to a fault.
_LEAST = 0.5
_LEAST_ASKED = 0.6
_SURE = 0.8
_LEAST_ALONE = 0.35
# No text is that far from what it tells of; a table's verdict yields to what is nearer still.
_FAR = 0.42
_FAR_BESIDE_TABLE = 0.6
_GUIDE_NEAR = 0.6
_FEW_WORDS = 3
_HELD = 0.8
_CANDIDATES = 20
_CLOSE = 0.9
# A question for a document is the guide's: it names them.
_ASKS_DOCUMENT = re.compile(
    r"\b(?:documents?|documnt|docs?|articles?|kb|links?|manual|page)\b", re.IGNORECASE
)
_SHORT = {
    "av": "antivirus",
    "cc": "consistency check",
    "cert": "certificate",
    "cred": "credentials",
    "creds": "credentials",
    "db": "database",
    "dbs": "databases",
    "fw": "firewall",
    "pg": "protection group",
    "rp": "recovery point",
    "rps": "recovery points",
    "srv": "server",
    "svc": "service",
    "sysstate": "system state",
    "vhds": "virtual disks",
}
_SHORT_WORD = re.compile(r"[A-Za-z]+")
_TOKEN = re.compile(r"[\w-]+")
_MACHINE = re.compile(r"(?=.*-)(?=.*\d)")
_SUBSCRIPTION = re.compile(r"\bsub", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Symptom:
    """The entries that a text may tell of, best first, how likely the first is meant, beside the guide."""

    ranked: tuple[Likeness, ...]
    probability: float
    guide: float

    @property
    def best(self) -> Likeness:
        """The likeliest entry."""
        return self.ranked[0]


def consult(reading: Reading, query: str, knowledge: Knowledge, guide: Retrieval) -> Finding | None:
    """The finding for the entry that is meant; None when the guide is nearer, or nothing is near enough."""
    symptom = look(reading, query, knowledge, guide)
    after_code = reading.followup and reading.previous.get("specialist") == NAME
    if symptom is None or symptom.probability < _least(symptom, reading, after_code):
        return None
    return _told(symptom, reading)


def surely(reading: Reading, query: str, knowledge: Knowledge, guide: Retrieval) -> Finding | None:
    """The finding for an entry that is meant although a decision table has something to say."""
    symptom = look(reading, query, knowledge, guide)
    if symptom is None or symptom.probability < _SURE or symptom.best.similarity < _FAR_BESIDE_TABLE:
        return None
    return _told(symptom, reading)


def at_least(reading: Reading, query: str, knowledge: Knowledge, guide: Retrieval) -> Finding | None:
    """The finding for the nearest entry when the guide says nothing to a fault."""
    symptom = look(reading, query, knowledge, guide)
    return _told(symptom, reading) if symptom and symptom.probability >= _LEAST_ALONE else None


def beside(unknown: Finding, reading: Reading, knowledge: Knowledge, guide: Retrieval) -> Finding | None:
    """`unknown`, the finding on a code without an entry, with what the words around the code could mean."""
    query = knowledge.retriever().mended(reading.plain)
    symptom = look(reading, query, knowledge, guide)
    if symptom is None or symptom.probability < _LEAST:
        return None
    *said, ask = unknown.statements
    return replace(
        unknown, statements=(*said, _also(symptom.best.entry, "Going by the words around it"), ask)
    )


def may_be_told(reading: Reading) -> bool:
    """Whether a fault is reported that is worth a search, though a decision table settles the question."""
    about_subscription = reading.subscription and _SUBSCRIPTION.search(reading.plain)
    asked = reading.kind in {QuestionKind.HOW_MANY, QuestionKind.WHERE}
    return reading.fault and not asked and not about_subscription and not reading.outage


def look(reading: Reading, query: str, knowledge: Knowledge, guide: Retrieval) -> Symptom | None:
    """The entries near `query`, judged beside what the guide has; None when none is near."""
    ranked = _ranked(_spelled_out(query), knowledge)
    if not ranked or ranked[0].similarity < _FAR or _is_vague(query, ranked[0]):
        return None
    rival = max((passage.similarity or 0.0 for passage in guide.passages[:3]), default=0.0)
    return Symptom(ranked, CALIBRATED.probability(features_of(ranked[0], reading, rival)), rival)


def _is_vague(query: str, best: Likeness) -> bool:
    """Whether a text says too little to be told from others: "backup doesn't run"."""
    return len(query_tokens(query)) <= _FEW_WORDS and best.held < _HELD


def _spelled_out(query: str) -> str:
    """`query` with administrators' abbreviations written out, as the reference has them.

    Names of machines such as `srv-3cc2` are left alone; a changed text has to be encoded once more.
    """
    return _TOKEN.sub(lambda token: token[0] if _MACHINE.match(token[0]) else _written_out(token[0]), query)


def _written_out(token: str) -> str:
    return _SHORT_WORD.sub(lambda word: _SHORT.get(word[0].lower(), word[0]), token)


def _least(symptom: Symptom, reading: Reading, after_code: bool) -> float:
    """The probability that is enough; the guide outranks a line of the catalogue that is as near."""
    behind_guide = symptom.guide >= _GUIDE_NEAR and not has_article(symptom.best.entry)
    if behind_guide or _ASKS_DOCUMENT.search(reading.plain):
        return _SURE
    told = reading.fault or after_code or reading.kind is QuestionKind.STATEMENT
    return _LEAST if told else _LEAST_ASKED


def _ranked(query: str, knowledge: Knowledge) -> tuple[Likeness, ...]:
    similarity: dict[str, float] = {}
    for passage in knowledge.search(query, [ERRORS], limit=_CANDIDATES).passages:
        identifier = _entry_id(passage)
        similarity[identifier] = max(similarity.get(identifier, 0.0), passage.similarity or 0.0)
    reference = knowledge.reference()
    tokens = query_tokens(query)
    weigh = _weighing(tokens, knowledge)
    weights = {token: weigh(token) for token in tokens}
    likenesses = []
    for identifier, near in similarity.items():
        entry = reference.entry(identifier)
        covered, held = coverage_of(weights, entry), held_of(tokens, entry, weigh)
        likenesses.append(Likeness(entry, near, covered, held))
    return tuple(sorted(likenesses, key=lambda one: (-one.score, one.entry.id)))


def _weighing(tokens: Sequence[str], knowledge: Knowledge) -> Callable[[str], float]:
    """What a word counts: the rarer in the reference, the more; one that the text lacks is held for rare."""
    frequencies = knowledge.retriever().reader.frequencies(tokens, [ERRORS])
    count = len(knowledge.reference())
    return lambda token: math.log(1 + (count + 1) / (frequencies.get(token, 2) + 0.5))


def _entry_id(passage: Retrieved) -> str:
    return passage.stored.document.path.rpartition("#")[2]


def _told(symptom: Symptom, reading: Reading) -> Finding:
    others = _others(symptom.ranked)
    asked = _spelled_out(reading.plain)
    finding = describe(symptom.best.entry, symptom.probability, asked, WORDS - words_of(others))
    offered = offer(reading.plain)
    return replace(
        finding,
        statements=(*finding.statements, *others),
        suggestions=(offered,) if offered else (),
    )


def _others(ranked: Sequence[Likeness]) -> list[Statement]:
    """The one other entry that the words could mean nearly as well."""
    close = [one.entry for one in ranked[1:2] if one.score >= _CLOSE * ranked[0].score]
    return [_also(entry, "Or") for entry in close]


def _also(entry: ErrorEntry, opening: str) -> Statement:
    """Another entry that the words could mean, with its first step."""
    name = f"{named(entry.codes[0].id)}, " if entry.codes else ""
    step = f" {entry.resolution[0]}" if entry.resolution else ""
    source = entry.sources[0]
    verb = "it is" if opening == "Or" else "it could be"
    text = f"{opening} {verb} {name}{entry.title[0].lower()}{entry.title[1:].rstrip('.')}.{step}"
    evidence = Evidence(source.document, source.section, source.date, source.path, text, ERRORS)
    return Statement(text, (evidence,), "note")
