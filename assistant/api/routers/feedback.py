"""`POST /v1/feedback`, and its export as evaluation cases."""

from __future__ import annotations

from collections.abc import Sequence

from fastapi import APIRouter
from fastapi.responses import Response

from assistant.api.examples import example, problems
from assistant.api.routers.ask import ANSWER
from assistant.api.schemas import Created, FeedbackIn
from assistant.api.services import Admin, Use, Who
from assistant.store import StoredFeedback

router = APIRouter(tags=["feedback"])


@router.post(
    "/v1/feedback",
    status_code=201,
    responses={
        201: example({"id": ANSWER["id"]}),
        **problems("not-found", "store-unavailable", "overdue", path="/v1/feedback"),
    },
    summary="Judge an answer",
)
async def post_feedback(body: FeedbackIn, services: Use, caller: Who) -> Created:
    """Keeps a thumb up or down for an answer, with a comment and a better answer where there is one."""
    identifier = await services.store(
        lambda stores: stores.conversations.add_feedback(
            body.answer_id, body.rating, body.comment, body.corrected_answer, caller.owner
        )
    )
    return Created(id=identifier)


@router.get(
    "/v1/feedback/export",
    response_class=Response,
    responses={
        200: {
            "description": "One evaluation case a line; addresses are masked.",
            "content": {"application/x-ndjson": {"schema": {"type": "string"}, "example": '{"id": "..."}\n'}},
        },
        **problems("store-unavailable", "overdue", path="/v1/feedback/export"),
    },
    summary="Export the feedback",
)
async def export_feedback(services: Use, caller: Admin) -> Response:
    """The feedback as evaluation cases: what a reviewer has still to fill in are the facts to require."""
    rows = await services.store(lambda stores: stores.conversations.feedback())
    lines = await services.run(lambda: _lines(rows))
    return Response("".join(lines), media_type="application/x-ndjson")


def _lines(rows: Sequence[StoredFeedback]) -> list[str]:
    from evals.cases import case_line
    from evals.feedback import cases_from_feedback

    return [case_line(case) for case in cases_from_feedback(rows)]
