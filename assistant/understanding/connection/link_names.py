"""Puts plain words for the idioms in which "Azure", "backup" and the like tell nothing by themselves."""

from __future__ import annotations

import re
from functools import lru_cache, partial

from assistant.decisions.expressions.families import Family
from assistant.decisions.expressions.patterns import lazy

_ARROW = r"(?:<[-=]{1,2}>|[-=]{1,2}>|<[-=]{1,2}|[\u2190-\u2194\u21d2\u21d4])"
_LABEL = "|".join(
    rf"(?<=\b{word} )"
    for word in ("connection", "link", "line", "connectivity", "route", "path", "status", "state")
)
_ONLY_LOCAL = (
    r"(?:\b(?:only|just|purely|solely|merely|exclusively)\b"
    r"(?:(?!\b(?:works?|working|runs?|running|left|possible|reach\w*|up)\b(?! to)|[.;?!\n\d]).){0,30}?"
    r"\b(?:disks?|local(?:ly)?)\b|\b(?:disks?|local(?:ly)?) only\b)"
)
_NO_FAR = r"(?:no|without)\s(?:(?:the|any)\s)?(?:azure|cloud)"
_ENDS = r"(?=\s*(?:$|[.,;?!):]|\b(?:at all|for us|involved|planned|is|are|do|does)\b))"
_NAMES = (
    (lazy(r"\b(?:stands?|standing) between\b"), "blocks"),
    # "3 weeks back": no backup
    (
        lazy(
            r"(?:(?<=\bdays )|(?<=\bweeks )|(?<=\bmonths )|(?<=\bweek )|(?<=\bmonth ))back\b(?!\s*(?:up|to))"
        ),
        "ago",
    ),
    (lazy(r"\b(?:microsoft\s+)?azure\s+backup\s+server\b"), "server"),
    (lazy(r"\bazure\s+stack(?:\s+(?:hub|hci))?\b"), "stack"),
    (lazy(r"\bazure\s+(?=subscriptions?\b|subs?\b|account\b|plan\b)"), ""),
    # "Azure and MABS have not exchanged a packet": who reaches whom
    (
        lazy(r"\b(?:azure|the cloud)\s+and\s+(?:the\s+|our\s+)?(?=(?:mabs|server|box|backup|machine|vm)\b)"),
        "azure",
    ),
    (
        lazy(
            r"(?<!between )(?<!between the )(?<!between our )\b(?:mabs|server|box|machine"
            r"|vm)\s+and\s+(?=(?:azure|the cloud)"
            r"\s+(?:have|has|had|are|can|could|do|did|exchange|talk|communicate|see)\b)"
        ),
        "server",
    ),
    # "between MABS and Azure" must not be cut in two
    (
        lazy(
            r"\bbetween\s+(?:the\s+|our\s+)?[\w-]+(?:\s+(?:server|vm|box|machine))?\s+and\s+"
            r"(?:the\s+)?(?=azure\b|cloud\b)"
        ),
        "to",
    ),
    # what only makes a denial stronger, and stands between it and what it denies
    (
        lazy(
            r"\b(?:so much as|even so much as|the (?:slightest|least|faintest)(?: bit of)?"
            r"|a single(?: successful| working)?)\b"
        ),
        "",
    ),
    (lazy(r"\bazure\s+backup(?:\s+(?:service|cloud|endpoints?|side))?\b(?!\s+(?:job|run|agent))"), "azure"),
    (lazy(r"\b(?:azure|microsoft)\s+(?:urls?|endpoints?|addresses)\b"), "azure"),
    (lazy(r"\b(?:shut|locked|barred) out\b"), "cutoff"),
    (lazy(r"\blost[\s-]connectivity(?=\s+state\b)"), "offline"),
    # what the guide's table is called tells no link: "does the connectivity table allow an admin to ..."
    (lazy(r"\bconnectivity\s+(?:states?\s+)?(?:table|matrix|section|chapter|rules?)\b"), "table"),
    # a choice, and no outage: "only to local disks, no cloud"
    (
        lazy(
            rf"{_ONLY_LOCAL}[^.;?!\n\d]{{0,15}}?\b{_NO_FAR}{_ENDS}"
            rf"|\b{_NO_FAR}(?:\s(?:at all|for us|here|involved|in use|planned))?\W{{1,3}}"
            rf"(?:\w+\s){{0,3}}?{_ONLY_LOCAL}"
        ),
        "disks",
    ),
    (lazy(r"\bblack hole\b"), "blackhole"),
    (lazy(r"\b(?:all|both|everything)\s+checks? out\b"), "okay"),
    (lazy(r"\b(?:got|gets?|getting|been|gone) back to\s+(?=azure\b|the cloud\b)"), "reached"),
    # the vault as what is reached, and not where something is kept
    (
        lazy(
            r"(?:(?<=\breach )|(?<=\breaches )|(?<=\bping )|(?<=\bto ))(?:the |our )?"
            r"(?:recovery (?:services )?vault|backup (?:service|cloud))\b"
            r"|(?<=\bwith )(?:the |our )?(?:recovery (?:services )?vault|backup (?:service|cloud))\b"
        ),
        "azure",
    ),
    # "MABS <-> Azure" names the link
    (
        lazy(
            rf"(?:{_LABEL}|(?<![a-z] ))\b(?:mabs|dpm|(?:backup[\s-])?server|box|vm)[\w-]*\s*{_ARROW}\s*"
            rf"(?=azure\b|cloud\b)"
            rf"|(?:{_LABEL}|(?<![a-z] ))\b(?:azure|cloud)\s*{_ARROW}\s*(?=(?:mabs|dpm|server|box|vm)\b)"
        ),
        "link",
    ),
    # "MABS to Azure is down"
    (
        lazy(
            r"(?<!from )(?<!from our )(?<!from the )\b(?:mabs|server|box|vm)[\s-]+to[\s-]+azure\b"
            r"(?=\s+(?:is|was|has|works?|link|line|connection)\b)"
        ),
        "link",
    ),
    (
        lazy(
            r"\bback-?up\s+(?:server|vm|box|host|machine|appliance|node|system|site|admin|team|operator|guy)\b"
        ),
        "server",
    ),
)
_FAMILY = Family((plain, pattern()) for pattern, plain in _NAMES)


@lru_cache(maxsize=64)
def without_names(text: str) -> str:
    """`text` with plain words for those names, each as long as the name so that places stay."""
    return _FAMILY.replaced(text, lambda plain: partial(_padded, plain))


def _padded(plain: str, name: re.Match[str]) -> str:
    return plain.ljust(len(name[0]))
