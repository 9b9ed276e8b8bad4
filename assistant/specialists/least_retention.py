"""How short points in Azure may be kept: the minimum that the vault's security features ask for."""

from __future__ import annotations

from assistant.answer import Finding, Statement
from assistant.codes.code_wording import NAME, evidence_of
from assistant.codes.finding.found_code import FoundCode
from assistant.codes.reference import Reference
from assistant.decisions.expressions.patterns import lazy
from assistant.understanding.reading import Reading

_ENTRY = "mabs-33468"
_LEAST = lazy(
    r"\b(?:lowest|minimum|min|minimal|smallest|shortest|least|how (?:short|low))\b[^.?!]{0,40}"
    r"\b(?:retention|retain\w*|range|keep\w*|kept)\b|\b(?:retention|range)\b[^.?!]{0,30}\b(?:minimum|min|lowest)\b"
)
_OFTEN = lazy(r"\b(?:daily|weekly|monthly|yearly)\b")
_ONLINE = lazy(r"\b(?:online|azure|cloud|vault)\b")
_OTHER = lazy(r"\b(?:disks?|local\w*|attached|9[ ,.]?999|full|fits?|error|refus\w*|fail\w*)\b|\d")
_SAID = (
    "At least 7 days for daily, 4 weeks for weekly, 3 months for monthly and 1 year for yearly points, where "
    "the security features of the vault are on."
)
_GUIDE = "The guide itself gives no minimum retention."


def consult(reading: Reading, reference: Reference) -> Finding | None:
    """The minimum for each kind of point, where the lowest online retention is asked for; else None."""
    text = reading.plain
    asked = _LEAST().search(text) and _OFTEN().search(text) and _ONLINE().search(text)
    if not asked or _OTHER().search(text):
        return None
    entry = reference.entry(_ENTRY)
    evidence = evidence_of(entry, FoundCode.untold(entry.codes[0].id))
    statements = (Statement(_SAID, evidence, "verdict"), Statement(_GUIDE, (), "note"))
    return Finding(NAME, "answered", statements, 1.0)
