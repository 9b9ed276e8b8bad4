"""The words by which an input is told, or left open, that decides which of several told conditions holds."""

from __future__ import annotations

from assistant.decisions.expressions.patterns import lazy

ENOUGH = lazy(
    r"\b(?:enough|suffic\w*|suit\w*|will do|it do|do|ok|okay|fine|alright|big|large|works?|right|good)\b"
)
# Whether something is protected, and in which words all versions, a version or a level is meant.
PROTECTED = lazy(
    r"\b(?:protect\w*|back(?:s|ed|ing)?[\s-]?(?:\w+ )?ups?|cover\w*|support\w*|listed|ok|okay|fine|doable"
    r"|possible|allowed|handle|takes?|works?|included?|sav(?:e|ed)|under|can|does|do|will|yes or no)\b"
)
VERSION_SETTLED = lazy(
    r"\b(?:how|what|which|where|who|why|when|(?:old|eld|new|lat|low|high|earli)est|older|newer|all|every|list"
    r"|subscription edition|online|express|sac|semi|channel|granular\w*|single|items?|articles?|pointers?"
    r"|links?|next|(?:or|the) only|only the)\b"
)
# Levels of recovery from which one is to be chosen, of a machine without its workload.
_LEVEL = r"(?:dbs?|databases?|files?|folders?|volumes?)"
EITHER_LEVEL = lazy(rf"\b{_LEVEL}\b[^.;?!]{{0,40}}\b(?:or|vs\.?|versus)\b[^.;?!]{{0,40}}\b{_LEVEL}\b")
GUEST = lazy(r"\b(?:guests?|vms?|virtual machines?|machines?|tenants?)\b")
ASKS_FIGURE = lazy(r"\bhow (?:much|many|big|large|long)\b|\bwhich\b|\bper\b")

# Which release of a version it is.
RELEASE = lazy(r"\br2\b|\b(?:plain|original|first|rtm)\b")
VERSION = lazy(r"^Windows Server (?P<year>20\d\d)(?: (?P<edition>Datacenter|Enterprise|Standard))?$")
PACK = lazy(r"\b(?:sp|service ?pack)\s?\d?\b|\b(?:plain|only|rtm|unpatched)\b")

# When the server is to come into a domain, or that it is in another one now.
DEPLOYED = lazy(
    r"\b(?:before|during|after\w*|once|when|while|until|already|later|existing|running|installed|fresh\w*"
    r"|install\w*|deploy\w*|not yet|first|planned|future"
    r"|(?:mov|migrat|switch|chang|transfer|relocat|re-?join|shift)\w*|other|another|different)\b"
)
NEW_DOMAIN = lazy(r"\bnew\b[^.?!]{0,30}\bdomain\b")
JOINS = lazy(r"\b(?:put|join\w*|go|goes|place|add|bring|belong|live|sit|enter)\b")

_GEO = r"(?:grs|geo(?:[\s-]?redundan\w*)?)"
_LOCAL = r"(?:lrs|local(?:ly)?(?:[\s-]?redundan\w*)?)"
_BETWEEN = r"\b[^.?!]{0,30}(?:\bor\b|/|\bvs\b|\bversus\b)[^.?!]{0,20}\b"
EITHER_STORAGE = lazy(rf"\b{_GEO}{_BETWEEN}{_LOCAL}\b|\b{_LOCAL}{_BETWEEN}{_GEO}\b")
STORAGE_SETTLED = lazy(
    r"\b(?:primary|secondary|main|default\w*|cheap\w*|cost\w*|pric\w*|money|budget|durab\w*|saf\w*"
    r"|trade-?offs?|pros|cons|click\w*|path|entry|entries|menu|portal|find|switch\w*|flip\w*|steps?"
    r"|differ\w*|means?|compar\w*|explain\w*|why|where|how|chang\w*|later|after\w*|options)\b"
)

FREE = lazy(r"\b(?:free|left|spare|unused|available|remaining)\b")
PURPOSE = lazy(
    r"\b(?:extract\w*|unpack\w*|unzip\w*|set-?up|install\w*|download\w*|scratch|cache|staging|backups?"
    r"|azure|vault|data|temp\w*|files?|pool|protect\w*|recover\w*|restor\w*|dpm\w*|sql)\b"
)

USUAL_SIZE = lazy(
    r"\b(?:standard|basic|normal|default|ordinary|regular|usual|typical)\b(?:[\s-]+\w+){0,2}?"
    r"[\s-]+(?:vm|machine|size|server|box|one)\b"
)
DISKS = lazy(r"\b(?:disks?|drives?|luns?|vhds?)\b")
THOSE_DISKS = lazy(
    r"\b(?:(?:our|my|the|those|these|all) (?:\w+ ){0,2}?(?:disks?|drives?|luns?|vhds?)"
    r"|(?:disks?|drives?|luns?|vhds?) (?:that |which )?(?:we|i)(?: have|['\u2019]ve)?)\b"
)
OWN_MACHINE = lazy(
    r"\b(?:on|onto|to|in|into) (?:it|(?:our|my|the|this|that) (?:\w+ )?(?:vm|machine|box|server))\b(?! size)"
)
SIZES_ASKED = lazy(r"\b(?:smallest|minimum|min|least)\b|\b(?:which|what) sizes?\b|\beach\b|\bper\b|\bsizes\b")

OWN_RESULT = lazy(
    r"(?:^|[.;,:]\s*)(?:just |so |ok |ok, )?(?:ran|executed|tried)\b|"
    r"\b(?:my|our|this|that) (?:result|output|outcome|answer|value)\b|\bran it\b"
    r"|\b(?:i|we)(?: have|['’]ve)? (?:just )?(?:ran|run|got|executed|tried)\b"
)
ARE_FINE = lazy(
    r"\b(?:are|is|am) (?:we|i|it|that|this|all|everything)\b[^.?!]{0,15}"
    r"\b(?:good|fine|ok(?:ay)?|alright|well)\b"
    r"|\bgood or (?:not|bad)\b"
)
MEANS = lazy(r"\bmeans?\b|\bmake of\b|\btell(?:s|ing)?\b|\binterpret\w*|\bread\b")
RESULT = lazy(r"\b(?:result|output|outcome|answer|value|it)\b")
RESULT_TOLD = lazy(r"\b(?:true|false|yes|no|nothing|empty|errors?|blank)\b|[0-9]")

ON_D = lazy(r"\b(?:that|this|it|them|those|these)\b[^.?!]{0,15}\b(?:on|onto|to)\s+(?:the\s+)?d\b")
NAMED_ON_D = lazy(
    r"\b(?:caches?|staging|scratch|folders?|files?|databases?|sql|mabs|server|backups?|points?|data"
    r"|install\w*)\b"
)
