"""The word index: each collection with statistics of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ingest.index.reader import IndexReader

Publish = Callable[..., str]

GUIDE = [["the scratch folder needs space", "the vault needs a name", "the agent needs a port"]]
CATALOGUE = [[f"failed error {number} in the scratch folder" for number in range(300)]]


def scores(tmp_path: Path, query: str, collection: str) -> dict[str, float]:
    with IndexReader.open(tmp_path) as reader:
        hits = reader.lexical(query, 5, [collection])
        texts = reader.chunks([hit.chunk_id for hit in hits])
        return {texts[hit.chunk_id].chunk.text: hit.score for hit in hits}


def test_a_catalogue_beside_it_changes_no_score_of_the_guide(tmp_path: Path, publish: Publish) -> None:
    publish({"guide": GUIDE})
    alone = scores(tmp_path, "scratch space", "guide")
    publish({"guide": GUIDE, "errors": CATALOGUE})

    assert alone
    assert scores(tmp_path, "scratch space", "guide") == alone


def test_a_word_that_is_common_elsewhere_is_still_rare_in_the_guide(tmp_path: Path, publish: Publish) -> None:
    publish({"guide": GUIDE, "errors": CATALOGUE})
    with IndexReader.open(tmp_path) as reader:
        counts = reader.frequencies(["scratch"], ["guide"]), reader.frequencies(["scratch"])

    # each chunk's two asks repeat its text and belong to the chunk
    assert counts == ({"scratch": 1}, {"scratch": 301})


def test_names_that_look_like_tables_of_each_other_stay_apart(tmp_path: Path, publish: Publish) -> None:
    publish({"one": [["alpha"]], "one-data": [["beta"]], "one_words_data": [["gamma"]]})

    assert list(scores(tmp_path, "alpha beta gamma", "one")) == ["alpha"]
    assert list(scores(tmp_path, "alpha beta gamma", "one_words_data")) == ["gamma"]
