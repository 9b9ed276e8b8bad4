"""A small collection's word scores in memory are those of the full-text table, to the last digit."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.index.reader import WEIGHTS
from ingest.index.snapshot import Snapshot, open_live
from ingest.index.word_scores import WordScores
from ingest.index.words import search_words

WORDS = [
    "backup",
    "storag",
    "vault",
    "agent",
    "0x800423f4",
    "3.5",
    "the",
    "replica",
    "nosuchword",
    'a"b',
    "-",
]


@pytest.fixture(scope="module")
def live(shipped_data_dir: Path) -> Iterator[Snapshot]:
    snapshot = open_live(shipped_data_dir)
    yield snapshot
    snapshot.close()


@given(tokens=st.lists(st.sampled_from(WORDS), min_size=1), limit=st.integers(1, 60), data=st.data())
def test_hits_and_scores_are_those_of_the_table(
    live: Snapshot, tokens: list[str], limit: int, data: st.DataObject
) -> None:
    collection = data.draw(st.sampled_from(live.names(None)))
    expected = search_words(live.connection, collection, tokens, limit, WEIGHTS)
    assert WordScores(live.connection, collection, WEIGHTS).search(tokens, limit) == expected


def test_a_second_search_says_the_same(live: Snapshot) -> None:
    words = WordScores(live.connection, "guide", WEIGHTS)
    first = words.search(["backup", "storag"], 50)
    assert first
    assert words.search(["backup", "storag"], 50) == first
    assert words.search(["storag"], 50) != first
