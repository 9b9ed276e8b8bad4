"""Reads an `Answer` back from the plain data that `Answer.to_dict` or the HTTP API made of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields
from typing import Any, TypeVar

from assistant.answer import Answer, Choice, Citation, Missing, Passage, Verdict

_Part = TypeVar("_Part", Choice, Citation, Missing, Passage, Verdict)


def answer_from_dict(data: Mapping[str, Any]) -> Answer:
    """The inverse of `Answer.to_dict`. Fields that we don't know are left out: a newer release wrote them.

    KeyError or TypeError when a field that every answer has is missing, or a part is no mapping.
    """
    return Answer(
        question=data["question"],
        text=data["text"],
        status=data["status"],
        citations=_parts(Citation, data["citations"]),
        verdicts=_parts(Verdict, data["verdicts"]),
        missing=_parts(
            Missing, [{**item, "choices": _parts(Choice, item["choices"])} for item in data["missing"]]
        ),
        suggestions=tuple(data["suggestions"]),
        confidence=data["confidence"],
        passages=_parts(Passage, data["passages"]),
        timings=data["timings"],
        trace=data["trace"],
    )


def _parts(kind: type[_Part], items: Iterable[Mapping[str, Any]]) -> tuple[_Part, ...]:
    known = [field.name for field in fields(kind)]
    return tuple(kind(**{name: item[name] for name in known if name in item}) for item in items)
