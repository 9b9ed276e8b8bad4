"""Which other roles may run on the machine of the backup server."""

from __future__ import annotations

import re

from assistant.decisions.expressions.patterns import compiled, lazy
from assistant.decisions.readiness import machine
from assistant.decisions.types import DecisionResult
from assistant.specialists.prerequisite_checks.check_words import PROTECTING, SHARING, last_sentence
from assistant.specialists.prerequisite_checks.sql import for_others, is_about_place
from assistant.specialists.prerequisite_checks.unnamed_role import asks_unnamed
from assistant.understanding.message.introductions import PERSON
from assistant.understanding.message.question_forms import leaves_out, split_questions
from assistant.understanding.product.other_jobs import only_tools, other_job
from assistant.understanding.reading import QuestionKind, Reading, Role
from assistant.understanding.subscription.denied_facts import is_denied, read_told
from assistant.understanding.topics import ROLES, find_topics, find_vm_sizes, role_patterns
from assistant.understanding.word_rules import word_set

_HOSTING = compiled(
    r"\b(?:install\w*|run(?:s|ning)?|put|host\w*|deploy\w*|place|coloca\w*|co-?locat\w*|share\w*|live|sit"
    r"|set ?up|add|go on|go onto|reside|together|same (?:vm|box|machine|server)"
    r"|on top|alongside|next to|too|as well|squeez\w*"
    r"|on (?:it|there|(?:the|that|this|our|same) (?:mabs |backup )?(?:vm|machine|server|box|host))"
    r"|problem|ok|allowed|role"
    r"|use (?:our|the|an?)|(?:mabs|backup server) (?:on|onto)|also"
    r"|(?:not|isn['’]?t)\s+(?:an?\s+|in a\s+)?(?:dc|domain controller|exchange|cluster)"
    r"|(?:candidate|target|chosen|planned|intended)\s+(?:\w+\s+)?(?:vm|machine|server|box|host)"
    r"|be (?:an?|our|my|the)|(?:it|mabs|server) be on|(?:act|serve|double)s? as"
    r"|(?:home|place|spot|candidate|host|base|suit\w*|right|good|fit|ideal) (?:for|of))\b",
)
_WORD = re.compile(r"[a-z][\w.+-]*")
_PLACED = compiled(
    r"\b(?:install\w*|run(?:s|ning)?|put|host\w*|deploy\w*|place|co-?locat\w*|same|share\w*|there|together"
    r"|on (?:our|the|an?|my) exchange|on exchange|on it|box|alongside|next to|squeez\w*"
    r"|(?:mabs|backup server)\s+(?:on top|too|as well|also|in)\b|\b(?:lives|sits|resides) on"
    r"|(?:home|spot|candidate|base) (?:for|of))\b",
)
_HYPERVISOR = compiled(
    r"\b(?:vsphere|vmware|esxi?|hyper-?v|hypervisor|nutanix|kubernetes"
    r"|storage) (?:\w+ )?clusters?\b(?!\s+nodes?)",
)
# "node 1 of the Hyper-V cluster": the machine is a node itself.
_NODE_OF = compiled(
    r"\b(?:nodes?|members?)\s?(?:\d{1,2}|[a-d])?\s+(?:of|in|from)\s+(?:\w+[\s-]){0,4}?clusters?\b"
)
_MAILBOX_SERVER = compiled(r"\bmailbox (?:server|role|box)\b")

_USE = (
    r"(?:print servers?|file shares?|file servers?|wsus|iis|web ?servers?|dns|dhcp|wds|sccm|scom|scvmm"
    r"|jump ?(?:host|box)|hyper-?v (?:role|feature|host|server)"
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
_PUT_THERE = lazy(
    rf"\b{_USE}\b[^?!]{{0,80}}\b(?:mabs|backup server)\s+"
    r"(?:alongside|on top|too|as well|also|there|next to it)\b"
)
# "on a machine with IIS": where the server is to be put.
_ON_USED = lazy(
    rf"\bon(?:to)?\s+(?:an?|the|our|one|any|that|this)\s+(?:\w+\s+)?(?:vms?|machines?|box|servers?|hosts?"
    rf"|computers?)\s+"
    rf"(?:with|running|hosting|(?:that|which) (?:has|runs|hosts))\s+(?:an?\s+|our\s+)?{_USE}\b"
)
# A role of another machine, or one that is only told to be out of order, is none of the server's own.
_APART = lazy(
    r"\b(?:elsewhere|somewhere else|(?:another|different|separate|(?:its|their) own)"
    r"\s+(?:\w+\s+)?(?:vms?|machines?|servers?|box|boxes|hosts?|computers?|hardware))\b"
    r"|\b(?:is|are|was|were|went)\s+(?:currently\s+|just\s+)?"
    r"(?:down|offline|unreachable|dead|broken|not (?:reachable|available))\b"
)
_OF_THE_SERVER = lazy(
    r"\b(?:mabs|dpm|backup (?:server|vm|machine|box|host)|install\w*|deploy\w*|set ?up|put)\b"
)
_CLAUSES = lazy(r"[.;:!?,\n]+\s|\b(?:and|but|so)\s+(?=(?:can|may|could|is|will)\b)")
_POINTS_BACK = lazy(
    r"\b(?:on|onto|to|into)\s+(?:it|them|that|those|the (?:same|other))\b|(?<!is )\bthere\b|\bsame\b"
)
_NOTHING_ELSE = lazy(
    r"\W*(?:there'?s |there is |it'?s |it is |it runs )?(?:nothing(?: else| at all| yet)?|none"
    r"|no (?:other )?roles?|dedicated|empty|(?:brand )?new|fresh)(?: (?:runs|is|on it|there|so far)){0,2}\W*"
)
_GOES_ON = lazy(
    r"^\W*(?:(?:ok|and|or|so|then|but|what about|how about|rather)\W+)+(?:(?:on|onto|in|with|for)\s+)?"
    r"(?:an?|one|our|my|the|some|any|that)\s(?!(?:guide|matrix|subscription|vault)\b)"
)
# A machine that has a name or a job of its own: "our SCOM box", "a member server that does print queues".
_OWN_MACHINE = lazy(
    r"\b(?P<name>(?!(?:the|an?|our|my|this|that|it|one|other|another|new|same|spare|normal|plain|member"
    r"|bare|separate|own"
    r"|second|different|for|on|virtual|backup|mabs|which|what|some|any)\b)[a-z][\w-]+\s+(?:servers?|box"
    r"|machine|host))\b"
)
_HAS_JOB = lazy(
    r"\b(?:server|box|machine|host|vm)\s+(?:(?:that|which)\s+(?:\w+\s+)?(?:does|runs|hosts|holds|serves"
    r"|handles|has)"
    r"|with (?:the|our|some|an?)|doing|running|serving)"
    r"\s+(?!(?:nothing|windows|core|cores|memory|ram|domain)\b)"
)
_ITS_OWN = lazy(
    r"^(?!.*\b(?:not|no|isn'?t|without)\b).*\b(?:dedicated|separate|empty|fresh"
    r"|single[\s-]purpose|nothing else|of its own)\b"
)
# A machine that isn't used, and machines that are told by the role that they haven't.
_UNUSED = lazy(
    r"\b(?:spare|unused|idle|blank|vacant|unassigned|left[\s-]?over)\b|\b(?:nobody|no ?one) (?:uses|needs)\b"
    r"|\bnot (?:used|needed|in use)\b|\b(?:doing|does|runs|running) nothing\b"
)
_MEMBER = lazy(r"\bmember\s+(?:windows\s+)?(?:servers?|machines?|vms?|box|hosts?)\b")
UNCLUSTERED = lazy(r"\b(?:stand-?alone|non-?clustered|unclustered|single)\b")
_OTHERWISE = lazy(
    r"\b(?:new|workgroup|domain[\s-]joined|stand-?alone|server (?:core|20\d\d)|backup server)\b"
)
_HOW_TO = {QuestionKind.HOW, QuestionKind.WHERE, QuestionKind.HOW_MANY}
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
    text = _of_this_machine(_BY_PERSONS().sub(" ", reading.plain))
    if tools := only_tools(reading.plain):
        return machine.tools_only(tools)
    if job := _job(reading, text):
        return machine.host_role(job)
    protected = reading.role is Role.PROTECTED or PROTECTING.search(text)
    if for_others(text) and reading.kind in _JUDGING and not protected:
        return machine.host_role("SQL Server for other applications")
    if is_about_place(reading) or PROTECTING.search(text) or not _HOSTING.search(text):
        return None
    carried = _HYPERVISOR.search(text) and not _NODE_OF.search(text)
    if (reading.levels and not _MAILBOX_SERVER.search(text)) or carried:
        return None  # what is protected of it is meant, or a cluster that carries the machine
    topics = reading.topics if text == reading.plain else find_topics(text)[0]
    told = read_told(text, role_patterns())
    if told.denied and reading.kind in _JUDGING - {QuestionKind.WHY}:
        if told.holds:
            return machine.host_roles(told.holds)
        return machine.host_role_absent(told.denied)
    unplaced = set() if _PLACED.search(text) else {"exchange-server"}
    if held := [role for topic, role in ROLES.items() if topic in topics - unplaced]:
        return machine.host_roles(held)
    if reading.kind not in _JUDGING:
        return None
    lines = reading.text.splitlines() if "\n" in reading.text.strip() else [reading.plain]
    placed = [
        line
        for line in lines
        if _ON_USED().search(line) or _PUT_THERE().search(line) or (SHARING.search(line) and _is_placed(line))
    ]
    other = next((found for line in placed if (found := _OTHER_USES().search(line))), None)
    return machine.host_role(other["use"]) if other else None


def _job(reading: Reading, text: str) -> str:
    """The other job of the machine that the server is to be put on; empty for an excluded role."""
    if reading.role is not Role.NEIGHBOUR or reading.kind in _HOW_TO:
        return ""
    job = other_job(text)
    excluded = any(find_topics(job)[0] & {topic} for topic in ROLES)
    return "" if excluded or read_told(text, role_patterns()).holds else job


def _of_this_machine(text: str) -> str:
    """`text` without the clauses that tell of another machine, unless that is the one pointed at."""
    clauses = [clause for clause in _CLAUSES().split(text) if clause.strip()]
    kept = [c for c in clauses if not _APART().search(c) or _OF_THE_SERVER().search(c)]
    rest = " ".join(kept)
    return text if len(kept) == len(clauses) or _POINTS_BACK().search(rest) else rest


def is_untold(text: str) -> bool:
    """Whether `text` asks to put the server on a machine of which it tells nothing."""
    words = _WORD.findall(text.lower())
    put_there = _BARE_MACHINE().search(text) and _PUTTING().search(text)
    return bool(put_there) and len(words) <= _MOST_WORDS and all(word in _OF_PUTTING for word in words)


def names_machine(text: str) -> bool:
    """Whether `text` is nothing but a machine with a name or a job of its own: "the SharePoint box then?"."""
    return leaves_out(text) and bool(_OWN_MACHINE().search(text)) and not PROTECTING.search(text)


def goes_on(text: str) -> bool:
    """Whether `text` opens with a further machine to put the server on: "and on a ..."."""
    return bool(_GOES_ON().match(text)) and not PROTECTING.search(text)


def names_use(text: str, before: str) -> bool:
    """Whether a few words name a machine's use, or that it has none, after a dedicated one was asked about:
    "so a spare member server would do?"."""
    asked = "dedicated" in find_topics(last_sentence(before))[0]
    use = _UNUSED().search(text) or _OTHER_USES().search(text)
    return bool(asked and use) and len(text.split()) <= _MOST_WORDS and not PROTECTING.search(text)


def another_role(text: str, before: str) -> DecisionResult | None:
    """The same for another role, after one was asked about ("and with IIS?") or was asked for."""
    asked_for = is_untold(last_sentence(before)) and not PROTECTING.search(text)
    if asked_for and _NOTHING_ELSE().fullmatch(text):
        return machine.host_role("none")
    asked_before = find_topics(before)[0] & {*ROLES, "dedicated"}
    if not (asked_for or _OTHER_USES().search(before) or asked_before):
        return None
    told = read_told(text, role_patterns())
    if told.denied and not told.holds:
        return machine.host_role_absent(told.denied)
    if roles := [role for topic, role in ROLES.items() if topic in find_topics(text)[0]]:
        return machine.host_role(told.holds[0] if told.holds else roles[0])
    if other := _OTHER_USES().search(text):
        if is_denied(text, *other.span()):
            return machine.host_untold() if asked_for else None
        return machine.host_role(other["use"])
    if _HAS_JOB().search(text):
        return machine.host_role("that job")
    if _ITS_OWN().search(text) or _UNUSED().search(text):
        return machine.host_role("none")
    if "cluster-node" in asked_before and UNCLUSTERED().search(text):
        return machine.host_role_absent([ROLES["cluster-node"]])
    if "domain-controller" in asked_before and _MEMBER().search(text):
        return machine.host_role_absent([ROLES["domain-controller"]])
    owner = _OWN_MACHINE().search(text)
    return machine.host_role(owner["name"].lower()) if owner and not _OTHERWISE().search(text) else None


def _is_placed(line: str) -> bool:
    """Whether a use is put on a machine, rather than named in passing ("the jump host can't reach it")."""
    return any(pattern().search(line) for pattern in _IS_PLACED)


def asks_untold(text: str) -> bool:
    """Whether `text` asks for a machine of which nothing is told, or only that it has some role."""
    return is_untold(_of_this_machine(text)) or asks_unnamed(text)


def untold(reading: Reading) -> DecisionResult | None:
    """What decides whether a machine will do of which nothing is told ("can I install it on this server?"),
    or only that it has some role."""
    if reading.kind in _JUDGING and not reading.vm_sizes and asks_unnamed(reading.plain):
        return machine.host_untold()
    wants_verdict = reading.kind in {QuestionKind.YES_NO, QuestionKind.STATEMENT}
    if not wants_verdict or reading.vm_sizes or not is_untold(_of_this_machine(_asked(reading.plain))):
        return None
    return machine.host_untold()


def _asked(text: str) -> str:
    """The one question of `text`, where nothing besides it tells of the machine."""
    asking, telling = split_questions(text)
    tells = find_topics(telling)[0] or find_vm_sizes(telling) or read_told(telling, role_patterns()).holds
    return asking[0] if len(asking) == 1 and telling and not tells else text
