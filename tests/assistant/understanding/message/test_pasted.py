"""What is pasted with a question: chats without their speakers, tables as what they tell."""

from __future__ import annotations

import pytest

from assistant.understanding.message.pasted import as_prose


def test_a_chat_is_told_without_who_says_it_and_when() -> None:
    chat = "[07:30] ola: vault is full\n[07:31] per: since when?\n<ola> friday\nper> ask then"

    assert as_prose(chat) == "vault is full\nsince when?\nfriday\nask then"


@pytest.mark.parametrize(
    "log",
    ["[10:00:01] check: memory passed\n[10:00:02] check: .NET FAILED", "10:15 setup: started", "A3: eight?"],
)
def test_lines_in_which_nobody_asks_stay(log: str) -> None:
    assert as_prose(log) == log


@pytest.mark.parametrize(
    ("table", "prose"),
    [
        (
            "Drive;Size;Free\nC:;90GB;2 GB\nG:;50GB;30 GB\nenough on G?",
            "G: 50GB size, 30GB free.\nenough on G?",
        ),
        (
            "name, vm_size, disks_attached\nSRV1, A2, three\nok?",
            "SRV1: A2 vm size, three disks attached.\nok?",
        ),
        (
            "Group;points a day;keep (days);age weeks\nX;3;90;2\nfits?",
            "X: 3 points a day, 90 days keep, 2 weeks age.\nfits?",
        ),
        ("Vol Size Free(GB)\nC: 80GB 3.5\nis it ok", "C: 80GB size, 3.5 GB free.\nis it ok"),
        (
            "| drive | total | free |\n|---|---|---|\n| C: | 80 GB | 9 GB |\nfine?",
            "C: 80GB total, 9GB free.\nfine?",
        ),
        (
            "Drive  Size  Free\nC:  9GB  1GB\nD:  8GB  6GB\nwhich one, C?",
            "C: 9GB size, 1GB free. D: 8GB size, 6GB free.\nwhich one, C?",
        ),
    ],
)
def test_the_rows_that_are_asked_about_are_told(table: str, prose: str) -> None:
    assert as_prose(table) == prose


@pytest.mark.parametrize(
    "text", ["Hello, all, please\nA3, 8 disks, ok?", "one line; no table; at all", "what is this\nA3 8 disks"]
)
def test_what_is_no_table_stays(text: str) -> None:
    assert as_prose(text) == text
