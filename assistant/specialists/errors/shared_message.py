"""Asks back which error is meant where a report repeats words that the messages of several errors share, and
has nothing that tells one of them from the others.

Where the report says that the message isn't known, what it is about is enough.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from assistant.answer import Finding
from assistant.specialists.clarify import is_empty_word
from assistant.specialists.errors import symptoms
from assistant.specialists.errors.error_choices import asking
from assistant.specialists.errors.told_symptom import LEAD, MESSAGE_UNKNOWN
from assistant.understanding.message.question_forms import tells_fault
from assistant.understanding.reading import Reading
from ingest.analysis import STOPWORDS, analyze

if TYPE_CHECKING:
    from assistant.codes.likeness import Likeness
    from assistant.knowledge import Knowledge

_Run = tuple[str, ...]
_SENTENCE = re.compile(r"[.?!;\n]+(?=\s|$)")
_WORD = re.compile(r"\w[\w'-]*")
_RUN, _RUN_OF_UNKNOWN = 3, 2
"""So many words in a row repeat a message; where it isn't known, so many name what it is about."""

_FEWEST, _LEAST_TELLING = 2, 2
_STEM = 5
_LINKS = frozenset({"due"})
_MOST_NAMED = 6
_QUESTION = "Which ID, or which code in brackets, stands with it? Paste the whole text."


def consult(reading: Reading, knowledge: Knowledge) -> Finding | None:
    """A question back with the errors that share what is told; None where it tells one of them."""
    unknown = bool(MESSAGE_UNKNOWN().search(reading.plain))
    told = unknown or symptoms.may_be_told(reading)
    if reading.followup or not told or not knowledge.is_built():
        return None
    text = knowledge.retriever().mended(reading.plain)
    runs = _of_unknown if unknown else _of_message
    told_runs = {sentence: runs(sentence) for sentence in _SENTENCE.split(text)}
    found = symptoms.candidates(text, knowledge) if any(told_runs.values()) else ()
    held = [runs(one.entry.title) | runs(one.entry.message) for one in found]
    for sentence, repeated in told_runs.items():
        sharing = [one for one, own in zip(found, held, strict=True) if not repeated.isdisjoint(own)]
        meant = _of_operation(sentence, sharing)
        if len(meant) >= _FEWEST and not (_is_sure(text, found, meant, knowledge) or _is_told(text, meant)):
            return asking([one.entry for one in meant], _QUESTION, _MOST_NAMED, quoted=True)
    return None


def _of_message(text: str) -> set[_Run]:
    """The runs of words of a text that tell a fault."""
    return {tuple(analyze(" ".join(run))) for run in _in_a_row(text, _RUN) if tells_fault(" ".join(run))}


def _of_unknown(text: str) -> set[_Run]:
    """The runs of words of a text that name a thing."""
    return {tuple(analyze(" ".join(run))) for run in _in_a_row(text, _RUN_OF_UNKNOWN)}


def _in_a_row(text: str, length: int) -> Iterator[_Run]:
    """So many words of a text in a row, where enough of them name something."""
    words = [word for word in _WORD.findall(text.lower()) if word not in STOPWORDS]
    for run in zip(*(words[at:] for at in range(length)), strict=False):
        if sum(map(_is_telling, run)) >= _LEAST_TELLING:
            yield run


def _is_telling(word: str) -> bool:
    return not (is_empty_word(word) or word in _LINKS)


def _of_operation(sentence: str, sharing: Sequence[Likeness]) -> Sequence[Likeness]:
    """Those of the operation that a sentence names; all of them where it names none."""
    shared = [_stems(f"{one.entry.title}\n{one.entry.message}") for one in sharing]
    told = _stems(sentence) - shared[0].intersection(*shared) if shared else set()
    named = [one for one in sharing if not told.isdisjoint(_stems(one.entry.operation))]
    return named or sharing


def _stems(text: str) -> set[str]:
    """How the words of a text begin that name something."""
    return {word[:_STEM] for word in _WORD.findall(text.lower()) if _is_telling(word)} - STOPWORDS


def _is_sure(text: str, found: Sequence[Likeness], sharing: Sequence[Likeness], knowledge: Knowledge) -> bool:
    """Whether the likeliest entry is far ahead of the others that share what is told; of one that doesn't
    share it, the title or message must stand in the text."""
    if found[0] not in sharing and symptoms.held(text, found[0].entry, knowledge) < symptoms.HELD:
        return False
    rest = [one for one in sharing if one is not found[0]]
    return found[0].score - rest[0].score >= LEAD


def _is_told(text: str, sharing: Sequence[Likeness]) -> bool:
    """Whether a text has a word of one of the entries that the others don't have."""
    entries = [one.entry for one in sharing]
    held = [_stems("\n".join([one.title, one.message, one.symptom, one.operation])) for one in entries]
    return any(sum(word in one for one in held) == 1 for word in _stems(text))
