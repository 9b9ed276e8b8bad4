"""Questions on another product itself: its settings, limits and faults, rather than whether it is protected.

That it is not in the protection matrix is true of them all, and answers none.
"""

from __future__ import annotations

from dataclasses import replace

from assistant.answer import Finding, Statement
from assistant.decisions.expressions.patterns import lazy
from assistant.decisions.matrix import protection as decisions
from assistant.specialists.matrix import protection
from assistant.specialists.refusals.conduct import MAYBE_FAULT
from assistant.specialists.table_findings import finding_of
from assistant.understanding.reading import Intent, QuestionKind, Reading

NAME = protection.NAME
HARDLY_OF_MATRIX = 0.12
"""The probability of the matrix's intent below which another product itself is asked about."""

_LEAST_WORDS = 4
# Of these no error of the backup server tells.
_NEVER_PROTECTED = frozenset(
    {
        "azure-blob",
        "azure-files",
        "azure-vm",
        "kubernetes",
        "macos",
        "mongodb",
        "mysql",
        "office-365",
        "oracle",
        "other-product",
        "postgresql",
        "sap-hana",
        "sql-service",
    }
)
# Of these one may tell; they are themselves asked about where the encoder sees another matter altogether.
_SELDOM_PROTECTED = frozenset({"file-server-nas", "hyper-v", "linux", "vmware", "windows-client"})
_OUTSIDE = 0.4
_OURS = lazy(
    r"\b(?:mabs|azure backup server|backup server|dpm|data protection manager|guide|docs?|documentation"
    r"|manual|handbook|article|matrix|table|row|stack"
    r"|workloads?|data sources?|in or out|protection group|cbengine|dpmra|mars|agents?)\b"
)
_PROTECTS = lazy(
    r"\b(?:protect\w*|support(?:s|ed)?|cover(?:s|ed)?|list(?:s|ed)?|include[sd]?|compatible|eligible)\b"
)
_BACKED_UP = lazy(r"\bback(?:s|ed|ing)?[\s-]?(?:it\s|them\s)?up\b")


def may_be(reading: Reading) -> bool:
    """Whether `reading` names a product of others and nothing of ours, no host, nor asks for protection;
    whether it is about that product itself, the encoder has to tell."""
    named = reading.named_products
    others = _NEVER_PROTECTED | _SELDOM_PROTECTED
    if (
        not named
        or reading.followup
        or reading.hosts
        or any(product.family not in others for product in named)
    ):
        return False
    text = reading.plain
    if len(text.split()) < _LEAST_WORDS or _OURS().search(text) or _PROTECTS().search(text):
        return False
    return reading.kind is not QuestionKind.YES_NO or not _BACKED_UP().search(text)


def consult(reading: Reading) -> Finding | None:
    """The finding for a question that `may_be` on a product of others, where the encoder doesn't take it for
    one on the matrix; else None."""
    if reading.intents.get(Intent.MATRIX, 1.0) >= HARDLY_OF_MATRIX:
        return None
    named = reading.named_products
    seldom = any(product.family in _SELDOM_PROTECTED for product in named)
    if seldom and reading.intents[Intent.OUTSIDE] < _OUTSIDE:
        return None
    asked = protection.to_decision(named[0])
    unlisted = finding_of(decisions.decide(asked), NAME)
    said = Statement(
        f"That is about {_within(asked.other)} itself, which my documents don't cover.", role="verdict"
    )
    return replace(
        unlisted, status="abstained", statements=(said, replace(unlisted.statements[0], role="reason"))
    )


def may_be_fault(reading: Reading) -> bool:
    """Whether a fault is told, of which an entry of the error reference may speak all the same."""
    return reading.fault or reading.intents.get(Intent.FAULT, 0.0) >= MAYBE_FAULT


def _within(name: str) -> str:
    """A name as it stands within a sentence: "An Azure VM" as "an Azure VM"."""
    return name[0].lower() + name[1:] if name.startswith(("A ", "An ")) else name
