"""Finds products and versions however they are spelled: `w2k8r2`, `SQL 2012sp1`, `SPS 2016`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from assistant.decisions.expressions.patterns import lazy
from assistant.understanding.product.gazetteer import ALONE, EDITIONS, SYSTEMS, UNVERSIONED, VERSIONED
from assistant.understanding.product.instances import sql_instances
from assistant.understanding.product.product_machines import named_machines
from assistant.understanding.product.version_words import EDITION, R2, SET, SP, VERSION, YEAR
from assistant.understanding.reading import Product
from assistant.understanding.word_rules import lazy_family, lazy_rules

_VERSIONED = {
    family: rf"(?<![\w.])(?:{names})[\s_-]*(?:edition\s+|version\s+|v)?{VERSION}"
    r"(?![\d.,]*\d|\s*(?:gb|tb|mb|days?|years?|disks?|points?|%))"
    rf"{R2}{SP}{EDITION}"
    for family, names in VERSIONED.items()
}
# "the 2010 version of SharePoint", "an older SharePoint, the 2013 one".
_VERSION_FIRST = {
    family: rf"(?<![\w.])\b(?:the|an?)\s+{VERSION}{R2}{SP}\s+(?:version|release|edition|generation)\s+"
    rf"of\s+(?:{names})"
    for family, names in VERSIONED.items()
}
# "2019 sql?", but not "since 2019 SQL fails" nor "Server 2016 SQL 2014".
_NO_VERSION = (
    "in since from until till by of before after during year "
    "windows server servers srv win sql sharepoint exchange office project dpm mabs"
)
_VERSION_BEFORE = {
    family: "".join(rf"(?<!\b{word} )" for word in _NO_VERSION.split())
    + rf"(?<![\w./:-])(?P<year>{YEAR}){R2}{SP}[\s-]+(?:{VERSIONED[family]})(?<=\w)\b"
    r"(?![\s_-]*(?:v\.?|version\s+)?(?:\d|['\u2019]\d|r2\b)|\s+(?:box|vm|machine|host|guest|node)s?\b)"
    for family in ("sql-server", "sharepoint", "exchange")
}
_VERSION_BEHIND = {
    family: rf"(?<![\w.])(?:{names})(?:\s+servers?)?\s*[,(]\s*(?:the\s+)?{VERSION}{R2}{SP}\s+"
    r"(?:one|version|release|edition)\b"
    for family, names in VERSIONED.items()
}
# "the SQL boxes are all on 2014": told of the machines that are called by the product.
_VERSION_TOLD = {
    family: rf"(?<![\w.])(?:{names})(?:\s+(?!(?:for|by|from|in|and|or|with)\b)[a-z]+){{0,3}}?"
    r"\s+(?:is|are|runs?|sits?|stays?)"
    rf"(?:\s+(?:all|both|still|at|on|version|the|currently|only|just)){{0,3}}\s+(?P<year>{YEAR}){R2}{SP}"
    r"(?![\w:/-]|\.\d|\s+(?:box|vm|machine|host|guest|server)(?:e?s)?\b)"
    for family, names in VERSIONED.items()
    if family not in SYSTEMS
}
_WITH_VERSION = lazy_family(_VERSIONED, _VERSION_FIRST, _VERSION_BEFORE, _VERSION_BEHIND, _VERSION_TOLD)
_UNVERSIONED = lazy_rules(
    {family: rf"(?<![\w-])(?:{names})(?![\w-])" for family, names in UNVERSIONED.items()}
)
_ALONE = lazy_rules(ALONE)
# A version whose own words tell Windows Server: "2012 R2 Essentials", "a 2016 server", "one 2008 R2 box".
_WINDOWS_BY_REST = lazy(
    rf"(?<![\w./:-])(?P<year>{YEAR}|2k\d{{1,2}}){R2}{SP}"
    r"(?:[\s*\"'_(-]+(?P<edition>datacenter|data\s?center|essentials|foundation|nano)\b"
    r"|(?:[\s,(-]+(?P<kind>enterprise|standard|std|ent)\b\.?(?:\s+(?:edition|ed\b\.?))?)?[\s-]+(?:windows"
    r"\s+)?"
    r"(?:(?:file|print|web|app|application|terminal|member|domain|old|core)\s?)?"
    r"(?:servers?|srv|box(?:es)?|machines?|vms?|hosts?|guests?|dcs?|controllers?|(?:gallery\s)?images?)\b)"
)
# What runs on Windows Server, whatever was told before: "SQL 2014 and a 2016 file server".
_ROLE_BEHIND = lazy(
    r"\s+(?:(?:standard|datacenter|std)\s+)?(?:(?:file|print|terminal|member|domain|wsus|dns|dhcp)[\s-]?"
    r"(?:servers?|controllers?|box(?:es)?|vms?|hosts?)|fileservers?|dcs?)\b"
)
_EDITION_ALONE = lazy(
    r"\b(?:data\s?center|essentials|foundation|nano)\b"
    r"|\b(?:enterprise|standard|std)\b(?=\s+(?:edition|one|sku|version)|\W*$)"
)
_EDITION_BEFORE = lazy(r"\bnano\b")
_MORE_VERSIONS = lazy(
    r"(?:,|/|&|\+|[-=]*>|\u2192|\band\b|\bor\b|\bvs\.?\b|\bversus\b|\bto\b|\bbut\s+not\b|\band\s+also\b"
    r"|\bnot\b"
    rf"|\s)+(?:the\s+)?(?P<year>{YEAR}){R2}{SP}{EDITION}(?!\s*(?:gb|tb|days?)|\s+(?:sql|share|exch"
    rf"|sps\b))"
)
_SYSTEM_VERSION = lazy(
    rf"\b(?:os|operating systems?)\b(?:\s+(?:version|is|of|being|then|on it|there"
    rf"|=))*[\s,:(-]+(?P<year>{YEAR}){R2}{SP}"
    r"(?![\w:/-]|\.\d)"
)
_VERSION_OF_SYSTEM = lazy(rf"(?<![\w./:-])(?P<year>{YEAR}){R2}{SP}(?=\s+(?:os|operating system)\b)")
_BARE = lazy(
    rf"(?<!dpm )(?<!manager )(?<![\w./:-])(?P<year>20(?:0[03578]|1[0-9]|2[0-5])"
    rf"|2k\d{{1,2}}){R2}{SP}(?![\w/-]|:[\w\\/]|\.\d|[\s_-]r2\b"
    # of the year that a document is from
    r"|\s+(?:support\s+|protection\s+|public\s+|microsoft\s+)?(?:matrix|documents?|docs?|articles?|papers?|pages?"
    r"|printouts?|pdfs?|blogs?)\b)"
)


_MACHINES_LISTED = lazy(
    r"\b(?:vms|servers|machines|boxes|hosts|guests)\s*(?::|\(|=|[-–]\s)\s*(?P<list>[^.?!)\n]{4,120})"
)

_SUBSCRIPTION_EDITION = lazy(
    r"(?<![\w.])(?:share[\s_-]?point|sps?)(?:[\s_-]+servers?)?[\s,_(-]+(?:subscription[\s_-]+ed(?:ition|\.?)\b|se\b)"
)
# A service pack told apart from the version: "a 2012 instance with SP1", "2012 at SP1 level".
_PACK_APART = lazy(
    r"(?P<gap>[^.?!;,]{0,40}?)\b(?:(?P<unset>(?:sp\s?\d?|service\s?packs?(?:\s?(?:\d|one))?)\s+"
    r"(?:(?:(?:was|were|is|has|had|got)\s+)?(?:never|not)\s+(?:been\s+)?(?:installed|applied|added|put"
    r"|rolled)"
    r"|(?:is\s+)?(?:missing|absent|lacking)))|(?P<none>(?:no|without|never|lacks|lacking"
    r"|missing)\s+(?:\w+\s+){0,2}?)"
    r"(?:sp\s?\d?|service\s?packs?(?:\s?\d)?)|(?:with|at|on|has|have|got|is|plus|runs?|running|incl\w*"
    r"|(?<!be )(?:patched|updated|brought|raised|serviced|taken)(?:\s+up)?\s+to)\s+(?:\w+\s+)?"
    r"(?:sp|service\s?pack)\s?(?P<sp>\d|one|two|three|four))\b"
    rf"{SET}"
)
_PACK_BEHIND = lazy(rf"[\s,(-]{{1,3}}(?:sp|service\s?pack)\s?(?P<sp>\d|one|two|three|four)\b{SET}")
OTHER_VERSIONS = lazy(r"\b(?:older|newer|earlier|later|other|previous)\s+(?:ones|versions|releases)\b")
"""Versions besides the one that a talk is about, of which none is named."""

_PACK_WORDS = ("one", "two", "three", "four")
_PACK_ALONE = lazy(
    r"(?P<none>\b(?:no|without|never)\s+(?:\w+\s+){0,2}?(?:sp\b|service\s?pack))|\b(?:sp"
    r"|service\s?pack)\s?(?P<sp>\d)\b"
)
_NAMES_OTHER = lazy(r"\b(?:sql|windows|sharepoint|exchange|sps|server \d)\b")
_PACK_NEEDED = lazy(
    r"\b(?:need(?!ful)|requir|demand|must|should|want|ask|insist|prescrib|mandator|necessar)\w*\b"
    # the protection is asked for, not the pack
    r"(?!\s+(?:for\s+)?(?:(?:the|a|our|us|about|whether|if)\s+)*(?:protect|back|support|cover)\w*)"
    # nor what only leads in to the question
    r"(?!\s+(?:help|advice|something|an?\s+(?:\w+\s+)?answer|to\s+(?:know|ask)"
    r"|for\s+(?:an?|our|my|the)\s+(?:client|customer|colleague|friend|boss|team))\b)"
)
# What a name says is not meant, unless with a version: "the semi-annual channel of Windows Server".
_HIDES = {
    "windows-server-sac": frozenset({"windows-server"}),
    "office-365": frozenset({"sharepoint", "exchange"}),
    "sql-service": frozenset({"sql-server"}),
}


class _Found(NamedTuple):
    """A product and where its words stand."""

    start: int
    end: int
    product: Product


@lru_cache(maxsize=64)  # a message is read by itself, and its roles and clauses are looked at again
def find_products(text: str) -> tuple[Product, ...]:
    """The products named in `text`, in order, without repeats."""
    found = _named(text)
    found += [
        _Found(*match.span(), _product("windows-server", match, text))
        for match in _WINDOWS_BY_REST().finditer(text)
        if not any(item.start < match.end() and match.start() < item.end for item in found)
    ]
    found += _listed(text, found)
    found += [] if any(item.product.version for item in found) else _of_system(text)
    named = {item.product.family for item in found}
    for family, pattern in _ALONE().possible(text):
        if family not in named:
            found += _matches([(family, pattern)], text)[:1]
    hidden = frozenset[str]().union(*(_HIDES.get(item.product.family, frozenset()) for item in found))
    return _without_overlap(
        [item for item in found if item.product.version or item.product.family not in hidden]
    )


def _listed(text: str, found: list[_Found]) -> list[_Found]:
    """The versions that stand by themselves where machines are listed: "3 VMs: 2012 R2, 2019, SQL 2016"."""
    return [
        _Found(match.start(), match.end(), _product("windows-server", match, text))
        for machines in _MACHINES_LISTED().finditer(text)
        for match in _BARE().finditer(text, machines.start("list"), machines.end("list"))
        if not any(item.start < match.end() and match.start() < item.end for item in found)
    ]


def _of_system(text: str) -> list[_Found]:
    """The version of which it is said that it is an operating system's: "the OS, 2019"."""
    return [
        _Found(
            match.start(), match.end(), replace(_product("windows-server", match, text), words=match["year"])
        )
        for pattern in (_SYSTEM_VERSION(), _VERSION_OF_SYSTEM())
        for match in pattern.finditer(text)
    ]


def _named(text: str) -> list[_Found]:
    return [
        *_versioned(text),
        *_without_year(text),
        *_of_machines(text),
        *_instances(text),
        *_matches(_UNVERSIONED().possible(text), text),
    ]


def _without_year(text: str) -> Iterator[_Found]:
    """SharePoint's version that has no year."""
    for match in _SUBSCRIPTION_EDITION().finditer(text):
        yield _Found(*match.span(), Product("sharepoint", "Subscription Edition", words=match[0]))


def _of_machines(text: str) -> Iterator[_Found]:
    """The versions beside machines whose names tell the product: "SP01 2019"."""
    for family, match in named_machines(text):
        yield _Found(match.start(), match.end(), _product(family, match, text))


def _instances(text: str) -> Iterator[_Found]:
    """The versions of instances that are told without their product: "a 2014 instance of the DBA"."""
    for match in sql_instances(text):
        yield _Found(match.start(), match.end(), _product("sql-server", match, text))


def _versioned(text: str) -> Iterator[_Found]:
    """Products with the version behind their name, and further versions told after it."""
    for family, pattern in _WITH_VERSION().possible(text):
        for match in pattern.finditer(text):
            product = _with_pack(_product(family, match, text), text, match.end())
            yield _Found(match.start(), match.end(), product)
            yield from _continued(family, text, match.end())


def _matches(patterns: Iterable[tuple[str, re.Pattern[str]]], text: str) -> list[_Found]:
    """Products that are told by name alone."""
    return [
        _Found(match.start(), match.end(), Product(family, words=match[0]))
        for family, pattern in patterns
        for match in pattern.finditer(text)
    ]


def families_in(text: str) -> frozenset[str]:
    """The families of all products named in `text`, those within another product's name too."""
    return frozenset(item.product.family for item in _named(text))


def find_bare_versions(text: str) -> tuple[Product, ...]:
    """Versions told without a product ("what about 2014?"): products with an empty family.

    A service pack is told of the only one, wherever it stands: "and 2012, never patched, no SP".
    """
    found = tuple(_product("", match, text) for match in _BARE().finditer(text))
    pack = find_pack(text) if len(found) == 1 and not _PACK_NEEDED().search(text) else None
    if pack is None or found[0].service_pack is not None:
        return found
    return (replace(found[0], service_pack=pack),)


def find_pack(text: str) -> int | None:
    """The service pack told without a product ("and with SP1?"): 0 for none, None when it isn't told."""
    told = _PACK_ALONE().search(text)
    if not told:
        return None
    return 0 if told["none"] else int(told["sp"])


def find_edition(text: str) -> str:
    """The edition told without a product ("it's the Essentials edition"); empty where none is."""
    told = _EDITION_ALONE().search(text)
    name = re.sub(r"\s", "", told[0].lower()) if told else ""
    return EDITIONS.get(name, name.title())


def _continued(family: str, text: str, start: int) -> Iterator[_Found]:
    """Further versions of the same family: "SQL 2016, 2017 and 2019"."""
    position = start
    while match := _MORE_VERSIONS().match(text, position):
        if family != "windows-server" and _ROLE_BEHIND().match(text, match.end()):
            return
        yield _Found(match.start(), match.end(), _product(family, match, text))
        position = match.end()


def _product(family: str, match: re.Match[str], text: str) -> Product:
    year = match["year"].lower().lstrip("'\u2019")
    if year.startswith("2k"):
        year = f"20{int(year[2:]):02d}"
    elif len(year) == 2:
        year = f"20{year}"
    groups = match.groupdict()
    edition = (groups.get("edition") or groups.get("kind") or "").lower()
    if not edition and (before := _EDITION_BEFORE().search(text, match.start(), match.end())):
        edition = before[0].lower()
    return Product(
        family=family,
        version=year + (" R2" if match["r2"] else ""),
        service_pack=_pack(match["sp"]) if match["sp"] else 0 if match["nosp"] else None,
        edition=EDITIONS.get(edition, edition.title()),
        words=" ".join(text[match.start() : match.end()].split()).strip(" ,("),
    )


def _with_pack(product: Product, text: str, end: int) -> Product:
    """`product` with a service pack that is told a few words behind it, unless one is only asked for."""
    if product.service_pack is not None:
        return product
    if behind := _PACK_BEHIND().match(text, end):  # behind the edition
        return replace(product, service_pack=_pack(behind["sp"]))
    told = _PACK_APART().match(text, end)
    lacking = told and told["none"]  # "with no SP on it" describes it, whatever is asked for elsewhere
    if told and not told["unset"] and _PACK_NEEDED().search(told["gap"] if lacking else text):
        return product
    if not told or any(pattern().search(told["gap"]) for pattern in (_BARE, _NAMES_OTHER)):
        return product
    return replace(product, service_pack=0 if told["none"] or told["unset"] else _pack(told["sp"]))


def _pack(number: str) -> int:
    """The number of a service pack, in figures or as a word."""
    return int(number) if number.isdigit() else _PACK_WORDS.index(number.lower()) + 1


def _without_overlap(found: list[_Found]) -> tuple[Product, ...]:
    """Longest first where two finds overlap; then in reading order, each product once."""
    kept: list[_Found] = []
    for item in sorted(found, key=lambda item: (-bool(item.product.version), item.start - item.end)):
        if all(item.end <= other.start or item.start >= other.end for other in kept):
            kept.append(item)
    unique: dict[tuple[str, str, int | None, str], Product] = {}
    for item in sorted(kept, key=lambda item: item.start):
        product = item.product
        key = (product.family, product.version, product.service_pack, product.edition)
        unique.setdefault(key, product)
    return tuple(unique.values())
