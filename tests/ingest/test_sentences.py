from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.sentences import split_prose, split_sentences


def test_prose_is_split_at_sentence_ends() -> None:
    text = "The backup stops. Is the server online? Check it! Then retry."
    assert split_sentences(text) == ["The backup stops.", "Is the server online?", "Check it!", "Then retry."]


@pytest.mark.parametrize(
    "sentence",
    [
        "Use a supported browser, e.g. Microsoft Edge, for the download.",
        "A disk, i.e. Storage, must be attached.",
        "Install .NET Framework 3.5 SP1 first.",
        "Version 13.0.580.0 or later is needed.",
        "Look into DpmSetup.log and DPMLogs for the reason.",
        "Compare full vs. Incremental backups.",
        "See step No. 5 of the list.",
        "The U.S. Government cloud is different.",
        "Open the page approx. 10 minutes later.",
        "Select **Add... Then Next** on the page.",
        "Run `Get-Disk. Then | Format` in one go.",
        "Read [the guide. Part 2](https://example.org/a) before.",
        "The server restarts (this takes time. Be patient) and continues.",
        "Use 10.0.0.1 to 10.0.0.9 as addresses.",
    ],
)
def test_a_dot_that_ends_no_sentence_does_not_split(sentence: str) -> None:
    assert split_sentences(f"{sentence} Next one.") == [sentence, "Next one."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It needs 3.5. Then restart.", ["It needs 3.5.", "Then restart."]),
        ("The answer is no. Backups stop.", ["The answer is no.", "Backups stop."]),
        ("**No.** Backups stop.", ["**No.**", "Backups stop."]),
        ("Run `setup.exe`. `Get-Disk` lists disks.", ["Run `setup.exe`.", "`Get-Disk` lists disks."]),
        ("It is *required.* **Restart** now.", ["It is *required.*", "**Restart** now."]),
        ("(It is off.) Turn it on.", ["(It is off.)", "Turn it on."]),
        ("Sizes, names, etc. All are shown.", ["Sizes, names, etc.", "All are shown."]),
        ('He said "Stop." 15 days passed.', ['He said "Stop."', "15 days passed."]),
        ("Check it. écrit ici. Über alles.", ["Check it. écrit ici.", "Über alles."]),
        ("Ask me. I know.", ["Ask me.", "I know."]),
        ("It was I. Then it ended.", ["It was I.", "Then it ended."]),
    ],
)
def test_a_dot_that_ends_a_sentence_splits(text: str, expected: list[str]) -> None:
    assert split_sentences(text) == expected


def test_list_items_are_units_that_keep_their_marker_and_continuation() -> None:
    text = "Do this:\n1. Open it. Wait.\n   It takes long.\n2. Close it.\n   - Nested one.\n\n- Bullet"
    assert split_sentences(text) == [
        "Do this:",
        "1. Open it. Wait. It takes long.",
        "2. Close it.",
        "- Nested one.",
        "- Bullet",
    ]


def test_code_blocks_and_table_lines_are_units() -> None:
    text = "Run:\n```console\ndir C:\\. Then\n\nexit.\n```\nDone. Good.\n| a. B | c |\n"
    assert split_sentences(text) == [
        "Run:",
        "```console\ndir C:\\. Then\n\nexit.\n```",
        "Done.",
        "Good.",
        "| a. B | c |",
    ]


def test_nothing_comes_of_nothing() -> None:
    assert split_sentences(" \n\n ") == []


PROSE = st.text(st.sampled_from("aB1. !?*`()[]\n-:|é \t"), max_size=200)


@given(PROSE)
def test_no_word_is_lost_or_moved(text: str) -> None:
    joined = " ".join(split_sentences(text))
    assert re.sub(r"\s", "", joined) == re.sub(r"\s", "", text)


@given(PROSE)
def test_units_are_never_empty(text: str) -> None:
    assert all(unit.strip() for unit in split_sentences(text))


@given(st.lists(st.sampled_from(["**Fett. Und**", "`a. B`", "Wort.", "Ende"]), max_size=20))
def test_code_and_bold_marks_stay_balanced(words: list[str]) -> None:
    for sentence in split_prose(" ".join(words)):
        assert sentence.count("**") % 2 == 0
        assert sentence.count("`") % 2 == 0
