"""What speaks for or against a bare number being a code: each sign by its name.

Three things make one: the text tells of trouble, the number is one that somebody uses as a code, and it
stands where a code stands. None of them is enough, and none has to be whole.
`assistant.codes.finding.weighing` says what each sign weighs.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.codes.entry_fit import Fits
from assistant.codes.finding import (
    amounts,
    bare_numbers,
    non_code_context,
    number_nouns,
    number_owners,
    number_slots,
)
from assistant.codes.finding.code_shapes import tells_trouble
from assistant.codes.finding.known_numbers import Holder, holder_of, used_by
from assistant.codes.finding.log_lines import between
from assistant.codes.finding.number_rows import (
    SENTENCE,
    IsKnown,
    Place,
    are_alike,
    are_joined,
    of_column,
    of_kin,
    of_row,
)
from assistant.decisions.expressions.patterns import lazy

YEARS = lazy(r"(?<![\w.])(?:199|20[0-3])\d(?!\w)", flags=0)
_GRADES = (1.5, 3.0, 5.0, 8.0)
"""How well an entry fits, from a common word to several rare ones."""
_ROUND = frozenset({64, 128, 192, 256, 360, 365, 512, 1024, 1200, 2048, 4096, 8192, 9999})
_PORTS = frozenset({
    20, 21, 22, 23, 25, 53, 80, 88, 110, 123, 135, 137, 138, 139, 161, 162, 389, 443, 445, 464, 587, 636, 902,
    1433, 1434, 3128, 3268, 3269, 3389, 5000, 5718, 5719, 5985, 5986, 6075, 8080, 8443, 10101, 49152,
})  # fmt: skip
_VERSIONS = frozenset({1507, 1511, 1607, 1703, 1709, 1803, 1809, 1903, 1909, 14393, 17763, 19041, 20348})
"""Releases of Windows that error codes share their numbers with."""

_ARROW = re.compile(r"[ \t]*(?:->|=>|→)")
_CLAUSE = lazy(r"[,;:.!?)](?=\s|\Z)|\n", flags=0)
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

_OF_CODES = lazy(
    r"\b(?:error|err|alert|event|exit|result|status|return)s?[ -]?(?:codes|ids|numbers|nos)\b|\bcodes\b"
    r"|\b(?:these|those|the|all|different|three|two) errors\b"
)
_OF_THINGS = lazy(
    r"\b(?:tickets?|rooms?|ports?|invoices?|assets?|builds?|versions?|sites?|branch|street|office"
    r"|mailbox(?:es)?|users|seats|pids?|orders?|deliver\w+|licen[cs]es?|tapes?|prices?|zip|phone|ext|badges?"
    r"|pages?|desks?|costs?|rates?|levels?|thresholds?|counts?|total|inventory|sensors?)\b"
)
"""What has numbers of its own, and what is counted."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A text whose bare numbers are weighed, what is known of numbers in it, and where plain ones stand."""

    text: str
    fits: Fits
    known: IsKnown
    numbers: Sequence[Place]

    def holder(self, number: str) -> Holder:
        """Who has a number as a code."""
        return holder_of(int(number), known=self.known(number))


def evidence(scene: Scene, place: Place, sure: Sequence[Place]) -> Iterator[str]:
    """What speaks for or against the number at `place` being a code, each by its name.

    `sure`: where codes stand.
    """
    text, (start, end) = scene.text, place
    number = text[start:end]
    yield f"digits {len(number)}"
    answered = int(number) in _PORTS and _ARROW.match(text, end) is not None  # "5718 -> 10060"
    joined = not answered and any(are_joined(text, place, other) for other in sure)
    yield from _of_number(text, number, joined=joined)
    if scene.known(number):
        yield f"entry {len(number)}"
    if non_code_context.is_of_component(text, start, end) and non_code_context.is_named_otherwise(
        text, start
    ):
        yield "< component"
    yield from _of_slot(text, start, end)
    first, last = _sentence(text, start, end)
    around = f"{text[first:start]} {text[end:last]}"
    if tells_trouble(around):
        yield "trouble beside"
    elif tells_trouble(text):
        yield "trouble"
    yield from _of_entry(scene, number, around)
    if amounts.is_year(int(number)) and (
        int(number) < bare_numbers.FAR_YEARS or not scene.fits(text, number)
    ):
        yield "year"
    if amounts.is_year(int(number)) and len(YEARS().findall(text)) > 1:
        yield "years"
    yield from _of_behind(text, place)
    yield from _of_codes(text, place, sure, (first, last), joined=joined)
    yield from of_row(text, place, scene.numbers, sure, scene.known)
    yield from of_column(text, place, scene.known)
    yield from of_kin(text, place, scene.numbers, sure)
    if bare_numbers.in_log(text, start, end) and number_slots.before(text, start)[0] != "clock":
        yield "log"
    if number_nouns.is_among_ports(text, start, end):
        yield "ports"
    if bare_numbers.is_answer(text, start, end):
        yield "answers"
    if bare_numbers.is_of_alert(text, end):
        yield "of an alert"
    if _OF_CODES().search(text):
        yield "speaks of codes"
    if _OF_THINGS().search(around):
        yield "speaks of things"


def _of_entry(scene: Scene, number: str, around: str) -> Iterator[str]:
    """How well what the entries of the number tell fits what stands around it, and the whole text."""
    shared, in_text = scene.fits(around, number), scene.fits(scene.text, number)
    if shared:
        yield f"fits {_grade(shared)}"
    if in_text > shared:
        yield f"fits text {_grade(in_text)}"


def _grade(fit: float) -> int:
    return bisect_right(_GRADES, fit)


def _of_behind(text: str, place: Place) -> Iterator[str]:
    """Whether the words behind a number read as its message."""
    start, end = place
    behind = _behind(text, end)
    if len(behind.split()) > 1 and (tells_trouble(behind) or _MATTERS().search(behind)):
        yield "message"
        if number_slots.before(text, start)[0] == "start":
            yield "head"


def _of_number(text: str, number: str, *, joined: bool) -> Iterator[str]:
    value = int(number)
    uses = used_by(value)
    if "product" in uses:
        yield "product"
    elif not uses and len(number) >= bare_numbers.SHORTEST:
        yield "no use"
    spoken = any(use in uses and pattern().search(text) for use, pattern in _OF_USE.items())
    if spoken:
        yield "of use" if len(number) >= bare_numbers.SHORTEST else "of use, short"
    elif value in _PORTS and not joined:
        yield "port"
    if len(number) < bare_numbers.LONG and (value % 100 == 0 or value in _ROUND):
        yield "round"
    if value in _VERSIONS:
        yield "version"


def _of_slot(text: str, start: int, end: int) -> Iterator[str]:
    before, opened = number_slots.before(text, start)
    after, closed = number_slots.after(text, end)
    yield f"< {before}"
    yield f"> {after}"
    if opened and closed:
        yield "enclosed"
    if number_slots.in_columns(text, start, end):
        yield "column"
    if bare_numbers.is_told_before(text, start):
        yield "told"
    if non_code_context.is_after_counted(text, start):
        yield "< counted"
    elif number_owners.stands_before(text, start):
        yield "< owner"


def _of_codes(
    text: str, place: Place, sure: Sequence[Place], sentence: Place, *, joined: bool
) -> Iterator[str]:
    if joined:
        yield "joined" if place[1] - place[0] >= bare_numbers.SHORTEST else "joined, short"
    elif any(are_alike(text, place, other) for other in sure):
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
    return between(list(SENTENCE().finditer(text)), text, start, end)
