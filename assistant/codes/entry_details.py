"""Details that a question names and an entry may hold: a command, a registry value, a port, a log, a figure.

What is asked by its type is found by its type: "which key?" is answered by the step that names one, however
little its words have in common with the question.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.decisions.expressions.patterns import lazy

_DETAILS: tuple[tuple[str, Callable[[], re.Pattern[str]], Callable[[], re.Pattern[str]]], ...] = (
    (
        "command",
        lazy(
            r"\b(?:commands?|cmdlets?|power ?shell|syntax"
            r"|what (?:do|should|must|can|to) (?:(?:i|we) )?(?:type|run|enter))\b"
        ),
        lazy(r"`[^`]+`|(?-i:\b[A-Z][a-z]+-[A-Z]\w+)"),
    ),
    (
        "registry",
        lazy(
            r"\b(?:registry|regedit|dword|which (?:key|value)|what key)\b"
            r"|\breg\w* (?:values?|keys?|paths?|entr\w+)\b|\b(?:next|other|another) (?:key|value)\b"
            r"|\b(?:is there|there is|set|know) an? (?:key|value)\b|\ban? value (?:for|to|that|with)\b"
        ),
        lazy(r"\b(?:HKLM|HKEY\w*|registry|DWORD|ImagePath)\b"),
    ),
    ("log", lazy(r"\b(?:\w*logs?|traces?)\b"), lazy(r"\b\w*logs?\b|\.\w*log\b")),
    (
        "place",
        lazy(
            r"\bwhere\b|\b(?:which|what) (?:folder|path|director\w+|menu|tab|page|dialog|console|pane"
            r"|location)\b"
        ),
        lazy(r"\b[A-Z]:\\|\\[A-Z]\w|\b(?:folder|tab|menu|under|console)\b|\w > \w"),
    ),
    ("service", lazy(r"\bservices?\b"), lazy(r"\bservices?\b|\bnet st(?:op|art)\b")),
    ("port", lazy(r"\bports?\b"), lazy(r"\b(?:TCP|UDP|ports?)\b(?=[^.;]*\d{2,5})")),
    ("group", lazy(r"\bgroups?\b"), lazy(r"\b(?:groups?|users)\b")),
    (
        "account",
        lazy(r"\b(?:accounts?|who|whom|login|logon|log ?on as|identity|credentials?)\b"),
        lazy(r"\b(?:accounts?|login|logon|administrators?|sysadmin|system|user)\b|\bNT \w+\\"),
    ),
    (
        "right",
        lazy(r"\b(?:permissions?|rights?|privileges?|roles?)\b"),
        lazy(r"\b(?:permissions?|rights?|privileges?|roles?|sysadmin|db_\w+|administrators?)\b"),
    ),
    (
        "figure",
        lazy(
            r"\bhow (?:much|many|long|big|large|small|high|often|far|old)\b|\b(?:percent\w*"
            r"|default (?:value|number)|minimum|maximum|at (?:least|most)|what (?:value|number|size))\b"
        ),
        lazy(
            r"(?:\d|\b(?:two|three|four|five|six|seven|ten|twelve|twenty)) ?"
            r"(?:%|percent|[GMTK]B|minutes?|hours?|days?|seconds?|times?|by default)"
            r"|\b(?:to|of|is|least|every) \d+\b"
        ),
    ),
    (
        "file",
        lazy(r"\b(?:which|what|the) (?:files?|exe\w*|dlls?|msi|scripts?|tool|program)\b"),
        lazy(r"\b\w+\.(?:exe|dll|msi|ps1|kek|mdf|bak|cer|aspx|cmd|bat|xml|\w*log)\b"),
    ),
    (
        "version",
        lazy(r"\bversions?\b|\bwhich (?:wmf|\.?net|update|rollup|release)\b"),
        lazy(r"\d\.\d|\b(?:latest|update rollup|version)\b"),
    ),
    (
        "address",
        lazy(r"\b(?:urls?|addresses|endpoints?|domains?|sites?)\b"),
        lazy(r"\*\.|\.(?:com|net)\b|/\d\d\b"),
    ),
    (
        "opened",
        lazy(
            r"\b(?:what|which)\b(?!\s+(?:exe|program|service|file)\w*)[^.?!;]{0,40}"
            r"\b(?:(?:must|needs?|has|have|should|to)\s+(?:to\s+)?(?:be\s+)?open(?:ed)?"
            r"(?!\s+(?:it|first|an?|the)\b)|allow(?:ed)?|(?:let|go|get) through|unblock(?:ed)?"
            r"|white-?list(?:ed)?|permit(?:ted)?)\b|\b(?:firewall|fw|proxy) (?:list|rules?|exceptions?)\b"
        ),
        lazy(r"\*\.\w|\.\d+/\d\d\b|\b(?:TCP|UDP|ports?)\b(?=[^.;]*\d{2,5})"),
    ),
    (
        "setting",
        lazy(r"\b(?:options?|settings?|switch|checkbox|tick ?box|propert(?:y|ies)|parameters?|flags?)\b"),
        lazy(r"(?-i:\b[A-Z]{2,}_[A-Z_]+\b)|\bset \w+ (?:on|off)\b|\b(?:options?|settings?|check ?box)\b"),
    ),
    ("query", lazy(r"\bquer(?:y|ies)\b"), lazy(r"`select\b")),
)
"""The name of a type, how a question names it, and what a statement shows that holds one."""


_BY_NAME = lazy(r"\b(?:which|what|where|who|whom|whose|how|any|need|needs|name|path)\b[^.?!;]{0,40}$")
_FEW_WORDS = 2
_AT_THE_END = lazy(r"\w*\W*(?:\?|$)")


_CLAUSES = re.compile(
    r"[.;,:\n]{1,3}\s{1,3}(?:(?:so|and|but)\s)?|\s(?:so|and|but)\s(?=which|what|where|how|who)"
)


def last_clause(text: str) -> str:
    """Where a text asks that has no question mark: behind what it tells."""
    return _CLAUSES.split(text.strip())[-1]


def asked_details(text: str) -> frozenset[str]:
    """The types of details that a question names."""
    return frozenset(name for name, asked, _ in _DETAILS if asked().search(text))


def surely_asked(text: str) -> frozenset[str]:
    """The types of details that a text asks for: "which port", "the port?", not "is it the port?"."""
    return frozenset(
        name for name, asked, _ in _DETAILS if any(_is_asked(text, match) for match in asked().finditer(text))
    )


def _is_asked(text: str, match: re.Match[str]) -> bool:
    before = re.split(r"[.?!,;:]", text[: match.start()])[-1]
    by_name = _BY_NAME().search(before) or _BY_NAME().match(match[0])
    short = len(before.split()) <= _FEW_WORDS
    return bool(by_name or (short and _AT_THE_END().match(text, match.end())))


def rest_of(text: str) -> str:
    """`text` without the words that name details."""
    for _, asked, _ in _DETAILS:
        text = asked().sub(" ", text)
    return text


def held_of(asked: frozenset[str], text: str) -> int:
    """How many of the details that are `asked` a statement holds."""
    return sum(name in asked and held().search(text) is not None for name, _, held in _DETAILS)
