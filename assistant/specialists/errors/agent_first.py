"""Whether a Recovery Services agent that is on the machine already may stay there when MABS is installed.

Setup refuses such a machine: what the error reference has on that answers, though no error is told.
"""

from __future__ import annotations

from dataclasses import replace

from assistant.answer import Finding, Statement
from assistant.codes.reference import Reference
from assistant.codes.symptom_entry import describe
from assistant.decisions.expressions.patterns import lazy
from assistant.understanding.reading import QuestionKind, Reading

_ENTRY = "mabs-33494"
_AGENT = lazy(
    r"(?:mars|azure backup|(?:azure )?recovery services|azure)[\s-]+(?:backup )?(?:agent|client)|\bmars\b"
)
_STAYS = lazy(
    r"\b(?:keep|stay|remain|leave|co-?exist|both|side by side|next to|beside|alongside|together with"
    r"|in parallel)\b"
)
_GOES = lazy(r"\b(?:remov\w*|uninstall\w*|get rid of|de-?install\w*|wip\w*|take off|go first|come off)\b")
_BEFORE_SETUP = lazy(
    r"\b(?:before|prior to|first|beforehand|already|existing|when|while|next to|beside|alongside|with"
    r"|on|and)\b[^.?!]{0,40}\b(?:install\w*|set-?up|set up|deploy\w*|mabs|backup server)\b"
    r"|\b(?:install\w*|set-?up|mabs|backup server)\b[^.?!;]{0,60}"
    r"\b(?:first|before|beforehand|complain\w*|refus\w*|side by side)\b"
)
_OF_SETUP = lazy(
    r"\b(?:protection agent|protected (?:server|machine|computer)s?|setup (?:has )?(?:install\w*|put|brought)"
    r"|upgrad\w*|after (?:the )?(?:install\w*|setup|mabs)|regist\w*|passphrase|update"
    r"|mabs (?:server )?(?:itself )?installed)\b"
)
_JUDGED = (QuestionKind.YES_NO, QuestionKind.STATEMENT)


def consult(reading: Reading, reference: Reference) -> Finding | None:
    """That the agent has to go first, to somebody who asks if it may stay or must go; else None."""
    text = reading.plain
    if reading.kind not in _JUDGED or not _AGENT().search(text) or _OF_SETUP().search(text):
        return None
    stays, goes = _STAYS().search(text), _GOES().search(text)
    if not (stays or goes) or not _BEFORE_SETUP().search(text):
        return None
    found = describe(reference.entry(_ENTRY), 1.0)
    said = (
        f"{'Yes' if goes and not stays else 'No'}. Setup refuses a machine on which the Recovery Services "
        "agent is installed (ID 33494): it has to go first."
    )
    first, *rest = found.statements
    steps = [one for one in rest if one.role != "reason"]
    return replace(found, statements=(Statement(said, first.evidence, "verdict"), *steps))
