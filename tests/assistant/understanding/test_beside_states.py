"""Questions beside the table of states."""

from __future__ import annotations

import pytest

from assistant.understanding.beside_states import (
    asks_beside,
    asks_despite_agent,
    asks_local_fate,
    asks_to_register_again,
    asks_what_deletes,
    asks_what_is_left,
    asks_what_ran,
    asks_why_restored,
    tells_vault_deleted,
)
from assistant.understanding.read import facts_of, read_question


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("an admin deleted our vault, do we get the points back?", True),
        ("the vault was accidentally wiped. what now?", True),
        ("somebody erased the wrong Recovery Services vault, is the data gone?", True),
        ("does it destroy the vault data, and is that gone?", False),
        ("are the points in the vault deleted when it is deprovisioned?", False),
        ("the copies in our vault are gone, deprovisioned. restore?", False),
        ("how do I create a vault for the backups?", False),
    ],
)
def test_a_vault_that_is_gone_is_told_apart_from_what_is_in_it(text: str, told: bool) -> None:
    assert tells_vault_deleted(read_question(text)) is told


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("does Deprovisioned erase the disk copies?", True),
        ("sub deprovisioned: what happens to the local points?", True),
        ("sub deprovisioned, can we restore from disk?", False),
        ("deprovisioned. a user lost a file, it is on the local disk. restorable?", False),
        ("deprovisioned, we lost the line as well. disk restore?", False),
        ("deprovisioned. somebody deleted a folder, can we get it back from disk?", False),
        ("sub expired: is the local data kept?", False),
        ("does Deprovisioned erase the copies in Azure?", False),
    ],
)
def test_the_fate_of_local_data_is_asked_of_a_deprovisioned_subscription(text: str, asked: bool) -> None:
    assert asks_local_fate(read_question(text)) is asked


def test_what_is_left_is_asked() -> None:
    assert asks_what_is_left("is anything on the disk?")
    assert not asks_what_is_left("does the backup run?")


def test_registering_again_is_asked_behind_an_outage() -> None:
    assert asks_to_register_again(read_question("back online after 3 weeks, do we have to re-register?"))
    assert not asks_to_register_again(read_question("how do I register the server?"))


def test_the_reason_of_a_restore_without_connection_is_asked() -> None:
    assert asks_why_restored(read_question("why may I restore from Azure while the server is offline?"))
    assert not asks_why_restored(read_question("can I restore from Azure while the server is offline?"))


@pytest.mark.parametrize(
    ("text", "beside"),
    [
        ("does the backup data travel over our proxy?", True),
        ("does it need the MARS agent to back up to Azure?", True),
        ("who may reactivate a subscription?", True),
        ("connected and active, does the backup to Azure run?", False),
        ("the proxy is down for 20 days, active. does the backup to Azure go?", False),
        ("who can restore from disk while it is Expired?", False),
    ],
)
def test_the_way_of_the_data_is_no_row(text: str, beside: bool) -> None:
    assert asks_beside(read_question(text)) is beside


def test_how_a_restore_goes_is_asked_behind_the_row_too() -> None:
    before = facts_of(read_question("offline for 30 days, Active. can I restore?"), "connectivity", ())

    assert asks_why_restored(read_question("how is that possible without a link?", before))
    assert not asks_why_restored(read_question("how long is that possible without a link?", before))


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("what in fact erases the cloud copies?", True),
        ("12 days offline, the boss says the points are gone on day 15. what really deletes them?", True),
        ("does an outage of three weeks wipe my recovery points?", True),
        ("who destroys the data in azure, the outage or the state?", True),
        ("what wipes the points on the local disk?", False),
        ("sub deprovisioned, what deletes the points?", False),
        ("20 days offline: can we restore the deleted data from azure?", False),
        ("which screen deletes a protection group?", False),
    ],
)
def test_what_deletes_the_points_in_azure_is_asked(text: str, asked: bool) -> None:
    assert asks_what_deletes(read_question(text)) is asked


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("the sub expired on the 2nd and was renewed on the 6th. did the job of the 4th run?", True),
        ("expired on Monday, paid on Friday, active now. were any backups made on Wednesday", True),
        ("jobs on Sat and Sun, expired in between, active again. which ran?", True),
        ("it had lapsed in May and is active today. was a scheduled job missed?", True),
        ("sub renewed after two days expired. which points were taken in those days", True),
        ("expired, then renewed on Tuesday. did Monday's backup happen?", True),
        ("the sub was expired and is active now. do the jobs run?", False),
        ("expired, then renewed. has the backup started again?", False),
        ("the sub was renewed. can we restore the points that were made before?", False),
        ("the sub had expired, it is active now. who was told?", False),
    ],
)
def test_what_ran_while_it_had_lapsed_is_asked(text: str, asked: bool) -> None:
    assert asks_what_ran(read_question(text)) == asked


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("the agent is gone from web2, does a restore from disk go?", True),
        ("agents don't answer since noon. may we restore?", True),
        ("our agent is down, does the backup run?", False),
        ("agent unreachable, subscription expired. can we restore?", False),
        ("the agent is down, what now?", False),
        ("the MARS agent is down, can we restore from Azure?", False),
    ],
)
def test_a_restore_while_an_agent_is_away_is_asked(text: str, asked: bool) -> None:
    assert asks_despite_agent(read_question(text)) is asked
