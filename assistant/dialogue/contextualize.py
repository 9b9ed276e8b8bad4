"""Puts a message into its talk: what it corrects, goes back to, replies to or leaves out is put in its place.

What a message leaves out is taken from the turns before only where a decision table then settles it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from assistant.answer import Finding
from assistant.codes.code_wording import NAME as CODES
from assistant.decisions.expressions.patterns import lazy
from assistant.dialogue import carried_subject, named_items
from assistant.dialogue.labelled_cases import meant_by
from assistant.dialogue.repeated_question import asked_again
from assistant.dialogue.servers_apart import of_fleet, of_machines
from assistant.dialogue.state_talk import with_state_told
from assistant.dialogue.state_unknown import of_unknown
from assistant.dialogue.turn_meaning import meant
from assistant.specialists import last_answer, limits, screens
from assistant.specialists.passages import guide
from assistant.specialists.table_findings import without_lead
from assistant.table_answers import TELLING, is_of_connectivity, is_settled, settled
from assistant.understanding.amounts.schedules import find_schedules
from assistant.understanding.message.question_forms import leaves_out
from assistant.understanding.read import read_question
from assistant.understanding.reading import Reading
from assistant.understanding.turns import portal_place, replies
from assistant.understanding.turns.chatter import without_chatter
from assistant.understanding.turns.corrections import asked_before, instead, of_another, put_right, taken_back
from assistant.understanding.turns.dialogue_acts import Form
from assistant.understanding.turns.ellipsis import filled
from assistant.understanding.turns.pronouns import NAMED_ONE
from assistant.understanding.turns.topic_return import Turns, going_back
from assistant.understanding.turns.walkthrough import last_named

_MOST_WORDS = 10
_SIZE_STEP = re.compile(r"\bsizes? (?:up|down|larger|smaller|bigger)\b", re.IGNORECASE)
_DONE = lazy(
    r"^\W*(?:(?:ok|okay|yes|so|now|both|all|i|we|have|has|been|is|it'?s|that'?s|everything|just|i'?ve|we'?ve)\W+)*"
    r"(?:fixed|done|did|finished|completed|installed|resolved|corrected|sorted)"
    r"(?:\W+(?:it|that|this|them|both|all|so|now|everything|out))*"
    r"(?:[\s.!]*|\W+(?:(?:and|so|what['’]?s?|what is)\W+)*next\W*)$"
)
_NEXT = lazy(r"\W+(?:(?:and|so|what['’]?s?|what is)\W+)*next\W*$")
_IN_PLACE = re.compile(r"\W*(?:(?:and|but|ok|so|then)\W+)*(?:what|how) about\b", re.IGNORECASE)
"""Opens a question on another thing than the one before; a bare "and on disk?" adds to it."""

_OF_MACHINE = frozenset({"vm-size", "data-disks"})


@dataclass(frozen=True, slots=True)
class Placed:
    """A message in its talk. `completed`: a table settles it with what the turns before named; `each`: it is
    asked of several things by their labels."""

    question: str
    previous: Mapping[str, Any]
    reading: Reading
    completed: bool = False
    form: Form = Form.WHOLE
    each: tuple[tuple[str, Reading], ...] = ()


def placed(question: str, previous: Mapping[str, Any], turns: Turns) -> Placed:
    """`question` as it is meant behind `turns`, the last of which left `previous`."""
    returns = _SIZE_STEP.search(question) and going_back(question, turns)  # no figure of the ledger is meant
    if turns and not returns and limits.on_the_ledger(asked := read_question(question, previous)):
        return Placed(question, previous, asked, completed=True)
    labels = (
        of_unknown(question)
        or of_machines(question, previous)
        or of_fleet(question, previous, turns)
        or meant_by(question, previous, turns)
    )
    if labels and labels.each:
        whole = read_question(labels.question)
        return Placed(labels.question, {}, whole, each=labels.each)
    if labels:
        question, previous = labels.question, labels.previous
    other = False
    form = Form.WHOLE
    if turns:
        question, other = without_chatter(question)
    if turns and (rest := taken_back(question)):
        turns = turns[:-1]
        question, previous = rest, turns[-1][1] if turns else {}
    of_setup = previous.get(screens.NAME) and last_named(question)  # "summary done" asks for no summary
    if turns and (other_thing := of_another(question)):
        question, previous = other_thing, {}
    elif labels or (turns and portal_place.resolved(question, previous) != question):
        pass  # said in full, or what the answer before left open is asked for
    elif item := named_items.item_alone(question, previous):
        question, previous = item, {}
    elif stands_for := meant(question, turns):
        question, previous, form = stands_for.question, stands_for.previous, stands_for.form
    elif not of_setup and (again := asked_again(question, turns)):
        question, previous, form = again.question, again.previous, again.form
    elif back := put_right(question, turns) or going_back(question, turns):
        question, previous = back.question, back.previous
        turns = _up_to(previous, turns)
    elif other:
        previous = {}
    elif replies.is_undecided(question) and previous.get(replies.PENDING) and turns:
        question, previous = _asked_back(question, turns)
    done = _is_done(question, previous)
    question = f"{_NEXT().sub('', question).rstrip(' .!')}. what next?" if done else question
    question = named_items.resolved(filled(replies.spelled_out(question, previous), previous), previous)
    question = portal_place.resolved(question, previous)
    whole = read_question(question, previous)
    whole = replace(whole, followup=True) if done else whole
    if turns and (known := with_state_told(whole, turns)):
        whole = known
    whole = _sum_of_its_own(whole) or whole
    told = not (turns and last_answer.is_asked(whole.plain)) and (
        carried_subject.in_its_subject(whole)
        or _of_machine(whole)
        or _as_before(whole, turns)
        or _together(whole, turns)
    )
    return Placed(question, previous, told or whole, bool(told), form)


def _sum_of_its_own(reading: Reading) -> Reading | None:
    """`reading` by itself, where the state told before would be asked about, and the message alone holds all
    the figures of a sum: it is no more on that state."""
    if not reading.followup or not is_of_connectivity(reading) or reading.tells("subscription"):
        return None
    alone = read_question(reading.text)
    figures = alone.amounts("size") or alone.vm_sizes or find_schedules(alone.plain)
    found = settled(alone) if figures and not alone.operations else []
    return alone if found and found[0].specialist == limits.NAME and found[0].status == "answered" else None


def _up_to(left: Mapping[str, Any], turns: Turns) -> Turns:
    """The turns up to the one that left those facts: what came after it fills nothing in."""
    return next((turns[: at + 1] for at, (_, facts) in enumerate(turns) if facts is left), turns)


def _asked_back(question: str, turns: Turns) -> tuple[str, Mapping[str, Any]]:
    """The question that was asked back to, for who doesn't know; or how what is missing is found out."""
    _, facts = turns[-1]
    if replies.spelled_out(question, facts) != question:
        return question, facts
    return asked_before(turns)


def _is_done(question: str, previous: Mapping[str, Any]) -> bool:
    """Whether `question` only says that what was told has been done ("fixed both"): what is next is asked."""
    return previous.get("specialist") in (guide.NAME, screens.NAME) and bool(_DONE().match(question))


def _as_before(reading: Reading, turns: Turns) -> Reading | None:
    """The question before with the figure or the name that `reading` is nothing but; None where a table
    settles this without it, or not even that."""
    again = instead(reading.text, turns)
    changes = bool(again and reading.subscription and turns[-1][1].get("previous_subscription"))
    if again is None or (settled(reading) and not changes):
        return None
    asked = read_question(again.question, again.previous)
    return asked if settled(asked) and (asked.previous_subscription or not changes) else None


def _of_machine(reading: Reading) -> Reading | None:
    """`reading` with the size of machine named before in place of the pronoun that stands for it: "its
    disks?", "can MABS run on it?"; None where it names its own, or something else than a machine."""
    sizes = reading.previous.get("vm_sizes", ())
    match = NAMED_ONE().search(reading.plain) if len(sizes) == 1 else None
    if match is None or len(reading.plain.split()) > _MOST_WORDS or _names_size(reading):
        return None
    if limits.goes_on(reading):
        return None
    named = f"{sizes[0]}'s" if match["its"] else sizes[0]
    again = read_question(f"{reading.plain[: match.start()]}{named}{reading.plain[match.end() :]}")
    own = reading.topics & _OF_MACHINE or (again.topics & _OF_MACHINE and is_settled(again))
    return replace(again, followup=False) if own else None


def _names_size(reading: Reading) -> bool:
    """Whether a reading names a size of machine itself."""
    return bool(reading.vm_sizes) and not reading.carries("VM size")


def _together(reading: Reading, turns: Turns) -> Reading | None:
    """`reading` as the rest of the question before it ("for the MABS machine", "on disk"), where a table
    settles both together, and by what the rest adds."""
    if not turns or not _is_rest(reading) or turns[-1][1].get("specialist") == CODES:
        return None
    if _replaces(reading, turns[-1][1]):
        return None
    own = settled(reading)
    if own and (own[0].status != "clarify" or bool(reading.named_products)):
        return None
    before = asked_before(turns)[0].rstrip(" ?.!")
    both = read_question(f"{before} {reading.text}")
    found, alone = settled(both), settled(read_question(before))
    if not found or not (found[0].status in TELLING or carried_subject.is_lone_number(reading.plain)):
        return None
    if own or carried_subject.is_lone_number(reading.plain):
        return both
    in_place = bool(_IN_PLACE.match(reading.plain))
    return both if _said(found, in_place=in_place) != _said(alone, in_place=in_place) else None


def _replaces(reading: Reading, left: Mapping[str, Any]) -> bool:
    """Whether a time or a state takes the place of the one told before, rather than adding to it."""
    time = reading.amounts("duration") and left.get("outage")
    return bool(time or (reading.tells("subscription") and left.get("subscription")))


def _is_rest(reading: Reading) -> bool:
    """Whether a few words have no verb of their own, or nothing but a figure."""
    return len(reading.plain.split()) <= _MOST_WORDS and leaves_out(reading.plain)


def _said(findings: Sequence[Finding], *, in_place: bool) -> list[str]:
    """The leading sentences of what tables say; for another thing `in_place` of the one before without the
    yes or no, which is on that one."""
    told = map(without_lead, findings) if in_place else findings
    return [finding.statements[0].text for finding in told]
