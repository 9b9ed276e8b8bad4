"""Finds products and versions however they are spelled: `w2k8r2`, `SQL 2012sp1`, `SPS 2016`, `Server 2019`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.understanding.reading import Product

_YEAR = r"(?:20[0-3]\d|199\d)"
_VERSION = rf"(?P<year>{_YEAR}|2k\d{{1,2}}|['\u2019]?\b1[6-9]\b|['\u2019]?\b2[0-5]\b)"
_R2 = r"(?P<r2>[\s_-]*r[\s_-]?2\b)?"
_SP = r"(?:[\s,_-]*(?:with\s+)?(?:sp|service\s*pack)[\s_-]?(?P<sp>\d)\b|[\s,(_-]*(?P<nosp>(?:with\s+)?(?:without|w/o|no|minus)\s+(?:an?y?\s+|the\s+)?(?:sp|service\s*packs?)\b|rtm\b))?"
_EDITION = (
    r"(?:[\s,(_-]*(?P<edition>datacenter|data\s?center|dc\s?edition|enterprise|standard|std|ent|essentials|foundation|"
    r"express|web|developer|core|business intelligence)(?:\s*(?:edition|ed\.?))?\b)?"
)

# family -> the names it goes by, with a version behind it
_VERSIONED = {
    "windows-server": r"(?:microsoft\s+|ms\s+)?(?:windows|win|wind?ows)[\s_-]*(?:server|srv|svr)?|w(?=2k|20\d\d)|ws|wsrv|(?<!sql )(?<!sql)(?<!exchange )(?<!point )(?<!backup )(?<!sync )\bserver|\bsrv|\bsvr",
    "sql-server": r"(?:microsoft\s+|ms[\s_-]?)?sql[\s_-]*(?:server|srv|svr|db|database)?|ms{1,3}q?l|m{1,2}s{1,3}ql",
    "sharepoint": r"(?:microsoft\s+|ms\s+)?share[\s_-]?point(?:[\s_-]*(?:server|foundation|farm))?|sps|sp(?=[\s_-]?20\d\d)",
    "exchange": r"(?:microsoft\s+|ms\s+)?exchange(?:[\s_-]*server)?",
}
_VERSIONED_PATTERNS = {
    family: re.compile(
        rf"(?<![\w.])(?:{names})[\s_-]*(?:edition\s+|version\s+|v)?{_VERSION}(?![\d.,]*\d|\s*(?:gb|tb|mb|days?|years?|vms?|servers|disks?|points?|%)){_R2}{_SP}{_EDITION}",
        re.IGNORECASE,
    )
    for family, names in _VERSIONED.items()
}
_MORE_VERSIONS = re.compile(
    rf"\s*(?:,|/|&|\+|\band\b|\bor\b|\bvs\.?\b|\bversus\b|\bto\b|\bbut\s+not\b|\band\s+also\b|\bnot\b|\s)+\s*(?:the\s+)?(?P<year>{_YEAR}){_R2}{_SP}{_EDITION}(?!\s*(?:gb|tb|days?))",
    re.IGNORECASE,
)
_BARE = re.compile(
    rf"(?<![\w./:-])(?P<year>20(?:0[038]|1[0-9]|2[0-5])|2k\d{{1,2}}){_R2}{_SP}(?![\w:/-]|\.\d)", re.IGNORECASE
)

# families that are told without a version, or whose version does not matter because none is listed
_UNVERSIONED: tuple[tuple[str, str], ...] = (
    (
        "windows-server-sac",
        r"semi[\s-]*annual(?:\s+channel)?|\bsac\b|windows server (?:version )?(?:1709|1803|1809|1903|1909|2004|20h2)",
    ),
    ("linux", r"linux|ubuntu|rhel|red\s?hat|centos|debian|suse|sles|oracle linux|alma\s?linux|rocky"),
    ("macos", r"mac\s?os(?:\s?x)?|\bmacs?\b|macbooks?|os\s?x"),
    (
        "windows-client",
        r"windows\s*(?:10|11|7|8(?:\.1)?|xp|vista)\b|win\s?(?:10|11|7|8)\b|laptops?|workstations?|client (?:os|pc|machine)s?|desktops?(?! computer)",
    ),
    ("oracle", r"oracle(?:\s*(?:db|database|server))?(?! linux)"),
    ("mysql", r"my\s?sql|maria\s?db"),
    ("postgresql", r"postgres(?:ql)?|pgsql"),
    ("sap-hana", r"sap(?:\s+hana)?\b|\bhana\b"),
    ("mongodb", r"mongo\s?db|cassandra|redis"),
    ("vmware", r"vm\s?ware|esxi?\b|vsphere|vcenter"),
    ("hyper-v", r"hyper[\s-]?v(?:\s+(?:vms?|virtual machines?|guests?|hosts?))?"),
    ("active-directory", r"active directory(?: domain services)?|\bntds\b|ad ds"),
    ("dynamics", r"dynamics(?:\s+(?:crm|365|ax|nav))?"),
    ("office-365", r"(?:office|microsoft|m)\s?365|exchange[\s-]+online|onedrive|share-?\s?point[\s-]+online"),
    (
        "file-server-nas",
        r"\bnas\b|netapp|\bsmb shares?|network[\s-]attached storage|synology|storage area network",
    ),
    ("kubernetes", r"kubernetes|\baks\b|docker|containers?(?! in azure)"),
    ("azure-vm", r"azure (?:iaas )?vms?\b(?! size)"),
)
_UNVERSIONED_PATTERNS = tuple(
    (family, re.compile(rf"(?<![\w-])(?:{names})(?![\w-])", re.IGNORECASE)) for family, names in _UNVERSIONED
)
_FAMILY_ALONE = (
    (
        "sql-server",
        re.compile(
            r"(?<![\w.])(?:ms[\s_-]?)?sql(?:\s*server)?(?:\s*(?:dbs?|databases?))?\b|\bmssql\b", re.IGNORECASE
        ),
    ),
    ("sharepoint", re.compile(r"\bshare[\s_-]?point(?! online)\b|\bsps\b", re.IGNORECASE)),
    ("exchange", re.compile(r"\bexchange(?! online)(?:\s+server|\s+mailbox(?:es)?)?\b", re.IGNORECASE)),
    ("windows-server", re.compile(r"\bwindows\s+servers?\b", re.IGNORECASE)),
)
_EDITIONS = {"std": "Standard", "ent": "Enterprise", "data center": "Datacenter", "dc edition": "Datacenter"}


def find_products(text: str) -> tuple[Product, ...]:
    """The products named in `text`, in order, without repeats."""
    found: list[tuple[int, int, Product]] = []
    for family, pattern in _VERSIONED_PATTERNS.items():
        for match in pattern.finditer(text):
            found.append((match.start(), match.end(), _product(family, match, text)))
            found.extend(_continued(family, text, match.end()))
    for family, pattern in _UNVERSIONED_PATTERNS:
        found.extend(
            (match.start(), match.end(), Product(family, words=match[0])) for match in pattern.finditer(text)
        )
    for family, pattern in _FAMILY_ALONE:
        for match in pattern.finditer(text):
            if not any(product.family == family for _, _, product in found):
                found.append((match.start(), match.end(), Product(family, words=match[0])))
    if any(product.family == "windows-server-sac" for _, _, product in found):
        found = [item for item in found if item[2].version or item[2].family != "windows-server"]
    if any(product.family == "office-365" for _, _, product in found):
        found = [
            item for item in found if item[2].version or item[2].family not in {"sharepoint", "exchange"}
        ]
    return _without_overlap(found)


def find_bare_versions(text: str) -> tuple[Product, ...]:
    """Versions told without a product ("what about 2014?"): products with an empty family."""
    return tuple(_product("", match, text) for match in _BARE.finditer(text))


def _continued(family: str, text: str, start: int) -> Iterator[tuple[int, int, Product]]:
    """Further versions of the same family: "SQL 2016, 2017 and 2019"."""
    position = start
    while match := _MORE_VERSIONS.match(text, position):
        yield match.start(), match.end(), _product(family, match, text)
        position = match.end()


def _product(family: str, match: re.Match[str], text: str) -> Product:
    year = match["year"].lower().lstrip("'\u2019")
    if year.startswith("2k"):
        year = f"20{int(year[2:]):02d}"
    elif len(year) == 2:
        year = f"20{year}"
    groups = match.groupdict()
    edition = (groups.get("edition") or "").lower()
    return Product(
        family=family,
        version=year + (" R2" if match["r2"] else ""),
        service_pack=int(match["sp"]) if match["sp"] else 0 if match["nosp"] else None,
        edition=_EDITIONS.get(edition, edition.title()),
        words=" ".join(text[match.start() : match.end()].split()).strip(" ,("),
    )


def _without_overlap(found: list[tuple[int, int, Product]]) -> tuple[Product, ...]:
    """Longest first where two finds overlap; then in reading order, each product once."""
    kept: list[tuple[int, int, Product]] = []
    for start, end, product in sorted(found, key=lambda item: (-bool(item[2].version), -(item[1] - item[0]))):
        if all(end <= other_start or start >= other_end for other_start, other_end, _ in kept):
            kept.append((start, end, product))
    unique: dict[tuple[str, str, int | None, str], Product] = {}
    for _, _, product in sorted(kept, key=lambda item: item[0]):
        key = (product.family, product.version, product.service_pack, product.edition)
        unique.setdefault(key, product)
    return tuple(unique.values())
