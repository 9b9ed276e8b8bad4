"""Tells whether a question is written in English. The assistant answers English only, and says so."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import lru_cache

from assistant.understanding.word_rules import word_set

# Function words that English does not share; a handful of each language is enough for a sentence.
_FOREIGN = {
    "German": (
        "der die das und ist nicht ein eine einen ich wir sie wie kann können muss wird mit für auf von "
        "zu den dem warum welche wieviel auch oder noch keine kein"
    ),
    "French": (
        "le la les des est une je nous vous comment peut faut avec pour dans sur pourquoi quelle quel "
        "combien et ou pas ne sont avoir cette mon notre mes aux du qui que"
    ),
    "Spanish": (
        "el la los las es una cómo como puedo puede con para por qué cuánto cuál y o del al está son hay "
        "nuestro mi sin se cuando donde en que"
    ),
    "Italian": (
        "il lo la gli le è una come posso può con per perché quale quanto e o del della sono nostro mio "
        "senza si quando dove che di non"
    ),
    "Portuguese": (
        "o os as é uma como posso pode com para por que qual quanto e ou do da são nosso meu sem se "
        "quando onde não em"
    ),
    "Dutch": (
        "het een is niet en ik wij hoe kan moet met voor op van waarom welke hoeveel ook of nog geen de "
        "zijn onze mijn naar wordt"
    ),
    "Polish": "jest nie jak czy w na z do i się że dla po co to mogę można ile przez jaki które",
    "Swedish": "är inte och hur kan jag vi med för på av till varför vilken ett en den det att som",
    "Turkish": "bir ve nasıl mı mi ne için ile bu var yok değil olarak kaç neden",
}
_ENGLISH = word_set(
    "the is are was were be been a an and or not do does did can could how what which when where why "
    "who will would should must may might have has had i we you it they my our your their this that "
    "these those to of in on for with from at by as if then than there here up out about into after "
    "before again no yes any all some only need needs get gets got let us me so still now too but per one "
    "says say said"
)
_ONLY_FOREIGN = {name: word_set(words) - _ENGLISH for name, words in _FOREIGN.items()}
_ANY_FOREIGN = frozenset[str]().union(*_ONLY_FOREIGN.values())
_SEVERAL = 2
_WORD = re.compile(r"[^\W\d_]+")


def foreign_language(text: str) -> str:
    """The language of `text` where it is plainly not English ("another language" when unnamed), else ""."""
    if not text.isascii():
        letters = [char for char in text if char.isalpha()]
        latin = sum(1 for char in letters if _is_latin(char))
        if latin < len(letters) / 2:
            return "another language"
    told = _WORD.findall(text.lower())
    if len(_ANY_FOREIGN.intersection(told)) < _SEVERAL:
        return ""
    words = Counter(told)
    english = _times(_ENGLISH, words)
    name, hits = max(
        ((name, _times(known, words)) for name, known in _ONLY_FOREIGN.items()), key=lambda pair: pair[1]
    )
    several = len(_ONLY_FOREIGN[name] & words.keys()) >= _SEVERAL
    return name if several and hits / words.total() >= 0.2 and hits > english else ""


@lru_cache(maxsize=4096)
def _is_latin(char: str) -> bool:
    return "LATIN" in unicodedata.name(char, "")


def _times(known: frozenset[str], words: Counter[str]) -> int:
    """How often words of a language stand in a text, which may be a whole log."""
    return sum(times for word, times in words.items() if word in known)
