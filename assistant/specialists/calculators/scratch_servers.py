"""The scratch locations of several backup servers, each with data of its own for Azure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import ClassVar, Self

from assistant.decisions.calculations import limits
from assistant.decisions.expressions.needed import Needed
from assistant.decisions.reading.quantities import Size
from assistant.decisions.types import DecisionResult
from assistant.specialists.calculators import scratch_words as words
from assistant.specialists.calculators.calculator_question import Calculation, Question, size_of, size_text
from assistant.specialists.calculators.scratch_place import is_scratch
from assistant.specialists.calculators.source_changes import changed_sources
from assistant.understanding.amounts.figures import Told, find_told, growth_in, sources_in
from assistant.understanding.server.backup_servers import backup_servers_in, is_of_each


@dataclass(frozen=True, slots=True)
class ScratchServers(Calculation):
    """As much data for Azure on each of several backup servers: `each` on every one of `servers`."""

    NAME: ClassVar[str] = "scratch-servers"
    NEEDS: ClassVar[Needed] = Needed(words.ABOUT)
    each: Size
    servers: int = 1

    @classmethod
    def read(cls, question: Question, before: Self | None) -> Self | None:
        """See `Calculation`."""
        text = question.text
        servers, told = backup_servers_in(text), find_told(text)
        if before is not None:
            return before._changed(text, servers, told)
        if not question.has(words.ABOUT) or growth_in(text):
            return None
        if servers is None or len(told) != 1 or is_scratch(text, told[0]):
            return None
        return cls(told[0].size, servers) if is_of_each(text, told[0]) else None

    def _changed(self, text: str, servers: int | None, told: Sequence[Told]) -> Self | None:
        """The same with other data on each of the servers, or with another number of them."""
        servers = servers or changed_sources(text, self.servers) or sources_in(text)
        if len(told) == 1 and not is_scratch(text, told[0]):
            return replace(self, each=told[0].size, servers=servers or self.servers)
        if growth := growth_in(text):
            return replace(self, each=Size(self.each.bytes * growth.factor, self.each.binary))
        return replace(self, servers=servers) if servers and not told else None

    @classmethod
    def kept(cls, facts: Mapping[str, str]) -> Self:
        """See `Calculation`."""
        return cls(size_of(facts.get("each", "")) or Size(Decimal(0)), int(facts.get("servers", "1")))

    def facts(self) -> dict[str, str]:
        """See `Calculation`."""
        return {"each": size_text(self.each), "servers": str(self.servers)}

    def result(self) -> DecisionResult:
        """See `Calculation`."""
        return limits.scratch_of_servers(self.each, self.servers)
