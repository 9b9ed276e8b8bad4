"""What no document holds: facts of the asker's own place, what happened there, who made the product."""

from __future__ import annotations

from assistant.decisions.expressions.patterns import lazy
from assistant.understanding.product.products import find_products

_OWNED = (
    r"(?:\w+ )?(?:vaults?|servers?|vms?|machines?|box(?:es)?|subscriptions?|subs?|resource groups?|domains?"
    r"|storage accounts?|tenants?|clusters?|hosts?|mabs|admins?|appliance)"
)
# Facts about the asker's own place, which no document can hold.
_UNKNOWABLE = lazy(
    r"\bwho (?:in|of|on|from|at) (?:our|my|the) (?:team|company|group|department)\b"
    r"|\b(?:name|account) of (?:the|that) (?:user|person|admin\w*|colleague|one) (?:who|that)\b"
    r"|\bwho (?:changed|deleted|removed|moved|touched|broke|stopped|cancelled|restarted|rebooted|started"
    r"|shut down)\b"
    r"|\bwhich (?:colleague|admin(?:istrator)?|operator|person|user)s?(?: of (?:ours|mine))? (?:has |had )?"
    r"(?:changed|deleted|removed|moved|installed|added|stopped|registered|set up|configured|created)\b"
    r"|\bwhich (?:one )?of (?:our|my)\b"
    r"|\bwhat (?:does|do|did) (?:the|our|my) (?:\w+ )?(?:logs?|console|report|alerts?|portal)\b[^.?!\n]{0,25}"
    r"\b(?:on|of|from|in) (?:our|my)\b[^.?!\n]{0,20}\b(?:say|show|tell|contain|report)\b"
    r"|\b(?:what|which)\b[^.?!\n]{0,30}\b(?:did|have|had) (?:we|i|he|she|they|(?:our|my) \w+)\s+"
    r"(?:set|choose|chosen?|pick(?:ed)?|use|used|put|enter(?:ed)?|typed?|configured?|buy|bought|named?)\b"
    r"(?![^.?!\n]{0,20}\b(?:wrong(?:ly)?|incorrectly|badly)\b)"  # that a message tells
    r"|\bwhat(?:'?s| is)? (?:the |our |my )?(?:ip(?: address)?(?! ?(?:address )?(?:ranges?|addresses"
    r"|networks?"
    r"|blocks?|subnets?)\b)|host ?name|serial number"
    r"|tenant id|subscription id|phone number)\b"
    r"|\b(?:what|which|who|how (?:many|much|full|big))\b[^.?!\n]{0,40}\b(?:our|my)\b[^.?!\n]{0,60}"
    r"\b(?:right now|at the moment|currently)\b"
    r"|\bwhen (?:will|does|did|is) (?:our|my)\b[^.?!\n]{0,50}\b(?:run out|expire|end|renew\w*|finish"
    r"|last)\b"
    r"|\bwhen (?:was|were|did|have|has) (?:our|my|we|i)\b"
    rf"|\bname of (?:the|our|my) {_OWNED}\b[^.?!\n]{{0,40}}\b(?:our|my|we|i)\b"
    rf"|\bname of (?:our|my) {_OWNED}\b|\bwhat (?:is|was|'s) (?:our|my) {_OWNED} (?:called|named)\b"
    rf"|\b(?:what|which)\b[^.?!\n]{{0,30}}\b(?:is|does|do) (?:our"
    rf"|my) {_OWNED}\b[^.?!\n]{{0,25}}\b(?:have|called"
    r"|named|registered (?:to|with|in)|belong\w*|use|in)\W*$"
    r"|\b(?:tell|give|remind|show|send) (?:me|us)\b(?: of)? (?:the |our |my )?(?:passphrase|password"
    r"|pin|tenant id"
    r"|subscription id|ip(?: address)?|host ?name)\b[^.?!\n]{0,30}\b(?:we|i|our|my|he|she|they)\b"
    # "the colleague who built it" tells of somebody
    r"|(?<!\bcolleague )(?<!\badmin )(?<!\bperson )(?<!\bguy )(?<!\bman )(?<!\bone )(?<!\bpeople )"
    r"(?<!\bteam )(?<!\bsomeone )(?<!\bcontractor )(?<!\bconsultant )\bwho (?:has |had |have )?"
    r"(?:registered|installed|uninstalled|put(?= (?:the|an?|our|my|this)\b)|pushed|deployed|added|enabled"
    r"|disabled|set up|configured"
    r"|created|ordered|paid|approved"
    r"|bought|downloaded|entered|chose|picked|built|signed|cancelled|renewed)\b"
)
_WHICH_OF_OWN = lazy(
    rf"\b(?:tell|give|show|send) (?:me|us) the (?:size|version|name|number|age|location) of"
    rf" (?:our|my) {_OWNED}\W*$"
    r"|\b(?:status|state|result|outcome) of (?:our|my) (?:last |latest )?"
    r"(?:backups?|jobs?|restores?|replicas?)\W*$|"
    r"^\W*(?:did|has|have|was|were)\s+[^.?!\n]{0,30}\b(?:our|my|last night|yesterday|this morning)\b"
    r"[^.?!\n]{0,40}"
    r"\b(?:succe\w+|run|ran|finish\w*|complet\w*|go through|work(?:ed)?|fail(?:ed)?)\W*$"
    r"|\bhow (?:much|many)\b[^.?!\d\n]{0,30}\b(?:is|are)\s+(?:left|free|used|available|there|stored|in)\b"
    r"[^.?!\d\n]{0,20}\b(?:our|my)\b|"
    r"\bwhich (?:protection groups?|vaults?|backup servers?|disks?|schedules?)\s+(?:is|was|does|has)\s+"
    r"[\w.]*[-_\d][\w.-]*\s+(?:in|on|use|registered|attached)\W*$|"
    r"\bwhich (?:one )?of (?:our|my) (?:\w+ )?(?:subscriptions?|subs|vaults?|admins?|colleagues?|tenants?)\b"
)
# What is asked for is how to find it out, or what the guide says of it.
_ANSWERABLE = lazy(
    r"\b(?:where|how|which (?:page|portal|cmdlet|command|screen|menu|blade|link))\b[^.?!\n]{0,40}"
    r"\b(?:look(?:ed)?|see|seen|check\w*|find|read|get|view|know|tell|show\w*|learn)\b"
    r"|\b(?:protected|covered|supported|listed|must|should|"
    r"needs?(?! (?:the|his|her|their|a) (?:user ?|full )?(?:names?|person|account|list)\b)"
    r"|needed|required?|allowed|recommended)\b"
)
_STATES_TOLD = lazy(
    r"\b(?:offline|connected|expired|active|deprovisioned|lapsed|down|lost)\b|\bable to\b|\ballowed\b"
)
_WHEN = (
    r"(?:yesterday|last (?:nights?|weeks?|months?|weekends?)|today|tonight"
    r"|this (?:morning|week|afternoon|weekend)"
    r"|right now|at (?:the|this) moment|currently|overnight|earlier|just now|on (?:mon|tues|wednes|thurs|fri"
    r"|satur|sun)day)"
)
_RUNS = (
    r"(?:jobs?|backups?|restores?|syncs?|synchroni[sz]ations?|recovery points?"
    r"|replicas?|alerts?|servers?|runs?)"
)
_ENDED = (
    r"(?:written|taken|runs?|ran|running|start(?:ed)?|finish(?:ed)?|end(?:ed)?|complet\w*|tak(?:e|en)|took"
    r"|succe\w+|fail(?:ed)?"
    r"|happen(?:ed)?|stop(?:ped)?|miss(?:ed)?|skipped|created|made|done|through|queued|stuck)"
)
_HISTORY = lazy(
    # "when it has been two days since the server could last ..." tells something
    rf"\b(?:when(?!\s+(?:it|there|we|the|our)\b)|(?:what|which) (?:time|date|day)|how long)\b"
    # "how long has it to be offline" asks for a rule
    r"[^.?!\n]{0,12}\b(?:did|was|were|has|have)\b(?![^.?!\n]{0,25}\bto (?:be|stay|remain|lie)\b)"
    rf"[^.?!\n]{{0,60}}\b{_RUNS}\b[^.?!\n]{{0,40}}\b(?:{_ENDED}|last)\b"
    rf"|\b(?:which|what|whose|how many|how much)\b[^.?!\n]{{0,25}}\b{_RUNS}\b[^.?!\n]{{0,30}}\b{_ENDED}\b"
    rf"[^.?!\n]{{0,25}}\b{_WHEN}\W*$"
    rf"|^\W*(?:did|has|have|was|were)\s+[^.?!\n]{{0,60}}\b{_WHEN}(?:['’]s)?\b[^.?!\n]{{0,40}}\b{_ENDED}\W*$"
    rf"|^\W*(?:did|has|have)\s+[^.?!\n]{{0,40}}\b(?:gets?|got|had?|have|make|made|produce"
    rf"|receive)\b[^.?!\n]{{0,20}}"
    rf"\b{_RUNS}\s+{_WHEN}\W*$"
    # a figure that only the machine shows: "how much room is left in the pool right now"
    r"|\b(?:how (?:much|many|full|big|large|old)|what(?:['’]s| is)?|which)\b[^.?!\n]{0,40}"
    r"\b(?:left|free|used|in use|full|stored|size of|space (?:of|on|in))\b[^.?!\n]{0,50}"
    r"\b(?:right now|at (?:the|this) moment|currently|at present|as of (?:now|today))\W*$"
    r"|\bhow many\b[^.?!\n]{0,30}\b(?:does|do|did|has|have)\b[^.?!\n]{0,30}"
    r"\b(?:right now|at (?:the|this) moment|currently|at present)\W*$"
    rf"|^\W*(?:is|are)\s+[^.?!\n]{{0,50}}\b(?:right now|at (?:the|this) moment|just now)\W*$"
)
"""What happened, or is going on, at the asker's place: nobody tells it in a document."""

# How one run stands that is named by its number or machine, or what somebody has done yet.
_NAMED_RUN = lazy(
    rf"^\W*(?:(?:hi|hello|hey|and|so|pls|please)\W+)?(?:is|was|are|were|has|have|did)\s+(?:the\s+|our\s+"
    rf"|my\s+)?"
    rf"(?:[a-z]+\s+){{0,2}}?{_RUNS}\s+(?:(?:of|on|for|from|at|to)\s+)?(?:#|no\.?\s|id\s)?(?!(?:19"
    rf"|20)\d\d\b)[\w-]{{0,20}}\d[\w-]{{0,20}}"
    rf"[^.?!\n]{{0,25}}\b(?:{_ENDED}|ok(?:ay)?|green|red|good|work(?:ed|s)?|over|back)\b"
    r"(?:\s+(?:yet|already|by now|again|now|so far))?\W*$"
    # of a machine by its name, which is read as "the server"
    rf"|^\W*(?:is|was|has|did)\s+(?:the\s+|our\s+|my\s+)?(?:[a-z]+\s+){{0,2}}?{_RUNS}\s+(?:of|on|for|from)\s+"
    r"(?:the|our|my)\s+(?:server|machine|vm|box|host)\s+(?:\w+\s+){0,2}"
    r"(?:done|through|finish(?:ed)?|complete[d]?|ok|green|work(?:ed)?|succeed(?:ed)?|successful)"
    r"(?:\s+(?:yet|already|by now|now))?\W*$"
)
# How a run went that is told by its day: "last night's backup of FS01, did it work?"
_OF_DAY = (
    r"(?:(?:last|yester|to)[\s-]?(?:night|day|evening|week|weekend|month)['\u2019]?s?|this (?:morning"
    r"|week)['\u2019]?s?"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day['\u2019]?s?|tonight['\u2019]?s?|nightly|overnight)"
)
_WELL = (
    rf"(?:{_ENDED}|thr(?:ough|u)|work(?:ed)?|ok(?:ay)?|fine|good|green|red|well|clean(?:ly)?"
    r"|successful(?:ly)?|over)"
)
_LEADS = (
    r"^\W*(?:(?:hi|hello|hey|and|so|pls|please)\W+)*(?:(?:any idea|do you know|do you see"
    r"|(?:can|could) you (?:tell(?: me| us)?|say|see|check|look)|tell (?:me|us)|check)\s+(?:if|whether)\s+)?"
)
_RUN_OF_DAY = rf"(?:the\s+|our\s+|my\s+)?{_OF_DAY}\s+(?:[\w-]+\s+){{0,2}}?{_RUNS}"
_HOW_IT_WENT = lazy(
    rf"{_LEADS}(?:did|has|have|was|were|is|are)\s+{_RUN_OF_DAY}\b[^.?!\n]{{0,40}}?\b{_WELL}\W*$"
    rf"|{_LEADS}{_RUN_OF_DAY}\b[^.?!\n]{{0,40}}?\b(?:is|was|did|has)\s+(?:\w+\s+)?{_WELL}\W*$"
    rf"|{_LEADS}{_RUN_OF_DAY}\b[^.?!\n]{{0,40}}?[,:;.-]+\s*(?:did|was|has|is)\s+(?:it|that|this|everything"
    rf"|all)"
    rf"\s+(?:\w+\s+)?{_WELL}\W*$"
    rf"|{_LEADS}how (?:did|was)\s+{_RUN_OF_DAY}\b[^.?!\n]{{0,40}}?(?:\bgo(?:ne)?\b)?\W*$"
)
_DONE_YET = lazy(
    r"^\W*(?:(?:hi|hello|hey|and|so)\W+)?(?:has|have|did)\s+(?!(?:the guide|the matrix|microsoft|mabs"
    r"|setup|it)\b)"
    r"(?:[A-Za-z][\w.-]*\s+){1,3}[a-z]+(?:ed|en|t|d|k|g|n)\b[^.?!\n]{0,40}"
    r"\b(?:yet|already|by now|in the meantime)\W*(?:$|[.?!])"
    # "did my colleague already register it?"
    r"|^\W*(?:(?:hi|hello|hey|and|so)\W+)?(?:has|have|did)\s+(?:(?:my|our|the)\s+)?(?:\w+\s+)?(?:colleagues?"
    r"|boss"
    r"|admins?|predecessor|contractor|consultant|provider|team|somebody|someone|anyone|anybody|he|she"
    r"|they)\s+"
    r"(?:already|yet|ever|actually)\s+[a-z]+\b[^.?!\n]{0,60}\W*$"
)
# Keys and passwords that are the asker's own, or somebody's to sell.
_KEYS = lazy(
    r"\b(?:another|new|valid|working|free)\s+(?:[\w.]+\s+){0,6}?(?:product|licen[cs]e"
    r"|activation)[\s-]keys?\b|"
    r"\b(?:product|licen[cs]e|activation|access|api|storage account|bitlocker)[\s-]keys?\b(?=[^?]{0,80}"
    r"(?:\b(?:please|pls|another|valid|working|rejected|ours|mine|me)\b))"
    r"|\b(?:send|give|post|tell|share|paste|show)\b[^.?!\n]{0,50}"
    r"\b(?:product|licen[cs]e|activation|access|api|storage account|bitlocker)[\s-]keys?\b"
    r"|\b(?:forgot(?:ten)?|lost|don['’]?t (?:know|remember)|can['’]?t remember)\b[^.?!\n]{0,30}"
    r"\b(?:password|pin)\b[^?!\n]{0,80}\b(?:what (?:is|was) it(?! for| good)|what'?s it(?! for)"
    r"|tell (?:me|it)|send|give)\b"
)
_NOW_HERE = lazy(
    r"^(?![^?]*\b(?:can|may|must|should|back\w*|restor\w*|recover\w*|protect\w*|allow\w*|possible|if)\b)"
    r"[^.?!\n]{0,60}\b(?:our|my)\b[^.?!\n]{0,50}"
    r"\b(?:right now|at (?:the|this) moment|currently|at present|as of now)\W*$"
)

# Whether a service runs today, which a page of its maker tells.
_SERVICE_STATUS = lazy(
    r"(?:^|[.;:?!,]\s)\W*(?:hi\W+)?(?:(?:is|are|was|were) (?:there )?(?:an?|any)?|any|known"
    r"|do you know of an?)\s*"
    r"(?:(?:known|current|ongoing|big|major|general|microsoft|ms|azure|backup|service|cloud|regional"
    r"|global)\s+){0,4}"
    r"(?:outages?|incidents?|disruptions?|degradations?)\b[^.?!\n]{0,60}"
    r"\b(?:right now|at (?:the|this) moment|currently|today|tonight|this morning|at present)"
    r"|^\W*(?:is|are)\s+(?:the\s+)?(?:\w+\s+){0,3}?(?:azure|microsoft|ms)\b[^.?!\n]{0,50}\b(?:down|degraded"
    r"|offline)\s+"
    r"(?:right now|at (?:the|this) moment|currently|today|now|this morning)\b"
)
# The assistant is to do something itself.
_TO_DO = lazy(
    r"^\W*(?:(?:hi|hello|hey|please|pls|and|so|ok)\W+)*(?:can|could|would|will) you (?:please |pls |just "
    r"|quickly )?"
    r"(?:restart|start|stop|run|cancel|trigger|kick off|reset|reboot|approve|renew|order|pay|call)\s+"
    r"(?:(?:our|my)\b[^.?!\n]{0,40}"
    r"|(?:the|this|that|it|all)\b[^.?!\n]{0,40}?\s?\b(?:for (?:me|us)|now|again|tonight|today|please"
    r"|pls))\W*$"
)
# What comes of others' doings, and when: the guide knows no future.
_TO_COME = lazy(
    r"^\W*(?:will|is|are|can|does)\s+[^.?!\n]{0,60}\b(?:payments?|invoices?|transfer|reactivation|renewal"
    r"|order|ticket|support"
    r"|request|microsoft|finance|bank)\b[^.?!\n]{0,60}\b(?:by|before|until|till)\s+(?:tomorrow|tonight|noon"
    r"|the weekend"
    r"|(?:next |this )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|next week|(?:the )?end of|\d|month)"
    r"|\bhow (?:long|many (?:hours|days)|soon)\b[^.?!\n]{0,30}\b(?:support|microsoft|ms|finance|billing"
    r"|the bank)\b[^.?!\n]{0,30}"
    r"\b(?:need|take|require|process|answer|respond|react)\w*\b"
    # what the makers plan: "in which quarter will it be added to the matrix"
    r"|\b(?:when|(?:in |by )?(?:which|what) (?:quarter|month|year|half|version|release))\b[^.?!\n]{0,20}"
    r"\b(?:will|going to)\b[^.?!\n]{0,80}\b(?:add(?:ed)?|put on|be put|releas\w+|shipped|published"
    r"|announced|included|retire[ds]?|discontinued)\b"
    # what comes out, and what a release to come will have
    r"|\b(?:when|which|what)\s+(?:\w+\s+){0,2}?(?:mabs|version|release|dpm)\b[^.?!\n]{0,20}"
    r"\b(?:comes? out|will (?:come|be out|be released|appear|follow)|is (?:next|planned|due))\b"
    r"|\b(?:will|does|can|is|what)\b[^.?!\n]{0,15}\b(?:future|next|coming|upcoming|later)\s+(?:mabs\s+)?"
    r"(?:versions?|releases?|mabs)\b[^.?!\n]{0,30}\b(?:support|cover|protect|list|include|have|bring|do)\w*\b"
    r"|\b(?:will|does) (?:microsoft|ms)\b[^.?!\n]{0,40}\b(?:in|by|after|until|still in)\s+20[3-9]\d\b"
)
_CONDITION = lazy(r"\b(?:if|once|provided|points?|data|copies)\b")
# What somebody had in mind.
_MOTIVES = lazy(
    r"\b(?:why|what)\s+(?:did|has|had|was|made)\s+(?:(?:our|my|the|his|her)\s+)?(?:\w+\s+)?"
    r"(?:predecessor|colleague|boss|consultant|contractor|admin(?:istrator)?|manager|team ?lead|guy|provider"
    r"|he|she|they)\b"
    r"[^.?!\n]{0,40}\b(?:think(?:ing)?|thought|cho(?:o)?se|chosen|pick(?:ed)?|nam(?:e|ed)|call(?:ed)?"
    r"|decide[sd]?"
    r"|want(?:ed)?|have in mind|mean(?:t)?|intend\w*|prefer\w*)\b"
)
_HOW_OFTEN = lazy(
    rf"\bhow (?:often|many times)\b[^.?!\n]{{0,15}}\b(?:did|has|have|was|were)\b[^.?!\n]{{0,60}}\b{_WHEN}\b"
)
# What will come of the asker's own use, without a figure to reckon with.
_LATER = r"(?:next (?:year|quarter|month|week)|(?:in|by|until|for) 20\d\d|over the coming \w+)"
_FORECAST = lazy(
    # how many points or disks that makes may be reckoned with what is told next
    r"\bhow (?:many|much|often)\b(?!\s+(?:recovery )?(?:points?|rps?|disks?|scratch|space|files?|cores?"
    r"|ram|memory)\b)[^.?!\n\d]{0,50}"
    r"\b(?:(?:will|are|am|shall) (?:we|i|our|my|they)"
    r"|(?:we|i|they)(?: will|['\u2019]ll| are going)|will (?:our|my|the))\b"
    rf"[^.?!\n\d]{{0,50}}\b{_LATER}\b"
)
_RECKONED = lazy(
    r"\b(?:hourly|daily|nightly|weekly|monthly|quarterly|yearly)\b"
    r"|\b(?:an?|per|each|every) (?:hour|day|week|month)\b"
    r"|\bif\b|\b(?:doubl|tripl|gr[eo]w|halv|increas|ris)\w*|\btwice\b|\bhalf\b"
    r"|\b\d+(?:[.,]\d+)?\s?(?:%|[gt]b|servers?|vms?|points?)"
)
_TROUBLE = lazy(r"\b(?:why|because|error|code|id|message|0x[0-9a-f]+|what (?:should|can|do) (?:i|we))\b")
_PEOPLE = lazy(
    r"\bwho (?:invented|developed|designed|programmed|founded|leads?|manages?|owns?) "
    r"(?:the )?(?:mabs|azure|microsoft|this product|dpm)\b"
    r"|\b(?:who|whose|name|which|what)\b[^.?!\n]{0,20}\b"
    r"(?:product|project|program(?:me)?|engineering) (?:manager|owner|lead)s?\b[^.?!\n]{0,40}"
    r"\b(?:microsoft|mabs|azure|dpm)\b"
)


def asks_of_own(text: str) -> bool:
    """Whether a fact of the asker's own place is asked for, and not how to find it out."""
    if _FORECAST().search(text) and not _RECKONED().search(text):
        return True
    if _MOTIVES().search(text) or _KEYS().search(text):
        return True
    if _ANSWERABLE().search(text):
        return False
    here = any(told().search(text) for told in (_NAMED_RUN, _HOW_IT_WENT, _DONE_YET, _NOW_HERE))
    if here and not (_STATES_TOLD().search(text) or _TROUBLE().search(text)):
        return True
    if (_HISTORY().search(text) or _HOW_OFTEN().search(text)) and not _TROUBLE().search(text):
        return True
    # "which of our servers are covered: FS01 2016, ..." tells what there is
    told = _STATES_TOLD().search(text) or any(product.version for product in find_products(text))
    return bool(_WHICH_OF_OWN().search(text) or (_UNKNOWABLE().search(text) and not told))


def asks_of_news(text: str) -> bool:
    """Whether it is asked how a service is doing today, or what others will have done by a day to come."""
    to_come = _TO_COME().search(text) and not _CONDITION().search(text)
    return bool(to_come or _SERVICE_STATUS().search(text))


def asks_to_act(text: str) -> bool:
    """Whether the assistant is to do something in the asker's systems."""
    return bool(_TO_DO().search(text))


def asks_of_people(text: str) -> bool:
    """Whether the people behind the product are asked for."""
    return bool(_PEOPLE().search(text))
