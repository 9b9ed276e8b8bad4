"""What is asked next while an error is the subject: its entry is the first place to look, then other errors.

The guide and the tables get a question only when they surely answer it and the entry has nothing as near.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from assistant.answer import Finding, Missing, Statement
from assistant.codes.code_wording import NAME as CODES
from assistant.codes.code_wording import named
from assistant.codes.entries import ErrorEntry
from assistant.codes.entry_details import asked_details, held_of, rest_of, surely_asked
from assistant.codes.entry_parts import goes_on, parts_of, ranked, ruled_out, rules_out, told
from assistant.codes.error_followup import follow_up
from assistant.codes.specialist import TABLE
from assistant.codes.statement_kinds import bare_ask, kind_of
from assistant.retrieval.words import token_set
from assistant.specialists.clarify import telling_words
from assistant.specialists.errors import error_unsaid, symptoms
from assistant.specialists.errors.beside_error import names_case, objection, only_tells, table_answers
from assistant.specialists.errors.error_acts import ENTRY, GUESSED
from assistant.specialists.errors.error_parts import Near, after, chosen, without
from assistant.specialists.errors.own_topic import defines, goes_on_elsewhere, has_own_topic
from assistant.specialists.errors.told_symptom import tell
from assistant.specialists.passages import gaps, guide
from assistant.understanding.message.question_forms import split_questions
from assistant.understanding.read import read_question
from assistant.understanding.reading import Reading
from assistant.understanding.turns.pronouns import PRONOUN
from ingest.analysis import query_tokens

if TYPE_CHECKING:
    from assistant.knowledge import Knowledge
    from assistant.retrieval.retriever import Retrieval, Retriever

KEY = ENTRY
"""The fact under which a turn leaves the entry that it explained, for the next one."""

MOST_WORDS = 30
_SHORT_WORDS = 10
_DETAIL_WORDS = 14
_NAMES_LITTLE = 2
# Cosines: nearest part of an entry to a question of its own, to one that points back; how much nearer the
# guide must come, and how sure it must be.
_NEAR = 0.33
_NEAR_POINTING = 0.15
_GUIDE_MARGIN = 0.1
_GUIDE_MARGIN_POINTING = 0.25
_GUIDE_SURE = 0.85
_GUIDE_FAR = 0.55
_OF_TOPIC = ((0.8, 0.1), (0.6, 0.25))
"""How near the guide must come to a question on a topic of its own, and by how much nearer than the entry."""

_NEAR_BESIDE_TABLE = 0.55
_OTHER_SURE = 0.92
_OTHER_LIKELY = 0.6
_OTHER_NEAR = 0.8
_CHAINED = 0.5
_OF_SIGN = 0.4
_QUESTION_WORDS = frozenset(query_tokens("exactly precisely again now please ok so")) | frozenset(
    ("which", "what", "where", "how", "who", "is", "was", "are", "that", "it", "this", "does", "do")
)
_OF_ERRORS = frozenset(("command", "registry", "log", "service", "port", "file"))
"""The details that entries of the error reference name far more often than the guide does."""

_SIGN = re.compile(r"(?<=\w)[&$#|+@](?=\w)")
# A control of the wizard is asked for; entries that name one say what to do with it.
_CONTROL = re.compile(
    r"\b(?:(?:which|what) (?:button|link|menu|tab)|what (?:do|should|must|to) (?:i |we )?(?:click|press))\b",
    re.IGNORECASE,
)
_CONTROL_TOLD = re.compile(r"\b(?:buttons?|select|click|menu|tab|link)\b", re.IGNORECASE)
_CODED = re.compile(r"\d|\?")
_LEAST_OF_NOISE, _MOST_OF_NOISE = 2, 4
_AMOUNT = re.compile(r"\d ?[GTP]B\b", re.IGNORECASE)


def consult(
    reading: Reading, knowledge: Knowledge, settled: Callable[[Reading], Sequence[Finding]]
) -> Finding | None:
    """What the error explained before, or one near it, says to the question; None when it isn't about it."""
    identifier = reading.previous.get(KEY, "")
    if not identifier or len(reading.plain.split()) > MOST_WORDS:
        return None
    entry = knowledge.reference().entry(identifier)
    reading = _as_asked(reading)
    if goes_on_elsewhere(reading):
        return None
    if names_case(reading, entry):
        return None
    if _is_noise(reading, knowledge):
        return _not_understood(entry)
    if unsaid := error_unsaid.skipped(reading, entry) or error_unsaid.consult(reading, entry):
        return unsaid
    bare = follow_up(reading.plain, entry) if _is_bare_follow_up(reading) else None
    if bare or not knowledge.is_built():
        return bare or (follow_up(reading.plain, entry) if reading.followup else None)
    query = knowledge.retriever().mended(_asking(reading.plain))
    near = _nearest(reading, query, [entry, *_others(reading, knowledge, entry)], knowledge)
    if _asks_other_control(reading, near):
        return None
    if goes_on(reading.plain):
        return told(near.entry, after(near, reading.plain))
    if rules_out(reading.plain) and near.cosine >= _NEAR_POINTING:
        scores = partial(_answering, retriever=knowledge.retriever())
        return told(near.entry, without(ruled_out(query), near, scores))
    holds = _holds_asked(reading, query, near)
    own = holds and not _AMOUNT.search(reading.plain)
    if (
        (near.cosine < _NEAR_BESIDE_TABLE or has_own_topic(reading))
        and not own
        and table_answers(reading, near.entry, settled)
    ):
        return None
    found = knowledge.search_guide(query)
    if other := _other_error(reading, query, near, knowledge, found):
        return other
    if not (holds or _holds_named(query, near)) and _is_guides(reading, query, near, knowledge, found):
        return None
    finding = told(near.entry, chosen(near, reading))
    against = objection(reading)
    return replace(finding, statements=(against, *finding.statements)) if against else finding


def nearness(text: str, told: Finding, knowledge: Knowledge) -> float:
    """How near `text` comes to the entry that was `told`; 0 where it has none."""
    names = [verdict.outcome for verdict in told.verdicts if verdict.table == TABLE]
    if not names:
        return 0.0
    entry = knowledge.reference().entry(names[0])
    phrases = [*(part.text for part in parts_of(entry)), *_phrases(entry)]
    return knowledge.retriever().nearest_of(text, phrases, 1)[1]


def _as_asked(reading: Reading) -> Reading:
    """`reading` as its question alone, where that names enough and what goes before only tells what was done:
    "tried that, still failing. which groups must hold the account?"."""
    asking, telling = split_questions(reading.text)
    if not asking or rules_out(reading.plain):
        return reading
    *done, asked = asking  # "did that, still red" has the form of a question
    names = len(set(query_tokens(asked)) - _QUESTION_WORDS) > _NAMES_LITTLE
    goes_on_with_own = names and goes_on(" ".join([telling, *done])) and not goes_on(asked)
    return read_question(asked, reading.previous) if goes_on_with_own else reading


def _asking(text: str) -> str:
    """What of `text` asks for a detail, where it says something besides; else all of it."""
    part = " ".join(part for part in split_questions(text)[0] if surely_asked(part))
    return text if not part or PRONOUN().search(part) else part


def _is_noise(reading: Reading, knowledge: Knowledge) -> bool:
    """Whether none of a few words is known: neither a common one, nor one that any document has."""
    words = telling_words(reading.plain)
    few = _LEAST_OF_NOISE <= len(words) == len(reading.plain.split()) <= _MOST_OF_NOISE
    if not few or kind_of(reading.plain) or _CODED.search(reading.text) or not knowledge.is_built():
        return False
    found = knowledge.retriever().reader.frequencies(query_tokens(reading.plain))
    return not any(found.values())


def _not_understood(entry: ErrorEntry) -> Finding:
    """A question back that leaves the talk where it is."""
    name = named(entry.codes[0].id) if entry.codes else entry.title
    said = Statement("I don't understand that.", role="verdict")
    ask = f"Is it about {name}? Say it in other words, or paste the message or the next error ID."
    return Finding(CODES, "clarify", (said,), 1.0, missing=(Missing("error", ask, ()),))


def _asks_other_control(reading: Reading, near: Near) -> bool:
    """Whether a control of the wizard is asked for, and the entry names none."""
    told_too = any(_CONTROL_TOLD.search(part.text) for _, part in near.parts)
    return bool(_CONTROL.search(reading.plain)) and not told_too


def _is_bare_follow_up(reading: Reading) -> bool:
    """Whether nothing but a part of the answer is asked for: "why?", "what next", "how do I check that?"."""
    few = len(set(query_tokens(reading.plain)) - _QUESTION_WORDS) <= 1
    return reading.followup and few and not asked_details(reading.plain)


def _others(reading: Reading, knowledge: Knowledge, entry: ErrorEntry) -> list[ErrorEntry]:
    """The further entries that the last answer explained."""
    told_too = [name for name in reading.previous.get("entries", ()) if name != entry.id]
    return [knowledge.reference().entry(name) for name in told_too]


def _nearest(reading: Reading, query: str, entries: Sequence[ErrorEntry], knowledge: Knowledge) -> Near:
    """The entry with the part that answers best; what is pointed at ("that switch") was named before."""
    retriever = knowledge.retriever()
    before = reading.previous.get("query", "") if _points(reading) else ""
    found = []
    for entry in entries:
        parts = parts_of(entry)
        texts = [part.text for part in parts]
        scores = _answering(query, texts, retriever)
        if before:
            earlier = _answering(before, texts, retriever)
            scores = [
                one + (_CHAINED * other if part.kind in {"step", "check"} else 0.0)
                for one, other, part in zip(scores, earlier, parts, strict=True)
            ]
        _, cosine = retriever.nearest_of(query, texts, 1)
        _, asked = retriever.nearest_of(query, _phrases(entry), 1)
        found.append(Near(entry, ranked(query, parts, scores), cosine, max(asked, cosine)))
    return max(found, key=lambda one: one.parts[0][0])


def _phrases(entry: ErrorEntry) -> list[str]:
    """How an error is told of: its title, its message, and what people ask of it."""
    return [phrase for phrase in (entry.title, entry.message, *entry.asks) if phrase]


def _answering(text: str, parts: Sequence[str], retriever: Retriever) -> list[float]:
    """How well each part answers; one that tells of a sign within a name ("R&B") answers too."""
    signs = set(_SIGN.findall(text))
    scores = retriever.answering(retriever.encoded(text), query_tokens(text), parts)
    return [
        score + (_OF_SIGN if signs & set(part.split()) else 0.0)
        for score, part in zip(scores, parts, strict=True)
    ]


def _points(reading: Reading) -> bool:
    """Whether the question points at something said before, or is too short to name anything itself."""
    return reading.followup or len(reading.plain.split()) <= _SHORT_WORDS


def _other_error(
    reading: Reading, query: str, near: Near, knowledge: Knowledge, found: Retrieval
) -> Finding | None:
    """What is said of another error that the question surely tells of."""
    symptom = symptoms.look(reading, query, knowledge, found)
    if symptom is None or symptom.best.entry.id == near.entry.id:
        return None
    if reading.previous.get(GUESSED) and only_tells(reading) and symptom.best.similarity > near.asked:
        other = symptom.probability >= _OTHER_LIKELY and not _goes_with(reading, query, near, knowledge)
        return tell(symptom, reading) if other else None
    if not reading.fault:
        return None
    nearer = symptom.best.similarity >= max(_OTHER_NEAR, near.cosine)
    return tell(symptom, reading) if nearer and symptom.probability >= _OTHER_SURE else None


def _goes_with(reading: Reading, query: str, near: Near, knowledge: Knowledge) -> bool:
    """Whether what is told is no fault, and together with what was told before comes nearest to its error."""
    before = reading.previous.get("query", "")
    if reading.fault or not before:
        return False
    together = symptoms.candidates(f"{before} {query}", knowledge)
    return bool(together) and together[0].entry.id == near.entry.id


def _is_guides(reading: Reading, query: str, near: Near, knowledge: Knowledge, found: Retrieval) -> bool:
    """Whether the question is rather the guide's: the entry is far and the guide is not, or it is nearer and
    sure."""
    if only_tells(reading) or bare_ask(reading.plain):
        return False
    rival = max((passage.similarity or 0.0 for passage in found.passages[:3]), default=0.0)
    wanted = surely_asked(query)
    if (
        has_own_topic(reading)
        and not wanted & _OF_ERRORS
        and any(rival >= max(least, near.asked + more) for least, more in _OF_TOPIC)
    ):
        return True
    if near.asked >= _NEAR and any(map(gaps.is_gap, found.passages[:1])):
        return False  # what the guide leaves open the entry may hold
    pointing = _points(reading)
    lacks = bool(wanted) and not any(held_of(wanted, part.text) for _, part in near.parts)
    sure = guide.confidence_in(knowledge.retriever(), query, found, reading.intents) >= _GUIDE_SURE
    little = len(set(query_tokens(query)) - _QUESTION_WORDS) <= _NAMES_LITTLE
    if (
        little
        and (reading.followup or not reading.topics)
        and not (lacks and sure and not wanted & _OF_ERRORS)
    ):
        return False  # "what does it mean": nothing but the error can be meant
    if near.asked < (_NEAR_POINTING if pointing else _NEAR):
        return sure or rival >= _GUIDE_FAR or not pointing
    if lacks and sure:
        return True
    return sure and rival >= near.asked + (_GUIDE_MARGIN_POINTING if pointing else _GUIDE_MARGIN)


def _holds_named(query: str, near: Near) -> bool:
    """Whether a thing is asked for that errors tell of rather than the guide, and a best part names one."""
    asked = frozenset() if defines(query) else surely_asked(query) & _OF_ERRORS
    return any(held_of(asked, part.text) for part in near.best)


def _holds_asked(reading: Reading, query: str, near: Near) -> bool:
    """Whether the question names a detail that the best parts hold, or asks for the check that comes first,
    and names little that the entry doesn't."""
    asked = asked_details(query)
    short = reading.followup or len(reading.plain.split()) <= _DETAIL_WORDS
    best = near.best
    checks = kind_of(query) == best[0].kind == "check"
    named = {token for token in query_tokens(rest_of(query)) if len(token) > 1} - _QUESTION_WORDS
    of_topic = named if has_own_topic(reading) and not asked & _OF_ERRORS else frozenset()
    held = any(
        held_of(asked, part.text) and (not of_topic or of_topic & token_set(part.text)) for part in best
    )
    if not short or not (checks or held) or defines(reading.plain):
        return False
    missing = named - token_set("\n".join([near.entry.title, *(part.text for _, part in near.parts)]))
    return 2 * len(missing) <= len(named)
