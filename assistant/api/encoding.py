"""The encoder as a server needs it: many texts at once on one thread each, and known ones not again."""

from __future__ import annotations

import hashlib
import threading
import warnings
from collections import OrderedDict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ingest.encoder import Encoder
from ingest.spec import MODEL_FILE

if TYPE_CHECKING:
    from ingest.encoder import Vectors

REMEMBERED = 4096
"""Vectors of questions that are kept: some 6 MB."""


class ServerEncoder(Encoder):
    """An encoder without threads of its own.

    With several requests at a time, a session's threads wait for each other and spin meanwhile: measured on
    two cores, one thread without spinning halves the time. Questions come again and again; their vectors are
    kept by a hash, never with their text.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._session = _quiet_session(folder / MODEL_FILE)
        self._known: OrderedDict[bytes, Vectors] = OrderedDict()
        self._lock = threading.Lock()

    def encode(self, texts: Sequence[str], on_batch: Callable[[int, int], None] | None = None) -> Vectors:
        """As `Encoder.encode`; a single text may be known already."""
        if len(texts) != 1:
            return super().encode(texts, on_batch)
        mark = hashlib.sha256(texts[0].encode("utf-8", "surrogatepass")).digest()
        with self._lock:
            known = self._known.get(mark)
            if known is not None:
                self._known.move_to_end(mark)
                return known
        vectors = super().encode(texts, on_batch)
        vectors.setflags(write=False)
        with self._lock:
            self._known[mark] = vectors
            while len(self._known) > REMEMBERED:
                self._known.popitem(last=False)
        return vectors


def _quiet_session(model: Path) -> object:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its import warns about platforms it knows less well
        import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
