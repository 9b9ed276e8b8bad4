"""Mends misspelled domain words before the rules look at a question; everything else is left as typed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from assistant.decisions.expressions.families import Family
from assistant.decisions.expressions.patterns import lazy
from assistant.understanding.message.lexicon import LEAVE, LEXICON, SHORT_SLIPS
from assistant.understanding.subscription.state_typos import is_known, mended_slip

_CANDIDATES = tuple(sorted(LEXICON))  # sorted: of equally near words the first one wins
_REAL = frozenset(
    {
        "week",
        "work",
        "hour",
        "disk",
        "each",
        "loud",
        "stat",
        "stet",
        "moth",
        "gain",
        "pint",
        "port",
        "poin",
        "sine",
        "fase",
        "msql",  # rather MS SQL
    }
)
_SHORT_SLIPS = {
    slip: word
    for word in SHORT_SLIPS
    for slip in (word[:n] + word[n + 1 :] for n in range(1, len(word)))
    if len(slip) == 4 and slip not in _REAL
}
_WORD = re.compile(r"[A-Za-z][A-Za-z'-]{4,}")
_SHORT = re.compile(r"(?<![\w'-])[A-Za-z]{4}(?![\w'-])")


# English words that are slips of others where these stand beside them: "sine yesterday", "a moth ago".
_IN_PLACE = (
    (
        lazy(
            r"\bsine(?=\s+(?:the|this|my|our|last|yesterday|today|about|monday|tuesday|wednesday|thursday"
            r"|friday|saturday|sunday|\d))"
        ),
        "since",
    ),
    (lazy(r"\b2\s?be\b"), "to be"),
    (lazy(r"\bfw\b(?!\s*(?:v?\d|version|update|upgrade|level|release))"), "firewall"),  # else of a firmware
    (lazy(r"\bdata protection manager\b"), "DPM"),
    # What admins write in haste; a name or a path with a dot or a hyphen is left alone.
    (lazy(r"\brst\b(?=\s+(?:(?:from|of)\s+)?(?:azure|cloud|disk|vault)\b)"), "restore"),
    (lazy(r"(?<![\w.\\/-])mbx(?:e?s)?(?=\s+(?:dbs?|databases?|data|servers?|items?|backups?)\b)"), "mailbox"),
    (lazy(r"(?<![\w.\\/-])exchg?(?!\w|[\\-]|\.\w)"), "Exchange"),
    (
        lazy(
            r"(?<![\w.\\/-])dl(?=\s+(?:it|them|all|everything|the|and|&|n|\+|mabs|installer|package|setup|files"
            r"|there|whole|first)\b|\s+[&+])"
        ),
        "download",
    ),
    (lazy(r"(?<![\w.:\\/'’-])(?P<year>08|12)\s?(?=r2(?!\w))"), r"20\g<year> "),
    (
        lazy(
            r"(?<!\d )\b4(?=\s+(?:(?:my|our|your|their|us|me)|(?:file|folder|vm|sql) (?:backup|restore))\b)"
        ),
        "for",
    ),
    (lazy(r"(?<=\ba )moth\b"), "month"),
    (lazy(r"\bmoths\b(?= (?:ago|now|already))"), "months"),
    *(
        (lazy(rf"\b(?:{slips})\b"), number)  # by likeness some would be ordinals
        for slips, number in (
            ("fourty|fourthy", "forty"),
            ("fivty|fivety|fithty", "fifty"),
            ("eigthy|eigty|eightty", "eighty"),
            ("ninty|nintey|ninthy", "ninety"),
            ("fiveteen|fivteen", "fifteen"),
            ("hundret|hunderd|hundrets", "hundred"),
            ("thousend|thousant|tousand", "thousand"),
            ("dozend|dozzen|duzen", "dozen"),
        )
    ),
    (lazy(r"\bscratch-?(?=(?:space|disk|drive|volume|area|folder|location)\b)"), "scratch "),
    (lazy(r"(?<=\d)\s?To(?= (?:de|vers|pour|dans|en|sur|par)\b|\W*$)", 0), " TB"),
    (lazy(r"(?<=\d)\s?Go(?= (?:de|vers|pour|dans|en|sur|par)\b|\W*$)", 0), " GB"),
    # What somebody has, and no MySQL: written apart and in capitals, or with a word for what one has of it.
    (lazy(r"\b[Mm]y(?= SQL\b)", 0), "our"),
    (
        lazy(
            r"(?<!our )(?<!the )(?<!\ba )(?<!or )(?<!and )\bmy(?= sql\s+(?:servers?|databases?|dbs?"
            r"|box(?:es)?|vms?|nodes?|clusters?|instances?|hosts?|farm|machines?|agents?|jobs?|backups?|back\s?up|restores?"
            r"|recover\w*|protection|data|logs?|copies|copy|points?|express|std|standard|enterprise"
            r"|20(?:0[058]|1[24679]|22)|(?:is|was|runs) 20\d\d)\b)"
        ),
        "our",
    ),
    (lazy(r"\bwidows(?=\s+(?:server|client|\d))"), "windows"),
    (lazy(r"(?<=returning )fase\b|(?<=returns )fase\b|(?<=says )fase\b|(?<=returned )fase\b"), "false"),
)
_FAMILY = Family((word, pattern()) for pattern, word in _IN_PLACE)


@lru_cache(maxsize=64)  # a message is mended for several rooms
def mend_spelling(text: str) -> str:
    """`text` with misspelled domain words of five letters or more put right ("subcription", "sharpoint")."""
    text = _FAMILY.replaced(text, str)
    text = _SHORT.sub(lambda match: _SHORT_SLIPS.get(match[0].lower(), match[0]), text)
    return _WORD.sub(lambda match: _mended(match[0]), text)


@lru_cache(maxsize=4096)
def _mended(word: str) -> str:
    if "'" in word:
        return word
    lower = word.lower()
    if lower in LEAVE or lower in LEXICON or is_known(lower):
        return word
    if slip := mended_slip(lower):
        return slip
    allowed = 1 if len(lower) <= 7 else 2
    found = process.extractOne(lower, _CANDIDATES, scorer=DamerauLevenshtein.distance, score_cutoff=allowed)
    if found is None:
        return word
    if swapped := [one for one in _by_letters().get("".join(sorted(lower)), ()) if _swaps(lower, one)]:
        return swapped[0]
    best = str(found[0])
    same_start = best[0] == lower[0] or best[1:3] == lower[1:3]
    if len(lower) == 8 and found[1] == 2 and (len(best) < 9 or best[:3] != lower[:3]):
        return word
    plural = lower.rstrip("s") == best or best.rstrip("s") == lower or lower in {best + "ed", best + "ing"}
    return word if plural or not same_start else best


@cache
def _by_letters() -> Mapping[str, Sequence[str]]:
    """The candidates by their letters in order: two letters swapped come before one mistyped ("msyql")."""
    words: defaultdict[str, list[str]] = defaultdict(list)
    for word in _CANDIDATES:
        words["".join(sorted(word))].append(word)
    return dict(words)


def _swaps(slip: str, word: str) -> bool:
    return slip[0] == word[0] and DamerauLevenshtein.distance(slip, word) == 1


def mend_with(text: str, vocabulary: frozenset[str], known: Callable[[str], bool]) -> str:
    """`text` with words that `known` denies replaced by the one word of `vocabulary` a slip or two away.

    One slip from five letters on, two from eight; the first letter has to agree. Where two words are equally
    near, none is the one that was meant, and the word stays as typed.
    """

    def mended(match: re.Match[str]) -> str:
        word = match[0]
        lower = word.lower()
        if len(lower) < 5 or lower in vocabulary or known(lower):
            return word
        near = _by_first_letter(vocabulary).get(lower[0], [])
        allowed = 1 if len(lower) < 8 else 2
        found = process.extract(
            lower, near, scorer=DamerauLevenshtein.distance, score_cutoff=allowed, limit=2
        )
        alone = len(found) == 1 or (len(found) == 2 and found[0][1] < found[1][1])
        return str(found[0][0]) if alone else word

    return _WORD.sub(mended, text)


@lru_cache(maxsize=2)  # that of the live index, and the one before it while it is replaced
def _by_first_letter(vocabulary: frozenset[str]) -> Mapping[str, Sequence[str]]:
    words: defaultdict[str, list[str]] = defaultdict(list)
    for word in vocabulary:
        words[word[0]].append(word)
    return dict(words)
