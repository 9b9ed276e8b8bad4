"""What is asked of cases, options and machines that a talk gave a label, put to the tables one by one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from assistant.answer import Finding, Statement
from assistant.decisions.expressions.patterns import lazy
from assistant.decisions.states.connectivity_rules import Subscription
from assistant.specialists import limits, prerequisites, review
from assistant.specialists.states import connectivity
from assistant.table_answers import TELLING, is_of_connectivity, settled
from assistant.understanding.labels import Labelled, asked_of, asks_which, labelled, without_labels
from assistant.understanding.operations import find_operations
from assistant.understanding.read import read_question
from assistant.understanding.reading import Reading
from assistant.understanding.turns.talked_cases import CASES, told_case
from assistant.understanding.turns.topic_return import Turns

COMPARES = lazy(
    r"\b(?:diff\w*|same|identical|equal\w*|compar\w+|versus|vs|worse|better|worst|best|unlike|instead"
    r"|can(?:['’]?t|not)|more|less|alike)\b"
)
FROM_TO = lazy(r"\bfrom\b.+\bto\b|\binto\b")
_NOTHING = lazy(
    r"^(?:\W*\b(?:and|so|but|or|ok|okay|then|what|how|about|in|for|with|of|the|case|same|too|as|well|also|now"
    r"|is|it|that|then)\b)*\W*$"
)
_UNJUDGED = Finding(
    prerequisites.NAME,
    "answered",
    (Statement("Nothing that is told of it is against a requirement.", role="verdict"),),
    1.0,
)
_SUBSCRIPTION = lazy(r"\bsub(?:s|scription)?\b")
_OF_ITS_OWN = lazy(r"\b(?:own|idle|unused|fresh|new|separate|dedicated|blank|empty|clean|extra|spare)\b")
_FITS = frozenset({"pass", "listed", "level_listed"})


@dataclass(frozen=True, slots=True)
class Meant:
    """A question with labelled things put in their place; `each`: it is asked of each of them, by name."""

    question: str
    previous: Mapping[str, Any]
    each: tuple[tuple[str, Reading], ...] = ()


def meant_by(question: str, previous: Mapping[str, Any], turns: Turns) -> Meant | None:
    """`question` with what its labels stand for; None where it has none."""
    spoken = labelled(question, [asked for asked, _ in turns])
    if spoken and limits.is_of_several(read_question(question, previous)):
        return None
    if spoken is None or _lists_operations(question, spoken) or _lists_facts(spoken):
        return None
    if len(spoken.told) == 1:
        return _one(spoken, previous)
    if compared := _compared(spoken):
        return compared
    if FROM_TO().search(spoken.rest):
        return Meant(_changed(spoken) or spoken.question, {})
    whole = f"{'; '.join(spoken.told.values())}: {spoken.rest}" if spoken.asks_which else spoken.question
    return _each(spoken) or Meant(whole, previous)


def _lists_operations(question: str, spoken: Labelled) -> bool:
    """Whether the labels count what is to be done in one state, which `question` tells besides them: the
    table takes them together."""
    told = [read_question(content) for content in spoken.told.values()]
    cases = [bool(one.subscription or one.connectivity) for one in told]
    if all(cases) or not all(one.operations for one in told):
        return False
    whole = read_question(question)
    return bool(whole.subscription or whole.connectivity)


def _lists_facts(spoken: Labelled) -> bool:
    """Whether bare labels count the facts of one case ("a) offline for 3 days b) expired -> a restore?"): one
    tells the connection and another the subscription, and nothing asks which of them."""
    told = [read_question(content) for content in spoken.told.values()]
    links = [bool(one.connectivity) for one in told]
    states = [bool(one.subscription or _SUBSCRIPTION().search(one.plain)) for one in told]
    apart = links.count(True) == states.count(True) == 1 and links != states
    bare = all(len(name) == 1 for name in spoken.told)
    return apart and bare and not asks_which(spoken.rest) and not COMPARES().search(spoken.rest)


def _one(spoken: Labelled, previous: Mapping[str, Any]) -> Meant:
    content = next(iter(spoken.told.values()))
    rest = without_labels(spoken.rest)
    if _NOTHING().match(rest):
        return Meant(f"and {content}?", previous)
    reading = read_question(content)
    if reading.subscription or reading.connectivity:
        return Meant(f"{content}: {' '.join(rest.split())}", previous)
    return Meant(spoken.question, previous)


def _compared(spoken: Labelled) -> Meant | None:
    """The two rows of the connectivity table that two labels stand for, held against each other."""
    cases = [told_case(read_question(content)) for content in spoken.told.values()]
    if len(cases) != 2 or not all(cases) or not COMPARES().search(spoken.rest):
        return None
    rest = without_labels(spoken.rest)
    asked = " and ".join(str(operation) for operation in sorted(find_operations(rest)))
    left = {CASES: [list(case) for case in cases if case], "specialist": "connectivity"}
    return Meant(f"any difference{f' for {asked}' if asked else ''}?", left)


def _changed(spoken: Labelled) -> str:
    """The question how one case becomes the other by its subscription; empty where it doesn't."""
    first, last = (read_question(content).subscription for content in list(spoken.told.values())[:2])
    if last != {Subscription.ACTIVE} or len(first) != 1 or first == last:
        return ""
    return f"what has to change to get the subscription from {next(iter(first))} back to Active?"


def _each(spoken: Labelled) -> Meant | None:
    """The question asked of each labelled thing by itself; None where a table doesn't settle them all."""
    if not spoken.asks_which and len(spoken.told) < 2:
        return None
    readings = [
        (name, read_question(asked_of(content, spoken.rest))) for name, content in spoken.told.items()
    ]
    found = [_told_of(reading) for _, reading in readings]
    told = [one for one in found if one and one[0].status in TELLING]
    unjudged = [reading for (_, reading), one in zip(readings, found, strict=True) if not one]
    if not all(_OF_ITS_OWN().search(reading.plain) for reading in unjudged):
        return None
    names = [one[0].specialist if one else "" for one in found]
    alike = set(names) == {connectivity.NAME} or (told and told[0][0].specialist == prerequisites.NAME)
    if not told or (len(told) < len(found) and not alike):
        return None
    return Meant(spoken.question, {}, tuple(readings))


def of_table(question: str, each: Iterable[tuple[str, Reading]]) -> Meant | None:
    """`question` asked of each by its name; None where the table of states isn't asked of all of them."""
    readings = tuple(each)
    return Meant(question, {}, readings) if all(is_of_connectivity(one) for _, one in readings) else None


def of_each(each: Sequence[tuple[str, Reading]]) -> Finding:
    """One finding on all of them, each by its name; what fits comes first."""
    found = _judged(each)
    found.sort(key=lambda one: not _fits(one[1]))
    statements = [
        replace(finding.statements[0], text=f"{name}: {_said(finding)}", role="verdict")
        for name, finding in found
    ]
    verdicts = tuple(
        replace(verdict, inputs={**verdict.inputs, "label": name})
        for name, finding in found
        for verdict in finding.verdicts
    )
    return replace(found[0][1], statements=tuple(statements), verdicts=verdicts, missing=(), fitted=True)


def _said(finding: Finding) -> str:
    """What is said of one first, with what each value of an input would mean where that isn't known."""
    choices = [f"{one.value}: {one.meaning}" for open_ in finding.missing[:1] for one in open_.choices]
    return " ".join([finding.statements[0].text, *choices])


def _told_of(reading: Reading) -> list[Finding]:
    """What the tables say to one of them, or what is against a machine on which none of them speaks."""
    if findings := settled(reading):
        return findings
    failing = review.against(reading)
    return [failing] if failing else []


def _judged(each: Sequence[tuple[str, Reading]]) -> list[tuple[str, Finding]]:
    """What is said of each; of machines that may hold the backup server, what is against them."""
    said = [(name, reading, next(iter(_told_of(reading)), _UNJUDGED)) for name, reading in each]
    holds = any(finding.specialist == prerequisites.NAME for _, _, finding in said)
    return [
        (name, (review.against(reading) if holds else None) or finding) for name, reading, finding in said
    ]


def _fits(finding: Finding) -> bool:
    return (
        finding is _UNJUDGED
        or finding.statements[0].text.startswith("Yes")
        or finding.verdicts[0].outcome in _FITS
    )
