"""A figure that is said to be the guide's, held against the one that the guide gives."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.decisions.calculations.recovery_points import RULE as POINTS
from assistant.decisions.readiness import prerequisites as items
from assistant.decisions.readiness.checks import Prerequisite
from assistant.decisions.types import DecisionResult, Rule, Source, Standing, headline, reason


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of the guide: how it is written, the rule that it stands in, and whether it is the most that
    is allowed rather than the least that will do."""

    text: str
    rule: Rule
    sources: tuple[Source, ...]
    table: str
    most: bool = False


def _of(text: str, item: Prerequisite, *, most: bool = False) -> Figure:
    return Figure(text, item.rule(), item.sources, item.id, most)


EXTRACTION = _of("4 GB", items.EXTRACTION)
SCRATCH = _of("5 %", items.SCRATCH)
MACHINE = _of("A2 Standard with 2 cores and 3.5 GB RAM", items.VM_SIZE)
SIZE = _of("A2", items.VM_SIZE)
CORES = _of("2 cores", items.VM_SIZE)
MEMORY = _of("3.5 GB RAM", items.VM_SIZE)
DOTNET = _of(".NET Framework 3.5 SP1", items.DOTNET)
RETENTION = _of("five days", items.LOCAL_RETENTION, most=True)
VAULT = Figure("9999 recovery points", POINTS, (POINTS.source,), "recovery-points", most=True)


def held(figure: Figure, claimed: str, *, same: bool, exactly: bool = False) -> DecisionResult:
    """Whether the guide says what is claimed: `same` as its `figure`, and with `exactly` no other."""
    bound = "it is the most, and less will do" if figure.most else "it is the least, and more will do"
    if not same:
        said = f"No. The guide's figure is {figure.text}, not {claimed}."
    elif exactly:
        said = f"Not exactly: {figure.text} is the guide's figure, but {bound}."
    else:
        said = f"Yes. {figure.text} is the guide's figure: {bound}."
    return DecisionResult(
        table=figure.table,
        inputs={"claimed": claimed},
        outcome="as claimed" if same and not exactly else "otherwise",
        standing=Standing.SETTLED,
        statements=(headline(said, *figure.sources), reason(figure.rule.text, *figure.sources)),
        outputs={"figure": figure.text},
        rules=(figure.rule,),
    )
