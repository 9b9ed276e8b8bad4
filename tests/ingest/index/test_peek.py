"""A glance at the live index: the names of the user's collections."""

from __future__ import annotations

from pathlib import Path

from ingest.index.generations import Generations
from ingest.index.peek import user_collections
from ingest.pipeline import Request, ingest, remove_collection


def test_without_an_index_there_are_none(tmp_path: Path) -> None:
    assert user_collections(Generations(tmp_path)) == ()
    assert list(tmp_path.iterdir()) == []


def test_the_shipped_ones_are_not_the_users(data_dir: Path, small_kb: Path) -> None:
    ingest(data_dir, Request())

    assert user_collections(Generations(data_dir)) == ()


def test_each_generation_is_looked_at_anew(data_dir: Path, small_kb: Path, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# A\n\nSomething to say.\n", encoding="utf-8")

    ingest(data_dir, Request("mine", (tmp_path / "a.md",)))
    assert user_collections(Generations(data_dir)) == ("mine",)

    remove_collection(data_dir, "mine")
    assert user_collections(Generations(data_dir)) == ()


def test_an_index_that_cannot_be_read_has_none(data_dir: Path, small_kb: Path) -> None:
    ingest(data_dir, Request())
    generations = Generations(data_dir)
    (generations.path(generations.live().generation) / "index.sqlite3").unlink()

    assert user_collections(Generations(data_dir)) == ()
