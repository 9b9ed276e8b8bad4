"""Asks back which error is shown where a fault is reported of what many errors are about: "agent problem".

The choices are the errors that come nearest, each with what is done first; the words alone don't tell which.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from assistant.answer import Finding
from assistant.decisions.expressions.patterns import compiled, lazy
from assistant.specialists import clarify
from assistant.specialists.clarify import telling_words, without_call
from assistant.specialists.errors import error_choices, shared_message, symptoms
from assistant.specialists.errors.told_symptom import MOSTLY_HELD
from assistant.specialists.prerequisite_checks import hosting
from assistant.understanding.message.question_forms import question_kind, tells_fault
from assistant.understanding.operations import find_operations
from assistant.understanding.product.row_claims import denies_row
from assistant.understanding.read import read_question
from assistant.understanding.reading import Intent, QuestionKind, Reading
from assistant.understanding.topics import GENERAL
from assistant.understanding.turns.room_shortage import asks_ways
from assistant.understanding.word_rules import word_set
from ingest.analysis import query_tokens
from ingest.documents import ERRORS, SHIPPED

if TYPE_CHECKING:
    from assistant.codes.likeness import Likeness
    from assistant.knowledge import Knowledge

NAME = error_choices.NAME
_MOST_WORDS = 14
_COMMON = 10
"""In as many passages of the error reference a word stands that tells of no error in particular."""

_MOST_TOKENS = 2
_NEAR_TO_ONE_WORD, _NEAR_TO_WORDS = 0.9, 0.8
"""The cosines from which on a text repeats a phrase of an entry, where it names one thing, and two."""

_LEAST = 0.45
"""The probability of a report, for each thing that is named."""

_TIED, _MOST_TIED = 0.04, 3
"""So near to each other, so many entries don't tell which is meant."""

_ASKS_OTHER = {QuestionKind.HOW_MANY, QuestionKind.WHERE}
_OPEN = {QuestionKind.WHAT, QuestionKind.HOW}
"""Questions for something else, unless a fault is told in so many words at the beginning of a talk."""

_MOST_OF_WORD, _LEAST_WORD = 2, 2
"""The words of a message that is nothing but a thing, and in as many passages of the guide it may stand."""

_FULL = lazy(
    r"\b(?:disks?|drives?|storage|volumes?|hdd)\b[^.?!]{0,25}\b(?:full|filled)\b"
    r"|\b(?:no|out of|not enough|low on|without|insufficient|running low on)(?: more| free| disk)* space\b"
    r"|\bspace (?:is |has )?(?:gone|used up|ran out|run out)\b|\bfull (?:disk|drive|storage|volume)\b"
)
_OF_DISK = lazy(
    r"\b(?:scratch|cache|replicas?|pool|recovery points?|log|logs|setup|install\w*|extract\w*|database"
    r"|temp\w*|staging|protected|destination|restor\w*|shadow|snapshots?|vss|sql|system state|vault"
    r"|target|[a-z]:)"
)
_DISKS = ("mabs-32500", "mabs-58", "mabs-358", "mabs-57")
"""The errors of a full disk, one for each disk that can be."""

_SPAN = (
    r"(?:days|weeks|(?:\d+|a|one|two|three|four|five|some|several|a few|many)"
    r" (?:days?|weeks?|nights?|months?))"
)
_DAY = (
    r"(?:the |last |this |early )*(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*|weekend|week|month|yesterday|night"
    r"|morning|\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)"
)
_SINCE = rf"(?:since (?:{_SPAN}|{_DAY})|(?:for|in) (?:the (?:last|past) )?{_SPAN}|{_SPAN} ago|last night)\b"
_NOTHING_MADE = lazy(
    r"\b(?:no|zero|not (?:a single|one|any)|nothing|none)\b[^.?!\n]{0,30}"
    rf"\b(?:recovery points?|restore points?|backups?|backed up)\b[^.?!\n]{{0,40}}\b{_SINCE}"
    rf"|\bbackups?\b[^.?!\n]{{0,20}}\b(?:stopped|stalled|failing|fail)\b[^.?!\n]{{0,20}}\b{_SINCE}"
)
"""That nothing was made since a day, whatever the reason."""

_QUEUED = lazy(
    r"\b(?:jobs?|backups?|everything|tasks?)\b[^.?!\n]{0,40}\b(?:stuck|stays?|sits?|sitting|hangs?|hanging"
    r"|remains?|still|only|just"
    r"|keeps?|all)\b[^.?!\n]{0,15}\b(?:queued?|pending|waiting|scheduled)\b"
)
"""That jobs wait and don't begin."""

_AWAY_BY = (
    r"[^.?!,;:\n]{0,25}\b(?:offline|down|unreachable|unavailable|disconnected|gone|dead|unknown"
    r"|not (?:reachable|available|online|connected))\b(?!\s+(?:server|version|time))"
)
_MESSAGELESS = r"^(?!.*\b(?:error|id|code|message|rpc|push\w*|install\w*)\b).*"
_CLOUD_AGENT_AWAY = lazy(
    rf"{_MESSAGELESS}\b(?:mars|recovery services|azure(?: backup)?)\s+agents?\b{_AWAY_BY}"
)
_AGENT_AWAY = lazy(rf"{_MESSAGELESS}(?<!server )(?<!sql )\bagents?\b{_AWAY_BY}")
"""That the protection agent of a machine is away, or the one to Azure, without its message."""

_AWAY = ("mabs-308", "mabs-43", "mabs-270", "mabs-52")
"""How an agent that is away is reported: out of reach, silent, another server's, lost from time to time."""

_CLOUD_AWAY = ("mabs-100050", "mabs-100052", "mabs-160005")
"""The same of the agent to Azure: no connection, no service, no store."""

_WAITING = ("event-208-sqlagent", "mabs-308", "mabs-910", "mabs-917")
"""What keeps jobs from beginning: SQL Server Agent, the agent, a service that ended or is missing."""

_REASONS = ("mabs-50004", "mabs-308", "name-ReplicaInconsistent", "mabs-30112")
"""What stops backups most: the connection or subscription, the agent, the replica, the snapshot."""

_EXPIRED = lazy(
    r"[\"'\u201c\u2018]?\b(?:(?:has|had|is|was|just|now|already|suddenly|['\u2019]s)\s+){0,3}"
    r"(?:expired|lapsed|(?:run|ran) out|timed out)\b(?! of)[\"'\u201d\u2019]?"
)
"""That something has expired."""

_SHOWS = lazy(r"\b(?:it|this|that|something|message|console|wizard|screen|window|here|pop-?up)\b")
"""Of what it is told where nothing has a name."""

_MAY_EXPIRE = ("mabs-50005", "mabs-34514", "mabs-100025", "mabs-100130")
"""What can: the subscription, the vault credentials, the passphrase, the security PIN."""

_WHAT_EXPIRED = "What is it that has expired: the subscription, or another of these? Paste the message."

_REPORTS = (
    (_NOTHING_MADE, _REASONS),
    (_QUEUED, _WAITING),
    (_CLOUD_AGENT_AWAY, _CLOUD_AWAY),
    (_AGENT_AWAY, _AWAY),
)

_OF_SIGN = word_set(
    "red yellow orange green grey gray greyed grayed black blank cross crosses x triangle exclamation mark "
    "icon light symbol colour color fine queued reboot rebooted restarted turns turned goes nobody anybody "
    "knows knew third fourth nite ystd itself half way closed closes quits quit popup pop-up dialog button "
    "away gone idea clue reason empty recovery services service started other others every night nights "
    "machines boxes server servers clicked noticed saw seen none nothing somehow"
)
"""What only tells how a fault shows, when, and that its message isn't known."""

_MOST_TELLING, _NEAREST, _FAR_OFF = 2, 0.8, 0.5
"""So many words may name something; how near the nearest entry must come to be told, or to be a choice."""

_SAYS = compiled(r"(?:\b(?:says?|said|reads?|throws?|gives?)|:)\s[^.?!\n]{0,20}\w-?\w*\d")
_OF_LINK = compiled(r"\b(?:internet|proxy|web|network|line|link)\b")
_TOLD = {QuestionKind.STATEMENT, QuestionKind.WHY}
_RULES = frozenset({"sql-location", "domain", "dotnet", "dedicated", "vm-size", "installer-account"})
"""What the guide rules; why it does is no report of a fault, nor whether something will do within a talk."""

_HOST = compiled(
    r"\b[a-z]+[a-z-]*\d+\b|\b(?:on|of|at|for)\s+(?:(?:the|our|a|one|all|some|several|both|couple|few|of|\d{1,3})\s+){1,3}"
    r"(?:\w+\s+)?(?:server|machine|vm|host|box|node)(?:e?s)?\b"
)


def consult(reading: Reading, knowledge: Knowledge) -> Finding | None:
    """A question back with the errors that may be meant; None where the report tells which."""
    if knowledge.user_collections():
        return None
    if _tells_of_full_disk(reading):
        return error_choices.asking([knowledge.reference().entry(name) for name in _DISKS])
    if shared := shared_message.consult(reading, knowledge):
        return shared
    if not _may_be(reading) or not knowledge.is_built():
        return None
    counts = _counts(telling_words(_HOST.sub(" ", reading.plain)), knowledge)
    tokens = set(counts)
    if not 0 < len(tokens) <= _MOST_TOKENS:
        return None
    word = _is_word(reading, tokens, knowledge)
    if not word and not _is_report(reading, knowledge, least=len(tokens) * _LEAST):
        return None
    if min(counts.values()) < _COMMON:
        return None
    text = knowledge.retriever().mended(reading.plain)
    found = symptoms.candidates(text, knowledge)
    near = _NEAR_TO_ONE_WORD if len(tokens) == 1 else _NEAR_TO_WORDS
    sure = found and found[0].similarity >= near and not (word or _are_tied(found))
    sure = sure and (len(tokens) > 1 or symptoms.held(text, found[0].entry, knowledge) >= MOSTLY_HELD)
    return None if not found or sure else _asking(found)


def of_no_entry(reading: Reading, knowledge: Knowledge) -> Finding | None:
    """A question back where a fault is surely reported in words that name hardly anything, and no error is
    near: "red cross, installation aborted"; None for every other report."""
    if reading.previous or knowledge.user_collections() or not knowledge.is_built():
        return None
    rest = without_call(reading.plain)
    told = question_kind(rest) in _TOLD and (reading.fault or question_kind(reading.plain) in _TOLD)
    topics = reading.topics - GENERAL - (frozenset() if _OF_LINK.search(rest) else {"internet-at-install"})
    named = topics or reading.products or reading.vm_sizes or reading.hosts
    if not (told and symptoms.is_report(reading)) or named or reading.subscription or _SAYS.search(rest):
        return None
    words = [word for word in telling_words(_HOST.sub(" ", rest)) if word not in _OF_SIGN]
    if len([word for word in words if not word.isdigit()]) > _MOST_TELLING:
        return None
    found = symptoms.candidates(knowledge.retriever().mended(reading.plain), knowledge)
    if found and found[0].similarity >= _NEAREST:
        return None
    near = [one.entry for one in found[:_MOST_TIED] if one.similarity >= _FAR_OFF]
    return error_choices.asking(near) if len(near) > 1 else clarify.of_subject()


def _tells_of_full_disk(reading: Reading) -> bool:
    """Whether a disk is told to be full, at the beginning of a talk, and not which one."""
    text = reading.plain
    short = len(text.split()) <= _MOST_WORDS and not reading.previous and not reading.quantities
    told = _FULL().search(text) and not _OF_DISK().search(text)
    return bool(short and told and not asks_ways(text))


def of_nothing_made(
    question: str, previous: Mapping[str, Any], knowledge: Knowledge
) -> tuple[Finding, Reading] | None:
    """A question back where nothing is told but that no backup was made for some time, that jobs wait or an
    agent is away, and in the talk no state that is the reason; with the reading of the message by itself."""
    entries, rest = next(
        ((named, report().sub(" ", question)) for report, named in _REPORTS if report().search(question)),
        ((), ""),
    )
    if knowledge.user_collections() or not entries:
        return None
    reading, beside = read_question(question), read_question(rest)
    states = beside.subscription or beside.connectivity or beside.outage
    known = any(previous.get(name) for name in ("subscription", "connectivity", "outage"))
    short = len(reading.plain.split()) <= _MOST_WORDS
    told_only = question_kind(without_call(reading.plain)) is QuestionKind.STATEMENT
    if states or known or not short or not told_only:
        return None
    return error_choices.asking([knowledge.reference().entry(name) for name in entries]), reading


def _counts(words: Sequence[str], knowledge: Knowledge) -> Mapping[str, int]:
    """In how many passages of the error reference what is named stands.

    A word that none of them has tells none from another, nor does a rare one that only says that something
    is wrong ("grumbles"); they count only where nothing else is named.
    """
    tokens = {token: tells_fault(word) for word in words for token in query_tokens(word)}
    counts = knowledge.retriever().reader.frequencies(sorted(tokens), [ERRORS])
    named = {
        token: counts[token]
        for token, of_fault in tokens.items()
        if counts.get(token, 0) >= (_COMMON if of_fault else 1)
    }
    return named or {token: counts.get(token, 0) for token in tokens}


def of_nothing_expired(question: str, previous: Mapping[str, Any], knowledge: Knowledge) -> Finding | None:
    """A question back where nothing is told but that "it" has expired, and no talk tells what."""
    told = _EXPIRED().search(question) if not (previous or knowledge.user_collections()) else None
    if told is None:
        return None
    rest = without_call(f"{question[: told.start()]} {question[told.end() :]}".strip())
    if not _SHOWS().search(rest) or telling_words(rest) or find_operations(rest):
        return None
    entries = [knowledge.reference().entry(name) for name in _MAY_EXPIRE]
    return error_choices.asking(entries, _WHAT_EXPIRED)


def _is_word(reading: Reading, tokens: set[str], knowledge: Knowledge) -> bool:
    """Whether a talk begins with nothing but a thing that errors tell of, and the guide hardly does."""
    if reading.previous or len(reading.plain.split()) > _MOST_OF_WORD or len(tokens) > 1:
        return False
    of_guide = knowledge.retriever().reader.frequencies(sorted(tokens), [SHIPPED])
    return sum(of_guide.values()) <= _LEAST_WORD


def _may_be(reading: Reading) -> bool:
    """Whether a short message names neither a figure nor a state, and asks for nothing else."""
    short = len(reading.plain.split()) <= _MOST_WORDS
    told = reading.fault and reading.kind is QuestionKind.STATEMENT  # "VSS error, backup failed"
    states = reading.subscription or reading.connectivity or (reading.operations and not told)
    figures = any(letter.isdigit() for letter in _HOST.sub(" ", reading.text)) or reading.vm_sizes
    if denies_row(reading) or hosting.asks_untold(reading.plain):
        return False
    asks = reading.kind in _ASKS_OTHER or (reading.kind in _OPEN and (reading.previous or not reading.fault))
    verdict = reading.kind is QuestionKind.YES_NO and (reading.previous or not reading.fault)
    of_rule = reading.kind is QuestionKind.WHY or verdict
    reason = of_rule and reading.topics & _RULES
    return short and not (states or figures or reading.followup or asks or reason)


def _is_report(reading: Reading, knowledge: Knowledge, *, least: float) -> bool:
    """Whether a fault is reported: in so many words, where a single one is told of, else by the encoder."""
    if reading.fault and least <= _LEAST:
        return True
    asks = reading.kind is not QuestionKind.STATEMENT
    return not (asks and least > _LEAST) and knowledge.intents(reading.plain).get(Intent.FAULT, 0.0) >= least


def _are_tied(found: Sequence[Likeness]) -> bool:
    """Whether several entries come as near as the nearest one."""
    nearest = max(one.similarity for one in found)
    return sum(one.similarity >= nearest - _TIED for one in found) >= _MOST_TIED


def _asking(found: tuple[Likeness, ...]) -> Finding:
    most = max(one.coverage for one in found)
    holding = [one.entry for one in found if one.coverage == most] or [one.entry for one in found]
    return error_choices.asking(list(dict.fromkeys([*(one.entry for one in found[:2]), *holding])))
