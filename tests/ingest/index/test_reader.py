"""The reader searches both ways, agrees with itself, and survives what happens to its files."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from assistant.settings import Settings
from ingest.errors import IndexDamaged, IndexMismatch, IndexMissing
from ingest.index.generations import LIVE_FILE, Generations
from ingest.index.reader import EXACT_LIMIT, IndexReader
from ingest.index.records import Hit, chunk_of, vector_id
from ingest.index.schema import SQLITE_FILE
from ingest.index.snapshot import CHROMA_DIR
from ingest.spec import EncoderSpec

Publish = Callable[..., str]

SPEC = EncoderSpec("made-up", "w", "t", "fp32", "mean", 16, 256)

ROUNDING = 0.01
"""How far 8 bits may be off a cosine in so few dimensions; in 384 it is a twentieth of that."""

WORDS = {
    "one": [
        ["The scratch folder needs space", "Ports for the agent", "Run Get-DPMCloudConnection"],
        ["Version 3.5 of the framework"],
    ],
    "two": [["The scratch folder elsewhere"]],
}


def random_collections(documents: int) -> dict[str, list[list[str]]]:
    names = ("one", "two", "three")
    return {name: [[f"{name} {n} {k}" for k in range(7)] for n in range(documents)] for name in names}


def query(seed: int) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    vector = np.random.default_rng(seed).standard_normal(SPEC.dimension).astype(np.float32)
    return vector / np.float32(np.linalg.norm(vector))


def texts(reader: IndexReader, hits: list[Hit]) -> list[str]:
    return [stored.chunk.text for stored in reader.chunks([hit.chunk_id for hit in hits]).values()]


def test_without_an_index_it_says_so(tmp_path: Path) -> None:
    with pytest.raises(IndexMissing):
        IndexReader.open(tmp_path)


def test_words_are_found_whole_and_in_parts(tmp_path: Path, publish: Publish) -> None:
    publish(WORDS)
    with IndexReader.open(tmp_path) as reader:
        assert texts(reader, reader.lexical("get-dpmcloudconnection", 1)) == ["Run Get-DPMCloudConnection"]
        assert texts(reader, reader.lexical("cloud connections", 1)) == ["Run Get-DPMCloudConnection"]
        assert texts(reader, reader.lexical("3.5", 1)) == ["Version 3.5 of the framework"]
        assert reader.lexical("?!", 5) == reader.lexical("unheard", 5) == []


def test_lexical_hits_come_best_first_from_the_collections_asked_for(
    tmp_path: Path, publish: Publish
) -> None:
    publish(WORDS)
    with IndexReader.open(tmp_path) as reader:
        hits = reader.lexical("scratch space", 10)
        assert texts(reader, hits) == ["The scratch folder needs space", "The scratch folder elsewhere"]
        assert hits[0].score > hits[1].score > 0
        assert texts(reader, reader.lexical("scratch", 10, ["two"])) == ["The scratch folder elsewhere"]
        assert reader.lexical("scratch", 10, ["unknown"]) == reader.lexical("scratch", 10, []) == []
        assert len(reader.lexical("scratch", 1)) == 1


def test_weights_decide_which_field_counts(tmp_path: Path, publish: Publish) -> None:
    publish({"one": [["something"], ["document"]]})
    with IndexReader.open(tmp_path) as reader:
        body = reader.lexical("document 0", 2, weights=(0.0, 1.0, 0.0))
        headings = reader.lexical("document 0", 2, weights=(1.0, 0.0, 0.0))
        assert texts(reader, body)[0] == "document"
        assert texts(reader, headings)[0] == "something"


def test_a_chunk_is_found_by_each_of_its_vectors_and_counts_once(tmp_path: Path, publish: Publish) -> None:
    publish(WORDS)
    with IndexReader.open(tmp_path) as reader:
        for text in (
            "Ports for the agent",
            "ask one of Ports for the agent",
            "ask two of Ports for the agent",
        ):
            vector = reader.sentence_vectors([text])[text]
            hits = reader.nearest(vector, 10)
            assert texts(reader, hits)[0] == "Ports for the agent"
            assert hits[0].score == pytest.approx(1.0, abs=ROUNDING)
            assert len(hits) == len({hit.chunk_id for hit in hits}) == 5


@pytest.mark.parametrize("collections", [None, ["two"], ["one", "three"], ["unknown"]])
def test_going_through_all_and_chroma_give_the_same_but_for_rounding(
    tmp_path: Path, publish: Publish, collections: list[str] | None
) -> None:
    publish(random_collections(40))
    exact = IndexReader.open(tmp_path)
    chroma = IndexReader.open(tmp_path, exact_limit=0)
    for seed in range(20):
        by_product, by_chroma = (reader.nearest(query(seed), 10, collections) for reader in (exact, chroma))
        assert [hit.score for hit in by_product] == pytest.approx(
            [hit.score for hit in by_chroma], abs=ROUNDING
        )
        own = {hit.chunk_id: hit.score for hit in by_chroma}
        least = min(own.values(), default=0)
        assert all(
            own.get(hit.chunk_id, least) == pytest.approx(hit.score, abs=ROUNDING) for hit in by_product
        )
    exact.close()
    chroma.close()


def test_chroma_is_asked_for_a_collection_above_the_limit_and_not_up_to_it(
    tmp_path: Path, publish: Publish
) -> None:
    folder = Generations(tmp_path).path(publish(WORDS))
    with IndexReader.open(tmp_path) as reader:
        vectors = max(collection.vectors for collection in reader.status().collections)
    shutil.rmtree(folder / CHROMA_DIR)

    with IndexReader.open(tmp_path, exact_limit=vectors) as reader:
        assert reader.nearest(query(0), 1)
    with IndexReader.open(tmp_path, exact_limit=vectors - 1) as reader, pytest.raises(IndexDamaged):
        reader.nearest(query(0), 1)


def test_the_limit_is_the_settings_one() -> None:
    assert Settings.model_fields["exact_search_limit"].default == EXACT_LIMIT == 20_000


def test_ties_are_broken_by_id_in_both_ways(tmp_path: Path, publish: Publish) -> None:
    publish({"one": [["the same text"] for _ in range(9)], "two": [["the same text"]]})
    for limit in (0, 1000):
        with IndexReader.open(tmp_path, exact_limit=limit) as reader:
            vector = reader.sentence_vectors(["the same text"])["the same text"]
            hits = reader.nearest(vector, 10)
            assert len(hits) == 10
            assert [hit.chunk_id for hit in hits] == sorted(hit.chunk_id for hit in hits)


def test_a_limit_beyond_what_there_is_gives_all(tmp_path: Path, publish: Publish) -> None:
    publish(WORDS)
    for limit in (0, 1000):
        with IndexReader.open(tmp_path, exact_limit=limit) as reader:
            assert len(reader.nearest(query(1), 1000)) == 5


def test_chunks_come_with_their_document_in_the_order_asked_for(tmp_path: Path, publish: Publish) -> None:
    publish(WORDS)
    with IndexReader.open(tmp_path) as reader:
        ids = [hit.chunk_id for hit in reader.nearest(query(3), 5)]
        found = reader.chunks([*reversed(ids), "unknown"])
        assert list(found) == ids[::-1]
        stored = found[ids[0]]
        assert stored.chunk.id == ids[0]
        assert stored.document.id == stored.chunk.document_id
        assert (stored.document.date, stored.document.source) == ("2020-01-01", "source")
        assert stored.chunk.asks == (f"ask one of {stored.chunk.text}", f"ask two of {stored.chunk.text}")
        assert reader.chunks([]) == {}


def test_only_known_sentences_have_vectors(tmp_path: Path, publish: Publish) -> None:
    publish(WORDS)
    with IndexReader.open(tmp_path) as reader:
        assert list(reader.sentence_vectors(["never encoded", "Ports for the agent"])) == [
            "Ports for the agent"
        ]
        assert reader.sentence_vectors([]) == {}


def test_status_counts_what_is_there(tmp_path: Path, publish: Publish) -> None:
    name = publish(WORDS)
    with IndexReader.open(tmp_path) as reader:
        status = reader.status()
    assert (status.generation, status.documents, status.chunks, status.vectors) == (name, 3, 5, 15)
    counts = [(c.name, c.documents, c.chunks, c.vectors) for c in status.collections]
    assert counts == [("one", 2, 4, 12), ("two", 1, 1, 3)]
    assert status.encoder["model"] == "made-up"
    files = [path for path in Generations(tmp_path).path(name).rglob("*") if path.is_file()]
    assert status.bytes == sum(path.stat().st_size for path in files) > 10_000


def test_a_reader_stays_with_its_generation_until_it_refreshes(tmp_path: Path, publish: Publish) -> None:
    publish({"one": [["old words"]]})
    with IndexReader.open(tmp_path) as reader:
        publish({"one": [["new words"]]})
        assert texts(reader, reader.lexical("words", 5)) == ["old words"]
        assert reader.refresh()
        assert texts(reader, reader.lexical("words", 5)) == ["new words"]
        assert not reader.refresh()


@pytest.mark.parametrize("exact_limit", [0, 1000])
def test_pruning_leaves_a_reader_in_peace(tmp_path: Path, publish: Publish, exact_limit: int) -> None:
    first = publish({"one": [["old words"]]})
    generations = Generations(tmp_path)
    with IndexReader.open(tmp_path, exact_limit=exact_limit) as reader:
        second = publish({"one": [["new words"]]})
        with generations.writer():
            assert generations.prune(grace_seconds=0) == []
        assert texts(reader, reader.lexical("words", 5)) == ["old words"]
        assert texts(reader, reader.nearest(query(0), 5)) == ["old words"]
        assert reader.check() == []
        assert reader.generation == first
    with generations.writer():
        assert generations.prune(grace_seconds=0) == [first]
    with IndexReader.open(tmp_path) as reader:
        assert reader.generation == second


def test_a_reader_whose_generation_is_gone_reopens_and_answers(tmp_path: Path, publish: Publish) -> None:
    first = publish({"one": [["old words"]]})
    with IndexReader.open(tmp_path, exact_limit=0) as reader:
        publish({"one": [["new words"]]})
        shutil.rmtree(Generations(tmp_path).path(first))
        assert texts(reader, reader.nearest(query(0), 5)) == ["new words"]


def test_the_generation_is_looked_up_again_when_it_vanishes_while_opening(
    tmp_path: Path, publish: Publish, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = publish({"one": [["old words"]]})
    stale = Generations(tmp_path).live()
    new = publish({"one": [["new words"]]})
    shutil.rmtree(Generations(tmp_path).path(old))
    answers = [stale, stale]
    live = Generations.live
    monkeypatch.setattr(Generations, "live", lambda self: answers.pop() if answers else live(self))
    with IndexReader.open(tmp_path) as reader:
        assert reader.generation == new


def test_another_encoder_is_refused_with_the_remedy(tmp_path: Path, publish: Publish) -> None:
    publish(WORDS)
    IndexReader.open(tmp_path, SPEC.fingerprint).close()
    with pytest.raises(IndexMismatch) as caught:
        IndexReader.open(tmp_path, "another")
    assert "mabs ingest" in caught.value.remedy


def test_another_schema_is_refused_with_the_remedy(tmp_path: Path, publish: Publish) -> None:
    publish(WORDS)
    path = Generations(tmp_path).root / LIVE_FILE
    path.write_text(json.dumps({**json.loads(path.read_text()), "schema": 0}))
    with pytest.raises(IndexMismatch) as caught:
        IndexReader.open(tmp_path)
    assert "mabs ingest" in caught.value.remedy


def test_another_schema_can_be_read_as_far_as_its_tables_are_there(tmp_path: Path, publish: Publish) -> None:
    folder = Generations(tmp_path).path(publish(WORDS))
    path = Generations(tmp_path).root / LIVE_FILE
    path.write_text(json.dumps({**json.loads(path.read_text()), "schema": 0}))
    with IndexReader.open(tmp_path, any_schema=True) as reader:
        assert reader.collections()
    with sqlite3.connect(folder / SQLITE_FILE) as connection:
        connection.execute("ALTER TABLE chunks RENAME TO passages")
    connection.close()
    with IndexReader.open(tmp_path, any_schema=True) as reader, pytest.raises(IndexDamaged):
        reader.chunks(["any"])


def test_files_that_are_gone_or_no_database_are_damage(tmp_path: Path, publish: Publish) -> None:
    folder = Generations(tmp_path).path(publish(WORDS))
    (folder / SQLITE_FILE).write_bytes(b"not a database, but long enough to be looked at" * 100)
    with pytest.raises(IndexDamaged):
        IndexReader.open(tmp_path)
    shutil.rmtree(folder)
    with pytest.raises(IndexDamaged):
        IndexReader.open(tmp_path)


def test_a_lost_chroma_folder_is_damage_where_it_is_needed(tmp_path: Path, publish: Publish) -> None:
    shutil.rmtree(Generations(tmp_path).path(publish(WORDS)) / CHROMA_DIR)
    with IndexReader.open(tmp_path) as reader:
        assert reader.nearest(query(0), 1)
        assert any("vectors" in fault for fault in reader.check())
    with IndexReader.open(tmp_path, exact_limit=0) as reader, pytest.raises(IndexDamaged):
        reader.nearest(query(0), 1)


def test_a_sound_index_has_no_faults(tmp_path: Path, publish: Publish) -> None:
    publish(random_collections(3))
    with IndexReader.open(tmp_path) as reader:
        assert reader.check() == []


@pytest.mark.parametrize(
    ("damage", "says"),
    [
        ('DELETE FROM "one:words" WHERE rowid = 1', "without words"),
        ("UPDATE \"one:words_content\" SET c1 = 'other' WHERE id = 1", "word index"),
        ("DELETE FROM documents", "without document"),
        ("DELETE FROM vectors", "without vector"),
        ("INSERT INTO uses VALUES (1, 'ask', 3, (SELECT hash FROM vectors LIMIT 1))", "lacks 1 vectors"),
        ("DELETE FROM uses WHERE chunk = 1 AND kind = 'ask'", "2 too many"),
        ("DROP TABLE documents", "can't be read"),
    ],
)
def test_every_kind_of_damage_is_found(tmp_path: Path, publish: Publish, damage: str, says: str) -> None:
    folder = Generations(tmp_path).path(publish(WORDS))
    connection = sqlite3.connect(folder / SQLITE_FILE)
    with connection:
        connection.execute(damage)
    connection.close()
    with IndexReader.open(tmp_path) as reader:
        assert says in " ".join(reader.check())


def test_threads_may_share_a_reader_while_generations_change(tmp_path: Path, publish: Publish) -> None:
    publish(random_collections(5))
    with IndexReader.open(tmp_path) as reader, ThreadPoolExecutor(4) as pool:

        def ask(seed: int) -> bool:
            if seed % 10 == 0:
                reader.refresh()
            hits = reader.nearest(query(seed), 5)
            return len(reader.chunks([hit.chunk_id for hit in hits])) == 5 and bool(
                reader.lexical("two 3", 3)
            )

        answers = pool.map(ask, range(200))
        publish(random_collections(5))
        assert all(answers)


def test_vectors_are_named_by_chunk_and_ordinal() -> None:
    assert [vector_id("abc", 0), vector_id("abc", 2)] == ["abc", "abc#2"]
    assert chunk_of("abc") == chunk_of("abc#2") == "abc"
