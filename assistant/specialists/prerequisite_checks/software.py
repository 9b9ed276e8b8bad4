"""The .NET Framework and the operating system of the backup server."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.decisions.expressions.patterns import compiled, lazy
from assistant.decisions.readiness import machine
from assistant.decisions.readiness import prerequisites as items
from assistant.decisions.readiness.checks import flag_check
from assistant.decisions.types import DecisionResult
from assistant.specialists.prerequisite_checks.check_words import (
    FEW_WORDS,
    PROTECTING,
    SHARING,
    last_sentence,
)
from assistant.understanding.product.dotnet_versions import bare_version, dotnet_told
from assistant.understanding.product.gazetteer import SYSTEMS
from assistant.understanding.product.products import find_bare_versions, find_products
from assistant.understanding.reading import Product, QuestionKind, Reading, Role

_DOTNET_MISSING = compiled(
    r"\.net\b[^.?!\n]{0,25}\b(?:missing|not installed|isn'?t installed|not there|absent)\b"
    r"|\b(?:no|without|don'?t have|skip\w*|omit\w*|leave out|drop|avoid)\s+(?:any\s+|the\s+)?\.net\b",
)


def dotnet(reading: Reading) -> DecisionResult | None:
    """Whether a version of .NET will do."""
    text = reading.plain
    if missing := _DOTNET_MISSING.search(text):
        if later := bare_version(text[missing.end() :]):
            return machine.dotnet(later)  # "it was missing, we installed 4.8"
        return flag_check(
            items.DOTNET,
            False,
            "",
            "No. .NET Framework 3.5 SP1 or higher can't be left out: it must be installed first.",
        )
    told = dotnet_told(text)
    return machine.dotnet(told) if told and not PROTECTING.search(text) else None


WHICH_SYSTEM = compiled(
    r"\b(?:which|what)\s+(?:\w+\s+){0,2}?(?:windows|os|operating system|server os)\b"
    r"(?!\s+(?:versions|releases))",
)
BACKUP_SERVER = compiled(
    r"\b(?:for|on|under|runs?|use|underneath|below|beneath)\s+(?:\w+\s+){0,2}?"
    r"(?:mabs|azure backup server|backup server)\b"
    r"|\b(?:mabs|backup) (?:server|vm|machine|box|host)(?: vm)? (?:need|run|use|require|itself)",
)
_OWN = r"(?:mabs|dpm|(?:azure )?backup)"
_ITS_HOST = r"(?:server|host|vm|machine|box|os|system|virtual machine)"
# What is told is to be the backup server, or its machine: "as mabs host", "for the backup server vm".
_HOSTS = lazy(
    r"\bimages?\b[^.?!]{0,25}\bfor (?:the|our|its|that) (?:server|vm|machine)\b"
    r"|\bas (?:the |a |our )?(?:mabs )?host\b|\bhost (?:os|system)\b"
    r"|(?<!\bold )(?<!\bnew )\bfor (?:the |our )?(?:mabs|backup server)\b"
    rf"|\b(?:as|for) (?:(?:the|an?|our|my|new|its) ){{0,2}}{_OWN}(?: (?:server))?(?:'s)? {_ITS_HOST}\b"
    r"|\bas (?:(?:the|an?|our|my|new) ){0,2}(?:mabs|dpm)\b"
    rf"|\b{_OWN}(?: server)? (?:host|os|operating system|image)\b"
    r"|\b(?:mabs|backup server) (?:on (?!\w* ?(?:azure )?stack)|vm|machine)\b"
    r"|\b(?:install|run|deploy|put|host)\b[^.?!]{0,40}\bon\b|\brate\b|\bconfig\b"
    r"|\b(?:box|machine|vm|server|host) (?:is|runs|has) (?:a |on )?(?:windows|win|ws)\b[^.?!]{0,40}[.,;:]"
    r"\s+(?:(?:can|may|could|shall) (?:i|we) |ok to )?install(?: (?:mabs|it|here|there))?\W*$"
)
# The same, told in words that can't be meant of what is protected; a year alone is a Windows Server there.
_SURELY_HOSTS = lazy(
    rf"\bas (?:(?:the|an?|our|my|new|its) ){{0,2}}{_OWN}(?: server)?(?:'s)? {_ITS_HOST}\b"
    rf"|\bfor (?:(?:the|an?|our|my|new|its) ){{0,2}}{_OWN}(?: server)?(?:'s)? (?:host|vm|machine|box|os)\b"
    rf"|\b{_OWN}(?: server)? (?:host|os|operating system|image)\b"
)
_UPGRADED = lazy(r"\b(?:upgrad\w*|in-?place|migrat\w*)\b")
LISTED = compiled(r"\b(?:matrix|lists?|listed|support\w*|workloads?|cover\w*|guests?|table)\b")

# Only what is protected stands in the matrix.
IN_MATRIX = lazy(
    r"\b(?:un)?listed\b|\bon (?:the|your|its) list\b|\bin (?:the|your|its) (?:table|matrix|list)\b"
)


def image(reading: Reading) -> DecisionResult | None:
    """Whether an operating system is one that is recommended for the machine; which these are."""
    told = _system(reading)
    if told is None and _asks_image(reading):
        return machine.host_images()
    if reading.role in (Role.NEIGHBOUR, Role.DATABASE):
        return None  # what runs beside it decides
    host = reading.role is Role.HOST
    if host and _UPGRADED().search(reading.plain):
        return None  # of that the guide tells nothing
    if host and len({(p.version, p.edition) for p in reading.products if p.version}) > 1:
        return machine.host_images()
    hosting = host or "host-image" in reading.topics or _HOSTS().search(reading.plain)
    if told is None or not hosting or PROTECTING.search(reading.plain):
        return None
    if not host and IN_MATRIX().search(reading.plain) and not _SURELY_HOSTS().search(reading.plain):
        return None
    if any(p.family not in SYSTEMS for p in reading.products) and not SHARING.search(reading.plain):
        return None  # another product runs on it
    named = (
        "Windows Server Semi-Annual Channel"
        if told.family == "windows-server-sac"
        else f"Windows Server {told.version} {_edition(told, reading.plain)}".strip()
        if told.family == "windows-server"
        else told.words
    )
    return machine.host_image(named)


def is_backup_servers(text: str) -> bool:
    """Whether what is told is surely meant for the backup server's own machine, and not to be protected."""
    return bool(_SURELY_HOSTS().search(text)) and not PROTECTING.search(text)


def _system(reading: Reading) -> Product | None:
    """The operating system told; a version alone is one where it is said to be the backup server's."""
    named = [p for p in reading.products if p.family in SYSTEMS]
    told = next((p for p in named if p.version or p.family != "windows-server"), None)
    host = reading.role is Role.HOST or _SURELY_HOSTS().search(reading.plain)
    if told is None and not any(p.version for p in reading.products) and host:
        return _by_version(reading.plain) or _told_before(reading)
    return told


def _by_version(text: str) -> Product | None:
    """A version without a name, as a Windows Server."""
    bare = find_bare_versions(text)
    return replace(bare[0], family="windows-server") if len(bare) == 1 else None


def _told_before(reading: Reading) -> Product | None:
    """The Windows Server of the question before, now said to be the backup server's ("as MABS host")."""
    if len(reading.plain.split()) > FEW_WORDS:
        return None
    query = last_sentence(reading.previous.get("query", ""))
    named = [p for p in find_products(query) if p.version]
    if named:
        return named[0] if len(named) == 1 and named[0].family == "windows-server" else None
    return _by_version(query)


def _edition(told: Product, text: str) -> str:
    """The edition of a Windows Server, which may stand behind a version that is told without a name."""
    edition = r"(standard|enterprise)"
    near = (
        rf"\b{told.version}\s+{edition}\b"
        rf"|\b{edition}\s+(?:edition\s+)?(?:of\s+|for\s+)?(?:windows\s+)?(?:server\s+)?{told.version}\b"
    )
    beside = re.search(near, text, re.IGNORECASE) if told.version else None
    return told.edition or ((beside[1] or beside[2]).title() if beside else "")


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
