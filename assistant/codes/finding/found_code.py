"""What is found in a text: a code, the words it was written in and where they stand."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, Self

from assistant.codes.entries import CodeId

LINE_LIMIT = 240
"""Longest line that is shown, in characters."""

LOG_FROM = 20_000
"""Texts of more characters are logs: codes have their cue or their place there, and nobody retells them."""

TOLD_LONGEST = 600
"""Longer texts are pasted, not told."""

Known = Callable[[CodeId], bool]
"""Whether a code has an entry in the reference or in a catalogue."""


@dataclass(frozen=True, slots=True)
class FoundCode:
    """One code of a text, told once however often it occurs (`count` times).

    `readings` are the codes it can mean, likeliest first; with `exclusive` the first that has an entry is
    meant. `words` are as written, `start` and `end` their offsets, `line_number` counts from 1, `line` is
    that line, cut when it is long. `role`: the outer code of the product, or the inner one of
    Windows that it wraps.
    `candidate`: a bare number that may not be a code at all; to be offered, not answered.
    """

    readings: tuple[CodeId, ...]
    words: str
    start: int
    end: int
    line_number: int
    line: str
    role: Literal["outer", "inner"] = "outer"
    exclusive: bool = True
    candidate: bool = False
    count: int = 1

    @classmethod
    def untold(cls, code: CodeId) -> Self:
        """`code` where no text tells it: its entry was found by what it says."""
        return cls((code,), code.value, 0, 0, 1, "")

    @property
    def value(self) -> str:
        """The normalised value of the likeliest reading: "100050", "0x80070005"."""
        return self.readings[0].value

    @property
    def namespace(self) -> str:
        """The namespace of the likeliest reading."""
        return self.readings[0].namespace


class Lines:
    """Line numbers and lines of a text by offset."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0]
        at = text.find("\n")
        while at >= 0:
            self._starts.append(at + 1)
            at = text.find("\n", at + 1)

    def number(self, offset: int) -> int:
        """The line of an offset, counted from 1."""
        return bisect_right(self._starts, offset)

    def line(self, offset: int) -> str:
        """The line of an offset, without white space around it; of a long one, what stands near."""
        start = self._starts[self.number(offset) - 1]
        end = self._text.find("\n", offset)
        end = end if end >= 0 else len(self._text)
        cut = max(start, offset - LINE_LIMIT // 2)
        line = self._text[cut : min(end, cut + LINE_LIMIT)].strip()
        return ("..." if cut > start else "") + line + ("..." if cut + LINE_LIMIT < end else "")

    @property
    def count(self) -> int:
        """How many lines there are."""
        return len(self._starts)
