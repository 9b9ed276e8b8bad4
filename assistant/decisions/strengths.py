"""How binding the guide's rules are: its *must*, its *should*, its *can*."""

from __future__ import annotations

from assistant.decisions import guide
from assistant.decisions.readiness import prerequisites as items
from assistant.decisions.readiness.checks import Prerequisite
from assistant.decisions.types import DecisionResult, Standing, Strength, caveat, headline

CORES_AND_MEMORY = Prerequisite(
    "cores-memory",
    "Cores and memory",
    Strength.RECOMMENDATION,
    guide.USING_VM,
    "A2 Standard with 2 cores and 3.5 GB RAM is the recommended minimum.",
    items.VM_SIZE.question,
    items.VM_SIZE.fix,
)
BUNDLED_SQL = Prerequisite(
    "bundled-sql",
    "SQL Server from the installer",
    Strength.RECOMMENDATION,
    guide.INSTALL,
    "A new instance from the installer is the recommended choice; a local one of your own is allowed.",
    items.SQL_INSTANCE.question,
    items.SQL_INSTANCE.fix,
)
LOCAL_SQL = Prerequisite(
    "local-sql",
    "Local SQL Server",
    Strength.REQUIREMENT,
    guide.INSTALL,
    "The SQL Server instance must be local: a remote one doesn't work.",
    items.SQL_INSTANCE.question,
    items.SQL_INSTANCE.fix,
)
OWN_SQL = Prerequisite(
    "own-sql",
    "SQL Server of your own",
    Strength.POSSIBILITY,
    guide.INSTALL,
    "Your own local instance of SQL Server is allowed; a new one from the installer is the recommended "
    "choice.",
    items.SQL_INSTANCE.question,
    items.SQL_INSTANCE.fix,
)
_BESIDES = (
    (
        items.LOCAL_RETENTION,
        "It is no technical limit: the guide doesn't say that older data is deleted or refused.",
        guide.STORING_DATA,
    ),
    (
        items.DEDICATED,
        "Four roles are ruled out outright: domain controller, Application Server, Exchange Server, cluster "
        "node.",
        guide.USING_VM,
    ),
)
_NAMES = {
    Strength.REQUIREMENT: "a requirement",
    Strength.RECOMMENDATION: "a recommendation",
    Strength.POSSIBILITY: "a possibility",
}
_REST = {
    Strength.REQUIREMENT: "a requirement, and not only advice",
    Strength.RECOMMENDATION: "a recommendation, and not a must",
    Strength.POSSIBILITY: "a possibility, neither required nor recommended",
}


def strength_of(item: Prerequisite, asked: str = "which") -> DecisionResult:
    """How binding a rule is. `asked`: "which" strength it has, whether it is a "must" or only "advice", or
    whether one may do without ("breaks")."""
    must = item.strength is Strength.REQUIREMENT
    lead = {"must": "Yes. " if must else "No. ", "advice": "No. " if must else "Yes. "}.get(asked, "")
    if asked == "breaks" and must:
        lead = "No. "
    if item is items.DEDICATED or (asked == "advice" and item.strength is Strength.POSSIBILITY):
        lead = ""
    said = f"{lead}It is {_REST[item.strength]}: {_goes_on(item.text)}"
    more = [caveat(text, source) for of, text, source in _BESIDES if of is item]
    return DecisionResult(
        table=item.id,
        inputs={"asked": "strength"},
        outcome=str(item.strength),
        standing=Standing.SETTLED,
        statements=(headline(said, *item.sources), *more),
        outputs={"strength": _NAMES[item.strength]},
        rules=(item.rule(),),
    )


def _goes_on(text: str) -> str:
    """A sentence as it goes on behind a colon."""
    named = text.startswith((".NET", "A2", "Azure", "SQL", "Setup"))
    return text if named else f"{text[0].lower()}{text[1:]}"
