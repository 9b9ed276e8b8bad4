"""Whose connection a clause tells, and which: read from what stands before its verb."""

from __future__ import annotations

import re
from enum import Enum, auto

from assistant.decisions.expressions.patterns import compiled, lazy
from assistant.decisions.reading.calendar_names import DAY_NAMES
from assistant.decisions.sentences import capital
from assistant.decisions.states.connectivity_rules import Connectivity
from assistant.understanding.connection.connections import read_connectivity
from assistant.understanding.word_rules import word_set

OTHERS = word_set("other another second neighbour neighbor customer client partner colleague tenant others")
"""Words of owners by which another is meant than one's own."""

NAMES_OTHER = lazy(rf"(?<![^\W_])(?:{'|'.join(sorted(OTHERS))})(?![^\W_])")

OWN = "ours"
"""The word that stands for an owner who is only told as one's own."""

_FEW = 3
_SHORT = 2
_MOST_NAME_WORDS = 8
# What begins the words on a state; the owner stands before it.
_VERB = lazy(
    r"\b(?:is|are|was|were|has|have|had|having|been|being|lasted|took|(?:is|was|are|has|have|had|does|do|did|could|ca)n['’]?t"
    r"|can(?:not)?|could|does|do|did|will|lost|loses?|losing|went|goes|gets?|got|stays?|stayed|remains?|kept"
    r"|keeps?|reach\w*|sees|saw|talks|dropped|fell|came|comes|offline|online|connected|disconnected"
    r"|reconnected|unreachable|isolated|cut|down|up|out|no|not|never|without|with|back|still|only|since|for"
    r"|fine|ok|okay|works?|working|died|broke|failed|fails|stopped|left|gone|dark|dead|alive|unplugged|restored"
    r"|repaired|fixed|mended|ran|runs?"
    r"|returned|reports?|shows?|says|returns|becomes?|became|lies|\d+)\b|[=:]"
)
_WORD = re.compile(r"[^\W_]+(?:['’]s?\b)?")
_TICKET = re.compile(r"(?:inc|chg|req|ref|case|tkt|sr|prb|task|ritm|ticket)\d{3,}")
_POSSESSIVE = re.compile(r"['’]s?$")
# Words of an owner that don't tell which one it is.
_NAMELESS = word_set(
    "considering assuming supposing provided whether short quick kindly fwd fw ticket dear colleagues folks "
    "guys support that's "
    "the a an mine this that these those its his her their there here s of in at on to from for by with near "
    "over out as if when because since after before until once both two three all each every some any "
    "azure microsoft stack mabs dpm server servers backup box machine machines vm vms host node system "
    "systems appliance site instance location place region plant branch link links line lines connection "
    "connectivity internet network net uplink wan fiber fibre vpn tunnel route router proxy isp provider "
    "cable circuit access contact cloud power firewall get dpmcloudconnection cmdlet output itself also "
    "now currently meanwhile today yesterday however where whose one ones say says suppose assume given "
    "hi hello our my we i us me it they them you everything everyone nobody somebody something nothing "
    "subscription sub account portal state outage then "
    "days day weeks week months month hours hour which who already just really completely again "
    "always finally been long time last status fact facts problem situation background update note "
    "urgent prio priority asap important external "
    "ps btw fyi question setup environment and but or so yes no well order case maintenance switch "
    "gateway data traffic backups restore restores job jobs admin team"
) | frozenset(DAY_NAMES)
_ITSELF = lazy(r"\b(?:mabs|backup server|we|our (?:server|box|system|stack|site))\b")
_SERVER = lazy(r"\b(?:mabs|backup server|dpm)\b")
# "customer reports: ...", "they tell me that ...": who says it owns nothing.
_SAYS = compiled(
    r"^\W*(?:[\w'’]+\s+){0,3}?(?:reports?|says?|said|writes?|tells?(?: me| us)?|claims?|asks?|called"
    r"|mentions?"
    r"|(?:on|by) (?:the )?phone)\b\W*(?:that\s+)?(?!(?:true|false)\b)",
)
_FORWARDED = compiled(r"^\W*(?:fwd?|forwarded|ticket|mail|question|quick one|short question)\b[^:]{0,30}:\s*")
_SUBJECT = compiled(r"\W*(?:so\s+)?(?:the|our|my|mabs|we|it|this|there|get-dpm\w+)\b")
_PRONOUN = compiled(r"\W*(?:it|they|that|this|he|she|there|which)\b")
# "it needs no internet": no connection is told.
_NEEDS = lazy(r"\b(?:needs?|needed|requires?|required)\b")
# "the second outage" is one in time, and nobody's name.
_PERIOD = lazy(r"\b(?:outages?|downtimes?|interruptions?|disruptions?|time|period)\b")
_PLACE = lazy(
    r"\b(?:servers?|mabs|box|machine|vm|host|sites?|branch|office|plant|region|location|stack|one|other|team|tenant"
    r"|customer|neighbou?r|lab|cent(?:er|re)|warehouse|factory|store|campus|department|company|headquarters|hq"
    r"|ours|mine|first|second|third|former|latter|dr|primary|secondary)\b"
)
_PROPER = re.compile(r"\b(?:[A-Z][\w-]+|\w+[-_]\w+|[a-zA-Z]+\d+|[A-Z])\b")
_OWNED = lazy(r"\b(?:ours|mine|(?:our|my) (?:own )?(?:mabs|backup server|server|box|machine|site|stack))\b")
# What Azure Backup Server protects, or what stands beside it.
_PROTECTED = lazy(
    r"\b(?:protected|laptops?|desktops?|workstations?|notebooks?|clients?['’]? (?:pcs?|machines?|computers?)"
    r"|(?:file|web|print|application|app|db|database|mail|terminal) ?servers?|sql|sharepoint|exchange|oracle"
    r"|domain controllers?|(?<!to the )(?<!to our )(?<!in the )(?<!in our )(?<!of the )dc|production vms?"
    r"|workloads?|data sources?)\b"
)
SUBSCRIPTION = lazy(r"\b(?:active|expired|deprovisioned|sub|subscription)\b")
_BEING = (
    r"\W*(?:(?:is|are|was|has been|have been|went|still|currently|all|perfectly|completely|totally|itself|now"
    r"|been)\s+){0,4}"
)
# What tells a connection only of a thing that is named: "Oslo is fine", "the branch has been dark".
_WELL = lazy(
    rf"{_BEING}(?:reachable|up(?: and running)?|fine|ok(?:ay)?|healthy|alive|good|works?|working|normal"
    r"|unaffected|all right|not affected|running|(?:has )?no (?:problems?|issues?|outage))"
    r"(?:\s+(?:all along|all the time|throughout|so far|though|as always|meanwhile))?\W*$"
)
_ILL = lazy(
    rf"{_BEING}(?:dark|silent|dead|down|out|gone|no[tr]? (?:longer )?(?:reachable|available))\b"
    r"(?:\s+(?:for|since)\b[^,]{1,30}|\s+\d+ (?:days?|weeks?|months?)(?: ago| now)?)?\W*$"
)
# What says the contrary, or the same, of what was told before: "Bergen isn't", "but MABS can".
_CONTRARY = lazy(
    r"\W*(?:can(?:['’]?t|not)?|(?:is|was|has|does|did|are|have)(?:n['’]?t| not)|does|do)\W*"
    r"(?:at all|though|either)?\W*$"
)
_ONE = lazy(
    r"\W*(?:and\s+)?(?:(?:the )?(?:one|another)(?P<of> of (?:our|the|them|these|my)\b[^,]{0,40})?)\s*"
)
_LINK = compiled(r"(?:['’]s)?(?:\s+(?:link|line|connection|uplink|internet|network))?\W*$")
_LEADING = compiled(r"^\W*(?:(?:the|a|an|our|so|if|when|and|but|hi|hello|in|at)\s+){0,4}")
_NUMBERED = word_set("other second first third")
_SELF = word_set("we ours mine i us")


class Owner(Enum):
    """Whose a connection is: the server's itself, that of one with a name, or of one that is protected."""

    SERVER = auto()
    NAMED = auto()
    PROTECTED = auto()


def lead_of(clause: str) -> str:
    """What stands in a clause before the words on a state, and behind who says so."""
    clause = _SAYS.sub("", _FORWARDED.sub("", clause))
    verb = _VERB().search(clause)
    lead = clause[: verb.start()] if verb else ""
    if verb and verb[0] == ":":
        behind = lead_of(clause[verb.end() :]) if _SUBJECT.match(clause[verb.end() :]) else ""
        return behind or lead  # "fwd from a customer: the server is offline" tells of the server
    return lead


def is_one_more(lead: str) -> bool:
    """Whether a lead tells of another thing each time ("one is online, one is offline")."""
    return bool(_ONE().fullmatch(lead))


def owner_of(lead: str) -> Owner | None:
    """Whose a clause's connection is by its lead; None where it goes on with the one before."""
    if _PRONOUN.match(lead) or _PERIOD().search(lead) or SUBSCRIPTION().search(lead):
        return None
    if is_protected(lead) and not _SERVER().search(lead):
        return Owner.PROTECTED
    if is_one_more(lead) or (words_of(lead) and (_is_named(lead) or len(lead.split()) <= _SHORT)):
        return Owner.NAMED
    return Owner.SERVER if _ITSELF().search(lead) else None


def is_protected(text: str) -> bool:
    """Whether `text` names what Azure Backup Server protects, or what stands beside it."""
    return bool(_PROTECTED().search(text))


def _is_named(lead: str) -> bool:
    """Whether a lead speaks of a place or a machine, or has a name that is written as one."""
    proper = (word[0].lower() for word in _PROPER.finditer(lead))
    named = any(word not in _NAMELESS and not _TICKET.fullmatch(word) for word in proper)
    return named or bool(_PLACE().search(lead))


def words_of(lead: str) -> frozenset[str]:
    """The words of an owner that tell which one it is."""
    told = {word for word in all_words(lead) - _NAMELESS if not _TICKET.fullmatch(word)}
    return frozenset(told) or (frozenset({OWN}) if _OWNED().search(lead) else frozenset())


def all_words(text: str) -> frozenset[str]:
    """The words of a text in lower case; a lone capital is a name ("plant B"), and stays one."""
    bare = _WORD.findall(text)
    if "'" in text or "’" in text:
        bare = [_POSSESSIVE.sub("", word) for word in bare]
    return frozenset([word if len(word) == 1 else word.lower() for word in bare])


def name_of(clause: str, lead: str) -> str:
    """What an owner is called in an answer."""
    one = _ONE().fullmatch(lead)
    words = _LINK.sub("", _LEADING.sub("", clause if one and not one["of"] else lead))
    shown = " ".join(words.split()[-_MOST_NAME_WORDS:]) or "Azure Backup Server"
    if shown.lower() in _SELF:
        return "Your own server"
    shown = f"the {shown}" if shown.lower().split()[0] in _NUMBERED else shown
    return capital(shown)


def is_name(clause: str) -> bool:
    """Whether a clause is nothing but a name: "Oslo" in "Oslo and Bergen are online"."""
    few = len(clause.split()) <= _FEW
    return few and bool(words_of(clause)) and not _VERB().search(clause) and not SUBSCRIPTION().search(clause)


def state_of(clause: str, before: Connectivity | None) -> Connectivity | None:
    """The connection that a clause tells, if any; `before`: the one told in the clause before it."""
    if _NEEDS().search(clause):
        return None
    if state := read_connectivity(clause)[0]:
        return state
    lead = lead_of(clause)
    owner = owner_of(lead) if lead else None
    if owner is None or (owner is Owner.NAMED and not _is_named(lead)):
        return None
    rest = clause[clause.index(lead) + len(lead) :]
    if before and _CONTRARY().match(rest):
        return Connectivity.CONNECTED if before is Connectivity.LOST else Connectivity.LOST
    if _WELL().match(rest):
        return Connectivity.CONNECTED
    return Connectivity.LOST if _ILL().match(rest) else None
