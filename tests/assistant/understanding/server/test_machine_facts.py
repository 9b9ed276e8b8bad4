"""A described machine, part by part, in any order and with any separator."""

from __future__ import annotations

from itertools import combinations, product

import pytest
from rows import every

from assistant.decisions.expressions.standing import VOCABULARY
from assistant.understanding.server.machine_facts import READERS, read_machine, sql_place

PARTS: dict[str, dict[str, object]] = {
    "A1": {"vm_size": "A1"},
    "4 cores": {"cores": 4},
    "8 GB RAM": {"memory_gb": 8.0},
    "win2016 dc": {"os": "Windows Server 2016 Datacenter"},
    "Windows Server 2012 R2 Standard": {"os": "Windows Server 2012 R2 Standard"},
    "node of a cluster": {"cluster_node": True},
    "node 2 of the SQL cluster": {"cluster_node": True},
    "domain controller": {"domain_controller": True},
    "exchange on it": {"exchange_running": True},
    "workgroup": {"domain_joined": False},
    "domain joined": {"domain_joined": True},
    "local admin installs": {"installer_domain_user": False, "installer_administrator": True},
    "domain admin installs": {"installer_domain_user": True, "installer_administrator": True},
    ".net 3.5 no SP": {"dotnet_version": "3.5"},
    ".NET 4.8": {"dotnet_version": "4.8"},
    "remote sql": {"sql_instance": "remote"},
    "local sql": {"sql_instance": "own local"},
    "bundled sql": {"sql_instance": "bundled"},
    "two subscriptions": {"same_subscription": False},
    "one vnet": {"same_virtual_network": True},
    "no data disks": {"backup_disks": 0},
    "3 GB free to extract": {"extraction_free_gb": 3.0},
    "shared storage account": {"separate_storage_account": False},
}


@pytest.mark.parametrize("part", PARTS)
def test_a_part_alone(part: str) -> None:
    assert read_machine(part) == PARTS[part]


def test_no_reader_finds_a_fact_in_what_lacks_its_words() -> None:
    for _ in range(VOCABULARY.learnt_after):
        READERS.possible("")
    skipped = 0
    for part in PARTS:
        possible = [reader for reader, _ in READERS.possible(part)]
        for reader, _ in READERS.rules:
            if reader not in possible:
                skipped += 1
                assert not list(reader(part)), part
    assert skipped > 3 * len(PARTS)


@every(("pair", "joint"), list(product(combinations(PARTS, 2), (", ", " / ", "; ", "\n"))))
def test_two_parts_are_both_read(pair: tuple[str, str], joint: str) -> None:
    first, second = (PARTS[part] for part in pair)

    assert read_machine(joint.join(pair)) == {**second, **first}


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("2nd DC", {"domain_controller": True}),
        ("Windows 2016 DC", {"os": "Windows Server 2016 Datacenter"}),
        ("2012 r2 dc edition", {"os": "Windows Server 2012 R2 Datacenter"}),
        ("no exchange", {"exchange_running": False}),
        ("vSphere cluster", {}),
        ("SQL 2016 on another server", {"sql_instance": "remote"}),
        ("dual core", {"cores": 2}),
        ("cores: 1, 8 GB RAM", {"cores": 1, "memory_gb": 8.0}),
        ("cores 4", {"cores": 4}),
        ("4 cores 8 GB", {"cores": 4, "memory_gb": 8.0}),
        ("500 GB scratch", {}),
        ("keeps seven days on disk", {"local_retention_days": 7}),
        ("local retention of 4 days", {"local_retention_days": 4}),
        ("up for 30 days", {}),
    ],
)
def test_what_words_beside_it_make_of_a_word(text: str, facts: dict[str, object]) -> None:
    assert read_machine(text) == facts


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("the instance on SQLPROD01 across the LAN", "remote"),
        ("sql on host DB7", "remote"),
        (r"SQL02\PROD", "remote"),
        ("sql runs on another machine", "remote"),
        ("sql on the same vm", "own local"),
        ("the sql from the installer", "bundled"),
        ("sql", ""),
    ],
)
def test_where_the_instance_is(text: str, place: str) -> None:
    assert sql_place(text) == place


def test_an_edition_beside_the_memory_is_no_storage() -> None:
    assert read_machine("4 cores 8 GB RAM server 2016 datacenter")["memory_gb"] == 8.0
    assert "memory_gb" not in read_machine("4 cores, 80 GB of data disk")
