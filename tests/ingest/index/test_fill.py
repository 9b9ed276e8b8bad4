"""Chroma's folder is carried over and mended when little changed, and built anew when much did."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest.files import tree_bytes
from ingest.index import fill
from ingest.index.generations import Generations
from ingest.index.reader import IndexReader
from ingest.index.snapshot import CHROMA_DIR
from ingest.index.vectors import VectorStore

Publish = Callable[..., str]


def faults(data_dir: Path) -> list[str]:
    with IndexReader.open(data_dir) as reader:
        return reader.check()


def deleted(data_dir: Path) -> int:
    with IndexReader.open(data_dir) as reader:
        return int(reader._snapshot.meta["chroma_deleted"])


def numbered(count: int, word: str = "text") -> list[list[str]]:
    return [[f"{word} {number}"] for number in range(count)]


def test_a_small_change_is_applied_to_a_copy(tmp_path: Path, publish: Publish) -> None:
    publish({"one": numbered(40)})
    publish({"one": [*numbered(39), ["changed"]]}, carry=True)
    assert deleted(tmp_path) == 3
    assert faults(tmp_path) == []


def test_wasted_places_add_up_until_the_folder_is_built_anew(tmp_path: Path, publish: Publish) -> None:
    publish({"one": numbered(20)})
    seen = []
    for build in range(12):
        publish({"one": [*numbered(18), [f"changed {build}"], [f"also {build}"]]}, carry=True)
        seen.append(deleted(tmp_path))
        assert faults(tmp_path) == []
    assert seen[:3] == [6, 12, 0]
    assert max(seen) <= 0.2 * 60


def test_a_removed_collection_means_a_new_folder(tmp_path: Path, publish: Publish) -> None:
    publish({"one": numbered(20), "two": numbered(3)})
    publish({"one": numbered(20)}, carry=True)
    assert deleted(tmp_path) == 0
    assert faults(tmp_path) == []


def test_a_new_collection_is_added_beside_the_others(tmp_path: Path, publish: Publish) -> None:
    publish({"one": numbered(20)})
    publish({"one": numbered(20), "two": numbered(3, "other")}, carry=True)
    assert faults(tmp_path) == []


def test_a_live_generation_without_chroma_is_no_obstacle(tmp_path: Path, publish: Publish) -> None:
    name = publish({"one": numbered(20)})
    (Generations(tmp_path).path(name) / CHROMA_DIR).rename(tmp_path / "elsewhere")
    publish({"one": numbered(20)}, carry=True)
    assert faults(tmp_path) == []


@pytest.mark.parametrize("content", [b"", b"not a database" * 100])
def test_a_live_generation_with_broken_vectors_does_not_hand_them_on(
    tmp_path: Path, publish: Publish, content: bytes
) -> None:
    name = publish({"one": numbered(20)})
    (Generations(tmp_path).path(name) / CHROMA_DIR / "chroma.sqlite3").write_bytes(content)
    assert faults(tmp_path) != []
    publish({"one": [*numbered(19), ["changed"]]}, carry=True)
    assert faults(tmp_path) == []
    assert deleted(tmp_path) == 0


def test_a_live_generation_that_lacks_vectors_does_not_hand_that_on(tmp_path: Path, publish: Publish) -> None:
    name = publish({"one": numbered(20)})
    with VectorStore(Generations(tmp_path).path(name) / CHROMA_DIR) as store:
        store.delete("one", store.identifiers("one")[:2])
    publish({"one": [*numbered(19), ["changed"]]}, carry=True)
    assert faults(tmp_path) == []


def test_an_empty_index_can_be_filled_and_searched(tmp_path: Path, publish: Publish) -> None:
    publish({"one": []})
    publish({"one": numbered(2)}, carry=True)
    publish({"one": []}, carry=True)
    assert faults(tmp_path) == []


def test_large_fills_go_in_batches_and_tell_how_far_they_are(
    tmp_path: Path, publish: Publish, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fill, "_BATCH", 7)
    publish({"one": numbered(10)})
    assert faults(tmp_path) == []


def test_the_disk_stays_flat_over_many_builds(tmp_path: Path, publish: Publish) -> None:
    generations = Generations(tmp_path)
    sizes = []
    for build in range(20):
        publish({"one": [*numbered(30), [f"changed {build}"]]}, carry=True)
        with generations.writer():
            generations.prune(grace_seconds=0)
        sizes.append(tree_bytes(tmp_path))
    assert len([path for path in generations.root.iterdir() if path.is_dir()]) == 1
    assert max(sizes) < 1.25 * sizes[0]
    assert faults(tmp_path) == []


shape = st.lists(st.sampled_from([f"text {number}" for number in range(12)]), max_size=12, unique=True)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.dictionaries(st.sampled_from(["one", "two"]), shape, min_size=1), min_size=2, max_size=4))
def test_any_row_of_builds_ends_in_a_sound_index(
    tmp_path: Path, publish: Publish, builds: list[dict[str, list[str]]]
) -> None:
    for build in builds:
        publish({name: [[text] for text in texts] for name, texts in build.items()}, carry=True)
    assert faults(tmp_path) == []
    with IndexReader.open(tmp_path) as reader:
        status = reader.status()
        assert {c.name: c.chunks for c in status.collections} == {n: len(t) for n, t in builds[-1].items()}
        assert json.loads(reader._snapshot.meta["vector_counts"]) == {
            n: 3 * len(t) for n, t in builds[-1].items()
        }
