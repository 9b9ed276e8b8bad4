"""Reads out of an answer's words what it says to an operation, a product or a sum."""

from __future__ import annotations

import re
from decimal import Decimal

from evals.metrics.text import plain

_DELETED_WORD = "stopped_azure_points_deleted"
_CLAUSE = re.compile(r"[.;:!?\n]|,\s+(?:but|while|whereas)\b")
_VERBS = {
    "backup": r"\bback\w*[\s-]?(?:ed[\s-])?ups?\b|\bbackups?\b",
    "restore": r"\brestor\w*|\brecover(?:y|ed|ing|s)?\b(?! points?)",
}
_TARGETS = {
    "azure": r"\bazure\b(?! backup| recovery points?| stack| subscription)|\bcloud\b|\bvault\b",
    "disk": r"\bdisks?\b|\blocal\w*",
}
_STOPPED = re.compile(
    r"\bstop(?:s|ped)?\b|\bblocked\b|\bcan(?:no|['’])t\b|\bno longer\b|\bimpossible\b"
    r"|\bnot (?:be )?(?:allowed|possible|run|work)|n['’]t (?:be )?(?:allowed|possible|run|work)",
    re.IGNORECASE,
)
_ALLOWED = re.compile(
    r"(?<!not )(?<!not be )(?<!n['’]t )\ballowed\b|\bcan still\b|\bstill (?:works?|runs?|possible)\b"
    r"|(?<!not )(?<!im)\bpossible\b",
    re.IGNORECASE,
)
_DELETED = re.compile(r"\bdelet\w+|\birretriev\w+", re.IGNORECASE)
_DEPENDS = re.compile(r"\bdepends?\b", re.IGNORECASE)
_NOT_COVERED = re.compile(
    r"\b(?:guide|table)\b[^.\n]*?(?:doesn['’]t|does not|is silent)[^.\n]*(?:15|fifteen) days|\bnot covered\b"
    r"|(?:15|fifteen) days[^.\n]*(?:not covered|(?:doesn['’]t|does not) (?:say|cover))",
    re.IGNORECASE,
)
_NOT_LISTED = re.compile(
    r"\bnot (?:\w+ ){0,3}(?:listed|in the|on the|among)\b|n['’]t (?:\w+ )?(?:listed|list|in the)\b"
    r"|\bunlisted\b|\bnot list\b",
    re.IGNORECASE,
)
_LISTED = re.compile(
    r"(?<!not )(?<!n['’]t )\b(?:is listed|are listed|are protected|is protected)\b", re.IGNORECASE
)
_QUANTITY = re.compile(r"(\d+(?:[.,]\d+)*)[\s-]*(TB|GB|MB|%|days?)?(?![\w])", re.IGNORECASE)
_NUMBER_WORDS = dict(
    zip(
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"],
        range(11),
        strict=True,
    )
)
_NUMBER_WORD = re.compile(rf"\b(?:{'|'.join(_NUMBER_WORDS)})\b", re.IGNORECASE)
_IN_GB = {"tb": Decimal(1000), "gb": Decimal(1), "mb": Decimal("0.001")}


def operation_verdict(text: str, operation: str) -> str:
    """What the text says to an operation such as `restore_disk`: a verdict word, or "" when it can't be told.

    Choices in a list are what a missing input would mean; they are not read.
    """
    verb, _, target = operation.partition("_")
    prose = "\n".join(line for line in plain(text).splitlines() if not re.match(r"\s*[-*]\s", line))
    if _NOT_COVERED.search(prose.partition("\n")[0]):
        return "not_covered"
    mention = _mention(verb, target)
    words = {word for clause in _CLAUSE.split(prose) if mention.search(clause) for word in _words(clause)}
    if words == {"stopped", _DELETED_WORD}:
        return _DELETED_WORD
    if len(words) == 1:
        return words.pop()
    return "depends" if words else ""


def _mention(verb: str, target: str) -> re.Pattern[str]:
    """The operation's name: its verb and, soon after and with no other verb between, its target."""
    verbs = "|".join(_VERBS.values())
    return re.compile(f"(?:{_VERBS[verb]})(?:(?!{verbs}).){{0,25}}?(?:{_TARGETS[target]})", re.IGNORECASE)


def _words(clause: str) -> set[str]:
    if _DEPENDS.search(clause):
        return {"depends"}
    if _STOPPED.search(clause):
        return {_DELETED_WORD if _DELETED.search(clause) else "stopped"}
    return {"allowed"} if _ALLOWED.search(clause) else set()


def product_verdict(text: str) -> str:
    """`listed`, `not_listed`, or "" when the first sentences say neither or both."""
    said = " ".join(re.split(r"(?<=[.!?])\s+", plain(text))[:2])
    negative, positive = bool(_NOT_LISTED.search(said)), bool(_LISTED.search(said))
    if negative == positive:
        return ""
    return "not_listed" if negative else "listed"


def quantities(text: str) -> frozenset[tuple[Decimal, str]]:
    """Numbers, also those in words up to ten, with their units: sizes in GB, "day" for days."""
    digits = _NUMBER_WORD.sub(lambda match: str(_NUMBER_WORDS[match[0].lower()]), plain(text))
    found = set()
    for match in _QUANTITY.finditer(digits):
        number = re.sub(r",(?=\d{3}\b)", "", match[1]).replace(",", ".")
        if number.count(".") > 1:
            continue
        unit = (match[2] or "").lower().removesuffix("s")
        found.add((Decimal(number) * _IN_GB.get(unit, Decimal(1)), "gb" if unit in _IN_GB else unit))
    return frozenset(found)
