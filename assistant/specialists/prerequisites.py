"""Puts what a person tells of a machine to the guide's prerequisites, one check for each fact told."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from assistant.answer import Finding
from assistant.decisions import machine, passphrase
from assistant.decisions import prerequisites as items
from assistant.decisions.checks import flag_check
from assistant.decisions.facts import validate
from assistant.decisions.preflight_checks import CHECKS
from assistant.decisions.quantities import find_sizes
from assistant.decisions.types import DecisionInputError, DecisionResult
from assistant.specialists import prerequisite_words as words
from assistant.specialists.notes import note
from assistant.specialists.tables import finding_of
from assistant.understanding.machine_facts import read_machine, sql_place
from assistant.understanding.reading import QuestionKind, Reading

NAME = "prerequisites"
_I = re.IGNORECASE
_PROTECTING = re.compile(
    r"\bprotect\w*|\bback(?:ing|ed|s)?[\s-]?(?:it |them |this )?up\b(?!\s+(?:server|vm|machine|box|host"
    r"|agent|storage|data|jobs?|disks?|product|software|tool|thing|solution|app\w*|system|role|service|program))"
    r"|\bmatrix\b|\brestore\b"
    r"|\brecover\b",
    _I,
)
_HOSTING = re.compile(
    r"\b(?:install\w*|run(?:s|ning)?|put|host\w*|deploy\w*|place|coloca\w*|co-?locat\w*|share\w*|live|sit"
    r"|set ?up|add|go on|go onto|reside|together|same (?:vm|box|machine|server)"
    r"|on (?:it|the vm|that vm|this vm|the mabs vm|the machine|there)|problem|ok|allowed|role"
    r"|use (?:our|the|an?)|(?:mabs|backup server) (?:on|onto)|also"
    r"|(?:be|act as|serve as|double as) (?:an?|our|my|the))\b",
    _I,
)
_PLACED = re.compile(
    r"\b(?:install\w*|run(?:s|ning)?|put|host\w*|deploy\w*|place|co-?locat\w*|same|share\w*|there|together"
    r"|on (?:our|the|an?|my) exchange|on exchange|box|alongside|next to)\b",
    _I,
)
_ROLE_TOPICS = {
    "domain-controller": "domain controller",
    "application-server": "application server",
    "exchange-server": "exchange",
    "cluster-node": "cluster node",
}
_SYSTEMS = {"windows-server", "windows-server-sac", "windows-client", "linux"}
_HYPERVISOR = re.compile(
    r"\b(?:vsphere|vmware|esxi?|hyper-?v|hypervisor|nutanix|kubernetes"
    r"|storage) (?:\w+ )?clusters?\b(?!\s+nodes?)",
    _I,
)
_PROTECTED_ONES = re.compile(
    r"\b(?:guests?|protected (?:machines?|servers?|vms?|computers?)|clients?|sources?|workloads?|agents?)\b"
    r"|\bprotect\w*\b",
    _I,
)
_OTHER_USES = re.compile(
    r"\b(?P<use>print server|file shares?|file server|wsus|iis|web ?server|dns|dhcp|wds|sccm|jump ?(?:host"
    r"|box)|rds|terminal server|monitoring(?: agent)?|veeam|ftp|licen[cs]e server|radius|nps"
    r"|certificate authority|app(?:lication)? (?:for|from)"
    r"|other (?:roles?|apps?|applications?|software|services?|workloads?|stuff|things?))\b",
    _I,
)
# Something else is to live on the backup server: it, or its machine, is named, or the two are put together.
_SHARING = re.compile(
    r"\b(?:mabs|dpm|backup (?:server|vm|machine|box|host))\b"
    r"|\b(?:on|onto|with|to) (?:it|there|the (?:same )?(?:vm|machine|box|server|host)|(?:this|that|same) "
    r"(?:vm|machine|box|server|host))\b"
    r"|\b(?:same|one|single|spare|existing) (?:vm|machine|box|server|host)\b"
    r"|\b(?:share\w*|co-?locat\w*|alongside|next to|besides?|also|together|double[sd]? as|as well"
    r"|too)\b",
    _I,
)
_WORKGROUP = re.compile(
    r"\bworkgroup\b|\bstand-?alone\b|\b(?:not|without|no|isn'?t|un)\s*-?(?:in |part of |joined to "
    r"|member of |joining )?(?:a |any |the )?(?:domain|joined)\b|\bnon[\s-]domain\b"
    r"|\bnot (?:\w+ ){0,2}?domain[\s-]?joined\b",
    _I,
)
# The local copy is to be left out, as the data goes to Azure; what is denied is the guide's own rule.
_LEFT_OUT = re.compile(
    r"\b(?:drop|skip|omit|forgo|cancel|scrap|strike|leave(?: out| off)?|spare|get rid of|ditch"
    r"|(?:do |go )?without|save(?: on)?)\b[^.?!]{0,30}?(?<!scratch )(?<!cache )(?<!os )(?<!temp )"
    r"\b(?:disks?|local (?:copy|copies|storage|backups?)|backup storage|attached storage)\b",
    _I,
)
_TO_AZURE = re.compile(r"\b(?:azure(?! stack| backup)|cloud|vault)\b", _I)
_NEGATED = re.compile(r"\b(?:not|never|cannot|no)\b|n't\b|\bwhy\b|\bmust\b|\bneed\w*\b", _I)
_LOCAL_ADMIN = re.compile(r"\blocal\s+(?:\w+\s+)?(?:admin\w*|account|user)\b", _I)
_BOTH = re.compile(
    r"\bdomain (?:user|account)s?\b[^.?!]{0,15}\b(?:and|with|plus|who is)\b[^.?!]{0,25}\badmin", _I
)
_DOMAIN_ADMIN = re.compile(
    r"\bdomain\s+(?:admin\w*)\b|\bdomain\s+(?:user|account)\b[^.?!\n]{0,30}\badmin\w*\b", _I
)
_PLAIN_USER = re.compile(
    r"\b(?:normal|plain|ordinary|regular|standard|simple|non-?admin)\s+(?:domain\s+)?(?:user|account)\b"
    r"|\b(?:domain user|account)\b[^.?!\n]{0,25}\b(?:without|no)\b[^.?!\n]{0,15}\b(?:admin\w*|rights"
    r"|privileges)\b",
    _I,
)
_DOTNET = re.compile(
    r"(?:\.?\bdot\s?net\b|(?<![\w.])\.net\b|\bnet framework\b|(?<![\w.])net(?=\s?\d)|\bframework\b)\s*(?:fw"
    r"|framework|version|ver\.?|v)?\s*(?P<version>\d(?:\.\d{1,2}){0,3})(?:[\s,]*(?:with\s+)?(?P<sp>sp\s?\d"
    r"|service pack \d))?(?P<no>[\s,]*\(?(?:without|no|w/o|but no|but not|missing)\s+(?:the\s+)?(?:sp"
    r"|service pack)\b)?",
    _I,
)
_DOTNET_MISSING = re.compile(
    r"\.net\b[^.?!\n]{0,25}\b(?:missing|not installed|isn'?t installed|not there|absent)\b"
    r"|\b(?:no|without|don'?t have)\s+(?:any\s+)?\.net\b",
    _I,
)
_REMOTE_SQL = re.compile(
    r"\b(?:remote(?:ly)?|central|separate|external|another|different|dedicated|shared|other|corporate"
    r"|big(?= (?:\w+ )?(?:sql|cluster|farm|box|server))"
    r"|clustered|company|existing sql (?:server|cluster)|always ?on|sql cluster|azure sql|managed instance"
    r"|off-?box)\b",
    _I,
)
_OWN_SQL = re.compile(
    r"\b(?:own|existing|already installed|local(?:ly)?|same (?:vm|machine|server|box)|licen[cs]es?|our)\b", _I
)
_INSTALLING = re.compile(r"\b(?:install\w*|setup|set up|run|runs|account|sign|log ?in|log ?on|wizard)\b", _I)
_SQL_VERSION = re.compile(
    r"\b(?:which|what|min\w*|lowest|oldest|required?)\b[^.?!]{0,30}\bsql\b[^.?!]{0,20}\b(?:version|edition|release)\b"
    r"|\b(?:which|what|min\w*|lowest|oldest|required?)\b[^.?!]{0,20}\b(?:version|edition|release)\b[^.?!]{0,15}\bsql\b"
    r"|\bsql\b[^.?!]{0,15}\b(?:min\w*|which|what|lowest)\b[^.?!]{0,10}\b(?:version|edition|release)\b"
    r"|\bsql\b[^.?!]{0,20}\b(?:version|edition|release)\b[^.?!]{0,20}\b(?:min\w*|required?|needed?|needs)\b",
    _I,
)
_FOR_ITSELF = re.compile(
    r"\b(?:need\w*|require\w*|min\w*|use[sd]?|run\w*)\b[^.?!]{0,30}\b(?:mabs|backup server)\b"
    r"|\b(?:mabs|backup server)\b[^.?!]{0,30}\b(?:need\w*|require\w*|uses?|own|itself|run\w*)\b|\bdpmdb\b"
    r"|\b(?:own|local|bundled) (?:\w+ )?(?:sql|instance)\b",
    _I,
)
_BUYING = re.compile(r"\b(?:buy\w*|purchase\w*|pay\w*|costs?|pric\w+|cal licen[cs]e\w*)\b", _I)
_SQL_USED = re.compile(
    r"\b(?:use|using|point\w*|put|host\w*|dpmdb|instance|its (?:own )?(?:database|db)|place|rely|type)\b", _I
)
_MUST_BE_LOCAL = re.compile(
    r"\b(?:must|have to|has to|need\w*|required?|mandatory|obliged|obligatory)\b[^.?!]{0,40}\b(?:local\w*"
    r"|same (?:vm|machine|box|server|host))\b"
    r"|\b(?:local\w*|same (?:vm|machine|box|server|host))\b[^.?!]{0,25}\b(?:must|required|mandatory"
    r"|obligatory)\b",
    _I,
)
_SQL = re.compile(
    r"\bsql\w*|\bdba'?s?\b|\bdpmdb\b|\b(?:mabs|backup server)(?:'s)? (?:own )?(?:database|db)\b", _I
)
_DIFFERENT = re.compile(
    r"\b(?:different|two|2|other|separate|another|multiple|several|own|second|split|across|spread"
    r"|not the same)\b[^.?!\n]{0,30}\b(?:v-?nets?|virtual networks?|networks?(?! ?(?:cards?|adapters?"
    r"|interfaces?|shares?|drives?|ports?))|subscriptions?|subs)\b",
    _I,
)
_SIZE_JUDGED = re.compile(
    r"\b(?:mabs|backup server|vm|machine|server|box|enough|ok|will do|sufficient|suffice\w*|run|install\w*"
    r"|use|big|small|work\w*|do|config|rate|spec\w*|planned|go with|start with|requirements?|fine"
    r"|minimum|oversized|undersized|overkill|pick\w*|chose\w*"
    r"|allowed)\b",
    _I,
)
_SIZE_FACTS = ("vm_size", "cores", "memory_gb")
_FEW_WORDS = 8
_MOST_MEMORY = 512  # GB; beyond it a size told of a machine is hardly its memory
_BARE_DOTNET = re.compile(
    r"\b(?P<version>[1-4]\.\d(?:\.\d)?)(?:\s*(?:with )?(?P<sp>sp\s?\d|service pack \d))?"
    r"(?P<no>\s*(?:without|no|w/o)\s+(?:the\s+)?(?:sp|service pack))?",
    _I,
)
_NAMED_NETWORK = re.compile(r"\bv-?net(?:[-_]\w+|\s?(?:[a-z]|\d+)\b(?!\s*vms?))", _I)
_NAMED_SUBSCRIPTION = re.compile(r"\b[Ss]ub(?:scription)?[\s-][A-Z0-9]\b")
_NOT_OF_PLACE = {QuestionKind.WHERE, QuestionKind.HOW, QuestionKind.HOW_MANY}
_JUDGING = {QuestionKind.YES_NO, QuestionKind.STATEMENT, QuestionKind.WHAT, QuestionKind.WHY}


def consult(reading: Reading) -> list[Finding]:
    """A finding for each fact that a prerequisite judges; failed ones first when several were told."""
    findings: list[Finding] = []
    for check in _CHECKS:
        try:
            result = check(reading)
        except DecisionInputError:
            continue
        if result is not None and not any(f.verdicts[0].table == result.table for f in findings):
            findings.append(_with_note(finding_of(result, NAME, bare=reading.no_yes_or_no), result))
    order = {"fail": 0, "unknown": 1, "warn": 2, "pass": 3}
    findings.sort(key=lambda finding: order.get(finding.verdicts[0].outcome, 1))
    return [_shortened(finding) for finding in findings] if len(findings) > 2 else findings


def _shortened(finding: Finding) -> Finding:
    """Only the verdict, when several facts are judged at once."""
    return replace(finding, statements=finding.statements[:1])


def _with_note(finding: Finding, result: DecisionResult) -> Finding:
    if result.outcome != "warn":
        return finding
    notes = [said for stem in result.notes[:1] if (said := note(stem)) is not None]
    return replace(finding, statements=(*finding.statements, *notes))


def _again(reading: Reading) -> DecisionResult | None:
    """A short follow-up that tells another value of what was judged before ("and with 1 core?")."""
    before = reading.previous
    if not reading.followup or before.get("specialist") != NAME:
        return None
    text, earlier = reading.plain, read_machine(before.get("query", ""))
    if words.NOT_DEPLOYED.search(text) and _moves_domain(before.get("query", "")):
        return machine.domain_move(deployed=False)
    if len(text.split()) > _FEW_WORDS:
        return None
    facts = read_machine(text)
    if {"vm_size", "cores", "memory_gb"} & facts.keys() and {
        "vm_size",
        "cores",
        "memory_gb",
    } & earlier.keys():
        known = facts if "vm_size" in facts else {**earlier, **facts}
        return CHECKS[items.VM_SIZE](validate({k: v for k, v in known.items() if k in _SIZE_FACTS}))
    if "dotnet_version" in earlier and (version := _BARE_DOTNET.search(text)):
        return machine.dotnet(
            f"{version['version']} {(version['sp'] or '') if not version['no'] else ''}".strip()
        )
    if "os" in earlier and "os" in facts and not reading.topics & {"protection"}:
        return machine.host_image(str(facts["os"]))
    return None


def _role(reading: Reading) -> DecisionResult | None:
    if _about_sql_place(reading) or _PROTECTING.search(reading.plain) or not _HOSTING.search(reading.plain):
        return None
    if reading.levels or _HYPERVISOR.search(reading.plain):
        return None  # what is protected of it is meant, or a cluster that carries the machine
    for topic, role in _ROLE_TOPICS.items():
        if topic == "exchange-server" and not _PLACED.search(reading.plain):
            continue
        if topic in reading.topics:
            return machine.host_role(role)
    if reading.kind not in _JUDGING:
        return None
    lines = reading.text.splitlines() if "\n" in reading.text.strip() else [reading.plain]
    placed = [line for line in lines if _SHARING.search(line)]
    other = next((found for line in placed if (found := _OTHER_USES.search(line))), None)
    return machine.host_role(other["use"]) if other else None


def _moves_domain(text: str) -> bool:
    """Whether a move of the server to another domain is told."""
    return bool(words.REHOMED.search(text) or words.MOVE.search(text))


def _domain(reading: Reading) -> DecisionResult | None:
    if words.REHOMED.search(reading.plain):
        return machine.domain_move(deployed=True if words.DEPLOYED.search(reading.plain) else None)
    if _PROTECTED_ONES.search(reading.plain):
        return None  # the guide tells nothing of the domain of what is protected
    if "domain-controller" in reading.topics or "domain" not in reading.topics:
        return None
    if words.MOVE.search(reading.plain) and not _WORKGROUP.search(reading.plain):
        return machine.domain_move(deployed=True if words.DEPLOYED.search(reading.plain) else None)
    return machine.domain(joined=False) if _WORKGROUP.search(reading.plain) else None


def _account(reading: Reading) -> DecisionResult | None:
    few = len(reading.plain.split()) <= _FEW_WORDS
    if not (few or _INSTALLING.search(reading.plain)) or _PROTECTING.search(reading.plain):
        return None
    if re.search(r"\bsecurity settings|password\b", reading.plain, _I):
        return None
    if _PLAIN_USER.search(reading.plain):
        return machine.installer_account(True, False)
    if _BOTH.search(reading.plain):
        return machine.installer_account(True, True)
    if _LOCAL_ADMIN.search(reading.plain):
        return machine.installer_account(False, True if "admin" in reading.plain.lower() else None)
    if _DOMAIN_ADMIN.search(reading.plain):
        return machine.installer_account(True, True)
    return None


def _local_copy(reading: Reading) -> DecisionResult | None:
    """Whether the disks for the first copy may be left out."""
    match = _LEFT_OUT.search(reading.plain)
    judged = reading.kind in {QuestionKind.YES_NO, QuestionKind.STATEMENT}
    if not match or not judged or reading.subscription or not _TO_AZURE.search(reading.plain):
        return None
    if _NEGATED.search(reading.plain[max(0, match.start() - 40) : match.end()]):
        return None
    said = (
        "No. Disks for backup storage are needed even when all data goes to Azure: the first copy is local."
    )
    return flag_check(items.BACKUP_STORAGE, False, "", said)


def _dotnet(reading: Reading) -> DecisionResult | None:
    if _DOTNET_MISSING.search(reading.plain):
        return flag_check(
            items.DOTNET, False, "", "No. .NET Framework 3.5 SP1 or higher must be installed first."
        )
    match = _DOTNET.search(reading.plain)
    if not match or _PROTECTING.search(reading.plain):
        return None
    pack = f" {match['sp']}" if match["sp"] and not match["no"] else ""
    return machine.dotnet(f"{match['version']}{pack}")


def _about_sql_place(reading: Reading) -> bool:
    text = reading.plain
    if re.search(
        r"\bnode\b|\b(?:live|sit|installed?|run|put|deploy\w*)\b[^.?!\n]{0,25}\bon (?:it|one of|that|this"
        r"|the cluster)",
        text,
        _I,
    ) and not re.search(r"\bdpmdb|database\b", text, _I):
        return False
    if (
        not _SQL.search(text)
        or _PROTECTING.search(text)
        or (
            any(p.version and p.family == "sql-server" for p in reading.products)
            and not _SQL_USED.search(text)
        )
    ):
        return False
    return bool(_REMOTE_SQL.search(text) or _OWN_SQL.search(text) or sql_place(text))


def _sql(reading: Reading) -> DecisionResult | None:
    carried = reading.followup and "sql-location" in reading.previous.get("topics", ())
    if carried and len(reading.plain.split()) <= 10 and not _SQL.search(reading.plain):
        return machine.sql_instance("remote") if _REMOTE_SQL.search(reading.previous["query"]) else None
    if _BUYING.search(reading.plain):
        return None  # the guide tells nothing of licences
    if not _about_sql_place(reading) or reading.kind in _NOT_OF_PLACE:
        return None
    if _MUST_BE_LOCAL.search(reading.plain):
        return machine.sql_instance("local")
    remote = _REMOTE_SQL.search(reading.plain) or sql_place(reading.plain) == "remote"
    here = re.search(r"\bsame (?:vm|machine|box|server|host)\b|\blocal\w*|\bon the mabs\b", reading.plain, _I)
    if remote and not here:
        return machine.sql_instance("remote")
    if re.search(
        r"\bmust|need|has to|require\w*|which|recommend\w*|what\b", reading.plain, _I
    ) and not re.search(r"\bown|existing\b", reading.plain, _I):
        return None
    return machine.sql_instance("own local")


def _vm_size(reading: Reading) -> DecisionResult | None:
    text = reading.plain
    size = reading.vm_sizes[0] if reading.vm_sizes else ""
    cores, memory = _figures(text)
    told = memory is not None or re.search(r"\b(?:cores?|ram|memory)\b", text, _I)
    if not told and re.search(r"\bdisks?\b|\bscale|series\b", text, _I):
        return None
    whole = cores is not None and memory is not None
    if not whole and not _SIZE_JUDGED.search(text):
        return None
    if (not size and cores is None and memory is None) or _PROTECTING.search(text):
        return None
    if re.search(r"\bwhat is|difference|compare\b", text, _I) and not cores:
        return None
    return machine.vm_size(size, cores, memory)


def _figures(text: str) -> tuple[int | None, Decimal | None]:
    """Cores and memory: "4 cores 8 GB" tells both, a size alone only where it is called memory."""
    facts = read_machine(text)
    cores, memory = facts.get("cores"), facts.get("memory_gb")
    told = Decimal(str(memory)) if isinstance(memory, float) else _memory(text)
    return cores if isinstance(cores, int) else None, told


def _memory(text: str) -> Decimal | None:
    for found in find_sizes(text):
        after, before = text[found.end : found.end + 14], text[max(0, found.start - 30) : found.start]
        if (
            words.MACHINE_WITH.search(before)
            and not words.STORAGE.search(after)
            and found.value.gb < _MOST_MEMORY
        ):
            return found.value.gb
        if re.search(r"^\s*(?:of\s+)?(?:ram|memory|mem)\b", after, _I) or re.search(
            r"\b(?:ram|memory|mem)\s*(?:is|of|:|=)?\s*$", before, _I
        ):
            return found.value.gb
    return None


def _image(reading: Reading) -> DecisionResult | None:
    told = next(
        (
            p
            for p in reading.products
            if p.family in {"windows-server", "windows-client", "linux"}
            and (p.version or p.family != "windows-server")
        ),
        None,
    )
    if told is None and _asks_image(reading):
        return machine.host_images()
    hosting = "host-image" in reading.topics or re.search(
        r"\bas (?:the |a |our )?(?:mabs )?host\b|\bhost (?:os|system)\b"
        r"|\bfor (?:the |our )?(?:mabs|backup server)\b"
        r"|\b(?:mabs|backup server) (?:on (?!\w* ?(?:azure )?stack)|vm|machine)\b"
        r"|\b(?:install|run|deploy|put)\b[^.?!]{0,40}\bon\b|\brate\b|\bconfig\b",
        reading.plain,
        _I,
    )
    if told is None or not hosting or _PROTECTING.search(reading.plain):
        return None
    if any(p.family not in _SYSTEMS for p in reading.products) and not _SHARING.search(reading.plain):
        return None  # another product runs on it
    named = (
        f"Windows Server {told.version} {told.edition}".strip()
        if told.family == "windows-server"
        else told.words
    )
    return machine.host_image(named)


def _asks_image(reading: Reading) -> bool:
    """Whether the operating system of the backup server itself is asked for."""
    text = reading.plain
    return bool(
        reading.kind is QuestionKind.WHAT
        and words.WHICH_SYSTEM.search(text)
        and words.BACKUP_SERVER.search(text)
        and not _PROTECTING.search(text)
        and not words.LISTED.search(text)
    )


def _passphrase(reading: Reading) -> DecisionResult | None:
    asked = words.PASSPHRASE_LOST.search(reading.plain) and not re.search(
        r"\bchang\w*|\blength|characters\b", reading.plain, _I
    )
    kept = "passphrase" in reading.topics and words.KEPT_BY_MICROSOFT.search(reading.plain)
    insisted = (
        reading.followup
        and "passphrase" in reading.previous.get("topics", ())
        and reading.previous.get("specialist") in (NAME, "guide")
        and words.INSISTED.search(reading.plain)
    )
    return passphrase.lost() if asked or kept or insisted else None


def _network(reading: Reading) -> DecisionResult | None:
    text = reading.plain
    if reading.subscription or re.search(r"\bstates?\b", text, _I):
        return None
    facts = read_machine(text)
    vnets = {name.lower() for name in _NAMED_NETWORK.findall(text)}
    subscriptions = {name.lower() for name in _NAMED_SUBSCRIPTION.findall(text)}
    apart = [name for name in ("same_virtual_network", "same_subscription") if facts.get(name) is False]
    named = len(vnets) > 1 or len(subscriptions) > 1
    if not (_DIFFERENT.search(text) or named or apart) or reading.kind is QuestionKind.HOW:
        return None
    nets = bool(re.search(r"\bv-?nets?\b|\bnetworks?\b", text, _I))
    subs = bool(re.search(r"\bsubscriptions?\b|\bsubs?\b", text, _I))
    both = "virtual network and the same subscription"
    shared = both if nets and subs else "subscription" if subs else "virtual network"
    item = items.SUBSCRIPTION if shared == "subscription" else items.VIRTUAL_NETWORK
    return flag_check(item, False, "", f"No. All machines of a workload must share the same {shared}.")


def _sql_version(reading: Reading) -> DecisionResult | None:
    """Which SQL Server version the server itself needs: the guide names none."""
    asked = _SQL_VERSION.search(reading.plain) and _FOR_ITSELF.search(reading.plain)
    return machine.sql_version() if asked and not _PROTECTING.search(reading.plain) else None


_CHECKS: tuple[Callable[[Reading], DecisionResult | None], ...] = (
    _sql_version,
    _again,
    _passphrase,
    _sql,
    _role,
    _vm_size,
    _domain,
    _account,
    _local_copy,
    _dotnet,
    _image,
    _network,
)
