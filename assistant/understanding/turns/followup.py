"""Whether a question hangs on the one before it, and what it takes over from there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from assistant.decisions.expressions.patterns import lazy
from assistant.decisions.states.connectivity_rules import RESTORES, Connectivity, Subscription
from assistant.understanding.message.question_forms import leaves_out
from assistant.understanding.product.carried_products import (
    carried_products,
    is_release,
    names_product_of_version,
    steps_of_version,
    version_of_family,
)
from assistant.understanding.product.products import find_bare_versions, find_edition, find_pack
from assistant.understanding.reading import Mention, QuestionKind, Reading
from assistant.understanding.server.size_steps import next_size, steps_of_size
from assistant.understanding.subscription.reactivation import asks_how, undoes
from assistant.understanding.topics import GENERAL
from assistant.understanding.turns.carried_states import (
    asks_rest,
    carried_states,
    is_bare_follow_up,
    names_data,
    tells_how_long,
    tells_state,
)
from assistant.understanding.turns.pronouns import POINTING
from assistant.understanding.turns.talked_cases import compares
from assistant.understanding.word_rules import word_set

_FOLLOWUP = lazy(
    r"^\W*(?:(?:ok|okay|k|kk|got it|thx|thanks|hm+|right|great|fine|i see|good|ah|oh|cool"
    r"|alright|yes|no|well|so"
    r"|but|and|then|also)[\s,.!-]+)*"
    r"(?:and\b|what about|how about|what if|whatif|but if|or if|and if|if (?:it|that|the|we|so)|if\b"
    r"|then\b|also\b|make (?:that|it)|why\b|how come|are you sure|sure\?|really"
    r"|where (?:does|do|is) (?:it|that|this)|which (?:ones?|others?|section|page|(?:parts?|pieces|levels?"
    r"|components)\W*$|(?:loses?|has|takes?"
    r"|keeps?|gets?"
    r"|costs?|needs?|works?|lasts?|stops?|deletes?|allows?)\b)|still\b|now\b|same\b|or\b"
    r"|only\b|instead|suppose|say it|assume|again\b|what else|anything else|which of|the other|more\b"
    r"|not even\b|even (?:if|with|when)\b|unless\b|except\b"
    r"|at least (?:the|our|my|do|does|is|are|can|will)\b|next\b|go on|continue|(?:on|under) (?:what"
    r"|which) conditions?\W*$)"
)
# What an entry of the error reference tells of the state in which it appears.
_STATE_OF_ENTRY: Mapping[str, Mapping[str, Any]] = {
    "mabs-50004": {"connectivity": Connectivity.LOST_LONG},
    "mabs-50005": {"subscription": frozenset({Subscription.EXPIRED})},
    "mabs-50006": {"subscription": frozenset({Subscription.DEPROVISIONED})},
}
# "if they expire before I register": what was named before does, where that is no subscription.
_IT_EXPIRES = lazy(
    r"\b(?:they|it|these|those|that|this|one|ones)\b(?:\s+\w+){0,2}?\s+(?:expir|laps|run(?:s)? out)\w*"
    r"|^\W*(?:\w+\W+){0,3}expired?\W*$"
)
_CAN_EXPIRE = lazy(
    r"\b(?:credentials?|creds|certificates?|tokens?|passwords?|passphrases?|licen[cs]es?|keys?|points?)\b"
)
ASKED = "asked"
"""The fact under which a turn leaves the names of the inputs that it asked back for."""

_SHORT_WORDS = 9
_CHANGE_WORDS = 25
_SLOT_WORDS = 6
_ITEM_WORDS = 3
_MOST_WORDS = 12
# Begins with what only adds to a verb: "per server?", "with two of them", "on the A4?".
_ARGUMENT = lazy(
    r"^\W*(?:(?:per|for|with|without|on|in|from|at|by|of|as|under)\b"
    r"|to\s+(?:(?:the|local)\s+){0,2}(?:azure|cloud|vault|disks?)\b)"
)
# "for which user": behind the preposition and a noun nothing else.
_OF_WHICH = lazy(r"^\W*\w+\s+(?:which|what|whose)(?:\s+\w+){1,2}\W*$")
_BARE_WORDS = 7
# Whether something goes is asked, to the places that the operations have, and not how or where else.
_ASKS_LEAVE = lazy(
    r"^\W*(?:(?:so|and|but|then|ok|well|now)\W+)*(?:can|could|may|will|is|are|does|do)\s+(?:we|i|one|it|they"
    r"|the|our|my|mabs|users?|customers?)\b"
)
_TARGETS = frozenset({"vault", "backup-storage"})
# Somebody is to get something back, and whether that goes is asked: "he wants a folder from the vault, ok?"
_WANTED = lazy(
    r"\b(?:wants?|needs?|asks? for|would like|begs? for|demands?)\s+(?:(?:back|only|just|to have)\s+){0,2}"
    r"(?:an?|one|his|her|their|the|some|this|that)\s[^?]{0,90}"
    r"\b(?:possible|doable|feasible|ok(?:ay)?|allowed|works?|go(?:es)?|can (?:i|we|he|she|they)|chance)\b"
)
_OTHER_WAY = lazy(
    r"\b(?:another|different|other|alternat\w+|original|new|direct(?!or)\w*|straight|automatic\w*|without"
    r"|encrypt\w*"
    r"|passwords?|passphrase|size|limits?|schedul\w*|agent|tool|instead|first|before|after|credentials|keep"
    r"|kept"
    r"|register\w*|create|second|several|multiple|more than)\b"
)
_NO_SUBJECT = word_set(
    "how what which who when where why is are was were be do does did can could will would should must "
    "may might the a an in of on for with at to from by big much many long large small often total "
    "altogether max maximum min minimum exactly really now yet still again ok okay thanks thx please "
    "pls about size number amount per each all any and or not no yes next step steps first last other "
    "another else more less need needed required possible allowed we i you us me my our your s whats "
    "what's hows level levels granularity down deep far there second third 2nd 3rd way ways option options "
    "alternative alternatives exist exists if well come comes back result"
)


def is_followup(reading: Reading) -> bool:
    """Whether `reading` is said of the question before it: by opening, pointing words or brevity."""
    words = reading.plain.split()
    if _FOLLOWUP().search(reading.plain) or _asks_in_state_of_entry(reading, len(words)):
        return True
    if _answers_what_was_asked(reading, len(words)) or _changes_state(reading, len(words)):
        return True
    if undoes(reading) or asks_how(reading) or names_product_of_version(reading):
        return True
    if _wants_back(reading, len(words)):
        return True
    if _asks_another_operation(reading, len(words)):
        return True  # "restores?"
    if len(words) > _SHORT_WORDS:
        return (
            bool(POINTING().search(reading.plain)) and len(words) <= 2 * _SHORT_WORDS and not reading.products
        )
    if _asks_of_data(reading, len(words)):
        return True
    if is_argument(reading.plain) or _asks_of_same_family(reading) or compares(reading):
        return True  # "per server?", "for which user", "which SQL are?"
    told = reading.subscription or reading.connectivity or reading.quantities or reading.vm_sizes
    return bool(
        (told and len(words) <= _SLOT_WORDS)
        or find_bare_versions(reading.plain)
        or (find_pack(reading.plain) is not None and (not reading.products or version_of_family(reading)))
        or POINTING().search(reading.plain)
        or (reading.previous.get("vm_sizes") and steps_of_size(reading.plain))
        or _asks_disks_of_size(reading, len(words))
        or not has_subject(reading.plain)
    )


def is_argument(text: str) -> bool:
    """Whether a few words only add to the verb of the question before: "on the disks", "for which user"."""
    bare = len(text.split()) <= _BARE_WORDS and _ARGUMENT().search(text)
    return bool(bare and (leaves_out(text) or _OF_WHICH().search(text)))


def _asks_disks_of_size(reading: Reading, words: int) -> bool:
    """Whether, after a size of machine, a few words ask for nothing but its number of disks."""
    asked = reading.topics == {"data-disks"} and reading.kind is QuestionKind.HOW_MANY
    return bool(reading.previous.get("vm_sizes") and asked and words <= _BARE_WORDS)


def _answers_what_was_asked(reading: Reading, words: int) -> bool:
    """Whether the state or the time that was asked back for is told, and not a whole new case."""
    asked = reading.previous.get(ASKED, ())
    told = {
        "subscription": bool(reading.subscription) and reading.connectivity is None,
        "connectivity": bool(reading.connectivity) and not reading.subscription,
        "duration": bool(reading.amounts("duration")) and not reading.subscription,
    }
    return words <= 2 * _SHORT_WORDS and any(told.get(name) for name in asked)


def _changes_state(reading: Reading, words: int) -> bool:
    """Whether the subscription is told to be Active again, after what it was before had been told, or the
    connection to be back, after it was lost."""
    if words > _CHANGE_WORDS:
        return False
    before = set(reading.previous.get("subscription", ())) - {str(Subscription.ACTIVE)}
    was_lost = reading.previous.get("connectivity") in (Connectivity.LOST, Connectivity.LOST_LONG)
    back = was_lost and reading.connectivity is Connectivity.RESTORED and not reading.outage
    return bool(before and (reading.previous_subscription or (back and not reading.subscription)))


def _asks_another_operation(reading: Reading, words: int) -> bool:
    """Whether, after an answer on states, a few words name nothing but another operation, or one is asked
    for with what it is done to: "can we still get a file from the vault?", "fetching it from the vault?"."""
    if not reading.operations or reading.previous.get("specialist") != "connectivity":
        return False
    other = reading.topics - GENERAL or reading.products or reading.levels
    leave = reading.kind is QuestionKind.YES_NO and _ASKS_LEAVE().search(reading.plain)
    if leave or _is_restore_alone(reading):
        aside = reading.topics - GENERAL - _TARGETS or asks_other_way(reading.plain)
        return not aside and not reading.quantities and words <= _MOST_WORDS
    asks_it = reading.kind in {QuestionKind.YES_NO, QuestionKind.STATEMENT}
    return bool(asks_it and not other and words <= _BARE_WORDS)


def _is_restore_alone(reading: Reading) -> bool:
    """Whether a restore is all that is put as a question, without a verb that asks for it."""
    return reading.is_scrap and bool(reading.operations) and reading.operations <= RESTORES


def _wants_back(reading: Reading, words: int) -> bool:
    """Whether, after an answer on states, it is asked if somebody can have back what he wants."""
    after = reading.previous.get("specialist") == "connectivity" and words <= 2 * _MOST_WORDS
    if not (after and reading.operations and reading.operations <= RESTORES):
        return False
    aside = reading.topics - GENERAL - _TARGETS or reading.products or reading.quantities
    return bool(_WANTED().search(reading.plain)) and not (aside or asks_other_way(reading.plain))


def asks_other_way(text: str) -> bool:
    """Whether something is asked of an operation that no state settles: a password, another server."""
    return bool(_OTHER_WAY().search(text))


def _asks_of_same_family(reading: Reading) -> bool:
    """Whether, after an answer of the matrix, its product is named without a version, or a part of it."""
    after = reading.previous.get("specialist") == "protection"
    families = {product.family for product in reading.products if not product.version}
    whole = len(families) == len(reading.products)
    same = families <= set(reading.previous.get("families", ())) or leaves_out(reading.plain)
    named = families and whole and same
    part = reading.levels or find_edition(reading.plain)  # "volumes?", "standard edition?"
    asks_how = reading.kind in (QuestionKind.HOW, QuestionKind.WHERE, QuestionKind.HOW_MANY)
    most = _MOST_WORDS if reading.levels and not asks_how else _ITEM_WORDS
    if find_edition(reading.plain):
        most = max(most, _SLOT_WORDS)
    short = len(reading.plain.split()) <= most and not (reading.products or reading.topics - GENERAL)
    step = is_release(reading.plain) or steps_of_version(reading.plain)
    return bool(after and (named or (part and short) or step))


def _asks_of_data(reading: Reading, words: int) -> bool:
    """Whether, after an answer on states, next to nothing but the data is named: "data lost?"."""
    other = reading.topics or reading.products or reading.quantities
    after = reading.previous.get("specialist") == "connectivity"
    few = words <= _ITEM_WORDS or (asks_rest(reading.plain) and words <= _BARE_WORDS)
    named = few and names_data(reading.plain)
    return bool(after and not other and (named or (words <= _BARE_WORDS and is_bare_follow_up(reading))))


def _asks_in_state_of_entry(reading: Reading, words: int) -> bool:
    """Whether an operation is asked for right after an error that tells the state, and no other state is."""
    state = _STATE_OF_ENTRY.get(reading.previous.get("entry", ""), {})
    if not state or words > 2 * _SHORT_WORDS:
        return False
    asked = bool(reading.operations) or asks_rest(reading.plain)
    other = reading.subscription and "connectivity" in state and not reading.connectivity
    return bool((asked and not tells_state(reading)) or other)


def of_what_expires(reading: Reading) -> Reading:
    """`reading` without a state that is said of what the turn before was about, and no subscription."""
    before = reading.previous
    known = before.get("subscription") or before.get("connectivity") or before.get("entry")
    other = _CAN_EXPIRE().search(before.get("query", "")) and "subscri" not in reading.plain.lower()
    if known or not other or not reading.subscription or not _IT_EXPIRES().search(reading.plain):
        return reading
    return replace(reading, subscription=frozenset(), previous_subscription=frozenset())


def has_subject(text: str) -> bool:
    """Whether a short question names a thing of its own, besides asking words and words of measure."""
    words = (word.strip("?!.,;:()'\"") for word in text.lower().split())
    return any(word and word not in _NO_SUBJECT for word in words)


def carried_over(reading: Reading, today: date) -> Reading:
    """`reading` with what it leaves open filled from the turn before; each such field has a mention."""
    before = reading.previous
    changes: dict[str, Any] = {}
    if products := carried_products(reading):
        changes["products"] = products
    of_entry = _STATE_OF_ENTRY.get(before.get("entry", ""), {})
    if of_entry and reading.subscription and not reading.connectivity:
        changes |= {key: value for key, value in of_entry.items() if key == "connectivity"}
    elif before.get("specialist") == "connectivity" or tells_state(reading) or tells_how_long(reading):
        changes |= carried_states(reading, today)
    elif reading.operations or asks_rest(reading.plain):
        changes |= of_entry
    if sizes := _carried_sizes(reading):
        changes["vm_sizes"] = sizes
    mentions = (*reading.mentions, *_mentions(before, changes))
    return replace(reading, mentions=mentions, **changes)


def _carried_sizes(reading: Reading) -> tuple[str, ...]:
    """The VM size that is so many steps from the one before ("one size up"), or that one for its disks."""
    before = tuple(reading.previous.get("vm_sizes", ()))
    if reading.vm_sizes or not before:
        return ()
    if steps := steps_of_size(reading.plain):
        return (next_size(before[-1], steps),)
    return before if "data-disks" in reading.topics and not reading.products else ()


def _mentions(before: Mapping[str, Any], changes: Mapping[str, Any]) -> Iterator[Mention]:
    """Which of the fields in `changes` come from the turn before, with their values there."""
    values = {
        "products": ("product", (before.get("families") or [""])[-1]),
        "connectivity": ("connectivity", before.get("connectivity", "")),
        "subscription": ("subscription", "/".join(before.get("subscription", ()))),
        "operations": ("operations", ", ".join(before.get("operations", ()))),
        "vm_sizes": ("VM size", ", ".join(before.get("vm_sizes", ()))),
    }
    for key, (name, value) in values.items():
        if key in changes:
            yield Mention(name, value, before.get("query", ""), "earlier turn", carried=True)
