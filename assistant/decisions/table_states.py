"""The printed tables of the guide, with their inputs: protection matrix, connectivity, subscription."""

from __future__ import annotations

from datetime import date

from assistant.decisions.matrix import protection
from assistant.decisions.matrix.protection_rules import (
    EDITIONS,
    Product,
    canonical_edition,
    parse_product,
    parse_version_words,
)
from assistant.decisions.matrix.protection_rules import NAME as MATRIX_NAME
from assistant.decisions.matrix.protection_rules import RULES as MATRIX_RULES
from assistant.decisions.reading.durations import parse_duration
from assistant.decisions.states import connectivity, subscription_change
from assistant.decisions.states import connectivity_rules as states
from assistant.decisions.table_types import Input, Table, Told, folded
from assistant.decisions.types import DecisionInputError, DecisionResult


def protection_table() -> Table:
    products = "product with version, such as SQL Server 2012 SP1"
    return Table(
        name=MATRIX_NAME,
        title="Protection matrix",
        inputs=(
            Input("product", "Which product is it?", products),
            Input("version", "Which version is it?", "year, year with R2, or SAC"),
            Input("service_pack", "Which service pack is installed?", "none, SP1, SP2, ..."),
            Input("edition", "Which edition is it?", "edition, such as Datacenter"),
            Input("level", "What in it is to be protected?", "level, such as files, database or farm"),
        ),
        outputs=("protected",),
        rules=tuple(MATRIX_RULES.values()),
        header=("Protected data source", "Protection and recovery"),
        rows=tuple((rule.outputs["row"], rule.outputs["protected"]) for rule in MATRIX_RULES.values()),
        decide=_decide_protection,
        notes=("What is not in these rows is not listed.", f"Windows editions: {', '.join(EDITIONS)}."),
    )


def _decide_protection(told: Told, today: date | None) -> DecisionResult:
    if "product" not in told:
        extra = [name for name in ("version", "service_pack", "edition") if name in told]
        if extra:
            raise DecisionInputError(f"{extra[0]} needs a product to go with it.", extra[0])
        return protection.decide(None, told.get("level", ""))
    product = parse_product(told["product"])
    return protection.decide(_refined(product, told), told.get("level", ""))


def _refined(product: Product, told: Told) -> Product:
    """The product with the version, service pack and edition that were told on their own."""
    version, edition, pack = product.version, product.edition, product.service_pack
    if product.family and "version" in told:
        version = parse_version_words(product.family, told["version"])
        if not version:
            listed = ", ".join(v for family, v in MATRIX_RULES if family is product.family)
            raise DecisionInputError(f"{told['version']!r} is not a version. Listed: {listed}.", "version")
        inner = parse_product(f"{product.family} {told['version']}").service_pack
        pack = pack if inner is None else inner
    if "edition" in told:
        edition = canonical_edition(told["edition"])
    if "service_pack" in told:
        pack = _service_pack(told["service_pack"])
    return Product(product.family, version, edition, pack, product.other)


def _service_pack(text: str) -> int:
    words = folded(text).replace("service pack", "sp").replace(" ", "")
    if words in ("none", "rtm", "no", "0", "sp0"):
        return 0
    number = words.removeprefix("sp")
    if number.isdecimal() and len(number) < 3:
        return int(number)
    raise DecisionInputError(f"{text!r} is not a service pack. Allowed: none, SP1, SP2, ...", "service_pack")


_CONNECTIVITY_ALIASES = {
    "online": "connected",
    "offline": "lost",
    "lost connectivity": "lost",
    "lost > 15 days": "lost more than 15 days",
    "lost connectivity > 15 days": "lost more than 15 days",
    "lost <= 15 days": "lost 15 days or fewer",
}
_OPERATIONS = (*map(str, states.Operation), *states.GROUPS)
_OPERATION_ALIASES = {
    "back up": "backup",
    "backup to azure": "back_up_to_azure",
    "backup to disk": "back_up_to_disk",
    "backup azure": "back_up_to_azure",
    "backup disk": "back_up_to_disk",
    "restore azure": "restore_from_azure",
    "restore disk": "restore_from_disk",
}


def connectivity_table() -> Table:
    header = ("Connectivity State", "Azure Subscription", *states.TITLES.values())
    subscription = "Which state does the subscription show?"
    return Table(
        name=states.NAME,
        title="Connectivity and subscription state",
        inputs=(
            Input(
                "connectivity",
                "Does the server reach Azure now?",
                "state",
                tuple(map(str, states.Connectivity)),
                _CONNECTIVITY_ALIASES,
            ),
            Input(
                "duration",
                "For how long has the server been offline?",
                "duration, such as 18 days or 3 weeks",
            ),
            Input("subscription", subscription, "state", tuple(map(str, states.Subscription))),
            Input("operation", "Which operation is it about?", "operation", _OPERATIONS, _OPERATION_ALIASES),
        ),
        outputs=tuple(map(str, states.Operation)),
        rules=tuple(states.RULES.values()),
        header=header,
        rows=tuple(
            (rule.conditions["connectivity"], rule.conditions["subscription"], *rule.outputs.values())
            for rule in states.RULES.values()
        ),
        decide=_decide_connectivity,
        notes=("The first 15 days without connectivity are not covered.",),
    )


def _decide_connectivity(told: Told, today: date | None) -> DecisionResult:
    state = states.Connectivity(told["connectivity"]) if "connectivity" in told else None
    subscription = states.Subscription(told["subscription"]) if "subscription" in told else None
    outage = parse_duration(told["duration"], today) if "duration" in told else None
    operation = told.get("operation", "all")
    operations = states.GROUPS[operation] if operation in states.GROUPS else (states.Operation(operation),)
    return connectivity.decide(state, subscription, operations, outage)


def subscription_change_table() -> Table:
    previous = Input(
        "from", "Was the subscription Expired or Deprovisioned?", "state", ("Expired", "Deprovisioned")
    )
    copy = Input("copy", "Which data is it about?", "place", tuple(subscription_change.COPIES))
    rules = tuple(subscription_change.RULES.values())
    return Table(
        name=subscription_change.NAME,
        title="Return of a subscription to Active",
        inputs=(previous, copy),
        outputs=("functionality", "azure_data", "local_data"),
        rules=rules,
        header=("From", "To", "Functionality", "Data in Azure", "Data on local disk"),
        rows=tuple((r.conditions["from"], r.conditions["to"], *r.outputs.values()) for r in rules),
        decide=_decide_change,
    )


def _decide_change(told: Told, today: date | None) -> DecisionResult:
    previous = states.Subscription(told["from"]) if "from" in told else None
    return subscription_change.decide(previous, told.get("copy", "both"))
