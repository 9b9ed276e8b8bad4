"""Every way through every tree is walked: no dead end, no node unseen, every prompt borne out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pytest

from assistant.compose import compose
from assistant.troubleshooting.loading import load_trees
from assistant.troubleshooting.model import Question
from assistant.troubleshooting.session import back, current, reply, skip, start
from assistant.troubleshooting.specialist import finding_of
from assistant.troubleshooting.state import State, state_of
from assistant.verify import unsupported

each_tree = pytest.mark.parametrize("tree_id", list(load_trees()))
CODE = "error code 100050"
REFERENCE = re.compile(r" (?:\[\d+\])+")


def replies(state: State) -> list[str]:
    """A reply for every branch of the question that the session stands at."""
    node = current(state)
    if not isinstance(node, Question):
        return ["yes, works now", "no, same error"]
    return [CODE if branch.any_code else branch.label for branch in node.branches]


def onward(state: State) -> Iterator[State]:
    yield from (reply(state, text) for text in replies(state))
    yield skip(state)


def explored(first: State) -> dict[tuple[str, str, str, str], State]:
    """One state for each place and set of facts within reach: edges depend on nothing else."""
    seen: dict[tuple[str, str, str, str], State] = {}
    ahead = [first]
    while ahead:
        state = ahead.pop()
        key = (state.tree, state.node, state.outcome, json.dumps(state.facts, sort_keys=True))
        if key not in seen:
            seen[key] = state
            if not state.outcome:
                ahead.extend(onward(state))
    return seen


def ways(tree_id: str) -> tuple[int, int]:
    """How many complete paths there are, by counting, and the length of the longest."""
    known: dict[tuple[str, str, str], tuple[int, int]] = {}

    def count(state: State) -> tuple[int, int]:
        if state.outcome:
            return 1, 0
        key = (state.tree, state.node, json.dumps(state.facts, sort_keys=True))
        if key not in known:
            below = [count(after) for after in onward(state)]
            known[key] = sum(one for one, _ in below), 1 + max(length for _, length in below)
        return known[key]

    return count(start(tree_id))


@each_tree
def test_every_path_comes_to_an_end(tree_id: str) -> None:
    paths, longest = ways(tree_id)
    assert paths > 10
    assert longest < 60


@each_tree
def test_every_node_of_the_tree_is_reached_by_replies(tree_id: str) -> None:
    first = start(tree_id)
    stood = {name for tree, name, _, _ in explored(first) if tree == tree_id}
    passed = {step.node for state in explored(first).values() for step in state.path if step.tree == tree_id}
    assert stood | passed == set(load_trees()[tree_id].nodes)


@each_tree
def test_every_reply_leads_where_its_branch_says(tree_id: str) -> None:
    for state in explored(start(tree_id)).values():
        node = current(state)
        if isinstance(node, Question) and not state.outcome:
            for branch, text in zip(node.branches, replies(state), strict=True):
                after = reply(state, text)
                step = after.path[len(state.path)]
                assert (step.node, step.branch, step.how) == (node.id, branch.label, "reply")


@each_tree
def test_every_prompt_can_be_shown_and_all_of_it_stands_on_its_sources(tree_id: str) -> None:
    for state in explored(start(tree_id)).values():
        finding = finding_of(state)
        for statement in finding.statements:
            also = [value for verdict in finding.verdicts for value in verdict.inputs.values()]
            assert not unsupported(statement, also), statement.text
        answer = compose("", [finding])
        assert answer.text.strip()
        assert bool(finding.missing) is not bool(state.outcome)
        if not state.outcome:
            assert answer.citations
        node = current(state)
        if isinstance(node, Question) and not state.outcome:
            assert node.ask in answer.text
            assert node.do.rstrip(".") in REFERENCE.sub("", answer.text)


@each_tree
def test_no_step_of_a_resolution_is_cut_by_the_word_limit(tree_id: str) -> None:
    for state in explored(start(tree_id)).values():
        finding = finding_of(state)
        text = compose("", [finding]).text
        steps = [
            said
            for said in finding.statements
            if said.role == "step" and said.text[:2] in {"1.", "2.", "3.", "4."}
        ]
        for statement in steps:
            assert statement.text.rstrip(".")[:40] in text


@each_tree
def test_states_survive_json(tree_id: str) -> None:
    for state in explored(start(tree_id)).values():
        assert state_of(json.loads(json.dumps(state.to_dict()))) == state


@each_tree
def test_back_undoes_any_reply(tree_id: str) -> None:
    for state in explored(start(tree_id)).values():
        if state.outcome:
            continue
        for after in onward(state):
            again = back(after)
            assert (again.tree, again.node, again.path, again.outcome) == (
                state.tree,
                state.node,
                state.path,
                "",
            )
