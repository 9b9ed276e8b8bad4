"""Figures that a text itself says what they are: tallies, and columns and numbers that are told apart.

"ok: 43, failed: 2", "success rate;95;90", "last column is seconds", "(room numbers)". None of them is a code,
though the catalogue may have it by chance.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.codes.finding.columns import FIGURE, TELLS_CODE
from assistant.codes.finding.found_code import LOG_FROM, TOLD_LONGEST
from assistant.codes.finding.number_owners import is_owned, is_owner
from assistant.decisions.expressions.patterns import lazy

_HARMLESS = (
    r"ok(?:ay)?|info(?:rmation)?(?:al|s)?|success(?:es|ful)?|succeeded|passed|pass|skipped|completed?|done|healthy"
    r"|running|queued|pending|scheduled|cancell?ed|debug|verbose|trace|green|protected|unprotected|up|online"
    r"|compliant|installed|unknown|total|processed|copied|unchanged|ignored|active|idle"
)
_HARMFUL = (
    r"err(?:or)?s?|warn(?:ing)?s?|fail(?:ed|ures?|s)?|critical|fatal|alerts?|red|yellow|down|offline|aborted"
    r"|inconsistent|unhealthy|exceptions?|timed out|missed"
)
_OF_JOBS = (
    r"(?:[ \t](?:jobs?|backups?|tasks?|runs?|copies|restores?|items?|servers?|agents?|clients?|checks?))?"
)
_ONE = rf"(?:{_HARMLESS}|{_HARMFUL}){_OF_JOBS}\)?[ \t]?(?:[:=][ \t]{{0,3}}|[ \t])\d{{1,6}}(?![\w:/-]|[.,]\d)"
_TALLY = lazy(rf"(?<![\w-]){_ONE}(?:(?:[ \t]{{0,4}}[,;/|\n·][ \t*•-]{{0,4}}|[ \t]{{2,8}}){_ONE}){{1,9}}")
"""How many went which way: "errors: 12, warnings: 64, information: 2013"."""

_IS_HARMLESS = lazy(rf"(?<![\w-])(?:{_HARMLESS})\)?[ \t]?[:= \t]")
_PERFORMANCE = lazy(
    r"(?<![\w.])(?P<label>[\w%/:\\' -]{1,40})=(?P<value>\d[\d.]*)[A-Za-z%]{0,4}"
    r"(?P<limits>(?:;[\d.:~@]{0,12}){1,4})"
)
"""What a probe measures, with its limits behind: "jobs=43;50;60"."""

_PROXIED = lazy(r"\b(?:TCP_[A-Z_]{3,24}/\d{3}[ \t]+|[Rr]etry-[Aa]fter[: \t]{1,3})(?P<size>\d+)", flags=0)
"""What a proxy tells beside the status: how many bytes, when to come back."""

_TIMES = lazy(r"(?<![\w.])\d{3,6}[ \t]?\((?P<times>\d{1,4})x?\)", flags=0)
"""How often each of several codes came: "100180 (12), 100181 (2)"."""

_LISTED_OF = lazy(
    r"\b(?P<noun>[a-z]{3,}?)[ -]?(?P<kind>codes|ids|numbers|nos\.?)\b[^\d\n:.;?!]{0,40}(?::|=|\bare\b)[ \t]*"
    r"(?P<rest>\d{2,6}(?:(?:[ \t]*[,;/&]|[ \t]+and)[ \t]*\d{2,6}){0,12})(?!\w)"
)
"""The codes or numbers of things: "bar codes of the safe: 12007, 12029"."""
_LEGEND = lazy(
    r"(?:\([^()\d\n]{0,16}?|\b(?:those|these|they|numbers|all) are (?:[a-z]+ ){0,2}?)"
    r"(?P<noun>[a-z]+)[ -](?:numbers|nos\.?|ids|codes|counts|names)\b"
)
"""What the numbers before it are: "40002: Celle, 40004: Peine (site numbers)"."""

_NUMBERING = lazy(
    r"\b(?P<noun>[a-z]+)[ -](?:numbering|numbers|ids|range|sequence|counter)[ \t]+"
    r"(?:goes|go|runs?|starts?|continues?|counts?)\b(?P<rest>[^.;!?\n]{0,120})"
)
"""How things are numbered: "our job numbering goes 2033, 2034, 2035"."""

_ASKED = lazy(
    r"\b(?:how[ \t](?:many|much|long|big|old|large)|(?:which|what)[ \t](?:[a-z]+[ \t])?(?P<noun>[a-z]+))\b"
    r"[^\n?]{0,60}\?[ \t\r]*\n[^\d\n?]{0,30}(?<![\w.])(?P<answer>\d{1,6})(?=[ \t.!\r]*(?:\n|$))"
)
"""What the next line replies to a question for a count, a room: "how many restore points?", "310"."""

_UNIT_BEHIND = lazy(
    r"^(?P<row>[^\n]*)\((?:all |in |each |values? in )*(?:[kmgt]i?b|days?|hours?|min(?:utes)?|sec(?:onds)?|%"
    r"|users|items|files|eur|usd)\)",
    re.IGNORECASE | re.MULTILINE,
)
"""The unit of a whole row behind it: "DB01 310, DB02 311 (GB)"."""

_RANGED = lazy(
    r"(?:\bnumbered(?:[ \t]+from)?|\b(?P<noun>[a-z]{3,}?)s)[ \t]+(?P<first>\d{2,5})[ \t]?"
    r"(?:-|–|to|through|bis|until)[ \t]?(?P<last>\d{2,5})(?![\w.:,/-]\d|\w)"
)
"""Things that are numbered in a row: "hosts numbered 801 to 820"."""

_WHICH = r"(?P<which>first|1st|second|2nd|third|3rd|fourth|4th|last|right(?:most)?|left(?:most)?|middle)"
_COLUMN = lazy(
    rf"\b{_WHICH}[ \t]+(?:one|column|col|number|figure|field|value|row)s?[ \t]*(?:[=:]|\b(?:is"
    rf"|are|being|gives|"
    r"shows|holds|means)\b)[ \t]*(?P<what>[^\n,;.:()]{2,32})"
)
"""What a column of the rows below or above counts: "last column is seconds"."""

_AT = {"1st": 0, "first": 0, "left": 0, "leftmost": 0, "2nd": 1, "second": 1, "3rd": 2, "third": 2}
_DIGITS = re.compile(r"\d+")
_CELL = re.compile(r"[^\s;|,]+")
_LEAST_ROWS = _LEAST_CELLS = _LEAST_LIMITS = 2


def tallied(text: str) -> Iterator[tuple[int, int]]:
    """Where figures stand that the text itself says to be none of codes."""
    if len(text) > LOG_FROM:
        return
    for tally in _TALLY().finditer(text):
        if _IS_HARMLESS().search(tally[0]):
            yield from (figure.span() for figure in FIGURE.finditer(text, *tally.span()))
    for match in _PERFORMANCE().finditer(text):
        limits = [number.span() for number in _DIGITS.finditer(text, *match.span("limits"))]
        if len(limits) >= _LEAST_LIMITS and not TELLS_CODE.search(match["label"]):
            yield from (number.span() for number in _DIGITS.finditer(text, *match.span("value")))
        yield from limits
    for match in _PROXIED().finditer(text):
        yield match.span("size")
    if len(times := list(_TIMES().finditer(text))) >= _LEAST_ROWS:
        yield from (match.span("times") for match in times)
    if len(text) <= TOLD_LONGEST:
        yield from _numbered(text)
        yield from _of_columns(text)


def _numbered(text: str) -> Iterator[tuple[int, int]]:
    """The numbers of a sentence that says whose they are."""
    for match in _LEGEND().finditer(text):
        if is_owner(match["noun"].lower()):
            first = text.rfind("\n", 0, match.start()) + 1
            yield from (figure.span() for figure in FIGURE.finditer(text, first, match.start()))
    for match in _ASKED().finditer(text):
        if match["noun"] is None or is_owner(match["noun"].lower()):
            yield match.span("answer")
    for match in _UNIT_BEHIND().finditer(text):
        if not TELLS_CODE.search(match["row"]):
            yield from (figure.span() for figure in FIGURE.finditer(text, *match.span("row")))
    for match in _RANGED().finditer(text):
        if match["noun"] is None or is_owner(match["noun"].lower()):
            row = range(int(match["first"]), int(match["last"]) + 1)
            yield from (one.span() for one in FIGURE.finditer(text) if int(one[0]) in row)
    listed = (
        match
        for match in _LISTED_OF().finditer(text)
        if is_owned("error" if match["kind"] == "codes" else "id", "code", match["noun"].lower())
    )
    numbering = (match for match in _NUMBERING().finditer(text) if is_owner(match["noun"].lower()))
    for match in (*listed, *numbering):
        yield from (figure.span() for figure in FIGURE.finditer(text, *match.span("rest")))


def _of_columns(text: str) -> Iterator[tuple[int, int]]:
    """The figures in the columns of rows that a line beside them says to be no codes."""
    for match in _COLUMN().finditer(text):
        if TELLS_CODE.search(match["what"]):
            continue
        which = match["which"].lower()
        cells = []
        for line in re.finditer(r"[^\n]+", text):
            row = list(_CELL.finditer(text, *line.span()))
            if line.start() <= match.start() < line.end() or len(row) < _LEAST_CELLS:
                continue
            at = _AT.get(which, len(row) // 2 if which == "middle" else len(row) - 1)
            if at < len(row) and row[at][0].isdecimal():
                cells.append(row[at].span())
        if len(cells) >= _LEAST_ROWS:
            yield from cells
