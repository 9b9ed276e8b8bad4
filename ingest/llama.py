"""LlamaIndex as the ingestion framework: our documents as its documents, our chunks as its nodes.

Importing llama_index takes seconds, so only an ingest that has something to read imports this module.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import Any

from llama_index.core.ingestion import IngestionPipeline
from llama_index.core.schema import BaseNode, NodeRelationship, RelatedNodeInfo, TextNode, TransformComponent
from llama_index.core.schema import Document as LlamaDocument
from pydantic import ConfigDict

from ingest.chunking import chunk_document
from ingest.documents import Block, Chunk, Document

_PARTS = "parts"
"""Metadata key under which a node carries all fields of ours, so that nothing is lost on the way."""


class HeadingChunker(TransformComponent):
    """Cuts documents along their headings into nodes that fit `limit` tokens, as `count_tokens` counts."""

    model_config = ConfigDict(arbitrary_types_allowed=True)

    count_tokens: Callable[[str], int]
    limit: int

    def __call__(self, nodes: Sequence[BaseNode], **_: Any) -> list[BaseNode]:
        """Chunk nodes of document nodes, in order."""
        return [
            _to_node(chunk, node)
            for node in nodes
            for chunk in chunk_document(_to_document(node), self.count_tokens, self.limit)
        ]


class Chunker:
    """Documents to chunks through LlamaIndex's ingestion pipeline."""

    def __init__(self, count_tokens: Callable[[str], int], limit: int) -> None:
        """`limit` is the encoder's window in tokens, as `count_tokens` counts."""
        chunker = HeadingChunker(count_tokens=count_tokens, limit=limit)
        self._pipeline = IngestionPipeline(transformations=[chunker], disable_cache=True)

    def chunks(self, document: Document) -> list[Chunk]:
        """The chunks of a document, in order."""
        return [to_chunk(node) for node in self._pipeline.run(documents=[to_llama(document)])]


def to_llama(document: Document) -> LlamaDocument:
    """A LlamaIndex document with our document's text and metadata."""
    text = "\n\n".join(block.text for block in document.blocks)
    about = {"title": document.title, "date": document.date, "source": document.source}
    return LlamaDocument(
        id_=document.id,
        text=text,
        metadata={**about, "collection": document.collection, _PARTS: asdict(document)},
        excluded_embed_metadata_keys=[_PARTS],
        excluded_llm_metadata_keys=[_PARTS],
    )


def to_chunk(node: BaseNode) -> Chunk:
    """The chunk that a node of `HeadingChunker` stands for."""
    parts = dict(node.metadata[_PARTS])
    return Chunk(**{**parts, "headings": tuple(parts["headings"]), "asks": tuple(parts["asks"])})


def _to_document(node: BaseNode) -> Document:
    parts = dict(node.metadata[_PARTS])
    blocks = tuple(
        Block(**{**block, "headings": tuple(block["headings"]), "asks": tuple(block["asks"])})
        for block in parts.pop("blocks")
    )
    sections, notices = tuple(parts.pop("sections")), tuple(parts.pop("notices"))
    return Document(**parts, blocks=blocks, sections=sections, notices=notices)


def _to_node(chunk: Chunk, origin: BaseNode) -> TextNode:
    about = {key: value for key, value in origin.metadata.items() if key != _PARTS}
    return TextNode(
        id_=chunk.id,
        text=chunk.text,
        metadata={**about, "section": chunk.section, "position": chunk.position, _PARTS: asdict(chunk)},
        excluded_embed_metadata_keys=[_PARTS],
        excluded_llm_metadata_keys=[_PARTS],
        relationships={NodeRelationship.SOURCE: RelatedNodeInfo(node_id=origin.node_id)},
    )
