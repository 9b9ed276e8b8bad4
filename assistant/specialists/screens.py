"""Answers from the place that a talk has reached on the way through portal, extraction and setup.

"Next clicked, what now", "the step after?", "what do I enter there", "which button": the step to be done is
read from what is reported as done, or kept from the turns before, and what is asked of it is told.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from assistant.answer import Finding
from assistant.decisions import guide as sections
from assistant.decisions import screens
from assistant.decisions.patterns import lazy
from assistant.decisions.types import DecisionResult
from assistant.specialists.tables import finding_of
from assistant.understanding.forms import tells_fault
from assistant.understanding.patterns import word_set
from assistant.understanding.reading import Reading
from assistant.understanding.walkthrough import CLAUSE, to_do, without_names

NAME = "screens"
STAND = "step stand"
"""The fact that tells how the step kept under `NAME` was reached, a `Stand`."""

AGE = "step age"
"""The fact that tells for how many turns the step kept under `NAME` was not spoken of."""

_SECTIONS = frozenset(source.section for source in (sections.DOWNLOAD, sections.EXTRACT, sections.INSTALL))
_OLDEST = 3
_LETS_GO = ("codes", "connectivity", "protection", "network")
"""The specialists whose answers end the talk on the way through setup."""


class Stand(StrEnum):
    """How the place was reached: by a report of the step before, by being there, or as it was told."""

    DONE = "done"
    AT = "at"
    TOLD = "told"
    TOLD_AT_ONCE = "told at once"


class Asked(StrEnum):
    """What is asked of the place in the sequence."""

    NEXT = "next"
    NOW = "now"
    HERE = "here"
    BEFORE = "before"
    ALL = "all"
    AGAIN = "again"
    NOTHING = "nothing"


_BEFORE = lazy(r"\b(?:before|previous|prior|precedes?|preceding|preceded)\b")
_NEXT = lazy(
    r"\b(?:next|after|afterwards|follow(?:s|ing|ed)?|then|continue|proceed|go on|subsequent"
    r"|comes?|opens?|appears?|starts?)\b"
)
_NOW = lazy(r"\b(?:now|what happens|what (?:do|should|to)(?: (?:i|we))? do)\b")
_DOES = (
    r"(?:enter\w*|typed?|fill\w*|put|give|given|provided?|choos\w*|chosen?|pick\w*|select\w*|tick\w*|set|click\w*|press\w*"
    r"|hit|push|verif\w*|check|browse|start|run|launch)"
)
_HERE = lazy(
    rf"\b(?:what|which|where)\b[^.?!]*\b{_DOES}\b|\b{_DOES}\s+what\b"
    r"|\b(?:what|which)\b[^.?!]*\b(?:want\w*|ask\w*|expect\w*|need\w*|doing)\b"
    r"|\b(?:what|which|where) (?:\w+ ){0,3}?(?:goes|go|comes|belongs?)\b[^.?!]*"
    r"\b(?:in|into|there|here|it)\b"
    r"|\bwhere (?:do|does|should|must|will) (?:they|it|that|this|those) go\b"
    r"|\bbuttons?\b|^\W*(?:and\W+)?(?:here|there)\W*$|\bwhich one\b"
    r"|\b(?:the )?(?:other|second|first|field|box|drop-?down)\W*$"
)
_ALL = lazy(r"\b(?:all|every\w*|each|both)\b")
_OR_ONE = lazy(r"\b(?:or|only|just|need|enough)\b")
_SAYS_NO_MORE = word_set(
    "next clicked click pressed press hit selected ticked done ok okay k now what whats and then so it "
    "its that this did went through passed green finished comes come happens happen is are was do does "
    "i we me us my have has had want wants wanted ask asks asked asking for which screen page dialog "
    "window button buttons step stage phase part menu field box entry option list drop dropdown "
    "checkbox checkboxes installed thing one ones after there here go goes on continue the a an to see "
    "sees shows say says yes good fine great thanks thx will would should must name of right first "
    "second other with in into at setup wizard please pls set entered typed chosen confirmed accepted "
    "saved filled what's it's that's where's where from enter type fill out put give given provide "
    "choose pick select tick push verify check browse expect expects expected called named following "
    "follows follow afterwards subsequent proceed opens open opened before previous prior preceding got "
    "file files folder workload workloads as run launch appears appear starts start be been need needs "
    "needed doing i'm im am just or but well hm hmm um portal installer registration install page's "
    "step's them they these those behind you one's left clicking pressing hitting selecting checks "
    "password passphrase path proxy key credentials updates update sql too all everything both location"
)
_FEW_WORDS = 6
_FEW_ASKING = 14
_GUIDE = "guide"
_STRONGLY_NEXT = lazy(r"\b(?:next|after|follow(?:s|ing)?|then)\b")
_GOES_ON = lazy(r"\b(?:after|then|now|follow\w*)\b|^\W*(?:and\W+)?next\W*$")
_BUTTON = lazy(r"\bbuttons?\b")
_FROM = lazy(r"\b(?:before|previous|prior)\b")
_CHECKED = ("prerequisite checks", "sql settings")
_REPAIR = lazy(r"\b(?:repair\w*|fix\w*|mend\w*|correct\w*|resolv\w*|solv\w*|sorted)\b")
_AGAIN = lazy(r"\b(?:again|re-?run|restart|re-?start|anew|start over|from scratch|button|re-?check)\b")
_STRICTLY_DONE = lazy(
    r"\b(?:done|finished|clicked|pressed|hit|entered|typed|filled|chosen|chose|picked|selected|ticked|saved|provided"
    r"|answered|confirmed|accepted|opted|installed)\b"
    r"|\b(?:checks?|password|path|passphrase|settings?|sql|updates?|page|all|everything)\b.*"
    r"\b(?:ok|okay|fine|green|passed|good|in|set)\b"
)
# Where a report of what was done ends and what is asked begins; and that something was done.
_REPORTED = lazy(r"\b(?:done|did|got|have|has|chose|took|gave|went|put|set|hit|am|i'm|found|see|\w{2,}ed)\b")
_GOT_FILE = lazy(r"\b(?:got|have|downloaded|saved|received)\b[^.;?]{0,30}\b(?:file|it|them|cred\w*|key)\b")
# What a check found is mended: the check comes again, not the screen behind it.
_MENDED = lazy(r"\b(?:fixed|corrected|resolved|repaired|sorted|mended|solved|restart\w*|reboot\w*)\b")
_OF_CREDENTIALS = lazy(r"\bcred(?:ential)?s?\b|\bvault\W+(?:key|file)|\bkey file\b")
_GREY = lazy(
    r"\bdownload\b.*\b(?:gr[ea]y\w*|inactive|disabled|not active|can'?t be)\b"
    r"|\b(?:gr[ea]y\w*|inactive)\b.*\bdownload\b"
)
# A report of something else than expected is none of a step that is done.
_HITCH = lazy(r"\bbut\b|\bno\b|\bnot\b|n['’]t\b|\bmissing\b|\binstead\b|\bnothing\b|\bcannot\b")
_ACTIVE = lazy(r"\b(?:tick|check)ed\b|\bactive\b")
_QUESTION = lazy(
    r"\?|^\W*(?:(?:and|so|but|ok)\W+)*(?:is|are|was|do|did|has|have|will|would)\b"
    r"|\b(?:what|which|where|how|why|when|who|can|may|must|should|does|do i|is it|are we|not|won't|n't)\b"
)
_WORD = re.compile(r"[a-z']+")


def consult(reading: Reading) -> Finding | None:
    """What is told of the place reached; None when the question asks for anything else."""
    told, asked = _report(reading.plain)
    what = _asked(asked, reading)
    if what is Asked.NOTHING and told:
        what = _asked(reading.plain, reading)  # all of it is a report
    if what is Asked.NOTHING:
        told, asked = reading.plain, ""
    if what is Asked.AGAIN:
        return finding_of(screens.checked_again(reading.previous[NAME]), NAME)
    if what is None or _MENDED().search(told or asked):
        return None
    result = _answered(what, _place(told, asked, reading), asked)
    return finding_of(result, NAME) if result else None


def reached(finding: Finding) -> str:
    """The step that a finding of this specialist leads to."""
    return finding.verdicts[0].outcome


def left_by(reading: Reading, finding: Finding, before: Mapping[str, Any]) -> dict[str, Any]:
    """The place in the sequence that a turn leaves for the next one."""
    if finding.specialist == NAME:
        at_once = not (_QUESTION().search(reading.plain) or _GOES_ON().search(reading.plain))
        return {NAME: reached(finding), STAND: Stand.TOLD_AT_ONCE if at_once else Stand.TOLD}
    if finding.specialist in _LETS_GO:
        return {}
    place = _of_answer(reading, finding) if finding.specialist == _GUIDE else None
    if place:
        return {NAME: place[0], STAND: place[1]}
    age = before.get(AGE, 0) + 1
    kept = {key: before[key] for key in (NAME, STAND) if before.get(key)}
    return {**kept, AGE: age} if kept and age < _OLDEST else {}


def _of_answer(reading: Reading, finding: Finding) -> tuple[str, Stand] | None:
    """The place that a question on setup names, else the screen that the guide's answer begins with."""
    first = finding.statements[0]
    if not any(evidence.section in _SECTIONS for evidence in first.evidence):
        return None
    if named := to_do(reading.plain):
        return named.key, Stand.DONE if named.done else Stand.AT
    if finding.status == "abstained":
        return None
    said = to_do(first.text.partition(". ")[0].replace("*", ""))
    if said is None:
        return None
    return (screens.next_to(said.name), Stand.TOLD) if said.after else (said.name, Stand.AT)


def _asked(asked: str, reading: Reading) -> Asked | None:
    """What is asked, as far as it is nothing but that; None for anything else."""
    place = reading.previous.get(NAME)
    few = len(asked.split()) <= _FEW_ASKING
    if few and place == "files" and _ALL().search(asked) and _OR_ONE().search(asked):
        return Asked.ALL
    if few and place in _CHECKED and _REPAIR().search(reading.plain) and _AGAIN().search(asked):
        return Asked.AGAIN
    if set(_WORD.findall(without_names(asked).lower())) - _SAYS_NO_MORE:
        return None
    for form, what in _FORMS:
        if form().search(asked):
            return what
    return None if _QUESTION().search(asked) else Asked.NOTHING


_FORMS = ((_BEFORE, Asked.BEFORE), (_HERE, Asked.HERE), (_NEXT, Asked.NEXT), (_NOW, Asked.NOW))


def _answered(what: Asked, place: tuple[str, Stand] | None, asked: str) -> DecisionResult | None:
    if what is Asked.ALL:
        return screens.every_file()
    if place is None or not place[0]:
        return None
    key, stand = place
    if what is Asked.BEFORE:
        return screens.before(key)
    if what is Asked.HERE and not (_STRONGLY_NEXT().search(asked) and _goes_on(stand, asked)):
        return screens.at(key)
    if what is Asked.NOW and stand is Stand.AT:
        return screens.at(key, onward=True)
    if stand in (Stand.DONE, Stand.TOLD_AT_ONCE):
        return screens.arriving(key, told=stand is Stand.TOLD_AT_ONCE and what is Asked.NEXT)
    return None if what is Asked.NOTHING else screens.after(key)


def _goes_on(stand: Stand, asked: str) -> bool:
    """Whether "the next button" or "the following page" is another step than the one reached."""
    return stand in (Stand.DONE, Stand.TOLD) or (stand is Stand.AT and not _BUTTON().search(asked))


def _place(told: str, asked: str, reading: Reading) -> tuple[str, Stand] | None:
    """The step to be done, and how it was reached: by the message, else as the turns before left it."""
    fault = tells_fault(told)
    if told and (asked or not fault) and (got := _of_file(told, reading)):
        return got
    if fault or _HITCH().search(told):
        return None
    before = _before(reading)
    if told:
        if report := _named_in_report(told, reading):
            return report
        moves = before and len(told.split()) <= _FEW_WORDS and (asked or _STRICTLY_DONE().search(told))
        return _moved_on(before) if before and moves else None
    if named := to_do(asked):
        if named.after and not _BEFORE().search(asked):
            return screens.next_to(named.name), Stand.DONE
        own = before or _FROM().search(asked) or (named.done and not _QUESTION().search(asked))
        return (named.key, Stand.DONE if named.done else Stand.AT) if own else None
    return before


def _moved_on(before: tuple[str, Stand]) -> tuple[str, Stand]:
    """The place after a step is said to be done that isn't named: the one told or stood at before."""
    key, stand = before
    return (key, stand) if stand is Stand.DONE else (screens.next_to(key), Stand.DONE)


def _report(text: str) -> tuple[str, str]:
    """What a message reports as done, and what it asks behind that; all of it where nothing is reported."""
    ends = [match for match in CLAUSE.finditer(text) if text[match.end() :].strip()]
    if not ends or "?" in text[: ends[-1].start() + 1] or not _REPORTED().search(text[: ends[-1].start()]):
        return "", text
    return text[: ends[-1].start()], text[ends[-1].end() :]


def _of_file(told: str, reading: Reading) -> tuple[str, Stand] | None:
    """The place that a report on a file or a button tells together with what was asked before."""
    before = reading.previous.get("query", "") if _is_of_setup(reading) else ""
    if _GOT_FILE().search(told) and _OF_CREDENTIALS().search(f"{before} {told}"):
        return "vault identification", Stand.DONE  # it is where the credentials are asked for
    if _GREY().search(before) and _ACTIVE().search(told):
        return "portal download", Stand.DONE
    return None


def _named_in_report(told: str, reading: Reading) -> tuple[str, Stand] | None:
    """The place that a report names; a first message has to end with a step that was taken."""
    follows = _is_of_setup(reading) or _before(reading)
    named = to_do(told) if follows or _REPORTED().search(CLAUSE.split(told)[-1]) else None
    return (named.key, Stand.DONE if named.done else Stand.AT) if named else None


def _is_of_setup(reading: Reading) -> bool:
    before = reading.previous
    of_guide = before.get("specialist") == _GUIDE and _SECTIONS & set(before.get("sections", ()))
    return bool(of_guide) or before.get("specialist") == NAME


def _before(reading: Reading) -> tuple[str, Stand] | None:
    """The place that the turns before have left."""
    before = reading.previous
    if before.get(NAME):
        return before[NAME], Stand(before.get(STAND, Stand.TOLD))
    named = to_do(before.get("query", "")) if _is_of_setup(reading) else None
    return (named.key, Stand.DONE if named.done else Stand.AT) if named else None
