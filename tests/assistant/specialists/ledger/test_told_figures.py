"""Figures that were told before anything was asked about them."""

from __future__ import annotations

import pytest
from talking import headline, left_by

from assistant.specialists.ledger.ledger_entries import LEDGER


@pytest.mark.parametrize(
    ("turns", "beginning"),
    [
        (("we own 30 TB", "a third of that goes to azure. scratch?"), "At least 500 GB"),
        (("files: 2 TB to the vault", "plus mail 1 TB", "no sql", "scratch all in all?"), "At least 150 GB"),
        (("8 TB azure", "and mail adds another 2", "scratch for the lot?"), "At least 500 GB"),
        (("50 TB in total", "8 of it go to the vault. scratch?"), "At least 400 GB"),
        (("1 GB free only", "with the rubbish gone now 5, unpacking ok?"), "Yes. 5 GB is enough"),
        (("6 TB are sent to the vault", "is 250 GB of scratch enough?"), "No. 250 GB is too small"),
        (("they ordered 7 disks", "would A2 do?"), "No. A2 takes 4 disks, not 7"),
        (("there are 9 GB free on F", "does unpacking fit there?"), "Yes. 9 GB is enough"),
        (("an A3 with 6 disks in it", "how many can we add?"), "2 more"),
        (("ours runs on an A4", "how many disks does our machine hold?"), "A4 takes 16"),
    ],
)
def test_what_was_told_is_taken_in(turns: tuple[str, ...], beginning: str) -> None:
    assert headline(*turns).startswith(beginning)


def test_what_was_reckoned_with_does_not_count_again() -> None:
    assert headline("scratch for 5 TB of files", "and for 2 TB of mail?").startswith("At least 100 GB")


def test_another_matter_takes_nothing_in() -> None:
    assert headline("6 TB are sent to the vault", "is SharePoint 2013 covered?") == ""
    assert headline("there are 4 disks in it", "does MABS need a local disk at all?") == ""
    assert headline("our line is 10 mbit", "which ports must be open") == ""
    assert left_by("the subscription expired 3 days ago")[LEDGER]["told"] == []


def test_a_number_of_things_takes_no_unit_from_the_turn_before() -> None:
    assert headline("the vm has 4 GB", "its size is A2", "and the disks, 6 of them fit?").startswith("No. A2")
    assert headline("we own 30 TB", "10 of it go to the vault. scratch?").startswith("At least 500 GB")
