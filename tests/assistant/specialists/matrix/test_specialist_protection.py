"""Questions on the protection matrix."""

from __future__ import annotations

import pytest

from assistant.specialists.matrix.protection import consult
from assistant.understanding.read import read_question


def first_words(text: str) -> list[str]:
    """The first word that is said of each product."""
    return [finding.statements[0].text.split()[0] for finding in consult(read_question(text))]


@pytest.mark.parametrize(
    "text",
    [
        "are Windows Server 2012 R2 and SQL Server 2008 both covered?",
        "is a 2016 server with SQL 2019 supported",
        "are SharePoint 2013 and Windows Server 2003 listed?",
        "is SQL 2014 protected on Windows Server 2019?",
        "do SQL 2012 SP1 and SharePoint 2007 both work",
        "is Windows Server 2008 R2 protected with Oracle on it",
    ],
)
def test_no_yes_is_said_where_only_some_are_listed(text: str) -> None:
    assert "Yes." not in first_words(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("are SQL 2016 and SharePoint 2016 both protected?", ["Yes.", "Yes."]),
        ("is SQL 2014 protected?", ["Yes."]),
    ],
)
def test_yes_is_said_where_all_are_listed(text: str, words: list[str]) -> None:
    assert first_words(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "we inherited a few SQL hosts, will MABS take them?",
        "another team brings its SQL machines. would azure backup server handle those",
        "old SQL boxes of ours: can it cover these?",
        "several company SQL servers came with the merger, does mabs take these",
        "ten central SQL servers, can mabs cope with those?",
        "the other department runs SQL, could backup server take on some of them?",
    ],
)
def test_machines_that_the_server_is_to_take_are_protected_by_it(text: str) -> None:
    found = consult(read_question(text))

    assert [missing.name for missing in found[0].missing] == ["version"]
