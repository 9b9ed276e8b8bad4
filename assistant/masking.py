"""Takes secrets out of text before it is stored: people paste tickets, and tickets have passwords in them.

Patterns are bounded, so that a megabyte of hostile text takes no more than a pass a pattern.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

MASK = "[masked]"
EMAIL_MASK = "[e-mail]"
IP_MASK = "[ip]"

_NAME = (
    r"pass[\s_-]?phrase|pass[\s_-]?word|passwort|passwd|passwrd|pwd|pass[\s_-]?code|secret|client[\s_-]?secret"
    r"|(?:api|access|account|encryption|storage|shared|private|primary|secondary|master|recovery|ssh|license|signing)"
    r"[\s_-]?key|shared[\s_-]?access[\s_-]?(?:key|signature)|(?:access|refresh|id|auth|bearer|session)?[\s_-]?token"
    r"|(?:security[\s_-])?pin|vault[\s_-]?credentials?|kennwort|credentials?|creds|sas"
)
_SHORT_NAME = r"pw|pass|p/w|pwd|psw"
_VALUE = r"(?:\"[^\"\n]{0,500}\"|'[^'\n]{0,500}'|`[^`\n]{0,500}`|[^\s,;\"'`]\S{0,500})"
_NO_VALUE = (
    r"(?!(?:not?|lost|wrong|missing|required|needed|invalid|incorrect|expired|unknown|stored|saved|gone|too|the|a"
    r"|an|it|in|on|for|at|where|what|who|how|which|mine|yours|ours|forgotten|generated|different|same|being|never"
    r"|always|asked|still|correct|ok|okay|fine|used|kept|set|changed|reset|rejected|refused|accepted|valid|empty"
    r"|blank|deleted|with|by|to|and|or|of|if|when|is|was|we|you|they|our|your|their|my|his|her|this|that|these"
    r"|those|only|already|encrypted|protected|must|should|can|from|about|issues?|problems?|errors?|file|files"
    r"|failed|mismatch|prompt|policy|manager|\[masked\])\b)"
)
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
_PATTERNS: tuple[tuple[tuple[str, ...], re.Pattern[str]], ...] = tuple(
    (needs, re.compile(pattern, _FLAGS))
    for needs, pattern in (
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
            rf"(?P<keep>(?:^|(?<=\s))[-/]{{1,2}}[\w-]{{0,30}}(?:{_NAME}|pass|pw)[\s:=]{{1,4}})"
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
            rf"(?P<keep>\b(?:{_NAME}|{_SHORT_NAME}|sig|AccountKey|SharedAccessKey|SharedAccessSignature|SharedSecret)"
            r"\s{0,4}=\s{0,4})(?![=>])(?:\"[^\"]{0,500}\"|'[^']{0,500}'|\{[^}\n]{0,500}\}|[^;&\s\"']{1,4000})",
        ),
        # JSON and YAML with quotes
        (
            ("':", '":', "' :", '" :'),
            rf"(?P<keep>[\"'](?:[\w-]{{0,40}}[_-])?(?:{_NAME}|{_SHORT_NAME}|[\w-]{{0,30}}(?:Password|Passphrase|Secret|Token|Key))[\"']"
            r"\s{0,4}:\s{0,4})(?:\"(?:[^\"\\]|\\.){0,4000}\"|'[^']{0,4000}')",
        ),
        # "passphrase: several words" to the end of the line or clause; then single words
        (
            ("phrase", "kennwort", "recovery key", "security pin"),
            rf"(?P<keep>\b(?:pass[\s_-]?phrase|kennwort|recovery key|security pin)\s{{0,3}}(?:(?:is|was|is now|is set to)\s{{0,3}}:?|:|->|=>)\s{{1,4}})"
            rf"{_NO_VALUE}(?![\"'`])[^\n,;]{{1,300}}?(?=[.!?](?:\s|$)|[,;\n]|$)",
        ),
        (
            _STEMS,
            rf"(?P<keep>\b(?:{_NAME}|{_SHORT_NAME})\b[\"')]?\s{{0,4}}(?:\((?:[^)\n]{{0,60}})\)\s{{0,4}})?(?:(?:for|of|on|to)\s(?:\S{{1,40}}\s){{1,4}})?"
            rf"(?:(?:is now|is set to|was set to|changed to|set to|reset to|is|was|ist|lautet|equals)\s{{0,3}}:?|:|->|=>|→)\s{{1,4}}){_NO_VALUE}{_VALUE}",
        ),
        (
            _STEMS,
            rf"(?P<keep>\b(?:{_NAME}|{_SHORT_NAME})\s{{0,2}}:){_NO_VALUE}(?!//)[^\s,;\"'`]{{3,500}}",
        ),
        # "password hunter2", "login admin / Hunter2!": no verb, but the next word looks like one
        (
            _STEMS,
            rf"(?P<keep>\b(?:{_NAME}|{_SHORT_NAME})\s{{1,2}}[\"'`(]?)(?=[^\s,;\"'`)]{{0,60}}\d)(?=[^\s,;\"'`)]{{0,60}}[A-Za-z!@#$%^&*])"
            r"[^\s,;\"'`)]{5,200}",
        ),
        (
            ("login", "logon", "log in with", "user", "account", "credential", "creds"),
            r"(?P<keep>\b(?:login|logon|log in with|user(?:name)?|account|credentials?|creds)\b[\s:=]{0,3}[\w.\\@-]{1,60}\s{0,2}[/|:]\s{0,2})"
            r"(?=[^\s,;]{0,60}\d)(?=[^\s,;]{0,60}[A-Za-z])[^\s,;/\\]{6,200}",
        ),
        # storage account keys (88 base64 characters) and other long key-like runs
        (
            (),
            r"(?P<keep>)(?<![\w+/=])[A-Za-z0-9+/]{60,100000}={0,2}(?![\w+/=])",
        ),
    )
)
"""Each pattern with words of which one has to be in the text (in lower case) for it to be tried at all."""
_SECRET_FIELD = re.compile(rf"(?:[\w-]*[_-])?(?:{_NAME}|{_SHORT_NAME})", re.IGNORECASE)
_QUOTING = frozenset(("passages", "citations"))
_NO_SECRET = frozenset(("", MASK, "true", "false", "null", "none", "yes", "no"))
_EMAIL = re.compile(r"(?<![\w.+%-])[\w.+%-]{1,64}@(?:[\w-]{1,63}\.){1,8}[A-Za-z]{2,24}(?![\w-])")
_OCTET = r"(?:25[0-5]|2[0-4]\d|1?\d?\d)"
_IPV4 = re.compile(rf"(?<![\w.])(?:{_OCTET}\.){{3}}{_OCTET}(?![\w]|\.\d)")
_IPV6 = re.compile(
    r"(?<![\w:.])(?=[0-9A-Fa-f:]{0,39}:[0-9A-Fa-f:]{0,39}:)[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7}(?![\w:])"
)
_VERSION_BEFORE = re.compile(
    r"(?:version|ver|v|build|release|update|ur|rollup|agent|dpm|mabs|server)\W{0,3}$", re.IGNORECASE
)
_CLOCK = re.compile(r"\d{1,2}(?::\d{2}){1,3}")


def mask_secrets(text: str) -> str:
    """`text` with passphrases, passwords, keys, tokens and connection-string secrets replaced by `[masked]`."""
    lowered = text.lower()
    for needs, pattern in _PATTERNS:
        if not needs or any(word in lowered for word in needs):
            text = pattern.sub(_masked, text)
    return text


def mask_personal(text: str) -> str:
    """`text` with e-mail and IP addresses replaced as well as secrets: what logs and exports get."""
    text = _EMAIL.sub(EMAIL_MASK, mask_secrets(text))
    text = _IPV4.sub(lambda match: match[0] if _is_version(match) else IP_MASK, text)
    return _IPV6.sub(lambda match: match[0] if _is_no_address(match[0]) else IP_MASK, text)


def masked_data(value: Any) -> Any:
    """JSON-able data with the secrets of all its strings masked, and those of fields named like a secret."""
    return _walk(value, mask_secrets, _document_secrets)


def exported_data(value: Any) -> Any:
    """As `masked_data`, with e-mail and IP addresses masked too."""
    return _walk(value, mask_personal, mask_personal)


Mask = Callable[[str], str]


@lru_cache(maxsize=4096)
def _document_secrets(text: str) -> str:
    """What documents say comes again and again, and is nobody's secret that a cache must not keep."""
    return mask_secrets(text)


def _walk(value: Any, mask: Mask, quoted: Mask) -> Any:
    if isinstance(value, str):
        return mask(value)
    if isinstance(value, Mapping):
        return {key: _field(str(key), entry, mask, quoted) for key, entry in value.items()}
    if isinstance(value, list | tuple):
        return [_walk(entry, mask, quoted) for entry in value]
    return value


def _field(name: str, value: Any, mask: Mask, quoted: Mask) -> Any:
    if isinstance(value, str) and _SECRET_FIELD.fullmatch(name) and value.lower() not in _NO_SECRET:
        return MASK
    return _walk(value, quoted if name in _QUOTING else mask, quoted)


def _masked(match: re.Match[str]) -> str:
    rest = match[0][len(match["keep"]) :]
    return match[0] if rest.strip("\"'`") == MASK else f"{match['keep']}{MASK}"


def _is_version(match: re.Match[str]) -> bool:
    """A MABS build such as 13.0.0.1 after "version" is no address."""
    return bool(_VERSION_BEFORE.search(match.string[max(0, match.start() - 12) : match.start()]))


def _is_no_address(text: str) -> bool:
    """Times of day and lone colons look like a short IPv6 address."""
    return bool(_CLOCK.fullmatch(text)) or not any(character.isalnum() for character in text)
