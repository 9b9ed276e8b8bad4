"""Takes secrets out of text before it is stored: people paste tickets, and tickets have passwords in them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from assistant.secret_patterns import CUES, KEY_LENGTH, KEY_RUN, NAME, PATTERNS, SHORT_NAME

MASK = "[masked]"
EMAIL_MASK = "[e-mail]"
IP_MASK = "[ip]"

_SECRET_FIELD = re.compile(rf"(?:[\w-]*[_-])?(?:{NAME}|{SHORT_NAME})", re.IGNORECASE)
SHORT = 20
_MARKS = re.compile(r"[\s=:<>]")
"""A short text without any of these holds no name with a value, and no token of a known look."""

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
    """`text` with passphrases, passwords, keys, tokens and the like replaced by `[masked]`."""
    if len(text) < SHORT and not _MARKS.search(text):
        return text
    lowered = text.lower()
    for number in sorted({number for word, users in CUES.items() if word in lowered for number in users}):
        text = PATTERNS[number].sub(_masked, text)
    return KEY_RUN.sub(_masked, text) if len(text) >= KEY_LENGTH else text


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
    if isinstance(value, list | tuple):
        return [_walk(entry, mask, quoted) for entry in value]
    if isinstance(value, Mapping):
        return {key: _field(str(key), entry, mask, quoted) for key, entry in value.items()}
    return value


def _field(name: str, value: Any, mask: Mask, quoted: Mask) -> Any:
    if isinstance(value, str) and _is_secret_field(name) and value.lower() not in _NO_SECRET:
        return MASK
    return _walk(value, quoted if name in _QUOTING else mask, quoted)


@lru_cache(maxsize=1024)
def _is_secret_field(name: str) -> bool:
    return _SECRET_FIELD.fullmatch(name) is not None


def _masked(match: re.Match[str]) -> str:
    rest = match[0][len(match["keep"]) :]
    return match[0] if rest.lstrip("\"'`").startswith(MASK) else f"{match['keep']}{MASK}"


def _is_version(match: re.Match[str]) -> bool:
    """A MABS build such as 13.0.0.1 after "version" is no address."""
    return bool(_VERSION_BEFORE.search(match.string[max(0, match.start() - 12) : match.start()]))


def _is_no_address(text: str) -> bool:
    """Times of day and names such as a::b look like a short IPv6 address."""
    return bool(_CLOCK.fullmatch(text)) or not any(character.isdigit() for character in text)
