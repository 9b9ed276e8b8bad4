"""What the talk is about, where a turn tells a figure or two of it and doesn't name it again.

A turn leaves the subject that its question names, or that its answer begins with. A later one without a
subject of its own ("ours is set to 14, how many days over?") is read with that subject before it, and taken
so where a table then settles it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from assistant.codes.code_wording import NAME as CODES
from assistant.decisions.expressions.patterns import lazy
from assistant.specialists import last_answer, limits, prerequisites
from assistant.specialists.matrix import protection
from assistant.specialists.passages import guide
from assistant.table_answers import TELLING, settled
from assistant.understanding.read import read_question
from assistant.understanding.reading import Reading, Role
from assistant.understanding.topics import GENERAL, ROLES, find_topics

SUBJECT = "subject"
"""The fact under which a turn leaves what it was about."""

_RETENTION = "retention-local"
_ROLE = "host-role"
_EXCLUDED = lazy(r"\bcan['’]?t be installed (?:on|with|where)\b|\bisn['’]t among the four excluded\b")
"""How an answer begins that tells on what the server can't be installed."""

# topic -> how it is named before a question; the first of those that a turn is about is its subject
_NAMES: Mapping[str, str] = {
    "scratch": "scratch location",
    "extract-space": "space to extract the setup files",
    "recovery-points": "recovery points in the vault",
    _RETENTION: "backup data kept on disk",
    "dotnet": ".NET Framework",
    "host-image": "image to install MABS on",
    "installer-account": "account that installs MABS",
    "virtual-network": "virtual network",
    "data-disks": "disks",
    "vm-size": "VM size",
    "memory": "memory of the MABS machine",
    "cores": "cores of the MABS machine",
    "download": "download of the installer",
    "sql-location": "SQL Server instance of MABS",
    "domain": "domain",
    _ROLE: "machine to install MABS on",
}
# An amount of data is told, and the size that it takes asked for: it is not that of the scratch location.
_NEEDED_SCRATCH = "size of the scratch location needed"
_NEEDED = lazy(
    r"\bhow (?:big|large|much)\s+(?:should|must|does|would|will|has|do we need)\b|\b(?:which|what) size\b"
    r"|\bsize\W*$|\bgo(?:es|ing)?\s+up\b|\bto (?:azure|the (?:cloud|vault))\b"
)
# What a bare number is there.
_YEAR = r"(?P<n>20[0-3]\d)(?!\d|\.\d)"
_FIGURES: Mapping[str, tuple[re.Pattern[str], str]] = {
    "dotnet": (
        re.compile(r"(?<![\w.,:/-])(?<!net )(?<!framework )(?P<n>[1-9](?:\.\d){0,2})(?![\w%]|\.\d)"),
        r".NET \g<n>",
    ),
    "host-image": (
        re.compile(rf"(?<![\w.])(?<!server )(?<!windows ){_YEAR}", re.IGNORECASE),
        r"Windows Server \g<n>",
    ),
    "memory": (
        re.compile(
            r"(?<![\w.,])(?P<n>\d{1,3}(?:[.,]\d)?)(?:\s?(?:gb|gib|gigs?|g))?\b"
            r"(?!\s*(?:of )?(?:ram|mem|%|v?cores?|v?cpus?))",
            re.IGNORECASE,
        ),
        r"\g<n> GB RAM",
    ),
    "cores": (
        re.compile(r"(?<![\w.,])(?P<n>\d{1,2})(?![\w%]|[.,]\d|\s*(?:v?cores?|v?cpus?|gb))", re.IGNORECASE),
        r"\g<n> cores",
    ),
}
# What a size of machine is made of, as far as the guide tells.
_OF_MACHINE = {
    "memory": lazy(r"\b(?:ram|memory|mem)\b"),
    "cores": lazy(r"\b(?:v?cores?|v?cpus?|processors?)\b"),
}
# What a number, or a size, is that is all of a turn. Without a unit it can be either amount of data.
_LONE: Mapping[str, tuple[str, str]] = {
    "scratch": (r"for \g<n> GB or for \g<n> TB of data", r"for \g<n> of data for Azure"),
    "extract-space": (r"\g<n> GB", r"\g<n>"),
}
_BEFORE = (
    r"^\W*(?:(?:about|around|roughly|ca|some|say|it'?s|its|so|then|and|only|just|maybe|ok|well|we have)\W+)*"
)
_LONE_NUMBER = lazy(rf"{_BEFORE}(?P<n>\d{{1,6}}(?:[.,]\d{{1,2}})?)\W*$")
_LONE_SIZE = lazy(
    rf"{_BEFORE}(?P<n>\d+(?:[.,]\d+)?\s?(?:[kmgtp]i?b|gigs?|(?:giga|tera)(?:bytes?)?))"
    r"(?:\W+(?:of|data|planned|go|goes|going|sent|up|to|for|in|into|the|azure|cloud|vault|total|or so"
    r"|then))*\W*$"
)
# What an error calls the subject besides.
_ALSO: Mapping[str, tuple[str, ...]] = {
    "scratch": ("temporary-disk",),
    "memory": ("vm-size",),
    "cores": ("vm-size",),
    "host-role": ("dedicated",),
}
_OF_ERRORS = frozenset(_LONE)
"""The subjects that an explained error has as well, where there is something to reckon."""

# How long backup data is kept: the subject is named with it, since a turn has its own words for that it is.
_KEPT = re.compile(
    r"(?<![\w.,:/-])(?P<n>\d{1,3})(?:[\s-]?(?P<unit>hours?|days?|weeks?|months?|years?))?(?![\w%/-]|[.,]\d)"
)
# The products that a subject has itself.
_OF_SUBJECT: Mapping[str, tuple[str, ...]] = {"host-image": ("", "windows-server")}
_MOST_WORDS = 18
_OF_SUBJECTS = (guide.NAME, limits.NAME, prerequisites.NAME, last_answer.NAME)
_HOW_LARGE = lazy(r"\bhow (?:big|large)\b|\b(?:what|which) size\b")
_IN_LIST = (
    r"(?:in there|in it|on (?:it|that|the list|your list)|among (?:them|those)|in the list|included"
    r"|one of (?:them|those))"
)
_LISTED = lazy(
    rf"^\W*(?:and\s+)?(?:is|are)\s+(?=.*\b(?:{_IN_LIST}|list|among)\b)"
    rf"|(?:\b(?:is|are|was|were)\s+)?\b{_IN_LIST}\b"
)
# One that is not among them: whether it may share the machine is asked all the same.
_UNLISTED = lazy(
    rf"^(?P<use>[^?]{{2,60}}?)[\s,;]+(?:(?:is|are|was|were)(?:n['’]?t|\s+not)|not)\s+"
    rf"(?:{_IN_LIST}|there|named|mentioned|listed|excluded|forbidden)\b"
)
_CODE = lazy(r"\b(?:error|event|code|id|alert|hresult|0x\w+)\b")


def left_by(reading: Reading, specialist: str, answer: str, before: Mapping[str, Any]) -> str:
    """The subject that a turn leaves for the next one; empty for none, as after the tables of states and of
    products, which keep what they need themselves."""
    if specialist == CODES:
        named = find_topics(answer.partition("[")[0])[0] & _OF_ERRORS
        return next(iter(named), str(before.get(SUBJECT, "")) if reading.followup else "")
    if specialist not in _OF_SUBJECTS:
        return ""
    if _EXCLUDED().search(answer.partition("\n")[0]):
        return _ROLE
    own = reading.topics - GENERAL
    if not own and specialist != last_answer.NAME and _is_of_own_sql(reading):
        return "sql-location"
    asked = [name for name, words in _OF_MACHINE.items() if words().search(reading.plain)]
    if len(asked) == 1 and not own - {"vm-size", _ROLE} and not reading.vm_sizes:
        return asked[0]
    if not own:
        first = answer.partition(".")[0]
        own = frozenset() if "onnectivity" in first else find_topics(first)[0]
    if not own and reading.followup:
        return str(before.get(SUBJECT, ""))
    return next((topic for topic in _NAMES if topic in own), "")


def _is_of_own_sql(reading: Reading) -> bool:
    """Whether nothing but SQL Server is spoken of, no version of it, and not as something to protect."""
    named = reading.named_products
    sql = bool(named) and all(one.family == "sql-server" and not one.version for one in named)
    return sql and reading.role is not Role.PROTECTED and "protection" not in reading.topics


def in_its_subject(reading: Reading) -> Reading | None:
    """`reading` with the subject of the turn before named in it; None where it has its own, or where that
    settles nothing."""
    subject = reading.previous.get(SUBJECT, "")
    if subject not in _NAMES or not _is_without_other(reading, subject):
        return None
    found = settled(reading)
    listed = subject == _ROLE and _LISTED().search(reading.text)  # "is a DC on that list?"
    if found and not listed and found[0].status != "clarify" and found[0].specialist != protection.NAME:
        return None
    again = read_question(named(subject, reading.text), reading.previous)
    told = settled(again)
    if not told or told[0].specialist not in (limits.NAME, prerequisites.NAME):
        return None
    of_error = reading.previous.get("specialist") == CODES  # which has a size of its own to tell
    asks_size = not of_error and told[0].status == "clarify" and _HOW_LARGE().search(reading.plain)
    return again if asks_size or subject in _OF_MACHINE or told[0].status in TELLING else None


def named(subject: str, question: str) -> str:
    """`question` with what it is about before it, and its bare number as one of that."""
    if subject == _ROLE and (unlisted := _UNLISTED().search(question)):
        return f"{unlisted['use']} on the MABS machine ok?"
    if subject == _ROLE and _LISTED().search(question):
        return f"what of the {_NAMES[subject]}: {_LISTED().sub(' ', question).rstrip(' ?')}"  # no yes or no
    if subject in _LONE:
        for lone, whole in zip((_LONE_NUMBER, _LONE_SIZE), _LONE[subject], strict=True):
            question = lone().sub(whole, question)
    if subject in _FIGURES:
        figure, whole = _FIGURES[subject]
        question = figure.sub(whole, question)
    kept = _KEPT.search(question) if subject == _RETENTION else None
    time = f" for {kept['n']} {kept['unit'] or 'days'}" if kept else ""
    needed = subject == "scratch" and _NEEDED().search(question)
    return f"{_NEEDED_SCRATCH if needed else _NAMES[subject]}{time}: {question}"


def is_lone_number(text: str) -> bool:
    """Whether `text` is nothing but a number."""
    return bool(_LONE_NUMBER().match(text))


def _is_without_other(reading: Reading, subject: str) -> bool:
    """Whether a question names no other thing than `subject` that it may be about."""
    of_role = frozenset(ROLES) if subject == _ROLE else frozenset()
    other = reading.topics - GENERAL - {subject, *_ALSO.get(subject, ())} - of_role
    up = reading.connectivity and not reading.amounts("size")  # "2 TB go up" tells of no connection
    named_here = other or reading.subscription or up
    matter = not of_role and any(
        product.family not in _OF_SUBJECT.get(subject, ("",))
        for product in reading.products
        if not reading.carries("product")
    )
    short = len(reading.plain.split()) <= _MOST_WORDS
    return bool(short and not (named_here or matter or _CODE().search(reading.plain)))
