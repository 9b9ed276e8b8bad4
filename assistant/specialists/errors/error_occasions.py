"""The question that ends an entry whose causes differ by the occasion: a result of Windows that shows behind
several IDs, or in several operations.

A cause names its occasion at its end ("... (with ID 42).") or before a colon ("Catalog: ...").
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from assistant.answer import Finding
from assistant.codes.code_extraction import find_codes
from assistant.codes.code_wording import ended
from assistant.codes.entries import CodeId, ErrorEntry
from assistant.codes.specialist import INNER
from assistant.codes.statement_kinds import asks_all_steps
from assistant.compose import closing_question
from assistant.decisions.sentences import capital
from assistant.retrieval.words import token_set
from assistant.specialists.clarify import is_empty_word

_AT_END = re.compile(r"(?P<cause>.+?) \((?P<occasion>[^()]+)\)\.?$", re.DOTALL)
_AT_START = re.compile(r"(?P<occasion>[A-Z][^.:,;]{2,50}): (?P<cause>(?=\w).+)$", re.DOTALL)
_BEHIND = re.compile(r"^(?:with|behind|on) (?=\w+ \w)", re.IGNORECASE)
_ANYWHERE = "windows server agent service"
"""Words that tell no occasion from another."""

_WORD = re.compile(r"\w[\w.'-]*")
_QUESTION = "Which ID stands with it, or what was being done?"
_FEWEST = 2


def of_occasions(entry: ErrorEntry) -> Mapping[str, Sequence[str]]:
    """The causes of a result by their occasions; empty where they don't differ by them."""
    if not any(code.namespace in INNER for code in entry.codes[:1]):
        return {}
    causes: dict[str, list[str]] = {}
    for cause in entry.causes:
        match = _AT_END.match(cause.text) or _AT_START.match(cause.text)
        if match is None:
            return {}
        causes.setdefault(_BEHIND.sub("", match["occasion"]), []).append(capital(match["cause"]))
    return causes if len(causes) >= _FEWEST else {}


def with_question(finding: Finding, entry: ErrorEntry, talk: str) -> Finding:
    """`finding` on `entry` with its causes by occasion behind a question, where the `talk` doesn't tell which
    it is, nor asks for all that there is."""
    causes = of_occasions(entry)
    steps = any(one.role == "step" for one in finding.statements)
    if not (causes and steps) or asks_all_steps(talk) or _is_told(talk, entry, causes):
        return finding
    choices = [(occasion, " ".join(map(ended, told))) for occasion, told in causes.items()]
    question = replace(closing_question(_QUESTION, choices), evidence=finding.statements[0].evidence)
    rest = [one for one in finding.statements if one.role != "reason"]
    return replace(finding, statements=(*rest, question))


def _is_told(talk: str, entry: ErrorEntry, causes: Mapping[str, Sequence[str]]) -> bool:
    """Whether a talk has another code, or a word of one occasion that the others don't have."""
    own = {code.value.lower() for code in entry.codes}
    if any(not code.candidate and own.isdisjoint(_values(code.readings)) for code in find_codes(talk)):
        return True
    words = " ".join(word for word in _WORD.findall(talk.lower()) if not is_empty_word(word))
    told = token_set(words) - token_set(f"{entry.title}\n{entry.message}") - token_set(_ANYWHERE)
    held = [token_set("\n".join([occasion, *texts])) for occasion, texts in causes.items()]
    return any(sum(token in one for one in held) == 1 for token in told)


def _values(readings: Sequence[CodeId]) -> set[str]:
    return {reading.value.lower() for reading in readings}
