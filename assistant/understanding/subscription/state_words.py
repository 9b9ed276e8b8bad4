"""The words people use for the states of the subscription, and what parts clauses and denies.

Rules are named; what a rule of `SUBSCRIPTION_RULES` means is told by the reader in `states`.
"""

from __future__ import annotations

from assistant.decisions.expressions.patterns import lazy
from assistant.understanding.word_rules import lazy_rules

_SUB = (
    r"(?:(?:azure|cloud|our|the|my|customer'?s?|customers|this|their|your)\s+){0,4}(?:subscriptions?|subs?"
    r"|billing account|azure account|plan|billing|contract|payments?|bills?)"
)
# A few words that belong to the subscription, none of which leads over to something else.
_WORDS_OF_IT = r"(?:(?!(?:and|but|or|while|with|plus|the)\b)\w+\s+){0,4}?"
NOT = (
    r"(?:\bnot|n't|\b(?:do|does|did|is|was|are|were|has|have|had|ca|wo|could|should)nt|\bnever"
    r"|\bno longer|\bisn'?t|\bwasn'?t|\bhasn'?t|\baren'?t|\bwithout|\brather than|\binstead of"
    r"|\b(?:any|every|some)(?:thing)?(?:\s+(?:other\s+)?(?:state|status|value))?\s+(?:but|other than"
    r"|except)"
    r"|\bother than|\b(?:state|status|something|anything)\s+(?:besides|different (?:than|to)"
    r"|save(?: for)?|excluding|unlike|outside(?: of)?|bar|minus)"
    r"|\b(?:any|some)thing else (?:than|but)|\bnothing(?:['\u2019]s)?(?! (?:but|less|except))|\bneither"
    r"|\bnor|[!=]=|<>|≠"
    # "backup is stopped in expired": it is the backup that stops there
    r"|\byet to|\bno|\bstop(?:s|ped)?(?! (?:in|during|under)\b)|\bceas(?:es|ed)(?! (?:in|during|under)\b)"
    r"|\black(?:s|ing)?|\bhardly|\b(?:every"
    r"|any)thing but"
    r"|\bfar from|\bcan(?:no|['’])t|\bexcept(?: for)?|\bno more"
    # what it has left or lost
    r"|\b(?:(?:fall|fell|drop|slip|mov|kick|thrown|driven|tumbl|pass|cross)\w*\s+)?out of(?:\s+(?:the|its))?"
    r"|\b(?:lost|loses|losing|forfeit\w*)(?! (?:in|during|under)\b)(?:\s+(?:the|its))?"
    r"|\bleft(?! (?:in|during|under)\b)(?:\s+(?:the|its))?"
    r"|\b(?:fail|refuse|decline)(?:s|d|ed)? to|\bquits?)"
)
_GAP = r"[^.;!?\n]{0,40}?"
# "a different sub ok?": which subscription it may be is asked, and none is told to be in order.
_NOT_ANY_OTHER = "".join(
    rf"(?<!\b{word} )" for word in ("different", "same", "another", "other", "separate", "second")
)
SUBJECT = lazy(_SUB)
SUBJECT_BEHIND = lazy(r"\s+(?:azure\s+)?(?:subscriptions?|subs?)\b")
# Words for being Active again; what it was before is read from the rest of the sentence.
REVIVED = lazy(
    r"\bre-?activat\w*|\breviv\w*|\breinstat\w*(?!\s+(?:\w+\s+){1,3}from\b)|\bre-?enabl\w*|\brenewed (?:it"
    r"|the sub\w*)|\b(?:after|by|when|once) renewing\b|\bthen (?:was |got )?renewed\b"
    rf"|{_SUB}\b[^.;!?\n]{{0,60}}?(?:,|\band|\bbut)\s+(?:it(?:['\u2019]s)?\s+)?(?:was|has been|been|got)\s+"
    r"(?:(?:since|then|now)\s+)?renewed\b"
    rf"|{_SUB}\s+(?:was|is|has been|got|gets?)?\s*(?:(?!not\b|never\b)\w+\s+)?(?:renewed|restored"
    r"|re-?enabled|reinstated|resurrected)"
    r"|\b(?:back|return\w*|restor(?:e|ed|ing)|set|moved?|switch\w*|chang\w+|goes|went|turn\w*|brought"
    r"|bring\w*"
    rf"|gets?|got)\b{_GAP}\bto\s+(?:the\s+)?(?:an?\s+)?[\"']?active\b"
    r"|\b(?:is|are|being|again|becomes?|became|turns?|goes)\s+active again|\bactive again\b"
    r"|\bback (?:to|in) active|(?:paid|pay(?:ing)?) (?:it|the bill|the invoice|up|again)\b"
    r"|\b(?:we|i|they|he|she|finance|account\w*|somebody|someone|management)(?: have| has| had|['’]ve|['’]s)?"
    r"(?: (?:just|now|finally|already|since|then|meanwhile))?"
    r" paid\b(?!\s+(?:for|late|too|nothing|nobody|less|(?:up )?(?:un)?til))"
    r"|\b(?:bill|invoice|payment)s?\b(?:\s+(?!not\b|never\b|nobody\b|isn|wasn|hasn)[\w'’]+){0,2}?"
    r"\s+(?:paid|settled|done|cleared|received|(?:went|gone) through)\b"
    r"|\b(?:subscription|sub)\s+(?:is|was|got)\s+(?:now\s+)?(?:back|alive again)"
)
# What tells a payment, and being Active, as a change: without it that is how it stands.
CAME_TO_IT = lazy(
    r"\b(?:again|back|since|then|meanwhile|now|just|finally|at last|today|yesterday|(?:last|this) \w+|ago|on"
    r"|after|once|when|until|if|late|so)\b|\bre-?activ"
)
# The same for the rule "in order".
ORDERLY = lazy(r"problem|issue|trouble|fault|wrong|arrears|-wise|everything|\ball\b")
# Without any of these no rule fits: looking for them first is much cheaper.
ANY_STATE = lazy(
    r"activ|expir|laps|(?:ran|run|runs|running) out|prov|paid|pay|due|renew|extend|\bsub|account|plan|bill"
    r"|contract|invoice|valid|term|end date|healthy"
)
SUBSCRIPTION_RULES = lazy_rules(
    {
        "deprovisioned": r"\b(?:de|un)-?\s?provision(?:ed|ing|s)?\b|\bdeprov(?:d|ed|'?d)?\b",
        "expired": (
            r"\bexpir(?:e|ed|es|ing|y|ation)\b(?!\s+(?:date|mails?|e-?mails?|notices?|notifications?"
            r"|warnings?|reminders?|alerts?|letters?|messages?|rumou?rs?|times?|(?:root |tls |ssl )?cert\w*"
            r"|passwords?|tokens?"
            r"|licen[cs]es?|keys?|(?:vault )?credentials?|(?:security )?pins?)\b)"
            r"|\blapsed?\b|\bran out\b(?! of)"
            r"|\b(?:has|had|have|['’]s|could|may|might|must)(?: have)?\s+[\"']?run out\b(?! of)"
            r"|\brun(?:s|ning)? out\b(?! of (?!validity))|\bunpaid\b|\bpast due\b|\boverdue\b"
            r"|\b(?:not|never|hasn'?t been|wasn'?t|isn'?t|didn'?t get|forgot to|failed to|didn'?t|haven'?t"
            r"|without being|(?:yet|remains|refuses?|refused|declined) to(?: be)?"
            r"|(?:nobody|no[ -]?one|none of (?:us|them)|without any(?:one|body))(?:['\u2019]s|\s+ha[sd]"
            r"|\s+have"
            r"|\s+having)?"
            r"(?:\s+(?:yet|ever|actually|bothered to|remembered to|thought to|cared to|got round to"
            r"|managed to))?)"
            r"\s+(?:been\s+)?(?:renew\w*|paid|pay(?:ing)?(?: for)?|extend\w*)\b"
            rf"|{_SUB}\s+(?:has\s+|is\s+|was\s+)?(?:ended|over|timed out|past its (?:end|date|term))\b"
            rf"|{_SUB}\s+(?:\w+\s+){{0,3}}?(?:end(?:ed|s)?|elapsed|(?:come|came|comes) to an end"
            r"|past (?:its |the )?(?:expiry|end|term|date)|out of (?:date|time|term))\b"
            r"|\b(?:past|beyond|hit|reached|passed)\s+(?:its |the |their )?expiry date\b"
            r"|\bexpiry date\b[^.;:,!?\n]{0,25}\b(?:passed|over|gone(?: by)?|behind)\b"
            r"|\b(?:bill|invoice)s?\b[^.;!?\n]{0,25}\b(?:unpaid|not paid|never paid|open|outstanding)\b"
            rf"|(?:term|validity|end date)\s+(?:of\s+{_SUB}\s+)?(?:has\s+|is\s+)?(?:passed|over|ended)"
        ),
        "inactive": r"\b(?:non|un|in|not)-?active\b",
        "in trouble": (
            rf"{_SUB}\s+(?:has|have|having|with|in)\s+(?:an?\s+|some\s+)?(?:problems?|issues?|trouble)\b"
            rf"|\b(?:problems?|issues?|trouble|wrong|something(?:['’]s| is)? off) with {_SUB}"
            rf"|{_SUB} (?:problems?|issues?|trouble)\b"
        ),
        "open": (
            r"\b(?:cancell?ed|suspended|disabled|terminated|deactivated|shut\s?down|locked|blocked"
            r"|closed|dead|frozen|killed|stopped)\b(?=(?:(?!\b(?:and|but|while)\b)[^,.;:!?|\n]){0,30}"
            r"\b(?:sub|subs|subscription)\b)"
            rf"|{_SUB}\s+{_WORDS_OF_IT}(?:cancell?ed|suspended|(?:shut|switched|turned) off"
            r"|disabled|terminated|deactivated|locked"
            r"|closed|dead|frozen|deleted|removed|gone(?! back)|unhealthy|invalid|void"
            r"|(?:not|isn['’]t) (?:healthy|ok|fine|good|valid))\b"
            # what else may have become of it, behind another state, or who did it
            r"|(?:(?<=\bor )|(?<=\bor been )|(?<=\bor got )|(?<=\bor was )|(?<=\bor has been ))"
            r"(?:cancell?ed|deleted|removed|disabled|terminated|closed)\b"
            r"|\b(?:deleted|removed)\s+(?:(?:the|our|my|that|this|azure)\s+)*(?:sub|subs|subscription)\b"
        ),
        "active": (
            rf"{_NOT_ANY_OTHER}{_SUB}(?:['’]s)?(?:\s+(?:state|status))?(?:\s*[:=]\s*|\s+{_WORDS_OF_IT})"
            rf"(?:[\"']?active|fine|ok(?:ay)?"
            r"|healthy|good|valid|current(?! (?:state|status))|paid(?: up| for)?"
            r"|in good (?:standing|shape|order)|alive|running"
            r"|green|up to date|in order|untouched|all right|alright|all good|in place|live|working|intact"
            r"|in force|renewed|up and running|works|operational|usable"
            r"|not (?:expired|lapsed)|enabled)\b"
            rf"|\bactive\s+(?:\w+\s+)?{_SUB}"
            r"|\b(?:valid|healthy|paid(?:-up)?|current|good|working|live)\s+(?:azure\s+)?(?:subscription"
            r"|sub)\b"
            r"|(?<!in)(?<!re)\bactive\b(?!\s+director)|\bpaid up\b"
        ),
        "in order": (
            r"\b(?:no|without(?: any)?|zero|not an?)\s+(?:\w+\s+)?(?:problems?|issues?|trouble)\s+"
            rf"(?:with|on|around|at)\s+{_SUB}\b|{_SUB}\s+(?:has no|is without) (?:problems?|issues?"
            rf"|faults?)\b"
            r"|\b(?:nothing|everything|all)(?:\s+is|['\u2019]s)?\s+(?:wrong|fine|ok|okay|well|good|in order"
            rf"|all right|alright)\s+(?:with|on|around)\s+{_SUB}\b"
            rf"|{_SUB}\s+(?:is not|isn['\u2019]t) in arrears\b"
            rf"|{_SUB}-wise,?\s+(?:all|everything)(?: is|['\u2019]s) (?:good|fine|well|ok(?:ay)?|in order"
            rf"|green)\b"
        ),
    }
)
BETWEEN = (
    r"(?:yet|been|being|was|were|made|in|an?|the|any|really|currently|exactly|actually|even|fully|be|become"
    r"|gone"
    r"|went|going|get|got|just|simply|only|merely|already|showing|shown|as|marked|set|to|have|has|had|state"
    r"|show|shows|display|displays|say|says|report|reports|list|lists|read|reads|look|appear|at all"
    r"|of|count|counts|counted|considered|regarded|treated|classed|deemed|flagged|known|quite"
    r"|up|equal to|among|amongst|stay|stays|stayed|remain|remains|remained|kept|something|somewhere"
    r"|state|status|its|our|we|have|think|believe|suppose|that|it|it's|is|are|we're)"
)
# "by no means is the subscription", "it is not true that the subscription is"
_OUTER = (
    r"(?:(?:\bnot|n['’]t)\s+(?:true|correct|the case|a fact|right)|\bfalse|\buntrue|\bincorrect|\ba lie"
    r"|\bby no means|\bin no way|\bunder no circumstances|\bat no (?:time|point)|\bnone of"
    r"|\bnothing (?:about|in|on|with)|\bneither|\bnor"
    r"|\bnot (?:a single )?one of)"
    rf"\s+(?:(?:that|is|was|has|did)\s+)?(?:{_SUB}\s+)?(?:(?:is|was|has|been|being|in|the|a)\s+){{0,3}}"
)
# "nobody's let it lapse"
_LETS = (
    r"(?:\bnobody|\bno[ -]?one|\bnever|n['\u2019]?t|\bnone of us)(?:['\u2019]s| has| had| have)?(?: ever)?"
    rf" (?:let|lets|allow(?:s|ed)?) (?:it|{_SUB}) (?:to )?"
)
NEGATED_STATE = lazy(rf"(?:{_LETS}|{_OUTER}|{NOT}\s+(?P<between>(?:{BETWEEN}\s+){{0,4}}?))$")
OR = lazy(
    r"[\s,\"'/]*(?:\bor\b|/|\bif not\b|\bmaybe\b|\bperhaps\b|\bpossibly\b|\b(?:may|might"
    r"|could) (?:also )?be\b)"
    r"(?:\s+(?:already|even|maybe|perhaps|possibly|is|it|it's|was|been|has|got|merely|just|may|might|could|be"
    r"|also))*[\s\"']*"
)
# "expired or got removed": what may have become of the subscription instead.
_OR_BEEN = r"\bor(?:\s+(?:been|got|was|has been))?\s+$"
BEHIND_OR = lazy(_OR_BEEN)
OTHER_THAN = lazy(
    r"(?P<lead>.*?)\b(?P<state>expired|expiry|lapsed|(?:run|ran) out|cancell?ed|suspended|disabled|unpaid)"
    rf"[\"']?\s+{_OR_BEEN}"
)
# "hasn't been expired or deprovisioned": the denial is of both.
BARE_OR = lazy(r"\s*,?\s*\bn?or\s+(?:(?:even|yet|already|been)\s+)?[\"']?")
# "one of Expired and Deprovisioned"; "may be Expired"
ONE_OF = lazy(r"\b(?:one of|either of|between)\s+(?:the\s+)?(?:two,?\s+)?(?:states?,?:?\s+)?[\"']?$")
# Behind two states: either may be.
BOTH_POSSIBLE = lazy(
    r"[\"'\s,]*(?:are|being|(?:(?:is|as)\s+)?(?:both|either|each))\s+(?:(?:are|is|being|the|still|equally"
    r"|both|all)\s+)*"
    r"(?:possible|possibilities|conceivable|imaginable|thinkable|likely|options?|candidates)\b"
)
GUESS = lazy(
    r"\b(?:may|might|could|maybe|perhaps|possibly)\s+(?:(?:be|have|has|been|already|well|also|in|is"
    r"|it)\s+){0,3}$"
)
# "not sure if it's expired": that it is isn't told.
DOUBTED = lazy(
    r"\b(?:not (?:really |quite |at all |so |yet )?(?:sure|clear|known|confirmed|certain)|no (?:idea|clue"
    r"|telling)"
    r"|(?:do|does)(?:n['\u2019]?t| not) know|dont know|dunno|unsure|unclear|unknown"
    r"|(?:can['\u2019]?t|cannot|could ?n['\u2019]?t|could not) (?:tell|say|see|be (?:told|confirmed|seen"
    r"|established))"
    r"|nobody (?:knows|can tell|can say)|(?:have|has|need|want) to find out)"
    r"(?:\s+(?:if|whether|which|what|as|of|it|it['\u2019]s|is|was|that|being|the|our|my|this|sub|subscription"
    r"|azure|has|been|state|now|already|only|in|one|either|at)){0,8}[\s:,\"'(]*$"
)
# A state to come that is held against the one before counts as told: "Expired next week, the same?".
ASKS_IF_SAME = lazy(
    r"^[^.!\n]{0,50}\b(?:same(?:\s+(?:thing|result|answer|then))?|(?:any\s+)?difference)\s*\?"
)
# "expired if not deprovisioned": either
IF_NOT = lazy(r"\bif not\s+(?:already\s+|even\s+)?$")
# The state by its name; "hasn't expired", "not yet expired": it never came to that.
IS_EXPIRED = lazy(r"expired|lapsed")
NEVER_DID = lazy(
    r"(?:\bha(?:s|ve|d)(?:n['’]?t)?|\bnever|\bdid(?:n['’]?t)?|\byet|\bunpaid)\s+"
    r"(?:(?:not|yet|ever|even|been|become|got|gotten|already|actually|quite|\w+ly)\s+){0,3}$"
)
SO_FAR = lazy(r"[\"'\s]*(?:yet|so far|until now|up to now)\b")
# "expired or worse"
WORSE = lazy(r"^\s*(?:or|if not|and maybe|and perhaps)\s+(?:even\s+|something\s+)?(?:worse|beyond|later)\b")
# Said of a state that was; "was ... and still is" is told by what follows, which no other state does.
_FORMER = (
    r"\b(?:had been|used to be|previously|formerly|before that|once|earlier|after (?:it|they) (?:had|was"
    r"|were)"
    r"|after having|after being|did)\s+(?:\w+\s+){0,2}?$"
)
FORMER = lazy(_FORMER)
PAST = lazy(rf"{_FORMER}|\b(?:was|were)\s+(?:\w+\s+){{0,2}}?$")
# Words that put one state after another: being Active is then being Active again.
SEQUENCE = lazy(
    r"\b(?:after|then|now|today|since|again|until|till|later|finally|meanwhile|becomes?|became|back|paid|pay"
    r"|renew\w*|used to|earlier|previously|formerly|had been|once)\b|[-=]>|\u2192"
    r"|\bfrom\s+[\"']?(?:being\s+)?(?:expired|deprovisioned)[\"']?\s+to\b"
)
# What holds now, told beside what was.
NOW = lazy(r"\b(?:now|today|currently|again|at present|at the moment|these days|by now|since then)\b")
# A lapse that is still to come; "then" and the like ask about the time after it.
TO_COME = lazy(r"\b(?:will|going to|about to|due to|shall|is to)\s+(?:\w+\s+)?$")
SOON = lazy(
    r"^\s+(?:only\s+)?(?:tomorrow|next(?! to\b)|soon|later|in \w+ (?:days?|weeks?|months?)"
    r"|at the end)\b"
)
THIS_TIME = lazy(r"^\s+(?:only\s+)?(?:this (?:week|month))\b")
# "went from Active": where it was.
FROM = lazy(r"\b(?:(?<!far )from|used to be|once was|was once)\s+(?:being\s+)?(?:the\s+)?[\"']?$")
# It hasn't come to that yet, whatever is asked.
NOT_YET = lazy(
    r"(?:\b(?:steps?|stages?|notch(?:es)?|levels?|phases?|moments?|days?|weeks?|months?|years?|miles?|ways?"
    r"|inch)\s+"
    r"(?:before|away from|off(?: from)?|ahead of|from|above)"
    r"|\b(?:yet|about|set|bound|on (?:its|the) way) to|\bshort of|\blet alone"
    r"|\b(?:verge|brink|edge|risk|danger) of|\bhead(?:ed|ing) (?:for|to|towards?)"
    r"|\b(?:near|close)(?: to)?"
    r"|\b(?:next|following|coming) (?:stage|state|step|phase) (?:is|will be|would be)"
    r"|\b(?:otherwise|else|without \w+),? it (?:becomes|goes|turns|gets)"
    r"|\bnearly|\balmost|\bthreatened with|\bpending|\bawaiting"
    r"|\bunless (?:they|azure|microsoft|someone)|\bbefore (?:it|they)|\bnext (?:is|would be|comes))"
    r"\s+(?:(?:be|being|becom\w+|get|gets|getting|turn\w*|go|going|is|was|the|to|put|move|into|in|having|been"
    r"|state|stage)\s+){0,3}[\"']?$"
)
ABOUT_TO = lazy(r"^\W*(?:about|set|bound|on (?:its|the) way) to\b")
# What holds from that day on is asked for.
ASKS_THEN = lazy(
    r"\b(?:what|which)\b[^.;?!]{0,30}?\b(?:stops?|ceases?|changes?|breaks?|is lost"
    r"|no longer (?:works?|runs?))\b"
    r"|\b(?:from|by|until|since) then\b|\bthen\s*(?:\?|$)|\bthen on\b|\b(?:from|on|as of) that (?:day|date)\b"
)
# Behind a state: it is taken back ("was active but isn't now"), or said to be something else.
TAKEN_BACK = lazy(
    r"^[^.;:!?]{0,30}?(?:,|\b(?:but|yet|though|and|only))\s*(?:(?:it|that|now|today|currently|actually|is"
    r"|was)\s+){0,3}"
    r"(?:isn['’]?t|is not|it['’]s not|ain['’]?t|no longer is|not|no more|no longer"
    r"|that['’]s (?:over|history|gone))"
    r"(?:\s+(?:now|any ?more|any longer|today|at the moment|so|the case|true|it|currently|one))*"
    r"\s*(?:$|[.,;:!?)]|\b(?:and|but|so|while|with|also|n)\b)"
    r"|^[\"']?\s+it\s+(?:isn['’]?t|is not|was not|wasn['’]?t)\b"
    r"|^\s+is something (?:\w+\s+){1,4}(?:hasn['’]t|isn['’]t|is not|has not)\b"
    r"|^[^.;!?]{0,40}?\b(?:thing of the past|ancient history)\b"
    r"|^[\"'\s]*(?:(?:is|was)\s+not|isn['’]?t|wasn['’]?t|ain['’]?t)\s+"
    r"(?:what|how|the (?:word|state|status)|where)\b"
    r"|^\s+(?:has|is|was|did|does)(?:n['’]?t|\s+not)\s+(?:yet\s+)?(?:happen\w*|start\w*|begun|occur\w*"
    r"|follow\w*"
    r"|taken place|kicked in|due)\b"
    # "Active: no"
    r"|^[\"'\u2019\u201d]*\s*[:=?\u2013-]\s*(?:no|nope|false|negative|it is not|it['\u2019]s not"
    r"|it isn['\u2019]?t"
    r"|not any ?more|no longer)(?=[\"']?\s*(?:$|[.,;!()/|]))"
    r"|^[\"'\u2019\u201d]*\s+(?:gives?|gave|returns?|returned|yields?|evaluates?|results? in|comes? (?:back"
    r"|out)|came"
    r" (?:back|out)|is answered|was answered|answers|fails|failed)(?:\s+(?:the|a|an|with|as|to|result"
    r"|answer|value|of"
    r"|by)){0,4}\s*[\"']?(?:no|false|negative)\b"
)
THEREAFTER = lazy(
    r"\b(?:then|after\w*|thereafter|from that|from then|once|when|if|as soon as|in case|suppose"
    r"|what happens)\b"
)
# Behind "Active": the state is no more ("the Active status has been withdrawn").
GONE_BEHIND = lazy(
    r"^[\"'\u2019\u201d]*\s+(?:(?:state|status|flag|label|phase|period|standing|time|one)\s+)?"
    r"(?:of\s+(?:[\w'\u2019-]+\s+){1,4}?)?"
    r"(?:is|was|has|have|had|got|went|came|seems|appears|looks)\s+"
    r"(?:(?:been|already|now|since|to be|meanwhile|long|just|\w+ly)\s+){0,3}"
    r"(?:gone|over|lost|withdrawn|removed|revoked|taken (?:away|from)|ended|past|history|missing|no more"
    r"|terminated|forfeited|passed|to an end|away|dropped|lapsed|cancelled|vanished|disappeared|lifted"
    r"|void)\b"
)
# "Active until the card was declined", "was Active until last week"
ENDED_BY = lazy(
    r"^[\"']?\s+(?:until|till)\s+[^.,;:?!]{1,40}\b(?:expired|lapsed|bounced|failed|ended|ran out"
    r"|(?:was|got) (?:declined|refused|blocked|rejected))\b"
)
UNTIL_THEN = lazy(r"^[\"']?\s+(?:until|till|up to)\s+(?!now\b|today\b|further\b|this\b|the end\b|next\b)")
# "worse than Expired": it is not that state.
MORE_THAN = lazy(r"\b(?:worse|further|more) than\s+(?:(?:just|merely|only|simply|being)\s+)?[\"']?$")
# Money that has run out leaves the subscription's state open.
FUNDS = lazy(
    r"\b(?:credits?|money|funds|budget|balance|commitment|allowance|prepayment|spending (?:limit|cap))\b"
    r"[^.;:!?\n]{0,20}$"
)
ACTIVE_STATE_OF = lazy(
    r"\bactive\s+(?:state|status|phase|period|standing|time)\s+of\s+(?:(?:the|our|my|this|their)\s+)?$"
)
SET_TO = lazy(r"\bset to\s+[\"']?$")
IN_TIME = lazy(
    r"\b(?:in time|on time|early|ahead of|in advance|every year|each year|annually|automatically|always)\b"
)
CLAUSE_START = lazy(
    r"[.;:!?|/,()\[\]\n]|[-=]>|\u2192|\s[-\u2013\u2014+]+\s|\b(?:and|n|but|while|whilst|when|because|so"
    r"|although|though"
    r"|if|whereas"
    r"|plus|also|given|provided|unless|(?<!never )(?<!not )(?<!even )once|despite|or|with|under|as|being"
    r"|where|that|since|moreover)\b"
)
DENIED_AFAR = lazy(
    r"\b(?:no(?! (?:doubt|question|problem|reason|matter|wonder|longer))"
    r"|not(?! (?:only|just|sure))|nothing|nobody|none|neither|never|hardly"
    r"|n't|cannot)\b"
)
JOINED = lazy(r"\band\b|\bso\b|[,.;:!?]")
NOT_ONLY = lazy(r"\b(?:just|only|merely|simply)\b")
# What is paid or renewed where another thing is named right before: "the provider didn't get paid".
PASSIVE = lazy(
    r"\b(?:get|been|wasn['’]?t|isn['’]?t|was|is|never|not)\s+(?:been\s+)?(?:paid|renewed|extended)\b"
)
OTHER_PAID = lazy(
    rf"\b(?:the|our|their|his|her|my|a|an|this|that)\s+(?:(?!{_SUB}\b)\w+\s+)?"
    rf"(?!(?:{_SUB}|invoices?|bills?|fees?|charges?|dues|has|have|had|was|is|just|simply|still|did)\b)"
    r"[a-z]+\s+(?:(?:has|have|had|was|is|just|simply|still|did)\s+)*$"
)
# Who brings the line; unpaid, they cut it.
_CARRIER = (
    r"(?:(?:internet|network|line|phone|telecoms?|fib(?:re|er)|broadband|power|electricity|domain)"
    r"|providers?|isps?|carriers?|telcos?|suppliers?|operators?|landlord)"
)
# "vault credentials expired", "certificate expired": something else than the subscription.
OTHER_EXPIRY = lazy(
    r"\b(?:days?|limit|deadline|window|space|room|storage|memory)\s+(?:(?:has|have|had|are|is|just|long"
    r"|already)\s+)*$|"
    r"\b(?:credentials?(?: file)?|certificate|cert"
    r"|token|password|passphrase|licen[cs]e key|license|file"
    r"|key|recovery points?|retention|trial of office|pin|backups?|points?"
    r"|(?:credit |debit |payment |bank )?cards?|payment method|visa|mastercard"
    rf"|(?<!no )(?<!without ){_CARRIER})\b(?:(?!\b(?:if|when|whilst|while|once|because|and|but|though"
    r"|although|during|under"
    # "backup to disk works in expired": a state that something is in
    r"|in(?=\s+(?:(?:the|state|status|mode|phase)\s+)*[\"']?$))\b)[^.;!?\n]){0,25}$"
)
# "nobody paid the internet bill"
OTHER_BEHIND = lazy(
    rf"^\s+(?:(?:for|to|the|our|their|its|my|an?|last|this)\s+){{0,3}}{_CARRIER}\b"
    r"|^\s+(?:(?:date|time|period)\s+)?(?:for|of|on)\s+(?:\w+\s+){0,3}?(?:credentials?|creds?|certificates?|certs?"
    r"|passphrases?|passwords?|tokens?|(?:recovery |restore )?points?|keys?|files?)\b"
)
# "the subscription for the backups has expired"
SUBSCRIPTION_OF = lazy(
    r"\b(?:subscriptions?|subs?)\s+(?:of|for|behind|under|used (?:by|for))\s+(?:\w+\s+){0,3}$"
)
# What is to be done each year tells nothing of now.
TO_BE_RENEWED = lazy(r"\b(?:to|must|should|will|can|could|would|may) (?:be|get) renewed$")
ABOUT_SUBSCRIPTION = lazy(r"\b(?:subscriptions?|subs?|state|status)\b")
NEGATED = lazy(rf"{NOT}\b")
