"""Which of the four operations a sentence is about."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.decisions.states.connectivity_rules import Operation
from assistant.understanding.operations import find_operations, retargeted

BA, BD = Operation.BACK_UP_TO_AZURE, Operation.BACK_UP_TO_DISK
RA, RD = Operation.RESTORE_FROM_AZURE, Operation.RESTORE_FROM_DISK


@pytest.mark.parametrize(
    ("text", "operations"),
    [
        ("back up to azure", {BA}),
        ("make a fresh disk copy of our data", {BD}),
        ("do the copies to the local disk go on", {BD}),
        ("do the copies onto the server's own disk go on", {BD}),
        ("copies onto azure stop?", {BA}),
        ("restore the copy on the local disk", {RD}),
        ("copy new backups off to the cloud", {BA}),
        ("copy a file out of the vault", {RA}),
        ("access our backups on the local disk", {RD}),
        ("use an azure recovery point for a restore or restore from disk", {RA, RD}),
        ("back up to disk if Azure can't be reached", {BD}),
        ("does the nightly job to the vault run", {BA}),
        ("I need to back up databases from two servers to azure", {BA}),
        ("I need the files of monday from the vault", {RA}),
        ("the boss wants a mail folder from the vault", {RA}),
        ("somebody wants one file out of the cloud copy", {RA}),
        ("can the file come from disk", {RD}),
        ("online backup", {BA}),
        ("backing up to local disk", {BD}),
        ("will the disk backup still work", {BD}),
        ("restore a file from the cloud", {RA}),
        ("recover the database from attached disks", {RD}),
        ("bring the mails back from the vault", {RA}),
        ("do backups run", {BA, BD}),
        ("may we restore", {RA, RD}),
        ("back up to disk and restore from azure", {BD, RA}),
        ("back up to and restore from disk", {BD, RD}),
        ("restore from disk but back up to the cloud", {RD, BA}),
        ("restore from the old backup on disk", {RD}),
        ("restore a database from the copy on disk", {RD}),
        ("retrieve backed-up files from the vault", {RA}),
        ("start a recovery job from local disk", {RD}),
        ("fetch it from the disk-based backup", {RD}),
        ("what does the console cost", set()),
        ("undo a mistake with the backup that's in azure", {RA}),
        ("replace a broken file with the copy on disk", {RD}),
        ("put the share back from the server's backup disks", {RD}),
        ("get files out of the local backup", {RD}),
        ("download monday's backup from azure", {RA}),
        ("restore a volume from azure", {RA}),
        ("get hold of the points in the vault", {RA}),
        ("safeguard our mail in the cloud", {BA}),
        ("add a recovery point on disk", {BD}),
        ("make a local copy on the disks", {BD}),
        ("restore what we backed up to the cloud", {RA}),
        ("kick off the azure backup", {BA}),
        ("the server has lost its connection to azure", set()),
        ("Azure Backup Server", set()),
        ("register with the Recovery Services vault", set()),
        ("after the link was restored", set()),
        ("how many recovery points fit", set()),
    ],
)
def test_verbs_and_targets(text: str, operations: set[Operation]) -> None:
    assert set(find_operations(text)) == operations


@pytest.mark.parametrize(
    ("link", "verb", "operations"),
    [
        ("cut off from azure", "back up to disk", {BD}),
        ("no route to azure", "restore from local disk", {RD}),
        ("the cloud connection is down", "restore from disk", {RD}),
    ],
)
def test_where_the_server_is_does_not_count_as_a_target(
    link: str, verb: str, operations: set[Operation]
) -> None:
    assert set(find_operations(f"{link}, can we {verb}?")) == operations


@given(st.text(), st.sampled_from(list("\n.;?!")))
def test_a_full_stop_parts_what_is_asked(text: str, stop: str) -> None:
    both = find_operations(f"back up to disk{stop} {text}")
    assert BD in both


@given(st.text())
def test_reads_any_text(text: str) -> None:
    assert find_operations(text) <= set(Operation)


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("only the disk part", Operation.RESTORE_FROM_DISK),
        ("forget azure, only disk matters", Operation.RESTORE_FROM_DISK),
        ("not the local one, the cloud", Operation.RESTORE_FROM_AZURE),
    ],
)
def test_a_target_that_is_left_out_is_not_asked_for(text: str, target: Operation) -> None:
    both = frozenset({Operation.RESTORE_FROM_AZURE, Operation.RESTORE_FROM_DISK})
    assert retargeted(text, both) == {target}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("carry on with our backups onto local disk and restore from Azure", {BD, RA}),
        ("which of backup to disk and restore from disk", {BD, RD}),
        ("which of the old backups can I restore from disk", {RD}),
        ("is it in the protection matrix", set()),
    ],
)
def test_a_backup_is_taken_on_or_only_named(text: str, found: set[Operation]) -> None:
    assert find_operations(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("get a share back from the cloud or back up to Azure", {RA, BA}),
        ("get files back from the vault or write backups onto the disks", {RA, BD}),
        ("we back the file servers up to disk", {BD}),
    ],
)
def test_what_comes_back_and_what_is_backed_up_are_told_apart(text: str, found: set[Operation]) -> None:
    assert find_operations(text) == found


def test_an_exported_file_is_no_backup_and_an_export_is() -> None:
    assert find_operations("restore the export file from disk") == {Operation.RESTORE_FROM_DISK}
    assert find_operations("can we export it to the vault") == {Operation.BACK_UP_TO_AZURE}


def test_operations_that_come_back_are_not_restored() -> None:
    assert find_operations("which operations do we get back") == frozenset()
    assert find_operations("do we get the files back from disk") == {Operation.RESTORE_FROM_DISK}


def test_a_ship_that_sails_is_no_backup() -> None:
    assert find_operations("our ship lies in port, restore from disk?") == {Operation.RESTORE_FROM_DISK}
    assert find_operations("can we ship it to Azure") == {Operation.BACK_UP_TO_AZURE}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the architect would like her floor plan out of the local backup", {RD}),
        ("a clerk requires three invoices from the d2d copy", {RD}),
        ("marketing asks for a logo off the backup disks", {RA, RD}),
        ("the auditor must have some minutes from the points in azure", {RA}),
        ("we want the alerts from the local backup by mail", set()),
        ("we need to delete a server from the vault", set()),
    ],
)
def test_a_thing_wanted_from_where_backups_are_is_a_restore(text: str, found: set[Operation]) -> None:
    assert find_operations(text) == found
