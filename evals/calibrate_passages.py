"""Fits the ranking of the guide's passages: `python -m evals.calibrate_passages`.

A conditional logit over the passages that a search brings, on messages that were written for a known passage.
Prints the weights, and how often the right passage comes first for messages kept from the fit.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from assistant.knowledge import Knowledge
from assistant.settings import load_settings
from assistant.specialists.passages import guide_ranking
from evals.cases import datasets_dir, read_json_lines
from evals.fitting import Candidates, first_share, fit_ranking

if TYPE_CHECKING:
    from assistant.retrieval.retriever import Retrieved

LEARNED = "passages.tune.jsonl"
UNSEEN = "passages.test.jsonl"


def read_candidates(path: Path, knowledge: Knowledge) -> list[Candidates]:
    """What stands to choose from for each message of a file, where the right passage is among it."""
    found = []
    for _, case in read_json_lines(path):
        query, retrieval = knowledge.mended_search(case["text"])
        passages = guide_ranking.candidates(
            query, knowledge.retriever(), retrieval, knowledge.intents(case["text"])
        )
        right = np.array([_is(passage, case["document"], case["passage"]) for passage, _ in passages])
        if right.any():
            found.append(Candidates(np.array([features for _, features in passages]), right))
    return found


def _is(passage: Retrieved, document: str, start: str) -> bool:
    return passage.stored.document.path == document and " ".join(passage.text.split()).startswith(start)


def report(learned: Sequence[Candidates], unseen: Sequence[Candidates], asked: int) -> list[str]:
    """The weights and what they rank right, as lines; `asked`: how many messages `unseen` was chosen from."""
    weights = fit_ranking(learned)
    first, in_use = (first_share(unseen, one) for one in (weights, guide_ranking.RANKING))
    return [
        f"Fitted on {len(learned)} messages: {guide_ranking.Ranking(*weights)}.",
        f"Of {asked} others {len(unseen) / asked:.1%} bring the right passage, which is first for {first:.1%}"
        f" of these; by the weights in use, for {in_use:.1%}.",
    ]


def main(write: Callable[[str], object] = sys.stdout.write) -> None:
    """Fits on the shipped messages with the live index, and prints the report."""
    knowledge = Knowledge(load_settings())
    try:
        learned, unseen = (read_candidates(datasets_dir() / name, knowledge) for name in (LEARNED, UNSEEN))
        asked = sum(1 for _ in read_json_lines(datasets_dir() / UNSEEN))
        write("\n".join(report(learned, unseen, asked)) + "\n")
    finally:
        knowledge.close()


if __name__ == "__main__":
    main()
