"""What a number of a text is by what stands around it: a code with its readings, or something else."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.codes.entries import CodeId
from assistant.codes.entry_fit import SOME, Fits
from assistant.codes.finding import (
    amounts,
    bare_numbers,
    code_shapes,
    cues,
    non_code_context,
    number_nouns,
    number_slots,
    postal,
)
from assistant.codes.finding.columns import TELLS_CODE
from assistant.codes.finding.found_code import TOLD_LONGEST, Known
from assistant.codes.finding.known_numbers import used_by
from assistant.codes.finding.ports import is_port
from assistant.codes.finding.symbols import WELL_KNOWN
from assistant.codes.finding.trouble_words import tells_failure
from assistant.codes.normalization import Meaning, of_decimal, of_hex, of_signed
from ingest.codes import FOLD_FROM

FACILITY = re.compile(r"80(?!00000\d$)(?:0[0-9A-Fa-f]|1[03]|2[48]|78|99|31)[0-9A-Fa-f]{4}")
"""How results of Windows begin, without their 0x."""

STATUS = re.compile(r"C0[0-3][0-9A-F]|FFFFF|8100|84B|E0434|E06D7", re.IGNORECASE)
"""How results of the kernel, of setups and of runtimes begin."""

_SQL_MESSAGE = re.compile(
    r"(?:\bmsg[ \t]*|\bnative[ \t]+error:?[ \t]*|\bsql(?:[ \t]+server)?[ \t]+(?:error|msg|"
    r"message)[ \t:]*(?:code|number)?[ \t:]*)$",
    re.IGNORECASE,
)
_TELLING, _LONG, _TOO_LONG = 5, 6, 7
"""From how many digits on a number with an entry is seldom, and hardly ever, that of another thing."""

_BARELY = 0.5
"""What a word weighs that nearly every entry has."""

_SET_OFF = re.compile(r"(?:[(\[]|:[ \t])[ \t#]{0,2}$")
"""What sets a number off from its label: "wants the PIN (33470)"."""

_DASHED = re.compile(r"[^\W\d][ \t][-–—][ \t]$")
"""A dash between what happened and its code: "broken after the change - 3013"."""

_ALERT_BEFORE = re.compile(r"\b(?:alerts?|alarme?)[ \t#:]{1,3}$", re.IGNORECASE)
_TICKET_BEFORE = re.compile(
    r"\b(?:clos(?:e|ed|ing)|re-?open(?:ed)?|merged?(?: into| with)?|escalated?|duplicate of|linked to"
    r"|p[1-5]) #$",
    re.IGNORECASE,
)
"""What is done with a ticket: "ok to close #40002"."""

_SQL_LEVEL = re.compile(r",?[ \t]*(?:level|severity)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Hit:
    """A place of a text with what stands there. `candidate`: to be offered, not answered."""

    start: int
    end: int
    meaning: Meaning
    candidate: bool = False


def _as_cued(meaning: Meaning) -> Meaning:
    """The first reading alone, where the cue decides on it."""
    return Meaning(meaning.readings[:1]) if meaning.exclusive else meaning


class Judge:
    """Decides on the numbers of one text, given which codes are known and how much an entry fits a text."""

    def __init__(self, text: str, known: Known, fits: Fits) -> None:
        self._text = text
        self._known = known
        self._fits = fits

    def is_known(self, meaning: Meaning | None) -> bool:
        """Whether one of the codes that a number can mean has an entry."""
        return meaning is not None and any(self._known(code) for code in meaning.readings)

    def hit_of(self, start: int, end: int, cue: cues.Cue) -> Hit | None:
        """The hit of a number that has a cue, unless the number is visibly something else."""
        number = self._text[start:end]
        meaning = self.meaning(number, cue)
        if meaning is None:
            return None
        if number[:2].lower() == "0x" or number[0] in "-−–":
            return Hit(start, end, meaning)
        if amounts.is_other_quantity(self._text, start, end, strong=cue.strong):
            return None
        if not cue.strong and non_code_context.is_named_after(self._text, end):
            return None
        if amounts.is_negative(self._text, start):
            signed = of_signed(-int(number)) if number.isdecimal() else None
            sure = signed and (cue.strong or self.is_known(signed))
            return Hit(start - 1, end, signed) if signed and sure else None
        if self._is_sql(start, end):
            return Hit(start, end, Meaning((CodeId("sql", number),)))
        if cue.namespace == "mabs" and len(number) == _TOO_LONG and not self.is_known(meaning):
            return None
        if number.isdecimal() and self._is_counter(start, number, cue) and not self.is_known(meaning):
            return None
        wrapped = len(number) == 8 and FACILITY.fullmatch(number)  # hexadecimal by its look, without 0x
        if number.isdigit() and not cue.strong and len(number) < 10 and not wrapped:
            event = cue.namespace == "event" and self._known(CodeId("event", number))
            small = not event and (len(number) < 3 or self._is_only_year(number))
            http = cue.namespace == "http" and len(number) == 3
            if not http and (small or not self.is_known(meaning)):
                return None
        tiny = number.isdigit() and len(number) == 1
        said = cue.namespace == "win32" or (cue.namespace == "event" and cue.strong)
        if tiny and not said and not self.is_known(_as_cued(meaning)):
            return None
        return Hit(start, end, meaning)

    def _is_counter(self, start: int, number: str, cue: cues.Cue) -> bool:
        """Whether an event or an alert has more digits than those of Windows: a tool counts it."""
        if len(number) < _LONG:
            return False
        return cue.namespace == "event" or bool(_ALERT_BEFORE.search(self._text[max(0, start - 12) : start]))

    def _is_only_year(self, number: str) -> bool:
        """Whether a number reads as a year, and nothing in the text fits an entry that it has."""
        return amounts.is_year(int(number)) and not (
            len(self._text) <= TOLD_LONGEST
            and self._known(CodeId("mabs", number))
            and self._fits(self._text, number) > 0
        )

    def _is_sql(self, start: int, end: int) -> bool:
        """SQL Server numbers its messages too; they are none of ours."""
        before, after = self._text[max(0, start - 40) : start], self._text[end : end + 12]
        return bool(_SQL_MESSAGE.search(before)) or bool(_SQL_LEVEL.match(after))

    def is_else(self, start: int, end: int) -> bool:
        """Whether the words beside a number without a cue make it something else than a code."""
        if self.is_barred(start, end):
            return True
        if non_code_context.is_named_otherwise(self._text, start) and not self._is_about(start, end):
            return True
        return len(self._text) <= TOLD_LONGEST and self._is_of_noun(start, end)

    def is_barred(self, start: int, end: int) -> bool:
        """Whether what stands beside a number without a cue surely makes it something else than a code."""
        text = self._text
        told = len(text) <= TOLD_LONGEST
        named = non_code_context.is_named_otherwise(text, start) and not non_code_context.is_after_little(
            text, start
        )
        secret = told and number_nouns.is_surely_of_thing(text, start)
        return (
            amounts.is_other_quantity(text, start, end, strong=False)
            or amounts.is_glued_before(text, start)
            or ((named or secret) and not self._is_about(start, end))
            or (non_code_context.is_labelled(text, start) and not bare_numbers.comes(text, end))
            or non_code_context.is_number_of(text, start, end)
            or non_code_context.is_named_after(text, end)
            or non_code_context.is_phone(text, start)
            or (told and postal.is_in_address(text, start, end))
            or cues.is_of_thing(text, end)
            or (told and is_port(text, start, end))
            or (told and non_code_context.is_thing_elsewhere(text, start, end))
        )

    def is_of_thing_alone(self, start: int, end: int) -> bool:
        """Whether a noun stands before a number in a text that tells of no trouble, nor of what its entry
        does: "the crate 33505 goes out today"."""
        text, number = self._text, self._text[start:end]
        if end - start < _TELLING or "product" not in used_by(int(number)) or "?" in text:
            return False
        if number_slots.before(text, start)[0] not in ("noun", "nouns"):
            return False
        if (
            not number_nouns.is_of_noun(text, start)
            or bare_numbers.is_told_before(text, start)
            or bare_numbers.comes(text, end)
        ):
            return False
        told = TELLS_CODE.search(text) or tells_failure(text)
        return not told and self._fits(text, number) < SOME

    def _is_about(self, start: int, end: int) -> bool:
        """Whether a long number's label is what it is about: its entry tells of the same."""
        before = self._text[max(0, start - 4) : start]
        marked = (
            before.endswith("#")
            and not non_code_context.is_named_otherwise(self._text, start - 1)
            and not _TICKET_BEFORE.search(self._text[max(0, start - 16) : start])
        )
        apart = end - start >= _TELLING and _SET_OFF.search(before) is not None
        apart = apart or _DASHED.search(before) is not None
        if not (marked or apart or number_nouns.is_topic(self._text, start)):
            return False
        shared = self._fits(self._text, self._text[start:end])
        return shared > _BARELY if end - start >= _TELLING else shared >= SOME

    def _is_of_noun(self, start: int, end: int) -> bool:
        """Whether a noun before a number that its entry doesn't fit says whose it is."""
        number = self._text[start:end]
        if len(number) >= _LONG or not number.isdecimal() or bare_numbers.is_told_before(self._text, start):
            return False
        if not self.is_known(of_decimal(int(number))) or self._fits(self._text, number):
            return False  # of those that are well known from Windows, the words around are looked at
        return number_nouns.is_of_noun(self._text, start) or (
            number_nouns.may_be_port(self._text, start, end) and not code_shapes.tells_trouble(self._text)
        )

    def may_be_code(self, start: int, end: int, meaning: Meaning) -> bool:
        """Whether a bare number has an entry, or is well known from Windows and some trouble is told."""
        if self.is_known(meaning):
            return True
        well_known = not WELL_KNOWN.isdisjoint(meaning.readings)
        return (
            well_known
            and len(self._text) <= TOLD_LONGEST
            and code_shapes.tells_who_numbers(self._text)
            and not non_code_context.is_amount(self._text, start, end)
        )

    def meaning(self, number: str, cue: cues.Cue | None) -> Meaning | None:
        """What a number as written can mean, given its cue."""
        namespace = cue.namespace if cue else None
        if number[0] in "-−–":
            return of_signed(-int(number[1:]))
        if number[:2].lower() == "0x":
            return of_hex(int(number[2:] or "0", 16)) if len(number) <= 18 else None
        if not number.isdigit():
            value = int(number, 16)
            short = len(number) < 5 or len(number) > 8 or value < FOLD_FROM
            meaning = None if short else of_hex(value)
            looks = value >> 31 and (
                namespace != "mabs" or FACILITY.fullmatch(number) or STATUS.match(number)
            )  # "report ID 8C41F90A" is no result
            return meaning if looks or self.is_known(meaning) else None
        if len(number) == 8 and FACILITY.fullmatch(number):
            return of_hex(int(number, 16))
        decimal = of_decimal(int(number), namespace) if len(number) <= 10 and int(number) else None
        if len(number) == 5 and decimal and not self.is_known(decimal):
            folded = of_hex(int(number, 16))
            return folded if folded and self._known(folded.readings[0]) else decimal
        return decimal
