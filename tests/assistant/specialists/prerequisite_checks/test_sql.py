"""What is said to a few words after the place of SQL Server was asked about."""

from __future__ import annotations

import pytest

from assistant.specialists import prerequisites
from assistant.understanding.corrections import QUESTION
from assistant.understanding.read import facts_of, read_question


def headline(first: str, question: str) -> str:
    before = read_question(first)
    facts = facts_of(before, prerequisites.NAME, ()) | {QUESTION: first}
    findings = prerequisites.consult(read_question(question, facts))
    return findings[0].statements[0].text if findings else ""


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("not even over a fast line?", "No. A remote SQL Server"),
        ("does setup bring one", "Yes. The installation package comes with"),
        ("the express edition then?", ""),
        ("how many of them?", ""),
    ],
)
def test_only_what_goes_on_with_the_place_is_judged_by_it(question: str, told: str) -> None:
    assert headline("can we use a remote SQL Server", question).startswith(told or "")
    assert bool(headline("can we use a remote SQL Server", question)) == bool(told)


def test_a_place_of_an_earlier_turn_than_the_last_does_not_count() -> None:
    assert headline("our own local SQL then?", "is it recommended?") == ""


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("may we point the setup at an existing SQL Server?", "Only if it is local"),
        ("is the existing SQL Server on the same machine ok for MABS?", "Yes. Your own local instance"),
        ("existing remote SQL Server ok?", "No. A remote SQL Server"),
    ],
)
def test_where_an_existing_server_is_decides(question: str, told: str) -> None:
    findings = prerequisites.consult(read_question(question))
    assert findings[0].statements[0].text.startswith(told)
