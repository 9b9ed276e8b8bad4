"""How long a security PIN is valid, which the guide leaves to the article on the security features."""

from __future__ import annotations

from assistant.answer import Finding, Statement
from assistant.codes.code_wording import NAME, evidence_of
from assistant.codes.finding.found_code import FoundCode
from assistant.codes.reference import Reference
from assistant.decisions.expressions.patterns import lazy
from assistant.understanding.reading import Reading

_ENTRY = "mabs-33470"
_PIN = lazy(r"\bpins?\b")
_ASKS_LIFE = lazy(
    r"\bhow (?:long|many (?:minutes|hours)|soon|quick(?:ly)?)\b"
    r"|\b(?:when|does|do|will|is|are)\b[^.?!]{0,40}\b(?:expires?|valid|good for|runs? out|lapses?)\b"
    r"|\b(?:life ?time|lifespan|validity|time to live)\b"
)
_OTHER = lazy(
    r"\b(?:errors?|refus\w*|reject\w*|fail\w*|wrong|incorrect|accepted|credentials?|passphrase|digits"
    r"|characters|deleted|keep|kept|retention)\b"
)
_SAID = (
    "Five minutes: enter a security PIN within five minutes after it was generated, it is valid no longer."
)
_GUIDE = "The guide itself does not describe the security PIN."


def consult(reading: Reading, reference: Reference) -> Finding | None:
    """The life of a security PIN, where that is asked; else None."""
    text = reading.plain
    if not (_PIN().search(text) and _ASKS_LIFE().search(text)) or _OTHER().search(text):
        return None
    entry = reference.entry(_ENTRY)
    evidence = evidence_of(entry, FoundCode.untold(entry.codes[0].id))
    statements = (Statement(_SAID, evidence, "verdict"), Statement(_GUIDE, (), "note"))
    return Finding(NAME, "answered", statements, 1.0)
