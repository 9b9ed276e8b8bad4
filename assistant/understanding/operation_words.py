"""The words people use for backing up and restoring, and for where data goes to or comes from."""

from __future__ import annotations

from assistant.decisions.expressions.patterns import lazy

# What sails is no verb: "our ship is offline", "ships in dry dock".
_SHIP = (
    r"(?<!the )(?<!our )(?<!a )(?<!this )(?<!that )(?<!each )(?<!every )(?<!cruise )(?<!on )(?<!\d )"
    r"\bship(?:s|ping)?\b(?!\s+(?:in|at|on|is|are|was|were|has|had|have|without|offline|lost|sails?|sailed"
    r"|with)\b)"
)
BACKUP = lazy(
    r"\bback(?:ing|ed|s)?[\s-]?ups?\b|\bback\b(?:(?!\bback\b)[^.?!\n]){0,25}\bup\b|\bprotect(?:s|ing|ion)?\b"
    r"|\bsync(?:s|ing|hroni[sz]\w+)?\b|\bcop(?:y|ies|ying)\b"
    r"|\brecovery points?\b[^.?!]{0,20}\b(?:creat|made|mak|tak|writ)\w*|"
    r"\b(?:creat|tak|mak|writ)(?:e|es|ing)\b[^.?!]{0,20}\brecovery points?\b|\bjobs?\b"
    r"|\bnew (?:recovery|restore) points?\b|\bupload(?:s|ing)?\b|\bpush(?:es|ing)?\b"
    rf"|\bsend(?:s|ing)?\b|{_SHIP}|\bsav(?:e|ing)\b|\bwrit(?:e|es|ing)\b|\boffload\w*"
    r"|\breplicat\w*\b|\bd2d2?c?\b|\bdisk[\s-]to[\s-](?:disk|cloud)\b|\bstor(?:e|ing)\b"
    r"|\bput(?:ting)?\b[^.?!\n]{0,30}\b(?:vault|azure|cloud|disks?|pool)\b"
    r"|\bmov(?:e|ing)\b[^.?!\n]{0,30}\b(?:to|into|onto)\b"
    r"|\b(?:get|getting|bring|bringing|carry|load|feed|copy)\b[^.?!\n]{0,30}\b(?:to|into|onto"
    r"|up to)\s+(?:the\s+|our\s+)?"
    r"(?:\w+\s+)?(?:vault|azure|cloud|disks?|pool|storage)\b"
    r"|\btransfer\w*\b[^.?!\n]{0,30}\b(?:to|into|onto)\b|\bsnapshots?\b"
    r"|\b(?:add|safeguard|archiv\w+|park|plac\w+|land|drop|dump|stash|deposit|secure|preserv\w+"
    r"|export(?!\s+(?:files?|folders?|data)\b)|stream"
    r"|transmit|pump|throw|load|fill|append|generat\w+|produc\w+)(?:ing|s)?\b"
    r"[^.?!\n]{0,40}\b(?:vault|azure|cloud|disks?|pool|storage|drives?|recovery points?)\b"
    r"|\bkeep(?:s|ing)?\b[^.?!\n]{0,25}\b(?:back\w*|copies|copy|points?)\b"
    r"|\bcopies (?:on)?to\b"
)
RESTORE = lazy(
    r"\brestor(?:e|es|ed|ing|ation)s?\b|\brecover(?:s|ed|ing|y)?\b(?!\s*(?:services?|points?|vault))"
    r"|\bpull(?:ing|s)?\b|\bget(?:ting)?\b[^.?!]{0,30}?\b(?:back(?![\s-]*(?:up|ing))|out|off)\b"
    r"|\bbring(?:ing)?\b[^.?!]{0,25}?\bback\b(?![\s-]*up)|\bretriev\w+|\bfetch\w*|\broll(?:ing)? back\b"
    r"|\bread(?:ing)? back\b|\bfish\w* out\b|\bgrab\w*\b|\bsalvag\w*|\bpulling?\b|\bundelet\w*\b"
    r"|\bdownload(?:s|ing)?\b|\bget(?:ting)?\b[^.?!\n]{0,35}\bfrom\b"
    r"|\bcop(?:y|ying)\b[^.?!\n]{0,30}\b(?:back|from|out of|off(?! to\b))\b"
    r"|\bmak(?:e|ing) use of\b[^.?!\n]{0,40}\b(?:back-?ups?|cop(?:y|ies)|points?|versions?)\b"
    r"|\baccess(?:ing)?\s+(?:(?:the|our|my|any|its)\s+)?(?:[\w-]+\s+){0,2}?"
    r"(?:back-?ups?|copies|copy|data|recovery points?|points|versions?)\b"
    r"|\btak(?:e|ing)\b[^.?!\n]{0,20}\b(?:back|out of)\b(?![\s-]*up)|\bback (?:out )?(?:of|from)\b"
    r"|\b(?:need|want)s?\b(?:(?!\b(?:back\w*|protect\w*|sav\w*|stor\w*"
    r"|send\w*)\b)[^.?!\n]){0,30}?\b(?:points?|cop(?:y|ies)|files?|folders?|data|databases?|dbs?|versions?"
    r"|mails?|mailbox(?:es)?|items?|backups?)\b[^.?!\n]{0,20}\b(?:out of|from)\b"
    # what comes out of where it is kept: "can the file come from disk?"
    r"|\b(?:files?|folders?|mails?|mailbox(?:es)?|databases?|dbs?|data|items?)\s+(?:then |still "
    r"|also )?com(?:e|es|ing)\s+"
    r"(?:straight |only )?(?:from|out of|off)\b(?=\s+(?:\w+\s+){0,2}?(?:disks?|vault|azure|cloud|local"
    r"|pool)\b)"
    r"|\b(?:put|tak|hav|giv|load|play|hand|plac)(?:e|es|ing|ting)?\b[^.?!\n]{0,45}\bback\b(?![\s-]*(?:up"
    r"|ing))"
    r"|\b(?:undo|undoing|revers\w+|revert\w*|repair\w*|replac\w+|rebuil\w+|recreat\w+|reconstruct\w*"
    r"|unearth\w*"
    r"|rescu\w+|extract\w*|resurrect\w*|draw\w*|dig\w*|lift\w*|haul\w*|return\w* to|go\w* back to|get\w* at"
    r"|get\w* hold of|lay\w* hands on|gain\w* access to)\b"
    r"(?=[^.?!\n]{0,70}\b(?:back-?ups?|cop(?:y|ies)|data|points?|versions?|vault|azure|cloud|disks?)\b)"
    # out of what is kept
    r"|(?<!kick )(?<!kicking )(?<!kicks )\b(?:from|out of|off|using|via|by means of)\s+(?:(?:the|our|an?|my"
    r"|its|that|this|these|those|[\w-]+['’]s)\s+)"
    r"(?:(?!(?:or|and|nor|but)\b)[\w-]+\s+){0,3}?(?:back-?ups?(?!\s+(?:run|work|job))|recovery points?)\b"
    r"|\bdata back\b|\brecuperat\w*\b|\brehydrat\w*\b"
    r"|\breinstat(?:e|ing)\b[^.?!\n]{0,30}\bfrom\b"
)
AZURE = lazy(
    r"\b(?:azure|cloud|vault|online|off-?site|recovery services|long[\s-]?term|second copy|remote copy"
    r"|rsv)\b(?!\s+stack)(?!\s+backup server)(?!\s+subscription)(?!\s+sub\b)"
)
DISK = lazy(
    r"\b(?:disks?|local(?:ly)?|on-?site|on-?prem\w*|attached|short[\s-]?term|d2d|storage pool"
    r"|mabs storage|premises|pool|first copy|onsite|d2d"
    r"|(?:on(?:to)?|to|into|from|off)\s+(?:(?:the|our|a|an|its|server'?s|local|attached|external"
    r"|backup)\s+){0,3}"
    r"(?:volumes?|drives?))\b"
)
# "connected to Azure", "reach Azure", "lost the link to Azure": where the server is, not where data goes
LINK_TO_AZURE = lazy(
    r"\b(?:connect\w*|connection|connectivity|link|line|reach\w*|contact|access|network|route|talk\w*"
    r"|cut off|offline|internet|touch|uplink|traffic|tunnel|vpn"
    r"|circuit)\s+(?:\w+\s+){0,2}?(?:to|from|with|into|toward|for|of)?\s*(?:the\s+)?(?:azure|cloud)\b"
    r"|\b(?:get|gets|getting|see|sees|way|path)\s+(?:\w+\s+)?(?:to\s+)?(?:the\s+)?(?:azure|cloud)\b"
    r"|\b(?:cloud|internet|network) (?:link|connection|connectivity|access)\b"
    r"|\bazure (?:link|connection|connectivity|line|subscription|sub|stack|backup server|account)\b"
)
LINK_RESTORED = lazy(
    r"\b(?:connect(?:ivity|ion)|internet|network|link|line|access|uplink|subscription"
    r"|sub)\b[^.?!,;]{0,25}\b(?:restored|recovered|back(?![\s-]*(?:ing[\s-]+)?ups?\b))\b"
    r"|\brestor(?:ed|ing)\s+(?:\w+\s+)?(?:connect\w+|internet|link|network|subscription|sub)\b"
)
# "which operations we get back": what works again, and nothing that is restored.
FUNCTIONS_BACK = lazy(
    r"\b(?:operations?|functions?|functionality|features?|capabilit\w+)\b[^.,;?!\n]{0,20}"
    r"\b(?:get(?:s|ting)?|c[ao]mes?|have|is|are)\s+back\b(?!\s*up)"
)
OFF_FROM_AZURE = lazy(
    r"\b(?:off|disconnected|isolated|separated|away|cut|unreachable"
    r"|not? hear\w*)\s+from\s+(?:the\s+)?(?:azure|cloud)\b"
)
NAMES = lazy(
    r"\b(?:microsoft\s+)?azure\s+(?:backup\s+server|backup\s+agent|backup\s+service"
    r"|stack(?:\s+(?:hub|hci))?)"
    r"|\bmicrosoft azure backup\b|\bmabs\b|\bprotection (?:matrix|table)\b"
    r"|\bbackup\s+(?:server|admin\w*|vm|box|host|machine|agent|software|console|product|team"
    r"|operator)s?\b"
    r"|\bmars\b|\brecovery services (?:agent|vault)\b|\bback(?:ed)? (?:to (?:active|normal)|online)\b"
)
# "the cloud copy": what is kept there, not something done
COPY_NOUN = lazy(
    r"(?P<made>\b(?:make|making|take|taking|create|creating|write|writing|produce|producing|put|store"
    r"|storing)\s+"
    r"(?:(?:an?|another|one|new|fresh|further|more|the|our|[\w'’-]+)\s+){1,4}?cop(?:y|ies)\b)"
    r"|(?<!make )(?<!make a )(?<!create a )(?<!take a )(?<!put a )(?<!store a )(?<!write a )"
    r"\b(?P<which>cloud|azure|second|first|remote|local|disk|off-?site|online|vault|old|last|latest"
    r"|the|our|an?|this|that|which|each|either|any|some)\s+cop(?:y|ies)\b"
    r"(?!\s+(?:to|onto|into)\s+(?:(?:the|our|local|attached|own|[\w-]+['’]s)\s+){0,4}(?:azure|cloud|vault|disks?|local\w*"
    r"|pool)\b)"
)
# "backed-up files", "a restore job": no backup is asked for.
BACKED_UP = lazy(
    r"\bbacked[\s-]?up\s+(?=\w*(?:data|files?|folders?|items?|databases?|dbs?|vms?|servers?|stuff|state)\b)"
)
# Beside a restore: what was backed up once ("restore what we backed up to the cloud").
ONCE_BACKED_UP = lazy(
    r"(?<!be )(?<!get )(?<!being )(?<!getting )\bbacked[\s-]?up(?:\s+(?:to|in|on|onto|into)(?=\s+(?:the\s+"
    r"|our\s+|local\s+)*"
    r"(?:azure|cloud|vault|disks?)\b))?"
)
RESTORE_JOB = lazy(r"\b(?P<which>restores?|recover(?:y|ies))(?:\s+|-)jobs?\b")

# "from the old backup": a noun, unless one is run or made ("make a backup"), or listed beside a restore
BACKUP_NOUN = lazy(
    r"(?<!run )(?<!do )(?<!make )(?<!take )(?<!start )(?<!have )"
    r"(?<!get )(?<!create )(?<!perform )(?<!continue )(?<!keep )(?<!resume )"
    r"(?<!trigger )(?<!launch )(?<!schedule )(?<!write )"
    r"(?<!continue with )(?<!carry on with )(?<!go on with )(?<!proceed with )"
    r"(?<!which )(?<!either )(?<!neither )(?<!both )"
    r"\b(?P<det>from|of|out of|the|our|an?|old|latest|last|this|that|these|those|its|any|[\w-]+['’]s"
    r")\s+(?P<which>(?:[\w-]+\s+){0,2}?)back-?ups?\b(?!\s+(?:run|work|job))"
    r"|\bback-?up data\b"
)
# "backup disks" are where data lies; nothing is asked to be done by that.
BACKUP_STORE = lazy(r"\bback-?up\s+(?=(?:disks?|drives?|storage|pool|volumes?)\b)")
# What is taken for it is named before a restore.
USED_FOR = lazy(r"\bus(?:e|es|ing)\b[^.?!\n]{0,60}\b(?:for|in|to)\s+(?:(?:a|an|the|my|our|this)\s+)?$")
# A restore told by what is wanted and where it is kept: "he is after one sheet from the disk copy".
WANTED_FROM = lazy(
    r"\b(?:need|want|requir|demand|request|ask(?=\w* for)|wish|miss|look(?=\w* for)|hop(?=\w* for)"
    r"|(?:is|are|'s|'re) after|must have|ha(?:ve|s)|get|like|can|could|may)\w*\b"
    r"[^.,;?!\n]{2,60}?\b(?:from|out of|off)\s+"
    r"(?P<source>(?:(?!(?:to|into|onto|and|or|but)\b)[\w'’-]+\s+){0,4}?"
    r"(?:back-?ups?|cop(?:y|ies)|points?|vault|backup (?:disks?|drives?|storage|volumes?)|disks?|pool)\b"
    r"(?!\s+(?:to|into|onto)\b)(?:\s+(?:in|on|at)\s+(?:the\s+)?(?:azure|cloud|vault|disks?|pool))?)"
)
# What is had "from" a backup and was never in it, or is to go from there.
NO_CONTENT = lazy(
    r"\b(?:alerts?|errors?|warnings?|messages?|notifications?|reports?|delet\w*|remov\w*|purg\w*|eras\w*|wip\w*"
    r"|free\w*|disconnect\w*|boot\w*|prevent\w*|stop\w*|differ\w*|apart|aside|far|credentials?|certificates?|keys?)\b"
)
