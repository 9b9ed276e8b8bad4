"""Puts a `Reading` together from text and what the last turn left."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from assistant.decisions.connectivity_rules import Connectivity, Operation, Subscription
from assistant.decisions.durations import parse_duration
from assistant.understanding.forms import is_reversed, question_kind, tells_fault
from assistant.understanding.hosts import find_hosts
from assistant.understanding.operations import find_operations
from assistant.understanding.products import find_bare_versions, find_products
from assistant.understanding.quantities import find_quantities, offline_duration
from assistant.understanding.reading import Mention, Product, Reading
from assistant.understanding.spelling import mend_spelling
from assistant.understanding.states import read_states
from assistant.understanding.topics import find_levels, find_topics, find_vm_sizes

_FOLLOWUP = re.compile(
    r"^\W*(?:(?:ok|okay|thx|thanks|hm+|right|great|fine|i see|good|ah|oh|cool|alright|yes|no|well|so|but|and|then|also)[\s,.!-]+)*"
    r"(?:and\b|what about|how about|what if|whatif|but if|or if|and if|if (?:it|that|the|we|so)|if\b|then\b|also\b|make (?:that|it)|why\b|how come|are you sure|sure\?|really|where (?:does|do|is) (?:it|that|this)|which (?:one|section|page)|still\b|now\b|same\b|or\b|only\b|instead|suppose|say it|assume|again\b|what else|anything else|which of|the other|more\b|next\b|go on|continue)",
    re.IGNORECASE,
)
_POINTING = re.compile(
    r"\b(?:it|that|this|they|them|those|these|there|one|ones|then|so|same|either|both|the latter|the former|instead|too|as well)\b",
    re.IGNORECASE,
)
_DATA = re.compile(r"\b(?:data|points|copies|backups?)\b", re.IGNORECASE)
_SHORT_WORDS = 9
_SLOT_WORDS = 6
_NO_SUBJECT = frozenset(
    "how what which who when where why is are was were be do does did can could will would should must may might the a an in of "
    "on for with at to from by big much many long large small often total altogether max maximum min minimum exactly really "
    "now yet still again ok okay thanks thx please pls about size number amount per each all any and or not no yes next "
    "step steps first last other another else more less need needed required possible allowed we i you us me my our your "
    "s whats what's hows".split()
)
_CHAIN_WORDS = 40


def read_question(text: str, previous: Mapping[str, Any] | None = None, today: date | None = None) -> Reading:
    """Understands one question. `previous` is `facts_of` the last turn; `today` resolves "since Tuesday"."""
    today = today or date.today()  # noqa: DTZ011  # what the user's calendar shows
    plain = mend_spelling(" ".join(text.split()))
    states = read_states(plain)
    topics, mentions = find_topics(plain)
    reading = Reading(
        text=text,
        plain=plain,
        kind=question_kind(plain),
        products=find_products(plain),
        connectivity=states.connectivity,
        outage=offline_duration(plain, today) if states.connectivity is Connectivity.LOST else None,
        subscription=states.subscription,
        previous_subscription=states.previous,
        operations=find_operations(plain),
        levels=find_levels(plain),
        topics=topics,
        vm_sizes=find_vm_sizes(plain),
        quantities=find_quantities(plain, today),
        hosts=find_hosts(text),
        reversed=is_reversed(plain),
        fault=tells_fault(plain),
        mentions=(*states.mentions, *mentions),
        previous=previous or {},
    )
    reading = replace(reading, followup=bool(previous) and _is_followup(reading))
    return _carried_over(reading, today) if reading.followup else reading


def facts_of(reading: Reading, specialist: str, sections: tuple[str, ...]) -> dict[str, Any]:
    """What the next turn may carry over from this one, as plain data."""
    before = reading.previous if reading.followup else {}
    return {
        "specialist": specialist,
        "sections": list(sections),
        "query": _chained(before.get("query", ""), reading.plain),
        "connectivity": str(reading.connectivity) if reading.connectivity else "",
        "outage": str(reading.outage) if reading.outage else "",
        "subscription": sorted(str(state) for state in reading.subscription),
        "previous_subscription": sorted(str(state) for state in reading.previous_subscription),
        "operations": sorted(str(operation) for operation in reading.operations),
        "families": list(dict.fromkeys(product.family for product in reading.products if product.family)),
        "versions": list(dict.fromkeys(product.version for product in reading.products if product.version)),
        "levels": list(reading.levels),
        "topics": sorted(reading.topics | set(before.get("topics", ()))),
        "vm_sizes": list(reading.vm_sizes),
    }


def _has_subject(text: str) -> bool:
    """Whether a short question names a thing of its own, besides asking words and words of measure."""
    words = (word.strip("?!.,;:()'\"") for word in text.lower().split())
    return any(word and word not in _NO_SUBJECT for word in words)


def _chained(before: str, now: str) -> str:
    """A follow-up keeps what it follows in mind; only the latest words of a long chain count."""
    return " ".join(f"{before} {now}".split()[-_CHAIN_WORDS:])


def _is_followup(reading: Reading) -> bool:
    words = reading.plain.split()
    if _FOLLOWUP.search(reading.plain):
        return True
    if len(words) > _SHORT_WORDS:
        return (
            bool(_POINTING.search(reading.plain)) and len(words) <= 2 * _SHORT_WORDS and not reading.products
        )
    told = reading.subscription or reading.connectivity or reading.quantities or reading.vm_sizes
    return bool(
        (told and len(words) <= _SLOT_WORDS)
        or find_bare_versions(reading.plain)
        or _POINTING.search(reading.plain)
        or not _has_subject(reading.plain)
    )


def _carried_over(reading: Reading, today: date) -> Reading:
    """Fills what this turn leaves open from the last one, and notes each such field as carried."""
    before = reading.previous
    carried: list[Mention] = []
    changes: dict[str, Any] = {}
    if not reading.products and before.get("families"):
        bare = find_bare_versions(reading.plain)
        if bare and len(before["families"]) >= 1:
            family = before["families"][-1]
            changes["products"] = tuple(replace(product, family=family) for product in bare)
        elif not reading.topics - {"protection"}:
            versions = before.get("versions") or [""]
            changes["products"] = tuple(Product(before["families"][-1], version) for version in versions[-1:])
        if "products" in changes:
            carried.append(
                Mention("product", before["families"][-1], before["query"], "earlier turn", carried=True)
            )
    if before.get("specialist") == "connectivity" or _tells_state(reading):
        changes |= _carried_states(reading, today, carried)
    if (
        not reading.vm_sizes
        and before.get("vm_sizes")
        and not reading.products
        and "data-disks" in reading.topics
    ):
        changes["vm_sizes"] = tuple(before["vm_sizes"])
    return replace(reading, mentions=(*reading.mentions, *carried), **changes)


def _tells_state(reading: Reading) -> bool:
    return bool(reading.subscription or reading.connectivity)


def _carried_states(reading: Reading, today: date, carried: list[Mention]) -> dict[str, Any]:
    before = reading.previous
    changes: dict[str, Any] = {}
    concerns = (
        _tells_state(reading)
        or reading.operations
        or reading.amounts("duration")
        or _DATA.search(reading.plain)
    )
    if not concerns:
        return changes
    if not reading.subscription and before.get("previous_subscription"):
        changes["previous_subscription"] = frozenset(map(Subscription, before["previous_subscription"]))
    if reading.connectivity is None and before.get("connectivity"):
        changes["connectivity"] = Connectivity(before["connectivity"])
        changes["outage"] = _carried_outage(reading, before, today)
        carried.append(
            Mention("connectivity", before["connectivity"], before["query"], "earlier turn", carried=True)
        )
    if not reading.subscription and before.get("subscription"):
        changes["subscription"] = frozenset(Subscription(state) for state in before["subscription"])
        carried.append(
            Mention(
                "subscription",
                "/".join(before["subscription"]),
                before["query"],
                "earlier turn",
                carried=True,
            )
        )
    elif (
        reading.subscription
        and Subscription.ACTIVE in reading.subscription
        and reading.previous_subscription
        and before.get("subscription")
    ):
        changes["previous_subscription"] = (
            frozenset(Subscription(state) for state in before["subscription"]) - {Subscription.ACTIVE}
            or reading.previous_subscription
        )
    if not reading.operations and before.get("operations"):
        changes["operations"] = frozenset(Operation(operation) for operation in before["operations"])
        carried.append(
            Mention(
                "operations", ", ".join(before["operations"]), before["query"], "earlier turn", carried=True
            )
        )
    return changes


def _carried_outage(reading: Reading, before: Mapping[str, Any], today: date) -> Any:
    told = offline_duration(reading.plain, today)
    if told is not None:
        return told
    return parse_duration(before["outage"]) if before.get("outage") else None
