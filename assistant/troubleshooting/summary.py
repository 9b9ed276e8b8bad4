"""A session as text ready for a ticket: problem, checks done, findings, result, what to collect, sources."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.codes.entries import SourceRef
from assistant.troubleshooting.codes import entries
from assistant.troubleshooting.loading import load_trees
from assistant.troubleshooting.model import Escalation, Question, Resolution, Source, sources_of
from assistant.troubleshooting.session import HELPED, current
from assistant.troubleshooting.state import State, Step

_RESULTS = {
    "": "Still open.",
    "solved": "Solved.",
    "escalated": "To be escalated.",
    "stopped": "Stopped before the end.",
}


def summary(state: State) -> str:
    """Markdown that can be pasted into a ticket. Replies are in it as kept: secrets masked."""
    trees = load_trees()
    parts = [
        f"**Problem:** {trees[state.problem_tree].problem}",
        _part("Checks done", [f"{n}. {line}" for n, line in enumerate(_checks(state), 1)]),
        _part("Findings", [f"- {text}" for text in _findings(state)]),
        _part(f"Result: {_RESULTS[state.outcome]}", _result(state)),
        _part("Sources", [f"- {line}" for line in _sources(state)]),
    ]
    return "\n\n".join(part for part in parts if part)


def _part(title: str, lines: list[str]) -> str:
    heading = title if title.startswith("Result") else f"{title}:"
    if not lines:
        return f"**{heading}**" if title.startswith("Result") else ""
    return "\n".join([f"**{heading}**", *lines])


def _checks(state: State) -> Iterator[str]:
    for step in state.path:
        node = current(step)
        if not isinstance(node, Question):
            continue
        if step.how == "reply":
            yield f"{node.ask} {step.branch}" + (f' ("{step.reply}")' if _more(step) else "")
        elif step.how == "known":
            yield f"{node.ask} {step.branch} (told before)"
        else:
            yield f"{node.ask} not checked"


def _more(step: Step) -> bool:
    return step.reply.casefold().strip(" .!") != step.branch.casefold()


def _findings(state: State) -> Iterator[str]:
    """What was found, each once; steps that were tried are among the result."""
    told = (step.finding for step in state.path if step.how == "table" or _checked(step))
    yield from dict.fromkeys(text for text in told if text)


def _checked(step: Step) -> bool:
    return step.how in ("reply", "known") and isinstance(current(step), Question)


def _result(state: State) -> list[str]:
    tried = [step for step in state.path if step.how == "reply" and not isinstance(current(step), Question)]
    lines = [f"- Tried: {step.finding}" for step in tried]
    if state.outcome == "solved":
        node = current(state.path[-1])
        steps = node.steps if isinstance(node, Resolution) else ()
        lines[-1] = f"- Solved by: {state.path[-1].finding.removesuffix(f': {HELPED}.')}."
        lines += [f"  {n}. {step}" for n, step in enumerate(steps, 1)]
    if state.outcome == "escalated" and isinstance(node := current(state), Escalation):
        lines += [f"- {node.escalate}", *(f"- To collect: {item}" for item in node.collect)]
    return lines


def _sources(state: State) -> list[str]:
    """The documents that the checks and steps rest on, each section once."""
    nodes = [current(step) for step in state.path if step.how != "table"] + [current(state)]
    lines = [_place(source) for node in nodes for source in sources_of(node)]
    explained = (entry for step in state.path for entry in entries(step.codes)[:1])
    lines += [_place(source) for entry in explained for source in entry.sources[:2]]
    return list(dict.fromkeys(lines))


def _place(source: Source | SourceRef) -> str:
    return f"{source.document} > {source.section} ({source.date})"
