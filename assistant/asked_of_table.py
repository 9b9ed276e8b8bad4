"""Whether a table that has something to say is asked: beyond doubt, perhaps, or named for another matter.

Beyond doubt it is asked in its own words, where nothing is told that could be the report of a fault: neither
the encoder nor a search is asked about such a question. What sounds like trouble is then the table's own
matter ("expired", "not listed", "lost"). Where something is told to be at work, or to show a message, the
words of a table may only say where the fault is. And who names what a table knows may ask something else of
it: "a key for SQL Server 2014, please". There the models tell whether the question is the table's, and
whether anything answers it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.answer import Finding
from assistant.decisions.expressions.patterns import lazy
from assistant.decisions.readiness.unmet_check import LOG
from assistant.specialists import limits, network, prerequisites
from assistant.specialists.errors import symptoms
from assistant.specialists.matrix import others_own, protection
from assistant.specialists.states import connectivity
from assistant.table_answers import settled
from assistant.table_words import ASKED, MAY_ASK, NAMED
from assistant.understanding.beside_states import asks_despite_agent, without_agent_away
from assistant.understanding.message.question_forms import tells_fault
from assistant.understanding.reading import Intent, QuestionKind, Reading

if TYPE_CHECKING:
    from assistant.knowledge import Knowledge

HARDLY = 0.3
"""The probability of its intent below which a table that asks back yields to a sure answer of the guide."""

NOT_ITS_OWN = 0.05
"""The same below which a table yields to the search, where the question has none of the table's own words."""

NAMED_UNANSWERED = 1.5
"""The log-odds that nothing answers a question from which on a table yields that may not be asked at all."""

NAMED_NOTHING_UNANSWERED = 3.0
"""The same for a table that only asks back, to a question that names nothing of what it decides."""

_LEAST_WORDS = 4
_INTENTS = {
    network.NAME: Intent.NETWORK,
    connectivity.NAME: Intent.CONNECTIVITY,
    limits.NAME: Intent.LIMITS,
    prerequisites.NAME: Intent.PREREQUISITES,
    protection.NAME: Intent.MATRIX,
}
# What is at work when something goes wrong, and what is shown or done then.
_AT_WORK = lazy(
    r"\b(?:agents?|wizards?|consoles?|services?(?! (?:packs?|accounts?))|writers?|vss|snapshots?"
    r"|shadow cop\w+|replicas?|replication|refs|explorer|registry|drivers?|dlls?|incrementals?|logs?|events?"
    r"|messages?|pop-?ups?|pops|hover\w*|tool-?tips?|(?:check|tick) ?box\w*|tabs?|tasks?|certs?"
    r"|certificates?|credentials?|creds|passwords?|rpc|wmi|features?|hotfix\w*|workarounds?|bugs?|reboot\w*"
    r"|restart\w*|re-?run|reinstall\w*|aborts?|crawls?|degraded|foreign|weird|strange|already protected"
    r"|no longer|since (?:then|that|the|last|yesterday))\b"
    r"|\b(?:it|setup|installer|backup|(?:pre-?)?check|which) (?:just |simply )?"
    r"(?:says?|said|stops|stopped|demands?|looks|closes|quits)\b"
    r"|\bstops at\b|\bnow (?:i|we) (?:can['’]?t|cannot)\b"
)
# Words of trouble that are no fault where a table is asked: of all tables, and of single ones.
_NO_FAULT = lazy(
    r"\b(?:expired|lost|already|dead|died|out of|don['’]?t|never|problem|issue|trouble|red|wrong|bad"
    r"|is ?n['’]?t|is not|did ?n['’]?t|did not|keeps|forever|in use|cancel\w*|disabled|skipped"
    r"|not (?:enough|listed|ready)|(?:no|sorry|sry|oh|ok),? wait|(?:i|we|you|one) (?:can['’]?t|can ?not)"
    r"|(?:can['’]?t|can ?not) (?:be|find|see))\b"
)
_NO_FAULT_OF = {
    connectivity.NAME: lazy(r"\b(?:stop(?:s|ped)|halted|vanish\w*|refused)\b"),
    limits.NAME: lazy(
        r"\b(?:missing|slow|empty|complain\w*|hang(?:ing)?|does ?n['’]?t|(?:pass or )fail"
        r"|agents?['’]?s? scratch)\b|\S+\.(?:exe|bin)\b"
    ),
    network.NAME: lazy(r"\b(?:missing|does(?: ?n['’]?t| not))\b"),
    prerequisites.NAME: lazy(
        r"\b(?:(?:failed|failing|red) (?:pre-?req\w*|items?|checks?|errors?|cross\w*)|pass/fail"
        r"|complain\w*|moans?|show stopp\w+|missing\W*$|agents?['’]?s? (?:cache|scratch))\b"
    ),
    protection.NAME: lazy(
        r"\b(?:doesn['’]?t|does not|(?:without|no|any|a single) service packs?"
        r"|(?:list|guide|table|matrix) stops)\b"
    ),
}

_OF_JOBS = lazy(r"\bjobs?\b")


def is_asked(finding: Finding, reading: Reading) -> bool:
    """Whether `finding` answers what is asked of its table, beyond doubt, by what was read."""
    if finding.specialist == connectivity.NAME and asks_despite_agent(reading):
        return not symptoms.is_quoted(reading) and not tells_fault(without_agent_away(reading.plain))
    if finding.status != "answered" or symptoms.is_quoted(reading) or others_own.may_be(reading):
        return False
    if finding.verdicts and finding.verdicts[0].inputs.get("asked") == LOG:
        return True  # in which the fault stands that is told
    return not _may_tell_fault(finding, reading) and is_in_own_words(finding, reading)


def _may_tell_fault(finding: Finding, reading: Reading) -> bool:
    """Whether something is told that may be a fault, and isn't the matter of the table."""
    own = _NO_FAULT_OF.get(finding.specialist)
    text = own().sub(" ", reading.plain) if own else reading.plain
    return bool(_AT_WORK().search(text)) or tells_fault(_NO_FAULT().sub(" ", text))


def is_in_own_words(finding: Finding, reading: Reading) -> bool:
    """Whether a talk goes on with its table, or a message has words in which the table is asked."""
    table = finding.specialist
    if reading.followup or table == network.NAME:
        return True
    if table == limits.NAME:
        return reading.kind is not QuestionKind.STATEMENT or "?" in reading.plain
    if table == connectivity.NAME and (reading.connectivity or reading.outage):
        return True
    of_jobs = table != connectivity.NAME and _OF_JOBS().search(reading.plain)
    return not of_jobs and is_asked_by_words(table, reading.plain)


def is_asked_by_words(table: str, text: str) -> bool:
    """Whether `text` has words in which a table is asked."""
    own = ASKED.get(table)
    return own is not None and bool(own().search(text))


def is_loose(finding: Finding, reading: Reading) -> bool:
    """Whether a table takes a question that has none of its words, nor names a product or a level."""
    words = NAMED.get(finding.specialist)
    return not (words is None or words().search(reading.plain) or reading.products or reading.levels)


def is_hardly_its_own(finding: Finding, reading: Reading, least: float = HARDLY) -> bool:
    """Whether the encoder sees next to nothing in the question of what the table decides."""
    intent = _INTENTS.get(finding.specialist)
    if intent is None or not reading.intents or reading.followup:
        return False
    return reading.intents[intent] < least


def is_named_alone(finding: Finding, reading: Reading, knowledge: Knowledge, *, loose: bool) -> bool:
    """Whether a table takes a question that nothing answers, for the name of something that it knows.

    `loose`: the question has none of the words of the table, and is only asked back.
    """
    asked_for = MAY_ASK.get(finding.specialist)
    asked_back = loose and finding.status == "clarify"
    named = asked_for is not None and not asked_for().search(reading.plain)
    if reading.previous or reading.fault or not (named or asked_back):
        return False
    if len(reading.plain.split()) < _LEAST_WORDS or not knowledge.is_built():
        return False
    return knowledge.unanswered(reading.plain) >= (NAMED_UNANSWERED if named else NAMED_NOTHING_UNANSWERED)


def surely_settled(reading: Reading, knowledge: Knowledge) -> list[Finding]:
    """What the tables say to a question that may be about an error; what is hardly theirs is not."""
    findings = settled(reading)
    intent = _INTENTS.get(findings[0].specialist) if findings else None
    if not intent or intent is Intent.CONNECTIVITY or not knowledge.is_built():
        return findings
    if is_asked(findings[0], reading):
        return findings
    intents = knowledge.intents(reading.plain)
    return [] if intents and intents[intent] < HARDLY else findings
