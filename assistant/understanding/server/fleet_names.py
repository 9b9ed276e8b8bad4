"""The names by which a turn speaks of servers that its talk told apart: "on 02", "and one?", "the other"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.understanding.server.fleets import NUMBERS, WORD, Server

_OTHER = re.compile(
    r"\b(?:(?:on|for|of|in|at|and|with)\s+)?the other(?:\s+(?:one|server|box|site|machine))?\b", re.IGNORECASE
)
_OF_NUMBER = re.compile(
    r"\s*(?:(?!is\b|does\b|was\b|has\b|status\b)[a-z]+s\b|%|[.,]\d|[x:/*+-]\s?\d"
    r"|(?:gb|tb|mb|day|week|month|year|hour|disk|core|point|server|copy|copies|of|or|to|and \d)\b)",
    re.IGNORECASE,
)
_BEFORE_WORD = re.compile(
    r"(?:^|\b(?:on|of|for|in|at|and|or|but|so|server|box|vm|mabs|site|plant|machine|customer|backups?|restores?"
    r"|what about|how about|is|can|does|the))\W*$",
    re.IGNORECASE,
)
_BEFORE_VERB = re.compile(r"\b(?:i|we|you|they|to|a|an|any|every|no|another)\s$", re.IGNORECASE)
_BEFORE_LETTER = re.compile(r"\b(?:on|for|server|box|site|and)\s$", re.IGNORECASE)
_WORDS_OF_NUMBER = re.compile(r"(?:one|two|three|first|second|third|1st|2nd|\d{1,3})\Z", re.IGNORECASE)
_AROUND = re.compile(
    r"(?:\b(?:on|of|for|in|at|with|from)\s+)?(?:\b(?:the|our|my|his|her)\s+)?(?:\b(?:server|box|vm|mabs|site|plant"
    r"|machine|customer|node|location|branch)[\s-]*)?\Z",
    re.IGNORECASE,
)
_VERB = re.compile(r"\b(?:can|could|may|will|does|should|must|is|was)\s+$", re.IGNORECASE)
_NOUN_BEHIND = re.compile(
    r"['’]s\b|\s+(?:server|box|vm|mabs|site|plant|machine|office|one|branch)\b", re.IGNORECASE
)


def named_in(text: str, servers: Iterable[Server]) -> tuple[list[Server], str]:
    """The servers that `text` names, in its order, and what it says without their names."""
    known = {key: server for server in servers for key in server.keys}
    found: list[Server] = []
    rest, at = "", 0
    for word in WORD.finditer(text):
        bare = re.sub(r"['’]s?$", "", word[0])
        server = known.get(bare.lower()) or known.get(NUMBERS.get(bare.lower(), ""))
        before, after = text[at : word.start()], text[word.start() + len(bare) :]
        if server is None or not _is_meant(bare, text[: word.start()], after, server):
            continue
        if server not in found:
            found.append(server)
        noun = _NOUN_BEHIND.match(after)
        lead = _AROUND.sub("", _without_last(before, server))
        rest += f"{lead}the server" if _VERB.search(lead) else lead
        at = word.start() + len(bare) + (noun.end() if noun else 0)
    return found, rest + text[at:]


def is_other(text: str) -> bool:
    """Whether `text` speaks of the other of two."""
    return bool(_OTHER.search(text))


def without_other(text: str) -> str:
    """`text` without the words for the other of two."""
    return _OTHER.sub(" ", text)


def _without_last(before: str, server: Server) -> str:
    """`before` without a word of the server's name at its end: the "unit" of "unit 7"."""
    words = before.rstrip().rsplit(maxsplit=1)
    return before[: before.rindex(words[-1])] if words and words[-1].lower() in server.words else before


def _is_meant(word: str, before: str, after: str, server: Server) -> bool:
    """Whether a word that may be a name is one there: not a figure, nor "one" and "a" as in any sentence."""
    if _WORDS_OF_NUMBER.match(word):
        led = _BEFORE_WORD.search(before) or before.lower().split()[-1:] in ([one] for one in server.words)
        alone = before.strip() or not word.isalpha() or not after.strip(" ?.!")
        return bool(led and alone) and not _OF_NUMBER.match(after)
    if _BEFORE_VERB.search(before):
        return False
    if len(word) == 1:
        return word.isupper() or (word != "a" and bool(_BEFORE_LETTER.search(before)))
    return True
