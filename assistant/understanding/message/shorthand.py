"""What people in haste write short is written out before any rule reads it: "3 wks", "recovery pts", "b4"."""

from __future__ import annotations

import re
from typing import Final

from assistant.decisions.expressions.families import Family
from assistant.decisions.reading.numbers import UNIT_WORDS

WORDS: Final = {
    "abt": "about",
    "acct": "account",
    "accts": "accounts",
    "agnt": "agent",
    "agnts": "agents",
    "arent": "aren't",
    "b/u": "backup",
    "bc": "because",
    "bckp": "backup",
    "bckps": "backups",
    "bckup": "backup",
    "bckups": "backups",
    "bkp": "backup",
    "bkps": "backups",
    "bkup": "backup",
    "bkups": "backups",
    "cant": "can't",
    "conn": "connection",
    "couldnt": "couldn't",
    "coz": "because",
    "cred": "credentials",
    "cud": "could",
    "cuz": "because",
    "deprov": "deprovisioned",
    "didnt": "didn't",
    "doesnt": "doesn't",
    "dont": "don't",
    "dwn": "down",
    "exp'd": "expired",
    "expd": "expired",
    "exprd": "expired",
    "frm": "from",
    "gimme": "give me",
    "gonna": "going to",
    "hasnt": "hasn't",
    "havent": "haven't",
    "hows": "how's",
    "hrs": "hours",
    "i-net": "internet",
    "inet": "internet",
    "intnet": "internet",
    "isnt": "isn't",
    "ive": "I've",
    "lemme": "let me",
    "mths": "months",
    "netwk": "network",
    "ntwk": "network",
    "ntwrk": "network",
    "pls": "please",
    "plz": "please",
    "prereq": "prerequisite",
    "prereqs": "prerequisites",
    "pts": "points",
    "pwd": "password",
    "pwds": "passwords",
    "reqs": "requirements",
    "rqmts": "requirements",
    "rsv": "Recovery Services vault",
    "rsvs": "Recovery Services vaults",
    "sharept": "SharePoint",
    "shouldnt": "shouldn't",
    "shud": "should",
    "srv": "server",
    "srvr": "server",
    "srvrs": "servers",
    "srvs": "servers",
    "subscr": "subscription",
    "subscrip": "subscription",
    "subscrs": "subscriptions",
    "svr": "server",
    "svrs": "servers",
    "thats": "that's",
    "theres": "there's",
    "theyre": "they're",
    "thru": "through",
    "wanna": "want to",
    "wasnt": "wasn't",
    "werent": "weren't",
    "weve": "we've",
    "whats": "what's",
    "wheres": "where's",
    "winsrv": "Windows Server",
    "wks": "weeks",
    "wont": "won't",
    "wouldnt": "wouldn't",
    "wud": "would",
    "xpired": "expired",
    "y'day": "yesterday",
    "yday": "yesterday",
    "youre": "you're",
    "yrs": "years",
    "ysday": "yesterday",
    "ystd": "yesterday",
}
"""What each stands for wherever it is a word of its own, and no part of a name, a path or an address."""

UNITS: Final = {
    "d": "days",
    "hr": "hours",
    "mo": "months",
    "mos": "months",
    "mth": "months",
    "w": "weeks",
    "wk": "weeks",
    "yr": "years",
}
"""What each stands for behind a number."""

_NO_NAME: Final = r"(?<![\w.\\/:@'’-])"
_NO_NAME_BEHIND: Final = r"(?![\w\\/@'’-]|[.:]\w)"
_NUMBER: Final = (
    rf"(?:\d{{1,3}}\+?|{'|'.join(UNIT_WORDS)}|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|half|few|several|many"
    r"|couple of)"
)
_ANY_WORD: Final = "|".join(sorted(WORDS, key=len, reverse=True)).replace("'", "['’]")
_WORD: Final = re.compile(
    rf"{_NO_NAME}(?:{_ANY_WORD}){_NO_NAME_BEHIND}"
    r"(?!\s+(?:records?\b|\d+\.\d))",  # "SRV record", "inet 10.0.0.4"
    re.IGNORECASE,
)
_UNIT: Final = re.compile(  # in small letters: HR is a department, W a wattage
    rf"(?<![\w.,:\\/-])(?P<number>(?i:{_NUMBER})) ?(?P<unit>{'|'.join(UNITS)}){_NO_NAME_BEHIND}(?!:)"
)
_SPACES: Final = re.compile(r"(?<=\S) {2,}(?=\S)")
# Only in some places, and single letters only in small ones: B4 is a size, U a drive, SP a service pack.
_IN_PLACE: Final = Family(
    (word, re.compile(pattern))
    for pattern, word in (
        (
            rf"(?<!size )(?<!vm )(?<!\ba )(?<!to )(?<!the )(?<!\bis ){_NO_NAME}b4{_NO_NAME_BEHIND}"
            r"(?!\s+(?:vm|size|enough|ok|fine))",
            "before",
        ),
        (rf"(?<!\d ){_NO_NAME}u{_NO_NAME_BEHIND}(?!:)", "you"),
        (rf"(?<!\d ){_NO_NAME}ur{_NO_NAME_BEHIND}(?!:)", "your"),
        (rf"(?<!\d ){_NO_NAME}(?<!& )r(?=\s+[a-z])", "are"),
        (rf"{_NO_NAME}ASR{_NO_NAME_BEHIND}(?!\s+rules?\b)", "Azure Site Recovery"),
        (r"(?<=\w )&(?= \w)", "and"),
        (r"(?:(?<=[a-z] )|(?<=, ))n(?= [a-z])", "and"),
        (rf"{_NO_NAME}err{_NO_NAME_BEHIND}(?!\s*(?:[:=#]|0x|\d))", "error"),
        (r"\b[Pp]ass phrase", "passphrase"),
        (r"\bsubs(?= (?:state|status|trouble|edition|is|was)\b)", "subscription"),
        (rf"{_NO_NAME}w/o(?=\s)", "without"),
        (rf"{_NO_NAME}w/(?=\s*[A-Za-z])", "with "),
        (
            rf"{_NO_NAME}[Ww]in(?=,|\s+(?:\d|(?!(?:the|an?|this|that|it|back|over|or|and|in|by|time|some)\b)[A-Za-z]))",
            "Windows",
        ),
        (
            rf"(?<!\d ){_NO_NAME}SP(?=\s?(?:20(?:10|13|16|19)|farms?|sites?|online|content|servers?"
            r"|databases?|dbs?|versions?|releases?|editions?|generations?|rows?)\b)",
            "SharePoint ",
        ),
        (r"(?:(?<=\bour )|(?<=\bthe )|(?<=\bvs )|(?<=\bfor )|(?<=\bor ))SP(?=\W*$|,| we\b)", "SharePoint"),
        (
            r"(?:(?<=\bis )|(?<=\bsub )|(?<=\bsubs )|(?<=\bsubscription )"
            r"|(?<=\bwas )|(?<=\bin )|(?<=\bshows )|(?<=[=&+] ))"
            r"exp\b(?!['’])\.?",
            "expired",
        ),
        (r"\b[Ee]xp\b\.?(?= (?:subs?|subscription|and deprov\w*)\b)", "expired"),
        (r"\b(?:[Rr]estore|[Rr]ecov|[Rr]ec)\b\.? (?:points|pts)\b", "recovery points"),
        (r"\b(?:[Rr]estore|[Rr]ecov|[Rr]ec)\b\.? (?:point|pt)\b", "recovery point"),
        (
            r"(?:(?<=disk )|(?<=ocal )|(?<=zure )|(?<=cloud )|(?<=vault ))ret\b\.?"
            r"|\b[Rr]et\b\.?(?= (?:of|on|time|period|range|policy|set|is|was)\b)",
            "retention",
        ),
        (rf"{_NO_NAME}[Nn]o\. (?=of\b)", "number "),
        (r"(?:^|(?<=[.!?] ))[Ww]ere(?= (?!being|during|existing|missing|remaining)[a-z]+ing\b)", "we're"),
    )
)


def written_out(text: str) -> str:
    """`text` with its shorthand as whole words, and one line with single spaces; all else as it was typed."""
    if "\n" not in text:
        text = _SPACES.sub(" ", text)
    text = _IN_PLACE.replaced(text, str)
    text = _UNIT.sub(lambda match: f"{match['number']} {UNITS[match['unit']]}", text)
    return _WORD.sub(lambda match: WORDS[match[0].lower().replace("’", "'")], text)
