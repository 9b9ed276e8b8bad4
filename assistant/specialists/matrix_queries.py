"""Questions that count, search or sort the protection matrix instead of asking for one row of it."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answer import Finding
from assistant.decisions import protection, protection_query
from assistant.decisions.protection_rules import Family, Product
from assistant.specialists.protection import NAME, to_decision
from assistant.specialists.tables import finding_of
from assistant.understanding.reading import Reading

_COUNT = re.compile(
    r"\b(?:how many|number of|count(?: of)?|amount of)\b[^.?!]{0,40}\b(?:rows?|lines?|entries|releases"
    r"|versions|"
    r"generations|oses|operating systems|products)\b",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"\b(?:connectivity|subscription|operations?|points?|disks?|states?|vm size|excel|log)\b", re.IGNORECASE
)
_FAMILY_WORDS = {
    Family.WINDOWS: re.compile(r"\bwindows|\bserver os|\bos\b|\boses\b|\boperating systems?", re.IGNORECASE),
    Family.SQL: re.compile(r"\bsql\b", re.IGNORECASE),
    Family.SHAREPOINT: re.compile(r"\bshare\s?point|\bsps\b", re.IGNORECASE),
}
_PACK = re.compile(
    r"\b(?:which|what|only|any|one)\b[^.?!]{0,40}\b(?:rows?|lines?|products?|versions?|entry|entries)\b[^.?!]{0,40}"
    r"\b(?:service packs?|sp)\b",
    re.IGNORECASE,
)
_EDITION = re.compile(
    r"\beditions?\b[^.?!]{0,50}\b(?:spelled|named?|names|mention\w*|matter\w*|listed|differ\w*|written|stated?)\b"
    r"|\b(?:which|what|any|name|mention|does the)\b[^.?!]{0,30}\beditions?\b",
    re.IGNORECASE,
)
_MATRIX = re.compile(
    r"\b(?:matrix|table|rows?|listed|protect\w*|cover\w*|list|lines?|supported|back\w*[\s-]?up)\b",
    re.IGNORECASE,
)
_MANY = 3


def consult(reading: Reading) -> list[Finding]:
    """What the matrix says to a question about several of its rows; empty when one row is asked about."""
    products = [product for product in map(to_decision, reading.products) if product.family]
    if _COUNT.search(reading.plain) and not _ELSEWHERE.search(reading.plain):
        return [finding_of(protection_query.count(_family(reading)), NAME)]
    if not _MATRIX.search(reading.plain) and not reading.followup:
        return []
    if _EDITION.search(reading.plain) and len(products) < 2:
        return [_editions(reading, products[0] if products else None)]
    if _PACK.search(reading.plain) and not any(product.version for product in products):
        return [finding_of(protection_query.with_service_pack(), NAME)]
    versioned = [product for product in products if product.version]
    return [_sorted_out(versioned)] if len(versioned) >= _MANY else []


def _family(reading: Reading) -> Family | None:
    """The family that is counted; all of them when none is named, or several."""
    named = [family for family, words in _FAMILY_WORDS.items() if words.search(reading.plain)]
    return named[0] if len(named) == 1 else None


def _editions(reading: Reading, product: Product | None) -> Finding:
    family = product.family if product else _family(reading)
    edition, version = (product.edition, product.version) if product else ("", "")
    return finding_of(protection_query.editions(family, edition, version), NAME)


def _sorted_out(products: list[Product]) -> Finding:
    """One answer for all of them, with the verdict of each."""
    together = finding_of(protection_query.sorted_out(products), NAME)
    verdicts = [finding_of(protection.decide(product), NAME).verdicts for product in products]
    return replace(together, verdicts=tuple(one for told in verdicts for one in told))
