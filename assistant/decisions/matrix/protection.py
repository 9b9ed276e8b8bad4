"""The protection matrix: what the guide lists as protected, and at which level.

What it doesn't list is "not listed", never "unsupported"; the nearest rows are named instead.
"""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.decisions.guide import INTRODUCTION, MATRIX
from assistant.decisions.matrix.protection_rules import (
    EDITIONS,
    LEVELS,
    NAME,
    REQUIRED_PACK,
    RULES,
    SAC,
    VERSIONS,
    Family,
    Product,
    row_name,
)
from assistant.decisions.sentences import capital, joined
from assistant.decisions.types import (
    Choice,
    DecisionResult,
    MissingInput,
    Rule,
    Standing,
    Statement,
    caveat,
    headline,
    next_step,
    reason,
)

NOTES = {
    Family.WINDOWS: ("windows-versions",),
    Family.SQL: ("sql-versions",),
    Family.SHAREPOINT: ("sharepoint-versions", "sharepoint-recovery-levels"),
}
PROTECTED = {
    Family.WINDOWS: "volumes, files and folders",
    Family.SQL: "databases",
    Family.SHAREPOINT: "farm, database, frontend and web server",
}
_LEVEL_WORDS = {
    "volume": "Volumes",
    "file": "Files",
    "folder": "Folders",
    "database": "Database",
    "farm": "Farm",
    "frontend": "Frontend",
    "web server": "Web server",
}
_SYNONYMS = {
    "directory": "folder",
    "directories": "folder",
    "drive": "volume",
    "db": "database",
    "front end": "frontend",
    "wfe": "frontend",
    "web front end": "frontend",
    "webserver": "web server",
    "bmr": "bare metal",
    "vm": "whole virtual machine",
    "virtual machine": "whole virtual machine",
    "whole vm": "whole virtual machine",
}
_WHOLE_VM = "whole virtual machine"


def canonical_level(text: str) -> str:
    """A level of protection in the matrix's words ("dbs": "Database"), else as told, in lower case."""
    words = re.sub(r"[\s_-]+", " ", text).strip().lower()
    for candidate in (words, words.removesuffix("s")):
        candidate = _SYNONYMS.get(candidate, candidate)
        if candidate in _LEVEL_WORDS:
            return _LEVEL_WORDS[candidate]
        if candidate in _SYNONYMS.values():
            return candidate
    return words


def decide(product: Product | None = None, level: str = "") -> DecisionResult:
    """Whether the matrix lists a product, or lists it at a level; without a product, the level in all rows.

    Outcomes: listed, not_listed, level_listed, level_not_listed, conditional (SQL Server 2012 of unknown
    service pack), not_settled (the row doesn't say), depends (no version told), overview (nothing told).
    """
    level = canonical_level(level) if level else ""
    if product is None:
        return _level_anywhere(level) if level else _overview()
    if product.family is None:
        return _result(product, level, "not_listed", _other_product(product))
    if not product.version:
        return _no_version(product, product.family, level)
    rule = RULES.get((product.family, product.version))
    if rule is None:
        return _result(product, level, "not_listed", _not_listed(product, product.family))
    return _listed(product, product.family, rule, level)


def _listed(product: Product, family: Family, rule: Rule, level: str) -> DecisionResult:
    """The version has a row: the edition, the service pack and the level decide."""
    if product.edition and family is Family.WINDOWS and product.edition not in EDITIONS:
        return _edition(product, family, rule, level)
    required = REQUIRED_PACK.get((family, product.version))
    if required and product.service_pack != required:
        return _service_pack(product, family, rule, level, required)
    if level:
        return _at_level(product, family, rule, level)
    said = [
        headline(f"Yes. {_named(product, family)} is listed: {PROTECTED[family]} are protected.", MATRIX),
        *_row_caveats(product, family),
    ]
    if family is Family.WINDOWS and not product.edition:
        said.insert(1, reason("The row names the editions Datacenter, Enterprise and Standard.", MATRIX))
        if (family, f"{product.version} R2") in RULES:
            release = f"Windows Server {product.version} R2"
            said.insert(2, reason(f"{release} has a row of its own, with the same levels.", MATRIX))
    return _result(product, level, "listed", said, rule)


def _named(product: Product, family: Family) -> str:
    """The product as far as its row names it."""
    return (product if family is Family.WINDOWS else replace(product, edition="")).name


def _row_caveats(product: Product, family: Family) -> list[Statement]:
    """What the row leaves unsaid about the product that was told."""
    said = []
    if product.edition and family is not Family.WINDOWS:
        said.append(caveat(f"The row names no edition, so it doesn't single out {product.edition}.", MATRIX))
    if product.service_pack and (family, product.version) not in REQUIRED_PACK:
        said.append(
            caveat(
                f"The row names no service pack, so it doesn't single out SP{product.service_pack}.", MATRIX
            )
        )
    if product.version == SAC:
        said.append(caveat("The row names the channel, not its single releases.", MATRIX))
    return said


def _edition(product: Product, family: Family, rule: Rule, level: str) -> DecisionResult:
    base = replace(product, edition="").name
    if product.edition in ("Core", "Nano"):
        said = [
            headline(
                f"The guide doesn't settle {product.edition}: it is not named in the row for {base}.", MATRIX
            ),
            reason("Its row names Datacenter, Enterprise and Standard, and no installation option.", MATRIX),
        ]
        return _result(product, level, "not_settled", said, rule)
    said = [
        headline(f"{base} {product.edition} is not in the guide's protection matrix.", MATRIX),
        reason(f"It lists {base} in the editions Datacenter, Enterprise and Standard.", MATRIX),
    ]
    return _result(product, level, "not_listed", said)


def _service_pack(product: Product, family: Family, rule: Rule, level: str, required: int) -> DecisionResult:
    row = row_name(family, product.version)
    if product.service_pack is None:
        said = [
            headline(
                f"{product.name} is listed with SP{required}, at database level; without it, it is not.",
                MATRIX,
            ),
            next_step("Look up which service pack is installed.", MATRIX),
        ]
        choices = (
            Choice(f"SP{required}", "Listed: databases are protected."),
            Choice("none", f"Not listed; the nearest row is {row}."),
            Choice(
                "later", f"The row names SP{required} and doesn't say anything about later service packs."
            ),
        )
        missing = (MissingInput("service_pack", f"Which service pack does {product.name} have?", choices),)
        return _result(product, level, "conditional", said, rule, missing=missing)
    if product.service_pack < required:
        said = [
            headline(
                f"SQL Server {product.version} without a service pack is not in the protection matrix.",
                MATRIX,
            ),
            reason(f"{row} is listed, at database level.", MATRIX),
        ]
        return _result(product, level, "not_listed", said)
    said = [
        headline(f"The guide doesn't settle {product.name}: its row names SP{required}.", MATRIX),
        reason("The matrix says nothing on later service packs; to be safe, count it as not listed.", MATRIX),
    ]
    return _result(product, level, "not_settled", said, rule)


def _at_level(product: Product, family: Family, rule: Rule, level: str) -> DecisionResult:
    if level in LEVELS[family]:
        said = [
            headline(f"Yes. For {product.name} the matrix lists {PROTECTED[family]}.", MATRIX),
            *_row_caveats(product, family),
        ]
        return _result(product, level, "level_listed", said, rule)
    name = level.lower()
    said = [
        headline(f"Not at that level: for {product.name} the matrix doesn't list {name}.", MATRIX),
        reason(f"What it lists is {PROTECTED[family]}.", MATRIX),
        *_vm_caveat(level),
        *_row_caveats(product, family),
    ]
    return _result(product, level, "level_not_listed", said, rule)


def _vm_caveat(level: str) -> list[Statement]:
    if level != _WHOLE_VM:
        return []
    text = "The introduction names virtual machines as workloads; the matrix lists what is protected in them."
    return [caveat(text, INTRODUCTION, MATRIX)]


def listing(family: Family) -> str:
    """The family's rows for a sentence: "SQL Server 2016, 2014 and 2012 SP1"."""
    return f"{family} {joined(_row_names(family))}"


def _row_names(family: Family) -> list[str]:
    """The names of the family's rows without its own."""
    return [row_name(family, version).removeprefix(f"{family} ") for version in VERSIONS[family]]


def _not_listed(product: Product, family: Family) -> list[Statement]:
    each = {
        Family.WINDOWS: PROTECTED[family],
        Family.SQL: "each at database level",
        Family.SHAREPOINT: PROTECTED[family],
    }
    joint = ", " if family is Family.SQL else ": "
    said = [
        headline(f"{product.name} is not in the guide's protection matrix.", MATRIX),
        reason(f"It lists {listing(family)}{joint}{each[family]}.", MATRIX),
    ]
    r2 = f"{product.version} R2"
    if (family, r2) in RULES:
        said.append(reason(f"Nearest is {family} {r2}, which is listed.", MATRIX))
    return said


def nowhere(version: str) -> DecisionResult:
    """A version told without its product, which no family has a row for."""
    said = [
        headline(
            f"{version} is not listed in the guide's protection matrix, whichever product it is.", MATRIX
        ),
        reason(f"It lists {'; '.join(listing(family) for family in Family)}.", MATRIX),
    ]
    second = f"{version} R2"
    if (Family.WINDOWS, second) in RULES:
        said.append(reason(f"Nearest is {Family.WINDOWS} {second}, which is listed.", MATRIX))
    return DecisionResult(NAME, {"product": version}, "not_listed", Standing.SETTLED, tuple(said))


def _other_product(product: Product) -> list[Statement]:
    name = capital(product.name)
    return [
        headline(f"{name} is not in the guide's protection matrix.", MATRIX),
        reason("It lists versions of Windows Server, SQL Server and SharePoint only.", MATRIX),
        *_vm_caveat(canonical_level(product.other)),
    ]


def _no_version(product: Product, family: Family, level: str) -> DecisionResult:
    at_level = bool(level) and level not in LEVELS[family]
    rules = tuple(RULES[family, version] for version in VERSIONS[family])
    if at_level:
        said = [
            headline(f"Not at that level: for {family} the matrix doesn't list {level.lower()}.", MATRIX),
            reason(f"What it lists is {PROTECTED[family]}.", MATRIX),
            *_vm_caveat(level),
        ]
        return _result(product, level, "level_not_listed", said, *rules)
    said = [
        headline(f"It depends on the version: the matrix lists {listing(family)}.", MATRIX),
        reason(f"What it protects there: {PROTECTED[family]}.", MATRIX),
    ]
    listed = [Choice(name, f"Listed: {PROTECTED[family]}.") for name in _row_names(family)]
    choices = (*listed, Choice("another version", "Not listed."))
    missing = (MissingInput("version", f"Which version of {family} is it?", choices),)
    return _result(product, level, "depends", said, *rules, missing=missing)


def _level_anywhere(level: str) -> DecisionResult:
    families = [family for family in Family if level in LEVELS[family]]
    rules = tuple(RULES[family, version] for family in families for version in VERSIONS[family])
    if families:
        rows = "; ".join(listing(family) for family in families)
        said = [headline(f"Yes. The matrix lists {level.lower()} for {rows}.", MATRIX)]
        return _result(None, level, "level_listed", said, *rules)
    said = [
        headline(f"The protection matrix doesn't list {level.lower()} for any product.", MATRIX),
        *(reason(f"{family}: {PROTECTED[family]}.", MATRIX) for family in Family),
        *_vm_caveat(level),
    ]
    return _result(None, level, "level_not_listed", said)


def extreme(family: Family, *, oldest: bool) -> DecisionResult:
    """The oldest or newest version of a family that the matrix lists; the channel has no age: left out."""
    versions = [version for version in VERSIONS[family] if version != SAC]
    version = versions[-1] if oldest else versions[0]
    word = "oldest" if oldest else "newest"
    said = [
        headline(f"{row_name(family, version)} is the {word} {family} in the protection matrix.", MATRIX),
        reason(f"The matrix lists {listing(family)}.", MATRIX),
    ]
    return _result(
        Product(family, version), "", "listed", said, *(RULES[family, one] for one in VERSIONS[family])
    )


def _overview() -> DecisionResult:
    said = [headline("The matrix lists versions of Windows Server, SQL Server and SharePoint.", MATRIX)]
    said += [reason(f"{listing(family)}: {PROTECTED[family]}.", MATRIX) for family in Family]
    return _result(None, "", "overview", said, *RULES.values())


def _result(
    product: Product | None,
    level: str,
    outcome: str,
    said: list[Statement],
    *rules: Rule,
    missing: tuple[MissingInput, ...] = (),
) -> DecisionResult:
    standing = {"not_settled": Standing.NOT_COVERED, "depends": Standing.MISSING}.get(
        outcome, Standing.SETTLED
    )
    told = {"product": product.name} if product else {}
    if level:
        told["level"] = level
    protected = (
        rules[0].outputs["protected"] if len(rules) == 1 and outcome in ("listed", "level_listed") else ""
    )
    return DecisionResult(
        table=NAME,
        inputs=told,
        outcome=outcome,
        standing=standing,
        statements=tuple(said),
        outputs={"protected": protected} if protected else {},
        rules=rules,
        missing=missing,
        notes=NOTES[product.family] if product and product.family else (),
    )
