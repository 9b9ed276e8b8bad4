"""Every error as RFC 9457 problem details: what kinds there are, and which error of ours becomes which."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response
from starlette.types import Scope

from assistant.decisions.types import DecisionInputError
from assistant.store.faults import HistoryMoved, NotFound
from ingest.errors import IndexBusy, IndexFault, InputError, MabsError, ModelFault, StorageFault

MEDIA_TYPE = "application/problem+json"
TYPE = "urn:mabs:problem:"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of problem: status, title, and what is told when the cause is none of the client's business."""

    status: int
    title: str
    detail: str = ""


KINDS: Mapping[str, Kind] = {
    "malformed": Kind(400, "The request can't be understood."),
    "unauthorized": Kind(401, "An API key is needed."),
    "forbidden": Kind(403, "This is not allowed."),
    "not-found": Kind(404, "There is no such thing.", "GET /openapi.json describes every address."),
    "method-not-allowed": Kind(
        405, "This address doesn't take that method.", "The header Allow has those that it takes."
    ),
    "stalled": Kind(408, "The body of the request did not arrive in time."),
    "conflict": Kind(409, "It was changed in the meantime, or is in use."),
    "too-large": Kind(413, "The request is too large."),
    "unsupported-media": Kind(415, "The body is of a kind that isn't taken here."),
    "unusable-input": Kind(422, "What was sent can't be used."),
    "too-many-requests": Kind(429, "Too many requests."),
    "internal": Kind(500, "Something went wrong here.", "The request id leads to it in the server's log."),
    "search-unavailable": Kind(
        503,
        "Searching is not possible right now.",
        "Tables and error codes still answer. /readyz tells which part is missing.",
    ),
    "store-unavailable": Kind(
        503,
        "The store can't be used right now.",
        "Questions are still answered, without history. /readyz tells when the store is back.",
    ),
    "overloaded": Kind(503, "The server is busy.", "Try again after the seconds that Retry-After gives."),
    "not-ready": Kind(503, "A part of the server is missing."),
    "overdue": Kind(503, "The request took too long and was given up."),
}
_BY_STATUS = {kind.status: name for name, kind in reversed(list(KINDS.items()))}


class FieldProblem(BaseModel):
    """One field that can't be used."""

    location: str = Field(examples=["body.question"])
    message: str = Field(examples=["Field required"])


class Problem(BaseModel):
    """Problem details after RFC 9457."""

    model_config = ConfigDict(extra="allow")

    type: str = Field(examples=[TYPE + "unusable-input"], description="The kind of problem.")
    title: str = Field(examples=[KINDS["unusable-input"].title])
    status: int = Field(examples=[422])
    detail: str = Field("", examples=["The question is empty."], description="What is wrong, in a sentence.")
    instance: str = Field("", examples=["/v1/ask"], description="The path that was asked for.")
    request_id: str = Field(
        "", examples=["5f2b8c1e9a"], description="Leads to the request in the server's log."
    )
    remedy: str | None = Field(None, description="What to do about it.")
    errors: list[FieldProblem] | None = Field(None, description="The fields that can't be used.")


class ApiError(MabsError):
    """A problem that the API itself raises; `extra` are further members of its body."""

    def __init__(
        self,
        kind: str,
        detail: str = "",
        remedy: str = "",
        *,
        headers: Mapping[str, str] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__(detail or KINDS[kind].title, remedy)
        self.kind = kind
        self.detail = detail
        self.headers = headers or {}
        self.extra = extra or {}


def problem_of(error: Exception) -> ApiError:
    """The problem that an error becomes. What faults of ours tell (paths, addresses) stays in the log."""
    if isinstance(error, ApiError):
        return error
    if isinstance(error, DecisionInputError):
        name = "not-found" if error.name == "table" else "unusable-input"
        extra = {"errors": [{"location": error.name, "message": error.message}]} if error.name else {}
        return ApiError(name, error.message, extra=extra)
    if isinstance(error, MabsError):
        for kind, name in _TREE.items():
            if isinstance(error, kind):
                told = isinstance(error, InputError | IndexBusy)
                return ApiError(
                    name, error.message if told else KINDS[name].detail, error.remedy if told else ""
                )
    return ApiError("internal", KINDS["internal"].detail)


_TREE: Mapping[type[MabsError], str] = {
    NotFound: "not-found",
    HistoryMoved: "conflict",
    IndexBusy: "conflict",
    InputError: "unusable-input",
    IndexFault: "search-unavailable",
    ModelFault: "search-unavailable",
    StorageFault: "store-unavailable",
}


def problem_for_status(status: int, detail: str = "", headers: Mapping[str, str] | None = None) -> ApiError:
    """The problem for a bare status, as the framework raises them: its "Not Found" tells nothing."""
    if detail == HTTPStatus(status).phrase:
        detail = ""
    name = _BY_STATUS.get(status, "malformed" if status < HTTPStatus.INTERNAL_SERVER_ERROR else "internal")
    return ApiError(name, detail, headers=headers or {})


def problem_body(error: ApiError, path: str, request_id: str) -> dict[str, Any]:
    """The members of the problem, without empty ones."""
    kind = KINDS[error.kind]
    members = {
        "type": TYPE + error.kind,
        "title": kind.title,
        "status": kind.status,
        "detail": error.detail or kind.detail or kind.title,
        "instance": path,
        "request_id": request_id,
        "remedy": error.remedy or None,
        **error.extra,
    }
    return {name: value for name, value in members.items() if value is not None}


def problem_response(error: ApiError, scope: Scope) -> Response:
    """The response; ASCII only, so that no text of a request can break it."""
    body = problem_body(error, scope.get("path", ""), request_id_of(scope))
    if scope.get("path") == "/v1/chat/completions":  # where clients of that protocol look for the message
        body["error"] = {"message": body["detail"], "type": error.kind, "param": None, "code": error.kind}
    headers = dict(error.headers)
    if KINDS[error.kind].status == HTTPStatus.SERVICE_UNAVAILABLE:
        headers.setdefault("retry-after", "2")
    return Response(json.dumps(body), KINDS[error.kind].status, headers, MEDIA_TYPE)


def request_id_of(scope: Scope) -> str:
    """The id that the request goes by; empty before it has one."""
    identifier: str = scope.get("state", {}).get("request_id", "")
    return identifier


def validation_problem(errors: Sequence[Mapping[str, Any]]) -> ApiError:
    """Validation errors by field. What was sent is not repeated: it may hold secrets."""
    if any(error.get("type") == "json_invalid" for error in errors):
        return ApiError("malformed", "The body is not valid JSON.")
    fields = [
        {"location": ".".join(map(_part, error["loc"])), "message": _message(error)} for error in errors[:20]
    ]
    first = fields[0] if fields else {"location": "", "message": ""}
    return ApiError("unusable-input", f"{first['location']}: {first['message']}", extra={"errors": fields})


def _part(part: object) -> str:
    return str(part)[:80]


def _message(error: Mapping[str, Any]) -> str:
    return str(error.get("msg", ""))[:300]
