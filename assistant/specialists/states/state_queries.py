"""Questions that ask the connectivity table in reverse ("which state allows ...?") or compare two states."""

from __future__ import annotations

import re

from assistant.answer import Finding
from assistant.decisions.expressions.patterns import compiled
from assistant.decisions.sentences import capital
from assistant.decisions.states.connectivity_compared import compare, compare_states
from assistant.decisions.states.connectivity_query import (
    Wanted,
    apart,
    rows_of,
    states_with,
    stopped_though_connected,
    subscription_states,
    threshold,
    unknown_state,
)
from assistant.decisions.states.connectivity_rules import (
    NAME,
    RESTORES,
    Connectivity,
    Operation,
    Subscription,
    in_order,
)
from assistant.specialists.states import told_outcomes
from assistant.specialists.states.asked_state import asks_state, points_at_states
from assistant.specialists.states.wanted_verdicts import loses_points, mixed_wishes, names_points, wanted_of
from assistant.specialists.table_findings import finding_of
from assistant.understanding.reading import QuestionKind, Reading
from assistant.understanding.turns.talked_cases import compared_before, named_states

_HOW_MANY = compiled(
    r"(?:\bhow many\b|\b(?:count|number of)\b(?= (?:the |all )?\w+))[^.?!]{0,40}"
    r"\b(?:states?|combos?|combinations?|cases?|situations?|rows?|scenarios?|lines?)\b"
    r"|\b(?:of|out of|among|in)\b[^.?!]{0,20}\b(?:states|combos|combinations|cases|situations|rows|lines)\b"
    r"[^.?!]{0,20}\bhow many\b"
    r"|\b(?:combos|combinations|cases|situations|rows|lines)\b[^?!]{0,40}?\bhow many\b"
    r"(?!\s+(?:days?|weeks?|disks?|points?|gb|tb|servers?))"
    r"|\b(?:stopped|allowed|refused)\b[^.?!]{0,12}\bin\s+(?:one|two|three|four|five|six|[1-6])\s+"
    r"(?:of the six\s+)?(?:rows?|lines?|cases?)\b"
    r"|\b(?:more than|only|just|exactly|at least|less than)\s+(?:one|two|three|four|a single"
    r"|[1-6])\s+(?:of (?:the|those)\s+)?"
    r"(?:states?|combos?|combinations?|cases?|situations?|rows?|scenarios?|lines?)\b",
)
_HOW_MANY_OF = compiled(r"\bhow many of (?:them|these|those|the (?:six|rows))\b")
_OF_ROWS = compiled(r"\b(?:connectivity table|rows?|combinations?|lines?|states?|six)\b")
# "connected, so the subscription is Active?": the one doesn't follow from the other.
_FOLLOWS = compiled(
    r"\b(?:so|then|hence|thus|therefore|means?|impl(?:y|ies)|proves?|guarantees?|shows?|confirms?"
    r"|tells? (?:me|us)"
    r"|conclude)\b[^.?!]{0,30}\b(?:sub|subs|subscription)(?:'s)?\b(?: state)?[^.?!,]{0,25}"
    r"\b(?:active|fine|ok|okay|valid"
    r"|alive|good|paid|healthy|too|also)\b[^.?!]{0,25}[?]?\W*$"
    r"|\b(?:so|then|hence|thus|therefore|means?|impl(?:y|ies)|proves?|guarantees?)\b[^.?!]{0,20}"
    r"\b(?:server|box|we|it|mabs)\b"
    r"[^.?!,]{0,12}\b(?:connected|online)\b\W*$",
)
# States of Azure subscriptions that the guide doesn't name; the last only as a state that is quoted or shown.
_OTHER_STATE = compiled(
    r"\b(?P<name>warned|past[\s_-]?due|grace period)\b"
    r"|[\"'\u201c\u2018](?P<quoted>disabled|deleted|suspended)[\"'\u201d\u2019]"
    r"|\b(?:(?:state|status)\s*(?:is|of|=|:|says|shows)?|(?:portal|azure|it|page|that) (?:says|shows"
    r"|reads))\s*"
    r"(?P<shown>disabled|deleted|suspended)\b",
)
_TOLD_AS_STATE = compiled(
    r"\b(?:portal|azure) (?:says|shows|reads)\b|^\W*past[\s_-]?due\b"
    r"|\b(?:is|in|when|while|as|be|it'?s|azure|status)\s+past[\s_-]?due\b",
)
# "is Past Due the same as Expired": whether it stands for one of the guide's own is what is asked.
_EQUATED = compiled(
    r"\b(?:same|equal\w*|equivalent|identical|count\w*|treated?|means?|like)\b[^.?!]{0,20}"
    r"\b(?:expired|deprovisioned)\b|\b(?:past[\s_-]?due|warned|disabled)\s*=+",
)
_OR_WHAT = compiled(
    r"\bor (?:what|something else|what else|else)\b"
    # a state that only somebody claims, or that is guessed at
    r"|\b(?:claim(?:s|ed)?|says?|said|thinks?|believes?|insists?|swears?|guess\w*|reckons?|suppose\w*"
    r"|heard)\b"
    r"[^.?!]{0,20}\b(?:active|expired|deprovisioned)\b",
)
_SUBSCRIPTION = compiled(r"\b(?:sub|subs|subscriptions?|portal|billing|account|status|state)\b")
_NAMED = compiled(r"\bexpired\b|\bdeprovisioned\b")
_EVERYTHING = compiled(r"\b(?:everything|all(?: four)?|anything|nothing)\b")
_DIFFER = compiled(
    r"\bdiffer\w*|\bcompar\w+|\bversus\b|\bvs\b\.?|\bsame (?:as|for|thing|result|outcome|in both)"
    r"|\bdistinguish\w*"
    r"|\bmatter\w*\b|\bmake (?:a|any) (?:change|odds)|\beither way\b|\bregardless\b|\bbetter or worse\b"
    r"|\bworse\b(?!\s+than\s+(?:just\s+)?(?:expired|active))"
    r"|\bchang(?:e|es|ing) (?:anything|something|nothing|much|a thing)\b",
)
# "is Expired worse than Deprovisioned": the one that is compared with is named as well.
_THAN = compiled(
    r"\b(?P<one>active|expired|deprovisioned)\b[^.?!,;]{0,30}\b(?:worse|better|safer|riskier|milder"
    r"|harsher|longer"
    r"|more \w+|less \w+)\s+(?:\w+\s+){0,2}?than\s+(?:(?:being|just|only|plain|in|the|an?)\s+){0,2}"
    r"(?P<other>active|expired|deprovisioned)\b"
    r"|\b(?:worse|better|safer|riskier|milder|harsher)\b[^.?!]{0,40}\b(?P<first>active|expired|deprovisioned)"
    r"\W+(?:or|vs\.?|versus)\W+(?P<second>active|expired|deprovisioned)\b",
)
_KEPT = compiled(r"\b(?:keep\w*|kept|retain\w*|surviv\w*|preserv\w*|spar(?:e|es|ed)|safe)\b")
_CONNECTION = compiled(
    r"\b(?:link|connect\w*|line|online|offline|internet|up or|outage|reachab\w*"
    r"|cut off|disconnected|isolated)\b",
)


_HOW_LONG = compiled(
    r"\bhow (?:long|many (?:days|weeks)|much time)\b(?!\s+(?:have|has|did|does it take|was|were))"
    r"|\bafter (?:how many|which|what)\b|\bfrom (?:which|what) day\b|\bday limit\b|\bgrace period\b",
)
# "online or not", "worse than plain expired": the other state of the connection is compared with.
_OR_NOT = compiled(
    r"\bor (?:gone|not|offline|down)\b"
    r"|\b(?:worse|better|different|same|more)\b[^.?!]{0,20}\b(?:than|from|as|to)\b[^.?!]{0,12}"
    r"\b(?:plain|just|only|mere\w*|simply|alone|normal\w*|one)\b",
)


def consult(reading: Reading) -> Finding | None:
    """The rows that fit, or the difference between two; None when one state is asked about."""
    return (
        _unknown(reading)
        or _states(reading)
        or _standstill(reading)
        or told_outcomes.consult(reading)
        or _threshold(reading)
        or _apart(reading)
        or _difference(reading)
        or _rows(reading)
    )


def _unknown(reading: Reading) -> Finding | None:
    """A state that the guide doesn't name; one of its own that is told as well decides instead."""
    text = reading.plain
    equated = _EQUATED.search(text)
    if _NAMED.search(text) and not equated:
        return None
    told_as_state = reading.operations and _TOLD_AS_STATE.search(text)
    if not (_SUBSCRIPTION.search(text) or equated or told_as_state):
        return None
    told = [match[match.lastgroup or 0].lower() for match in _OTHER_STATE.finditer(text)]
    names = [capital(name).replace("_", " ") for name in dict.fromkeys(told)]
    return finding_of(unknown_state(names), NAME) if names else None


_ASKS_STATES = compiled(
    r"\b(?:which|what|how many|list|name)\b(?:\s+\w+){0,3}?\s+(?:states|statuses)\b[^.?!]{0,40}?"
    r"\b(?:have|has|in|exist\w*|there|know\w*|names?|named|lists?|listed|possible|of)\b",
)


def _states(reading: Reading) -> Finding | None:
    """The states that a subscription may have; None where one is told, or an operation asked for."""
    asked = _ASKS_STATES.search(reading.plain) and _SUBSCRIPTION.search(reading.plain)
    if not asked or reading.subscription or reading.connectivity or reading.operations:
        return None
    return finding_of(subscription_states(), NAME)


# Connected, and yet nothing runs: the state of the subscription is what is left to decide.
_STANDS_STILL = compiled(
    r"\b(?:stop(?:s|ped)?|halted|suspended)\b|\bno(?:t any)? (?:backups?|restores?|jobs?)\b"
    r"|\bnothing (?:is|gets|runs)\b"
    r"|\b(?:do|does|is|are|will|did)(?:n['’]?t| not)\s+(?:be\s+)?"
    r"(?:run\w*|back\w*|start\w*|happen\w*|work\w*|allowed)\b"
    r"|\b(?:refused|blocked)\b"
    r"|\bnot (?:one|1|a single)\b[^.?!\n]{0,20}\b(?:backup|job)s?\b[^.?!\n]{0,15}"
    r"\b(?:ran|run|started|made)\b",
)
_JOBS = compiled(r"\b(?:scheduled |backup )?jobs?\b")
# The cmdlet says that there is a connection: that alone asks what else is in the way.
_CHECKED = compiled(
    r"(?:cloudconnection|cmd-?let)\b[^.?!\n]{0,40}\btrue\b|\btrue\b[^.?!\n]{0,40}(?:cloudconnection|cmd-?let)"
)
_BACKUPS = frozenset({Operation.BACK_UP_TO_AZURE, Operation.BACK_UP_TO_DISK})
_WHY_SO = compiled(
    r"\b(?:why|how come|reason|cause|what(?:'s| is| could be)? (?:wrong|the matter|up)|explain|yet|still|but"
    r"|although|though)\b",
)


def _standstill(reading: Reading) -> Finding | None:
    """In which states an operation is stopped, where the server is connected and yet it doesn't run."""
    text = reading.plain
    alone = not (reading.subscription or reading.previous_subscription or reading.products)
    checked = _CHECKED.search(text)
    asked = reading.operations or (_BACKUPS if checked and _JOBS.search(text) else frozenset())
    if reading.connectivity is not Connectivity.CONNECTED or not alone or not asked:
        return None
    told = _STANDS_STILL.search(text) and (checked or _WHY_SO.search(text))
    if not told or told_outcomes.REPORTED.search(text) or reading.kind is QuestionKind.YES_NO:
        return None
    operations = in_order(asked)
    return finding_of(stopped_though_connected(operations), NAME)


_OTHER_LENGTH = compiled(
    r"\b(?:kept|keep\w*|retain\w*|retention|installer|install\w*|download\w*|setup|valid|wait\w*"
    r"|passphrase)\b",
)


def _threshold(reading: Reading) -> Finding | None:
    """How long an outage may last: the length is what is asked for, so it isn't asked back."""
    restores = reading.operations & RESTORES
    told = reading.outage is not None and re.search(r"\d", reading.outage.text)
    lost = reading.connectivity is Connectivity.LOST and not told and not _OTHER_LENGTH.search(reading.plain)
    if not lost or restores or reading.subscription or not _HOW_LONG.search(reading.plain):
        return None
    return finding_of(threshold(), NAME)


def _apart(reading: Reading) -> Finding | None:
    """Whether the subscription's state follows from the connection, or the other way round."""
    told = reading.connectivity and reading.subscription
    if not told or reading.operations or reading.followup or not _FOLLOWS.search(reading.plain):
        return None
    return finding_of(apart(), NAME, bare=reading.no_yes_or_no)


def _rows(reading: Reading) -> Finding | None:
    """The states in which an operation has the verdict asked for."""
    text = reading.plain
    of_rows = reading.previous and _OF_ROWS.search(str(reading.previous.get("query", "")))
    counted = _HOW_MANY.search(text) or (of_rows and _HOW_MANY_OF.search(text))
    which = counted or asks_state(reading)
    suggested = _OR_WHAT.search(text)  # "unpaid, or what": a guess at the answer, no state that is told
    if (
        not which
        or (len(reading.subscription) == 1 and not _left_open(reading, suggested))
        or any(p.version for p in reading.products)
    ):
        return None
    told = rows_of(None if suggested else reading.connectivity)
    state = told[0] if len(told) == 1 else None
    among = _meant(reading)
    if mixed := mixed_wishes(text):
        return finding_of(states_with(mixed, state, among=among, counted=bool(counted)), NAME)
    operations = in_order(reading.operations)
    if _EVERYTHING.search(text) and not operations:
        operations = tuple(Operation)
    wanted = wanted_of(text) if operations else None
    if loses_points(text):
        operations, wanted = (Operation.RESTORE_FROM_AZURE,), Wanted.DELETED
    if wanted is None:
        return None
    if reading.connectivity is Connectivity.LOST_SHORT or _short(reading):
        return None
    result = states_with({wanted: operations}, state, among=among, counted=bool(counted))
    return finding_of(result, NAME)


def _left_open(reading: Reading, suggested: re.Match[str] | None) -> bool:
    """Whether the one state that was read isn't told for certain: guessed at, carried, one of several."""
    return bool(suggested) or reading.carries("subscription") or len(named_states(reading)) > 1


def _meant(reading: Reading) -> list[Subscription]:
    """The states among which one is looked for; none where it is all of them."""
    named = named_states(reading)
    if len(named) > 1:
        return named
    pointed = reading.followup and points_at_states(reading)
    return compared_before(reading) if pointed else []


def _short(reading: Reading) -> bool:
    return bool(reading.outage and reading.outage.longer_than(15) is False)


def _difference(reading: Reading) -> Finding | None:
    """Two subscription states, or connected and long offline, side by side."""
    than = _THAN.search(reading.plain)
    if not (than or _DIFFER.search(reading.plain)) or _short(reading):
        return None
    operations = in_order(reading.operations) or tuple(Operation)
    if loses_points(reading.plain) or (names_points(reading.plain) and _KEPT.search(reading.plain)):
        operations = (Operation.RESTORE_FROM_AZURE,)  # its cells tell where the points are deleted
    states = _compared(than) if than else named_states(reading)
    if len(states) > 1:
        return finding_of(compare_states(states, reading.connectivity, operations), NAME)
    if len(states) == 1 and _compares_connection(reading):
        cases = [(one, states[0]) for one in rows_of(None)]
        return finding_of(compare(cases, operations), NAME)
    return None


def _compared(than: re.Match[str]) -> list[Subscription]:
    """The two states that are held against each other, in the table's order."""
    named = {name.lower() for name in than.groups() if name}
    return [one for one in Subscription if one.lower() in named]


def _compares_connection(reading: Reading) -> bool:
    """Whether both being connected and being offline are told."""
    untold = reading.connectivity is None and not reading.carries("subscription")
    return untold or (len(_CONNECTION.findall(reading.plain)) > 1 or bool(_OR_NOT.search(reading.plain)))
