"""Labelled things put to the tables one by one."""

from __future__ import annotations

import pytest

from assistant.dialogue.labelled_cases import Meant, meant_by, of_each
from assistant.table_answers import settled
from assistant.understanding.read import read_question


def meant(*turns: str) -> Meant:
    found = meant_by(turns[-1], {}, [(turn, {}) for turn in turns[:-1]])
    assert found is not None
    return found


def test_each_option_is_judged_and_the_fitting_one_comes_first() -> None:
    found = of_each(meant("option 1: MABS on a DC. option 2: MABS on an A3", "so which one").each)

    first, second = (statement.text for statement in found.statements)
    assert first.startswith("Option 2: Yes.")
    assert second.startswith("Option 1: No.")


def test_two_states_are_held_against_each_other() -> None:
    told = meant("case 1: online, expired", "case 2: online, deprovisioned", "difference between 1 and 2?")
    said = settled(read_question(told.question, told.previous))[0].statements

    assert said[0].text == "The rows differ: Deprovisioned is worse."


def test_the_way_from_one_state_to_the_other_is_one_of_the_subscription() -> None:
    told = meant("A: online, active. B: online, expired", "how do I get from B to A")

    assert "from Expired back to Active" in told.question


def test_what_no_table_judges_is_read_with_all_that_was_told() -> None:
    told = meant("plan a: tape. plan b: a second vault", "which one is cheaper?")

    assert not told.each
    assert told.question == "tape; a second vault: which one is cheaper?"


def test_a_state_is_told_before_what_is_asked_in_it() -> None:
    told = meant(
        "case A: online, active. case B: offline 20 days, expired", "can I back up to disk in case B?"
    )

    assert told.question == "offline 20 days, expired: can I back up to disk?"


@pytest.mark.parametrize(
    "text",
    [
        "server online, sub Expired. are these refused? 1) restore from disk 2) back up to Azure",
        "a) back up to disk b) restore from Azure - which of a and b works if online and Active?",
    ],
)
def test_operations_that_are_counted_in_one_state_stay_together(text: str) -> None:
    assert meant_by(text, {}, []) is None


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ("a) no link for 3 days b) sub Expired -> possible to restore?", True),
        ("notes: a) MABS is connected b) the subscription is Expired. back up to disk?", True),
        ("a) no link for 3 days b) the sub isn't just expired, it is deprovisioned -> restore?", True),
        ("a) no link for 3 days b) sub Expired: which of them can restore?", False),
        ("a) no link for 20 days, Active b) online, Expired: can we restore?", False),
    ],
)
def test_facts_of_one_case_that_are_counted_stay_together(text: str, one: bool) -> None:
    assert (meant_by(text, {}, []) is None) is one


def test_states_that_are_counted_are_put_one_by_one() -> None:
    meant = meant_by("case 1: online, expired. case 2: offline 20 days, active. where can I restore?", {}, [])
    assert meant
    assert len(meant.each) == 2


def test_two_servers_of_one_subscription_get_a_verdict_each() -> None:
    told = of_each(
        meant("BK01 connected, BK02 offline for 30 days, subscription Active. which backs up to disk?").each
    )
    first, second = (statement.text for statement in told.statements)

    assert first.startswith("BK01: Back up to disk is allowed")
    assert second.startswith("BK02: Back up to disk is stopped")


def test_an_outage_of_unknown_length_is_said_to_decide() -> None:
    told = of_each(meant("BK01 connected, BK02 offline, both Active. backup to disk?").each)

    assert "depends on how long" in told.statements[1].text


@pytest.mark.parametrize(
    "listed",
    [
        "web1 = 2016 Datacenter, domain controller\nweb2 = 2016 Datacenter, node 2 of the SQL cluster\n"
        "web3 = 2016 Datacenter, empty, domain joined, A2\nwhich one for azure backup server",
        "name | system | role\nweb1 | 2016 DC ed. | role: AD DS\nweb2 | 2016 DC ed. | node 2 of FOC-SQL\n"
        "web3 | 2016 DC ed. | (empty, domain joined, A2)\npick one for azure backup server, in one line",
    ],
)
def test_of_listed_machines_the_one_against_which_nothing_is_told_comes_first(listed: str) -> None:
    first, *others = (statement.text for statement in of_each(meant(listed).each).statements)

    assert first.startswith("Web3: Yes.")
    assert [other.split(".")[0] for other in others] == ["Web1: No", "Web2: No"]


@pytest.mark.parametrize(
    ("listed", "fits", "others"),
    [
        (
            "our dba wants yes or no for each:\nSQLA1 - 2014\nSQLB1 - 2019\nSQLC - 2012 SP1",
            ["SQLA1: Yes. SQL Server 2014", "SQLC: Yes. SQL Server 2012 SP1"],
            ["SQLB1: SQL Server 2019 is not"],
        ),
        (
            "can these windows servers be protected?\nfs1 2012 R2 std\nfs2 2019\nfs3 2008 R2",
            ["Fs1: Yes. Windows Server 2012 R2", "Fs3: Yes. Windows Server 2008 R2"],
            ["Fs2: Windows Server 2019 is not"],
        ),
        (
            "yes or no for each: EXCH1 - 2010, SQLD1 - 2016, SP2 - 2013",
            ["SQLD1: Yes. SQL Server 2016", "SP2: Yes. SharePoint 2013"],
            ["EXCH1: Exchange Server 2010 is not"],
        ),
        (
            "a long story from last week. the dba wants a yes or no for each of them, please:\n"
            "SQLA1 - 2014\nSQLB1 - 2017\nhe also told me about his holidays at length, but never mind that.",
            ["SQLA1: Yes. SQL Server 2014"],
            ["SQLB1: SQL Server 2017 is not"],
        ),
    ],
)
def test_a_row_of_a_name_and_a_version_is_judged_by_itself(
    listed: str, fits: list[str], others: list[str]
) -> None:
    statements = [statement.text for statement in of_each(meant(listed).each).statements]

    starts = fits + others
    assert all(told.startswith(start) for told, start in zip(statements, starts, strict=True)), statements


@pytest.mark.parametrize(
    "text",
    [
        "the log:\nJOB12 2019-03-04 failed\nJOB13 2019-03-05 failed\nwhat is wrong?",
        "which of those are listed?\n- db1 SQL Server 2016\n- db2 SQL Server 2017\n- dms Sharepoint 2013",
    ],
)
def test_dates_and_lists_of_other_lines_are_no_such_rows(text: str) -> None:
    assert meant_by(text, {}, []) is None
