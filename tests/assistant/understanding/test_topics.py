"""Topics, levels of a workload and VM sizes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.understanding.topic_words import LEVELS, TOPICS
from assistant.understanding.topics import find_levels, find_topics, find_vm_sizes

EXAMPLES = {
    "domain-controller": "on a domain controller",
    "application-server": "on an app server",
    "exchange-server": "beside the mail server",
    "cluster-node": "on a failover node",
    "dedicated": "next to a print server",
    "domain": "in a workgroup",
    "installer-account": "as a domain admin",
    "dotnet": "with .NET 4.6",
    "sql-location": "with a remote SQL instance",
    "virtual-network": "in another vnet",
    "extract-space": "space to unpack it",
    "scratch": "the scratch folder",
    "backup-storage": "the storage pool",
    "storage-account": "a storage account",
    "temporary-disk": "the staging area",
    "host-image": "which OS image",
    "vm-size": "how much RAM",
    "vault": "a vault",
    "passphrase": "the passphrase",
    "internet-at-install": "the agent through a proxy",
    "installer-files": "the files of the installer",
    "retention-local": "keep ten days on disk",
    "recovery-points": "restore points",
    "data-disks": "attach disks",
    "download": "the download",
    "firewall": "the allowlist",
    "protection": "is it supported",
    "replication": "GRS",
}
LEVEL_EXAMPLES = {
    "system state": "system-state",
    "bare metal": "BMR",
    "whole virtual machine": "the entire VM",
    "volumes": "a volume",
    "files": "one file",
    "folders": "two directories",
    "database": "the db",
    "farm": "a farm",
    "frontend": "front end",
    "web server": "web servers",
    "site or item": "a site collection",
    "instance": "the whole instance",
    "table": "a single table",
    "row": "one at row level",
    "registry": "the registry backup",
    "availability group": "Always On",
    "transaction logs": "a log backup",
    "mailboxes": "one mailbox",
    "search index": "the search index",
    "directory objects": "recovered AD objects",
}


def test_every_topic_and_level_has_an_example() -> None:
    assert set(EXAMPLES) == set(TOPICS)
    assert set(LEVEL_EXAMPLES) == set(LEVELS)


@pytest.mark.parametrize(("topic", "text"), EXAMPLES.items())
def test_topics(topic: str, text: str) -> None:
    topics, mentions = find_topics(f"tell me about {text}, please")
    assert topic in topics
    assert {mention.value for mention in mentions} == topics


@pytest.mark.parametrize(("level", "text"), LEVEL_EXAMPLES.items())
def test_levels(level: str, text: str) -> None:
    assert level in find_levels(f"only {text} of it")


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("dc edition", "domain-controller"),
        ("exchange online", "exchange-server"),
        ("cluster size", "cluster-node"),
    ],
)
def test_words_that_mean_something_else(text: str, topic: str) -> None:
    assert topic not in find_topics(text)[0]


@pytest.mark.parametrize(
    ("text", "sizes"),
    [
        ("an A2", ("A2",)),
        ("standard_a1 or Basic A3", ("Standard_A1", "Basic_A3")),
        ("D4s v3", ("D4S_v3",)),
        ("a2, A2", ("A2",)),
        ("B2 at 10%", ("B2",)),
        ("DA2 and A2.5", ()),
        (r"the share \\FS2\D", ()),
    ],
)
def test_vm_sizes(text: str, sizes: tuple[str, ...]) -> None:
    assert find_vm_sizes(text) == sizes


@given(st.text())
def test_reads_any_text(text: str) -> None:
    topics, mentions = find_topics(text)
    assert topics <= set(TOPICS)
    assert all(mention.words in text for mention in mentions)
    assert set(find_levels(text)) <= set(LEVELS)
    assert all(size.upper().startswith(("STANDARD_", "BASIC_", *"ABDEFGHL")) for size in find_vm_sizes(text))


def test_the_number_of_a_server_is_no_size() -> None:
    assert find_vm_sizes("the job on FS04 and F4s, D02") == ("F4S",)


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("SharePoint 2013 document recovery", "site or item"),
        ("recover an item from our SharePoint 2010", "site or item"),
        ("SQL Server 2014 tables restored", "table"),
        ("restore some deleted records", "row"),
        ("SQL 2016 row restore", "row"),
        ("protect the Windows registry", "registry"),
        ("Windows Server 2012 R2 registry", "registry"),
    ],
)
def test_levels_that_no_row_has(text: str, level: str) -> None:
    assert find_levels(text) == (level,)


@pytest.mark.parametrize(
    "text",
    [
        "does the matrix list SharePoint 2016",
        "SharePoint 2016 list of what is protected",
        "the SQL 2016 row in the matrix",
        "Windows 2016 registry key to change",
        "is a single row in the matrix for SQL 2014",
    ],
)
def test_words_that_are_no_level(text: str) -> None:
    assert not find_levels(text)


def test_a_mailbox_server_is_no_level() -> None:
    assert "mailboxes" in find_levels("single mailboxes of it")
    assert "mailboxes" not in find_levels("an old mailbox server")
