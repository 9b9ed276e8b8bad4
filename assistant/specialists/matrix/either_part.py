"""The other part that a product may have been meant for: to be protected, or the server's own machine.

"Is 2016 ok for the backup server?" and "can MABS use it?" are said of both; the answer on the one part goes
on with a sentence on the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.answer import Finding
from assistant.compose import closing_question
from assistant.decisions.expressions.patterns import lazy
from assistant.decisions.matrix import protection as matrix
from assistant.decisions.matrix.protection_rules import EDITIONS
from assistant.decisions.readiness import machine
from assistant.decisions.readiness import prerequisites as items
from assistant.decisions.types import DecisionResult
from assistant.specialists import prerequisites
from assistant.specialists.matrix import protection
from assistant.specialists.table_findings import finding_of, without_lead
from assistant.understanding.product.other_jobs import SERVER
from assistant.understanding.product.products import find_bare_versions
from assistant.understanding.reading import Product, Reading

_FINE = r"(?:ok|okay|fine|good|suitable|usable|alright|all right|valid|eligible|right)"
_EITHER = lazy(
    rf"\b{_FINE}\b[^.?!]{{0,15}}\b(?:for|with)\s+(?:the\s+|our\s+)?{SERVER}\b"
    rf"(?!\s+(?:vm|machine|box|host|itself|database))"
    rf"|\b(?:can|could|may|does|will)\s+(?:the\s+|our\s+)?{SERVER}\s+(?:also\s+)?(?:use|work with|run with"
    rf"|accept"
    r"|like|live with)\b"
    rf"|\b(?:works?|compatible|goes?|gets? on)\s+(?:\w+\s+)?with\s+(?:the\s+|our\s+)?{SERVER}\b"
    rf"|\b(?:does|will|do|can)\b[^.?!]{{0,40}}\bwork\s+with\s+(?:it\b|our\b|the\b|my\b)"
)
_BARE = lazy(
    rf"^\W*(?:and\s+)?(?:is\s+|would\s+|are\s+)?(?:an?\s+)?(?:(?!sql|ms|share|sps|exch|windows|win|server)[a-z]+\s+)?(?:windows\s+|win\s+|ms\s+)?(?:server\s+)?20\d\d(?:\s*r2)?(?:\s+\w+)?,?\s+(?:{_FINE}|do)\W*$"
)
_EDITION = lazy(rf"\b(?:{'|'.join(EDITIONS)})\b")
_MOST_WORDS = 16
_MACHINE = "As the system of the Azure Backup Server machine itself"
_WHICH = "Is it to be protected, or is it the machine of Azure Backup Server?"
_PROTECTED = "As a workload to protect"


def beside(reading: Reading, findings: Sequence[Finding]) -> list[Finding]:
    """What is added to `findings` on the other part; nothing where the part is told, or none is in doubt."""
    if len(findings) != 1 or reading.role is not None or reading.followup:
        return []
    text = reading.plain
    named = reading.named_products or _of_release(text)
    if (
        len(named) != 1
        or len(text.split()) > _MOST_WORDS
        or not (_EITHER().search(text) or _BARE().match(text))
    ):
        return []
    other = _other(named[0], findings[0])
    return [other] if other else []


def _of_release(text: str) -> list[Product]:
    """The Windows Server that is told by its "R2" alone, with the edition behind it: "2012 R2 Standard"."""
    told = find_bare_versions(text)
    if len(told) != 1 or not told[0].version.endswith("R2"):
        return []
    edition = _EDITION().search(text)
    return [replace(told[0], family="windows-server", edition=edition[0].title() if edition else "")]


def _other(product: Product, said: Finding) -> Finding | None:
    told = {verdict.table for verdict in said.verdicts}
    if said.specialist == prerequisites.NAME and told & {items.HOST_IMAGE.id, items.SQL_INSTANCE.id}:
        return _led(matrix.decide(protection.to_decision(product)), protection.NAME, _PROTECTED)
    if said.specialist != protection.NAME:
        return None
    if product.family == "windows-server" and product.version:
        image = f"Windows Server {product.version} {product.edition}".strip()
        host = machine.host_image(image)
        led = _led(host, prerequisites.NAME, _MACHINE)
        if host.outcome == "pass":
            return led  # fine for both
        return replace(led, statements=(*led.statements, closing_question(_WHICH)))
    if product.family == "sql-server":
        return _led(machine.sql_instance("local"), prerequisites.NAME, "As the server's own database")
    if product.family == "exchange":
        return _led(machine.host_role("exchange"), prerequisites.NAME, "On the machine of the server itself")
    return None


def _led(result: DecisionResult, name: str, part: str) -> Finding:
    """The first sentence on a part, and behind it what may be used instead."""
    finding = without_lead(finding_of(result, name, bare=True))
    first, *rest = finding.statements
    said = [
        replace(first, text=f"{part}: {_lower(first.text)}"),
        *(one for one in rest if one.role == "reason"),
    ]
    return replace(finding, statements=tuple(said[:2]), missing=(), status="answered", fitted=True)


def _lower(text: str) -> str:
    """A sentence as it goes on behind a colon, names as they are."""
    text = text.removeprefix("In its Datacenter edition: ")
    named = text.startswith(("Windows", "SQL", "SharePoint", "Exchange", "Azure"))
    return text if named else f"{text[0].lower()}{text[1:]}"
