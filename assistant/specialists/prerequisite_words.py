"""Words by which passphrase, memory, deployment and the server's own operating system are told."""

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
    r"\b(?:not even|even (?:if|with)|really|no way|ask(?:ing)? (?:microsoft|ms|support)|tickets?|court|police"
    r"|(?:support|premier)\s+(?:contract|ticket|case|request|call))\b",
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
# A size right behind it is the machine's memory, unless storage follows.
MACHINE_WITH = re.compile(
    r"\b(?:vms?|machines?|boxe?s?|servers?|a-[a-z]\w*)\s+(?:size )?(?:with|of)\s+(?:only )?$", _I
)
STORAGE = re.compile(
    r"^\s*(?:of\s+)?(?:free|disks?|space|drives?|storage|data|ssd|hdd|nvme|volumes?|for|left|attached|hard"
    r"|local|on\b|[a-z]:|\w+ (?:disks?|drives?|storage|volumes?))",
    _I,
)
MOVE = re.compile(
    r"\b(?:mov\w*|chang\w*|switch\w*|migrat\w*|transfer\w*|rejoin\w*|go|going"
    r"|put|rehom\w*|re-hom\w*|reloc\w*)\b[^.?!\n]{0,50}\b(?:domains?)\b|\b(?:other|new|different|another)\s+(?:ad\s+)?domain\b",
    _I,
)
DEPLOYED = re.compile(
    r"\b(?:installed|deployed|running|productive|(?:in|since) production|live|later|after\w*|already)\b",
    _I,
)
# From one domain to another, both told by their DNS names.
_DOMAIN_NAME = r"(?:[a-z0-9-]+\.)+(?:local|lan|corp|internal|intra|ad|net|com|org|de|eu)\b(?!/)"
REHOMED = re.compile(
    rf"\b(?:mov\w*|re-?hom\w*|migrat\w*|transfer\w*|re-?join\w*|switch\w*|reloc\w*|re-?assign\w*)\b[^?!\n]{{0,80}}?"
    rf"\b(?:from )?{_DOMAIN_NAME}\s*(?:\w+\s+)?(?:to|into|->|→)\s*{_DOMAIN_NAME}"
    rf"|\b{_DOMAIN_NAME}[^?!\n]{{0,40}}\b(?:must|has to|have to|should|shall|will|needs? to"
    rf"|wants? to|is to|to)\s+"
    rf"(?:go|be|move|join|change|switch)\w*\s+(?:\w+\s+){{0,2}}?(?:to|into)\s+{_DOMAIN_NAME}",
    _I,
)
NOT_DEPLOYED = re.compile(
    r"\b(?:not|n[o']t|never)\b[^.?!]{0,20}\b(?:rolled out|deployed|installed|set up|built|live"
    r"|productive|in production)\b"
    r"|\b(?:yet to be|still to be|to be)\s+(?:rolled out|deployed|installed|set up|built)\b"
    r"|\bbefore (?:we|i|it|you|the) \w*\s?(?:deploy|install|roll|set)\w*",
    _I,
)
LISTED = re.compile(r"\b(?:matrix|lists?|listed|support\w*|workloads?|cover\w*|guests?|table)\b", _I)
