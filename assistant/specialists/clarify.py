"""Asks back when a question names nothing that can be looked up."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from assistant.answer import Choice, Finding, Missing, Statement
from assistant.decisions import guide as sections
from assistant.decisions.expressions.patterns import lazy
from assistant.decisions.reading.calendar_names import DAY_NAMES
from assistant.decisions.types import Source
from assistant.specialists.table_findings import evidence_of
from assistant.understanding.message.question_forms import question_kind
from assistant.understanding.reading import QuestionKind, Reading
from assistant.understanding.word_rules import word_set

NAME = "clarify"
# Words that name nothing which could be looked up.
_EMPTY = word_set(
    "a an the is it this that these those there they them i we you he she my our your its be been "
    "being am are was were do does did done doing can could will would should shall may might must "
    "have has had not no yes doesn't don't didn't isn't aren't won't can't cannot work works working "
    "doesnt dont didnt isnt wont cant back "
    "worked fail fails failed failing problem problems issue issues error errors broken help please "
    "pls plz urgent now again still why what how where when which who so and or but if then just any "
    "some something anything everything nothing to of in on at for with from about up out hi hello "
    "hey thanks thank supported support possible ok okay allowed enough right correct good bad fix "
    "fixed asap always never only really very too stuck down dead happens happened "
    "happening wrong get gets got going go make makes need needs want wants try tried say says tell "
    "me us him her one two thing things stuff server box machine mabs dpm backup backups azure stack "
    "question guys team dear sir hmm well long big much many large many more most max maximum min minimum "
    "other another same different else both either all each every per here like as by after before "
    "thx ty pls kindly quick hint idea answer know sure sorry colleague boss customer "
    "since today yesterday tonight weekend week month night morning evening "
    "last time times first next hour hours day days ago recently suddenly "
    "number numbers log logs message code version versions release limit limits size sizes space room value "
    "setting settings needed required use used whats what's "
    "set local remote tick put choose one "
    "later afterwards afterward twice "
    "run runs running ran start starts started stop stops stopped "
    "worse worst serious severe urgent critical dangerous harmful"
) | frozenset(DAY_NAMES)
# What a bare report adds to them: that something showed an error, and where, but not which.
_REPORT = word_set(
    "setup install installer installation installing wizard threw throws thrown throw gave gives given "
    "failure aborts aborted abort broke went goes completely simply just unexpectedly midway halfway "
    "hangs hang hanging hung frozen froze freezes freeze crashes crashed "
    "shows showed showing pops popped came comes during while popup window screen red another "
    "keep keeps kept keeping job jobs nightly daily restore restores vault console did "
    "trouble troubles acting misbehaving reports reported user users report step solve solves fixes helps "
    "ever story complains complaining refuses refused warning alert press pressed click clicked hit "
    "rejects rejected tells told"
)
_REPORTED = lazy(
    r"\b(?:errors?|error message|stuck|hang(?:s|ing)?|hung|fro(?:zen|ze)|freezes?|crash(?:es|ed)?"
    r"|fail(?:s|ed|ing)?|failure|abort(?:s|ed)?|broken?|(?:went|goes) wrong"
    r"|problems?|trouble|red|(?:(?:doesn|didn|won)['’]?t|not) work(?:ing)?)\b"
)
_LEAST_OF_REPORT = 2
# The call for help behind a report, which asks nothing more.
_WHAT_NOW = lazy(
    r"[\s,.;:!?-]*\b(?:(?:and|so|ok)\s+)?(?:what (?:now|next|then|do (?:i|we) do|to do"
    r"|(?:should|can) (?:i|we) do)"
    r"|how (?:do (?:i|we)|to) (?:proceed|go on|continue))(?:\s+(?:now|then|next|here|please|pls))?\W*$"
)
# What has not been told of is the reason for something: "do I have to reboot because of it".
_REASON_UNTOLD = lazy(
    r"\b(?:because of|due to|for|after|against|about|from|despite) (?:it|this|that|them|those|these)\W*$"
)
_MOST_OF_REASON = 10
_CALLED_OUT = re.compile(r"^\W*\w+\s*[?!]+\s+")
WORD = re.compile(r"[a-z0-9](?:[a-z0-9'.+-]*[a-z0-9+])?")
_DISK_SIZE = lazy(
    r"\b(?:how (?:big|large|much)|what size|size of|sizing|how many gb)\b[^.?!]{0,40}\b(?:disks?"
    r"|drives?|storage|space|volume|room)\b"
    r"|\b(?:disks?|storage|space)\b[^.?!]{0,15}\b(?:size|needed|required|requirements?)\b"
)
_SPECIFIC = lazy(
    r"\bscratch|cache|extract\w*|unpack\w*|staging|temp\w*|attached|data disks?|pool|installer|setup"
    r"|download|recovery points?|\b(?:volume|drive|disk) [cd]\b|\b[cd]:"
    r"|tb\b|gb\b|a[234]\b|first copy|acc(?:oun)?t\b"
)
_WHAT_IS = lazy(r"\bwhat(?:'?s| is| are| does)\b(?!.*\b(?:wrong|limits?|max(?:imum)?|versions?|sizes?)\b)")
_MOST_WORDS = 14


@dataclass(frozen=True, slots=True)
class _Unclear:
    """A kind of question that names nothing: the words it shows by, what is asked back, and the choices."""

    name: str
    words: Callable[[], re.Pattern[str]]
    question: str
    choices: tuple[tuple[str, str], ...]
    sources: tuple[Source, ...] = ()


_DISK = _Unclear(
    "disk",
    lazy(r"\b(?:space|room)\b"),
    "Which disk space do you mean?",
    (
        ("scratch location", "at least 5 % of the data to be sent to Azure"),
        ("extracting the setup files", "at least 4 GB free"),
        ("backup storage", "set by number and size of the attached disks: A2 takes four, A3 eight, A4 16"),
    ),
    (sections.INSTALL, sections.EXTRACT, sections.STORING_DATA),
)
# The first whose words occur is asked; the last one always fits.
_KINDS = (
    _Unclear(
        "product",
        lazy(r"\bsupport\w*|possible|allowed|\bok(?:ay)?\b"),
        "Which product and version do you mean, or which operation?",
        (
            ("a workload, such as SQL Server 2016", "I tell whether the protection matrix lists it."),
            (
                "an operation, such as restoring from disk",
                "I tell whether the connectivity and the subscription allow it.",
            ),
            ("a machine for Azure Backup Server", "I check it against the prerequisites."),
        ),
    ),
    _Unclear(
        "version",
        lazy(r"\bversions?\b|\breleases?\b"),
        "Which version do you mean: that of which product?",
        (
            (".NET Framework on the server", "3.5 SP1 or higher"),
            ("Windows image of the server", "Windows Server 2012 R2 Datacenter or 2016 Datacenter"),
            ("a workload to protect", "the protection matrix has Windows Server, SQL Server and SharePoint"),
        ),
        (sections.DOTNET, sections.USING_VM, sections.MATRIX),
    ),
    _Unclear(
        "limit",
        lazy(r"\blimits?\b|\bmax(?:imum)?\b|\bhow many\b"),
        "Which limit do you mean?",
        (
            ("recovery points in a vault", "up to 9999"),
            ("days of backup data on attached disks", "not more than five"),
            ("days without connectivity", "the table has a row for more than 15"),
            ("disks attached to the machine", "A2 takes four, A3 eight, A4 16"),
        ),
        (sections.STORING_DATA, sections.NETWORK),
    ),
    _DISK,
    _Unclear(
        "place",
        lazy(r"\blocal\b|\bremote\b"),
        "Which setting do you mean?",
        (
            ("the SQL Server instance", "It must be local."),
            (
                "the storage replication",
                "Geo-redundant is the default, locally redundant the cheaper option.",
            ),
            ("the first backup copy", "It is local, on attached disks; the second one goes to the vault."),
        ),
        (sections.INSTALL, sections.BACKUP_STORAGE),
    ),
    _Unclear(
        "subject",
        lazy(""),
        "What exactly is it about? Paste the message or the error ID where there is one.",
        (
            ("setup or prerequisite check", "I list what setup needs and where it logs."),
            ("registration, or the connection to Azure", "I go through credentials, proxy and firewall."),
            ("a backup or restore", "I need the state of the connection and of the subscription."),
        ),
        (sections.INSTALL, sections.NETWORK),
    ),
)


def is_empty_word(word: str) -> bool:
    """Whether a word, in lower case, names nothing that could be looked up."""
    return word in _EMPTY


def telling_words(text: str) -> list[str]:
    """The words of a report that name something, beside those that only say that something went wrong."""
    words = dict.fromkeys(word.rstrip(".-'+").removesuffix("'s") for word in WORD.findall(text.lower()))
    return [word for word in words if word not in _EMPTY and word not in _REPORT]


def consult(reading: Reading) -> Finding | None:
    """A question back, or None when the question names something."""
    text = reading.plain
    words = [word.rstrip(".-'+") for word in WORD.findall(text.lower())]
    if not reading.followup and _DISK_SIZE().search(text) and not _SPECIFIC().search(text):
        return _asking(_DISK)
    if reading.followup or len(words) > _MOST_WORDS:
        return None
    if _is_bare_report(reading) or _names_no_reason(reading, words):
        return of_subject()
    if any(word not in _EMPTY for word in words):
        return None
    if _WHAT_IS().search(text) or {"mabs", "dpm"} <= set(words):
        return None  # "what is MABS" asks for the product itself, "is MABS DPM" for what the two are
    return _asking(next(kind for kind in _KINDS if kind.words().search(text)))


def of_subject() -> Finding:
    """The question back for the message, or for what it is about."""
    return _asking(_KINDS[-1])


def without_call(text: str) -> str:
    """A report without the call for help before or behind it: "help! ... what now?"."""
    return _WHAT_NOW().sub("", _CALLED_OUT.sub("", text))


def _is_bare_report(reading: Reading) -> bool:
    """Whether an error is told of without a word of what it says: "setup threw an error at me"."""
    rest = without_call(reading.plain)
    told = question_kind(rest) is QuestionKind.STATEMENT and _REPORTED().search(rest)
    names = [word.rstrip(".-'+").removesuffix("'s") for word in WORD.findall(rest.lower())]
    known = all(word in _EMPTY or word in _REPORT for word in names)
    return bool(told and known and len(names) >= _LEAST_OF_REPORT)


def _names_no_reason(reading: Reading, words: list[str]) -> bool:
    """Whether a talk begins with a question for what is to be done because of something that wasn't told."""
    reason = _REASON_UNTOLD().search(reading.plain)
    if reason is None or reading.previous or len(words) > _MOST_OF_REASON:
        return False
    rest = [word.rstrip(".-'+") for word in WORD.findall(reading.plain[: reason.start()].lower())]
    return sum(word not in _EMPTY and word not in _REPORT for word in rest) <= 1


def _asking(unclear: _Unclear) -> Finding:
    said = " ".join(f"{value}: {meaning}" for value, meaning in unclear.choices)
    evidence = tuple(evidence_of(source, said) for source in unclear.sources)
    return Finding(
        NAME,
        "clarify",
        (Statement("I need one more detail.", evidence, "verdict"),),
        1.0,
        missing=(
            Missing(
                unclear.name,
                unclear.question,
                tuple(Choice(value, meaning) for value, meaning in unclear.choices),
            ),
        ),
    )
