"""What is said of the codes of a message and of a place asked for beside one, and which number is a code."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from assistant.answer import Finding
from assistant.codes import error_documents
from assistant.codes import specialist as codes
from assistant.codes.code_extraction import find_codes
from assistant.codes.code_wording import NAME as CODES
from assistant.codes.finding.amounts import is_year
from assistant.codes.finding.bare_numbers import FAR_YEARS
from assistant.codes.finding.found_code import Known
from assistant.codes.finding.malformed_codes import mended, misfits_in, no_entry
from assistant.codes.normalization import of_decimal
from assistant.codes.table_codes import held_against
from assistant.codes.unknown_codes import unknown_name
from assistant.decisions.calculations.recovery_points import LIMIT
from assistant.dialogue.carried_subject import SUBJECT, is_lone_number
from assistant.guide_search import SURE_OF_GUIDE
from assistant.specialists import limits, prerequisites
from assistant.specialists.errors import error_talk
from assistant.specialists.matrix import protection
from assistant.specialists.passages import guide
from assistant.specialists.states import connectivity
from assistant.understanding.product.products import find_bare_versions
from assistant.understanding.reading import Reading
from ingest.analysis import query_tokens

if TYPE_CHECKING:
    from assistant.knowledge import Knowledge

# A place that is asked for beside a code, and whether it is one of setup.
_WHERE = re.compile(r"\b(?:where|which (?:log|folder|file))\b[^.?!\n]{3,60}", re.IGNORECASE)
_OF_SETUP = re.compile(r"\b(?:setup|install\w*|wizard)\b", re.IGNORECASE)
_SHORT_WORDS = 4
_STORY_WORDS = 20
_MOST_DIGITS = 3
_OF_FIGURES = (connectivity.NAME, limits.NAME, prerequisites.NAME, protection.NAME)
_NUMBER = re.compile(
    r"(?:^|[.,;:]\s|\b(?:and|then|also|now|what about|how about|what(?:'?s| is)|or|next|is|was|it|got"
    r"|gets?|shows?|says?|came|comes?|plus|code|id|number|another|again)[\s,:]+)[(\"'#]?"
    r"(?P<number>0x[0-9a-f]{3,8}|-\d{9,10}|\d{2,7})(?=[\")']?(?:\s*[?,.;!)]|\s*$|\s+(?:then|too|as well"
    r"|came|comes|shows?|up|says?|now|appears?|same|means?|instead|pops?|on|in|at|is|there)\b))",
    re.IGNORECASE,
)
_LONG = re.compile(
    r"(?<![\w.,:/\\$€£%-])(?<!error )(?<!code )(?<!id )(?P<number>\d{5,7})"
    r"(?![\w:/\\-]|[.,]\d|\s*(?:[kmgtp]i?b\b|%))",
    re.IGNORECASE,
)
"""A number so long is hardly anything else there."""

_CALLED = re.compile(
    r"\b(?:error|code|id|event|alert|message)(?:\s+(?:id|no|number|code))?\W{0,3}$", re.IGNORECASE
)
_CALLED_CODE = re.compile(r"\b(?:error|code|id|event|alert|message)\w*\W{0,3}\d", re.IGNORECASE)
_QUANTITY = re.compile(
    r"\b(?:port|tcp|udp|version|sql|windows|server|exchange|sharepoint|office|year)\W*$", re.IGNORECASE
)


_NUMBERS_ALONE = re.compile(r"(?:\d{3,7}|(?:and|or|plus|vs|then|also|\W)\s*)+", re.IGNORECASE)
_DIGITS = re.compile(r"(?<!\d)\d{3,7}(?!\d)")
_SEVERAL = 2


def with_cue(text: str, previous: Mapping[str, Any]) -> str:
    """`text` with the cue that a further number needs while an error is the subject: "and 131313?"."""
    of_codes = previous.get(error_talk.KEY) or previous.get("specialist") == CODES
    short = of_codes and len(text.split()) <= error_talk.MOST_WORDS
    match = (_NUMBER.search(text) or _LONG.search(text)) if short else None
    if match is None:
        return text
    start = match.start("number")
    if _QUANTITY.search(text[:start]) or (_is_year(match["number"]) and not _CALLED.search(text[:start])):
        return text
    return f"{text[:start]}error {text[start:]}"


def _all_cued(text: str, known: Known) -> str:
    """`text` with a cue at each of several numbers that are all it consists of, where one has an entry."""
    numbers = _DIGITS.findall(text) if _NUMBERS_ALONE.fullmatch(text) else []
    if len(numbers) < _SEVERAL or not any(_has_entry(number, known) for number in numbers):
        return text
    return _DIGITS.sub(lambda match: match[0] if _is_year(match[0]) else f"ID {match[0]}", text)


def _has_entry(number: str, known: Known) -> bool:
    code = of_decimal(int(number))
    return code is not None and any(map(known, code.readings))


def _is_year(number: str) -> bool:
    """Whether a number reads as a year that a product or a date may have."""
    return number.isdecimal() and is_year(int(number)) and int(number) < FAR_YEARS


def coded(text: str, reading: Reading, knowledge: Knowledge) -> list[Finding]:
    """What is said of the codes in `text`; a version or a figure that goes on with the talk is none."""
    named = bool(reading.named_products)
    version = reading.followup and named and len(reading.plain.split()) <= _SHORT_WORDS
    told: list[Finding] = []
    if not version and not limits.goes_on(reading):
        with knowledge.catalogues() if knowledge.user_collections() else nullcontext() as users:
            likeness = knowledge.likeness if knowledge.is_built() else None
            reference = knowledge.reference()
            text = _all_cued(mended(text, reference.has), reference.has)
            told = codes.consult(text, reference, users, likeness=likeness)
            short = told and not reading.previous and len(reading.plain.split()) <= _STORY_WORDS
            if short and codes.has_bare(text, reference, users):
                more = codes.consult(text, reference, users, bare=True, likeness=likeness)
                told = more if len(more) > len(told) and _are_alike(more) else told
    if stands := _documented(text, told, knowledge):
        return [stands]
    if told and _is_figure(reading, told[0]):
        told = []
    if misfits := misfits_in(text):
        told = [*told[:-1], codes.without_entry(told[-1], misfits)] if told else [no_entry(misfits)]
    if not told and (nameless := unknown_name(reading.text, knowledge.reference())):
        told = [nameless]
    states = (reading.connectivity, reading.subscription)
    return [replace(held_against(finding, *states), fitted=True) for finding in told]


def _documented(text: str, told: Sequence[Finding], knowledge: Knowledge) -> Finding | None:
    """Where the one error of a message stands, where that is what is asked; the words that ask for it may
    hide its code."""
    rest = error_documents.without_request(text) if len(told) <= 1 else None
    if rest is None:
        return None
    found = [*told] or codes.consult(rest, knowledge.reference(), bare=True)
    stands = error_documents.told(found[0]) if len(found) == 1 else None
    return replace(stands, fitted=True) if stands else None


def _are_alike(told: Sequence[Finding]) -> bool:
    """Whether findings are on codes with as many digits each: one cue then stands for all of them."""
    return len({len(one.inputs["code"]) for finding in told for one in finding.verdicts[:1]}) == 1


def _is_figure(reading: Reading, told: Finding) -> bool:
    """Whether what is taken for a code is rather a version or a figure in a talk of something else."""
    of_talk = reading.previous.get("specialist") in _OF_FIGURES or reading.previous.get(SUBJECT)
    if told.status == "abstained" and _is_of_vault(reading):
        return True
    lone = of_talk and is_lone_number(reading.plain) and len(reading.plain.strip(" ?.!")) <= _MOST_DIGITS
    return bool(lone or (told.status == "abstained" and is_version(reading)))


def _is_of_vault(reading: Reading) -> bool:
    """Whether a number without a word for a code is that of the points that a vault holds."""
    numbers = {code.value for code in find_codes(reading.text) if not code.candidate}
    return numbers == {str(LIMIT)} and not _CALLED_CODE.search(reading.text)


def is_version(reading: Reading) -> bool:
    """Whether nothing is named but a year that products have as their version ("what about 2016?")."""
    return len(query_tokens(reading.plain)) == 1 and bool(find_bare_versions(reading.plain))


def place_beside(reading: Reading, knowledge: Knowledge) -> Finding | None:
    """What the guide says to a place that is asked for beside a code without an entry: "where's the log?"."""
    asked = _WHERE.search(reading.plain)
    if not asked:
        return None
    of_setup = " of setup" if _OF_SETUP.search(reading.plain) else ""
    query, retrieval = knowledge.mended_search(f"{asked[0]}{of_setup}")
    found = guide.consult(knowledge.retriever(), query, retrieval, knowledge.intents(query))
    return found if found.confidence >= SURE_OF_GUIDE else None
