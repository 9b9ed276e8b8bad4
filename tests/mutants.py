"""Seven assistants broken on purpose: each must be caught by the metric that is meant for it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from assistant.answer import Answer, Verdict
from evals.systems import System

Break = Callable[[Answer], Answer]


@dataclass(frozen=True, slots=True)
class Mutant:
    """A way to break answers, and the metric that must fall."""

    break_answer: Break
    metric: str


class BrokenSystem:
    """A system whose answers pass through a mutant."""

    def __init__(self, system: System, break_answer: Break) -> None:
        self._system = system
        self._break = break_answer

    def converse(self, turns: Sequence[str]) -> Answer:
        """The system's answer, broken."""
        return self._break(self._system.converse(turns))

    def close(self) -> None:
        """Closes the system."""
        self._system.close()


def always_abstains(answer: Answer) -> Answer:
    """Says that the guide does not say, whatever was asked."""
    return replace(
        answer, text="The guide does not say.", status="abstained", citations=(), verdicts=(), missing=()
    )


def always_answers(answer: Answer) -> Answer:
    """Never abstains or asks back: what should have been refused is confirmed."""
    if answer.status == "answered":
        return answer
    return replace(answer, text="Yes, that is possible.", status="answered", missing=())


_SWAPPED = {"allowed": "stopped", "stopped": "allowed"}


def swaps_verdicts(answer: Answer) -> Answer:
    """The connectivity table with Allowed and Stopped exchanged, in the data and in the words."""

    def swapped(text: str) -> str:
        def other(match: re.Match[str]) -> str:
            word = _SWAPPED[match[0].lower()]
            return word.capitalize() if match[0][0].isupper() else word

        return re.sub(r"\b(?:allowed|stopped)\b", other, text, flags=re.IGNORECASE)

    verdicts = tuple(
        Verdict(verdict.table, verdict.inputs, swapped(verdict.outcome), verdict.rule)
        if verdict.table == "connectivity"
        else verdict
        for verdict in answer.verdicts
    )
    if all(verdict.table != "connectivity" for verdict in answer.verdicts):
        return answer
    return replace(answer, verdicts=verdicts, text=swapped(answer.text))


def drops_citations(answer: Answer) -> Answer:
    """No sources at all."""
    return replace(answer, text=re.sub(r"\s?\[\d+\]", "", answer.text), citations=())


def cites_wrong_section(answer: Answer) -> Answer:
    """The right words with another section's name."""
    wrong = "Download Azure Backup Server installer"
    cited = tuple(
        replace(citation, section="Next steps" if citation.section == wrong else wrong)
        for citation in answer.citations
    )
    return replace(answer, citations=cited)


_UNIT = r"\s?(?:GB|TB|MB|days?|minutes?|%|disks?|recovery points)(?!\w)"
_AMOUNT = re.compile(rf"\b\d+(?:,\d{{3}})*(?:\.\d+)?(?={_UNIT})|(?<=\btakes )\d+|\bfive(?={_UNIT})")


def off_by_a_factor(answer: Answer) -> Answer:
    """Amounts ten times too large wherever something was calculated or looked up as a limit."""
    if not answer.verdicts or any(v.table in {"connectivity", "protection"} for v in answer.verdicts):
        return answer
    return replace(answer, text=_AMOUNT.sub(_tenfold, answer.text))


def _tenfold(match: re.Match[str]) -> str:
    if match[0] == "five":
        return "fifty"
    return f"{(Decimal(match[0].replace(',', '')) * 10).normalize():f}"


def pastes_passages(answer: Answer) -> Answer:
    """Whole passages below the answer instead of its essence."""
    if not answer.passages:
        return answer
    return replace(answer, text="\n\n".join([answer.text, *(passage.text for passage in answer.passages)]))


MUTANTS: Mapping[str, Mutant] = {
    "always abstains": Mutant(always_abstains, "behaviour"),
    "always answers": Mutant(always_answers, "behaviour"),
    "swaps two verdicts of a table": Mutant(swaps_verdicts, "not_contradicting"),
    "drops citations": Mutant(drops_citations, "no_uncited"),
    "cites the wrong section": Mutant(cites_wrong_section, "cited"),
    "off by a factor in the calculators": Mutant(off_by_a_factor, "verdict"),
    "pastes whole passages": Mutant(pastes_passages, "within_length"),
}
