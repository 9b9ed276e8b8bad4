"""What no table holds: prices, the time that setup takes, numbers for which the guide has no figure.

Such a question often names what a table does hold (a disk, a product, a vault). The guide's text says that it
is silent there, or what is nearest.
"""

from __future__ import annotations

from assistant.decisions.expressions.patterns import lazy
from assistant.understanding.reading import Reading

_END_CHARS = 600
_PRICE = (
    r"\b(?:what|how much)\b[^.?!\n]{0,30}\b(?:pay(?! attention)|charged?|owe)\b"
    r"|\bhow much\b[^.?!\n]{0,40}\b(?:cost|euros?|dollars?|eur|usd|(?:a|per) (?:month|year|hour))\b"
    r"|\b(?:price|pricing|fees?|charges?|cost|costs)\s+(?:per|of|for|in|list|tag|estimate)\b"
    r"|\bwhat(?:'s| is| are| does| do| would| will)\b[^.?!\n]{0,40}\b(?:price|pricing|fees?|costs?)\b"
)
_SETUP_TIME = (
    r"\b(?:how long|how many (?:minutes|hours)|duration|how much time)\b[^.?!\n]{0,40}"
    r"\b(?:set-?up|install(?:ation|ing)?|wizard)\b(?!\s+(?:files?|package|media|download\w*))"
    r"|\b(?:set-?up|installation|wizard)\b(?!\s+(?:files?|package|media|download\w*))[^.?!\n]{0,30}"
    r"\b(?:how long|how many (?:minutes|hours)|duration)\b"
)
_NUMBER_OF = (
    r"\b(?:max\w*|how many|number of|limit (?:of|on|for)|cap on)\s+(?:\w+\s+){0,2}?"
    r"vaults?\b[^.?!\n]{0,25}\b(?:subscription|region|tenant|sub|account)\b"
    r"|\bhow many\s+(?:\w+\s+){0,2}?(?:guests?|vms?|machines?|servers?|clients?|workloads?"
    r"|sources?)\b[^.?!\n]{0,15}"
    r"\b(?:can|could|may|will|does|do)\s+(?:one|a single|1|an?|each|it|this)\b[^.?!\n]{0,25}"
    r"\b(?:protect|handle|cope|serve|take|carry|back)\b(?![^?!\n]{0,80}\b(?:points?|rps?|days?|years?|daily"
    r"|weekly|9999)\b)"
)
_NUMBER_FOR_ONE = (
    r"\b(?:ceiling|max\w*|most|limits?|caps?|upper bound)\b[^.?!\n]{0,25}\b(?:guests?|vms?"
    r"|machines?|servers?|clients?"
    r"|workloads?|data sources?|terabytes?)\b[^.?!\n]{0,30}\b(?:one|a single|per|each|single)\b[^.?!\n]{0,15}"
    r"\b(?:mabs|backup server|server|instance|installation)\b"
)
_BACKUP = (
    r"(?:(?:first|initial|full)\s+(?:full|copy|backup|replica\w*|sync\w*|seed\w*|upload"
    r"|cop(?:y|ies))|upload\w*|seeding)"
)
_HOURS = r"(?:how long|how many (?:minutes|hours|days)|how much time)"
_BACKUP_TIME = (
    rf"\b{_BACKUP}\b[^.?!\n]{{0,50}}\b{_HOURS}\b(?! (?:can|may|is it kept|do(?:es)? (?:we|i|it) keep))"
    rf"|\b{_HOURS}\b[^.?!\n]{{0,30}}\b{_BACKUP}\b[^.?!\n]{{0,40}}\b(?:take|run|last|need|azure|cloud"
    rf"|vault)\w*"
)
_MOVE = r"(?:restor\w*|recover(?:y|ing|s)?(?! points?)|upload\w*|seed\w*|replicat\w*|sync\w*)"
_RESTORE_TIME = (
    rf"\b{_HOURS}\s+(?:does|do|will|would|should|might|to)\s+(?:(?:an?|the|our|it|to"
    rf"|take)\s+){{0,4}}{_MOVE}\b"
    rf"[^.?!\n]{{0,60}}?(?:\b(?:take|takes|last|run|need)\b|\d\s?(?:[gt]b\b|[mgk]bps|[mg]bit))"
    rf"|\b{_MOVE}\s+(?:time|duration|speed)\b(?!\s+(?:limit|window|stamp))"
)
# When a restore is done, over whatever line.
_RESTORE_END = (
    rf"\b{_MOVE}\b[^.?!\n]{{0,60}}\b(?:to the (?:minute|hour)|eta\b|takes?\s+{_HOURS}"
    r"|when (?:will|does|is|would|can) (?:it|this|that)(?:['’]s)?\s+(?:be\s+)?"
    r"(?:done|finish\w*|complet\w*|over|through|ready)"
    r"|when it(?:['’]?s| is| will be)\s+(?:done|finished|complete|over|through|ready))\b"
)
_STORAGE_SIZE = (
    r"\bhow (?:much|many|big|large)\b[^.?!\n]{0,30}\b(?:storage|disk space|space|capacity|[gt]b|disks?)\b"
    r"[^?!\n]{0,60}\b(?:churn\w*|daily change|change rate|changes? (?:a|per) day|growth)\b"
)
_BUNDLED_SQL = (
    r"\b(?:which|what)\b[^.?!\n]{0,12}\bsql\b[^.?!\n]{0,60}\b(?:bundle[ds]?|included|shipped|ships?"
    r"|comes? with"
    r"|inside|embedded|built-?in|lays? down|brings?(?! back\b)|package)\b"
    r"|\b(?:bundled|included|shipped|embedded|built-?in)\s+sql\b[^.?!\n]{0,40}\b(?:version|edition|release"
    r"|build)\b"
    r"|\b(?:version|edition|release|build)\b[^.?!\n]{0,30}\b(?:bundled|included|shipped|embedded"
    r"|built-?in)\s+sql\b"
)
_RELEASE = (
    r"\b(?:when|which (?:quarter|month|year|day|date)|what (?:date|day)|date of)\b[^.?!\n]{0,50}"
    r"\b(?:next|upcoming|following|new) (?:mabs|azure backup server|(?:\w+ )?(?:version|release|build))\b"
)
_FUTURE = (
    r"\bwhen\b[^.?!\n]{0,30}\b(?:v\d|mabs|azure backup server|backup server|azure stack|dpm)\b[^.?!\n]{0,30}"
    r"\b(?:com(?:e|es|ing) out|released?|launch\w*|appear\w*|available|arriv\w*|retired?|end of (?:life"
    r"|support))\b"
    r"|\bwill (?:mabs )?v\d\b|\broad-?map\b|\bplanned for\b[^.?!\n]{0,25}\b20[2-9]\d\b"
)
_SPAN = (
    r"(?:how long|how many (?:hours|days|weeks|months)|how much time|(?:length|duration) of|grace(?: period"
    r"| time)?"
    r"|countdown|after (?:what|which) time|when (?:does|do|will|would))"
)
_TO_STATE = (
    r"(?:becom\w+|turn\w*|drop\w*|go(?:es)?|mov\w+|switch\w*|chang\w+|fall\w*|slip\w*|until|till?|before"
    r"|between"
    r"|(?:in)?to)"
)
_OVER = r"(?:expir\w*|laps\w*|ran out|runs? out)"
# How many days lie between two states of a subscription, or one of them lasts.
_STATE_DAYS = (
    rf"\b{_SPAN}\b[^.?!\n]{{0,60}}\b{_OVER}\b[^.?!\n]{{0,40}}\b{_TO_STATE}\b[^.?!\n]{{0,30}}\bde-?provision"
    rf"\w*"
    rf"|\b{_SPAN}\b[^.?!\n]{{0,40}}\bbetween\b[^.?!\n]{{0,20}}\b{_OVER}\b[^.?!\n]{{0,20}}\bde-?provision\w*"
    rf"|\b{_SPAN}\b[^.?!\n]{{0,40}}\b{_TO_STATE}\b[^.?!\n]{{0,20}}\bde-?provision\w*[^.?!\n]{{0,30}}"
    rf"\b(?:after|from|once|when)\b[^.?!\n]{{0,25}}\b{_OVER}\b"
    r"|\b(?:length|duration) of (?:the |an? )?(?:expired|deprovisioned|grace)\b"
    rf"|\b(?:how long|how many (?:days|weeks|months))\b[^.?!\n]{{0,40}}\b(?:stay|remain|last|sit|be)s?\b"
    rf"[^.?!\n]{{0,15}}\b(?:expired|deprovisioned)\b(?! (?:for|points?|data)\b)(?=\W*(?:$|[.?!]|before|until"
    rf"|till))"
)
_SITE_RECOVERY = r"\b(?:azure )?site recovery\b|\basr\b(?!\s+rules?\b)"
_LICENCE = (
    r"\bsoftware assurance\b|\bcals?\b|\beula\b|\blicen[cs]\w+ (?:terms?|conditions?|agreements?|models?)\b"
    r"|\b(?<!sql )licen[cs](?:e|es|ing)\b[^.?!\n]{0,40}"
    r"\b(?:included|enough|need\w*|buy|requir\w*|cover\w*|count|own(?! (?:\w+ )?sql)|extra)\b"
    r"|\b(?:owe[ds]?|owing)\b[^.?!\n]{0,30}\blicen[cs]|\blicen[cs]\w+\b[^.?!\n]{0,50}\bfree\b"
    r"|\bsql\b[^.?!\n]{0,50}\bfree (?:of charge|with|in)\b"
)
# Properties of what the guide names, none of which it tells.
_TIER = r"\b(?:archiv\w+|cool|cold|hot)\s?-?(?:access )?tiers?\b|\bstorage tier\w*\b"
# Server Core for the backup server itself; for what is protected, the matrix has its word.
_CORE = (
    r"^(?![^\n]*\b(?:protect\w*|guests?|cover\w*|listed|matrix|workloads?)\b)"
    r"(?=[^\n]*\b(?:mabs|backup (?:server|machine|vm|box)|images?)\b)"
    r"[^\n]*\b(?:server[ -]core|core (?:install\w*|edition|flavou?r|image)|desktop experience)\b"
)
_SPEED = r"\b(?:what|which|how (?:much|many|high))\b[^.?!\n]{0,20}\b(?:throughput|iops|latency)\b"
_TEMP_SIZE = (
    r"\bhow (?:big|large) is\b[^.?!\n]{0,20}\b(?:d(?::| drive| volume| disk)|temp\w* (?:drive|disk|volume))"
    r"|\bhow many (?:gb|gigs?)\b[^.?!\n]{0,20}\b(?:d(?::| drive| volume| disk)|temp\w* (?:drive|disk|volume))"
)
_LICENCE_PRICE = (
    r"\blicen[cs]\w+\b[^.?!\n]{0,25}\b(?:costs?|price[ds]?|pricing|fees?|charge[ds]?|pay)\b"
    r"|\b(?:costs?|price|pricing|fees?|charges?|pay)\b[^.?!\n]{0,30}\blicen[cs]\w+"
)
_NORMAL_LOAD = (
    r"\b(?:what|which|how (?:much|many|high))\b[^.?!\n]{0,25}"
    r"\b(?:cpu|processor|load|percent|utili[sz]ation|queue length|latency|throughput|page file)\b"
    r"[^.?!\n]{0,25}\b(?:normal|ok|okay|healthy|typical|usual|expected|too high|acceptable)\b"
)
_LINUX_PARTS = (
    r"\b(?:min\w*|which|what|required?)\b[^.?!\n]{0,40}\b(?:kernel|glibc|libc|systemd|selinux)\b"
    r"|\blvm\b|\blogical volume"
)
_NOWHERE = lazy("|".join((_LICENCE, _LICENCE_PRICE, _RESTORE_END, _NORMAL_LOAD, _LINUX_PARTS, _FUTURE)))
_PRICED = lazy(_PRICE)
_UNTOLD = lazy(
    "|".join(
        (
            _PRICE,
            _SETUP_TIME,
            _NUMBER_OF,
            _NUMBER_FOR_ONE,
            _BACKUP_TIME,
            _RESTORE_TIME,
            _RESTORE_END,
            _STORAGE_SIZE,
            _BUNDLED_SQL,
            _RELEASE,
            _FUTURE,
            _STATE_DAYS,
            _SITE_RECOVERY,
            _LICENCE,
            _LICENCE_PRICE,
            _NORMAL_LOAD,
            _LINUX_PARTS,
            _TIER,
            _CORE,
            _SPEED,
            _TEMP_SIZE,
        )
    )
)


# What is downloaded is the installer, whose time has a figure: "download of the setup", "the setup download".
_FETCHED_SETUP = lazy(
    r"(?:\bdownload\s+of|(?<!the )\b(?:download|fetch|pull|grab)(?:ing|ed)?)\s+"
    r"(?:(?:the|our|its|whole|mabs|full)\s+){0,3}(?:set-?up|installation|wizard)\b|\b(?:set-?up"
    r"|installation)(?:\s+file)?\s+downloads?\b"
)
_FIGURES = lazy(
    r"\b(?:over|at|on|with|via|for)\s+(?:an?\s+|the\s+|our\s+)?\d[\d.,]*\s?(?:[mgk]bps|[mgk]bit\w*"
    r"|days?)\b(?:\s+(?:line|link|wan))?"
    r"|\b\d[\d.,]*\s?(?:[mgk]bps|[mgk]bit\w*|[mgtp]i?b)\b"
)


def without_figures(text: str) -> str:
    """`text` without the figures that are told to reckon with: they only call up other sums."""
    return _FIGURES().sub(" ", text)


def is_asked(reading: Reading) -> bool:
    """Whether the question asks for one of them."""
    text = _FETCHED_SETUP().sub("download", reading.plain)
    return bool(_UNTOLD().search(text if len(text) <= 2 * _END_CHARS else text[-_END_CHARS:]))


def asks_price(reading: Reading) -> bool:
    """Whether the question asks what something costs, whatever that is."""
    return bool(_PRICED().search(reading.plain))


def is_nowhere(reading: Reading) -> bool:
    """Whether no passage of the guide answers the question, however near one is: a licence, the load of a
    machine, parts of a Linux system."""
    return bool(_NOWHERE().search(reading.plain[-2 * _END_CHARS :]))
