"""Reads an `Answer` back from the plain data that `Answer.to_dict` made of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from assistant.answer import Answer, Choice, Citation, Missing, Passage, Verdict


def answer_from_dict(data: Mapping[str, Any]) -> Answer:
    """The inverse of `Answer.to_dict`."""
    return Answer(
        question=data["question"],
        text=data["text"],
        status=data["status"],
        citations=tuple(Citation(**item) for item in data["citations"]),
        verdicts=tuple(Verdict(**item) for item in data["verdicts"]),
        missing=tuple(
            Missing(item["name"], item["question"], tuple(Choice(**choice) for choice in item["choices"]))
            for item in data["missing"]
        ),
        suggestions=tuple(data["suggestions"]),
        confidence=data["confidence"],
        passages=tuple(Passage(**item) for item in data["passages"]),
        timings=data["timings"],
        trace=data["trace"],
    )
