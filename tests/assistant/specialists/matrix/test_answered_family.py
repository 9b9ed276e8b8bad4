"""The family that an answer of the matrix was on."""

from __future__ import annotations

import pytest

from assistant.answer import Verdict
from assistant.specialists.matrix.answered_family import families_of


def verdict(product: str, table: str = "protection") -> Verdict:
    return Verdict(table, {"product": product}, "versions", "")


@pytest.mark.parametrize(
    ("verdicts", "families"),
    [
        ([verdict("Windows Server")], ["windows-server"]),
        ([verdict("SharePoint"), verdict("SharePoint")], ["sharepoint"]),
        ([verdict("SQL Server"), verdict("SharePoint")], []),
        ([verdict("Exchange Server")], []),
        ([verdict("SQL Server", "limits")], []),
        ([], []),
    ],
)
def test_the_one_family_of_all_verdicts(verdicts: list[Verdict], families: list[str]) -> None:
    assert families_of(verdicts) == families
