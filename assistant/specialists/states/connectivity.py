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
    RESTORES,
    Connectivity,
    Operation,
    Subscription,
    in_order,
)
from assistant.decisions.states.connectivity_rules import NAME as NAME
from assistant.decisions.types import DecisionResult
from assistant.specialists.states import (
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
from assistant.specialists.states.wanted_verdicts import none_wanted
from assistant.specialists.table_findings import finding_of
from assistant.understanding.beside_states import (
    LOCAL,
    asks_beside,
    asks_local_fate,
    asks_to_register_again,
    asks_what_deletes,
    asks_what_is_left,
    asks_what_ran,
    asks_when_it_turns,
    asks_why_restored,
    names_outage,
    tells_vault_deleted,
)
from assistant.understanding.message.lookups import asks_destinations, asks_lookup, asks_tool
from assistant.understanding.message.polarity import lead_word
from assistant.understanding.message.question_forms import leaves_out
from assistant.understanding.operations import find_operations
from assistant.understanding.reading import QuestionKind, Reading, Sense
from assistant.understanding.subscription.funds import is_spent
from assistant.understanding.subscription.reactivation import stage_of
from assistant.understanding.topics import GENERAL
from assistant.understanding.turns.talked_cases import tells_case

BARE_WORDS = 8
FEW_WORDS = 4
_NEED = compiled(r"\b(?:need\w*|requir\w*|must|should|necessary|mandatory|have to)\b")
# Connection words that belong to other subjects: the check itself, firewall rules, setting the agent up.
_OTHER_SUBJECT = compiled(
    r"\bget-dpmcloudconnection\b|\bcmdlet\b"
    r"|\bhow (?:do|can|to|would|could|should|does)\b[^.?!]{0,40}\b(?:check|test|verify|validate|find out"
    r"|see|know|tell|confirm)\b|\b(?:check|test|verify|validate)\b[^.?!]{0,40}\b(?:connect\w*|reach\w*"
    r"|online)\b"
    r"|\bfirewall\b|\bdownload\w*\b|\bports?\b",
)
# Whether the server may send to another vault is no matter of its state.
_OTHER_VAULT = lazy(
    r"\b(?:another|(?:an? |the )?(?:second|new|different|other|further)) (?:\w+ ){0,2}?vaults?\b[^?]*?"
    r"\b(?:sends?|back(?:s|ed)?(?: it)? up|go(?:es)?|uploads?|switch\w*|mov\w+"
    r"|point\w*|there|to (?:it|that))\b"
)
# What the cmdlet says is told, rather than asked.
_STATED = compiled(
    r"(?:cloudconnection|cmd-?let)\b[^.?!]{0,40}\b(?:true|false)\b"
    r"|\b(?:true|false)\b[^.?!]{0,40}(?:cloudconnection|cmd-?let)",
)
_HOW_BAD = lazy(r"\bhow (?:bad|serious|severe|dangerous|critical|harmful|risky)\b")
_HOW_OFTEN = lazy(r"\bhow (?:often|frequently|regularly)\b")
# Which of the operations go, or don't, is asked behind what the cmdlet says.
_WHICH_GO = lazy(
    r"\b(?:which|what|any|all)\b[^.?!]{0,30}\b(?:jobs?|operations?|backups?|restores?|still|stops?|stopped)\b"
)
_SETTING_UP = compiled(
    r"\bwhite-?list\w*\b|\ballow-?list\w*\b|\burls?\b|(?<!azure )(?<!azure backup )\bendpoints?\b"
    r"|(?<!\ba )\bsetup\b|\binstall\w*\b|\bregist\w+\b|\bwizard\b|\bremote sql\b"
    r"|\bagent (?:has|gets|finds|sees) no (?:internet|web)\b(?!.*\b(?:day|week)s?\b)",
)
_STATE_LOOKUP = compiled(
    r"\b(?:where|how)\b[^.?!]{0,60}\b(?:see|check|find|look up|look|know|tell|manage|view"
    r"|get)\b[^.?!]{0,60}\b(?:state|status|subscription|sub)\b",
)
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
_DATA = compiled(
    r"\b(?:data|recovery points?|points|backups?|copies|rps?|stuff)\b[^.?!]{0,60}\b(?:back|there|lost|gone"
    r"|survive\w*|kept|deleted|available|left|again|still|return\w*|come|recover\w*|retriev\w*"
    r"|restor\w*|usable)\b"
    r"|\b(?:survive\w*|lost|gone|deleted|(?:bring|get)\w* back|happens? (?:to|with))\b[^.?!]{0,60}"
    r"\b(?:data|recovery points?|points|backups?|copies)\b",
)
_NAMES_COPY = lazy(
    r"^\W*(?:(?:and|but|or|so|ok)\W+)*(?:what (?:about|of)\s+)?(?:the|my|our|those|these|its?)?\s*"
    r"(?:data|points?|copies|copy|backups?|stuff|ones|those)?\s*(?:in|on|of|at|from)\b"
)
_SURVIVAL = compiled(
    r"\b(?:lost|gone|surviv\w*|deleted|still there|come back|comes back|irretriev\w*|left over|usable"
    r"|intact|retained)\b(?! (?:an?|the|my|our) )",
)
_LOST_THING = compiled(
    r"\b(?:an?|some|any|one)\s+(?:lost|gone|deleted)\s+\w+"
    r"|\b(?:lost|gone|deleted) (?:\w+ )?(?:files?|folders?|databases?|dbs?|vms?|items?|back)\b",
)
_NEW = compiled(r"\b(?:new|fresh|further|future|tonight|resume\w*|continue\w*)\b")
_POINT_TOPICS = GENERAL | {"recovery-points"}
_NOW = compiled(r"\b(?:now|at the moment|currently|at present|today|tonight)\b")
_STILL = compiled(r"\bstill\b")
_LOCAL = compiled(LOCAL)

_SETS_ACTIVE = lazy(
    r"\b(?:how|where)\b[^.?!]{0,25}\b(?:set|switch|change|put|bring|turn|make|reactivat\w*"
    r"|re-activat\w*|activat\w*|renew\w*)\b"
)
_LOSES = lazy(
    r"\b(?:delet\w*|los(?:e|es|t|ing)|gone|wip(?:e|es|ed)|destroy\w*|erase[sd]?|purge[sd]?)\b[^.?!]{0,40}"
    r"\b(?:azure|cloud|vault|online|recovery points?|points|data|backups?)\b"
    r"|\b(?:azure|cloud|vault|online|recovery points?|points|data|backups?)\b[^.?!]{0,40}"
    r"\b(?:delet\w*|los(?:e|es|t|ing)|gone|wip(?:e|es|ed)|destroy\w*|erase[sd]?|purge[sd]?)\b"
)
_OLD_DATA = lazy(
    r"\b(?:data|(?:recovery |restore )?points|copies|copy|stuff|history)\b"
    r"|\b(?:old|earlier|previous|existing|our|my|the) backups\b"
)
_WORKS = lazy(
    r"\b(?:works?|working|runs?|running|allowed|possible|start\w*|go|goes|resume\w*|functions?|can|may"
    r"|revive\w*)\b"
)
# Nothing but data is named at the end: "Expired, then Active, azure data?".
_BARE_DATA = lazy(
    r"(?:^|[,;:.?!]|\b(?:what about|how about|and))\s*(?:[\w'’-]+\s+){0,4}?(?:data|points|copies|copy)\W*$"
)
_SPARES = lazy(
    r"\b(?:protect\w*|prevent\w*|sav(?:e|es|ed|ing)|spar(?:e|es|ed)|safe|avoid\w*|keep\w*|kept|still"
    r"|not|never|without"
    r"|only|surviv\w*|how)\b|\bwhen\b(?! (?:the )?(?:sub|subscription|expired|deprovisioned|it is|we|in)\b)"
    r"|n['’]t\b"
)
# Two statements of the guide are held against each other; the table has only the one.
_AT_ODDS = lazy(
    r"\b(?:contradict\w*|conflict\w*|tension|clash\w*|at odds|square with|fit together|reconcile\w*"
    r"|final word|versus|vs)\b"
)
_LINK_NAMED = lazy(
    r"\b(?:(?:dis|re)?connect\w*|(?:up)?link|line|internet|network|reach\w*|outage|offline|online)\b"
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
    if not _concerned(reading) or _asks_way_to_active(reading):
        return []
    if asks_local_fate(reading) and not tells_case(reading):
        return [finding_of(subscription_change.local_kept(), NAME)]
    if len(reading.previous_subscription) == 1 and asks_what_ran(reading):
        return [finding_of(subscription_change.in_between(*reading.previous_subscription), NAME)]
    if reading.previous_subscription and not _told_of_now(reading):
        return [_change(reading)]
    if (loss := _loss(reading)) is not None:
        return [apart_from_table.told_first(loss, reading)]
    understood = state_summaries.told_of(reading)
    operations = in_order(understood or reading.operations) or tuple(Operation)
    possible = [state for state in Subscription if state in (reading.subscription or frozenset(Subscription))]
    if _is_unclear(reading) or _may_be_active(reading, possible):
        lost = Connectivity.LOST if reading.connectivity else None
        result = unclear_connection.decide(lost, possible, operations)
    elif len(reading.subscription) > 1:
        word = _unnamed_state(reading)
        result = inactive_subscription.decide(
            reading.connectivity, operations, reading.outage, possible, word
        )
    else:
        told = next(iter(reading.subscription), None)
        result = connectivity.decide(reading.connectivity, told, operations, reading.outage)
    if understood:
        return [finding_of(result, NAME, lead=state_summaries.lead_of(understood, result.outputs))]
    found = finding_of(result, NAME, lead=_lead(reading, result, len(operations)), sense=reading.sense)
    return [apart_from_table.told_first(outage_days.with_days(found, reading), reading)]


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
        told and reading.kind is QuestionKind.YES_NO and not find_operations(_LOSES().sub(" ", reading.plain))
    )
    if not asked or tells_case(reading):
        return None
    if not _LOSES().search(reading.plain) or _SPARES().search(reading.plain):
        return None
    if _is_unclear(reading) or reading.sense is Sense.REVERSED or _LOCAL.search(reading.plain):
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
    if reading.sense is Sense.PLAIN and not _POSITIVE.search(_without_states(reading)):
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


def is_surely_asked(reading: Reading) -> bool:
    """Whether a yes or no to an operation is asked for, in a state that is told or as it is now: surely one
    for the table."""
    unclear_link = reading.unclear and _LINK_NAMED().search(reading.plain)
    told = reading.subscription or reading.connectivity or unclear_link or _asks_bare_operation(reading)
    if told and _asks_on_check(reading):
        return True
    return bool(told and reading.operations and reading.kind is QuestionKind.YES_NO)


def _asks_on_check(reading: Reading) -> bool:
    """Whether, behind what the cmdlet says, it is asked which operations go."""
    return bool(_STATED.search(reading.plain) and _WHICH_GO().search(reading.plain))


def is_one_case(whole: Reading, parts: Sequence[Reading]) -> bool:
    """Whether the parts of a message ask several operations of one state, which is told only once.

    Where a part tells what is "now", another may tell what was before.
    """
    if rare_uplinks.consult(whole):
        return True
    if not _concerned(whole) or len(whole.operations) < 1:
        return False
    telling = [part for part in parts if part.operations or not _NOW.search(whole.plain)]
    told = [
        (part.connectivity, part.outage) for part in telling if not part.carries("connectivity", "outage")
    ]
    alike = all(len({one for one in values if one}) <= 1 for values in zip(*told, strict=True))
    states = [part.subscription for part in telling if part.subscription]
    alike = alike and (not states or bool(frozenset.intersection(*states)))
    return alike and all(_is_of_case(part) for part in parts)


def _is_of_case(part: Reading) -> bool:
    """Whether a part of a message asks for an operation, only tells the state, or names nothing."""
    if asks_lookup(part.plain):
        return False
    if part.operations:
        return not any(product.version for product in part.products)
    if part.kind is QuestionKind.HOW_MANY and not part.outage:
        return False  # "how often must it be online": no operation in this state
    told = (
        part.connectivity and part.subscription and part.kind in (QuestionKind.STATEMENT, QuestionKind.YES_NO)
    )
    return bool(told) or not (part.topics or part.products)


def _concerned(reading: Reading) -> bool:
    if is_spent(reading):
        return True
    if _HOW_OFTEN().search(reading.plain) and (not reading.operations or reading.carries("operations")):
        return False
    if asks_destinations(reading.plain) or (asks_tool(reading.plain) and not reading.operations):
        return False
    states = reading.subscription or reading.previous_subscription or reading.connectivity
    if _OTHER_VAULT().search(reading.plain) and not states:
        return False
    if reading.subscription or reading.previous_subscription:
        return not (_STATE_LOOKUP.search(reading.plain) and not reading.operations)
    if _asks_bare_operation(reading) or _asks_in_same_state(reading):
        return True
    if reading.connectivity is None and reading.unclear and not reading.topics - _POINT_TOPICS:
        return bool(reading.operations) and reading.kind is QuestionKind.YES_NO and not reading.products
    if reading.connectivity is None or _SETTING_UP.search(reading.plain):
        return False
    if reading.kind is QuestionKind.WHY and not reading.operations and not reading.outage:
        return False  # what the connection was lost for, which the table doesn't tell
    plain_question = reading.kind is QuestionKind.YES_NO or reading.outage or _STATED.search(reading.plain)
    if _asks_on_check(reading):
        return True
    if _OTHER_SUBJECT.search(reading.plain) and not (reading.operations and plain_question):
        return False
    asked = reading.operations or reading.kind is not QuestionKind.STATEMENT or reading.outage
    weighed = _HOW_BAD().search(reading.plain)
    return bool(asked or weighed) and not (
        reading.connectivity is Connectivity.CONNECTED and not reading.operations
    )


def _asks_bare_operation(reading: Reading) -> bool:
    """Whether an operation of the table is asked for and nothing else is told: "can I restore from disk?"."""
    kinds = {{operation} <= RESTORES for operation in reading.operations}
    few = len(reading.plain.split()) <= FEW_WORDS
    now = len(kinds) == 1 and (few or _NOW.search(reading.plain) or _STILL.search(reading.plain))
    alone = (len(reading.operations) == 1 or now) and not (
        reading.products or reading.levels or reading.quantities
    )
    if _NEED.search(reading.plain):
        return False
    other = reading.topics - GENERAL
    return bool(
        alone
        and not other
        and reading.connectivity is None
        and (reading.kind is QuestionKind.YES_NO or _is_scrap(reading))
        and len(reading.plain.split()) <= BARE_WORDS
    )


def _is_scrap(reading: Reading) -> bool:
    """Whether one operation is all of a question: "restore from disk?"."""
    return reading.is_scrap and len(reading.operations) == 1 and len(reading.plain.split()) <= FEW_WORDS


def _asks_in_same_state(reading: Reading) -> bool:
    """Whether, after the table was asked, nothing but another place is named: "from azure"."""
    after = reading.followup and reading.previous.get("specialist") == NAME
    other = reading.topics - GENERAL or reading.products or reading.levels or reading.quantities
    return bool(after and reading.operations and not other and leaves_out(reading.plain))


def _told_of_now(reading: Reading) -> bool:
    """Whether being Active again is told as the present state only: the connection and an operation are
    told as well, and nothing is asked of what was Deprovisioned before and can't be restored any more."""
    was_lost = Subscription.DEPROVISIONED in reading.previous_subscription
    lost_before = was_lost and RESTORES & reading.operations
    certain = len(reading.previous_subscription) == 1
    connection = reading.connectivity or (reading.unclear and not was_lost)
    asked = bool(connection and reading.operations)
    survival = reading.connectivity is not Connectivity.LOST and _asks_survival(reading)
    return asked and not (lost_before and certain) and not survival


def _asks_survival(reading: Reading) -> bool:
    """Whether what became of the data is asked, in the words that don't tell a state."""
    rest = _without_states(reading)
    return bool(_SURVIVAL.search(_LOST_THING.sub(" ", rest)) and _DATA.search(rest))


def _without_states(reading: Reading) -> str:
    """The question without the words that tell a state."""
    rest = reading.plain
    for mention in reading.mentions:
        if mention.field in ("connectivity", "subscription") and not mention.carried:
            rest = rest.replace(mention.words, " ")
    return rest


def _change(reading: Reading) -> Finding:
    before = reading.previous_subscription
    previous = next(iter(before)) if len(before) == 1 else None
    local, cloud = bool(_LOCAL.search(reading.plain)), bool(apart_from_table.CLOUD().search(reading.plain))
    about_data = bool(_DATA.search(reading.plain) or _BARE_DATA().search(reading.plain))
    about_data = about_data or bool(reading.operations & RESTORES)
    if reading.followup and leaves_out(reading.plain):
        about_data = about_data or not reading.operations  # "and the local?"
    copy = "both"
    fate = Subscription.DEPROVISIONED in before and asks_what_is_left(reading.plain)
    about_data = about_data or bool(local and fate)
    names_copy = reading.followup and local != cloud and _NAMES_COPY().match(reading.plain)
    about_data = about_data or bool(names_copy)
    if reading.operations - RESTORES and reading.operations & RESTORES and not names_copy:
        about_data = False  # whether both work again is asked, rather than what is left
    of_data = Subscription.DEPROVISIONED in before and (fate or _names_old_data(reading))
    if (about_data or of_data) and local != cloud:
        copy = "local" if local else "azure"
    elif about_data and len(reading.operations & RESTORES) == 1:
        copy = "azure" if Operation.RESTORE_FROM_AZURE in reading.operations else "local"
    # what is lost is no answer to whether new backups are taken again
    backups_only = not reading.operations & RESTORES and _NEW.search(reading.plain) is not None
    bare = reading.no_yes_or_no or backups_only
    if of_data and copy == "both":  # a yes to the functions would be taken for one to the data
        copy, bare = "azure", True
    result = subscription_change.decide(previous, copy, stage_of(reading))
    if _LOSES().search(reading.plain) and not reading.operations:
        return _loss_on_change(reading, result, previous, bare=bare)
    return finding_of(result, NAME, bare=bare)


def _names_old_data(reading: Reading) -> bool:
    """Whether the data that there was is named, rather than what is done from now on."""
    if _NEW.search(reading.plain) or _OLD_DATA().search(reading.plain) is None:
        return False
    verbless = not _WORKS().search(reading.plain)
    return verbless or not reading.operations


def _loss_on_change(
    reading: Reading, result: DecisionResult, previous: Subscription | None, *, bare: bool
) -> Finding:
    """Whether data was lost by what the subscription was: not by being Expired."""
    if previous is Subscription.EXPIRED and not _LOCAL.search(reading.plain):
        return finding_of(
            subscription_change.kept(), NAME, bare=bare or bool(_SPARES().search(reading.plain))
        )
    return finding_of(result, NAME, bare=True)
