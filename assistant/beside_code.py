"""What is asked in a message beside an error code, and isn't in its entry: answered after the entry."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence, Set
from dataclasses import replace

from assistant.answer import Finding
from assistant.codes.code_extraction import find_codes
from assistant.codes.code_wording import NAME as CODES
from assistant.codes.reference import Reference
from assistant.codes.statement_kinds import kind_of
from assistant.consulted import Consulted, names_place
from assistant.retrieval.words import token_set
from assistant.table_answers import settled
from assistant.understanding.message.question_forms import split_questions
from assistant.understanding.read import read_question
from assistant.understanding.reading import QuestionKind, Reading
from assistant.understanding.topics import GENERAL
from ingest.analysis import query_tokens
from ingest.errors import IndexFault, ModelFault

MOST_WORDS = 40
MOST_SAID = 3
CERTAIN = 0.94
"""The probability of covering a part from which the guide's answer stands beside an entry."""

_NEARER = 0.15
"""How much nearer the guide must be to a part than the entry, where no other question is announced."""

_LEAST_OWN = 2
_OPEN = {QuestionKind.WHERE, QuestionKind.WHAT, QuestionKind.HOW, QuestionKind.HOW_MANY}
_OF_CODES = frozenset(
    query_tokens("error code id event alert message mean meaning fix cause help wrong happen")
)
_ANOTHER = re.compile(
    r"(?:^|(?<=[.,;?!)])\s*|\s+-\s+)(?:and |then |my )*(?:second(?:ly)?|2nd|also|other|another|next|btw"
    r"|separate(?:ly)?|by the way|unrelated|besides)(?: (?:question|thing|one|point|matter))?"
    r"(?: for [^:,.;?]{3,30})?"
    r"\s*[:,-]\s*"
    # what somebody else asks besides: "he also wants to know whether ..."
    r"|(?:(?:^|(?<=[.,;?!)]))\s*|\s+(?=and\b))(?:and\s+)?(?:(?:the |our |my )?[a-z]{2,14}\s+)?"
    r"(?:also\s+(?:asks?|asked|wants? to know|wanted to know|wonders?|would like to know)"
    r"|(?:asks?|wants? to know|wonders?) also)\s+(?:me\s+|us\s+)?",
    re.IGNORECASE,
)
_REPORTED = re.compile(r"^(?:if|whether)\s+", re.IGNORECASE)
_CHOICE = re.compile(
    r"^\W*(?:and\s+|but\s+|also\s+)*(?:is|are|should|shall|do|does|must)\b.*\w\s+or\s+\w", re.I | re.S
)
# Asks for the entry itself, whatever was told before: "it pops up since today, what does it mean".
_OF_ENTRY = re.compile(
    r"\b(?:what(?:['\u2019]?s| does| is)?\s+(?:it|that|this)(?:\s+(?:mean|say|tell us|about|for|all about))?"
    r"|what(?:['\u2019]?s| is)?\s+(?:the\s+)?(?:cure|fix|cause|reason|remedy|matter)"
    r"|what (?:to do|now)|why"
    r"|(?:who|anyone|anybody|someone)\s+(?:knows?|has|had|can help)\b[^.?!]{0,30})\W*$",
    re.IGNORECASE,
)
_IT = re.compile(
    r"\b(?:it|them|the (?:fresh|new|right|next|other) ones?|an?(?:other| new| fresh) one)\b", re.I
)
_WORD = re.compile(r"[A-Za-z]{4,}")


def asked_beside(
    coded: Sequence[Finding],
    reading: Reading,
    reference: Reference,
    consult: Callable[[Reading], Consulted],
    cosine: Callable[[str], float],
) -> tuple[Finding, ...]:
    """What `consult` surely says to questions of the message that the one entry in `coded` doesn't hold;
    `cosine` tells how near a text comes to the entry."""
    if len(coded) != 1 or "\n" in reading.text.strip() or len(reading.text.split()) > MOST_WORDS:
        return ()
    told = "\n".join(statement.text for statement in coded[0].statements)
    said = token_set(told)
    found: list[Finding] = []
    thing = ""
    for announced, piece in enumerate(_ANOTHER.split(_without_codes(reading.text, reference))):
        reported = bool(announced and _REPORTED.match(piece))
        for asked in [f"tell me {piece}"] if reported else split_questions(piece)[0]:
            part = _with_thing(asked, thing)
            named = coded[0].status != "abstained" or part.topics - GENERAL or settled(part)
            if named and _is_own(part, said):
                found += _surely(part, consult, cosine, announced=bool(announced))
            thing = _thing_in(part.plain, told) or thing
    return tuple(found)


def _with_thing(asked: str, thing: str) -> Reading:
    """A part with what the part before it names in place of "it", or behind it where a table then answers:
    "(the passphrase ...,) will Microsoft keep a spare copy"."""
    pointing = read_question(_IT.sub(f"the {thing}", asked, count=1) if thing else asked, {})
    if not thing or thing in pointing.plain or settled(pointing):
        return pointing
    of_thing = read_question(f"{asked.rstrip(' ?.!')} of the {thing}?", {})
    return of_thing if settled(of_thing) else pointing


def _without_codes(text: str, reference: Reference) -> str:
    """`text` without its codes and what leads up to them."""
    ends = [code.end for code in find_codes(text, reference.has) if not code.candidate]
    return text[max(ends, default=0) :].lstrip(" :;,.-)?!")


def _is_own(part: Reading, said: Set[str]) -> bool:
    """Whether a part asks for something of its own: no fault, nor a part of an entry, in other words."""
    if part.kind is QuestionKind.STATEMENT or (part.fault and not settled(part)):
        return False
    if _OF_ENTRY.search(part.plain):
        return False
    named = set(query_tokens(part.plain)) - _OF_CODES
    least = _LEAST_OWN if kind_of(part.plain) is None else _LEAST_OWN + 1
    return len(named) >= least and bool(named - said)


def _thing_in(text: str, told: str) -> str:
    """What "it" is in the part after this one: its last word that the entry has too, by the name there."""
    said = token_set(told)
    words = [word for word in _WORD.findall(text) if not said.isdisjoint(query_tokens(word))]
    if not words:
        return ""
    named = re.search(rf"\b(?:the|an?)\s+((?:[a-z]+ ){{0,2}}{re.escape(words[-1])})\b", told, re.IGNORECASE)
    return named[1] if named else words[-1]


def _surely(
    part: Reading,
    consult: Callable[[Reading], Consulted],
    cosine: Callable[[str], float],
    *,
    announced: bool,
) -> Sequence[Finding]:
    """What tables say to a part, or the guide where it is as good as certain and nearer than the entry; no
    further error. The guide must be far nearer where the part isn't `announced` as another question, nor asks
    for a place that the guide names."""
    is_open = part.kind in _OPEN or _CHOICE.search(part.plain) or part.topics - GENERAL
    if not (announced or settled(part) or is_open):
        return []
    try:
        consulted = consult(part)
        near = max((passage.similarity or 0.0 for passage in consulted.retrieved[:1]), default=1.0)
        at_place = part.kind is QuestionKind.WHERE and names_place(consulted)
        if near < cosine(part.plain) + (0.0 if announced or at_place else _NEARER):
            return []
    except (IndexFault, ModelFault):  # what is told of the code needs no search, and stands without this
        return []
    findings = consulted.findings
    sure = all(one.status == "answered" and one.confidence >= CERTAIN for one in findings)
    return [_shortened(one) for one in findings if one.specialist != CODES] if sure else []


def _shortened(finding: Finding) -> Finding:
    """Only the first sentences: the entry stands before them. A list stays whole."""
    listed = any(statement.text.startswith("- ") for statement in finding.statements)
    return finding if listed else replace(finding, statements=finding.statements[:MOST_SAID])
