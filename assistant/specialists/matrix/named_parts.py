"""A few words that name a part of the product asked for before, as no row has it: "and its workflows?".

What a row names is told whole, so that no "yes" of the row is taken for one of that part.
"""

from __future__ import annotations

import re

from assistant.answer import Finding
from assistant.decisions.expressions.patterns import lazy
from assistant.decisions.matrix import protection_query
from assistant.decisions.matrix.protection_rules import RULES, Product
from assistant.specialists.clarify import is_empty_word
from assistant.specialists.table_findings import finding_of
from assistant.understanding.message.question_forms import leaves_out
from assistant.understanding.product.products import find_pack
from assistant.understanding.reading import Reading
from assistant.understanding.word_rules import word_set

NAME = "protection"
_PART = lazy(
    r"^\W*(?:(?:ok|okay|so|but|hm+|and|or|also|plus|then|what about|how about|only|just)\W+)*"
    r"(?!(?:on|in|at|from|for|with|by|to|of|under|over|per|as|when|while|if)\b)(?:(?:the|its|their|our"
    r"|an?|any|some|single|individual"
    r"|all)\s+)*(?P<part>[a-z][\w-]*(?:\s+[a-z][\w-]*){0,2}?)"
    r"(?:\s+(?:too|as well|then|also|of (?:it|that|those|them)))*\W*$"
)
# What says something of the whole product, or asks for it once more.
_OF_WHOLE = word_set(
    "windows server servers sql sharepoint share point version versions edition editions standard "
    "datacenter enterprise essentials nano core matrix listed list protected protectable protection "
    "covered cover included backed backup level levels part parts restored recovered recoverable release "
    "matter matters sp service pack r2 mean meant restore restores recovery guest guests yes plain normal "
    "physical virtual vms same none correct"
)
_THINGS = word_set("log logs message messages settings setting code codes")
_WORD = re.compile(r"[a-z][\w-]*")


def consult(product: Product, reading: Reading) -> Finding | None:
    """All that the row of `product` names; None where the question names no part beside it."""
    if (
        not reading.carries("product")
        or (product.family, product.version) not in RULES
        or product.edition
        or reading.levels
    ):
        return None
    if find_pack(reading.plain) is not None:
        return None
    match = _PART().match(reading.plain) if leaves_out(reading.plain) else None
    words = _WORD.findall(match["part"].lower()) if match else []
    if not any(word not in _OF_WHOLE and (word in _THINGS or not is_empty_word(word)) for word in words):
        return None
    return (
        finding_of(protection_query.only(product.family, product.version), NAME) if product.family else None
    )
