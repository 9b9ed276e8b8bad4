"""What is asked of recovery points in a vault, and whether it is they that are asked about."""

from __future__ import annotations

from assistant.decisions.expressions.patterns import lazy
from assistant.decisions.reading.numbers import DIGITS
from assistant.specialists.calculators.calculator_question import Question, lazy_search
from assistant.understanding.amounts.figures import SOURCE_NOUN, periods_in, sources_in
from assistant.understanding.amounts.schedules import find_schedules

COUNTED = r"(?<![\w.,])\d+\s+(?:dailies|weeklies|monthlies|yearlies)\b"
ABOUT = (
    r"\b(?:recovery|restore) points?\b|\brps?\b|\b9[ ,.]?999\b|\b(?:backup|vault|cloud|azure|daily"
    r"|weekly|monthly"
    rf"|hourly|nightly) points?\b|{COUNTED}"
    r"|(?<!\bstory )(?<!\bdata )(?<!\bend )(?<!\bkey )(?<!\bmount )(?<!\baccess )\bpoints?\b"
    r"|\bvaults?\b[^.?!]{0,60}\b(?:limits?|full|fill\w*|fits?|enough|holds?|capacity|cap|ceiling"
    r"|exceed\w*|overflow\w*)\b"
    r"|\b(?:limits?|full|fill\w*|fits?|cap|capacity|ceiling|exceed\w*|enough|hold)\b[^.?!]{0,60}\bvaults?\b"
)
# Words of sports and games, where points and recovery mean something else.
OUTSIDE = (
    r"\b(?:marathon|workout|training session|athlete|sleep\w*|gym|runners?|league|players?|game|gaming"
    r"|xbox|loyalty"
    r"|bonus|reward|airline|story points?|hit points?|golf|football|tennis|exam|grade)\b"
)
LOCAL = r"\b(?:local\w*|attached|operational|on[\s-]?disks?|disks?|on-?site)\b"
BESIDES = r"\b(?:plus|also|in addition|additional\w*|as well|on top|besides)\b|\+"
CLOUD = r"\b(?:vaults?|cloud|azure|online|9[ ,.]?999)\b"
_ASKS_SOURCES = (
    rf"\bhow many\s+(?:more\s+)?(?:\w+\s+){{0,2}}?{SOURCE_NOUN}\b|\bmax\w*\s+(?:number of\s+)?{SOURCE_NOUN}\b"
)
_ASKS_MADE = (
    r"\b(?:points?|rps?)\s+(?:(?:do|does|are|is|will)\s+(?:\w+\s+){0,3})?"
    r"(?:per|a|in a|in one|each|every)\s+(?P<unit>year|month|week)\b"
)
_HOW_MANY_MADE = (
    r"^\W*(?:points?|rps?)\b"
    r"|\b(?:how many(?! (?:days|weeks|months|years)\b)|number of|count of|what number)\b"
)
_ASKS_VAULTS = (
    r"\bhow many\s+(?:\w+\s+){0,3}?vaults\b|\b(?:number|count) of (?:\w+ ){0,2}?vaults\b"
    r"|\b(?:min\w*|fewest|least|smallest)\s+(?:number of\s+)?vaults\b"
    r"|\bvaults (?:needed|required|necessary)\b"
)
# Several sources, of which the number isn't told.
_UNCOUNTED = lazy(
    r"\b(?:our|the|all|these|those|my|its|several|many|some|various|multiple|of)\s+"
    r"(?:(?!(?:mabs|backup|azure|vault|two|three|four|five|six|seven|eight|nine|ten)\b)[a-z][\w-]*\s+){0,2}"
    r"(?:servers|machines|vms|databases|dbs|hosts|sources|clients|workloads|boxes)\b"
)
_OF_ONE = rf"\b(?:one|single|a|an)\s+(?:\w+\s+)?{SOURCE_NOUN}\b"
_OF_EVERY = (
    r"\b(?:each|every|per)\s+(?:(?!(?:mabs|backup)\b)\w+\s+)?"
    r"(?:server|machine|vm|database|db|host|source|client|workload)\b"
)
_ASKS_TIME = (
    r"\bhow long\b|\bwhen\b|\bhow many (?:days|weeks|months|years)\b|\b(?:un)?til\w*\b|\bhow soon\b"
    r"|\bmax\w* retention\b|\b(?:run|runs) out\b|\blast\b(?!\s+(?:night|week|month|quarter|year|time)\b)"
)
_ASKS_RETENTION = (
    r"\b(?:max\w*|longest|greatest|highest)\s+(?:\w+\s+){0,2}?retention\b"
    r"|\bretention\b[^.?!]{0,15}\bat most\b"
    r"|\bhow (?:long|many (?:days|weeks|months|years))\b[^.?!]{0,40}\b(?:keep|kept|retain\w*)\b"
)
ASKS_RATE = (
    r"\bhow (?:often|frequent\w*)\b|\bdaily (?:max\w*|limit|cap|ceiling)\b"
    r"|\bmax\w*\s+(?:\w+\s+)?(?:daily|hourly|weekly|monthly)\s+(?:recovery )?(?:points?|rps?)\b"
    r"|\bmax\w*\b[^.?!]{0,30}\b(?:frequency|(?:a|per) (?:day|week|month)|rate)\b"
    r"|\bhow many (?:recovery |restore |backup )?(?:points?|backups?|rps?|jobs?)\b[^.?!]{0,30}\b(?:a"
    r"|per) (?:day|week|month)\b"
)
# A number of points is told beside a number of sources, and not whose it is.
OF_ALL = (
    r"(?<![\w.])(?:[2-9]|\d{2,})\s+(?:(?:recovery|restore|backup)\s+)?points?"
    r"\s+(?:a|per|each|every)\s+(?:day|week|month|quarter|year)"
)
OF_EACH = (
    rf"\b(?:each|every|per|a)\s+{SOURCE_NOUN}\b|\b(?:each|apiece)\b(?!\s+(?:day|week|month|quarter|year))"
)
# So many points in all are those of each source: "152 points per server".
POINTS_OF_EACH = (
    rf"(?<![\w.,])(?P<n>{DIGITS})\s+(?:(?:recovery|restore|backup)\s+)?(?:points?|rps?)\s+"
    rf"(?:in (?:the|a) vault\s+)?(?:each|apiece|(?:for|from|of|by) (?:each|every)(?:\s+{SOURCE_NOUN}\b)?)\b"
    r"(?!\s+(?:day|night|week|month|quarter|year|hour)\b)"
    rf"|\b(?:each|every|a|per|one)\s+{SOURCE_NOUN}\s+(?:has|makes?|keeps?|holds?|gives?|comes? to)\s+"
    rf"(?P<m>{DIGITS})\s+(?:(?:recovery|restore|backup)\s+)?(?:points?|rps?)\b"
    r"(?!\s+(?:an?|per|each|every|/)\s*(?:day|night|week|month|quarter|year|hour)\b)"
)
HELD_AGAINST = (
    r"|\bfits?\b|\blimit\b|\btoo many\b"
    r"|\b(?:ok|okay|alright|fine|allowed|permitted|possible|a lot|too high|a problem)\b\W*$"
)
"""How the points of a vault are held against its limit, without naming it."""

LIMIT_ASKED = (
    r"\btoo many\b|\blimits?\b|\bfits?\b|\b9[ ,.]?999\b|\bcap\b|\bceiling\b|\bhow many\b"
    r"|\b(?:the|a) max(?:imum)?\b|\b(?:count|number) of (?:recovery |restore |backup )?(?:points?|rps?)\b"
    r"|\b(?:points?|rps?) count\b|\bvault(?:'?s)? max(?:imum)?\b"
)
WANTS_SUM = (
    rf"{LIMIT_ASKED}|\btoo many\b|\bmax\w* retention\b|\bhow long\b|\b(?:un)?til\b|\bhow soon\b|\blast\b"
    r"|\brun(?:s|ning)? out\b|\b(?:full|fill\w*|holds?|enough|capacity|exceed\w*|overflow\w*|reach\w*|hit)\b"
    r"|\bsuffic\w*|\b(?:one|1|a single|per) vaults?\b|\b(?:in|at) (?:a|one|1|\d+) years?\b"
)
"""What asks for a sum on a schedule of which no retention is told."""

LASTS = (
    r"\b(?:lasts?|hold out|holds out|good for)\b(?!\s+(?:night|week|month|quarter|year|time)\b)"
    r"[^.?!]{0,20}\b(?:days?|weeks?|months?|years?)\b"
)
"""What says for how long a vault will do."""

OF_ALL_VAULTS = (
    r"\b(?:total|together|combined|altogether|in all|in sum|sum|overall|aggregate|how many|max\w*"
    r"|capacity|holds?)\b"
)
"""What asks how many points several vaults hold."""

PER_VAULT = r"\bor\s+(?:is it\s+)?(?:per|for)?\s*(?:vault|each)\b|\b(?:per vault|each)\s+or\b"
"""What asks whether the limit is that of each vault."""

OF_EXAMPLE = r"\bexamples?\b"
# What else may have a limit and run on a schedule.
_OTHER_LIMIT = (
    r"\b(?:budget|bandwidth|mbps|quota|disks?|drives?|scratch|staging|licen[cs]e\w*|cpu|ram|memory|gb|tb)\b"
)
# When a vault is full, though it isn't named.
_UNTIL_FULL = (
    r"\b(?:un)?til\b[^.?!]{0,25}\bfull\b|\b(?:is|gets?|be|becomes?"
    r"|before)\s+(?:\w+\s+){0,2}?full\b(?!\s+backup)"
    r"|\b(?:hit|reach|exceed|break|under|over|within|below)\w*\s+(?:the\s+)?(?:cap|ceiling|limit|maximum)\b"
    r"|\bvaults?\b[^.?!]{0,15}\blasts?\b(?!\s+(?:night|week|month|quarter|year|time)\b)"
)
_LONGEST = r"\b(?:max\w*|longest) retention\b|\bhow long (?:can|could|may) (?:we|i|you|they|it)\b"
_OTHERS_FULL = r"\b(?:disks?|drives?|pools?|volumes?|scratch|cache|storage|local\w*|logs?|[gt]b)\b"
# Nothing but the rate is asked for ("so per day then?", "how many a day is that").
A_DAY = (
    r"^(?!.*\d)\W*(?:(?:so|and|ok|then|that|which|how|many|often|much|what|is|are|makes?|would|be|it|this"
    r"|points?|rps?|in|at|most|max|the|maximum|to|we|can|could|make|do|allowed|possible)\W+)*"
    r"(?:(?:per|a|each|every)\s+day|daily)(?:\W+(?:then|is|are|that|it|this|would|be|can|could|we|i|have"
    r"|make|do|max"
    r"|at|most|points?|allowed|possible|maximum))*\W*$"
)
NEAR_LIMIT = (
    r"\b(?:near|close|reach|hit|exceed|break|below|under|within|over|above|beyond|past)\w*\b[^.?!]{0,30}"
    r"\b(?:limits?|cap|ceiling|max\w*|9[ ,.]?999|it|that)\b"
)
WHETHER_IT_FITS = (
    r"\b(?:does|do|will|would|is|are)\s+(?:it|that|this|they|those|all that)\b[^?]{0,12}\b(?:fits?"
    r"|enough|ok|okay|too many|within)\b"
)
NAMES_POINTS = r"\b(?:points?|rps?|already|there|in (?:it|the vault))\b"
COMES_BESIDE = r"\b(?:another|on top|besides|as well|in addition|too)\b"
"""What says that points come besides those that were said to come before."""

_KEPT = r"\b(?:retention|retain\w*|kept)\b"
HOW_MANY_POINTS = (
    r"\bhow many\s+(?:\w+\s+){0,2}?(?:points?|rps?)\b(?![^?]*\b(?:a|per) (?:day|week|month)\b)"
    r"|\bhow many\s+(?:is|are|does|would)\s+(?:that|it|this|those)\b(?:\s+(?:be|make|then))*\W*$"
    r"|\bhow many\s+(?:(?:is|are|would|does|do|that|it|be|make)\s+){0,4}(?:in (?:the|a|one|our) vault"
    r"|in (?:sum|total|all)|altogether)\b"
)


_ONES = r"\b(?:ones|them|those)\b"


_LEAST_KEPT = (
    r"\b(?:lowest|minimum|min|minimal|smallest|shortest|least|how (?:low|short))\b[^.?!]{0,40}"
    r"\b(?:retention|retain\w*|range|keep\w*|kept)\b|\b(?:retention|range)\b[^.?!]{0,12}\b(?:minimum|min"
    r"|lowest)\b"
)
# As what a year counts, told in brackets beside another schedule: "weekly instead (52 weeks)".
YEAR_COUNTED = r"\((?:52 (?:weeks?|wks?)|36[56] days?|12 months?)(?:\s+(?:an?|per) year)?\)"


def is_elsewhere(question: Question) -> bool:
    """Whether something outside a vault is asked about: another matter, or points on disk alone."""
    return question.has(OUTSIDE) or (question.has(LOCAL) and not question.has(CLOUD))


def is_about(question: Question) -> bool:
    """Whether points or the limit are named, or a vault with how often and how long.

    How short they may be kept is no matter of the limit.
    """
    if question.has(_LEAST_KEPT) and not periods_in(question.text):
        return False
    if question.has(ABOUT) or is_carried(question) or asks_until_full(question):
        return True
    limited = question.has(rf"\bvaults?\b|{LIMIT_ASKED}") and not question.has(_OTHER_LIMIT)
    states = question.reading.connectivity or question.reading.subscription
    limited = limited or (not states and question.has(CLOUD) and question.has(_KEPT))
    if not (limited or (not states and is_whole(question))):
        return False
    often = find_schedules(question.text)
    counted = sum(found.counted is not None for found in often)
    return bool(often and (periods_in(question.text) or counted > 1))


def is_whole(question: Question) -> bool:
    """Whether how often, of how many sources and for how long is told, and nothing else: what that comes to
    are points in a vault."""
    several = (sources_in(question.text) or 1) > 1
    return several and question.is_of_figures() and not question.has(LOCAL)


def asks_until_full(question: Question) -> bool:
    """Whether it is asked how long a schedule may go on, where nothing but a vault can be what gets full."""
    longest = question.has(_LONGEST) and question.has(CLOUD)
    asks = question.has(_ASKS_TIME) and (question.has(_UNTIL_FULL) or longest)
    kept = question.has(_ASKS_RETENTION) and question.has(CLOUD)
    return (asks or kept) and not question.has(_OTHERS_FULL) and bool(find_schedules(question.text))


def is_carried(question: Question) -> bool:
    """Whether a follow-up to what was said of the points tells how often they are made."""
    topics = question.reading.previous.get("topics", ())
    pointing = question.reading.followup and "recovery-points" in topics and question.has(_ONES)
    return (question.carries("recovery-points") or pointing) and bool(find_schedules(question.text))


def ends_with_time(text: str) -> bool:
    """Whether the figure that a text tells last is a stretch of time ("2 years", not "a year"), and no number
    of sources."""
    times = [found for found in periods_in(text) if not lazy_search(r"^\s*an?\b", found.value.text)]
    return bool(times) and lazy_search(rf"\b{SOURCE_NOUN}\b", text[times[-1].end :]) is None


def asked_of(question: Question) -> str:
    """What is unknown: vaults, sources, rate, retention (how long points may be kept), time (until the
    vault is full), or nothing."""
    if question.has(_ASKS_VAULTS):
        return "vaults"
    if question.has(_ASKS_SOURCES):
        return "sources"
    if question.has(ASKS_RATE) and not (question.has(r"\bhow many\b") and find_schedules(question.text)):
        return "rate"
    if question.has(_ASKS_RETENTION):
        return "retention"
    return "time" if question.has(_ASKS_TIME) else ""


def leaves_sources_open(question: Question) -> bool:
    """Whether several sources are told of without their number, and not what holds for one of them."""
    several = _UNCOUNTED().search(question.text) or lazy_search(_OF_EVERY, question.reading.plain)
    return bool(several) and not question.has(_OF_ONE)


def made_in(question: Question) -> str:
    """The year, month or week of which it is asked how many points are made in it; empty for none."""
    match = lazy_search(_ASKS_MADE, question.text)
    return match["unit"].lower() if match and question.has(_HOW_MANY_MADE) else ""
