"""Is this machine ready for Azure Backup Server? Every prerequisite held against the facts that are known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from assistant.decisions.readiness.checks import Prerequisite, Status
from assistant.decisions.readiness.facts import validate
from assistant.decisions.readiness.preflight_checks import CHECKS
from assistant.decisions.types import DecisionResult, Source, Strength


class Readiness(StrEnum):
    """READY (warnings allowed), NOT_READY (something fails) or UNSETTLED (a requirement is unknown)."""

    READY = "ready"
    NOT_READY = "not_ready"
    UNSETTLED = "unsettled"


EXIT_CODES = {Readiness.READY: 0, Readiness.NOT_READY: 1, Readiness.UNSETTLED: 3}


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the report. `fix` is empty for what passes and asks for the fact where it is unknown."""

    id: str
    title: str
    status: Status
    strength: Strength
    reason: str
    fix: str
    sources: tuple[Source, ...]
    later: bool

    def to_dict(self) -> dict[str, object]:
        """All fields, ready for JSON."""
        return {
            "id": self.id,
            "title": self.title,
            "status": str(self.status),
            "strength": str(self.strength),
            "reason": self.reason,
            "fix": self.fix,
            "sources": [source.to_dict() for source in self.sources],
            "later": self.later,
        }


@dataclass(frozen=True, slots=True)
class PreflightReport:
    """Every item in the order of the installation, and what they come to."""

    items: tuple[Item, ...]

    @property
    def overall(self) -> Readiness:
        """NOT_READY when an item fails; else UNSETTLED when a requirement that comes first is unknown."""
        if any(item.status is Status.FAIL for item in self.items):
            return Readiness.NOT_READY
        needed = [item for item in self.items if item.strength is Strength.REQUIREMENT and not item.later]
        unsettled = any(item.status is Status.UNKNOWN for item in needed)
        return Readiness.UNSETTLED if unsettled else Readiness.READY

    @property
    def exit_code(self) -> int:
        """0 ready, 1 not ready, 3 not settled."""
        return EXIT_CODES[self.overall]

    def with_status(self, status: Status) -> tuple[Item, ...]:
        """The items of one status."""
        return tuple(item for item in self.items if item.status is status)

    @property
    def headline(self) -> str:
        """The verdict in one sentence."""
        counts = {status: len(self.with_status(status)) for status in Status}
        if self.overall is Readiness.NOT_READY:
            return f"Not ready: {_items(counts[Status.FAIL])} failed."
        if self.overall is Readiness.UNSETTLED:
            return f"Not settled: nothing failed, but {_items(counts[Status.UNKNOWN])} could not be checked."
        warned = (
            f", with {_items(counts[Status.WARN])} against the guide's advice" if counts[Status.WARN] else ""
        )
        return f"Ready{warned}."

    def to_dict(self) -> dict[str, object]:
        """Everything, ready for JSON."""
        return {
            "overall": str(self.overall),
            "exit_code": self.exit_code,
            "headline": self.headline,
            "counts": {str(status): len(self.with_status(status)) for status in Status},
            "items": [item.to_dict() for item in self.items],
        }


def _items(count: int) -> str:
    return f"{count} item{'' if count == 1 else 's'}"


def preflight(facts: Mapping[str, object]) -> PreflightReport:
    """The readiness report for `facts` (see facts.py); null and absent are unknown.

    DecisionInputError when a fact's name, type or value is unusable.
    """
    known = validate(facts)
    return PreflightReport(tuple(_item(item, check(known)) for item, check in CHECKS.items()))


def _item(item: Prerequisite, result: DecisionResult) -> Item:
    status = Status(result.outcome)
    reason = result.headline if status is not Status.UNKNOWN or result.inputs else f"Not told. {item.text}"
    return Item(
        id=item.id,
        title=item.title,
        status=status,
        strength=item.strength if status is not Status.WARN else Strength.RECOMMENDATION,
        reason=reason,
        fix="" if status is Status.PASS else item.question if status is Status.UNKNOWN else item.fix,
        sources=item.sources,
        later=item.later,
    )
