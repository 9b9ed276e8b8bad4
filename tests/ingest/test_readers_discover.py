from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from ingest.readers import files as files_module
from ingest.readers.files import SUPPORTED_SUFFIXES, SourceFile, discover
from ingest.readers.reading import read_document

FAQ = "### YamlMime:FAQ\nsections: []\n"


def write(path: Path, text: str = "text") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def link(path: Path, target: Path) -> None:
    try:
        path.symlink_to(target, target_is_directory=target.is_dir())
    except OSError:  # Windows lets only some accounts make links
        pytest.skip("this account can't make symbolic links")


def names(*paths: Path) -> list[str]:
    return [file.relative for file in discover(paths)[0]]


def test_folders_are_walked_in_a_stable_order(tmp_path: Path) -> None:
    for name in ("b.md", "a.TXT", "sub/deep/c.html", "sub/d.Markdown"):
        write(tmp_path / name)
    assert names(tmp_path) == ["a.TXT", "b.md", "sub/d.Markdown", "sub/deep/c.html"]
    assert discover([tmp_path])[1] == []


def test_a_file_is_named_by_its_name(tmp_path: Path) -> None:
    path = write(tmp_path / "x" / "a.md")
    assert discover([path]) == ([SourceFile(path, "a.md")], [])


def test_hidden_files_and_folders_are_left_out(tmp_path: Path) -> None:
    for name in (".git/a.md", ".hidden.md", "~$report.docx", "seen.md"):
        write(tmp_path / name)
    assert names(tmp_path) == ["seen.md"]


def test_windows_hidden_mark_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Marked:
        st_file_attributes = 2

    monkeypatch.setattr(Path, "lstat", lambda self: Marked())
    assert files_module.is_hidden(tmp_path / "a.md")


def test_other_kinds_in_folders_are_not_reported(tmp_path: Path) -> None:
    for name in ("a.png", "b.PNG", "Makefile", "toc.yml", "a.md"):
        write(tmp_path / name)
    files, skipped = discover([tmp_path])
    assert [file.relative for file in files] == ["a.md"]
    assert skipped == []


def test_of_yaml_only_faqs_are_taken(tmp_path: Path) -> None:
    write(tmp_path / "faq.yml", FAQ)
    write(tmp_path / "marked.yaml", "\ufeff" + FAQ)
    write(tmp_path / "landing.yml", "### YamlMime:Landing\n")
    assert names(tmp_path) == ["faq.yml", "marked.yaml"]


def test_another_kind_named_as_an_argument_is_skipped_with_the_reason(tmp_path: Path) -> None:
    files, (skipped,) = discover([write(tmp_path / "a.png")])
    assert files == []
    assert "can't be read" in skipped.reason
    assert ".docx" in skipped.reason


def test_a_missing_path_is_skipped_with_the_reason(tmp_path: Path) -> None:
    (skipped,) = discover([tmp_path / "nowhere"])[1]
    assert skipped.path == tmp_path / "nowhere"
    assert "check the spelling" in skipped.reason


def test_a_file_named_twice_is_taken_once(tmp_path: Path) -> None:
    path = write(tmp_path / "a.md")
    assert names(tmp_path, path, tmp_path) == ["a.md"]


def test_same_names_below_two_folders_are_told_apart_in_any_order(tmp_path: Path) -> None:
    one, two = write(tmp_path / "one" / "a.md"), write(tmp_path / "two" / "a.md")
    write(tmp_path / "two" / "b.md")
    expected = sorted([one.as_posix(), two.as_posix(), "b.md"])
    assert names(one.parent, two.parent) == expected
    assert names(two.parent, one.parent) == expected


def test_a_link_to_a_folder_above_is_skipped_with_the_reason(tmp_path: Path) -> None:
    write(tmp_path / "sub" / "a.md")
    link(tmp_path / "sub" / "loop", tmp_path)
    link(tmp_path / "sub" / "self", tmp_path / "sub")
    files, skipped = discover([tmp_path])
    assert [file.relative for file in files] == ["sub/a.md"]
    assert [left.path.name for left in skipped] == ["loop", "self"]
    assert all("leads back" in left.reason for left in skipped)


def test_links_that_meet_in_one_folder_add_it_once(tmp_path: Path) -> None:
    write(tmp_path / "z" / "a.md")
    link(tmp_path / "first", tmp_path / "z")
    link(tmp_path / "second", tmp_path / "z")
    assert discover([tmp_path]) == ([SourceFile(tmp_path / "z" / "a.md", "z/a.md")], [])


def test_two_folders_linking_to_each_other_end(tmp_path: Path) -> None:
    write(tmp_path / "a" / "one.md")
    write(tmp_path / "b" / "two.md")
    link(tmp_path / "a" / "to_b", tmp_path / "b")
    link(tmp_path / "b" / "to_a", tmp_path / "a")
    assert names(tmp_path) == ["a/one.md", "b/two.md"]
    assert names(tmp_path / "a") == ["one.md", "to_b/two.md"]


def test_links_that_lead_nowhere_are_skipped_with_the_reason(tmp_path: Path) -> None:
    link(tmp_path / "gone.md", tmp_path / "missing.md")
    link(tmp_path / "self.md", tmp_path / "self.md")
    files, skipped = discover([tmp_path])
    assert files == []
    assert [left.path.name for left in skipped] == ["gone.md", "self.md"]
    assert all("leads nowhere" in left.reason for left in skipped)


def test_a_folder_that_can_not_be_opened_is_skipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "locked" / "a.md")
    write(tmp_path / "open" / "b.md")
    iterdir = Path.iterdir

    def refuse(self: Path) -> object:
        if self.name == "locked":
            raise PermissionError(13, "Permission denied")
        return iterdir(self)

    monkeypatch.setattr(Path, "iterdir", refuse)
    files, (skipped,) = discover([tmp_path])
    assert [file.relative for file in files] == ["open/b.md"]
    assert "Permission denied" in skipped.reason


@pytest.mark.skipif(sys.platform != "linux", reason="only there may a file name hold any bytes")
def test_a_file_name_that_is_no_text_still_makes_a_document(tmp_path: Path) -> None:
    raw = os.path.join(os.fsencode(tmp_path), b"caf\xe9.md")  # noqa: PTH118 - pathlib takes no bytes
    with open(raw, "wb") as file:  # noqa: PTH123
        file.write(b"text")
    (found,) = discover([tmp_path])[0]
    assert found.relative == "caf?.md"
    assert read_document(found, "c").id


@pytest.mark.parametrize("suffix", sorted(SUPPORTED_SUFFIXES - {".pdf", ".docx"}))
def test_every_suffix_of_text_has_a_reader(tmp_path: Path, suffix: str) -> None:
    text = "### YamlMime:FAQ\nsections:\n- questions:\n  - question: Why?\n    answer: So.\n"
    path = write(tmp_path / f"a{suffix}", text)
    assert read_document(SourceFile(path, path.name), "c").blocks
