from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from ingest.documents import DEFAULT_SIZE_LIMIT, Document
from ingest.errors import UnreadableDocument
from ingest.readers.files import SUPPORTED_SUFFIXES, SourceFile
from ingest.readers.loading import load_bytes
from ingest.readers.reading import read_document

ALL = sorted(SUPPORTED_SUFFIXES)
TEXTUAL = sorted(SUPPORTED_SUFFIXES - {".pdf", ".docx"})
PNG = bytes.fromhex("89504e470d0a1a0a0000000d4948445200000010000000100802000000") + bytes(range(256)) * 8


def read(folder: Path, name: str, data: bytes, size_limit: int = DEFAULT_SIZE_LIMIT) -> Document:
    path = folder / name
    path.write_bytes(data)
    return read_document(SourceFile(path, name), "c", size_limit)


def refusal(folder: Path, name: str, data: bytes, size_limit: int = DEFAULT_SIZE_LIMIT) -> UnreadableDocument:
    with pytest.raises(UnreadableDocument) as caught:
        read(folder, name, data, size_limit)
    assert caught.value.remedy
    return caught.value


@pytest.mark.parametrize("suffix", ALL)
def test_an_empty_file_is_refused(tmp_path: Path, suffix: str) -> None:
    assert "empty" in refusal(tmp_path, f"a{suffix}", b"").message


@pytest.mark.parametrize("suffix", TEXTUAL)
def test_white_space_alone_is_refused(tmp_path: Path, suffix: str) -> None:
    assert "white space" in refusal(tmp_path, f"a{suffix}", b" \n\t\r\n").message


@pytest.mark.parametrize("suffix", ALL)
def test_a_picture_with_another_suffix_is_refused(tmp_path: Path, suffix: str) -> None:
    message = refusal(tmp_path, f"a{suffix}", PNG).message
    assert "binary" in message or "not a PDF" in message or "no DOCX" in message


@pytest.mark.parametrize("suffix", ALL)
def test_random_bytes_are_refused(tmp_path: Path, suffix: str) -> None:
    refusal(tmp_path, f"a{suffix}", bytes((n * 7919 + n * n) % 256 for n in range(4000)))


def test_control_characters_are_taken_for_binary(tmp_path: Path) -> None:
    assert "binary" in refusal(tmp_path, "a.txt", b"abc\x01\x02\x03" * 50).message


def test_terminal_colours_in_a_log_are_no_binary(tmp_path: Path) -> None:
    assert read(tmp_path, "a.log", b"\x1b[31merror\x1b[0m here").blocks[0].text == "[31merror[0m here"


def test_a_large_file_is_refused_before_it_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.md"
    with path.open("wb") as file:
        file.truncate(200 * 1_000_000)
    monkeypatch.setattr(Path, "open", lambda *_, **__: pytest.fail("the file was opened"))
    with pytest.raises(UnreadableDocument, match="200 MB, more than the limit of 50 MB"):
        read_document(SourceFile(path, "a.md"), "c")


def test_the_size_limit_is_a_parameter(tmp_path: Path) -> None:
    assert read(tmp_path, "a.txt", b"x" * 100, size_limit=100).blocks
    assert "limit" in refusal(tmp_path, "a.txt", b"x" * 101, size_limit=100).message


def test_a_file_that_grows_after_its_size_was_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * 10)
    small = path.stat()
    path.write_bytes(b"x" * 1000)
    monkeypatch.setattr(Path, "stat", lambda self: small)
    with pytest.raises(UnreadableDocument, match="limit"):
        load_bytes(path, 100)


def test_a_file_that_vanished_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocument, match="vanished"):
        read_document(SourceFile(tmp_path / "a.md", "a.md"), "c")


def test_a_folder_is_no_document(tmp_path: Path) -> None:
    (tmp_path / "a.md").mkdir()
    with pytest.raises(UnreadableDocument, match="not an ordinary file"):
        read_document(SourceFile(tmp_path / "a.md", "a.md"), "c")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes in this file system")
def test_a_pipe_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.md")  # type: ignore[attr-defined,unused-ignore]
    with pytest.raises(UnreadableDocument, match="not an ordinary file"):
        read_document(SourceFile(tmp_path / "a.md", "a.md"), "c")


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (PermissionError(13, "denied"), "no permission"),
        (OSError(5, "Input/output error"), "Input/output error"),
    ],
)
def test_errors_of_the_file_system_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, words: str
) -> None:
    path = tmp_path / "a.md"
    path.write_text("text")

    def refuse(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(UnreadableDocument, match=words):
        read_document(SourceFile(path, "a.md"), "c")


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("text")
    path.chmod(0)
    with pytest.raises(UnreadableDocument, match="no permission"):
        read_document(SourceFile(path, "a.md"), "c")


def test_another_suffix_is_refused(tmp_path: Path) -> None:
    assert "'.png'" in refusal(tmp_path, "a.png", PNG).message


SENTENCE = "Die Größe der Sicherung beträgt “fünf” Terabyte – mehr als früher. "


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("suffix", [".md", ".txt", ".log", ".html"])
def test_unicode_with_its_mark_is_read(tmp_path: Path, encoding: str, suffix: str) -> None:
    document = read(tmp_path, f"a{suffix}", SENTENCE.encode(encoding))
    assert document.blocks[0].text == SENTENCE.strip()
    assert document.notices == ()


@pytest.mark.parametrize("mark", ["utf-16-le", "utf-16-be"])
def test_both_byte_orders_are_read(tmp_path: Path, mark: str) -> None:
    document = read(tmp_path, "a.txt", ("\ufeff" + SENTENCE).encode(mark))
    assert document.blocks[0].text == SENTENCE.strip()


@pytest.mark.parametrize("suffix", [".md", ".txt", ".html"])
def test_windows_1252_is_read_with_a_notice(tmp_path: Path, suffix: str) -> None:
    document = read(tmp_path, f"a{suffix}", (SENTENCE * 3).encode("cp1252"))
    assert "“fünf” Terabyte –" in document.blocks[0].text
    assert "save it as UTF-8" in document.notices[0]


def test_a_page_that_declares_its_encoding_is_read_in_it(tmp_path: Path) -> None:
    page = '<meta charset="cp1251"><p>Резервное копирование</p>'.encode("cp1251")
    assert read(tmp_path, "a.html", page).blocks[0].text == "Резервное копирование"


def test_a_page_that_declares_an_unknown_encoding_is_refused(tmp_path: Path) -> None:
    assert "UTF-8" in refusal(tmp_path, "a.html", b'<meta charset="klingon"><p>\xe9</p>').message


@pytest.mark.parametrize("data", [b"\xff\xfea", b"\x81\x8d\x8f\x90\x9d" * 40])
def test_undecodable_text_is_refused(tmp_path: Path, data: bytes) -> None:
    assert "UTF-8" in refusal(tmp_path, "a.md", data).message


@pytest.mark.parametrize(
    "data", [b"<!-- nothing -->", b"---\ntitle: x\n---\n", b"![](a.png)", b"# Only a title"]
)
def test_markdown_without_text_is_refused(tmp_path: Path, data: bytes) -> None:
    assert "no text" in refusal(tmp_path, "a.md", data).message


@pytest.mark.parametrize(
    "text",
    [
        ">" * 5000 + " deep",
        "\n".join("  " * level + f"- item {level}" for level in range(400)),
        "[" * 5000 + "text" + "](x)" * 5000,
        "*" * 20000 + "text",
        "`" * 20001 + "text",
        "<" * 20000 + "text",
        "&" * 20000 + "text",
        "|a" * 5000 + "\n" + "|-" * 5000 + "\n" + "|b" * 5000,
        "<!--" * 5000 + "text",
        "<div>" * 3000 + "text",
        "(" * 20000 + "text",
        "- " * 3000 + "text",
    ],
    ids=range(12),
)
def test_markdown_nested_beyond_measure_ends_without_a_crash(tmp_path: Path, text: str) -> None:
    document = read(tmp_path, "a.md", f"Before.\n\n{text}\n\nAfter.\n".encode())
    assert document.blocks[0].text == "Before."


def test_what_is_cut_for_its_depth_is_told(tmp_path: Path) -> None:
    document = read(tmp_path, "a.md", b"Before.\n\n" + b">" * 500 + b" deep\n\nAfter.\n")
    assert [block.text for block in document.blocks] == ["Before.", "After."]
    assert "deep were left out" in document.notices[0]


@pytest.mark.parametrize("tag", ["div", "b", "ul><li", "table><tr><td", "blockquote", "span", "a href=x"])
def test_html_nested_beyond_measure_keeps_its_text(tmp_path: Path, tag: str) -> None:
    page = f"<p>Before.</p>{f'<{tag}>' * 3000}deep text"
    texts = " ".join(block.text for block in read(tmp_path, "a.html", page.encode()).blocks)
    assert "Before." in texts
    assert "deep text" in texts


def test_a_parser_that_runs_out_of_depth_is_an_unreadable_document(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def overflow(_: bytes) -> None:
        raise RecursionError

    monkeypatch.setattr("ingest.readers.markdown.read_markdown", overflow)
    assert "nested too deeply" in refusal(tmp_path, "a.md", b"text").message
