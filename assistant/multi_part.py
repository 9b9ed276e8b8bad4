"""Several questions of one message, put to the specialists one after the other: what each is told once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.answer import Finding
from assistant.codes.code_wording import NAME as CODES
from assistant.consulted import Consulted, asking_once, names_place, told_once
from assistant.guide_search import OWN_WORDS, ROOT, SURE_OF_GUIDE, VERY_SURE, asks_place_alone, beginnings
from assistant.segmentation import left_by
from assistant.specialists import clarify, screens, vague_reference
from assistant.specialists.errors import which_error
from assistant.specialists.passages import guide
from assistant.specialists.refusals import conduct
from assistant.understanding.message.lookups import asks_command
from assistant.understanding.message.question_forms import points_back
from assistant.understanding.read import read_question
from assistant.understanding.reading import Reading
from assistant.understanding.turns.pronouns import PRONOUN
from assistant.understanding.turns.topic_return import TOLD
from ingest.analysis import query_tokens

Ask = Callable[[Reading], Consulted]
"""Puts one reading to the specialists."""


def of_parts(parts: Sequence[Reading], whole: Reading, ask: Ask) -> Consulted:
    """What `ask` finds for each of the `parts` of the `whole` message, in their order and told once.

    A part that says nothing by itself is asked in the light of the one before it.
    """
    consulted: list[Consulted] = []
    for at, part in enumerate(parts):
        if consulted and asks_place_alone(part.plain) and names_place(consulted[-1]):
            continue
        if consulted and (step := _on_the_way(part, parts[at - 1], consulted[-1])):
            consulted.append(Consulted((step,), part))
            continue
        reading = _behind(part, consulted[-1], parts[at - 1]) if consulted else part
        one = ask(reading)
        if consulted and reading.followup and _repeats(one, consulted):
            one = _by_itself(reading, consulted, ask) or one
        if at and (_says_nothing(one) or _only_asks(one)):
            one = _in_light_of(reading, parts[at - 1], ask) or one
        if not (at and _hangs_on(reading) and consulted and _is_silent(consulted[-1]) and _is_of_guide(one)):
            consulted.append(one)
    from_guide = all(_is_of_guide(one) or _says_nothing(one) for one in consulted)
    if from_guide and any(map(_says_nothing, consulted)):  # a part may need what the others name
        together = ask(whole)
        if not _says_nothing(together):
            consulted = [*(one for one in consulted if not _says_nothing(one)), together]
    consulted = asking_once([one for one in consulted if not _only_asks(one)] or consulted)
    findings = _surest(told_once([finding for one in consulted for finding in one.findings]))
    retrieved = tuple(passage for one in consulted for passage in one.retrieved)
    return Consulted(findings, whole, retrieved)


def _on_the_way(part: Reading, before: Reading, told: Consulted) -> Finding | None:
    """What the step asks for to which a part of a message leads from the one that the part before it names:
    "and what does the screen after that want?"."""
    facts = screens.left_by(before, told.findings[0], {})
    if not facts.get(screens.NAME):
        return None
    return screens.consult(replace(part, previous={**left_by(before), **facts}))


def _behind(reading: Reading, told: Consulted, before: Reading) -> Reading:
    """A part that follows the one before it, with what that was told: it isn't told again."""
    if not reading.followup or reading.previous.get("query") != left_by(before)["query"]:
        return reading
    sections = [piece.section for one in told.findings for said in one.statements for piece in said.evidence]
    known = {TOLD: beginnings(told.findings), ROOT: before.plain, "sections": tuple(dict.fromkeys(sections))}
    return replace(reading, previous={**reading.previous, **known})


def _in_light_of(reading: Reading, before: Reading, ask: Ask) -> Consulted | None:
    """What is said to a part that points at what the part before it names; None where that says nothing."""
    following = read_question(reading.text, left_by(before))
    if not following.followup:
        return None
    one = ask(following)
    return None if _says_nothing(one) or _only_asks(one) else one


def _repeats(one: Consulted, told: Sequence[Consulted]) -> bool:
    """Whether a part is answered by what a part before it was told."""
    known = {said.text for before in told for finding in before.findings for said in finding.statements}
    return _is_of_guide(one) and one.findings[0].statements[0].text in known


def _by_itself(reading: Reading, told: Sequence[Consulted], ask: Ask) -> Consulted | None:
    """What is said to a part read alone, as what it asks for says enough ("and which command shows it"); None
    where that is nothing new."""
    asks_enough = len(query_tokens(reading.plain)) >= OWN_WORDS
    if not (asks_enough or asks_command(reading.plain)):
        return None
    one = ask(read_question(reading.text))
    unsure = one.findings[0].confidence < SURE_OF_GUIDE
    return None if unsure or _says_nothing(one) or _only_asks(one) or _repeats(one, told) else one


def _hangs_on(reading: Reading) -> bool:
    """Whether a part is about what the part before it names, as far as its words tell."""
    own = reading.topics or reading.products or reading.operations or reading.quantities
    return (
        reading.followup or points_back(reading.plain) or (not own and bool(PRONOUN().search(reading.plain)))
    )


def _is_silent(consulted: Consulted) -> bool:
    """Whether the guide was said to be silent: on what hangs on that it is silent as well."""
    return _is_of_guide(consulted) and consulted.findings[0].status == "abstained"


def _is_of_guide(consulted: Consulted) -> bool:
    return consulted.findings[0].specialist == guide.NAME


def _surest(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Without an error that is only likely, where a part of the message tells of one more surely."""
    best = max((one.confidence for one in findings if one.specialist == CODES), default=0.0)
    return tuple(one for one in findings if one.specialist != CODES or one.confidence >= VERY_SURE * best)


def _says_nothing(consulted: Consulted) -> bool:
    finding = consulted.findings[0]
    return finding.status == "abstained" and (not finding.confidence or finding.specialist == conduct.NAME)


def _only_asks(consulted: Consulted) -> bool:
    """Whether a part of the message was only asked back, as it names nothing."""
    return consulted.findings[0].specialist in (which_error.NAME, clarify.NAME, vague_reference.NAME)
