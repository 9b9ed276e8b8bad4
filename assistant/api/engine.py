"""The assistant of a server process: opened in the background, kept on the live index, never in the way."""

from __future__ import annotations

import logging
import sqlite3
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from typing import TypeVar

from assistant.answer import Answer
from assistant.api.builder import Builder
from assistant.api.encoding import ServerEncoder
from assistant.assistant import Assistant
from assistant.codes.catalogues import CatalogueEntry
from assistant.codes.entries import CodeId
from assistant.conversation import Conversation, Turn
from assistant.knowledge import Knowledge
from assistant.lexical_fallback import answer_by_words
from assistant.retrieval.retriever import Retrieval, Retriever
from assistant.settings import Settings, encoder_choice
from ingest.errors import IndexFault, IndexMismatch, IndexMissing, MabsError, ModelFault
from ingest.index.generations import Generations
from ingest.index.reader import IndexReader

log = logging.getLogger("mabs.api")
T = TypeVar("T")
RETRY_SECONDS = 2.0
REPLACE_SECONDS = 30.0
"""How often an index that this process can't open, as after an upgrade, is tried again."""

CLOSE_AFTER_SECONDS = 60.0
WARM_UP = ("is SQL Server 2016 supported", "error 100050", "how do I install the agent")
STARTING = "The search index is being opened."
MISSING = "There is no index yet, or it isn't open yet."


_REFRESH = "the index can't be refreshed"


class ServerKnowledge(Knowledge):
    """Knowledge that never makes a request wait for an index to be opened or built: that happens beside."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(settings)
        self.fault: MabsError | None = IndexMissing(STARTING)
        self._choice = encoder_choice(settings)
        self._data_dir = settings.data_dir
        self._exact_limit = settings.exact_search_limit
        self._ready: Retriever | None = None

    def is_built(self) -> bool:
        """Whether a search can be made now: what a table or code settles does without, as it must."""
        return self._ready is not None

    def prepare(self, text: str) -> None:
        """Nothing: the cores are busy with other questions."""

    def retriever(self) -> Retriever:
        """The retriever, or the fault why there is none (yet)."""
        if self._ready is None:
            raise self.fault or IndexMissing(STARTING)
        return self._ready

    def open(self) -> None:
        """Opens the live index, whatever release built it. Raises (and keeps) the fault when it can't be."""
        try:
            encoder = ServerEncoder(self._choice.folder(self._data_dir))
            reader = IndexReader.open(self._data_dir, encoder.fingerprint, self._exact_limit)
        except MabsError as error:
            self.fault = error
            raise
        self._ready, self.fault = Retriever(reader, encoder), None

    def _opened(self) -> Retriever | None:
        """See `Knowledge`."""
        return self._ready

    def close(self) -> None:
        """Gives the index back."""
        ready, self._ready = self._ready, None
        if ready is not None:
            ready.reader.close()


class Engine:
    """Answers questions for many threads. `keep` is called every second or so by one thread."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._assistant, self._knowledge = self._fresh()
        self._words: IndexReader | None = None
        self._lock = threading.Lock()
        self._retired: list[tuple[float, Assistant]] = []
        self._builder = Builder()
        self._retry_at = 0.0
        self._told: dict[str, str] = {}
        self._built = ("", datetime.now(UTC))

    def ask(
        self, question: str, conversation: Conversation, collections: Sequence[str] | None = None
    ) -> tuple[Answer, str]:
        """The answer, which is appended to `conversation`, and a notice when it was found by words alone.

        InputError for an unusable question; IndexFault or ModelFault when even words can't be searched.
        """
        try:
            return self._assistant.ask(question, conversation, collections=collections), ""
        except (IndexFault, ModelFault) as fault:
            self._warn("search is degraded", fault)
            answer = self._by_words(lambda reader: answer_by_words(question, reader, collections), fault)
        conversation.turns.append(Turn(question, answer, dict(conversation.facts)))
        return answer, "Searching by meaning is not possible right now."

    def search(self, query: str, collections: Sequence[str] | None, limit: int) -> Retrieval:
        """The best passages for `query`."""
        return self._knowledge.search(query, collections, limit)

    def use_reader(self, work: Callable[[IndexReader], T]) -> T:
        """What `work` makes of the live index, even when the encoder is missing."""
        try:
            return work(self._knowledge.retriever().reader)
        except (IndexFault, ModelFault) as fault:
            return self._by_words(work, fault)

    def catalogue_rows(self, codes: Sequence[CodeId]) -> list[CatalogueEntry]:
        """What the users' own catalogues say to codes; nothing while the index can't be read."""
        try:
            with self._knowledge.catalogues() as catalogues:
                return [row for code in codes for row in catalogues.lookup(code)] if catalogues else []
        except (sqlite3.Error, OSError, MabsError) as fault:
            log.warning("the catalogues can't be read: %s", fault)
            return []

    def keep(self) -> None:
        """Opens what isn't open yet, goes on to a newer index, and closes what nobody uses any more."""
        self._close_retired()
        self._builder.tick()
        if self._knowledge.fault is not None:
            self._open()
            return
        try:
            if self._knowledge.retriever().reader.refresh():
                log.info("a newer index is live: %s", self._knowledge.retriever().reader.generation)
            self._told.pop(_REFRESH, None)
        except IndexMismatch:
            self._replace()
        except MabsError as fault:
            self._missed(_REFRESH, fault)

    def parts(self) -> dict[str, str]:
        """`index` and `encoder`, each with what is wrong with it, without paths; empty: it works."""
        fault = self._knowledge.fault
        if fault is None:
            return {"index": self._probe_index(), "encoder": self._probe_encoder()}
        told = f"{_told(fault)} {self._builder.told}".strip()
        if not isinstance(fault, ModelFault):
            return {"index": told, "encoder": ""}
        is_there = Generations(self._settings.data_dir).live_or_none() is not None
        return {"index": "" if is_there else MISSING, "encoder": told}

    @property
    def building(self) -> str:
        """How far a build is, for those who can't search yet; empty when none is under way."""
        return self._builder.told if self._knowledge.fault is not None else ""

    def index_age(self, now: datetime) -> float | None:
        """Seconds since the live index was built; None as long as none is open."""
        if self._knowledge.fault is not None:
            return None
        reader = self._knowledge.retriever().reader
        if self._built[0] != reader.generation:
            self._built = (reader.generation, datetime.fromisoformat(reader.status().built_at))
        return (now - self._built[1]).total_seconds()

    def close(self) -> None:
        """Gives everything back."""
        self._builder.stop()
        for _, assistant in self._retired:
            assistant.close()
        self._retired.clear()
        self._assistant.close()
        with self._lock:
            if self._words:
                self._words.close()
                self._words = None

    def _fresh(self) -> tuple[Assistant, ServerKnowledge]:
        assistant = Assistant(self._settings)
        knowledge = ServerKnowledge(self._settings)
        assistant.knowledge = knowledge
        return assistant, knowledge

    def _open(self) -> None:
        if time.monotonic() < self._retry_at:
            return
        try:
            self._knowledge.open()
            self._told.clear()
            self._warm_up()
            log.info("index and encoder are open")
        except MabsError as fault:
            self._retry_at = time.monotonic() + RETRY_SECONDS
            self._missed("index or encoder can't be opened", fault)

    def _warm_up(self) -> None:
        """Takes upon itself what the first question to a table, a code and the guide would wait for."""
        for question in WARM_UP:
            with suppress(MabsError):
                self._assistant.ask(question)

    def _missed(self, what: str, fault: MabsError) -> None:
        """Has an index that isn't there built."""
        if isinstance(fault, IndexMissing):
            self._builder.again()
        self._warn(what, fault)

    def _warn(self, what: str, fault: MabsError) -> None:
        """Logs a fault once, however often it is met, until all is well again; without the advice to build
        while a build runs. Threads that meet it at once may tell it twice."""
        if str(fault) != self._told.get(what):
            self._told[what] = str(fault)
            log.warning("%s: %s %s", what, fault.message, self._builder.told or fault.remedy)

    def _replace(self) -> None:
        """Another encoder built the live index: everything is opened anew beside, then swapped in."""
        if time.monotonic() < self._retry_at:
            return
        assistant, knowledge = self._fresh()
        try:
            knowledge.open()
        except MabsError as fault:
            self._retry_at = time.monotonic() + REPLACE_SECONDS
            log.warning("the newer index can't be opened; after an upgrade, restart the server: %s", fault)
            assistant.close()
            return
        self._retired.append((time.monotonic() + CLOSE_AFTER_SECONDS, self._assistant))
        self._assistant, self._knowledge = assistant, knowledge
        self._told.clear()
        self._warm_up()

    def _close_retired(self) -> None:
        now = time.monotonic()
        for due, assistant in [pair for pair in self._retired if pair[0] <= now]:
            assistant.close()
            self._retired.remove((due, assistant))

    def _by_words(self, work: Callable[[IndexReader], T], fault: MabsError) -> T:
        """`work` on the index opened without its encoder, whatever release built it.

        The original fault when that fails too.
        """
        try:
            with self._lock:
                if self._words is None:
                    self._words = IndexReader.open(self._settings.data_dir, any_schema=True)
                self._words.refresh()
            return work(self._words)
        except IndexFault:
            raise fault from None

    def _probe_index(self) -> str:
        try:
            self._knowledge.retriever().reader.lexical("ready", 1)
        except MabsError as fault:
            return _told(fault)
        return ""

    def _probe_encoder(self) -> str:
        try:
            self._knowledge.retriever().encoder.encode_one("ready")
        except Exception as error:  # noqa: BLE001  # onnxruntime raises private classes; any means "not ready"
            return f"The encoder fails: {type(error).__name__}."
        return ""


def _told(fault: MabsError) -> str:
    """A fault for everybody's eyes: which, and no more."""
    return next((words for kind, words in _FAULTS if isinstance(fault, kind)), "It can't be used.")


_FAULTS: tuple[tuple[type[MabsError], str], ...] = (
    (IndexMissing, MISSING),
    (IndexMismatch, "Another encoder or release built the index."),
    (IndexFault, "The index can't be read."),
    (ModelFault, "The encoder can't be run."),
)
