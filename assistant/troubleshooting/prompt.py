"""What a session says next: what it noted, the check or the steps, and what it asks with its choices."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from assistant.answer import Choice, Evidence, Statement, Verdict
from assistant.specialists.table_findings import finding_of
from assistant.troubleshooting.codes import cited, entries, explained
from assistant.troubleshooting.loading import load_trees
from assistant.troubleshooting.model import Decision, Escalation, Question, Resolution, Source, Tree
from assistant.troubleshooting.session import consult, current
from assistant.troubleshooting.state import State, Step

DID_IT_HELP = "Did that help?"


@dataclass(frozen=True, slots=True)
class Prompt:
    """The next thing to show. `question` is empty at the end of a session."""

    kind: Literal["question", "steps", "end"]
    tree: str
    statements: tuple[Statement, ...]
    question: str = ""
    choices: tuple[Choice, ...] = ()
    verdicts: tuple[Verdict, ...] = ()


def prompt(state: State) -> Prompt:
    """What to show at `state`."""
    noted = tuple(_noted(state))
    verdicts = tuple(_verdicts(state))
    if state.outcome:
        return Prompt("end", state.tree, (*noted, *_end(state)), verdicts=verdicts)
    node = current(state)
    if isinstance(node, Question):
        choices = tuple(Choice(branch.label, branch.means) for branch in node.branches)
        check = (Statement(node.do, _evidence(node.sources, node.do), "note"),)
        return Prompt("question", state.tree, (*noted, *check), node.ask, choices, verdicts)
    choices = (Choice("yes", "The trouble is over."), Choice("no", "Go on to the next check."))
    said = _steps(node) if isinstance(node, Resolution) else _explanation(state)
    return Prompt("steps", state.tree, (*noted, *said), DID_IT_HELP, choices, verdicts)


def heading(tree: Tree) -> str:
    """The line with which a tree begins."""
    return f"{tree.title}: step by step. Reply in your own words; `skip`, `back` and `stop` work too."


def latest(state: State) -> tuple[Step, ...]:
    """The steps since the last reply, that reply first; before any, all of them."""
    replies = [n for n, step in enumerate(state.path) if step.how in ("reply", "skip", "jump")]
    return state.path[replies[-1] :] if replies else state.path


def _noted(state: State) -> Iterator[Statement]:
    """The notice, or else what the last steps told."""
    if state.notice:
        yield Statement(state.notice, role="reason")
        return
    for step in latest(state):
        if step.how == "table":
            yield from _table(state, step)
        elif step.how in ("handover", "jump"):
            yield Statement(f"On to: {load_trees()[step.branch].title}.", role="reason")
        elif step.how in ("reply", "known") and step.finding:
            before = " (told before)" if step.how == "known" else ""
            yield Statement(f"Noted{before}: {step.finding}", role="reason")


def _table(state: State, step: Step) -> Iterator[Statement]:
    node = load_trees()[step.tree].nodes[step.node]
    result = consult(node, state.facts) if isinstance(node, Decision) else None
    if result:
        yield finding_of(result, "troubleshooting", bare=True).statements[0]


def _verdicts(state: State) -> Iterator[Verdict]:
    for step in latest(state):
        node = load_trees()[step.tree].nodes[step.node]
        if step.how == "table" and isinstance(node, Decision) and (result := consult(node, state.facts)):
            yield from finding_of(result, "troubleshooting").verdicts


def _steps(node: Resolution) -> Iterator[Statement]:
    yield Statement(f"**{node.resolve}**", role="reason")
    if node.warning:
        text = f"**Careful:** {node.warning}"
        yield Statement(text, _evidence(node.sources, text), "warning")
    for number, step in enumerate(node.steps, 1):
        yield Statement(f"{number}. {step}", _evidence(node.sources, step), "step")
    text = f"Check: {node.verify}"
    yield Statement(text, _evidence(node.sources, text), "note")
    if node.note:
        yield Statement(f"*Note:* {node.note}", _evidence(node.sources, node.note), "note")


def _explanation(state: State) -> Iterator[Statement]:
    """What the reference says to the code that led here: the outer one whole, others by title."""
    codes = next((step.codes for step in reversed(state.path) if step.codes), ())
    found = entries(codes)
    if not found:
        yield Statement("The code is no longer in the reference.", role="reason")
        return
    yield Statement(f"**{codes[0].split('-', 1)[1]}: {found[0].title}**", role="reason")
    yield from explained(found[0])
    for other in found[1:3]:
        yield Statement(f"*Also in the message:* {other.title}.", cited(other, other.title), "note")


def _end(state: State) -> Iterator[Statement]:
    node = current(state)
    if state.outcome == "escalated" and isinstance(node, Escalation):
        yield Statement(f"**{node.escalate}** Collect for it:", role="reason")
        for item in node.collect:
            yield Statement(f"- {item}", _evidence(node.sources, item), "step")


def _evidence(sources: tuple[Source, ...], excerpt: str) -> tuple[Evidence, ...]:
    return tuple(Evidence(s.document, s.section, s.date, s.path, excerpt, "troubleshooting") for s in sources)
