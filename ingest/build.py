"""Builds a generation: carries over what stayed, reads and encodes what changed, fills Chroma."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from ingest.chunking import embed_text
from ingest.codes import add_codes
from ingest.documents import DEFAULT_SIZE_LIMIT, ERRORS, Chunk, Document
from ingest.encoder import Encoder
from ingest.errors import MabsError, UnreadableDocument
from ingest.index.contents import read_collections
from ingest.index.records import CollectionInfo
from ingest.index.writer import IndexWriter, TextUse
from ingest.plan import Plan, Task
from ingest.readers.catalogue import rows_of
from ingest.readers.errors import read_error_file
from ingest.readers.reading import read_document
from ingest.report import FileNote, IngestReport, Progress
from ingest.sentences import split_sentences

if TYPE_CHECKING:
    from ingest.llama import Chunker

_SLICE = 4096
"""Texts encoded before their vectors are written; more of them mean less padding and less idling."""


def text_uses(chunk: Chunk, shipped: bool) -> list[TextUse]:
    """The texts whose vectors a chunk needs: itself, its asks and, in the shipped guide, its sentences.

    The error reference is answered from its entries, so its sentences need none.
    """
    asks = [TextUse("ask", number, ask) for number, ask in enumerate(chunk.asks, start=1)]
    sentences = split_sentences(chunk.text) if shipped and chunk.collection != ERRORS else []
    told = [TextUse("sentence", number, sentence) for number, sentence in enumerate(sentences)]
    return [TextUse("text", 0, embed_text(chunk)), *asks, *told]


@dataclass(frozen=True)
class Build:
    """The filling of one generation's SQLite file. Counts go into `report` as they arise."""

    writer: IndexWriter
    encoder: Encoder
    report: IngestReport
    progress: Progress
    size_limit: int = DEFAULT_SIZE_LIMIT

    def carry_out(self, plans: Sequence[Plan]) -> None:
        """Remove, read and write what the plans say, then encode what lacks a vector."""
        total = sum(len(plan.tasks) for plan in plans)
        done = 0
        wanted: list[str] = []
        for plan in plans:
            self.writer.set_collection(plan.collection)
            for path in (*plan.removed, *plan.forgotten):
                self.writer.remove_file(plan.collection.name, path)
            for task in plan.tasks:
                wanted += self._read(plan.collection, task)
                done += 1
                self.progress("read", done, total)
        self.encode(wanted)

    def encode(self, wanted: Sequence[str]) -> None:
        """Compute and keep the vectors of those texts that have none yet."""
        missing = sorted(self.writer.missing(wanted), key=len)
        self.report.reused += len(set(wanted)) - len(missing)
        done = 0

        def count(texts: int, tokens: int) -> None:
            nonlocal done
            done += texts
            self.report.embedded += texts
            self.report.tokens += tokens
            self.progress("embed", done, len(missing))

        for start in range(0, len(missing), _SLICE):
            texts = missing[start : start + _SLICE]
            self.writer.add_vectors(texts, self.encoder.encode(texts, count))

    def encode_anew(self) -> None:
        """Give every chunk vectors of this encoder, from its stored text."""
        self.writer.forget_vectors()
        shipped = {info.name: info.shipped for info in read_collections(self.writer.connection)}
        wanted: list[str] = []
        for number, chunk in self.writer.chunks():
            uses = text_uses(chunk, shipped[chunk.collection])
            self.writer.set_uses(number, uses)
            wanted += [use.text for use in uses]
        self.encode(wanted)

    def _read(self, collection: CollectionInfo, task: Task) -> list[str]:
        """Put a file's documents in place of its old ones. Returns the texts that need vectors."""
        self.writer.remove_file(collection.name, task.before or task.file.relative)
        try:
            documents = self._documents(collection, task)
        except UnreadableDocument as error:
            self.report.skipped.append(FileNote(collection.name, task.file.relative, str(error)))
            if not isinstance(error.__cause__, OSError):  # what the disk refused is tried again next time
                self.writer.set_file(collection.name, replace(task.record, reason=str(error)))
            return []
        self.writer.set_file(collection.name, task.record)
        setattr(self.report, task.change, getattr(self.report, task.change) + 1)
        notices = [notice for document in documents for notice in document.notices]
        path = task.file.relative
        self.report.notices.extend(FileNote(collection.name, path, notice) for notice in notices)
        return [text for document in documents for text in self._write(document, collection.shipped)]

    def _documents(self, collection: CollectionInfo, task: Task) -> list[Document]:
        """A file's document; of a file of the error reference, one for each entry."""
        if collection.shipped and collection.name == ERRORS:
            return read_error_file(task.file.path)
        try:
            return [read_document(task.file, collection.name, self.size_limit)]
        except MabsError:
            raise
        except Exception as error:  # a parser stumbling over one odd file must not cost all the others
            raise UnreadableDocument(
                f"Its parser failed ({type(error).__name__}: {error}).", "Save it in another format."
            ) from error

    def _write(self, document: Document, shipped: bool) -> list[str]:
        self.writer.add_document(document)
        if not shipped:
            add_codes(self.writer.connection, document.id, document.collection, rows_of(document))
        texts: list[str] = []
        for chunk in self._chunker.chunks(document):
            uses = text_uses(chunk, shipped)
            self.writer.add_chunk(chunk, uses)
            texts += [use.text for use in uses]
        return texts

    @cached_property
    def _chunker(self) -> Chunker:
        from ingest.llama import Chunker

        return Chunker(self.encoder.count_tokens, self.encoder.spec.window)
