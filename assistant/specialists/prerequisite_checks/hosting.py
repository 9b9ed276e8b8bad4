"""Which other roles may run on the machine of the backup server."""

from __future__ import annotations

import re

from assistant.decisions import machine
from assistant.decisions.patterns import lazy
from assistant.decisions.types import DecisionResult
from assistant.specialists.prerequisite_checks.common import PROTECTING, SHARING
from assistant.specialists.prerequisite_checks.sql import is_about_place
from assistant.understanding.introductions import PERSON
from assistant.understanding.patterns import word_set
from assistant.understanding.reading import QuestionKind, Reading
from assistant.understanding.topics import find_topics

_HOSTING = re.compile(
    r"\b(?:install\w*|run(?:s|ning)?|put|host\w*|deploy\w*|place|coloca\w*|co-?locat\w*|share\w*|live|sit"
    r"|set ?up|add|go on|go onto|reside|together|same (?:vm|box|machine|server)"
    r"|on (?:it|the vm|that vm|this vm|the mabs vm|the machine|there)|problem|ok|allowed|role"
    r"|use (?:our|the|an?)|(?:mabs|backup server) (?:on|onto)|also"
    r"|be (?:an?|our|my|the)|(?:act|serve|double)s? as)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[a-z][\w.+-]*")
_PLACED = re.compile(
    r"\b(?:install\w*|run(?:s|ning)?|put|host\w*|deploy\w*|place|co-?locat\w*|same|share\w*|there|together"
    r"|on (?:our|the|an?|my) exchange|on exchange|box|alongside|next to)\b",
    re.IGNORECASE,
)
_ROLE_TOPICS = {
    "domain-controller": "domain controller",
    "application-server": "application server",
    "exchange-server": "exchange",
    "cluster-node": "cluster node",
}
_HYPERVISOR = re.compile(
    r"\b(?:vsphere|vmware|esxi?|hyper-?v|hypervisor|nutanix|kubernetes"
    r"|storage) (?:\w+ )?clusters?\b(?!\s+nodes?)",
    re.IGNORECASE,
)

_USE = (
    r"(?:print servers?|file shares?|file servers?|wsus|iis|web ?servers?|dns|dhcp|wds|sccm"
    r"|jump ?(?:host|box)"
    r"|rds|terminal servers?|monitoring(?: agent)?|veeam|ftp|licen[cs]e servers?|radius|nps"
    r"|certificate authority|app(?:lication)? (?:for|from)"
    r"|other (?:roles?|apps?|applications?|software|services?|workloads?|stuff|things?))"
)
# A person is called by what he cares for; the machine has no role by that.
_BY_PERSONS = lazy(rf"\b(?:{_USE}|exchange|domain|app|cluster|sql|backup)\s+{PERSON}\b")
_SERVER = (
    r"(?:mabs(?: (?:vm|server|machine|box|host))?|dpm|(?:azure )?backup (?:server|vm|machine|box"
    r"|host)|it|there"
    r"|(?:that|this|the|same|our|one|a single|spare|existing)(?: same| single| new)? (?:vm|machine"
    r"|box|server|host))"
)
_ON = r"(?:on|onto|to|with|beside|besides|next to|alongside|into|at|in)"
# Little words, and those of placing, that may stand between a use and the server it is put on.
_BETWEEN = (
    r"(?:\s+(?:role|roles|feature|features|service|services|agent|too|also|as well|together|is|are|be"
    r"|been|being"
    r"|can|may|could|to|or|and|the|a|an|our|my|run|running|runs|live|lives|living|sit|sits|sitting|installed"
    r"|hosted|placed|put|set up|allowed|ok|okay|fine|possible|same|already|there|still)){0,5}\s+"
)
_PLACING = (
    r"(?:install\w*|run(?:s|ning)?|host\w*|put|putting|have|has|having|add\w*|deploy\w*|place"
    r"|plac(?:es|ed|ing)"
    r"|set(?:ting)? up|keep\w*|use|using|shar(?:e|es|ed|ing)|double[sd]? as|act(?:s|ing)? as|serv(?:e"
    r"|es|ing) as"
    r"|be|is|co-?locat\w*|coloca\w*|enable|squeeze|throw|combine)"
)
_SMALL = (
    r"(?:\s+(?:a|an|the|our|my|some|any|as|also|also as|another|small|little|on|of|both|old|new|up)){0,3}\s+"
)
_OTHER_USES = lazy(rf"\b(?P<use>{_USE})\b(?!\s+{PERSON}\b)")
_IS_PLACED = (
    lazy(rf"\b{_USE}\b{_BETWEEN}{_ON}\s+(?:the\s+|our\s+|same\s+)?{_SERVER}\b"),
    lazy(rf"\b{_PLACING}\b{_SMALL}{_USE}\b(?!\s+{PERSON}\b)"),
    lazy(
        rf"\b{_SERVER}\b(?:\s+\w+){{0,2}}?\s+(?:on|onto|with|next to|alongside|beside|and|as"
        rf"|plus)\s+(?:\w+\s+){{0,2}}?{_USE}\b"
    ),
    lazy(
        rf"\b{_USE}\b\s*(?:and|plus|\+|&|/|,)\s*(?:the\s+|our\s+)?{_SERVER}\b|\b{_SERVER}\s*(?:and"
        rf"|plus|\+|&|/)\s*{_USE}\b"
    ),
)
_JUDGING = {QuestionKind.YES_NO, QuestionKind.STATEMENT, QuestionKind.WHAT, QuestionKind.WHY}
# A machine of which nothing is told, and being put on it.
_BARE_MACHINE = lazy(
    r"\b(?:this|that|my|our|the|an?|existing|current|here)\b(?:\s+\w+){0,2}?\s*\b(?:servers?"
    r"|machines?|box|vms?|host|computer)\b"
    r"|\bhere\b"
)
_PUTTING = lazy(
    r"\b(?:install(?:ed|ing)?|put|run|go|host(?:ed)?|deploy(?:ed|ing)?|use[d]?|place[d]?|suit(?:able"
    r"|ed)?|set up"
    r"|good (?:enough )?for|right for|fit for|ready for|eligible)\b"
)
_OF_PUTTING = word_set(
    "can could may might i we you it be is are will would do does did should shall the a an this "
    "that my our on "
    "to for of in at here machine server box vm host computer existing current install installed "
    "installing put "
    "run go hosted deploy deployed use used already have has mabs azure backup suitable suited set "
    "up good right "
    "fit ready ok okay fine allowed possible please pls just simply there or not eligible onto also "
    "place placed "
    "them these those if so hi hello thing software product what about enough directly actually and"
)
_MOST_WORDS = 16


def host_role(reading: Reading) -> DecisionResult | None:
    """Whether the backup server may share a machine with a role or another use."""
    text = _BY_PERSONS().sub(" ", reading.plain)
    if is_about_place(reading) or PROTECTING.search(text) or not _HOSTING.search(text):
        return None
    if reading.levels or _HYPERVISOR.search(text):
        return None  # what is protected of it is meant, or a cluster that carries the machine
    topics = reading.topics if text == reading.plain else find_topics(text)[0]
    for topic, role in _ROLE_TOPICS.items():
        if topic == "exchange-server" and not _PLACED.search(text):
            continue
        if topic in topics:
            return machine.host_role(role)
    if reading.kind not in _JUDGING:
        return None
    lines = reading.text.splitlines() if "\n" in reading.text.strip() else [reading.plain]
    placed = [line for line in lines if SHARING.search(line) and _is_placed(line)]
    other = next((found for line in placed if (found := _OTHER_USES().search(line))), None)
    return machine.host_role(other["use"]) if other else None


def another_role(text: str, before: str) -> DecisionResult | None:
    """The same for another role, after one was asked about: "and with IIS?"."""
    if not (_OTHER_USES().search(before) or find_topics(before)[0] & _ROLE_TOPICS.keys()):
        return None
    if roles := [role for topic, role in _ROLE_TOPICS.items() if topic in find_topics(text)[0]]:
        return machine.host_role(roles[0])
    other = _OTHER_USES().search(text)
    return machine.host_role(other["use"]) if other else None


def _is_placed(line: str) -> bool:
    """Whether a use is put on a machine, rather than named in passing ("the jump host can't reach it")."""
    return any(pattern().search(line) for pattern in _IS_PLACED)


def untold(reading: Reading) -> DecisionResult | None:
    """What decides whether a machine will do of which nothing is told: "can I install it on this server?"."""
    text = reading.plain
    words = _WORD.findall(text.lower())
    asked = reading.kind in {QuestionKind.YES_NO, QuestionKind.STATEMENT} and len(words) <= _MOST_WORDS
    if not asked or reading.vm_sizes or not (_BARE_MACHINE().search(text) and _PUTTING().search(text)):
        return None
    return machine.host_untold() if all(word in _OF_PUTTING for word in words) else None
