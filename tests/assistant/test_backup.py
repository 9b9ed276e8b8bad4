"""A backup is complete and consistent, also of a store that is being written; and it can be used as it is."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import threading
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.backup import back_up
from assistant.settings import Settings
from assistant.store import ConversationStore, sqlite_url
from ingest.errors import InputError
from ingest.index.generations import Generations
from ingest.index.reader import IndexReader
from ingest.pipeline import Request, ingest


def settings_for(folder: Path, **more: str) -> Settings:
    return Settings(data_dir=folder, **more)  # type: ignore[arg-type]  # the rest is text


def test_a_backup_answers_like_its_original(shipped_data_dir: Path, tmp_path: Path) -> None:
    data_dir = tmp_path / "data"
    shutil.copytree(shipped_data_dir, data_dir, ignore=shutil.ignore_patterns("*.lock"))
    document = tmp_path / "notes" / "pumps.md"
    document.parent.mkdir()
    document.write_text("# Pumps\n\nThe blue quokka pump is serviced every 17 days.\n")
    ingest(data_dir, Request(name="notes", paths=(document.parent,)))
    (data_dir / "uploads" / "x").mkdir(parents=True)
    (data_dir / "uploads" / "x" / "a.md").write_text("x")
    store = ConversationStore(sqlite_url(data_dir))
    identifier, _ = store.begin("kept?", {"text": "yes"}, {})
    with IndexReader.open(data_dir):
        done = back_up(settings_for(data_dir), tmp_path / "copy")
    store.close()
    assert set(done.parts) >= {"conversations", "index", "models", "uploads"}
    assert done.bytes > 1_000_000
    shutil.rmtree(data_dir)
    copy = ConversationStore(sqlite_url(tmp_path / "copy"))
    assert [message.question for message in copy.messages(identifier)] == ["kept?"]
    copy.close()
    with IndexReader.open(tmp_path / "copy") as reader:
        assert reader.check() == []
    with Assistant(settings_for(tmp_path / "copy")) as assistant:
        assert "17 days" in assistant.ask("how often is the blue quokka pump serviced").text
    assert not list((tmp_path / "copy").rglob("*.lock"))
    assert len([p for p in Generations(tmp_path / "copy").root.iterdir() if p.is_dir()]) == 1
    if os.name == "posix":
        assert (tmp_path / "copy").stat().st_mode & 0o077 == 0


def test_a_store_that_is_being_written_is_copied_whole(tmp_path: Path) -> None:
    data = tmp_path / "data"
    store = ConversationStore(sqlite_url(data))
    over = threading.Event()
    kept: list[str] = []

    def write() -> None:
        while not over.is_set():
            kept.append(store.begin("question", {"text": "answer " * 500}, {})[1])

    writer = threading.Thread(target=write)
    writer.start()
    while len(kept) < 20:
        pass
    before = list(kept)
    back_up(settings_for(data), tmp_path / "copy")
    over.set()
    writer.join()
    store.close()
    with sqlite3.connect(tmp_path / "copy" / "conversations.sqlite") as copy:
        found = {row[0] for row in copy.execute("SELECT id FROM messages")}
        assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    copy.close()
    assert set(before) <= found


def test_a_destination_has_to_be_new_and_elsewhere(tmp_path: Path) -> None:
    data = tmp_path / "data"
    ConversationStore(sqlite_url(data)).close()
    (tmp_path / "used").mkdir()
    (tmp_path / "used" / "file").touch()
    for bad in (tmp_path / "used", tmp_path / "used" / "file", data, data / "inner"):
        with pytest.raises(InputError):
            back_up(settings_for(data), bad)
    with pytest.raises(InputError):
        back_up(settings_for(tmp_path / "nothing"), tmp_path / "copy")
    assert back_up(settings_for(data), tmp_path / "new").parts == ("conversations",)


def test_conversations_in_postgresql_are_told_to_be_left_out(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    url = "postgresql+psycopg://somebody@127.0.0.1:1/nothing"
    assert "pg_dump" in back_up(settings_for(data, store_url=url), tmp_path / "copy").left_out


def test_the_command_says_what_it_copied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from assistant.cli.backup import run_backup

    monkeypatch.setenv("MABS_DATA_DIR", str(tmp_path / "data"))
    ConversationStore(sqlite_url(tmp_path / "data")).close()
    run_backup(tmp_path / "one")
    assert str(tmp_path / "one") in capsys.readouterr().out
    run_backup(tmp_path / "two", as_json=True)
    assert json.loads(capsys.readouterr().out)["parts"] == ["conversations"]
