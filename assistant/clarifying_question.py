"""The short question that ends an answer told by condition, where one input decides which condition holds.

What is told stays as it is. Nothing is asked where the input makes no difference, where the talk tells it, or
where all cases are asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from assistant import clarifying_words as words
from assistant.answer import Finding, Statement
from assistant.codes.code_wording import NAME as CODES
from assistant.codes.reference import load_reference
from assistant.codes.specialist import TABLE as ERRORS
from assistant.compose import closing_question
from assistant.consulted import Consulted
from assistant.decisions import guide as sections
from assistant.decisions.calculations import recovery_points
from assistant.decisions.matrix.protection import PROTECTED, listing
from assistant.decisions.matrix.protection_rules import RULES, VERSIONS, Family
from assistant.decisions.readiness import machine
from assistant.decisions.readiness import prerequisites as items
from assistant.decisions.types import Source
from assistant.open_slots import WHICH_SIZE, question_for
from assistant.specialists import prerequisites
from assistant.specialists.errors import error_occasions
from assistant.specialists.matrix import protection
from assistant.specialists.matrix.version_extremes import FAMILY_WORDS
from assistant.specialists.passages import guide
from assistant.specialists.table_findings import evidence_of
from assistant.table_answers import TELLING
from assistant.understanding.product.products import find_bare_versions
from assistant.understanding.reading import Product, QuestionKind, Reading

_WHETHER = frozenset({QuestionKind.YES_NO, QuestionKind.STATEMENT})
_BY_RULE = frozenset({guide.NAME, prerequisites.NAME, protection.NAME})
_IMAGES = frozenset({"2012"})
"""Versions whose second release is a recommended image, and which aren't themselves."""


@dataclass(frozen=True, slots=True)
class _Case:
    """A finding, the question that it answers, and the questions before it in the talk."""

    finding: Finding
    reading: Reading
    before: Sequence[str]

    @property
    def text(self) -> str:
        return self.reading.plain

    @property
    def talk(self) -> str:
        return "\n".join((*self.before, self.text))

    @property
    def is_whether(self) -> bool:
        """Whether a yes or no is asked for, of which a statement may be one."""
        return self.reading.kind in _WHETHER and not words.ASKS_FIGURE().search(self.text)

    def inputs(self, table: str) -> Mapping[str, str] | None:
        """What the one verdict was given, where it is one of `table`."""
        told = self.finding.verdicts
        return told[0].inputs if len(told) == 1 and told[0].table == table else None

    @property
    def _said(self) -> Sequence[Statement]:
        """What is told where the guide was read."""
        return self.finding.statements if self.finding.specialist == guide.NAME else ()

    def rests_on(self, source: Source) -> bool:
        """Whether the guide was read, and the first that is told stands in that section."""
        return _stands_in(self._said[:1], source)

    def has_read(self, source: Source) -> bool:
        """Whether the guide was read, and something that is told stands in that section."""
        return _stands_in(self._said, source)


def _stands_in(said: Sequence[Statement], source: Source) -> bool:
    return any(piece.section == source.section for one in said for piece in one.evidence)


def with_question(consulted: Consulted, before: Sequence[str]) -> Consulted:
    """`consulted` with the question for the input that decides, where its one finding leaves that open.

    `before`: the questions before this one in the talk.
    """
    if len(consulted.findings) != 1 or consulted.reading is None:
        return consulted
    finding = consulted.findings[0]
    rules = _RULES if finding.status in TELLING else _OF_GAP if finding.status == "abstained" else ()
    if not rules or finding.missing:
        return consulted
    case = _Case(finding, consulted.reading, before)
    if finding.specialist == CODES:
        return replace(consulted, findings=(_of_error(case),))
    asked = next(filter(None, (rule(case) for rule in rules)), None)
    if asked is None:
        return consulted
    if finding.status in TELLING:
        return replace(consulted, findings=(_ending(finding, asked),), reading=_with_family(case))
    return replace(consulted, findings=(replace(finding, status="answered", statements=tuple(asked)),))


def _of_error(case: _Case) -> Finding:
    """The finding on an error, with the question for the occasion that its causes go by."""
    told = [verdict.outcome for verdict in case.finding.verdicts if verdict.table == ERRORS]
    if len(told) != 1:
        return case.finding
    return error_occasions.with_question(case.finding, load_reference().entry(told[0]), case.talk)


def _ending(finding: Finding, asked: Sequence[Statement]) -> Finding:
    """`finding` with what is told besides behind its first sentence, and the question at its end."""
    first, *rest = finding.statements
    return replace(finding, statements=(first, *asked[:-1], *rest, asked[-1]))


def _version(case: _Case) -> Sequence[Statement]:
    """A family that is asked for as a whole, while the matrix goes by version."""
    asked = case.is_whether and words.PROTECTED().search(case.text)
    if not (asked and case.has_read(sections.MATRIX)) or words.VERSION_SETTLED().search(case.text):
        return ()
    family = None if _versions_told(case) else _family(case)
    of_others = any(one.family not in protection.FAMILIES for one in case.reading.products)
    if family is None or of_others or protection.is_host(case.text):
        return ()
    rows = f"The matrix lists {listing(family)}."
    listed = all(version in case.finding.statements[0].text for version in VERSIONS[family])
    told = () if listed else (Statement(rows, (evidence_of(sections.MATRIX, rows),)),)
    return (*told, closing_question(f"Which version of {family} is it?"))


def _family(case: _Case) -> Family | None:
    """The one family of the matrix that the question names."""
    named = [family for family, told in FAMILY_WORDS.items() if told.search(case.text)]
    return named[0] if len(named) == 1 else None


def _with_family(case: _Case) -> Reading:
    """The reading with the family that was asked about in passing, so that its version may come next."""
    family = _family(case)
    if case.reading.products or family is None or not case.has_read(sections.MATRIX):
        return case.reading
    key = next(key for key, known in protection.FAMILIES.items() if known is family)
    return replace(case.reading, products=(Product(key),))


def _versions_told(case: _Case) -> bool:
    """Whether a version is told, now or before."""
    products = any(one.version for one in case.reading.products)
    return products or any(find_bare_versions(text) for text in (*case.before, case.text))


def _workload(case: _Case) -> Sequence[Statement]:
    """What comes back of a machine, whole or in parts, without what runs in it: the matrix goes by that."""
    asked = words.EITHER_LEVEL().search(case.text) and words.GUEST().search(case.text)
    told = case.before or case.reading.products or _family(case)
    if told or not (asked and case.has_read(sections.MATRIX)):
        return ()
    levels = (f"of {family} {PROTECTED[family]}" for family in Family)
    said = f"What comes back goes by the workload in it: {'; '.join(levels)}."
    return (
        Statement(said, (evidence_of(sections.MATRIX, said),), "verdict"),
        closing_question("Which workload runs in it: Windows Server, SQL Server or SharePoint?"),
    )


def _release(case: _Case) -> Sequence[Statement]:
    """A Windows Server that isn't listed, while its second release is; the same of the machine's image."""
    if not case.is_whether:
        return ()
    image = (case.inputs(items.HOST_IMAGE.id) or {}).get("image", "")
    workload = (case.inputs(protection.NAME) or {}).get("product", "")
    unlisted = [verdict.outcome for verdict in case.finding.verdicts] == ["not_listed"]
    version = words.VERSION().match(image or (workload if unlisted else ""))
    if version is None or (Family.WINDOWS, f"{version['year']} R2") not in RULES:
        return ()
    if image and (version["year"] not in _IMAGES or version["edition"] not in (None, "Datacenter")):
        return ()
    if words.RELEASE().search(case.talk):
        return ()
    return (closing_question(f"Is it {version['year']} or {version['year']} R2?"),)


def _service_pack(case: _Case) -> Sequence[Statement]:
    """.NET Framework 3.5, of which the service pack isn't told."""
    told = case.inputs(items.DOTNET.id) or {}
    open_ = told.get("version") == "3.5" and case.is_whether and not words.PACK().search(case.talk)
    return (closing_question("Is its SP1 installed?"),) if open_ else ()


def _deployed(case: _Case) -> Sequence[Statement]:
    """A domain that the server is to come into, deployed or not."""
    if not (words.JOINS().search(case.text) and case.is_whether) or words.DEPLOYED().search(case.text):
        return ()
    read = words.NEW_DOMAIN().search(case.text) and case.rests_on(sections.USING_VM)
    if not read and case.inputs(machine.DOMAIN_MOVE_RULE.id) != {}:
        return ()
    return (closing_question("Is the server deployed already?"),)


def _storage(case: _Case) -> Sequence[Statement]:
    """Geo-redundant or locally redundant, of a vault that may be the primary one."""
    asked = words.EITHER_STORAGE().search(case.text) and not words.STORAGE_SETTLED().search(case.talk)
    open_ = asked and case.rests_on(sections.STORAGE_REPLICATION)
    return (closing_question("Is it your primary vault?"),) if open_ else ()


def _scratch(case: _Case) -> Sequence[Statement]:
    """Whether a scratch location is large enough, without the data for Azure."""
    told = case.inputs(items.SCRATCH.id) or {}
    open_ = set(told) == {"scratch"} and case.is_whether and words.ENOUGH().search(case.text)
    return (closing_question("How much data is to go to Azure?"),) if open_ else ()


def _purpose(case: _Case) -> Sequence[Statement]:
    """Free space of which it isn't told what it is for."""
    sized = case.reading.amounts("size") and words.FREE().search(case.text)
    if not (sized and case.is_whether) or case.before or words.PURPOSE().search(case.text):
        return ()
    if not (case.rests_on(sections.EXTRACT) or case.rests_on(sections.TEMPORARY_DISK)):
        return ()
    rule = items.SCRATCH.text
    told = Statement(rule, (evidence_of(items.SCRATCH.source, rule),))
    return (
        told,
        closing_question("What is the space for: extracting the setup files, or the scratch location?"),
    )


def _size(case: _Case) -> Sequence[Statement]:
    """How many disks a machine of the usual size takes: each size has its number."""
    own = words.OWN_MACHINE().search(case.text) and words.DISKS().search(case.text)
    own = own or words.USUAL_SIZE().search(case.text)
    if not own or case.reading.vm_sizes or words.SIZES_ASKED().search(case.text):
        return ()
    fits = case.is_whether and set(case.inputs(items.DATA_DISKS.id) or ()) == {"disks"}
    counts = case.reading.kind is QuestionKind.HOW_MANY and case.rests_on(sections.STORING_DATA)
    return (closing_question(WHICH_SIZE),) if fits or counts else ()


def _disks(case: _Case) -> Sequence[Statement]:
    """Whether a size will do for the disks that there are, without their number."""
    told = case.inputs(items.DATA_DISKS.id) or {}
    own = words.ENOUGH().search(case.text) and words.THOSE_DISKS().search(case.text)
    open_ = set(told) == {"size"} and case.is_whether and own
    return (closing_question("How many disks are they?"),) if open_ else ()


def _result(case: _Case) -> Sequence[Statement]:
    """What the output of the connection test means, that the asker has got and doesn't tell."""
    asked = words.MEANS().search(case.text) and words.RESULT().search(case.text)
    asked = words.OWN_RESULT().search(case.text) and (asked or words.ARE_FINE().search(case.text))
    if not asked or words.RESULT_TOLD().search(case.text):
        return ()
    open_ = case.rests_on(sections.NETWORK) and "TRUE" in case.finding.statements[0].text
    return (closing_question("What does it show: TRUE, or something else?"),) if open_ else ()


def _schedule(case: _Case) -> Sequence[Statement]:
    """Whether the points of a time fit one vault, without how often one is made."""
    told = case.inputs(recovery_points.NAME) or {}
    open_ = "retention" in told and "schedule" not in told and case.is_whether
    often, _ = recovery_points.OFTEN_AND_LONG
    return (closing_question(often.question),) if open_ else ()


def _input(case: _Case) -> Sequence[Statement]:
    """Any other input by which the rule goes that is told, in a case of one's own."""
    by_rule = case.finding.specialist in _BY_RULE
    reading = replace(case.reading, followup=True) if case.before else case.reading
    first = case.finding.statements[:1] if by_rule else ()
    asked = question_for(reading, lambda source: _stands_in(first, source))
    return (closing_question(asked),) if asked else ()


def _thing(case: _Case) -> Sequence[Statement]:
    """Something unnamed that is to go on `D:`."""
    unnamed = words.ON_D().search(case.text) and not words.NAMED_ON_D().search(case.text)
    if case.before or not (unnamed and case.is_whether and case.rests_on(sections.TEMPORARY_DISK)):
        return ()
    return (closing_question("What is to go there: the local staging area, the cache, or something else?"),)


_RULES: Sequence[Callable[[_Case], Sequence[Statement]]] = (
    _workload,
    _version,
    _release,
    _service_pack,
    _deployed,
    _storage,
    _scratch,
    _purpose,
    _size,
    _disks,
    _result,
    _thing,
    _schedule,
    _input,
)

_OF_GAP = (_purpose, _workload)
"""Those that take the place of what the guide is silent on: how large a disk is, where its space is told, and
what comes back of a machine, where it is its workload that decides."""
