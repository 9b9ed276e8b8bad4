"""Which operation on the figures of a talk a message asks for: what is left, a share, a multiple, a sum."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from assistant.decisions.expressions.patterns import lazy
from assistant.decisions.reading.numbers import DIGITS, WORDS, number_in
from assistant.understanding.amounts.figures import Told, bare_number, find_told
from assistant.understanding.word_rules import word_set


class Act(StrEnum):
    """What is to be done with a figure, or with several."""

    LEFT = "left"
    LACK = "lack"
    ENOUGH = "enough"
    PERCENT = "percent"
    TIMES = "times"
    SPLIT = "split"
    SUM = "sum"
    DIFFERENCE = "difference"
    UNIT = "unit"
    AGAIN = "again"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Operation:
    """An act with what it takes: a size, a number or a part to hold against, a number `of` things, a unit."""

    act: Act
    size: Told | None = None
    number: Decimal | None = None
    unit: str = ""
    of: str = ""
    part: Decimal | None = None


_N = rf"(?P<n>{DIGITS}|\b(?:{WORDS}))"
_THINGS = (
    r"(?:(?:[a-z]+[\s-]+){0,2}?(?:servers?|machines?|vms?|boxes|hosts?|sites?|branch(?:es)?|offices?|locations?|vaults?"
    r"|copies|stacks?|nodes?|instances?|installs?|installations?|people|admins?|times|datacent(?:er|re)s?)\b"
    r"|of (?:them|those|these|such)\b)"
)
_COUNTED = lazy(rf"(?<![\w.,/-]){_N}\s+{_THINGS}|\ball\s+(?:the\s+)?{_N.replace('<n>', '<a>')}")
_ALL = (
    r"\b(?:total\w*|altogether|overall|all (?:in all|together|of them)|in (?:all|sum)|sum|summed|combined"
    r"|together|both|each|every|makes?|per)\b"
)
SUCH = lazy(r"\b(?:such|all (?:the )?\w+|of (?:them|those|these)|mabs|backup servers?)\b")
# "the disks, 6 of them ok?": they are what the message names, and whether they fit is asked, not their sum.
_OF_NAMED = lazy(
    r"\b(?:disks?|drives?|points?|cores?|protect\w*|back(?:ed|s|ing)?[\s-]?up)\b[^!]{0,60}?"
    r"\b\w+ of (?:them|those|these|such)\b"
    r"|\b\w+ of (?:them|those|these|such)\b[^.!]{0,40}"
    r"\b(?:ok|okay|fine|fits?|alright|all right|allowed|possible)\b"
)
_LEFT = lazy(
    r"\b(?:what|how (?:much|many))\b[^.?!]*\b(?:left|remain\w*|left over|spare|free|unused|unoccupied)\b"
    r"|^\W*(?:\w+\W+){0,3}(?:left(?: ?over)?|remain(?:s|ing|der)|leftover|stays? free)\W*$"
    r"|\b(?:left|remains?) (?:then|after\w*|when|once|if)\b"
)
_MORE = lazy(
    r"\bhow many (?:more|else|further|additional)\b|\b(?:room|space|slots?) for how many\b"
    r"|\bhow many\b[^.?!]*\b(?:still|add|in addition|on top|besides)\b"
)
_PERCENT = lazy(
    r"\b(?:how (?:many|much)|what|which|in|as)\b\W*(?:(?!\d)\w+\W+){0,2}?(?:%|per ?cent\w*|pct|percentage"
    r"|share|fraction|portion|part|proportion)(?![\w])"
    r"|^\W*(?:and\W+)?(?:%|per ?cent\w*|pct) of\b"
)
_SPLIT = lazy(
    r"\b(?:split|divid\w*|spread|shar(?:ed|ing)|share (?:it|this|that|between|among|equally)"
    r"|distribut\w*|halves)\b"
    r"|\b(?:each|every one|either)\b[^.?!]{0,25}\b(?:half|third|quarter)\b|\bhalf\b[^.?!]{0,12}\beach\b"
)
_SHARES = {"half": 2, "halves": 2, "third": 3, "quarter": 4}
_SUM = lazy(
    r"\bone of each\b|\b(?:both|they|these|those|them|all)\b[^.?!]{0,20}\b(?:together|combined|total|sum)"
    r"|\b(?:together|combined|in (?:sum|total|all)|altogether|summed|sum|total)\b"
    r"|\badd(?:ed)? (?:them|those|both|up)\b"
    r"|\bboth\b[^.?!]{0,25}\b(?:on|in|at|to|from|onto) (?:one|a single|the same)\b"
)
_DIFFERENCE = lazy(r"\bdifference\b|\bdiffer\b|\bhow (?:many|much) (?:more|less|fewer)\b|\bgap\b")
_UNIT = lazy(
    r"\b(?:in|as|into|to|how many)\s+(?:\w+\s+)?(?P<u>[kmgtp]i?b"
    r"|(?:kilo|mega|giga|tera|peta|kibi|mebi|gibi|tebi)bytes?|gigs?|teras?|hours?|minutes|mins?|seconds|secs?)\b"
)
_SHOWN_IN = lazy(
    r"\b(?:in|as)\s+(?P<u>[kmgtp]i?b|(?:kilo|mega|giga|tera|peta|kibi|mebi|gibi|tebi)bytes?)\b(?!\s*/)"
)
_AGAIN = lazy(
    r"\b(?:again|once more|repeat|remind|back)\b|^\W*(?:(?:just|only|the|ok|and|so|please|pls)\W+)+\w+\W*$"
)
_LIST = lazy(
    r"\b(?:sum(?:mari[sz]e|mary)?|recap|list|note|write|give|all|both|the)\b[^.?!]*"
    r"\b(?:two|three|four|both|all|these|those)\b[^.?!]*\b(?:numbers?|figures?|values?|results?)\b"
)
_ENOUGH = lazy(
    r"\b(?:enough|ok|okay|fine|suffic\w*|will do|would do|do|fits?|works?"
    r"|big enough|too (?:small|little))\b[^.?!]*\W*$"
)
_USED = r"(?:used|full|taken|gone|occupied|in use|filled)"
_PART_USED = lazy(
    rf"\b(?P<w>half|third|quarter)\b[^.?!]{{0,20}}\b{_USED}\b|\b{_USED}\s+(?:up\s+)?(?:a\s+)?(?P<v>half|third|quarter)\b"
    rf"|(?P<n>\d{{1,2}})\s*(?:%|percent)[^.?!]{{0,20}}\b{_USED}\b"
)
_FREE = lazy(r"\b(?:free|left|spare|remain\w*)\b")
_PARTS = {"half": Decimal("0.5"), "third": 1 / Decimal(3), "quarter": Decimal("0.25")}
_GAP = lazy(
    r"\b(?:missing|short|lack\w*|too (?:many|much|little|small|long|few)|over|beyond|exceed\w*|gap"
    r"|more do (?:i|we)|(?:more|else) (?:is|are|would be) needed|need\w* more|to free)\b"
)
_DIGIT = re.compile(r"\d")
# What a message says that asks only for figures of the talk, beside the names of those.
_PLAIN = word_set(
    "how how's much many more less fewer what whats what's which the a an is are am was would be between "
    "them both two those these three and so by do does i i'd we it that this they then there in of to for "
    "if on all together sum total overall altogether one each build have got take took add added up "
    "combined need needed must get ok well now hm please pls just only difference differ gap again figure "
    "figures number numbers value size sizes once repeat remind me back right said you exactly than disk "
    "disks space gb tb machine machines vm vms box boxes points other can could will makes make come "
    "comes over at as my our first second last same data scratch missing short lacking lack lacks too "
    "little small long few beyond exceed exceeds exceeding free days day still else server servers "
    "its it's go goes put same single place onto at"
)
_WORD = re.compile(r"[a-z][a-z'-]*")


def operation_in(text: str, named: str) -> Operation | None:
    """What `text` asks of the figures before it; `named` are the words that name those, as an expression."""
    told = find_told(text)
    unit = _UNIT().search(text)
    if unit and not told:
        return Operation(Act.UNIT, unit=unit["u"].lower())
    if _PERCENT().search(text):
        return Operation(Act.PERCENT, told[-1] if told else None, bare_number(text))
    part = _part_used(text)
    asks_left = _LEFT().search(text) or (part and _FREE().search(text)) or (not told and _MORE().search(text))
    if len(told) < 2 and asks_left:
        return Operation(Act.LEFT, told[-1] if told else None, bare_number(text), part=part)
    if _GAP().search(text) and (told or bare_number(text)):
        return Operation(Act.LACK, told[-1] if told else None, bare_number(text))
    if len(told) == 1 and _ENOUGH().search(text):
        return Operation(Act.ENOUGH, told[0])
    if told:
        return None
    if shares := _shares(text):
        return Operation(Act.SPLIT, number=shares)
    counted = _COUNTED().search(text)
    if counted and (times := _times(text)):
        return Operation(Act.TIMES, number=times, of=counted[0].lower())
    return _of_several(text, named)


def unit_in(text: str) -> str:
    """The unit of sizes in which a figure is wanted: "in MB", "as GiB"; empty for none."""
    match = _SHOWN_IN().search(text)
    return match["u"].lower() if match else ""


def _of_several(text: str, named: str) -> Operation | None:
    """What a message that says nothing else asks of several figures, or of one to be told again."""
    if _DIGIT.search(text):
        return None
    others = set(_WORD.findall(re.sub(named, " ", text.lower()) if named else text.lower()))
    if _LIST().search(text):
        return Operation(Act.LIST)
    if others - _PLAIN:
        return None
    for pattern, act in ((_DIFFERENCE, Act.DIFFERENCE), (_SUM, Act.SUM)):
        if pattern().search(text):
            return Operation(act)
    return Operation(Act.AGAIN) if _AGAIN().search(text) else None


def asks_gap(text: str) -> bool:
    """Whether a message asks for nothing but by how much the last calculation falls short, or is over."""
    return (
        bool(_GAP().search(text))
        and not _DIGIT.search(text)
        and not set(_WORD.findall(text.lower())) - _PLAIN
    )


def _part_used(text: str) -> Decimal | None:
    """The part of a whole that is said to be used: "half of it is full"."""
    match = _PART_USED().search(text)
    if match is None:
        return None
    word = match["w"] or match["v"]
    return _PARTS[word.lower()] if word else Decimal(match["n"]) / 100


def _shares(text: str) -> Decimal | None:
    """In how many equal parts something is split."""
    match = _SPLIT().search(text)
    if match is None:
        return None
    if (number := _count(text)) and number > 1:
        return number
    bare = bare_number(text)
    word = next((n for name, n in _SHARES.items() if re.search(rf"\b{name}\b", text, re.IGNORECASE)), 0)
    return Decimal(word) if word else bare if bare and bare > 1 else None


def _times(text: str) -> Decimal | None:
    """How many there are of what takes so much each, where all of them are asked for."""
    if _OF_NAMED().search(text):
        return None
    number = _count(text)
    asked = re.search(_ALL, text, re.IGNORECASE) or SUCH().search(text)
    return number if number and number > 1 and asked else None


def _count(text: str) -> Decimal | None:
    match = _COUNTED().search(text)
    value = number_in(match["n"] or match["a"]) if match else None
    return value if value and value == value.to_integral_value() else None
