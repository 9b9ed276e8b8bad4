"""What a turn means that speaks of the talk rather than of the matter: each operation gives the question that
is to be answered instead, and what was left before it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from assistant.decisions.expressions.patterns import lazy
from assistant.dialogue.repeated_question import Again
from assistant.dialogue.verdict_requests import verdict_asked
from assistant.specialists import last_answer, prerequisites
from assistant.specialists.matrix import protection
from assistant.specialists.prerequisite_checks.check_words import PROTECTING
from assistant.specialists.refusals import untold_figures
from assistant.specialists.states import connectivity
from assistant.table_answers import settled
from assistant.understanding.product.gazetteer import SYSTEMS
from assistant.understanding.product.intended_role import role_meant
from assistant.understanding.product.products import find_bare_versions, find_products
from assistant.understanding.product.told_products import asked_of_all
from assistant.understanding.read import read_question
from assistant.understanding.reading import Reading, Role
from assistant.understanding.topics import ROLES, find_topics
from assistant.understanding.turns.corrections import asked_before
from assistant.understanding.turns.dialogue_acts import Form
from assistant.understanding.turns.followup import ASKED
from assistant.understanding.turns.hearsay import claimed, passes_for
from assistant.understanding.turns.noncommittal import only_nods, says_unknown
from assistant.understanding.turns.pronouns import HANGS_ON
from assistant.understanding.turns.remedy_requests import asks_remedy
from assistant.understanding.turns.retracted_values import reopened
from assistant.understanding.turns.row_quotes import asks_row
from assistant.understanding.turns.topic_return import TOLD, Turns

_OF_TABLES = frozenset({connectivity.NAME, protection.NAME, prerequisites.NAME})
_ON_MACHINE = re.compile(r"\b(?:server|vm|box|machine|host|os|windows|image)\b", re.IGNORECASE)
_EDITION = re.compile(r"\b(?:standard|datacenter|enterprise|essentials)\b", re.IGNORECASE)
# "wasn't there a 4th?", "which one did I forget?"
_MISSES = lazy(
    r"\b(?:was|is|were|are)(?:n['’]?t| not)?\s+there\s+(?:not\s+)?(?:a|an|another|one|some)\s*"
    r"(?:\w*(?:st|nd|rd|th)\b|more|other|fourth|fifth|third|last)|\bthere (?:was|is) (?:a|another|one)\s+"
    r"(?:more|fourth|fifth|third|4th|5th|3rd)|\b(?:did|do|have) i (?:forget|miss|forgot(?:ten)?"
    r"|missed|leave out)"
    r"|\b(?:what|which)(?: one)?(?:['’]?s| is| was| am i)? (?:missing|the (?:last|4th|fourth|other))\b"
    r"|\bi (?:am |['’]m )?(?:missing|forgot|miss) (?:one|something|the)\b"
)
_ON_IT = lazy(
    r"\b(?:on (?:it|there|top|that|the same)|too|as well|also|there|next to it|alongside"
    r"|beside(?:s)? it|go|fit|run)\b"
)
_COUNTS = lazy(
    r"\bhow many\b[^.?!]{0,25}\b(?:operations?|of (?:the |them |those )?(?:four|4)\b"
    r"|out of (?:the )?(?:four|4)\b)"
    r"[^.?!]{0,30}\b(?:ok|okay|allowed|work\w*|possible|go|left|fine|run|available|stay)\b"
)
_STATES = frozenset({"subscription", "connectivity", "service_pack"})
"""What may be asked back for and stay unknown; a message that tells more of an error is no such reply."""

_LEAST_OF_LIST = 3
_MOST_WORDS = 16
_SYSTEMS = SYSTEMS - {"windows-server-sac"}


def meant(question: str, turns: Turns) -> Again | None:
    """The question that `question` stands for in its talk; None where it is one of its own."""
    if whole := asked_of_all(question, turns):
        return Again(whole, {})
    if not turns:
        return None
    return next(filter(None, (operation(question, turns) for operation in _OPERATIONS)), None)


def keeps_open(question: str, previous: Mapping[str, Any]) -> bool:
    """Whether `question` only shows that it was heard, while what was asked back is still open."""
    return bool(previous.get(ASKED)) and only_nods(question)


def _still_open(question: str, turns: Turns) -> Again | None:
    """The question that was asked back to, where what it hangs on stays unknown."""
    _, left = turns[-1]
    of_states = left.get("specialist") == connectivity.NAME or _STATES.intersection(left.get(ASKED, ()))
    unknown = says_unknown(question) if of_states else ""
    if unknown == "subscription" and read_question(question).subscription:
        return None
    if keeps_open(question, left) or unknown:
        return Again(*asked_before(turns))
    return None


def _reopened(question: str, turns: Turns) -> Again | None:
    """The question before, open again where `question` takes the value back that it was answered by."""
    before, _ = asked_before(turns)
    again = reopened(question, before)
    return Again(again, {}) if again else None


def _of_claim(question: str, turns: Turns) -> Again | None:
    """What somebody else claims, put to the table that was asked; the matter itself where it names none."""
    left = turns[-1][1]
    of_table = left.get("specialist") in _OF_TABLES
    if of_table and passes_for(question):
        return Again(*asked_before(turns), Form.BARE)
    said = claimed(question) if of_table else None
    if said is None or last_answer.is_asked(question):
        return None
    alone = read_question(said)
    before = Again(*asked_before(turns), Form.BARE)
    if not alone.operations and (alone.subscription or alone.connectivity):
        return Again(said, left)  # a state that somebody knows of
    if versions := find_bare_versions(said):
        return Again(f"what about {versions[0].words}?", left)  # what it is after all
    if alone.operations:
        asked = read_question(f"is it true that {said}?", left)
        return Again(asked.text, left) if settled(asked) else before
    return Again(f"is it true that {said}?", left) if _names_new(alone, left) else before


def _names_new(alone: Reading, left: Mapping[str, Any]) -> bool:
    """Whether a claim names a thing that the turn before wasn't about."""
    known = set(left.get("families", ()))
    new = any(product.family not in known for product in alone.products)
    figures = alone.quantities and left.get("specialist") == prerequisites.NAME
    return bool(new or figures or alone.vm_sizes or alone.topics - set(left.get("topics", ())))


def _in_role(question: str, turns: Turns) -> Again | None:
    """The thing asked about before, in the part that it was meant to play."""
    role = role_meant(question)
    if role is None:
        return None
    before, previous = asked_before(turns)
    name, family = _thing(before, turns[-1][1] if role is Role.PROTECTED else None)
    if not name and role is Role.PROTECTED and (roles := find_topics(before)[0] & ROLES.keys()):
        return Again(f"is a {' '.join(next(iter(roles)).split('-'))} protected?", {})
    if not name:
        end = "to be protected?" if role is Role.PROTECTED else "as the machine to install MABS on?"
        return Again(f"{before.rstrip(' ?.!')} {end}", previous)
    if role is Role.PROTECTED:
        return Again(f"is {name} in the protection matrix?", {})
    if family in _SYSTEMS:
        return Again(f"can {name} be the operating system of the MABS machine?", {})
    return Again(f"can MABS be installed where {name} runs?", {})


def _thing(question: str, left: Mapping[str, Any] | None) -> tuple[str, str]:
    """The one product that a question names, and its family. A version alone is a system where a machine is
    named, or where it is to be one (nothing `left` to say otherwise), or where the turn took it for one."""
    named = find_products(question)
    if len(named) == 1:
        return named[0].words, named[0].family
    bare = find_bare_versions(question)
    families = left.get("families") if left is not None else ["windows-server"]
    system = _ON_MACHINE.search(question) or families == ["windows-server"]
    if named or len(bare) != 1 or not (system or bare[0].version.endswith("R2")):
        return "", ""
    edition = _EDITION.search(question)
    return f"Windows Server {bare[0].version} {edition[0] if edition else ''}".strip(), "windows-server"


def _row(question: str, turns: Turns) -> Again | None:
    """The whole row of the state, or of the product, that the last answer was about."""
    if not asks_row(question):
        return None
    alone = read_question(question)
    told = alone.products or alone.subscription or alone.connectivity or alone.amounts("duration")
    if alone.operations or told:
        return None
    left = turns[-1][1]
    if left.get("specialist") == connectivity.NAME:
        return Again("and which operations are allowed?", {**left, "operations": []})
    return Again(*asked_before(turns)) if left.get("specialist") == protection.NAME else None


def _counted(question: str, turns: Turns) -> Again | None:
    """How many of the four operations go in the state just told."""
    left = turns[-1][1]
    if left.get("specialist") != connectivity.NAME or not _COUNTS().search(question):
        return None
    return Again("and how many of the four operations are allowed?", {**left, "operations": []})


def _completed(question: str, turns: Turns) -> Again | None:
    """The list that was told, once more in full, where it is asked what of it is missing."""
    asks = len(question.split()) <= _MOST_WORDS and _MISSES().search(question)
    listed = len(turns[-1][1].get(TOLD, ())) > _LEAST_OF_LIST
    return Again(*asked_before(turns)) if asks and listed else None


def _beside(question: str, turns: Turns) -> Again | None:
    """Another product on the machine that was just judged, rather than one to protect: "with SQL on it?"."""
    if turns[-1][1].get("specialist") != prerequisites.NAME or len(question.split()) > _MOST_WORDS:
        return None
    alone = read_question(question)
    named = alone.named_products
    if len(named) != 1 or PROTECTING.search(question) or not _ON_IT().search(question):
        return None
    return Again(f"can {named[0].words} run on the MABS machine too?", {})


def _untold(question: str, turns: Turns) -> Again | None:
    """A price or the like that no document tells: nothing of the talk answers it either."""
    alone = read_question(question)
    hangs = HANGS_ON().search(alone.plain) and not untold_figures.asks_price(alone)
    return Again(question, {}) if untold_figures.is_asked(alone) and not hangs else None


def _remedy(question: str, turns: Turns) -> Again | None:
    """What mends what a table has just objected to, before what it objects to."""
    left = turns[-1][1]
    if left.get("specialist") not in (connectivity.NAME, prerequisites.NAME) or not asks_remedy(question):
        return None
    if left["specialist"] == prerequisites.NAME:
        return Again(*asked_before(turns), Form.STEP)
    return Again("and which operations are allowed?", {**left, "operations": []}, Form.STEP)


_OPERATIONS: Sequence[Callable[[str, Turns], Again | None]] = (
    verdict_asked,
    _reopened,
    _still_open,
    _of_claim,
    _in_role,
    _row,
    _remedy,
    _counted,
    _completed,
    _beside,
    _untold,
)
