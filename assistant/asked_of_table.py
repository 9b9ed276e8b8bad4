"""Whether a table is asked in its own words, and nothing is told that could be the report of a fault.

Such a question is settled: neither the encoder nor a search is asked about it. What sounds like trouble is
then the table's own matter ("expired", "not listed", "lost"). Where something is told to be at work, or to
show a message, the words of a table may only say where the fault is.
"""

from __future__ import annotations

from assistant.answer import Finding
from assistant.decisions.expressions.patterns import lazy
from assistant.decisions.readiness.unmet_check import LOG
from assistant.specialists import limits, network, prerequisites
from assistant.specialists.errors import symptoms
from assistant.specialists.matrix import others_own, protection
from assistant.specialists.states import connectivity
from assistant.understanding.message.question_forms import tells_fault
from assistant.understanding.reading import QuestionKind, Reading

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

_MAY = (
    r"\b(?:can|may|could|does|do|will|would|should|is|are)\s+(?:\w+\s+){0,2}?"
    r"(?:mabs?|abs|dpm|it|you|we|i|one|they|this|these|those|that|product|server|azure|tool)\b[^.?!\n]{0,40}?\s"
)
# In which words each is asked. What is reckoned and which names are let through is asked with any.
_ASKED_OF = {
    connectivity.NAME: lazy(
        r"\b(?:sub|subs|subscriptions?|deprovision\w*|combos?|combinations?|rows?|cells?|table|air-?gapped|active"
        r"|invoice)\b"
    ),
    protection.NAME: lazy(
        r"\b(?:protectable|covered|listed|eligible|included|supported|matrix|in scope|in or out|granular\w*"
        r"|y/n|yes(?: or |/)no|levels?|versions?|editions?|rtm"
        r"|(?:with|without|no|any) (?:\w+ )?(?:sp\d?|service pack))\b"
        r"|\b(?:the|your|this|that|a|per|acc\.?(?: to)?|of) (?:\w+ )?(?:table|list|guide|docs?|rows?)\b"
        r"|\b(?:table|list|guide|doc)(?:['’]s)? (?:has|have|lists?|says?|names?|knows?|stops?|wants?"
        r"|promises?)\b"
        r"|\b(?:be|get|is|are|gets|getting|what['’]?s|things?|want\w*(?: \w+)?) protected\b"
        r"|\b(?:mabs?|abs|dpm)(?: on (?:azure ?)?stack)? (?:only )?(?:will )?(?:takes?|covers?|protects?)\b"
        rf"|{_MAY}(?:protects?|back(?:ed)? (?:\w+ ){{0,3}}up|take|handle|knows?|covers?|lists?|look after"
        r"|get|grab|bring|pull)\b"
        r"|\bwhat\b[^.?!\n]{0,50}\b(?:get|protects?|recover|bring)\b"
        r"|\b(?:ok|okay|fine|works?) (?:w/|with|for|as|to)|\bstill ok|\btypo\b"
        r"|\b(?:same|and) (?:for|with|on)\b|\bin\?|\bis in\b|\b(?:is|are) \w+ in\b"
    ),
    prerequisites.NAME: lazy(
        r"\b(?:can|may|could|should|shall|must|will|would)\s+(?:\w+\s+){0,2}?(?:i|we|it|one|they|you|this"
        r"|that|these|there|setup|mabs?|dpm|abs|microsoft|ms|the|our|my|a|an)\b"
        r"|\b(?:does|do)\s+(?:it|setup|the|our|mabs?|dpm|abs|microsoft|we really|all)\b"
        r"|\b(?:ok|okay|fine|good|enough|allowed|permitted|possible|problems?|suffic\w+|accept\w*|required"
        r"|feasible|objections?|thoughts|opinions?|verdict|wrong|correct|right|review|faults|recommend\w*|minimum|min"
        r"|mandatory|prefer\w*|go or no-?go|pass/fail|y/n|show ?stopp\w+|too small|against it|excluded"
        r"|the rule|final check|on top|doc|guide|which|needs?|needed|requirements?|have to|to use|rejoin\w*"
        r"|will complain)\b"
    ),
}
_OF_JOBS = lazy(r"\bjobs?\b")


def is_asked(finding: Finding, reading: Reading) -> bool:
    """Whether `finding` answers what is asked of its table, beyond doubt, by what was read."""
    if finding.status != "answered" or symptoms.is_quoted(reading) or others_own.may_be(reading):
        return False
    if finding.verdicts and finding.verdicts[0].inputs.get("asked") == LOG:
        return True  # in which the fault stands that is told
    return not _may_tell_fault(finding, reading) and _is_in_own_words(finding, reading)


def _may_tell_fault(finding: Finding, reading: Reading) -> bool:
    """Whether something is told that may be a fault, and isn't the matter of the table."""
    own = _NO_FAULT_OF.get(finding.specialist)
    text = own().sub(" ", reading.plain) if own else reading.plain
    return bool(_AT_WORK().search(text)) or tells_fault(_NO_FAULT().sub(" ", text))


def _is_in_own_words(finding: Finding, reading: Reading) -> bool:
    """Whether a talk goes on with its table, or a message has words in which the table is asked."""
    table = finding.specialist
    if reading.followup or table == network.NAME:
        return True
    if table == limits.NAME:
        return reading.kind is not QuestionKind.STATEMENT or "?" in reading.plain
    if table == connectivity.NAME and (reading.connectivity or reading.outage):
        return True
    of_jobs = table != connectivity.NAME and _OF_JOBS().search(reading.plain)
    own = _ASKED_OF.get(table)
    return own is not None and not of_jobs and bool(own().search(reading.plain))
