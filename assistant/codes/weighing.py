"""Whether a number without a cue is told as a code: what speaks for it and against it is weighed.

Three things make one: the text tells of trouble, the number is one that somebody uses as a code, and it
stands where a code stands. None of them is enough, and none has to be whole: so each sign has a weight, and
their sum decides. `evals/calibrate_codes.py` fits the weights to the labelled texts and tells what they
would read in texts that they weren't fitted to.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from assistant.codes import bare, context, slots, things
from assistant.codes.numbers import used_by
from assistant.codes.shapes import tells_trouble
from assistant.decisions.patterns import lazy

Place = tuple[int, int]
"""Where a number begins and ends."""

IsKnown = Callable[[str], bool]
"""Whether a number as written has an entry."""

NUMBER = "a number"
"""The sign of every number."""

WEIGHTS: Mapping[str, float] = {
    "< arrow": 1.5,
    "< bracket": -0.0,
    "< capitals": -1.9,
    "< cell": -0.1,
    "< clock": 0.2,
    "< colon": 1.0,
    "< comma": -0.0,
    "< counts": -2.1,
    "< dash": 0.2,
    "< has": -2.2,
    "< host": 2.7,
    "< is": 0.3,
    "< joined": 0.2,
    "< label": -0.9,
    "< message": 0.7,
    "< name": -1.5,
    "< noun": -1.5,
    "< of": -2.5,
    "< source": 2.4,
    "< start": 1.7,
    "< tells": 0.5,
    "< the": -1.0,
    "< time": 1.3,
    "< times": 0.7,
    "> bracket": 2.5,
    "> colon": 1.8,
    "> comma": 0.4,
    "> end": 0.0,
    "> joined": 0.1,
    "> message": -2.4,
    "> plural": -2.4,
    "> verb": 0.2,
    "> when": 0.0,
    "> word": -1.0,
    NUMBER: -2.7,
    "alike": 3.4,
    "code": 1.2,
    "code beside": 1.0,
    "column": 1.6,
    "digits 2": -2.0,
    "digits 3": -0.6,
    "digits 4": 0.1,
    "digits 5": 2.3,
    "digits 6": -0.3,
    "enclosed": 0.8,
    "entry": 0.7,
    "entry, long": 1.9,
    "fits": 0.9,
    "fits text": 1.1,
    "fits well": 2.7,
    "fits, long": -0.6,
    "head": 0.6,
    "in a long row": 1.3,
    "in a row": 1.3,
    "joined": 1.8,
    "joined, short": 3.0,
    "log": -1.4,
    "message": 0.7,
    "no use": -2.6,
    "of use": 3.4,
    "of use, short": 1.4,
    "port": -2.4,
    "ports": -2.2,
    "product": 1.5,
    "round": -1.3,
    "told": 1.7,
    "trouble": 1.0,
    "trouble beside": 1.3,
    "twice": 0.1,
    "version": -1.9,
    "year": -2.7,
}
_SHORT = 3
_ROUND = frozenset({64, 128, 192, 256, 360, 365, 512, 1024, 1200, 2048, 4096, 8192})
_PORTS = frozenset({
    20, 21, 22, 23, 25, 53, 80, 88, 110, 123, 135, 137, 138, 139, 161, 162, 389, 443, 445, 464, 587, 636, 902,
    1433, 1434, 3128, 3268, 3269, 3389, 5000, 5718, 5719, 5985, 5986, 6075, 8080, 8443, 10101, 49152,
})  # fmt: skip
_VERSIONS = frozenset({1507, 1511, 1607, 1703, 1709, 1803, 1809, 1903, 1909, 14393, 17763, 19041, 20348})
"""Releases of Windows that error codes share their numbers with."""

_SENTENCE = lazy(r"[.!?](?=\s)|\n", flags=0)
_LINK = lazy(r"[\"')]?[ \t]+(?P<word>on|at|for|in|from|with|w/|by|of)\b", flags=0)
_NEAR = 40
_CLAUSE = lazy(r"[,;:.!?)](?=\s|\Z)|\n", flags=0)
_JOINED = lazy(
    r"[\"')\]]{0,2}[ \t]*(?:[,;/&+|\n]|->|→|\b(?:and|or|vs|then|plus|und)\b)?[ \t>*•-]*"
    r"(?:(?:and|or|then|also|later|after|it|that|afterwards?|a|the|finally|before|now"
    r"|sometimes)[ \t]+){0,3}"
    r"[\"'(\[#]{0,2}",
    re.IGNORECASE,
)
"""What stands between two numbers of a list."""

_OF_USE = {
    "windows": lazy(
        r"\b(?:win(?:sock|http|32|rm|inet)|wsa\w*|rpc|wmi|repadmin|netsh|net (?:use|start|view)"
        r"|sc (?:start|query|\\\\)"
        r"|psexec|sockets?|connect\w*|bind|msi\w*|tcp|dns|kerberos|log-?ons?|login|sql\w*|services?|svc|windows"
        r"|dcom"
        r"|hosts?|unc|push|pw|install\w*|resources?|trust|domains?|relationship|reject\w*|abort\w*|refus\w*"
        r"|denied|passwords?|acc(?:oun)?ts?|timed|admins?|access|gpo|dcs?|dpmdb|tlog|dmz|timeout|semaphore"
        r"|depend\w+)\b"
    ),
    "web": lazy(
        r"\b(?:https?|proxy|proxies|squid|api|rest|url|portal|gateway|curl|web ?\w*|put|get|post|blob|"
        r"endpoint|smtp|mail ?\w*|rcpt|relay|browser|iis|request\w*|response\w*|upload\w*|throttl\w+|azure"
        r"|token|cli)\b"
    ),
    "events": lazy(
        r"\b(?:event ?\w*|logs?|logged|viewer|eventvwr|system|application|security|source|wevtutil|scm"
        r"|cluster\w*|csv"
        r"|failover\w*|disks?|iscsi|mpio|vss\w*|volsnap|ntfs|netbt|netlogon|dcom|esent|writers?|kernel\S*"
        r"|storahci"
        r"|quorum|nodes?|sql\w*|harddisk\d*|get-(?:win|event)\w+|ivss\w+)\b"
    ),
}
"""What a text has to speak of for the numbers of a use to be likely in it."""

_MATTERS = lazy(
    r"\b(?:agents?|replicas?|backups?|restores?|recover\w*|dpm\w*|mabs\w*|mars|protect\w+|consisten\w+|vss|writers?"
    r"|snapshots?|consoles?|vaults?|jobs?|alerts?|push\w*|registr\w+|setup|install\w*|passphrase|creds?|credentials?"
    r"|services?|databases?|dbs?|sql|volumes?|tapes?|library|pools?|csv|clusters?|rpc?s?|dcom|wmi|proxy|logon|timeout"
    r"|connect\w*|checkpoints?|sharepoint|farm|exchange|hyper-?v|pgs?|drives?|staging|sync\w*|upload\w*)\b"
)
"""What errors of the product and of what it works with are about."""


def evidence(
    text: str, place: Place, sure: Sequence[Place], others: Sequence[Place], fits: bare.Fits, known: IsKnown
) -> Iterator[str]:
    """What speaks for or against the number at `place` being a code, each by its name in `WEIGHTS`.

    `sure`: where codes stand; `others`: where further numbers do that may be some.
    """
    start, end = place
    number = text[start:end]
    yield f"digits {len(number)}"
    joined = any(_are_joined(text, place, other) for other in sure)
    yield from _of_number(text, number, joined=joined)
    if known(number):
        yield "entry" if len(number) < bare.SPECIFIC else "entry, long"
    yield from _of_slot(text, start, end)
    first, last = _sentence(text, start, end)
    around = f"{text[first:start]} {text[end:last]}"
    if tells_trouble(around):
        yield "trouble beside"
    elif tells_trouble(text):
        yield "trouble"
    shared, in_text = fits(around, number), fits(text, number)
    if shared:
        enough = bare.SOME if tells_trouble(text) else bare.MUCH
        yield "fits" if shared < enough else "fits well"
    elif in_text:
        yield "fits text"
    if len(number) >= bare.SPECIFIC and (shared or in_text):
        yield "fits, long"
    behind = _behind(text, end)
    if len(behind.split()) > 1 and (tells_trouble(behind) or _MATTERS().search(behind)):
        yield "message"
        if slots.before(text, start)[0] == "start":
            yield "head"
    if bare.in_log(text, start, end) and slots.before(text, start)[0] != "clock":
        yield "log"
    if things.is_among_ports(text, start, end):
        yield "ports"
    if any(text[slice(*other)] == number for other in (*others, *sure) if other != place):
        yield "twice"
    if context.is_year(int(number)) and (int(number) < bare.FAR_YEARS or not in_text):
        yield "year"
    yield from _of_codes(text, place, sure, (first, last), joined=joined)
    row = sum(_are_joined(text, place, other) or _are_alike(text, place, other) for other in others)
    if row:
        yield "in a row" if row == 1 else "in a long row"


def _of_number(text: str, number: str, *, joined: bool) -> Iterator[str]:
    value = int(number)
    uses = used_by(value)
    if "product" in uses:
        yield "product"
    elif not uses and len(number) >= bare.SHORTEST:
        yield "no use"
    spoken = any(use in uses and pattern().search(text) for use, pattern in _OF_USE.items())
    if spoken:
        yield "of use" if len(number) >= bare.SHORTEST else "of use, short"
    elif value in _PORTS and not joined:
        yield "port"
    if len(number) < bare.LONG and (value % 100 == 0 or value in _ROUND):
        yield "round"
    if value in _VERSIONS:
        yield "version"


def _of_slot(text: str, start: int, end: int) -> Iterator[str]:
    before, opened = slots.before(text, start)
    after, closed = slots.after(text, end)
    yield f"< {before}"
    yield f"> {after}"
    if opened and closed:
        yield "enclosed"
    if slots.in_columns(text, start, end):
        yield "column"
    if bare.is_told_before(text, start):
        yield "told"


def _of_codes(
    text: str, place: Place, sure: Sequence[Place], sentence: Place, *, joined: bool
) -> Iterator[str]:
    if joined:
        yield "joined" if place[1] - place[0] >= bare.SHORTEST else "joined, short"
    elif any(_are_alike(text, place, other) for other in sure):
        yield "alike"
    elif any(sentence[0] <= first < sentence[1] for first, _ in sure):
        yield "code beside"
    elif sure:
        yield "code"


def _behind(text: str, end: int) -> str:
    """What follows a number up to the next sign that ends a clause."""
    stop = _CLAUSE().search(text, end)
    return text[end : stop.start() if stop else len(text)]


def _sentence(text: str, start: int, end: int) -> Place:
    """From where to where the sentence or line goes that a number stands in."""
    breaks = list(_SENTENCE().finditer(text))
    first = max((match.end() for match in breaks if match.end() <= start), default=0)
    last = min((match.start() for match in breaks if match.start() >= end), default=len(text))
    return first, last


def _are_joined(text: str, one: Place, other: Place) -> bool:
    """Whether nothing but a comma or an "and" stands between two numbers."""
    first, second = sorted((one, other))
    return one != other and bool(_JOINED().fullmatch(text, first[1], second[0]))


def _are_alike(text: str, one: Place, other: Place) -> bool:
    """Whether two numbers are told in one form, or with the same little word behind them in one sentence."""
    if bare.are_alike(text, one, other):
        return True
    link, same = (_LINK().match(text, place[1]) for place in (one, other))
    if one == other or link is None or same is None or link["word"] != same["word"]:
        return False
    first, second = sorted((one, other))
    return second[0] - first[1] < _NEAR and not _SENTENCE().search(text, first[1], second[0])


def score(signs: Iterable[str], weights: Mapping[str, float] = WEIGHTS) -> float:
    """What the signs weigh together; a number is a code if it is more than nothing."""
    return weights[NUMBER] + sum(weights.get(sign, 0.0) for sign in signs)


def _is_sure(text: str, place: Place, known: IsKnown) -> bool:
    """Whether a number with an entry is said to answer, or to stand in an alert."""
    said = bare.is_answer(text, *place) or bare.is_of_alert(text, place[1])
    return said and known(text[slice(*place)])


def told(
    text: str, places: Sequence[Place], sure: Sequence[Place], fits: bare.Fits, known: IsKnown
) -> list[int]:
    """The positions in `places`, spans of known bare numbers, that are told as codes.

    A code makes its neighbours likelier: so they are weighed again until none comes to it.
    """
    taken: list[int] = []
    while True:
        codes = [*sure, *(places[at] for at in taken)]
        left = [at for at in range(len(places)) if at not in taken]
        more = []
        for at in left:
            others = [places[one] for one in left if one != at]
            if _is_sure(text, places[at], known) or (
                score(evidence(text, places[at], codes, others, fits, known)) > 0
            ):
                more.append(at)
        if not more:
            return taken
        taken += more
