"""The other job of a machine that the backup server is to go on: "on the web server", "our ERP box too?"."""

from __future__ import annotations

from assistant.decisions.expressions.patterns import lazy

SERVER = (
    r"(?:(?:microsoft\s+)?azure\s+backup\s+server|mabs|dpm|abs|backup[\s-]?(?:server|vm|machine|box|host))"
)
"""What the backup server is called."""

_MACHINE = r"(?:servers?|box(?:es)?|machine|host|vms?|computer)"
# What a machine is called by that tells no job of it.
_NO_JOB = (
    r"(?:the|an?|our|my|this|that|it|its|one|other|another|new|newer|old|older|same|spare|normal|plain"
    r"|member|bare|own"
    r"|separate|second|different|for|on|in|as|to|of|or|and|is|be|with|virtual|physical|backup|mabs|dpm|abs"
    r"|which|what|servers?"
    r"|some|any|each|every|existing|current|small\w*|larger?|\w+est|big|bigger|std|single|dedicated|empty"
    r"|clean|fresh|free|idle"
    r"|local|remote|azure|stack|hub|cloud|windows|win|core|datacenter|standard|enterprise|essentials|edition"
    r"|domain"
    r"|joined|workgroup|standalone|alone|purpose|target|right|regular|iaas|public|prem|premises?|protected"
    r"|first"
    r"|central|good|better|cheap|shared|whole|entire|source|production|prod|test|dev|lab|staging|internal"
    r"|external"
    r"|can|could|may|must|should|will|would|does|do|are|was|has|have|use|using|install|put|run|running|r2"
    r"|sp\d"
    r"|ws\d*|w2k\w*|semi-annual|channel|sac|linux|ubuntu|gallery|image|sized?|a\d+|d\d+|\d[\w.]*|os|no|not"
    r"|per"
    r"|same-size|low-end|beefy|powerful|alternate|alternative|failed|crashed|broken|lost|dead|offline|rebuilt"
    r"|stack-hosted|non-domain|domain-joined|sql-free|certain|particular|specific|only|from|by|if|when|where"
    r"|whose"
    r"|secondary|primary|replacement|administrative|management|restored|unprotected|given|said|following"
    r"|proper)"
)
_USE = (
    r"(?:print(?:ing)?|file(?:\s+share)?s?|wsus|iis|web(?:site)?s?|dns|dhcp|wds|sccm|mecm|scom|scvmm|rds"
    r"|citrix"
    r"|terminal (?:server|services)|monitoring|zabbix|ftp|radius|nps|erp|crm|intranet|jump|sap|accounting)"
)
_JOB = (
    rf"(?:\b(?!{_NO_JOB}\s)[a-z][\w-]+(?:\s+(?:20\d\d|r2|prod(?:uction)?|sp\d))*\s+{_MACHINE}\b"
    rf"|\b(?:print servers?|file shares?|wsus|iis|dns|dhcp|wds|sccm|mecm|scom|scvmm|citrix|zabbix|monitoring"
    rf"|sharepoint"
    r"|hyper-v))"
)
# "a vm that already runs our ERP", "box runs our accounting app"
_HAS_JOB = lazy(
    rf"\b(?:{_MACHINE}|it)\s+(?:(?:that|which|where|we)\s+)?(?:(?:already|also|currently|now|today"
    rf"|still)\s+)?"
    r"(?:runs?|hosts?|holds|serves?|handles|does|running|hosting|serving|holding|with)\s+"
    r"(?P<use>(?!(?:nothing|no|only|windows|win|server|core|cores|memory|ram|domain|mabs|dpm|azure|backup"
    r"|the backup"
    r"|an? (?:a|d)\d|at least|\.?net|less|more|up|on|out|fine|well|it|us|internet|access"
    r"|(?:an? )?\w* ?disks?)\b)"
    r"(?:(?:our|the|a|an|my|some|other|another|two|few|small|one)\s+)*[a-z][\w-]*(?:\s+(?:apps?"
    r"|applications?|software"
    r"|databases?|website|service|system|role|shares?))?)"
)
_FIT = r"(?:\W+\w+){0,3}?\W+"
_DET = (
    r"(?:(?:the|our|my|an?|one|same|existing|old|company|corporate|this|that|busy|little|small|windows|server"
    r"|20[012]\d|r2|datacenter|standard)\s+){0,5}"
)
# A machine on it is one of its own.
_NO_HYPERVISOR = r"(?!hyper-?v(?!\s+(?:hosts?|servers?|role)\b)|vmware|esxi?|vsphere|nutanix|proxmox)"
_NOT_ITS = r"(?!['’]?s?\s+(?:team|admin\w*|licen[cs]e|databases?|db|instance|sql)\b)"
_ONE = r"(?:same|one|single|shared)"
_THING = rf"(?!{_NO_JOB}\b|sql|agents?\b|vaults?\b)[a-z][\w-]+"
# The relation in which the server is put where something else is.
_PLACED = (
    lazy(
        rf"\b{SERVER}\s+(?:(?:itself|installed|can|be|could|may|running|sit|run|live|go|server"
        rf"|role)\s+){{0,3}}"
        rf"(?:on|onto|next to|alongside|beside|together with|atop)\s+{_DET}{_NO_HYPERVISOR}(?P<job>{_JOB})"
    ),
    lazy(
        r"\b(?:(?:install|put|run|host|deploy|set\s?up|place|add|squeeze|drop|stick|throw)(?:s|ed|t?ing)?\s+"
        rf"{_DET}{SERVER}|(?:install|deploy|set\s?up)(?:ing|ting)?\s+it)"
        r"\s+(?:(?:up|also|down|directly|right)\s+)?(?:on|onto|to|into|next to|alongside"
        rf"|beside|in)\s+"
        rf"{_DET}{_NO_HYPERVISOR}(?P<job>{_JOB})"
    ),
    lazy(
        rf"(?P<job>{_JOB}){_FIT}?(?:also\s+|additionally\s+)?(?:as|double[sd]? as|act(?:s|ing)? as"
        rf"|serve[sd]? as|become"
        rf"|be|take|host|carry|double up as)\s+{_DET}{SERVER}\b{_NOT_ITS}"
    ),
    lazy(
        rf"\b(?:re-?)?(?:us(?:e|ing)|tak(?:e|ing)"
        rf"|pick)\s+{_DET}(?P<job>(?!sql){_JOB})\s+for\s+{_DET}{SERVER}\b{_NOT_ITS}"
    ),
    lazy(
        rf"(?P<job>{_JOB})[^?!]{{0,70}}?\b(?:install|put|run|host|deploy|set\s?up|place|add|have|take"
        rf"|throw)(?:t?ing|ed)?\s+"
        rf"{_DET}{SERVER}\b\s*(?:(?:on|onto)\s+(?:it|that|there|top)|there|too|also|as well|alongside"
        rf"|in there|\W*$)"
    ),
    lazy(
        rf"\b(?:combine|share|consolidate|merge|co-?locate)\w*\s+{_DET}(?:{SERVER}\s+(?:and|with"
        rf"|plus)\s+{_DET}(?P<job>{_JOB})"
        rf"|(?P<job2>{_JOB})\s+(?:and|with|plus)\s+{_DET}{SERVER})"
    ),
    lazy(
        rf"\b{SERVER}\b[^?!.]{{0,25}}\bshar(?:e|ing)\s+(?:(?:the|an?|one|same|its)\s+)*(?:{_MACHINE}"
        rf"|it)\s+with\s+{_DET}"
        rf"(?P<job>{_JOB}|{_USE}\b)"
    ),
    lazy(
        rf"(?P<job>{_JOB})[^?!]{{0,60}}?\b{SERVER}\b(?:\s+\w+){{0,3}}?\s+(?:there|on it|on that(?:\s+\w+)?"
        rf"|in there)\b"
    ),
    lazy(
        rf"\b{SERVER}\b[^.?!]{{0,30}}?\bwhere\s+(?:(?:our|the|an?|my"
        rf"|some)\s+)?(?P<job>(?!{SERVER})(?:\w+\s+){{0,3}}\w+)\s+"
        r"(?:lives?|runs?|sits?|is|resides?|stays?)\b"
    ),
    lazy(
        rf"\b{_ONE}\s+{_MACHINE}\s+for\s+(?:both\s+)?{_DET}(?:{SERVER}\s+and\s+{_DET}(?P<job>{_THING})"
        rf"|(?P<job2>{_THING})\s+and\s+{_DET}{SERVER}\b)"
    ),
    lazy(
        rf"\b(?:{SERVER}\s*(?:\+|and|&|plus|/)\s*{_DET}(?P<job>{_THING})"
        rf"|(?P<job2>{_THING})\s*(?:\+|and|&|plus|/)\s*{_DET}{SERVER})"
        rf"\s+(?:on\s+|in\s+)?(?:the\s+)?{_ONE}\s+{_MACHINE}\b"
    ),
    lazy(
        rf"\bhost(?:ing)?\s+{_DET}(?P<job>(?:web\s?site|website|web app|application|app|database|share|site"
        rf"|service))s?\s+"
        rf"(?:on|onto)\s+{_DET}{SERVER}\b"
    ),
)
_THERE = lazy(
    rf"\b(?:install|put|run|host|deploy|set\s?up|place|add|have|take|want)(?:t?ing|ed)?\s+{_DET}{SERVER}\b"
    rf"|\b{SERVER}\s+(?:on|onto)\s+(?:it|that|there|top)\b|\b{SERVER}\s+(?:too|also|as well|alongside"
    rf"|there)\b"
)
_OF_PROTECTION = lazy(
    r"\b(?:un)?protect\w*|\bback(?:ing|ed|s)?[\s-]?(?:it |them |this )?up\b(?!\s+(?:server|vm|machine|box"
    r"|host))"
    r"|\bmatrix\b|\brestor\w*|\brecover\w*|\b(?:protection|mars|backup|dpm) agents?\b"
)
_WHOSE = lazy(r"^(?:(?:our|the|an?|my|some|other|another)\s+)+")
# Only what a role is managed with is on the machine, not the role.
_TOOLS = lazy(
    r"\b(?P<role>exchange|ad|active directory|domain controller|dc|cluster(?:ing)?"
    r"|failover cluster)\b[^.?!;,]{0,25}?\b(?:only\s+)?"
    r"(?:an?\s+)?(?:(?:mgmt|management|admin\w*|remote)\s+)*(?:tools?|console|snap-?in|shell|rsat"
    r"|powershell module)\b"
)
_IS_ONE = lazy(
    r"\b(?:on|onto)\s+(?:an?|the|our)\s+(?:\w+\s+)?(?:dcs?|domain controllers?"
    r"|cluster nodes?)\b(?!\s+(?:tools|console))"
)
_HERE = lazy(rf"\b{SERVER}\b|\binstall\w*\b|\b(?:box|machine|server|vm|host)\b")


def other_job(text: str) -> str:
    """What else the machine is for that the server is to be put on; empty where nothing of that is told."""
    if _OF_PROTECTION().search(text):
        return ""
    for placed in _PLACED:
        if match := placed().search(text):
            return _named(next(filter(None, match.groups())))
    has = _HAS_JOB().search(text)
    return _named(has["use"]) if has and _THERE().search(text) else ""


def only_tools(text: str) -> str:
    """The role of which only the tools to manage it are on the machine; empty for none."""
    told = _TOOLS().search(text)
    if not told or _IS_ONE().search(text) or _OF_PROTECTION().search(text) or not _HERE().search(text):
        return ""
    return told["role"].lower()


def _named(job: str) -> str:
    """A job without the words that only tell whose it is."""
    return _WHOSE().sub("", " ".join(job.split()))
