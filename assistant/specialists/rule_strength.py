"""Tells how binding a rule is where that is asked, not whether it is met: "a must or a recommendation?"."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.answer import Finding
from assistant.decisions import strengths
from assistant.decisions.expressions.patterns import lazy
from assistant.decisions.readiness import prerequisites as items
from assistant.decisions.readiness.checks import Prerequisite
from assistant.specialists.prerequisite_checks.machine_surroundings import local_copy
from assistant.specialists.table_findings import finding_of
from assistant.understanding.message.modality import Asked, asked_strength, asks_need
from assistant.understanding.reading import QuestionKind, Reading
from assistant.understanding.turns.corrections import QUESTION
from assistant.understanding.turns.topic_return import TOLD

NAME = "strength"
_WORDS = (
    (items.EXTRACTION, lazy(r"\bextract\w*|\bunpack\w*|\bunzip\w*")),
    (items.SCRATCH, lazy(r"\bscratch\b|\b(?:5|five)\s?(?:%|percent|per cent)")),
    (items.STORAGE_ACCOUNT, lazy(r"\bstorage accounts?\b")),
    (
        items.LOCAL_RETENTION,
        lazy(
            r"\b(?:5|five)[\s-]days?\b|\bretention\b(?!.*\b(?:vault|points?)\b)"
            r"|\bdays?\b[^.?!]{0,40}\b(?:disks?|local\w*)\b|\b(?:disks?|local\w*)\b[^.?!]{0,40}\bdays?\b"
        ),
    ),
    (
        items.EXCLUDED_ROLE,
        lazy(r"\bdomain controllers?\b|\bexcluded roles?\b|\bcluster nodes?\b|\bexchange\b"),
    ),
    (items.DEDICATED, lazy(r"\bdedicated\b|\bsingle[\s-]purpose\b|\b(?:vm|machine|server) of its own\b")),
    (items.INSTALLER, lazy(r"\badmin\w*\b|\bdomain user\b")),
    (items.DOMAIN, lazy(r"\bdomain\b|\bad join\w*|\bworkgroup\b")),
    (items.DOTNET, lazy(r"\.net\b|\bdot\s?net\b|\bnet framework\b")),
    (
        strengths.BUNDLED_SQL,
        lazy(
            r"\b(?:bundled|included|shipped|installer['’]?s|new)\b[^.?!]{0,25}\bsql\b"
            r"|\bsql\b[^.?!]{0,25}\b(?:from|by|of) (?:the )?(?:installer|package|setup)\b"
        ),
    ),
    (
        strengths.OWN_SQL,
        lazy(
            r"\b(?:own|existing|already (?:there|installed|running))\b[^.?!]{0,25}\b(?:sql|instance)\b"
            r"|\b(?:sql|instance)\b[^.?!]{0,20}\bof (?:our|your|my|their|its) own\b"
        ),
    ),
    (strengths.LOCAL_SQL, lazy(r"\bsql\b|\bdpmdb\b")),
    (
        items.HOST_IMAGE,
        lazy(r"\bimages?\b|\bdatacenter\b|\boperating system\b|\b(?:windows|server) 20\d\d\b"),
    ),
    (items.VIRTUAL_NETWORK, lazy(r"\bv-?nets?\b|\bvirtual networks?\b|\bsame network\b")),
    (items.SUBSCRIPTION, lazy(r"\bsame (?:azure )?sub(?:scription)?s?\b|\bone subscription\b")),
    (items.CACHE_DRIVE, lazy(r"\bcache\b")),
    (items.STAGING_DRIVE, lazy(r"\bstaging\b|\btemp(?:orary)? (?:disk|drive|storage)\b")),
    (
        items.BACKUP_STORAGE,
        lazy(
            r"\b(?:backup|local|attached|disk) (?:storage|disks?|cop(?:y|ies)|backups?)\b|\bfirst copy\b"
            r"|\bdata disks?\b"
        ),
    ),
    (items.PASSPHRASE, lazy(r"\bpass-?\s?phrases?\b")),
    (items.PASSWORD, lazy(r"\bpasswords?\b")),
    (items.VAULT_CREDENTIALS, lazy(r"\bcredentials?\b|\bcreds\b")),
    (items.MICROSOFT_UPDATE, lazy(r"\b(?:microsoft|windows) updates?\b|\bopt[\s-]?in\b")),
    (items.ALLOWLIST, lazy(r"\bfirewall\b|\ballow-?list\b|\bwhitelist\w*|\burls?\b")),
    (items.INSTALLER_FILES, lazy(r"\bsame folder\b|\bone folder\b|\beight files\b|\b\.bin\b")),
    (items.VAULT, lazy(r"\bvaults?\b(?!.*\bpoints?\b)")),
    (strengths.CORES_AND_MEMORY, lazy(r"\bcores?\b|\bv?cpus?\b|\bram\b|\bmemory\b|\b3[.,]5\b")),
    (items.VM_SIZE, lazy(r"\ba2\b|\b(?:vm|machine) siz\w+|\bsize\b")),
)
# No rule of the guide: how many recovery points, or that a domain administrator has to install.
_NO_RULE = lazy(r"\bpoints?\b|\b9[ ,.]?999\b|\bdomain[\s-]admin")
_NO_MUST = (
    items.STORAGE_ACCOUNT,
    strengths.BUNDLED_SQL,
    items.HOST_IMAGE,
    items.CACHE_DRIVE,
    items.STAGING_DRIVE,
    items.MICROSOFT_UPDATE,
)
"""What is asked to be needed, and isn't."""

# What has to be done is asked, and not whether the thing has to be: "do I need to open anything for ...".
_TO_DO = lazy(
    r"\b(?:need|have|has|required?|necessary) to\s+"
    r"(?!(?:have|use|be|add|create|provide|own|give|get|take|keep|put|place|join)\b)\w+"
)
_OF_PRODUCT = lazy(
    r"\b(?:standard|essentials|enterprise|foundation|20\d\d(?: r2)?)\W+(?:is\s+)?recommended\W*$"
)
_FEW_WORDS = 9


def consult(reading: Reading) -> list[Finding]:
    """How binding the rule is that the question names, or that the turn before was about; else empty."""
    asked = asked_strength(reading.plain)
    named = bool(reading.named_products)  # "need an answer" on what is protected
    need = not asked and not named and reading.kind is QuestionKind.YES_NO and asks_need(reading.plain)
    if named and _OF_PRODUCT().search(reading.plain):
        return []  # whether that very system is the one recommended
    item = _item(reading) if asked or (need and not _TO_DO().search(reading.plain)) else None
    # a check of its own says whether the local copy may be left out
    of_copy = asked is Asked.BREAKS and (item is items.BACKUP_STORAGE or local_copy(reading) is not None)
    if item is None or of_copy or (need and item not in _NO_MUST):
        return []
    return [finding_of(strengths.strength_of(item, str(asked or Asked.MUST)), NAME)]


def names_rule(text: str) -> bool:
    """Whether a rule of the guide is asked about, and no rule of the assistant is meant."""
    return bool(asked_strength(text)) and any(words().search(text) for _, words in _WORDS)


def _item(reading: Reading) -> Prerequisite | None:
    for text in _texts(reading):
        if _NO_RULE().search(text):
            return None
        if found := next((item for item, words in _WORDS if words().search(text)), None):
            return found
    return None


def _texts(reading: Reading) -> Iterator[str]:
    """The question, and behind a few words that name nothing what was asked and told before."""
    yield reading.plain
    if len(reading.plain.split()) <= _FEW_WORDS and not reading.products:
        yield str(reading.previous.get(QUESTION, ""))
        yield next(iter(reading.previous.get(TOLD, ())), "")
