"""What a chunk of the index bears out, and where it says it stands."""

from __future__ import annotations

from assistant.assistant import Assistant
from assistant.retrieval.evidence import evidence_of


def test_a_chunk_bears_out_its_text_and_says_where_it_stands(shipped_assistant: Assistant) -> None:
    retriever = shipped_assistant.knowledge.retriever()
    stored = retriever.retrieve("how large has the scratch location to be?", 1).passages[0].stored

    told = evidence_of(stored)

    assert told.excerpt == stored.chunk.text
    assert (told.document, told.section) == (stored.document.document, stored.chunk.section)
    assert (told.date, told.source) == (stored.document.date, stored.document.source)
    assert told.collection == "guide"
