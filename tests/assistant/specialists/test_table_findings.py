"""The other tables: which questions they take, what they say, and what they leave to the guide."""

from __future__ import annotations

import pytest

from assistant.answer import Finding
from assistant.table_answers import settled
from assistant.understanding.read import facts_of, read_question


def findings(question: str) -> list[Finding]:
    """What the tables say to a question."""
    return settled(read_question(question))


def first(question: str) -> str:
    """The first sentence of the first finding."""
    return findings(question)[0].statements[0].text


@pytest.mark.parametrize(
    ("question", "table", "outcome"),
    [
        ("is login.windows.net on the allow list?", "allowlist", "covered"),
        ("does our proxy have to allow example.org?", "allowlist", "not_listed"),
        ("scratch space for 40 TB?", "scratch", "pass"),
        ("we have 900 GB of scratch space for 20 TB, enough?", "scratch", "fail"),
        ("data for azure 9 TB and scratch 300 GB, ok?", "scratch", "fail"),
        ("60 GB scratch with 1 TB to azure", "scratch", "pass"),
        ("may I keep nine days on the local disks?", "local-retention", "warn"),
        ("We keep points for 12 days on local disks, fine?", "local-retention", "warn"),
        ("can an A2 take five data disks?", "data-disks", "fail"),
        ("can an A4 take 16 data disks?", "data-disks", "pass"),
        ("is 2 GB enough to extract the setup files?", "extraction", "fail"),
        ("do 30 sources with 2 points a day for a year fit in the vault?", "recovery-points", "too_many"),
        ("how long does the download take at 50 Mbps?", "download", "up to about 12 minutes"),
        ("download at 50 Mbps if 10 Mbps takes an hour?", "download", "up to about 12 minutes"),
        ("the line fell from 50 to 10 Mbps, how long is the download?", "download", "up to 60 minutes"),
        ("40.126.0.0/18 is in the firewall, which is the other range?", "allowlist", "others"),
        ("must the proxy let dropbox through?", "allowlist", "not_listed"),
        ("*.windows.net is whitelisted, which other names are there?", "allowlist", "others"),
        ("the NON microsoft.com hostnames for the firewall, exact spelling", "allowlist", "others"),
        ("which URLs other than *.microsoft.com do we need", "allowlist", "others"),
        ("all ip ranges except 40.126.0.0/18?", "allowlist", "others"),
        ("firewall names that are not under windows.net?", "allowlist", "others"),
        ("is blob.example.org not on the allow list?", "allowlist", "not_listed"),
        ("version of the SQL that comes with it: told?", "sql-instance", "unknown"),
        ("Exchange machine with spare memory: a good home for MABS?", "host-role", "fail"),
        ("semi-annual channel build, which things of it are kept safe then?", "protection", "listed"),
        ("is system state of a domain controller in a row of the matrix?", "protection", "level_not_listed"),
        ("sps 2010 against 2016, does it lose a level?", "protection", "same"),
        ("A-series machine with 2 GB, ok for the backup server?", "vm-size", "fail"),
        ("our box in a.local must be moved to b.local", "domain-move", "not_possible"),
        ("can we install it on a node of a cluster?", "host-role", "fail"),
        ("is an A1 enough for the server?", "vm-size", "fail"),
        ("may the server sit in a workgroup?", "domain", "fail"),
        ("may I use a local admin account for setup?", "installer-account", "fail"),
        ("I'm a domain user and local admin, may I run setup?", "installer-account", "pass"),
        ("a domain user or a local admin for the setup?", "installer-account", "fail"),
        ("can the database live on a remote SQL cluster?", "sql-instance", "fail"),
        ("can the instance on SQLPROD01 across the LAN be used for it?", "sql-instance", "fail"),
        ("does the SQL Server have to be local?", "sql-instance", "pass"),
        ("is 4 cores and 8 GB enough for the server?", "vm-size", "pass"),
        ("single core vm with 16 GB RAM for MABS?", "vm-size", "fail"),
        ("MABS in vnet A, protected machines in vnet B?", "virtual-network", "fail"),
        ("which SQL version does MABS need at least?", "sql-instance", "unknown"),
        ("vms of the workload over 3 vnets, permitted?", "virtual-network", "fail"),
        ("subscription A holds MABS, subscription B the vms. ok?", "same-subscription", "fail"),
        ("RAM 3 GB and two cores?", "vm-size", "fail"),
        ("install on a Hyper-V cluster node?", "host-role", "fail"),
        ("can we install it on Windows Server 2012 R2?", "host-image", "pass"),
        ("is SharePoint 2016 protected?", "protection", "listed"),
        ("is LTSC 2019 protected?", "protection", "not_listed"),
        ("we move the live server from a.example.org to b.example.org, ok?", "domain-move", "not_possible"),
        ("host=S1 role=DomainController\ncan I install it there?", "host-role", "fail"),
        ("can we skip the data disks if all goes to the cloud?", "backup-storage", "fail"),
        ("exchange 2016 vm has 64GB ram unused -> good home for the backup server?", "host-role", "fail"),
        ("domain controller with 32 cores idle - candidate for azure backup server?", "host-role", "fail"),
        ("domain user, not admin, run setup?", "installer-account", "fail"),
        ("semi-annual channel build, Standard edition. what gets saved?", "protection", "listed"),
        ("is backup storage needed if all goes to azure?", "backup-storage", "pass"),
        ("a domain user in the local Administrators group, may he install?", "installer-account", "pass"),
        ("may WSUS run on the same machine?", "dedicated", "warn"),
        ("> scratch on E:, 30 GB\n> E: has 30 GB\n1 TB goes to azure, enough?", "scratch", "fail"),
        ("points in the vault: 9 500. too many?", "recovery-points", "fits"),
        ("is SharePoint 2019 protected?", "protection", "not_listed"),
        ("may we host the backup server itself on Ubuntu?", "host-image", "warn"),
        ("is Oracle protected?", "protection", "not_listed"),
    ],
)
def test_what_is_settled_by_which_table(question: str, table: str, outcome: str) -> None:
    verdict = findings(question)[0].verdicts[0]

    assert (verdict.table, verdict.outcome) == (table, outcome)


@pytest.mark.parametrize(
    "question",
    [
        "which screen asks for the scratch location?",
        "what is the passphrase for?",
        "where do I download the installer?",
        "how do I register the server?",
        "what is a Recovery Services vault?",
        "the replica is inconsistent",
        "t-sql that keeps the newest row",
        "how old may a system state be to restore it?",
        "hello",
    ],
)
def test_what_no_table_settles(question: str) -> None:
    assert findings(question) == []


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("scratch space for 40 TB?", "2 TB"),
        ("scratch for 500 GB", "25 GB"),
        ("how many data disks can an A3 take?", "8"),
        ("which SQL versions are protected?", "2016"),
        ("what is the oldest Windows that is protected?", "2008 R2"),
    ],
)
def test_figures_come_first(question: str, words: str) -> None:
    assert words in first(question)


def test_absurd_figures_are_refused_with_the_reason() -> None:
    (finding,) = findings("is a scratch space of 0 GB enough for 20 TB?")

    assert finding.status in {"clarify", "answered"}
    assert not finding.statements[0].text.startswith("Yes")


def test_the_oldest_of_several_families_is_told_for_each() -> None:
    said = " ".join(one.statements[0].text for one in findings("earliest SQL Server, earliest SharePoint?"))

    assert "2012 SP1" in said
    assert "SharePoint 2010" in said


def test_several_products_are_told_one_by_one() -> None:
    told = findings("are SQL Server 2014 and SharePoint 2019 protected?")

    assert [one.verdicts[0].outcome for one in told] == ["listed", "not_listed"]


def test_of_several_facts_of_a_machine_the_failed_ones_come_first() -> None:
    told = findings("can we install the server on an A3 that is a domain controller?")

    outcomes = [one.verdicts[0].outcome for one in told]
    assert outcomes[0] == "fail"
    assert outcomes == sorted(outcomes, key=["fail", "unknown", "warn", "pass"].index)


def test_a_list_of_rules_is_told_what_is_missing() -> None:
    question = "our firewall allows *.windows.net and *.microsoftonline.com, is anything missing?"

    (finding,) = findings(question)

    text = " ".join(one.text for one in finding.statements)
    assert "WindowsAzure.com" in text
    assert finding.verdicts[0].table == "allowlist"


def test_every_statement_of_a_table_has_its_row() -> None:
    for question in ("scratch space for 40 TB?", "is SQL Server 2016 protected?", "is an A1 enough?"):
        for finding in findings(question):
            assert finding.statements[0].evidence
            assert finding.confidence == 1.0


def test_a_volume_meant_as_scratch_is_no_data() -> None:
    said = first("I have a 250 GB volume to use as scratch, how much data may I send to Azure?")
    assert "5 TB" in said


@pytest.mark.parametrize(
    ("question", "table"),
    [
        ("vSphere cluster with MABS on it, ok?", "host-role"),
        ("are guests in a workgroup protected?", "domain"),
        ("do we have to buy a SQL licence?", "sql-instance"),
        ("two network cards in the server, ok?", "virtual-network"),
        ("which subscription state stops backups, we have two subscriptions", "same-subscription"),
        ("how can I stop all jobs as the domain admin I still am there", "installer-account"),
        ("which of these has no row: 1x Srv 2019 DC, SQL 2014?", "host-role"),
    ],
)
def test_what_only_sounds_like_a_prerequisite(question: str, table: str) -> None:
    assert table not in [verdict.table for finding in findings(question) for verdict in finding.verdicts]


@pytest.mark.parametrize(
    ("first_question", "then", "table", "outcome"),
    [
        ("is 2 cores and 4 GB RAM enough for the server?", "and with 1 core?", "vm-size", "fail"),
        ("is an A1 enough for the server?", "and A3?", "vm-size", "pass"),
        ("is .NET 4.8 ok?", "and 3.5 without SP?", "dotnet", "fail"),
        ("windows 2016 datacenter as host?", "and 2019?", "host-image", "warn"),
        (
            "move the live server from a.local to b.local?",
            "and a server that is not deployed yet, what of that?",
            "domain-move",
            "before_deployment",
        ),
    ],
)
def test_a_follow_up_judges_another_value(first_question: str, then: str, table: str, outcome: str) -> None:
    before = facts_of(read_question(first_question), "prerequisites", ())
    (verdict,) = settled(read_question(then, before))[0].verdicts

    assert (verdict.table, verdict.outcome) == (table, outcome)


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("does the VM need A2, or would A1 do?", "No. A1 is too small"),
        ("we go from A1 to A2, is that enough?", "Yes. A2 meets"),
        ("is A3 enough or must it be A4?", "Yes. A3 is larger"),
    ],
)
def test_of_several_sizes_the_one_that_is_asked_about_is_judged(question: str, lead: str) -> None:
    assert first(question).startswith(lead)
