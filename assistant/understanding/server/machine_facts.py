"""Reads a described machine ("A2 / win2016 dc / workgroup") into the facts of the readiness check.

Each part of the description is read on its own. "DC" is Datacenter behind a Windows version, and a domain
controller otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType

from assistant.decisions.expressions.families import Family
from assistant.decisions.expressions.needed import any_of
from assistant.decisions.expressions.patterns import compiled, lazy
from assistant.decisions.reading import durations, quantities
from assistant.decisions.reading.numbers import DIGITS, WORDS, number_in
from assistant.decisions.reading.quantities import find_sizes
from assistant.understanding.amounts.retention_spans import kept_for
from assistant.understanding.product.dotnet_versions import (
    FRAMEWORK,
    OTHER_KIND,
    dotnet_told,
    without_other_kinds,
)
from assistant.understanding.subscription.denied_facts import is_denied
from assistant.understanding.topics import VM_SIZE, find_vm_sizes

Fact = tuple[str, object]
_Reader = Callable[[str], Iterator[Fact]]
_PARTS = lazy(
    r"[,;|\n•]+|\s/\s|\s\+\s|\.(?=\s)|[?!]|\s-\s|\b(?:and|but|plus)\b(?!\s+(?:3\.5|higher|up"
    r"|later|a half))"
    r"|(?<!cores)(?<!core)(?<!cpus)(?<!cpu):\s"
)
_YEAR = r"(?P<year>20(?:08|12|16|19|22|25))(?:\s*(?P<r2>r\s?2))?"
_OS = lazy(
    rf"(?:\b(?:windows|win|ws|w2k|server|os)\b[\s-]*(?:server)?\s*|\bwin|^\W*|\b){_YEAR}"
    r"(?:[\s-]*(?P<edition>data\s?cent(?:er|re)|dce?n?\b|standard|std|essentials|enterprise))?"
)
_OTHER_SERVER = lazy(r"\bsql|\bshare\s?point|\bexchange|\bdpm\b|\boffice\b")
_CLIENT = lazy(r"\bwin(?:dows)?\s*(?P<version>7|8(?:\.1)?|10|11)\b")
_LINUX = lazy(r"\b(?:ubuntu|debian|linux|centos|rhel|red hat|suse)\b(?:\s*\d+(?:\.\d+)*)?")
_CORES = lazy(
    rf"(?P<n>{DIGITS}|{WORDS})\s*(?:x\s*)?(?:v?\s?-?cpus?|v?cores?|procs?|processors?)\b"
    r"|\b(?P<named>single|dual|quad)[\s-]*(?:core|cpu)|\bv?(?:cores?|cpus?)\s*[:=]?\s*(?P<after>\d{1,3})"
    r"(?![\d.]|\s?[tgm]i?b)"
)
_NAMED_CORES = {"single": 1, "dual": 2, "quad": 4}
_RAM = lazy(r"\b(?:ram|memory|mem)\b")
# "RAM 3.5": gigabytes, where no unit is told.
_BARE_RAM = lazy(
    r"\b(?:ram|memory|mem)\s{0,3}(?:is|of|:|=)?\s{0,3}(?P<n>\d{1,3}(?:[.,]\d{1,2})?)(?![.,]?\w"
    r"|\s{0,3}[kmgt%])"
    r"|(?<![\w.,])(?P<before>\d{1,3}(?:[.,]\d{1,2})?)\s{1,3}(?:of\s)?(?:ram|memory|mem)\b"
)
_NO_RAM = lazy(
    r"\b(?:disks?|drives?|free|scratch|cache|data|extract\w*|unpack\w*|pool|azure|cloud|mbps|space)\b"
)
_RAM_AFTER = lazy(r"^\s*(?:of\s+)?(?:ram|memory|mem)\b")
_RAM_BEFORE = lazy(r"\b(?:ram|memory|mem)\s*(?:is|of|:|=)?\s*(?:only\s+)?$")
# A size right behind it is the machine's memory, unless storage follows.
_MACHINE_WITH = lazy(
    r"\b(?:vms?|machines?|boxe?s?|servers?|a-[a-z]\w*)\s+(?:size )?(?:with|of)\s+(?:only )?$"
)
_STORAGE = lazy(
    r"^\s*(?:of\s+)?(?:free|disks?|space|drives?|storage|data|ssd|hdd|nvme|volumes?|for|left|attached|hard"
    r"|local|on\b|[a-z]:|\w+ (?:disks?|drives?|storage|volumes?))"
)
_MOST_MEMORY = 1024
"""GB; more is no machine's memory."""

_LEADING_SIZE = lazy(r"\W*\d{1,3}(?:[.,]\d{1,2})?\s*(?:gi?b|gigs?)\b")
_WORKGROUP = lazy(
    r"\bworkgroup\b|\bstand-?alone\b|\bnon[\s-]domain\b|\bno (?:ad|domain)\b"
    r"|\b(?:not|isn'?t|never|un)\s*-?\s*(?:yet )?(?:in |part of |joined|member of|a member|domain)"
)
_JOINED = lazy(
    r"\bdomain[\s-]?join\w*|\bjoined\b|\bin (?:a |the |our |its )?(?:ad )?domain\b"
    r"|\bmember of (?:the )?[\w-]+\.[\w.-]+"
    r"|\bdomain member\b|\bad[\s-]joined\b|\bin (?:the )?ad\b|\bmember (?:of|in) (?:a |the "
    r"|our )?domain\b|^\W*domain\W*$"
)
_ADMIN = lazy(r"\badmin")
_LOCAL_ADMIN = lazy(r"\blocal\s+(?:\w+\s+)?admin\w*|\.\\\w+")
_DOMAIN_ADMIN = lazy(r"\bdomain\s+admin\w*|\bdomain\s+(?:user|account)\b.{0,30}\badmin\w*")
# An account of a domain by its name: "corp\\bob", "bob@corp.local"; not one of the machine's own.
DOMAIN_LOGIN = lazy(
    r"(?<![\w\\/.:-])(?!(?:localhost|builtin|nt authority|workgroup|machine|computer|server|local|vm|mabs)\\)"
    r"[a-z][\w-]*(?:\.[\w-]+)*\\(?!\\)[a-z][\w.$-]*(?![\\/\w])"
    r"|(?<![\w.])[\w.+-]+@[a-z][\w-]*(?:\.[\w-]+)+\b"
)
_PLAIN_USER = lazy(
    r"\b(?:normal|plain|ordinary|regular|standard|simple|non-?admin)\s+(?:domain\s+)?(?:user|account)\b"
    r"|\bdomain (?:user|account)\b.{0,25}\b(?:without|w/o|no)\b"
)
_SQL = lazy(r"\bsql\w*|\bdpmdb\b|\binstance\b|\bdatabase\b")
REMOTE = (
    r"\b(?:remote(?:ly)?|central|separate|external|another|different|shared|other|corporate|clustered"
    r"|always ?on|managed"
    r"|off-?box|elsewhere|azure sql|existing sql cluster|sql cluster|company)\b"
    r"|\b(?:over|across|via|through) (?:the |our )?(?:lan|wan|network|wire|vpn)\b|\b[A-Za-z][\w-]+\\\w+"
    r"|\bon (?:host|server|machine|box|vm) [A-Za-z-]*\d+\b"
)
LOCAL = (
    r"\b(?:local\w*|same (?:vm|machine|server|box|host)|on (?:the )?(?:mabs|this|that) (?:vm|machine"
    r"|server|box))\b"
)
BUNDLED = (
    r"\b(?:bundled|included|from (?:the )?(?:installer|setup)|shipped|default|new instance|comes with)\b"
)
_NOT_AT = lazy(r"(?:\bnot|n['’]t)\s+(?:(?:on|at|in|to|an?|the|any|our|run|running|installed|be)\s+){0,4}$")
_REMOTE, _LOCAL, _BUNDLED = lazy(REMOTE), lazy(LOCAL), lazy(BUNDLED)
# A name of a host such as SQLPROD01, which is written in capitals.
_HOST_NAME = lazy(r"\bon\s+(?:the\s+)?(?=[A-Z-]*\d)(?!SQL\b)[A-Z][A-Z-]{2,}\d[A-Z0-9-]*\b", 0)
_NO = lazy(r"\b(?:no|not|without|isn'?t|aren'?t|never|zero|0)\b")
_ROLES = (
    ("application_server_role", lazy(r"\bapp(?:lication)?[\s-]*server\b")),
    ("exchange_running", lazy(r"\bexch(?:ange)?\b")),
    ("cluster_node", lazy(r"\bnode\b|\bwsfc\b|\bfail-?over cluster\b|\bcluster(?:ed|\s+member)?\b")),
    ("domain_controller", lazy(r"\bdomain[\s_-]?controllers?\b|\bdcs?\b|\bad\s?ds\b")),
)
# Of whatever cluster the machine is a node, that of a database as well.
_NODE_OF = lazy(r"\bnode\s?\d{0,2}\s+of\b")
_HYPERVISOR = lazy(r"\b(?:vsphere|vmware|esxi?|hyper-?v|hypervisor|nutanix|kubernetes|stack)\b")
_MANY = r"(?:[2-9]|two|three|four|several|multiple|different|separate|various|other|another)"
_SUBSCRIPTIONS = lazy(rf"\b{_MANY}\s+(?:azure\s+)?(?:subscriptions|subs|subscription)\b")
_NETWORKS = lazy(rf"\b{_MANY}\s+(?:azure\s+)?(?:v-?nets?|virtual networks?)\b")
_ONE = r"\b(?:one|same|single|1|a single)\s+(?:azure\s+)?"
_ONE_SUBSCRIPTION = lazy(_ONE + r"(?:subscription|sub)\b")
_ONE_NETWORK = lazy(_ONE + r"(?:v-?net|virtual network)\b")
_ACCOUNT = lazy(r"\bstorage account\b")
_SHARED = lazy(r"\bshar\w+|\bsame\b|\bother vms?\b|\btogether\b|\bcommon\b")
_OWN = lazy(r"\bown\b|\bseparate\b|\bdedicated\b")
_NO_DISKS = lazy(r"\b(?:no|zero|0|without)\s+(?:\w+\s+)?(?:data\s+|backup\s+)?disks?\b")
_DISKS = lazy(rf"(?<![\w.])(?P<n>{DIGITS}|{WORDS})\s+(?:\w+\s+)?(?:data\s+|backup\s+)?disks?\b")
_FREE = lazy(r"\bfree\b|\bextract\w*|\bunpack\w*")
_VAULT = lazy(r"\bvault\b")
_OTHER_USE = lazy(
    r"\b(?:print server|wsus|file server|iis|dns|dhcp|web ?server|monitoring|jump ?host|shared with)\b"
)


def may_tell_several(text: str) -> bool:
    """Whether a text may tell of more than one thing that is checked."""
    readers = READERS.possible(text)
    return len(readers) > 1 or any(reader in _OF_SEVERAL for reader, _ in readers)


@lru_cache(maxsize=64)  # a review and several prerequisites ask for those of one question
def read_machine(text: str) -> Mapping[str, object]:
    """The facts that a description tells, by the names that the readiness check has for them."""
    facts: dict[str, object] = {}
    readers = READERS.possible(text)
    if not readers:
        return MappingProxyType(facts)
    parts = [part or "" for part in _PARTS().split(text)]
    for part in parts:
        for reader, _ in READERS.possible(part) if len(parts) > 1 else readers:
            for name, value in reader(part):
                facts.setdefault(name, value)
    if "cores" in facts and "memory_gb" not in facts:  # "4 cores and 8 GB enough?"
        leading = [
            m[0] for part in parts if not _NO_RAM().search(part) and (m := _LEADING_SIZE().match(part))
        ]
        if leading and (sizes := find_sizes(leading[0])):
            facts["memory_gb"] = float(sizes[0].value.gb)
    return MappingProxyType(facts)


def is_memory(text: str, start: int, end: int) -> bool:
    """Whether the size from `start` to `end` of `text` is said to be a machine's memory."""
    before, after = text[max(0, start - 30) : start], text[end : end + 14]
    named = _RAM_AFTER().search(after) or _RAM_BEFORE().search(before)
    return bool(named or (_MACHINE_WITH().search(before) and not _STORAGE().search(after)))


def bare_memory(text: str) -> float | None:
    """The only size in `text`, where nothing says that it is not a machine's memory ("gave it 8 GB now")."""
    sizes = [found.value.gb for found in find_sizes(text)]
    other = _NO_RAM().search(text) or len(sizes) != 1
    return None if other or sizes[0] > _MOST_MEMORY else float(sizes[0])


def _size(part: str) -> Iterator[Fact]:
    if sizes := find_vm_sizes(part):
        yield "vm_size", sizes[0]


def _figures(part: str) -> Iterator[Fact]:
    cores = _CORES().search(without_other_kinds(part))
    if cores:
        number = cores["n"] or cores["after"]
        count = _NAMED_CORES[cores["named"].lower()] if cores["named"] else _whole(number)
        if count is not None:
            yield "cores", count
    sizes = [found.value.gb for found in find_sizes(part)]
    alone = cores or find_vm_sizes(part) or re.fullmatch(r"\W*[\d.,]+\s*gi?b\W*", part, re.IGNORECASE)
    if sizes and not _NO_RAM().search(part) and (_RAM().search(part) or alone) and sizes[0] <= _MOST_MEMORY:
        yield "memory_gb", float(sizes[0])
    elif not sizes and (bare := _BARE_RAM().search(part)):
        yield "memory_gb", float((bare["n"] or bare["before"]).replace(",", "."))


def _system(part: str) -> Iterator[Fact]:
    match = None if _OTHER_SERVER().search(part) else _OS().search(part)
    if match:
        edition = (match["edition"] or "").lower()
        named = (
            "Datacenter"
            if edition.startswith("d")
            else "Standard"
            if edition.startswith("st")
            else edition.title()
        )
        yield "os", f"Windows Server {match['year']}{' R2' if match['r2'] else ''} {named}".strip()
    elif client := _CLIENT().search(part):
        yield "os", f"Windows {client['version']}"
    elif linux := _LINUX().search(part):
        yield "os", linux[0]


def _roles(part: str) -> Iterator[Fact]:
    if _NODE_OF().search(part):
        yield "cluster_node", not _NO().search(part)
    elif _SQL().search(part) or _HYPERVISOR().search(part):
        return
    system = _OS().search(part)
    rest = part if system is None else part[: system.start()] + part[system.end() :]
    for name, pattern in _ROLES:
        if match := pattern().search(rest):
            yield name, not (_NO().search(part) or is_denied(rest, *match.span()))
    if _OTHER_USE().search(part):
        yield "dedicated", bool(_NO().search(part))


def _domain(part: str) -> Iterator[Fact]:
    if _WORKGROUP().search(part):
        yield "domain_joined", False
    elif _JOINED().search(part):
        yield "domain_joined", True


def _account(part: str) -> Iterator[Fact]:
    if DOMAIN_LOGIN().search(part) and _ADMIN().search(part):
        denied = bool(_NO().search(part))
        yield from (("installer_domain_user", True), ("installer_administrator", not denied))
    elif _LOCAL_ADMIN().search(part):
        yield from (("installer_domain_user", False), ("installer_administrator", True))
    elif _PLAIN_USER().search(part):
        yield from (("installer_domain_user", True), ("installer_administrator", False))
    elif _DOMAIN_ADMIN().search(part):
        yield from (("installer_domain_user", True), ("installer_administrator", True))


def _dotnet(part: str) -> Iterator[Fact]:
    if told := dotnet_told(part):
        yield "dotnet_version", told


def _sql(part: str) -> Iterator[Fact]:
    if not _SQL().search(part) or _NODE_OF().search(part):
        return
    if place := sql_place(part):
        yield "sql_instance", place


def sql_place(text: str) -> str:
    """Where a SQL Server instance is, in the words of the check; empty when that is not told."""
    if _BUNDLED().search(text) and not _REMOTE().search(text):
        return "bundled"
    here = [is_not_there(text, *match.span()) for match in _LOCAL().finditer(text)]
    away = [is_not_there(text, *match.span()) for match in _REMOTE().finditer(text)]
    if any(here) or not all(away) or _HOST_NAME().search(text):
        return "remote"
    return "own local" if here or away else ""


def is_not_there(text: str, start: int, end: int) -> bool:
    """Whether a place told from `start` to `end` is said not to be the one ("not on a separate server")."""
    return is_denied(text, start, end) or bool(_NOT_AT().search(text[:start]))


def _placement(part: str) -> Iterator[Fact]:
    for name, several, one in (
        ("same_subscription", _SUBSCRIPTIONS, _ONE_SUBSCRIPTION),
        ("same_virtual_network", _NETWORKS, _ONE_NETWORK),
    ):
        if several().search(part) or one().search(part):
            yield name, not several().search(part)


def _storage(part: str) -> Iterator[Fact]:
    if _ACCOUNT().search(part) and (_SHARED().search(part) or _OWN().search(part)):
        yield "separate_storage_account", not _SHARED().search(part)
    if _NO_DISKS().search(part):
        yield "backup_disks", 0
    elif (match := _DISKS().search(part)) and (count := _whole(match["n"])):
        yield "backup_disks", count
    sizes = find_sizes(part)
    if sizes and _FREE().search(part) and not re.search(r"\bscratch|\bcache", part, re.IGNORECASE):
        yield "extraction_free_gb", float(sizes[0].value.gb)
    if _VAULT().search(part) and _NO().search(part):
        yield "vault", False


def _stay(part: str) -> Iterator[Fact]:
    days = [found.value.low for found in kept_for(part)]
    if days:
        yield "local_retention_days", float(max(days))


def _whole(text: str) -> int | None:
    value = None if text.lower() in ("a", "an") else number_in(text)
    return int(value) if value is not None and value == value.to_integral_value() and value < 1000 else None


_OF_SEVERAL = (_roles, _placement, _storage)
"""These tell of more than one."""


def _with(reader: _Reader, *openers: Callable[[], re.Pattern[str]]) -> tuple[_Reader, re.Pattern[str]]:
    """A reader, and the words of which one stands in any part that it finds something in."""
    return reader, compiled(any_of(*(opener().pattern for opener in openers)))


READERS = Family(
    (
        _with(_size, VM_SIZE),
        _with(_figures, _CORES, _RAM, quantities.ANY_UNIT),
        _with(_system, _OS, _CLIENT, _LINUX),
        _with(_roles, _NODE_OF, _OTHER_USE, *(role for _, role in _ROLES)),
        _with(_domain, _WORKGROUP, _JOINED),
        _with(_account, _ADMIN, _LOCAL_ADMIN, _PLAIN_USER),
        _with(_dotnet, FRAMEWORK, OTHER_KIND),
        _with(_sql, _SQL),
        _with(_placement, _SUBSCRIPTIONS, _NETWORKS, _ONE_SUBSCRIPTION, _ONE_NETWORK),
        _with(_storage, _ACCOUNT, _NO_DISKS, _DISKS, _FREE, _VAULT),
        _with(_stay, durations.ANY_UNIT),
    )
)
