"""`/v1/tables` and `/v1/preflight`: the decision tables asked directly. No model, no index."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Body, Path
from pydantic import BaseModel, Field

from assistant.api.examples import example, problems
from assistant.api.schemas import Input, Text
from assistant.api.services import Use
from assistant.decisions import tables
from assistant.decisions.readiness.preflight import preflight

router = APIRouter(tags=["tables"])
Name = Annotated[str, Path(max_length=100, examples=["connectivity"])]
INPUTS = {"connectivity": "Connected", "subscription": "Expired"}


class SourceOut(BaseModel):
    """Where a rule stands."""

    document: str
    section: str
    date: str


class TableInput(BaseModel):
    """An input of a table; no values: anything that `kind` describes."""

    name: str
    question: str
    kind: str
    values: list[str]


class RuleOut(BaseModel):
    """A row of a table."""

    id: str
    conditions: dict[str, str]
    outputs: dict[str, str]
    source: SourceOut
    strength: str
    text: str


class TableOut(BaseModel):
    """A decision table whole, in DMN's words; `header` and `rows` are its printed form."""

    name: str
    title: str
    hit_policy: str
    inputs: list[TableInput]
    outputs: list[str]
    header: list[str]
    rows: list[list[str]]
    rules: list[RuleOut]
    notes: list[str]


class TableHead(BaseModel):
    """A table's name and title."""

    name: str
    title: str


class TableList(BaseModel):
    """The tables there are."""

    tables: list[TableHead]


class DecideIn(Input):
    """Inputs by name; empty values count as not told. `today` gives "since 2 November" its meaning."""

    inputs: dict[str, Text] = Field(max_length=100)
    today: date | None = None


class StatementOut(BaseModel):
    """A sentence of a decision."""

    role: str
    text: str
    sources: list[SourceOut]


class DecisionMissing(BaseModel):
    """An input that was not told."""

    name: str
    question: str
    choices: list[dict[str, str]]


class DecisionOut(BaseModel):
    """What a table says."""

    table: str
    inputs: dict[str, str]
    outcome: str
    standing: str
    outputs: dict[str, str]
    headline: str
    reason: str
    next_step: str
    caveats: list[str]
    working: str
    missing: list[DecisionMissing]
    rules: list[RuleOut]
    sources: list[SourceOut]
    statements: list[StatementOut]
    notes: list[str]


class PreflightItem(BaseModel):
    """One line of the readiness report."""

    id: str
    title: str
    status: str
    strength: str
    reason: str
    fix: str
    sources: list[SourceOut]
    later: bool


class PreflightOut(BaseModel):
    """Whether a machine is ready."""

    overall: str
    exit_code: int
    headline: str
    counts: dict[str, int]
    items: list[PreflightItem]


FactValue = bool | int | float | Text | list[Text] | None
_HEAD = {"name": "connectivity", "title": "What works in which state of connectivity and subscription"}


@router.get(
    "/v1/tables",
    responses={200: example({"tables": [_HEAD]}), **problems(path="/v1/tables")},
    summary="List the decision tables",
)
async def get_tables() -> TableList:
    """Name and title of every table."""
    return TableList(tables=[TableHead(name=t.name, title=t.title) for t in tables.TABLES.values()])


@router.get(
    "/v1/tables/{name}",
    response_model=TableOut,
    responses=problems("not-found", path="/v1/tables/connectivity"),
    summary="Show a table",
)
async def get_table(name: Name) -> dict[str, object]:
    """A table whole: inputs, rules, printed form, notes."""
    return tables.table(name).to_dict()


@router.post(
    "/v1/tables/{name}/decide",
    response_model=DecisionOut,
    responses=problems("not-found", "overdue", path="/v1/tables/connectivity/decide"),
    summary="Ask a table",
)
async def post_decide(
    name: Name,
    body: Annotated[DecideIn, Body(openapi_examples={"states": {"value": {"inputs": INPUTS}}})],
    services: Use,
) -> dict[str, object]:
    """What the table says to these inputs, and what is missing where they don't settle it."""
    today = body.today or date.today()  # noqa: DTZ011  # the calendar of the place where the server stands
    result = await services.run(lambda: tables.decide(name, body.inputs, today))
    return result.to_dict()


@router.post(
    "/v1/preflight",
    response_model=PreflightOut,
    responses=problems("overdue", path="/v1/preflight"),
    summary="Check a machine",
)
async def post_preflight(
    facts: Annotated[
        dict[str, FactValue],
        Body(openapi_examples={"small": {"value": {"vm_size": "Standard_A2", "cores": 2, "memory_gb": 3.5}}}),
    ],
    services: Use,
) -> dict[str, Any]:
    """Every prerequisite held against the facts; what isn't told is unknown."""
    report = await services.run(lambda: preflight(facts))
    return report.to_dict()
