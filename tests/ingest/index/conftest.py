"""An index of made-up chunks with made-up vectors: a generation of any size without an encoder."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path

import numpy as np
import pytest

from ingest.documents import Block, Chunk, Document, content_id
from ingest.index.fill import fill
from ingest.index.generations import Generations
from ingest.index.records import CollectionInfo
from ingest.index.schema import SCHEMA_VERSION
from ingest.index.writer import IndexWriter, TextUse
from ingest.report import silent
from ingest.spec import EncoderSpec

SPEC = EncoderSpec("made-up", "w", "t", "fp32", "mean", 16, 256)

Publish = Callable[..., str]


def vector_of(text: str) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    """A unit vector that depends on the text alone."""
    seed = int(content_id(text, length=8), 16)
    vector = np.random.default_rng(seed).standard_normal(SPEC.dimension).astype(np.float32)
    return vector / np.float32(np.linalg.norm(vector))


def write_documents(writer: IndexWriter, collection: str, texts: Sequence[Sequence[str]]) -> None:
    """One document for each sequence of chunk texts; every chunk has two asks."""
    writer.set_collection(CollectionInfo(collection, ("/root",), shipped=False))
    for number, chunk_texts in enumerate(texts):
        block = Block("prose", ("Heading",), "")
        title = f"Document {number}"
        document = Document(collection, f"{number}.md", title, title, "2020-01-01", "source", (block,))
        writer.add_document(document)
        for position, text in enumerate(chunk_texts):
            asks = (f"ask one of {text}", f"ask two of {text}")
            chunk = Chunk(
                content_id(document.id, text),
                document.id,
                collection,
                position,
                "prose",
                (title,),
                "S",
                text,
                asks,
            )
            uses = [TextUse("text", 0, text), TextUse("ask", 1, asks[0]), TextUse("ask", 2, asks[1])]
            writer.add_chunk(chunk, uses)
            writer.add_vectors([use.text for use in uses], np.stack([vector_of(use.text) for use in uses]))


@pytest.fixture
def publish(tmp_path: Path) -> Publish:
    """Publish a generation of these collections (name -> documents -> chunk texts) below `tmp_path`."""

    def run(collections: dict[str, list[list[str]]], carry: bool = False) -> str:
        generations = Generations(tmp_path)
        live = generations.live_or_none()
        with generations.writer():
            folder = generations.begin()
            writer = IndexWriter(folder, SPEC.fingerprint)
            for name, texts in collections.items():
                write_documents(writer, name, texts)
            writer.connection.commit()
            base = generations.path(live.generation) if carry and live else None
            writer.set_meta(fill(writer.connection, folder, base, silent))
            writer.set_meta({"encoder": json.dumps(asdict(SPEC)), "package_version": "1"})
            writer.finish()
            writer.close()
            return generations.publish(folder, SCHEMA_VERSION, SPEC.fingerprint, "kb").generation

    return run
