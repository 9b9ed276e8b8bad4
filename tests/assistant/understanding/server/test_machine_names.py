"""Names of machines are no words to search by; products, versions and codes are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.understanding.server.machine_names import without_machine_names


@pytest.mark.parametrize(
    ("text", "searched"),
    [
        ("how do I update srv-3cc2f1", "how do I update the server"),
        ("register BKP-MABS01 with the vault", "register the server with the vault"),
        ("the server WIN-7K19X-08 is slow", "the server WIN-7K19X-08 is slow"),
        ("install it on host lon-ex2", "install it on host"),
        ("where does mabs01.contoso.local keep it", "where does the server keep it"),
        ("the job on FS04 failed", "the job on the server failed"),
        ("is the box APP07 protected", "is the box protected"),
        ("can SQL2012PRD be saved", "can the server be saved"),
        ("our host win2016-fs02 is slow", "our host is slow"),
    ],
)
def test_a_name_is_searched_as_a_server(text: str, searched: str) -> None:
    assert without_machine_names(text) == searched


@pytest.mark.parametrize(
    "text",
    [
        "Get-DPMCloudConnection says FALSE",
        "SQL-2016 on Server-2012-R2",
        "is it good for sql16 and SP1",
        "sql2014-std, win2012-r2, sql2012sp1 and sql2016-dev",
        "ID-57, KB-3041338, event-4107 and error-1603",
        "Standard_A4_v2, D-series, e-mail, UTF-8, SHA-256",
        "backup-azure-alternate-dpm-server.md",
        "20 TB on A2 for 3-5 days",
        "windows-10 and pre-2016 machines",
        "from corp.contoso.local to contoso.local",
        r"C:\\Program Files on contoso\\svc-mabs1",
    ],
)
def test_what_names_no_machine_stays(text: str) -> None:
    assert without_machine_names(text) == text


@given(st.text())
def test_any_text(text: str) -> None:
    assert isinstance(without_machine_names(text), str)


@pytest.mark.parametrize(
    ("text", "searched"),
    [
        ("may we move it to west-ad.local later", "may we move it to the domain later"),
        ("we join the box to hq-net.lan first", "we join the box to the domain first"),
        ("it is in the domain hq-net.lan", "it is in the domain the domain"),
        ("we moved the job to bk-07.local", "we moved the job to the server"),
        ("the job on hq-fs.corp.lan", "the job on the server"),
    ],
)
def test_what_a_machine_is_moved_or_joined_to_is_a_domain(text: str, searched: str) -> None:
    assert without_machine_names(text) == searched
