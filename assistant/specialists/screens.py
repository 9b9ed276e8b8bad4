"""Moves on through portal, extraction and setup: "next clicked, what now" after a step was talked of."""

from __future__ import annotations

import re

from assistant.answer import Finding
from assistant.decisions import guide as sections
from assistant.decisions import screens
from assistant.decisions.patterns import lazy
from assistant.specialists.tables import finding_of
from assistant.understanding.patterns import lazy_rules, word_set
from assistant.understanding.reading import Reading

NAME = "screens"
_SECTIONS = frozenset(source.section for source in (sections.DOWNLOAD, sections.EXTRACT, sections.INSTALL))
_CUE = lazy(
    r"\b(?:next|now what|what now|and now|then what|what then|and then|what comes|what happens|go on|continue"
    r"|after (?:that|it|this)|done|what does it (?:want|ask))\b|^\W*(?:ok\W+)?now\W*$"
)
_SAYS_NO_MORE = word_set(
    "next clicked click pressed press hit selected ticked done ok okay k now what whats and then so "
    "it its that "
    "this did went through passed green finished comes come happens happen is are was do does i we me us my "
    "have has want wants ask asks for which screen page dialog window button step after there go on continue "
    "the a an to see shows say says yes good fine great thanks thx will would should must name of "
    "right first "
    "please pls set entered typed chosen confirmed accepted saved filled what's it's that's where's"
)
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
        "files": r"\bfile name\b|\blist of files\b|\bfiles? (?:are )?(?:downloaded|saved)\b",
        "exe": r"\bbackupserverinstaller\b",
        "extraction path": r"\bextract\w*\b[^.]{0,30}\b(?:path|folder|location)\b",
        "extract": rf"\b{_CHOSE}\s+extract\b|\bextract (?:pressed|clicked|hit|selected)\b"
        r"|\bextract\w* (?:runs?|is running|starts?|started)\b",
        "finish": rf"\b{_CHOSE}\s+finish\b|\bfinish (?:pressed|clicked|hit|selected)\b",
        "setup": r"\bexecute setup\b",
        "launch": r"\blaunch(?:ed|ing)? (?:the )?(?:setup|wizard|microsoft)\b",
        "welcome": r"\bwelcome\b",
        "prerequisite checks": r"\bprereq\w*(?: checks?)? (?:page|screen|check\w*|passed)\b"
        r"|\bprerequisites? checks?\b",
        "sql settings": r"\bsql (?:settings|page|screen|step)\b|\bcheck and install\b",
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
    words = set(_WORD.findall(reading.plain.lower()))
    if not reading.previous or words - _SAYS_NO_MORE or not _CUE().search(reading.plain):
        return None
    key = _behind(reading)
    result = screens.after(key) if key else None
    return finding_of(result, NAME) if result else None


def reached(finding: Finding) -> str:
    """The step that a finding of this specialist leads to."""
    return finding.verdicts[0].outcome


def _behind(reading: Reading) -> str:
    """The step told last: the one that was moved on to, or one named in the turns before."""
    before = reading.previous
    if before.get("specialist") == NAME:
        return str(before.get(NAME, ""))
    if before.get("specialist") != "guide" or not _SECTIONS & set(before.get("sections", ())):
        return ""
    said = before.get("query", "")
    ends = {
        key: max((match.end() for match in pattern.finditer(said)), default=0)
        for key, pattern in _REACHED().items()
    }
    last = max(ends, key=lambda key: ends[key])
    return last if ends[last] else ""
