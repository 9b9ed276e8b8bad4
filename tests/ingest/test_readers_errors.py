"""The shipped reference as documents: found by what people see, cited by its source."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

import kb
from ingest.errors import UnreadableDocument
from ingest.readers.errors import read_error_file

FILES = sorted(kb.errors_dir().glob("*.yaml"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_entry_is_a_document_with_all_that_it_says(file: Path) -> None:
    entries = yaml.safe_load(file.read_text("utf-8"))
    documents = read_error_file(file)

    assert len(documents) == len(entries)
    for entry, document in zip(entries, documents, strict=True):
        text = "\n".join(block.text for block in document.blocks)
        parts = [entry["symptom"], *entry["resolution"], *(cause["text"] for cause in entry["causes"])]
        assert [part for part in parts if part not in text] == []
        assert all(str(code["value"]) in text for code in entry["codes"])
        told = {entry["title"], entry["symptom"], *entry.get("asks", ()), entry.get("message", "")} - {""}
        assert set(document.blocks[0].asks) == told
        assert document.title == entry["title"]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_document_is_cited_by_its_source_and_keeps_its_own_path(file: Path) -> None:
    entries = yaml.safe_load(file.read_text("utf-8"))
    documents = read_error_file(file)

    for entry, document in zip(entries, documents, strict=True):
        source = entry["sources"][0]
        assert (document.document, document.source, document.date) == (
            source["document"],
            source["path"],
            str(source["date"]),
        )
        assert document.sections == (source["section"],)
    assert len({document.id for document in documents}) == len(documents)


@pytest.mark.parametrize("text", ["just words", "- id: x\n  title: y\n", "a: [1", "- 5\n"])
def test_a_file_that_is_no_reference_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "broken.yaml"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(UnreadableDocument, match=r"broken\.yaml"):
        read_error_file(path)
