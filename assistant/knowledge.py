"""The opened index and encoder, shared by the specialists; opened on first use and kept until closed.

Nothing of index and encoder is imported before it is needed: what a table settles needs neither.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from assistant.codes.catalogues import LazyCatalogues
from assistant.codes.reference import Reference, load_reference
from assistant.settings import Settings
from ingest.index.generations import Generations
from ingest.index.peek import user_collections
from ingest.report import Progress, silent

if TYPE_CHECKING:
    from assistant.retrieval.retriever import Retrieval, Retriever
    from ingest.pipeline import EncoderChoice


class Knowledge:
    """Search over what is indexed. Thread-safe; index and model are opened when first needed."""

    def __init__(self, settings: Settings, progress: Progress = silent) -> None:
        """`progress` hears of the build when the shipped index has to be made first."""
        self._settings = settings
        self._progress = progress
        self._retriever: Retriever | None = None
        self._reference: Reference | None = None
        self._lock = threading.Lock()

    def retriever(self) -> Retriever:
        """The retriever over the live index. Builds the shipped index first where there is none."""
        with self._lock:
            if self._retriever is None:
                self._retriever = self._open()
            return self._retriever

    def reference(self) -> Reference:
        """The shipped error-code reference; needs no index."""
        if self._reference is None:
            self._reference = load_reference()
        return self._reference

    @contextmanager
    def catalogues(self) -> Iterator[LazyCatalogues]:
        """The error catalogues of the user's collections; opened when a code is first looked up in them."""
        with ExitStack() as stack:
            yield LazyCatalogues(self._settings.data_dir, stack)

    def is_built(self) -> bool:
        """Whether there is an index; a settled question doesn't wait for one to be made."""
        return Generations(self._settings.data_dir).live_or_none() is not None

    def collections(self) -> tuple[str, ...]:
        """The names of the indexed collections."""
        return self.retriever().reader.collections()

    def user_collections(self) -> tuple[str, ...]:
        """The names of the user's collections. Opens neither index nor model, and builds nothing."""
        return user_collections(self._settings.data_dir)

    def search(self, query: str, collections: Sequence[str] | None = None, limit: int = 8) -> Retrieval:
        """The best passages for `query`."""
        return self.retriever().retrieve(query, limit, collections)

    def close(self) -> None:
        """Gives the index back."""
        with self._lock:
            if self._retriever is not None:
                self._retriever.reader.close()
                self._retriever = None

    def _open(self) -> Retriever:
        from assistant.retrieval.retriever import Retriever
        from ingest.encoder import Encoder
        from ingest.index.reader import IndexReader
        from ingest.pipeline import ensure_index

        settings = self._settings
        choice = encoder_choice(settings)
        ensure_index(settings.data_dir, choice, self._progress)
        encoder = Encoder(choice.folder(settings.data_dir))
        reader = IndexReader.open(settings.data_dir, encoder.fingerprint, settings.exact_search_limit)
        return Retriever(reader, encoder)


def encoder_choice(settings: Settings) -> EncoderChoice:
    """The encoder that the settings name."""
    from ingest.pipeline import EncoderChoice

    return EncoderChoice(settings.encoder, settings.encoder_precision)
