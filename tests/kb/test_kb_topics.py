"""The form of the shipped topics and notes: front matter, headings, search phrases, quotable paragraphs."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from rows import every

import kb

GUIDE = "Install Azure Backup Server on Azure Stack"
GUIDE_DATE = datetime.date(2019, 1, 31)
GUIDE_SOURCE = "MicrosoftDocs/azure-docs:articles/backup/backup-mabs-install-azure-stack.md"
_PREREQUISITES = "Prerequisites for the Azure Backup Server environment"
HEADINGS = (
    GUIDE,
    "Azure Backup Server protection matrix",
    _PREREQUISITES,
    f"{_PREREQUISITES} > Determining size of virtual machine",
    f"{_PREREQUISITES} > Virtual Networks on Azure Stack virtual machines",
    f"{_PREREQUISITES} > Azure Backup Server VM performance",
    f"{_PREREQUISITES} > Configuring Azure Backup temporary disk storage",
    f"{_PREREQUISITES} > Storing backup data on local disk and in Azure",
    f"{_PREREQUISITES} > Scaling deployment",
    f"{_PREREQUISITES} > .NET Framework",
    f"{_PREREQUISITES} > Joining a domain",
    "Using an IaaS VM in Azure Stack",
    "Using an IaaS VM in Azure Stack > Set Storage Replication",
    "Download Azure Backup Server installer",
    "Extract Azure Backup Server install files",
    "Install the software package",
    "Add backup storage",
    "Network connectivity",
    "Network connectivity > Recovering from loss of connectivity",
    "Network connectivity > Handling subscription states",
    "Troubleshooting",
    "Next steps",
)
POINTING = {"It", "Its", "This", "That", "These", "Those", "They", "Their", "He", "Such", "There"}
ASKS = re.compile(r"<!-- asks: ([^<>\n]+) -->")
TOPICS = sorted(kb.guide_dir().glob("*.md"))
NOTES = sorted(kb.notes_dir().glob("*.md"))
each_topic = every("path", TOPICS)
each_note = pytest.mark.parametrize("path", NOTES, ids=lambda path: path.stem)
each_file = every("path", [*TOPICS, *NOTES])


@dataclass(frozen=True)
class Block:
    """What stands between two blank lines: an optional `asks` comment and the text after it."""

    asks: tuple[str, ...]
    text: str


def front_matter(path: Path) -> dict[str, object]:
    head = path.read_text("utf-8").split("---\n", 2)[1]
    loaded = yaml.safe_load(head)
    assert isinstance(loaded, dict)
    return loaded


def sections(path: Path) -> list[str]:
    listed = front_matter(path)["sections"]
    assert isinstance(listed, list)
    return [str(section) for section in listed]


def blocks(path: Path) -> Iterator[Block]:
    for raw in path.read_text("utf-8").split("---\n", 2)[2].strip().split("\n\n"):
        match = ASKS.match(raw)
        asks = tuple(phrase.strip() for phrase in match[1].split(";")) if match else ()
        yield Block(asks, raw[match.end() :].strip() if match else raw.strip())


@each_file
def test_file_starts_with_front_matter_and_has_a_plain_name(path: Path) -> None:
    assert path.read_text("utf-8").startswith("---\n")
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", path.stem)


@each_topic
def test_topic_says_what_it_restates(path: Path) -> None:
    meta = front_matter(path)
    assert set(meta) == {"title", "document", "date", "source", "sections", "scope"}
    assert (meta["document"], meta["date"], meta["source"]) == (GUIDE, GUIDE_DATE, GUIDE_SOURCE)
    assert meta["scope"] == "Azure Backup Server on Azure Stack"
    assert 5 < len(str(meta["title"])) <= 70


@each_topic
def test_topic_restates_known_sections(path: Path) -> None:
    named = sections(path)
    assert named
    assert len(named) == len(set(named))
    assert set(named) <= set(HEADINGS)


def test_nearly_every_topic_restates_one_section() -> None:
    several = {path.stem for path in TOPICS if len(sections(path)) > 1}
    assert several == {"installation-overview", "deprovisioned-and-five-days"}


@pytest.mark.parametrize("heading", HEADINGS)
def test_every_heading_of_the_guide_is_restated(heading: str) -> None:
    assert any(sections(path) == [heading] for path in TOPICS)


@each_note
def test_note_is_dated_and_names_its_document(path: Path) -> None:
    meta = front_matter(path)
    assert set(meta) == {"title", "document", "date", "source", "sections", "scope", "kind"}
    assert meta["kind"] == "note"
    assert meta["document"] != GUIDE
    assert isinstance(meta["date"], datetime.date)
    assert re.fullmatch(r"MicrosoftDocs/[\w-]+:[\w./-]+\.(md|yml)", str(meta["source"]))
    assert sections(path)


@each_note
def test_note_sets_itself_against_the_guide_and_stays_short(path: Path) -> None:
    text = " ".join(block.text for block in blocks(path))
    assert "guide" in text
    assert len(text.split()) <= 90


def test_titles_are_unique() -> None:
    titles = [front_matter(path)["title"] for path in [*TOPICS, *NOTES]]
    assert len(titles) == len(set(titles))


@each_file
def test_comments_are_well_formed_search_phrases(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text.count("<!--") == text.count("-->") == len(ASKS.findall(text)) > 0
    for block in blocks(path):
        assert "<!--" not in block.text, "a comment stands before its block, after a blank line"
        assert len(block.asks) == len({phrase.lower() for phrase in block.asks})
        assert all(0 < len(phrase) <= 90 for phrase in block.asks)


@each_file
def test_blocks_hold_text_and_every_paragraph_has_phrases(path: Path) -> None:
    found = list(blocks(path))
    assert found
    for before, block in zip([None, *found], found, strict=False):
        led_in = before is not None and before.text.endswith(":")
        assert block.text
        assert len(block.asks) >= 2 or led_in, "only a list or table after its lead-in goes without phrases"


@each_file
def test_paragraph_can_be_quoted_alone(path: Path) -> None:
    for block in blocks(path):
        if block.text[0] in "|-1":
            continue
        first = block.text.split()[0].strip("*")
        assert first not in POINTING
        assert not POINTING & set(re.findall(r"\. (\w+)", block.text)), "each sentence names its subject"
        assert "\n" not in block.text
        assert len(block.text.split()) <= 90
