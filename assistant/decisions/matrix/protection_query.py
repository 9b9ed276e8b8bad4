"""The protection matrix asked in other ways than row by row: counted, searched, several products at once."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.decisions.guide import MATRIX, USING_VM
from assistant.decisions.matrix import protection
from assistant.decisions.matrix.protection import PROTECTED, listing
from assistant.decisions.matrix.protection_rules import (
    EDITIONS,
    NAME,
    REQUIRED_PACK,
    RULES,
    VERSIONS,
    Family,
    Product,
    row_name,
)
from assistant.decisions.reading.numbers import UNIT_WORDS
from assistant.decisions.sentences import capital, joined
from assistant.decisions.types import DecisionResult, Rule, Standing, Statement, headline, reason

_SPELLED = ("no", *UNIT_WORDS)


def count(family: Family | None = None) -> DecisionResult:
    """How many rows the matrix has, or a family has in it, and which."""
    families = [family] if family else list(Family)
    rules = [RULES[one, version] for one in families for version in VERSIONS[one]]
    rows = _number(len(rules), "row")
    lead = f"{rows} for {family}" if family else f"{rows} in all"
    said = [headline(f"{capital(lead)}: {'; '.join(listing(one) for one in families)}.", MATRIX)]
    return _result({"product": str(family)} if family else {}, "counted", said, rules)


def with_service_pack() -> DecisionResult:
    """The rows that name a service pack."""
    rules = [RULES[key] for key in REQUIRED_PACK]
    names = " and ".join(row_name(*key) for key in REQUIRED_PACK)
    said = [headline(f"{names} is the only row that names a service pack.", MATRIX)]
    return _result({"product": names}, "rows", said, rules)


def versions(family: Family) -> DecisionResult:
    """Which versions of a family the matrix lists, and what is protected in each of them."""
    said = [
        headline(f"The matrix lists {listing(family)}.", MATRIX),
        reason(f"Protected in each: {PROTECTED[family]}.", MATRIX),
    ]
    rules = [RULES[family, version] for version in VERSIONS[family]]
    return _result({"product": str(family)}, "rows", said, rules)


def besides(named: Sequence[Family]) -> DecisionResult:
    """What the matrix has rows for besides the families `named`."""
    others = [family for family in Family if family not in named]
    text = f"Nothing else: the matrix has rows for {joined([*map(str, Family)])} only."
    if others:
        told, left = joined([*map(str, named)]), joined([*map(str, others)])
        text = f"Besides {told} it has rows for {left} only."
    said = [
        headline(text, MATRIX),
        reason(f"It lists {'; '.join(listing(family) for family in others or Family)}.", MATRIX),
    ]
    rules = [RULES[family, version] for family in others or Family for version in VERSIONS[family]]
    return _result({"product": ", ".join(named)}, "others" if others else "no_others", said, rules)


def role(name: str) -> DecisionResult:
    """What is protected of a Windows Server with a role: the matrix goes by product, and names no role."""
    family = Family.WINDOWS
    said = [
        headline(
            f"The matrix names no {name}: it goes by product, and of Windows Server {PROTECTED[family]} are "
            "protected.",
            MATRIX,
        ),
        reason(f"It lists {listing(family)}.", MATRIX),
        reason(f"That Azure Backup Server can't be installed on a {name} is another matter.", USING_VM),
    ]
    rules = [RULES[family, version] for version in VERSIONS[family]]
    return _result({"product": str(family), "role": name}, "rows", said, rules)


def level(family: Family) -> DecisionResult:
    """What is protected of a family, whichever of its listed versions is meant."""
    said = [
        headline(f"For {family}, {PROTECTED[family]} are protected, in every version listed.", MATRIX),
        reason(f"The matrix lists {listing(family)}.", MATRIX),
    ]
    rules = [RULES[family, version] for version in VERSIONS[family]]
    return _result({"product": str(family)}, "level", said, rules)


def only(family: Family, version: str) -> DecisionResult:
    """All that the row of a version names; other parts of the product are not in it."""
    name = row_name(family, version)
    said = [headline(f"For {name} the matrix names {PROTECTED[family]}, and no other part.", MATRIX)]
    return _result({"product": name}, "parts", said, [RULES[family, version]])


def compared(family: Family, told: Sequence[str]) -> DecisionResult:
    """Two or more listed versions of one family: the matrix protects the same in each."""
    names = joined([row_name(family, version) for version in told])
    said = [headline(f"No difference: for {names} the same is listed, {PROTECTED[family]}.", MATRIX)]
    return _result({"product": names}, "same", said, [RULES[family, version] for version in told])


def editions_compared(told: Sequence[str], version: str = "", *, same: bool = False) -> DecisionResult:
    """Editions of Windows Server held against each other: each row has all of them, with one protection.

    `same`: it is asked whether they are protected alike, and not whether one gets more.
    """
    names = joined(list(told))
    where = f"the row for {row_name(Family.WINDOWS, version)}" if version else "each row for Windows Server"
    text = (
        f"{'Yes' if same else 'No'}. {names} get the same protection: they stand together in {where}, with "
        f"{PROTECTED[Family.WINDOWS]}."
    )
    rules = [RULES[Family.WINDOWS, one] for one in VERSIONS[Family.WINDOWS] if version in ("", one)]
    inputs = {"product": " ".join(filter(None, [Family.WINDOWS, version])), "editions": ", ".join(told)}
    return _result(inputs, "same", [headline(text, MATRIX)], rules)


def pack_named(family: Family, version: str) -> DecisionResult:
    """Whether the row of a version asks for a service pack."""
    row = row_name(family, version)
    named = (family, version) in REQUIRED_PACK
    only = " and ".join(row_name(*key) for key in REQUIRED_PACK)
    text = (
        f"Yes. The row names it: {row}."
        if named
        else f"No. The row for {row} names no service pack; {only} is the only one that does."
    )
    told = {"product": f"{family} {version}"}
    return _result(
        told, "named" if named else "not_named", [headline(text, MATRIX)], [RULES[family, version]]
    )


def editions(family: Family | None, edition: str = "", version: str = "") -> DecisionResult:
    """Whether the rows name an edition, or which editions they name at all."""
    windows = f"The rows for {Family.WINDOWS} name three editions: {joined(EDITIONS)}"
    others = f"the rows for {Family.SQL} and {Family.SHAREPOINT} name no edition"
    rules = [RULES[one, v] for one in ([family] if family else Family) for v in VERSIONS[one]]
    if family is None:
        each = "each with the same protection: volumes, files and folders"
        said = [headline(f"{windows}, {each}; {others}.", MATRIX)]
    elif family is Family.WINDOWS:
        said = [
            headline(f"{windows}, with the same protection for each: volumes, files and folders.", MATRIX)
        ]
        if edition and edition not in EDITIONS:
            said = [headline(f"No. {edition} is not listed: the rows name {' / '.join(EDITIONS)}.", MATRIX)]
    else:
        row = f"the row is {row_name(family, version)}" if (family, version) in RULES else "versions only"
        told = f"No. In the rows for {family} {edition} is not listed by name: {row}, without an edition."
        if not edition:
            names = row if version else f"versions only, without an edition: {listing(family)}"
            told = f"In the rows for {family} no edition is named: {names}."
        said = [headline(told, MATRIX)]
    return _result({"product": " ".join(filter(None, [family, version, edition]))}, "editions", said, rules)


def sorted_out(products: Sequence[Product]) -> DecisionResult:
    """Which of several products the matrix lists and which not, in one answer."""
    results = [(product, protection.decide(product)) for product in products]
    inside = [product.name for product, result in results if result.outcome == "listed"]
    outside = [product.name for product, result in results if result.outcome == "not_listed"]
    open_ = [result for _, result in results if result.outcome not in {"listed", "not_listed"}]
    said = []
    if len(inside) == len(products):
        said.append(f"all are listed: {joined(inside)}")
        inside = []
    if outside:
        verb = "is" if len(outside) == 1 else "are"
        said.append(f"{joined(outside)} {verb} not listed in the matrix")
    if inside:
        verb = "is" if len(inside) == 1 else "are"
        said.append(f"{joined(inside)} {verb} listed")
    text = "; ".join(said)
    statements = [headline(f"{capital(text)}.", MATRIX)] if text else []
    statements += [statement for result in open_ for statement in result.statements[:1]]
    protected = {product.family for product, result in results if result.outcome == "listed"}
    statements += [
        reason(f"{family}: {PROTECTED[family]}.", MATRIX) for family in Family if family in protected
    ]
    rules = [rule for _, result in results for rule in result.rules]
    return _result({"product": ", ".join(product.name for product in products)}, "sorted", statements, rules)


def _number(count: int, noun: str) -> str:
    return f"{_SPELLED[count]} ({count}) {noun}{'' if count == 1 else 's'}"


def _result(
    told: dict[str, str], outcome: str, said: Sequence[Statement], rules: Sequence[Rule]
) -> DecisionResult:
    unique = {rule.id: rule for rule in rules}
    counted = {"rows": str(len(unique))}
    return DecisionResult(
        NAME, told, outcome, Standing.SETTLED, tuple(said), counted, rules=tuple(unique.values())
    )
