"""Microsoft Learn's FAQ YAML: each question is a heading and a way to ask for its answer."""

from __future__ import annotations

from dataclasses import replace

import yaml

from ingest.documents import Block
from ingest.errors import UnreadableDocument
from ingest.readers.frontmatter import read_metadata
from ingest.readers.loading import decode
from ingest.readers.markdown import markdown_blocks
from ingest.readers.parsed import Parsed


def read_faq(data: bytes) -> Parsed:
    """An FAQ file. Raises UnreadableDocument for other YAML, broken YAML, or no answered question."""
    text, notices = decode(data)
    values = _load(text)
    metadata = values.get("metadata")
    meta = read_metadata(metadata if isinstance(metadata, dict) else {}, list(notices))
    blocks, found = markdown_blocks(_text(values.get("summary")), ())
    notes = [*meta.notices, *found]
    for section in _items(values.get("sections")):
        for entry in _items(section.get("questions")):
            answered, found = _answer(
                _line(section.get("name")), _line(entry.get("question")), _text(entry.get("answer"))
            )
            blocks.extend(answered)
            notes.extend(found)
    if not any(block.asks for block in blocks):
        raise UnreadableDocument(
            "This YAML file holds no questions with answers.",
            "Only YAML of the kind '### YamlMime:FAQ' can be read.",
        )
    return Parsed(
        tuple(blocks), title=_line(values.get("title")) or meta.title, date=meta.date, notices=tuple(notes)
    )


def _answer(section: str, question: str, answer: str) -> tuple[list[Block], list[str]]:
    blocks, notices = markdown_blocks(answer, tuple(filter(None, (section, question))))
    if blocks and question:
        blocks[0] = replace(blocks[0], asks=(question, *blocks[0].asks))
    return blocks, notices


def _load(text: str) -> dict[str, object]:
    try:
        values = yaml.safe_load(text)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        # ValueError: PyYAML lets Python's own error through for an impossible date.
        mark = getattr(error, "problem_mark", None)
        place = f" at line {mark.line + 1}" if mark is not None else ""
        raise UnreadableDocument(
            f"The file is not valid YAML{place}.", "Mend the line and run again."
        ) from error
    return values if isinstance(values, dict) else {}


def _items(value: object) -> list[dict[str, object]]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _line(value: object) -> str:
    return " ".join(_text(value).split())
