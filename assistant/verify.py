"""Holds every statement against its evidence: no figure, version, code, name or product without a source.

A statement that fails is left out of the answer, and counted in the trace.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from assistant.answer import Statement
from assistant.understanding.product.products import families_in

_FACT = re.compile(
    r"0x[0-9a-f]+"  # hexadecimal codes
    r"|\b\d+(?:[.,]\d+)*(?:/\d+)?(?:\s?%)?"  # numbers, versions, ranges
    r"|\b[A-Z][a-z]+-[A-Z][A-Za-z]+\b"  # cmdlets
    r"|\b[\w*]+(?:\.[\w-]+)+\.(?:com|net)\b"  # host names
    r"|\b[\w-]+\.(?:exe|log|bin|dll|kek)\b",  # file names
    re.IGNORECASE,
)
_REFERENCE = re.compile(r"\[\d+\]|\*\*|`")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_ORDINAL = re.compile(r"(?m)^\s*\d+\.\s")


@lru_cache(maxsize=2048)
def facts_in(text: str) -> frozenset[str]:
    """The figures, versions, codes, products, host and file names in a document, in one spelling each.

    What is asked may be a whole log, and is nobody's to keep in a cache.
    """
    return _facts(text)


def _facts(text: str) -> frozenset[str]:
    bare = _ORDINAL.sub("", _REFERENCE.sub("", text))
    return frozenset([_spelled(match[0]) for match in _FACT.finditer(bare)]) | families_in(bare)


def unsupported(statement: Statement, also: Iterable[str] = ()) -> frozenset[str]:
    """The facts of a statement that neither its evidence nor `also` (the question, a working) contains."""
    if any(f" {statement.text} " in f" {piece.excerpt} " for piece in statement.evidence):
        return frozenset()  # it is its own evidence, word by word
    if not statement.evidence:
        return frozenset()
    known = facts_in(" ".join(piece.excerpt for piece in statement.evidence))
    titles = facts_in(
        " ".join(f"{piece.document} {piece.section} {piece.date}" for piece in statement.evidence)
    )
    missing = facts_in(statement.text) - known - titles
    return missing - _facts(" ".join(also)) if missing else missing


def _spelled(fact: str) -> str:
    plain = fact.lower().replace(" ", "").rstrip(".,")
    return plain.replace(",", "") if "," in plain and _GROUPED.fullmatch(plain) else plain
