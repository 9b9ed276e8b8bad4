"""From a number as written to the codes it can mean. The rules of folding are here and in `ingest.codes`.

- Hexadecimal and decimal are the same MABS ID from 100000 up only: 0x186D2 is ID 100050, 0x5 is not ID 5.
- A hexadecimal number below that is a Win32 code, or a Winsock code in Winsock's range.
- Above 0x80000000 it is an HRESULT (or one that VSS defines); 0x8007nnnn wraps the Win32 code nnnn.
- A negative number is a 32-bit HRESULT written as signed.
"""

from __future__ import annotations

from dataclasses import dataclass

from assistant.codes.entries import CodeId, Namespace
from ingest.codes import FOLD_FROM, SIGN, WINSOCK, WORD, spelled_word

HTTP = range(300, 600)
MABS = range(10_000_000)
_FACILITY_WIN32 = 0x8007
_EXTENDED = 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class Meaning:
    """The codes that a number can mean, likeliest first.

    `exclusive`: the first with an entry is meant and the rest are not; otherwise all of them may be.
    """

    readings: tuple[CodeId, ...]
    exclusive: bool = True


def of_hex(number: int) -> Meaning | None:
    """What a hexadecimal number means; None for zero and for what no code looks like."""
    if number >> 32 == _EXTENDED and number & SIGN:  # sign-extended to 64 bits
        number &= WORD - 1
    if not 0 < number < WORD:
        return None
    if number >= SIGN:
        return _hresult(number)
    if number >= FOLD_FROM:
        mabs = (CodeId("mabs", str(number)),) if number in MABS else ()
        return Meaning((*mabs, *_words(number)))
    return Meaning(_windows(number))


def of_signed(number: int) -> Meaning | None:
    """What a negative number means: an HRESULT; None when it doesn't fit 32 bits."""
    return _hresult(number + WORD) if -SIGN <= number < 0 else None


def of_decimal(number: int, cue: Namespace | None = None) -> Meaning | None:
    """What a decimal number means after a cue: `mabs` ("ID"), `event`, `http`, `win32`, None ("error")."""
    if SIGN <= number < WORD:
        return _hresult(number)
    if number not in MABS:
        return None
    value = str(number)
    if cue == "win32":
        return Meaning((*_windows(number), CodeId("mabs", value)))
    if cue == "http":
        return Meaning((CodeId("http", value),)) if number in HTTP else None
    if cue == "event":
        return Meaning((CodeId("event", value), CodeId("mabs", value)))
    if cue == "mabs" or number >= FOLD_FROM:
        return Meaning((CodeId("mabs", value), CodeId("event", value)))
    http = (CodeId("http", value),) if number in HTTP else ()
    return Meaning((CodeId("mabs", value), *http, *_windows(number), CodeId("event", value)), exclusive=False)


def _hresult(number: int) -> Meaning:
    wrapped = _windows(number & 0xFFFF) if number >> 16 == _FACILITY_WIN32 else ()
    return Meaning((*_words(number), *wrapped))


def _words(number: int) -> tuple[CodeId, ...]:
    value = spelled_word(number)
    return (CodeId("hresult", value), CodeId("vss", value))


def _windows(number: int) -> tuple[CodeId, ...]:
    value = str(number)
    first: Namespace = "winsock" if number in WINSOCK else "win32"
    second: Namespace = "win32" if number in WINSOCK else "winsock"
    return (CodeId(first, value), CodeId(second, value))
