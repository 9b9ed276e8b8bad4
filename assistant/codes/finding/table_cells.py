"""The rows and cells of a table in a text: what parts them, and where each begins and ends."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.decisions.expressions.patterns import lazy

Span = tuple[int, int]
"""Where a cell begins and ends."""

BAR = re.compile(r"\|")
ALIGNED = re.compile(r"(?<=\S)[ ]{2,}")
BLANK = re.compile(r"(?<=\S)[ ]+")
_CODES, _TIMES = r"(?:codes?|errors?|err|ids?|events?|alerts?)", r"(?:counts?|times|hits|cnt|total)"
_ONE_WORD_HEADS = re.compile(
    r"[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+){1,5}[ \r]*"
    rf"|(?:{_CODES} {_TIMES}|{_TIMES} {_CODES})[ \r]*"
)
"""The head of a narrow table, whose columns only a blank parts: "EventID Count", "code count"."""

_TAB = re.compile(r"\t")
_DELIMITERS = (_TAB, BAR, re.compile(" / "), re.compile(";"), re.compile(","), ALIGNED)
"""What parts the cells of a row; the last of them columns that are aligned by spaces."""

_RULE = lazy(r"^[ \t|:]*-{2,}(?:[ \t|:]+-{2,})+[ \t|:]*$", re.MULTILINE)
"""The line below the head of a table."""

_LINE = lazy(r"^(?![ \t]*[+|][-=+|: \t]*$)[^\n]+", re.MULTILINE)
"""A line of a table that is no mere line between rows."""


def delimiter_of(line: str) -> re.Pattern[str] | None:
    """What parts the cells of a line; None for a line that has none."""
    found = next((sign for sign in _DELIMITERS if sign.search(line.strip())), None)
    return found or (BLANK if _ONE_WORD_HEADS.fullmatch(line) else None)


def cells_of(line: str, delimiter: re.Pattern[str]) -> Iterator[Span]:
    """Where the cells of a row begin and end; the last ones may be empty."""
    start = 0
    for sign in delimiter.finditer(line.rstrip(" \r\n")):
        if line.count('"', start, sign.start()) % 2 and '"' in line[sign.end() :]:
            continue  # within quotation marks
        yield start, sign.start()
        start = sign.end()
    yield start, len(line)


def ruled(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    """The heads of tables, each with the line of dashes below it."""
    for rule in _RULE().finditer(text):
        yield text[: rule.start()].rstrip("\n").rpartition("\n")[2], rule


def is_ruled(text: str, end: int) -> bool:
    """Whether the line below the one that ends at `end` is one of dashes."""
    return _RULE().match(text, end + 1) is not None


def is_rule(line: str) -> bool:
    """Whether a line only parts the rows of a table."""
    return _LINE().match(line) is None


def lines_of(text: str) -> Iterator[tuple[int, str]]:
    """The lines of a text but those that only part rows, and where each begins."""
    return ((match.start(), match[0]) for match in _LINE().finditer(text))


def end_of_table(text: str, start: int) -> int:
    """Where the paragraph ends that `start` stands in."""
    blank = text.find("\n\n", start)
    return blank if blank >= 0 else len(text)


def lines_until_blank(text: str, start: int) -> Iterator[tuple[int, str]]:
    """The lines of a paragraph and where each begins."""
    for line in text[start : end_of_table(text, start - 1)].split("\n"):
        yield start, line
        start += len(line) + 1
