"""Dated notes on where newer documents differ from the guide: a line in an answer, never a verdict."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

import yaml

import kb
from assistant.answer import Evidence, Finding, Statement


@lru_cache(maxsize=64)
def note(stem: str) -> Statement | None:
    """The first paragraph of `kb/notes/<stem>.md` as one marked, dated line; None when there is none."""
    path = kb.notes_dir() / f"{stem}.md"
    if not path.is_file():
        return None
    _, front, body = path.read_text("utf-8").split("---\n", 2)
    head = yaml.safe_load(front)
    paragraph = next(
        part
        for part in (piece.strip() for piece in body.split("\n\n"))
        if (part and not part.startswith("<!-- asks")) or "-->\n" in part
    )
    text = paragraph.split("-->\n", 1)[-1].strip()
    date = str(head["date"])
    evidence = Evidence(head["document"], head["sections"][0], date, head["source"], text)
    return Statement(f"*Note ({date[:7]}):* {text}", (evidence,), "note")


def with_first(finding: Finding, stems: Sequence[str]) -> Finding:
    """`finding` with the first of the notes, where there is one."""
    notes = [said for stem in stems[:1] if (said := note(stem)) is not None]
    return replace(finding, statements=(*finding.statements, *notes))
