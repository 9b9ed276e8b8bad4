"""Puts what a person tells of a machine to the guide's prerequisites, one check for each fact told."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from assistant.answer import Finding
from assistant.decisions.readiness import machine, passphrase
from assistant.decisions.readiness import prerequisites as items
from assistant.decisions.readiness.facts import validate
from assistant.decisions.readiness.preflight_checks import CHECKS
from assistant.decisions.readiness.unmet_check import LOG
from assistant.decisions.types import DecisionInputError, DecisionResult
from assistant.specialists.notes import with_first
from assistant.specialists.prerequisite_checks import (
    accounts,
    failed_check,
    hosting,
    machine_surroundings,
    membership,
    passphrases,
    sizing,
    software,
    sql,
    unmeasured,
)
from assistant.specialists.prerequisite_checks.check_words import FEW_WORDS, PROTECTING, last_sentence
from assistant.specialists.table_findings import finding_of
from assistant.understanding.message.modality import asks_need, asks_to_mend
from assistant.understanding.message.polarity import offers_choice, read_sense
from assistant.understanding.product.dotnet_versions import bare_version
from assistant.understanding.product.products import find_edition
from assistant.understanding.reading import QuestionKind, Reading, Sense
from assistant.understanding.server.machine_facts import bare_memory, read_machine

NAME = "prerequisites"
_SIZE_FACTS = {"vm_size", "cores", "memory_gb"}
# The fact that a check asks for, by its table.
_ASKED_FOR = {items.VM_SIZE.id: "vm_size", items.DOTNET.id: "dotnet_version", items.HOST_IMAGE.id: "os"}
_TROUBLE = re.compile(r"\b(?:problem|issue|trouble|conflict|obstacle|concern)s?\b", re.IGNORECASE)
_ON_SIZE = re.compile(
    r"\b(?:enough|sufficient|suffices?|too (?:small|little|big|weak)|big enough|(?:right|vm) size|sizing)\b",
    re.IGNORECASE,
)
_BELOW = re.compile(
    r"\b(?:below|under|beneath|fails?|miss(?:es)?)\s+(?:the\s+|your\s+|their\s+|guide['’]?s\s+)?min(?:imum)?\b"
    r"|\btoo small\b(?!\s+or\b)",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:not|never|no|or)\b|n['’]t\b|^\W*(?:why|how|what)\b", re.IGNORECASE)
_FEW = re.compile(
    r"\b(?:only|just|merely)\s+(?=(?:has|have|an?|one|two|\d)\b)|(?<=\bcore )only\b|(?<=\bcores )only\b",
    re.IGNORECASE,
)
_BARE_PACK = re.compile(
    r"(?P<no>\b(?:without|no|w/o)\s+(?:the\s+)?)?\b(?P<sp>sp\s?\d|service pack \d)\b", re.IGNORECASE
)


def consult(reading: Reading) -> list[Finding]:
    """A finding for each fact that a prerequisite judges; failed ones first when several were told."""
    findings: list[Finding] = []
    for check in _CHECKS:
        try:
            result = check(reading)
        except DecisionInputError:
            continue
        if result is not None and not any(f.verdicts[0].table == result.table for f in findings):
            below = _asks_below(reading, result)
            bare = not below and (_no_lead(reading, result) or _needs_less(reading, result))
            lead = None if bare else _turned(reading, result)
            findings.append(_with_note(finding_of(result, NAME, bare=bare, lead=lead), result))
    findings = _without_size(findings, reading)
    order = {"fail": 0, "unknown": 1, "warn": 2, "pass": 3}
    findings.sort(key=lambda finding: order.get(finding.verdicts[0].outcome, 1))
    return [_shortened(finding) for finding in findings] if len(findings) > 2 else findings


def of_lost_passphrase(reading: Reading) -> list[Finding]:
    """What goes on without the passphrase that was told to be lost: no table of states is asked then."""
    result = passphrases.of_lost(reading)
    return [_with_note(finding_of(result, NAME, bare=True), result)] if result else []


def _without_size(findings: list[Finding], reading: Reading) -> list[Finding]:
    """The findings without what is said of the size of a machine that its role rules out, unless that fails
    too or is asked for in so many words; a role that is advised against needs no further figures."""
    needless = {"unknown"} if any(_is_of(f, items.DEDICATED.id, "warn") for f in findings) else set()
    if any(_is_of(f, items.EXCLUDED_ROLE.id, "fail") for f in findings):
        needless = set() if _ON_SIZE.search(reading.plain) else {"unknown", "pass"}
    return [f for f in findings if not any(_is_of(f, items.VM_SIZE.id, outcome) for outcome in needless)]


def _is_of(finding: Finding, table: str, outcome: str) -> bool:
    """Whether a finding is a table's, with that outcome."""
    verdict = finding.verdicts[0]
    return (verdict.table, verdict.outcome) == (table, outcome)


def _no_lead(reading: Reading, result: DecisionResult) -> bool:
    """Whether a yes or no would mislead. A denial of what is told of the machine puts nothing in reverse."""
    if result.inputs.get("asked") == "domain admins" and reading.sense is Sense.REVERSED:
        return True
    if result.inputs.get("asked") in ("which", LOG):
        return True
    if "without" in result.inputs:
        return bool(_TROUBLE.search(reading.plain))
    if _is_on_need(result):
        return False
    if result.table == items.VM_SIZE.id and reading.kind is QuestionKind.HOW_MANY:
        return True
    if result.table == items.VM_SIZE.id and _FEW.search(reading.plain):  # so few are told, not asked about
        return read_sense(_FEW.sub("", reading.plain), reading.kind) is Sense.OPEN
    return reading.sense is Sense.OPEN or offers_choice(reading.plain)


def _is_on_need(result: DecisionResult) -> bool:
    """Whether a verdict is on what is needed, rather than on what will do."""
    return result.inputs.get("asked") in ("need", "more")


def _asks_below(reading: Reading, result: DecisionResult) -> bool:
    """Whether it is asked if a size is too small, which what fails confirms."""
    of_size = result.table == items.VM_SIZE.id and "asked" not in result.inputs
    return of_size and bool(_BELOW.search(reading.plain)) and not _NOT.search(reading.plain)


def _turned(reading: Reading, result: DecisionResult) -> str | None:
    """The yes or no to a statement that denies: "no DC allowed, right?" is confirmed by what fails."""
    outright = result.inputs.keys().isdisjoint(("without", "asked"))
    if outright and result.outcome == "fail" and asks_to_mend(reading.plain):
        return "Yes"
    if _asks_below(reading, result):
        return {"fail": "Yes", "pass": "No"}.get(result.outcome, "")
    if reading.sense is not Sense.REVERSED or not outright:
        return None
    if result.table == items.VM_SIZE.id and _BELOW.search(reading.plain):
        return ""  # "it isn't too small": denied twice
    return {"fail": "Yes", "pass": "No"}.get(result.outcome, "")


def _needs_less(reading: Reading, result: DecisionResult) -> bool:
    """Whether need is asked for more than is required: what is told would do, yet isn't needed."""
    if _is_on_need(result):
        return False
    if result.outcome != "pass" or not asks_need(reading.plain) or sizing.WILL_DO_OR.search(reading.plain):
        return False
    if result.table == items.DOTNET.id:
        return result.inputs.get("version") != "3.5 SP1"
    if result.table == items.VM_SIZE.id:
        return result.inputs.get("size") != "A2"
    return False


def _shortened(finding: Finding) -> Finding:
    """Only the verdict, when several facts are judged at once."""
    return replace(finding, statements=finding.statements[:1])


def _with_note(finding: Finding, result: DecisionResult) -> Finding:
    if result.outcome != "warn" and result.table != passphrase.NAME:
        return finding
    return with_first(finding, result.notes)


def _again(reading: Reading) -> DecisionResult | None:
    """A short follow-up that tells another value of what was judged before ("and with 1 core?")."""
    before = reading.previous
    text, query = reading.plain, before.get("query", "")
    if before.get("specialist") == "guide" and hosting.names_use(text, query):
        return hosting.another_role(text, query)
    if before.get("specialist") != NAME:
        return None
    telling = reading.kind is QuestionKind.STATEMENT and not PROTECTING.search(text)
    wanted = _ASKED_FOR.get(unmeasured.pending(last_sentence(query))) if telling else None
    follows = reading.followup or hosting.names_machine(text)
    if not (follows or wanted or (telling and hosting.is_untold(last_sentence(query)))):
        return None
    earlier = {**read_machine(query), **({wanted: ""} if wanted else {})}
    if membership.NOT_DEPLOYED.search(text) and membership.moves_domain(query):
        return machine.domain_move(deployed=False)
    if len(text.split()) > FEW_WORDS:
        placed = len(text.split()) <= 2 * FEW_WORDS and hosting.goes_on(text)
        return hosting.another_role(text, query) if placed else None
    facts = dict(read_machine(text))
    if reading.vm_sizes:
        facts["vm_size"] = reading.vm_sizes[0]  # also one that is so many steps from the one before
    if "memory_gb" in earlier and not facts.keys() & _SIZE_FACTS and (memory := bare_memory(text)):
        facts["memory_gb"] = memory  # "gave it 8 GB now"
    if facts.keys() & _SIZE_FACTS and earlier.keys() & _SIZE_FACTS:
        whole = "vm_size" in facts or {"cores", "memory_gb"} <= facts.keys()
        known = facts if whole or wanted else {**earlier, **facts}
        return CHECKS[items.VM_SIZE](validate({k: v for k, v in known.items() if k in _SIZE_FACTS}))
    if another := hosting.another_role(text, query):
        return another
    if "dotnet_version" in earlier and (version := bare_version(text)):
        return machine.dotnet(version)
    if earlier.get("dotnet_version") and (pack := _BARE_PACK.search(text)):
        number = str(earlier["dotnet_version"]).split()[0]
        return machine.dotnet(f"{number} {pack['sp'] if not pack['no'] else ''}".strip())
    if "os" in earlier and "os" in facts and not reading.topics & {"protection"}:
        system, edition = str(facts["os"]), find_edition(text)
        whole = edition.lower() in system.lower()
        return machine.host_image(system if whole else f"{system} {edition}")
    return None


_CHECKS: tuple[Callable[[Reading], DecisionResult | None], ...] = (
    sql.version,
    _again,
    passphrases.lost,
    passphrases.which,
    passphrases.aspect,
    sql.instance,
    hosting.host_role,
    sizing.vm_size,
    membership.domain,
    accounts.account,
    machine_surroundings.local_copy,
    software.dotnet,
    software.image,
    machine_surroundings.network,
    hosting.untold,
    failed_check.unmet_prerequisite,
    failed_check.setup_log,
    unmeasured.asked,
)
