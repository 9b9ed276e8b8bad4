"""The one analyser of the lexical side: the same text gives the same tokens in the index and in a query.

Words become English stems. Whatever has inner structure (codes, versions, file and cmdlet names, URLs,
CIDR blocks, CamelCase) stays whole in lower case, and its parts come besides. Tokens hold letters, digits and
`PUNCTUATION` only; joined by spaces they go into FTS5, whose tokenizer (`FTS_TOKENIZER`) splits at spaces
and nowhere else.
"""

from __future__ import annotations

import re
import threading
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

PUNCTUATION = "._-/\\:=@&#%$+~"
"""Every character besides letters and digits that a token may hold."""

FTS_TOKENIZER = "ascii tokenchars '" + PUNCTUATION + "'"
"""FTS5's `tokenize` option that leaves our tokens whole (all beyond ASCII counts as a letter there)."""

MAX_TOKEN = 200

_STOPWORDS = """
" a about after again all also am an and any are as at be been being but by can could did do does
doing don for from had has have having he her here his how i if in into is it its just me my of on
or our out please shall she should so some than that the their them then there these they this those
to too up us very was we were what when where which while who whom why will with would you your
"""
STOPWORDS = frozenset(_STOPWORDS.split())
"""Words that a query leaves out unless it has no others. "not", "no", "before" and the like stay in."""

_SEPARATORS = re.compile(r"[^\w" + re.escape(PUNCTUATION + "'") + r"]+")
_EDGES = PUNCTUATION + "'"
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_SEGMENTS = re.compile(r"[/\\:=@&#%$+~]+")
_PARTS = re.compile(r"[^\W_]+")
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_ACRONYMS = re.compile(r"[A-Z]{2,}s")
_PLURAL_ACRONYM = re.compile(r"[b-df-hj-np-tv-xz]{1,3}[b-df-hj-np-rtv-xz]s")
_RUN_TOGETHER = re.compile(r"([a-z]{2,})(\d{2,})|(\d+)([a-z]{2,})|(\d{4})(r\d)")
_VERSION = re.compile(r"v?(\d+(?:\.\d+)+)")
_HEX = re.compile(r"0x0*([0-9a-f]+)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_EDITION = re.compile(r"(?:r|sp|ur|cu)\d{1,2}")

_stemmer_lock = threading.Lock()  # the stemmer keeps the word in work in itself


def analyze(text: str) -> list[str]:
    """The tokens of a text, in its order; a structured word is followed by its parts."""
    tokens: list[str] = []
    for word in _words(text):
        found = _tokens(word)
        if tokens and found and _EDITION.fullmatch(found[0]) and _YEAR.fullmatch(tokens[-1]):
            tokens.append(tokens[-1] + found[0])
        tokens.extend(found)
    return tokens


def indexed(text: str) -> str:
    """What the full-text table holds for a text."""
    return " ".join(analyze(text))


def query_tokens(text: str) -> list[str]:
    """Distinct tokens of a query without stopwords; a query of nothing but stopwords keeps them."""
    words = list(_words(text))
    telling = [word for word in words if word.lower() not in STOPWORDS]
    return list(dict.fromkeys(analyze(" ".join(telling or words))))


def match_tokens(tokens: Iterable[str]) -> str:
    """An FTS5 MATCH expression for any of the tokens."""
    return " OR ".join('"' + token.replace('"', '""') + '"' for token in tokens)


def stem(word: str) -> str:
    """The English stem of one word in lower case; "vms" and "vhds" lose their s, which stemmers leave."""
    if _PLURAL_ACRONYM.fullmatch(word):
        return word[:-1]
    with _stemmer_lock:
        return str(_stemmer().stemWord(word))


@lru_cache(maxsize=1)
def _stemmer() -> Any:
    import Stemmer

    return Stemmer.Stemmer("english")


def _words(text: str) -> Iterator[str]:
    text = unicodedata.normalize("NFKC", text).replace("’", "'")
    for word in _SEPARATORS.split(_THOUSANDS.sub("", text)):
        stripped = word.strip(_EDGES)
        if stripped:
            yield stripped


@lru_cache(maxsize=1 << 16)
def _tokens(word: str) -> tuple[str, ...]:
    if word.isalpha() and (word[1:].islower() or word.isupper() or len(word) == 1):
        return (stem(word.lower())[:MAX_TOKEN],)
    word = word.replace("'s", "").replace("'S", "").replace("'", "") or word.replace("'", "")
    if _ACRONYMS.fullmatch(word):
        return (stem(word.lower())[:MAX_TOKEN],)
    found = [_plain(word.lower())]
    for segment in _SEGMENTS.split(word):
        found.extend(_segment(segment.strip(_EDGES)))
    return tuple(dict.fromkeys(token[:MAX_TOKEN].rstrip(PUNCTUATION) for token in found if token))


def _segment(segment: str) -> Iterator[str]:
    """Tokens of what stands between slashes, colons and the like."""
    whole = segment.lower()
    yield _plain(whole)
    version = _VERSION.fullmatch(whole)
    if version:
        numbers = version[1].split(".")
        yield from (".".join(numbers[:count]) for count in range(len(numbers), 1, -1))
        return
    code = _HEX.fullmatch(whole)
    if code:
        yield "0x" + code[1]
        return
    parts = _PARTS.findall(segment)
    if "-" in whole and all(part.isalpha() and part.islower() for part in parts):
        yield stem("".join(parts))
    for part in parts:
        if len(part) > 1 or len(parts) == 1:
            yield from _part(part)


def _part(part: str) -> Iterator[str]:
    """Tokens of a run of letters and digits: itself, its CamelCase words, a number and its unit."""
    yield _plain(part.lower())
    pieces = [part] if _ACRONYMS.fullmatch(part) else _CAMEL.split(part)
    for piece in pieces:
        lowered = piece.lower()
        together = _RUN_TOGETHER.fullmatch(lowered)
        if together:
            yield from (_plain(half) for half in together.groups() if half)
        elif len(lowered) > 1:
            yield _plain(lowered)


def _plain(token: str) -> str:
    return stem(token) if token.isalpha() else token
