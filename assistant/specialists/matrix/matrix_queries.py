"""Questions that count, search or sort the protection matrix instead of asking for one row of it."""

from __future__ import annotations

import re

from assistant.answer import Finding
from assistant.decisions.expressions.patterns import compiled, lazy
from assistant.decisions.matrix import protection, protection_query
from assistant.decisions.matrix.protection_rules import (
    EDITIONS,
    REQUIRED_PACK,
    RULES,
    VERSIONS,
    Family,
    Product,
)
from assistant.decisions.types import DecisionResult
from assistant.specialists.matrix import product_summaries
from assistant.specialists.matrix.protection import NAME, is_host, to_decision
from assistant.specialists.matrix.version_extremes import FAMILY_WORDS, families_in
from assistant.specialists.prerequisite_checks.check_words import PROTECTING
from assistant.specialists.prerequisite_checks.sql import is_for_itself
from assistant.specialists.table_findings import finding_of
from assistant.understanding.message.question_forms import leaves_out
from assistant.understanding.product.products import find_bare_versions
from assistant.understanding.reading import Reading, Role
from assistant.understanding.word_rules import lazy_rules

_COUNT = compiled(
    r"\b(?:how many|number of|count(?: of)?|amount of)\b[^.?!]{0,40}\b(?:rows?|lines?|entries|releases"
    r"|versions|"
    r"generations|oses|operating systems|products)\b",
)
_ELSEWHERE = compiled(
    r"\b(?:connectivity|subscription|operations?|points?|disks?|states?|vm size|excel|log)\b"
)
_PACK = compiled(
    r"\b(?:which|what|only|any|one)\b[^.?!]{0,40}\b(?:rows?|lines?|products?|versions?|entry|entries)\b[^.?!]{0,40}"
    r"\b(?:service packs?|sp)\b(?!\s?20\d\d)",
)
_EDITION = compiled(
    r"\beditions?\b[^.?!]{0,50}\b(?:spelled|named?|names|mention\w*|matter\w*|chang\w*|listed|differ\w*|written|stated?)\b"
    r"|\b(?:which|what|any|name|mention|does the)\b[^.?!]{0,30}\beditions?\b|\beditions (?:of|for)\b",
)
_MATRIX = compiled(
    r"\b(?:matrix|table|rows?|listed|protect\w*|cover\w*|list|lines?|supported|back\w*[\s-]?up)\b",
)
_IN_MATRIX = compiled(r"\b(?:matrix|tables?|lists?|listed|rows?)\b")
# "anything besides Windows and SQL?", "nothing that isn't ...", "only those three, or something more?"
_THING = (
    r"(?:anything|something|nothing|any ?one|any|other|others|what|things?|products?|workloads?|rows?|lines?"
    r"|entr(?:y|ies))"
)
_ANY_OTHER = compiled(
    rf"\b{_THING}\b[^.?!]{{0,40}}\b(?:besides?|apart from|aside from|other than|else than|except(?: for)?"
    r"|beyond|in addition to|outside of|that (?:is(?:n['’]?t| not)|are(?:n['’]?t| not))|isn['’]?t|but not)\b"
    rf"|\b(?:besides?|apart from|aside from|other than|except(?: for)?|beyond)\b[^.?!]{{0,60}}\b{_THING}\b"
    r"|\b(?:anything|something|nothing|what) (?:else|more|further)\b|\bor (?:is there )?(?:more|others?)\b",
)
# Rows that are asked for by what they protect: "which lines give a whole farm back?".
_ROWS_WITH = lazy(
    r"\b(?:which|what|name|list|show)\b[^.?!]{0,25}\b(?:rows?|lines?|entr(?:y|ies)|products?)\b"
)
# Kinds of installation that the matrix doesn't tell apart.
_CORE = compiled(
    r"\b(?:server[ -]core|core (?:server|install\w*|edition)s?|w(?:ithout|/o) (?:a "
    r"|the )?(?:gui|desktop experience))\b",
)
_NUMBERED = re.compile(r"\b\d{4}\b")
_WHICH_LISTED = compiled(r"\bwhich of these products are listed\b")
_MANY = 3
_SIDES = 2
_EACH = compiled(r"\b(?:each|both|respective(?:ly)?|one by one|either)\b")
_ALL_VERSIONS = compiled(
    r"\b(?:name|list|all|every|each|which|what|enumerate|tell me|give me|show)\b[^.?!]{0,40}"
    r"\b(?:versions?|generations?|releases?)\b",
)
# All of a family, by its name alone: "which Windows servers are covered?".
_WHICH = compiled(r"^\W*(?:which|what)\b")
# After one that is not listed, or beside one that is: "which releases are in then?".
_WHICH_THEN = lazy(
    r"^\W*(?:(?:ok|okay|so|but|and|hm+|well|then|ah|oh|fine)\W+)*(?:which|what)\b(?!\s+(?:level|parts?|about|if)\b)"
    r"[^?.!]{0,30}\b(?:then|else|others?|instead|are|do|does|can|would|take|takes|accept\w*|have|in|listed|covered)\W*$"
)
_NAME_ALL = compiled(r"^\W*(?:name|list|enumerate|show|give me)\s+(?:me\s+)?(?:all|every|each)\b")
_NAMED_THERE = lazy(r"\b(?:named|mentioned|given|stated|written)\b")
_EDITION_WORD = compiled(r"\b(?:editions?|skus?)\b")
_OF_THE_SERVER = compiled(
    r"\b(?:mabs|dpm|backup server|install\w*|instance|bundled|us(?:e|es|ed|ing)|run|runs|host\w*)\b",
)
_CARED_FOR = compiled(
    rf"{_MATRIX.pattern}|\b(?:take\w* care|handle\w*|know\w*|in scope|accept\w*|work\w* with)\b",
)
_COMPARES = compiled(
    r"\b(?:more|less|fewer|extra|better|same|matters?|diff\w*|identical|equal\w*|versus|vs|compar\w+|lose[sd]?|lacks?)\b",
)
_GETS = compiled(
    r"\b(?:get|gain|have|protect\w*|levels?|lose[sd]?|scope|cover\w*|back\w*[\s-]?up|matrix|tables?|rows?|listed|recover\w*|restor\w*|treat\w*|guests?|differen\w*)\b",
)
_EDITION_NAMES = lazy_rules(
    {
        "Datacenter": r"\bdata\s?center\b|\bdc(?= edition\b)",
        "Enterprise": r"\b(?:enterprise|ent)\b",
        "Standard": r"\b(?:standard|std)\b",
    }
)
_ADVANTAGE = compiled(r"\b(?:advantage|benefit|upgrad\w*|worth|win|gain)s?\b")
_ALIKE = compiled(r"\b(?:same|identical\w*|equal\w*|alike)\b")
_PACK_ASKED = compiled(
    r"\b(?:require\w*|needs?|demand\w*|wants?|insist\w*|prescribe\w*|particular|specific|mandatory"
    r"|names?|mention\w*|ask(?:s|ing)? for)\b",
)
_PACK_WORD = compiled(r"\b(?:sp\s?\d?|service\s?packs?)\b(?!\s?20\d\d)")
_LEVEL = compiled(r"\b(?:levels?|granularity|scope of protection)\b")
# Roles of a Windows Server that is protected; the backup server itself may be none of them.
_ROLE_NAMES = {"domain-controller": "domain controller", "cluster-node": "cluster node"}
_NOT_OF_ROLES = compiled(
    r"\brestor\w*|\brecover\w*|\bfail-?over\b(?!\s+cluster)"
    r"|\b(?:install\w*|(?:run|put|host|deploy|set up|place)\w*\s+(?:it|mabs|azure backup server"
    r"|the backup server)\b"
    r"|on (?:a|the|our|an existing|one) (?:dc|domain controller|cluster)|sit\w*|live\w*)",
)
_LAST_QUESTION = re.compile(r"[^.?!]*\?\W*$")


def consult(reading: Reading) -> list[Finding]:
    """What the matrix says to a question about several of its rows; empty when one row is asked about."""
    if understood := product_summaries.consult(reading):
        return [understood]
    if reading.role is Role.HOST:
        return []
    products = [product for product in map(to_decision, reading.products) if product.family]
    if then := _listed_then(reading, products):
        return [finding_of(then, NAME, bare=True)]
    if families := _asks_besides(reading):
        return [finding_of(protection_query.besides(families), NAME)]
    if role := _role(reading):
        return [finding_of(protection_query.role(role), NAME)]
    if _COUNT.search(reading.plain) and not _ELSEWHERE.search(reading.plain):
        return [finding_of(protection_query.count(_family(reading)), NAME)]
    if rows := _with_levels(reading):
        return [finding_of(protection_query.versions(family), NAME) for family in rows]
    if sides := _sides(reading, products):
        return [finding_of(protection_query.level(family), NAME) for family in sides]
    if asked := _pack(reading, products) or _compared(reading, products) or _family_asked(reading, products):
        return [finding_of(asked, NAME, bare=reading.no_yes_or_no, sense=reading.sense)]
    if compared := _editions_compared(reading, products):
        return [finding_of(compared, NAME, bare=reading.no_yes_or_no)]
    if asked_edition := _edition(reading, products):
        return [asked_edition]
    if not _MATRIX.search(reading.plain) and not reading.followup:
        return []
    versions = reading.products or _NUMBERED.search(reading.plain)
    if _CORE.search(reading.plain) and not versions and not is_host(reading.plain):
        return [finding_of(protection_query.editions(Family.WINDOWS, "Server Core"), NAME, bare=True)]
    if _PACK.search(reading.plain) and not any(product.version for product in products):
        return [finding_of(protection_query.with_service_pack(), NAME)]
    listed = _WHICH_LISTED.search(reading.plain)
    named = [to_decision(product) for product in reading.products]
    versioned = [product for product in named if listed or product.version or product.family is None]
    return (
        [product_summaries.sorted_out(versioned)] if len(versioned) >= (_SIDES if listed else _MANY) else []
    )


def _asks_besides(reading: Reading) -> list[Family]:
    """The families that are named, where it is asked what the matrix lists besides; else none."""
    text = reading.plain
    if not (_IN_MATRIX.search(text) and _ANY_OTHER.search(text)) or find_bare_versions(text):
        return []
    named = [family for family, words in FAMILY_WORDS.items() if words.search(text)]
    foreign = any(to_decision(product).family is None for product in reading.products)
    return [] if foreign or is_host(text) else named


def _with_levels(reading: Reading) -> list[Family]:
    """The families of which all that is named is protected, where their rows are asked for; else none."""
    asked = _ROWS_WITH().search(reading.plain) and reading.levels and not reading.products
    if not asked or _ELSEWHERE.search(reading.plain):
        return []
    protected = protection.PROTECTED
    return [family for family in Family if all(level in protected[family] for level in reading.levels)]


def _listed_then(reading: Reading, products: list[Product]) -> DecisionResult | None:
    """What is listed, asked after one that was asked for: of the same family, or in the whole matrix."""
    text = reading.plain
    follows = reading.followup and reading.previous.get("specialist") == NAME
    if not follows or not _WHICH_THEN().match(text) or is_host(text):
        return None
    told = any(product.words and product.version for product in reading.products if product.words in text)
    if told or reading.levels or not reading.products or reading.topics - {"protection", "sql"}:
        return None
    families = {product.family for product in products if product.family}
    return protection_query.versions(families.pop()) if len(families) == 1 else protection.decide()


def _edition(reading: Reading, products: list[Product]) -> Finding | None:
    """Which editions the rows name, where none is told that they do name."""
    one_row = any(
        product.family is Family.WINDOWS and product.version and product.edition in EDITIONS
        for product in products
    )
    named = (
        _MATRIX.search(reading.plain)
        or reading.followup
        or (any(not product.edition for product in products) and not is_host(reading.plain))
    )
    if not named or one_row or len(products) > 1 or not _EDITION.search(reading.plain):
        return None
    if products and products[0].family is Family.SQL and is_for_itself(reading.plain):
        return None
    return _editions(reading, products[0] if products else None)


def _editions_compared(reading: Reading, products: list[Product]) -> DecisionResult | None:
    """Two editions of Windows Server or more, held against each other in what is protected."""
    text = reading.plain
    told = [edition for edition in EDITIONS if _EDITION_NAMES()[edition].search(text)]
    compares = _COMPARES.search(text) or _ADVANTAGE.search(text)
    if len(told) < _SIDES or not compares or not (_GETS.search(text) or _ADVANTAGE.search(text)):
        return None
    if is_host(text) or any(product.family is not Family.WINDOWS for product in products):
        return None
    versions = {one.version for one in products if one.version}
    versions |= {one.version for one in find_bare_versions(text)}
    if len(versions) > 1 or not versions <= set(VERSIONS[Family.WINDOWS]):
        return None
    return protection_query.editions_compared(told, *versions, same=bool(_ALIKE.search(text)))


def _role(reading: Reading) -> str:
    """The role of a machine that is to be protected, where no product of its own is told; empty for none."""
    text = reading.plain
    if reading.products or reading.levels or not PROTECTING.search(text) or _NOT_OF_ROLES.search(text):
        return ""
    return next((name for topic, name in _ROLE_NAMES.items() if topic in reading.topics), "")


def _pack(reading: Reading, products: list[Product]) -> DecisionResult | None:
    """Whether the row of a version, the one in the last question, asks for a service pack."""
    text = reading.plain
    if not (_PACK_WORD.search(text) and _PACK_ASKED.search(text)) or is_host(_PACK_ASKED.sub("", text)):
        return None
    if any(one.service_pack is not None and (one.family, one.version) in REQUIRED_PACK for one in products):
        return None  # whether that very pack is listed is asked
    rows = {(one.family, one.version) for one in products if one.family and one.version}
    families = {family for family, _ in rows}
    last = _LAST_QUESTION.search(text)
    asked = {one.version for one in find_bare_versions(last[0])} if last else set()
    if len(families) == 1 and len(asked) == 1:
        rows = {(family, version) for family in families for version in asked}
    row = next(iter(rows)) if len(rows) == 1 else None
    return protection_query.pack_named(*row) if row in RULES else None


def _compared(reading: Reading, products: list[Product]) -> DecisionResult | None:
    """Two or more versions of one family, all of them listed, held against each other."""
    text = reading.plain
    families = {product.family for product in products if product.family}
    if len(families) != 1 or not (_COMPARES.search(text) and _GETS.search(text)):
        return None
    told = {one.version for one in products if one.version}
    told |= {one.version for one in find_bare_versions(text)}
    family = next(iter(families))
    listed = [version for version in VERSIONS[family] if version in told]
    plain = not any(product.edition or product.service_pack is not None for product in products)
    same = plain and len(listed) > 1 and len(listed) == len(told)
    return protection_query.compared(family, listed) if same else None


def _sides(reading: Reading, products: list[Product]) -> list[Family]:
    """Two or more families held against each other, or asked of one by one, as a whole; else none."""
    text = reading.plain
    rows = families_in(text, 0, len(text)) if _MATRIX.search(text) else []
    families = rows or list(dict.fromkeys(product.family for product in products if product.family))
    if len(families) < _SIDES or len(products) < len(reading.products) or is_host(text):
        return []
    if any(product.version or product.edition for product in products):
        return []
    held = (_COMPARES.search(text) or _EACH.search(text)) and (_GETS.search(text) or _LEVEL.search(text))
    return families if held else []


def _family_asked(reading: Reading, products: list[Product]) -> DecisionResult | None:
    """All versions of a family, or its level of protection; without a version of its own."""
    text = reading.plain
    families = {product.family for product in products if product.family}
    named = None if reading.products or _EDITION_WORD.search(text) else _family(reading)
    families = families or ({named} if named and _ALL_VERSIONS.search(text) else set())
    if len(families) != 1 or any(product.version or product.edition for product in products):
        return None
    family = next(iter(families))
    named_all = _NAME_ALL.search(text) or _NAMED_THERE().search(text)
    asked = _CARED_FOR.search(text) or (named_all and not _OF_THE_SERVER.search(text))
    if _ALL_VERSIONS.search(text) and asked and not is_host(text):
        return protection_query.versions(family)
    follows = reading.followup and reading.previous.get("specialist") == NAME
    before = reading.previous.get("query", "") if follows and not reading.topics - {"protection"} else ""
    if before and _LEVEL.search(before):
        return protection_query.level(family)
    own = any(product.words and product.words.lower() in text.lower() for product in reading.products)
    listed = before and own and leaves_out(text) and (_ALL_VERSIONS.search(before) or _WHICH.search(before))
    return protection_query.versions(family) if listed else None


def _family(reading: Reading) -> Family | None:
    """The family that is counted; all of them when none is named, or several."""
    named = [family for family, words in FAMILY_WORDS.items() if words.search(reading.plain)]
    return named[0] if len(named) == 1 else None


def _editions(reading: Reading, product: Product | None) -> Finding:
    family = product.family if product else _family(reading)
    edition, version = (product.edition, product.version) if product else ("", "")
    return finding_of(protection_query.editions(family, edition, version), NAME)
