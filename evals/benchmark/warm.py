"""Our warm figures, in a process of its own: `python -m evals.benchmark.warm`, questions on standard input.

Prints one line of JSON: milliseconds of each answer that the guide gave, of each that a table settled, and of
one pass of the encoder over each question that a table settled. Every third question warms the process up;
the others are asked once each, so that no figure is of an answer that is remembered.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from assistant.answer import Answer
from assistant.assistant import Assistant
from assistant.settings import load_settings

Told = TypeVar("Told")

_WARMING = 3
_SETTLED_CHARS = 90
"""Longer questions are left out: what is settled is compared with a pass over a question of usual length."""


def measure(questions: Sequence[str]) -> dict[str, Any]:
    """Whole answers, each to a question that is new to the process."""
    with Assistant(load_settings()) as assistant:
        for question in questions[::_WARMING]:
            assistant.ask(question)
        encoder = assistant.knowledge.retriever().encoder
        told: dict[str, list[float]] = {"answers": [], "settled": [], "encoder": []}
        for question in (one for at, one in enumerate(questions) if at % _WARMING):
            answer, taken = _timed(assistant.ask, question)
            if answer.passages:
                told["answers"].append(taken)
            elif is_settled(answer):
                told["settled"].append(taken)
                told["encoder"].append(_timed(encoder.encode_one, question)[1])
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
    sys.stdout.write(json.dumps(measure(sys.stdin.read().splitlines())) + "\n")
