"""What is said to a few words after the place of SQL Server was asked about."""

from __future__ import annotations

import pytest

from assistant.specialists import prerequisites
from assistant.table_answers import settled
from assistant.understanding.read import facts_of, read_question
from assistant.understanding.turns.corrections import QUESTION


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
        ("can the backup server use the SQL that we already have?", "Only if it is local"),
        ("we run SQL here already, may mabs use it?", "Only if it is local"),
        ("is the existing SQL Server on the same machine ok for MABS?", "Yes. Your own local instance"),
        ("existing remote SQL Server ok?", "No. A remote SQL Server"),
        ("mabs database onto the SQL cluster of the ERP, ok?", "No. A remote SQL Server"),
        ("can mabs use the SQL Server over there?", "No. A remote SQL Server"),
    ],
)
def test_where_an_existing_server_is_decides(question: str, told: str) -> None:
    findings = prerequisites.consult(read_question(question))
    assert findings[0].statements[0].text.startswith(told)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "does it have to be the packaged SQL or may it be our own one",
            "Your own local instance is allowed",
        ),
        ("our own instance rather than the bundled one, fine?", "Your own local instance is allowed"),
        ("the bundled SQL or an existing one on another machine?", "A remote SQL Server"),
        ("do we have to use the bundled SQL", "Your own local instance is allowed"),
        ("do we need our own SQL or is one included", "No. Your own SQL Server is not needed"),
        ("the SQL machines are in another vnet than MABS, ok?", "No. That won't do: all machines"),
        ("may MABS use a SQL Server in a different vnet?", "A remote SQL Server"),
    ],
)
def test_what_is_told_beside_an_instance(text: str, told: str) -> None:
    assert prerequisites.consult(read_question(text))[0].statements[0].text.startswith(told)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("which edition of SQL do we order for the backup server", "names no version or edition"),
        ("SQL for MABS: what version does it need", "names no version or edition"),
        ("could MABS keep its database in a managed instance of SQL", "A remote SQL Server instance"),
    ],
)
def test_the_sql_of_the_server_itself_has_no_row(text: str, told: str) -> None:
    (found, *_) = settled(read_question(text))

    assert found.specialist == "prerequisites"
    assert told in found.statements[0].text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("is a SQL managed instance protected", "SQL as a service (SQL managed instance) is not in"),
        ("which editions of SQL Server does the matrix name", "no edition is named"),
        ("which SQL versions are protected", "The matrix lists SQL Server"),
    ],
)
def test_the_sql_that_is_protected_is_looked_up(text: str, told: str) -> None:
    (found, *_) = settled(read_question(text))

    assert found.specialist == "protection"
    assert told in found.statements[0].text


def test_the_version_of_a_remote_instance_is_told_to_be_left_open() -> None:
    (found, *_) = settled(read_question("a remote SQL for the backup server: of what version?"))

    assert found.statements[0].text.endswith("the instance must be local.")
    assert "Of its version it says nothing" in found.statements[1].text


@pytest.mark.parametrize("text", ["why not a remote SQL?", "why is a SQL on another machine ruled out"])
def test_the_reason_for_a_local_instance_is_left_open(text: str) -> None:
    (found, *_) = settled(read_question(text))

    assert found.statements[0].text.startswith("A remote SQL Server instance doesn't work")
    assert "no reason" in found.statements[1].text


@pytest.mark.parametrize("needs", ["must it be the bundled one", "do we have to go with the bundled one?"])
def test_the_bundled_instance_is_no_must_within_a_talk(needs: str) -> None:
    assert headline("may we bring our own SQL?", needs).startswith("Your own local instance is allowed")


def test_whether_it_is_included_is_asked_of_the_subject_before() -> None:
    asked = read_question("SQL Server instance of MABS: is it already included?")
    assert (
        prerequisites.consult(asked)[0].statements[0].text.startswith("Yes. The installation package comes")
    )
    of_matrix = read_question("SQL Server instance of MABS: is it included in the matrix?")
    assert not any("package comes" in one.statements[0].text for one in prerequisites.consult(of_matrix))
