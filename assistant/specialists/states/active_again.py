"""A subscription that is Active again: what that brings back, and which data survives."""

from __future__ import annotations

from assistant.answer import Finding
from assistant.decisions.expressions.patterns import compiled, lazy
from assistant.decisions.states import subscription_change
from assistant.decisions.states.connectivity_rules import (
    NAME,
    RESTORES,
    Connectivity,
    Operation,
    Subscription,
)
from assistant.decisions.types import DecisionResult
from assistant.specialists.states import apart_from_table
from assistant.specialists.table_findings import finding_of
from assistant.understanding.beside_states import LOCAL, asks_what_is_left
from assistant.understanding.message.question_forms import leaves_out
from assistant.understanding.reading import Reading
from assistant.understanding.subscription.reactivation import stage_of

LOCAL_NAMED = compiled(LOCAL)
LOSES = lazy(
    r"\b(?:delet\w*|los(?:e|es|t|ing)|gone|wip(?:e|es|ed)|destroy\w*|erase[sd]?|purge[sd]?)\b[^.?!]{0,40}"
    r"\b(?:azure|cloud|vault|online|recovery points?|points|data|backups?)\b"
    r"|\b(?:azure|cloud|vault|online|recovery points?|points|data|backups?)\b[^.?!]{0,40}"
    r"\b(?:delet\w*|los(?:e|es|t|ing)|gone|wip(?:e|es|ed)|destroy\w*|erase[sd]?|purge[sd]?)\b"
)
SPARES = lazy(
    r"\b(?:protect\w*|prevent\w*|sav(?:e|es|ed|ing)|spar(?:e|es|ed)|safe|avoid\w*|keep\w*|kept|still"
    r"|not|never|without"
    r"|only|surviv\w*|how)\b|\bwhen\b(?! (?:the )?(?:sub|subscription|expired|deprovisioned|it is|we|in)\b)"
    r"|n['’]t\b"
)
_DATA = compiled(
    r"\b(?:data|recovery points?|points|backups?|copies|rps?|stuff)\b"
    # "... what was in the vault? does it come back?"
    r"(?:[^.?!]|\?\s+(?=(?:do|are|will|would|can)\s+(?:they|those)\b)){0,60}\b(?:back|there|lost|gone"
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
_OLD_DATA = lazy(
    r"\b(?:data|(?:recovery |restore )?points|copies|copy|stuff|history)\b"
    r"|\b(?:old|earlier|previous|existing|our|my|the)\s+(?:\w+\s+)?backups\b"
    r"|\bwhat (?:(?:we|i) (?:had|have|kept|stored)|was|sat|lay)\b"
)
_WORKS = lazy(
    r"\b(?:works?|working|runs?|running|allowed|possible|start\w*|go|goes|resume\w*|functions?|can|may"
    r"|revive\w*)\b"
)
# Nothing but data is named at the end: "Expired, then Active, azure data?".
_BARE_DATA = lazy(
    r"(?:^|[,;:.?!]|\b(?:what about|how about|and))\s*(?:[\w'’-]+\s+){0,4}?(?:data|points|copies|copy)\W*$"
)


def is_told_of_now(reading: Reading) -> bool:
    """Whether being Active again is told as the present state only: the connection and an operation are
    told as well, and nothing is asked of what was Deprovisioned before and can't be restored any more."""
    was_lost = Subscription.DEPROVISIONED in reading.previous_subscription
    lost_before = was_lost and RESTORES & reading.operations
    certain = len(reading.previous_subscription) == 1
    connection = reading.connectivity or (reading.unclear and not was_lost)
    asked = bool(connection and reading.operations)
    survival = reading.connectivity is not Connectivity.LOST and _asks_survival(reading)
    return asked and not (lost_before and certain) and not survival


def change(reading: Reading) -> Finding:
    """What is said of a subscription that is Active again after it was in another state, or in one of two."""
    before = reading.previous_subscription
    previous = next(iter(before)) if len(before) == 1 else None
    fate = asks_what_is_left(reading.plain) or _names_old_data(reading)
    of_old_data = Subscription.DEPROVISIONED in before and fate
    copy = _copy_asked(reading, of_old_data=of_old_data)
    bare = reading.no_yes_or_no or _is_of_new_backups(reading)
    if of_old_data and copy == "both":  # a yes to the functions would be taken for one to the data
        copy, bare = "azure", True
    result = subscription_change.decide(previous, copy, stage_of(reading))
    if LOSES().search(reading.plain) and not reading.operations:
        return _loss_on_change(reading, result, previous, bare=bare)
    return finding_of(result, NAME, bare=bare)


def _copy_asked(reading: Reading, *, of_old_data: bool) -> str:
    """Which copy of the data is asked about: the local one, that in Azure, or both."""
    local, cloud = (
        bool(LOCAL_NAMED.search(reading.plain)),
        bool(apart_from_table.CLOUD().search(reading.plain)),
    )
    about_data = _is_about_data(reading, local=local, cloud=cloud)
    if (about_data or of_old_data) and local != cloud:
        return "local" if local else "azure"
    restores = reading.operations & RESTORES
    if about_data and len(restores) == 1:
        return "azure" if Operation.RESTORE_FROM_AZURE in restores else "local"
    return "both"


def _is_about_data(reading: Reading, *, local: bool, cloud: bool) -> bool:
    """Whether it is asked what is left of the data, of the `local` copy or of that in the `cloud`."""
    if reading.followup and local != cloud and _NAMES_COPY().match(reading.plain):
        return True
    restores = reading.operations & RESTORES
    if reading.operations - RESTORES and (restores or _is_of_new_backups(reading)):
        return False  # whether they work again is asked
    left_out = reading.followup and leaves_out(reading.plain) and not reading.operations  # "and the local?"
    was_lost = Subscription.DEPROVISIONED in reading.previous_subscription
    fate = local and was_lost and asks_what_is_left(reading.plain)
    named = _DATA.search(reading.plain) or _BARE_DATA().search(reading.plain)
    return bool(named or restores or left_out or fate)


def _is_of_new_backups(reading: Reading) -> bool:
    """Whether new backups are asked about, to which what is lost is no answer."""
    return not reading.operations & RESTORES and _NEW.search(reading.plain) is not None


def _asks_survival(reading: Reading) -> bool:
    """Whether what became of the data is asked, in the words that don't tell a state."""
    rest = without_states(reading)
    return bool(_SURVIVAL.search(_LOST_THING.sub(" ", rest)) and _DATA.search(rest))


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
    if previous is Subscription.EXPIRED and not LOCAL_NAMED.search(reading.plain):
        return finding_of(subscription_change.kept(), NAME, bare=bare or bool(SPARES().search(reading.plain)))
    return finding_of(result, NAME, bare=True)


def without_states(reading: Reading) -> str:
    """The question without the words that tell a state."""
    rest = reading.plain
    for mention in reading.mentions:
        if mention.field in ("connectivity", "subscription") and not mention.carried:
            rest = rest.replace(mention.words, " ")
    return rest
