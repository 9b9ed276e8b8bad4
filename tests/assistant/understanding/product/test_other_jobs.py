"""The other job of a machine that the server is to be put on."""

from __future__ import annotations

import pytest

from assistant.understanding.product.other_jobs import only_tools, other_job


@pytest.mark.parametrize(
    ("question", "job"),
    [
        ("could we put MABS on our payroll server", "payroll server"),
        ("MABS next to SharePoint on one vm", "SharePoint"),
        ("the reporting server also as the MABS machine?", "reporting server"),
        ("reuse the citrix box for MABS", "citrix box"),
        ("this vm already runs our shop software, install MABS on it?", "shop software"),
        ("an IIS box is half idle, could MABS live there?", "IIS box"),
        ("combine MABS and monitoring on one machine", "monitoring"),
        ("one vm for both the wiki and MABS", "wiki"),
        ("MABS + SharePoint same vm", "SharePoint"),
        ("may I host a website on the MABS server", "website"),
    ],
)
def test_another_job(question: str, job: str) -> None:
    assert other_job(question) == job


@pytest.mark.parametrize(
    "question",
    [
        "MABS on a dedicated server",
        "smallest vm size for MABS",
        "put MABS on a new Windows server",
        "can MABS protect our file server",
        "MABS can't reach the SQL server",
        "use our SQL server for the MABS database",
        "MABS on hyper-v",
        "MABS and the vault in one subscription",
        "install MABS on the Azure Stack vm",
    ],
)
def test_no_other_job(question: str) -> None:
    assert not other_job(question)


def test_only_the_tools_of_a_role() -> None:
    assert only_tools("just the exchange management tools are on that box, MABS ok?") == "exchange"
    assert not only_tools("MABS on a domain controller that has the AD tools")
    assert not only_tools("MABS on the exchange server")
