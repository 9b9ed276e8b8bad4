"""The part that a thing plays: the server's own machine, its database, a neighbour, or what it protects."""

from __future__ import annotations

import pytest

from assistant.understanding.read import facts_of, read_question
from assistant.understanding.reading import Role


@pytest.mark.parametrize(
    "question",
    [
        "would 2012 R2 do for the MABS server itself?",
        "server 2019 underneath the backup server",
        "the vm that MABS will run on is 2008 R2",
        "may MABS sit on Windows Server 2022",
        "can I install azure backup server on server 2016",
        "is SAC fine as the OS of the MABS box",
        "does the backup server boot off 2019",
        "which windows for the MABS vm?",
        "can 2008 R2 run MABS?",
        "is server 2016 good for hosting MABS",
        "SAC for the vm of MABS",
        "may it be installed on 2012 R2",
        "win 2019 ok as os",
    ],
)
def test_the_systems_of_the_servers_own_machine(question: str) -> None:
    assert read_question(question).role is Role.HOST


@pytest.mark.parametrize(
    "question",
    [
        "SQL 2016 for the DPMDB?",
        "may MABS use SQL Server 2017",
        "is SQL 2012 fine as the backup server's own database",
        "sql 2014 instance that mabs uses",
        "is sql 2019 good for MABS to store its data",
    ],
)
def test_the_servers_own_database(question: str) -> None:
    assert read_question(question).role is Role.DATABASE


@pytest.mark.parametrize(
    "question",
    [
        "can the MABS server itself protect 2012 R2?",
        "MABS runs on 2016, can it back up 2008 R2?",
        "is 2012 R2 in the matrix for the MABS vm",
        "does MABS do folders on 2012 R2",
        "we have seven sql 2014 machines, would mabs suit them",
        "the shop's sql is 2016, will the backup server do for that",
        "all of our sql hosts are on 2012 sp1, is mabs right for these",
    ],
)
def test_what_is_protected(question: str) -> None:
    assert read_question(question).role is Role.PROTECTED


@pytest.mark.parametrize(
    "question",
    [
        "is 2008 R2 too old for MABS",
        "SQL 2014 ok?",
        "MABS in the west region",
        "an sql 2014 is there, can mabs work with it",
    ],
)
def test_nothing_ties_it_to_the_server(question: str) -> None:
    assert read_question(question).role is None


def _after(before: str, question: str, specialist: str = "prerequisites") -> Role | None:
    left = facts_of(read_question(before), specialist, ())
    return read_question(question, left).role


def test_the_part_goes_on_over_a_talk() -> None:
    assert _after("which image for the MABS box?", "SAC?") is Role.HOST
    assert _after("can MABS run on 2012 R2?", "and 2019?") is Role.HOST
    assert _after("which image for the MABS box?", "and to protect 2012?") is Role.PROTECTED
    assert _after("which image for the MABS box?", "and SQL 2014?") is None
    assert _after("is 2012 R2 listed?", "and 2019?", "protection") is None


def test_a_version_of_the_servers_machine_is_one_of_windows() -> None:
    products = read_question("2019 for the machine that MABS goes on").products
    assert [(one.family, one.version) for one in products] == [("windows-server", "2019")]


@pytest.mark.parametrize(
    "question",
    [
        "our consultant wrote that MABS handles SQL 2014 databases",
        "can I put SQL 2016 databases under MABS?",
        "does Azure Backup Server support SQL Server 2019 Standard?",
    ],
)
def test_what_the_server_does_with_a_database_makes_it_not_its_own(question: str) -> None:
    assert read_question(question).role is not Role.DATABASE


@pytest.mark.parametrize(
    "question",
    [
        "MABS's own SQL 2016",
        "the MABS internal sql",
        "sql 2016 under MABS",
        "got a sql 2016 instance here. may MABS use it?",
    ],
)
def test_the_own_database_is_told(question: str) -> None:
    assert read_question(question).role is Role.DATABASE
