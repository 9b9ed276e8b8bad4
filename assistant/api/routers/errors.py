"""`/v1/errors`: the error-code reference, exactly by code, or by what is found in a pasted text."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any, cast, get_args

from fastapi import APIRouter, Path, Query
from pydantic import BaseModel

from assistant.api.examples import example, problems
from assistant.api.problems import ApiError
from assistant.api.schemas import Text
from assistant.api.services import Services, Use
from assistant.codes.catalogues import CatalogueEntry
from assistant.codes.code_extraction import find_codes
from assistant.codes.entries import CodeId, ErrorEntry, Namespace
from assistant.codes.finding.found_code import FoundCode
from assistant.codes.reference import Reference, load_reference

router = APIRouter(tags=["errors"])
MAX_TEXT = 3000


class CodeOut(BaseModel):
    """A code in its namespace; `hexadecimal` is empty for codes that have no such spelling."""

    namespace: str
    value: str
    hexadecimal: str
    source: str


class CauseOut(BaseModel):
    """A cause; `basis` is `stated` by a source or `follows` from the message."""

    text: str
    basis: str


class SourceRefOut(BaseModel):
    """Where an entry is from."""

    document: str
    path: str
    section: str
    date: str


class EntryOut(BaseModel):
    """What the reference says about an error."""

    id: str
    codes: list[CodeOut]
    title: str
    component: str
    operation: str
    symptom: str
    message: str
    causes: list[CauseOut]
    resolution: list[str]
    no_action: bool
    verify: list[str]
    destructive: str
    related: list[str]
    table: str
    note: str
    sources: list[SourceRefOut]


class RowOut(BaseModel):
    """A row of an error-code table that was ingested. `action` may be empty."""

    namespace: str
    value: str
    message: str
    action: str
    heading: str
    collection: str
    document: str
    date: str
    source: str


class ErrorsOut(BaseModel):
    """Every entry that a code has in the reference, and its rows in ingested catalogues."""

    code: str
    entries: list[EntryOut]
    catalogues: list[RowOut]


class FoundOut(BaseModel):
    """A code found in a text. `candidate`: a bare number that may be none."""

    words: str
    namespace: str
    value: str
    role: str
    candidate: bool
    line_number: int
    count: int
    entries: list[EntryOut]


class FoundList(BaseModel):
    """The codes of a text, in order of appearance."""

    found: list[FoundOut]


@router.get(
    "/v1/errors",
    responses={200: example({"found": []}), **problems("overdue", path="/v1/errors")},
    summary="Find codes in a text",
)
async def get_errors(
    services: Use,
    text: Annotated[Text, Query(min_length=1, max_length=MAX_TEXT, examples=["CBEngine failed: 0x186D2"])],
) -> FoundList:
    """The codes in a line of a log, each with its entries. Whole logs go to `/v1/ask`."""
    return await services.run(lambda: FoundList(found=[_found(code) for code in find_codes(text)]))


@router.get(
    "/v1/errors/{code}",
    responses=problems("not-found", "overdue", path="/v1/errors/0x186D2"),
    summary="Explain a code",
)
async def get_error(
    code: Annotated[str, Path(min_length=1, max_length=100, examples=["100050"])], services: Use
) -> ErrorsOut:
    """Every entry of a code: decimal, hexadecimal, signed, a name, or with namespace (`vss-0x800423F4`)."""
    return await services.run(lambda: _explained(services, code))


def _explained(services: Services, code: str) -> ErrorsOut:
    reference = load_reference()
    readings = _readings(code)
    entries = [entry for reading in readings for entry in reference.lookup(reading)]
    rows = services.engine.catalogue_rows(readings)
    if not entries and not rows:
        near = [f"{n.namespace}-{n.value}" for r in readings[:1] for n in reference.nearest(r)]
        raise ApiError("not-found", f"There is no entry for {code!r}.", extra={"nearest_by_number": near})
    unique = {entry.id: entry for entry in entries}
    return ErrorsOut(
        code=code,
        entries=[_entry(entry) for entry in unique.values()],
        catalogues=[_row(row) for row in rows],
    )


def _readings(code: str) -> list[CodeId]:
    """The codes that the words can mean, those with an entry where there are some."""
    namespace, _, value = code.partition("-")
    if namespace in get_args(Namespace) and value:
        return [CodeId(cast(Namespace, namespace), value)]
    found = find_codes(code) or find_codes(f"error code {code}")
    return [reading for one in found for reading in _meant(one, load_reference())]


def _meant(found: FoundCode, reference: Reference) -> list[CodeId]:
    """Of exclusive readings the first that has an entry, of others all that have one; else all."""
    known = [reading for reading in found.readings if reference.has(reading)]
    return (known[:1] if found.exclusive else known) or list(found.readings)


def _found(found: FoundCode) -> FoundOut:
    reference = load_reference()
    entries = [entry for code in _meant(found, reference) for entry in reference.lookup(code)]
    return FoundOut(
        words=found.words,
        namespace=found.namespace,
        value=found.value,
        role=found.role,
        candidate=found.candidate,
        line_number=found.line_number,
        count=found.count,
        entries=[_entry(entry) for entry in entries],
    )


def _row(row: CatalogueEntry) -> RowOut:
    return RowOut(
        namespace=row.code.namespace,
        value=row.code.value,
        message=row.message,
        action=row.action,
        heading=row.heading,
        collection=row.collection,
        document=row.document,
        date=row.date,
        source=row.source,
    )


def _entry(entry: ErrorEntry) -> EntryOut:
    fields: dict[str, Any] = asdict(entry)
    fields.pop("asks", None)
    fields["codes"] = [
        {"namespace": c.namespace, "value": c.value, "hexadecimal": c.hexadecimal, "source": c.source}
        for c in entry.codes
    ]
    return EntryOut.model_validate(fields)
