"""Words by which the passphrase and the server's own operating system are asked about."""

from __future__ import annotations

import re

_I = re.IGNORECASE
PASSPHRASE_LOST = re.compile(
    r"\bpass-?\s?phrases?\b[^.?!\n]{0,60}\b(?:lost|lose|gone|forgot\w*|missing|unknown|recover(?:ed|ing)?"
    r"|reset|decod\w*|decrypt\w*|crack\w*|retriev\w*|hand\w* out|read \w+ ?out|send|copy|escrow"
    r"|get (?:it )?back|for me|for us)\b"
    r"|\b(?:lost|lose|losing|forgot\w*|recover(?:ed|ing)?|reset|decod\w*|decrypt\w*|crack\w*|retriev\w*"
    r"|don'?t (?:know|have)|get back|have no|nobody (?:knows|has)"
    r"|without)\b[^.?!\n]{0,40}\bpass-?\s?phrases?\b",
    _I,
)
KEPT_BY_MICROSOFT = re.compile(
    r"\b(?:microsoft|ms|redmond|support)\b[^.?!]{0,30}\b(?:copy|copies|keeps?|stores?"
    r"|saves?|knows?|has it|reset|backdoor)\b",
    _I,
)
# The same asked once more: "not even with a support contract?".
INSISTED = re.compile(
    r"\b(?:not even|even (?:if|with)|really|no way|support|premier"
    r"|microsoft|ms|ticket|contract|court|police)\b",
    _I,
)
WHICH_SYSTEM = re.compile(
    r"\b(?:which|what)\s+(?:\w+\s+){0,2}?(?:windows|os|operating system|server os)\b"
    r"(?!\s+(?:versions|releases))",
    _I,
)
BACKUP_SERVER = re.compile(
    r"\b(?:for|on|under|runs?|use|underneath|below|beneath)\s+(?:\w+\s+){0,2}?"
    r"(?:mabs|azure backup server|backup server)\b"
    r"|\b(?:mabs|backup) (?:server|vm|machine|box|host)(?: vm)? (?:need|run|use|require|itself)",
    _I,
)
LISTED = re.compile(r"\b(?:matrix|lists?|listed|support\w*|workloads?|cover\w*|guests?|table)\b", _I)
