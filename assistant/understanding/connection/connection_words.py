"""The phrases people use for the state of the connection, and what turns them round or takes them back."""

from __future__ import annotations

from assistant.decisions.expressions.patterns import lazy
from assistant.understanding.subscription.state_words import BETWEEN, NOT
from assistant.understanding.word_rules import lazy_rules

# The connection works again, told in a clause of its own behind the outage.
WORKS_AGAIN = lazy(
    r"\b(?:(?:is|it'?s|are|was|came|comes?)\s+)?(?:works?|working|up|back|alive|running|fixed|restored|ok"
    r"|fine|there"
    r"|reachable|connected|online|visible)\s+again\b|\bhas been back\b|\bis back(?! up)\b"
    r"|(?:^|[,;.]\s*|\b(?:but|and)\s+)(?:(?:that|it|this|which|everything|all|now|meanwhile)"
    r"(?:['’]s| is| was| has been| got)?\s+(?:(?:been|now|all)\s+)*)?"
    r"(?:fixed|repaired|sorted|resolved|solved|mended|behind us|history)\b"
    r"|\b(?:it|that|this|all)(?:['’]s| is| was)\s+(?:(?:all|now|long|already)\s+)*over\b"
    r"|^(?:\s+[\w']+){0,3}?\s+(?:until|till)\s+(?!now\b|today\b|further\b|this\b|the\b|we\b|it\b|they\b"
    r"|tonight\b|tomorrow\b|evening\b|later\b|next\b)"
    r"|\bfound (?:its|the) way back\b|\bgot (?:its|the|our) (?:\w+ )?(?:link|connection|line|internet"
    r"|access) back\b"
    r"|\b(?:came|has come|is)(?: straight| right| all the way)? back\b(?!\s+(?:up\b|to\b))"
    r"|\bback on (?:azure|the (?:net|internet|cloud))\b"
    r"|\b(?:now|today|meanwhile|since)\s+(?:it['’]?s|it (?:is|says|gives|shows|returns))\s+(?:\w+\s+)?true\b"
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
    r"\b(?:down|in red|cut(?!-?over)|broke\w*|interrupt\w*|impossible|sever\w*|off"
    r"|out(?! (?:on|to)\b)|failure|outage"
    r"|disconnect\w*"
    r"|last(?=\s+(?:could\b|was able|talk|reach|connect|contact|saw|seen|spoke|online))|(?<=could )last"
    r"|(?<=was )last|(?<=were )last|prevent\w*|hinder\w*|block\w*|kept|keeps|stops?|stopped|ceased|denied"
    r"|denies"
    r"|bars?|barred|bans?|banned|unreachable|offline|collapsed|died|drop(?:s|ped)?|missing|absent"
    r"|suspended|halted"
    r"|no more|not|never|without(?!\s+(?:an?\s+|any\s+)?(?:trouble|problem|issue|hitch|difficult|interruption"
    r"|fail))|nothing"
    r"|nobody|hardly|barely|lost|dead|broken|gone|lacks?|lacking|fail\w*"
    r"|refus\w*|out of (?:touch|contact|reach|range|sight)"
    r"|until|till|used to|no longer|cannot|unable)\b|n['’]t\b"
)
AGAIN = lazy(
    r"\b(?:again|back|now|(?:today|yesterday)(?!['’]s)|since|meanwhile|restored|fixed|repaired|sorted|resolved"
    r"|these days|by now|already|finally|anew|once more|still|currently)\b"
)
STILL = lazy(r"\bstill\b")
ONLY_ONCE = lazy(
    r"\b(?:when|once|until|till|unless|after|as soon as|will|would|must|should|need\w*|could|can|may|if"
    r"|whether|before"
    r"|does|do|did)\b"
)
# The order of words in which a clause is asked.
ASKED = lazy(
    r"^\W*(?:is|are|was|were|does|do|did|has|have|can|could|will|would)(?:n['\u2019]t)?\s+(?:it|we|they"
    r"|this|that|there"
    r"|the|our|my|azure|mabs)\b[^?]*\?"
)
WAITING = lazy(r"\b(?:waiting|waited|wait|waits|await\w*)\b")
# What is not told of now: supposed, asked about, or of another time.
SUPPOSED_BEFORE = lazy(
    r"\b(?:when|once|until|till|unless|if|whether|before|how|why|which|where|that|provided|given|so that)"
    r"\s+(?:\w+\s+)?$"
)
SUPPOSED = lazy(
    r"^\W*(?:can|could|will|would|should|may|does|do|did|how|what|which|where|why|until|till|before)\b"
    r"|\b(?:will|would|should|must|might|may|could|had|used to|until|till|before|earlier|previously|formerly"
    r"|soon|tomorrow|by which|through which|over which)\b"
)
# Behind an outage: it is over ("had dropped but has been restored and is up now").
RESTORED_SINCE = lazy(
    r"^[^.;:!?\n]{0,60}?(?:,|\b(?:but|and|then|now|meanwhile|though|yet))\s+(?:(?:then|now|since|meanwhile"
    r"|today)\s+)?"
    r"(?:(?:it|that|this|which|we|they|everything|all|mabs|(?:the|our)\s+(?:link|line|connect\w+|network"
    r"|internet"
    r"|server|box|machine|uplink|outage))(?:['\u2019](?:s|re|ve))?\s+)?"
    r"(?:(?:has|have|had|is|are|was|were|got|came|been|again|now|since|meanwhile|already|all|just|then"
    r"|finally|today"
    r"|yesterday|long|fully|completely|gotten)\s+){0,5}"
    r"(?:restored|re-?established|repaired|fixed|recovered|reconnected|resolved|solved|mended"
    r"|back(?![\s-]*(?:up|to)\b)"
    r"|up|online|connected|working|works|reachable|reaches (?:azure|it))\b"
    r"(?=\s*(?:[.,;:!?)]|$|\b(?:again|now|since|and|but|so|for|with|to azure|already|today|while|when|if"
    r"|in|last)\b))"
)
# "it's been 20 days since the cmdlet said TRUE"
TIME_SINCE = lazy(r"\b(?:days?|weeks?|months?|hours?|years?|ages|long)\s+since\b[^.;:,!?\n]*$")
DENIED_TRUE = lazy(r"(?:\bnot|n['’]t|\bnever|\bno longer|\bstopped|\bceased)\b[^.;!?\n]*\btrue$")
# Two words that deny each other: "without interruption", "has never been lost".
HARMLESS = lazy(
    r"\b(?:without|no|zero|free of|not an?|never|not|hardly|n['\u2019]t)\s+(?:[\w'\u2019-]+\s+){0,2}?"
    r"(?:trouble|problems?|issues?|hitch\w*|difficult\w*|interrupt\w*|fail\w*|outages?|drop\w*|break\w*"
    r"|broken|errors?"
    r"|loss|lost|delay|disrupt\w*|faults?|hiccups?|down|offline|disconnected|cut|blocked|obstacles?"
    r"|restrict\w*)\b"
)
# "it hasn't been offline for more than 15 days": lost, but not so long
LIMITED = lazy(
    r"^(?:\s+[\w']+){0,3}?\s+(?:for\s+)?(?:more than|longer than|over|beyond|past|exceeding|in excess of)\s"
    r"|^\s+(?:for\s+)?[^.;!?,]{0,15}\b(?:days?|weeks?|months?)\s+yet\b"
)
# "back up our databases online": how it is backed up, not where the server is.
DONE_ONLINE = lazy(
    r"\b(?:back\w*(?!\s+(?:server|vm|box|host|machine|system)s?\b)|cop(?:y|ies)|stor(?:e|es|ing)|sav(?:e|es|ing)|send\w*|keep\w*|protect\w*|restor\w+"
    r"|recover\w*)\b(?:(?!\b(?:if|while|when|as|is|are|be|being|stays?|still|though|and|but|because)\b)"
    r"[^.,;:!?]){0,40}$"
)
# What is kept from reaching Azure doesn't reach it.
_PREVENTED = (
    r"\b(?:keep|keeps|kept|keeping|prevent(?:s|ed|ing)?|stop(?:s|ped|ping)?|hinder(?:s|ed|ing)?|bar(?:s"
    r"|red|ring)?"
    r"|block(?:s|ed|ing)?|ban(?:s|ned)?|prohibit(?:s|ed)?|forbid(?:s|den)?|den(?:y|ies|ied)|hold(?:s|ing)?"
    r"|held"
    r"|exclud(?:e|es|ed)|deter(?:s|red)?)\s+(?:(?!(?:and|but|while|so|if|when)\b)[\w'\u2019-]+\s+){0,5}?"
)
PREVENTED = lazy(rf"{_PREVENTED}(?:from\s+)?$")
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
    r"|access to azure|azure access|line to azure|way out|contact|routing)(?:['’]s(?:\s+been)?)?"
)
_DOWN = (
    r"(?:down|out|dead|lost|gone|cut|broken|severed|off|missing|interrupted|unavailable|dropped|failed"
    r"|fails|failing|unplugged|disabled|blocked|dark|kaputt?|bust(?:ed)?|absent|dying|died|gone dark"
    r"|offline|away(?! from)|no good|not there|kaput|toast|torn|fried|stopped|stops|gone away|broken off"
    r"|broke|broke off)"
)
_UP = (
    r"(?:up(?! to\b)|ok(?:ay)?|fine|good|working|works|there|alive|intact|stable|green|healthy"
    r"|available|solid"
    r"|established|in place|true|perfect|normal|unaffected|live|running|functional|operational|open"
    r"|all right|alright|restored|present|fully up|in (?:good |working |full )?order(?! to)"
    r"|as (?:it should|expected)"
    r"|(?:does|doing|do) (?:what (?:it|they) should|fine|well|its job))"
)
# The name of the state in a pasted line such as "DPMCloud=FALSE".
_KEY = (
    r"\b(?:(?:connection|connectivity|link|network|line)\s+(?:status|state)"
    r"|(?:dpm)?cloud(?:[\s_-]?conn\w*)?|conn(?:ect\w*)?(?:\[?\w*\]?)?|(?<!sharepoint )(?<!exchange )online"
    r"|internet|link|net(?:work)?"
    r"|reachable"
    r"|azure[\s_-]?(?:conn\w*|reachable|link))"
)
# Between what the cmdlet does and TRUE or FALSE: that it says nothing else.
_NOTHING_ELSE = (
    r"(?:(?:(?:nothing|none|no (?:value|result|answer))\s+(?:else\s+)?"
    r"(?:but|except(?: for)?|other than|besides|save|than)"
    r"|only|always|just|constantly|consistently|invariably|still|with|as|an?|the|value|result|back|us|me"
    r"|steady|plain|constant|solid|answer|again)\s+){0,4}"
)
# A connection that is still to come back, and the time till then, which is asked about.
BACK_LATER = lazy(
    rf"(?:{_NET}|\b(?:tunnel|router|dsl|modem))\b[^.;!?]{{0,30}}?"
    r"(?:\b(?:will|should|to)\s+(?:be\s+)?"
    r"(?:back(?! up)|up|restored|repaired|re-?established|fixed|mended|return|come back|reconnected|online)\b"
    r"|\b(?:back(?! up)|again|restored|repaired|fixed|mended|returns?|returning)\s+(?:\w+\s+)?"
    r"(?:in|within)\s+(?:(?:about|around|some|like|at most)\s+)?\w+(?:\s+and a half)?[\s-](?:\w+\s+)?"
    r"(?:hours?|days?|weeks?|months?)\b)"
)
MEANWHILE = lazy(
    r"\b(?:until|till|before|up to) (?:then|that|it (?:is|does|comes|returns|gets))\b"
    r"|\bmean(?:while|time)\b|\bin[\s-]between\b|\b(?:in the )?interim\b|\bso long as it\b|\bwhile we wait\b"
    r"|\b(?:right now|at the moment|at present|currently|for now)\b"
)
CONNECTED_RULES = lazy_rules(
    {
        "again connected": (
            r"\b(?:outage|disruption|interruption|downtime|blackout|disconnection)s?\b(?:(?!\b(?:not|no"
            r"|never|until|once|when|if|and|but)\b|n['’]t)[^.;:!?,]){0,30}?"
            r"\b(?:finished|over(?!\s+(?:\d|(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|half|\w+teen|\w+ty)\b))"
            r"|fixed|resolved|solved|repaired|ended|behind us|history|past|to an end)\b"
            r"|\b(?:link|line|connection|network|internet) (?:failure|fault|loss|problem|issue)\b"
            r"[^.;:!?,]{0,30}?"
            r"\b(?:ended|is over|was (?:fixed|resolved|solved|repaired))\b"
            r"|\b(?:sees|reaches|talks to) azure again\b"
            r"|\b(?:after|once|when)\b[^.?!,]{0,40}\b(?:outage|shutdown|maintenance|downtime|interruption)\b"
            r"[^.?!,]{0,12}\b(?:ends?|ended|over|finish\w*|done|passed)\b"
            r"|\bback on azure\b(?! stack)|\b(?:has|have|got|gets?) azure back\b"
            r"|\bback\s+online|\breconnect\w*|\b(?:is|are|came|comes|back)\s+(?:\w+\s+)?online again"
            rf"|{_NET}\s+(?:is|was|has been|came|comes|are|got)?\s*(?:now\s+)?(?:back|restored|repaired"
            r"|re-?established|fixed)\b"
            r"|\brestor(?:ed|ing|e)\s+(?:the\s+)?(?:connectivity|connection|internet)"
            rf"|connectivity (?:to azure )?(?:is |was |has been )?restored|{_NET} return(?:s|ed)?\b"
            r"|(?:^|[.;,]\s*|\b(?:is|are|been|came|comes|link|line|server|box|mabs|now|finally|we['\u2019]re"
            r"|it['\u2019]s)\s+)up again\b"
            rf"|regain\w*\s+(?:\w+\s+)?{_NET}"
            rf"|\b(?:has|have|had|got|gets?)\s+(?:its|our|the|their)\s+(?:\w+\s+)?{_NET}\s+{_TO_AZURE}back\b"
        ),
        "connected": (
            r"(?<!dis)(?<!un)(?<!re)\bconnected\b(?!\s+to (?:the )?(?:console|a domain|domain))"
            r"|(?<!sharepoint )(?<!sharepoint-)(?<!exchange )(?<!exchange-)\bonline\b"
            r"(?!\s+(?:(?:consistent|full|hot|application|daily|crash)[\s-]){0,2}(?:backup|recovery"
            r"|protection|copy|copies|storage|point|retention|retain|range|polic|one|version|edition|variant|offering))"
            r"|\b(?:has|have|with|got|having)\s+(?:(?!(?:fail\w*|lost|no|not|never)\b)\w+\s+){0,2}?(?:internet|connectivity|connection"
            r"|network)\b(?!\s+(?:team|people|guys?|admins?|department|engineers?|maintenance|downtime|works|outage|interruption|problem|issue|trouble"
            r"|shutdown))"
            r"|\b(?:reach(?:es|ed|ing|able)?|talks? to|can see|sees|gets? to|touch(?:es)?"
            r"|contacts?)\s+(?:(?!(?:with|without|from|of|no|neither)\b)\w+\s+)?azure\b"
            rf"|{_NET}\s+{_TO_AZURE}(?:is|are|looks?|seems?|stays?|remains?|still|has been"
            rf"|works?)?\s*(?:still\s+|all\s+|just\s+|perfectly\s+|totally\s+)*{_UP}\b"
            rf"|{_NET}\s+{_TO_AZURE}(?:isn'?t|is not|wasn'?t|aren'?t|are not|not)\s+(?:\w+\s+)?{_DOWN}\b"
            rf"|{_NET}\s+{_TO_AZURE}exists?\b"
            r"|\b(?:returns?|returned|came back|comes back|printed|says?|said|shows?|gives?|got|reports?"
            rf"|prints?|outputs?|answers?)\s+{_NOTHING_ELSE}[\"'`$]*true\b"
            r"|cloudconnection\b[^.?!\n]{0,40}\btrue\b"
            r"|\btrue\b[^.?!\n]{0,40}cloudconnection\b"
            rf"|{_KEY}\s*(?:=|:|->|\bis\b)+\s*[\"']?(?:true|yes|ok|1|up|on(?:line)?|connected|good|fine)\b"
            r"|\b(?:no|not any|without(?: any)?|zero)\s+(?:\w+\s+)?(?:problems?|issues?|trouble|difficult\w*"
            r"|outages?|interruptions?|disruptions?)\s+(?:\w+\s+){0,2}?(?:with|on|of"
            rf"|in)?\s*(?:\w+\s+){{0,2}}?(?:{_NET})"
            r"|\b(?:net|internet|network|connectivity|connection)\s*(?:=|:|->)?\s*(?:ok|fine|up|yes|good"
            r"|true)\b"
            r"|\b(?:communicat\w+|speak(?:s|ing)?|in contact|in touch|(?:linked|hooked|wired|plugged"
            r"|attached|tied|coupled)(?: up"
            r"| in)?)"
            r"\s+(?:\w+\s+)?(?:to|with|into)\s+(?:the\s+)?(?:azure|cloud|internet|net|web)\b|\bphon(?:es"
            r"|ing) home\b"
            r"|\b(?:has|have|has had|have had|got|keeps?|kept|maintains?|holds?|enjoys?|retains?"
            r"|sustains?)\s+"
            r"(?:(?:its|an?|the|our|still|stable|working|good|full|proper|steady|solid|live|permanent"
            r"|constant"
            r"|unbroken|azure|cloud|network|internet|normal)\s+){1,4}"
            r"(?:links?|line|uplink|access|contact|connect(?:ion|ivity))\b(?!\s+(?:problem|issue|trouble"
            r"|outage|failure))"
            r"|\b(?:on|out to|out on) the (?:internet|net|web)\b"
            r"|\b(?:ping|(?:connection|connectivity|network|link) (?:check|test)"
            r"|test)\w*\b[^.;!?\n]{0,25}\b(?:works|ok|succeed\w*"
            r"|success\w*|pass(?:es|ed)|positive|true)\b"
            r"|(?:\bno|\bnot|n['’]t|\bwithout|\bnever)\s+(?:\w+\s+){0,2}?(?:trouble|problems?|difficult\w*"
            r"|issues?)\s+"
            r"(?:\w+\s+){0,2}?(?:reach|get|connect|talk|see|contact)(?:t?ing)?\b"
            r"|\bthere(?: is|['\u2019]s)(?: an?| full| good| healthy| live| stable| working)*"
            r" (?:connect(?:ivity|ion)|internet|network|uplink|link to azure|line of sight"
            r"|line (?:to|between))\b"
            r"(?!\s+(?:\w+\s+)?(?:problem|issue|trouble|outage|loss"
            r"|failure"
            r"|maintenance|interruption|downtime|down|gone))"
            rf"|\bnetwork-wise,? (?:everything|all)(?: is|['\u2019]s) {_UP}\b"
            r"|\bnothing (?:blocks|disturbs|hinders|interrupts|stops|is blocking|stands between"
            r"|interferes with)"
            r"\s+(?:\w+\s+){0,4}?(?:link|line|traffic|connection|connectivity|network|azure|mabs|server)\b"
            rf"|\b(?:everything|all|nothing)(?: is|['\u2019]s)? (?:wrong|fine|ok|okay|well|good|green"
            rf"|in order) (?:with|on)"
            rf" (?:the |our )?(?:azure )?{_NET}"
            r"|\b(?:has|have|with|got|having) (?:a )?(?:clear |direct )?line of sight to\b"
            r"|\b(?:firewall|proxy)\s+(?:isn['\u2019]t|is not|doesn['\u2019]t|does not|never"
            r"|no longer) block(?:s|ing)?\b"
            r"|\bpass(?:es|ed)?\s+(?:\w+\s+){0,2}?(?:connectivity|connection|network|link) (?:check|test)s?\b"
            r"|\bcheck(?:s|ing)? in with (?:the )?(?:azure|cloud)\b|\blive on azure\b"
            r"|\bcan (?:still )?(?:get|go) out\b"
            r"|\b(?:azure|cloud|vault|service|endpoints?)\s+(?:is |are )?(?:reachable|visible|in reach)\b"
            r"|\breach(?:es)? (?:the )?(?:internet|cloud|outside)\b"
        ),
    }
)
# Without this in it no text fits the rule: looking for it first is much cheaper.
NEEDED = {
    "since then": "since",
    "last reached": "last",
    "prevented": "from",
    "no answer": "no ",
    "lost since": "lost",
    "not on it": "on the",
}
LOST_RULES = lazy_rules(
    {
        "offline": (
            r"\bdisconnect\b(?=\s+(?:between|is|was|has|started|began|lasts?|still|of|since|for)\b)"
            r"|\b(?:nobody|no one|never|not|n['\u2019]t|failed|unable)\b[^.;:!?\n]{0,30}"
            r"\bback (?:in touch|in contact|online|on the (?:net|internet))\b"
            r"|\boff-?line\b(?!\s+(?:seed\w*|backups?\b|media))|\bdisconnected\b|\bunreachable\b|\bair-?gap\w*"
            r"|\bisolated\b|\bcut(?:s|ting)?\b(?:\s+[\w']+){0,3}?\s+off\b|\bcut off\b|\bcut from\b"
            r"|\bunplugged\b|\bin the dark\b|\bunconnected\b|\bdisconnection\b|\boutage\b|\bblackout\b"
            r"|\bwent dark\b|\bgone dark\b"
            r"|\b(?:out of|lost) (?:all |any )?(?:touch|contact|reach|range|sight)\b"
            r"|\b(?:we|it|server|box|mabs|vm|site) (?:(?:drop|fall)(?:s|ped)? (?:off|out)|go(?:es)? dark)\b"
            r"|\b(?:been|is|are|was|were|went|goes|fell|dropped|stays?|still)\s+(?:\w+\s+)?off azure\b"
            r"|(?:\bnot|n['’]t|\bnever|\bno longer)\s+(?:\w+\s+){0,2}?(?:had (?:any )?azure"
            r"|(?:been|back|get) on azure)\b(?! stack)"
            r"|\boff the (?:network|net|grid|internet|air|line)\b|\bquarantin\w+\b"
            r"|\bstranded\b|\bradio silence\b|\bno way (?:out|through)\b"
            r"|(?:\bnot|n['’]t|\bnever)\s+(?:\w+\s+)?let(?:s|ting)?\s+(?:\w+\s+){1,3}?(?:out|through)\b"
            r"|\b(?:keep|keeps|kept|keeping|shut|shuts|bar|bars|barred|took|takes|knocked|locked|locks)\s+"
            r"(?:(?!(?:data|backups|copies|files)\b)\w+\s+){1,3}?(?:(?:away|off|out|apart)\s+(?:from|of)|off|from)"
            r"\s+(?:the\s+)?(?:azure|cloud|internet|network|net)\b"
            r"|\bin isolation\b|\bwithout contact\b|\bincommunicado\b"
            r"|\b(?:internet|network|wan|connection|connectivity|line|link)\s+(?:failure|loss|cut|breakdown"
            r"|blackout|drop)\b"
            r"|\bfirewall\b[^.;!?\n]{0,30}(?<!not )(?<!n['’]t )(?<!never )(?<!no longer )\bblock(?:s|ed"
            r"|ing)\b"
            r"|\bblocked (?:by|at) (?:the|our) (?:firewall|proxy)\b"
            r"|\bproxy\b[^.;!?\n]{0,20}\bblock(?:s|ed|ing)\b"
            r"|(?<!in )\bazure (?:is |was |has been )?(?:out of reach|not reachable|unreachable|gone)\b"
        ),
        "no connection": (
            r"(?:n['’]t(?: been)? (?:an?|any|one)(?: single)?|\bnot been (?:an?|any)|\bno|\bnot (?:an?|any"
            r"|one)(?: single)?"
            r"|\b(?:without|zero|lacking|lacks?|lost|losing|lose|loses"
            r"|loss of|missing(?! from)|dropped"
            r"|minus any))\s+(?!(?:\w+\s+)?(?:problems?|issues?|trouble|difficult|outages?|interruptions?"
            r"|doubt|loss(?:es)?|drops?|disruptions?|disturbances?|blocks?|obstacles?|restrictions?|hiccups?"
            r"|failures?|faults?|disconnect\w*|downtime)\b)"
            r"(?:\w+\s+){0,3}?(?:connect(?:ivity|ion)|internet|network|uplink|link|line|wan"
            r"|(?:path|route|way|road)(?= (?:out|(?:in)?to (?:the )?(?:azure|cloud|internet)))"
            r"|net(?! framework)|access|azure connectivity|contact)\b(?!\s+settings)"
            r"(?!\s+(?:to|with|on|for)\s+(?:(?:the|our|my|any|their)\s+){0,2}(?:portal|subscription|sub"
            r"|billing|account|look|check|see"
            r"|view|support|tenant|admin|customer|console|finance|accounting)\b)"
        ),
        "not on it": (
            r"(?:\bnot|n['’]t|\bnever|\bno longer)\s+(?:been\s+)?on the (?:internet|net|network|web)\b"
        ),
        "no answer": (
            r"\bno (?:sign|trace|word|response|reply|answer|news|heartbeat|signal|echo|life)s? (?:of|from"
            r"|sign from)\s+"
            r"(?:the )?(?:azure|cloud)\b(?!\s+(?:backup|support|team|copy|point|data))"
            # "pings Azure for 20 days and gets no reply"
            r"|\b(?:azure|cloud|cloudconnection)\b[^.;!?\n]{0,60}\b(?:gets?|got|getting|gotten|receiv\w+|has|have|had|with|but|and)\s+"
            r"(?:(?:still|only|ever|now)\s+)*no\s+(?:answers?|repl(?:y|ies)|responses?|echo|signal)\b"
        ),
        "connection down": (
            rf"{_NET}\s+{_TO_AZURE}(?:is|are|was|were|has been|have been|had been|being|got|went|has"
            rf"|been)?\s*(?:still\s+|completely\s+|totally\s+|now\s+|gone\s+|been\s+)*{_DOWN}\b"
            rf"|\bbroken\s+{_NET}|\bdead\s+{_NET}|{_NET}\s+went(?=\s+(?:\w+\s+){{1,3}}ago\b)"
        ),
        "can't reach": (
            r"\b(?:can'?t|cannot|can not|couldn'?t|could not|unable to|doesn'?t|does not|didn'?t|did not"
            r"|not able to|fails? to|hasn'?t been able to|hasn'?t|has not|haven'?t|have not|isn'?t|is not"
            r"|aren'?t|wasn'?t|not|never|no longer|n'?t|neither|nor|failed to|failing to)\s+"
            rf"(?:{_SAME_CLAUSE}\w+\s+){{0,2}}?(?:reach(?:ed|ing|able)?"
            r"|connect(?:ed|ing)?|talk(?:ed|ing)?(?: to)?|contact(?:ed|ing)?|(?:see|seen"
            r"|seeing)(?=\s+(?:[\w'’]+\s+){0,2}?(?:azure|cloud|internet|outside"
            r"|web|microsoft))|phone(?:d)? home"
            r"|get to|getting to"
            r"|check(?:ed|ing)?[ -]in"
            r"|spoken to|heard from|touch(?:ed)?(?=\s+(?:the\s+)?(?:azure|cloud|internet|net))"
            r"|(?<!point )(?<!exchange )(?<!office )online"
            r"(?!\s+(?:backup|recover|protect|cop|point|restore))|get out|get hold of|get through|get at"
            r"|gotten out|speak\w*|communicat\w*"
            r"|had (?:any |an? )?(?:internet|connection|connectivity|network|contact"
            r"|link))\b(?!\s+to (?:the )?(?:domain|console|sql))"
            r"(?!\s+(?:problem|issue|trouble|fault|failure|error|loss|drop|outage))"
        ),
        "last reached": (
            r"\b(?:since|when|time|days?|weeks?|months?|ago)\b[^.;!?\n]{0,40}\blast\s+(?:\w+\s+)?(?:talk\w*"
            r"|reach\w*|connect\w*"
            r"|contact\w*|saw|seen|spoke\w*|heard|contact|connection)\b"
            r"|\blast\s+(?:\w+\s+)?(?:talk\w*|reach\w*|connect\w*|contact\w*|saw|seen|spoke|phoned"
            r"|checked in|answered"
            r"|heard)\b[^.;!?\n]{0,40}\b(?:minutes?|hours?|days?|weeks?|months?|years?|yesterday|ago)\b"
            r"|\blast time\b[^.;!?\n]{0,30}\b(?:saw|seen|reach\w*|talk\w*|connect\w*|contact\w*|spoke"
            r"|got through)\b"
            r"|\blast\s+(?:\w+\s+)?(?:contact\w*|connect\w*|reach\w*|seen"
            r"|sync\w*)(?:\s+\w+){0,4}?\s*(?:\bwas|\bon|:|=|\s)\s*(?:on\s+)?"
            r"(?:the\s+)?(?:\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b)"
        ),
        "since then": (
            r"\b(?:been|is|it['\u2019]s|has|have|gone|passed|elapsed|went by)\s[^.;:,!?\n]{0,40}\bsince\s+"
            r"(?:(?!(?:and|but)\b)[\w'\u2019-]+\s+){1,5}?(?:(?:last\s+)?(?:had|saw|could|reached|was able"
            r"|were able"
            r"|was last|were last|got|enjoyed)\b|(?:was|were)\s+(?:online|connected|reachable)\b(?! again))"
            r"(?=[^.;:!?\n]{0,30}\b(?:connect\w*|link|line|internet|network|contact|access|uplink|online"
            r"|reach\w*"
            r"|azure|cloud)\b|$)|\b(?:been|it['\u2019]s)\s[^.;:,!?\n]{0,40}\bsince\s[^.;:!?\n]{0,40}\blast\s+"
            r"(?:online|connected|reach\w*|had|saw|seen|could)\b"
        ),
        "stopped reaching": (
            r"\b(?:stopped|quit|ceased|gave up|lost the ability)\s+(?:to\s+)?(?:reach\w*|talk\w*|connect\w*"
            r"|contact\w*|see\w*|communicat\w*)\b"
        ),
        "returns false": (
            r"\b(?:returns?|returned|came back|comes back|printed|says?|said|shows?|shown|gives?|given"
            r"|reports?"
            r"|(?:report|return|show|answer|giv|print|say|read)ing"
            r"|reported|prints?|outputs?|answers?|answered|been|stays?|stayed|stands at|reads?|yields?"
            r"|yielded"
            rf"|delivers?|evaluates to)\s+{_NOTHING_ELSE}[\"'`$]*false\b"
            rf"|(?:\bnot|n['\u2019]t|\bnever)\s+(?:\w+\s+){{0,2}}?(?:return|giv|show|print|say|sa[iy]d|answer"
            r"|report|com|been)\w*\s+(?:back\s+)?(?:with\s+|as\s+)?any(?:thing)?\s+(?:\w+\s+)?(?:but|except|besides"
            r"|(?:other|else) than)\s+[\"'`$]*false\b"
            r"|cloudconnection\b(?:(?!(?:\bnot|n['\u2019]t|\bnever)\s+\w+\s+false\b)[^.?!\n]){0,40}\bfalse\b"
            r"|cloudconnection\b[^.?!\n]{0,20}(?:\bnot|n['’]t|\bnever|\bno longer)\b[^.?!,\n]{0,20}\btrue\b"
            r"|\bfalse\b[^.?!\n]{0,40}cloudconnection\b"
        ),
        "pasted": (
            rf"{_KEY}\s*(?:=|:|->|\bis\b)+\s*[\"']?(?:false|none|nok|ko|0|lost|down|off(?:line)?|disconnected"
            r"|no(?!\s+(?:\w+\s+)?(?:issue|problem|trouble|error|fault|interruption|outage|loss|drop|disruption"
            r"|failure)))\b"
        ),
        "planned": (
            r"\b(?:network|internet|line|link|wan|connectivity|connection|uplink|isp|provider|proxy)\s+"
            r"(?:maintenance|downtime|interruption|shutdown|switch-?over|migration|change window)\b"
            r"|\b(?:shut-?down|maintenance|downtime|interruption|loss) of (?:the |our |all )?"
            r"(?:network|internet"
            r"|line|link|wan|connection|uplink)\b"
        ),
        "prevented": (
            rf"{_PREVENTED}from\s+(?:\w+\s+)?(?:reach\w*|contact\w*|connect\w*|talk\w*|access\w*|see\w*"
            r"|get\w*|communicat\w*|go\w*|speak\w*)\b(?!\s+(?:my|our|their|any|the|a)\s+(?:back|file|data))"
        ),
        "lost since": (
            r"\blost\b(?=\s+(?:for|since)\s+(?:\w+\s+){0,3}?(?:\d|an?\b|one|two|three|days?|weeks?|months?))"
            # as the table has it: "lost >15 days"
            r"|\blost\b(?=\s*[>≥]=?\s*\d+\s*(?:d|days?)\b(?!\s+(?:of|worth)\b))"
        ),
    }
)
NEGATED_LOST = lazy(
    rf"{NOT}\s+(?:(?:{BETWEEN}|really|completely|totally|cut|at)\s+){{0,3}}?$"
    r"|\b(?:nothing|no rule)\s+(?:on|in|at|behind|of)\s+(?:\w+\s+){0,2}$"
    r"|\bat no (?:time|point)\s+$"
    r"|\bat no (?:time|point)\s+(?:did|has|have|was|were|had)\s+(?:\w+\s+){0,3}$"
    r"|\bnot (?:like|as if|as though|that|true that|the case that)\s+(?:[\w'’]+\s+){0,4}$"
)
# "needs internet", "trying in vain to reach Azure": a need or an attempt, not a state.
NEED_OR_ATTEMPT = lazy(
    r"\b(?:need|needs|require[sd]?|requires)\s+(?:\w+\s+){0,2}$"
    r"|\b(?:try|tries|tried|trying|attempt(?:s|ed|ing)?|struggl(?:e|es|ed|ing)|strives?|striving"
    r"|wants?|wanting|wish(?:es)?|waits?|waiting|fights?|fighting|keeps? (?:on )?(?:trying|retrying)"
    r"|retry|retries|retrying)\s+(?:[\w'\u2019-]+\s+){0,3}?(?:to|at|for)\s+(?:\w+\s+)?$"
)
