"""`POST /v1/feedback`, and its export as evaluation cases."""

from __future__ import annotations

import json
from typing import Any

from fastapi import APIRouter
from fastapi.responses import Response

from assistant.api.examples import example, problems
from assistant.api.routers.ask import ANSWER
from assistant.api.schemas import Created, FeedbackIn
from assistant.api.services import Admin, Use, Who
from assistant.masking import mask_personal
from assistant.store import StoredFeedback

router = APIRouter(tags=["feedback"])
_EXPECT = {"answered": "answer", "partial": "answer", "clarify": "clarify", "abstained": "abstain"}


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
    rows = await services.store(lambda stores: stores.conversations.feedback_with_turns())
    lines = await services.run(lambda: [json.dumps(case_of(row), ensure_ascii=False) for row in rows])
    return Response("".join(f"{line}\n" for line in lines), media_type="application/x-ndjson")


def case_of(row: StoredFeedback) -> dict[str, Any]:
    """An evaluation case: a good answer's kind and sources are to be kept, a bad one's are open."""
    good = row.rating == "up"
    citations = row.answer.get("citations", ()) if good else ()
    gold = dict.fromkeys(citation["section"].split(" > ")[-1] for citation in citations)
    said = ": ".join(part for part in (f"thumb {row.rating}", row.comment) if part)
    return {
        "id": f"feedback-{row.id}",
        "kind": "feedback",
        "tags": ["feedback", row.rating],
        "turns": [mask_personal(turn) for turn in row.turns],
        "expect": _EXPECT.get(row.answer.get("status", ""), "any") if good else "any",
        "required": [],
        "forbidden": [],
        "gold": list(gold),
        "cluster": "",
        "why": mask_personal(" ".join(said.split())),
        "model_answer": mask_personal(row.correction or (row.answer.get("text", "") if good else "")),
    }
