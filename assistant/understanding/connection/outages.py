"""How long the connection has been lost: the time that belongs to the outage, and what is said of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from assistant.decisions.expressions.patterns import lazy
from assistant.decisions.reading.calendar_names import MONTH
from assistant.decisions.reading.durations import DAYS_OF, Duration, FoundDuration, find_durations
from assistant.decisions.reading.numbers import ORDINAL_WORDS, UNIT_WORDS, parse_number
from assistant.decisions.states.connectivity_rules import LIMIT_DAYS
from assistant.understanding.amounts.quantities import is_offset
from assistant.understanding.word_rules import blanked

# Points of this day, and of the day's work.
_SINCE_TODAY = (
    r"since\s+(?:(?:just|shortly|right|before|after|the|my|our|this|today['\u2019]?s|tonight['\u2019]?s"
    r"|current|early|late|start|beginning|begin|end|middle|of|morning|day|night)\s+){0,6}"
    r"(?:shift|lunch(?:[ -]?time|[ -]?break)?|breakfast|noon|midday|midnight|dinner(?:[ -]?time)?|supper"
    r"|tea[ -]?time|coffee(?: break)?|tea break|hand-?over|opening(?:[ -]?time| hours)?|closing[ -]?time"
    r"|start of (?:the )?day|(?:start|close) of business|(?:office|business|working|work) hours|dawn"
    r"|sun-?rise|day-?break|sun-?set|dusk|first light|stand-?up)\b(?!['\u2019]s)"
    r"|(?:since|from)\s+(?:(?:the|this|early|late|mid)[\s-]){1,3}(?:forenoon|morning|afternoon|evening)\b"
    r"(?!['\u2019]s)(?! (?:of|shift)\b)"
    r"|(?:during|in|within|throughout|through|all(?: of)?)\s+(?:this|my|our|the current|today['\u2019]s)"
    r"\s+shift"
    r"|all (?:morning|afternoon|evening|night|shift)|since (?:some|several|a few) hours|tonight"
    r"|(?:at|around|since|last) (?:noon|midday|midnight|lunch(?:[ -]?time)?|dawn)"
    r"|(?:after|before) (?:lunch|breakfast)"
    r"|(?:lost|dropp\w+|went|died|broke|fail\w+|started|began|burn\w+|ended|stopped|ran out|cut|fell"
    r"|crash\w+)\b"
    r"[^.;,!?]{0,40}?\b(?:at|around) (?:\d{1,2}(?::\d\d)?\s?(?:[ap]\.?m\b|o['\u2019]?clock)"
    r"|(?:[01]?\d|2[0-3])[:.][0-5]\d|half past \w+)"
    r"|since\s+(?:(?:i|we|they|he|she)\s+(?:came in|got in|opened(?: up)?|clocked (?:in|on)|woke up|got up"
    r"|sat down|arrived|took over|started (?:work|(?:my|our|the) shift))"
    r"|(?:the|our)\s+(?:office|shop|store|branch|desk)\s+opened)"
    r"\b(?=\s*(?:[.,;:?!)|]|$)|\s+(?:and|but|so|today|this morning|the)\b)"
    r"|since\s+(?:about\s+|around\s+|roughly\s+)?(?:\d{1,2}(?:[:.]\d\d)?\s?"
    r"(?:[ap]\.?m\b|o['\u2019]?clock|h\b|hrs\b)|\d{1,2}:\d\d|\w+ o['\u2019]?clock"
    r"|\d{1,2}(?:[:.]\d\d)? (?:in the|this) (?:morning|afternoon|evening))"
)
# Points in time that lie so close that the outage can't have lasted longer than so many days.
_RECENT = (
    (
        lazy(
            r"\b(?:(?<!th )(?<!st )(?<!nd )(?<!rd )(?<!as of )today"
            r"(?!\s*(?:is|it'?s|=|:|,?\s*(?:(?:on|the)\s+){0,2}\d{1,4}"
            r"(?:[./-]\d|\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))))"
            r"|since tonight|this (?:morning|afternoon|evening|noon|forenoon)"
            r"|just (?:now|started|begun|began|happened|dropped|went|died|broke|failed|lost)|a moment ago"
            rf"|(?:an?|few|\d+) (?:minutes?|hours?) ago|{_SINCE_TODAY}|an hour"
            r"|minutes|an? (?:afternoon|morning|evening|night))\b"
        ),
        1,
    ),
    (
        lazy(
            r"\b(?:yesterday|last night|overnight|(?:in|during) the night|(?:the )?(?:other day"
            r"|day before yesterday"
            r"|night before last)|since\s+(?:(?:the|my|our|start|end|beginning|middle|of|in)\s+){0,5}"
            r"(?:last|previous|yesterday['\u2019]s) (?:day |night |late |early |evening )?shift)\b"
        ),
        3,
    ),
    (
        lazy(
            r"\b(?:this week|(?:on|since|last) (?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:last|this"
            r"|next|the|over the) weekend"
            r"|a weekend|sat(?:urday)?\s*(?:-|\u2013|to|and|\+|&)\s*sun(?:day)?|a few days|(?:on|next|this) "
            r"(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
        ),
        7,
    ),
    (
        lazy(
            r"\blast week\b|\bless than a fortnight\b|\bnot even a week\b"
            r"|\b(?:first|second) week\b(?! (?:of|in) [a-z])"
        ),
        14,
    ),
)


_ORDINALS = [*ORDINAL_WORDS, "twentieth", *(f"twenty-{word}" for word in ORDINAL_WORDS[:9]), "thirtieth"]
_NUMBERS = [*UNIT_WORDS, "twenty"]
_DAY_OF = lazy(
    rf"(?<!since )(?<!from )\b(?P<counted>day|week) (?:number )?(?P<number>\d{{1,3}}|{'|'.join(_NUMBERS)})\b"
    r"(?=\s+(?:of|without|w/o|since|into|offline|with no|now|to be|and|but|so|while|already|today"
    r"|exactly|precisely|sharp|yet)\b"
    r"|\s*(?:[,.;?)]|$))"
    rf"|(?<!every )(?<!each )\b(?P<ordinal>{'|'.join(sorted(_ORDINALS, key=len, reverse=True))}"
    r"|\d{1,3}(?:st|nd|rd|th))"
    r"\s+(?P<unit>day|week|month)\b"
    r"(?! (?:of|in) (?:the )?(?:jan|feb|mar|apr|may|june|july|aug|sep|oct|nov|dec|year))"
    r"(?=\s+(?:of|without|w/o|since|into|in|offline|with no|now|that|on which|running|straight|already|and"
    r"|but|so|while|when|because|we|the|our|it|mabs|azure)\b|\s*(?:[,.;:?!)|+]|[-=]>|$))"
)
# Behind an ordinal day: that day lies in the past already.
_DAY_IS_PAST = lazy(r"^[^.;!?]{0,40}?\b(?:was|has passed|has been|is over|is behind|passed|came and went)\b")
# Before a time: it is gone beyond, or not reached yet.
_EXCEEDED = lazy(
    r"\b(?:exceed\w*|pass(?:ed|es)|cross(?:ed|es)|overst\w+|surpass\w*|outlast\w*|beyond"
    r"|(?<!the )(?<!this )past|(?<!-)over|above|tops?|topped|broken|blown)\s+"
    r"(?:(?:the|that|those|our|its|full|table'?s)\s+){0,2}$"
)
# "when it passes the limit, what goes": what holds beyond the limit is asked for.
_CROSSES = lazy(
    r"\b(?:once|when|after|as soon as|if)\s+(?:(?:we|it|they|that|this|the (?:outage|server|site|box))"
    r"(?:['\u2019]ve)?\s+)"
    r"(?:(?:have|has|do|does|will|are|is)\s+)?(?:cross|pass|exceed|go(?:es)? (?:over|past|beyond)"
    r"|gets? past|over|past|beyond)(?:e?[sd])?\s+(?:the|that|this|those)\s+"
    r"(?:(?:15|fifteen)[\s-]*(?:days?\s*)?)?"
    r"(?:line|limit|mark|threshold|border|deadline|days)\b"
)
_UNREACHED = lazy(
    r"(?:\bnot|n['\u2019]t|\bnever)\s+(?:(?:yet|even|quite|really)\s+)?(?:been\s+)?"
    r"(?:(?:reach(?:ed|es|ing)?(?!\s+for\b)|last\w*|hit|complet\w*|made it to|going on for|gone on for"
    r"|touched|got(?:ten)? to|been"
    r"|for)\s+)?(?:(?:yet|even|the|a|full|for|as much as)\s+){0,2}$"
)
# "can't reach Azure and hasn't for 20 days": not reached for so long.
_NOT_SINCE = lazy(
    r"(?:\band|,)\s+(?:it\s+)?has(?:n['\u2019]t| not)(?: been able to)?\s+for\s+(?:the (?:last|past)\s+)?$"
)
_MARK = (
    r"(?:[\s-]*(?:day\s+)?(?:mark|limit|line|threshold|point|window|period|border|cut-?off|deadline|boundary"
    r"|grace))?"
)
# Behind a time: it has run out; counted from the loss it is just as long as told.
_ELAPSED = lazy(
    rf"^{_MARK}(?:\s+(?:of|without|with no|offline|in)\s+(?:[\w-]+\s+){{1,3}}?|\s+)(?:(?:are|is|have|has"
    rf"|had|were|was|been|already|long|well|now|all|yet)\s+"
    r"|\w+n['\u2019]t\s+){0,4}(?:over|up(?! (?:to|till|until)\b)"
    r"|gone(?:\s+by)?|passed|past|behind|expired|elapsed|(?:run|ran)\s+out"
    r"|exceeded|crossed|finished|done)\b(?!\s+since)"
)
# Words with which 15 days are the length of an outage, and not the limit that something is said of.
_PLAINLY_BEFORE = lazy(
    r"(?:\b(?:for|exactly|precisely|just|only|been|is|it['\u2019]s|lasted|last|past|of|already|now|since"
    r"|down|out"
    r"|offline|lost|duration|within|full|dead|gone|cut off|disconnected)|[(:=,;.-])\s*(?:the\s+)?(?:last\s+"
    r"|past\s+)?$|^\s*$"
)
_PLAINLY_BEHIND = lazy(r"\s*(?:ago|now|old|long|offline|without|straight|already|so far|in a row|back)\b")
# "after 15 days": once they are over, which is what the table has its row for.
_AFTER = lazy(
    r"\bafter\s+(?:(?:the|those|these|being|we are|full|a)\s+)*(?:(?:first|offline for|down for)\s+)?$"
)
# "10 days, plus 10 more", "a week and then another 10 days": so much is added.
_NUMBER = rf"\d{{1,3}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))}|an?"
_PLUS = lazy(
    r"[\s,;]*(?:\+|\b(?:and|plus|then|followed by)\b)\s*"
    r"(?:(?:then|now|for|plus|maybe|perhaps|it['\u2019]ll|it will|be|take|last)\s+)*"
    rf"(?P<another>(?:another|further|additional|extra)\s+)?(?:(?P<number>{_NUMBER})\s+)?"
    r"(?P<more>(?:more|further|extra|additional)\b\s*)?(?P<unit>days?|weeks?|months?)?"
    r"(?P<longer>\s*(?:more|longer|on top))?\b"
)
_MORE = lazy(
    r"\b(?:another|further|additional|extra|plus)\b|\+|\bmore (?:days?|weeks?|months?)\b"
    r"|\b(?:days?|weeks?|months?) (?:more|longer|on top)\b"
)
# Of what else a time may be "more": how long something is kept, or paid for.
_KEPT_TIME = lazy(r"\b(?:retain\w*|retention|keep\w*|kept|renew\w*|extend\w*|paid|trial|points?)\b")
_ENDS = lazy(r"\s*(?:$|[.,;:?!)]|\b(?:and|then|now|to come|is|are|can|do|does|will|what|with)\b)")
_UNIT = lazy(r"day|week|month")
_ANY_UNIT = lazy(r"(?<!mon)day|week|month|year|hour|minute|fortnight|night|quarter|\dd\b")
_SUM = lazy(r"[\s,;]*(?:\+|plus\b)")
_DENIAL = lazy(r"\b(?:not|never|no(?! longer))\b|n['\u2019]t\b")
_NOT_YET = lazy(r"^\s+(?:\w+\s+){0,2}?yet\b|^\s+old\b")
_ADDED = lazy(r"\s*,?\s*(?:and|plus)\s+(?:some|a few|several|an?)?\s*")
_CLAUSE_GAP = 40
_CLAUSE_CHARS = 45
_LAST_CLAUSE = re.compile(r"[.;:!?,|()]|\b(?:and|n|but|while|when|because|so|though|although|that)\b")
_SENTENCE_END = re.compile(r"[.;!?]")
_TIME_WORDS = lazy(
    r"\b(?:since|ago|ever|(?<!at )all|until|till|last|past|recently|lately|while back|long time|ages"
    r"|eternity|days?|weeks?|months?|years?"
    r"|hours?|minutes?|spring|summer|autumn|winter|christmas|easter|holidays?|monday|tuesday|wednesday"
    r"|thursday"
    r"|friday|saturday|sunday|morning|evening|afternoon|night)\b"
)
_OPERATION = lazy(
    r"\b(?:back(?:[\s-]?ups?|ed|ing)?\b(?!\s+(?:server|machine|box|vm|host|appliance)\b)|restor\w*"
    r"|recover\w*|retriev\w*|jobs?|cop(?:y|ies)|could|couldn['\u2019]t)\b"
)
_ADJACENT = 16  # characters
# Between a date and the length that it comes to: "since Friday (5 days now)", "since May, that's 20 days".
_RESTATES = lazy(
    r"\s*(?:[(\[=]|,?\s*(?:so|that['\u2019]?s|that (?:is|makes)|which (?:is|makes)|i\.?e\.?|meaning|makes"
    r"|hence)\s)"
    r"\s*(?:(?:is|it['\u2019]?s|now|already|about|roughly|been|makes|i\.e\.)\s+){0,3}"
)
_LENGTH_UNIT = lazy(r"\d\s?[dhw]\b|\b(?:hours?|hrs?|days?|weeks?|months?|years?|fortnight)\b")
_LIMIT_BEHIND = lazy(r"[\s-]*(?:mark|limit|line|threshold|window|rule|row|deadline)\b")
_CLAUSE_END = re.compile(
    r"[.;:!?,|/()]|\s[-\u2013]+\s|\b(?:and|n|but|while|when|plus|also|moreover|furthermore|as|because"
    r"|since|given|if|provided|considering)\b"
)
# Behind the time of its cause: the outage has lasted since then.
_SINCE_THEN = lazy(
    r"\b(?:ever since|since then|since that|since (?:the|it|this) (?:day|move|change|ticket)"
    r"|all th(?:at|is) time"
    r"|(?:the )?whole (?:of )?th(?:at|is) time|from then on)\b|\bsince\s*(?:[.,;:!?)]|$|[-\u2013]\s|\band\b)"
)
_STILL = lazy(r"\b(?:still|so now|now|so)\b")
_CAUSE = lazy(
    r"\b(?:install\w*|upgrad\w*|updat\w*|patch\w*|re-?boot\w*|re-?start\w*|migrat\w*|moved|configur\w*"
    r"|deploy\w*|replac\w*|certificate|password)\b"
)
_OF_SUBSCRIPTION = lazy(
    r"\b(?:paid|pay\w*|renew\w*|extend\w*|invoic\w*|bill\w*|licen[cs]\w+|subscription|sub)\b"
)
# What else happens at a time, or has been so for a time, than that the connection is lost.
_OTHER_EVENT = lazy(
    r"\b(?:paid|pay(?:ing|ment)|renew\w*|extend\w*|topped|bought|purchas\w*|order(?:ed|ing)|invoic\w*|bill\w*"
    r"|licen[cs]\w+|subscription|sub|(?:re-?)?activ(?:e|at\w+)|expired|lapsed|(?:de)?provision\w*|install\w*"
    r"|upgrad\w*|updat\w*|patch\w*|re-?boot\w*|(?<!is )re-?start\w*|migrat\w*|moved|configur\w*|deploy\w*"
    r"|(?:re-?)?registered|replac\w*|built|bought|joined|hired|asked|called|opened|created|ticket|certificate"
    r"|password)\b"
)
_TIME_CLAUSE = re.compile(
    r"[.;:!?,|()>]|\s[-\u2013+]+\s|\b(?:and|n|but|while|when|plus|also|because|though|although)\b",
    re.IGNORECASE,
)
_WHOSE = lazy(
    r"\bd2d\w*|(?<!since )\b(?:today|yesterday|tonight|last (?:week|month|year|night)|this (?:week|month"
    rf"|morning))['’]s\b(?!\s+(?:date\b|(?:the\s+)?\d|(?:{MONTH})\b\.?\s+(?:the\s+)?\d))"
)


def offline_duration(
    text: str,
    today: date | None,
    lost: tuple[int, int] | None = None,
    others: Sequence[tuple[int, int]] = (),
    *,
    denied: bool = False,
) -> Duration | None:
    """The stretch of time in `text` that is told nearest to the lost connection: how long it has been lost.

    None when none is told. "since ..." is counted only when `today` is given. `lost` is where the lost
    connection is told (without it the longest time counts); what stands nearer to one of `others` (the
    subscription's states) belongs to that. `denied`: what is told is that it has not been lost so long.
    """
    told = _offline_duration(text, today, lost, others, denied=denied)
    near = told is not None and told.exact is not None and told.exact <= LIMIT_DAYS
    if near and _CROSSES().search(text):
        return Duration(Decimal(LIMIT_DAYS), None, low_open=True, text=f"more than {LIMIT_DAYS} days")
    return told


def _offline_duration(
    text: str,
    today: date | None,
    lost: tuple[int, int] | None,
    others: Sequence[tuple[int, int]],
    *,
    denied: bool,
) -> Duration | None:
    """The same as it is told, without a look at what is asked for once the limit is passed."""
    if days := list(_DAY_OF().finditer(text)):
        come = [day for day in days if not _UNREACHED().search(text[: day.start()])]
        longest = max((_nth(day, text) for day in come or days), key=lambda day: day.low)
        return (
            longest
            if come
            else replace(longest, low=Decimal(0), high_open=True, text=f"before {longest.text}")
        )
    plain = _WHOSE().sub(lambda whose: "-" * len(whose[0]), text)  # "yesterday's folder" is no outage
    for found in find_durations(plain, today):
        if is_offset(plain, found.start, found.end):
            plain = blanked(plain, [(found.start, found.end)], "-")
    times = _one_each(plain, find_durations(plain, today))
    durations = [
        found
        for found in times
        if not _taken(plain, (found.start, found.end), lost, others)
        and not _is_others(plain, (found.start, found.end), lost)
    ]
    if durations and lost:
        nearest = min(durations, key=lambda found: _distance(plain, (found.start, found.end), lost))
        nearest = _restated(plain, nearest, durations)
        if denied:
            return _shortened(nearest.value)
        told = _told_length(_without_lost(plain, lost, nearest.start), nearest)
        longer = told and _lengthened(plain, nearest, told)
        return longer if longer is not told or not told else _summed(plain, nearest, times, told)
    if durations:
        return _in_context(plain, max(durations, key=lambda found: found.value.low))
    for pattern, most in _RECENT:
        for match in pattern().finditer(plain):
            if (
                _same_matter(plain, match.span(), lost)
                and not _of_operation(plain, match.span(), lost)
                and not _taken(plain, match.span(), lost, others)
                and not _is_others(plain, match.span(), lost)
            ):
                return Duration(Decimal(0), Decimal(most), text=match[0])
    return None


def _restated(text: str, nearest: FoundDuration, times: Sequence[FoundDuration]) -> FoundDuration:
    """The length that a date is said to come to ("since Friday (5 days now)"), else `nearest`."""
    if _LENGTH_UNIT().search(text[nearest.start : nearest.end]):
        return nearest
    for later in times:
        if later.start < nearest.end or not _LENGTH_UNIT().search(text[later.start : later.end]):
            continue
        limit = _LIMIT_BEHIND().match(text[later.end :])
        if _RESTATES().fullmatch(text[nearest.end : later.start]) and not limit:
            return later
    return nearest


def hints_at_time(text: str, lost: tuple[int, int] | None) -> bool:
    """Whether the clause of the lost connection seems to tell since when, in words that tell no length."""
    start, end = lost or (0, len(text))
    begin = max((match.end() for match in _SENTENCE_END.finditer(text, 0, start)), default=0)
    stop = _SENTENCE_END.search(text, end)
    return bool(_TIME_WORDS().search(text[begin : stop.start() if stop else len(text)]))


def _one_each(text: str, times: Sequence[FoundDuration]) -> list[FoundDuration]:
    """`times` without what only adds to the one before ("16 days and some hours")."""
    kept: list[FoundDuration] = []
    for found in times:
        if not kept or not _ADDED().fullmatch(text[kept[-1].end : found.start]):
            kept.append(found)
    return kept


def _same_matter(text: str, time: tuple[int, int], lost: tuple[int, int] | None) -> bool:
    """Whether a time stands with the lost connection: "(please answer today)" tells nothing of it."""
    if lost is None:
        return True
    first, last = sorted((time, lost))
    between = text[first[1] : last[0]]
    return not re.search(r"[(?]", between) and len(re.findall(r"[.!]\s", between)) < 2


def _without_lost(text: str, lost: tuple[int, int], end: int) -> str:
    """`text` with the words for the lost connection blanked before `end`: their "no" denies no time."""
    stop = min(lost[1], end)
    return text if stop <= lost[0] else blanked(text, [(lost[0], stop)], "-")


def _lengthened(text: str, found: FoundDuration, told: Duration) -> Duration:
    """`told` with what is to be added to it right behind: "10 days, plus 10 more"."""
    match = _PLUS().match(text[found.end :])
    if match is None or told.exact is None or not (match["number"] or match["another"]):
        return told
    added = match["another"] or match["more"] or match["longer"]
    told_alone = match["unit"] or _ENDS().match(text[found.end + match.end() :])  # "10 more jobs" are no days
    unit = _UNIT().search(match["unit"] or text[found.start : found.end])
    if unit is None or not told_alone or not (added or (match["unit"] and _SUM().match(match[0]))):
        return told
    number = parse_number(match["number"].lower()).value if match["number"] else 1
    days = told.exact + number * DAYS_OF[unit[0].lower()]
    return Duration(days, days, text=f"{days:f} days")


def _summed(text: str, first: FoundDuration, times: Sequence[FoundDuration], told: Duration) -> Duration:
    """`told` with a later time that is told as "another" or "more" of it."""
    for later in times:
        around = text[max(first.end, later.start - _ADJACENT) : later.end + _ADJACENT]
        kept = _KEPT_TIME().search(text[first.end :])
        if later.start >= first.end and not kept and _MORE().search(around):
            return added_to(around, later.value, told)
    return told


def added_to(text: str, told: Duration, before: Duration) -> Duration:
    """`told` on top of the time `before`, where the words say that it is more of the same."""
    if told.exact is None or before.exact is None or not _MORE().search(text):
        return told
    days = told.exact + before.exact
    return Duration(days, days, text=f"{days:f} days")


def _told_length(text: str, found: FoundDuration) -> Duration | None:
    """The time in its context; none where it is the table's limit and not plainly said to be the length."""
    value = _in_context(text, found)
    if value.exact != LIMIT_DAYS:
        return value
    if _AFTER().search(text[: found.start]):
        return Duration(value.low, None, low_open=True, text=f"more than {LIMIT_DAYS} days")
    plainly = _PLAINLY_BEFORE().search(text[: found.start]) or _PLAINLY_BEHIND().match(text[found.end :])
    return value if plainly else None


def _in_context(text: str, found: FoundDuration) -> Duration:
    """The time in the light of the words around it: gone beyond, run out, or not reached yet."""
    value = found.value
    before = _LAST_CLAUSE.split(text[max(0, found.start - _CLAUSE_CHARS) : found.start])[-1]
    behind = _LAST_CLAUSE.split(text[found.end : found.end + _CLAUSE_CHARS])[0]
    elapsed = _ELAPSED().match(behind)
    if value.high is None or not value.low:
        return value  # a bound of its own is told
    if not _ANY_UNIT().search(text[found.start : found.end]):
        return value  # "it began on 1 August and isn't over"
    if elapsed or _EXCEEDED().search(before):
        denial = _DENIAL().search(before) or (elapsed and _DENIAL().search(elapsed[0]))
        return _shortened(value) if denial else Duration(value.low, None, low_open=True, text=value.text)
    if _NOT_SINCE().search(text[: found.start]):
        return value
    if _UNREACHED().search(before) or (_DENIAL().search(before) and _NOT_YET().match(behind)):
        return Duration(Decimal(0), value.high, high_open=True, text=f"less than {value.text}")
    return value


def _shortened(value: Duration) -> Duration:
    """At most so long."""
    most = value.low if value.high is None else value.high
    return Duration(Decimal(0), most, text=f"at most {most.normalize():f} days")


def _clause_around(text: str, time: tuple[int, int], ends: re.Pattern[str]) -> tuple[int, int]:
    """From where to where the clause goes that a time stands in."""
    begin = max((match.end() for match in ends.finditer(text, 0, time[0])), default=0)
    after = ends.search(text, time[1])
    return begin, after.start() if after else len(text)


def _of_operation(text: str, time: tuple[int, int], lost: tuple[int, int] | None) -> bool:
    """Whether a time stands in a clause of its own that tells of a backup ("it failed just now")."""
    if lost is None:
        return False
    begin, end = _clause_around(text, time, _CLAUSE_END)
    return not (begin <= lost[0] < end) and bool(_OPERATION().search(text[begin:end]))


def _is_others(text: str, time: tuple[int, int], lost: tuple[int, int] | None) -> bool:
    """Whether the clause of a time tells of another event ("paid yesterday"), and not of the outage."""
    begin, end = _clause_around(text, time, _TIME_CLAUSE)
    if lost is not None and begin < lost[1] and lost[0] < end:
        return False
    if lost is not None and _caused(text, begin, end, lost):
        return False
    return bool(_OTHER_EVENT().search(text, begin, end))


def _caused(text: str, begin: int, end: int, lost: tuple[int, int]) -> bool:
    """Whether the outage is told to have lasted since what the clause from `begin` to `end` tells."""
    if lost[0] < end or _OF_SUBSCRIPTION().search(text, begin, end):
        return False
    stop = _SENTENCE_END.search(text, lost[1])
    behind = text[end : stop.start() if stop else len(text)]
    if _SINCE_THEN().search(behind):
        return True
    return bool(_CAUSE().search(text, begin, end) and _STILL().search(behind))


def _nth(match: re.Match[str], text: str) -> Duration:
    """ "Day 16" is sixteen days, more once it is past; "the third week" is from 15 to 21 days."""
    if match["number"]:
        days = parse_number(match["number"].lower()).value * DAYS_OF[match["counted"].lower()]
        low = days if match["counted"].lower() == "day" else days - DAYS_OF["week"]
        return Duration(low, days, low_open=low < days, text=match[0])
    ordinal = match["ordinal"].lower()
    number = _ORDINALS.index(ordinal) + 1 if ordinal in _ORDINALS else int(re.sub(r"\D", "", ordinal))
    days = Decimal(number * DAYS_OF[match["unit"].lower()])
    if _DAY_IS_PAST().match(text[match.end() :]):
        return Duration(days, None, low_open=True, text=f"more than {days} days")
    if match["unit"].lower() == "day":
        return Duration(days, days, text=match[0])
    return Duration(days - DAYS_OF[match["unit"].lower()], days, low_open=True, text=match[0])


def _taken(
    text: str, time: tuple[int, int], lost: tuple[int, int] | None, others: Sequence[tuple[int, int]]
) -> bool:
    """Whether a time belongs to one of `others`, right before it, and less closely to the outage."""
    if lost is None:
        return False
    outage = _distance(text, time, lost)
    return any(
        other[1] <= time[0] and _distance(text, time, other) < min(outage, _ADJACENT) for other in others
    )


def _distance(text: str, one: tuple[int, int], other: tuple[int, int]) -> int:
    """How far two stretches are apart; the end of a clause between them counts much."""
    first, last = sorted((one, other))
    between = text[first[1] : last[0]]
    return len(between) + _CLAUSE_GAP * len(_CLAUSE_END.findall(between))
