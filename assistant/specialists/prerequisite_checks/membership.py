"""The domain of the backup server."""

from __future__ import annotations

import re

from assistant.decisions.expressions.patterns import compiled
from assistant.decisions.readiness import machine
from assistant.decisions.types import DecisionResult
from assistant.specialists.prerequisite_checks.hosting import UNCLUSTERED
from assistant.understanding.reading import QuestionKind, Reading
from assistant.understanding.subscription.denied_facts import is_denied

_PROTECTED_ONES = compiled(
    r"\b(?:guests?|protected (?:machines?|servers?|vms?|computers?)|clients?|sources?|workloads?|agents?)\b"
    r"|\bprotect\w*\b|\blisted\b|\bmatrix\b",
)
_WORKGROUP = compiled(
    r"\bworkgroup\b|\bstand-?alone\b|\b(?:not|without|no|isn'?t|un)\s*-?(?:in |part of |joined to "
    r"|member of |joining )?(?:a |any |the )?(?:domain|joined)\b|\bnon[\s-]domain\b"
    r"|\bnot (?:\w+ ){0,2}?domain[\s-]?joined\b",
)
_LEFT_OUT = compiled(
    r"\b(?:skip\w*|omit\w*|leav\w+ (?:out|off|away)|drop|avoid|bypass|forgo|get out of|around"
    r"|do(?:ing)? without|spare|dispense with|pass on)\s+(?:(?:the|a|any|our|that|this|whole)\s+){0,2}"
    r"(?:domain|ad)[\s-](?:join\w*|membership)\b"
    r"|\b(?:skip|omit|avoid|bypass|spare)\w*\s+(?:the\s+)?join\w*\b[^.?!\n]{0,40}\bdomain\b"
    r"|\b(?:domain|ad)[\s-](?:join\w*|membership)\b[^.?!\n]{0,40}\b(?:skip\w*|omitted|left out"
    r"|dropped|avoided|bypassed|optional)\b"
    r"|\bjoin\w*\b[^.?!\n]{0,40}\bdomain\b[^.?!\n]{0,20}\b(?:skip\w*|omitted|left out|dropped"
    r"|avoided|bypassed|optional)\b",
)
MOVE = compiled(
    r"\b(?:mov\w*|chang\w*|switch\w*|migrat\w*|transfer\w*|rejoin\w*|go|going"
    r"|put|rehom\w*|re-hom\w*|reloc\w*)\b[^.?!\n]{0,50}\b(?:domains?)\b|\b(?:other|new|different"
    r"|another)\s+(?:ad\s+)?domain\b",
)
DEPLOYED = compiled(
    r"\b(?:installed|deployed|running|productive|(?:in|since) production|live|later|after\w*|already)\b",
)
# From one domain to another, both told by their DNS names.
_DOMAIN_NAME = r"(?:[a-z0-9-]+\.)+(?:local|lan|corp|internal|intra|ad|net|com|org|de|eu)\b(?!/)"
REHOMED = compiled(
    rf"\b(?:mov\w*|re-?hom\w*|migrat\w*|transfer\w*|re-?join\w*|switch\w*|reloc\w*"
    rf"|re-?assign\w*)\b[^?!\n]{{0,80}}?"
    rf"\b(?:from )?{_DOMAIN_NAME}\s*(?:\w+\s+)?(?:to|into|->|→)\s*{_DOMAIN_NAME}"
    rf"|\b{_DOMAIN_NAME}[^?!\n]{{0,40}}\b(?:must|has to|have to|should|shall|will|needs? to"
    rf"|wants? to|is to|to)\s+"
    rf"(?:go|be|move|join|change|switch)\w*\s+(?:\w+\s+){{0,2}}?(?:to|into)\s+{_DOMAIN_NAME}",
)
NOT_DEPLOYED = compiled(
    r"\b(?:not|n[o']t|never)\b[^.?!]{0,20}\b(?:rolled out|deployed|installed|set up|built|live"
    r"|productive|in production)\b"
    r"|\b(?:yet to be|still to be|to be)\s+(?:rolled out|deployed|installed|set up|built)\b"
    r"|\bbefore (?:we|i|it|you|the) \w*\s?(?:deploy|install|roll|set)\w*",
)


# A node that has left its cluster is in no cluster any more, which says nothing of its domain.
_BY_ITSELF = compiled(r"\b(?:node|cluster)\b[^.?!]*\bstand-?alone$")
_WAS = compiled(r"\b(?:was|were|used to|had been|formerly|previously)\b")
_BY_NOW = compiled(
    r"\b(?:joined (?:to )?(?:a|the|our|it)|(?:now|since|meanwhile|today)\b[^.?!]*\b(?:domain|joined"
    r"|member))\b",
)
# The domain is said not to be needed; no fact is told.
_NEEDLESS = compiled(
    r"\b(?:should|need|must|do|does|is|are|has|have)(?:(?:\s+(?:\w+\s+){1,4})?\s*\bnot"
    r"|n['’]?t)\s+(?:\w+\s+){0,3}?"
    r"(?:joined? to|join|be in|be (?:a )?(?:member|part) of|be|need|require)\s+(?:(?:joined? to|in|an?"
    r"|the|any)\s+){0,3}"
    r"(?:domain|ad)\b(?!\s+(?:controller|admin\w*|user|account))"
    r"|\bdomain(?:[\s-](?:join\w*|membership))?\s+(?:is|isn['’]?t|(?:is )?not|are)\b(?:\s+(?:not|really"
    r"|actually|even|a))*"
    r"\s+(?:needed|required|necessary|mandatory|needless|unnecessary|must)\b"
    r"|\b(?:needs?|requires?|want|wants) no (?:ad |windows )?domain\b"
    r"(?!\s+(?:controller|admin\w*|user|account))"
    r"|\bno (?:ad |windows )?domain(?:[\s-](?:join\w*|membership))?\s+(?:is\s+)?"
    r"(?:needed|required|necessary)\b"
    r"|\b(?:no need (?:for|of)|no need to (?:join|be in))\s+(?:(?:an?|the|any)\s+)?(?:domain|ad)\b"
    r"(?!\s+(?:controller|admin\w*|user|account))",
)
_NEEDED = compiled(
    r"(?:^|[.?!,;:]|\s[-–])\W*(?:(?:so|and|hi|hello)\W+)*"
    r"(?=[^.?!]*\b(?:must|needs?|needed|required?|necessary|mandatory|has to|have to)\b)"
    r"(?:is|does|must|do|has|will)\b(?!n['’]?t|\s+(?:\w+\s+){0,4}not\b)[^.?!,]{0,45}?"
    r"\b(?:an? |the |any )?(?:ad )?domain(?:[\s-](?:join\w*|membership))?"
    r"(?:\s+(?:really|actually|absolutely))?(?:\s+(?:needed|required|necessary|mandatory|a must))?"
    r"(?:\s+(?:at all|for (?:\w+\s*){1,5}))?\W*$",
)
_NOT = compiled(r"\bnot?\b|n['’]?t\b|\bno need\b|\bun\w+|\bneedless\b")

# A machine that is attached, or that the server or its console talks to, is another one.
_DEALS_WITH_IT = compiled(
    r"\battach\w*|\bpush\w*|\bconsole\b|\bset-?dpmserver\b|\bagent'?s?\b|\bunreachable\b"
    r"|\b(?:talk|speak|connect|communicat\w*|reach|contact)\w*\b[^.?!]{0,20}\b(?:to|with|from|it|mabs"
    r"|server)\b",
)
_ITSELF = compiled(
    r"\b(?:mabs|(?:azure )?backup (?:server|vm|box|host)|install\w*|set-?up)\b",
)
_TOWARDS_IT = compiled(
    r"\b(?:to|with|from|by|via|through)\s+(?:the\s+|our\s+)?(?:mabs|(?:azure )?backup server)\b",
)
_CLAUSES = re.compile(r"[^.,;:?!]+(?:[.,;:?!]+|$)")


def moves_domain(text: str) -> bool:
    """Whether a move of the server to another domain is told."""
    return bool(REHOMED.search(text) or MOVE.search(text))


def domain(reading: Reading) -> DecisionResult | None:
    """Whether the backup server may be outside a domain, or change to another one."""
    if REHOMED.search(reading.plain):
        return machine.domain_move(deployed=True if DEPLOYED.search(reading.plain) else None)
    if _PROTECTED_ONES.search(reading.plain):
        return None  # the guide tells nothing of the domain of what is protected
    left_out = _LEFT_OUT.search(reading.plain)
    if "domain-controller" in reading.topics or not (left_out or "domain" in reading.topics):
        return None
    if needed := _need(reading):
        return needed
    if "cluster-node" in reading.previous.get("topics", ()) and UNCLUSTERED().search(reading.plain):
        return None  # it stands by itself as it is in no cluster
    if MOVE.search(reading.plain) and not _WORKGROUP.search(reading.plain):
        return machine.domain_move(deployed=True if DEPLOYED.search(reading.plain) else None)
    told = [m for m in _WORKGROUP.finditer(reading.plain) if not _BY_ITSELF.search(reading.plain[: m.end()])]
    outside = next((m for m in told if not is_denied(reading.plain, *m.span())), None) or left_out
    if outside is None and told:
        denied = not _WAS.search(reading.plain[: told[0].start()])
        return machine.domain(joined=True if denied or _BY_NOW.search(reading.plain) else None)
    if outside is None or _is_of_another(reading.plain, outside):
        return None
    return machine.domain(joined=False)


def _need(reading: Reading) -> DecisionResult | None:
    """That the domain is needed, where that is asked or denied."""
    text = reading.plain
    if reading.kind not in {QuestionKind.YES_NO, QuestionKind.STATEMENT} or MOVE.search(text):
        return None
    needless = _NEEDLESS.search(text)
    if needless and _NOT.search(needless[0]):
        return machine.domain_needed(denied=True)
    return machine.domain_needed() if reading.kind is QuestionKind.YES_NO and _NEEDED.search(text) else None


def _is_of_another(text: str, outside: re.Match[str]) -> bool:
    """Whether a machine that deals with the backup server is outside the domain, not that server itself."""
    if not _DEALS_WITH_IT.search(text):
        return False
    clause = next(c for c in _CLAUSES.finditer(text) if c.start() <= outside.start() < c.end())
    return not _ITSELF.search(_TOWARDS_IT.sub(" ", clause[0]))
