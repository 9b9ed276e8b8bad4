"""The words people use for the states of the subscription and of the connection.

Rules are named; what a rule of `SUBSCRIPTION_RULES` means is told by the reader in `states`.
"""

from __future__ import annotations

from assistant.decisions.patterns import lazy
from assistant.understanding.patterns import lazy_rules

_SUB = (
    r"(?:(?:azure|cloud|our|the|my|customer'?s?|customers|this|their|your)\s+){0,4}(?:subscriptions?|subs?"
    r"|billing account|azure account|plan|billing|contract|payments?|bills?)"
)
# A few words that belong to the subscription, none of which leads over to something else.
_WORDS_OF_IT = r"(?:(?!(?:and|but|or|while|with|plus|the)\b)\w+\s+){0,4}?"
_NOT = (
    r"(?:\bnot|n't|\b(?:do|does|did|is|was|are|were|has|have|had|ca|wo|could|should)nt|\bnever"
    r"|\bno longer|\bisn'?t|\bwasn'?t|\bhasn'?t|\baren'?t|\bwithout|\brather than|\binstead of"
    r"|\b(?:any|every|some)(?:thing)?(?:\s+(?:other\s+)?(?:state|status|value))?\s+(?:but|other than"
    r"|except)"
    r"|\bother than"
    r"|\banything else than|\bnothing(?! (?:but|less|except))|\bneither|\bnor|[!=]=|<>|≠"
    r"|\bno|\bstop(?:s|ped)?|\bceas(?:es|ed)|\black(?:s|ing)?|\bhardly|\b(?:every"
    r"|any)thing but"
    r"|\bfar from|\bcan(?:no|['’])t|\bexcept(?: for)?|\bno more"
    # what it has left or lost
    r"|\b(?:(?:fall|fell|drop|slip|mov|kick|thrown|driven|tumbl|pass|cross)\w*\s+)?out of(?:\s+(?:the|its))?"
    r"|\b(?:lost|loses|losing|forfeit\w*)(?:\s+(?:the|its))?|\bleft(?:\s+(?:the|its))?"
    r"|\bfail(?:s|ed)? to|\bquits?)"
)
_GAP = r"[^.;!?\n]{0,40}?"


SUBJECT = lazy(_SUB)
SUBJECT_BEHIND = lazy(r"\s+(?:azure\s+)?(?:subscriptions?|subs?)\b")
# Words for being Active again; what it was before is read from the rest of the sentence.
REVIVED = lazy(
    r"\bre-?activat\w*|\breviv\w*|\breinstat\w*|\bre-?enabl\w*|\brenewed (?:it|the sub\w*)"
    rf"|{_SUB}\s+(?:was|is|has been|got|gets?)?\s*(?:(?!not\b|never\b)\w+\s+)?(?:renewed|restored"
    r"|re-?enabled|reinstated|resurrected)"
    r"|\b(?:back|return\w*|restor\w+|set|moved?|switch\w*|chang\w+|goes|went|turn\w*|brought|bring\w*"
    rf"|gets?|got)\b{_GAP}\bto\s+(?:the\s+)?(?:an?\s+)?[\"']?active\b"
    r"|\b(?:is|are|being|again|becomes?|became|turns?|goes)\s+active again|\bactive again\b"
    r"|\bback (?:to|in) active|paid (?:it|the bill|the invoice|up)\b"
    r"|\b(?:subscription|sub)\s+(?:is|was|got)\s+(?:now\s+)?(?:back|alive again)"
)
NOBODY = lazy(r"(?:\b(?:nobody|no one|noone|never|not|without|forgot to)|n['’]t)\s+(?:\w+\s+){0,2}$")
SUBSCRIPTION_RULES = lazy_rules(
    {
        "deprovisioned": r"\b(?:de|un)-?\s?provision(?:ed|ing|s)?\b|\bdeprov(?:d|ed|'?d)?\b",
        "expired": (
            r"\bexpir(?:e|ed|es|ing|y|ation)\b(?!\s+date)|\blapsed?\b|\bran out\b(?! of)"
            r"|\brun(?:s|ning)? out\b(?! of (?:disk|space|memory))|\bunpaid\b|\bpast due\b|\boverdue\b"
            r"|\b(?:not|never|hasn'?t been|wasn'?t|isn'?t|didn'?t get|forgot to|failed to|nobody|no one"
            r"|didn'?t|haven'?t|without being)\s+(?:been\s+)?(?:renew\w*|paid|pay(?:ing)?(?: for)?"
            r"|extend\w*)\b"
            rf"|{_SUB}\s+(?:has\s+|is\s+|was\s+)?(?:ended|over|timed out|past its (?:end|date|term))\b"
            rf"|{_SUB}\s+(?:\w+\s+){{0,3}}?(?:end(?:ed|s)?|(?:come|came|comes) to an end"
            r"|past (?:its |the )?(?:expiry|end|term|date)|out of (?:date|time|term))\b"
            r"|\b(?:bill|invoice)s?\b[^.;!?\n]{0,25}\b(?:unpaid|not paid|never paid|open|outstanding)\b"
            rf"|(?:term|validity|end date)\s+(?:of\s+{_SUB}\s+)?(?:has\s+|is\s+)?(?:passed|over|ended)"
        ),
        "inactive": r"\b(?:non|un|in|not)-?active\b",
        "open": (
            r"\b(?:cancell?ed|suspended|disabled|terminated|deactivated|shut\s?down|locked|blocked"
            r"|closed|dead|frozen|killed|stopped)\b(?=.{0,30}\b(?:sub|subs|subscription)\b)"
            rf"|{_SUB}\s+{_WORDS_OF_IT}(?:cancell?ed|suspended|(?:shut|switched|turned) off"
            r"|disabled|terminated|deactivated|locked"
            r"|closed|dead|frozen|deleted|removed|gone(?! back)|unhealthy"
            r"|not (?:healthy|ok|fine|good|valid))\b"
        ),
        "active": (
            rf"{_SUB}(?:['’]s)?(?:\s+(?:state|status))?(?:\s*[:=]\s*|\s+{_WORDS_OF_IT})(?:[\"']?active|fine"
            rf"|ok(?:ay)?"
            r"|healthy|good|valid|current(?! (?:state|status))|paid(?: up| for)?"
            r"|in good (?:standing|shape|order)|alive|running"
            r"|green|up to date|in order|untouched|all right|alright|all good|in place|live|working|intact"
            r"|in force|renewed|up and running|works|operational|usable"
            r"|not (?:expired|lapsed))\b"
            rf"|\bactive\s+(?:\w+\s+)?{_SUB}"
            r"|\b(?:valid|healthy|paid(?:-up)?|current|good|working|live)\s+(?:azure\s+)?(?:subscription"
            r"|sub)\b"
            r"|(?<!in)(?<!re)\bactive\b(?!\s+director)|\bpaid up\b"
        ),
    }
)
_BETWEEN = (
    r"(?:yet|been|being|in|an?|the|any|really|currently|exactly|actually|even|fully|be|become|gone"
    r"|went|going|get|got|just|simply|only|merely|already|showing|shown|as|marked|set|to|have|has|had|state"
    r"|show|shows|display|displays|say|says|report|reports|list|lists|read|reads|look|appear|at all"
    r"|of|count|counts|counted|considered|regarded|treated|classed|deemed|flagged|known|quite"
    r"|up|among|amongst|stay|stays|stayed|remain|remains|remained|kept|something|somewhere"
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
NEGATED_STATE = lazy(rf"(?:{_OUTER}|{_NOT}\s+(?P<between>(?:{_BETWEEN}\s+){{0,4}}?))$")
OR = lazy(
    r"[\s,\"'/]*(?:\bor\b|/|\bif not\b|\bmaybe\b|\bperhaps\b|\bpossibly\b|\b(?:may|might"
    r"|could) (?:also )?be\b)"
    r"(?:\s+(?:already|even|maybe|perhaps|possibly|is|it|it's|was|been|has|merely|just))*[\s\"']*"
)
# "one of Expired and Deprovisioned"; "may be Expired"
ONE_OF = lazy(r"\b(?:one of|either of|between)\s+(?:the\s+)?(?:two,?\s+)?[\"']?$")
GUESS = lazy(
    r"\b(?:may|might|could|maybe|perhaps|possibly)\s+(?:(?:be|have|has|been|already|well|also|in|is"
    r"|it)\s+){0,3}$"
)
# "expired if not deprovisioned": either
IF_NOT = lazy(r"\bif not\s+(?:already\s+|even\s+)?$")
# "expired or worse"
WORSE = lazy(r"^\s*(?:or|if not|and maybe|and perhaps)\s+(?:even\s+|something\s+)?(?:worse|beyond|later)\b")
# Said of a state that was; "was ... and still is" is told by what follows, which no other state does.
_FORMER = r"\b(?:had been|used to be|previously|formerly|before that|once|earlier)\s+(?:\w+\s+){0,2}?$"
FORMER = lazy(_FORMER)
PAST = lazy(rf"{_FORMER}|\b(?:was|were)\s+(?:\w+\s+){{0,2}}?$")
# Words that put one state after another: being Active is then being Active again.
SEQUENCE = lazy(
    r"\b(?:after|then|now|today|since|again|until|till|later|finally|meanwhile|becomes?|became|back|paid|pay"
    r"|renew\w*|used to|earlier|previously|formerly|had been|once)\b"
)
# What holds now, told beside what was.
NOW = lazy(r"\b(?:now|today|currently|again|at present|at the moment|these days|by now|since then)\b")
# A lapse that is still to come; "then" and the like ask about the time after it.
TO_COME = lazy(r"\b(?:will|going to|about to|due to|shall|is to)\s+(?:\w+\s+)?$")
SOON = lazy(
    r"^\s+(?:only\s+)?(?:tomorrow|next|soon|later|in \w+ (?:days?|weeks?|months?)"
    r"|at the end|this (?:week|month))\b"
)
# "went from Active": where it was.
FROM = lazy(r"\b(?:(?<!far )from|used to be|once was)\s+(?:being\s+)?(?:the\s+)?[\"']?$")
# It hasn't come to that yet, whatever is asked.
NOT_YET = lazy(
    r"(?:\b(?:steps?|stages?|notch(?:es)?|levels?|phases?|moments?|days?|inch)\s+"
    r"(?:before|away from|ahead of|from|above)"
    r"|\b(?:yet|about|set|bound|on (?:its|the) way) to|\bshort of|\blet alone"
    r"|\b(?:verge|brink|edge|risk|danger) of|\bhead(?:ed|ing) (?:for|to|towards?)|\b(?:near|close) to"
    r"|\bnearly|\balmost|\bthreatened with|\bpending|\bawaiting"
    r"|\bunless (?:they|azure|microsoft|someone)|\bbefore (?:it|they)|\bnext (?:is|would be|comes))"
    r"\s+(?:(?:be|being|becom\w+|get|gets|getting|turn\w*|go|going|is|was|the|to|put|move|into|in|having|been"
    r"|state|stage)\s+){0,3}[\"']?$"
)
# Behind a state: it is taken back ("was active but isn't now"), or said to be something else.
TAKEN_BACK = lazy(
    r"^[^.;:!?]{0,30}?(?:,|\b(?:but|yet|though|and|only))\s*(?:(?:it|that|now|today|currently|actually|is"
    r"|was)\s+){0,3}"
    r"(?:isn['’]?t|is not|it['’]s not|ain['’]?t|no longer is|not|no more|no longer"
    r"|that['’]s (?:over|history|gone))"
    r"(?:\s+(?:now|any ?more|any longer|today|at the moment|so|the case|true|it|currently|one))*"
    r"\s*(?:$|[.,;:!?)]|\b(?:and|but|so|while|with|also|n)\b)"
    r"|^\s+is something (?:\w+\s+){1,4}(?:hasn['’]t|isn['’]t|is not|has not)\b"
    r"|^[^.;!?]{0,40}?\b(?:thing of the past|ancient history)\b"
    r"|^[\"'\s]*(?:(?:is|was)\s+not|isn['’]?t|wasn['’]?t|ain['’]?t)\s+"
    r"(?:what|how|the (?:word|state|status)|where)\b"
    r"|^\s+(?:has|is|was|did|does)(?:n['’]?t|\s+not)\s+(?:yet\s+)?(?:happen\w*|start\w*|begun|occur\w*"
    r"|follow\w*"
    r"|taken place|kicked in|due)\b"
)
THEREAFTER = lazy(
    r"\b(?:then|after\w*|thereafter|from that|from then|once|when|if|as soon as|in case|suppose"
    r"|what happens)\b"
)
# The connection works again, told in a clause of its own behind the outage.
WORKS_AGAIN = lazy(
    r"\b(?:(?:is|it'?s|are|was|came|comes?)\s+)?(?:works?|working|up|back|alive|running|fixed|restored|ok"
    r"|fine|there"
    r"|reachable|connected|online|visible)\s+again\b|\bhas been back\b|\bis back(?! up)\b"
    r"|(?:^|[,;.]\s*|\b(?:but|and)\s+)(?:(?:that|it|this|which|everything|all|now|meanwhile)"
    r"(?:['’]s| is| was| has been| got)?\s+(?:(?:been|now|all)\s+)*)?"
    r"(?:fixed|repaired|sorted|resolved|solved|mended|behind us|history)\b"
    r"|\b(?:it|that|this|all)(?:['’]s| is| was)\s+(?:(?:all|now|long|already)\s+)*over\b"
    r"|^(?:\s+[\w']+){0,3}?\s+(?:until|till)\s+(?!now\b|today\b|further\b|this\b|the\b|we\b|it\b|they\b)"
    r"|\b(?:came|has come|is) back\b(?!\s+(?:up\b|to\b))"
)
# The order of words in which something is said, rather than asked.
SAID = lazy(r"[\s,;.]*(?:but|and)?\s*(?:that|it|this|which|everything|all)(?:['’]s|\s)")
NOT_OF_LINK = lazy(
    r"\b(?:subs?|subscription|back\w*|restor\w+|recover\w*|jobs?|active|will|can|does|do|should|would|once"
    r"|when|until)\b"
)
# An outage that was, and a connection that is; "once it is up" tells of neither.
WAS = lazy(r"\b(?:was|were|had|went|used to|broke|dropped|after)\b")
IS = lazy(r"\b(?:is|are|we['’]re|it['’]s|has been|have been|works|reaches|answers|sees|talks|flows|runs)\b")
# What speaks against a connection.
CONTRARY = lazy(
    r"\b(?:not|never|without(?!\s+(?:an?\s+|any\s+)?(?:trouble|problem|issue|hitch|difficult|interruption"
    r"|fail))|nothing"
    r"|nobody|hardly|barely|lost|dead|broken|gone|lacks?|lacking|fail\w*"
    r"|refus\w*|out of (?:touch|contact|reach|range|sight)"
    r"|until|till|used to|no longer|cannot|unable)\b|n['’]t\b"
)
AGAIN = lazy(
    r"\b(?:again|back|now|today|yesterday|since|meanwhile|restored|fixed|repaired|sorted|resolved"
    r"|these days|by now|already|finally|anew|once more|still|currently)\b"
)
ONLY_ONCE = lazy(
    r"\b(?:when|once|until|till|unless|after|as soon as|will|would|must|should|need\w*|could|can|may|if"
    r"|whether|before"
    r"|does|do|did)\b|\?"
)
# "it hasn't been offline for more than 15 days": lost, but not so long
LIMITED = lazy(
    r"^(?:\s+[\w']+){0,3}?\s+(?:for\s+)?(?:more than|longer than|over|beyond|past|exceeding|in excess of)\s"
    r"|^\s+(?:for\s+)?[^.;!?,]{0,15}\b(?:days?|weeks?|months?)\s+yet\b"
)
IN_TIME = lazy(
    r"\b(?:in time|on time|early|ahead of|in advance|every year|each year|annually|automatically|always)\b"
)
# "back up our databases online": how it is backed up, not where the server is.
DONE_ONLINE = lazy(
    r"\b(?:back\w*|cop(?:y|ies)|stor(?:e|es|ing)|sav(?:e|es|ing)|send\w*|keep\w*|protect\w*|restor\w+"
    r"|recover\w*)\b(?:(?!\b(?:if|while|when|as|is|are|be|being|stays?|still|though|and|but|because)\b)"
    r"[^.,;:!?]){0,40}$"
)
CLAUSE_START = lazy(
    r"[.;:!?|/,()\[\]\n]|[-=]>|\u2192|\s[-\u2013\u2014]+\s|\b(?:and|n|but|while|whilst|when|because|so|although|though"
    r"|if|whereas"
    r"|plus|also|given|provided|unless|(?<!never )(?<!not )(?<!even )once|despite|or|with|under|as|being"
    r"|where|that|since|moreover)\b"
)
DENIED_AFAR = lazy(
    r"\b(?:no(?! (?:doubt|question|problem|reason|matter|wonder|longer))"
    r"|not(?! (?:only|just|sure))|nothing|nobody|none|neither|never|hardly"
    r"|n't|cannot)\b"
)
JOINED = lazy(r"\band\b|\bso\b|,")
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
    r"\b(?:credentials?(?: file)?|certificate|cert|token|password|passphrase|licen[cs]e key|license|file"
    r"|key|recovery points?|retention|trial of office|pin|backups?|points?"
    rf"|{_CARRIER})\b(?:(?!\b(?:if|when|while|once|because|and|but|though|although)\b)[^.;!?\n]){{0,25}}$"
)
# "nobody paid the internet bill"
OTHER_BEHIND = lazy(rf"^\s+(?:(?:for|to|the|our|their|its|my|an?|last|this)\s+){{0,3}}{_CARRIER}\b")
ABOUT_SUBSCRIPTION = lazy(r"\b(?:subscriptions?|subs?|state|status)\b")
# A denial reaches no farther than its clause, and not past a state of the subscription.
_SAME_CLAUSE = (
    r"(?!(?:trouble|problems?|difficult\w*|issues?|out of|lost|lose|loses|losing|without|but|and|or|if|when"
    r"|while|once|so|because|though|although|active"
    r"|expired|deprovisioned|paid)\b)"
)
_TO_AZURE = (
    r"(?:(?:to|with)\s+(?:the\s+)?(?:azure|cloud|microsoft|vault"
    r"|outside(?: world)?)(?:\s+backup)?(?:\s+service)?\s+)?"
)

_NET = (
    r"\b(?:connect(?:ivity|ion)s?|internet(?: access| connection| link)?|network(?: connection| link)?"
    r"|uplinks?|links?|wan|lines?|networks?|fib(?:re|er)|proxy|vpn|route|outbound|cable|circuit|isp"
    r"|access to azure|azure access|line to azure|way out|contact)(?:['’]s(?:\s+been)?)?"
)
_DOWN = (
    r"(?:down|out|dead|lost|gone|cut|broken|severed|off|missing|interrupted|unavailable|dropped|failed"
    r"|fails|failing|unplugged|disabled|blocked|dark|kaputt?|bust(?:ed)?|absent|dying|died|gone dark"
    r"|offline|no good|not there|kaput|toast|torn|fried|stopped|stops|gone away|broken off|broke|broke off)"
)
_UP = (
    r"(?:up|ok(?:ay)?|fine|good|working|works|there|alive|intact|stable|green|healthy|available|solid"
    r"|established|in place|true|perfect|normal|unaffected|live|running|functional|operational|open"
    r"|all right|alright|restored|present|fully up)"
)
# The name of the state in a pasted line such as "DPMCloud=FALSE".
_KEY = (
    r"\b(?:(?:connection|connectivity|link|network|line)\s+(?:status|state)"
    r"|(?:dpm)?cloud(?:[\s_-]?conn\w*)?|conn(?:ect\w*)?(?:\[?\w*\]?)?|online|internet|link|net(?:work)?"
    r"|reachable"
    r"|azure[\s_-]?(?:conn\w*|reachable|link))"
)
CONNECTED_RULES = lazy_rules(
    {
        "again connected": (
            r"\boutages?\b(?:(?!\b(?:not|no|never|until|once|when|if|and|but)\b|n['’]t)[^.;:!?,]){0,30}?"
            r"\b(?:over|fixed|resolved|solved|repaired|ended|behind us|history|past|to an end)\b"
            r"|\b(?:sees|reaches|talks to) azure again\b"
            r"|\b(?:after|once|when)\b[^.?!,]{0,40}\b(?:outage|shutdown|maintenance|downtime|interruption)\b"
            r"[^.?!,]{0,12}\b(?:ends?|ended|over|finish\w*|done|passed)\b"
            r"|\bback\s+online|\breconnect\w*|\b(?:is|are|came|comes|back)\s+(?:\w+\s+)?online again"
            rf"|{_NET}\s+(?:is|was|has been|came|comes|are|got)?\s*(?:now\s+)?(?:back|restored|repaired"
            r"|re-?established|fixed)\b"
            r"|\brestor(?:ed|ing|e)\s+(?:the\s+)?(?:connectivity|connection|internet)"
            rf"|connectivity (?:to azure )?(?:is |was |has been )?restored|{_NET} returns?\b"
            rf"|regain\w*\s+(?:\w+\s+)?{_NET}"
        ),
        "connected": (
            r"(?<!dis)(?<!un)(?<!re)\bconnected\b(?!\s+to (?:the )?(?:console|a domain|domain))"
            r"|(?<!sharepoint )(?<!sharepoint-)(?<!exchange )(?<!exchange-)\bonline\b(?!\s+(?:backup|recovery"
            r"|protection|copy|copies|storage|point|one|version|edition|variant|offering))"
            r"|\b(?:has|have|with|got|having)\s+(?:\w+\s+){0,2}?(?:internet|connectivity|connection"
            r"|network)\b(?!\s+(?:maintenance|downtime|works|outage|interruption|problem|issue|trouble"
            r"|shutdown))"
            r"|\b(?:reach(?:es|ed|ing|able)?|talks? to|can see|sees|gets? to|touch(?:es)?"
            r"|contacts?)\s+(?:(?!(?:with|without|from|of)\b)\w+\s+)?azure\b"
            rf"|{_NET}\s+{_TO_AZURE}(?:is|are|looks?|seems?|stays?|remains?|still|has been"
            rf"|works?)?\s*(?:still\s+|all\s+|just\s+|perfectly\s+|totally\s+)*{_UP}\b"
            rf"|{_NET}\s+{_TO_AZURE}(?:isn'?t|is not|wasn'?t|aren'?t|are not|not)\s+(?:\w+\s+)?{_DOWN}\b"
            rf"|{_NET}\s+{_TO_AZURE}exists?\b"
            r"|\b(?:returns?|returned|came back|comes back|printed|says?|said|shows?|gives?|reports?"
            r"|prints?|outputs?|answers?)\s+[\"'`$]*true\b"
            r"|cloudconnection\b[^.?!\n]{0,40}\btrue\b"
            r"|\btrue\b[^.?!\n]{0,40}cloudconnection\b"
            rf"|{_KEY}\s*(?:=|:|->|\bis\b)+\s*[\"']?(?:true|yes|ok|1|up|on(?:line)?|connected|good|fine)\b"
            r"|\b(?:no|not any|without(?: any)?|zero)\s+(?:\w+\s+)?(?:problems?|issues?|trouble|difficult\w*"
            r"|outages?|interruptions?|disruptions?)\s+(?:\w+\s+){0,2}?(?:with|on|of"
            rf"|in)?\s*(?:\w+\s+){{0,2}}?(?:{_NET})"
            r"|\b(?:net|internet|network|connectivity|connection)\s*(?:=|:|->)?\s*(?:ok|fine|up|yes|good"
            r"|true)\b"
            r"|\b(?:communicat\w+|speak(?:s|ing)?|in contact|in touch|(?:linked|hooked|wired|plugged)(?: up"
            r"| in)?)"
            r"\s+(?:\w+\s+)?(?:to|with|into)\s+(?:the\s+)?(?:azure|cloud|internet|net|web)\b|\bphon(?:es"
            r"|ing) home\b"
            r"|\b(?:has|have|got) (?:(?:its|an?|the|our|still|stable|working|good|full|proper"
            r"|normal)\s+){1,3}"
            r"(?:links?|line|uplink|access|contact)\b(?!\s+(?:problem|issue|trouble|outage|failure))"
            r"|\b(?:on|out to|out on) the (?:internet|net|web)\b"
            r"|\b(?:ping|(?:connection|connectivity|network|link) (?:check|test)"
            r"|test)\w*\b[^.;!?\n]{0,25}\b(?:works|ok|succeed\w*"
            r"|success\w*|pass(?:es|ed)|positive|true)\b"
            r"|(?:\bno|\bnot|n['’]t|\bwithout|\bnever)\s+(?:\w+\s+){0,2}?(?:trouble|problems?|difficult\w*"
            r"|issues?)\s+"
            r"(?:\w+\s+){0,2}?(?:reaching|getting|connecting|talking|seeing|contacting)\b"
            r"|\bcan (?:still )?(?:get|go) out\b|\bazure (?:is )?(?:reachable|visible|in reach)\b"
            r"|\breach(?:es)? (?:the )?(?:internet|cloud|outside)\b"
        ),
    }
)
LOST_RULES = lazy_rules(
    {
        "offline": (
            r"\boff-?line\b(?!\s+(?:seed\w*|backups?\b|media))|\bdisconnected\b|\bunreachable\b|\bair-?gap\w*"
            r"|\bisolated\b|\bcut(?:s|ting)?\b(?:\s+[\w']+){0,3}?\s+off\b|\bcut off\b|\bcut from\b"
            r"|\bunplugged\b|\bin the dark\b|\bunconnected\b|\bdisconnection\b|\boutage\b|\bblackout\b"
            r"|\bwent dark\b|\bgone dark\b"
            r"|\b(?:out of|lost) (?:all |any )?(?:touch|contact|reach|range|sight)\b"
            r"|\b(?:we|it|server|box|mabs|vm|site) (?:(?:drop|fall)(?:s|ped)? (?:off|out)|go(?:es)? dark)\b"
            r"|\boff the (?:network|net|grid|internet|air|line)\b|\bquarantin\w+\b"
            r"|\bstranded\b|\bradio silence\b|\bno way (?:out|through)\b"
            r"|(?:\bnot|n['’]t|\bnever)\s+(?:\w+\s+)?let(?:s|ting)?\s+(?:\w+\s+){1,3}?(?:out|through)\b"
            r"|\b(?:keep|keeps|kept|keeping|shut|shuts|bar|bars|barred)\s+(?:\w+\s+){1,3}?(?:away|off|out"
            r"|apart)"
            r"\s+(?:from|of)\s+(?:the\s+)?(?:azure|cloud|internet|network|net)\b"
            r"|\bin isolation\b|\bwithout contact\b|\bincommunicado\b"
            r"|\b(?:internet|network|wan|connection|connectivity|line|link)\s+(?:failure|loss|cut|breakdown"
            r"|blackout|drop)\b"
            r"|\bfirewall\b[^.;!?\n]{0,30}\bblock(?:s|ed|ing)\b"
            r"|\bblocked (?:by|at) (?:the|our) (?:firewall|proxy)\b"
            r"|\bproxy\b[^.;!?\n]{0,20}\bblock(?:s|ed|ing)\b"
            r"|\bazure (?:is |was |has been )?(?:out of reach|not reachable|unreachable|gone)\b"
        ),
        "no connection": (
            r"(?:n['’]t(?: been)? (?:an?|any|one)(?: single)?|\bnot been (?:an?|any)|\bno|\bnot (?:an?|any"
            r"|one)(?: single)?"
            r"|\b(?:without|zero|lacking|lacks?|lost|losing|lose|loses"
            r"|loss of|missing(?! from)|dropped"
            r"|minus any))\s+(?!(?:\w+\s+)?(?:problems?|issues?|trouble|difficult|outages?|interruptions?"
            r"|doubt))(?:\w+\s+){0,3}?(?:connect(?:ivity|ion)|internet|network|uplink|link|line|wan"
            r"|net(?! framework)|access|azure connectivity|contact)\b(?!\s+settings)"
        ),
        "connection down": (
            rf"{_NET}\s+{_TO_AZURE}(?:is|are|was|were|has been|have been|had been|being|got|went|has"
            rf"|been)?\s*(?:still\s+|completely\s+|totally\s+|now\s+|gone\s+|been\s+)*{_DOWN}\b"
            rf"|\bbroken\s+{_NET}|\bdead\s+{_NET}|{_NET}\s+went(?=\s+(?:\w+\s+){{1,3}}ago\b)"
        ),
        "can't reach": (
            r"\b(?:can'?t|cannot|can not|couldn'?t|could not|unable to|doesn'?t|does not|didn'?t|did not"
            r"|not able to|fails? to|hasn'?t been able to|hasn'?t|has not|haven'?t|have not|isn'?t|is not"
            r"|aren'?t|wasn'?t|not|never|no longer|n'?t|neither|nor)\s+"
            rf"(?:{_SAME_CLAUSE}\w+\s+){{0,2}}?(?:reach(?:ed|ing|able)?"
            r"|connect(?:ed|ing)?|talk(?:ed|ing)?(?: to)?|contact(?:ed|ing)?|see|seen|seeing|phone(?:d)? home"
            r"|get to|getting to"
            r"|spoken to|heard from|touch(?:ed)?|(?<!point )(?<!exchange )(?<!office )online"
            r"(?!\s+(?:backup|recover|protect|cop|point|restore))|get out|get hold of|get through|get at"
            r"|gotten out|speak\w*|communicat\w*"
            r"|had (?:any |an? )?(?:internet|connection|connectivity|network|contact"
            r"|link))\b(?!\s+to (?:the )?(?:domain|console|sql))"
        ),
        "last reached": (
            r"\b(?:since|when|time|days?|weeks?|months?|ago)\b[^.;!?\n]{0,40}\blast\s+(?:\w+\s+)?(?:talk\w*"
            r"|reach\w*|connect\w*"
            r"|contact\w*|saw|seen|spoke\w*|heard|contact|connection)\b"
            r"|\blast\s+(?:\w+\s+)?(?:talk\w*|reach\w*|connect\w*|contact\w*|saw|seen|spoke|phoned"
            r"|checked in|answered"
            r"|heard)\b[^.;!?\n]{0,40}\b(?:hours?|days?|weeks?|months?|years?|yesterday|ago)\b"
            r"|\blast time\b[^.;!?\n]{0,30}\b(?:saw|seen|reach\w*|talk\w*|connect\w*|contact\w*|spoke"
            r"|got through)\b"
            r"|\blast\s+(?:\w+\s+)?(?:contact\w*|connect\w*|reach\w*|seen"
            r"|sync\w*)(?:\s+\w+){0,4}?\s*(?:\bwas|\bon|:|=|\s)\s*(?:on\s+)?"
            r"(?:the\s+)?(?:\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b)"
        ),
        "stopped reaching": (
            r"\b(?:stopped|quit|ceased|gave up|lost the ability)\s+(?:to\s+)?(?:reach\w*|talk\w*|connect\w*"
            r"|contact\w*|see\w*|communicat\w*)\b"
        ),
        "returns false": (
            r"\b(?:returns?|returned|came back|comes back|printed|says?|said|shows?|gives?|reports?|prints?"
            r"|outputs?|answers?)\s+[\"'`$]*false\b"
            r"|cloudconnection\b[^.?!\n]{0,40}\bfalse\b"
            r"|\bfalse\b[^.?!\n]{0,40}cloudconnection\b"
        ),
        "pasted": (
            rf"{_KEY}\s*(?:=|:|->|\bis\b)+\s*[\"']?(?:false|none|nok|ko|0|lost|down|off(?:line)?|disconnected"
            r"|no(?!\s+(?:\w+\s+)?(?:issue|problem|trouble|error|fault|interruption|outage)))\b"
        ),
        "planned": (
            r"\b(?:network|internet|line|link|wan|connectivity|connection|uplink|isp|provider|proxy)\s+"
            r"(?:maintenance|downtime|interruption|shutdown|switch-?over|migration|change window)\b"
            r"|\b(?:shut-?down|maintenance|downtime|interruption|loss) of (?:the |our |all )?"
            r"(?:network|internet"
            r"|line|link|wan|connection|uplink)\b"
        ),
        "lost since": (
            r"\blost\b(?=\s+(?:for|since)\s+(?:\w+\s+){0,3}?(?:\d|an?\b|one|two|three|days?|weeks?|months?))"
        ),
    }
)
NEGATED = lazy(rf"{_NOT}\b")
NEGATED_LOST = lazy(
    rf"{_NOT}\s+(?:(?:{_BETWEEN}|really|completely|totally|cut|at)\s+){{0,3}}?$"
    r"|\bat no (?:time|point)\s+(?:did|has|have|was|were|had)\s+(?:\w+\s+){0,3}$"
    r"|\bnot (?:like|as if|as though|that|true that|the case that)\s+(?:[\w'’]+\s+){0,4}$"
)
# "needs internet": a need, not a state.
HYPOTHETICAL_NEED = lazy(r"\b(?:need|needs|require[sd]?|requires)\s+(?:\w+\s+){0,2}$")
