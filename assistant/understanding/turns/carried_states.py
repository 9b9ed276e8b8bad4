"""Which state, time offline and operations a turn takes over from the one before it."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from assistant.decisions.expressions.patterns import lazy
from assistant.decisions.reading.durations import Duration, parse_duration
from assistant.decisions.states.connectivity_rules import Connectivity, Operation, Subscription
from assistant.understanding.connection.outages import added_to, offline_duration
from assistant.understanding.message.question_forms import leaves_out
from assistant.understanding.operations import retargeted
from assistant.understanding.reading import QuestionKind, Reading
from assistant.understanding.subscription.reactivation import asks_how, tells_renewal, undoes
from assistant.understanding.word_rules import word_set

# Words that name nothing beside the states, the operations and the answer on them.
_WORD = re.compile(r"[a-z0-9]+")
_OF_TALK = word_set(
    "a an the and or but so then ok okay hm hmm well now still only just even both all any each either "
    "neither none one ones two three four it its that this these those they them is are was were be been "
    "am do does did can could will would should must may might has have i we you u me us our my your what "
    "which who not no never ever yes really right correct true wrong sure dead fine good bad worse worst "
    "best better gone off on up down out alive stuck kidding joking serious mean meant saying say said "
    "tell told means again too also in to for with of from at by case state states status situation row "
    "rows table outcome result verdict answer nothing everything anything something next first remains "
    "stay stays work works working go goes run runs happen happens happened there here re s m ll ve d t "
    "don doesn isn won"
)
_DATA = lazy(
    r"\b(?:data|points|copies|backups?|runs?|works?|allowed|possible|permitted|stopped|blocked"
    r"|operations?|ops"
    r"|anything|nothing|everything|conditions?|catch|prerequisites?|provided|restor\w+|recover\w*"
    r"|scheduled|azure|cloud|vault|disks?"
    r"|local(?:ly)?|same question)\b"
)
# "and what won't work": what is asked for is told by its verdict, and it may be any operation.
_ASKS_REST = lazy(
    r"\b(?:what|which)\b(?!\s+(?:if|about|happens)\b)[^?]*\b(?:works?|stays?|stops?|stopped|allowed"
    r"|possible|left|else|remains?|blocked|goes|fails?|lost"
    r"|available|not|won['’]?t|doesn['’]?t|can['’]?t)\b"
)


_ALONE = lazy(
    r"\b(?:only|just|merely|nothing but)\s+(?:the\s+)?(?:(?:sub\w*|server|link)\s+)?(?:is\s+|being\s+)?"
    r"(?:expired|deprovisioned|active|offline|connected|online|disconnected|cut off)\b"
)


# "from Deprovisioned too?", after a return to Active was asked about.
_ALSO_FROM = lazy(
    r"^\W*(?:(?:and|but|or|also|so|what about|how about)\W+)*(?:back\s+|out\s+)?(?:from|out of)"
    r"\s+(?:an?\s+|the\s+)?"
    r"[\"'“]?(?:expired|deprovisioned)\b[\"'”]?(?:\s+(?:state|one|too|also|as well|sub\w*|likewise))*\W*$"
)


def names_data(text: str) -> bool:
    """Whether `text` names the data, an operation on it, or what becomes of it."""
    return bool(_DATA().search(text)) or asks_rest(text)


def asks_rest(text: str) -> bool:
    """Whether what is allowed, stopped or left is asked for, whichever operation that is."""
    return bool(_ASKS_REST().search(text))


def tells_state(reading: Reading) -> bool:
    """Whether a state of the connection or the subscription is told."""
    return bool(reading.subscription or reading.connectivity)


def tells_how_long(reading: Reading) -> bool:
    """Whether nothing but a time is told after a lost connection ("10 days")."""
    lost = reading.previous.get("connectivity") in (Connectivity.LOST, Connectivity.LOST_LONG)
    return bool(lost and reading.amounts("duration") and not reading.topics and leaves_out(reading.plain))


def _concerns_states(reading: Reading) -> bool:
    """Whether the answer hangs on the states: one of them, an operation, a time or the data is named."""
    told = tells_state(reading) or reading.operations or reading.amounts("duration")
    return bool(told or names_data(reading.plain))


def is_bare_follow_up(reading: Reading) -> bool:
    """Whether a few words right after the table of states name nothing of their own: "so both are dead?"."""
    own = reading.topics or reading.products or reading.levels or reading.vm_sizes or reading.quantities
    words = _WORD.findall(reading.plain.lower())
    asks = reading.kind in (QuestionKind.YES_NO, QuestionKind.WHAT, QuestionKind.STATEMENT)
    return not own and asks and all(word in _OF_TALK for word in words)


def carried_states(reading: Reading, today: date) -> dict[str, Any]:
    """The fields of connection, subscription and operations that are taken from the turn before."""
    before = reading.previous
    if undoes(reading):
        lapsed = frozenset(map(Subscription, before["subscription"])) - {Subscription.ACTIVE}
        return {"previous_subscription": lapsed, "subscription": frozenset({Subscription.ACTIVE})}
    if not (_concerns_states(reading) or asks_how(reading) or is_bare_follow_up(reading)):
        return {}
    changes = _carried_subscription(reading)
    connected = before.get("connectivity") in (Connectivity.CONNECTED, Connectivity.RESTORED)
    another = bool(
        connected and reading.amounts("duration")
    )  # "and for 10 days?": hardly that it is connected
    alone = _ALONE().search(reading.plain)
    same = alone and set(map(str, reading.subscription)) == set(before.get("subscription", ())) != set()
    if same:  # "and if only expired": without what else was told
        another = True
    elif alone and str(reading.connectivity or "") and before.get("connectivity"):
        changes.pop("subscription", None)
    if reading.connectivity is None and before.get("connectivity") and not another:
        changes["connectivity"] = Connectivity(before["connectivity"])
        changes["outage"] = _carried_outage(reading, today)
    if _is_still_lost(reading):
        changes["outage"] = parse_duration(before["outage"])
    if not reading.operations:
        operations = frozenset(map(Operation, before.get("operations") or Operation))
        asked = retargeted(reading.plain, operations)
        told = before.get("operations") and not asks_rest(reading.plain)
        if told or (asked != operations and (before.get("operations") or leaves_out(reading.plain))):
            changes["operations"] = asked
    return changes


def _is_still_lost(reading: Reading) -> bool:
    """Whether the connection is told to be lost again, and for how long was told before."""
    before = reading.previous
    known = before.get("outage") and before.get("connectivity") in (Connectivity.LOST, Connectivity.LOST_LONG)
    return bool(known and reading.connectivity is Connectivity.LOST and reading.outage is None)


def _carried_subscription(reading: Reading) -> dict[str, Any]:
    """The subscription as told before; when it is Active again now, what it was before."""
    before = reading.previous
    state = frozenset(map(Subscription, before.get("subscription", ())))
    if not reading.subscription and state - {Subscription.ACTIVE} and tells_renewal(reading.plain):
        return {"previous_subscription": state, "subscription": frozenset({Subscription.ACTIVE})}
    if not reading.subscription:
        earlier = frozenset(map(Subscription, before.get("previous_subscription", ())))
        return ({"previous_subscription": earlier} if earlier else {}) | (
            {"subscription": state} if state else {}
        )
    another = reading.subscription - {Subscription.ACTIVE}
    if another and before.get("previous_subscription") and _ALSO_FROM().match(reading.plain):
        return {"previous_subscription": another, "subscription": frozenset({Subscription.ACTIVE})}
    if Subscription.ACTIVE in reading.subscription and reading.previous_subscription and state:
        return {"previous_subscription": state - {Subscription.ACTIVE} or reading.previous_subscription}
    return {}


def _carried_outage(reading: Reading, today: date) -> Duration | None:
    """The time told now, else the one told before."""
    told = offline_duration(reading.plain, today)
    outage = reading.previous.get("outage")
    before = parse_duration(outage) if outage else None
    return added_to(reading.plain, told, before) if told and before else told or before
