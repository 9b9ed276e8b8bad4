"""What an exported encoder is, read from its folder; imports nothing heavy.

An index that is current is recognised with this alone.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

from ingest.documents import content_id
from ingest.errors import ModelFault

Precision = Literal["fp32", "int8"]

DEFAULT_PRECISION: Precision = "int8"
"""Measured against fp32 in `docs/evaluation.md`."""

_ROUNDING = {"int8": "int8 by sampled scales or blocks, even lengths"}
"""What fingerprints tell of a precision besides its name: it changes with the way of rounding."""

MODEL_FILE = "model.onnx"
TABLES_FILE = "tables.bin"
TOKENIZER_FILE = "tokenizer.json"
SPEC_FILE = "spec.json"
REMEDY = "Run `mabs ingest` to export the model anew."


@dataclass(frozen=True, slots=True)
class EncoderSpec:
    """What makes two encoders the same: weights, tokenizer, precision, pooling, dimension, window (tokens).

    `onnx_...` and `tables_...` describe the exported files; they may differ between exports of one model and
    are no part of the fingerprint.
    """

    model: str
    weights_sha256: str
    tokenizer_sha256: str
    precision: Precision
    pooling: str
    dimension: int
    window: int
    onnx_sha256: str = ""
    onnx_bytes: int = 0
    tables_sha256: str = ""
    tables_bytes: int = 0

    @property
    def fingerprint(self) -> str:
        """16 hex characters: equal fingerprints give comparable vectors."""
        rounding = _ROUNDING.get(self.precision, self.precision)
        parts = (self.weights_sha256, self.tokenizer_sha256, rounding, self.pooling)
        return content_id(*parts, str(self.dimension), str(self.window), length=16)

    def to_json(self) -> str:
        """The spec as JSON; `from_json` reads it back."""
        return json.dumps(asdict(self), indent=2)

    @classmethod
    def from_json(cls, text: str) -> EncoderSpec:
        """Read what `to_json` wrote. ModelFault if it is something else."""
        try:
            return cls(**json.loads(text))
        except (ValueError, TypeError) as error:
            raise ModelFault("The encoder's description can't be read.", REMEDY) from error


def file_sha256(path: Path) -> str:
    """SHA-256 of a file, in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def read_spec(folder: Path) -> EncoderSpec:
    """The spec in a model folder. ModelFault if there is none or it can't be read."""
    try:
        return EncoderSpec.from_json((folder / SPEC_FILE).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise ModelFault(f"No usable encoder in {folder}.", REMEDY) from error


def is_whole(folder: Path, spec: EncoderSpec) -> bool:
    """Whether the model's files are there in full length."""
    sizes = {MODEL_FILE: spec.onnx_bytes, TABLES_FILE: spec.tables_bytes}
    try:
        return all((folder / name).stat().st_size == size for name, size in sizes.items())
    except OSError:
        return False


def verify_files(folder: Path) -> EncoderSpec:
    """Hash the model's files and compare with the spec (about 0.2 s). ModelFault names what differs."""
    spec = read_spec(folder)
    expected = {
        MODEL_FILE: spec.onnx_sha256,
        TABLES_FILE: spec.tables_sha256,
        TOKENIZER_FILE: spec.tokenizer_sha256,
    }
    for name, digest in expected.items():
        try:
            found = file_sha256(folder / name)
        except OSError as error:
            raise ModelFault(f"{name} is missing from {folder}.", REMEDY) from error
        if found != digest:
            raise ModelFault(f"{name} in {folder} was altered after its export.", REMEDY)
    return spec
