"""Phrases of messages in which a number is a code: "1603 (exit code)", "the 8193s from VSS", "52-es hiba"."""

from __future__ import annotations

from collections.abc import Iterator
from re import MULTILINE

from assistant.codes.finding.cues import Cue
from assistant.codes.finding.found_code import TOLD_LONGEST
from assistant.decisions.expressions.patterns import lazy

_AS_ERROR = lazy(
    r"(?<![\w.,:/-])[\"'(]?(?P<number>[1-9]\d{1,5})[\"')]?[ \t]+as (?:an? |the )?"
    r"(?:error|err|warning|alert|event)\b"
)

_THEN_CUE = lazy(
    r"(?<![\w.,:/-])(?P<number>\d{2,6})[ \t]*\((?:(?:the|its|as)[ \t])?(?:exit|error|event|return|result)"
    r"[ -]?(?:code|id|number)?\)"
)
"""A number and in brackets what it is: "1603 (exit code)"."""

_SAME = lazy(
    r"0x8007(?P<hex>[0-9a-f]{4})[\"')]?[ \t]*(?:\(|/|=|aka|i\.?e\.?,?|or|,)[ \t]*(?P<number>\d{2,5})(?![\w.])"
)
"""A result of Windows and behind it the error that it wraps, in decimal: "0x80070070 (112)"."""

_FOLDED = lazy(
    r"(?<![\w.,:/-])(?P<number>\d{5,6})[ \t]*(?:\(|/|=|aka|i\.?e\.?,?|or|,)[ \t]*0x(?P<hex>[0-9a-f]{5})\b"
    r"|\b0x(?P<before>[0-9a-f]{5})[\"')]?[ \t]*(?:\(|/|=|aka|i\.?e\.?,?|or|,)[ \t]*"
    r"(?P<behind>\d{5,6})(?![\w.])"
)
"""A number beside its own hexadecimal form: "130002 aka 0x1FBD2"."""

_QUOTING = lazy(
    r"(?:^[ \t>*•-]{0,6}|[.!?][ \t])(?P<number>[1-9]\d{2,5})[ \t][\"“«][A-Z][a-z]+[ \t][a-z]+[ \t]",
    flags=MULTILINE,
)
"""A number that begins a sentence, and its message: '18264 "Database backed up"'."""

_IN_HTML = lazy(
    r"<td[^<>]{0,60}>\s{0,4}(?:error|failed|critical|warning|fehler)\s{0,4}</td>\s{0,9}<td[^<>]{0,60}>\s{0,4}"
    r"(?P<number>[1-9]\d{1,5})\s{0,4}</td>"
)
"""The cell behind that of a failure in a mail of HTML."""

_FOREIGN = lazy(
    r"(?<![\w.,:/-])(?P<number>[1-9]\d{1,5})(?:-[eaoö]s|-er|-as)?[ \t](?:hatas[ıi]"
    r"|(?:kodlu|numaralı) hata|hib[aá]|virhe|ошибк)"
)
"""A number before the word for error, as other languages have it."""

_CODE_WAS = lazy(
    r"\b(?:the|their|our|my) (?:error |event )?code\b"
    r"(?![^.\n\d]*\b(?:door|safe|locker|gate|lock|area|town)\b)"
    r"[^.;:?!,\n\d]{1,40}?\b(?:was|is)[ \t]+"
    r"(?P<number>[1-9]\d{2,6})(?![\w%]|[.,:/-]\d|[ \t]+[a-z]+s\b)"
)
"""The code told behind what it is that of: "the code of last night's call was 33424"."""

_COMPARED = lazy(
    r"(?<![\w.,:/-])(?P<one>[1-9]\d{2,5})[ \t]+(?:is[ \t]+)?(?:worse than|the same as|related to"
    r"|because of|due to|instead of|in place of|(?:comes? )?(?:before|after)|followed by)[ \t]+(?:the[ \t]+)?"
    r"(?P<other>[1-9]\d{2,5})(?![\w%]|[.,:/-]\d|[ \t]+[a-z]+s\b)"
)
"""A code held against another: "is 30111 worse than 3106"."""

_FAILED_ON = lazy(
    r"(?<=[\"'’”\])}\d])[ \t]failed:[ \t](?P<number>[1-9]\d{0,4})(?=[ \t]?\(The\b|[ \t\r]*$)",
    flags=MULTILINE,
)
"""The error of Windows at the end of what failed: 'Write on "{7C1B...}3" failed: 995'."""

_MANY = lazy(
    r"(?<![\w.,:/'-])(?<!ran )(?<!took )(?<!for )(?<!in )(?<!after )(?<!lasted )"
    r"(?!(?:19|20)\d\ds)(?P<number>[1-9]\d{2,3}[1-9])['’]?s[ \t]+(?:from|in|on|every"
    r"|again|since|by|all)\b"
)
"""A number of which there are many: "the 8193s from VSS"."""

_REPLIED = lazy(
    r"\b(?:which|what|got an?|any|its) (?:error |event |alert )?(?:code|id|number)\b[^\n]{0,20}\n"
    r"[^\n]{0,30}?(?<![\w.:])(?P<number>\d{2,6})[ \t.!\r]*(?=\n|$)"
)
"""What the next line of a chat replies to a question for the code."""


def find_phrased(text: str) -> Iterator[tuple[int, int, Cue]]:
    """Start, end and cue of the numbers of a message that its phrases make codes."""
    if len(text) > TOLD_LONGEST:
        return
    for pattern, strong in (
        (_MANY(), False),
        (_REPLIED(), True),
        (_AS_ERROR(), True),
        (_THEN_CUE(), True),
        (_FOREIGN(), True),
        (_IN_HTML(), False),
        (_QUOTING(), False),
        (_CODE_WAS(), False),
        (_FAILED_ON(), True),
    ):
        for match in pattern.finditer(text):
            yield *match.span("number"), Cue(None, strong)
    for match in _COMPARED().finditer(text):
        yield from ((*match.span(group), Cue(None, strong=False)) for group in ("one", "other"))
    for match in _FOLDED().finditer(text):
        group = "number" if match["number"] else "behind"
        if int(match["hex"] or match["before"], 16) == int(match[group]):
            yield *match.span(group), Cue("mabs", strong=True)
    for match in _SAME().finditer(text):
        if int(match["hex"], 16) == int(match["number"]):
            yield *match.span("number"), Cue("win32", strong=True)
