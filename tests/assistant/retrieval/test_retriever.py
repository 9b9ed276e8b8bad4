"""Search over the shipped index, its floor, and its door for LlamaIndex."""

from __future__ import annotations

import numpy as np
import pytest

from assistant.assistant import Assistant
from assistant.retrieval.floor import ALONE, CALIBRATED, WITHOUT_INTENTS, Features, confidence_of, features_of
from assistant.retrieval.llama import LlamaRetriever
from assistant.retrieval.retriever import Retriever
from ingest.analysis import query_tokens

QUERY = "how large has the scratch location to be?"


@pytest.fixture(scope="module")
def retriever(shipped_assistant: Assistant) -> Retriever:
    """The retriever over the shipped index."""
    return shipped_assistant.knowledge.retriever()


def test_the_best_passages_come_first_with_how_they_were_found(retriever: Retriever) -> None:
    passages = retriever.retrieve(QUERY, 5).passages

    assert len(passages) == 5
    assert "5%" in passages[0].text
    assert [one.fused for one in passages] == sorted((one.fused for one in passages), reverse=True)
    assert all(one.lexical_rank or one.vector_rank for one in passages)
    assert all(one.similarity is None or -1 <= one.similarity <= 1 for one in passages)


def test_one_question_is_encoded_once_however_often_it_is_searched_for(
    retriever: Retriever, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = retriever.retrieve("a question of its own on scratch space")
    monkeypatch.setattr(retriever.encoder, "encode", None)

    assert retriever.retrieve("a question of its own on scratch space").passages == first.passages
    assert retriever.retrieve("a question of its own on scratch space", collections=["errors"]).passages


def test_what_was_prepared_is_not_encoded_again(
    retriever: Retriever, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = retriever.encoder.encode_one("who may read a passphrase that is kept elsewhere")
    retriever.prepare("who may read a passphrase that is kept elsewhere")
    with monkeypatch.context() as patch:
        patch.setattr(retriever.encoder, "encode_one", None)
        prepared = retriever.encoded("who may read a passphrase that is kept elsewhere")

    np.testing.assert_array_equal(prepared, own)


def test_another_question_than_the_prepared_one_is_encoded_by_itself(retriever: Retriever) -> None:
    retriever.prepare("which of the two was meant")

    asked = retriever.encoded("something else was meant after all")

    np.testing.assert_array_equal(asked, retriever.encoder.encode_one("something else was meant after all"))


def test_collections_filter(retriever: Retriever) -> None:
    found = retriever.retrieve("replica inconsistent", collections=["errors"]).passages

    assert {one.stored.document.collection for one in found} == {"errors"}
    assert retriever.retrieve(QUERY, collections=["nosuch"]).passages == ()


def test_no_two_passages_say_nearly_the_same(retriever: Retriever) -> None:
    words = [set(one.text.lower().split()) for one in retriever.retrieve("backup stopped", 8).passages]

    for number, one in enumerate(words):
        for other in words[:number]:
            assert len(one & other) < 0.9 * min(len(one), len(other)) or len(one) < 4


@pytest.mark.parametrize("mode", ["lexical", "vector", "fused"])
def test_each_kind_of_search_finds_the_passage(retriever: Retriever, mode: str) -> None:
    best = retriever.retrieve(QUERY).passages[0].id

    ranked = retriever.rank(QUERY, mode, 10)  # type: ignore[arg-type]  # parametrized

    assert best in ranked[:3]
    assert len(ranked) == len(set(ranked)) == 10


def test_misspelled_words_are_mended_and_others_left(retriever: Retriever) -> None:
    assert (
        retriever.mended("the passfrase of the srcatch location") == "the passphrase of the scratch location"
    )
    assert retriever.mended("Contoso's Zwiebelkuchen") == "Contoso's Zwiebelkuchen"


def test_texts_are_scored_by_meaning_and_words(retriever: Retriever) -> None:
    vector = retriever.encoder.encode_one(QUERY)
    texts = ["The scratch location must hold 5 %.", "Select Next.", "The canteen is closed."]

    scores = retriever.answering(vector, query_tokens(QUERY), texts)

    assert scores[0] > max(scores[1:])
    assert retriever.answering(vector, query_tokens(QUERY), texts) == scores
    alone = float(retriever.encoder.encode_one(texts[2]) @ vector)
    assert scores[2] == pytest.approx(0.6 * alone, abs=1e-4)


def test_the_floor_tells_the_guides_matters_from_others(retriever: Retriever) -> None:
    def confidence(query: str) -> float:
        tokens = query_tokens(query)
        found = retriever.retrieve(query, collections=["guide"]).passages
        return confidence_of(tokens, retriever.reader.frequencies(tokens, ["guide"]), found, {})

    assert confidence(QUERY) > 0.8
    assert confidence("which tulips bloom in the shade?") < WITHOUT_INTENTS.least


def test_more_of_everything_known_makes_the_floor_surer() -> None:
    for floor in (CALIBRATED, ALONE, WITHOUT_INTENTS):
        low, high = Features(0.2, 0.1, 0.9, 0.1, 0.3), Features(0.8, 0.9, 0.0, 0.0, 0.0)

        assert 0 < floor.probability(low) < floor.least < floor.probability(high) < 1


def test_without_passages_nothing_is_covered() -> None:
    assert confidence_of(["scratch"], {"scratch": 3}, [], {}) == 0.0
    assert features_of([], {}, [], {}) == Features(0.0, 0.0, 0.0)


def test_llama_index_gets_the_same_passages_with_their_sources(retriever: Retriever) -> None:
    ours = retriever.retrieve(QUERY, 4, ["guide"]).passages

    nodes = LlamaRetriever(retriever, limit=4, collections=["guide"]).retrieve(QUERY)

    assert [node.node_id for node in nodes] == [one.id for one in ours]
    assert [node.score for node in nodes] == pytest.approx([one.fused for one in ours])
    assert nodes[0].node.get_content() == ours[0].text
    assert nodes[0].metadata["section"] == ours[0].stored.chunk.section
    assert nodes[0].metadata["date"] == "2019-01-31"


def test_sentences_from_the_index_and_encoded_now_are_the_same(retriever: Retriever) -> None:
    passage = next(one for one in retriever.retrieve(QUERY).passages if one.stored.chunk.kind == "prose")
    kept = retriever.reader.sentence_vectors([passage.text])

    for text, vector in kept.items():
        assert np.dot(vector, retriever.encoder.encode_one(text)) > 0.9999
