"""Documents pass through LlamaIndex's pipeline without losing anything, and its code can use our nodes."""

from __future__ import annotations

import pytest
from llama_index.core.ingestion import IngestionPipeline
from llama_index.core.schema import MetadataMode, NodeRelationship, TextNode

from ingest.chunking import chunk_document
from ingest.documents import Block, Document
from ingest.llama import Chunker, HeadingChunker, to_chunk, to_llama


@pytest.fixture
def document() -> Document:
    blocks = (
        Block("prose", ("Ports",), "Open port 5718. " * 30, asks=("which ports", "firewall")),
        Block("list", ("Ports", "Agents"), "- one\n- two"),
        Block("code", ("Ports",), "```\nGet-DPMCloudConnection\n```"),
    )
    return Document(
        "mine",
        "a/b.md",
        "Title",
        "Source title",
        "2020-01-01",
        "repo:a/b.md",
        blocks,
        ("A > B",),
        "note",
        ("n",),
    )


def count_words(text: str) -> int:
    return len(text.split())


def test_the_pipeline_gives_the_chunks_that_chunking_gives(document: Document) -> None:
    expected = chunk_document(document, count_words, 40)
    assert len(expected) > 3
    assert Chunker(count_words, 40).chunks(document) == expected


def test_nodes_are_of_use_to_llama_index(document: Document) -> None:
    pipeline = IngestionPipeline(transformations=[HeadingChunker(count_tokens=count_words, limit=40)])
    nodes = pipeline.run(documents=[to_llama(document)])
    assert all(isinstance(node, TextNode) for node in nodes)
    first = nodes[0]
    chunk = to_chunk(first)
    assert first.node_id == chunk.id
    assert first.get_content() == chunk.text
    assert first.relationships[NodeRelationship.SOURCE].node_id == document.id  # type: ignore[union-attr]
    assert (first.metadata["title"], first.metadata["section"]) == ("Title", "A > B")
    for mode in (MetadataMode.EMBED, MetadataMode.LLM):
        assert "headings" not in first.get_content(mode)


def test_a_document_shows_its_text_and_origin(document: Document) -> None:
    shown = to_llama(document)
    assert shown.doc_id == document.id
    assert "Get-DPMCloudConnection" in shown.text
    assert shown.metadata["source"] == "repo:a/b.md"
    assert "blocks" not in shown.get_content(MetadataMode.LLM)
