"""Our warm figures, in a process of its own: `python -m evals.benchmark.warm`, questions on standard input.

Prints one line of JSON: milliseconds of each answer that the guide gave, of each that a table settled, and of
one pass of the encoder over each question.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Sequence
from typing import Any

from assistant.assistant import Assistant
from assistant.settings import load_settings

SETTLED = (
    "can I back up to disk while the subscription is expired?",
    "is SQL Server 2019 protected?",
    "how big must the scratch space be for 8 TB?",
)


def measure(questions: Sequence[str]) -> dict[str, Any]:
    """Whole answers after a first round that opens everything."""
    with Assistant(load_settings()) as assistant:
        searched = [question for question in questions if assistant.ask(question).passages]
        encoder = assistant.knowledge.retriever().encoder
        for question in SETTLED:
            assistant.ask(question)
        return {
            "answers": [_milliseconds(assistant.ask, one) for one in searched],
            "settled": [_milliseconds(assistant.ask, one) for one in SETTLED * 10],
            "encoder": [_milliseconds(encoder.encode_one, one) for one in searched],
        }


def _milliseconds(work: Callable[[str], object], question: str) -> float:
    started = time.perf_counter()
    work(question)
    return (time.perf_counter() - started) * 1000


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measure(sys.stdin.read().splitlines())) + "\n")
