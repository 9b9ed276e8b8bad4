"""Machines and storage that a question names without asking for their protection: the laptop from which
somebody downloads or manages, the share that copies are to go to, the database whose dumps lie in a folder
that is to be protected. No row of the matrix is meant by them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.decisions.expressions.patterns import lazy
from assistant.understanding.reading import Product

_TO_PROTECT = lazy(
    r"\b(?:un)?protect\w*|\bmatrix\b|\bsources?\b|\bworkloads?\b|\bclients?\b|\bcover(?:s|ed|ing)?\b|\blisted\b"
    r"|\bback(?:ed|s|ing)?[\s-]?ups? (?:of )?(?:(?:our|my|the|all|some|those|its|a|an)\s+){0,2}"
    r"(?:data|files?|folders?|shares?|volumes?|laptops?|notebooks?|desktops?|workstations?|nas|win\w*|w1[01])\b"
)
# Somebody sits there to work on the backup server, or brings the installer along.
_AT_WORK = lazy(
    r"\b(?:download\w*|copy|copied|copying|transfer\w*|upload\w*|installer|setup files?|\.exe|\.bin|rdp"
    r"|remote(?:ly)? (?:desktop|in|into|access)|(?:sign|log)(?:ged|ging|ning)?[\s-]?(?:in|on)|log ?ins?"
    r"|portal|browser?|consoles?|manag\w+|administ\w+|icons?|shortcuts?|powershell|access|screen|wallpaper)\b"
)
_STORAGE = r"(?:nas|netapp|synology|smb shares?|network[\s-]attached storage|storage area network)"
_DET = r"(?:(?:the|our|my|an?|some|another|this|that|existing|external|local|old|central|\w+)\s+){0,2}?"
# Where copies are kept, or what is to be used for keeping them.
_TARGET = lazy(
    r"\b(?:target|destination|repository|backup (?:storage|disks?|location)|(?:storage )?pool"
    r"|recovery points?|(?:first|second|primary|local|backup) cop(?:y|ies)|scratch|cache|staging)\b"
    rf"|\b(?:stor(?:e[sd]?|ing)|keep\w*|kept|put|plac\w+|writ\w+|send\w*|mov\w+|dump\w*|land|sav\w+)\b"
    rf"[^.?!]{{0,40}}\b(?:to|on|onto|into|in)\s+{_DET}{_STORAGE}\b"
    rf"|\b{_STORAGE}\b[^.?!]{{0,30}}\b(?:stor(?:e[sd]?|ing)|keep\w*|kept|put|plac\w+|writ\w+|send\w*|sav\w+)"
    r"\b[^.?!]{0,30}\b(?:back\w*|cop(?:y|ies)|points?|it|them|there)\b"
    rf"|\bback(?:ing|ed|s)?[\s-]?up\s+(?:\w+\s+){{0,3}}?(?:to|onto|into)\s+{_DET}{_STORAGE}\b"
    rf"|\b{_STORAGE}\b[^.?!]{{0,20}}\b(?:instead of|rather than|in place of)\s+(?:\w+\s+){{0,2}}?disks?\b"
)
# Programs that write dumps into folders, which are then all that is to be protected.
_DUMPS = frozenset({"mysql", "postgresql", "oracle", "mongodb", "sap-hana"})
_FOLDER = lazy(r"\b(?:folders?|director(?:y|ies)|dirs?|files?|volumes?|shares?|dumps?|exports?)\b|\b[a-z]:\\")
_NOT_WANTED = (
    r"(?:\bnot\s+(?:(?:the|our|for|about)\s+)?{name}\b|\b{name}\b(?:\s+(?:itself|server|database|db|engine))*,?\s+"
    r"(?:(?:is|are|does|need|must|should|has to)\s*(?:not|n['’]t)\b"
    r"|(?:isn|aren|doesn|needn)['’]?t\b"
    r"|(?:can|may) (?:stay|be) (?:out|left)\b|i don['’]?t\b|we don['’]?t\b)"
    r"|\b(?:without|leav\w+ out|ignor\w+|never mind"
    r"|(?:no need|don['’]?t (?:need|want|care)) (?:to protect |for |about )?)"
    r"\s*(?:the\s+|our\s+)?{name}\b|(?<!not )\bjust the (?:files|folders?|dumps)\b"
    r"|(?<!or )(?<!not )\bonly (?:(?:need|want) )?(?:that|the|this) (?:folder|dumps?"
    r"|files|director\w+)\b|\bdb itself\b)"
)


def without_bystanders(text: str, products: Sequence[Product]) -> tuple[Product, ...]:
    """`products` without the client machines at which `text` tells somebody to work, the storage that copies
    are to go to, and the programs of which nothing but a folder of dumps is wanted."""
    products = _without_dumped(text, products)
    if _TO_PROTECT().search(text):
        return tuple(products)
    gone = {
        family
        for family, used in (("windows-client", _AT_WORK), ("file-server-nas", _TARGET))
        if any(product.family == family for product in products) and used().search(text)
    }
    return tuple(product for product in products if product.family not in gone)


def _without_dumped(text: str, products: Sequence[Product]) -> Sequence[Product]:
    """`products` without those whose dumps lie in a folder of another one, and which are said not to be
    wanted themselves."""
    if not _FOLDER().search(text) or all(one.family in _DUMPS for one in products):
        return products
    return [
        one
        for one in products
        if one.family not in _DUMPS
        or not re.search(_NOT_WANTED.format(name=re.escape(one.words)), text, re.IGNORECASE)
    ]
