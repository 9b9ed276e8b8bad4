"""A list of questions answered item by item, briefly and in its order; what can't be is named."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from assistant.answer import Finding, Statement
from assistant.codes.code_extraction import find_codes
from assistant.codes.finding.found_code import Known
from assistant.consulted import Consulted
from assistant.decisions.sentences import capital
from assistant.specialists import limits
from assistant.specialists.passages import guide
from assistant.table_answers import TELLING
from assistant.understanding.message.question_lists import Item, is_case, items_in
from assistant.understanding.read import read_question
from assistant.understanding.reading import Reading

NAME = "list"
_WORDS_EACH, _FEW_ITEMS, _MORE_EACH = 28, 3, 45

Ask = Callable[[Reading], Consulted]


def consult(question: str, previous: Mapping[str, Any], ask: Ask, is_code: Known) -> Consulted | None:
    """One finding for each item of the list that `question` is; None where it is none.

    `ask` puts one question to the specialists; `is_code` tells which codes have an entry.
    """
    items = items_in(question)
    if not items or any(not code.candidate for code in find_codes(question, is_code)):
        return None  # an error comes first
    alone = [read_question(item.text) for item in items]
    if any(map(is_case, alone)) or limits.is_of_several(read_question(question, previous)):
        return None
    if previous and not all(reading.names_matter for reading in alone):
        return None  # of what the talk is about
    told = [(item, _told(item, ask)) for item in items]
    if not any(found for _, found in told):
        return None
    words = _MORE_EACH if len(items) <= _FEW_ITEMS else _WORDS_EACH
    findings = [_shown(item, found, words) for item, found in told if found]
    if silent := [item for item, found in told if not found]:
        findings.append(_unanswered(silent))
    retrieved = tuple(passage for _, found in told if found for passage in found.retrieved)
    return Consulted(tuple(findings), read_question(question, previous), retrieved)


def _told(item: Item, ask: Ask) -> Consulted | None:
    """What is said to an item, in the way of asking it that is answered best; None where nothing is."""
    found = [ask(read_question(asked)) for asked in item.asked()]
    found = [one for one in found if one.findings[0].statements and _says(one.findings[0])]
    return max(found, key=lambda one: _worth(one.findings[0]), default=None)


def _says(finding: Finding) -> bool:
    """Whether a finding tells something of the matter, be it that the guide is silent on it."""
    if finding.status == "abstained":
        return finding.specialist == guide.NAME and finding.confidence > 0
    return finding.status in TELLING or bool(finding.verdicts)


def _worth(finding: Finding) -> tuple[bool, bool, float]:
    return finding.status == "answered", bool(finding.verdicts), finding.confidence


def _shown(item: Item, found: Consulted, words: int) -> Finding:
    """The first sentences of what is said to an item, behind its mark or its name."""
    first = found.findings[0]
    kept: list[Statement] = []
    for statement in first.statements:
        words -= len(statement.text.split())
        if kept and (words < 0 or statement.role in ("question", "note")):
            break
        kept.append(statement)
    number = item.mark.strip("(). ")
    named = f"**{item.mark or f'{capital(item.text)}:'}**"
    lead = f"{number}." if number.isdigit() else named  # as items of a list are numbered
    text = kept[0].text.replace("**", "")
    shown = (replace(kept[0], text=f"{lead} {text}"), *kept[1:])
    return replace(first, statements=shown, missing=(), fitted=True)


def _unanswered(items: Sequence[Item]) -> Finding:
    names = "; ".join(f"{item.mark} {item.text}".strip().rstrip("?") for item in items)
    said = Statement(f"Not answered, as the guide does not say: {names}.", (), "note")
    return Finding(NAME, "abstained", (said,), 1.0, fitted=True)
