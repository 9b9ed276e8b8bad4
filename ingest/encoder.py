"""Text to vectors: an ONNX Runtime session with its tokenizer, and nothing heavier.

A model folder holds `model.onnx`, `tables.bin`, `tokenizer.json` and `spec.json`; `ingest.export` writes it.
Index and queries go through this one class, so a query is always compared with vectors of its own kind.
"""

from __future__ import annotations

import os
import threading
import warnings
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from ingest.errors import ModelFault
from ingest.spec import MODEL_FILE, REMEDY, TOKENIZER_FILE, is_whole, read_spec

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

_BATCH_TOKENS = 512
"""Padded tokens in one batch. Measured per core: 3,600 tokens/s at 512, 3,060 at 2,048, 2,130 at 8,192."""

_EQUAL_TOKENS = 192
"""The same in int8, where a batch has texts of one length. Measured: 16 texts of 12 tokens take 0.6 of the
time that they take one by one; from 40 tokens on there is nothing to gain."""

_THREADS = min(2, os.cpu_count() or 1)
"""Batches at a time, each on one thread; two threads within a batch wait and spin for each other."""


class Encoder:
    """Turns texts into unit vectors. Safe to share between threads.

    Opening takes about 0.3 s, a short query about 5 ms (int8: about 3 ms).
    """

    def __init__(self, folder: Path, threads: int = _THREADS) -> None:
        """Open a model folder. ModelFault if files are missing, cut short or can't be run.

        `threads` is how many batches are encoded at the same time.
        """
        self.spec = read_spec(folder)
        if not is_whole(folder, self.spec):
            raise ModelFault(f"The encoder in {folder} is missing or cut short.", REMEDY)
        try:
            self._tokenizer = _open_tokenizer(folder / TOKENIZER_FILE, self.spec.window)
            self._session = _open_session(folder / MODEL_FILE)
        except Exception as error:  # tokenizers and onnxruntime raise bare or private classes for bad files
            raise ModelFault(f"The encoder in {folder} can't be run: {error}", REMEDY) from error
        self._threads = threads
        self._rounds = self.spec.precision == "int8"
        self._special = self._tokenizer.num_special_tokens_to_add(False)
        self._beside: ThreadPoolExecutor | None = None

    @property
    def fingerprint(self) -> str:
        """The spec's fingerprint."""
        return self.spec.fingerprint

    def count_tokens(self, text: str) -> int:
        """How many tokens of the window `text` takes, start and end markers included."""
        encoding = self._tokenizer.encode(text)
        total: int = len(encoding.ids) + sum(len(rest.ids) - self._special for rest in encoding.overflowing)
        return total

    def encode(self, texts: Sequence[str], on_batch: Callable[[int, int], None] | None = None) -> Vectors:
        """Unit vectors, one row a text (float32, shape n x dimension); what exceeds the window is cut off.

        `on_batch(texts, tokens)` hears after each batch how many it held.
        """
        vectors = np.zeros((len(texts), self.spec.dimension), dtype=np.float32)
        ids = [encoding.ids for encoding in self._tokenizer.encode_batch(list(texts))]
        batches = list(self._batches([len(tokens) for tokens in ids]))
        found = self._run_all([[ids[row] for row in rows] for rows in batches])
        for rows, encoded in zip(batches, found, strict=True):
            vectors[rows] = encoded
            if on_batch:
                on_batch(len(rows), sum(len(ids[row]) for row in rows))
        return vectors

    def encode_one(self, text: str) -> Vectors:
        """The unit vector of one text (shape: dimension)."""
        row: Vectors = self.encode([text])[0]
        return row

    def open_beside(self) -> ThreadPoolExecutor:
        """Makes the thread of `start_one`. A Ctrl-C while it starts would leave one that nobody ends: call
        this in a thread, where none arrives."""
        from concurrent.futures import ThreadPoolExecutor

        self._beside = ThreadPoolExecutor(1, "encode")
        self._beside.submit(int).result()
        return self._beside

    def start_one(self, text: str) -> Future[Vectors]:
        """`encode_one` beside the caller's own work: it is under way when this returns.

        The model runs without Python's lock, but a thread needs the lock to begin. So it is waited for.
        """
        beside = self._beside or self.open_beside()
        inputs = self._inputs([self._tokenizer.encode(text).ids])
        begins = threading.Event()

        def work() -> Vectors:
            begins.set()
            row: Vectors = self._unit(inputs)[0]
            return row

        under_way = beside.submit(work)
        begins.wait()
        return under_way

    def _batches(self, lengths: list[int]) -> Iterator[list[int]]:
        """Row numbers by length, longest first, so that a batch holds little padding.

        In int8 those of a batch have one length, an even one: the kernel that ONNX Runtime takes, and so the
        rounding, differs for an odd last row, and a vector must not depend on its neighbours.
        """
        widths = [self._width(length) for length in lengths]
        most = _EQUAL_TOKENS if self._rounds else _BATCH_TOKENS
        batch: list[int] = []
        for row in sorted(range(len(widths)), key=lambda row: -widths[row]):
            longest = widths[batch[0]] if batch else 0
            full = (len(batch) + 1) * longest > most
            if batch and (full or (self._rounds and widths[row] != longest)):
                yield batch
                batch = []
            batch.append(row)
        if batch:
            yield batch

    def _width(self, length: int) -> int:
        """The columns that a text of so many tokens takes."""
        return length + length % 2 if self._rounds else length

    def _run_all(self, batches: Sequence[list[list[int]]]) -> Iterator[Vectors]:
        """The vectors of each batch, in order; several batches run at the same time."""
        if self._threads == 1 or len(batches) < 2:
            yield from map(self._run, batches)
            return
        from concurrent.futures import ThreadPoolExecutor

        with ThreadPoolExecutor(self._threads) as pool:
            yield from pool.map(self._run, batches)

    def _run(self, token_ids: list[list[int]]) -> Vectors:
        return self._unit(self._inputs(token_ids))

    def _inputs(self, token_ids: list[list[int]]) -> dict[str, NDArray[np.int64]]:
        """What the model is given for texts of these tokens: one row each, filled up and masked."""
        width = max(self._width(len(tokens)) for tokens in token_ids)
        ids = np.zeros((len(token_ids), width), dtype=np.int64)
        mask = np.zeros_like(ids)
        for row, tokens in enumerate(token_ids):
            ids[row, : len(tokens)] = tokens
            mask[row, : len(tokens)] = 1
        return {"input_ids": ids, "attention_mask": mask}

    def _unit(self, inputs: dict[str, NDArray[np.int64]]) -> Vectors:
        pooled = np.asarray(self._session.run(None, inputs)[0])
        norms = np.linalg.norm(pooled, axis=1, keepdims=True)
        unit: Vectors = (pooled / np.maximum(norms, 1e-12)).astype(np.float32)
        return unit


def _open_tokenizer(path: Path, window: int) -> Any:
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_padding()
    tokenizer.enable_truncation(window)
    return tokenizer


def _open_session(model: Path) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its import warns about platforms it knows less well
        import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
