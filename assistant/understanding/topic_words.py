"""The words that point to a topic, and to what of a workload is meant."""

from __future__ import annotations

# topic -> pattern of the words for it
TOPICS = {
    "domain-controller": (
        r"\bdomain[\s_-]?controllers?\b|(?<!\d\d\d\d )(?<!\d\d\d\d-)(?<!r2 )(?<!r2-)\bdcs?\b(?!\s*edition)"
        r"|\bad server\b|\bactive directory server\b"
        r"|\bADDS? (?:role|box|server)\b|\b(?:ad|active directory|log-?on|log-?in"
        r"|authentication)\s+(?:box|server|machine|vm|host)\b|\b(?:handles?|does|serves?"
        r"|runs?)\s+(?:\w+\s+){0,2}?(?:log-?ons?|log-?ins?)\b"
        r"(?!\s+(?:desktops?|pages?|screens?|names?|accounts?|users?|windows?|prompts?|scripts?|work|need"
        r"|have|take|fail|require))"
    ),
    "application-server": (
        r"\bapp(?:lication)?[\s-]*server(?:\s+role)?\b"
        r"|\b(?:erp|crm|app(?:lication)?|line[\s-]of[\s-]business)\s+(?:server|box|machine|vm|host)\b"
    ),
    "exchange-server": r"\bexchange(?:\s+server)?\b(?!\s+online)"
    r"|\b(?:e-?)?mail\s*(?:server|box server|box|vm|machine|host)\b",
    "cluster-node": r"\bcluster(?:ed|s)?\b(?!\s+(?:size|shared))|\bnode\s*\d{0,2}\b|\bfail-?over\b|\bwsfc\b",
    "dedicated": (
        r"\b(?:dedicated|single[\s-]purpose)\b"
        r"|\b(?:shar(?:e|ed|ing)|co-?locat\w*|coexist\w*|alongside|together with"
        r"|same (?:vm|box|machine|server) as|also run|also host|next to|besides|side by side"
        r"|other (?:roles?|apps?|applications?|software|services?|workloads?)|print server|file shares?"
        r"|file server|wsus|iis|web ?server|dns|dhcp|wds|sccm|jump ?(?:host|box)|rds|terminal server"
        r"|monitoring|multi-?purpose)\b"
        r"|\bus(?:ed?|ing)\b[^.?!,;]{0,15}\bfor (?:something|anything|other things"
        r"|another (?:job|purpose|thing))\b"
    ),
    "domain": (
        r"\bdomain\b(?!\s+(?:controller|user|admin|account|name))|\bworkgroup\b|\bdomain[\s-]?join\w*"
        r"|\bstand-?alone\b|\bnot joined\b"
    ),
    "installer-account": (
        r"\b(?:local|domain)\s+(?:admin\w*|users?|accounts?)\b"
        r"|\b(?:which|what|whose|who)\s+(?:\w+\s+){0,2}?(?:account|user|rights|permissions?|privileges?"
        r"|credentials)\b"
        r"|\b(?:rights|permissions?|privileges?)\b[^.?!]{0,30}\b(?:install|setup|set up)"
        r"|\b(?:run|runs|running|start|starts|starting|launch|launches|launching|execute)\s+"
        r"(?:(?:the|mabs|dpm|our)\s+){0,2}(?:setup|installer|installation)\s+(?:as|with|under)\b"
        r"|\bwho\s+(?:is\s+)?(?:may|can|could|should|must|shall|allowed to|has to|needs to"
        r"|is to)\s+(?:\w+\s+)?"
        r"(?:install|run|start|do)\s+(?:the\s+|mabs\s+)?(?:software|setup|install\w*|wizard|mabs)\b"
    ),
    "dotnet": (
        r"\.?\bdot\s?net\b|(?<![\w.])\.net\b|\bnet (?:framework|core|standard)\b"
        r"|\b\.?net\s?(?:fx)?\s?[345](?:\.\d)*\b"
        r"|\bframework\s+\d"
    ),
    "sql-location": (
        r"\b(?:remote|central|separate|external|another|different|dedicated|shared|existing|own|other"
        r"|local|bundled|corporate|big|clustered)\s+(?:\w+\s+){0,3}?(?:sql|dpmdb|database server|db server"
        r"|instance)\b"
        r"|\bsql\b[^.?!]{0,60}\b(?:remote(?:ly)?|elsewhere|another (?:server|machine|vm|box|host)"
        r"|other (?:server|machine|vm|box|host)|separate (?:server|machine|vm|box|host)|local(?:ly)?"
        r"|bundled|same (?:server|machine|vm|box)|own instance|own licen[cs]es?)\b"
        r"|\bdpmdb\b|\b(?:mabs|backup server)(?:'s)? (?:own )?(?:database|db)\b"
    ),
    "virtual-network": (
        r"\bv-?nets?\b|\bvirtual networks?\b|\bsame (?:azure )?(?:network|subscription|sub)\b"
        r"|\b(?:different|two|other|separate|another|multiple) (?:azure )?(?:v?nets?|networks?"
        r"|subscriptions?|subs)\b"
    ),
    "extract-space": (
        r"\b(?:extract\w*|unpack\w*|unzip\w*|setup files|installer files)\b[^.?!]{0,50}\b(?:space|room"
        r"|disk|gb|free|big|much)\b"
        r"|\b(?:space|room|gb|free|much)\b[^.?!]{0,50}\b(?:extract\w*|unpack\w*|unzip\w*)\b"
    ),
    "scratch": r"\bscratch\b|\bcache (?:location|folder|volume|disk|size|space)\b"
    r"|\b(?:5|five)[\s-]?(?:%|per ?cent)\s+(?:\w+\s+)?(?:rule|space|location|requirement)\b",
    "backup-storage": (
        r"\b(?:backup storage|storage pool|local storage|local disks?|attached disks?|data disks?"
        r"|(?:my|our|disk|backup|dpm|mabs|largest|biggest|max\w*) (?:(?:storage|disk|backup|raw) )?pool"
        r"|need(?:ed)? (?:any )?disks?|disk storage)\b"
    ),
    "storage-account": r"\bstorage accounts?\b",
    "temporary-disk": (
        r"\b(?:temp(?:orary)?\s+(?:disk|storage|drive)|staging|cache|drive d|d:|volume d|local staging)\b"
    ),
    "host-image": (
        r"\b(?:os image|gallery image|image|operating system|base os|host os|os version"
        r"|which (?:windows|os)|what (?:windows|os))\b"
        r"|\b(?:install|run|deploy|put|host|build|set ?up|setup)\w*\s+(?:\w+\s+){0,4}?(?:on|with"
        r"|under)\s+(?:\w+\s+){0,2}?(?:windows|win|server|w2k|ws)[\s-]*(?:server)?[\s-]*\d"
    ),
    "vm-size": (
        r"\b(?:vm|machine|server|instance) siz\w+\b"
        r"|\bsiz(?:e|ing)\b[^.?!]{0,25}\b(?:vm|machine|server|mabs)\b"
        r"|\b(?:cores?|cpus?|vcpus?|procs?|processors?|ram|memory|mem)\b"
        r"|\b(?:standard|basic)?[_\s]?[ad]\d+(?:_?v\d)?\b(?!\.)"
        r"|\b(?:min(?:imum)?|hardware|system)\s+(?:spec\w*|requirements?|hardware)\b|\bbig enough\b"
        r"|\bsmallest (?:vm|size|machine)\b"
    ),
    "vault": r"\b(?:recovery services )?vaults?\b",
    "passphrase": r"\bpass-?\s?phrases?\b|\bencryption (?:key|password|secret)\b",
    "internet-at-install": (
        r"\b(?:agent|mars|installer|setup|install\w*)\b[^.?!]{0,60}\b(?:internet|proxy|offline"
        r"|connectivity)\b"
        r"|\b(?:internet|proxy)\b[^.?!]{0,60}\b(?:agent|mars|install\w*|setup)\b"
    ),
    "installer-files": (
        r"\b(?:installer|install(?:ation)?|setup|download\w*)\b[^.?!]{0,30}\bfiles?\b"
        r"|\bfiles?\b[^.?!]{0,30}\b(?:installer|download\w*|same folder)\b|\.bin\b"
    ),
    "retention-local": (
        r"\b(?:keep|retain|retention|hold|store|stay|leave|days?|weeks?|months?|long"
        r"|old)\b[^.?!]{0,70}\b(?:local(?:ly)?|attached|on[\s-]?disks?|disks?|operational)\b"
        r"|\b(?:local(?:ly)?|attached|disks?|operational|on-?site)\b[^.?!]{0,70}\b(?:keep|retain|retention"
        r"|hold|long|days?|weeks?|months?|old)\b"
    ),
    "recovery-points": (
        r"\b(?:recovery points?|rps?|restore points?)\b"
        r"|\bpoints?\b[^.?!]{0,40}\b(?:vault|limit|per day|daily|weekly|monthly)\b"
        r"|\bvault\b[^.?!]{0,40}\b(?:limit|full|points?|fill)\b|\b9[ ,.]?999\b"
    ),
    "data-disks": (
        r"\b(?:how many|max\w*|number of|\d+|attach\w*)\b[^.?!]{0,30}\b(?:disks?|drives?)\b"
        r"|\b(?:disks?|drives?)\b[^.?!]{0,25}\b(?:max\w*|attach\w*|limit|per vm|on an?|for an?|a[234])\b"
    ),
    "download": r"\bdownload\w*\b|\binstaller size\b",
    "firewall": (
        r"\b(?:firewall|fw|whitelist\w*|allow-?list\w*|white-?list\w*|urls?|endpoints?|ip ranges?|ips?"
        r"|ip addresses|outbound|permit\w*|unblock\w*|proxy rules?|allow rules?"
        r"|open (?:at|on|in) the (?:proxy|firewall))\b"
    ),
    "protection": (
        r"\bprotect\w*\b|\bsupport(?:s|ed|ing)?\b|\bmatrix\b|\bback(?:ing|ed|s)?[\s-]?ups?\b|\blisted\b"
        r"|\bcover(?:s|ed)?\b|\bwork(?:s|ing)? with\b|\bcompatible\b|\bworkloads?\b|\bdata sources?\b"
        r"|\bsafeguard\w*\b|\bguests?\b|\bhandles?\b|\btake care of\b|\brecogni[sz]e\w*\b"
    ),
    "replication": (
        r"\b(?:geo|lrs|grs|zrs|locally|zone)[\s-]*(?:redundan\w*)?\b|\bredundan\w*\b|\breplication\b"
    ),
}
# what of a workload is meant -> pattern of the words for it
_NO_SETTING = r"(?!\s+(?:keys?|values?|settings?|entr\w+|editor|path|hack|tweak|fix|on|under|at)\b)"
_OF_SITE = (
    r"(?:lists?(?!\s+(?:of|in|for|entr\w+|names?|includes?|contains?|says?)\b)|documents?|items?|pages?"
    r"|librar(?:y|ies)|sub-?sites?)"
)
_GOT_BACK = (
    r"(?:restor\w*|recover(?:s|ed|ing)?|undelet\w*|back(?:s|ed|ing)?[\s-]?(?:\w+\s)?ups?"
    r"|protect(?:s|ed|ing)?)"
)
_OF_DIRECTORY = (
    r"\b(?:(?:ad|active directory)[\s-]+(?:objects?|items?|ous?)"
    r"|(?:objects?|ous?|gpos?)\s+(?:in|of|from)\s+(?:the\s+|our\s+)?(?:ad|active directory)"
    r"|organi[sz]ational units?|ous|gpos?)\b"
)
# Whoever has an account may restore something himself.
_ACCOUNT = (
    r"\b(?:(?:ad|active directory)[\s-]+(?:users?|accounts?)"
    r"|(?:users?|accounts?)\s+(?:in|of|from)\s+(?:the\s+|our\s+)?(?:ad|active directory))\b"
)
LEVELS = {
    "system state": r"\bsystem[\s-]?state\b",
    "bare metal": r"\bbare[\s-]?metal(?:\s+(?:recovery|restore|backup))?\b|\bbmr\b",
    "whole virtual machine": (
        r"\b(?:whole|entire|full|complete)\s+(?:vms?|virtual machines?|machines?|servers?|images?)\b"
        r"|\b(?:vms?|virtual machines?|machines?|servers?|boxes|it|them|back|restored?|recovered)\s+"
        r"(?:back\s+)?as (?:(?:an?|one) )?(?:(?:whole|complete|full|single) )?(?:images?|one piece|a whole)\b"
        r"|\bimages? (?:backups? )?of (?:the|an?|our|my|that|this|whole)\s+(?:\w+\s+){0,2}?"
        r"(?:vms?|virtual machines?|guests?)\b"
        r"|\bvm[\s-]level\b|\bvm images?\b|\bhost[\s-]level\b|\bimage[\s-]level\b|\bfull disaster image\b"
    ),
    "volumes": r"\bvolumes?\b",
    "files": r"\bfiles?\b(?!\s*(?:server|share))",
    "folders": r"\b(?:folders?|director(?:y|ies))\b",
    "database": r"\b(?:databases?|dbs?)\b",
    "farm": r"\bfarms?\b",
    "frontend": r"\bfront-?\s?ends?\b|\bwfe\b",
    "web server": r"\bweb\s+servers?\b",
    "site or item": (
        r"\bsite collections?\b|\bsingle (?:documents?|items?|sites?)\b|\bitem[\s-]level\b|\blist items?\b"
        r"|\bdocument librar\w+\b"
        rf"|\bshare\s?point\b(?:\s+(?:server|20\d\d))*\s+(?:single\s+)?{_OF_SITE}\b"
        rf"|\b(?:restor\w*|recover\w*|protect\w*|back(?:ing)?[\s-]?up)\s+(?:(?:an?|one|single|individual|the"
        rf"|my|our"
        rf"|from|some)\s+){{0,3}}{_OF_SITE}\b[^.?!]{{0,30}}\bshare\s?point\b"
    ),
    "instance": r"\b(?:whole|entire|full)\s+instances?\b|\binstance[\s-]level\b",
    "search index": r"\bsearch[\s-]+index(?:es)?\b|\bindex of the search\b",
    "table": r"\b(?:single|individual|one)\s+tables?\b|\btable[\s-]level\b"
    r"|\bsql\b(?:\s+(?:server|20\d\d|sp\d|r2))*\s+tables?\s+(?:restor|recover|back|protect)\w*",
    "row": r"\b(?:single|individual)\s+(?:rows?|records?)\b(?!\s+(?:of|in) the (?:matrix|table))"
    r"|\b(?:row|record)[\s-]level\b"
    r"|\bsql\b(?:\s+(?:server|20\d\d|sp\d|r2))*\s+(?:rows?|records?)\s+(?:restor|recover|back|protect)\w*"
    r"|\b(?:restor\w*|recover\w*)\s+(?:an?|one|some|deleted)\s+(?:\w+\s+)?(?:rows?|records?)\b",
    "registry": r"\b(?:restor\w*|recover\w*|protect\w*|back(?:ing)?[\s-]?up)"
    r"\s+(?:(?:the|a|only|just|windows|our)\s+){0,3}"
    rf"registry\b{_NO_SETTING}"
    r"|\bregistry\s+(?:restores?|recovery|backups?|protection)\b"
    rf"|\b(?:windows|20\d\d)(?:\s+r2)?(?:['’]s)?\s+registry\b{_NO_SETTING}",
    "availability group": r"\balways[\s-]?on\b|\bavailability[\s-]groups?\b|\bAG\b",
    "transaction logs": r"\btransaction logs?\b|\blog backups?\b",
    "directory objects": (
        rf"\b{_GOT_BACK}\b[^.?!\n]{{0,40}}(?:{_OF_DIRECTORY}|{_ACCOUNT})|{_OF_DIRECTORY}[^?!\n]{{0,50}}\b{_GOT_BACK}\b"
        r"|\b(?:delet\w+|remov\w+|wiped|lost)\s+(?:(?:an?|the|our|some|one)\s+){0,2}(?:ous?|gpos?)\b"
    ),
    "mailboxes": r"\bmailbox(?:es)?\b(?!\s+(?:servers?|roles?)\b)",
}
