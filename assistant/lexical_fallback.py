"""Answers by words alone, when the encoder or the vectors can't be used: less well, and it says so."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answer import Answer, Finding, Statement
from assistant.compose import compose
from assistant.retrieval.evidence import evidence_of
from ingest.analysis import analyze, query_tokens
from ingest.index.reader import IndexReader
from ingest.index.records import StoredChunk
from ingest.sentences import split_sentences

NAME = "words"
NOTICE = "Searching by meaning is not possible right now: this was found by its words and may miss the point."
SENTENCES = 3
SHARE = 0.5
"""Of the question's words, a passage has to have so many to be shown."""


def answer_by_words(question: str, reader: IndexReader, collections: Sequence[str] | None = None) -> Answer:
    """The sentences of the best lexical hit that share most words with the question, or an abstention.

    Never better than `partial`. Raises IndexFault when the index can't be read at all.
    """
    terms = query_tokens(question)
    hits = reader.lexical(question, 3, collections)
    found = list(reader.chunks([hit.chunk_id for hit in hits]).values())
    best = next((stored for stored in found if _shared(terms, _all_text(stored)) >= SHARE), None)
    if best is None:
        said = (Statement("I found nothing by these words.", role="verdict"), Statement(NOTICE, role="note"))
        return compose(question, [Finding(NAME, "abstained", said, 0.0)])
    return compose(question, [Finding(NAME, "partial", _statements(terms, best), 0.3)])


def _statements(terms: Sequence[str], stored: StoredChunk) -> tuple[Statement, ...]:
    chunk = stored.chunk
    sentences = [chunk.text] if chunk.kind in {"table", "code", "row"} else split_sentences(chunk.text)
    ranked = sorted(range(len(sentences)), key=lambda n: (-_shared(terms, sentences[n]), n))
    kept = sorted(ranked[:SENTENCES])
    said = [Statement(sentences[n], (evidence_of(stored),), "reason") for n in kept]
    return (*said, Statement(NOTICE, role="note"))


def _all_text(stored: StoredChunk) -> str:
    return " ".join([stored.document.title, *stored.chunk.headings, stored.chunk.text, *stored.chunk.asks])


def _shared(terms: Sequence[str], text: str) -> float:
    wanted = frozenset(terms)
    return len(wanted & frozenset(analyze(text))) / max(1, len(wanted))
