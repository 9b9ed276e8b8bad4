"""Slips of one letter in the words that tell a state: a letter doubled, left out, or swapped with the next.

Such a slip is told from a word exactly, so that many more words can be mended than by likeness, which would
take other English words for them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from assistant.understanding.connection import link_words
from assistant.understanding.message.lexicon import LEAVE, LEXICON
from assistant.understanding.subscription.state_links import KNOWN
from assistant.understanding.word_rules import word_set

_LEAST = 5
_LEAST_DROPPED = 6  # a shorter word without one of its letters is too often another word
_MORE = word_set(
    "attached disks vault retrieve retrieves fetch fetches database databases folder folders services "
    "backing "
    "written writing create creating tonight subscription since while whether without because disconnected "
    "exactly passed through shows showed problem trouble machine cloud cannot connects connecting "
    "reconnected "
    "active expired server cover covers covered supports listed protects "
    "between every source sources annual channel correct workloads database table matrix"
)
# English words that look like such a slip.
_REAL = word_set(
    "baking barley bought brooke cases clint coupe crate crete curse ether exiting fired flies greta hardy "
    "hated "
    "indicted lined liner moths noting paced prefect rally relied relies reused reusing sands sipped statues "
    "unarmed complains preset copes though trough tying stated liked sable quiet trial trail signed singed "
    "united "
    "untied losses latter hopping planned barred severe leaned fiend breath county heathy placate rated "
    "dinned "
    "wining caned moped riped pulling polling shoed stoop scarped"
)


def mended_slip(word: str) -> str:
    """The word that `word` (in lower case) is a slip of; empty when it is none, or may be one of several."""
    return _table().get(word, "")


def is_known(word: str) -> bool:
    """Whether `word` (in lower case) is one of those that are mended to, and hence no slip itself."""
    return word in _vocabulary()


@cache
def _vocabulary() -> frozenset[str]:
    sets = (value for value in vars(link_words).values() if isinstance(value, frozenset))
    words = frozenset().union(*sets, KNOWN, _MORE)
    return frozenset(word for word in words if len(word) >= _LEAST and word.isalpha())


@cache
def _table() -> dict[str, str]:
    """Each slip with its word, those of two words left out."""
    words = _vocabulary()
    table: dict[str, str] = {}
    several: set[str] = set()
    for word in sorted(words):
        for slip in _slips(word):
            if table.setdefault(slip, word) != word:
                several.add(slip)
    return {slip: word for slip, word in table.items() if slip not in several and not _is_word(slip, words)}


def _is_word(slip: str, words: Iterable[str]) -> bool:
    return any(slip in known for known in (words, LEXICON, LEAVE, _REAL))


def _slips(word: str) -> Iterator[str]:
    """The first letter is hardly ever mistyped."""
    for place in range(1, len(word) - 1):
        here, following = word[place], word[place + 1]
        yield word[:place] + here + word[place:]
        yield word[:place] + following + here + word[place + 2 :]
        if len(word) >= _LEAST_DROPPED:
            yield word[:place] + word[place + 1 :]
