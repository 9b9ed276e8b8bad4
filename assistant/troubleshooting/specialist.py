"""Guided troubleshooting in a conversation: entering from a question, carrying on, leaving, resuming.

The session's state is plain data in the facts of a turn, under `KEY`. `handle` says whether a message belongs
to it; every other message is answered as usual, and the session waits.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from assistant.answer import Finding, Missing, Statement, Status
from assistant.decisions.expressions.patterns import compiled
from assistant.decisions.reading.durations import parse_duration
from assistant.decisions.states.connectivity import state_of as connectivity_of
from assistant.decisions.states.connectivity_rules import Connectivity
from assistant.decisions.types import DecisionInputError
from assistant.troubleshooting.loading import load_trees
from assistant.troubleshooting.matching import command, match, plain, yes_or_no
from assistant.troubleshooting.model import Question
from assistant.troubleshooting.prompt import heading, prompt
from assistant.troubleshooting.session import current, jump, reply, start
from assistant.troubleshooting.state import State, state_of
from assistant.troubleshooting.summary import summary
from assistant.troubleshooting.symptoms import tree_about, tree_for
from assistant.understanding.message.question_forms import question_kind
from assistant.understanding.reading import QuestionKind
from ingest.errors import InputError

NAME = "troubleshooting"
KEY = "troubleshooting"
_GUIDE = compiled(
    r"\b(?:guide|walk|take|lead|talk|step) (?:me|us)(?: (?:through|with|step|to|on))?\b|\bguided\b"
    r"|\bstep[ -]by[ -]step\b|\bhelp (?:me|us) (?:find|figure|work|track)(?: out)?\b",
)
_TROUBLESHOOT = compiled(
    r"\btroubleshoot(?:ing)?\b|\bdiagnose\b|\bdebug\b|\b(?:find|figure|work) out (?:why|what)\b",
)
_FILLERS = frozenset(
    re.findall(
        r"\w+",
        "a and can could do for go help i is it just let me my now of okay ok on out please problem that the"
        " this through to us we what why with would like want you your session checks check start",
    )
)
# "How do I troubleshoot", "is there a troubleshooting guide": asking about it rather than for it.
_ABOUT = compiled(
    r"\b(?:is|are) there\b|\bwhere\b|\bwhat is\b"
    r"|\btroubleshooting (?:guide|articles?|section|document\w*|page|tips|links?)\b",
)
_RESUME = re.compile(
    r"(?:ok |okay |now |please |let us |lets )*(?:resume|continue|go on|carry on|proceed|back)"
    r"(?: (?:with|to))?(?: (?:the|our|my))?"
    r"(?: (?:troubleshooting|session|checks?|steps?|guide|guided|tree|where we (?:left|stopped)(?: off)?))*"
    r"(?: please| now)*"
)
RESUME_HINT = "Say `resume` to go on with the troubleshooting."


@dataclass(frozen=True, slots=True)
class Handled:
    """What a message that belongs to troubleshooting is answered with, and the state to keep (None: over)."""

    finding: Finding
    state: dict[str, Any] | None


def entry(text: str, before: str = "") -> str | None:
    """The tree that `text` asks to be guided through; its symptom may stand in the question `before`."""
    if not asked(text):
        return None
    told = tree_for(text) or (tree_about(text) if _TROUBLESHOOT.search(text) else None)
    return told or (tree_for(before) if _bare(text) else None)


def asked(text: str) -> bool:
    """Whether `text` asks to be guided through a trouble, rather than where to read about it."""
    if _ABOUT.search(text) or not (_GUIDE.search(text) or _TROUBLESHOOT.search(text)):
        return False
    return _bare(text) or bool(tree_for(text) or (_TROUBLESHOOT.search(text) and tree_about(text)))


def _bare(text: str) -> bool:
    """Whether `text` asks for guidance and names nothing: "guide me", "walk me through it please"."""
    rest = _TROUBLESHOOT.sub(" ", _GUIDE.sub(" ", plain(text)))
    return not set(re.findall(r"[a-z0-9-]+", rest)) - _FILLERS


def offer(text: str) -> str | None:
    """One sentence that offers the tree for the symptom in `text`, for below an ordinary answer; or None."""
    tree = tree_for(text)
    return f"Say `guide me` to go through it step by step: {load_trees()[tree].title}." if tree else None


def handle(text: str, facts: Mapping[str, Any]) -> Handled | None:
    """What to answer when `text` enters, carries on, resumes or leaves troubleshooting; else None.

    `facts` are those of the turn before. After None, keep `waiting(facts)` under `KEY`.
    """
    state = _running(facts)
    if asked(text):
        tree = entry(text, "" if state else facts.get("query", ""))
        if tree or not state:
            return _entered(tree, state, facts)
    if state is None:
        return None
    if _RESUME.fullmatch(plain(text)) and (state.paused or command(text) != "back"):
        return _shown(replace(state, paused=False, notice=""))
    if state.paused or not belongs(state, text):
        return None
    return _after(state, text)


def turn(state: Mapping[str, Any], text: str) -> tuple[Finding, dict[str, Any] | None]:
    """The finding for a reply to a running session, and its new state; None when the session is over."""
    handled = _after(state_of(state), text)
    return handled.finding, handled.state


def begin(tree_id: str, facts: Mapping[str, Any] | None = None) -> Handled:
    """The first prompt of a tree. `facts` are those of the turn before, as far as there was one."""
    return _shown(start(tree_id, told_facts(facts or {})), fresh=True)


def waiting(facts: Mapping[str, Any]) -> dict[str, Any] | None:
    """The state to keep while another question is answered: the session waits until it is resumed."""
    state = _running(facts)
    return replace(state, paused=True, notice="").to_dict() if state else None


def belongs(state: State, text: str) -> bool:
    """Whether a message is meant for the session: a command, a reply that fits, or at least no question."""
    if command(text):
        return True
    node = current(state)
    fits = (
        match(text, node.branches) is not None if isinstance(node, Question) else yes_or_no(text) is not None
    )
    asks = "?" in text or question_kind(text) is not QuestionKind.STATEMENT
    return (
        not asks
        or (fits and len(text.split()) <= 4)
        or (fits and "?" not in text and not _opens_question(text))
    )


def told_facts(facts: Mapping[str, Any]) -> dict[str, str]:
    """What a conversation already told, as facts for the trees."""
    told: dict[str, str] = {}
    try:
        outage = parse_duration(facts["outage"]) if facts.get("outage") else None
        known = Connectivity(facts["connectivity"]) if facts.get("connectivity") else None
        if connectivity := connectivity_of(known, outage):
            told["connectivity"] = str(connectivity)
    except (DecisionInputError, ValueError):  # words that an older version kept: then it is asked
        pass
    subscription = facts.get("subscription") or []
    if len(subscription) == 1:
        told["subscription"] = str(subscription[0])
    return told


def overview() -> Finding:
    """The list of trees, for "guide me" without a symptom."""
    lines = [f"- {tree.title}" for tree in load_trees().values()]
    text = "\n".join(["I can go through these step by step; name one or describe what fails:", *lines])
    return Finding(NAME, "clarify", (Statement(text),), 1.0)


def finding_of(state: State, *, fresh: bool = False) -> Finding:
    """The finding that shows `state`; at the end it is the summary."""
    shown = prompt(state)
    statements = list(shown.statements)
    if fresh:
        statements.insert(0, Statement(heading(load_trees()[state.tree]), role="note"))
    if shown.kind == "end":
        statements = [_closing(state)]
    elif shown.kind == "steps":
        statements = [_joined(statements)]
    missing = (Missing(NAME, shown.question, shown.choices),) if shown.question else ()
    status: Status = "clarify" if shown.kind == "question" else "answered"
    return Finding(NAME, status, tuple(statements), 1.0, shown.verdicts, missing)


def _running(facts: Mapping[str, Any]) -> State | None:
    data = facts.get(KEY)
    if not data:
        return None
    try:
        return state_of(data)
    except InputError:  # kept by a version with other trees: there is nothing left to carry on
        return None


def _entered(tree: str | None, state: State | None, facts: Mapping[str, Any]) -> Handled:
    if tree is None:
        return Handled(overview(), None)
    if state is None:
        return begin(tree, facts)
    if state.tree == tree:
        return _shown(replace(state, paused=False, notice=""))
    return _shown(jump(state, tree))


def _after(state: State, text: str) -> Handled:
    after = reply(state, text)
    if command(text) == "summary" and not after.outcome:
        return Handled(
            Finding(
                NAME, "answered", (Statement(summary(after)), Statement(RESUME_HINT, role="question")), 1.0
            ),
            after.to_dict(),
        )
    return _shown(after)


def _shown(state: State, *, fresh: bool = False) -> Handled:
    return Handled(finding_of(state, fresh=fresh), None if state.outcome else state.to_dict())


def _joined(statements: Sequence[Statement]) -> Statement:
    """Steps as one statement: an answer may leave out sentences for brevity, but never a step."""
    text = "\n".join(statement.text for statement in statements)
    cited = dict.fromkeys(replace(piece, excerpt=text) for said in statements for piece in said.evidence)
    return Statement(text, tuple(cited), "step")


def _closing(state: State) -> Statement:
    opening = {
        "solved": "Good. For the ticket:",
        "escalated": "The documented checks end here. For the ticket:",
        "stopped": "Stopped. For the ticket, as far as we came:",
    }[state.outcome]
    return Statement(f"{opening}\n\n{summary(state)}")


def _opens_question(text: str) -> bool:
    return bool(
        re.match(
            r"\W*(?:how|what|which|where|why|who|when|can|could|should|would|may|must|do|does)\b",
            text,
            re.IGNORECASE,
        )
    )
