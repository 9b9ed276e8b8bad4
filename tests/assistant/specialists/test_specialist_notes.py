"""Dated notes: one marked line each, from the shipped files."""

from __future__ import annotations

import re

import pytest

import kb
from assistant.specialists.notes import note
from assistant.verify import unsupported

STEMS = sorted(path.stem for path in kb.notes_dir().glob("*.md"))


@pytest.mark.parametrize("stem", STEMS)
def test_a_note_is_one_marked_line_with_date_and_source(stem: str) -> None:
    said = note(stem)

    assert said is not None
    assert said.role == "note"
    match = re.match(r"\*Note \((\d{4}-\d\d)\):\* \S", said.text)
    assert match
    assert said.evidence[0].date.startswith(match[1])
    assert said.evidence[0].source
    assert "asks:" not in said.text
    assert unsupported(said) == set()


def test_an_unknown_note_is_none() -> None:
    assert note("no-such-note") is None
