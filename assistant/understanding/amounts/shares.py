"""The part of the data told that goes to Azure, or that stays: "20 % of it to Azure", "half stays here"."""

from __future__ import annotations

import re
from decimal import Decimal

from assistant.decisions.expressions.patterns import lazy
from assistant.decisions.reading.quantities import find_sizes
from assistant.understanding.amounts.figures import PARTS, Growth, growth_by_part, tells_percentage_of_growth

_GOES_UP = r"(?:azure|cloud|vault|online|off-?site|sent|uploaded|shipped|synced|pushed)"
_OF_IT = r"(?:of\s+(?:it|that|this|which|them|these|those|(?:the|our|all)\s+(?:\w+\s+)?data|the whole)\b\s*)"
_NO_DIGITS = r"[^\d.;?!]{0,25}"
_SHARE = (
    r"(?:(?P<percent>\d{1,2}(?:[.,]\d+)?)\s*(?:%|percent\b|per cent\b|pct\b)"
    r"|\b(?:(?P<n>a|an|one|two|three|four)[\s-]+)?(?P<word>half|quarter|third|fifth|tenth)s?\b"
    r"(?!\s(?:cop(?:y|ies)|part(?:y|ies)|server|machine|vm|site|box|vault|dis[kc]|drive|backup|time|one)\b)"
    r"|(?<![\w/.,])(?P<frac>[1-9]/(?:[2-9]|10))(?![\w/]))\s*"
)
_AGAIN = re.sub(r"<(percent|n|word|frac)>", r"<\1_2>", _SHARE)
# A part of the data that does not go up: "a quarter of that never goes up", "20 % of it stays local".
_STAYS = lazy(
    rf"{_SHARE}{_OF_IT}(?:(?:will|would|is|are|should|must|can|actually|just)\s+){{0,3}}"
    r"(?:never|not|stays?|stay|remains?|kept|doesn['’]?t|won['’]?t|isn['’]?t|drops? out"
    r"|falls? away|left out)\b"
    rf"|{_AGAIN}(?:(?:will|would|is|are|just|only)\s+){{0,2}}(?:stays?|remains?|kept)\s+(?:only\s+|just\s+)?"
    r"(?:local\w*|here|on[\s-]?(?:site|prem\w*|disks?)|at home|behind)\b"
)
# A part that is said to be sent, without a word on where to: "if we only send a third of it".
_SENT = lazy(
    r"\b(?:send(?:s|ing)?|sent|ship(?:s|ping)?|upload(?:s|ing)?|push(?:es|ing)?|sync(?:s|ing)?|transfer(?:s|ring)?)"
    rf"\s+(?:(?:only|just|about|roughly|up|maybe|like)\s+){{0,2}}{_SHARE}"
    rf"(?={_OF_IT}|\W*$|[.,;:?!]|(?:to|up|there|into|only|though|then|now|instead|and|of (?:all|the data))\b)"
)
# Nothing but a part, behind what was reckoned before: "and for a third of it", "a third only".
_ALONE = lazy(
    r"^\W*(?:(?:and|or|what|if|it['’]?s|that['’]?s|only|just|about|with|for|how|then|so|but|say|maybe|now|is)\W+)*"
    rf"{_SHARE}{_OF_IT}?(?:(?:only|then|now|instead|just|ok|please|though)\W*)*\W*$"
)
# A part of the data that is told: "20 % of it to Azure", "of which half goes to the cloud".
_PART = lazy(
    rf"(?P<of>\bof (?:which|that|those|them)\W+(?:only|just|about|roughly|some|\s)*)?"
    rf"{_SHARE}"
    rf"(?P<of_it>{_OF_IT})?{_NO_DIGITS}\b{_GOES_UP}\b"
)
# "a third of our 12 TB", "we send 20 % of the 8 TB", "40 % of 50 TB is for the cloud".
_OF_SIZE = lazy(
    r"(?P<sent>\b(?:send|sends|sending|sent|ship|upload|push|back up)\s+(?:only\s+|just\s+|about\s+)?)?"
    rf"{_SHARE}"
    r"of\s+(?:(?:the|our|my|those|these|all|about|a|total)\s+){0,3}\d{1,9}(?:[.,]\d{1,3})?\s?[kmgtp]i?b\b"
    r"(?:(?P<stays>[^.;?!,]{0,25}\b(?:never|not|stays?|remains?|local(?:ly)?)\b)"
    rf"|(?P<up>[^.;?!]{{0,40}}\b{_GOES_UP}\b))?"
)
# Of what is so full only so much is data: "each filled to 60 %", "80 % full".
_FILLED = lazy(
    r"\b(?:filled|full|used|utili[sz]ed|occupied)\s+(?:up\s+)?(?:to|at|by)\s+(?:about\s+)?"
    r"(?P<a>\d{1,2})\s*(?:%|percent\b|per cent\b)"
    r"|(?P<b>\b\d{1,2})\s*(?:%|percent|per cent)\s+(?:full|filled|used|utili[sz]ed|occupied)\b"
)
_NO_DATA = lazy(r"\b(?:scratch|cache|vault|points?)\b[^.;?!,]{0,25}$")
_RULE = Decimal("0.05")
_PART_COUNTS = {"two": 2, "three": 3, "four": 4}


def part_in(text: str) -> Growth | None:
    """The part of the data told that goes to Azure, as a factor: "20 % of it to Azure", "half stays here"."""
    if stays := _first(_STAYS(), text):
        return _growth(1 - _share(stays), stays)
    if (sent := _first(_SENT(), text)) and _share(sent) != _RULE:
        return _growth(_share(sent), sent)
    filled = _FILLED().search(text)
    if filled and not _NO_DATA().search(text[: filled.start()]):
        return _growth(Decimal(filled["a"] or filled["b"]) / 100, filled)
    if (of_size := _OF_SIZE().search(text)) and (growth := _of_size(of_size)):
        return growth
    part = _first(_PART(), text)
    return None if part is None or _is_rule_or_growth(part) else _growth(_share(part), part)


def part_alone(text: str) -> Growth | None:
    """The part that is all a follow-up tells: "for a third of it"; a percentage has to be of something."""
    match = _ALONE().match(text)
    return (
        None
        if match is None or (match["percent"] and " of " not in match[0])
        else _growth(_share(match), match)
    )


def _first(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The first match outside the sizes told: "half a terabyte" is no half of anything."""
    sizes = find_sizes(text)
    matches = pattern.finditer(text)
    return next((m for m in matches if not any(s.start <= m.start() < s.end for s in sizes)), None)


def _of_size(match: re.Match[str]) -> Growth | None:
    """The part of an amount that is told with it; a bare percentage of one is rather what it is put to."""
    if match["stays"]:
        return _growth(1 - _share(match), match)
    share = _share(match)
    part = match["word"] or match["sent"] or (match["up"] and share != _RULE)
    return _growth(share, match) if part else None


def _growth(factor: Decimal, match: re.Match[str]) -> Growth | None:
    return Growth(factor, *match.span()) if 0 < factor < 1 else None


def _share(match: re.Match[str]) -> Decimal:
    told = match.groupdict()
    names = ("percent", "n", "word", "frac")
    percent, count, word, fraction = (told[name] or told.get(f"{name}_2") for name in names)
    if fraction:
        above, _, below = fraction.partition("/")
        return Decimal(above) / Decimal(below)
    if percent:
        return Decimal(percent.replace(",", ".")) / 100
    return Decimal(_PART_COUNTS.get((count or "").lower(), 1)) / PARTS[(word or "").lower()]


def _is_rule_or_growth(match: re.Match[str]) -> bool:
    """Whether a share is another one than a part: the guide's own, or by what the data grows."""
    if match["of"] or match["of_it"]:
        return False
    if match["percent"] is None:
        grown = growth_by_part(match.string)
        return grown is not None and grown.start <= match.start() < grown.end
    goes = re.search(r"\b(?:goes|go|going|sent|is to go|shipped|uploaded|synced)\b", match[0], re.IGNORECASE)
    return not goes or tells_percentage_of_growth(match.string)
