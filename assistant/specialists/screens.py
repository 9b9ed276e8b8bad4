"""Moves on through portal, extraction and setup: "next clicked, what now" after a step was talked of."""

from __future__ import annotations

import re

from assistant.answer import Finding
from assistant.decisions import guide as sections
from assistant.decisions import screens
from assistant.decisions.patterns import lazy
from assistant.specialists.tables import finding_of
from assistant.understanding.forms import tells_fault
from assistant.understanding.patterns import lazy_rules, word_set
from assistant.understanding.reading import Reading

NAME = "screens"
_SECTIONS = frozenset(source.section for source in (sections.DOWNLOAD, sections.EXTRACT, sections.INSTALL))
_CUE = lazy(
    r"\b(?:next|now what|what now|and now|then what|what then|and then|what comes|what happens|go on|continue"
    r"|after (?:that|it|this)|done|what does it (?:want|ask)"
    r"|what (?:do|should|to)(?: (?:i|we))? do with (?:it|that))\b|^\W*(?:ok\W+)?(?:and\W+)?(?:now|then)\W*$"
)
_SAYS_NO_MORE = word_set(
    "next clicked click pressed press hit selected ticked done ok okay k now what whats and then so "
    "it its that "
    "this did went through passed green finished comes come happens happen is are was do does i we me us my "
    "have has want wants ask asks for which screen page dialog window button step after there go on continue "
    "the a an to see shows say says yes good fine great thanks thx will would should must name of "
    "right first "
    "with in setup wizard please pls set entered typed chosen confirmed accepted saved filled what's "
    "it's that's where's"
)
_FEW_WORDS = 6
# Where a report of what was done ends and what is asked begins; and that something was done.
_CLAUSE = re.compile(
    r"[.,;:!?\n]+(?:\s+|$)|\s+[-\u2013]+\s+|\s+(?=(?:now what|what now|what'?s next|what next)\b)"
)
_REPORTED = lazy(r"\b(?:done|did|got|have|has|chose|took|gave|went|put|set|hit|am|i'm|\w{2,}ed)\b")
_GOT_FILE = lazy(r"\b(?:got|have|downloaded|saved|received)\b[^.;?]{0,30}\b(?:file|it|cred\w*|key)\b")
# What a check found is mended: the check comes again, not the screen behind it.
_MENDED = lazy(r"\b(?:fixed|corrected|resolved|repaired|sorted|mended|solved)\b")
_OF_CREDENTIALS = lazy(r"\bcred(?:ential)?s?\b|\bvault\W+(?:key|file)|\bkey file\b")
_GREY = lazy(
    r"\bdownload\b.*\b(?:gr[ea]y\w*|inactive|disabled|not active|can'?t be)\b"
    r"|\b(?:gr[ea]y\w*|inactive)\b.*\bdownload\b"
)
_ACTIVE = lazy(r"\b(?:tick|check)ed\b|\bactive\b")
_WORD = re.compile(r"[a-z']+")
_CHOSE = r"(?:pick\w*|select\w*|click\w*|chose\w*|choos\w*|open\w*|press\w*|hit|tick\w*|took|in|on|at)"
# The step that somebody has reached, or has behind, by its words.
_REACHED = lazy_rules(
    {
        "sign in": r"\b(?:signed|logged) (?:in|on)\b",
        "all services": r"\ball services\b",
        "vaults": r"\brecovery services vaults\b|\b(?:list of|all) (?:the )?vaults\b"
        r"|\bvaults (?:are )?listed\b",
        "vault": rf"\b{_CHOSE}\b(?:\s+\w+){{0,2}}?\s+vault\b(?!\s+(?:id|cred))|\bdashboard\b",
        "backup": rf"\b{_CHOSE}\s+(?:on\s+)?backup\b(?!\s+(?:server|data|storage|menu))|\bgetting started\b",
        "backup menu": r"\bbackup (?:menu|goals?)\b|\bon-?premises\b|\bgoal (?:blade|page)\b",
        "prepare infrastructure": r"\bprep(?:are)? infra(?:structure)?\b",
        "portal download": r"\bdownload (?:button|link)\b",
        "language": r"\blanguage\b",
        "files": r"\b(?:downloaded|got|saved) (?:(?:all|the|of|setup) ){0,3}(?:files|installer|package)\b"
        r"|\bfile name\b|\blist of files\b|\bfiles? (?:are )?(?:downloaded|saved)\b",
        "exe": r"\bbackupserverinstaller\b",
        "extraction path": r"\bextract\w*\b[^.]{0,30}\b(?:path|folder|location)\b",
        "extract": r"\bextracted\b|\bextraction (?:is |has )?(?:done|complete\w*|over|finished|through)\b"
        rf"|\b{_CHOSE}\s+extract\b|\bextract (?:pressed|clicked|hit|selected)\b"
        r"|\bextract\w* (?:runs?|is running|starts?|started)\b",
        "finish": rf"\b{_CHOSE}\s+finish\b|\bfinish (?:pressed|clicked|hit|selected)\b",
        "setup": r"\bsetup(?:\.exe)? (?:has |was |is )?(?:started|running|opened|launched)\b"
        r"|\bexecute setup\b",
        "launch": r"\blaunch(?:ed|ing)? (?:the )?(?:setup|wizard|microsoft)\b",
        "welcome": r"\bwelcome\b",
        "prerequisite checks": r"\bprereq\w*(?: checks?)? (?:page|screen|check\w*|passed)\b"
        r"|\bprerequisites? checks?\b",
        "sql settings": rf"\b{_CHOSE}\b(?:\s+\w+){{0,3}}?\s+instance\b|\bnew instance\b"
        r"|\bsql (?:settings|page|screen|step)\b|\bcheck and install\b",
        "installation settings": r"\binstall(?:ation)? (?:settings|location|path|folder)\b"
        r"|\b(?:folder|path) page\b",
        "security settings": r"\bsecurity settings\b|\b(?:strong )?password (?:page|screen)\b"
        r"|\bstrong password\b",
        "microsoft update": r"\b(?:microsoft|ms|windows) updates?\b|\bopt-?in\b|\bupdate page\b",
        "summary": r"\bsummary\b",
        "agent": r"\b(?:mars|recovery services) agent\b|\bagent (?:install\w*|setup|is (?:on|in|done))\b",
        "vault identification": r"\bvault identification\b|\bregister server\b|\bvault cred\w*\b"
        r"|\bcred(?:ential)?s (?:are )?(?:picked|chosen|selected|in)\b",
        "encryption setting": r"\bencryption settings?\b|\bpassphrase (?:page|screen|entered|typed"
        r"|set|given)\b"
        r"|\b(?:entered|typed|gave|set) (?:the|a|our|my) passphrase\b",
    }
)


def consult(reading: Reading) -> Finding | None:
    """What follows the step talked of before; None when the question asks for anything else."""
    told, asked = _report(reading.plain)
    if set(_WORD.findall(asked.lower())) - _SAYS_NO_MORE or not _CUE().search(asked):
        return None
    if _MENDED().search(told):
        return None
    key = (_told(told, reading) if told else "") or (_behind(reading) if _is_brief(told) else "")
    result = screens.after(key) if key else None
    return finding_of(result, NAME) if result else None


def reached(finding: Finding) -> str:
    """The step that a finding of this specialist leads to."""
    return finding.verdicts[0].outcome


def _report(text: str) -> tuple[str, str]:
    """What a message reports as done, and what it asks behind that; all of it where nothing is reported."""
    ends = [match for match in _CLAUSE.finditer(text) if text[match.end() :].strip()]
    if not ends or "?" in text[: ends[-1].start() + 1] or not _REPORTED().search(text[: ends[-1].start()]):
        return "", text
    return text[: ends[-1].start()], text[ends[-1].end() :]


def _is_brief(told: str) -> bool:
    """Whether a report tells no more than that the step is done: "did that", "generated one and saved it"."""
    return len(told.split()) <= _FEW_WORDS and not tells_fault(told)


def _told(told: str, reading: Reading) -> str:
    """The step that a report names; of a file or a button, together with what was asked before."""
    before = reading.previous.get("query", "") if _is_of_setup(reading) else ""
    if _GOT_FILE().search(told) and _OF_CREDENTIALS().search(f"{before} {told}"):
        return "agent"  # where the credentials are asked for comes behind it
    if _GREY().search(before) and _ACTIVE().search(told):
        return "prepare infrastructure"
    if tells_fault(told):
        return ""
    last = _CLAUSE.split(told)[-1]
    return _last_named(told if before else last) if before or _is_first(reading, last) else ""


def _is_first(reading: Reading, last: str) -> bool:
    """Whether a first message ends its report with a step that was taken."""
    return not reading.previous and bool(_REPORTED().search(last))


def _is_of_setup(reading: Reading) -> bool:
    before = reading.previous
    of_guide = before.get("specialist") == "guide" and _SECTIONS & set(before.get("sections", ()))
    return bool(of_guide) or before.get("specialist") == NAME


def _behind(reading: Reading) -> str:
    """The step told last: the one that was moved on to, or one named in the turns before."""
    before = reading.previous
    if before.get("specialist") == NAME:
        return str(before.get(NAME, ""))
    return _last_named(before.get("query", "")) if _is_of_setup(reading) else ""


def _last_named(said: str) -> str:
    ends = {
        key: max((match.end() for match in pattern.finditer(said)), default=0)
        for key, pattern in _REACHED().items()
    }
    last = max(ends, key=lambda key: ends[key])
    return last if ends[last] else ""
