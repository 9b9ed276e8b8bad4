"""The rows of the guide's protection matrix, and the words by which products and versions are told."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from assistant.decisions.expressions.patterns import lazy
from assistant.decisions.guide import MATRIX
from assistant.decisions.types import DecisionInputError, Rule, Strength

NAME = "protection"


class Family(StrEnum):
    """The three product families of the matrix, by their names in it."""

    WINDOWS = "Windows Server"
    SQL = "SQL Server"
    SHAREPOINT = "SharePoint"


EDITIONS = ("Datacenter", "Enterprise", "Standard")
SAC = "Semi-Annual Channel"
LEVELS: Mapping[Family, tuple[str, ...]] = {
    Family.WINDOWS: ("Volumes", "Files", "Folders"),
    Family.SQL: ("Database",),
    Family.SHAREPOINT: ("Farm", "Database", "Frontend", "Web server"),
}
VERSIONS: Mapping[Family, tuple[str, ...]] = {
    Family.WINDOWS: (SAC, "2016", "2012 R2", "2012", "2008 R2"),
    Family.SQL: ("2016", "2014", "2012"),
    Family.SHAREPOINT: ("2016", "2013", "2010"),
}
REQUIRED_PACK = {(Family.SQL, "2012"): 1}


@dataclass(frozen=True, slots=True)
class Product:
    """A product as it was told. `service_pack` None: not told; 0: none installed."""

    family: Family | None
    version: str = ""
    edition: str = ""
    service_pack: int | None = None
    other: str = ""

    @property
    def name(self) -> str:
        """For people: "SQL Server 2012 SP1", "Windows Server 2016 Datacenter"."""
        pack = f"SP{self.service_pack}" if self.service_pack else ""
        words = (str(self.family) if self.family else self.other, self.version, pack, self.edition)
        return " ".join(word for word in words if word)


def _protected(family: Family) -> str:
    return ", ".join(word if n == 0 else word.lower() for n, word in enumerate(LEVELS[family]))


def _written(family: Family, version: str) -> str:
    """The first cell of a row, as the guide writes it."""
    if family is Family.WINDOWS:
        channel = "Semi Annual Channel" if version == SAC else version
        return f"{family} {channel} - {'/'.join(EDITIONS)}"
    return f"{row_name(family, version)}"


def row_name(family: Family, version: str) -> str:
    """The row's product for a sentence: "SQL Server 2012 SP1"."""
    pack = REQUIRED_PACK.get((family, version))
    return f"{family} {version}" + (f" SP{pack}" if pack else "")


def _rule(family: Family, version: str) -> Rule:
    conditions = {"product": str(family), "version": version}
    if family is Family.WINDOWS:
        conditions["edition"] = " or ".join(EDITIONS)
    if (family, version) in REQUIRED_PACK:
        conditions["service_pack"] = f"SP{REQUIRED_PACK[family, version]}"
    return Rule(
        id="-".join([f"{NAME}.{family.split()[0].lower()}", *version.lower().split()]),
        conditions=conditions,
        outputs={"listed": "yes", "row": _written(family, version), "protected": _protected(family)},
        source=MATRIX,
        strength=Strength.POSSIBILITY,
        text=f"{row_name(family, version)} is listed: {_protected(family).lower()}.",
    )


RULES = {(family, version): _rule(family, version) for family in Family for version in VERSIONS[family]}

_FAMILIES = {
    Family.WINDOWS: r"(?:microsoft\s+|ms\s+)?(?:win(?:dows)?\s*(?:srv|svr|server)?|server|w2k|ws)",
    Family.SQL: r"(?:microsoft\s+|ms\s+)?(?:sql\s*(?:server|srv|svr)?|mssql)",
    Family.SHAREPOINT: r"(?:microsoft\s+|ms\s+)?(?:share\s*point(?:\s*server)?|sps|sp(?=\s*20[12]\d))",
}
_CLIENTS = lazy(r"windows\s*(?:xp|vista|7|8(?:\.1)?|10|11)\b(?!\d)")
_PRODUCT = lazy(
    "^(?:"
    + "|".join(f"(?P<{family.name}>{words})" for family, words in _FAMILIES.items())
    + r")(?P<rest>(?![a-z]).*)$"
)
_PACK = lazy(
    r"(?<![a-z])(?:sp|service\s*pack)\s*(?P<number>\d{1,2})\b|\b(?P<none>rtm|no\s+(?:sp|service\s*pack))\b"
)
_SAC = lazy(
    r"\bsac\b|semi[\s-]*annual(?:\s+channel)?|\b(?:version\s+)?(?:1709|1803|1809|1903|1909|2004|20h2)\b"
)
_YEAR = lazy(r"(?P<year>(?:19|20)\d\d|(?<=2k)\d{1,2}|(?:se|subscription\s+edition|online))\s*(?P<r2>r\s*2)?")
_EDITIONS = (
    "datacenter|data\\s*center|enterprise|standard|essentials|foundation|express|web|developer|core|nano"
)
_EDITION = lazy(rf"\b(?P<edition>(?:server\s+)?(?:{_EDITIONS}))\b")


def parse_product(text: str) -> Product:
    """A product as people write it ("sql 2012 sp1", "w2k8r2"); products outside the matrix keep their name.

    DecisionInputError when the text is empty.
    """
    cleaned = re.sub(r"[\s_]+", " ", text).strip()
    if not cleaned:
        raise DecisionInputError("Name a product, such as SQL Server 2016.", "product")
    if _SAC().match(cleaned):
        cleaned = f"{Family.WINDOWS} {cleaned}"
    match = _PRODUCT().match(cleaned)
    if not match or _CLIENTS().match(cleaned):
        return Product(None, other=cleaned)
    family = next(family for family in Family if match[family.name])
    rest = match["rest"]
    pack = _PACK().search(rest)
    edition = _EDITION().search(rest)
    return Product(
        family,
        version=parse_version_words(family, _PACK().sub(" ", rest), short=match[0].lower().startswith("w2k")),
        edition=canonical_edition(edition["edition"]) if edition else "",
        service_pack=None if not pack else int(pack["number"] or 0),
    )


def parse_version_words(family: Family, text: str, *, short: bool = False) -> str:
    """A version in the matrix's spelling ("2012 R2", "Semi-Annual Channel"); empty when the text has none.

    `short`: the text follows "w2k", so that its first figures are the last of the year.
    """
    if family is Family.WINDOWS and _SAC().search(text):
        return SAC
    match = (
        re.match(r"\s*(?P<year>\d{1,2})\s*(?P<r2>r\s*2)?", text, re.IGNORECASE)
        if short
        else _YEAR().search(text)
    )
    if not match:
        return ""
    year = match["year"].lower()
    year = {"se": "Subscription Edition", "online": "Online"}.get(year, year)
    year = "Subscription Edition" if year.startswith("subscription") else year
    year = f"20{int(year):02}" if year.isdigit() and len(year) < 4 else year
    return f"{year} R2" if match["r2"] else year


def canonical_edition(text: str) -> str:
    """An edition's name in one spelling: "Datacenter", "Server Core" as "Core"."""
    words = re.sub(r"^server\s+", "", text.strip().lower())
    return {"data center": "Datacenter"}.get(words, words.title())
