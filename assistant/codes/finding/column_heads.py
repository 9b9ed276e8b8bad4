"""What the head of a column, or the key of a record, says of the numbers below or behind it.

A head is read by its words, "LastErrorCode" as well as "Kod błędu": where all of them speak of an error and
of its number, the column is one of codes; "AlertCount" and "TransferredMB" are none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from assistant.codes.finding.number_owners import is_owner
from assistant.decisions.expressions.patterns import lazy

Kind = Literal["code", "event", "maybe", "id", "open", "tally", "other"]
"""What a column holds by its head: codes, events, numbers that are codes where they have an entry, IDs of
whatever the table is of, words in which a code may stand, counts of what went which way, or other things."""

CODE_KINDS: frozenset[Kind] = frozenset({"code", "event"})
"""What is a code, whether it has an entry or not."""

_WORDS = re.compile(r"№|[Nn][°º]|[^\W\d_]+")
_HUMPS = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")

_EVENTS = (
    r"event|evt|ev|ereignis(?:ses)?|evento|événement|evenement|gebeurtenis|händelse|hændelse|hendelse|zdarzeni[ea]"
    r"|událost[i]?|esemény|tapahtuma|olay|событи[ея]|instance"
)
_ERRORS = (
    rf"{_EVENTS}|err|errors?(?=code|id|no|nr)|error|fehler|fout|erreur|erro|errore|chyb[ay]?|błąd|błędu|hiba|virhe|hata"
    r"|fejl|feil|fel|ошибк[аи]|помилк[аи]|eroare|alert|alarm|fault|failure|fail|exception|exit|return|ret"
    r"|result|status|message|msg|hresult|win|nt|meldungs?|avbrott"
)
_NUMBERS = (
    r"codes?|ids?|no|nr|num|number|nummer|kod|kode|kód|kodu|koodi|cod|código|codigo|codice|kennung|номер|код|numéro"
    r"|número|numero|azonosító|identifier|identifikator|identyfikator|tunnus|kimliği|№|n[°º]"
)
_ERROR = lazy(_ERRORS)
_NUMBER = lazy(_NUMBERS)
_COMPOUND = lazy(rf"(?P<error>{_ERRORS})s?(?P<number>{_NUMBERS})")
_EVENT = lazy(rf"(?:{_EVENTS})s?(?:{_NUMBERS})?")
_UNSURE_WORDS = "alert alarm result status message msg meldung meldungs fail win nt "
_UNSURE = frozenset(_UNSURE_WORDS.split())
"""What has numbers that may be those of other things: they want an entry."""

_WHOLE_WORDS = (
    "code error event ev evt alert err ret errno errcode rc retcode errorlevel hresult hr fehler fout erreur "
    "erro errore hiba virhe hata fejl feil fel chyba błąd ошибка fault exception kod kode kód código "
    "codigo codice "
)
_WHOLE = frozenset(_WHOLE_WORDS.split())
"""Heads of one word, or the last one: "TopError"."""

_ALONE = frozenset({"hresult"})
_FILLING_WORDS = (
    "last first top main final inner outer most common latest recent job task agent dpm mabs mars vss win "
    "windows sql backup system os native the of de des del do da d l la le der die dell della di el av "
    "och azure zuletzt letzter letzte dernier dernière último última ultimo ultima senaste sidste siste "
    "laatste "
    "ostatni poslední son viimeisin utolsó "
)
_FILLING = frozenset(_FILLING_WORDS.split())
_OWNING = frozenset({"job", "task", "agent", "backup", "system"})
_OPEN_WORDS = (
    "err error errors events alerts code codes event id ids no nr number message msg result results "
    "detail details descr description text status state comment comments note notes reason last output "
    "problem info what remark remarks meldung hresult exit alert fehler cause hinweis bemerkung opis "
    "popis mensaje описание сообщение meaning incident summary subject outcome "
)
_OPEN = frozenset(_OPEN_WORDS.split())
_OPEN_STEM = lazy(r"(?:err|fehler|fout|chyb|błęd|hiba|virhe|hata|ошиб|ereignis|esemény)\w*")
_TALLIES_WORDS = (
    "ok okay success successful succeeded passed failed fail failures warn warning warnings errors info "
    "information infos missed skipped completed running criticals "
)
_TALLIES = frozenset(_TALLIES_WORDS.split())
_NUMBERED = frozenset({"code", "codes", "ids", "no", "nr", "number"})
_OF_RECORDS = frozenset({"id", "ids", "no", "nr", "number"})
_COUNTS_WORDS = (
    "count counts total totals per gb mb kb tb size sum items files days hours minutes min sec seconds "
    "free used time date retries attempts avg rate percent pct length duration "
)
_COUNTS = frozenset(_COUNTS_WORDS.split())
"""What makes the number of errors out of errors: "ErrorCount", "errors total"."""


def words_of(head: str) -> list[str]:
    """The words of a head in small letters: those of "LastErrorCode", "error_code" and "Código de error"."""
    return [word.lower() for word in _WORDS.findall(_HUMPS.sub(" ", head))]


@lru_cache(maxsize=512)
def kind_of(head: str) -> Kind:
    """What the numbers below `head` are."""
    words = words_of(head)
    if not words or _COUNTS.intersection(words):
        return "other"
    if words in (["id"], ["ids"]):
        return "id"
    if words == ["number"]:
        return "other"
    if _tells_code(words):
        return _kind_of_code(words)
    if _TALLIES.issuperset(words):
        return "tally"
    if len(words) > 1 and (words[-1] == "id" or (words[-1] in _NUMBERED and is_owner(words[-2]))):
        return "other"  # of a record, a job, a town: that of an error is told above
    return "open" if any(word in _OPEN or _OPEN_STEM().fullmatch(word) for word in words) else "other"


def _tells_code(words: list[str]) -> bool:
    """Whether the words are those of an error and of its number, or of an error alone."""
    told = [word for word in words if word not in _FILLING]
    if not told or not all(_is_of_code(word) for word in told):
        return False
    if told == ["id"] and _OWNING.intersection(words):
        return False  # "JobId"
    return (
        any(_NUMBER().fullmatch(word) or _COMPOUND().fullmatch(word) for word in told) or told[-1] in _WHOLE
    )


def _is_of_code(word: str) -> bool:
    return any(pattern().fullmatch(word) for pattern in (_ERROR, _NUMBER, _COMPOUND)) or word in _WHOLE


def _kind_of_code(words: list[str]) -> Kind:
    told = [word for word in words if word not in _FILLING]
    parts = [match["error"] if (match := _COMPOUND().fullmatch(word)) else word for word in told]
    numbered = len(told) > 1 or parts != told
    spoken = [part for part in parts if _ERROR().fullmatch(part)]
    errors = [part for part in spoken if part not in _UNSURE]
    if "alert" in parts and "code" in parts:
        return "code"
    if not errors or not (numbered or _ALONE.issuperset(parts)):
        return "maybe" if spoken or _WHOLE.intersection(told) else "open"
    return "event" if any(_EVENT().fullmatch(part) for part in errors) else "code"


def may_hold_code(head: str, heads: Sequence[str]) -> bool:
    """Whether a code may stand below `head`, one of `heads`."""
    return kind_of(head) not in ("other", "tally") and not numbers_records(head, heads)


def numbers_records(head: str, heads: Sequence[str]) -> bool:
    """Whether an ID is that of the row or of the alert, since another one of `heads` is that of the codes."""
    if kind_of(head) not in ("id", "maybe") or words_of(head)[-1] not in _OF_RECORDS:
        return False
    return any(kind_of(other) in CODE_KINDS or words_of(other) == ["code"] for other in heads)
