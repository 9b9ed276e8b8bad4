"""A value told before that a turn takes back without telling the new one: "it's a lot more now", "the portal
shows another state today", "and our second farm?". The question before is open again at that place."""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.decisions.expressions.patterns import lazy
from assistant.decisions.reading.quantities import find_sizes
from assistant.understanding.product.products import find_bare_versions, find_products
from assistant.understanding.read import read_question
from assistant.understanding.reading import Reading

_MOST_WORDS = 28
_OTHER = (
    r"(?:different|other|another|changed|something else|no longer (?:that|the same)"
    r"|not (?:that|the same)(?: one)?(?: any ?more)?)"
)
_STATE = r"(?:states?|status|portal|subs?|subscription)"
_OTHER_STATE = lazy(
    rf"\b{_STATE}\b[^.?!]{{0,40}}\b{_OTHER}\b|\b{_OTHER}\s+(?:subscription\s+)?(?:states?|status)\b"
)
_OTHER_AMOUNT = lazy(
    r"\b(?:a lot|lots|much|far|way|considerably|significantly|quite a bit|somewhat|many times|even)\s+"
    r"(?:more|less|larger|bigger|smaller|higher|lower|fewer)\b"
    rf"|\b(?:amount|figure|quantity|data)\b[^.?!]{{0,20}}\b{_OTHER}\b"
    rf"|\b{_OTHER}\s+(?:amount|figure|quantity)\b"
)
# The space may be larger than is needed; that is no other amount of data.
_SPACE = lazy(r"\b(?:disks?|drives?|volumes?|cache|space)\b")
_OTHER_SIZE = lazy(
    rf"\b{_OTHER}\s+(?:vm |machine )?(?:size|model)\b|\b(?:size|vm|machine)\b[^.?!]{{0,20}}\b{_OTHER}\b"
    r"|\bre-?sized\b"
)
_OTHER_VERSION = lazy(
    rf"\b{_OTHER}\s+(?:version|release|edition|year)\b|\b(?:version|release)\b[^.?!]{{0,20}}\b{_OTHER}\b"
    r"|\b(?:our|the|my)\s+(?:second|2nd|third|other)\s+(?:sql |sharepoint |windows )?"
    r"(?:farm|server|instance)s?\b"
)
# That it may be another is only supposed, or how it is made another is asked.
_SUPPOSES = lazy(r"\b(?:how|where|when|if|suppose|whether|can|could|may|might|would|will)\b[^.?!,]*$")
_SAME = lazy(r"\b(?:same|still (?:true|valid|so|the case))\b")
_OTHER_ACT = lazy(
    r"\b(?:install\w*|run(?:s|ning)?|register\w*|mov(?:e|ed|ing)|connect\w*|add|restor\w*|to the)\b"
)
_VM_SIZE = re.compile(
    r"(?<![\w-])(?:(?:an?|the)\s+)?(?:standard_?|basic_?)?[a-h]\d{1,2}(?:_?v\d)?(?![\w%])", re.IGNORECASE
)
_NAMES = {
    "windows-server": "Windows Server",
    "sql-server": "SQL Server",
    "sharepoint": "SharePoint",
}


def reopened(question: str, before: str) -> str | None:
    """The question `before` without the value that `question` takes back; None where it takes none back, or
    tells the new one."""
    if len(question.split()) > _MOST_WORDS:
        return None
    slots = [slot for words, slot in _SLOTS if _takes_back(words, question)]
    if not slots:
        return None
    now, then = read_question(question), read_question(before)
    return next(filter(None, (slot(question, now, before, then) for slot in slots)), None)


def _takes_back(words: Callable[[], re.Pattern[str]], question: str) -> bool:
    """Whether it is told, and not only supposed, that the value is another."""
    found = words().search(question)
    return found is not None and not _SUPPOSES().search(question[: found.start()])


def _state(question: str, now: Reading, before: str, then: Reading) -> str | None:
    if now.subscription or not then.subscription or (now.operations and not _SAME().search(question)):
        return None
    told = [mention.words for mention in then.mentions if mention.field == "subscription"]
    return _without(then.plain, told)


def _amount(question: str, now: Reading, before: str, then: Reading) -> str | None:
    if now.amounts("size") or any(letter.isdigit() for letter in question):
        return None
    if _SPACE().search(question) or len(find_sizes(before)) != 1 or "scratch" not in then.topics:
        return None
    return "how large must the scratch location be for our amount of data?"


def _size(question: str, now: Reading, before: str, then: Reading) -> str | None:
    if now.vm_sizes or now.quantities or len(then.vm_sizes) != 1:
        return None
    return _VM_SIZE.sub("our VM", before)


def _version(question: str, now: Reading, before: str, then: Reading) -> str | None:
    named = [product for product in then.products if product.version and product.family in _NAMES]
    new = {product.version for product in find_bare_versions(question)} - {one.version for one in named}
    if len(named) != 1 or new or any(product.version for product in find_products(question)):
        return None
    if _OTHER_ACT().search(question) or now.topics - {"protection"} or now.subscription:
        return None
    return f"is {_NAMES[named[0].family]} protected?"


_Slot = Callable[[str, Reading, str, Reading], str | None]
_SLOTS: tuple[tuple[Callable[[], re.Pattern[str]], _Slot], ...] = (
    (_OTHER_STATE, _state),
    (_OTHER_AMOUNT, _amount),
    (_OTHER_SIZE, _size),
    (_OTHER_VERSION, _version),
)


def _without(text: str, told: list[str]) -> str | None:
    """`text` with each of the words told blanked; None where one of them doesn't stand in it."""
    for words in told:
        if words not in text:
            return None
        text = text.replace(words, " ")
    return " ".join(text.split())
