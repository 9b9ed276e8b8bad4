"""Answers from the place that a talk has reached on the way through portal, extraction and setup.

"Next clicked, what now", "the step after?", "what do I enter there", "which button": the step to be done is
read from what is reported as done, or kept from the turns before, and what is asked of it is told.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Any

from assistant.answer import Finding
from assistant.decisions import guide as sections
from assistant.decisions import screens
from assistant.decisions.types import DecisionResult
from assistant.specialists import screen_words as words
from assistant.specialists.table_findings import finding_of
from assistant.understanding.message.question_forms import tells_fault
from assistant.understanding.reading import QuestionKind, Reading
from assistant.understanding.turns.walkthrough import CLAUSE, Place, to_do, without_names

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
    END = "end"
    NOTHING = "nothing"


def consult(reading: Reading) -> Finding | None:
    """What is told of the place reached; None when the question asks for anything else."""
    if (rest := words.PURPOSE().sub("", reading.plain)) != reading.plain:
        reading = replace(reading, plain=rest)
    if clicks := _clicks(reading):
        return finding_of(clicks, NAME)
    if words.INSTALLED().search(reading.plain) and words.OPENS().search(reading.plain):
        return finding_of(screens.opened(), NAME)
    if _is_restarted(reading):
        return finding_of(screens.checked_again("sql settings"), NAME)
    told, asked = _report(reading.plain)
    asked = words.BEFORE_NEXT().sub(" ", asked)
    what = _asked(asked, reading, told)
    if what in (None, Asked.NEXT) and to_do(asked) and _is_all_report(reading):
        told, asked, what = reading.plain, "", Asked.NOTHING
    if what is Asked.NOTHING and told:
        what = _asked(reading.plain, reading, "")  # all of it is a report
    if what is Asked.NOTHING:
        told, asked = reading.plain, ""
    if what is Asked.AGAIN:
        return finding_of(screens.checked_again(_checked(reading)), NAME)
    if what and reading.previous.get(NAME) == "agent" and words.NO_LINK().search(told):
        return finding_of(screens.at("agent"), NAME)  # which asks for the proxy then
    if what is None:
        return None
    if words.MENDED().search(told or asked):
        goes_on = what in (Asked.NEXT, Asked.NOW) and not words.RESTARTED().search(reading.plain)
        key, _ = _before(reading) or (_checked(reading), Stand.AT)
        mended = screens.mended(key) if goes_on else None
        return finding_of(mended, NAME) if mended else None
    place = _before(reading) if what is Asked.BEFORE else None
    result = _answered(what, place or _place(told, asked, reading), asked)
    return finding_of(result, NAME) if result else None


def _is_restarted(reading: Reading) -> bool:
    """Whether nothing is told but that a restart is done, behind the check of SQL that asked for it."""
    before = str(reading.previous.get("query", "")) if _is_of_setup(reading) else ""
    few = len(reading.plain.split()) <= words.FEW_ASKING
    return bool(
        few
        and words.OF_SQL().search(before)
        and words.RESTARTED().search(before)
        and words.IS_BACK().search(reading.plain)
        and not (words.HITCH().search(reading.plain) or to_do(reading.plain))
    )


def _is_all_report(reading: Reading) -> bool:
    """Whether a turn on the way only says which steps were taken, the last of them with its name."""
    if not _before(reading) or words.QUESTION().search(reading.plain) or words.HITCH().search(reading.plain):
        return False
    named = to_do(reading.plain)
    return named is not None and named.done and bool(words.STRICTLY_DONE().search(reading.plain))


def _clicks(reading: Reading) -> DecisionResult | None:
    """The clicks to the download alone, where they are wanted behind an answer on it."""
    of_download = sections.DOWNLOAD.section in reading.previous.get("sections", ())
    if not of_download or not words.CLICKS().search(reading.plain):
        return None
    start = words.START().search(reading.plain)
    return screens.clicks("vault" if start else "sign in")


def reached(finding: Finding) -> str:
    """The step that a finding of this specialist leads to."""
    return finding.verdicts[0].outcome


def left_by(reading: Reading, finding: Finding, before: Mapping[str, Any]) -> dict[str, Any]:
    """The place in the sequence that a turn leaves for the next one."""
    if finding.specialist == NAME:
        at_once = not (words.QUESTION().search(reading.plain) or words.GOES_ON().search(reading.plain))
        return {NAME: reached(finding), STAND: Stand.TOLD_AT_ONCE if at_once else Stand.TOLD}
    if finding.specialist in _LETS_GO:
        return {}
    place = _of_answer(reading, finding) if finding.specialist == words.GUIDE else None
    place = place or _of_report(reading, finding)
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
        return _stand(named)
    if finding.status == "abstained":
        return None
    said = to_do(first.text.partition(". ")[0].replace("*", ""))
    if said is None:
        return None
    return (screens.next_to(said.name), Stand.TOLD) if said.after else (said.name, Stand.AT)


def _of_report(reading: Reading, finding: Finding) -> tuple[str, Stand] | None:
    """The place that a message reports, where nothing was found to say to it."""
    silent = finding.status in ("clarify", "abstained") and reading.kind is QuestionKind.STATEMENT
    named = to_do(reading.plain) if silent else None
    return _stand(named) if named else None


def _stand(named: Place) -> tuple[str, Stand]:
    """The place to be done behind a step that is named; the last one stays, as told."""
    if not named.key:
        return named.name, Stand.TOLD
    return named.key, Stand.DONE if named.done else Stand.AT


def _asked(asked: str, reading: Reading, told: str) -> Asked | None:
    """What is asked, as far as it is nothing but that; None for anything else."""
    place = reading.previous.get(NAME)
    few = len(asked.split()) <= words.FEW_ASKING
    if few and place == "files" and words.ALL().search(asked) and words.OR_ONE().search(asked):
        return Asked.ALL
    if (
        few
        and _checked(reading) in words.CHECKED
        and (words.REPAIR().search(reading.plain) or words.COMPLAINED().search(_just_told(reading)))
        and words.AGAIN().search(asked)
    ):
        return Asked.AGAIN
    if few and place in words.CHOSEN and not reading.previous.get(AGE) and words.CHOOSES().match(asked):
        return Asked.HERE
    others = set(words.WORD.findall(without_names(asked).lower())) - words.SAYS_NO_MORE
    if others - (words.BEHIND_A_PLACE if place else frozenset()):
        return None
    if few and (place or to_do(told)) and words.ASKS_END().search(asked) and words.END().search(asked):
        return Asked.END
    for form, what in _FORMS:
        if form().search(asked):
            return what
    return None if words.QUESTION().search(asked) else Asked.NOTHING


def _checked(reading: Reading) -> str:
    """The screen of a check that the talk has reached, or that the message names; empty where it is none."""
    named = words.CHECKER().search(reading.plain) and not words.OF_JOBS().search(reading.plain)
    return str(reading.previous.get(NAME) or ("prerequisite checks" if named else ""))


_FORMS = (
    (words.BEFORE, Asked.BEFORE),
    (words.HERE, Asked.HERE),
    (words.NEXT, Asked.NEXT),
    (words.NOW, Asked.NOW),
)


def _answered(what: Asked, place: tuple[str, Stand] | None, asked: str) -> DecisionResult | None:
    if what is Asked.ALL:
        return screens.every_file()
    if place is None or not place[0]:
        return None
    key, stand = place
    if what is Asked.END:
        return (
            screens.finished() if stand is Stand.TOLD and key == screens.KEYS[-1] else screens.unfinished(key)
        )
    if what is Asked.BEFORE:
        return screens.before(key)
    if what is Asked.HERE and not (words.STRONGLY_NEXT().search(asked) and _goes_on(stand, asked)):
        return screens.at(key)
    if what is Asked.NOW and stand is Stand.AT:
        return screens.at(key, onward=True)
    if stand in (Stand.DONE, Stand.TOLD_AT_ONCE):
        return screens.arriving(key, told=stand is Stand.TOLD_AT_ONCE and what is Asked.NEXT)
    return None if what is Asked.NOTHING else screens.after(key)


def _goes_on(stand: Stand, asked: str) -> bool:
    """Whether "the next button" or "the following page" is another step than the one reached."""
    return stand in (Stand.DONE, Stand.TOLD) or (stand is Stand.AT and not words.BUTTON().search(asked))


def _place(told: str, asked: str, reading: Reading) -> tuple[str, Stand] | None:
    """The step to be done, and how it was reached: by the message, else as the turns before left it."""
    fault = tells_fault(without_names(told))
    if told and (asked or not fault) and (got := _of_file(told, reading)):
        return got
    before = _before(reading)
    if before and before[0] == "agent" and words.NO_LINK().search(told):
        return before[0], Stand.AT  # the screen itself asks for the proxy then
    if fault or words.HITCH().search(told):
        return None
    if told:
        if report := _named_in_report(told, reading):
            return report
        moves = (
            before and len(told.split()) <= words.FEW_WORDS and (asked or words.STRICTLY_DONE().search(told))
        )
        return _moved_on(before) if before and moves else None
    if named := to_do(asked):
        if named.after and not words.BEFORE().search(asked):
            return screens.next_to(named.name), Stand.DONE
        button = words.BUTTON().search(asked) and not named.done
        own = (
            before
            or button
            or words.FROM().search(asked)
            or (named.done and not words.QUESTION().search(asked))
        )
        return (named.key, Stand.DONE if named.done else Stand.AT) if own else None
    return before


def _moved_on(before: tuple[str, Stand]) -> tuple[str, Stand]:
    """The place after a step is said to be done that isn't named: the one told or stood at before."""
    key, stand = before
    return (key, stand) if stand is Stand.DONE else (screens.next_to(key), Stand.DONE)


def _report(text: str) -> tuple[str, str]:
    """What a message reports as done, and what it asks behind that; all of it where nothing is reported."""
    ends = [match for match in CLAUSE.finditer(text) if text[match.end() :].strip()]
    if (
        not ends
        or "?" in text[: ends[-1].start() + 1]
        or not words.REPORTED().search(text[: ends[-1].start()])
    ):
        return "", text
    return text[: ends[-1].start()], text[ends[-1].end() :]


def _of_file(told: str, reading: Reading) -> tuple[str, Stand] | None:
    """The place that a report on a file or a button tells together with what was asked before."""
    before = reading.previous.get("query", "") if _is_of_setup(reading) else ""
    if words.GOT_FILE().search(told) and words.OF_CREDENTIALS().search(f"{before} {told}"):
        return "vault identification", Stand.DONE  # it is where the credentials are asked for
    if words.GREY().search(before) and words.ACTIVE().search(told):
        return "portal download", Stand.DONE
    return None


def _named_in_report(told: str, reading: Reading) -> tuple[str, Stand] | None:
    """The place that a report names; a first message has to end with a step that was taken."""
    follows = _is_of_setup(reading) or _before(reading)
    named = to_do(told) if follows or words.REPORTED().search(CLAUSE.split(told)[-1]) else None
    return (named.key, Stand.DONE if named.done else Stand.AT) if named else None


def _just_told(reading: Reading) -> str:
    """What the turns before told, as long as they are of setup."""
    return str(reading.previous.get("query", "")) if _is_of_setup(reading) else ""


def _is_of_setup(reading: Reading) -> bool:
    before = reading.previous
    of_guide = before.get("specialist") == words.GUIDE and _SECTIONS & set(before.get("sections", ()))
    return bool(of_guide) or before.get("specialist") == NAME


def _before(reading: Reading) -> tuple[str, Stand] | None:
    """The place that the turns before have left."""
    before = reading.previous
    if before.get(NAME):
        return before[NAME], Stand(before.get(STAND, Stand.TOLD))
    named = to_do(before.get("query", "")) if _is_of_setup(reading) else None
    return (named.key, Stand.DONE if named.done else Stand.AT) if named else None
