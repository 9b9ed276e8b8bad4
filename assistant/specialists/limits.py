"""Puts figures to the guide's limits: scratch space, disks, retention, points, download, extraction.

A question's figures are read into the typed inputs of one calculator. The inputs are kept for the next turn,
so that "and for 20 TB?" or "double that" changes the one that is told and leaves the rest.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from assistant.answer import Finding, Missing, Statement
from assistant.decisions.calculations import limits
from assistant.decisions.expressions.patterns import lazy
from assistant.decisions.types import DecisionInputError, DecisionResult, caveat
from assistant.specialists.calculators import opening_word
from assistant.specialists.calculators.ages import AgeList, Ages
from assistant.specialists.calculators.calculator_question import Calculation, Question
from assistant.specialists.calculators.days_over import DaysOver
from assistant.specialists.calculators.disk_claims import DiskClaims
from assistant.specialists.calculators.disk_compare import PoolsApart
from assistant.specialists.calculators.disks import Disks
from assistant.specialists.calculators.download_quota import Quota
from assistant.specialists.calculators.downloads import Downloads, DownloadWindow
from assistant.specialists.calculators.installer import Download, Space
from assistant.specialists.calculators.installer_files import Files, Package
from assistant.specialists.calculators.least_machines import LeastMachines
from assistant.specialists.calculators.local_enough import LocalEnough
from assistant.specialists.calculators.local_space import LocalSpace, RuleApart
from assistant.specialists.calculators.on_disk import PointsOnDisk, Retention
from assistant.specialists.calculators.place_by_age import PlaceByAge
from assistant.specialists.calculators.point_words import CLOUD
from assistant.specialists.calculators.points import Points
from assistant.specialists.calculators.points_apart import PointsApart
from assistant.specialists.calculators.points_groups import PointsOfGroups
from assistant.specialists.calculators.points_sources import PointsOfEach, SourcesAlone
from assistant.specialists.calculators.retention_groups import RetentionGroups
from assistant.specialists.calculators.scratch import Scratch
from assistant.specialists.calculators.scratch_gap import ScratchGap
from assistant.specialists.calculators.scratch_lasts import ScratchLasts
from assistant.specialists.calculators.scratch_servers import ScratchServers
from assistant.specialists.calculators.shared_drive import OneDrive
from assistant.specialists.ledger import told_figures
from assistant.specialists.ledger.figures import Figure, of_result, of_sentences
from assistant.specialists.ledger.ledger_entries import LEDGER, Ledger, asked_of
from assistant.specialists.ledger.ledger_operations import asks_gap
from assistant.specialists.ledger.open_calculations import base_of
from assistant.specialists.ledger.results import OnFigures, in_unit
from assistant.specialists.table_findings import finding_of
from assistant.understanding.amounts.ambiguous_figures import how_read
from assistant.understanding.amounts.figures import find_told, spelled_out
from assistant.understanding.reading import QuestionKind, Reading
from assistant.understanding.turns.room_shortage import asks_ways

NAME = "limits"
KEPT = "calculation"
EARLIER = "calculations"
"""The fact under which the inputs of every kind of calculation of a talk stay, the latest one of each."""
_FEW_WORDS = 10
_PLACE = lazy(
    r"\bwhere\b[^.?!]{0,30}\b(?:set|enter\w*|configur\w*|specif\w*|choose|chosen|defin\w*|put|change"
    r"|select\w*"
    r"|asked|go(?:es)?|give|given|fill\w*|typed?)\b"
    r"|\b(?:which|what)\s+(?:\w+\s+){0,2}?(?:screen|page|step|dialog|menu|tab|window|wizard)\b"
    r"|\bwhere in (?:the )?(?:setup|wizard|installer)\b"
)
_NUMBER = lazy(r"\b\d+\b")
_WHICH_FILE = lazy(r"\b(?:which|what)\s+(?:\w+\s+)?(?:files?|exe)\b")
_HERE = (
    r"(?:on the (?:mabs )?server|local(?:ly)?(?: disks?| storage| drives?)?|(?:attached |the )?disks?"
    r"|mabs disks?)"
)
_THERE = r"(?:azure|the cloud|cloud|the vault|vault)"
_EITHER_PLACE = lazy(
    r"\b(?:copy|copies|versions?|backups?|points?|data)\b[^.?!]{0,25}\b(?:be|lie|lies|live|belongs?|sit|kept|keep"
    r"|stored?|stay|found|go|come|leave|move|push|send)\b"
    rf"[^.?!]{{0,20}}\b(?:{_HERE}\b[^.?!]{{0,12}}\bor\b[^.?!]{{0,16}}\b{_THERE}"
    rf"|{_THERE}\b[^.?!]{{0,12}}\bor\b[^.?!]{{0,14}}\b{_HERE})\b"
)
_OTHER_OF_COPY = lazy(
    r"\b(?:first|second|both|all|mandatory|allowed|possible|faster|cheaper|deleted|lost|gone|scratch"
    r"|replicat\w*|how|why"
    r"|newest|latest|old(?:er|est)|recent)\b"
)
_NEAR = lazy(r"\b(?:near|close)\b")
_COUNTS = lazy(
    r"\bhow many\s+(?:\w+\s+){0,2}?(?:vaults?|points?|rps?)\b|\b(?:vaults?|points?|rps?) (?:count|number)\b"
    r"|\b(?:count|number) of (?:\w+ ){0,2}?(?:vaults?|points?|rps?)\b|\bhow many more\b"
    r"|\bhow many\W*$"
)
_FITS = lazy(
    r"\b(?:fits?|enough|ok|okay|within|under|over|allowed|limits?|cap|too many|exceed\w*"
    r"|possible|9[ ,.]?999)\b"
)
# A change of what was reckoned with before, some turns ago.
_CHANGES = lazy(
    r"\b(?:still|on top|plus|more|another|additional\w*|extra|minus|less|without|doubl\w*|tripl\w*|twice"
    r"|times|grows?|growing|half|halv\w*|drop\w*|then|next year|shrinks?)\b|[+%]|\b\d+x\b"
)
# By which words the kinds of calculation are named that a later turn may come back to.
_NAMED = {
    Scratch.NAME: lazy(r"\bscratch\b|\bcache\b"),
    Disks.NAME: lazy(r"\bdisks?\b|\bdrives?\b"),
    Points.NAME: lazy(r"\bpoints?\b|\brps?\b"),
}
_CALCULATORS: tuple[type[Calculation], ...] = (
    AgeList,
    RetentionGroups,
    DaysOver,
    PlaceByAge,
    Downloads,
    DownloadWindow,
    Package,
    LocalSpace,
    LocalEnough,
    RuleApart,
    LeastMachines,
    PoolsApart,
    OneDrive,
    ScratchLasts,
    ScratchGap,
    ScratchServers,
    Scratch,
    PointsApart,
    PointsOfGroups,
    PointsOnDisk,
    PointsOfEach,
    Points,
    SourcesAlone,
    Files,
    Space,
    Quota,
    Download,
    DiskClaims,
    Disks,
    Ages,
    Retention,
)
_KINDS = {kind.NAME: kind for kind in _CALCULATORS}


def consult(reading: Reading) -> list[Finding]:
    """The calculators that the question has figures for; the first that fits."""
    if _asks_place_of_scratch(reading):
        return [finding_of(limits.scratch_place(), NAME)]
    if _asks_place_of_copy(reading):
        return [finding_of(limits.place_by_age(), NAME)]
    if _asks_ways(reading):
        return []
    try:
        case = calculation(reading)
        if case is None:
            return []
        result = _with_reading(in_unit(case.result(), spelled_out(reading.plain)), reading)
        near = isinstance(case, Points) and _NEAR().search(reading.plain)
        bare = (
            reading.no_yes_or_no
            or bool(near)
            or _only_counts(reading)
            or opening_word.asks_need(reading, result)
        )
        return [finding_of(result, NAME, bare=bare, lead=opening_word.lead(reading, result))]
    except DecisionInputError as error:
        return [_refused(str(error))]


def _asks_ways(reading: Reading) -> bool:
    """Whether a full machine is told, and no number of disks that is planned."""
    wants_verdict = reading.kind is QuestionKind.YES_NO or len(_NUMBER().findall(reading.plain)) > 1
    return not wants_verdict and asks_ways(reading.plain)


def _asks_place_of_copy(reading: Reading) -> bool:
    """Whether it is asked on which of the two places a copy belongs, and nothing is told of its age."""
    tells_case = reading.quantities or reading.subscription or reading.connectivity or reading.vm_sizes
    text = reading.plain
    return bool(not tells_case and _EITHER_PLACE().search(text) and not _OTHER_OF_COPY().search(text))


def on_the_ledger(reading: Reading) -> Finding | None:
    """What comes of an operation on figures of the talk; None where the question asks for none."""
    asked = on_figures(reading)
    return finding_of(asked.result(), NAME) if asked else None


def _with_reading(result: DecisionResult, reading: Reading) -> DecisionResult:
    """The result with a word on how figures were read that can be misread."""
    notes = tuple(caveat(note) for note in how_read(reading.plain))
    return replace(result, statements=(*result.statements, *notes)) if notes else result


def _only_counts(reading: Reading) -> bool:
    """Whether a number of points or vaults is asked for, and not whether it fits."""
    return bool(_COUNTS().search(reading.plain)) and not _FITS().search(reading.plain)


def calculation(reading: Reading) -> Calculation | None:
    """The calculation that the question asks for, with its typed inputs; None when it asks for none.

    It may be on figures that came out before, and takes what was told before in the talk.
    """
    question = Question.of(reading, reading.previous.get("specialist", ""))
    before = _before(question)
    if asked := on_figures(reading):
        return asked
    if before is not None and asks_gap(question.text) and before.result().outcome != "pass":
        return before
    if not reading.previous:
        return _own(question, None)
    base = before or base_of(reading)
    own = _own(question, base)
    own = None if before is None and own == base else own  # nothing was told
    return told_figures.together(reading, own, lambda alone: _own(Question.of(alone, ""), None)) or own


def on_figures(reading: Reading) -> OnFigures | None:
    """The operation on figures of the talk that the question asks for."""
    if not reading.previous.get(LEDGER):
        return None
    kept = reading.previous.get(KEPT) or {}
    return asked_of(reading, spelled_out(reading.plain), int(kept.get("sources") or 1))


def _before(question: Question) -> Calculation | None:
    """The calculation that the turn before was answered by."""
    kept = question.reading.previous.get(KEPT) or {}
    return _KINDS[kept["kind"]].kept(kept) if question.follows and kept.get("kind") in _KINDS else None


def _own(question: Question, before: Calculation | None) -> Calculation | None:
    """The calculation of a question behind the one before it."""
    if isinstance(before, Scratch) and (gap := ScratchGap.beside(question, before)):
        return gap
    if (
        isinstance(before, ScratchServers)
        and question.goes_on()
        and (changed := ScratchServers.read(question, before))
    ):
        return changed
    earlier = question.reading.previous.get(EARLIER)
    for kind in _CALCULATORS:
        same = before if before is not None and kind.NAME == before.NAME else None
        if same is None and earlier:
            same = _come_back_to(kind, question.reading)
        if same is not None and same is not before and (again := kind.read(question, same)):
            return again
        if same is None and not kind.NEEDS.may_stand(question.text):
            continue
        if (alone := kind.read(question, None)) is not None:
            return (kind.read(question, same) if same is not None else None) or alone
    if isinstance(before, PointsOnDisk) and question.has(CLOUD) and question.follows:
        return Points(((before.schedule, None),), sources=before.sources)  # kept there for a time of its own
    if isinstance(before, Scratch) and (narrowed := before.without_parts(question.text)):
        return narrowed
    if before is not None and not question.goes_on() and (figure := question.figure_told()):
        question = figure  # "it's 6 TB, they forgot the cluster"
    return type(before).read(question, before) if before is not None and question.goes_on() else None


def _come_back_to(kind: type[Calculation], reading: Reading) -> Calculation | None:
    """An earlier calculation, other than the last one, that the words of a turn come back to to change it."""
    kept = reading.previous.get(EARLIER, {}).get(kind.NAME)
    if not kept or not _CHANGES().search(reading.plain):
        return None
    named = kind.NAME in _NAMED and _NAMED[kind.NAME]().search(reading.plain)
    grows = kind is Scratch and find_told(spelled_out(reading.plain)) and not reading.topics
    return kind.kept(kept) if named or grows else None


def _asks_place_of_scratch(reading: Reading) -> bool:
    """Whether, after the size of the scratch location, it is asked where that is set."""
    kept, topics = reading.previous.get(KEPT) or {}, reading.previous.get("topics", ())
    after = kept.get("kind") == Scratch.NAME or "scratch" in topics
    if not (after and reading.followup) or len(reading.plain.split()) > _FEW_WORDS:
        return False
    other = reading.topics - {"scratch"} or reading.products or reading.subscription
    return not other and bool(_PLACE().search(reading.plain))


def is_of_several(reading: Reading) -> bool:
    """Whether one calculation answers what is asked in several parts: number and size, ages and rule."""
    return kept_facts(reading).get("kind") in (
        Package.NAME,
        AgeList.NAME,
        ScratchServers.NAME,
        Downloads.NAME,
        OneDrive.NAME,
        PointsApart.NAME,
        DaysOver.NAME,
    )


def asks_which_file(reading: Reading) -> bool:
    """Whether it is asked which of the files is meant, which no calculation tells."""
    return bool(_WHICH_FILE().search(reading.plain))


def goes_on(reading: Reading) -> bool:
    """Whether `reading` only changes a figure of the calculation before it ("and 4?")."""
    return reading.previous.get("specialist") == NAME and bool(kept_facts(reading))


def kept_facts(reading: Reading) -> dict[str, str]:
    """The inputs of the calculation that `reading` asks for, as text for the next turn; empty for none."""
    if _asks_place_of_scratch(reading):
        return dict(reading.previous.get(KEPT) or {})  # its figures stay for the turn after
    case = _calculated(reading)
    return {} if case is None else {"kind": case.NAME, **case.facts()}


def _calculated(reading: Reading) -> Calculation | None:
    """`calculation`, and None for figures that can't be calculated with."""
    try:
        return calculation(reading)
    except DecisionInputError:
        return None


def left_by(reading: Reading, findings: Sequence[Finding], before: Mapping[str, Any]) -> dict[str, Any]:
    """The calculations and the ledger that a turn leaves for the next ones."""
    earlier = dict(before.get(EARLIER, {}))
    reckoned = findings[0].specialist == NAME
    case = _calculated(reading) if reckoned else None
    figures = _came_out(case, findings)
    left: dict[str, Any] = {
        EARLIER: earlier,
        LEDGER: Ledger.kept(before).after(reading, figures, reckoned=case is not None),
    }
    if not reckoned:
        return left
    kept = dict(before.get(KEPT) or {}) if isinstance(case, OnFigures) else kept_facts(reading)
    if kept:
        earlier[kept["kind"]] = kept
    return {**left, KEPT: kept}


def _came_out(case: Calculation | None, findings: Sequence[Finding]) -> list[Figure]:
    """The figures of an answer: of a calculation, else of what the guide says, its first sentence leading."""
    if isinstance(case, OnFigures):
        return [figure] if (figure := case.leaves()) else [replace(case.figures[-1], age=0)]
    if case is not None and (figures := of_result(case.result())):
        return list(figures)
    first, *rest = [statement.text for finding in findings for statement in finding.statements]
    lead = of_sentences([first])
    names = {figure.name for figure in lead}
    return [*(replace(one, age=1) for one in of_sentences(rest) if one.name not in names), *lead]


def _refused(reason: str) -> Finding:
    return Finding(
        NAME,
        "clarify",
        (Statement(f"I can't calculate with that: {reason}", role="verdict"),),
        1.0,
        missing=(Missing("quantity", "Which figure did you mean?"),),
    )
