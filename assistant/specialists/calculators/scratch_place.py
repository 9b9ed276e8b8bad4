"""Which of the sizes told is the scratch location, by the words beside it or by how two sizes compare."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.decisions.reading.numbers import NUMBER, number_in
from assistant.specialists.calculators.calculator_question import all_found, lazy_search
from assistant.understanding.amounts.figures import Told

PLACE = (
    r"(?:scratch|cache)(?:\s+(?:location|folder|dir\w*|disk|space|volume|drive|area|partition|size|file))?"
)
_SPACE_BEFORE = (
    rf"{PLACE}\s*(?:\(|is|are|was|were|=|:|of|has|with|at|only|just|currently|about|got|gets|holds"
    r"|on a|on an|now|being|that'?s|stays?|remains?|keeps?|fixed|limited|capped|set|will|must|be|to"
    r"|takes|a|an|the|partition|volume|disk|we have|i have|there|\s)*\s*$"
)
SPACE_AFTER = (
    r"^\s*(?:(?!(?:and|but|with|plus|vs|versus|against|while|when|so|then|thus|hence|azure|cloud|vault|online|offsite"
    r"|what|how|which)\b)\w+\s+){0,2}?(?:free|scratch|cache|left|available|ssd|spare"
    r"|(?:to (?:use|give) )?(?:as|for|on) (?:the |my |our |a )?(?:(?:mabs|new|own|future|backup|azure) ){0,2}"
    r"(?:scratch|cache))\b"
)
_NOT_SPACE = r"\b(?:for|send(?:ing)?|plan(?:ned|ning)?)\s*(?:about|around|roughly|some|our|the|only)?\s*$"
_IS_DATA = r"^\s*(?:of\s+)?(?:(?:cloud|azure|online|backup)\s+)?data\b"
COMPARED = (
    r"\b(?:enough|ok|okay|fine|suffic\w*|suit\w*|will do|does it|do|fits?|work\w*|too (?:much|small"
    r"|little|big)|pass(?:es)?|pass[/ ]fail|compl(?:y|ies|iant)|satisf\w+|alright|good|y/n|within the rule)\b"
    r"\W*(?:(?:then|now|so|here|please|pls|or not|right|still|for (?:that|it|this|them))\W*){0,2}$"
)
_BESIDE = 16
CONTAINER = r"^\s*(?:\w+\s+)?(?:drives?|disks?|volumes?|partitions?|ssds?|luns?|nvme)\b"
"""What stands behind the size of a place rather than of data."""
_LIES_ON = r"\b(?:scratch|cache|location|folder|it|that|this)\b[^.;?!\d]{0,20}\bon\s+(?:[a-z'-]+\s+){0,3}$"
HAVE = r"\b(?:have|has|got|only|just|there'?s|left|gave|give|reserved?|allocat\w*)\s+(?:\w+\s+){0,2}?$"
# How a size is told that is all there is, and what it is for.
_HAD = (
    r"\b(?:have|has|had|got|there|free|left|spare|gave|give|given|reserv\w*|allocat\w*|is all)\b"
    r"|['\u2019](?:s|ve)\b"
)
_SCARCE = r"\b(?:only|just|all|merely|no more than|at most|not more than|a mere|barely)\b"
_FOR_IT = r"^\s*(?:free\s+|left\s+)?(?:for|of)\s+(?:it|that|this)\b|^\s*(?:is|are)\s+(?:all|the most)\b"
UP = r"\b(?:azure|cloud|vault|online|off-?site|upload\w*|up there|(?:goe?s?|sent) up(?!\s+(?:to|by)\s+\d))\b"
_DATA_BEFORE = (
    rf"(?:\b(?:data|amount|we (?:send|back up|protect))\b|{UP})"
    r"(?:\s+(?:gr[eo]w\w*|climb\w*|ris\w*|rose|went|increas\w*|swell\w*|up|has|have))?"
    r"\s*(?:(?:is|are|of|about|around|now|then|at|gets|has|with|some|=|:)\s*){0,4}$"
)
_SHARE_OF = r"(?:%|\bper ?cent|\bpct)\s*of\s*(?:the |our |my |about )?$"
_CLAUSE_END = re.compile(
    r"[.;:!?\n]+(?=\s)|,\s|\s[-–—/]+\s|[-=]>|→|\b(?:and|but|while|whereas|with|when|if)\b", re.IGNORECASE
)
_WANTED = r"\bneed\w*|\brequir\w*|\bhow (?:much|big|large)\b|\bfor\b"
SENT = r"\bplan\w*|\bsend\w*|\bsent\b|\bship\w*|\bpush\w*|\bbackups?\b|\bbacked up\b|\bdata\b"
_SHARE_TOLD = rf"(?P<n>{NUMBER})\s*(?:%|percent\b|per cent\b|pct\b)"
# "400 GB for 4 TB": between a scratch location and its data, with nothing else in between.
_BESIDE_DATA = r"^\s*(?:for|against|on)\s+(?:(?:the|our|about|some|a)\s+)?$"


def alone_with_scratch(text: str, told: Sequence[Told]) -> list[Told]:
    """The size whose clause is about the scratch location, while another's is about what goes to Azure."""
    here = {t.start: _clause(text, t) for t in told}
    about = [
        t
        for t in told
        if lazy_search(r"\b(?:scratch|cache)\b", here[t.start])
        and not lazy_search(rf"{UP}|{_WANTED}", here[t.start])
        and not lazy_search(_NOT_SPACE, text[: t.start])
    ]
    goes = any(lazy_search(rf"{UP}|{SENT}", here[t.start]) for t in told if t not in about)
    return about if len(about) == 1 and goes else []


def _clause(text: str, told: Told) -> str:
    """The clause that a size stands in."""
    starts = [m.end() for m in _CLAUSE_END.finditer(text, 0, told.start)]
    end = _CLAUSE_END.search(text, told.end)
    return text[starts[-1] if starts else 0 : end.start() if end else len(text)]


def is_of_extraction(text: str, told: Told) -> bool:
    """Whether a size is the space for the extraction, which is told beside the scratch location."""
    clause = _clause(text, told)
    return bool(lazy_search(r"\b(?:extract|unpack|unzip)\w*", clause)) and not lazy_search(
        r"\b(?:scratch|cache)\b", clause
    )


def is_of_attached(text: str, told: Told) -> bool:
    """Whether a size is that of each of the disks of a machine, which is asked about besides."""
    clause = _clause(text, told)
    attached = told.times > 1 and lazy_search(r"\bA\d{1,2}\b|\battach\w*", clause)
    return bool(attached) and not lazy_search(rf"{UP}|\bscratch\b|\bcache\b|\bdata\b", clause)


def nearest(text: str, told: Sequence[Told]) -> list[Told]:
    """Of two sizes that are to be compared the smaller one, where one is beside the word for the scratch
    location: nobody has more room for it than data."""
    word = lazy_search(r"\b(?:scratch|cache)\b", text)
    if word is None or not lazy_search(COMPARED, text) or lazy_search(r"\+|\bor\b", text):
        return []
    far = [max(word.start() - t.end, t.start - word.end()) for t in told]
    beside = min(far) <= _BESIDE and far[0] != far[1]
    return [min(told, key=lambda one: one.times * one.size.bytes)] if beside else []


def by_share(text: str, told: Sequence[Told]) -> list[Told]:
    """Of two sizes the one that is so large a share of the other as is told ("10 % of 4 TB is 400 GB")."""
    if len(told) != 2 or told[0].times * told[1].times > 1:
        return []
    small, large = sorted(told, key=lambda one: one.size.bytes)
    shares = (number_in(found["n"]) or 0 for found in all_found(_SHARE_TOLD, text))
    return [small] if any(share * large.size.bytes == 100 * small.size.bytes for share in shares) else []


def smaller_container(text: str, one: Told, other: Told) -> list[Told]:
    """Of two sizes the smaller one, where that is the size of a drive: "4 TB, on a 300 GB partition?"."""
    small, large = sorted((one, other), key=lambda told: told.size.bytes)
    places = [lazy_search(CONTAINER, text[told.end :]) for told in (small, large)]
    asked = lazy_search(COMPARED, text) or lazy_search(r"\bfits?\b|\benough\b", text)
    return [small] if asked and places[0] and not places[1] and one.times * other.times == 1 else []


def smaller_of_compared(text: str, one: Told, other: Told) -> list[Told]:
    """Of two sizes without a word of their own, held against each other ("33 GB for 640 GB passes?"), the
    smaller one."""
    between = text[one.end : other.start]
    if one.times * other.times > 1:
        return []
    if lazy_search(_BESIDE_DATA, between) and 2 * one.size.bytes < other.size.bytes:
        return [one]
    held = lazy_search(r"^\s*(?:for|to|against|of|vs\.?|versus|with|on|at)\b[^.;?!]{0,20}$", between)
    if not held or not lazy_search(COMPARED, text):
        return []
    return [min(one, other, key=lambda told: told.size.bytes)]


def is_scratch(text: str, told: Told) -> bool:
    before, after = text[: told.start], text[told.end :]
    if lazy_search(r"^\s*each\b", after):
        return False  # one of each of the sources
    if lazy_search(r"^\s*from\b", after):
        return False  # of a source
    if before.rstrip().endswith("+") or lazy_search(_IS_DATA, after) or lazy_search(_SHARE_OF, before):
        return False
    return bool(lazy_search(_SPACE_BEFORE, before) or lazy_search(SPACE_AFTER, after)) and not lazy_search(
        _NOT_SPACE, before
    )


MUCH_LARGER = 5
"""So many times a scratch location that was told is a size that comes after it more likely data."""


def is_data(text: str, told: Told) -> bool:
    """Whether a size is called data, or said to go to Azure."""
    before, after = text[: told.start], text[told.end :]
    called = lazy_search(_IS_DATA, after) or lazy_search(rf"^[^,.;?!\d]{{0,25}}{UP}", after)
    return bool(called or lazy_search(_DATA_BEFORE, before))


def is_all_there_is(text: str, told: Sequence[Told]) -> bool:
    """Whether a size told alone behind the rule is the room that there is for it: "we only have 80 GB"."""
    if len(told) != 1 or is_data(text, told[0]) or lazy_search(rf"{UP}|{SENT}", text):
        return False
    before = lazy_search(_SCARCE, text[: told[0].start])
    return bool(before and lazy_search(_HAD, text)) or bool(lazy_search(_FOR_IT, text[told[0].end :]))


def lies_on(text: str, told: Told) -> bool:
    """Whether a size is that of a drive on which the scratch location lies: "on a small 10 GB drive"."""
    return bool(lazy_search(CONTAINER, text[told.end :]) and lazy_search(_LIES_ON, text[: told.start]))


def is_had(text: str, told: Told, others: Sequence[Told]) -> bool:
    """Of two sizes the one that is there, while the other is to go to Azure."""
    other = next(t for t in others if t is not told)
    goes = lazy_search(rf"^[^.;?!]{{0,25}}{UP}", text[other.end :]) or is_data(text, other)
    if told.size.bytes > other.size.bytes or lazy_search(_IS_DATA, text[told.end :]):
        return False  # it is all the data, or some of it
    return bool(goes and lazy_search(HAVE, text[: told.start]))
