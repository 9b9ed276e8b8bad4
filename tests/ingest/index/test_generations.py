"""Readers see the old generation or the new one; old ones go when nobody reads them."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ingest.errors import IndexBusy, IndexDamaged, IndexMissing, StorageFault
from ingest.index.generations import (
    BUILDING,
    INDEX_DIR,
    LIVE_FILE,
    REMOVING,
    Generations,
    drop_lease,
    in_use,
    take_lease,
)


@pytest.fixture
def generations(tmp_path: Path) -> Generations:
    return Generations(tmp_path / "data")


def publish(generations: Generations, content: str = "x") -> str:
    with generations.writer():
        folder = generations.begin()
        (folder / "content").write_text(content)
        return generations.publish(folder, schema=1, encoder="e", kb_version="k").generation


def names(generations: Generations) -> list[str]:
    return sorted(path.name for path in generations.root.iterdir() if path.is_dir())


def test_before_the_first_build_there_is_none(generations: Generations) -> None:
    with pytest.raises(IndexMissing) as caught:
        generations.live()
    assert "mabs ingest" in caught.value.remedy
    assert generations.live_or_none() is None


def test_publishing_makes_a_build_live(generations: Generations) -> None:
    name = publish(generations)
    live = generations.live()
    assert (live.generation, live.schema, live.encoder, live.kb_version) == (name, 1, "e", "k")
    assert (generations.path(name) / "content").read_text() == "x"


def test_what_is_live_is_read_again_only_when_it_was_replaced(generations: Generations) -> None:
    publish(generations)
    before = generations.live()
    assert generations.live() is before
    name = publish(generations)
    assert generations.live().generation == name != before.generation


def test_an_unpublished_build_changes_nothing_and_is_cleared_by_the_next_writer(
    generations: Generations,
) -> None:
    name = publish(generations)
    with generations.writer():
        (generations.begin() / "content").write_text("half")
    (generations.root / f"{REMOVING}old").mkdir()
    assert generations.live().generation == name
    with generations.writer():
        assert names(generations) == [name]


@pytest.mark.parametrize("text", ["", "{", "[]", '{"generation": "g"}', "\xff"])
def test_a_broken_live_file_is_damage_with_a_remedy(generations: Generations, text: str) -> None:
    publish(generations)
    (generations.root / LIVE_FILE).write_text(text, encoding="latin-1")
    with pytest.raises(IndexDamaged) as caught:
        generations.live()
    assert caught.value.remedy


def test_a_second_writer_is_told_at_once(generations: Generations) -> None:
    with generations.writer(), pytest.raises(IndexBusy), generations.writer():
        pass


def test_a_second_writer_can_wait(generations: Generations) -> None:
    code = (
        "import sys, time; from pathlib import Path; from ingest.index.generations import Generations\n"
        "with Generations(Path(sys.argv[1])).writer(): print('held', flush=True); time.sleep(0.5)"
    )
    command = [sys.executable, "-c", code, str(generations.data_dir)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(IndexBusy), generations.writer():
            pass
        with generations.writer(wait_seconds=60):
            assert holder.wait(60) == 0


def test_the_lock_of_a_killed_writer_is_free(generations: Generations) -> None:
    code = (
        "import sys, time; from pathlib import Path; from ingest.index.generations import Generations\n"
        "with Generations(Path(sys.argv[1])).writer(): print('held', flush=True); time.sleep(60)"
    )
    command = [sys.executable, "-c", code, str(generations.data_dir)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout
        holder.stdout.readline()
        holder.kill()
        holder.wait()
    with generations.writer():
        pass


def test_a_data_directory_that_cannot_be_written_is_a_storage_fault(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where the folder belongs")
    with pytest.raises(StorageFault) as caught, Generations(tmp_path / "data").writer():
        pass
    assert "MABS_DATA_DIR" in caught.value.remedy


def test_the_last_generation_stays_for_its_grace_period(generations: Generations) -> None:
    first, second, third = publish(generations), publish(generations), publish(generations)
    with generations.writer():
        assert generations.prune(grace_seconds=60) == [first]
        assert names(generations) == sorted([second, third])
        assert generations.prune(grace_seconds=0) == [second]
    assert names(generations) == [third]


def test_grace_counts_from_when_a_generation_was_replaced(generations: Generations) -> None:
    first = publish(generations)
    long_ago = time.time() - 3600
    os.utime(generations.path(first), (long_ago, long_ago))
    publish(generations)
    with generations.writer():
        assert generations.prune(grace_seconds=60) == []


def test_a_generation_in_use_is_never_removed(generations: Generations) -> None:
    first = publish(generations)
    lease = take_lease(generations.path(first))
    second = publish(generations)
    with generations.writer():
        assert generations.prune(grace_seconds=0) == []
        assert (generations.path(first) / "content").is_file()
        drop_lease(lease)
        assert generations.prune(grace_seconds=0) == [first]
    assert names(generations) == [second]


def test_a_reader_that_comes_while_its_generation_is_being_removed_gets_it_back(
    generations: Generations, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = publish(generations)
    publish(generations)
    rename = Path.rename
    leases = []

    def slip_in(path: Path, target: Path) -> Path:
        if path.name == first:
            leases.append(take_lease(path))
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", slip_in)
    with generations.writer():
        assert generations.prune(grace_seconds=0) == []
    assert (generations.path(first) / "content").is_file()
    drop_lease(leases[0])


def test_the_lease_of_a_killed_reader_does_not_count(generations: Generations) -> None:
    name = publish(generations)
    code = (
        "import sys, time; from pathlib import Path; from ingest.index.generations import take_lease\n"
        "lease = take_lease(Path(sys.argv[1])); print('held', flush=True); time.sleep(60)"
    )
    command = [sys.executable, "-c", code, str(generations.path(name))]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as reader:
        assert reader.stdout
        reader.stdout.readline()
        assert in_use(generations.path(name))
        reader.kill()
        reader.wait()
    assert not in_use(generations.path(name))


def test_a_lease_on_a_generation_that_is_gone_says_so(generations: Generations) -> None:
    publish(generations)
    with pytest.raises(FileNotFoundError):
        take_lease(generations.path("gone"))


def test_a_lease_leaves_nothing_behind(generations: Generations) -> None:
    folder = generations.path(publish(generations))
    before = sorted(folder.rglob("*"))
    lease = take_lease(folder)
    assert sorted(folder.rglob("*")) != before
    drop_lease(lease)
    assert sorted(folder.rglob("*")) == before


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
def test_all_files_are_private_to_their_owner(generations: Generations) -> None:
    lease = take_lease(generations.path(publish(generations)))
    paths = [generations.data_dir, *generations.data_dir.rglob("*")]
    modes = {path: stat.S_IMODE(path.stat().st_mode) for path in paths}
    assert {mode for path, mode in modes.items() if path.is_dir()} == {0o700}
    assert {mode for path, mode in modes.items() if path.is_file()} == {0o600}
    drop_lease(lease)


def test_build_folders_are_not_taken_for_generations(generations: Generations) -> None:
    name = publish(generations)
    with generations.writer():
        building = generations.begin()
        assert building.name.startswith(BUILDING)
        assert building.parent == generations.data_dir / INDEX_DIR
        assert generations.prune(grace_seconds=0) == []
        assert building.is_dir()
    assert generations.live().generation == name
