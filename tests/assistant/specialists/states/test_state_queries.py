"""The connectivity table asked in reverse and in comparison; and yes or no in the sense of the question."""

from __future__ import annotations

import pytest

from assistant.specialists import limits
from assistant.specialists.states import connectivity, state_queries
from assistant.table_answers import settled
from assistant.understanding.read import facts_of, read_question


def said(text: str) -> str:
    findings = settled(read_question(text))
    return " ".join(statement.text for finding in findings for statement in finding.statements)


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("In what state does the cloud copy get wiped?", "Deprovisioned"),
        ("which state wipes the data in the vault? my boss says Expired", "Deprovisioned, whatever"),
        ("is backup to disk allowed in more than one row?", "One (1) of the six rows"),
        ("connected and Active: which operations are stopped?", "None of them. All four operations"),
        ("connected and Deprovisioned, which operations still work?", "None of them. While"),
        ("Name all cases in which a backup to the vault is permitted", "one row only"),
        ("If a restore from disk is refused, which state is the sub in?", "Deprovisioned"),
        ("Under which circumstances may I restore from Azure", "Active"),
        ("which cells speak of deleted recovery points", "Deprovisioned"),
        ("of the six rows how many let a backup run", "One (1) of the six rows"),
        ("what state lets me restore but not back up", "Expired (Connected or Lost connectivity > 15 days)"),
        ("when is restore allowed but backup not", "Expired (Connected or Lost connectivity > 15 days)"),
        ("connected: which state permits restores without backups", "subscription Expired"),
        ("which state allows restore from disk but not restore from azure", "In no row"),
        ("which state blocks both backup and restore", "Deprovisioned, whatever the connectivity"),
        ("how many rows allow restore but no backup", "Three (3) of the six rows"),
        ("he says stopped in three rows, I say five. who is right on backup to disk?", "Five (5) of the six"),
        ("in how many lines of the online/offline table may a new backup run", "One (1) of the six rows"),
        ("the table of connected and offline: how many rows stop backup to disk?", "Five (5) of the six"),
        ("count the rows of the connectivity table that allow restore from disk", "Four (4) of the six"),
        ("in which states can I not restore from disk?", "stopped while the subscription is Deprovisioned,"),
        ("expired or active: so in which is disk backup stopped?", "Expired (Connected or Lost"),
        (
            "active, expired, deprovisioned: which of them stops disk backup?",
            "or Deprovisioned (Connected or",
        ),
        ("expired or deprovisioned: in which can I still restore from disk?", "Expired, whatever the"),
    ],
)
def test_the_state_is_what_is_asked_for(text: str, fact: str) -> None:
    assert fact in said(text)


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("expired worse than deprovisioned?", "The rows differ"),
        ("which is worse, expired or deprovisioned", "The rows differ"),
        ("which is better for our restores: expired or deprovisioned", "Deprovisioned is worse"),
        ("expired vs deprovisioned: which keeps azure points", "They differ for restore from Azure"),
        ("Compare Active with Expired for disk backups, line is up", "They differ"),
        ("Do Expired and Deprovisioned differ for backing up to Azure?", "No difference"),
        ("Does being online or not change anything while Deprovisioned?", "No difference"),
        ("expired and offline for 18 days: any worse than plain expired?", "No difference"),
        (
            "sub Expired: does it matter for restores whether we are online or offline for weeks",
            "No difference",
        ),
    ],
)
def test_two_states_are_compared(text: str, fact: str) -> None:
    assert fact in said(text)


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("In how many rows is a backup to Azure stopped?", "Five (5) of the six rows"),
        ("how many lines of the table permit a restore from Azure", "Four (4) of the six rows"),
        (
            "The cmdlet says TRUE, that means the subscription is Active?",
            "doesn't tell the subscription's state",
        ),
        ("Subscription is Active, so the server is connected?", "doesn't tell the connection"),
        ("The portal shows the sub as Warned. Do backups to disk run?", "Not named in the guide"),
        ("Past Due, can I restore", '"Past due"'),
        ("is past due the same as expired", '"Past due"'),
        ("the subscription is disabled, can I back up", 'no state "disabled"'),
        ("our sub was cancelled, restore from azure?", 'no state "cancelled"'),
        ("Our subscription is past due, may I restore from Azure?", '"Past due"'),
        ("the state is 'Disabled', server connected, what works?", '"Disabled"'),
        (
            "portal Active, the command prints True: does the disk backup run?",
            "Yes. Back up to disk is allowed",
        ),
        ("sub active, last contact was 2 November, today is 19 November: do backups run?", "No. Back up"),
    ],
)
def test_counts_conclusions_and_other_states(text: str, fact: str) -> None:
    assert fact in said(text)


@pytest.mark.parametrize(
    ("entry", "text", "fact"),
    [
        ("mabs-50005", "may I restore from disk meanwhile?", "Yes. Restore from disk is allowed"),
        ("mabs-50006", "is a restore from Azure possible?", "No. "),
        ("mabs-50004", "does the backup to disk run then?", "No. Back up to disk is stopped"),
    ],
)
def test_an_error_tells_the_state_for_what_is_asked_next(entry: str, text: str, fact: str) -> None:
    findings = settled(read_question(text, {"specialist": "codes", "entry": entry}))
    assert findings[0].statements[0].text.startswith(fact)


def test_the_condition_of_a_return_is_asked_next() -> None:
    before = facts_of(
        read_question("Sub was Deprovisioned and is Active again. Disk data?"), "connectivity", ()
    )
    findings = settled(read_question("on what condition?", before))
    assert any("retention" in statement.text for statement in findings[0].statements)


@pytest.mark.parametrize(
    "text", ["When do the backups run?", "In which folder do I restore from disk?", "Which disks can I use?"]
)
def test_other_questions_on_operations_are_left_alone(text: str) -> None:
    assert connectivity.consult(read_question(text)) == []


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("sub expired, server connected: is a restore from disk blocked?", "Restore from disk is allowed"),
        ("sub expired, server connected: is the disk backup blocked?", "Back up to disk is stopped"),
        ("online with an active sub, is there anything we may not do?", "All four operations"),
        ("online and the sub is Deprovisioned: does anything still work?", "No."),
        ("sub expired, server online. nothing runs at all, correct?", "While the subscription is Expired"),
        ("sub expired, server online. can we restore and back up?", "Partly."),
        ("Would a 30 day outage wipe out restores from disk? sub is active", "Restore"),
        ("sub expired, connected: can't we restore from disk?", "Restore"),
        ("online, sub expired: how many of the four operations are allowed", "Two of four are allowed."),
    ],
)
def test_yes_and_no_fit_the_sense_of_the_question(text: str, lead: str) -> None:
    assert said(text).startswith(lead)


def test_a_follow_up_changes_one_thing_and_keeps_the_rest() -> None:
    first = read_question("offline for 20 days, sub Active. can we back up to disk?")
    facts = facts_of(first, connectivity.NAME, ())
    shorter = read_question("and if it was 12 days instead", facts)
    assert "first 15 days" in connectivity.consult(shorter)[0].statements[0].text
    other = read_question("and to azure?", facts)
    assert connectivity.consult(other)[0].verdicts[0].inputs["operation"] == "back_up_to_azure"


def test_a_told_state_with_an_operation_is_no_calculation() -> None:
    reading = read_question(
        "Azure unseen for half a year, sub expired: may we pull a recovery point from the vault"
    )
    assert settled(reading)[0].specialist == connectivity.NAME
    assert (
        connectivity.consult_case(read_question("how long until the vault is full with 3 points a day")) == []
    )


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("How long may the line be down?", "More than 15 days"),
        ("how many days without internet are tolerated", "More than 15 days"),
        ("which Windows must the backup server VM run", "Windows Server 2012 R2 Datacenter or 2016"),
        (
            "the mail box has 400 GB free, can the backup product live there",
            "No. Azure Backup Server can't be",
        ),
        ("Can our logon server run the backup software too?", "No. Azure Backup Server can't be"),
        ("do you take Oracle (runs on a win 2016 vm)?", "Oracle is not in the guide's"),
        ("put W2K16 into a protection group of MABS on azure stack, allowed?", "Yes. Windows Server 2016"),
        ("do we need a service pack on SQL 2014 as 2012 demands one", "No. The row for SQL Server 2014"),
        ("17 disks: which of A2, A3 and A4 takes them?", "None of them: 17 disks"),
        ("6 disks: A2, A3 or A4?", "A3 and A4 will do"),
        ("two backups per day kept ten years, over the cap?", "No. 7,300 recovery points are within"),
        ("three points a day, nine years retention, still below what a vault holds?", "Yes. 9,855"),
        ("The passphrase left with a colleague. Has MS a copy?", "No. Microsoft can't give the"),
        ("how long does the setup download take at 5 mbit/s", "Up to about 120 minutes"),
        (
            "Renewed, Active again, but the line is cut since 3 weeks. Disk backup?",
            "Back up to disk is stopped",
        ),
    ],
)
def test_a_settled_question_begins_with_its_verdict(text: str, start: str) -> None:
    assert said(text).startswith(start)


def test_a_lost_passphrase_stays_lost_when_asked_again() -> None:
    before = facts_of(read_question("The passphrase is lost, has Microsoft a copy?"), "prerequisites", ())
    (finding, *_) = settled(read_question("not even with a support contract?", before))
    assert finding.verdicts[0].table == "passphrase-recovery"


@pytest.mark.parametrize(
    ("before", "text", "start"),
    [
        (
            "connected, active: does all run?",
            "and if we drop off for 30 days",
            "While the subscription is Active",
        ),
        ("connected, active: does all run?", "and for 10 days?", "Restore from Azure and restore from disk"),
        ("offline for 3 weeks, active: backup?", "restores?", "Restore from Azure and restore from disk"),
    ],
)
def test_a_short_reply_changes_the_case_before(before: str, text: str, start: str) -> None:
    facts = facts_of(read_question(before), connectivity.NAME, ())
    (finding,) = settled(read_question(text, facts))
    assert finding.statements[0].text.startswith(start)


def test_a_service_pack_told_next_belongs_to_the_version_before() -> None:
    facts = facts_of(read_question("Is SQL 2012 protected?"), "protection", ())
    (finding,) = settled(read_question("and with SP1?", facts))
    assert finding.verdicts[0].outcome == "listed"


def test_the_size_of_one_disk_is_not_given() -> None:
    kept = limits.kept_facts(read_question("how many disks does an A3 take?"))
    facts = {**facts_of(read_question("how many disks does an A3 take?"), limits.NAME, ()), limits.KEPT: kept}
    (finding,) = settled(read_question("and what's the max TB of each one?", facts))
    assert finding.statements[0].text.startswith("The guide does not give a size")


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("The uplink took a nosedive on us. The sub is expired. Can we back up to disk?", "connectivity"),
        ("The sub is expired. We are offline since the fair. Can we back up to disk?", "connectivity"),
        ("Offline for about two weeks, sub expired. Can we back up to disk?", "connectivity"),
        ("Connected, and the sub bade farewell to Active. Can we back up to disk?", "subscription"),
        ("The uplink took a nosedive on us. Can we back up to disk?", "subscription"),
    ],
)
def test_a_state_told_unclearly_is_asked_for(text: str, asked: str) -> None:
    (finding,) = connectivity.consult(read_question(text))
    assert finding.statements[0].text.startswith("It depends on")
    assert asked in [missing.name for missing in finding.missing]


def test_a_state_that_nobody_can_tell_is_not_asked_for() -> None:
    text = "Nobody can tell me the state of the sub, only that it's not Active. Connected. May we back up?"
    (finding,) = connectivity.consult(read_question(text))
    assert finding.verdicts[0].outcome == "Stopped"


def test_a_state_that_is_suggested_as_the_answer_narrows_nothing() -> None:
    answer = said("In which cases are the recovery points wiped: while we are offline, unpaid, or what?")
    assert "Deprovisioned" in answer
    assert "Expired" not in answer


def test_what_is_lost_is_no_yes_or_no_to_new_backups() -> None:
    answer = said("The sub went from deprovisioned to active. Can the server push new backups to Azure?")
    assert not answer.startswith(("No", "Yes"))


@pytest.mark.parametrize(
    "text",
    [
        "Get-DPMCloudConnection gives TRUE but backup to Azure is stopped, why?",
        "connection test returns true but backups are not running",
        "online again, yet there is no backup",
    ],
)
def test_what_is_stopped_though_connected_is_put_down_to_the_subscription(text: str) -> None:
    told = said(text)

    assert "stopped while the subscription is Expired (Connected) or Deprovisioned (Connected)" in told
    assert "subscription portal" in told
    assert "15 days" not in told


def test_a_report_of_another_fault_is_not_put_down_to_the_subscription() -> None:
    assert "Expired (Connected)" not in said("online, but backup to Azure doesn't run: replica inconsistent")


def test_an_unknown_state_is_not_asked_for() -> None:
    told = said("no contact for 30 days, i dont know what state the sub has. would a backup to azure run?")

    assert told.startswith("No. Back up to Azure is stopped")


@pytest.mark.parametrize("text", ["can we restore?", "can we back up?"])
def test_a_bare_operation_is_asked_back_to(text: str) -> None:
    assert settled(read_question(text))[0].status == "clarify"


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("does Expired delete the data in Azure?", "No. Restore from Azure is allowed"),
        (
            "is azure data lost when the subscription is deprovisioned?",
            "Yes. While the subscription is Depro",
        ),
        (
            "does being Deprovisioned keep azure data from deletion?",
            "No. While the subscription is Depro",
        ),
        ("how long can we restore from azure while expired?", "Restore from Azure is allowed"),
    ],
)
def test_a_loss_of_data_is_told_by_the_restore_of_it(text: str, lead: str) -> None:
    assert said(text).startswith(lead)


@pytest.mark.parametrize("text", ["how do I set a subscription to Active?", "where do I reactivate the sub?"])
def test_the_way_to_active_is_left_to_the_guide(text: str) -> None:
    assert not connectivity.consult(read_question(text))


@pytest.mark.parametrize(
    ("text", "start"),
    [
        (
            "sub not expired, connected, restore from azure?",
            "It depends on whether the subscription is Active",
        ),
        ("sub isn't expired, offline, can I back up", "It depends on how long"),
        ("neither active nor expired, restore from disk", "Restore from disk is stopped"),
        (
            "expired then deprovisioned then active, azure data?",
            "No. The backup data in Azure is irretrievably",
        ),
        ("after renewing expired do I lose azure points", "Being Expired deletes no recovery points"),
        (
            "sub was deprovisioned, now active again, are my azure points gone",
            "The backup data in Azure is irr",
        ),
        (
            "no internet for 2 months expired sub, restore?",
            "Restore from Azure and restore from disk are allowed",
        ),
        ("do restores stop after 15 days offline", "It depends on the subscription's state"),
        (
            "does backup stop after 15 days offline, sub active",
            "Back up to Azure and back up to disk are stopped",
        ),
        ("offline for 10 days, plus 10 more", "Back up to Azure and back up to disk are stopped"),
        ("offline 10 days and 10 jobs fail, sub active", "The guide doesn't say"),
        (
            "cut off for 8 days and expect another 2 weeks, sub active, backup?",
            "Back up to Azure and back up",
        ),
        ("offline 8 days, keep points 10 more days? sub active restore", "The guide doesn't say"),
        (
            "was deprovisioned then active: do I lose azure data",
            "The backup data in Azure is irretrievably lost",
        ),
        ("does expired keep my azure points longer than deprovisioned", "They differ for restore from Azure"),
        ("azure says disabled, can I restore from disk", 'Not named in the guide: "Disabled"'),
        ("offline for 5 days plus a sub that is active", "The guide doesn't say"),
    ],
)
def test_what_a_state_leaves_open_or_rules_out(text: str, start: str) -> None:
    assert said(text).startswith(start)


@pytest.mark.parametrize(
    ("text", "outage"),
    [
        ("and if it stays down for 2 more weeks", "19 days"),
        ("and another 10 days?", "15 days"),
        ("10 days longer", "15 days"),
        ("and 20 days?", "20 days"),
        ("and for more than 20 days?", "more than 20 days"),
    ],
)
def test_more_time_offline_is_added_to_the_time_before(text: str, outage: str) -> None:
    before = facts_of(read_question("net is down 5 days"), connectivity.NAME, ())
    assert str(read_question(text, before).outage) == outage


def test_the_states_of_a_subscription_are_listed() -> None:
    finding = state_queries.consult(read_question("what states may our Azure subscription be in?"))

    assert finding is not None
    assert "Active, Expired and Deprovisioned" in finding.statements[0].text


def test_the_states_in_which_something_works_are_another_matter() -> None:
    finding = state_queries.consult(read_question("in which states of the subscription can we restore?"))

    assert finding is not None
    assert "three states" not in finding.statements[0].text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Get-DPMCloudConnection gives TRUE and no jobs run", True),
        ("the cmdlet prints TRUE, scheduled jobs don't start", True),
        ("the connectivity cmdlet is TRUE but not one job ran since Friday", True),
        ("Get-DPMCloudConnection returned TRUE", False),
        ("TRUE from the cmdlet, sub Active, do jobs run?", False),
    ],
)
def test_connected_and_yet_no_jobs_the_state_of_the_subscription_is_left(text: str, *, told: bool) -> None:
    assert ("Look up the subscription's state" in said(text)) is told
