"""A question of the talk asked again: an earlier one, one part of the last message, or in another form."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from assistant.answer import Finding, Statement
from assistant.consulted import Consulted
from assistant.decisions.states.connectivity_compared import DIFFERENT
from assistant.segmentation import parts_of
from assistant.specialists.table_findings import without_lead
from assistant.table_answers import settled
from assistant.understanding.message.question_forms import question_kind, split_questions
from assistant.understanding.read import read_question
from assistant.understanding.reading import QuestionKind, Reading
from assistant.understanding.turns import replies
from assistant.understanding.turns.corrections import asked_before
from assistant.understanding.turns.dialogue_acts import BEFORE, LAST, Act, Form, act_of
from assistant.understanding.turns.followup import ASKED
from assistant.understanding.turns.topic_return import TOLD, Turns, going_back
from ingest.analysis import query_tokens

_ONLY = re.compile(
    r"^\W*(?:(?:just|only|rather|ok|pls|please)\s+)+(?P<what>[^,.;:?!\n]{2,40})\W*$", re.IGNORECASE
)
_LEAD = re.compile(r"(?:Yes|No|Partly)\b")
# "so what does the guide say then": the answer on the same matter, once more.
_WHAT_IS_SAID = re.compile(
    r"^\W*(?:(?:ok|okay|so|but|and|then|well|hm+|fine)\W+)*what(?:['’]?s| is| does| do"
    r"| did)?\s+(?:in\s+)?(?:it\s+)?(?:(?:the|your|this)\s+)?"
    r"(?:guide|docs?|document|documentation|table|matrix|manual|source)\b(?:\s+(?:really|actually|says?"
    r"|tells?|states?|knows?"
    r"|then|about|on|it|that|this|me|us|exactly|instead|contains?|have|has))*\W*$",
    re.IGNORECASE,
)
_SILENT = re.compile(r"The guide (?:does not|doesn't|says nothing|names no)")
_ASKS_OPEN = frozenset(
    {QuestionKind.WHAT, QuestionKind.HOW, QuestionKind.HOW_MANY, QuestionKind.WHERE, QuestionKind.WHY}
)
_BARE = 2
"""Words up to which a sentence is a yes or no, and needs the next one."""

_POINTS = re.compile(r"The article \*")
"""How a statement begins that says where to read on."""


@dataclass(frozen=True, slots=True)
class Again:
    """A question to be answered again, behind what was left before it, in a form."""

    question: str
    previous: Mapping[str, Any]
    form: Form = Form.WHOLE


def asked_again(question: str, turns: Turns) -> Again | None:
    """The question that `question` asks for again; None where it asks one of its own."""
    if not turns:
        return None
    if _WHAT_IS_SAID.match(question):
        return _said_of(turns)
    act = act_of(question)
    if act and act.rest and going_back(question, turns):
        return None
    if act is None:
        return _named_part(question, turns)
    if act.place is None:
        return _in_other_form(act, turns)
    if act.rest and not _says_nothing(act.rest):
        return None
    if turns[-1][1].get(replies.PENDING) and not act.of_talk:
        return None
    meant = (None if act.of_talk else _part(act.place, turns)) or _turn(act, turns)
    return meant and _formed(meant, act.form)


def in_form(consulted: Consulted, form: Form) -> Consulted:
    """What was found, with nothing but the verdict where no more is wanted; or without the yes or no to a
    question that is not the one now asked."""
    if form is Form.WHOLE:
        return consulted
    if form is Form.BARE:
        return replace(consulted, findings=tuple(map(without_lead, consulted.findings)))
    if form is Form.STEP:
        return replace(consulted, findings=tuple(map(_step_first, consulted.findings)))
    findings = [replace(one, statements=_shortened(one)) for one in consulted.findings]
    return replace(consulted, findings=tuple(findings))


def _shortened(finding: Finding) -> tuple[Statement, ...]:
    """The verdict of a finding; that two cases differ says nothing without the case that it points out."""
    first, *rest = finding.statements
    if not any(verdict.outcome == DIFFERENT for verdict in finding.verdicts):
        return _verdict_of(finding.statements)
    pointed = first.text.partition(":")[2]
    named = [one for one in rest if (label := one.text.partition(":")[0]) != one.text and label in pointed]
    return (first, *(named or rest))


def _step_first(finding: Finding) -> Finding:
    """What is to be done before what it is done for; as it is where nothing is."""
    steps = [replace(one, role="verdict") for one in finding.statements if one.role == "step"]
    told = without_lead(finding).statements
    rest = [replace(one, role="reason") for one in told if one.role != "step"]
    return replace(finding, statements=(*steps, *rest)) if steps else finding


def _verdict_of(statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """The first sentence that says more than where to read on, with the next after a bare yes or no, or all
    where that begins a list."""
    if statements[0].text.rstrip().endswith(":"):
        return statements
    said = tuple(one for one in statements if not _POINTS.match(one.text)) or statements
    said = (replace(said[0], role="verdict"), *said[1:])
    return said[: 2 if len(said[0].text.split()) <= _BARE else 1]


def _said_of(turns: Turns) -> Again:
    """The question just asked; where the guide was said to be silent on it, what it says of the state or the
    product that the question names."""
    before, previous = asked_before(turns)
    left = turns[-1][1]
    silent = left.get(ASKED) or _SILENT.match(next(iter(left.get(TOLD, ())), ""))
    reading = read_question(before, previous)
    if silent and (state := reading.only_subscription):
        return Again(f"the subscription is {state}: what is allowed and what is lost", {})
    if silent and reading.products and reading.products[0].words:
        return Again(f"is {reading.products[0].words} in the protection matrix?", {})
    return Again(before, previous)


def _in_other_form(act: Act, turns: Turns) -> Again:
    """The question just asked, in the form that is wanted; what is asked besides goes before it."""
    before, previous = asked_before(turns)
    if act.rest and not _says_nothing(act.rest):
        if question_kind(act.rest) is not QuestionKind.STATEMENT:
            alone = settled(read_question(act.rest, turns[-1][1]))
            return Again(act.rest if alone else f"and {act.rest}", turns[-1][1])
        before = f"{before.rstrip(' ?.!')}, {act.rest}"
    return _formed(Again(before, previous), act.form)


def _formed(again: Again, form: Form) -> Again:
    """`again` in a form; for a yes or no, put so that there is one."""
    question = _as_yes_or_no(again.question, again.previous) if form is Form.YES_NO else again.question
    return replace(again, question=question, form=form)


def _as_yes_or_no(question: str, previous: Mapping[str, Any]) -> str:
    """`question` so that a table says yes or no to it; as it is where it does, or where no table would."""
    plain = read_question(question, previous)
    if plain.kind in _ASKS_OPEN or _has_lead(plain):
        return question
    asked = read_question(f"{question.rstrip(' ?.!')}, possible?", previous)
    return asked.text if asked.operations == plain.operations and _has_lead(asked) else question


def _has_lead(reading: Reading) -> bool:
    """Whether a table opens its answer with a yes or a no."""
    found = settled(reading)
    return bool(found) and bool(_LEAD.match(found[0].statements[0].text))


def _parts(turns: Turns) -> list[Reading]:
    """The questions of the last message that is none for a part of another, each as a reading."""
    while len(turns) > 1 and _asks_part(turns[-1][0]):
        turns = turns[:-1]
    before, previous = asked_before(turns)
    parts = parts_of(before, previous, read_question(before, previous))
    if len(parts) > 1:
        return parts
    asking, telling = split_questions(before)
    return [read_question(f"{telling} {part}".strip(), previous) for part in asking]


def _asks_part(question: str) -> bool:
    """Whether a message only asked for a part of the one before it."""
    act = act_of(question)
    return bool(act and act.place is not None and not act.of_talk) or bool(_ONLY.match(question))


def _part(place: int, turns: Turns) -> Again | None:
    """One question of the last message, by its place; None where it held no more than one."""
    parts = _parts(turns)
    if len(parts) < 2 or place == BEFORE or place >= len(parts):
        return None
    return Again(parts[place].text, parts[place].previous)


def _named_part(question: str, turns: Turns) -> Again | None:
    """One question of the last message, by a word of it: "just the disks"."""
    match = _ONLY.match(question)
    named = set(query_tokens(match["what"])) if match else set()
    if not named:
        return None
    parts = _parts(turns)
    meant = [part for part in parts if named <= set(query_tokens(part.text))]
    return Again(meant[0].text, meant[0].previous) if len(meant) == 1 < len(parts) else None


def _turn(act: Act, turns: Turns) -> Again | None:
    """An earlier question of the talk, by its place; None where it may be a place in something else."""
    at = {LAST: len(turns) - 1, BEFORE: len(turns) - 2}.get(act.place or 0, act.place or 0)
    if not (act.of_talk or act.again) or not 0 <= at < len(turns):
        return None
    asked, facts = turns[at]
    return Again(*asked_before(turns[: at + 1])) if facts else Again(asked, {})


def _says_nothing(text: str) -> bool:
    """Whether a remark asks nothing and names nothing: "got cut off"."""
    reading = read_question(text)
    told = reading.names_matter or re.search(r"\d|\?", text)
    return reading.kind is QuestionKind.STATEMENT and not told
