"""Which step of the way through portal, extraction and setup a message has reached, by what it is called.

The place in the sequence is the step that is to be done: the one behind a step that is reported as done, or
the screen that somebody is at.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.decisions.expressions.patterns import lazy
from assistant.decisions.screens import SCREENS, next_to
from assistant.understanding.word_rules import blanked, lazy_rules

_WAITS = frozenset(screen.key for screen in SCREENS if screen.place) | {"backup menu", "language", "files"}
"""The steps that are screens: to name one is to be there, not to be through."""

CLAUSE = re.compile(
    r"[.,;:!?\n]+(?:\s+|$)|\s+[-\u2013]+\s+|\s+(?=(?:now what|what now|what'?s next|what next)\b)"
)
_DONE = lazy(
    r"\b(?:done|did|through|finished|complete[d]?|clicked|pressed|hit|entered|typed|filled|given|gave|chose"
    r"|chosen"
    r"|picked|selected|ticked|set|saved|provided|passed|green|ok|okay|fine|answered|confirmed|accepted"
    r"|reviewed"
    r"|installed|registered|opted|downloaded|over"
    r"|(?:is|are|all) (?:now )?(?:in|here|down|on (?:the|our))|arrived|went|got"
    r"|have (?:that|it)|took|behind (?:me|us)"
    r"|^\W*next)\b"
)
_NOT_DONE = lazy(
    r"\bnot (?:yet )?\w+|n['’]t\b|\bbefore\b|\buntil\b|\b(?:complain\w*|moan\w*|fail(?:s|ed)|refus\w*)\b"
)
_BESIDE = r"\b(?:after|before|behind|past)\s+(?:the\s+)?"
_CHOSE = r"(?:pick\w*|select\w*|click\w*|chose\w*|choos\w*|open\w*|press\w*|hit|tick\w*|took|in|on|at)"
_WAS = r"(?:(?:is|are|was|were|has been|have been|all|both)\s+)*"
_TAKEN = r"(?:picked|chosen|selected|ticked|set|taken|clicked)"
# The step that somebody has reached, or has behind, by its words.
_NAMES = lazy_rules(
    {
        "sign in": r"\b(?:signed|logged) (?:in|on)\b",
        "all services": r"\ball services\b",
        "vaults": r"\brecovery services vaults\b|\b(?:list of|all) (?:the )?vaults\b"
        r"|\bvaults (?:are )?listed\b|\btyped (?:in )?recovery services\b",
        "vault": rf"\b{_CHOSE}\b(?:\s+\w+){{0,2}}?\s+vault\b(?!\s+(?:id|cred))|\bdashboard\b"
        rf"|\bvault {_WAS}(?:opened|open|{_TAKEN})\b",
        "backup": rf"\b{_CHOSE}\s+(?:on\s+)?backup\b(?!\s+(?:server|data|storage|menu|goal))"
        rf"|\bgetting started\b|\bbackup {_WAS}{_TAKEN}\b",
        "backup menu": r"\bbackup (?:menu|goals?)\b|\bon-?prem(?:ises)?\b|\bgoal (?:blade|page)\b"
        r"|\bwhere (?:is|are) (?:my|your|our) workloads? running\b",
        "workloads": rf"\b(?:hyper-?v(?: virtual machines?| vms?)?|workloads?) (?:\w+ ){{0,3}}?{_TAKEN}\b"
        r"|\b(?:picked|chose|selected|ticked|picking|choosing|selecting|ticking) (?:the |our |my )?"
        r"(?:hyper-?v(?: virtual machines?| vms?)?"
        r"|workloads?)\b"
        r"|\bon-?prem(?:ises)?\W{1,3}(?:and |then |plus )?(?:the )?hyper-?v(?: virtual machines?| vms?)?\b",
        "prepare infrastructure": r"\bprep(?:are)? infra(?:structure)?\b",
        "portal download": r"\bdownload (?:button|link)\b|\bdownload (?:clicked|pressed|hit) in (?:the "
        r")?portal\b",
        "language": r"\blanguage\b",
        "files": r"\b(?:downloaded|got|saved) (?:(?:all|the|of|setup|both|eight|8) "
        r"){0,3}(?:files|installer|package)\b"
        r"|\b(?:8|eight|all|setup|installer) (?:the )?(?:\w+ )?files (?:are |now |all |have |been )*"
        r"(?:here|there|down|complete|arrived|on (?:the|my|our) \w+)\b"
        r"|\bfile name\b|\blist of files\b|\bfiles? (?:are )?(?:all )?(?:downloaded|saved)\b|\bfile list\b"
        r"|\b(?:all|everything|8|eight) (?:\w+ )?(?:downloaded|ticked|saved)\b|\blists? (?:\w+ )?files\b",
        "exe": r"\bbackupserverinstaller\b",
        "extraction wizard": r"\b(?:extract\w*|unpack\w*) wizard\b",
        "extraction path": r"\bextract\w*\b[^.]{0,30}\b(?:path|folder|location)\b",
        "extract": r"\bextracted\b|\bunpacked\b|\bextraction (?:is |has "
        r")?(?:done|complete\w*|over|finished|through)\b"
        rf"|\b{_CHOSE}\s+extract\b|\bextract (?:button )?(?:was )?(?:pressed|clicked|hit|selected)\b"
        r"|\bextract\w* (?:runs?|is running|starts?|started)\b|\bextract button\b"
        r"|\b(?:extract|unpack|unzipp)ing\b(?=[^?!]*\b(?:running|runs|now|started|going|progress|bar|busy"
        r"|under way|at the moment)\b)|\b(?:is|are|it'?s|still|currently) (?:extract|unpack|unzipp)ing\b"
        r"|\bextract\w* bar\b",
        "finish": rf"\b{_CHOSE}\s+finish\b|\bfinish (?:was )?(?:pressed|clicked|hit|selected)\b",
        "setup": r"\bsetup(?:\.exe)? (?:has |was |is )?(?:started|running|opened|launched|up"
        r"|came up|popped up)\b"
        r"|\bexecute setup\b",
        "launch": r"\blaunch(?:ed|ing)? (?:the )?(?:setup|wizard|microsoft)\b"
        r"|\b(?:picked|chose|selected|clicked|took|hit) (?:on )?(?:microsoft )?azure backup server\b",
        "welcome": r"\bwelcome\b",
        "prerequisite checks": r"\bprereq\w*(?: checks?)? (?:page|screen|step|check\w*|passed)\b"
        r"|\bprerequisites? checks?\b|\bprereqs?\b|\b(?:failed|missing|unmet|red) prereq\w*",
        "sql settings": rf"\b{_CHOSE}\b(?:\s+\w+){{0,3}}?\s+instance\b|\bnew instance\b"
        rf"|\bsql (?:settings?|page|screen|step|checks?)\b|\bcheck and install\b"
        rf"|{_BESIDE}sql\b(?: settings?)?",
        "installation settings": r"\binstall(?:ation)? (?:settings?|location|path|folder)\b"
        r"|\b(?:folder|path) page\b|\bwhere to install\b",
        "security settings": r"\bsecurity settings?\b|\b(?:strong )?password (?:page|screen)\b"
        rf"|\bstrong password\b|\bpassword (?:for|of) the (?:restricted|local) \w+"
        rf"|{_BESIDE}password\b(?: (?:page|screen))?",
        "microsoft update": r"\b(?:microsoft|ms|windows) updates?(?: opt[- ]?in)?\b|\bopt(?:ed)?[- ]?in\b"
        rf"|\bupdates? (?:page|screen)\b|{_BESIDE}updates?\b(?: (?:page|screen))?",
        "summary": r"\bsummary(?: of settings)?\b",
        "agent": r"\b(?:mars|recovery services) agent\b|\bagent(?:'?s)? "
        r"(?:install\w*|setup|wizard)\b|\bproxy\b",
        "agent install": r"\bagent(?:'?s)?(?: \w+){0,3}? (?:installed|done|finished|through|(?:is|are) "
        r"(?:now )?(?:on|in)"
        r"|complete[d]?)\b|\b(?:finished|completed|installed) (?:\w+ ){0,3}?agent(?: install\w*)?\b"
        rf"|{_BESIDE}agent\b(?:'?s)?(?: install\w*)?"
        r"|\bproxy(?: \w+){0,3}? (?:filled|entered|set|given|typed|provided|in)\b",
        "vault identification": r"\bvault id(?:entification)?\b|\bregister(?:ing)? (?:server|wizard)\b"
        r"|\bregistration wizard\b|\bvault ?cred\w*\b|\bcred(?:ential)?s? (?:page|screen|dialog|step)\b"
        r"|\bcred(?:ential)?s? (?:file )?(?:(?:is|are|was|were) )?(?:picked|chosen|selected|in|opened)\b"
        r"|\b(?:picked|chose|selected|opened) (?:the |our |my )?cred\w*"
        r"|\bcred(?:ential)?s?\b(?: files?)?(?: (?:is|are|got|now|all|the|were|have been|has been)){0,2}"
        r" (?:downloaded|saved|fetched|received|here|ready|on (?:the|my)|in (?:the|my))\b"
        r"|\b(?:downloaded|got|have|saved|fetched) (?:\w+ ){0,3}?cred(?:ential)?s?\b",
        "encryption setting": r"\bencryption (?:settings?|page|screen|step)\b|\bpassphrase "
        r"(?:page|screen|entered|typed|set|given)\b"
        r"|\bpassphrase (?:(?:is|was|has been) )?(?:saved|stored|chosen)(?=\s*(?:[.,;!]|$|and\b))"
        r"|\b(?:entered|typed|gave|set|saved|stored|chose) (?:the|a|our|my) passphrase\b|\bpassphrase (?:and"
        r"|\+) (?:its )?location\b"
        rf"|{_BESIDE}passphrase\b"
        r"|\bregist(?:ration|ering) (?:is |has |was )?(?:went through|through|done|complete\w*|ok|success\w*"
        r"|finished|worked)\b"
        r"|(?:^|\b(?:server|box|machine|vm|mabs|all|now|is|got|been)\s+)registered\b"
        r"(?! (?:server|user|owner|domain))",
        "status": r"\bstatus (?:page|screen|says|shows|reads)\b",
    }
)
# What is reported there is got ready for the step itself.
_FOR_LATER = {
    "agent install": lazy(r"\bproxy\b"),
    "vault identification": lazy(
        r"^(?!.*\b(?:picked|chosen|selected|opened|open|browsed)\b).*\b(?:downloaded|got|have|fetched|received"
        r"|saved|here|ready|on (?:the|my)|in (?:the|my))\b"
    ),
}
# Somebody is at a page or a button, rather than through with what it is named for.
_STANDS_AT = lazy(
    r"\b(?:looking at|see|sees|shows?|showing|in front of|at|on|am|there'?s|is|opens?|opened)\b[^.?!]{0,40}"
    r"\b(?:page|screen|dialog|window|button)\b"
)
_ARRIVES = lazy(
    r"\b(?:got|get|came|come|went|arrived|moved|now|am|i'm|just)\s+(?:on\s+)?(?:to|at|on|in)\s+(?:the\s+)?$"
)
_AFTER = lazy(r"\b(?:after|behind|follow(?:s|ing)?|once|past)\b")
_NEAR = 24
_NEVER = lazy(r"(?!)")


@dataclass(frozen=True, slots=True)
class Place:
    """A step that is named, the one that is to be done, and whether that is because the one named is done.

    `after`: what comes after the step named is spoken of.
    """

    name: str
    key: str
    done: bool
    after: bool = False


def last_named(said: str) -> str:
    """The key of the step that `said` names last; empty for none."""
    last = _last(said)
    return last[0] if last else ""


def without_names(said: str) -> str:
    """`said` without the words by which it names steps."""
    rules = _NAMES().possible(said)
    return blanked(said, [match.span() for _, pattern in rules for match in pattern.finditer(said)])


def to_do(told: str) -> Place | None:
    """The place in the sequence after what is `told`; None where it names no step."""
    last = _last(told)
    if last is None:
        return None
    key, start = last
    clause = max((match.end() for match in CLAUSE.finditer(told) if match.end() <= start), default=0)
    rest = told[clause:]
    if _FOR_LATER.get(key, _NEVER)().search(rest):
        return Place(key, key, done=True)
    after = bool(_AFTER().search(told, max(0, start - _NEAR), start + _NEAR // 3))
    if _ARRIVES().search(told[max(0, start - _NEAR) : start]):
        return Place(key, key, done=False, after=after)
    taken = bool(_DONE().search(rest)) and not _NOT_DONE().search(rest)
    done = taken or (key not in _WAITS and not _STANDS_AT().search(rest))
    return Place(key, next_to(key) if done else key, done, after)


def _last(said: str) -> tuple[str, int] | None:
    """The step that is named last, by the longest of its names, and where the name begins."""
    found = [
        (match.end(), -match.start(), key)
        for key, pattern in _NAMES().possible(said)
        for match in pattern.finditer(said)
    ]
    if not found:
        return None
    _, start, key = max(found)
    return key, -start
