"""Finds what a question is about: prerequisite topics, roles on a machine, VM sizes, calculator subjects."""

from __future__ import annotations

import re

from assistant.understanding.reading import Mention

_TOPICS: tuple[tuple[str, str], ...] = (
    (
        "domain-controller",
        r"\bdomain controllers?\b|\bdcs?\b(?!\s*edition)|\bad server\b|\bactive directory server\b|\bADDS? (?:role|box|server)\b",
    ),
    ("application-server", r"\bapp(?:lication)?[\s-]*server(?:\s+role)?\b"),
    ("exchange-server", r"\bexchange(?:\s+server)?\b(?!\s+online)|\bmail\s*(?:server|box server)\b"),
    ("cluster-node", r"\bcluster(?:ed|s)?\b(?!\s+(?:size|shared))|\bnode\s*\d?\b|\bfail-?over\b|\bwsfc\b"),
    (
        "dedicated",
        r"\b(?:dedicated|single[\s-]purpose)\b|\b(?:shar(?:e|ed|ing)|co-?locat\w*|coexist\w*|alongside|together with|same (?:vm|box|machine|server) as|also run|also host|next to|besides|side by side|other (?:roles?|apps?|applications?|software|services?|workloads?)|print server|file shares?|file server|wsus|iis|web ?server|dns|dhcp|wds|sccm|jump ?(?:host|box)|rds|terminal server|monitoring|multi-?purpose)\b",
    ),
    (
        "domain",
        r"\bdomain\b(?!\s+(?:controller|user|admin|account|name))|\bworkgroup\b|\bdomain[\s-]?join\w*|\bstand-?alone\b|\bnot joined\b",
    ),
    (
        "installer-account",
        r"\b(?:local|domain)\s+(?:admin\w*|users?|accounts?)\b|\b(?:which|what|whose|who)\s+(?:\w+\s+){0,2}?(?:account|user|rights|permissions?|privileges?|credentials)\b|\b(?:rights|permissions?|privileges?)\b[^.?!]{0,30}\b(?:install|setup|set up)|\brun (?:the )?(?:setup|installer) as\b",
    ),
    (
        "dotnet",
        r"\.?\bdot\s?net\b|(?<![\w.])\.net\b|\bnet framework\b|\b\.?net\s?(?:fx)?\s?[345](?:\.\d)*\b|\bframework\s+\d",
    ),
    (
        "sql-location",
        r"\b(?:remote|central|separate|external|another|different|dedicated|shared|existing|own|other|local|bundled|corporate|big|clustered)\s+(?:\w+\s+){0,3}?(?:sql|dpmdb|database server|db server|instance)\b|\bsql\b[^.?!]{0,60}\b(?:remote(?:ly)?|elsewhere|another (?:server|machine|vm|box|host)|other (?:server|machine|vm|box|host)|separate (?:server|machine|vm|box|host)|local(?:ly)?|bundled|same (?:server|machine|vm|box)|own instance|own licen[cs]es?)\b|\bdpmdb\b|\b(?:mabs|backup server)(?:'s)? (?:own )?(?:database|db)\b",
    ),
    (
        "virtual-network",
        r"\bv-?nets?\b|\bvirtual networks?\b|\bsame (?:azure )?(?:network|subscription|sub)\b|\b(?:different|two|other|separate|another|multiple) (?:azure )?(?:v?nets?|networks?|subscriptions?|subs)\b",
    ),
    (
        "extract-space",
        r"\b(?:extract\w*|unpack\w*|unzip\w*|setup files|installer files)\b[^.?!]{0,50}\b(?:space|room|disk|gb|free|big|much)\b|\b(?:space|room|gb|free|much)\b[^.?!]{0,50}\b(?:extract\w*|unpack\w*|unzip\w*)\b",
    ),
    ("scratch", r"\bscratch\b|\bcache (?:location|folder|volume|disk|size|space)\b"),
    (
        "backup-storage",
        r"\b(?:backup storage|storage pool|local storage|local disks?|attached disks?|data disks?|need(?:ed)? (?:any )?disks?|disk storage)\b",
    ),
    ("storage-account", r"\bstorage accounts?\b"),
    (
        "temporary-disk",
        r"\b(?:temp(?:orary)?\s+(?:disk|storage|drive)|staging|cache|drive d|d:|volume d|local staging)\b",
    ),
    (
        "host-image",
        r"\b(?:os image|gallery image|image|operating system|base os|host os|os version|which (?:windows|os)|what (?:windows|os))\b|\b(?:install|run|deploy|put|host|build|set ?up|setup)\w*\s+(?:\w+\s+){0,4}?(?:on|with|under)\s+(?:\w+\s+){0,2}?(?:windows|win|server|w2k|ws)[\s-]*(?:server)?[\s-]*\d",
    ),
    (
        "vm-size",
        r"\b(?:vm|machine|server|instance) siz\w+\b|\bsiz(?:e|ing)\b[^.?!]{0,25}\b(?:vm|machine|server|mabs)\b|\b(?:cores?|cpus?|vcpus?|procs?|processors?|ram|memory|mem)\b|\b(?:standard|basic)?[_\s]?[ad]\d+(?:_?v\d)?\b(?!\.)|\b(?:min(?:imum)?|hardware|system)\s+(?:spec\w*|requirements?|hardware)\b|\bbig enough\b|\bsmallest (?:vm|size|machine)\b",
    ),
    ("vault", r"\b(?:recovery services )?vaults?\b"),
    ("passphrase", r"\bpass-?\s?phrases?\b|\bencryption (?:key|password|secret)\b"),
    (
        "internet-at-install",
        r"\b(?:agent|mars|installer|setup|install\w*)\b[^.?!]{0,60}\b(?:internet|proxy|offline|connectivity)\b|\b(?:internet|proxy)\b[^.?!]{0,60}\b(?:agent|mars|install\w*|setup)\b",
    ),
    (
        "installer-files",
        r"\b(?:installer|install(?:ation)?|setup|download\w*)\b[^.?!]{0,30}\bfiles?\b|\bfiles?\b[^.?!]{0,30}\b(?:installer|download\w*|same folder)\b|\.bin\b",
    ),
    (
        "retention-local",
        r"\b(?:keep|retain|retention|hold|store|stay|leave|days?|weeks?|months?|long|old)\b[^.?!]{0,70}\b(?:local(?:ly)?|attached|on[\s-]?disks?|disks?|operational)\b|\b(?:local(?:ly)?|attached|disks?|operational|on-?site)\b[^.?!]{0,70}\b(?:keep|retain|retention|hold|long|days?|weeks?|months?|old)\b",
    ),
    (
        "recovery-points",
        r"\b(?:recovery points?|rps?|restore points?)\b|\bpoints?\b[^.?!]{0,40}\b(?:vault|limit|per day|daily|weekly|monthly)\b|\bvault\b[^.?!]{0,40}\b(?:limit|full|points?|fill)\b|\b9[ ,.]?999\b",
    ),
    (
        "data-disks",
        r"\b(?:how many|max\w*|number of|\d+|attach\w*)\b[^.?!]{0,30}\b(?:disks?|drives?)\b|\b(?:disks?|drives?)\b[^.?!]{0,25}\b(?:max\w*|attach\w*|limit|per vm|on an?|for an?|a[234])\b",
    ),
    ("download", r"\bdownload\w*\b|\binstaller size\b"),
    (
        "firewall",
        r"\b(?:firewall|fw|whitelist\w*|allow-?list\w*|white-?list\w*|urls?|endpoints?|ip ranges?|ips?|ip addresses|outbound|permit\w*|unblock\w*|proxy rules?|allow rules?|open (?:at|on|in) the (?:proxy|firewall))\b",
    ),
    (
        "protection",
        r"\bprotect\w*\b|\bsupport(?:s|ed|ing)?\b|\bmatrix\b|\bback(?:ing|ed|s)?[\s-]?ups?\b|\blisted\b|\bcover(?:s|ed)?\b|\bwork(?:s|ing)? with\b|\bcompatible\b|\bworkloads?\b|\bdata sources?\b|\bsafeguard\w*\b|\bguests?\b|\bhandles?\b|\btake care of\b|\brecogni[sz]e\w*\b",
    ),
    (
        "replication",
        r"\b(?:geo|lrs|grs|zrs|locally|zone)[\s-]*(?:redundan\w*)?\b|\bredundan\w*\b|\breplication\b",
    ),
)
_COMPILED = tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in _TOPICS)
_VM_SIZE = re.compile(
    r"(?<![\w-])(?:(?P<tier>standard|basic)[\s_-]*)?(?P<size>[ABDEFGHL]S?\d{1,2}(?:s|ms|m)?)(?:[\s_-]*(?P<version>v\d))?(?![\w:.%])",
    re.IGNORECASE,
)
_LEVELS: tuple[tuple[str, str], ...] = (
    ("system state", r"\bsystem[\s-]?state\b"),
    ("bare metal", r"\bbare[\s-]?metal(?:\s+(?:recovery|restore|backup))?\b|\bbmr\b"),
    (
        "whole virtual machine",
        r"\b(?:whole|entire|full|complete)\s+(?:vms?|virtual machines?|machines?|servers?|images?)\b|\bvm[\s-]level\b|\bvm images?\b|\bhost[\s-]level\b|\bimage[\s-]level\b|\bfull disaster image\b",
    ),
    ("volumes", r"\bvolumes?\b"),
    ("files", r"\bfiles?\b(?!\s*(?:server|share))"),
    ("folders", r"\b(?:folders?|director(?:y|ies))\b"),
    ("database", r"\b(?:databases?|dbs?)\b"),
    ("farm", r"\bfarms?\b"),
    ("frontend", r"\bfront-?\s?ends?\b|\bwfe\b"),
    ("web server", r"\bweb\s+servers?\b"),
    (
        "site or item",
        r"\bsite collections?\b|\bsingle (?:documents?|items?|sites?)\b|\bitem[\s-]level\b|\blist items?\b|\bdocument librar\w+\b",
    ),
    ("instance", r"\b(?:whole|entire|full)\s+instances?\b|\binstance[\s-]level\b"),
    ("table", r"\b(?:single|individual|one)\s+tables?\b|\btable[\s-]level\b"),
    ("availability group", r"\balways[\s-]?on\b|\bavailability[\s-]groups?\b|\bAG\b"),
    ("transaction logs", r"\btransaction logs?\b|\blog backups?\b"),
    ("mailboxes", r"\bmailbox(?:es)?\b"),
)
_LEVELS_COMPILED = tuple(
    (name, re.compile(pattern, re.IGNORECASE if name != "availability group" else re.IGNORECASE))
    for name, pattern in _LEVELS
)


def find_topics(text: str) -> tuple[frozenset[str], tuple[Mention, ...]]:
    """The topics that the words of `text` point to, with those words."""
    mentions = [
        Mention("topic", name, match[0].strip(), name)
        for name, pattern in _COMPILED
        if (match := pattern.search(text))
    ]
    return frozenset(mention.value for mention in mentions), tuple(mentions)


def find_vm_sizes(text: str) -> tuple[str, ...]:
    """Azure VM sizes: "A2", "Standard_A1", "D4 v2"; as written but for spaces and case."""
    found = []
    for match in _VM_SIZE.finditer(text):
        parts = [
            match["tier"].title() if match["tier"] else "",
            match["size"].upper(),
            (match["version"] or "").lower(),
        ]
        found.append("_".join(part for part in parts if part))
    return tuple(dict.fromkeys(found))


def find_levels(text: str) -> tuple[str, ...]:
    """What of a workload is meant: volumes, system state, database, farm, ..."""
    return tuple(name for name, pattern in _LEVELS_COMPILED if pattern.search(text))
