"""`/v1/troubleshooting`: guided checks as a session that any server process can carry on."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter
from pydantic import BaseModel, Field

from assistant.api.examples import example, problems
from assistant.api.problems import ApiError
from assistant.api.rendering import answer_out
from assistant.api.routers.ask import ANSWER
from assistant.api.schemas import AnswerOut, Id, Input, PathId, Text
from assistant.api.services import Use, Who
from assistant.compose import compose
from assistant.troubleshooting.loading import load_trees
from assistant.troubleshooting.session import jump, reply, start
from assistant.troubleshooting.specialist import finding_of
from assistant.troubleshooting.state import State, state_of
from assistant.troubleshooting.summary import summary
from assistant.troubleshooting.symptoms import tree_for

router = APIRouter(tags=["troubleshooting"])
_PATH = "/v1/troubleshooting"
_SESSION = _PATH + "/sessions/{session_id}"
ONE = problems(
    "not-found", "conflict", "store-unavailable", "overdue", path=f"{_PATH}/sessions/{ANSWER['id']}"
)


class TreeOut(BaseModel):
    """A tree of checks."""

    id: str
    title: str
    problem: str


class TreeList(BaseModel):
    """The trees there are."""

    trees: list[TreeOut]


class StartIn(Input):
    """Where to begin: at a tree, or at the one that a description of the trouble leads to."""

    tree: Text = Field("", max_length=100, examples=["replica-inconsistent"])
    problem: Text = Field("", max_length=20_000, examples=["the replica is inconsistent again"])


class ReplyIn(Input):
    """A reply in free words; `skip`, `back` and `stop` work too. `jump` goes on in another tree instead."""

    reply: Text = Field("", max_length=20_000, examples=["TRUE"])
    jump: Text = Field("", max_length=100)


class StepOut(BaseModel):
    """A step taken."""

    tree: str
    node: str
    how: str
    branch: str
    reply: str
    finding: str
    codes: list[str]


class SessionOut(BaseModel):
    """A session: what to show next, and every step that led there. `outcome` is empty while it runs."""

    id: Id
    tree: str
    node: str
    outcome: str
    notice: str
    prompt: AnswerOut
    path: list[StepOut]
    findings: list[str]


class SummaryOut(BaseModel):
    """A session ready to be pasted into a ticket."""

    outcome: str
    markdown: str


@router.get(
    _PATH + "/trees",
    responses={200: example({"trees": []}), **problems(path=_PATH + "/trees")},
    summary="List the trees",
)
async def get_trees(services: Use) -> TreeList:
    """The trees there are."""
    found = await services.run(load_trees)
    return TreeList(trees=[TreeOut(id=t.id, title=t.title, problem=t.problem) for t in found.values()])


@router.post(_PATH + "/sessions", status_code=201, responses=ONE, summary="Start a session")
async def post_session(body: StartIn, services: Use, caller: Who) -> SessionOut:
    """Begins at a tree."""
    state = await services.run(lambda: _begun(body))
    identifier = await services.store(lambda stores: stores.sessions.create(state.to_dict(), caller.key))
    return _out(identifier, state)


@router.get(_SESSION, responses=ONE, summary="Show a session")
async def get_session(session_id: PathId, services: Use, caller: Who) -> SessionOut:
    """Where a session stands."""
    data, _ = await services.store(lambda stores: stores.sessions.get(session_id, caller.owner))
    return await services.run(lambda: _out(session_id, state_of(data)))


@router.post(_SESSION + "/reply", responses=ONE, summary="Reply")
async def post_reply(session_id: PathId, body: ReplyIn, services: Use, caller: Who) -> SessionOut:
    """Goes on with a reply, or jumps to another tree."""
    if bool(body.reply.strip()) == bool(body.jump.strip()):
        raise ApiError("unusable-input", "Either `reply` or `jump` is needed.")
    data, version = await services.store(lambda stores: stores.sessions.get(session_id, caller.owner))
    state = await services.run(lambda: _replied(state_of(data), body))
    await services.store(lambda stores: stores.sessions.put(session_id, state.to_dict(), version))
    return _out(session_id, state)


@router.get(_SESSION + "/summary", responses=ONE, summary="Summarise a session")
async def get_summary(session_id: PathId, services: Use, caller: Who) -> SummaryOut:
    """Problem, checks done, findings, result and sources, for a ticket."""
    data, _ = await services.store(lambda stores: stores.sessions.get(session_id, caller.owner))
    state = await services.run(lambda: state_of(data))
    return SummaryOut(outcome=state.outcome, markdown=await services.run(lambda: summary(state)))


@router.delete(_SESSION, status_code=204, responses=ONE, summary="Forget a session")
async def delete_session(session_id: PathId, services: Use, caller: Who) -> None:
    """Forgets a session."""
    await services.store(lambda stores: stores.sessions.delete(session_id, caller.owner))


def _begun(body: StartIn) -> State:
    tree = body.tree.strip() or tree_for(body.problem)
    if not tree:
        names = ", ".join(load_trees())
        raise ApiError("unusable-input", "No tree fits this description.", f"There are: {names}.")
    return start(tree)


def _replied(state: State, body: ReplyIn) -> State:
    if state.outcome:
        raise ApiError("conflict", "This session is over.", "Start another one.")
    return jump(state, body.jump) if body.jump.strip() else reply(state, body.reply)


def _out(identifier: str, state: State) -> SessionOut:
    data: dict[str, Any] = state.to_dict()
    prompt = compose("", [finding_of(state)])
    return SessionOut(
        id=identifier,
        tree=state.tree,
        node=state.node,
        outcome=state.outcome,
        notice=state.notice,
        prompt=answer_out(prompt),
        path=[StepOut.model_validate(step) for step in data["path"]],
        findings=data["findings"],
    )
