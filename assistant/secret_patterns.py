"""What secrets look like in tickets, logs, scripts and configuration files.

Every repetition is bounded, so that a megabyte of hostile text takes no more than a pass a pattern.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

NAME = (
    r"pass[\s_-]?phrase|pass[\s_-]?word|passwort|passwd|passwrd|pwd|pass[\s_-]?code|secret|client[\s_-]?secret"
    r"|(?:api|access|account|encryption|storage|shared|private|primary|secondary|master|recovery|ssh|license|signing)"
    r"[\s_-]?key|shared[\s_-]?access[\s_-]?(?:key|signature)|(?:access|refresh|id|auth|bearer|session)?[\s_-]?token"
    r"|(?:security[\s_-])?pin|vault[\s_-]?credentials?|kennwort|credentials?|creds|sas"
)
SHORT_NAME = r"pw|pass|p/w|pwd|psw"
_VALUE = r"(?:\"[^\"\n]{0,500}\"|'[^'\n]{0,500}'|`[^`\n]{0,500}`|[^\s,;\"'`]\S{0,500})"
_END = r"(?=[\s.,;:!?)\]\"'`]|$)"
_NO_VALUE = (
    r"(?!(?:not?|lost|wrong|missing|required|needed|invalid|incorrect|expired|unknown|stored|saved|gone|too|the|a"
    r"|an|it|in|on|for|at|where|what|who|how|which|mine|yours|ours|forgotten|generated|different|same|being|never"
    r"|always|asked|still|correct|ok|okay|fine|used|kept|set|changed|reset|rejected|refused|accepted|valid|empty"
    r"|blank|deleted|with|by|to|and|or|of|if|when|is|was|we|you|they|our|your|their|my|his|her|this|that|these"
    r"|those|only|already|encrypted|protected|must|should|can|from|about|issues?|problems?|errors?|file|files"
    rf"|failed|mismatch|prompt|policy|manager|now){_END})"
)
_NONE = rf"(?!(?:not?|lost|wrong|missing|unknown|none|n/a|forgotten|yes|is|was|\?){_END})"
_VERB = (
    r"(?:(?:now\s)?(?:is|was|has been|have been)?\s?(?:now\s)?(?:set|changed|reset)\sto"
    r"|(?:now\s)?(?:is|was)(?:\snow)?|ist|lautet|equals)"
)
_ANY = rf"(?:{NAME}|{SHORT_NAME})"
_STEMS = ("pass", "pwd", "pw", "psw", "p/w", "secret", "key", "token", "pin", "cred", "kennwort", "sas")
_TOKENS = (
    "ghp_",
    "gho_",
    "ghu_",
    "ghs_",
    "ghr_",
    "github_pat_",
    "xox",
    "akia",
    "sk-",
    "glpat-",
    "mabs_",
    "aiza",
)
_FLAGS = re.IGNORECASE | re.DOTALL
_NEEDED: tuple[tuple[tuple[str, ...], str], ...] = (
    # PEM blocks, and certificates and passwords in XML such as a vault credentials file
    (
        ("-----begin",),
        r"(?P<keep>-----BEGIN [A-Z ]{1,40}-----).*?(?:-----END [A-Z ]{1,40}-----|$)",
    ),
    (
        ("</",),
        r"(?P<keep><(?:\w{1,30}:)?(?:ManagementCert|\w{0,40}(?:Password|Passphrase|Secret|Key|Certificate|Token|Pin))"
        r"(?:\s[^<>]{0,200})?>)[^<]{1,20000}",
    ),
    # credentials inside a URL, and "user:password" of command-line tools
    (
        ("://",),
        r"(?P<keep>\b[a-z][a-z0-9+.-]{0,30}://[^\s:/@]{1,200}:)[^\s/]{1,200}(?=@)",
    ),
    (
        ("-u", "--user", "--proxy-user"),
        r"(?P<keep>(?:^|\s)(?:-u|--user|--proxy-user)[\s=]{1,4}[\"']?[^\s:\"']{1,100}:)[^\s\"']{1,200}",
    ),
    (
        ("use",),
        r"(?P<keep>\bnet\s{1,4}use\s{1,4}(?:\w:\s{1,4})?\\\\\S{1,200}\s{1,4})(?![/*])\S{1,200}",
    ),
    (
        ("user",),
        r"(?P<keep>\bnet\s{1,4}user\s{1,4}\S{1,100}\s{1,4})(?![/*])\S{1,200}",
    ),
    # command-line switches that carry a password
    (
        ("pass", "pw", *_STEMS),
        rf"(?P<keep>(?:^|(?<=\s))[-/]{{1,2}}[\w-]{{0,30}}(?:{NAME}|pass|pw)[\s:=]{{1,4}})"
        r"(?:\"[^\"]{0,500}\"|'[^']{0,500}'|\([^)]{0,500}\)|[^\s-]\S{0,500})",
    ),
    (
        ("sqlcmd", "osql", "bcp", "psexec", "plink", "pscp", "sshpass", "wmic", "schtasks", "mysql"),
        r"(?P<keep>\b(?:sqlcmd|osql|bcp|psexec\w*|plink|pscp|sshpass|wmic|schtasks|mysql)\b[^\n]{0,300}?\s[-/]r?p[\s:]{0,3})"
        r"(?:\"[^\"\n]{0,500}\"|[^\s-]\S{0,500})",
    ),
    (
        ("convertto-securestring",),
        r"(?P<keep>\bConvertTo-SecureString\s{1,4}(?:-String\s{1,4})?)(?!-)(?:\"[^\"]{0,500}\"|'[^']{0,500}'|[^\s$]\S{0,500})",
    ),
    (
        ("pscredential",),
        r"(?P<keep>\bPSCredential\s{0,4}\([^)\n]{0,200}?,\s{0,4})[\"'][^\"'\n]{1,500}[\"']",
    ),
    # HTTP headers and tokens with a known look
    (
        ("authorization",),
        r"(?P<keep>\b(?:proxy-)?authorization\s{0,3}[:=]\s{0,3}[\"']?(?:basic|digest|negotiate|ntlm|token|apikey)\s{1,4})\S{4,4000}",
    ),
    (
        ("bearer",),
        r"(?P<keep>\bbearer\s{1,4})[\w.~+/=-]{12,4000}",
    ),
    (
        ("x-", "ocp-apim", "cookie"),
        r"(?P<keep>\b(?:x-[\w-]{0,30}(?:key|token|secret)|ocp-apim-subscription-key|set-cookie|cookie)\s{0,3}:\s{0,3})[^\n]{4,4000}",
    ),
    (
        ("eyj",),
        r"(?P<keep>)\beyJ[\w-]{8,4000}\.[\w-]{8,4000}\.[\w-]{0,4000}",
    ),
    (
        _TOKENS,
        r"(?P<keep>)\b(?:gh[pousr]_\w{20,255}|github_pat_\w{20,255}|xox[abprs]-[\w-]{10,255}|AKIA[A-Z0-9]{16}"
        r"|sk-[\w-]{20,255}|glpat-[\w-]{16,100}|mabs_[0-9a-f]{12}_[\w-]{20,100}|AIza[\w-]{30,60})\b",
    ),
    (
        ("7q~", "8q~"),
        r"(?P<keep>)(?<![\w~.-])[\w~.-]{3}[78]Q~[\w~.-]{31,40}",
    ),
    (
        ("-",),
        r"(?P<keep>)(?<![\d-])\d{6}(?:-\d{6}){7}(?![\d-])",
    ),
    # query parameters and connection strings: name=value up to the next delimiter
    (
        ("=",),
        rf"(?P<keep>\b(?:{NAME}|{SHORT_NAME}|sig|AccountKey|SharedAccessKey|SharedAccessSignature|SharedSecret)"
        r"\s{0,4}=\s{0,4})(?![=>])(?:\"[^\"]{0,500}\"|'[^']{0,500}'|\{[^}\n]{0,500}\}|[^;&\s\"']{1,4000})",
    ),
    # JSON and YAML with quotes
    (
        ("':", '":', "' :", '" :'),
        rf"(?P<keep>[\"'](?:[\w-]{{0,40}}[_-])?(?:{NAME}|{SHORT_NAME}|[\w-]{{0,30}}(?:Password|Passphrase|Secret|Token|Key))[\"']"
        r"\s{0,4}:\s{0,4})(?:\"(?:[^\"\\]|\\.){0,4000}\"|'[^']{0,4000}')",
    ),
    # "login admin / Hunter2!"
    (
        ("login", "logon", "log in with", "user", "account", "credential", "creds"),
        r"(?P<keep>\b(?:login|logon|log in with|user(?:name)?|account|credentials?|creds)\b[\s:=]{0,3}"
        r"[\w.\\@-]{1,60}\s{0,2}[/|:]\s{0,2})(?=[^\s,;]{0,60}\d)(?=[^\s,;]{0,60}[A-Za-z])[^\s,;/\\]{6,200}",
    ),
    # "passphrase: several words" to the end of the line or clause
    (
        ("phrase", "kennwort", "recovery key", "security pin"),
        r"(?P<keep>\b(?:pass[\s_-]?phrase|kennwort|recovery key|security pin)\s{0,3}(?::|->|=>)\s{1,4})"
        rf"{_NONE}(?![\"'`])[^\n,;]{{1,300}}?(?=[.!?](?:\s|$)|[,;\n]|$)",
    ),
    (
        ("phrase", "kennwort", "recovery key", "security pin"),
        r"(?P<keep>\b(?:pass[\s_-]?phrase|kennwort|recovery key|security pin)\s{0,3}"
        rf"{_VERB}\s{{0,3}}:?\s{{1,4}}){_NO_VALUE}(?![\"'`])[^\n,;]{{1,300}}?(?=[.!?](?:\s|$)|[,;\n]|$)",
    ),
    # "password for the account is hunter2", "password: hunter2", "password:hunter2"
    (
        _STEMS,
        rf"(?P<keep>\b{_ANY}\b[\"')`]?\s{{0,4}}(?:\((?:[^)\n]{{0,60}})\)\s{{0,4}})?"
        rf"(?:(?:for|of|on|to)\s(?:\S{{1,40}}\s){{1,4}})?{_VERB}\s{{0,3}}:?\s{{1,4}}){_NO_VALUE}{_VALUE}",
    ),
    (
        _STEMS,
        rf"(?P<keep>\b{_ANY}\b[\"')`]?\s{{0,4}}(?:\((?:[^)\n]{{0,60}})\)\s{{0,4}})?"
        rf"(?:(?:for|of|on|to)\s(?:\S{{1,40}}\s){{1,4}})?(?:{_VERB}\s{{0,3}})?(?::|->|=>|→)\s{{1,4}}){_NO_VALUE}{_VALUE}",
    ),
    (
        _STEMS,
        rf"(?P<keep>\b{_ANY}\s{{0,2}}:){_NO_VALUE}(?!//)[^\s,;\"'`]{{3,500}}",
    ),
    # "password hunter2": no verb, but the next word looks like one
    (
        _STEMS,
        rf"(?P<keep>\b{_ANY}\s{{1,2}}[\"'`(]?)(?=[^\s,;\"'`)]{{0,60}}\d)"
        r"(?=[^\s,;\"'`)]{0,60}[A-Za-z!@#$%^&*])[^\s,;\"'`)]{5,200}",
    ),
)
"""Each pattern with words of which one has to be in the text (in lower case) for it to be tried at all."""

PATTERNS = tuple(re.compile(pattern, _FLAGS) for _, pattern in _NEEDED)
CUES: Mapping[str, tuple[int, ...]] = {
    cue: tuple(number for number, (cues, _) in enumerate(_NEEDED) if cue in cues)
    for cue in sorted({cue for cues, _ in _NEEDED for cue in cues})
}
"""Each of those words with the numbers of the patterns that it calls for."""

KEY_LENGTH = 60
KEY_RUN = re.compile(r"(?P<keep>)(?<![\w+/=])[A-Za-z0-9+/]{60,100000}={0,2}(?![\w+/=])")
"""Storage account keys (88 base64 characters) and other long key-like runs."""
