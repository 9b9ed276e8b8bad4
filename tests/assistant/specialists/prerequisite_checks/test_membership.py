"""The domain that is asked about is that of the backup server itself."""

from __future__ import annotations

import pytest

from assistant.specialists.prerequisite_checks import membership
from assistant.understanding.read import read_question


@pytest.mark.parametrize(
    "text",
    [
        "MABS in a workgroup?",
        "backup server without a domain possible?",
        "can the VM be standalone, not domain joined",
        "is a workgroup machine ok for the install?",
        "MABS is in a workgroup and the console won't talk to it",
        "may the domain join be skipped for the backup VM",
        "could we leave out the AD join on the MABS box",
        "omit joining it to the domain, fine?",
        "domain membership optional for MABS?",
    ],
)
def test_the_backup_server_must_be_in_a_domain(text: str) -> None:
    result = membership.domain(read_question(text))

    assert result is not None
    assert result.outcome == "fail"
    assert "can't stay outside" in result.headline


@pytest.mark.parametrize(
    "text",
    [
        "DMZ machine without a domain: attached ok, but main console can't talk to it",
        "a workgroup box was attached with SetDpmServer, now it's unreachable",
        "laptop not in the domain, push fails",
        "our web server in a workgroup is to be protected, works?",
        "machine without a domain can't connect to the backup server",
        "avoid trouble with the domain join of MABS",
    ],
)
def test_a_machine_that_deals_with_the_server_is_another_one(text: str) -> None:
    assert membership.domain(read_question(text)) is None
