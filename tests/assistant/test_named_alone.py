"""Questions that name what a table knows, and ask something that nothing answers."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant


@pytest.mark.parametrize(
    "question",
    [
        "hourly price of an A3 with us",
        "how do I rebuild an index in SQL Server 2012",
        "what is the login of the sa user in SQL 2016",
    ],
)
def test_a_table_yields_to_what_is_not_asked_of_it(shipped_assistant: Assistant, question: str) -> None:
    assert shipped_assistant.ask(question).status == "abstained"


@pytest.mark.parametrize("talk", ["good evening, how was your holiday?", "do you like your job, my friend?"])
def test_talk_that_names_nothing_is_not_asked_back(shipped_assistant: Assistant, talk: str) -> None:
    assert shipped_assistant.ask(talk).status == "abstained"


def test_trouble_that_names_nothing_is_asked_back(shipped_assistant: Assistant) -> None:
    assert shipped_assistant.ask("it fails, please help").status == "clarify"


@pytest.mark.parametrize(
    ("question", "table"),
    [
        ("our old 2008 R2 boxes, and the SharePoint 2010", "protection"),
        ("is SQL Server 2014 on the list", "protection"),
        ("can it run on an A1 machine", "vm-size"),
        ("are the backups running today?", "connectivity"),
    ],
)
def test_a_table_that_is_asked_answers_or_asks_back(
    shipped_assistant: Assistant, question: str, table: str
) -> None:
    answer = shipped_assistant.ask(question)

    assert answer.status in ("answered", "clarify")
    assert table in {verdict.table for verdict in answer.verdicts}
