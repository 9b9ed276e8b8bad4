"""What is read of a long paste: its beginning and end, and lines between them that tell of trouble.

Questions stand before or after a log, seldom within. Codes are read from the whole text all the same.
"""

from __future__ import annotations

import re

WHOLE_CHARS = 8_000
"""Texts up to this length are read as they are."""

_END_CHARS = 2_500
_MOST_CHARS = 2_000
_LINE_CHARS = 300
_TROUBLE = re.compile(
    r"^[^\n]*?(?:error|fail|denied|unable|exception|fatal)[^\n]*", re.IGNORECASE | re.MULTILINE
)


def gist_of(text: str) -> str:
    """`text`, or of a long one both ends with some of the lines of trouble between them, each once."""
    if len(text) <= WHOLE_CHARS:
        return text
    lines: dict[str, None] = {}
    room = _MOST_CHARS
    for match in _TROUBLE.finditer(text, _END_CHARS, len(text) - _END_CHARS):
        line = match[0].strip()[:_LINE_CHARS]
        if line not in lines:
            room -= len(line)
            if room < 0:
                break
            lines[line] = None
    return "\n".join([text[:_END_CHARS], *lines, text[-_END_CHARS:]])
