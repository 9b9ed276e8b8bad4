"""The products that a talk told one after the other, where all of them are asked about at last."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from assistant.decisions.expressions.patterns import lazy
from assistant.understanding.product.products import find_bare_versions
from assistant.understanding.read import read_question
from assistant.understanding.reading import Product
from assistant.understanding.turns.topic_return import Turns

_ALL = (
    r"(?:of\s+)?(?:them|these|those|(?:the|all|my|our)\s+(?:(?:two|three|four|five|lot|above)"
    r"(?=\W*$|\W+(?:is|are|isn|aren|do|does|don|can|falls?|fails?|drops?|would|will|has|have|not|in|on|"
    r"we|i)\b)"
    r"|machines?|servers?|boxes|vms|systems?|products?|things))"
)
_ASKS = lazy(
    rf"\b(?:which|what)\s+(?:ones?\b(?:\s+{_ALL})?|{_ALL}|(?:machines?|servers?|boxes|vms|systems?|"
    rf"products?)\b)"
    rf"|\b(?:all|any|each|every one|none|one|either|both)\s+(?:of\s+)?{_ALL}|\b(?:is|are)\s+(?:there\s+)?"
    r"(?:any(?:thing|one)?|something|one)\b[^?]{0,20}\b(?:not|n['’]t|out|missing|left)\b"
    r"|\b(?:anything|any one|something|any)\s+(?:\w+\s+){0,2}?(?:that|which)?\s*(?:is|are)?(?:n['’]t|"
    r" not)\b"
    r"|\b(?:are|can|is|do|does)\s+(?:they|these|those|it)?\s*(?:all|both)\b|\beverything\b"
)
_OF_MATRIX = lazy(
    r"\b(?:cover\w*|protect\w*|listed|list|support\w*|matrix|table|falls?\s+(?:out|through)|left\s+out|"
    r"leaves?\s+out"
    r"|missing|drops?\s+out|out|in it|in there|in|back(?:ed)?[\s-]?up|exclud\w*|not (?:ok|fine|"
    r"possible)|fail\w*|works?"
    r"|ok(?:ay)?|problem\w*|trouble|unsupported|uncovered|unprotected|allowed|possible)\b"
)
_WINDOWS = lazy(r"\b(?:windows|win|servers?|boxe?s?|vms?|machines?|hosts?|os(?:es)?)\b")
_NAMES = {
    "windows-server": "Windows Server",
    "windows-server-sac": "Windows Server Semi-Annual Channel",
    "sql-server": "SQL Server",
    "sharepoint": "SharePoint",
    "exchange": "Exchange Server",
}
_HOST = lazy(r"\b(?:mabs|dpm|backup server|install\w*|image|base|host)\b")
_OTHERS = ("prerequisites", "limits", "connectivity")
_LEAST_ALONE = 3
_MOST_WORDS = 16
_MOST_ITEMS = 8
_SENTENCE = re.compile(r"(?<=[.;?!])\s+|\s[\u2013-]+\s|\n+")


def asked_of_all(question: str, turns: Turns) -> str | None:
    """The question which of all products told the matrix lists; None where `question` asks no such thing."""
    asked = _SENTENCE.split(question)[-1]
    if len(asked.split()) > _MOST_WORDS or not (_ASKS().search(asked) and _OF_MATRIX().search(asked)):
        return None
    if _HOST().search(question) or (turns and turns[-1][1].get("specialist") in _OTHERS):
        return None
    own = _told(question, turns[-1][1] if turns else {})
    if len(own) == 1 or (own and len(own) < _LEAST_ALONE and not turns):
        return None
    told: list[Product] = []
    before: Mapping[str, Any] = {}
    for message, left in (*turns, (question, {})):
        told += [one for one in _told(message, before) if one not in told]
        before = left
    names = list(dict.fromkeys(_name(one) for one in (own if len(own) > 1 else told)))
    if not 1 < len(names) <= _MOST_ITEMS:
        return None
    return f"which of these products are listed in the matrix: {', '.join(names)}?"


def _told(message: str, before: Mapping[str, Any]) -> list[Product]:
    """The products that a message names itself, with versions that stand beside one name of a family."""
    reading = read_question(message, before)
    named = [one for one in reading.products if one.words and one.family]
    families = {one.family for one in named} or set(
        before.get("families", ())[-1:] if reading.followup else ()
    )
    if len(families) != 1:
        families = {"windows-server"} if not named and _WINDOWS().search(message) else set()
    versions = {one.version for one in named}
    bare = [one for one in find_bare_versions(reading.plain) if one.version not in versions]
    known = next(iter(families), "windows-server" if any(b.version.endswith("R2") for b in bare) else "")
    extra = [replace(one, family=known) for one in bare] if known else []
    return [replace(one, words="") for one in (*extra, *named)]


def _name(product: Product) -> str:
    pack = {None: "", 0: " without SP"}.get(product.service_pack, f" SP{product.service_pack}")
    family = _NAMES.get(product.family, product.family.replace("-", " "))
    return f"{family} {product.version}{pack} {product.edition}".strip()
