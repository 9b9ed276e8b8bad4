"""Questions that name what a table knows and ask something else of it: "a key for SQL Server 2014, please".

A table that is asked for its rows is not doubted. Where none of the words is there with which rows are asked
for, the model of answerability tells whether anything answers the question.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.answer import Finding
from assistant.decisions.expressions.patterns import lazy
from assistant.specialists import prerequisites
from assistant.specialists.matrix import protection
from assistant.understanding.reading import Reading

if TYPE_CHECKING:
    from assistant.knowledge import Knowledge

NAMED_UNANSWERED = 1.5
"""The log-odds that nothing answers a question from which on a table yields that may not be asked at all."""

NAMED_NOTHING_UNANSWERED = 3.0
"""The same for a table that only asks back, to a question that names nothing of what it decides."""

_LEAST_WORDS = 4
_ASKED_FOR = {
    protection.NAME: lazy(
        r"\b(?:protect\w*|unprotect\w*|cover\w*|listed|(?:on|in|from) (?:the|your|a|that) list|matrix"
        r"|table|rows?|support(?:ed)?"
        r"|back(?:ed|ing)?[\s-]?up\w*|backups?|restor\w*|recover\w*|levels?|granular\w*|mabs|abs|dpm|in scope"
        r"|ok|okay|possible|allowed|work\w*|(?:do|does) (?:it|mabs|you|we|this|azure)|take[ns]?|handle\w*"
        r"|included?|eligible|what about|versions?|editions?|releases?|(?:the|your) list|in there|in or out"
        r"|yes(?: or |/)no"
        r"|volumes?|files?|folders?|databases?|dbs?|farms?|frontends?|both|fine|good)\b"
    ),
    prerequisites.NAME: lazy(
        r"\b(?:install\w*|set ?up|setup|run\w*|need\w*|must|requir\w*|prerequisit\w*|can|may|could|should"
        r"|shall"
        r"|put|host\w*|place\w*|enough|suffic\w*|allow\w*|ok|okay|fine|possible|min(?:imum)?|size[ds]?|support\w*"
        r"|mandatory|recommend\w*|join\w*|move\w*|share\w*|dedicat\w*|good|work\w*|mabs|abs|dpm|passphrases?"
        r"|local|remote|own|bundled|cores?|ram|memory|gb|\.net|net|version)\b"
    ),
}


def is_named_alone(finding: Finding, reading: Reading, knowledge: Knowledge, *, loose: bool) -> bool:
    """Whether a table takes a question that nothing answers, for the name of something that it knows.

    `loose`: the question has none of the words of the table, and is only asked back.
    """
    asked_for = _ASKED_FOR.get(finding.specialist)
    asked_back = loose and finding.status == "clarify"
    named = asked_for is not None and not asked_for().search(reading.plain)
    if reading.previous or reading.fault or not (named or asked_back):
        return False
    if len(reading.plain.split()) < _LEAST_WORDS or not knowledge.is_built():
        return False
    return knowledge.unanswered(reading.plain) >= (NAMED_UNANSWERED if named else NAMED_NOTHING_UNANSWERED)
