"""Asks back when a question names nothing that can be looked up."""

from __future__ import annotations

import re

from assistant.answer import Choice, Finding, Missing, Statement
from assistant.decisions.patterns import lazy
from assistant.understanding.patterns import word_set
from assistant.understanding.reading import Reading

NAME = "clarify"
_EMPTY = word_set(
    "a an the is it this that these those there they them i we you he she my our your its be been "
    "being am are was were do does did done doing can could will would should shall may might must "
    "have has had not no yes doesn't don't didn't isn't aren't won't can't cannot work works working "
    "worked fail fails failed failing problem problems issue issues error errors broken help please "
    "pls plz urgent now again still why what how where when which who so and or but if then just any "
    "some something anything everything nothing to of in on at for with from about up out hi hello "
    "hey thanks thank supported support possible ok okay allowed enough right correct good bad fix "
    "fixed asap today yesterday always never only really very too stuck down dead happens happened "
    "happening wrong get gets got going go make makes need needs want wants try tried say says tell "
    "me us him her one two thing things stuff server box machine mabs dpm backup azure stack question "
    "guys team dear sir hmm well long big much many large"
)
_WORD = re.compile(r"[a-z0-9][a-z0-9'.+-]*")
_DISK_SIZE = lazy(
    r"\b(?:how (?:big|large|much)|what size|size of|sizing|how many gb)\b[^.?!]{0,40}\b(?:disks?"
    r"|drives?|storage|space|volume)\b"
    r"|\b(?:disks?|storage|space)\b[^.?!]{0,15}\b(?:size|needed|required|requirements?)\b"
)
_SPECIFIC = lazy(
    r"\bscratch|cache|extract\w*|unpack\w*|staging|temp\w*|attached|data disks?|pool|installer|setup"
    r"|download|recovery points?|tb\b|gb\b|a[234]\b|first copy|account\b"
)
_WHAT_IS = lazy(r"\bwhat(?:'?s| is| are| does)\b(?!.*\bwrong\b)")
_MAY = lazy(r"\bsupport\w*|possible|allowed|\bok\b")
_MOST_WORDS = 14


def consult(reading: Reading) -> Finding | None:
    """A question back, or None when the question names something."""
    words = _WORD.findall(reading.plain.lower())
    if not reading.followup and _DISK_SIZE().search(reading.plain) and not _SPECIFIC().search(reading.plain):
        return _which_disk()
    if reading.followup or len(words) > _MOST_WORDS or any(word not in _EMPTY for word in words):
        return None
    if _WHAT_IS().search(reading.plain):
        return None  # "what is MABS" asks for the product itself
    if _MAY().search(reading.plain):
        return _asking(
            "product",
            "Which product and version do you mean, or which operation?",
            ("a workload, such as SQL Server 2016", "I tell whether the protection matrix lists it."),
            (
                "an operation, such as restoring from disk",
                "I tell whether the connectivity and the subscription allow it.",
            ),
            ("a machine for Azure Backup Server", "I check it against the prerequisites."),
        )
    return _asking(
        "subject",
        "What exactly doesn't work? Paste the message or the error ID where there is one.",
        ("setup or prerequisite check", "I list what setup needs and where it logs."),
        ("registration, or the connection to Azure", "I go through credentials, proxy and firewall."),
        ("a backup or restore", "I need the state of the connection and of the subscription."),
    )


def _which_disk() -> Finding:
    return _asking(
        "disk",
        "Which disk space do you mean?",
        ("scratch location", "at least 5 % of the data to be sent to Azure"),
        ("extracting the setup files", "at least 4 GB free"),
        ("backup storage", "set by number and size of the attached disks: A2 takes four, A3 eight, A4 16"),
    )


def _asking(name: str, question: str, *choices: tuple[str, str]) -> Finding:
    return Finding(
        NAME,
        "clarify",
        (Statement("I need one more detail.", role="verdict"),),
        1.0,
        missing=(Missing(name, question, tuple(Choice(value, meaning) for value, meaning in choices)),),
    )
