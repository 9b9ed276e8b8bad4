"""An ingest does what the difference between disk and index asks for, and no more."""

from __future__ import annotations

import os
import shutil
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

import kb
from ingest import build, pipeline
from ingest.encoder import Encoder
from ingest.errors import IndexBusy, InputError, ModelFault, StorageFault, UnreadableDocument
from ingest.export import MODELS_DIR
from ingest.files import tree_bytes
from ingest.index import schema
from ingest.index.generations import LIVE_FILE, Generations
from ingest.index.reader import IndexReader
from ingest.index.schema import SQLITE_FILE
from ingest.pipeline import SHIPPED, EncoderChoice, Request, ensure_index, ingest, preview, remove_collection
from ingest.readers.files import SourceFile
from ingest.readers.reading import read_document
from ingest.report import IngestReport, Stage
from ingest.sentences import split_sentences

pytestmark = pytest.mark.usefixtures("small_kb")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A user's folder with three documents."""
    root = tmp_path / "mine"
    (root / "deep").mkdir(parents=True)
    (root / "apples.md").write_text(
        "# Apples\n\nApples keep in a cool cellar until April.\n", encoding="utf-8"
    )
    (root / "pears.txt").write_text("Pears ripen on the window sill within a week.\n", encoding="utf-8")
    (root / "deep" / "plums.md").write_text("# Plums\n\nPlums are dried in the oven.\n", encoding="utf-8")
    return root


def mine(*paths: Path, **changes: object) -> Request:
    return replace(Request("mine", paths, grace_seconds=0), **changes)  # type: ignore[arg-type]


def counts(report: IngestReport) -> tuple[int, int, int, int, int]:
    """added, changed, renamed, removed, unchanged"""
    return report.added, report.changed, report.renamed, report.removed, report.unchanged


def found(data_dir: Path, query: str, *collections: str) -> list[str]:
    with IndexReader.open(data_dir) as reader:
        hits = reader.lexical(query, 10, collections or None)
        assert reader.check() == []
        return [stored.document.path for stored in reader.chunks([hit.chunk_id for hit in hits]).values()]


def test_the_first_ingest_of_a_folder_brings_the_shipped_knowledge_along(
    data_dir: Path, folder: Path
) -> None:
    report = ingest(data_dir, mine(folder))
    assert counts(report) == (5, 0, 0, 0, 0)
    assert (report.published, report.chunks, report.skipped) == (True, 5, [])
    assert found(data_dir, "memory") == ["memory.md"]
    assert found(data_dir, "cellar") == ["apples.md"]
    assert found(data_dir, "oven", "mine") == ["deep/plums.md"]
    assert found(data_dir, "oven", SHIPPED) == []


def test_an_unchanged_folder_is_neither_read_nor_encoded_nor_published(
    data_dir: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = ingest(data_dir, mine(folder))
    monkeypatch.setattr(build, "read_document", lambda *_: pytest.fail("a file was read"))
    monkeypatch.setattr(Encoder, "__init__", lambda *_: pytest.fail("the encoder was opened"))
    report = ingest(data_dir, mine(folder))
    assert counts(report) == (0, 0, 0, 0, 3)
    assert (report.published, report.generation) == (False, first.generation)
    assert (report.chunks, report.vectors) == (first.chunks, first.vectors)
    assert counts(ingest(data_dir, mine())) == (0, 0, 0, 0, 3)


def test_a_changed_file_replaces_its_old_self(data_dir: Path, folder: Path) -> None:
    ingest(data_dir, mine(folder))
    (folder / "apples.md").write_text("# Apples\n\nApples taste of summer.\n", encoding="utf-8")
    report = ingest(data_dir, mine(folder))
    assert counts(report) == (0, 1, 0, 0, 2)
    assert report.embedded == 1
    assert found(data_dir, "cellar") == []
    assert found(data_dir, "summer") == ["apples.md"]


def test_a_change_that_keeps_size_and_time_is_still_noticed_right_after_writing(
    data_dir: Path, folder: Path
) -> None:
    path = folder / "apples.md"
    ingest(data_dir, mine(folder))
    before = path.stat()
    path.write_text(path.read_text(encoding="utf-8").replace("April", "March"), encoding="utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_size == before.st_size
    assert counts(ingest(data_dir, mine(folder))) == (0, 1, 0, 0, 2)
    assert found(data_dir, "march") == ["apples.md"]


def test_a_touched_file_is_not_a_changed_one(data_dir: Path, folder: Path) -> None:
    ingest(data_dir, mine(folder))
    os.utime(folder / "apples.md")
    assert not ingest(data_dir, mine(folder)).published


def test_a_deleted_file_is_gone(data_dir: Path, folder: Path) -> None:
    ingest(data_dir, mine(folder))
    (folder / "pears.txt").unlink()
    report = ingest(data_dir, mine(folder))
    assert counts(report) == (0, 0, 0, 1, 2)
    assert report.embedded == 0
    assert found(data_dir, "window sill") == []


def test_a_renamed_file_is_noticed_and_encodes_only_what_its_new_name_changes(
    data_dir: Path, folder: Path
) -> None:
    ingest(data_dir, mine(folder))
    (folder / "apples.md").rename(folder / "deep" / "fruit.md")
    report = ingest(data_dir, mine(folder))
    assert counts(report) == (0, 0, 1, 0, 2)
    assert (report.embedded, report.reused) == (0, 1)
    assert found(data_dir, "cellar") == ["deep/fruit.md"]


def test_two_files_can_change_places(data_dir: Path, folder: Path) -> None:
    ingest(data_dir, mine(folder))
    (folder / "apples.md").rename(folder / "x")
    (folder / "deep" / "plums.md").rename(folder / "apples.md")
    (folder / "x").rename(folder / "deep" / "plums.md")
    report = ingest(data_dir, mine(folder))
    assert (report.changed, report.embedded) == (2, 0)
    assert found(data_dir, "cellar") == ["deep/plums.md"]
    assert found(data_dir, "oven") == ["apples.md"]


def test_more_paths_add_to_a_collection_and_a_parent_takes_its_children_in(
    data_dir: Path, folder: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.md"
    other.write_text("# Cherries\n\nCherries are eaten by starlings.\n", encoding="utf-8")
    ingest(data_dir, mine(folder / "deep"))
    ingest(data_dir, mine(other))
    report = ingest(data_dir, mine(folder))
    assert (report.added, report.renamed, report.unchanged) == (2, 1, 1)
    with IndexReader.open(data_dir) as reader:
        [info] = [c for c in reader.status().collections if c.name == "mine"]
    assert info.roots == (str(folder), str(other))


def test_collections_are_kept_apart(data_dir: Path, folder: Path) -> None:
    ingest(data_dir, mine(folder))
    ingest(data_dir, Request("yours", (folder / "deep",)))
    assert found(data_dir, "oven", "yours") == ["plums.md"]
    assert found(data_dir, "oven", "mine") == ["deep/plums.md"]
    report = remove_collection(data_dir, "mine")
    assert (report.removed, report.published) == (3, True)
    assert found(data_dir, "oven") == ["plums.md"]
    assert found(data_dir, "memory") == ["memory.md"]


@pytest.mark.parametrize("name", ["unknown", SHIPPED])
def test_only_collections_of_the_user_can_be_removed(data_dir: Path, name: str) -> None:
    ensure_index(data_dir)
    with pytest.raises(InputError):
        remove_collection(data_dir, name)


@pytest.mark.parametrize("name", ["", "A", "a b", "-a", "a-", "a/b", "..", "x" * 41, "ä"])
def test_bad_names_are_refused(data_dir: Path, folder: Path, name: str) -> None:
    for act in (preview, ingest):
        with pytest.raises(InputError):
            act(data_dir, Request(name, (folder,)))


def test_the_shipped_collection_takes_no_paths(data_dir: Path, folder: Path) -> None:
    with pytest.raises(InputError, match="shipped"):
        ingest(data_dir, Request(paths=(folder,)))


def test_a_new_collection_needs_paths(data_dir: Path) -> None:
    with pytest.raises(InputError, match="no collection"):
        ingest(data_dir, Request("mine"))


def test_a_preview_tells_what_an_ingest_then_does_and_writes_nothing(data_dir: Path, folder: Path) -> None:
    plans = {plan.collection.name: len(plan.tasks) for plan in preview(data_dir, mine(folder))}
    assert (plans[SHIPPED], plans["mine"]) == (2, 3)
    assert not Generations(data_dir).root.exists()
    ingest(data_dir, mine(folder))
    (folder / "pears.txt").unlink()
    (folder / "apples.md").write_text("# Apples\n\nOther text.\n", encoding="utf-8")
    (folder / "new.md").write_text("# New\n\nNew text.\n", encoding="utf-8")
    [plan] = preview(data_dir, mine(folder))
    changes = Counter(task.change for task in plan.tasks)
    read = (changes["added"], changes["changed"], changes["renamed"])
    told = (*read, len(plan.removed), len(plan.unchanged))
    assert told == (1, 1, 0, 1, 1) == counts(ingest(data_dir, mine(folder)))
    [plan] = preview(data_dir, mine(folder))
    assert plan.is_empty


def test_asks_and_sentences_of_shipped_topics_have_vectors(data_dir: Path, folder: Path) -> None:
    report = ingest(data_dir, mine(folder))
    with IndexReader.open(data_dir) as reader:
        [hit] = reader.lexical("memory", 1)
        chunk = reader.chunks([hit.chunk_id])[hit.chunk_id].chunk
        sentences = split_sentences(chunk.text)
        assert sentences == ["The server needs 16 GB of memory.", "More is better."]
        assert set(reader.sentence_vectors(sentences)) == set(sentences)
        assert chunk.asks == ("how much RAM", "minimum memory")
        vector = reader.sentence_vectors(["how much RAM"])["how much RAM"]
        assert reader.nearest(vector, 1)[0].chunk_id == chunk.id
        assert reader.sentence_vectors(["Pears ripen on the window sill within a week."]) == {}
    assert report.vectors == 3 + 2 + 4
    assert report.embedded == report.vectors + 3


def test_the_shipped_index_is_built_once_and_again_when_the_knowledge_changes(
    data_dir: Path, small_kb: Path, folder: Path
) -> None:
    first = ensure_index(data_dir)
    assert first
    assert counts(first) == (2, 0, 0, 0, 0)
    assert ensure_index(data_dir) is None
    ingest(data_dir, mine(folder))
    assert ensure_index(data_dir) is None
    topic = small_kb / "guide" / "memory.md"
    topic.write_text(topic.read_text(encoding="utf-8").replace("16 GB", "17 GB"), encoding="utf-8")
    second = ensure_index(data_dir)
    assert second
    assert counts(second) == (0, 1, 0, 0, 1)
    assert found(data_dir, "17 GB") == ["memory.md"]
    assert found(data_dir, "cellar") == ["apples.md"]
    assert ensure_index(data_dir) is None


def test_a_changed_version_alone_is_noted(
    data_dir: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ensure_index(data_dir)
    monkeypatch.setattr(kb, "version", lambda: "newer")
    report = ensure_index(data_dir)
    assert report
    assert report.published
    assert ensure_index(data_dir) is None


def test_ingesting_ones_own_files_does_not_hide_that_the_knowledge_changed(
    data_dir: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ensure_index(data_dir)
    monkeypatch.setattr(kb, "version", lambda: "newer")
    ingest(data_dir, mine(folder))
    assert ensure_index(data_dir) is not None


def test_a_new_schema_reads_all_collections_again_and_encodes_nothing_twice(
    data_dir: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ingest(data_dir, mine(folder))
    newer = schema.SCHEMA_VERSION + 1
    for name in (
        "ingest.index.schema",
        "ingest.pipeline",
        "ingest.state",
        "ingest.publish",
        "ingest.index.reader",
    ):
        monkeypatch.setattr(f"{name}.SCHEMA_VERSION", newer)
    report = ensure_index(data_dir)
    assert report
    assert (report.added, report.embedded) == (5, 0)
    assert found(data_dir, "cellar") == ["apples.md"]
    assert ensure_index(data_dir) is None


def test_a_rebuild_reads_everything_again_and_encodes_nothing_twice(data_dir: Path, folder: Path) -> None:
    first = ingest(data_dir, mine(folder))
    report = ingest(data_dir, mine(rebuild=True))
    assert (report.added, report.embedded, report.published) == (5, 0, True)
    assert report.reused == first.embedded
    assert found(data_dir, "cellar") == ["apples.md"]


@pytest.mark.parametrize("what", [SQLITE_FILE, LIVE_FILE, "folder"])
def test_a_damaged_index_is_built_anew(data_dir: Path, folder: Path, what: str) -> None:
    name = ingest(data_dir, mine(folder)).generation
    generations = Generations(data_dir)
    if what == "folder":
        shutil.rmtree(generations.path(name))
    else:
        path = (generations.root if what == LIVE_FILE else generations.path(name)) / what
        path.write_bytes(b"\0" * 100)
    report = ingest(data_dir, mine(folder))
    assert report.added == 5
    assert found(data_dir, "cellar") == ["apples.md"]


def test_broken_vectors_are_not_carried_into_a_rebuild(data_dir: Path, folder: Path) -> None:
    first = ingest(data_dir, mine(folder))
    path = Generations(data_dir).path(first.generation) / SQLITE_FILE
    content = bytearray(path.read_bytes())
    content[len(content) // 2 :] = b"\xff" * (len(content) - len(content) // 2)
    path.write_bytes(content)
    report = ingest(data_dir, mine(folder, rebuild=True))
    assert report.embedded == first.embedded
    assert found(data_dir, "cellar") == ["apples.md"]


def test_another_precision_encodes_stored_text_anew_without_reading_files(
    data_dir: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, model_data_dir: Path
) -> None:
    first = ingest(data_dir, mine(folder))
    fp32 = EncoderChoice(precision="fp32")
    shutil.copytree(fp32.folder(_with_fp32(model_data_dir)), fp32.folder(data_dir), copy_function=os.link)
    monkeypatch.setattr(build, "read_document", lambda *_: pytest.fail("a file was read"))
    report = ensure_index(data_dir, fp32)
    assert report
    assert (report.embedded, report.chunks, report.vectors) == (first.embedded, first.chunks, first.vectors)
    assert found(data_dir, "cellar") == ["apples.md"]
    assert ensure_index(data_dir, fp32) is None
    with IndexReader.open(data_dir, Encoder(fp32.folder(data_dir)).fingerprint) as reader:
        assert reader.status().encoder["precision"] == "fp32"


def _with_fp32(model_data_dir: Path) -> Path:
    from ingest.export import ensure_model

    ensure_model(model_data_dir, precision="fp32")
    return model_data_dir


def test_another_window_reads_the_files_again(
    data_dir: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ingest(data_dir, mine(folder))
    choice = EncoderChoice()
    spec = choice.spec(data_dir)
    assert spec
    path = choice.folder(data_dir) / "spec.json"
    path.unlink()  # shared by hard link
    path.write_text(replace(spec, window=40).to_json(), encoding="utf-8")
    report = ensure_index(data_dir)
    assert report
    assert report.added == 5
    assert report.embedded > 0
    assert found(data_dir, "cellar") == ["apples.md"]


def test_an_unreadable_file_is_skipped_with_its_reason_and_not_tried_again(
    data_dir: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "empty.md").write_text("")
    (folder / "noise.pdf").write_bytes(b"no pdf at all")
    report = ingest(data_dir, mine(folder))
    assert sorted(note.path for note in report.skipped) == ["empty.md", "noise.pdf"]
    assert all(note.text and note.collection == "mine" for note in report.skipped)
    assert report.added == 5
    monkeypatch.setattr(build, "read_document", lambda *_: pytest.fail("a file was read"))
    again = ingest(data_dir, mine(folder))
    assert not again.published
    assert sorted(note.path for note in again.skipped) == ["empty.md", "noise.pdf"]


def test_a_skipped_file_is_tried_again_once_it_changed(data_dir: Path, folder: Path) -> None:
    (folder / "empty.md").write_text("")
    ingest(data_dir, mine(folder))
    (folder / "empty.md").write_text("# Quinces\n\nQuinces are too hard to eat raw.\n", encoding="utf-8")
    report = ingest(data_dir, mine(folder))
    assert (report.changed, report.skipped) == (1, [])
    assert found(data_dir, "quinces raw") == ["empty.md"]


def test_a_skipped_file_is_tried_again_by_another_release(
    data_dir: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "empty.md").write_text("")
    ingest(data_dir, mine(folder))
    tried: list[str] = []

    def read(file: SourceFile, collection: str, size_limit: int) -> None:
        tried.append(file.relative)
        raise UnreadableDocument("still empty")

    monkeypatch.setattr(build, "read_document", read)
    monkeypatch.setattr(pipeline, "package_version", lambda: "99")
    assert [note.text for note in ingest(data_dir, mine(folder)).skipped] == ["still empty"]
    assert tried == ["empty.md"]


def test_a_skipped_file_that_is_deleted_is_not_called_a_removed_document(
    data_dir: Path, folder: Path
) -> None:
    (folder / "empty.md").write_text("")
    ingest(data_dir, mine(folder))
    (folder / "empty.md").unlink()
    report = ingest(data_dir, mine(folder))
    assert (report.removed, report.skipped) == (0, [])


def test_a_file_that_turned_unreadable_loses_its_old_text(data_dir: Path, folder: Path) -> None:
    ingest(data_dir, mine(folder))
    (folder / "apples.md").write_text("")
    report = ingest(data_dir, mine(folder))
    assert [note.path for note in report.skipped] == ["apples.md"]
    assert found(data_dir, "cellar") == []


def test_a_file_that_vanishes_in_mid_run_is_skipped_and_back_the_next_time(
    data_dir: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = read_document
    text = (folder / "apples.md").read_text(encoding="utf-8")

    def vanish(file: SourceFile, collection: str, size_limit: int) -> object:
        if file.relative == "apples.md":
            file.path.unlink()
        return read(file, collection, size_limit)

    with monkeypatch.context() as patch:
        patch.setattr(build, "read_document", vanish)
        report = ingest(data_dir, mine(folder))
    assert [(note.path, "vanished" in note.text) for note in report.skipped] == [("apples.md", True)]
    (folder / "apples.md").write_text(text, encoding="utf-8")
    assert ingest(data_dir, mine(folder)).added == 1
    assert found(data_dir, "cellar") == ["apples.md"]


def test_a_parser_that_stumbles_costs_one_file_only(
    data_dir: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = read_document

    def stumble(file: SourceFile, collection: str, size_limit: int) -> object:
        if file.relative == "apples.md":
            raise KeyError("odd")
        return read(file, collection, size_limit)

    monkeypatch.setattr(build, "read_document", stumble)
    report = ingest(data_dir, mine(folder))
    assert [(note.path, "KeyError" in note.text) for note in report.skipped] == [("apples.md", True)]
    assert report.added == 4


def test_paths_that_do_not_exist_are_skipped_and_not_remembered(data_dir: Path, folder: Path) -> None:
    report = ingest(data_dir, mine(folder, folder / "nowhere"))
    assert [Path(note.path).name for note in report.skipped] == ["nowhere"]
    assert report.added == 5
    assert ingest(data_dir, mine()).skipped == []


def test_a_collection_of_nothing_is_not_made(data_dir: Path, folder: Path) -> None:
    report = ingest(data_dir, mine(folder / "nowhere"))
    assert len(report.skipped) == 1
    with IndexReader.open(data_dir) as reader:
        assert [info.name for info in reader.status().collections] == [SHIPPED]


def test_progress_runs_through_its_stages_to_the_end(data_dir: Path, folder: Path) -> None:
    heard: list[tuple[str, int, int]] = []
    report = ingest(data_dir, mine(folder), lambda *step: heard.append(step))
    stages = list(dict.fromkeys(stage for stage, _, _ in heard))
    assert stages == ["compare", "read", "embed", "store"]
    last = {stage: (done, total) for stage, done, total in heard}
    assert last["read"] == (5, 5)
    assert last["embed"] == (report.embedded, report.embedded)
    assert last["store"] == (report.vectors, report.vectors)


def test_the_report_is_plain_data(data_dir: Path, folder: Path) -> None:
    (folder / "empty.md").write_text("")
    told = ingest(data_dir, mine(folder)).to_dict()
    assert told["added"] == 5
    assert told["skipped"][0]["path"] == "empty.md"
    assert told["seconds"] > 0
    assert told["tokens"] > told["embedded"] > 0


def test_a_second_ingest_meanwhile_is_told_so(data_dir: Path, folder: Path) -> None:
    with Generations(data_dir).writer(), pytest.raises(IndexBusy):
        ingest(data_dir, mine(folder))


class InterruptionError(Exception):
    """Stands for anything that may happen in the middle."""


@pytest.mark.parametrize("stage", ["compare", "read", "embed", "store"])
@pytest.mark.parametrize(
    "error", [InterruptionError, KeyboardInterrupt, OSError(28, "No space left on device")]
)
def test_whatever_goes_wrong_the_live_index_stays_and_the_next_run_is_clean(
    data_dir: Path, folder: Path, stage: Stage, error: BaseException
) -> None:
    first = ingest(data_dir, mine(folder))
    (folder / "apples.md").write_text("# Apples\n\nApples taste of summer.\n", encoding="utf-8")

    def fail(at: Stage, done: int, total: int) -> None:
        if at == stage:
            raise error

    expected = (InterruptionError, KeyboardInterrupt, OSError, StorageFault)
    with pytest.raises(expected):
        ingest(data_dir, mine(folder), fail)
    assert Generations(data_dir).live().generation == first.generation
    assert found(data_dir, "cellar") == ["apples.md"]
    assert [path.name for path in Generations(data_dir).root.glob(".*")] == []
    assert counts(ingest(data_dir, mine(folder))) == (0, 1, 0, 0, 2)


def test_an_encoder_that_cannot_be_had_leaves_the_index_as_it_is(
    data_dir: Path, folder: Path, tmp_path: Path
) -> None:
    first = ingest(data_dir, mine(folder))
    with pytest.raises(ModelFault):
        ingest(data_dir, mine(folder, encoder=EncoderChoice(str(tmp_path / "none"))))
    assert Generations(data_dir).live().generation == first.generation


@pytest.mark.usefixtures("copied_export")
def test_a_lost_encoder_is_exported_again(
    data_dir: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ingest(data_dir, mine(folder))
    shutil.rmtree(data_dir / MODELS_DIR)
    report = ensure_index(data_dir)
    assert report
    assert report.embedded == 0
    assert ensure_index(data_dir) is None


def test_the_disk_stays_flat_over_twenty_ingests(data_dir: Path, folder: Path) -> None:
    sizes = []
    for number in range(20):
        (folder / "apples.md").write_text(f"# Apples\n\nApples of harvest {number}.\n", encoding="utf-8")
        ingest(data_dir, mine(folder))
        sizes.append(tree_bytes(Generations(data_dir).root))
    assert found(data_dir, "harvest 19") == ["apples.md"]
    assert max(sizes) < 1.25 * sizes[0]
