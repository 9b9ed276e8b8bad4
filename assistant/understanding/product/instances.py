"""Instances that are told by their release and not by their product: "a 2014 instance of the DBA"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.decisions.expressions.patterns import lazy
from assistant.understanding.product.other_jobs import SERVER
from assistant.understanding.product.version_words import EDITION, R2, SP

# An instance is SQL Server's by a release that only it has, or where databases are spoken of.
_INSTANCE = lazy(
    r"(?<![\w./:-])(?P<year>20(?:05|14|17)|20(?:08|1[269]|22)(?=[^.?!\n]*\b(?:dbas?|dbs?|databases?)\b))"
    rf"{R2}{SP}{EDITION}[\s-]+(?:(?:named|default|production|prod|test|old)\s+)?instances?\b"
    r"(?!\s+of\s+(?!(?:the|our|my|an?)\b))"
)
# The one that the backup server has, or is to have, is no matter of the matrix.
_OWN = lazy(
    r"\b(?:setup|installer|install(?:ing|ed)?|dpmdb)\b"
    rf"|\b{SERVER}(?:['\u2019]s|\s+itself)?\b(?!\s+(?:protect|back|cover|handle|support|restore|see)\w*)"
    r"[^.?!]{0,30}\binstances?\b"
    rf"|\b(?:re-?use|use|using|take|share|sharing)\b[^.?!]{{0,60}}\b{SERVER}\b"
    rf"|\binstances?\b[^.?!]{{0,40}}\b(?:for|under|behind|by)\s+(?:(?:the|our|my)\s+)?{SERVER}\b"
)


def sql_instances(text: str) -> Iterator[re.Match[str]]:
    """The words of each instance of SQL Server in `text` that has its release alone, to be protected."""
    if not _OWN().search(text):
        yield from _INSTANCE().finditer(text)
