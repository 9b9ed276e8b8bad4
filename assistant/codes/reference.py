"""The shipped error reference. Files are read as text and cut into entries; YAML is parsed entry by entry.

Parsing all of it takes seconds, cutting it milliseconds: a code is answered before a parse would be done.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, cast

import kb
from assistant.codes.entries import CodeId, ErrorEntry, Namespace, entry_of

_ENTRY = re.compile(r"^- id: *(['\"]?)(?P<id>[\w-]+)\1[ \t]*$", re.MULTILINE)
_CODES = re.compile(r"^  codes:(?P<list>.*?)^  (?! |-)", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"namespace: *['\"]?(?P<namespace>\w+)['\"]?\s*,?\s*value: *['\"]?(?P<value>\w+)")


class Reference:
    """Entries by code and by id. Thread-safe in the sense that two threads at worst parse the same entry."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._blocks: dict[str, str] = {}
        self._lowered: tuple[str, ...] = ()
        self._entries: dict[str, ErrorEntry] = {}
        self._by_code: defaultdict[CodeId, list[str]] = defaultdict(list)
        for text in texts:
            self._take(text)

    def __len__(self) -> int:
        """How many entries there are."""
        return len(self._blocks)

    def lookup(self, code: CodeId) -> tuple[ErrorEntry, ...]:
        """The entries of a code, in the order of the files; empty when there is none."""
        return tuple(self.entry(identifier) for identifier in self._by_code.get(_key(code), ()))

    def has(self, code: CodeId) -> bool:
        """Whether there is an entry. Parses nothing."""
        return _key(code) in self._by_code

    def mentions(self, word: str) -> bool:
        """Whether a word stands anywhere in the reference as it is written. Parses nothing."""
        return any(word in block for block in self._blocks.values())

    def occurrences(self, stem: str) -> int:
        """In how many entries a stem stands as it is written, in any case. Parses nothing."""
        if not self._lowered:
            self._lowered = tuple(block.lower() for block in self._blocks.values())
        part = stem.rstrip("i")  # "polici" of "policy"
        return sum(part in block for block in self._lowered)

    def entry(self, identifier: str) -> ErrorEntry:
        """The entry of an id ("mabs-100050"). KeyError when there is none."""
        if identifier not in self._entries:
            self._entries[identifier] = entry_of(_parse(self._blocks[identifier])[0])
        return self._entries[identifier]

    def all_entries(self) -> tuple[ErrorEntry, ...]:
        """Every entry, in the order of the files. Parses all of them."""
        return tuple(self.entry(identifier) for identifier in self._blocks)

    def codes(self) -> tuple[CodeId, ...]:
        """Every code that has an entry; names in lower case. Parses nothing."""
        return tuple(self._by_code)

    def related(self, entry: ErrorEntry) -> tuple[ErrorEntry, ...]:
        """The entries that `entry` names as related."""
        return tuple(self.entry(identifier) for identifier in entry.related if identifier in self._blocks)

    def nearest(self, code: CodeId, n: int = 3) -> tuple[CodeId, ...]:
        """Up to `n` codes of the same namespace, nearest by number; of names, those with the same start.

        They are different errors: near is all that they are.
        """
        if code.namespace == "name":
            start = code.value.lower()[:6]
            return tuple(c for c in self._by_code if c.namespace == "name" and c.value.startswith(start))[:n]
        number = int(code.value, 0)
        same = [other for other in self._by_code if other.namespace == code.namespace and other != code]
        return tuple(sorted(same, key=lambda other: (abs(int(other.value, 0) - number), other))[:n])

    def _take(self, text: str) -> None:
        starts = list(_ENTRY.finditer(text))
        ends = [match.start() for match in starts[1:]] + [len(text)]
        for match, end in zip(starts, ends, strict=True):
            if match["id"] in self._blocks:
                continue  # the first of two wins; that there are none is the business of the data's tests
            block = self._blocks[match["id"]] = text[match.start() : end]
            listed = _CODES.search(block)
            for code in _CODE.finditer(listed["list"] if listed else ""):
                found = CodeId(cast(Namespace, code["namespace"]), code["value"])
                self._by_code[_key(found)].append(match["id"])


@cache
def load_reference(folder: Path | None = None) -> Reference:
    """The reference in `folder` (default: the shipped one), read once a process."""
    files = sorted((folder or kb.errors_dir()).glob("*.yaml"))
    return Reference(file.read_text("utf-8") for file in files)


def _key(code: CodeId) -> CodeId:
    return CodeId("name", code.value.lower()) if code.namespace == "name" else code


def _parse(text: str) -> list[Mapping[str, Any]]:
    import yaml  # here, since a question without a code needs none of it

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return cast("list[Mapping[str, Any]]", yaml.load(text, loader))  # both loaders are safe ones
