"""Machines whose names tell product and version by themselves: "FS-2K12R2-02", "EX2013-MBX", "HR-SRV16"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.decisions.expressions.patterns import lazy
from assistant.understanding.word_rules import lazy_family

_APART = r"(?<![\w./\\@-])"
# What stands before the part that tells, but for other products with versions of their own.
_LABEL = (
    r"(?:(?!\w*sql|sps?[-_\d]|share|ex(?:ch\w*)?[-_\d]|office|project|visio|crm|dynamics|dpm|mabs)"
    r"[a-z]{2,12}\d{0,3}[-_])"
)
_SYSTEM = r"(?:windows|win|ws|w|srv|svr|server)"
_ROLE = r"(?:fs|file(?:srv|svr|server)?|print(?:srv)?|prt|dc|ad|app|web|ts|rds|dns|dhcp|wsus)"
_STAGE = r"(?:prd|prod|dev|tst|test|qa|uat|stg|db|srv|node)"
_SHORT = r"2k\d{1,2}"
_YEAR = r"20(?:0[38]|12|16|19|22|25)"
_TWO_DIGITS = r"(?:08|12|16|19|22)"
# The groups are those of a version in words; a name has no room for a service pack or an edition.
_ENDS = (
    r"(?P<r2>r2)?(?P<sp>(?!))?(?P<nosp>(?!))?(?:[-_](?!\d{1,2}[-_]\d)[a-z0-9]{1,8}){0,2}(?![\w@\\/-]|\.\w)"
)


def _rule(*heads: str) -> str:
    """The expression of the names that begin with one of `heads`, each with its group of the year."""
    return rf"{_APART}(?:{'|'.join(heads)}){_ENDS}"


_SURE = lazy_family(
    {
        "windows-server": _rule(rf"{_LABEL}{{1,3}}{_SYSTEM}?[-_]?(?P<year>{_SHORT})"),
        "sql-server": _rule(
            rf"(?:sql[-_]?{_STAGE}|{_STAGE}sql)\d{{0,2}}[-_]?(?P<year>{_SHORT}|20(?:0[58]|1[24679]|22))"
        ),
        "exchange": _rule(rf"{_LABEL}{{0,2}}ex(?:ch)?[-_]?(?P<year>20(?:07|1[0369]))"),
    },
    {"windows-server": _rule(rf"(?:{_LABEL}{{1,3}}{_SYSTEM}|{_LABEL}{{0,3}}{_ROLE})[-_]?(?P<year>{_YEAR})")},
)
_LIKELY = lazy(_rule(rf"{_LABEL}{{1,3}}{_SYSTEM}(?P<year>{_TWO_DIGITS})"))
"""Names with a number that is a release only where others beside them tell theirs."""

_TELLING = lazy(rf"{_APART}(?=[\w-]*[a-z0-9]-[a-z0-9])[a-z][\w-]*?(?:20[012]\d|{_SHORT})(?:r2)?(?![a-z0-9])")
_COUNTED = lazy(rf"(?<![a-z0-9]){_SYSTEM}[-_]?(?!{_TWO_DIGITS}(?!\d)|20|2k)\d{{1,3}}(?!\d)")
"""A number by which machines are counted: "SRV01"."""


def telling_names(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    """The family and the words of each name in `text` that tells product and version."""
    for family, pattern in _SURE().possible(text):
        for match in pattern.finditer(text):
            yield family, match
    if _TELLING().search(text) and not _COUNTED().search(text):
        for match in _LIKELY().finditer(text):
            yield "windows-server", match
