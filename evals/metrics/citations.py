"""Whether citations exist, were consulted, name the right section and support their sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.answer import Answer, Citation
from evals.metrics.grounding import claims_in, verdict_texts
from evals.metrics.text import cited_sentences, references


def innermost(section: str) -> str:
    """The last heading of a heading path, for comparing without regard to case."""
    return section.rpartition(" > ")[2].strip().casefold()


def is_path(gold: str) -> bool:
    """Whether a gold citation names a source document by its path instead of a heading."""
    return "/" in gold and gold.endswith((".md", ".yml"))


def names_gold(citation: Citation, gold: str) -> bool:
    """Whether a citation is the gold one: by its innermost heading, or by the path of its source."""
    if is_path(gold):
        return citation.source.partition("#")[0].endswith(gold)
    return innermost(citation.section) == innermost(gold)


def cites_gold(answer: Answer, gold: Iterable[str]) -> bool:
    """Whether a citation that the text refers to is one of the gold ones."""
    wanted = list(gold)
    return any(names_gold(citation, one) for citation in referred(answer) for one in wanted)


def referred(answer: Answer) -> list[Citation]:
    """The citations that the text refers to by number."""
    used = set(references(answer.text))
    return [citation for citation in answer.citations if citation.n in used]


def dangling(answer: Answer) -> tuple[int, ...]:
    """Numbers that the text refers to and no citation has."""
    known = {citation.n for citation in answer.citations}
    return tuple(number for number in references(answer.text) if number not in known)


def not_consulted(answer: Answer) -> tuple[str, ...]:
    """Sections that are cited although no passage of them was retrieved and no table or code was consulted.

    Tables and code entries bring their own sources, so an answer that holds a verdict may cite beyond the
    passages. An answer without passages can't be judged this way.
    """
    if answer.verdicts or not answer.passages:
        return ()
    found = {(passage.document, innermost(passage.section)) for passage in answer.passages}
    return tuple(
        citation.section
        for citation in answer.citations
        if (citation.document, innermost(citation.section)) not in found
    )


def uncited(answer: Answer) -> tuple[str, ...]:
    """Sentences that state a figure, version or code and have no citation, their own or later in the line.

    None is needed for what the question told, a verdict holds, a missing input's choices name or a sum
    works out, nor by an abstention or a line that only points at related entries.
    """
    if answer.abstained:
        return ()
    told = claims_in(" ".join([answer.question, _CONVERSION, *_own_data(answer)]))
    return tuple(
        sentence
        for sentence, numbers in cited_sentences(answer.text)
        if not numbers and "=" not in sentence and not _POINTER.match(sentence) and claims_in(sentence) - told
    )


_POINTER = re.compile(r"\W*(?:Related|See also):")
_CONVERSION = "1 TB is 1,000 GB"


def _own_data(answer: Answer) -> list[str]:
    choices = [f"{choice.value} {choice.meaning}" for missing in answer.missing for choice in missing.choices]
    return verdict_texts(answer) + choices
