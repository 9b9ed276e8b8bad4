"""The protection matrix counted, searched and sorted; and yes or no in the sense of the question."""

from __future__ import annotations

import pytest

from assistant.specialists.matrix import matrix_queries
from assistant.table_answers import settled
from assistant.understanding.read import facts_of, read_question
from assistant.verify import unsupported


def said(text: str) -> str:
    findings = settled(read_question(text))
    return " ".join(statement.text for finding in findings for statement in finding.statements)


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("How many versions of SQL does the matrix hold?", "Three (3) rows"),
        ("number of windows rows please", "Five (5) rows"),
        ("how many SharePoint versions has it, and what are they", "Three (3) rows for SharePoint"),
        ("which lines protect a single frontend", "The matrix lists SharePoint 2016"),
        ("name the products of the list that give volumes", "The matrix lists Windows Server"),
        ("list all sql releases", "The matrix lists SQL Server 2016"),
        ("every windows generation that is covered", "The matrix lists Windows Server"),
        ("how many SharePoint releases are there in it", "Three (3) rows"),
        ("count of rows in the matrix", "Eleven (11) rows"),
        ("which row of the table has a service pack in it", "SQL Server 2012 SP1"),
        ("does the table name an edition for SQL Server 2014 Enterprise", "No."),
        ("which editions do the Windows Server rows name", "The rows for Windows Server name three"),
        ("Windows Server 2016 Essentials: is that edition listed", "No. Essentials"),
        ("which editions are in the matrix at all", "The rows for Windows Server name three"),
        ("w2k12, w2k19 and SQL 2016: which are in the table?", "Windows Server 2019 is not listed"),
        ("We upgrade SQL 2014 to SQL 2019, is it covered then?", "SQL Server 2019 is not"),
        ("Moving from SQL 2008 to SQL 2016, is that one listed?", "Yes. SQL Server 2016"),
        ("My boss says SQL 2016 isn't listed, correct?", "No. SQL Server 2016 is listed"),
        ("SharePoint 2013, is it just its databases that are covered?", "SharePoint 2013 is listed"),
        ("Is SQL Server 2016 Express listed?", "Yes. SQL Server 2016 is listed"),
        ("2012 R2 Essentials in the branch, listed?", "Windows Server 2012 R2 Essentials is not"),
        ("Windows Nano Server 2016, is it in the matrix", "The guide doesn't settle Nano"),
        ("a PostgreSQL box on azure stack, does mabs do that?", "PostgreSQL is not in the guide's"),
        ("protect a Hyper-V host with MABS on azure stack, ok?", "Hyper-V is not in the guide's"),
        ("is Ubuntu unsupported by MABS on Azure Stack", "Linux (Ubuntu) is not"),
        ("we must back up SP 2016 (SharePoint). what gets protected?", "SharePoint 2016 is listed"),
        ("which parts of SQL 2012 with SP1 can it bring back", "SQL Server 2012 SP1 is listed"),
        ("Does a 2012 R2 server get less protection than a 2016 server?", "No difference"),
        ("2016 std or enterprise, does it matter for what is protected?", "Enterprise and Standard get"),
        ("SharePoint 2010 vs 2016: any difference in what we can recover?", "No difference"),
        ("are the 2008 R2 ent machines too old for MABS?", "Windows Server 2008 R2 Enterprise is listed"),
        ("can a single mailbox be restored?", "The protection matrix doesn't list mailboxes"),
        ("which SharePoint releases are mentioned?", "The matrix lists SharePoint"),
        ("List all Windows Server releases that are covered", "The matrix lists Windows Server"),
        ("SQL 2012 -> 2014 -> 2016, are all of these in the matrix?", "SQL Server 2014 and SQL Server 2016"),
        ("SharePoint 2010 -> 2013 -> 2016: each listed?", "All are listed"),
        ("Does the row for SQL 2016 require a specific service pack?", "No. The row for SQL Server 2016"),
        ("Does the matrix demand a service pack for SQL 2012?", "Yes. The row names it"),
        ("SQL 2012 SP4, is that pack mentioned in the table?", "The guide doesn't settle"),
    ],
)
def test_answers_begin_with_what_was_asked(text: str, lead: str) -> None:
    assert said(text).startswith(lead)


def test_each_of_several_products_has_its_verdict() -> None:
    (finding,) = matrix_queries.consult(read_question("is w2k12, w2k19, SQL 2016 in the matrix"))
    assert [verdict.outcome for verdict in finding.verdicts] == ["listed", "not_listed", "listed"]


@pytest.mark.parametrize(
    "text", ["How many recovery points can I keep?", "is SQL 2016 listed", "how many operations are allowed"]
)
def test_other_questions_are_left_alone(text: str) -> None:
    assert matrix_queries.consult(read_question(text)) == []


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        ("diff. of the Windows and the SQL row", ["For Windows Server", "For SQL Server"]),
        ("SharePoint versus SQL: what do I get back", ["For SharePoint", "For SQL Server"]),
        ("which level for SQL and SharePoint each", ["For SQL Server", "For SharePoint"]),
        ("diff. of SQL 2014 and SharePoint 2013 rows", []),
        ("SQL versus Oracle: what do I get back", []),
    ],
)
def test_families_are_held_against_each_other(text: str, leads: list[str]) -> None:
    findings = matrix_queries.consult(read_question(text))
    assert [one.statements[0].text.split(",")[0] for one in findings if len(findings) > 1] == leads


@pytest.mark.parametrize("text", ["number of SQL rows please", "how many versions are in the matrix"])
def test_a_count_stands_in_its_evidence(text: str) -> None:
    (finding,) = matrix_queries.consult(read_question(text))
    assert not unsupported(finding.statements[0], [text])


def test_another_family_is_listed_after_one_was() -> None:
    before = {"specialist": "protection", "query": "which Windows servers are covered?"}
    (finding,) = settled(read_question("and for SharePoint?", before))
    assert finding.statements[0].text == "The matrix lists SharePoint 2016, 2013 and 2010."
    asked = {**before, "query": "is Windows Server 2016 protected?"}
    assert all(f.verdicts[0].outcome != "rows" for f in settled(read_question("and SharePoint?", asked)))
    same = {**before, "query": "which SharePoint versions are covered?", "families": ["sharepoint"]}
    assert all(f.verdicts[0].outcome != "rows" for f in settled(read_question("tapes too?", same)))


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("can I protect a DC?", "domain controller"),
        ("are domain controllers backed up by it?", "domain controller"),
        ("is a cluster node protected?", "cluster node"),
    ],
)
def test_a_role_is_not_what_the_matrix_goes_by(text: str, role: str) -> None:
    assert said(text).startswith(f"The matrix names no {role}")


@pytest.mark.parametrize(
    "text", ["can it be installed on a DC to protect it?", "is a DC on Windows Server 2016 protected?"]
)
def test_the_backup_server_and_a_version_are_no_matter_of_roles(text: str) -> None:
    assert "names no" not in said(text)


@pytest.mark.parametrize(
    ("before", "asked", "lead"),
    [
        ("is SQL 2017 listed?", "which SQL releases are in then", "The matrix lists SQL Server 2016"),
        ("is SharePoint 2019 listed?", "ok, which ones then", "The matrix lists SharePoint 2016"),
        ("is Exchange protected?", "what do you cover then", "The matrix lists versions of"),
        ("is SQL 2016 listed?", "which others", "The matrix lists SQL Server 2016"),
    ],
)
def test_what_is_listed_is_told_after_what_is_not(before: str, asked: str, lead: str) -> None:
    left = facts_of(read_question(before), "protection", ())

    found = settled(read_question(asked, left))

    assert found[0].statements[0].text.startswith(lead)


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        (
            "does a 2012 R2 Enterprise box get more than a Standard one?",
            "No. Enterprise and Standard",
        ),
        (
            "do the tables differ for Standard and Enterprise guests of 2012?",
            "Enterprise and Standard get the same",
        ),
        ("we have Datacenter and they Standard: any benefit in the backup?", "No. Datacenter and Standard"),
        ("are Enterprise and Datacenter treated the same in the matrix?", "Yes. Datacenter and Enterprise"),
    ],
)
def test_editions_of_a_row_are_protected_alike(text: str, lead: str) -> None:
    assert said(text).startswith(lead)


@pytest.mark.parametrize(
    "text",
    [
        "install MABS on Datacenter or Standard, which is better?",
        "is Windows Server 2019 Standard protected less than Datacenter?",
        "SQL 2016 Standard vs Enterprise, more protected?",
    ],
)
def test_hosts_and_other_rows_are_not_compared_by_edition(text: str) -> None:
    assert "stand together" not in said(text)


def test_versions_that_are_asked_for_are_listed_and_hang_on_nothing() -> None:
    (finding,) = settled(read_question("what sharepoint versions, just the years?"))

    assert finding.statements[0].text == "The matrix lists SharePoint 2016, 2013 and 2010."
    assert not finding.missing


def test_a_version_that_is_not_at_hand_is_what_the_answer_hangs_on() -> None:
    (finding,) = settled(read_question("does MABS take the sharepoint farm? its version isn't known to me"))

    assert finding.statements[0].text.startswith("It depends on the version")


def test_the_vault_that_backups_go_to_is_no_question_on_the_matrix() -> None:
    assert said("to which vault does it back up") == ""
    assert said("which workloads does it back up").startswith("The matrix lists")


@pytest.mark.parametrize(
    "text",
    [
        "WEB;Windows Server 2016 / LIN;Debian 10 / SQL;SQL 2014 / SHP;SharePoint 2013: what is in the matrix",
        "matrix y/n: sql 2016, centos, sharepoint 2010, windows server 2016",
    ],
)
def test_a_product_without_a_row_is_told_in_a_list(text: str) -> None:
    (finding,) = settled(read_question(text))
    assert finding.statements[0].text.startswith("Linux (")
    assert "not listed in the matrix" in finding.statements[0].text


def test_each_family_of_a_question_down_to_what_it_is_protected() -> None:
    found = settled(read_question("sharepoint 2013 recovery goes down to what, and sql 2019 is ok too?"))
    assert [finding.verdicts[0].outcome for finding in found] == ["listed", "not_listed"]


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("is there a thing in the matrix that isn't sql, windows or sharepoint?", "Nothing else: the matrix"),
        ("apart from SharePoint, SQL and Windows: any other line in that table?", "Nothing else: the matrix"),
        ("nothing besides windows, sql and sharepoint in the list, is it so?", "Nothing else: the matrix"),
        ("only sql, sharepoint and windows in the matrix, or something more?", "Nothing else: the matrix"),
        ("does the table list anything other than SQL Server?", "Besides SQL Server it has rows for Windows"),
        ("is SQL 2014 listed besides SQL 2016?", "Yes. SQL Server 2014 is listed"),
        ("is oracle listed besides windows and sql?", "Oracle is not in the guide"),
    ],
)
def test_what_the_matrix_lists_besides_is_told(text: str, lead: str) -> None:
    assert said(text).startswith(lead)


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("the client has plain 2008 and no R2, is that in the matrix or not", "2008 is not listed"),
        ("they are on 2019 with all of it, is that on the list?", "2019 is not listed"),
        ("2005 in the table?", "2005 is not listed in the guide's protection matrix, whichever product"),
        ("ticket says the two thousand twelve has to be backed up, no more than that", "It depends on the"),
        (
            "a two thousand sixteen is what they want protected, nobody knows more",
            "It depends on the product",
        ),
    ],
)
def test_a_version_alone_is_held_against_all_products(text: str, lead: str) -> None:
    assert said(text).startswith(lead)


def test_the_release_of_an_unlisted_version_is_named() -> None:
    assert "Nearest is Windows Server 2008 R2" in said("customer runs plain 2008. on your list?")


@pytest.mark.parametrize(
    "text",
    [
        "a debian box and a 2012 R2, which of them does the table know?",
        "one oracle machine, one 2016 Standard: both in the matrix?",
        "a ubuntu vm and a 2016 server, are both listed",
    ],
)
def test_a_machine_told_by_its_version_is_judged_beside_what_is_not_listed(text: str) -> None:
    answer = said(text)

    assert "not in the guide's protection matrix" in answer
    assert "is listed: volumes, files and folders" in answer


@pytest.mark.parametrize(
    "text",
    [
        "20 machines with 2012 R2, the boss thinks we get a whole machine back as image. what do we get?",
        "does the table give back a 2016 server as a complete image?",
        "5 servers 2008 R2, can we restore them as images?",
    ],
)
def test_a_machine_got_back_as_an_image_is_no_image_for_the_server(text: str) -> None:
    assert said(text).startswith("Not at that level")


def test_a_search_index_is_no_part_of_the_row() -> None:
    assert said("is the search index of SharePoint 2016 in or out?").startswith("Not at that level")


def test_a_listed_product_that_stands_alone_is_no_machine_without_a_domain() -> None:
    assert said("SharePoint 2013 stand-alone, database only: listed?").startswith("SharePoint 2013 is listed")


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("can it restore a deleted OU on the 2012 R2 dc?", "Windows Server 2012 R2 the matrix doesn't list"),
        ("are AD objects of a 2016 dc protected?", "Windows Server 2016 the matrix doesn't list"),
        ("a GPO was wiped, does MABS bring back the deleted GPO?", "doesn't list directory objects for any"),
        ("is a 2012 R2 dc protected?", "Yes. Windows Server 2012 R2 is listed"),
        ("may a user in AD restore his files?", ""),
        ("can we put MABS where users in AD log on?", ""),
    ],
)
def test_objects_of_a_directory_are_in_no_row(text: str, listed: str) -> None:
    assert listed in said(text)
    assert ("directory objects" in said(text)) is ("the matrix doesn't" in listed or "for any" in listed)
