"""What an ingest tells while it runs and when it is done."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any, Literal, Protocol

Stage = Literal["model", "compare", "read", "embed", "store"]


class Progress(Protocol):
    """Called as an ingest moves on.

    `model`: the encoder is exported (once a machine); `compare`: files against the index; `read`: files
    parsed; `embed`: texts encoded; `store`: vectors written.
    """

    def __call__(self, stage: Stage, done: int, total: int, /) -> None:
        """Take note of `done` out of `total`."""


def silent(stage: Stage, done: int, total: int) -> None:
    """A `Progress` that tells nobody."""


@dataclass(frozen=True, slots=True)
class FileNote:
    """A file and what is to be said of it: why it was skipped, or what a reader left out."""

    collection: str
    path: str
    text: str


@dataclass(slots=True)
class IngestReport:
    """The summary of an ingest: files by what happened to them, and the work it took.

    `generation` is the live one afterwards; `published` tells whether this run made it. `seconds`: wall time.
    `chunks` and `vectors` count what the index holds now, `embedded` the vectors computed in this run,
    `reused` those that new or changed files could take over, `tokens` what was encoded.
    """

    published: bool = False
    generation: str = ""
    added: int = 0
    changed: int = 0
    renamed: int = 0
    removed: int = 0
    unchanged: int = 0
    skipped: list[FileNote] = field(default_factory=list)
    notices: list[FileNote] = field(default_factory=list)
    chunks: int = 0
    vectors: int = 0
    embedded: int = 0
    reused: int = 0
    tokens: int = 0
    seconds: float = 0.0

    def to_dict(self) -> dict[str, Any]:
        """For `--json`."""
        return asdict(self)
