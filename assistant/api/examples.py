"""What the OpenAPI document shows: an example of every problem, and the problems of an operation."""

from __future__ import annotations

from typing import Any

from assistant.api.problems import KINDS, MEDIA_TYPE, ApiError, Problem, problem_body

Responses = dict[int | str, dict[str, Any]]

COMMON = (
    *("malformed", "unauthorized", "forbidden", "method-not-allowed", "stalled", "too-large"),
    *("unusable-input", "too-many-requests", "internal", "overloaded"),
)
_DETAILS = {
    "not-found": "There is no conversation 0f8fad5bd9cb469fa16570867728950e.",
    "unusable-input": "body.question: Field required",
    "unauthorized": "The request has no API key.",
}


def problems(*further: str, path: str = "/v1/ask") -> Responses:
    """The responses for the problems that any operation can have, and those named."""
    by_status: dict[int, list[str]] = {}
    for name in (*COMMON, *further):
        by_status.setdefault(KINDS[name].status, []).append(name)
    return {status: _response(names, path) for status, names in sorted(by_status.items())}


def example(value: Any) -> dict[str, Any]:
    """The `content` of a response with an example."""
    return {"content": {"application/json": {"example": value}}}


def _response(names: list[str], path: str) -> dict[str, Any]:
    shown = {name: {"value": _example(name, path)} for name in names}
    response: dict[str, Any] = {
        "description": " / ".join(dict.fromkeys(KINDS[name].title for name in names)),
        "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}, "examples": shown}},
    }
    if any(KINDS[name].status in (429, 503) for name in names):
        response["headers"] = {
            "Retry-After": {"schema": {"type": "integer"}, "description": "Seconds to wait."}
        }
    return response


def _example(name: str, path: str) -> dict[str, Any]:
    return problem_body(ApiError(name, _DETAILS.get(name, "")), path, "5f2b8c1e9a3d4f60")


def add_problem_schema(document: dict[str, Any]) -> None:
    """Puts the problem's schema into an OpenAPI document, in place of the framework's validation error."""
    schemas = document.setdefault("components", {}).setdefault("schemas", {})
    for unused in ("HTTPValidationError", "ValidationError"):
        schemas.pop(unused, None)
    schema = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
    schemas.update(schema.pop("$defs", {}))
    schemas["Problem"] = schema
