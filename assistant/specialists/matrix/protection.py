"""Puts a reading to the protection matrix: is it listed, at which level, what does the matrix hold at all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.answer import Choice, Finding, Missing, Statement
from assistant.decisions.expressions.patterns import compiled, lazy
from assistant.decisions.matrix import protection
from assistant.decisions.matrix.protection_rules import RULES, SAC, Family, Product
from assistant.decisions.types import DecisionResult
from assistant.specialists.matrix import named_parts
from assistant.specialists.matrix.version_extremes import extremes
from assistant.specialists.notes import with_first
from assistant.specialists.prerequisite_checks.check_words import HANDLED
from assistant.specialists.prerequisite_checks.software import is_backup_servers
from assistant.specialists.table_findings import finding_of, without_lead
from assistant.understanding import reading as understood
from assistant.understanding.message.polarity import lead_word
from assistant.understanding.message.question_forms import leaves_out
from assistant.understanding.product.products import OTHER_VERSIONS, find_bare_versions
from assistant.understanding.reading import QuestionKind, Reading, Role
from assistant.understanding.topics import WHOLE_MACHINE

NAME = "protection"
BARE_WORDS = 12
FAMILIES = {
    "windows-server": Family.WINDOWS,
    "windows-server-sac": Family.WINDOWS,
    "sql-server": Family.SQL,
    "sharepoint": Family.SHAREPOINT,
}
_NAMES = {
    "linux": "Linux",
    "macos": "macOS",
    "windows-client": "A Windows client system",
    "oracle": "Oracle",
    "sql-service": "SQL as a service",
    "mysql": "MySQL",
    "postgresql": "PostgreSQL",
    "sap-hana": "SAP HANA",
    "mongodb": "MongoDB",
    "vmware": "VMware",
    "hyper-v": "Hyper-V",
    "active-directory": "Active Directory",
    "dynamics": "Microsoft Dynamics",
    "office-365": "Microsoft 365",
    "file-server-nas": "Network-attached storage",
    "kubernetes": "Kubernetes",
    "azure-files": "Azure Files",
    "azure-blob": "Azure Blob Storage",
    "azure-vm": "An Azure VM",
    "exchange": "Exchange Server",
}
_OF_MANY = {"linux", "windows-client", "office-365", "mongodb", "file-server-nas", "sql-service"}
_UNLISTED_LEVELS = {
    "system state",
    "bare metal",
    "site or item",
    "search index",
    "instance",
    "table",
    "row",
    "registry",
    "availability group",
    "transaction logs",
    "mailboxes",
    "directory objects",
}
_HOLDS = {"listed", "level_listed"}
# Of these it is asked whether one gets them back, in whatever words.
_GOT_BACK = {"mailboxes", "directory objects"}
_BROUGHT_BACK = compiled(r"\b(?:brings?|gets?|gives?|puts?)\b[^.?!,]{0,20}\bback\b")
# The product is where Azure Backup Server itself goes, or what it uses, not what it protects.
_HOST = compiled(
    r"\b(?:install|run|deploy|put|(?<!hyper-v )(?<!hyperv )(?<!esxi )(?<!vmware )host|build|set ?up"
    r"|setup|place|start|live|sit|reside|move|migrate"
    r"|upgrade)\w*\b[^.?!\n]{0,40}\b(?:mabs|azure backup server|backup server|dpm|abs"
    r"|server vm)\b[^.?!\n]{0,30}\b(?:on|onto|under|from)\b"
    r"|\b(?:install|deploy|put|host|set ?up)\w*\s+it\s+(?:on|onto|under)\b"
    r"|\b(?:mabs|azure backup server|backup server|dpm|abs)\b[^.?!\n]{0,40}\b(?:run|install\w*|live"
    r"|deployed|hosted|sit|go|reside|be put)\b[^.?!\n]{0,20}\b(?:on|onto|under)\b"
    r"|\b(?:need\w*|want\w*|requir\w*|use|for|under)\s+(?:\w+\s+){0,3}?(?:mabs|azure backup server"
    r"|backup server)\s+(?:server|vm|machine|box|host|itself)\b"
    r"|\b(?:image|gallery|os for|operating system for|base os)\b"
    r"|\b(?:install|put|deploy|set up)\s+(?:mabs|azure backup server|it|dpm|abs)\s+(?:there|here|in there"
    r"|on)\b",
)
# "put it under protection", "bring it into a protection group": it is to be protected, not moved.
_PUT_UNDER = compiled(
    r"\b(?:put|plac|bring|tak|mov|set|run)\w*\b[^.?!\n]{0,40}?\b(?:under|into"
    r"|in)\s+(?:\w+\s+){0,2}?protection\b",
)
_OWN_DATABASE = compiled(
    r"\b(?:dpmdb|remote|own|local|bundled|central|instance|licen[cs]es?|binaries|comes with|use (?:our|my"
    r"|an|the) (?:existing )?sql|require\w*|needs?|version of sql|cluster)\b",
)
_GUIDE = r"(?:guide|docs?|documentation|article|manual|handbook)"
_PROTECTS = compiled(
    r"\b(?:un)?(?:protect|support)\w*|\b(?:count|rely|bank) on\b|\b(?:it|table|guide) names?\b|\bmatrix\b"
    r"|\blist\b|\bback(?:ing|ed|s)?[\s-]?ups?\b(?!\s+server)|\blisted\b"
    r"|\bcover(?:s|ed)?\b|\bworkloads?\b|\bcompatible\b|\bok\b|\bin scope\b|\beligible\b"
    r"|\bdata[ -]?sources?\b"
    r"|\bcan (?:i|we|it|you|mabs|dpm|azure backup server)\b|\brecover\w*|\brestor\w*|\bhandles?\b"
    r"|\btake care\b|\btakes?\b|\bsafe\w*|\bsav(?:e|es|ed|ing)\b|\bin (?:the|that|this|your) table\b"
    r"|\b(?:mabs|it|dpm|server|product|tool)\s+(?:can |will )?(?:do|does|help)\b|\bhelp\b[^.?!]{0,12}\bwith\b"
    r"|\byes or no\b"
    r"|\bwhat about\b|\bhow about\b|\bwork\w*|\ballowed\b|\bpossible\b"
    r"|\brecogni[sz]e\w*|\bin or out\b|\brows?\b|\bgood to go\b|\bfine with\b|\btrue\s*\?"
    r"|\b(?:table|matrix|row)\s+(?:say|tell|state|give|show|put|know|have|hold|list)s?\b"
    r"|\by/n\b|\bgive for\b|\bignor\w*|\blook(?:s|ing)? after\b"
    rf"|\b{_GUIDE}\b[^.?!]{{0,25}}\b(?:says?|mentions?|tells?|cover\w*)\b"
    rf"|\b(?:anything|something|nothing|a word|mentioned|what)\b[^.?!]{{0,30}}"
    rf"\b(?:in|by) (?:the |your )?{_GUIDE}\b"
    r"|\b(?:left|leaves?|leaving) out\b|\b(?:give|get|bring|hand|put)\b[^.?!,]{0,20}\bback\b|\bdifference\b",
)
_OVERVIEW = compiled(
    r"\b(?:what|which)\b[^.?!]{0,60}\b(?:protect\w*|workloads?|data sources?|products?|versions?|os(?:es)?"
    r"|operating systems?|windows servers?|can (?:i|we|it|mabs|you) back)\b|\b(?:show|list|give"
    r"|print)\b[^.?!]{0,40}\b(?:matrix|protected|workloads?)\b|\b(?:oldest|newest|latest|lowest|highest"
    r"|earliest|most recent)\b|\b(?:protection|support) matrix\b|\beverything\b[^.?!]{0,30}\bprotect\w*",
)
# A family without a version: only when the matrix itself is asked about, not how or where a thing is done.
_HANDLED = compiled(HANDLED)
_FAMILY_ASKED = compiled(
    rf"{HANDLED}|\bworks?\b|\bversions?\b|\bprotect\w*|\bmatrix\b|\bsupport(?:s|ed)?\b|\blisted\b|\bcover(?:s|ed)\b"
    r"|\bback\w*[\s-]?up\b|\bdifference\b|\brows?\b",
)
_ELSEWHERE = compiled(
    r"\b(?:how|where|next|pointer|article|docs?|document\w*|read|steps?|screen|settings?|button|link|page"
    r"|wizard|tick\w*|select\w*|choose|pick|drop-?down|menu|walk\w*|why|when)\b",
)
_OWN_NAME = compiled(
    r"\b(?:microsoft\s+)?azure\s+backup(?:\s+(?:server|agent|service))?\b"
    r"|\bbackup\s+(?:server|agent|admin\w*|jobs?|alerts?|storage|data|disks?|pool|infrastructure)\b",
)
# Down to what something is protected and got back: a row's levels, whichever version it has.
_GRAIN = compiled(
    r"\bgranular\w*|\b(?:which|what) levels?\b|\bwhat\b[^.?!]{0,30}\b(?:get|have"
    r"|bring)\b[^.?!]{0,12}\bback\b",
)
_WHEN_LOST = compiled(r"\bwhen\b(?=[^.?!]{0,30}\b(?:crash\w*|lost|gone|die[sd]?|fails?)\b)")
_WINDOWS_JOB = compiled(r"\b(?:file|print|member|dhcp|dns|terminal)[\s-]?servers?\b")
_FAMILY_LISTED = compiled(r"\b(?:matrix|support(?:s|ed)|listed|covered|protected\s*\?)")
_WHOLE = compiled(
    r"(?<!to )(?<!from )(?<!with )\b(?:what|which)\b"
    r"(?!\s+(?:\w+\s+)?(?:vaults?|disks?|drives?|locations?|places?|folders?|accounts?|agents?|ports?|times?|days?)\b)(?:\s+\w+){0,3}?\s+(?:can|does|do|will|is|are"
    r"|gets?)\s+(?:\w+\s+){0,3}?(?:be\s+)?(?:protect(?:s|ed)?"
    r"|back(?:ed)?[\s-]?up)\b(?![^.?!]*\b(?:cost|size|limit|tb|gb|benefit|password|port|first|when|how)s?\b)"
    r"|\b(?:which|what)\s+(?:kinds? of\s+)?(?:workloads?|data sources?|products?|versions?"
    r"|operating systems?|oses)\b"
    r"|\b(?:list|overview|summary) of\b[^.?!]{0,30}\b(?:workloads?|data sources?|products?|versions?)\b"
    r"|\b(?:whole|entire|full|complete|show|list|give|print|see)\b[^.?!]{0,30}\bmatrix\b"
    r"|\b(?:what|which)(?:['’]?s| is| are)?\s+(?:all\s+)?(?:covered|listed|protected|included|inside|in|on)\b"
    r"(?:\s+(?:by|in|on|the|your|this))*\s*\b(?:matrix|list)\b"
    r"|\bmatrix\b[^.?!]{0,20}\b(?:whole|entire|full|complete)\b|\beverything\b[^.?!]{0,30}\bprotect\w*",
)
_LISTING = compiled(r"\b(?:which|what|versions?|difference|compare\w*|whole|per|only|all)\b")
_ASKS_VERSIONS = compiled(r"\bversions\b|\b(?:which|what)\s+(?:\w+\s+){0,3}version\b")
# How old or how large a backup of such a level may be is no question for the matrix.
_MEASURED = compiled(r"\bhow (?:old|often|long|much|big|large|fresh)\b|\bwhy\b")
# Of an upgrade, what was there before is asked for as well.
_BOTH_ENDS = compiled(
    r"\b(?:the |an? )?(?:old|previous|former|current|existing)\s+(?:\w+\s+)?"
    r"(?:one|version|system|server|box|thing|side)\b"
    r"|\b(?:both|either|before and after|each (?:of them|one)|source and target|as well as the new)\b",
)
_OF_SHAREPOINT = frozenset({"farm", "frontend"})
# A version that somebody runs, or that is to be backed up, without its product; no year of something.
_VERSION_RUN = lazy(
    r"\b(?:runs?|running|have|has|got|use[sd]?|on|the|an?|plain|old|only|protect|back up|still|says?"
    r"|wants?)\W+"
    r"(?:(?:the|an?|plain|old|only|still|just|their|our|on|all|\d{1,3})\W+){0,3}"
    r"(?<!\bsince )(?<!\bin )20\d\d\b"
    r"(?!-|/|\s+(?:guide|article|docs?|version of the guide|matrix))"
)
_MACHINE = compiled(r"\b(?:box|boxes|vms?|machines?|servers?|hosts?|standard|datacenter)\b")
# "our oldest VM runs 2008" tells which machine it is.
_OWN_EXTREME = compiled(r"\b(?:our|my|their|his|her)\s+(?:\w+\s+)?(?:oldest|newest|latest|last|first)\b")
_AND = compiled(r"\band\s+(?:(?:the|all|any|our|its)\s+)*$")
_SAME = compiled(r"\b(?:same|likewise|identical(?:ly)?)\b")
_UPGRADE = compiled(
    r"\b(?:upgrad\w*|jump\w*|migrat\w*|mov(?:e|es|ing)|go(?:es|ing)?(?!\s+down\b)|switch\w*|updat\w*"
    r"|replac\w*)\b[^?!]{0,60}?"
    r"\b(?:to|onto|with|by)\b(?P<rest>[^?!]*)",
)


def consult(reading: Reading) -> list[Finding]:
    """A finding for each product named (at most six), or for the level or the whole matrix asked about."""
    text = reading.plain
    if others := _other_versions(reading):
        return [_finding(others, reading)]
    products = _targets(text, [product for product in reading.products if _eligible(product, reading)])
    if _is_report(reading):
        return []
    versioned = any(product.version or product.family == "windows-server-sac" for product in products)
    asked = _PROTECTS.search(text) or _OVERVIEW.search(text) or versioned or reading.followup
    if not (asked or WHOLE_MACHINE in reading.levels) and len(text.split()) > 6:
        return []
    families = [FAMILIES[one.family] for one in reading.products if one.family in FAMILIES]
    own = any(product.version for product in products) and _OWN_EXTREME.search(text)
    if not own and (found := extremes(text, families)):
        return found
    if products:
        products = [*products, *_systems_beside(products, reading)]
        return _of_one_word([_finding(product, reading) for product in products[:6]])
    if not reading.products and (bare := _bare_versions(reading)):
        return bare
    unlisted = _unlisted_levels(reading)
    if WHOLE_MACHINE in reading.levels and reading.kind in (QuestionKind.YES_NO, QuestionKind.STATEMENT):
        unlisted.append(WHOLE_MACHINE)
    got_back = reading.operations or _BROUGHT_BACK.search(text)
    of_matrix = "protection" in reading.topics or (_GOT_BACK & set(unlisted) and got_back)
    if reading.products or not of_matrix:
        return []
    if unlisted and not _MEASURED.search(text):
        return [finding_of(protection.decide(None, level), NAME) for level in unlisted]
    if _WHOLE.search(_OWN_NAME.sub("MABS", text)) and not _ELSEWHERE.search(text):
        return [finding_of(protection.decide(), NAME)]
    return []


def _of_one_word(found: list[Finding]) -> list[Finding]:
    """The findings without their yes or no where it is "listed" for some only: no word is right for all."""
    listed = {verdict.outcome in _HOLDS for finding in found for verdict in finding.verdicts}
    return [without_lead(finding) for finding in found] if len(listed) > 1 else found


def _other_versions(reading: Reading) -> understood.Product | None:
    """The family that the talk is about, where other versions of it are told and none of them is named."""
    told = OTHER_VERSIONS().search(reading.plain) if len(reading.products) == 1 else None
    follows = reading.followup and reading.previous.get("specialist") == NAME and reading.carries("product")
    if told is None or not (follows or _AND.search(reading.plain[: told.start()])):
        return None
    return replace(reading.products[0], version="", service_pack=None, edition="")


def _unlisted_levels(reading: Reading) -> list[str]:
    """The levels named that no row of the matrix has."""
    return [level for level in reading.levels if level in _UNLISTED_LEVELS]


def _targets(text: str, products: list[understood.Product]) -> list[understood.Product]:
    """Of an upgrade from one product to another, the one that it leads to; else all of them."""
    if _BOTH_ENDS.search(text):
        return products
    for match in _UPGRADE.finditer(text):
        rest = match["rest"]
        reached = [product for product in products if product.words and product.words in rest]
        if reached and len(products) > 1:
            return [min(reached, key=lambda one: (rest.find(one.words), -len(one.words)))]
    return products


def _systems_beside(products: Sequence[understood.Product], reading: Reading) -> Iterator[understood.Product]:
    """The machines that are told by the version of Windows Server alone, beside what the matrix has no family
    for: "a Linux box and a 2016 Standard"."""
    if any(product.family in FAMILIES for product in reading.products):
        return
    told = {product.version for product in products}
    for bare in find_bare_versions(reading.plain):
        if bare.version not in told and (bare.version.endswith("R2") or _MACHINE.search(reading.plain)):
            yield replace(bare, family="windows-server")


def _bare_versions(reading: Reading) -> list[Finding]:
    """A version without its product: "R2" tells Windows Server; else the product is asked for."""
    versions = find_bare_versions(reading.plain)
    if reading.role not in (None, Role.PROTECTED):
        return []
    if not versions or any(one.kind != "count" for one in reading.quantities):
        return []
    of_windows = any(version.version.endswith("R2") for version in versions)
    asks_level = of_windows and WHOLE_MACHINE in reading.levels
    if len(reading.plain.split()) > BARE_WORDS and not (asks_level or _VERSION_RUN().search(reading.plain)):
        return []
    if of_windows or _WINDOWS_JOB.search(reading.plain):
        return [_finding(replace(version, family="windows-server"), reading) for version in versions[:4]]
    if _OF_SHAREPOINT & set(reading.levels):
        return [_finding(replace(version, family="sharepoint"), reading) for version in versions[:4]]
    alone = len({one.version for one in versions}) == 1
    if alone and not any((family, versions[0].version) in RULES for family in Family):
        return [finding_of(protection.nowhere(versions[0].version), NAME, bare=reading.no_yes_or_no)]
    lists = [finding_of(protection.decide(Product(family, versions[0].version)), NAME) for family in Family]
    choices = tuple(
        Choice(str(family), finding.statements[0].text) for family, finding in zip(Family, lists, strict=True)
    )
    asked = Missing("product", f"Which product of {versions[0].version} do you mean?", choices)
    said = Statement(
        f"It depends on the product: {versions[0].version} is a version of several.",
        lists[0].statements[0].evidence,
        "verdict",
    )
    return [Finding(NAME, "clarify", (said,), 1.0, missing=(asked,))]


def _is_report(reading: Reading) -> bool:
    """Whether something that went wrong is told, rather than asked what the matrix lists."""
    return (
        reading.fault
        and "?" not in reading.plain
        and reading.kind is QuestionKind.STATEMENT
        and not _FAMILY_LISTED.search(reading.plain)
        and not any(product.version or product.family not in FAMILIES for product in reading.products)
    )


def to_decision(product: understood.Product) -> Product:
    """The product of a reading in the matrix's terms."""
    family = FAMILIES.get(product.family)
    if family is None:
        words = _NAMES.get(product.family, product.words or product.family)
        if product.family in _OF_MANY and product.words.lower() not in {"", words.lower()}:
            words = f"{words} ({product.words})"
        return Product(None, version=product.version, other=words)
    version = SAC if product.family == "windows-server-sac" else product.version
    return Product(family, version, product.edition, product.service_pack)


def is_host(text: str) -> bool:
    """Whether a product is where Azure Backup Server goes, or the database that it uses itself."""
    return bool(_HOST.search(_PUT_UNDER.sub("protect", text)) or _OWN_DATABASE.search(text))


def _eligible(product: understood.Product, reading: Reading) -> bool:
    text = reading.plain
    if reading.role not in (None, Role.PROTECTED):
        return False  # it is, or runs on, the machine of the server
    if (
        product.family
        in {
            "windows-server",
            "windows-server-sac",
            "exchange",
            "windows-client",
            "linux",
            "hyper-v",
        }
        and WHOLE_MACHINE not in reading.levels
        and (_HOST.search(_PUT_UNDER.sub("protect", text)) or is_backup_servers(text))
    ):
        return False
    of_server = _OWN_DATABASE.search(text) and not _HANDLED.search(text)
    if product.family == "sql-server" and not product.version and of_server:
        return False
    if product.family == "hyper-v" and re.search(
        r"\bprepare infrastructure|workload running|drop-?down|select\b", text, re.IGNORECASE
    ):
        return False
    if (
        product.family in {"azure-vm", "active-directory"}
        and not _unlisted_levels(reading)
        and not re.search(r"\bprotect\w*|back\w*[\s-]?up|matrix|support\w*|listed", text, re.IGNORECASE)
    ):
        return False
    if not product.version and product.family in FAMILIES and product.family != "windows-server-sac":
        after = reading.followup and reading.previous.get("specialist") == NAME and leaves_out(text)
        asked = _FAMILY_ASKED.search(text) or _GRAIN.search(text) or after
        return bool(asked) and not _ELSEWHERE.search(_WHEN_LOST.sub(" ", text))
    return True


def _finding(product: understood.Product, reading: Reading) -> Finding:
    asked = to_decision(product)
    if whole := named_parts.consult(asked, reading):
        return whole
    levels = [level for level in reading.levels if level in _UNLISTED_LEVELS or level == WHOLE_MACHINE]
    level = levels[0] if levels else ""
    if level == "availability group" and asked.family is None:
        level = ""
    result = protection.decide(asked, level)
    holds = [True] if result.outcome in _HOLDS else []
    other = _is_same_of_other(product, reading)
    lead = lead_word(reading.sense, holds) if holds and not other else None
    finding = finding_of(result, NAME, bare=reading.no_yes_or_no or other, lead=lead, sense=reading.sense)
    if asked.family is None and reading.kind is QuestionKind.HOW:
        finding = replace(finding, status="abstained")  # how to do it is outside the guide
    if result.outcome == "depends" and _LISTING.search(reading.plain):
        finding = replace(finding, status="answered", missing=())
        if asked.family and _ASKS_VERSIONS.search(reading.plain):
            first, *rest = finding.statements
            said = replace(first, text=f"The matrix lists {protection.listing(asked.family)}.")
            finding = replace(finding, statements=(said, *rest))
    return _with_note(finding, result)


def is_surely_asked(finding: Finding, reading: Reading) -> bool:
    """Whether what the matrix asks back for is missing: a version is told, or the server is to handle it."""
    of_version = any(item.name == "product" for item in finding.missing)
    return of_version or bool(_HANDLED.search(reading.plain))


def _is_same_of_other(product: understood.Product, reading: Reading) -> bool:
    """Whether "the same" is asked of a product of another family than the one before: its row has others."""
    before = reading.previous.get("families", ())
    told = bool(before) and product.family not in before
    return reading.followup and told and bool(_SAME.search(reading.plain))


def _with_note(finding: Finding, result: DecisionResult) -> Finding:
    if result.outcome not in {"not_listed", "level_not_listed", "not_settled"}:
        return finding
    return with_first(finding, result.notes)
