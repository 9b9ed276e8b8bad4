"""From a reply in free words to a branch: codes, numbers with units, yes and no, phrases, typos.

A reply that fits two branches alike fits none: asking again costs less than a wrong turn.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from rapidfuzz.distance import OSA

from assistant.decisions.reading.durations import Duration, find_durations
from assistant.troubleshooting.codes import known_codes
from assistant.troubleshooting.model import Branch, Range
from assistant.understanding.amounts.quantities import find_quantities

Command = Literal["skip", "back", "stop", "summary"]
_COMMANDS: tuple[tuple[Command, str], ...] = (
    (
        "skip",
        r"skip(?: (?:it|this|that|the step|this step|this one))?|next|pass"
        r"|(?:i )?(?:do not|can not|could not) (?:know|tell|say|check|find (?:it|that|out)|see (?:it|that))"
        r"(?: (?:it|that|this|right now|now|at the moment|yet))*"
        r"|(?:i am )?(?:not sure|unsure|not certain)|no (?:idea|clue)|dunno|idk|unknown|unclear|not known"
        r"|who knows|hard to (?:say|tell)|no access",
    ),
    (
        "back",
        r"back|go back|(?:one )?step back|previous(?: (?:step|question))?|undo"
        r"|(?:the )?(?:last|previous) (?:answer|reply) was wrong|that was wrong|wrong answer"
        r"|i (?:made a mistake|was wrong)",
    ),
    (
        "stop",
        r"stop(?: (?:it|this|here|now|the (?:session|troubleshooting)|troubleshooting))?"
        r"|quit|exit|leave|cancel|abort|end"
        r"|(?:i )?give up|never ?mind|forget it|close(?: (?:it|the session))?",
    ),
    (
        "summary",
        r"summary|summari[sz]e|so far|ticket"
        r"|(?:show|give|print)(?: me)?(?: the| a)? (?:summary|ticket(?: text)?)",
    ),
)
_POLITE = re.compile(
    r"^(?:(?:ok|okay|well|hm+|um+|uh|please|pls|sorry|let us|lets|can we|i would like to|i want to)\s+)+"
    r"|(?:\s+(?:please|pls|thanks|thank you|thx|sorry))+$"
)
_PATTERNS = tuple((name, re.compile(pattern)) for name, pattern in _COMMANDS)
_YES = re.compile(
    r"(?:yes+|yep|yeah|yup|ya|y|affirmative|definitely|absolutely|of course)\b.*"
    r"|sure|correct|right|indeed|exactly|true|positive|that is (?:right|correct|it)"
    r"|it (?:is|does|did|has|was)|they (?:are|do|did|have)"
)
_NO = re.compile(
    r"(?:no|nope|nah|n|negative|not (?:at all|really|yet)|unfortunately not)\b.*"
    r"|none|nothing|never|false|(?:it|they|there|that) (?:is|are|does|do|did|has|have|was|were) not"
)
_CONTRACTIONS = (
    (r"\bcan't\b|\bcannot\b|\bcant\b", "can not"),
    (r"\bwon't\b", "will not"),
    (r"n't\b", " not"),
)
_MISSPELT = re.compile(r"\b(is|are|does|do|did|has|have|was|were|could)nt\b")
_NEGATED = re.compile(r"\b(?:not|no|never|without|none|isnt|hardly|neither)(?:\W+\w+){0,2}\W*$")
_NUMBER = re.compile(r"(?<![\w.,])\d[\d ,]*(?:\.\d+)?(?![\w.])")
_ALL_DIGITS = re.compile(r"[\d\W]+")


@dataclass(frozen=True, slots=True)
class Match:
    """The branch that a reply means, with the names of the codes in it where the branch is about codes."""

    branch: Branch
    codes: tuple[str, ...] = ()


def plain(text: str) -> str:
    """`text` for comparing: lower case, single blanks, quotes and end marks off, "isn't" as "is not"."""
    folded = " ".join(text.casefold().replace("’", "'").replace("`", " ").split())
    for pattern, full in _CONTRACTIONS:
        folded = re.sub(pattern, full, folded)
    folded = _MISSPELT.sub(r"\1 not", folded).replace("it's", "it is").replace("i'm", "i am")
    return folded.strip(" .,;:!?\"'()[]*")


def command(text: str) -> Command | None:
    """What a reply asks of the session itself: to skip, to go back, to stop, or for a summary."""
    words = _POLITE.sub("", plain(text))
    return next((name for name, pattern in _PATTERNS if pattern.fullmatch(words)), None)


def yes_or_no(text: str) -> bool | None:
    """Whether a reply says yes or no; None when it says neither."""
    words = _POLITE.sub("", plain(text))
    if _YES.fullmatch(words):
        return True
    return False if _NO.fullmatch(words) else None


def names_branch(text: str, branches: Sequence[Branch]) -> bool:
    """Whether `text` is the label or a phrase of a branch, word for word: then it is no command."""
    words = plain(text)
    return any(words in _spellings(branch) for branch in branches)


def match(text: str, branches: Sequence[Branch], today: date | None = None) -> Match | None:
    """The one branch that `text` means, or None."""
    words = plain(text)
    if exact := next((branch for branch in branches if words in _spellings(branch)), None):
        return Match(exact)
    if any(branch.codes or branch.any_code for branch in branches) and (found := _by_code(text, branches)):
        return found
    if numbered := _by_number(text, branches, today):
        return Match(numbered)
    spoken = _by_phrase(words, branches)
    answered = _by_yes_no(text, branches)
    if spoken and answered and spoken is not answered:
        return None
    branch = spoken or answered or _by_typo(words, branches)
    return Match(branch) if branch else None


@lru_cache(maxsize=4096)
def _spellings(branch: Branch) -> tuple[str, ...]:
    return tuple(plain(phrase) for phrase in (branch.label, *branch.phrases))


def _by_code(text: str, branches: Sequence[Branch]) -> Match | None:
    codes = known_codes(text)
    for code in codes:
        for branch in branches:
            if code in branch.codes:
                return Match(branch, (code, *(other for other in codes if other != code)))
    known = next((branch for branch in branches if branch.any_code), None)
    return Match(known, codes) if codes and known else None


def _by_yes_no(text: str, branches: Sequence[Branch]) -> Branch | None:
    said = yes_or_no(text)
    if said is None:
        return None
    wanted = "yes" if said else "no"
    return _only(branch for branch in branches if wanted in _spellings(branch))


def _by_phrase(words: str, branches: Sequence[Branch]) -> Branch | None:
    """The branch with the longest phrase in the reply, unless the phrase is negated there."""
    best: dict[int, int] = {}
    for index, branch in enumerate(branches):
        lengths = [len(phrase.split()) for phrase in _spellings(branch) if _said(phrase, words)]
        if lengths:
            best[index] = max(lengths)
    longest = max(best.values(), default=0)
    return _only(branches[index] for index, length in best.items() if length == longest)


def _said(phrase: str, words: str) -> bool:
    if phrase in {"yes", "no", "true", "false"}:  # these answer at the start of a reply only
        return False
    found = _pattern(phrase).search(words)
    if not found:
        return False
    return bool(_NEGATIVE.match(phrase)) or not _NEGATED.search(words[: found.start()])


_NEGATIVE = re.compile(r"(?:.*\b)?(?:not|no|never|none|nothing|without|neither)\b")


@lru_cache(maxsize=4096)
def _pattern(phrase: str) -> re.Pattern[str]:
    """`phrase` as whole words; after "not" up to two other words may stand ("not currently running")."""
    inner = r"\W+".join(
        re.escape(word) + (r"(?:\W+\w+){0,2}?" if word == "not" else "") for word in phrase.split()
    )
    return re.compile(rf"(?<![\w-]){inner}(?![\w-])")


def _by_typo(words: str, branches: Sequence[Branch]) -> Branch | None:
    """The branch with a phrase that the reply holds with a letter or two wrong."""
    close = []
    said = words.split()
    for branch in branches:
        distances = [d for phrase in _spellings(branch) if (d := _distance(phrase, said)) is not None]
        if distances:
            close.append((min(distances), branch))
    nearest = min((distance for distance, _ in close), default=0)
    return _only(branch for distance, branch in close if distance == nearest)


def _distance(phrase: str, said: Sequence[str]) -> int | None:
    """Wrong letters in the best place for `phrase`; None where it isn't near. First letters have to agree."""
    if len(phrase) < 4 or _ALL_DIGITS.fullmatch(phrase):
        return None
    most, count = (1 if len(phrase) < 8 else 2), len(phrase.split())
    distances = []
    for start in range(len(said) - count + 1):
        window = " ".join(said[start : start + count])
        far = OSA.distance(phrase, window, score_cutoff=most)
        if far <= most and window[0] == phrase[0] and not _NEGATED.search(" ".join(said[:start])):
            distances.append(far)
    return min(distances, default=None)


def _by_number(text: str, branches: Sequence[Branch], today: date | None) -> Branch | None:
    ranged = [(branch, branch.numbers) for branch in branches if branch.numbers is not None]
    if not ranged:
        return None
    if ranged[0][1].unit in ("days", "hours") and (durations := find_durations(text, today)):
        longest = max((found.value for found in durations), key=lambda duration: duration.low)
        return _only(branch for branch, limits in ranged if _lasts(longest, limits))
    value = _value(text, ranged[0][1])
    return None if value is None else _only(branch for branch, limits in ranged if limits.holds(value))


def _lasts(duration: Duration, limits: Range) -> bool:
    """Whether a duration lies in a range for certain, open ends included."""
    scale = Decimal(24) if limits.unit == "hours" else Decimal(1)
    above = limits.above is None or duration.longer_than(Decimal(str(limits.above)) / scale) is True
    return above and (
        limits.up_to is None or duration.longer_than(Decimal(str(limits.up_to)) / scale) is False
    )


def _value(text: str, limits: Range) -> float | None:
    """The one amount in the reply in the range's unit; a bare number counts as being in it."""
    kind = {"GB": "size", "percent": "percent", "count": "count"}.get(limits.unit, "")
    amounts = {quantity.value for quantity in find_quantities(text) if quantity.kind == kind}
    if not amounts:
        amounts = {float(re.sub(r"[ ,]", "", found[0])) for found in _NUMBER.finditer(text)}
    return amounts.pop() if len(amounts) == 1 else None


def _only(branches: Iterable[Branch]) -> Branch | None:
    found = list(branches)
    return found[0] if len(found) == 1 else None
