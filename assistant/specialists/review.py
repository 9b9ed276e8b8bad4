"""Reviews a described machine as a whole: every fact told is judged, what fails comes first."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from assistant.answer import Evidence, Finding, Statement, Verdict
from assistant.decisions.expressions.patterns import compiled
from assistant.decisions.readiness import prerequisites as items
from assistant.decisions.readiness.checks import Prerequisite, Status
from assistant.decisions.readiness.facts import validate
from assistant.decisions.readiness.preflight_checks import CHECKS
from assistant.decisions.sentences import capital
from assistant.decisions.types import DecisionInputError, DecisionResult
from assistant.specialists.prerequisites import NAME
from assistant.specialists.table_findings import evidence_of, finding_of
from assistant.understanding.reading import Reading
from assistant.understanding.server.machine_facts import may_tell_several, read_machine

_TABLE = "preflight"
_LEAST = 3
_LEAST_WHEN_ASKED = 2
_ASKED = compiled(
    r"\b(?:review|check|plan\w*|specs?|set-?up|config\w*|wrong|problems?|issues?|fails?|mistakes?|judge|rate"
    r"|proposal"
    r"|design|go ahead|sign off|ready|readiness|meets?)\b",
)
_PROTECTING = compiled(
    r"\bprotect(?:ed|ion|ing)?\b|\brestor\w*|\brecovery points?\b|\bback(?:ing|s|ed)?[\s-]up\b"
)
# Whether something stands in the way is asked, which what fails confirms.
_ASKS_OBSTACLE = compiled(
    r"\b(?:any(?:thing)?|some(?:thing)?|find|see|spot)\b[^.?!\n]{0,20}"
    r"\b(?:block(?:er|ing)?s?|wrong|missing|problems?|issues?|objections?|obstacles?|show[ -]?stopp\w+"
    r"|concerns?|conflicts?|mistakes?|errors?|red flags?|against)\b",
)
_VERDICT = re.compile(r"^(?:Yes|No|Better not)[.,:]\s+")
_CORE = (items.VM_SIZE, items.DOMAIN, items.INSTALLER, items.DOTNET, items.SQL_INSTANCE)
Judged = tuple[Prerequisite, DecisionResult]


def consult(reading: Reading) -> list[Finding]:
    """One finding for a description of three facts or more (two where a review is asked for)."""
    if reading.connectivity or reading.subscription or _PROTECTING.search(reading.plain):
        return []
    if not may_tell_several(reading.plain):
        return []
    facts = read_machine(reading.plain)
    if len(facts) < _LEAST_WHEN_ASKED:
        return []
    try:
        known = validate(facts)
        judged = [(item, check(known)) for item, check in CHECKS.items()]
    except DecisionInputError:
        return []
    told = [(item, result) for item, result in judged if result.inputs and item is not items.DATA_DISKS]
    least = _LEAST_WHEN_ASKED if _ASKED.search(reading.plain) else _LEAST
    if len(told) < least or (len(told) == _LEAST_WHEN_ASKED and len(facts) < _LEAST):
        return []
    return [_finding(told, facts, bare=bool(_ASKS_OBSTACLE.search(reading.plain)))]


def against(reading: Reading) -> Finding | None:
    """What fails first of all that is told of a machine, however little that is; None where nothing does."""
    if reading.connectivity or reading.subscription or _PROTECTING.search(reading.plain):
        return None
    try:
        known = validate(read_machine(reading.plain))
        results = [check(known) for check in CHECKS.values()]
    except DecisionInputError:
        return None
    failed = next((one for one in results if one.inputs and one.outcome == Status.FAIL), None)
    return finding_of(failed, NAME) if failed else None


def fails(finding: Finding) -> bool:
    """Whether `finding` is a review that found something against a requirement."""
    return any(v.table == _TABLE and v.outcome == str(Status.FAIL) for v in finding.verdicts)


def _finding(told: Sequence[Judged], facts: Mapping[str, object], *, bare: bool) -> Finding:
    by_status = {status: [(i, r) for i, r in told if r.outcome == status] for status in Status}
    failed = by_status[Status.FAIL]
    statements = [Statement(_headline(by_status, bare=bare), _evidence(failed), role="verdict")]
    statements += [_line("", item, result) for item, result in failed]
    statements += [_line(" (advice)", item, result) for item, result in by_status[Status.WARN]]
    statements += [_line(" (open)", item, result) for item, result in by_status[Status.UNKNOWN]]
    if passed := [item.title for item, _ in by_status[Status.PASS]]:
        statements.append(Statement(f"In order: {_joined(passed)}.", _evidence(by_status[Status.PASS])))
    if open_ := [item.title for item in _CORE if item not in [i for i, _ in told]]:
        statements.append(Statement(f"Not told: {_joined(open_)}.", role="note"))
    inputs = {name: str(value) for name, value in facts.items()}
    outcome = Status.FAIL if failed else Status.WARN if by_status[Status.WARN] else Status.PASS
    return Finding(
        NAME, "answered", tuple(statements), 1.0, verdicts=(Verdict(_TABLE, inputs, str(outcome), ""),)
    )


def _headline(by_status: dict[Status, list[Judged]], *, bare: bool) -> str:
    """What comes of the whole; `bare`, without a yes or no, where obstacles are asked for."""
    failed = [_title(item) for item, _ in by_status[Status.FAIL]]
    if failed:
        return f"{'' if bare else 'No. '}Against the requirements: {_joined(failed)}."
    if by_status[Status.WARN]:
        return "Nothing that you told is against a requirement; some is against the guide's advice."
    if by_status[Status.UNKNOWN]:
        return "Nothing that you told is against a requirement, but not all of it is settled."
    return f"{'' if bare else 'Yes. '}All that you told meets the guide's requirements."


def _line(kind: str, item: Prerequisite, result: DecisionResult) -> Statement:
    """A list item with what is said of one fact; `kind` tells advice and open points from failures."""
    said = _VERDICT.sub("", result.headline)
    return Statement(f"- {_title(item)}{kind}: {capital(said)}", _evidence([(item, result)]), role="step")


def _title(item: Prerequisite) -> str:
    """What a point is called where it is not in order."""
    return "Excluded role" if item is items.EXCLUDED_ROLE else item.title


def _evidence(judged: Sequence[Judged]) -> tuple[Evidence, ...]:
    return tuple(evidence_of(item.source, item.text) for item, _ in judged)


def _joined(names: Sequence[str]) -> str:
    return ", ".join(
        name[0].lower() + name[1:] if not name.startswith((".", "SQL")) else name for name in names
    )
