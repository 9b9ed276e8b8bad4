"""Puts a reading to the connectivity table and to the one on changes of subscription state."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answer import Finding
from assistant.decisions.expressions.patterns import compiled, lazy
from assistant.decisions.states import (
    beside_table,
    connectivity,
    inactive_subscription,
    subscription_change,
    unclear_connection,
)
from assistant.decisions.states.connectivity_query import COUNTS
from assistant.decisions.states.connectivity_rules import (
    ALLOWED,
    DELETED,
    LIMIT_DAYS,
    Connectivity,
    Operation,
    Subscription,
    in_order,
)
from assistant.decisions.states.connectivity_rules import NAME as NAME
from assistant.decisions.types import DecisionResult
from assistant.specialists.states import (
    active_again,
    apart_from_table,
    compared_cases,
    known_states,
    limit_day,
    outage_days,
    rare_uplinks,
    row_exists,
    state_queries,
    state_summaries,
)
from assistant.specialists.states.active_again import LOCAL_NAMED, LOSES, SPARES, without_states
from assistant.specialists.states.concerns_states import is_concerned
from assistant.specialists.states.wanted_verdicts import none_wanted
from assistant.specialists.table_findings import finding_of
from assistant.understanding.beside_states import (
    asks_beside,
    asks_despite_agent,
    asks_local_fate,
    asks_to_register_again,
    asks_what_deletes,
    asks_what_ran,
    asks_when_it_turns,
    asks_why_restored,
    names_outage,
    tells_vault_deleted,
)
from assistant.understanding.message.polarity import lead_word
from assistant.understanding.operations import find_operations
from assistant.understanding.reading import QuestionKind, Reading, Sense
from assistant.understanding.subscription.funds import is_spent
from assistant.understanding.turns.talked_cases import tells_case

# Words by which a "yes" says that something goes; without any of them it might say anything.
_POSITIVE = compiled(
    r"\b(?:can|could|may|might|will|would|shall|should|do|does|am|are)\s+(?:still\s+)?(?:i|we|you|one"
    r"|they|he|she"
    r"|someone|anyone|mabs|(?:the|an?|our|my)\s+(?:server|users?|customers?|operators?|admins?|box"
    r"|clients?|team))\b"
    r"|\b(?:able|allow\w*|possib\w*|permit\w*|work\w*|run\w*|go(?:es|ing)?|ok|okay|fine|still|keep\w*"
    r"|continue\w*"
    r"|carry on|let|lets|legit|safe|feasible|doable|good|available|unaffected|chance|way|succeed\w*"
    r"|function\w*"
    r"|happen|yes|y/n|resume\w*|proceed\w*|authori[sz]ed)\b",
)

_SETS_ACTIVE = lazy(
    r"\b(?:how|where)\b[^.?!]{0,25}\b(?:set|switch|change|put|bring|turn|make|reactivat\w*"
    r"|re-activat\w*|activat\w*|renew\w*)\b"
)
# Two statements of the guide are held against each other; the table has only the one.
_AT_ODDS = lazy(
    r"\b(?:contradict\w*|conflict\w*|tension|clash\w*|at odds|square with|fit together|reconcile\w*"
    r"|final word|versus|vs)\b"
)
_ADVICE = lazy(r"\b(?:5|five)[\s-]days?\b")


_BEFORE_A_CASE = (
    limit_day.consult,
    known_states.consult,
    state_summaries.across,
    row_exists.consult,
    compared_cases.consult,
    state_queries.consult,
)
"""What is asked of the table other than what holds in one case."""


def consult(reading: Reading) -> list[Finding]:
    """What the tables say, when the question is about states of connection or subscription."""
    if _AT_ODDS().search(reading.plain) and _ADVICE().search(reading.plain):
        return []
    if asks_when_it_turns(reading.plain):
        return []
    if (beside := _beside(reading)) is not None:
        return beside
    if (now_and_then := rare_uplinks.consult(reading)) is not None:
        return [now_and_then]
    for ask in _BEFORE_A_CASE:
        if (asked := ask(reading)) is not None:
            return [asked]
    if not is_concerned(reading) or _asks_way_to_active(reading):
        return []
    if asks_local_fate(reading) and not tells_case(reading):
        return [finding_of(subscription_change.local_kept(), NAME)]
    if len(reading.previous_subscription) == 1 and asks_what_ran(reading):
        return [finding_of(subscription_change.in_between(*reading.previous_subscription), NAME)]
    if reading.previous_subscription and not active_again.is_told_of_now(reading):
        return [active_again.change(reading)]
    if (loss := _loss(reading)) is not None:
        return [apart_from_table.told_first(loss, reading)]
    return [_row(reading)]


def _row(reading: Reading) -> Finding:
    """What the table says to the operations asked for, in the state that is told."""
    understood = state_summaries.told_of(reading)
    operations = in_order(understood or reading.operations) or tuple(Operation)
    result = _decided(reading, operations)
    if understood:
        return finding_of(result, NAME, lead=state_summaries.lead_of(understood, result.outputs))
    found = finding_of(result, NAME, lead=_lead(reading, result, len(operations)), sense=reading.sense)
    return apart_from_table.told_first(outage_days.with_days(found, reading), reading)


def _decided(reading: Reading, operations: Sequence[Operation]) -> DecisionResult:
    """The row of the one state that is told, or the rows of all that the words leave possible."""
    possible = [state for state in Subscription if state in (reading.subscription or frozenset(Subscription))]
    if _is_unclear(reading) or _may_be_active(reading, possible):
        lost = Connectivity.LOST if reading.connectivity else None
        return unclear_connection.decide(lost, possible, operations)
    if len(reading.subscription) > 1:
        word = _unnamed_state(reading)
        return inactive_subscription.decide(reading.connectivity, operations, reading.outage, possible, word)
    told = next(iter(reading.subscription), None)
    return connectivity.decide(reading.connectivity, told, operations, reading.outage)


def _beside(reading: Reading) -> list[Finding] | None:
    """What is said to a question that names states and asks for what no row holds; None where it asks for
    a row, nothing where it is another's."""
    if tells_vault_deleted(reading):
        return [finding_of(beside_table.deleted_vault(), NAME)]
    if asks_to_register_again(reading):
        return [finding_of(beside_table.register_again(), NAME)]
    if asks_what_deletes(reading):
        result = beside_table.what_deletes(by_outage=names_outage(reading))
        asked = reading.kind is QuestionKind.YES_NO and reading.sense is Sense.PLAIN
        return [finding_of(result, NAME, lead="No" if asked else "")]
    if asks_despite_agent(reading):
        return [finding_of(beside_table.agent_away(), NAME)]
    if asks_why_restored(reading):
        return [finding_of(beside_table.restore_unexplained(), NAME)]
    return [] if asks_beside(reading) else None


def _unnamed_state(reading: Reading) -> str:
    """The word told for the state, where it is none of the guide's ("suspended"); else empty."""
    told = [mention for mention in reading.mentions if mention.field == "subscription"]
    if not told or any(mention.rule != "open" for mention in told):
        return ""
    return told[-1].words.split()[-1].lower()


def _asks_way_to_active(reading: Reading) -> bool:
    """Whether it is asked how, or where, a subscription is set to Active, and not what works then."""
    asked = reading.kind in (QuestionKind.HOW, QuestionKind.WHERE) and _SETS_ACTIVE().search(reading.plain)
    return bool(asked) and not reading.operations


def _loss(reading: Reading) -> Finding | None:
    """Whether data in Azure is lost in the one state that is told; a restore of it says so."""
    told = reading.only_subscription
    asked = (
        told and reading.kind is QuestionKind.YES_NO and not find_operations(LOSES().sub(" ", reading.plain))
    )
    if not asked or tells_case(reading):
        return None
    if not LOSES().search(reading.plain) or SPARES().search(reading.plain):
        return None
    if _is_unclear(reading) or reading.sense is Sense.REVERSED or LOCAL_NAMED.search(reading.plain):
        return None
    result = connectivity.decide(reading.connectivity, told, (Operation.RESTORE_FROM_AZURE,), reading.outage)
    lead = "Yes" if DELETED in result.outputs.values() else "No" if result.settled else ""
    return finding_of(result, NAME, lead=lead)


def consult_case(reading: Reading) -> list[Finding]:
    """The same, where an operation is asked for and a state is told: no sum is meant by such a question."""
    if is_spent(reading) or rare_uplinks.consult(reading):
        return consult(reading)
    told = reading.subscription or reading.outage
    return consult(reading) if told and reading.operations and not reading.amounts("size") else []


def _lead(reading: Reading, result: DecisionResult, asked: int) -> str:
    """The yes or no that fits the sense of the question; empty when the table leaves something open."""
    if not result.settled or len(result.outputs) < asked:
        return ""
    holds = [verdict == ALLOWED for verdict in result.outputs.values()]
    if asked > 1 and len(set(holds)) == 1 and none_wanted(reading.plain, all_allowed=holds[0]):
        return "None of them"
    if reading.kind is QuestionKind.HOW_MANY and asked > 1:
        return f"{COUNTS[sum(holds)]} of {COUNTS[len(holds)].lower()} are allowed"
    if reading.kind is QuestionKind.HOW_MANY:
        return ""
    if reading.sense is Sense.PLAIN and not _POSITIVE.search(without_states(reading)):
        return ""
    return lead_word(reading.sense, holds)


def _is_unclear(reading: Reading) -> bool:
    """Whether the connection is told in words that may tell of its first 15 days off, which no row covers."""
    if not reading.operations:
        return False
    if not reading.subscription:  # a time off is told, but not understood
        return reading.unclear and reading.connectivity is Connectivity.LOST and reading.outage is None
    if reading.connectivity is Connectivity.LOST and reading.outage is not None:
        return reading.outage.longer_than(LIMIT_DAYS) is None
    return reading.unclear and reading.connectivity in (None, Connectivity.LOST)


def _may_be_active(reading: Reading, possible: Sequence[Subscription]) -> bool:
    """Whether, of two states, Active is one, and the time offline on which its row hangs isn't told."""
    several = len(reading.subscription) > 1 and Subscription.ACTIVE in possible
    return several and reading.connectivity is Connectivity.LOST and reading.outage is None
