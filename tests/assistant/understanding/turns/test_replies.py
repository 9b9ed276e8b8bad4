"""Short replies choose among what was asked back for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.understanding.turns.replies import PENDING, pending, spelled_out

PRODUCT = {PENDING: pending("product", ["Windows Server", "SQL Server", "SharePoint"])}
PACK = {PENDING: pending("service_pack", ["SP1", "none", "later"])}
LINK = {PENDING: pending("connectivity", ["connected", "lost more than 15 days", "lost 15 days or fewer"])}
SUBJECT = {
    PENDING: pending(
        "subject",
        ["setup or prerequisite check", "registration, or the connection to Azure", "a backup or restore"],
    )
}
STATE = {PENDING: pending("subscription", ["Active", "Expired", "Deprovisioned"])}
IN_PORTAL = "how do I see the state of the subscription in the portal?"


@pytest.mark.parametrize(
    ("before", "reply", "meant"),
    [
        (PRODUCT, "the second", "SQL Server"),
        (PRODUCT, "3", "SharePoint"),
        (PRODUCT, "it's the last one", "SharePoint"),
        (PRODUCT, "option 1 please", "Windows Server"),
        (PRODUCT, "b)", "SQL Server"),
        (PACK, "none", "without a service pack"),
        (PACK, "first", "SP1"),
        (LINK, "yes", "the server is connected"),
        (LINK, "nope", "the server is not connected"),
        (LINK, "the second one", "the server has been offline for more than 15 days"),
        (STATE, "2nd", "the subscription is Expired"),
        (STATE, "no idea", IN_PORTAL),
        (SUBJECT, "backup to azure", "is backup to azure possible?"),
        (SUBJECT, "setup", "what does setup need, and where does it log?"),
        (SUBJECT, "the third", "is a backup or a restore possible?"),
        (STATE, "no clue, how do I find that out?", IN_PORTAL),
        (STATE, "where can I see its state", IN_PORTAL),
        (LINK, "hm, not sure", "how do I check whether the server is connected to Azure?"),
    ],
)
def test_a_choice_is_told_as_what_it_stands_for(before: dict[str, object], reply: str, meant: str) -> None:
    assert spelled_out(reply, before) == meant


@pytest.mark.parametrize(
    ("before", "reply"),
    [
        (PRODUCT, "4"),
        (PRODUCT, "yes"),
        (PRODUCT, "the second copy of the data, where is it?"),
        (STATE, "expired"),
        (STATE, "where does it say so"),
        (STATE, "how do I get it back online"),
        ({}, "the second"),
        ({PENDING: None}, "no"),
    ],
)
def test_everything_else_stays(before: dict[str, object], reply: str) -> None:
    assert spelled_out(reply, before) == reply


@given(st.text())
def test_any_text(reply: str) -> None:
    assert isinstance(spelled_out(reply, LINK), str)


def test_the_state_may_be_looked_up_where_a_time_was_asked_back_for() -> None:
    asked = {PENDING: pending("duration", ["lost more than 15 days", "lost 15 days or fewer"])}
    assert spelled_out("where can I look that up, the state of the sub I mean", asked) == IN_PORTAL
    assert spelled_out("where do I look that up", asked) == "where do I look that up"
