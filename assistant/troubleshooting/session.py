"""Walking a tree: start, reply, back, jump. Each takes a state and gives the next; all memory is in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from assistant.decisions.tables import decide
from assistant.decisions.types import DecisionInputError, DecisionResult
from assistant.masking import mask_secrets
from assistant.specialists.table_findings import finding_of
from assistant.troubleshooting.codes import entries, unknown_codes
from assistant.troubleshooting.loading import load_tree, load_trees
from assistant.troubleshooting.matching import command, match, names_branch, yes_or_no
from assistant.troubleshooting.model import (
    Branch,
    Decision,
    Escalation,
    Handover,
    Lookup,
    Node,
    Question,
    Resolution,
)
from assistant.troubleshooting.state import How, State, Step

HELPED, NOT_HELPED = "helped", "didn't help"
MAX_REPLY = 300
_HELPED = Branch(
    label="yes",
    means="",
    next="",
    phrases=(
        "it works",
        "works now",
        "works again",
        "working now",
        "it is working",
        "solved",
        "fixed",
        "that helped",
        "it helped",
        "that did it",
        "resolved",
        "all good",
        "success",
        "succeeded",
        "runs again",
        "green again",
    ),
)
_NOT_HELPED = Branch(
    label="no",
    means="",
    next="",
    phrases=(
        "still failing",
        "still fails",
        "still the same",
        "same error",
        "same problem",
        "not fixed",
        "not solved",
        "not help",
        "no change",
        "not work",
        "not working",
        "still broken",
        "failed again",
        "fails again",
    ),
)
FIRST = "This is the first question; there is nothing before it."
NO_CODE = "Which code is it? Type it, or paste the message with it."
UNCLEAR = "I can't tell which of these it is."


def start(tree_id: str, facts: Mapping[str, str] | None = None) -> State:
    """A new session at the beginning of a tree; questions that `facts` answer are passed over.

    InputError for an unknown tree.
    """
    tree = load_tree(tree_id)
    return _arrive(State(tree.id, tree.start, told=dict(facts or {})))


def reply(state: State, text: str, today: date | None = None) -> State:
    """The state after a reply. One that fits no branch leaves it where it is, with a notice that says so.

    `today` gives "since 2 November" its length; it is the user's own where none is given.
    """
    if state.outcome:
        return state
    state = replace(state, notice="", paused=False)
    today = today or date.today()  # noqa: DTZ011  # what the user's calendar shows
    node = current(state)
    if isinstance(node, Question) and names_branch(text, node.branches):
        return _answered(state, node, text, today)
    match command(text):
        case "skip":
            return skip(state)
        case "back":
            return back(state)
        case "stop":
            return replace(state, outcome="stopped")
        case "summary":
            return state
    if isinstance(node, Question):
        return _answered(state, node, text, today)
    helped = _helped(text)
    if helped is None:
        return replace(state, notice="Please say yes or no: did these steps help?")
    return _tried(state, node, text, helped=helped)


def skip(state: State) -> State:
    """Goes on without an answer, by the way that the tree has for it."""
    node = current(state)
    if isinstance(node, Question):
        step = Step(state.tree, node.id, "skip", "not known", finding=f"Not checked: {node.ask}")
        return _arrive(_moved(state, step, node.skip))
    return _tried(state, node, "skipped", helped=False)


def back(state: State) -> State:
    """Back at the last question that was answered, with that answer taken back."""
    path = list(state.path)
    while path:
        step = path.pop()
        earlier = replace(state, tree=step.tree, node=step.node, path=tuple(path), outcome="", notice="")
        if step.how in ("reply", "skip", "jump"):
            return earlier
        node = current(earlier)
        if step.how == "known" and isinstance(node, Question) and node.fact in state.told:
            told = {name: value for name, value in state.told.items() if name != node.fact}
            return replace(earlier, told=told)
    return replace(state, notice=FIRST)


def jump(state: State, tree_id: str) -> State:
    """On at the beginning of another tree; what was found so far is kept. InputError for an unknown tree."""
    return _into(state, load_tree(tree_id).id, "jump")


def current(place: State | Step) -> Node:
    """The node at which a session stands, or a step was taken."""
    return load_trees()[place.tree].nodes[place.node]


def consult(node: Decision, facts: Mapping[str, str]) -> DecisionResult | None:
    """What the table says to the facts known; None when they don't fit it."""
    inputs = {**node.given, **{name: facts[name] for name in node.facts if name in facts}}
    try:
        return decide(node.table, inputs)
    except DecisionInputError:
        return None


def _answered(state: State, node: Question, text: str, today: date) -> State:
    found = match(text, node.branches, today)
    if found is None:
        return replace(state, notice=_unclear(node, text))
    branch = found.branch
    if not found.codes and isinstance(load_trees()[state.tree].nodes[branch.next], Lookup):
        return replace(state, notice=NO_CODE)
    finding = branch.means
    if found.codes and (explained := entries(found.codes)):
        finding = f"{branch.means} {found.codes[0].split('-', 1)[1]}: {explained[0].title}."
    step = Step(state.tree, node.id, "reply", branch.label, _kept(text), finding, found.codes)
    return _arrive(_moved(state, step, branch.next))


def _unclear(node: Question, text: str) -> str:
    asks_code = any(branch.any_code or branch.codes for branch in node.branches)
    unknown = unknown_codes(text) if asks_code else ()
    return f"I have no entry for {', '.join(unknown)}." if unknown else UNCLEAR


def _helped(text: str) -> bool | None:
    """Whether the steps helped. "Still failing" and "works now" are no and yes too."""
    found = match(text, (_HELPED, _NOT_HELPED))
    return found.branch is _HELPED if found else yes_or_no(text)


def _tried(state: State, node: Node, text: str, *, helped: bool) -> State:
    """After a resolution or a look-up: solved, or on by the other way."""
    if not isinstance(node, (Resolution, Lookup)):
        return state
    name = node.resolve if isinstance(node, Resolution) else "The steps for the error code"
    finding = f"{name.rstrip('.')}: {HELPED if helped else NOT_HELPED}."
    step = Step(state.tree, node.id, "reply", HELPED if helped else NOT_HELPED, _kept(text), finding)
    if helped:
        return replace(state, path=(*state.path, step), outcome="solved")
    return _arrive(_moved(state, step, node.otherwise))


def _into(state: State, tree_id: str, how: How) -> State:
    step = Step(state.tree, state.node, how, tree_id)
    begin = load_trees()[tree_id].start
    path = (*state.path, step)
    return _arrive(replace(state, tree=tree_id, node=begin, path=path, outcome="", notice="", paused=False))


def _moved(state: State, step: Step, node: str) -> State:
    return replace(state, node=node, path=(*state.path, step))


def _arrive(state: State) -> State:
    """Goes on from the current node as far as nobody has to be asked."""
    node = current(state)
    match node:
        case Handover():
            return _into(state, node.continue_in, "handover")
        case Decision():
            result = consult(node, state.facts)
            outcome = result.outcome if result else ""
            step = Step(state.tree, node.id, "table", outcome, finding=_headline(result))
            return _arrive(_moved(state, step, node.outcomes.get(outcome, node.otherwise)))
        case Question() if (known := _known(node, state.facts)) is not None:
            step = Step(state.tree, node.id, "known", known.label, finding=known.means)
            return _arrive(_moved(state, step, known.next))
        case Escalation():
            return replace(state, outcome="escalated")
    return state


def _headline(result: DecisionResult | None) -> str:
    """The table's verdict as a statement: nobody asked yes or no."""
    return finding_of(result, "", bare=True).statements[0].text if result else ""


def _known(node: Question, facts: Mapping[str, str]) -> Branch | None:
    """The branch that a fact known before answers, if any."""
    value = facts.get(node.fact) if node.fact else None
    if not value:
        return None
    return next(
        (branch for branch in node.branches if value == branch.value or value in branch.known_as), None
    )


def _kept(text: str) -> str:
    """A reply as it is kept: one line, cut, secrets masked."""
    line = mask_secrets(" ".join(text.split()))
    return line if len(line) <= MAX_REPLY else line[:MAX_REPLY].rstrip() + " ..."
