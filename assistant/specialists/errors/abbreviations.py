"""Administrators' abbreviations and names of products, written out as the error reference has them."""

from __future__ import annotations

import re

_SHORT = {
    "acct": "account",
    "accts": "accounts",
    "ag": "availability group",
    "auth": "authentication",
    "autoloader": "tape library",
    "av": "antivirus",
    "bitdefender": "antivirus bitdefender",
    "cc": "consistency check",
    "cert": "certificate",
    "changer": "tape library",
    "conn": "connection",
    "cred": "credentials",
    "creds": "credentials",
    "crowdstrike": "antivirus crowdstrike",
    "db": "database",
    "dbs": "databases",
    "defender": "antivirus defender",
    "eset": "antivirus eset",
    "esxi": "esxi vmware",
    "fw": "firewall",
    "kaspersky": "antivirus kaspersky",
    "ldf": "ldf transaction log",
    "mcafee": "antivirus mcafee",
    "norton": "antivirus norton",
    "pg": "protection group",
    "pw": "password",
    "pwd": "password",
    "rp": "recovery point",
    "rps": "recovery points",
    "sentinelone": "antivirus sentinelone",
    "sophos": "antivirus sophos",
    "srv": "server",
    "svc": "service",
    "symantec": "antivirus symantec",
    "sysstate": "system state",
    "vcenter": "vcenter vmware",
    "vhds": "virtual disks",
    "vol": "volume",
    "vols": "volumes",
    "wfe": "web front end",
    "wfes": "web front ends",
    "wsb": "Windows Server Backup",
}

_SHORT_WORD = re.compile(r"[A-Za-z]+")
_TOKEN = re.compile(r"[\w-]+")
_NUMBERED_MACHINE = re.compile(r"[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*-[A-Z]*\d{1,3}")
_MACHINE = re.compile(r"(?=.*-)(?=.*\d)")


def spelled_out(query: str) -> str:
    """`query` with administrators' abbreviations written out, as the reference has them.

    A numbered machine such as `FRA-SQL-02` is a server; other names such as `srv-3cc2` are left alone. A
    changed text has to be encoded once more.
    """
    return _TOKEN.sub(lambda token: _written_out(token[0]), query)


def _written_out(token: str) -> str:
    if _NUMBERED_MACHINE.fullmatch(token):
        return "server"
    if _MACHINE.match(token):
        return token
    return _SHORT_WORD.sub(lambda word: _SHORT.get(word[0].lower(), word[0]), token)
