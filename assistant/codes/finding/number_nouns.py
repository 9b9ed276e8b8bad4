"""Whose number a number without a cue is, by the noun before it: "cabinet 33424", "the tag begins with 5".

Which nouns there are is open, so those are listed that a code may follow: of what tells, fails, and when.
Behind any other noun a number is that of the noun, unless its entry tells of what the text tells.
"""

from __future__ import annotations

import re

from assistant.codes.finding.number_owners import is_owner
from assistant.decisions.expressions.patterns import lazy
from assistant.decisions.reading.calendar_names import DAY_NAMES

_TELLING = (
    "error errors err code codes id ids event events alert alerts status message messages msg fault "
    "failure warning exception reason result results problem issue trouble number nr no hr hresult http "
    "winsock win32 popup pop-up dialog screen window banner page log errlog line column field text "
    "title titled mail console wizard portal setup installer install agent engine service job jobs task "
    "run vault azure dpm mabs mars vss sql rpc dcom scom msi backup restore recovery replica sync "
    "registration upload push update says say said shows show shown gets get got gotten gives give gave "
    "tells tell told reports report reported returns return returned returning means mean meant throws "
    "throw threw sees see saw seen seeing reads read answers answered replies replied responds "
    "responded complains ends ended stops stopped fails fail failed failing dies died aborts aborted "
    "crashes crashed quits exits exited finishes finished lists listed logs logged prints printed "
    "writes wrote displays displayed displaying showing getting giving saying reporting raises raised "
    "contains contained carries brings brought produces produced became becomes turned turns came comes "
    "hits hit met catches caught receives received has have had find finds found denied unavailable "
    "refused rejected blocked expired missing incorrect unreachable unknown inconsistent offline down "
    "red stuck dead broken lost aborting reached joined knows like again afterwards "
)
_LITTLE = (
    "kod код alarme socket montag dienstag mittwoch donnerstag freitag samstag sonntag wieder kam "
    "gestern weiter weiterhin dauernd ständig plötzlich "
    "heute morgen dann noch schon lundi mardi mercredi jeudi vendredi samedi dimanche hier encore lunes "
    "martes jueves viernes sábado domingo ayer otra otro "
    "a an the this that these those it its and or but nor plus then than as at by for from in into of "
    "off on onto out over per to up with without via vs versus about after against before behind beside "
    "between during since through until till under upon is are was were be been being am do does did "
    "can could may might will would shall should must not never no yes so too also just only even still "
    "always often sometimes mostly usually now here there today tonight yesterday tomorrow morning "
    "night noon evening again once twice later earlier first second last next another other one some "
    "any each every both either same such which what whats who when where why how if because i we you "
    "he she they me us him her them my our your his their "
    "get please hi hello hey help dear thanks well ok okay oh ugh damn infamous dreaded "
    "famous ominous mysterious strange weird new old notorious good bad inner outer unclear transient "
    "whole following above below near w re aw fw fwd wg der die das den dem ein eine einen mit bei von "
    "und oder ist war kommt laut wegen nach beim le la les un une avec et est el los del con y es por "
    "il lo che e di met en een het de z s na se med och og ve "
)
_LITTLE_WORDS = frozenset((*_LITTLE.split(), *DAY_NAMES))
_CAN_TELL = frozenset(_TELLING.split()) | _LITTLE_WORDS
_NOUN_BEFORE = re.compile(r"(?:^|[\s(\"'])(?P<noun>[^\W\d_][^\W\d_'’-]+)[ \t]$")
_WORD = re.compile(r"[^\W\d_]+")
_GROUP_BEFORE = re.compile(r"(?<![\w.,:/-])\d{2,4}[ \t]$|\bout of[ \t]$")
_NAMED_BY = lazy(
    r"\b(?P<noun>[a-z]{3,})(?: (?:number|code|key|id))?"
    r"(?: (?:for|of|to|on) (?:the |my |our |a )?[a-z]+(?: [a-z]+)?)?"
    r"[ \t]+(?:begins|starts|beginning|starting|began|started) (?:with|in|on)[ \t]+$"
    r"|\b(?:keys?|numbers?|cards?|codes?|serial|barcodes?|checksums?|hash|phone|mobile|tel|id|guid) "
    r"(?:ends|ending|ended) (?:with|in|on)[ \t]+$"
)
_SECRET = (
    r"(?:pin|passcode|combination|password|door code|access code|key|barcode|checksum|serial|"
    r"extension|badge|(?:locker|safe|alarm|gate|door|entry|unlock|lock|cabinet|garage|voucher|promo|order"
    r"|(?:dial|call|check|phone|sign)-?in|conference|bridge|meeting|join)"
    r" code)"
)
_SECRET_IS = lazy(
    rf"\b{_SECRET}(?: (?:for|of|to|on) (?:the |my |our |a )?[a-z'’]+(?: [a-z'’]+){{0,3}}?)?"
    r"[ \t]*(?::|=|\b(?:is|was|are|reads?|says)\b)[ \t]*$"
)
_OWNED = lazy(
    r"\b(?:our|my|his|her|their|your)[ \t]+(?:[a-z'’-]+[ \t]+){0,2}(?P<noun>[a-z'’-]+)"
    r"[ \t]+(?:is|was|=)[ \t]+$"
)
_IS_NUMBER = lazy(r"(?P<said>[^.;:,\n]{3,40})[ \t]is[ \t](?:number|no\.?|nr\.?)[ \t]+$")
_NUMBER_TO_CALL = lazy(
    r"\b(?:my|his|her|meine?|seine?|ihre?|new|neue)[ \t]+(?:new |neue |mobile |phone |direct )?"
    r"(?:number|nummer|durchwahl|extension)(?:[ \t]+(?:is|ist)|:)[ \t]+$"
)
_ASKED_FOR = lazy(
    r"\b(?:which|what|what['’]?s|your|the)[ \t]+(?P<noun>[a-z]+)(?:[ \t]+(?:number|no|nr|id)\.?)?"
    r"[ \t]?\?[^\n\d]{0,8}"
    r"\n[^\n]{0,24}?$"
)
"""The question of a chat that the next line answers: "which extension?"."""

_PORTS = lazy(r"\bports?\b")
_AS_PORTS = lazy(r"(?:[ \t]+and \d{2,5})?[ \t]+(?:as )?ports?\b")
_LAST_PORT = 65535
_SENTENCE = re.compile(r"[.!?]\s|\n")
_TOPIC = re.compile(r"(?:^|[.!?\n][ \t]*)(?:[\w'-]+ ){2,8}[\w'-]+:[ \t]$")
_LOOK_BACK = 72
_SHORTEST_NOUN = 3
_FEW_WORDS = 3
"""In texts of no more words the number is what they are about: "urgent 30111"."""

_ENDINGS = ("ly", "ing", "ed", "s")
"""Of adverbs and verbs, which tell how or when a number came."""


def is_of_noun(text: str, start: int) -> bool:
    """Whether a noun stands right before the number that nothing is known to tell a code with."""
    match = _NOUN_BEFORE.search(text[max(0, start - 32) : start])
    if match is None or len(_WORD.findall(text)) <= _FEW_WORDS:
        return False
    noun = match["noun"]
    return len(noun) >= _SHORTEST_NOUN and noun.lower() not in _CAN_TELL and not noun.endswith(_ENDINGS)


def is_surely_of_thing(text: str, start: int) -> bool:
    """Whether the number is part of a longer one, or a thing's: "5512 33424", "PIN for the safe: 4021",
    "our cost centre is 4052"."""
    before = text[max(0, start - _LOOK_BACK) : start]
    if _GROUP_BEFORE.search(before):
        return True
    named = _NAMED_BY().search(before)
    if named and (named["noun"] or "").lower() not in _CAN_TELL:
        return True
    owned = _OWNED().search(before)
    if owned and owned["noun"].lower() not in _CAN_TELL:
        return True
    asked = _ASKED_FOR().search(before)
    if asked and (is_owner(asked["noun"].lower()) or asked["noun"].lower() == "extension"):
        return True
    numbered = _IS_NUMBER().search(before)
    if numbered and any(is_owner(word.lower()) for word in _WORD.findall(numbered["said"])):
        return True
    return bool(_SECRET_IS().search(before) or _NUMBER_TO_CALL().search(before))


def may_be_port(text: str, start: int, end: int) -> bool:
    """Whether the sentence of a number is about ports, of which it can be one."""
    if not text[start:end].isdecimal() or int(text[start:end]) > _LAST_PORT:
        return False
    after = _SENTENCE.search(text, end)
    before = _SENTENCE.split(text[:start])[-1]
    return bool(_PORTS().search(before + text[end : after.start() if after else len(text)]))


def is_among_ports(text: str, start: int, end: int) -> bool:
    """Whether the sentence of a number speaks of ports before it, or says that it is one."""
    return bool(_PORTS().search(_SENTENCE.split(text[:start])[-1]) or _AS_PORTS().match(text, end))


def can_tell(word: str) -> bool:
    """Whether a code may follow a word, as it does what tells of one or a little word."""
    return word.lower() in _CAN_TELL


def is_little(word: str) -> bool:
    """Whether a word is no noun: one that says when, where or of what."""
    return word.lower() in _LITTLE_WORDS


def is_topic(text: str, start: int) -> bool:
    """Whether what stands before a number and its colon is its topic: "mount of the disk: 480007"."""
    return bool(_TOPIC.search(text[max(0, start - _LOOK_BACK) : start]))
