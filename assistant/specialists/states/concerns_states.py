"""Whether a message asks what holds in a state of connection and subscription, surely or perhaps."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.decisions.expressions.patterns import compiled, lazy
from assistant.decisions.states.connectivity_rules import NAME, RESTORES, Connectivity
from assistant.specialists.states import rare_uplinks
from assistant.understanding.message.lookups import asks_destinations, asks_lookup, asks_tool
from assistant.understanding.message.question_forms import leaves_out
from assistant.understanding.reading import QuestionKind, Reading
from assistant.understanding.subscription.funds import is_spent
from assistant.understanding.topics import GENERAL

BARE_WORDS = 8
FEW_WORDS = 4
FEW_OF_RESTORE = 12
"""In so many words nothing is told but what is to be restored, which makes no difference."""

# Whether a part comes back alone is asked of the matrix.
_IN_PARTS = lazy(r"\b(?:single|individual\w*|items?|item-level|granular\w*|only|whole|entire|just|level)\b")
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
_POINT_TOPICS = GENERAL | {"recovery-points"}
_NOW = compiled(r"\b(?:now|at the moment|currently|at present|today|tonight)\b")
_STILL = compiled(r"\bstill\b")
_LINK_NAMED = lazy(
    r"\b(?:(?:dis|re)?connect\w*|(?:up)?link|line|internet|network|reach\w*|outage|offline|online)\b"
)


def is_concerned(reading: Reading) -> bool:
    """Whether a message asks what holds in a state of connection and subscription."""
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


def is_surely_asked(reading: Reading) -> bool:
    """Whether a yes or no to an operation is asked for, in a state that is told or as it is now: surely one
    for the table."""
    unclear_link = reading.unclear and _LINK_NAMED().search(reading.plain)
    told = reading.subscription or reading.connectivity or unclear_link or _asks_bare_operation(reading)
    if told and _asks_on_check(reading):
        return True
    return bool(told and reading.operations and reading.kind is QuestionKind.YES_NO)


def is_one_case(whole: Reading, parts: Sequence[Reading]) -> bool:
    """Whether the parts of a message ask several operations of one state, which is told only once.

    Where a part tells what is "now", another may tell what was before.
    """
    if rare_uplinks.consult(whole):
        return True
    if not is_concerned(whole) or len(whole.operations) < 1:
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


def _asks_on_check(reading: Reading) -> bool:
    """Whether, behind what the cmdlet says, it is asked which operations go."""
    return bool(_STATED.search(reading.plain) and _WHICH_GO().search(reading.plain))


def _asks_bare_operation(reading: Reading) -> bool:
    """Whether an operation of the table is asked for and nothing else is told: "can I restore from disk?"."""
    kinds = {{operation} <= RESTORES for operation in reading.operations}
    few = len(reading.plain.split()) <= FEW_WORDS
    now = len(kinds) == 1 and (few or _NOW.search(reading.plain) or _STILL.search(reading.plain))
    restores = reading.operations <= RESTORES and not _IN_PARTS().search(reading.plain)
    alone = (len(reading.operations) == 1 or now) and not (
        reading.products or reading.quantities or (reading.levels and not restores)
    )
    if _NEED.search(reading.plain):
        return False
    other = reading.topics - GENERAL - ({"vault"} if restores else frozenset())
    most = FEW_OF_RESTORE if restores else BARE_WORDS
    return bool(
        alone
        and not other
        and reading.connectivity is None
        and (reading.kind is QuestionKind.YES_NO or _is_scrap(reading))
        and len(reading.plain.split()) <= most
    )


def _is_scrap(reading: Reading) -> bool:
    """Whether one operation is all of a question: "restore from disk?"."""
    return reading.is_scrap and len(reading.operations) == 1 and len(reading.plain.split()) <= FEW_WORDS


def _asks_in_same_state(reading: Reading) -> bool:
    """Whether, after the table was asked, nothing but another place is named: "from azure"."""
    after = reading.followup and reading.previous.get("specialist") == NAME
    other = reading.topics - GENERAL or reading.products or reading.levels or reading.quantities
    return bool(after and reading.operations and not other and leaves_out(reading.plain))
