"""The opened index and encoder, shared by the specialists; opened on first use and kept until closed.

Nothing of index and encoder is imported before it is needed: what a table settles needs neither.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from assistant.codes.catalogues import LazyCatalogues
from assistant.codes.reference import Reference, load_reference
from assistant.settings import Settings, encoder_choice
from assistant.understanding.reading import Intent
from assistant.understanding.server.machine_names import without_machine_names
from ingest.documents import ERRORS
from ingest.errors import IndexFault, InputError, ModelFault
from ingest.index.generations import Generations
from ingest.index.peek import user_collections
from ingest.report import Progress, silent

if TYPE_CHECKING:
    from concurrent.futures import Future

    from assistant.retrieval.retriever import Retrieval, Retriever
    from ingest.encoder import Vectors


_LOOK_SECONDS = 0.2
"""How long a wait goes on without looking up: on Windows, Ctrl-C is noticed only between two waits."""


class Knowledge:
    """Search over what is indexed. Thread-safe; index and model are opened when first needed."""

    def __init__(self, settings: Settings, progress: Progress = silent) -> None:
        """`progress` hears of the build when the shipped index has to be made first."""
        self._settings = settings
        self._generations = Generations(settings.data_dir)
        self._progress = progress
        self._opening: Future[Retriever] | None = None
        self._held: tuple[Future[Retriever], Retriever] | None = None
        self._reference: Reference | None = None
        self._own: tuple[str, tuple[str, ...]] = ("", ())
        self._mended: tuple[tuple[object, ...], tuple[str, Retrieval]] | None = None
        self._lock = threading.Lock()

    def retriever(self) -> Retriever:
        """The retriever over the live index. Builds the shipped index first where there is none."""
        with self._lock:
            if self._opening is None or _failed(self._opening):
                self._ensure_index()
                self._opening = _apart(self._open)
            opening = self._opening
        return _waited(opening)

    def prepare(self, text: str) -> None:
        """Starts to encode `text`, where index and encoder are open: most questions come to need it."""
        if opened := self._opened():
            opened.prepare(text)

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

    def likeness(self, query: str, texts: Sequence[str]) -> list[float]:
        """How near each text comes to `query` in meaning, as a cosine. Opens the index.

        All are 0 where index or encoder can't be opened: what is told of a code doesn't hang on them.
        """
        try:
            return self.retriever().likeness(query, texts)
        except (IndexFault, ModelFault):
            return [0.0] * len(texts)

    def is_built(self) -> bool:
        """Whether there is an index; a settled question doesn't wait for one to be made."""
        return self._opened() is not None or self._generations.live_or_none() is not None

    def collections(self) -> tuple[str, ...]:
        """The names of the indexed collections."""
        return self.retriever().reader.collections()

    def user_collections(self) -> tuple[str, ...]:
        """The names of the user's collections. Opens neither index nor model, and builds nothing.

        They are those of the index that is open, where one is: read once for each.
        """
        opened = self._opened()
        if opened is None:
            return user_collections(self._generations)
        generation = opened.reader.generation
        if self._own[0] != generation:
            self._own = (generation, user_collections(self._generations))
        return self._own[1]

    def search(self, query: str, collections: Sequence[str] | None = None, limit: int = 8) -> Retrieval:
        """The best passages for `query`. InputError when one of `collections` isn't there."""
        retriever = self.retriever()
        if collections is not None:
            known = retriever.reader.collections()
            if unknown := [name for name in collections if name not in known]:
                raise InputError(
                    f"There is no collection {', '.join(unknown)}.", f"There are: {', '.join(known)}."
                )
        return retriever.retrieve(query, limit, collections)

    def search_guide(self, query: str, collections: Sequence[str] | None = None) -> Retrieval:
        """The best passages of `collections`, or of all but the error reference.

        That has a search of its own, so that it doesn't drown the guide.
        """
        if collections is None:
            collections = [name for name in self.collections() if name != ERRORS]
        return self.search(query, collections)

    def mended_search(self, text: str, collections: Sequence[str] | None = None) -> tuple[str, Retrieval]:
        """`text` without names of machines and its misspellings mended, and what `search_guide` brings.

        The last one is kept: several rooms ask for that of one message.
        """
        retriever = self.retriever()
        asked = (retriever, retriever.reader.generation, text, collections)
        known = self._mended
        if known is None or known[0] != asked:
            query = retriever.mended(without_machine_names(text))
            known = self._mended = (asked, (query, self.search_guide(query, collections)))
        return known[1]

    def intents(self, text: str) -> Mapping[Intent, float]:
        """The probability of each intent of `text`; empty when the encoder in use has no fitted models."""
        vector = self._judged_by(text)
        if vector is None:
            return {}
        from assistant.understanding.intent import load_model

        return load_model().probabilities(vector)

    def unanswered(self, text: str) -> float:
        """The log-odds that nothing answers `text`; 0 when the encoder in use has no fitted models."""
        vector = self._judged_by(text)
        if vector is None:
            return 0.0
        from assistant.understanding.answerability import load_answerability

        return load_answerability().log_odds(text, vector)

    def _judged_by(self, text: str) -> Vectors | None:
        """The vector of `text`; None when the models that judge it weren't fitted on such vectors."""
        retriever = self.retriever()  # has imported numpy apart; this thread must not be the first
        from assistant.understanding.intent import load_model

        return retriever.encoded(text) if load_model().fits(retriever.encoder.spec) else None

    def close(self) -> None:
        """Gives the index back."""
        with self._lock:
            opening, self._opening = self._opening, None
            self._mended = self._held = None
        if opening is not None and opening.exception() is None:
            opening.result().reader.close()

    def _opened(self) -> Retriever | None:
        """The retriever where index and encoder are open; to ask the future each time takes its locks."""
        opening, held = self._opening, self._held
        if opening is None:
            return None
        if held is None or held[0] is not opening:
            if not opening.done() or _failed(opening):
                return None
            held = self._held = (opening, opening.result())
        return held[1]

    def _ensure_index(self) -> None:
        from ingest.pipeline import ensure_index

        ensure_index(self._settings.data_dir, encoder_choice(self._settings), self._progress)

    def _open(self) -> Retriever:
        from assistant.retrieval.retriever import Retriever
        from ingest.encoder import Encoder
        from ingest.index.reader import IndexReader

        settings = self._settings
        encoder = Encoder(encoder_choice(settings).folder(settings.data_dir))
        encoder.open_beside()
        reader = IndexReader.open(settings.data_dir, encoder.fingerprint, settings.exact_search_limit)
        return Retriever(reader, encoder)


def _apart(work: Callable[[], Retriever]) -> Future[Retriever]:
    """Starts `work` in a thread of its own, where no Ctrl-C arrives.

    Python raises KeyboardInterrupt in the main thread alone. Raised while a native module is being imported,
    it comes out as some other error and leaves half a module behind, which no later import mends.
    """
    from concurrent.futures import ThreadPoolExecutor

    pool = ThreadPoolExecutor(1, "open")
    try:
        return pool.submit(work)
    finally:
        pool.shutdown(wait=False)


def _waited(opening: Future[Retriever]) -> Retriever:
    from concurrent.futures import wait

    while not opening.done():
        wait([opening], timeout=_LOOK_SECONDS)
    return opening.result()


def _failed(opening: Future[Retriever]) -> bool:
    return opening.done() and opening.exception() is not None
