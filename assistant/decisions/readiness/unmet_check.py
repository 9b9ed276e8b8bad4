"""Whether setup may go on while a prerequisite is not met, and which file lists it.

Input: none but the question. Output: the guide's rule. Hit policy: unique.
"""

from __future__ import annotations

from assistant.decisions import guide
from assistant.decisions.readiness.checks import Prerequisite, Status, verdict
from assistant.decisions.types import DecisionResult, Strength

CHECK = Prerequisite(
    "prerequisite-check",
    "Prerequisite check",
    Strength.REQUIREMENT,
    guide.INSTALL,
    "The installation can't continue until every prerequisite is met; `DpmSetup.log` lists what isn't.",
    "Does the **Prerequisite Checks** screen show that all prerequisites are met?",
    "Resolve the prerequisite errors, then run **Check Again**.",
)

LOG = "log"
"""What is asked where the file is wanted."""


def goes_on() -> DecisionResult:
    """That setup can't go on with a prerequisite that is not met."""
    return verdict(CHECK, Status.FAIL, f"No. {CHECK.text}", inputs={"met": "no"})


def log() -> DecisionResult:
    """The file in which prerequisites that are not met are listed."""
    said = (
        "`DpmSetup.log` lists the prerequisites that aren't met, as the **Prerequisite Checks** screen does."
    )
    return verdict(CHECK, Status.WARN, said, inputs={"asked": LOG}, bare=True)
