"""Machines whose names tell what runs on them, the version beside or within: "SQL07 - 2014", "DC-2K16"."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.understanding.product.gazetteer import RELEASES
from assistant.understanding.product.telling_names import telling_names
from assistant.understanding.product.version_words import EDITION, R2, SP
from assistant.understanding.word_rules import lazy_rules

_NUMBERED = r"(?:[-_]?[a-z]{2,8})?[-_]?\d{1,3}[a-z]?"
# family -> the names of its machines; SP1 to SP4 are service packs where they don't begin an item.
_NAMES = {
    "sql-server": rf"(?:ms)?sql(?:{_NUMBERED}|[-_]?[a-z]{{2,8}})",
    "sharepoint": rf"(?:(?:sps|sharepoint){_NUMBERED}|sp(?:[-_]?[a-z]{{2,8}})?[-_]?\d{{2,3}}[a-z]?"
    r"|sp[-_]?[a-z]{2,8}\d|sp[-_](?:farm|prod|prd|test|web|app|wfe)|(?:(?<=^)|(?<=[,;:(]\s)|(?<=\band\s))sp-?\d)",
    "exchange": rf"(?:exchange|exch|ex|mbx){_NUMBERED}",
    "windows-server": rf"(?:fs|file|dc|ad|print|web|app|srv|ts|rds){_NUMBERED}",
}
_YEAR = r"(?:200[03578]|201\d|202[0-5])"
_BESIDE = lazy_rules(
    {
        family: rf"(?<![\w./\\@-])(?:{names})\s*(?:[-\u2013:=(]|is|runs|has|with)?\s*(?<![a-z0-9])"
        rf"(?P<year>{_YEAR}){R2}(?![\w/-]|:\d|\.\d"
        # an amount, or a year that is told of something else
        rf"|\s*(?:gb|tb|mb|points?|days?|recovery|backups?|errors?|events?|os|operating)\b){SP}(?!\s20){EDITION}"
        for family, names in _NAMES.items()
    }
)
_ITEM_ENDS = re.compile(r"[,;?!\n]|\.\s|\band\b")


@lru_cache(maxsize=64)  # products, sizes, names and codes of a question are each held against them
def named_machines(text: str) -> tuple[tuple[str, re.Match[str]], ...]:
    """The family and the words of each machine in `text` that has a version in its name or bare beside it."""
    beside = (
        (family if _is_its_own(family, match) else "windows-server", match)
        for family, pattern in _BESIDE().possible(text)
        for match in pattern.finditer(text)
    )
    return (*beside, *telling_names(text))


def is_told_with_version(text: str, start: int) -> bool:
    """Whether the name of a machine that begins at `start` has a version in or beside it."""
    return any(match.start() == start for _, match in named_machines(text))


def is_version(text: str, start: int) -> bool:
    """Whether the number that begins at `start` is the version beside or in a machine's name."""
    return any(match.start("year") == start for _, match in named_machines(text))


def _is_its_own(family: str, match: re.Match[str]) -> bool:
    """Whether a version beside the name is that of the product rather than that of Windows Server below it,
    which only the latter has, or which stands before a version of the product itself."""
    version = match["year"] + (" R2" if match["r2"] else "")
    if version not in RELEASES[family] and version in RELEASES["windows-server"]:
        return False
    item = _ITEM_ENDS.split(match.string[match.end() :], maxsplit=1)[0].lower()
    return not re.search(rf"\b{family[:3]}\w*(?:\s+\w+)?\s+20\d\d\b", item)
