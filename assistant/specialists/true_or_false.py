"""Whether what is put to the test as true or false is the reverse of what the guide says.

Only plain reversals are told: something that is put with one of two opposites where the guide has it with the
other. Whether anything else is true is left to the reader of the guide's sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.answer import Finding
from assistant.decisions.expressions.patterns import lazy
from assistant.decisions.reading.numbers import DIGITS, WORDS, number_in
from assistant.retrieval.words import telling_tokens
from ingest.sentences import split_sentences

_ASKED = lazy(
    r"\b(?:true or false|right or wrong|correct or (?:not|wrong|false)|true/false|t/f"
    r"|fact or (?:fiction|myth))\b"
    r"|\b(?:is (?:it|that|this) (?:true|correct|right)|true|correct|right|isn'?t it|agreed?|all good)\W*$"
)
_TRUE_OR_FALSE = lazy(r"\btrue or false\b|\btrue/false\b|\bt/f\b|\bfact or\b|\bfalse\b")
_DENIED = lazy(r"\b(?:not|never|no|neither|nor|without|false)\b|n['’]t\b")
# "is X the cheaper one": a yes or no is asked for.
_YES_NO = lazy(r"^\W*(?:(?:so|and|hi|hello|ok)\W+)*(?:is|are|does|do)\s+(?!n['’]?t)(?!.*\bor\b)")
_THAN = lazy(r"\bthan\b[^,;:.]*")
_SHORT_NAMES = ((lazy(r"\bgrs\b"), "geo-redundant"), (lazy(r"\blrs\b"), "locally redundant"))
_CLAUSE = lazy(r"[,;:()]|\b(?:and|with|while|whereas|but|so)\b|->")
_OPPOSITES = (
    ("first", "second"),
    ("primary", "second"),
    ("c", "d"),
    ("geo-redundant", "locally"),
    ("geo", "local"),
    ("remote", "local"),
    ("more", "less"),
    ("same", "separate"),
)
# How much the guide is said to tell of what: "10 days", "seven files", "2 hours".
_FIGURE = lazy(rf"(?<![\w.,])(?P<n>{DIGITS}|{WORDS})[\s-]+(?P<unit>days?|hours?|h|minutes?|min|files?)\b")
_UNITS = {"h": ("minute", 60), "hour": ("minute", 60), "min": ("minute", 1)}
_MOST_WORDS = 25
# Words of nearly every clause, which do not tell what it is about.
_COMMON = frozenset(
    telling_tokens("copy backup server data storage azure mabs location disk drive go put keep")
)
_WORD = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def checked(question: str, finding: Finding) -> Finding:
    """`finding`, opened by "False." where it says the reverse of what `question` puts to the test, or by
    "No." where that is only asked."""
    asked = _ASKED().search(question)
    plain = None if asked else _YES_NO().search(question)
    if not (asked or plain) or finding.status != "answered" or len(question.split()) > _MOST_WORDS:
        return finding
    told = [part for statement in finding.statements for part in split_sentences(statement.text)]
    claim = question[: asked.start()] + " " + question[asked.end() :] if asked else question
    other = asked and has_other_figure(claim, told[0] if told else "")
    if not (other or is_reversed(_named_in_full(claim), told)):
        return finding
    first, *others = finding.statements
    lead = "False" if asked and (not other or _TRUE_OR_FALSE().search(question)) else "No"
    return replace(finding, statements=(replace(first, text=f"{lead}. {first.text}"), *others))


def _named_in_full(claim: str) -> str:
    """A claim without what is compared with, and with short names spelled out."""
    for short, name in _SHORT_NAMES:
        claim = short().sub(name, claim)
    return _THAN().sub(" ", claim)


def has_other_figure(claim: str, told: str) -> bool:
    """Whether `claim` has a number of days, hours or files, and `told` only others of the same."""
    if _DENIED().search(claim):
        return False
    claimed, known = _figures(claim), _figures(told)
    same = {unit for unit, _ in claimed} & {unit for unit, _ in known}
    return bool(same) and not any(figure in known for figure in claimed if figure[0] in same)


def _figures(text: str) -> set[tuple[str, Decimal]]:
    """The figures of `text`, each with its unit; hours as minutes."""
    found = set()
    for match in _FIGURE().finditer(text):
        unit = match["unit"].lower()
        unit = unit if unit == "h" else unit.removesuffix("s")
        name, factor = _UNITS.get(unit, (unit, 1))
        if number := number_in(match["n"]):
            found.add((name, number * factor))
    return found


def is_reversed(claim: str, told: Sequence[str]) -> bool:
    """Whether a clause of `claim` has one of two opposites where what is told of the same has the other."""
    if _DENIED().search(claim):
        return False
    clauses = [
        part
        for text in told
        for part in _CLAUSE().split(_THAN().sub(" ", text))
        if not _DENIED().search(part)
    ]
    return any(_contradicts(clause, clauses) for clause in _CLAUSE().split(claim))


def _contradicts(claimed: str, clauses: Sequence[str]) -> bool:
    words = set(_WORD.findall(claimed.lower()))
    for one, other in (*_OPPOSITES, *((b, a) for a, b in _OPPOSITES)):
        if one not in words or other in words:
            continue
        about = set(telling_tokens(claimed)) - set(telling_tokens(f"{one} {other}"))
        about -= _COMMON
        told = [
            set(_WORD.findall(clause.lower())) for clause in clauses if about & set(telling_tokens(clause))
        ]
        if any(other in words for words in told) and not any(one in words for words in told):
            return True
    return False
