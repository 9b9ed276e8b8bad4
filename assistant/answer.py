"""What comes out: the `Answer`, and the findings that it is composed from.

The same `Answer` is printed by the terminal, serialised by the HTTP API and scored by the evals.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from functools import lru_cache
from typing import Any, Literal

Status = Literal["answered", "partial", "clarify", "abstained"]
Role = Literal["verdict", "reason", "step", "note", "warning", "question", "document"]
"""`note`: where newer public documents differ; `document`: what a document of the user's own says besides."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage that a statement rests on.

    `section` is the heading path of the source, `date` ISO, `source` a repository path, URL or file path,
    `excerpt` the words that carry the statement.
    """

    document: str
    section: str
    date: str
    source: str
    excerpt: str
    collection: str = "guide"


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence (or step) of an answer and what it rests on. No evidence: talk about the answer itself."""

    text: str
    evidence: tuple[Evidence, ...] = ()
    role: Role = "reason"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a decision table or calculator settled, as data."""

    table: str
    inputs: Mapping[str, str]
    outcome: str
    rule: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that a missing input can take, and what it would mean."""

    value: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Missing:
    """An input that is needed to settle the question."""

    name: str
    question: str
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """What one specialist says about one question: statements in reading order, and how sure it is (0 to 1).

    `fitted`: the specialist has kept to a length itself, nothing is to be cut.
    """

    specialist: str
    status: Status
    statements: tuple[Statement, ...]
    confidence: float
    verdicts: tuple[Verdict, ...] = ()
    missing: tuple[Missing, ...] = ()
    suggestions: tuple[str, ...] = ()
    fitted: bool = False


@dataclass(frozen=True, slots=True)
class Citation:
    """A numbered source line below an answer; the text refers to it as `[n]`."""

    n: int
    document: str
    section: str
    date: str
    source: str
    excerpt: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A retrieved chunk with its scores, for `--sources` and traces. None: that search missed it."""

    chunk_id: str
    document: str
    section: str
    collection: str
    text: str
    fused: float
    lexical_rank: int | None
    vector_rank: int | None
    similarity: float | None


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one question.

    `text` is Markdown with `[n]` references to `citations`; `confidence` is 0 to 1; `timings` are
    milliseconds by stage; `trace` says what was understood, consulted and scored.
    """

    question: str
    text: str
    status: Status
    citations: tuple[Citation, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    missing: tuple[Missing, ...] = ()
    suggestions: tuple[str, ...] = ()
    confidence: float = 0.0
    passages: tuple[Passage, ...] = ()
    timings: Mapping[str, float] = field(default_factory=dict)
    trace: Mapping[str, Any] = field(default_factory=dict)

    @property
    def abstained(self) -> bool:
        """True when the knowledge base does not say, or the question is outside it."""
        return self.status == "abstained"

    def to_dict(self) -> dict[str, Any]:
        """Plain data for JSON: every field, and `abstained`."""
        return {**_plain(self), "abstained": self.abstained}


def _plain(value: Any) -> Any:
    """As `dataclasses.asdict`, without its copies of what can't change: a server does this per request."""
    if isinstance(value, str) or value is None:
        return value
    if names := _field_names(type(value)):  # type: ignore[arg-type]  # a class is hashable
        return {name: _plain(getattr(value, name)) for name in names}
    if isinstance(value, tuple | list):
        return type(value)(map(_plain, value))
    if isinstance(value, Mapping):
        return {key: _plain(entry) for key, entry in value.items()}
    return value


@lru_cache(maxsize=64)
def _field_names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()
