from __future__ import annotations

from ingest.documents import Block
from ingest.readers.plaintext import read_log, read_text


def texts(text: str) -> list[str]:
    return [block.text for block in read_text(text.encode()).blocks]


def test_empty_lines_separate_paragraphs() -> None:
    assert texts("One.\n\n \nTwo.\n\f\nThree.") == ["One.", "Two.", "Three."]


def test_wrapped_lines_are_joined_and_others_are_not() -> None:
    assert texts("A sentence that\nis wrapped.\nName: x\nName: y") == [
        "A sentence that is wrapped.\nName: x\nName: y"
    ]


def test_a_paragraph_of_items_is_a_list() -> None:
    assert read_text(b"- one\n  goes on\n- two\n\n1. a\n2) b").blocks == (
        Block("list", (), "- one goes on\n- two"),
        Block("list", (), "1. a\n2) b"),
    )


def test_line_ends_of_every_system_count() -> None:
    assert texts("One.\r\n\r\nTwo.\r\rThree.") == ["One.", "Two.", "Three."]


def test_a_log_stays_line_for_line() -> None:
    log = "10:01 start\n  at frame\nlower case line\n\n10:02 FAIL 0x186D2"
    assert [block.text for block in read_log(log.encode()).blocks] == [
        "10:01 start\n  at frame\nlower case line",
        "10:02 FAIL 0x186D2",
    ]
