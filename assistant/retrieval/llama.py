"""Our search as a LlamaIndex retriever, for query engines and evaluations built with it.

The only module of the assistant that imports llama_index (which takes seconds); nothing of ours imports it.
"""

from __future__ import annotations

from collections.abc import Sequence

from llama_index.core.base.base_retriever import BaseRetriever
from llama_index.core.schema import NodeWithScore, QueryBundle, TextNode

from assistant.retrieval.retriever import Retrieved, Retriever


class LlamaRetriever(BaseRetriever):
    """Retrieves nodes with our fused search; scores are the fused ones, higher is better."""

    def __init__(
        self, retriever: Retriever, limit: int = 8, collections: Sequence[str] | None = None
    ) -> None:
        """`limit` nodes at most, from `collections` (None: all)."""
        self._search = retriever
        self._limit = limit
        self._collections = collections
        super().__init__()

    def _retrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
        found = self._search.retrieve(query_bundle.query_str, self._limit, self._collections)
        return [_node(passage) for passage in found.passages]


def _node(passage: Retrieved) -> NodeWithScore:
    document = passage.stored.document
    about = {
        "title": document.title,
        "document": document.document,
        "section": passage.stored.chunk.section,
        "date": document.date,
        "source": document.source,
        "collection": document.collection,
    }
    return NodeWithScore(
        node=TextNode(id_=passage.id, text=passage.text, metadata=about), score=passage.fused
    )
