"""Servers that a talk tells apart by name, with connection and subscription: "Oslo expired, Bergen active".

A name is what stands right before a state ("01 is expired", "milan: connected") or behind "in" after it
("expired in Graz"). A state without a name goes on with the server before, or holds for all ("both online").
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from assistant.decisions.expressions.patterns import lazy
from assistant.decisions.reading.calendar_names import DAY_NAMES, MONTH_NAMES
from assistant.understanding.word_rules import word_set

_LINK = r"(?:links?|lines?|internet|network|connection|connectivity|contact|uplink|access)"
_TIME = r"\d{1,3}\s?(?:d|days?|weeks?|wks?|months?)"
_STATES: Mapping[str, str] = {
    "subscription": r"active|expired|lapsed|deprovisioned|unpaid|renewed|reactivated|paid again",
    "connected": rf"online|connected|reachable|fine|ok(?:ay)?|healthy|up|ha(?:s|ve)(?: an?)? {_LINK}",
    "offline": rf"offline|disconnected|unreachable|isolated|cut[- ]off|dark|down|dead|(?:has |have )?"
    rf"(?:no|lost(?: its| the)?|without(?: any)?) {_LINK}",
}
_STATE = lazy("|".join(rf"(?P<{kind}>\b(?:{words})\b)" for kind, words in _STATES.items()))
_SPLIT = lazy(
    r"[;,.?!](?=\s|$)|\n+|\s(?:and|but|while|whereas|though)\s|\s[-\u2013&/+|]\s"
    r"|(?=(?<=\s)[\w.-]{1,24}:\s)(?<![:,]\s)"
)
_TIMED = re.compile(rf"\b(?:(?:since|for|over|last)\s+)?(?:about\s+)?{_TIME}(?: ago| now)?\b", re.IGNORECASE)
WORD = re.compile(r"[A-Za-z0-9]+(?:[-_.][A-Za-z0-9]+)*(?:['’]s?\b)?")
_IN = re.compile(r"\W*(?:is |are )?(?:in|at|for|on)\s+(?:the\s+)?(?P<name>[\w-]{1,24})", re.IGNORECASE)
_AGAIN = re.compile(r"re|paid", re.IGNORECASE)
_ALL = lazy(r"\b(?:both|all|each|every|same|shared?|common|everything|everywhere)\b")
_LEAD = re.compile(r"^.*[:(]\s*(?=\S)", re.DOTALL)
_SAYS_NOTHING = word_set(
    "the a an our my your its is are was were has have had been still now currently again also only in "
    "at of on for with to mabs dpm azure backup server servers srv box boxes vm vms machine machines "
    "host hosts site sites location branch plant customer client tenant stack node system subscription "
    "sub subs state status link line connection connectivity internet network it it's that which this "
    "there we they i you both all each every completely fully totally just already since so sitting "
    "runs running went goes got gone then where whose here today yesterday"
)
_PLURALS = word_set(
    "servers boxes vms machines hosts sites locations branches plants customers clients nodes"
)
_PARTS = re.compile(r"[-_.]|(?<=[a-z])(?=\d)", re.IGNORECASE)
NUMBERS = {
    "one": "1",
    "two": "2",
    "three": "3",
    "first": "1",
    "second": "2",
    "third": "3",
    "1st": "1",
    "2nd": "2",
}
_BEING = word_set("is was has are were still now currently")
_NO_NAMES = word_set(
    "if when once after before until unless how what why can does do will would may should must or not "
    "no never n't without than because as from into becomes become became turns turn change changes "
    "back restore restores backups data vault points point guide table row rows error id code event sql "
    "exchange sharepoint windows domain dc laptop file proxy firewall vpn router dns ad controller else "
    "ever even any some none nothing nobody everybody one's reach reaches reached see sees saw talk "
    "talks look looks seem seems says said tells told report reports show shows work works stay stays "
    "yesterday today tomorrow week month year night morning noon"
) | frozenset({*DAY_NAMES, *MONTH_NAMES} - {"may"})
_MOST_NAME = 3
_MOST_CHARS = 500


@dataclass(slots=True)
class Server:
    """A server of a talk: the words that name it, and what is told of it by kind of state."""

    name: str
    keys: frozenset[str]
    told: dict[str, str] = field(default_factory=dict)

    @property
    def words(self) -> frozenset[str]:
        """The words of its name."""
        return frozenset(self.name.lower().split())

    @property
    def content(self) -> str:
        """Its subscription and connection as one phrase."""
        return ", ".join(self.told[kind] for kind in ("subscription", "link") if kind in self.told)


def fleet_of(messages: Iterable[str]) -> list[Server]:
    """The servers that `messages` tell apart, with what was told last of each; none where it is but one."""
    servers: list[Server] = []
    apart = False
    for message in messages:
        if len(message) <= _MOST_CHARS:
            _read(message, servers)
        apart = apart or _tell_apart(servers)
    times = Counter(key for server in servers for key in server.keys)
    for server in servers:
        server.keys = frozenset(key for key in server.keys if times[key] == 1)
    return servers if apart and all(server.keys for server in servers) else []


def _tell_apart(servers: list[Server]) -> bool:
    """Whether the servers differ in a state, and bare numbers count them in their order."""
    numbers = [server.name for server in servers if server.name.isdigit()]
    counted = not numbers or (
        len(numbers) == len(servers) and [int(n) for n in numbers] == list(_row(numbers))
    )
    return counted and len({server.content for server in servers}) > 1


def _row(numbers: list[str]) -> range:
    return range(int(numbers[0]), int(numbers[0]) + len(numbers))


def _read(message: str, servers: list[Server]) -> None:
    """Puts what a message tells to the servers that it names, or that were named before."""
    last: Server | None = None
    for part in _parts(message):
        if part.rstrip().endswith("?"):
            continue
        states = list(_STATE().finditer(part))
        if not states:
            continue
        told = dict(_told(part, state) for state in states)
        if _ALL().search(part[: states[0].start()]) or _ALL().search(part[states[-1].end() :]):
            for server in servers:
                server.told |= told
            continue
        name = _name(part[: states[0].start()]) or _name_behind(part[states[-1].end() :])
        if name is None:
            return
        if name:
            last = _server(name, servers)
        if last is not None:
            last.told |= told


def _parts(message: str) -> list[str]:
    ends = [match.span() for match in _SPLIT().finditer(message)]
    starts = [0, *(end for _, end in ends)]
    stops = [*(start + (message[start : start + 1] == "?") for start, _ in ends), len(message)]
    return [message[start:stop] for start, stop in zip(starts, stops, strict=True)]


def _told(part: str, state: re.Match[str]) -> tuple[str, str]:
    """The kind and the words of a state; of an outage with how long it has lasted."""
    if state.lastgroup == "subscription":
        return "subscription", f"subscription {'active' if _AGAIN.match(state[0]) else state[0].lower()}"
    if state.lastgroup == "connected":
        return "link", "server connected"
    time = _TIMED.search(part)
    return "link", f"server offline {time[0]}" if time else "server offline"


def _name(before: str) -> str | None:
    """The name that stands before a state; empty where none does, None where it can't be told."""
    before = _LEAD.sub("", _TIMED.sub(" ", before.rstrip(" :=(\u2013-,")))
    words = [word.rstrip(".") for word in WORD.findall(before)]
    if {word.lower() for word in words} & _NO_NAMES or any(word.lower() in _PLURALS for word in words):
        return None
    letter = [word for word in words if word not in _BEING][-1:] == ["A"]  # not "A server is"
    kept = [re.sub(r"['’]s?$", "", word) for word in words if word.lower() not in _SAYS_NOTHING]
    kept += ["A"] if letter else []
    if len(kept) > 1:  # "one in Milan", "the other one"
        kept = [word for word in kept if word.lower() not in ("one", "other", "another")] or kept[:1]
    return " ".join(kept) if len(kept) <= _MOST_NAME else None


def _name_behind(after: str) -> str:
    match = _IN.match(after)
    known = match and match["name"].lower() not in _SAYS_NOTHING | _NO_NAMES
    return match["name"] if match and known and not match["name"].isdigit() else ""


def _server(name: str, servers: list[Server]) -> Server:
    """The server of a name: one that is known by it, or a new one."""
    keys = keys_of(name)
    known = next((server for server in servers if server.name.lower() == name.lower()), None)
    if known is None:
        known = Server(name, keys)
        servers.append(known)
    return known


def keys_of(name: str) -> frozenset[str]:
    """The words by which a thing of that name may be called: whole, or its parts ("MABS-01": "01", "1")."""
    keys: set[str] = set()
    for word in name.lower().split():
        keys |= {word, *filter(None, _PARTS.split(word))}
    keys |= {NUMBERS[key] for key in keys if key in NUMBERS}
    keys |= {str(int(key)) for key in keys if key.isdigit()}
    return frozenset(key for key in keys if key == "a" or key not in _SAYS_NOTHING)
