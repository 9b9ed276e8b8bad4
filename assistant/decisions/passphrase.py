"""A passphrase that is lost or that somebody else should tell: the guide's word on who keeps it."""

from __future__ import annotations

from assistant.decisions.guide import INSTALL
from assistant.decisions.types import (
    DecisionResult,
    Rule,
    Standing,
    Strength,
    caveat,
    headline,
    next_step,
    reason,
)

NAME = "passphrase-recovery"
RULE = Rule(
    NAME,
    {"kept by": "the customer"},
    {"microsoft": "neither saves nor manages it"},
    INSTALL,
    Strength.REQUIREMENT,
    "The passphrase belongs to the customer; Microsoft neither saves nor manages it.",
)


def lost() -> DecisionResult:
    """What can be done about a passphrase that nobody has at hand."""
    return DecisionResult(
        table=NAME,
        inputs={"passphrase": "lost"},
        outcome="not_recoverable_by_microsoft",
        standing=Standing.SETTLED,
        statements=(
            headline(
                "No. Microsoft can't give the passphrase back: it neither saves nor manages it.", INSTALL
            ),
            reason("The passphrase is the customer's alone.", INSTALL),
            next_step(
                "Look in the location that was given for it in the Encryption Setting dialog.", INSTALL
            ),
            caveat("The guide describes no other way to a lost passphrase, and I can't decode one.", INSTALL),
        ),
        rules=(RULE,),
    )
