"""A small knowledge base in place of the shipped one, so that a build takes a moment."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import kb
from ingest import export
from ingest.export import model_folder
from ingest.spec import Precision

TOPIC = """---
title: {title}
document: A small guide
date: 2020-02-02
source: somewhere/{name}.md
sections:
  - {title}
scope: tests
---
<!-- asks: {asks} -->
{text}
"""


@pytest.fixture
def small_kb(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with guide/, notes/ and errors/ (empty) that ingest takes for the shipped knowledge."""
    root = tmp_path / "kb"
    topics = {
        "memory": (
            "Memory",
            "how much RAM; minimum memory",
            "The server needs 16 GB of memory. More is better.",
        ),
        "ports": ("Ports", "which ports; firewall", "Open port 5718 for the agent."),
    }
    for folder in ("guide", "notes", "errors"):
        (root / folder).mkdir(parents=True)
    for name, (title, asks, text) in topics.items():
        content = TOPIC.format(name=name, title=title, asks=asks, text=text)
        (root / "guide" / f"{name}.md").write_text(content, encoding="utf-8")
    monkeypatch.setattr(kb, "guide_dir", lambda: root / "guide")
    monkeypatch.setattr(kb, "notes_dir", lambda: root / "notes")
    monkeypatch.setattr(kb, "errors_dir", lambda: root / "errors")
    whole_version = kb.version
    monkeypatch.setattr(kb, "version", lambda: whole_version(root))
    return root


@pytest.fixture
def copied_export(model_data_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the session exported, copied wherever an export is made: `test_export.py` makes real ones."""

    def copy(source: object, target: Path, model: str, precision: Precision) -> None:
        shutil.copytree(model_folder(model_data_dir, model, precision), target, dirs_exist_ok=True)

    monkeypatch.setattr(export, "_export", copy)
