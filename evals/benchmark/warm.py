"""Our warm figures, in a process of its own: `python -m evals.benchmark.warm MODEL`.

Reads a line of JSON: the questions that warm the process up (`before`: as many as a server has answered soon
after its start, so that nothing is seen for the first time but the question itself), and those that are
measured (`asked`). Prints one: milliseconds of each answer that the guide gave, of each that a table settled,
and of one pass over each question that a table settled, of the encoder in use and of the one in the folder
MODEL. Each question is asked once, so that no figure is of an answer that is remembered.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

from assistant.answer import Answer
from assistant.assistant import Assistant
from assistant.settings import load_settings
from ingest.encoder import Encoder

Told = TypeVar("Told")

_SETTLED_CHARS = 90
"""Longer questions are left out: what is settled is compared with a pass over a question of usual length."""


def measure(before: Sequence[str], asked: Sequence[str], model: Path) -> dict[str, Any]:
    """Whole answers, each to a question that is new to the process, and passes of both encoders."""
    full = Encoder(model)
    with Assistant(load_settings()) as assistant:
        for question in before:
            assistant.ask(question)
            full.encode_one(question)
        encoder = assistant.knowledge.retriever().encoder
        told: dict[str, list[float]] = {"answers": [], "settled": [], "encoder": [], "full": []}
        for question in asked:
            answer, taken = _timed(assistant.ask, question)
            if answer.passages:
                told["answers"].append(taken)
            elif is_settled(answer):
                told["settled"].append(taken)
                told["encoder"].append(_timed(encoder.encode_one, question)[1])
                told["full"].append(_timed(full.encode_one, question)[1])
        return told


def is_settled(answer: Answer) -> bool:
    """Whether a table answered a question of usual length."""
    return answer.status == "answered" and bool(answer.verdicts) and len(answer.question) <= _SETTLED_CHARS


def _timed(work: Callable[[str], Told], question: str) -> tuple[Told, float]:
    """What comes of `question`, and how many milliseconds it takes."""
    started = time.perf_counter()
    came = work(question)
    return came, (time.perf_counter() - started) * 1000


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measure(**json.load(sys.stdin), model=Path(sys.argv[1]))) + "\n")
