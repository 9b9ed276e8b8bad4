"""The prerequisites as one specialist: what leads its answer, and what it carries from the turn before."""

from __future__ import annotations

import pytest

from assistant.answer import Finding
from assistant.specialists import prerequisites
from assistant.table_answers import settled
from assistant.understanding.read import facts_of, read_question


def _answer(question: str, before: str = "") -> list[Finding]:
    previous = facts_of(read_question(before), prerequisites.NAME, ()) if before else None
    return prerequisites.consult(read_question(question, previous))


@pytest.mark.parametrize(
    "text",
    [
        "do we need .NET 4.7?",
        "is .NET 4.8 required?",
        "do we need an A4?",
        "does the installing user have to be a domain admin?",
    ],
)
def test_more_than_is_required_is_no_yes_to_need(text: str) -> None:
    (finding,) = _answer(text)

    assert finding.verdicts[0].outcome == "pass"
    assert not finding.statements[0].text.startswith("Yes")


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("must we bring our own SQL Server?", "No."),
        ("is an own SQL Server mandatory?", "No."),
        ("may we use our own SQL Server on this VM?", "Yes."),
        ("do we have to pay for a licence and install our own SQL?", "No."),
        ("must the SQL Server be local?", "Yes,"),
    ],
)
def test_what_is_only_allowed_is_not_needed(text: str, first: str) -> None:
    assert _answer(text)[0].statements[0].text.startswith(first)


def test_need_of_a_licence_is_left_to_the_guide() -> None:
    assert not _answer("do we need an own SQL licence?")


@pytest.mark.parametrize("text", ["do we need .NET 3.5 SP1?", "will .NET 4.7 do?", "is an A4 enough?"])
def test_the_requirement_itself_and_what_suffices_get_their_yes(text: str) -> None:
    (finding,) = _answer(text)

    assert finding.statements[0].text.startswith("Yes")


@pytest.mark.parametrize(
    ("text", "table", "outcome"),
    [
        ("SQL Server 2016 as the backup server's database, fine?", "sql-instance", "unknown"),
        ("SQL Server 2012 for the MABS instance?", "sql-instance", "unknown"),
        ("the machine is Windows Server 2008. Can I install?", "host-image", "warn"),
        ("our server runs Windows Server 2016 Datacenter, ok to install it?", "host-image", "pass"),
    ],
)
def test_a_version_of_the_server_itself_is_no_matter_of_the_matrix(
    text: str, table: str, outcome: str
) -> None:
    (finding,) = _answer(text)

    assert (finding.verdicts[0].table, finding.verdicts[0].outcome) == (table, outcome)


@pytest.mark.parametrize(
    "text", ["is SQL Server 2014 protected?", "our server runs Windows Server 2012, install the agent?"]
)
def test_a_protected_version_is_left_to_the_matrix(text: str) -> None:
    assert _answer(text) == []


@pytest.mark.parametrize(
    ("before", "text", "outcome"),
    [
        ("can I install it on this server?", "nothing else", "pass"),
        ("can I install it on this server?", "it's a file server", "warn"),
        ("is my VM big enough?", "A3", "pass"),
        ("is my VM big enough?", "A1", "fail"),
        ("what is MABS for? may we put it on this box?", "it's a file server", "warn"),
        ("which .NET do I need? is my VM big enough?", "A3", "pass"),
        ("is my VM big enough?", "2 cores and 4 GB RAM", "pass"),
        ("is our .NET ok?", "4.6", "pass"),
        ("does the OS of my VM fit?", "2012 R2", "pass"),
    ],
)
def test_what_was_asked_for_is_judged_when_told(before: str, text: str, outcome: str) -> None:
    (finding,) = _answer(text, before)

    assert finding.verdicts[0].outcome == outcome


@pytest.mark.parametrize(
    ("before", "text"),
    [
        ("can I install it on this server?", "can I protect Exchange?"),
        ("can I install it on this server?", "which SQL does it need?"),
        ("is my VM big enough?", "can an A3 have 8 disks?"),
        ("does the OS of my VM fit?", "is Windows Server 2012 protected?"),
    ],
)
def test_another_question_is_no_reply(before: str, text: str) -> None:
    assert _answer(text, before) == []


@pytest.mark.parametrize(
    ("text", "outcome", "said"),
    [
        ("the server is no domain controller, can MABS go on it", "pass", "Yes"),
        ("it was a DC until May, now demoted. can I install?", "pass", "Yes"),
        ("the machine runs Exchange, it's not a DC. ok to install?", "fail", "No"),
        ("it used to be in a workgroup, now joined to the domain. fine?", "pass", "Yes"),
        ("it was in the domain, now in a workgroup. install?", "fail", "No"),
        ("domain user w/o admin rights, may he install?", "fail", "No"),
        ("installer was a local admin, now he's a domain admin, ok?", "pass", "Yes"),
        ("the box shouldn't be joined to a domain, right?", "fail", "No"),
        ("is a domain needed?", "pass", "Yes"),
        ("does the package come with SQL included?", "pass", "Yes. The installation package comes"),
        ("may I install it on a VM which hosts SQL for other apps", "warn", "Better not: SQL Server for"),
        ("may the VM be shared with other apps", "warn", "Better not: other apps aren't"),
    ],
)
def test_the_present_state_of_a_fact_counts(text: str, outcome: str, said: str) -> None:
    (finding,) = prerequisites.consult(read_question(text))

    assert finding.verdicts[0].outcome == outcome
    assert finding.statements[0].text.startswith(said)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("no DC allowed, right?", "Yes. Azure Backup Server can't"),
        ("remote SQL isn't possible, correct?", "Yes. A remote"),
        ("A2 isn't enough, right?", "No. A2 meets"),
        ("is it true that it needs no domain?", "No. The machine must"),
        ("we are a workgroup shop. must the server join a domain?", "Yes. The machine must"),
        ("domain or workgroup?", "The machine can't"),
        ("can it stay in a workgroup?", "No. The machine can't"),
    ],
)
def test_a_rule_that_denies_is_confirmed_and_a_choice_gets_no_lead(text: str, first: str) -> None:
    assert _answer(text)[0].statements[0].text.startswith(first)


def test_a_small_a2_is_not_to_be_resized_to_a2() -> None:
    (finding,) = _answer("Basic A2 ok?")

    assert not any(statement.text.startswith("Resize") for statement in finding.statements)


@pytest.mark.parametrize(
    ("text", "outcome", "lead"),
    [
        ("isn't a cluster node ok for mabs?", "fail", "No."),
        ("can't a workgroup machine run mabs", "fail", "No."),
        ("couldn't a local admin install it", "fail", "No."),
        ("isn't a domain user with admin rights enough", "pass", "Yes."),
        ("isn't a dc", "pass", "Yes,"),
        ("the server isn't a dc, ok?", "pass", "Yes,"),
    ],
)
def test_a_question_that_opens_with_a_denial_is_asked_straight(text: str, outcome: str, lead: str) -> None:
    (finding,) = _answer(text)

    assert finding.verdicts[0].outcome == outcome
    assert finding.statements[0].text.startswith(lead)


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        (r"contoso\svc is local admin, may it install?", "pass"),
        ("jane@contoso.com is an administrator, can she run setup", "pass"),
        (r"contoso\svc without admin rights, can it install", "fail"),
        ("jane@contoso.com isn't an admin, can she install", "fail"),
        (r".\bob is local admin, can he install", "fail"),
        (r"localhost\bob is local admin, can he install", "fail"),
    ],
)
def test_an_account_by_its_name_in_a_domain_is_a_domain_user(text: str, outcome: str) -> None:
    (finding,) = _answer(text)

    assert finding.verdicts[0].table == "installer-account"
    assert finding.verdicts[0].outcome == outcome


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("the SQL instance isn't on the same machine, fine?", "fail"),
        ("SQL not local, ok?", "fail"),
        ("SQL is not on a separate server, ok?", "warn"),
        ("SQL is local, not remote, ok?", "warn"),
        ("SQL is remote, not local, ok?", "fail"),
    ],
)
def test_a_place_of_sql_that_is_denied_is_the_other_one(text: str, outcome: str) -> None:
    (finding,) = _answer(text)

    assert finding.verdicts[0].outcome == outcome


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("our DC has 16 cores and 128gb memory. put the backup server there? y/n", "No."),
        ("VM12 hosts exchange 2013, D4 size, 28 GB. can MABS share it?", "No."),
        ("mailbox server with exchange 2019, 256gb, 40 cores. squeeze mabs in?", "No."),
        ("vm08 runs scom, 48 GB ram, want to add mabs. fine?", "Better not"),
    ],
)
def test_a_role_decides_whatever_the_size_of_the_machine(text: str, first: str) -> None:
    (finding,) = _answer(text)

    assert finding.statements[0].text.startswith(first)
    assert not finding.missing


def test_a_size_that_is_asked_for_is_judged_beside_the_role() -> None:
    findings = _answer("domain controller with 4 cores and 8 GB RAM, install mabs there? big enough?")

    assert [finding.verdicts[0].outcome for finding in findings] == ["fail", "pass"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2012 as MABS host?", "not one of the two images"),
        ("may we take Windows Server 2016 Standard as our MABS server", "as Datacenter, not as Standard"),
        ("2012 R2 Enterprise for the backup server machine", "as Datacenter, not as Enterprise"),
        ("would 2016 Datacenter do as the backup server's os", "Yes. Windows Server 2016 Datacenter"),
        ("is Windows 10 ok as DPM host", "not one of the two images"),
    ],
)
def test_a_system_for_the_backup_server_is_held_against_its_images(text: str, said: str) -> None:
    (finding,) = settled(read_question(text))

    assert finding.verdicts[0].table == "host-image"
    assert said in finding.statements[0].text


@pytest.mark.parametrize(
    "text",
    [
        "can MABS protect 2008 R2",
        "back up 2012 R2 to the MABS server",
        "SQL 2016 on the file box, listed?",
        "is Windows Server 2008 unsupported as a data source for MABS",
        "would Ubuntu be a valid data source for the backup server",
        "is Windows 10 ruled out as a possible workload for MABS",
        "is Windows Server 2012 R2 on the list for MABS",
    ],
)
def test_a_system_that_is_protected_is_for_the_matrix(text: str) -> None:
    assert settled(read_question(text))[0].verdicts[0].table == "protection"


def test_what_was_asked_of_the_matrix_may_be_meant_as_host() -> None:
    previous = facts_of(read_question("is win 2016 ok"), "protection", ())

    (finding,) = settled(read_question("as the MABS server", previous))

    assert finding.verdicts[0].inputs == {"image": "Windows Server 2016"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Exchange is not on it", {"without": "exchange"}),
        ("no cluster", {"without": "cluster node"}),
        ("it was a dc but is demoted", {"without": "domain controller"}),
        ("not a dc but a cluster node", {"role": "cluster node"}),
        ("it runs Exchange", {"role": "exchange"}),
        ("without IIS", {}),
    ],
)
def test_a_denial_holds_after_it_was_asked_what_runs_there(text: str, told: dict[str, str]) -> None:
    (finding,) = _answer(text, "can I install MABS on this server")

    assert finding.verdicts[0].table == "host-role"
    assert finding.verdicts[0].inputs == told


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("our image has .NET 3.0, do we have to update it first?", "Yes."),
        ("Exchange runs on that machine, do we have to uninstall it first?", "Yes."),
        ("can MABS go onto a cluster node?", "No."),
        (
            "may I run MABS on node3 of the SQL cluster?",
            "No. Azure Backup Server can't be installed on a node",
        ),
        (
            "MABS on node B of the Hyper-V cluster, ok?",
            "No. Azure Backup Server can't be installed on a node",
        ),
        ("can MABS use our SQL cluster for its database?", "No. A remote SQL Server instance doesn't work"),
    ],
)
def test_what_fails_has_to_be_put_right(text: str, first: str) -> None:
    assert _answer(text)[0].statements[0].text.startswith(first)


@pytest.mark.parametrize(
    "text", ["is .NET Core 3.1 enough?", ".net 8 installed, ok?", "dotnet core 2.2 only"]
)
def test_another_dotnet_is_not_enough_by_itself(text: str) -> None:
    (finding,) = prerequisites.consult(read_question(text))

    assert finding.statements[0].text.startswith("Not by itself: .NET ")


def test_a_dotnet_that_was_missing_and_is_installed_now_counts() -> None:
    told = "it failed: .NET missing. We installed 4.8 and it went through. Is 4.8 ok?"
    (finding,) = prerequisites.consult(read_question(told))

    assert finding.verdicts[0].outcome == "pass"


def test_a_verdict_without_its_yes_begins_like_a_sentence() -> None:
    (finding,) = prerequisites.consult(read_question("minimum is A2 basic or standard?"))

    assert finding.statements[0].text.startswith("The recommended minimum is A2 Standard")
