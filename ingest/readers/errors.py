"""The shipped error reference as documents, so that a symptom without a code finds its entry by search."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from ingest.documents import ERRORS, Block, Document
from ingest.errors import UnreadableDocument

_CODE_NAMES = {
    "mabs": "ID",
    "hresult": "HRESULT",
    "win32": "Win32 error",
    "winsock": "Winsock error",
    "vss": "VSS error",
    "http": "HTTP status",
    "event": "Event ID",
    "name": "Error",
}


def read_error_file(path: Path) -> list[Document]:
    """The entries of a reference file, one document each, in its order.

    A document's path is "<file name>#<entry id>"; date, source and section are those of the entry's first
    source. UnreadableDocument when the file is no list of entries.
    """
    try:
        entries = yaml.load(path.read_text("utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        return [_document(path.name, entry) for entry in entries]
    except (yaml.YAMLError, KeyError, TypeError) as error:
        raise UnreadableDocument(
            f"{path.name} is no file of the error reference: {error}.",
            "Compare it with kb/errors/schema.json.",
        ) from error


def _document(name: str, entry: Mapping[str, Any]) -> Document:
    source = entry["sources"][0]
    return Document(
        collection=ERRORS,
        path=f"{name}#{entry['id']}",
        title=entry["title"],
        document=source["document"],
        date=str(source["date"]),
        source=source["path"],
        blocks=tuple(_blocks(entry)),
        sections=(source["section"],),
        kind="error",
    )


def _blocks(entry: Mapping[str, Any]) -> list[Block]:
    """What happens and why, which is what people describe; then what to do.

    Title, message and symptom count as ways to ask, so that each has a vector of its own: in one text with
    the causes a message that somebody pastes would be drowned.
    """
    told_in = (entry["title"], entry.get("message", ""), entry["symptom"])
    asks = tuple(dict.fromkeys([*filter(None, told_in), *entry.get("asks", ())]))
    causes = [cause["text"] for cause in entry["causes"]]
    told = [_codes(entry), entry.get("message", ""), entry["symptom"], *causes]
    blocks = [Block("prose", (), "\n".join(text for text in told if text), asks)]
    steps = [f"{number}. {step}" for number, step in enumerate(entry["resolution"], 1)]
    if steps:
        blocks.append(Block("list", (), "\n".join(steps)))
    checks = [f"- {check}" for check in entry.get("verify", ())]
    return [*blocks, Block("list", (), "\n".join(checks))] if checks else blocks


def _codes(entry: Mapping[str, Any]) -> str:
    return ", ".join(f"{_CODE_NAMES[code['namespace']]} {code['value']}" for code in entry["codes"])
