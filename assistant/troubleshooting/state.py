"""The state of a session as plain data: where it is, and every step that led there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Literal, get_args

from assistant.troubleshooting.loading import load_trees
from assistant.troubleshooting.model import Question
from ingest.errors import InputError

How = Literal["reply", "skip", "known", "table", "handover", "jump"]
Outcome = Literal["", "solved", "escalated", "stopped"]


@dataclass(frozen=True, slots=True)
class Step:
    """One step taken: at which node, what was replied, which branch that was, and what was found thereby.

    `how`: by a reply, by skipping, from what was told before, by asking a table, handed over to another
    tree, or by jumping to one.
    """

    tree: str
    node: str
    how: How
    branch: str
    reply: str = ""
    finding: str = ""
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class State:
    """A session. `told` are facts known before it began, `notice` is why the last message led nowhere."""

    tree: str
    node: str
    path: tuple[Step, ...] = ()
    told: Mapping[str, str] = field(default_factory=dict)
    outcome: Outcome = ""
    notice: str = ""
    paused: bool = False

    @property
    def problem_tree(self) -> str:
        """The tree in which the session began."""
        return self.path[0].tree if self.path else self.tree

    @property
    def facts(self) -> dict[str, str]:
        """What is known for decisions: told before, and learned by replies, the latest last."""
        learned = {}
        for step in self.path:
            node = load_trees()[step.tree].nodes[step.node]
            if isinstance(node, Question) and node.fact and step.how in ("reply", "known"):
                value = next((branch.value for branch in node.branches if branch.label == step.branch), "")
                if value:
                    learned[node.fact] = value
        return {**self.told, **learned}

    @property
    def findings(self) -> tuple[str, ...]:
        """What was found on the way, in order."""
        return tuple(step.finding for step in self.path if step.finding)

    def to_dict(self) -> dict[str, Any]:
        """Plain data for JSON: every field, and the findings."""
        data = {**asdict(self), "told": dict(self.told), "findings": list(self.findings)}
        data["path"] = [{**asdict(step), "codes": list(step.codes)} for step in self.path]
        return data


def state_of(data: Mapping[str, Any]) -> State:
    """The state that `to_dict` wrote. InputError when it isn't one, or names trees or nodes that are gone."""
    try:
        path = tuple(Step(**{**step, "codes": tuple(step.get("codes", ()))}) for step in data["path"])
        known = {key: data[key] for key in ("tree", "node", "outcome", "notice", "paused")}
        state = State(path=path, told={str(k): str(v) for k, v in data["told"].items()}, **known)
    except (KeyError, TypeError, AttributeError) as error:
        raise InputError("That is no state of a troubleshooting session.", "Start again.") from error
    trees = load_trees()
    places = [(state.tree, state.node), *((step.tree, step.node) for step in path)]
    if any(tree not in trees or node not in trees[tree].nodes for tree, node in places):
        raise InputError("The troubleshooting trees have changed since this session.", "Start again.")
    if state.outcome not in get_args(Outcome) or any(step.how not in get_args(How) for step in path):
        raise InputError("That is no state of a troubleshooting session.", "Start again.")
    return state
