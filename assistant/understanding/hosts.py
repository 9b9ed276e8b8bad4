"""Finds host names, URLs, IP addresses and ranges in a question."""

from __future__ import annotations

from assistant.decisions.expressions.patterns import lazy

_IP = r"(?:\d{1,3}\.){3}\d{1,3}(?:/\d{1,2})?"
_HOST = lazy(
    rf"(?P<url>\bhttps?://[^\s<>\"']+)|(?<![\w.])(?P<ip>{_IP})(?![\w.]*\w)"
    r"|(?<![\w@.-])(?P<name>(?:\*\.)?(?:[a-z0-9_](?:[a-z0-9_-]{0,62})\.)+(?P<tld>com|net|org|io|local"
    r"|internal|us|de|eu|uk|cn|ms|azure|cloud|gov)\b)(?!\()"
)
_PRODUCTS = lazy(r"^(?:asp|vb|ado|\.)?\.?net$")


def find_hosts(text: str) -> tuple[str, ...]:
    """URLs, names with a domain ending, IPv4 addresses and CIDR ranges, in order, each once."""
    found: list[str] = []
    for match in _HOST().finditer(text):
        value = match[0].rstrip(".,;:!?)")
        if match["ip"] and any(int(part) > 255 for part in value.split("/")[0].split(".")):
            continue
        if not _PRODUCTS().match(value):
            found.append(value)
    return tuple(dict.fromkeys(found))
