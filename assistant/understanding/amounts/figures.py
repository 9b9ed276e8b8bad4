"""Figures of a question in a form that can be reckoned with: sizes with what they are for, counts, growth.

"400 + 350 + 850 GB" is three sizes, "300 GB per server" one for each; "doubles" and "20 % more" are growth.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from assistant.decisions.expressions.patterns import lazy
from assistant.decisions.reading.durations import DAYS_OF, FoundDuration, find_durations
from assistant.decisions.reading.numbers import DIGITS, NUMBER, ORDINAL_WORDS, WORDS, number_in
from assistant.decisions.reading.quantities import Size, find_sizes
from assistant.understanding.amounts.ambiguous_figures import plain_figures

_SIZE_UNIT = r"(?:[kmgtp]i?b|gigs?|teras?|(?:giga|tera|mega|peta)bytes?|[gt])\b"
_NUM = r"\d{1,12}(?:[.,]\d{1,6})?"
_SHARED = lazy(  # a comma needs a blank after it, so that it can't be a decimal one as well
    rf"(?<![\w.,])(?<!\d )(?P<numbers>{_NUM}(?:(?:\s{{0,2}}(?P<join>\+|/|&|and|plus|or|to|-|–)\s{{0,2}}"
    rf"|(?P<comma>,)\s{{1,2}})"
    rf"(?:(?:and|plus)\s{{1,2}})?(?!(?:19|20)\d\d\b){_NUM}){{1,8}})\s{{0,2}}(?P<unit>{_SIZE_UNIT})"
)
_YEAR = re.compile(r"^(?:19|20)\d\d$")
SOURCE_NOUN = (
    r"(?:servers?|srvs?|machines?|vms?|virtual machines|sources?|data ?sources?|databases?|dbs?|hosts?|boxes"
    r"|box|clients?"
    r"|workloads?|guests?|instances?|items?|protection groups?|sites?|pcs?|workstations?|members?"
    r"|nodes?|volumes?|farms?|clusters?|offices?|branches|locations?|departments?|tenants?|customers?)"
)
_EACH = lazy(rf"(?:\bper|/|\ban?)\s*{SOURCE_NOUN}\b|\bper (?:head|piece)\b|\ba piece\b|\bapiece\b")
_PER_DISK = lazy(
    rf"(?P<unit>\b\d+\s*{_SIZE_UNIT})\s*(?:/|\bper\b)\s*(?:[a-z]+\s+){{0,2}}?(?:disks?|drives?|luns?|slots?|bays?"
    r"|spindles?|hdds?|ssds?|vhds?)\b"
)
_EACH_AFTER = lazy(r"^\s*(?:\w+\s+){0,3}?(?:each\b|apiece\b)")
_EACH_BEFORE = lazy(
    r"\b(?:each|every one)\s+(?:(?!(?:and|plus|one|another|or)\b)\w+\s+){0,3}?$"
    r"|\b(?:each|every one)\s+of\s+(?:(?:the|our|my|these|those)\s+)?"
    rf"(?:{DIGITS}|{WORDS})\s+(?:\w+\s+){{0,2}}?{SOURCE_NOUN}\s+(?:(?!(?:together|in)\b)\w+\s+){{0,3}}?$"
)
_TIMES_BEFORE = lazy(rf"(?:^|[\s(:=])(?P<n>{NUMBER})\s*(?:x|×|\*|times)\s*$")
_N_OF = lazy(
    rf"\b(?P<n>{DIGITS}|{WORDS})\s+(?:[a-z]\w*\s+){{0,2}}?"
    rf"(?:{SOURCE_NOUN}|disks?|drives?|luns?|shares?)\s*(?:\b(?:of|at|à|a)|x|×|\*)\s*$"
)
_SOURCES = lazy(
    rf"(?<![\w./:+-])(?P<n>{DIGITS}|{WORDS})(?:\s*x\s*|\s+)"
    rf"(?:(?!(?:days?|weeks?|wks?|months?|years?|yrs?|hours?|hrs?|times|[kmgt]i?b|[kmg]b?ps|[kmg]bits?|of|an?|per"
    rf"|each|every|points?"
    rf"|backups?|recovery|and|or"
    rf"|for|to|in|from|with|disks?|mabs|backup)\b)[a-z][\w-]*\s+(?:20\d\d\s+(?:r2\s+)?)?){{0,3}}?"
    rf"(?P<noun>{SOURCE_NOUN})\b"
)
_HALF_OF = lazy(
    rf"\bhalf (?:of )?(?:(?:my|our|the|those|these|all)\s+){{0,2}}(?P<n>{DIGITS}|{WORDS})\s+"
    rf"(?P<noun>(?:[a-z]\w*\s+)?{SOURCE_NOUN})\b"
)
_OTHER_HALF = lazy(r"\b(?:the )?other half(?: of them)?\b")
_NAMED_SOURCES = lazy(rf"\b(?:servers?|sources?|machines?|vms?)\s*[:=]\s*(?P<n>{DIGITS})")
_VAULTS = lazy(
    rf"(?<![\w./:-])(?P<n>{DIGITS}|{WORDS}|both)\s+"
    r"(?:(?:of|the|our|my|separate|different|recovery services)\s+)*vaults\b"
)
# "half of that is mail" only tells of what kind it is.
_NO_KIND = (
    r"(?! (?:it|that|this|them|these|those) (?:is|are) (?!(?:sent|go\w+|to|for|in|planned|uploaded"
    r"|shipped|pushed|backed|gone|dropped|removed|deleted|left|kept|local\w*|enough|not|on|up|only|now)\b)[a-z])"
)
_FACTORS = (
    (lazy(r"\bquadrupl\w*|\bfour-?fold\b"), Decimal(4)),
    (lazy(r"\btripl\w*|\bthree-?fold\b|\bthrice\b"), Decimal(3)),
    (
        lazy(
            r"\bdoubl\w*|\btwice (?:the|that|as (?:much|many|fast|slow|big|large|long)|this|it)\b"
            r"|\btwo-?fold\b|\bsame again\b"
        ),
        Decimal(2),
    ),
    (lazy(r"\ba? ?quarter of (?:it|that|this|the|those|them)\b"), Decimal("0.25")),
    (
        lazy(
            rf"\bhalv\w*|\bhalf(?=\W*$)|\bhalf (?:of{_NO_KIND}|that|the|as (?:much|many|fast|big|large|long)"
            r"|this|it)\b|\b(?:cut"
            r"|split|reduce\w*)"
            r" (?:\w+ ){0,2}?(?:in|to|by) half\b"
        ),
        Decimal("0.5"),
    ),
)
_FACTOR = lazy(
    rf"(?:^|\s)(?:x|×|times)\s?(?P<a>\d+(?:\.\d+)?)\b(?!\s*(?:{SOURCE_NOUN}|[kmgtp]i?b|disks?|\w+ly)\b)"
    r"|\b(?P<b>\d+(?:\.\d+)?)(?:\s?x|[\s-]?fold)(?=\s*(?:that|more|the|as|$|[?.!]))"
    rf"|\b(?P<c>{WORDS}|\d+)\s+times\s+(?:that|as (?:much|many)|the (?:data|amount|size)|more|bigger"
    r"|larger|faster|slower)\b"
)
_PERCENT = rf"(\d+(?:[.,]\d+)?|\b(?:{WORDS}))\s*(?:%|percent\b|per cent\b|pct\b)"
_UP = (
    r"(?:gr[eo]w\w*|increas\w*|ris\w*|up\b|plus|add\w*|more|larger|bigger|extra|on top|growth|expand\w*"
    r"|swell\w*|rose\b|\+|headroom)"
)
_DOWN = r"(?:shrink\w*|drop\w*|decreas\w*|reduc\w*|less|down|minus|smaller|fewer|cut\w*|sav\w*|los\w*)"
_PERCENT_UP = lazy(
    rf"(?:\b{_UP}|\+)\s*(?:by|of|at|is|to|about|around|roughly|another|an|a|some|:|=|\s)*{_PERCENT}"
    rf"|{_PERCENT}\s*(?:\w+\s+){{0,2}}?\b{_UP}"
)
_PERCENT_DOWN = lazy(
    rf"\b{_DOWN}\s*(?:by|of|at|is|about|around|roughly|another|an|a|some|\s)*{_PERCENT}"
    rf"|{_PERCENT}\s*(?:\w+\s+){{0,2}}?\b{_DOWN}"
)
PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
"""How many of a part make up the whole."""

# "grows by a quarter", "a fifth more"
_PART_WORD = (
    rf"(?:(?:an?|one)\s+|(?=half))(?P<part{{}}>{'|'.join(PARTS)})\b"
    r"(?!\s+(?:of\s|an?\s(?!years?\b)|[kmgtp]i?b\b|tera|giga))"
)
_PART_UP = lazy(
    rf"\b{_UP}\s+(?:(?:by|about|around|roughly|another|is|at|:)\s+){{0,2}}{_PART_WORD.format('')}"
    rf"|\b{_PART_WORD.format('2')}\s+(?:more|larger|bigger|on top|extra)\b"
)
_YEARLY = lazy(r"\b(?:a|per|each|every)\s+year\b|\bannual\w*|\byearly\b|\bp\.?a\.?\b|/\s?ye?a?r\b|\byoy\b")
_NEAR = 25  # characters between a factor and the words that make it one of each year
_OVER_YEARS = lazy(
    rf"\b(?:for|over|in|after|within|next)\s+(?:the\s+next\s+)?(?P<n>{NUMBER})\s*ye?a?rs?\b"
    rf"|\b(?P<later>{NUMBER})\s*ye?a?rs?\s+(?:on|later|ahead|hence|from (?:now|today|then))\b"
)
_AFTER_NEXT = lazy(r"\byear after next\b")
# "at the end of year two", "by the third year"
_NTH = ORDINAL_WORDS[:10]
_NTH_YEAR = lazy(
    r"\b(?:end of|in|by|after|until|till|through|at)\s+(?:the\s+)?"
    rf"(?:year\s+(?P<n>{WORDS}|\d{{1,2}})\b|(?P<nth>{'|'.join(_NTH)}|\d{{1,2}}(?:st|nd|rd|th))\s+year\b)"
)
_BARE_YEARS = lazy(rf"[,;(]\s*(?P<n>{NUMBER})\s*years?\b")
_EVERY_SO_OFTEN = lazy(
    r"\s*(?:more\s+|extra\s+|on top\s+)?(?:an?|per|each|every|/)\s*(?P<unit>day|week|month|quarter|year)\b"
)
_BARE = lazy(rf"(?<![\w.,:/-])(?P<n>{DIGITS}|{WORDS})(?![\w%/]|[.,:]\d)")
# Behind a number of its own stands none of the things that are counted: "2 domains" is a number of domains.
_OWNER = lazy(
    r"\s*(?!(?:then|instead|now|please|pls|only|or|and|but|for|if|in|on|at|of|to|ok|okay|is|are|was"
    r"|would|will|do"
    r"|does|could|can|enough|though|max|rather|again|today|not|with|the|that|it|them|we|i|you|so|too|as|per|a"
    r"|total|altogether|typo|sorry|thanks|thx|last|since|this|next|left|still|allowed|possible|fine|work|works|fit|fits"
    r"|more|x)\b)[a-z]"
)
_PRONOUN = lazy(
    r"\b(?:that|this|the|which|first|last|other|another|next|each|every|third|second|new|old)\s+$"
    r"|\ban?\s+[a-z]+\s+$"  # "a standard one"
)
_NEGATIVE = lazy(
    r"(?:\b(?:minus|negative)\s+|(?<![\w.)])[-−])\d+(?:[.,]\d+)?\s*(?:[kmgtp]i?b|gigs?|disks?"
    r"|servers?|points?|days?)\b"
)
_ZERO = lazy(r"(?<![\w.,])(?:0+(?:[.,]0+)?|zero|no)\s*(?:[kmgtp]i?b|gigs?|bytes?)\b")


@dataclass(frozen=True, slots=True)
class Told:
    """A size with where it stands in the text, how many times it counts, and whether it is one of each."""

    size: Size
    start: int
    end: int
    times: int = 1
    each: bool = False


@dataclass(frozen=True, slots=True)
class Growth:
    """A change by a factor, where its words stand, and the factor of a year where it goes on yearly."""

    factor: Decimal
    start: int
    end: int
    yearly: Decimal | None = None


# "640 GB, 140 of that are images": so much of what was told, in its unit.
_OF_THAT = lazy(
    rf"(?P<told>(?<=\d)\s{{0,2}}(?P<unit>{_SIZE_UNIT})[^.;?!\d]{{0,25}}?\b)"
    rf"(?P<n>{NUMBER})\s+(?=of\s+(?:it|that|this)\b)"
)


# "20 TB from one site, another 6 from the other", "dept A 14 TB, dept B 6": the unit is the one before.
_ALSO = lazy(
    rf"(?P<told>(?<=\d)\s{{0,2}}(?P<unit>{_SIZE_UNIT})[^.;?!\d]{{0,40}}?"
    rf"\b(?:(?:another|plus|further|additional|extra)\s+|(?:{SOURCE_NOUN}|dep(?:t|artment))\s+[a-z]+\s+"
    r"(?:(?:sends?|uploads?|ships?|pushes|has|have|gives?|adds?|with|is|at|only|about|some"
    r"|another)\s+){0,3}))"
    rf"(?P<n>{NUMBER})(?P<more>\s+(?:more|extra|further))?"
    r"(?=\s*(?:[,;?!)]|\.(?!\d)|$)|\s+(?:from|on (?:top|the same)|goes?|go|too|as well|through|via|and|to"
    r"|into|in|for)\b)"
)


@lru_cache(maxsize=64)  # a question is reckoned with, and its result told in its units
def spelled_out(text: str) -> str:
    """`text` with a unit that numbers share at each of them, and "per server", "per disk" as "each"."""
    shared = _SHARED().sub(_with_units, _halves_counted(plain_figures(text)))
    shared = _ALSO().sub(r"\g<told>\g<n> \g<unit>\g<more>", _OF_THAT().sub(_part_with_unit, shared))
    return _EACH().sub(" each", _PER_DISK().sub(r"\g<unit> each", shared))


def _halves_counted(text: str) -> str:
    """`text` with half of so many sources, and the other half, as numbers: "half of our 20 servers"."""
    half = _HALF_OF().search(text)
    count = _whole(half["n"]) if half else None
    if half is None or not count or count % 2:
        return text
    rest = _OTHER_HALF().sub(f"{count // 2} others", text[half.end() :])
    return f"{text[: half.start()]}{count // 2} {half['noun']}{rest}"


def _part_with_unit(match: re.Match[str]) -> str:
    """The number with the unit of the amount before it; "half of that" stays."""
    count = _whole(match["n"])
    return f"{match['told']}{count} {match['unit']} " if count and count > 1 else match[0]


def _with_units(match: re.Match[str]) -> str:
    if (match["comma"] or match["join"] == "and") and any(
        _YEAR.match(n) for n in re.findall(r"\d+", match["numbers"])
    ):
        return match[0]  # "SQL 2016 and 500 GB"
    unit = match["unit"]
    return re.sub(r"(\d+(?:[.,]\d+)?)(?!\d|[.,]\d)", rf"\1 {unit}", match["numbers"])


@lru_cache(maxsize=64)  # the calculators ask one question for them again and again
def find_told(text: str) -> tuple[Told, ...]:
    """The sizes in a text that is spelled out, each with how many times it counts."""
    found = []
    for size in find_sizes(text):
        before, after = text[: size.start], text[size.end :]
        each = bool(_EACH_AFTER().search(after) or _EACH_BEFORE().search(before))
        counted = _TIMES_BEFORE().search(before) or _N_OF().search(before)
        times = _whole(counted["n"]) if counted else 1
        found.append(Told(size.value, size.start, size.end, times or 1, each and not counted))
    return tuple(found)


@lru_cache(maxsize=64)  # several calculators ask for those of one text
def sources_in(text: str) -> int | None:
    """How many servers, machines or other sources are told of."""
    for match in [*_SOURCES().finditer(text), *_NAMED_SOURCES().finditer(text)]:
        number = match["n"].lower()
        if _YEAR.match(number) or re.search(
            r"\b(?:windows|sql|server|sharepoint|how)\s*$", text[: match.start()], re.I
        ):
            continue
        if (value := _whole(number)) and not re.search(r"\b(?:mabs|backup)\b", match[0], re.I):
            return value
    return None


def vaults_in(text: str) -> int:
    """How many vaults are told of."""
    match = _VAULTS().search(text)
    if match and match["n"].lower() == "both":
        return 2
    return (_whole(match["n"]) or 1) if match else 1


def growth_in(text: str) -> Growth | None:
    """By what something grows or shrinks: "doubles", "+20 %", "30 % a year for 3 years"."""
    if part := growth_by_part(text):
        return part
    for pattern, factor in _FACTORS:
        if match := pattern().search(text):
            return _by_factor(text, factor, match)
    if match := _FACTOR().search(text):
        number = _number(match["a"] or match["b"] or match["c"])
        return _by_factor(text, number, match) if number else None
    return _by_percent(text)


def growth_by_part(text: str) -> Growth | None:
    """By which part something grows: "by a quarter each year"."""
    match = _PART_UP().search(text)
    if match is None:
        return None
    factor = 1 + Decimal(1) / PARTS[(match["part"] or match["part2"]).lower()]
    return _over_years(text, factor, match, is_yearly=bool(_YEARLY().search(text)))


def tells_percentage_of_growth(text: str) -> bool:
    """Whether a percentage is that by which something grows or shrinks."""
    return bool(_PERCENT_UP().search(text) or _PERCENT_DOWN().search(text))


def _by_factor(text: str, factor: Decimal, match: re.Match[str]) -> Growth:
    near = text[max(0, match.start() - _NEAR) : match.end() + _NEAR]
    return _over_years(text, factor, match, is_yearly=bool(_YEARLY().search(near)))


def _over_years(text: str, factor: Decimal, match: re.Match[str], *, is_yearly: bool) -> Growth:
    """The change of all the years told, where the factor is that of each year."""
    if not is_yearly:
        return Growth(factor, *match.span())
    return Growth(factor ** (years_in(text) or 1), *match.span(), factor)


def _by_percent(text: str) -> Growth | None:
    for pattern, sign in ((_PERCENT_UP(), 1), (_PERCENT_DOWN(), -1)):
        if match := pattern.search(text):
            share = _number(next(value for value in match.groups() if value))
            factor = 1 + sign * share / 100 if share else Decimal(0)
            if factor <= 0:
                return None
            return _over_years(text, factor, match, is_yearly=bool(_YEARLY().search(text)))
    return None


def steady_growth(text: str, told: Sequence[Told]) -> tuple[Told, int] | None:
    """The size that comes on top in every month or year, and how often: "300 GB a year for 3 years"."""
    for one in told:
        unit = _EVERY_SO_OFTEN().match(text, one.end)
        if unit is None:
            continue
        days = next((p.value.low for p in periods_in(text) if not unit.start() <= p.start < unit.end()), None)
        if days and (times := int(days / DAYS_OF[unit["unit"].lower()])):
            return one, times
    return None


def years_in(text: str) -> int | None:
    """Over how many years something goes on, at most 50."""
    if _AFTER_NEXT().search(text):
        return 2
    if over := _OVER_YEARS().search(text):
        years = _whole(over["n"] or over["later"])
    else:
        bare = _BARE_YEARS().search(text)
        years = _whole(bare["n"]) if bare else _nth_year(text)
    return min(years, 50) if years else None


def _nth_year(text: str) -> int | None:
    """The number of the year at whose end something holds."""
    match = _NTH_YEAR().search(text)
    if match is None:
        return None
    nth = (match["nth"] or "").lower()
    return _NTH.index(nth) + 1 if nth in _NTH else _whole(match["n"] or nth[:-2])


def bare_number(text: str) -> Decimal | None:
    """The last number in `text` that stands without a unit."""
    found = [
        value
        for match in _BARE().finditer(text)
        if (value := _number(match["n"]))
        and match["n"].lower() not in ("a", "an")
        and not _OWNER().match(text, match.end())
        and not (match["n"].lower() == "one" and _PRONOUN().search(text[: match.start()]))
    ]
    return found[-1] if found else None


def periods_in(text: str) -> tuple[FoundDuration, ...]:
    """The spans of time in `text` that have a number: "days pls" has none."""
    return tuple(
        found for found in find_durations(text) if found.value.high is not None or _has_number(found)
    )


def _has_number(found: FoundDuration) -> bool:
    return bool(re.search(rf"\d|\b(?:{WORDS})\b", found.value.text, re.IGNORECASE))


def is_negative(text: str) -> bool:
    """Whether an amount below zero is told."""
    return bool(_NEGATIVE().search(text))


def is_zero(text: str) -> bool:
    """Whether a size of nothing is told."""
    return bool(_ZERO().search(text))


def _whole(text: str) -> int | None:
    value = _number(text)
    return int(value) if value and value == value.to_integral_value() and value <= 1_000_000 else None


def _number(text: str) -> Decimal | None:
    return number_in(text) or None
