"""A conversation as plain data: what was asked, what was understood and what was answered, turn by turn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from assistant.answer import Answer


@dataclass(frozen=True, slots=True)
class Turn:
    """One question with its answer; `facts` is what the next turn may carry over (JSON-able)."""

    question: str
    answer: Answer
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class Conversation:
    """Turns in order. `id` is empty until a store keeps it."""

    turns: list[Turn] = field(default_factory=list)
    id: str = ""

    @property
    def facts(self) -> Mapping[str, Any]:
        """What the latest turn leaves for the next one; empty at the start."""
        return self.turns[-1].facts if self.turns else {}
