"""Which of several amounts go to Azure and which stay, by the words around each of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.specialists.calculators.calculator_question import all_found, lazy_search
from assistant.specialists.calculators.scratch_place import UP
from assistant.understanding.amounts.figures import Told

DISK_ONLY = (
    r"\b(?:local\s+)?disks? only\b|\bonly (?:on|to) (?:the |our )?(?:local )?disks?\b|\blocal(?:ly)? only\b"
    r"|\bonly local(?:ly)?\b|\bdisks?-only\b"
    r"|\bonly (?:back up|write|save|protect)(?: \w+)? (?:to|on) (?:local )?disks?\b"
)

_LOCAL_ONLY = (
    rf"{DISK_ONLY}|(?:->|=>|→|=|:)\s*(?:local(?:ly)?|(?:local )?disks?)\b|\bno (?:cloud|azure)\b"
    r"|\bnot (?:to |in |for |into )?(?:the )?(?:cloud|azure|vault)\b"
)
_UP_TOO = r"\b(?:and|\+|also|then|plus)\s+(?:\w+\s+){0,2}?(?:azure|cloud|vault)\b"
_MANY = 3
_CLAUSES = re.compile(r"[.;!?](?=\s)|\n")
# An amount stays, or goes up; and what leads up to one of which that is told before it.
_KEPT_HERE = (
    rf"{_LOCAL_ONLY}|\b(?:stay|remain|kept|keep|left|li[ev])\w*\b[^.;?!\d]{{0,30}}?"
    r"\b(?:local\w*|disks?|here|in[\s-]?house|on[\s-]?prem\w*)\b(?:\s+only)?"
    r"|(?:\b(?:never|not)|n['’]t)\s+(?:\w+\s+){0,2}?(?:go|leave|sent|send|online|upload|up)\w*\b"
)
_GOES_UP = rf"{UP}|\b(?:send|sent|ship|push)\w*\b"
_LEADS = r"(?:[^:]*:|\b(?:send|sends|ship|push|upload|keep|back up|backup)\b[^:]*)\s*$"


def without_local(text: str, told: Sequence[Told]) -> list[Told]:
    """`told` without what is kept on disk only, where another amount is said to go to Azure: one a line, or
    one a clause ("3 TB to the cloud; 1 TB disk only")."""
    said = [re.split(r"[\n;.!?]", text[one.end : next_start(told, one)])[0] for one in told]
    local = [one for one, words in zip(told, said, strict=True) if _is_local(words)]
    sent = any(lazy_search(UP, words) and not _is_local(words) for words in said)
    return [one for one in told if one not in local] if local and sent else list(told)


def sent_by_fate(text: str, told: Sequence[Told]) -> list[Told]:
    """Of several amounts those that go to Azure, where others stay and each is told to do one or the other;
    those that one verb is told of share it ("2 TB and 3 TB go up"). None otherwise."""
    if len(told) < _MANY:
        return []
    fates = [_fate(text, told, one) for one in told]
    order = range(len(told))
    for turn, step in ((order[::-1], 1), (order, -1)):
        for n in turn:
            near = n + step
            if fates[n] is None and near in order and not _is_parted(text, told, n, near):
                fates[n] = fates[near]
    if None in fates or all(fates) or not any(fates):
        return []
    return [one for one, goes in zip(told, fates, strict=True) if goes]


def _fate(text: str, told: Sequence[Told], one: Told) -> bool | None:
    """Whether what stands around an amount sends it to Azure (True) or keeps it here; None for neither."""
    n = told.index(one)
    after = _CLAUSES.split(text[one.end : next_start(told, one)])[0]
    if fates := _fates_in(after):
        return fates[0]
    before = _CLAUSES.split(text[told[n - 1].end if n else 0 : one.start])[-1]
    led = lazy_search(_LEADS, before)
    fates = _fates_in(before[led.start() :]) if led else []
    return fates[-1] if fates else None


def _fates_in(words: str) -> list[bool]:
    """What `words` tell of an amount, in their order: that it goes up, or that it stays."""
    stays = [(match.start(), match.end(), False) for match in all_found(_KEPT_HERE, words)]
    goes = [
        (match.start(), match.end(), True)
        for match in all_found(_GOES_UP, words)
        if not any(start <= match.start() < end for start, end, _ in stays)
    ]
    return [fate for _, _, fate in sorted(stays + goes)]


def _is_parted(text: str, told: Sequence[Told], one: int, other: int) -> bool:
    """Whether a sentence or half of one ends between two amounts."""
    first, last = sorted((one, other))
    return bool(_CLAUSES.search(text, told[first].end, told[last].start))


def _is_local(words: str) -> bool:
    return bool(lazy_search(_LOCAL_ONLY, words)) and not lazy_search(_UP_TOO, words)


def next_start(told: Sequence[Told], one: Told) -> int | None:
    """Where the amount behind one begins; None behind the last."""
    return next((t.start for t in told if t.start > one.start), None)
