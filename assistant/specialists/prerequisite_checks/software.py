"""The .NET Framework and the operating system of the backup server."""

from __future__ import annotations

import re

from assistant.decisions import machine
from assistant.decisions import prerequisites as items
from assistant.decisions.checks import flag_check
from assistant.decisions.types import DecisionResult
from assistant.specialists.prerequisite_checks.common import PROTECTING, SHARING
from assistant.understanding.reading import QuestionKind, Reading

_DOTNET = re.compile(
    r"(?:\.?\bdot\s?net\b|(?<![\w.])\.net\b|\bnet framework\b|(?<![\w.])net(?=\s?\d)|\bframework\b)\s*(?:fw"
    r"|framework|version|ver\.?|v)?\s*(?P<version>\d(?:\.\d{1,2}){0,3})(?:[\s,]*(?:with\s+)?(?P<sp>sp\s?\d"
    r"|service pack \d))?(?P<no>[\s,]*\(?(?:without|no|w/o|but no|but not|missing)\s+(?:the\s+)?(?:sp"
    r"|service pack)\b)?",
    re.IGNORECASE,
)
_DOTNET_MISSING = re.compile(
    r"\.net\b[^.?!\n]{0,25}\b(?:missing|not installed|isn'?t installed|not there|absent)\b"
    r"|\b(?:no|without|don'?t have|skip\w*|omit\w*|leave out|drop|avoid)\s+(?:any\s+|the\s+)?\.net\b",
    re.IGNORECASE,
)


def dotnet(reading: Reading) -> DecisionResult | None:
    """Whether a version of .NET Framework will do."""
    if _DOTNET_MISSING.search(reading.plain):
        return flag_check(
            items.DOTNET,
            False,
            "",
            "No. .NET Framework 3.5 SP1 or higher can't be left out: it must be installed first.",
        )
    match = _DOTNET.search(reading.plain)
    if not match or PROTECTING.search(reading.plain):
        return None
    pack = f" {match['sp']}" if match["sp"] and not match["no"] else ""
    return machine.dotnet(f"{match['version']}{pack}")


_SYSTEMS = {"windows-server", "windows-server-sac", "windows-client", "linux"}
WHICH_SYSTEM = re.compile(
    r"\b(?:which|what)\s+(?:\w+\s+){0,2}?(?:windows|os|operating system|server os)\b"
    r"(?!\s+(?:versions|releases))",
    re.IGNORECASE,
)
BACKUP_SERVER = re.compile(
    r"\b(?:for|on|under|runs?|use|underneath|below|beneath)\s+(?:\w+\s+){0,2}?"
    r"(?:mabs|azure backup server|backup server)\b"
    r"|\b(?:mabs|backup) (?:server|vm|machine|box|host)(?: vm)? (?:need|run|use|require|itself)",
    re.IGNORECASE,
)
LISTED = re.compile(
    r"\b(?:matrix|lists?|listed|support\w*|workloads?|cover\w*|guests?|table)\b", re.IGNORECASE
)


def image(reading: Reading) -> DecisionResult | None:
    """Whether an operating system is one that is recommended for the machine; which these are."""
    told = next(
        (
            p
            for p in reading.products
            if p.family in {"windows-server", "windows-client", "linux"}
            and (p.version or p.family != "windows-server")
        ),
        None,
    )
    if told is None and _asks_image(reading):
        return machine.host_images()
    hosting = "host-image" in reading.topics or re.search(
        r"\bas (?:the |a |our )?(?:mabs )?host\b|\bhost (?:os|system)\b"
        r"|\bfor (?:the |our )?(?:mabs|backup server)\b"
        r"|\b(?:mabs|backup server) (?:on (?!\w* ?(?:azure )?stack)|vm|machine)\b"
        r"|\b(?:install|run|deploy|put|host)\b[^.?!]{0,40}\bon\b|\brate\b|\bconfig\b"
        r"|\b(?:box|machine|vm|server|host) (?:is|runs|has) (?:a |on )?(?:windows|win|ws)\b[^.?!]{0,40}[.,;:]"
        r"\s+(?:(?:can|may|could|shall) (?:i|we) |ok to )?install(?: (?:mabs|it|here|there))?\W*$",
        reading.plain,
        re.IGNORECASE,
    )
    if told is None or not hosting or PROTECTING.search(reading.plain):
        return None
    if any(p.family not in _SYSTEMS for p in reading.products) and not SHARING.search(reading.plain):
        return None  # another product runs on it
    named = (
        f"Windows Server {told.version} {told.edition}".strip()
        if told.family == "windows-server"
        else told.words
    )
    return machine.host_image(named)


def _asks_image(reading: Reading) -> bool:
    """Whether the operating system of the backup server itself is asked for."""
    text = reading.plain
    return bool(
        reading.kind is QuestionKind.WHAT
        and WHICH_SYSTEM.search(text)
        and BACKUP_SERVER.search(text)
        and not PROTECTING.search(text)
        and not LISTED.search(text)
    )
