"""The encoder as a server needs it: many texts at once on one thread each, and known ones not again."""

from __future__ import annotations

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ingest.encoder import Encoder

if TYPE_CHECKING:
    from ingest.encoder import Vectors

REMEMBERED = 4096
"""Vectors of questions that are kept: some 6 MB."""


class ServerEncoder(Encoder):
    """An encoder without threads of its own: several requests at a time keep all cores busy.

    Questions come again and again; their vectors are kept by a hash, never with their text.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, threads=1)
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
