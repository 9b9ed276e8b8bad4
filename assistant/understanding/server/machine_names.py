"""Takes the names of machines out of a text that is to be searched: no document knows them."""

from __future__ import annotations

import re

from assistant.decisions.expressions.patterns import lazy
from assistant.understanding.product.product_machines import is_told_with_version
from assistant.understanding.word_rules import word_set

_NAME = lazy(
    r"(?P<before>\b(?:server|host|box|vm|machine|node|computer)\s+)?"
    r"(?<![\w./\\@-])(?:(?P<name>[a-z]{2,}\d*(?:-[a-z0-9]+)+)"
    r"|(?=[a-z-]*\d|[a-z0-9]+-)[a-z][a-z0-9-]*(?:\.[a-z0-9-]+)*\.(?:local|internal|intern|lan|corp))(?![\w\\@-]|\.\w)"
)
_SHORT_NAME = lazy(
    r"(?P<before>\b(?:on|for|from|of|to|and|server|host|box|vm|machine|node|computer)\s+)"
    r"(?P<name>[a-z]{2,}\d{2,3}[a-z]?|(?:fs|file|dc|ex|hv|ts|rds|app|web|print|srv)\d)(?![\w\\@/-]|\.\w)"
)
# A product's letters and year run on into what machines are named by: "SQL2014PRD", "win2008-fs01".
_PRODUCT_NAME = lazy(
    r"(?P<before>\b(?:server|host|box|vm|machine|node|computer)\s+)?(?<![\w./\\@-])"
    r"(?:sql|win|ws|sp|sps|exch|ex)[a-z]{0,3}-?(?:20)?\d\d(?:r2)?"
    r"(?:[-_]?(?:prd|prod|fs|app|srv|tst|qa|uat|stg|file|print|node)\d{0,3}|[-_](?:db|sql|mail|test|ad|web|n)\d{1,3})"
    r"(?![\w\\@-]|\.\w)"
)
# Behind such words the name of two labels is that of a domain: "we move MABS to new-corp.local".
_OF_DOMAIN = lazy(
    r"\bdomain(?:\s+(?:is|called|named))?[\s:(\"']{1,3}$"
    r"|\b(?:mov\w+|migrat\w+|transfer\w*|switch\w*|join\w*|rejoin\w*|member\w*)\b[^.?!,;\n]{0,40}?"
    r"\b(?:to|into|from|of|join\w*|rejoin\w*)\s+(?:[\w-]+\.\w+\s+(?:to|into)\s+)?$"
)
_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"-?(?:19|20)\d\d(?:-?r2)?$", re.IGNORECASE)
_LETTERS = re.compile(r"[a-z]+", re.IGNORECASE)

_KINDS = word_set("server host box vm machine node computer")

# What stands before a figure and is no name: products, versions, codes, formats.
_NO_NAME = word_set(
    "sql sp sps moss windows win ws server exchange sharepoint office dpm mabs kb id event error code vss "
    "step page day days week month tls ipv smb usb raid gen rev tier ie net sha utf iso cve ver version "
    "rtm cu ur ps tcp udp port http https ms rs md pre non post mid top"
)


def without_machine_names(text: str) -> str:
    """`text` with what is surely the name of a machine ("srv-3fa2b1", "fs04.corp.local") put as a server."""
    bare = _PRODUCT_NAME().sub(lambda name: _as_server(name["before"]), text)
    return _SHORT_NAME().sub(_plainly, _NAME().sub(_plainly, bare))


def _as_server(before: str | None) -> str:
    """What stands for a name, behind the word for a machine where there is one."""
    told = before or ""
    return told.rstrip() if told.strip().lower() in _KINDS else f"{told}the server"


def _plainly(match: re.Match[str]) -> str:
    before, name = match["before"] or "", match["name"]
    if name is not None:
        letters = _LETTERS.match(name)
        said = letters[0].lower() if letters else ""
        # SQLPROD01 tells what it is
        known = (
            said in _NO_NAME
            or said.startswith("sql")
            or is_told_with_version(match.string, match.start("name"))
        )
        if known or not _DIGIT.search(name) or _YEAR.search(name):
            return match[0]
    elif _is_domain(match):
        return f"{before}the domain"
    return _as_server(before)


def _is_domain(match: re.Match[str]) -> bool:
    """Whether a name with an ending is that of a domain rather than of a machine in it."""
    name = match[0][len(match["before"] or "") :]
    two = name.count(".") == 1 and not _DIGIT.search(name)
    return two and bool(_OF_DOMAIN().search(match.string[: match.start()]))
