"""The comparison of disk and index accounts for every file once."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from ingest.index.records import CollectionInfo, FileRecord
from ingest.plan import Plan, make_plan

names = st.sampled_from([f"{letter}.md" for letter in "abcdef"])
tree = st.dictionaries(names, st.sampled_from(["one", "two", "three"]), max_size=6)


def write(root: Path, files: Mapping[str, str]) -> None:
    for path in root.iterdir():
        path.unlink()
    for name, content in files.items():
        (root / name).write_text(content)


def plan_for(root: Path, known: Mapping[str, FileRecord]) -> Plan:
    return make_plan(CollectionInfo("mine", (str(root),), shipped=False), known)


def indexed(plan: Plan) -> dict[str, FileRecord]:
    return {task.file.relative: task.record for task in plan.tasks}


@given(tree, tree)
def test_every_file_before_and_after_is_accounted_for_once(
    before: dict[str, str], after: dict[str, str]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        write(root, before)
        known = indexed(plan_for(root, {}))
        assert known.keys() == before.keys()
        write(root, after)
        plan = plan_for(root, known)
    changes = {
        change: [t for t in plan.tasks if t.change == change] for change in ("added", "changed", "renamed")
    }
    moved = [task.before for task in changes["renamed"]]
    assert sorted([*plan.unchanged, *(task.file.relative for task in plan.tasks)]) == sorted(after)
    old = [*plan.unchanged, *(task.file.relative for task in changes["changed"]), *moved, *plan.removed]
    assert sorted(old) == sorted(before)
    assert all(before[name] == after[name] for name in plan.unchanged)
    assert all(before[t.file.relative] != after[t.file.relative] for t in changes["changed"])
    assert all(before[t.before] == after[t.file.relative] for t in changes["renamed"])
    left = [before[name] for name in plan.removed]
    assert not set(left) & {after[t.file.relative] for t in changes["added"]}
    assert plan.is_empty == (before == after)
    assert len(moved) == len(set(moved))


def test_size_and_time_are_believed_once_the_file_had_settled(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("one")
    [task] = plan_for(tmp_path, {}).tasks
    settled = FileRecord("a.md", 3, task.record.mtime_ns, "believed", task.record.mtime_ns + 3_000_000_000)
    fresh = FileRecord("a.md", 3, task.record.mtime_ns, "doubted", task.record.mtime_ns + 1_000_000_000)
    assert plan_for(tmp_path, {"a.md": settled}).unchanged == ("a.md",)
    [task] = plan_for(tmp_path, {"a.md": fresh}).tasks
    assert task.change == "changed"
