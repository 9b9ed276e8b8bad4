"""Documents through the API: for admins, checked by content, as jobs that can be followed and cancelled."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from assistant.api.uploads import check_upload
from assistant.store import Database, KeyStore, sqlite_url
from ingest.errors import InputError

PUMPS = b"# Pumps\n\nThe blue quokka pump is serviced every 17 days by the night shift.\n"


@pytest.fixture
def admin(start: Any, data: Path, tmp_path: Path) -> Iterator[httpx.Client]:
    database = Database(sqlite_url(data))
    _, token = KeyStore(database).create("admin", "admin")
    database.close()
    (tmp_path / "allowed" / "inner").mkdir(parents=True)
    (tmp_path / "allowed-not").mkdir()
    server = start(data, ingest_folders=str(tmp_path / "allowed"))
    client = server.with_key(token)
    yield client
    client.close()


def finished(client: httpx.Client, job: str) -> dict[str, Any]:
    """Follows a job's events to its end."""
    with client.stream("GET", f"/v1/ingest/{job}/events", timeout=300) as response:
        blocks = response.read().decode().strip().split("\n\n")
    name, data = blocks[-1].split("\n", 1)
    assert name == "event: end"
    ended: dict[str, Any] = json.loads(data.removeprefix("data: "))
    return ended


def test_an_upload_is_answered_from_when_its_job_is_done(admin: httpx.Client, data: Path) -> None:
    begun = admin.post("/v1/ingest", data={"collection": "notes"}, files={"files": ("pumps.md", PUMPS)})
    assert begun.status_code == 202, begun.text
    job = finished(admin, begun.json()["id"])
    assert job["state"] == "done", job
    assert job["result"]["added"] == 1
    question = {"question": "how often is the blue quokka pump serviced"}
    for _ in range(100):
        answer = admin.post("/v1/ask", json=question).json()
        if "17 days" in answer["text"]:
            break
    assert "17 days" in answer["text"]
    assert [entry["id"] for entry in admin.get("/v1/ingest").json()["jobs"]] == [job["id"]]
    assert (data / "uploads" / "notes" / "pumps.md").read_bytes() == PUMPS
    cancelled = admin.post(f"/v1/ingest/{job['id']}/cancel").json()
    assert cancelled["state"] == "done"


def test_a_folder_of_the_server_has_to_be_allowed(admin: httpx.Client, tmp_path: Path) -> None:
    (tmp_path / "allowed" / "inner" / "pumps.md").write_bytes(PUMPS)
    for folder in (
        str(tmp_path / "allowed-not"),
        str(tmp_path / "allowed" / ".." / "allowed-not"),
        str(tmp_path),
        "/etc",
        "allowed",
        "..",
        str(tmp_path / "allowed" / "missing"),
        str(tmp_path / "allowed") + "\x00",
    ):
        assert admin.post("/v1/ingest", data={"folder": folder}).status_code == 422, folder
    link = tmp_path / "allowed" / "link"
    link.symlink_to(tmp_path / "allowed-not")
    assert admin.post("/v1/ingest", data={"folder": str(link)}).status_code == 422
    begun = admin.post("/v1/ingest", data={"folder": str(tmp_path / "allowed" / "inner")})
    assert finished(admin, begun.json()["id"])["state"] == "done"


def test_a_job_is_cancelled_and_the_index_stays(admin: httpx.Client) -> None:
    before = admin.get("/v1/status").json()["index"]["generation"]
    text = "\n\n".join(f"## Section {n}\n\nParagraph {n} about the pump number {n * 7}." for n in range(4000))
    files = [("files", (f"many-{n}.md", f"# Part {n}\n\n{text}")) for n in range(8)]
    job = admin.post("/v1/ingest", files=files).json()["id"]
    admin.post(f"/v1/ingest/{job}/cancel")
    assert finished(admin, job)["state"] == "cancelled"
    assert admin.get("/v1/status").json()["index"]["generation"] == before


@pytest.mark.parametrize("collection", ["guide", "../x", "UPPER", "a" * 50])
def test_a_collection_needs_a_proper_name(admin: httpx.Client, collection: str) -> None:
    answer = admin.post("/v1/ingest", data={"collection": collection}, files={"files": ("a.md", PUMPS)})
    assert answer.status_code == 422


def zipped(*names: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return held.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("../../evil.md", PUMPS),
        ("..", PUMPS),
        (".hidden.md", PUMPS),
        ("a/b.md", PUMPS),
        ("a\\b.md", PUMPS),
        ("nul.md", PUMPS),
        ("COM1.txt", PUMPS),
        ("a.md\x00.pdf", PUMPS),
        ("a\n.md", PUMPS),
        ("x" * 200 + ".md", PUMPS),
        ("", PUMPS),
        ("program.exe", PUMPS),
        ("noending", PUMPS),
        ("empty.md", b""),
        ("fake.pdf", PUMPS),
        ("fake.docx", PUMPS),
        ("fake.docx", zipped("other.txt")),
        ("fake.md", b"%PDF-1.7 x"),
        ("fake.txt", zipped("word/document.xml")),
        ("fake.html", b"MZ\x90\x00\x03\x00"),
        ("large.md", b"x" * 2001),
        ("trailing.md ", PUMPS),
    ],
)
def test_an_upload_is_checked_by_name_and_content(name: str, content: bytes) -> None:
    with pytest.raises(InputError):
        check_upload(name, content, 2000)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("pumps.md", PUMPS),
        ("Über uns (2).txt", "Grüße".encode()),
        ("utf16.txt", "Grüße".encode("utf-16")),
        ("a.PDF", b"%PDF-1.7 x"),
        ("a.docx", zipped("word/document.xml")),
        ("console.log", b"x"),
    ],
)
def test_readable_documents_are_taken(name: str, content: bytes) -> None:
    check_upload(name, content, 2000)


def test_nothing_is_written_when_one_file_of_several_is_refused(admin: httpx.Client, data: Path) -> None:
    files = [("files", ("good.md", PUMPS)), ("files", ("bad.exe", PUMPS))]
    assert admin.post("/v1/ingest", files=files).status_code == 422
    assert not (data / "uploads").exists()
