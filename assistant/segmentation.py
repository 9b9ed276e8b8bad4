"""The questions of one message, each as a reading of its own; one that leaves out what was asked follows."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from assistant.decisions.states.connectivity_rules import LIMIT_DAYS
from assistant.dialogue import carried_subject
from assistant.specialists import limits
from assistant.specialists.passages import guide
from assistant.specialists.states import connectivity
from assistant.specialists.states.concerns_states import is_one_case
from assistant.table_answers import TELLING, is_of_connectivity, settled
from assistant.understanding.message.distributed_questions import distributed
from assistant.understanding.message.lookups import asks_lookup
from assistant.understanding.message.question_forms import (
    SENTENCE_END,
    leaves_out,
    split_questions,
    tells_fault,
)
from assistant.understanding.product.products import find_products
from assistant.understanding.read import facts_of, read_question
from assistant.understanding.reading import QuestionKind, Reading
from assistant.understanding.server.size_steps import steps_of_size
from assistant.understanding.topics import GENERAL, find_topics
from assistant.understanding.turns.pronouns import ACTING
from ingest.analysis import query_tokens

MAX_PARTS = 4
_AND = re.compile(r"[,;]?\s(?:and|plus|[+&])\s", re.IGNORECASE)
_FIGURE = re.compile(r"\d")
_DISKS = re.compile(r"\bdisks?\b|\bdrives?\b", re.IGNORECASE)
_SCRATCH = re.compile(r"\bscratch\b|\bcache\b", re.IGNORECASE)
# Behind a comma, or with "also", another matter begins: "lost passphrase, also vault full?".
_BESIDES = re.compile(r",\s+(?:and\s+|plus\s+)?(?:also\s+)?|\s+(?:also|plus)\s+", re.IGNORECASE)
# A question of its own is announced: "8 TB, and one more question: ...".
_ANNOUNCED = re.compile(
    r"[\s,;.!?\u2013-]+(?:(?:and|plus|also|then|btw)[\s,]+)*(?:(?:i|we) have |there'?s |got |just )?"
    r"(?:(?:one|1|a|two|2)\s+(?:(?:more|other|further|additional|last|second|different|quick)\s+)+"
    r"|another\s+|an other\s+"
    r"|(?:the\s+)?(?:2nd|second|other|next|last|separate)\s+)"
    r"(?:(?:quick|short|small|unrelated|different)\s+)*(?:questions?|q|qn|things?|matter|topic|issue)"
    r"(?:\s+(?:please|pls|on top))?\s*(?::|[\u2013-]+\s|,|\.{2,})\s*(?=\S)"
    r"|[.?!]\s+(?:and\s+)?(?:second(?:ly)?|2nd|two|2\)?)\s*:\s*(?=\S)",
    re.IGNORECASE,
)
_TO_DO = re.compile(r"^(?P<asks>\W*(?:how|where|when|what))\s+to\s+(?=[a-z]{2})", re.IGNORECASE)
_ALSO_ASKED = re.compile(
    r"[.!?\n]\s*(?:and\s+)?(?:also|plus|besides|secondly|another (?:thing|question))\b[\s,:-]*", re.IGNORECASE
)
_ALSO_OPENS = re.compile(r"^\W*(?:and\s+)?(?:also|plus|besides|secondly)\b[\s,:-]*", re.IGNORECASE)
# Behind a question, what is told or wished besides: "...? and I want a new file but the button is grey".
_TOLD_BEHIND = re.compile(
    r"(?<=[?])\s+(?:and|also|plus|btw|besides|oh and)\W+(?P<told>\w[^?]{12,})$", re.IGNORECASE
)
# What is asked of a later time, when what was told before is done: "and once it's all up, how ...".
_ONCE_DONE = re.compile(
    r"^\W*(?:(?:and|then|so)\W+)*(?:once|when|after)\s+(?:it['\u2019]?s|it is|everything(?:['\u2019]s| is)?"
    r"|all(?: is)?|that(?:['\u2019]s| is)?|this(?: is)?|(?:the )?(?:setup|install(?:ation)?)(?: is)?)\s+"
    r"(?:\w+\s+){0,2}?(?:up(?: and running)?|done|installed|finished|over|running|through|complete|set up"
    r"|in place|ready)\b[\s,]*(?=\w)",
    re.IGNORECASE,
)
# The same with another figure is asked: "and weekly instead?", "the same, but monthly".
_INSTEAD = re.compile(
    r"\binstead\b(?! of\b)|\b(?:the )?same\b,?\s+(?:but|with|for|at|if)\b|\bthe same \w+ly\b", re.IGNORECASE
)
# A part that names by itself what "it" is: "once data is old where does it go".
_OF_CASE = re.compile(
    r"\W*(?:(?:and|but|also)\s+)?(?:if|when|once|after|as soon as)\s+(?:(?:the|our|my|an?|some)\s+)?"
    r"(?!(?:it|its|that|this|they|we|i|you|he|she|there|all|one|ones|those|these"
    r"|is|are|was|were|do|does|did|can|could|must|should|shall|may|will|would)\b)\w",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\bhow many (?P<thing>(?!are\b|is\b)\w[\w -]{1,40}?) (?:are|is|do|does|can)\b", re.IGNORECASE
)
_COUNTS = re.compile(r"^\W*(?:and )?how many (?P<verb>(?:are|is)\b)", re.IGNORECASE)
_OF_GUIDE = {QuestionKind.HOW_MANY, QuestionKind.WHERE}
_HALVES = 2
_MOST_LATER = 12
_MOST_JOINTS = 4
_MOST_CHARS = 300
_ENOUGH = 3
_LEAST_NAMED = 2
_MANY = 5
_NAME_NOTHING = frozenset(
    query_tokens(
        "recommended recommendation required need necessary possible allowed permitted doable fine right"
        " correct sense best better worse big long large small reason advice difference gain lose"
        " which ones second other others third pls table matrix guide doc docs document say says"
        " happen happens done"
        " minimum min maximum max figure figures value number amount exact exactly roughly"
    )
) | {"what", "then"}
"""Words that say something of what is named elsewhere, or that ask for it."""

_WHAT_NOW = frozenset(query_tokens("so and now then well what"))
"""Words that only ask to go on."""


def parts_of(question: str, previous: Mapping[str, Any], whole: Reading) -> list[Reading]:
    """The questions of a message as readings of their own, when they are about different things."""
    if announced := _announced(question, previous):
        return announced
    if shared := distributed(question):
        return [read_question(one, previous) for one in shared]
    if told := _sums_of_story(question, previous) or _two_lengths(question, previous, whole):
        return told
    asking, telling = split_questions(question)
    if len(asking) <= 1 and (
        several := _two_sums(question, previous)
        or _two_matters(question, previous, whole)
        or _told_besides(question, asking, telling, previous)
        or _told_behind(question, asking, previous)
    ):
        return several
    if not 1 < len(asking) <= MAX_PARTS or len(question) > 2000:
        return [whole]
    whole_parts = [_TO_DO.sub(r"\g<asks> do I ", part) for part in _counted_alike(_with_hangers_on(asking))]
    readings = _read_in_turn(whole_parts, telling, previous)
    if limits.is_of_several(whole):
        return _with_the_rest(readings, limits.asks_which_file) or [whole]
    case = [part for part in readings if not asks_lookup(part.plain)]
    if len(case) > 1 and is_one_case(whole, case):
        readings = _with_the_rest(readings, lambda part: asks_lookup(part.plain)) or readings
    subjects = [_subject(reading) for reading in readings]
    if len(set(subjects)) < 2 or _is_one_case(whole, readings):
        return [whole]
    return [reading for n, reading in enumerate(readings) if subjects[n] not in subjects[:n]]


def _announced(question: str, previous: Mapping[str, Any]) -> list[Reading]:
    """What a message asks or tells first, and the question that it announces behind that ("9,000 points and
    one more question: ..."); none where nothing is announced, or the first names nothing."""
    joint = _ANNOUNCED.search(question)
    if joint is None or len(question) > _MOST_CHARS:
        return []
    first, second = question[: joint.start()].strip(), question[joint.end() :]
    forms = (
        [first] if split_questions(first)[0] else [f"{first}?", f"{first}, ok?"]
    )  # a figure is held against its rule
    told = next((form for form in forms if settled(read_question(form, previous))), forms[0])
    own = read_question(told, previous)
    if not (settled(own) or own.topics - GENERAL):
        return []
    before = left_by(own) if _INSTEAD.search(second) else previous
    asked = read_question(second, before)
    return [*parts_of(told, previous, own), *parts_of(second, before, asked)][:MAX_PARTS]


def _sums_of_story(question: str, previous: Mapping[str, Any]) -> list[Reading]:
    """The disks and the scratch location that a message asks for by name alone ("disks and scratch, both"),
    each with the figures that were told before; none unless both are asked for and told."""
    if not all(named.search(question) for named in (_DISKS, _SCRATCH)) or _FIGURE.search(question):
        return []
    before = read_question(str(previous.get("query", "")))
    told = " + ".join(size.words for size in before.amounts("size"))
    if len(before.vm_sizes) != 1 or not told:
        return []
    asked = (
        f"how many disks does {before.vm_sizes[0]} take?",
        f"how large must scratch be for {told} of data for Azure?",
    )
    return [read_question(one) for one in asked]


def _two_lengths(question: str, previous: Mapping[str, Any], whole: Reading) -> list[Reading]:
    """What is asked of an outage, and the same after another time of it ("and on day 20?"), where only one
    of the two is beyond the limit of the table; none otherwise."""
    asked, _, rest = question.partition("?")
    if whole.outage is None or not 0 < len(rest.split()) <= _MOST_LATER:
        return []
    first = read_question(f"{asked}?", previous)
    second = read_question(rest, left_by(first))
    if not is_of_connectivity(first) or (second.operations and not second.carries("operations")):
        return []
    beyond = first.outage.longer_than(LIMIT_DAYS) if first.outage and first.operations else None
    later = _other_than(beyond, [second, whole]) if beyond is not None else None
    return [first, later] if later else []


def _other_than(beyond: bool, readings: Sequence[Reading]) -> Reading | None:
    """The first reading of an outage that is not likewise `beyond` the limit of the table."""
    told = [(one, one.outage.longer_than(LIMIT_DAYS)) for one in readings if one.outage]
    return next((one for one, longer in told if longer is not None and longer != beyond), None)


def _two_sums(question: str, previous: Mapping[str, Any]) -> list[Reading]:
    """The halves of a question that holds two sums, such as one on the extraction and one on the scratch
    location: each has figures of its own and is settled, by another calculator than the other; else none."""
    for joint in list(_AND.finditer(question))[:_MOST_JOINTS] if len(question) <= _MOST_CHARS else ():
        halves = [question[: joint.start()], question[joint.end() :]]
        joined = SENTENCE_END.split(halves[1], maxsplit=1)[0]
        if not (_FIGURE.search(halves[0]) and _FIGURE.search(joined)):
            continue
        readings: list[Reading] = []
        tables = set()
        for half in halves:
            readings.append(read_question(half, previous))
            found = limits.consult(readings[-1])
            if not found or found[0].status != "answered":
                break
            tables.add(found[0].verdicts[0].table)
        if len(tables) == len(halves):
            return readings
    return []


def _two_matters(question: str, previous: Mapping[str, Any], whole: Reading) -> list[Reading]:
    """The halves of a question in fragments ("10 days on disk, and LRS or GRS?") that name a matter each and
    no common one, where the tables that speak to all of it only speak to one of them; else none."""
    halves = _BESIDES.split(question.rstrip(" ?!."))
    if len(halves) != _HALVES or "?" not in question or whole.amounts("size"):
        return []
    named = [find_topics(half)[0] - GENERAL for half in halves]
    if not all(map(leaves_out, halves)) or not all(named) or named[0] & named[1]:
        return []
    readings = [read_question(halves[0], previous), read_question(f"{halves[1]}?", previous)]
    first, second = map(_tables, readings)
    alone = bool(first) and _tables(whole) in (first, second)
    return readings if alone and not readings[1].followup else []


def _told_besides(
    question: str, asking: Sequence[str], telling: str, previous: Mapping[str, Any]
) -> list[Reading]:
    """A matter that is only told ("button greyed out!") and the question on another behind an "also", each by
    itself; none where what is told is the case of what is asked."""
    joint = _ALSO_ASKED.search(question) if asking and telling else None
    if joint is None or not question[joint.end() :].startswith(_ALSO_OPENS.sub("", asking[0])):
        return []
    told, asked = read_question(telling, previous), read_question(asking[0], previous)
    of_case = told.subscription or told.connectivity or told.quantities or told.vm_sizes
    own = asked.topics - GENERAL
    names = told.topics - GENERAL or tells_fault(telling)
    return [told, asked] if names and own and not (own & told.topics or of_case) else []


def _told_behind(question: str, asking: Sequence[str], previous: Mapping[str, Any]) -> list[Reading]:
    """A question, and a fault on another matter that is only told behind it, each by itself; else none."""
    joint = _TOLD_BEHIND.search(question) if asking else None
    if joint is None or not tells_fault(joint["told"]):
        return []
    asked, told = read_question(question[: joint.start()], previous), read_question(joint["told"], previous)
    of_case = told.subscription or told.connectivity or told.quantities or told.vm_sizes
    own = told.topics - GENERAL - asked.topics
    alike = {one.specialist for one in settled(told)} & {one.specialist for one in settled(asked)}
    return [asked, told] if own and not (of_case or alike) and settled(asked) else []


def _with_the_rest(readings: Sequence[Reading], is_apart: Callable[[Reading], bool]) -> list[Reading]:
    """The parts with those that are answered together as a single one; empty where no part stands `apart`,
    or nothing but such."""
    apart = [part for part in readings if is_apart(part)]
    together = list(dict.fromkeys(part.text for part in readings if part not in apart))
    if not apart or not together:
        return []
    return [read_question(" and ".join(together), readings[0].previous), *apart]


def _tables(reading: Reading) -> set[str]:
    """The tables that speak to a reading."""
    return {verdict.table for found in settled(reading) for verdict in found.verdicts}


def _read_in_turn(parts: Sequence[str], telling: str, previous: Mapping[str, Any]) -> list[Reading]:
    """The parts as readings. One that leaves out what the part before it asks ("and 5?") is read as a turn
    that follows it; every other one with what the message tells besides."""
    readings: list[Reading] = []
    for part in parts:
        if readings and _ONCE_DONE.match(part):
            readings.append(read_question(_ONCE_DONE.sub("", part), previous))
            continue
        alone = read_question(f"{telling} {part}".strip(), previous)
        own = (_names_its_own(part, telling) or find_products(part)) and not settled(alone)
        if telling and (own or (asks_lookup(part) and (alone.subscription or alone.connectivity))):
            alone = read_question(part, previous)
        counts_on = bool(readings and readings[-1].vm_sizes and steps_of_size(part))
        if readings and (counts_on or leaves_out(part) or _points_back(part) or _INSTEAD.search(part)):
            following = read_question(part, left_by(readings[-1]))
            following = carried_subject.in_its_subject(following) or following
            own = _names_its_own(part, readings[-1].text) and not settled(following)
            alone = following if following.followup and not own else alone
        alone = _apart_from_case(part, alone, previous) or alone
        readings.append(_by_itself(part, readings, alone) or alone)
    return readings


def _apart_from_case(part: str, of_case: Reading, previous: Mapping[str, Any]) -> Reading | None:
    """A part by itself, where the table of states takes it for the state that the message tells, and it is
    the matter of another table; else None."""
    if not is_of_connectivity(of_case):
        return None
    alone = read_question(part, previous)
    named = alone.topics - GENERAL or alone.products
    if not named or alone.outage or alone.subscription:
        return None
    found = settled(alone)
    if not found:  # the guide is asked for a figure or a place
        return alone if alone.kind in _OF_GUIDE and not alone.operations else None
    return alone if found[0].status in TELLING and not is_of_connectivity(alone) else None


def _by_itself(part: str, before: Sequence[Reading], read: Reading) -> Reading | None:
    """A part that is `read` as one before it, for what the message tells besides, by itself; None where it
    names nothing more than that one, or a table has something else to say to it."""
    alike = [one for one in before if settled(one) and _subject(one) == _subject(read)]
    if not alike:
        return None
    told = alike[0].text
    words = set(query_tokens(part)) - _NAME_NOTHING - set(query_tokens(told))
    own = find_topics(part)[0] - find_topics(told)[0] - GENERAL
    if len(words) < (_LEAST_NAMED if own else _MANY):
        return None
    alone = read_question(part, before[0].previous)
    return None if settled(alone) or alone.operations or alone.products else alone


def _is_one_case(whole: Reading, parts: Sequence[Reading]) -> bool:
    """Whether the parts ask several operations of one state; none of them names the matter of another table,
    which answers it."""
    return is_one_case(whole, parts) and not any(
        (part.topics - GENERAL or part.products)
        and found[0].status == "answered"
        and found[0].specialist != connectivity.NAME
        for part in parts
        if (found := settled(part))
    )


def _points_back(part: str) -> bool:
    """Whether a part says "it" or "they" and names nothing that it could be about: "and who keeps it".

    Behind a preposition ("how long may data lie on them") it is only said besides.
    """
    named = find_topics(part)[0] - GENERAL or find_products(part) or _OF_CASE.match(part)
    return bool(ACTING().search(part)) and not named


def _names_its_own(part: str, telling: str) -> bool:
    """Whether a part names enough to be asked alone, and nothing that the message tells of besides."""
    words = set(query_tokens(part))
    own = find_topics(part)[0] - find_topics(telling)[0]
    return bool(own) and len(words) >= _ENOUGH and not words & set(query_tokens(telling))


def left_by(reading: Reading) -> dict[str, Any]:
    """What a part of a message leaves for the next one."""
    findings = settled(reading)
    facts = facts_of(reading, findings[0].specialist if findings else guide.NAME, ())
    facts[carried_subject.SUBJECT] = carried_subject.left_by(reading, facts["specialist"], "", {})
    return facts | ({limits.KEPT: limits.kept_facts(reading)} if facts["specialist"] == limits.NAME else {})


def _with_hangers_on(asking: Sequence[str]) -> list[str]:
    """The asking parts; one that names too little to be asked alone goes with the part before it, and the
    first ("so?", "and now?") with the one behind it."""
    parts: list[str] = []
    for part in asking:
        names = set(query_tokens(part)) - _NAME_NOTHING
        if parts and not (names and set(query_tokens(parts[0])) - _WHAT_NOW):
            parts[-1] = f"{parts[-1]} {part}"
        else:
            parts.append(part)
    return parts


def _counted_alike(parts: Sequence[str]) -> list[str]:
    """The parts; one that leaves out what is counted counts what the part before it does: "how many rows are
    for Windows Server", "how many are for SQL Server"."""
    told: list[str] = []
    for part in parts:
        before = _COUNTED.search(told[-1]) if told else None
        told.append(_COUNTS.sub(rf"how many {before['thing']} \g<verb>", part) if before else part)
    return told


def _subject(reading: Reading) -> str:
    findings = settled(reading)
    if findings:
        return findings[0].specialist + "".join(
            f"{v.table}{sorted(v.inputs.items())}" for v in findings[0].verdicts
        )
    return "guide:" + re.sub(r"\W+", " ", reading.plain.lower())
