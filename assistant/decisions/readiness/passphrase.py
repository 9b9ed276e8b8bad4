"""A passphrase that is lost or that somebody else should tell: the guide's word on who keeps it."""

from __future__ import annotations

from enum import StrEnum

from assistant.decisions.guide import INSTALL
from assistant.decisions.types import (
    Choice,
    DecisionResult,
    MissingInput,
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


class Wanted(StrEnum):
    """What somebody wants who has lost the passphrase."""

    COPY = "a copy of Microsoft's"
    NEW = "a new one"
    BACKUPS = "backups that go on"
    RESTORE = "a restore"
    ADVICE = "advice"


_NOT_GIVEN = "Microsoft can't give the passphrase back: it neither saves nor manages it."
_SILENT = {
    Wanted.NEW: "The guide doesn't describe setting a new passphrase on a server that is registered.",
    Wanted.BACKUPS: "The guide doesn't say whether backups go on when the passphrase is lost.",
    Wanted.RESTORE: "The guide doesn't say what can be restored without the passphrase.",
}


def lost(wanted: Wanted = Wanted.COPY) -> DecisionResult:
    """What can be done about a passphrase that nobody has at hand, beginning with what is `wanted`."""
    silent = _SILENT.get(wanted)
    first = silent or (f"No. {_NOT_GIVEN}" if wanted is Wanted.COPY else _NOT_GIVEN)
    return DecisionResult(
        table=NAME,
        inputs={"passphrase": "lost", "wanted": str(wanted)},
        outcome="not_recoverable_by_microsoft",
        standing=Standing.NOT_COVERED if silent else Standing.SETTLED,
        statements=(
            headline(first, INSTALL),
            reason(_NOT_GIVEN if silent else "The passphrase is the customer's alone.", INSTALL),
            next_step(
                "Look in the location that was given for it in the Encryption Setting dialog.", INSTALL
            ),
            caveat("The guide describes no other way to a lost passphrase, and I can't decode one.", INSTALL),
        ),
        rules=(RULE,),
        notes=() if wanted is Wanted.COPY else ("passphrase-lost",),
    )


def which_secret() -> DecisionResult:
    """What there is to a password of the product's that is not named: setup asks for two secrets."""
    choices = (
        Choice(
            "the password of the Security Settings screen",
            "It is for the restricted local user accounts; the guide doesn't tell how it is changed later.",
        ),
        Choice(
            "the passphrase of the Encryption Setting dialog",
            "It encrypts the backups. Microsoft neither saves nor manages it: look in the location that was "
            "given for it.",
        ),
    )
    return DecisionResult(
        table=NAME,
        inputs={"secret": "not named"},
        outcome="depends",
        standing=Standing.MISSING,
        statements=(headline("Setup asks for two secrets: a password and a passphrase.", INSTALL),),
        missing=(MissingInput("secret", "Which of the two is meant?", choices),),
    )


class Aspect(StrEnum):
    """What may be asked of a passphrase that is talked of."""

    MADE = "who makes it"
    PLACE = "where it is kept"


_ASPECTS = {
    Aspect.MADE: "You can enter a passphrase of your own, or have the passphrase generator create one.",
    Aspect.PLACE: "Save it in a location that stays accessible: the Encryption Setting dialog asks for one.",
}
_KEPT = "Microsoft neither saves nor manages the passphrase: it belongs to you."


def aspect(asked: Aspect) -> DecisionResult:
    """One thing that is asked of the passphrase, and who keeps it."""
    return DecisionResult(
        table=NAME,
        inputs={"asked": str(asked)},
        outcome=str(asked),
        standing=Standing.SETTLED,
        statements=(headline(_ASPECTS[asked], INSTALL), reason(_KEPT, INSTALL)),
        rules=(RULE,),
    )
