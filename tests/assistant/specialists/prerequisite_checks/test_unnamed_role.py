"""Machines with a role that nobody names."""

from __future__ import annotations

import pytest

from assistant.specialists.prerequisite_checks.unnamed_role import asks_unnamed
from assistant.table_answers import settled
from assistant.understanding.read import read_question


@pytest.mark.parametrize(
    "text",
    [
        "may MABS go on a server that has some role",
        "there is another application on the machine, can we install it there",
        "the box does something else today; use it for azure backup server?",
    ],
)
def test_what_runs_there_is_asked_for(text: str) -> None:
    assert asks_unnamed(text)
    (found,) = settled(read_question(text))
    assert found.status == "clarify"
    assert found.missing


@pytest.mark.parametrize(
    "text",
    [
        "install MABS on a server that has the DHCP role",
        "can we protect a server that has another role",
        "how do I install it where the vm runs other software",
        "MABS on a machine that is a domain controller",
    ],
)
def test_a_role_that_is_named_is_another_rule(text: str) -> None:
    assert not asks_unnamed(text)
