"""Puts a `Reading` together from text and what the last turn left."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from assistant.decisions.expressions.patterns import lazy
from assistant.decisions.states.connectivity_rules import Connectivity
from assistant.understanding.amounts.quantities import find_quantities
from assistant.understanding.connection.outages import hints_at_time, offline_duration
from assistant.understanding.connection.run_on_sentences import with_stops
from assistant.understanding.connection.unrelated_clauses import without_unrelated
from assistant.understanding.hosts import find_hosts
from assistant.understanding.message.asides import without_asides
from assistant.understanding.message.introductions import without_introduction
from assistant.understanding.message.joined_questions import with_and
from assistant.understanding.message.mails import question_of
from assistant.understanding.message.polarity import read_sense
from assistant.understanding.message.question_forms import leaves_out, question_kind, straight, tells_fault
from assistant.understanding.message.spelling import mend_spelling
from assistant.understanding.operations import find_operations
from assistant.understanding.other_platforms import ELSEWHERE
from assistant.understanding.product.bystanders import without_bystanders
from assistant.understanding.product.carried_products import NAMELESS, PACK
from assistant.understanding.product.product_role import (
    ROLE,
    carried_role,
    product_role,
    role_left,
    with_systems,
)
from assistant.understanding.product.products import find_bare_versions, find_products
from assistant.understanding.product.spelled_years import with_years
from assistant.understanding.reading import Reading
from assistant.understanding.server.machine_names import without_machine_names
from assistant.understanding.subscription.reactivation import left_behind, renewed
from assistant.understanding.subscription.states import States, read_states
from assistant.understanding.topics import GENERAL, WHOLE_MACHINE, find_levels, find_topics, find_vm_sizes
from assistant.understanding.turns.chatter import without_manner
from assistant.understanding.turns.followup import carried_over, is_followup, of_what_expires
from assistant.understanding.turns.talked_cases import CASES, cases_of, compared_states

_CHAIN_WORDS = 40
_END_CHARS = 5_000
_KEPT = 32
_STATES = ("connectivity", "outage", "subscription", "previous_subscription")

STATE_NAMED = lazy(r"\b(?:active|expired|deprovisioned)\b")
_DOUBTED = lazy(
    r"\b(?:not (?:really |quite |at all |so )?sure|no (?:idea|clue)|(?:do|does)(?:n['’]?t| not) know"
    r"|dont know|dunno|unsure"
    r"|unclear|(?:can['’]?t|cannot) (?:tell|say|see)|nobody (?:knows|can tell|can say)"
    r"|unknown)\s+(?:if|whether)\s+"
    r"[^.;?!]{0,25}?\b(?:expired|deprovisioned|active)\b"
)
_DISC = lazy(r"\bdisc(?=s?\b)")
_DIFF = lazy(r"\bdiff(?:\.|\b)(?=\s)")
# A line of a form that the next label ends: "Connectivity: down for 9 days / Question: ...".
_FIELD_ENDS = lazy(r"(?<=[\w)\"'])[ \t]*\n\s*(?=[A-Z][\w /-]{0,24}:[ \t])")
_PERCENT = lazy(r"(?<=[\da-z])\s?\b(?:perc|pct|prc)\b\.?|(?<=\d)(?:perc|pct|prc)\b\.?")

_THOUSANDS = lazy(
    r"(?<![\w.,])(?P<n>\d{1,3}(?:[.,]\d)?)\s?k(?=\s+(?:(?:recovery|restore|backup)\s+)?(?:points?|rps?)\b)"
)


def read_question(text: str, previous: Mapping[str, Any] | None = None, today: date | None = None) -> Reading:
    """Understands one question. `previous` is `facts_of` the last turn; `today` resolves "since Tuesday".

    Of a long text, such as a pasted log, the beginning and the end are read.
    """
    today = today or date.today()  # noqa: DTZ011  # what the user's calendar shows
    plain = plain_of(text)
    states = _without_doubted(read_states(without_asides(without_unrelated(plain))), plain)
    lost = states.connectivity is Connectivity.LOST
    outage = (
        offline_duration(
            states.present, today, states.outage_at, states.subscription_at, denied=states.not_so_long
        )
        if lost
        else None
    )
    topics, mentions = find_topics(plain)
    levels = find_levels(plain)
    if WHOLE_MACHINE in levels:
        topics -= {"host-image"}  # the image is what is to be got back
    kind = question_kind(plain)
    products = without_bystanders(plain, find_products(plain))
    reading = Reading(
        text=text,
        plain=plain,
        kind=kind,
        products=products,
        connectivity=states.connectivity,
        outage=outage,
        subscription=states.subscription,
        previous_subscription=states.previous,
        unclear=states.unclear or (lost and outage is None and hints_at_time(plain, states.outage_at)),
        operations=find_operations(plain),
        levels=levels,
        topics=topics,
        vm_sizes=find_vm_sizes(plain),
        quantities=find_quantities(plain, today),
        hosts=find_hosts(text),
        sense=read_sense(plain, kind, (mention.words for mention in states.mentions)),
        fault=tells_fault(plain),
        role=product_role(plain, products),
        mentions=(*states.mentions, *mentions),
        previous=previous or {},
    )
    reading = left_behind(reading)
    if previous and is_followup(reading):
        reading = replace(reading, followup=True)
    if previous and (reading.followup or leaves_out(plain)):
        reading = replace(reading, role=carried_role(reading))
    if reading.followup:
        reading = carried_over(of_what_expires(reading), today)
    return with_systems(renewed(reading))


def _without_doubted(states: States, plain: str) -> States:
    """`states` without the one of the subscription that is only wondered about: "not sure whether "
    "it's expired"."""
    if len(states.subscription) != 1 or len(set(STATE_NAMED().findall(plain.lower()))) > 1:
        return states
    return replace(states, subscription=frozenset()) if _DOUBTED().search(plain) else states


@lru_cache(_KEPT)
def plain_of(text: str) -> str:
    """A question as rules and encoder read it: on one line, without introduction and names of machines,
    spelling mended. Of a long text the two ends."""
    one_line = " ".join(with_and(_FIELD_ENDS().sub(". ", question_of(text))).split())
    ends = _DIFF().sub("difference", _both_ends(without_manner(one_line)))
    ends = _THOUSANDS().sub(_written_out, _PERCENT().sub(" percent", ends))
    plain = mend_spelling(_DISC().sub("disk", without_machine_names(without_introduction(ends))))
    return with_years(straight(with_stops(plain)))


def _written_out(thousands: re.Match[str]) -> str:
    """ "12.5k" as 12500."""
    return str(int(Decimal(thousands["n"].replace(",", ".")) * 1_000))


def _both_ends(text: str) -> str:
    """`text`, or its two ends when it is long: that is where people ask."""
    return text if len(text) <= 2 * _END_CHARS else f"{text[:_END_CHARS]} ... {text[-_END_CHARS:]}"


def facts_of(reading: Reading, specialist: str, sections: tuple[str, ...]) -> dict[str, Any]:
    """What the next turn may carry over from this one, as plain data."""
    before = reading.previous if reading.followup else {}
    return {
        "specialist": specialist,
        "sections": list(sections),
        "query": _chained("" if reading.topics - GENERAL else before.get("query", ""), reading.plain),
        CASES: cases_of(reading),
        "connectivity": str(reading.connectivity) if reading.connectivity else "",
        "outage": str(reading.outage) if reading.outage else "",
        "subscription": sorted(str(state) for state in compared_states(reading) or reading.subscription),
        "previous_subscription": sorted(str(state) for state in reading.previous_subscription),
        "operations": sorted(str(operation) for operation in reading.operations),
        "families": list(dict.fromkeys(product.family for product in reading.products if product.family))
        or _meant_by_release(reading),
        "versions": list(dict.fromkeys(product.version for product in reading.products if product.version)),
        NAMELESS: _nameless(reading),
        PACK: reading.products[-1].service_pack if reading.products else None,
        ELSEWHERE: str(reading.elsewhere or ""),
        ROLE: role_left(reading, before),
        "levels": list(reading.levels),
        "topics": sorted(reading.topics | set(before.get("topics", ()))),
        "vm_sizes": list(reading.vm_sizes or before.get("vm_sizes", ())),
    } | _states_kept(reading, before)


def _states_kept(reading: Reading, before: Mapping[str, Any]) -> dict[str, Any]:
    """The states told before, behind a turn that hangs on them and tells none itself."""
    told = reading.connectivity or reading.subscription or reading.previous_subscription
    other = reading.topics - GENERAL or reading.products or reading.vm_sizes
    return {} if told or other else {key: before[key] for key in _STATES if before.get(key)}


def _nameless(reading: Reading) -> list[str]:
    """The versions told without their product."""
    told = any(product.version for product in reading.products)
    return [] if told else [one.version for one in find_bare_versions(reading.plain)]


def _meant_by_release(reading: Reading) -> list[str]:
    """The family of a version told without a product, where its "R2" tells it."""
    bare = () if reading.products else find_bare_versions(reading.plain)
    return ["windows-server"] if any(one.version.endswith("R2") for one in bare) else []


def _chained(before: str, now: str) -> str:
    """A follow-up keeps what it follows in mind; only the latest words of a long chain count."""
    return " ".join(f"{before} {now}".split()[-_CHAIN_WORDS:])
