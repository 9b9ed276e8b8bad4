"""What is not answered: instructions slipped into a question, requests for secrets or harm."""

from __future__ import annotations

from assistant.answer import Finding, Statement
from assistant.decisions.expressions.patterns import lazy
from assistant.specialists.refusals.deceit import asks_others_talk, deceives, spies
from assistant.specialists.refusals.injection import instructs, is_encoded, tells_code, without_instructions
from assistant.specialists.refusals.own_environment import (
    asks_of_news,
    asks_of_own,
    asks_of_people,
    asks_to_act,
)
from assistant.understanding.connection.unrelated_clauses import without_unrelated
from assistant.understanding.message.language import foreign_language
from assistant.understanding.message.question_forms import tells_fault
from assistant.understanding.operations import find_operations
from assistant.understanding.product.products import OTHER_VERSIONS
from assistant.understanding.read import plain_of
from assistant.understanding.reading import Intent, QuestionKind, Reading
from assistant.understanding.subscription.states import read_states
from assistant.understanding.turns.chatter import is_reaction
from ingest.analysis import query_tokens

NAME = "conduct"
SCOPE = "I answer questions on Azure Backup Server on Azure Stack. What would you like to know about it?"
_SECRETS = lazy(
    r"\b(?:give|send|show|tell|reveal|need|hand|provide|share|email|what is|what's|leak"
    r"|dump)\b[^.?!\n]{0,50}\b(?:(?:customer|client|someone|somebody|colleague|user|admin|company"
    r"|tenant|(?:another|other) (?:tenant|company|customer))(?:'s|s'|s)"
    r"|their)\b[^.?!\n]{0,40}\b(?:credentials?|passphrases?|passwords?|keys?|secrets?|tokens?)\b"
    r"|\b(?:give|send|show|tell|reveal|hand|share|email|leak|dump|print|list|paste|output)\b[^.?!\n]{0,40}"
    r"\b(?:env(?:ironment)?[ _-]?var(?:iable)?s?|api[ _-]?keys?|access tokens?|process memory)\b"
    r"|\b(?:credentials?|passphrases?|passwords?|keys?|secrets?|tokens?)\b[^?!\n]{0,80}"
    r"\b(?:paste|post|print|dump|send|type|show)\s+(?:it|them|me|that|those)?[ ,]*(?:here|over|to me)\b"
    r"|\b(?:master|universal|backdoor)\s+(?:passphrase|password|key)\b"
    r"|\b(?:story|tale|poem|song|game|movie|novel)\b[^?!\n]{0,120}\b(?:credentials?|passphrases?|passwords?"
    r"|secrets?)\b"
    r"|\b(?:credentials?|passphrases?|passwords?|secrets?)\b[^?!\n]{0,120}\b(?:story|tale|poem|song|novel)\b"
)
_HARM = lazy(
    # "a deleted contract" is looked for
    r"\b(?<!\ba )(?<!\bthe )(?<!\bmy )(?<!\bour )(?<!\bsome )(?:delete|destroy|wipe|corrupt(?!ed|ion)|erase"
    r"|remove|sabotage|encrypt|disable|kill|purge|break|steal"
    # done to it, not the copy or the access that there is
    r"|(?:(?:(?<=\bto )|(?<=\bi )|(?<=\bwe )|(?<=\byou )|(?<=\bme )|(?<=\bus )|(?<=\band )|(?<=\bor )"
    r"|(?<=ly )"
    r"|(?<=\bplease )|(?<=[.?!:;,] )|^\W*)(?:copy|read|access))|copying|reading|accessing"
    r"|tamper)\w*\b[^.?!\n]{0,60}"
    # with, or from, another backup server of one's own
    r"\b(?:(?:another|other)(?!(?:(?<=with another)|(?<=via another)|(?<=using another)|(?<=from another)"
    r"|(?<=through another)|(?<=by another)|(?<=with other)|(?<=via other))(?:\s+\w+)?\s+"
    r"(?:mabs|dpm|abs|(?:backup )?(?:server|machine|vm|box|host))\b(?!['’]?s\b)"
    # "of the dead server from another one"
    r"|(?<=from another)\s+one\b(?!['’]?s\b)|(?<=with another)\s+one\b(?!['’]?s\b))"
    r"|someone|somebody|competitor|their"
    r"|ex-|former|customer|colleague|neighbou?r|boss|employer"
    r"|tenant)\w*'?s?\b[^.?!\n]{0,50}\b(?:recovery points?|backups?|data|vault|server|copies|restore)"
    r"|\b(?:switch|turn|shut|stop)\w*\b[^.?!\n]{0,60}\b(?:ex[- ]|former |competitor)"
    r"|\bso (?:that )?(?:they|he|she|nobody|no one|their"
    r"|the (?:customer|company|boss|auditors?))\b[^.?!\n]{0,40}\b(?:fails?|can'?t|cannot|notic\w*|see"
    r"|find|restore|recover|lose)\b"
    r"|\b(?:without (?:anyone|anybody|them|him|her|the (?:owner|admin|security|auditors?|team|boss)"
    r"|being)\s+(?:notic\w+|know\w+|caught|detected|seeing|find\w*)|cover (?:my|our) tracks"
    r"|(?:(?:nobody|no one|no-one|none of them) (?:must|may|should|shall|can|will)"
    r"|they (?:must|may|should|shall|can|will)(?: not|n['’]t)) (?:ever )?"
    r"(?:notic\w+|know|find out|see it|realis\w+|realiz\w+)"
    r"|(?:our|my|the|a) ransomware (?:kit|tool|payload|campaign|attack on)"
    r"|hide (?:the )?(?:evidence|traces)|(?:write|build|make|create|deploy|need|give me)"
    r" (?:me |us )?(?:some |a |an )?"
    r"(?:ransomware|malware|virus|exploit)|hack(?:ing)? (?:into|the|a)"
    r"|(?:our|my) (?:ransomware|malware|virus|trojan|worm|crypto-?locker|exploit)[ -]?(?:kit|campaign"
    r"|payload|operation|code|tool)s?"
    r"|so (?:that )?[^?!\n]{0,40}\b(?:our|my|the) (?:ransomware|malware|virus|trojan|worm|crypto-?locker)\s+"
    r"(?:\w+\s+)?(?:works?|succeeds?|sticks?|pays?|can'?t)"
    r"|(?:write|build|make|create|give|code)\b[^.?!\n]{0,20}\b(?:script|tool|job|program|command)\w*\b"
    r"[^?!\n]{0,80}\b(?:wip|delet|destroy|eras|purg|kill|corrupt|encrypt|nuk)\w*[^?!\n]{0,80}\bso\b"
    r"[^?!\n]{0,60}\b(?:can'?t|cannot|can not|never|no longer|won'?t|impossible)\b[^?!\n]{0,20}"
    r"\b(?:undone|recover\w*|restor\w*|get (?:it|them|anything) back|roll(?:ed)? back)"
    r"|(?:write|build|make|create|give|code)\b[^.?!\n]{0,20}\b(?:script|tool|job|program|command)\w*\b"
    r"[^?!\n]{0,120}\b(?:ransom\w*|bitcoins?|extort\w*|blackmail\w*)"
    r"|crack (?:the|a)|brute[\s-]?force"
    r"|bypass (?:the )?(?:security|pin|mfa|authentication|soft delete)"
    r"|disable (?:the )?(?:audit|logging|alerts?|security)\w*\b[^.?!\n]{0,30}\b(?:so|without"
    r"|before))\b"
)
# Whose data it would be, or what it would be for; and who would do it, or is told to.
_OF_PEOPLE = lazy(
    r"\b(?:some(?:one|body)|competitor|ex-|customer|colleague|neighbou?r|boss|employer|tenant|company|so\b"
    r"|without|notic|audit|ransom|malware|virus)"
)
_BY_PEOPLE = lazy(
    r"\b(?:i|we|you|he|she|they|me|us|to|please|let|help|how|can|could|must|should|want|scripts?|tools?)\b|['\u2019]m\b"
)
_CLAUSE_END = lazy(r"[.?!;:\n]")
_BROKE = lazy(r"\b(?:kill(?:s|ed|ing)|broke|break(?:s|ing)?)\b")
_DOING = lazy(r"^\W*\w+(?:ing|e?s|ed|oke)\b")
# Secrets of a machine taken out of it, and vaults or credentials of strangers put to use.
_STRANGERS = r"(?:competitors?|someone else|somebody else|strangers?|another company|other companies)"
_THEFT = lazy(
    r"\b(?:dump|extract|steal|grab|harvest|copy)\w*\b[^.?!\n]{0,40}\b(?:lsass|ntds(?:\.dit)?"
    r"|(?:password|ntlm|lm|credential|account)s? hash(?:es)?"
    r"|hash(?:es)? of (?:\w+\s+){0,2}(?:admins?|users?|accounts?|passwords?)|kerberos|golden tickets?)\b"
    r"|\b(?:regist|us(?:e|ing)\b|attach|connect|log|get|access|restor|read|copy|pull"
    r"|point)\w*\b[^.?!\n]{0,60}"
    rf"\b{_STRANGERS}(?:['\u2019]s|s['\u2019])\s+(?:\w+\s+){{0,2}}(?:vaults?|credentials?|backups?|data)\b"
)
_QUIZ = lazy(
    r"(?:\b(?:write|make|create|prepare|compose|give|draft|generate|need|want)\b[^.?!\n]{0,40}"
    r"|^\W*(?:\w+\s+){0,2})"
    r"\b(?:(?:practice|exam|quiz|interview|mock|certification|multiple[- ]choice)\s+questions"
    r"|practice (?:exam|test)s?)\b"
    r"|\b(?:write|make|create|prepare|compose)\b[^.?!\n]{0,20}\bquiz\b"
)
# Platforms whose own upkeep is told of, and no backup.
_PLATFORM = lazy(
    r"\bhci\b|\bcluster[- ]aware updating\b|\bproxmox\b|\bnutanix\b"
    r"|\b(?:azure )?stack(?: hub)?(?:['\u2019]s)? (?:itself|own\b|fabric|(?:integrated )?system|appliance"
    r"|hosts?\b"
    r"|nodes?\b|hardware|firmware|scale unit|infrastructure|update\b)|\bazure stack hub\b"
)
# "not the backup vm" says what isn't meant.
_NOT_MEANT = lazy(
    r"(?:\bnot|\brather than|\binstead of)\s+(?:(?:of|the|our|on|for|that|this|mabs|azure)\s+){0,4}"
    r"(?:back-?up\s+)?(?:vms?|servers?|mabs|machines?|guests?)\b"
)
_UPKEEP = lazy(
    r"\b(?:updat\w*|patch\w*|hot-?fix\w*|firmware|upgrad\w*|deploy\w*|resum\w*|storage (?:spaces|pool)"
    r"|quorum|drain\w*"
    r"|reboot\w*)\b"
)
_OF_BACKUP = lazy(
    r"\b(?:mabs|abs|dpm|data protection manager|backup server|back\w*|protect\w*|restor\w*|recover\w*|vaults?"
    r"|guide|matrix|agents?|replicas?|support\w*|install\w*)\b"
)
_SIGNATURE = lazy(r"\bsent from (?:my |the )?\w+(?: \w+)?\W*$")
_GREETING = lazy(
    r"^\W*(?:(?:ok(?:ay)?|ah|oh|great|cool|nice|perfect|thanks?|alright|hi|hello)\W+)*"
    r"(?:hi|hello|hey|good (?:morning|afternoon|evening)|moin|servus|yo|thanks?|thank you|thx|ty"
    r"|ok(?:ay)?|cheers|bye|test(?:ing)?|ping|help|start|cool|great"
    r"|nice|perfect|alright|understood|got it|i see|makes sense|good to know)"
    r"(?:[\s,]+(?:thanks?|thx|bye|there|all|team|everyone|you|a lot|so much|very much|mate|bot|again"
    r"|me|guys))*\W*$"
)
_HELP = lazy(
    r"\b(?:what can you (?:do|answer|help)|who are you|what are you|how do you work"
    r"|are you (?:a bot|human|real|an ai))\b"
)
# What only runs in the same place or at the same time.
_BESIDE = lazy(
    r"\b(?:also|too|as well|in parallel|besides|additionally|alongside"
    r"|same (?:time|hour|night|window|moment|server|box|machine|host|vm))\b"
)
_SENTENCE = lazy(r"[^.?!;\n]+(?:[.](?=\S)[^.?!;\n]+)*")
# Products of others; a short question on one of them that names nothing of ours is about another matter.
_ELSEWHERE = lazy(
    r"\b(?:veeam|commvault|net ?backup|acronis|rubrik|cohesity|arcserve|bacula|spectrum protect|dsmc"
    r"|networker"
    r"|avamar|data domain|backup exec|nakivo|unitrends|datto|druva|zerto|time machine|borg(?:backup)?|restic"
    r"|duplicati|rsync|velero|kasten|hyper backup|rman|pg_(?:dump|basebackup)|mongodump|xtrabackup|vmotion"
    r"|storage vmotion|lvm|lvextend|openshift|laserjet|toner|inkjet|citrix|fortigate|aws|amazon s3|glacier"
    r"|gcp"
    r"|google (?:cloud|drive|docs|workspace)|dropbox|sccm|mecm|intune|autopilot|jamf"
    r"|outlook(?! (?:psts?|osts?|archives?|data|files?)\b)|(?:ms "
    r"|microsoft )teams"
    r"|slack|jira|confluence|salesforce|zabbix|nagios|grafana|jenkins|gitlab|github|power ?bi|tableau|qlik\w*"
    r"|netflix|spotify|iphone|ipad|android|whatsapp)\b"
)
# The way in for people at home; what is backed up over it is ours.
_OF_CLIENTS = lazy(
    r"\b(?:always[\s-]?on vpn|vpn (?:client|app|dialer|user)s?|(?:ssl|user) vpn|any\s?connect|rras"
    r"|global\s?protect|openvpn|wireguard)\b"
)
_OURS = lazy(
    r"\b(?:mabs|abs|dpm|data protection manager|backup server|azure|stack|vaults?|recovery (?:services?"
    r"|points?)|guide|matrix|firewall|mars|cbengine|dpmra|protection (?:group|agent|matrix)|replicas?)\b"
)
# Where others' products run too.
_ON_STACK = lazy(
    r"\b(?:on|of|for|in|from)\s+(?:our|the|this|my|azure)\s+(?:azure\s+)?stack\b(?:\s+(?:vms?|hub))?"
)
# The platform's own portal in a browser, and the hardware below it.
_OWN_PORTAL = lazy(
    r"\bstack\b[^.?!\n]{0,20}\bportal\b[^?!]*"
    r"\b(?:sign(?:s|ed)?[- ](?:in|out)|log(?:s|ged)?[- ]?(?:me |us )?(?:in|out|off)|edge|firefox|chrome"
    r"|safari|browsers?)\b"
)
_BACK_TO = lazy(r"\bback(?= to\b)")
_HARDWARE = lazy(
    r"\b(?:fans?|power suppl\w+|psus?)\b[^?]{0,80}\b(?:scream\w*|loud\w*|nois\w+|rattl\w*|howl\w*|whin\w+"
    r"|squeal\w*|spin\w*|fail\w*|dead|broken|replac\w*)\b|\bloud fans?\b"
    r"|\b(?:leds?|lights?|lamps?|disks?|drives?)\b[^.?!\n]{0,30}\b(?:blink\w*|flash\w*|glow\w*)\b[^.?!\n]{0,12}"
    r"\b(?:amber|orange|red|yellow)\b"
)
# Services of Azure that have nothing to do with a backup, unless they are what is to be protected.
_AZURE_SERVICE = lazy(
    r"\b(?:(?:microsoft )?azure )?(?:cosmos ?db|data factory|databricks|synapse|cognitive services"
    r"|openai|logic apps?"
    r"|event hubs?|service bus|front door|api management|app services?|machine learning|notification hubs?)\b"
    r"|\b(?:microsoft )?azure (?:functions?|devops|boards|pipelines|repos|sentinel|maps|bot service"
    r"|cdn|lighthouse)\b"
)
_BACKUP = lazy(r"\bback\w*|\bprotect\w*|\brestor\w*|\brecover\w*|\bmatrix\b")
_ASKS_LISTED = lazy(
    r"\b(?:is|are)\b[^.?!\n]{0,40}\b(?:listed|protected)\b|\bin (?:the|your) (?:table|matrix)\b"
)
_SHORT_WORDS = 25
OUTSIDE = 0.5
"""The probability of lying outside from which on a question is not answered."""

SURELY_OUTSIDE = 0.7
"""The same for a turn that goes on in a talk, which may leave out what it is about."""

_LEAST_NEW = 2
_WORD_OF_TALK = 5
_NEXT = lazy(r"\bwhat(?:['’]?s)? (?:next|now)\b|\b(?:now|then) what\b")
_GOES_ON = lazy(
    r"^\W*(?:(?:ok|okay|so|well|hm+|sorry|i'?m|we'?re|i|we)\W+)*(?:(?:and|or|but|also|then)\b"
    r"|(?:anything|what|something|nothing|where|who) else\b"
    # the choice is left open: "not sure, it's both"
    r"|(?:not (?:so |too |quite |really |that )?sure|unsure|dunno|no (?:idea|clue)|(?:do not|don['’]?t) know"
    r"|can['’]?t (?:say|tell)|hard to (?:say|tell))\b"
    r"(?!\s+(?:if|whether|how|what|why|when|who|where|about)\b))"
)
# What a device of the room shows is asked, whatever happened to the server beside it.
_DEVICE_SIGN = lazy(
    r"\b(?:ac|a/c|air[\s-]?con\w*|ups|pdu|printer|copier|fridge|boiler|heater|chiller|thermostat|generator"
    r"|projector|elevator|coffee machine|dishwasher)\b[^?]{0,60}\b(?:shows?|showing|displays?|beeps?|beeping"
    r"|blinks?|blinking|flash\w*|reads|says)\b[^?]*"
    r"\bwhat(?:['\u2019]?s| is| does|s)?\s+(?:(?:the|a|code|error|this|that)\s+)*"
    r"(?:[a-z]{1,3}-?\d{1,4}|it|this|that|code|beep\w*)(?:\s+(?:mean|stand for|say)s?)?\W*$"
)
MAYBE_FAULT = 0.25
"""With this probability of being the report of a fault, the error reference is asked all the same."""


def refuse(text: str) -> Finding | None:
    """The finding for what is not answered at all; None when there is a question to answer."""
    stolen = _is_harm(text) or _SECRETS().search(text) or _THEFT().search(text)
    if stolen or deceives(text) or spies(text):
        return _said(
            "I can't help with that: I have no access to anyone's data or secrets, and I don't help to harm "
            "or bypass a backup.",
            SCOPE,
        )
    if _QUIZ().search(text):
        return _said("I write no exercises: I answer questions from my documents.", SCOPE)
    if asks_others_talk(text):
        return _said("I can't tell that: what others ask stays with them.", SCOPE)
    if asks_of_own(plain_of(text)):
        return _said("I can't know that: I read documents and see nothing of your environment.", SCOPE)
    if asks_to_act(plain_of(text)):
        return _said("I can't do that: I read documents and have no access to your systems.", SCOPE)
    if asks_of_news(plain_of(text)):
        return _said("I can't tell: my documents hold no news, states of services or plans.", SCOPE)
    if asks_of_people(text):
        return _said("I can't tell: my documents name no people behind the product.", SCOPE)
    if is_small_talk(text):
        return _said(
            SCOPE, "Paste an error code, or describe the state of the server and what you want to do."
        )
    language = foreign_language(text)
    if language:
        named = "" if language == "another language" else f" This looks like {language}."
        return _said(
            "I can answer in English only, since the guide and the rules for reading questions are in "
            f"English.{named}",
            "Please ask in English.",
        )
    if instructs(text) and not _asks_of_ours(text):
        return (
            _said("I don't decode text; please ask in plain words.", SCOPE)
            if is_encoded(text)
            else _said(SCOPE)
        )
    return None


def _is_harm(text: str) -> bool:
    """Whether harm is asked for; what a job or an agent did to other machines is a fault that is told."""
    harm = _HARM().search(text)
    fault = harm and (tells_fault(text) or _BROKE().search(harm[0]))
    if not harm or not fault or _OF_PEOPLE().search(text):
        return bool(harm)
    before = _CLAUSE_END().split(text[: harm.start()])[-1]
    told = _DOING().search(harm[0]) and before.strip()
    return not told or bool(_BY_PEOPLE().search(before))


# A text of somebody else is to be gone through or replied to, whatever it is about.
_GO_THROUGH = lazy(
    r"(?:^|[.?!;:,>\]\"\n]|\b(?:please|pls|hi|hello|hey|you)\b)\W{0,5}"
    r"(?:summari[sz]e|sum up|sum (?:it|this|that) up|translate|shorten|rephrase|paraphrase|proofread"
    r"|tl;?dr)\b"
    r"|\bwhat (?:do|shall|should|can|could|would|must) (?:i|we) (?:\w+ )?(?:answer|reply|write|respond|tell"
    r"|say)\b"
    r"|\bwhat(?:['\u2019]?s| is) (?:my|our|the) (?:answer|reply|response)\b"
)
_BACKS_UP = lazy(r"\bback(?:ed|ing|s)?[\s-]?ups?\b|\brestor\w*|\brecover\w*|\bprotect\w*|\bsubscription\b")


def _asks_of_ours(text: str) -> bool:
    """Whether something is asked in `text` beside instructions, and not only another matter's text to be gone
    through: of that, only trouble and states are told of."""
    rest = without_instructions(text)
    if not rest or not _GO_THROUGH().search(text):
        return bool(rest)
    asked = _GO_THROUGH().sub(" ", rest)
    if "?" in asked and _OURS().search(asked):
        return True
    told = read_states(plain_of(asked))
    return bool(
        (tells_fault(asked) and (_OURS().search(asked) or _BACKS_UP().search(asked)))
        or tells_code(asked)
        or ((told.subscription or told.connectivity) and _BACKS_UP().search(asked))
    )


def is_small_talk(text: str) -> bool:
    """Whether `text` greets, thanks or asks who is speaking, and nothing else."""
    return bool(_GREETING().match(text) or _HELP().search(text)) or is_reaction(text)


def elsewhere(text: str) -> Finding | None:
    """The finding for a short question on a product of others; None for all other questions."""
    text = _SIGNATURE().sub("", text)
    other = _other_matter(text)
    if not other or _asks_own_case(text) or _ASKS_LISTED().search(text) or _only_runs_beside(text):
        return None
    return _said(f"That is about {other}, which my documents don't cover.", SCOPE)


def _only_runs_beside(text: str) -> bool:
    """Whether another product is only said to run beside, where a sentence without it tells of a fault."""
    sentences = [match[0] for match in _SENTENCE().finditer(text)]
    naming = [one for one in sentences if _ELSEWHERE().search(one)]
    told = any(tells_fault(one) for one in sentences if one not in naming)
    return told and bool(naming) and all(_BESIDE().search(one) for one in naming)


def _other_matter(text: str) -> str:
    """What of others a short question is about; empty where it is about nothing of theirs."""
    meant = _NOT_MEANT().sub(" ", text)
    if _PLATFORM().search(meant) and _UPKEEP().search(meant) and not _OF_BACKUP().search(meant):
        return "the upkeep of a platform"
    if _OWN_PORTAL().search(meant) and not _OF_BACKUP().search(_BACK_TO().sub(" ", meant)):
        return "the portal of the platform itself"
    if _DEVICE_SIGN().search(text) or _HARDWARE().search(text):
        return "a device beside the server"
    rest = _AZURE_SERVICE().sub("", text)
    of_others = (rest != text and not _BACKUP().search(text)) or is_of_clients(text)
    other = _ELSEWHERE().search(text) or of_others
    ours = _OURS().search(_ON_STACK().sub(" ", rest))
    return "another product" if len(text.split()) <= _SHORT_WORDS and other and not ours else ""


def is_of_clients(text: str) -> bool:
    """Whether the way in of somebody's computer is told of, and no backup: its numbers are none of ours."""
    return bool(_OF_CLIENTS().search(text)) and not (_BACKUP().search(text) or _OURS().search(text))


def _asks_own_case(text: str) -> bool:
    """Whether the other product is only told of beside a case of one's own."""
    besides = without_unrelated(text)
    if besides == text or _ELSEWHERE().search(besides):
        return False
    states = read_states(besides)
    return bool(find_operations(besides) and (states.subscription or states.connectivity))


_ANYBODYS = {"protection", "vault"}
"""Topics whose words other matters have as well: the backup of a phone, the vault of a bank."""


def outside(reading: Reading) -> Finding | None:
    """The finding for a question that the encoder takes for another matter, and that names nothing of ours;
    None for all others."""
    told = reading.intents
    if reading.hosts or reading.topics - _ANYBODYS or _OURS().search(reading.plain):
        return None
    if told.get(Intent.OUTSIDE, 0.0) < OUTSIDE or told.get(Intent.FAULT, 0.0) >= MAYBE_FAULT:
        return None
    return _said("That lies outside of what I know.", SCOPE)


def is_strange(reading: Reading) -> bool:
    """Whether a turn behind others surely is about another matter than any document and than the talk."""
    if _is_word_of_talk(reading):
        return False
    told = reading.intents.get(Intent.OUTSIDE, 0.0) >= SURELY_OUTSIDE
    own = (
        reading.topics or reading.operations or reading.quantities or reading.vm_sizes or reading.subscription
    )
    named = bool(reading.named_products or OTHER_VERSIONS().search(reading.plain))
    new = set(query_tokens(reading.plain)) - set(query_tokens(reading.previous.get("query", "")))
    goes_on = _GOES_ON().match(reading.plain)
    return bool(told and not (own or named or goes_on) and len(new) >= _LEAST_NEW)


def _is_word_of_talk(reading: Reading) -> bool:
    """Whether a few words tell something of what the talk is about ("ours are in two"), or ask to go on."""
    text = reading.plain
    told = reading.kind is QuestionKind.STATEMENT and "?" not in text
    few = len(text.split()) <= _WORD_OF_TALK
    return few and bool(told or _NEXT().search(text)) and not _ELSEWHERE().search(text)


def _said(*sentences: str) -> Finding:
    statements = tuple(
        Statement(text, role="verdict" if n == 0 else "reason") for n, text in enumerate(sentences)
    )
    return Finding(NAME, "abstained", statements, 1.0)
