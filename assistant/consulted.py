"""What the specialists found for a question."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.answer import Finding
from assistant.understanding.reading import Reading

if TYPE_CHECKING:
    from assistant.retrieval.retriever import Retrieved


@dataclass(frozen=True, slots=True)
class Consulted:
    """What the specialists found, for the answer and its trace."""

    findings: tuple[Finding, ...]
    reading: Reading | None = None
    retrieved: tuple[Retrieved, ...] = ()

    @classmethod
    def of(cls, finding: Finding) -> Consulted:
        """One finding and nothing else."""
        return cls((finding,))
