"""Another entry whose message a text quotes beside the code of a more general one.

An event of VSS has one number for many faults: what its message goes on with tells them apart.
"""

from __future__ import annotations

import re

from assistant.codes.entries import ErrorEntry
from assistant.codes.reference import Reference

_BLANKS = re.compile(r"<[^<>]*>|\S*\d\S*|\bhr\b")
_LEAST_WORDS, _LEAST_NEW = 3, 2


def quoted_related(entry: ErrorEntry, text: str, reference: Reference) -> ErrorEntry | None:
    """The one of the entries related to `entry` whose whole message stands in `text`; None where none does,
    or where the message hardly says more than that of `entry`."""
    from assistant.retrieval.words import telling_tokens, token_set  # here: a bare code needs no analyser

    told, own = token_set(text), token_set(f"{entry.title}\n{entry.message}")
    for identifier in entry.related:
        related = reference.entry(identifier)
        words = set(telling_tokens(_BLANKS.sub(" ", related.message)))
        if len(words) >= _LEAST_WORDS and words <= told and len(words - own) >= _LEAST_NEW:
            return related
    return None
