"""Whether each figure, version, code and verdict word of a sentence stands in the evidence it cites."""

from __future__ import annotations

import re

from assistant.answer import Answer
from assistant.verify import facts_in
from evals.metrics.text import cited_sentences

_VERDICT_WORDS = re.compile(r"\b(?:allowed|stopped|deleted|irretriev\w+|not listed)\b", re.IGNORECASE)
_CHOICE = re.compile(r"^\s*[-*]\s")


def claims_in(sentence: str) -> frozenset[str]:
    """What a sentence states that evidence can hold: figures, versions, codes, names, verdict words."""
    words = {match[0].lower() for match in _VERDICT_WORDS.finditer(sentence)}
    return facts_in(sentence) | words


def unsupported_claims(answer: Answer) -> tuple[str, ...]:
    """Claims that the cited evidence of their sentence does not hold, as "claim: sentence".

    The question's own figures and a verdict's inputs and outcome count as known: an answer may repeat what
    it was told, and a calculation rests on its table. A sentence without any reference is not judged here.
    """
    known = claims_in(answer.question) | claims_in(" ".join(verdict_texts(answer)))
    excerpts = {
        citation.n: f"{citation.excerpt} {citation.section} {citation.document} {citation.date}"
        for citation in answer.citations
    }
    found = []
    for sentence, numbers in cited_sentences(answer.text):
        if not numbers or _CHOICE.match(sentence):
            continue
        evidence = claims_in(" ".join(excerpts.get(number, "") for number in numbers))
        found += [f"{claim}: {sentence}" for claim in sorted(claims_in(sentence) - evidence - known)]
    return tuple(found)


def verdict_texts(answer: Answer) -> list[str]:
    """What the verdicts of an answer were asked, and what came out."""
    return [f"{' '.join(verdict.inputs.values())} {verdict.outcome}" for verdict in answer.verdicts]
