"""What no table holds is left to the guide's text, even where a table's words stand in the question."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.conversation import Conversation
from assistant.specialists.refusals import untold_figures
from assistant.table_answers import settled
from assistant.understanding.read import read_question


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("what will 30 protected VMs cost us?", "prices"),
        ("the download is done. how long does the setup take then?", "how long"),
        ("maximum number of vaults in a region?", "vaults"),
        ("how many machines can one server protect?", "does not state"),
        ("ceiling of machines for one single MABS?", "maximum"),
        ("initial copy of 3 TB to azure: how many hours?", "time"),
        ("which SQL is inside the package?", "SQL"),
        ("700 GB come back from the vault. a restore like that takes how many hours?", "time"),
        ("recovery of 2 TB over our line: when will it be finished?", "does not say"),
        ("what is the fee for the MABS licence?", "prices"),
        ("how many weeks do we have in expired till it drops to deprovisioned?", "nor when an expired one"),
        ("grace period between Expired and Deprovisioned", "nor when an expired one"),
        ("length of the expired phase in days please", "nor when an expired one"),
        ("when does a lapsed subscription go over to deprovisioned", "nor when an expired one"),
        ("may old points go to a cool tier of the vault?", "storage tiers"),
        ("would Server Core 2016 do for the backup server?", "Server Core"),
        ("what throughput will the backup machine reach?", "throughput"),
        ("how many GB has the D: drive of an A3?", "temporary disk"),
        ("the SQL in the installer, is a licence owed or is it free?", "licences"),
    ],
)
def test_the_gap_is_told(shipped_assistant: Assistant, question: str, words: str) -> None:
    answer = shipped_assistant.ask(question)

    assert untold_figures.is_asked(read_question(question))
    assert words in answer.text
    assert answer.abstained


@pytest.mark.parametrize(
    "question",
    [
        "how long does the download take at 50 Mbps?",
        "how many servers can we protect daily for a year with 9999 points?",
        "is SQL Server 2016 protected?",
        "is Server Core 2016 protected?",
        "how many disks can an A3 have?",
    ],
)
def test_what_a_table_holds_stays_with_it(question: str) -> None:
    assert settled(read_question(question))


@pytest.mark.parametrize(
    "question",
    [
        "how big may one data disk be on an A2?",
        "slipped disk at L5, which exercises?",
        "veeam setup guide",
        "PS> ipconfig | findstr DNS\nMABS01 runs",
    ],
)
def test_no_table_takes_what_is_about_something_else(question: str) -> None:
    assert not settled(read_question(question))


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("how long does a restore take at 50 Mbps?", True),
        ("restore time for our servers?", True),
        ("how much local storage with 100 GB churn daily?", True),
        ("how long can we restore from Azure?", False),
        ("how long does the download take at 50 Mbps?", False),
        ("download of our setup at 50 Mbps, how many minutes?", False),
        ("how long does fetching the MABS setup take?", False),
        ("setup download on the slow line: how long?", False),
        ("after the download the setup takes how long?", True),
        ("download and setup: how long?", True),
    ],
)
def test_times_and_sizes_that_the_guide_does_not_give(text: str, asked: bool) -> None:
    assert untold_figures.is_asked(read_question(text)) is asked


def test_figures_do_not_call_up_another_sum() -> None:
    assert "Mbps" not in untold_figures.without_figures("how long does a restore of 2 TB take at 50 Mbps")


@pytest.mark.parametrize(
    "question",
    [
        "what processor load is normal on an A4 during the jobs?",
        "is the Windows Server licence of the gallery image included?",
        "do we need CALs for the server?",
        "which kernel does the agent on SUSE require",
        "when does the backup server retire",
        "what is on the roadmap of MABS",
        "will v5 run on Azure Local?",
    ],
)
def test_what_no_passage_holds_is_not_answered_by_a_near_one(
    shipped_assistant: Assistant, question: str
) -> None:
    assert untold_figures.is_nowhere(read_question(question))
    assert shipped_assistant.ask(question).abstained


@pytest.mark.parametrize(
    "question",
    [
        "which size does the machine need?",
        "kernel-power 41 on the server since the backup started",
        "is the agent included in the installer?",
        "need we buy a SQL licence for the database of MABS?",
        "when is disk backup available again after the outage?",
    ],
)
def test_what_has_a_passage_is_left_to_it(question: str) -> None:
    assert not untold_figures.is_nowhere(read_question(question))


def test_the_cost_of_a_licence_is_no_matter_of_its_image(shipped_assistant: Assistant) -> None:
    conversation = Conversation()
    shipped_assistant.ask("which image for the machine of the backup server?", conversation)
    assert shipped_assistant.ask("2012 R2 then. the price of its license?", conversation).abstained


def test_a_licence_of_ones_own_leaves_the_place_of_the_instance_asked_for() -> None:
    found = settled(read_question("we own a licence for our own sql here, may setup use it instead?"))
    assert "local" in found[0].statements[0].text


@pytest.mark.parametrize(
    ("text", "of_licence"),
    [
        ("may they legally put their own databases on the bundled sql?", True),
        ("own sql, licensed per core: which licence terms hold?", True),
        ("may we use our own local sql?", False),
    ],
)
def test_what_a_licence_permits_is_in_no_table(text: str, of_licence: bool) -> None:
    assert (not settled(read_question(text))) is of_licence
