"""Whether a product is said to be left out of the matrix, which is no fault."""

from __future__ import annotations

import pytest

from assistant.understanding.product.row_claims import denies_row
from assistant.understanding.read import read_question


@pytest.mark.parametrize(
    "text",
    [
        "our DBA says SQL 2014 isn't in the matrix",
        "so MABS can't back up SharePoint 2013, is that right?",
        "true or false: Windows Server 2019 isn't among the workloads",
        "is SQL 2016 missing in the table?",
        "Azure Backup Server doesn't support VMware, does it?",
    ],
)
def test_a_row_is_denied(text: str) -> None:
    assert denies_row(read_question(text))


@pytest.mark.parametrize(
    "text",
    [
        "SQL 2016 isn't listed in the wizard when I create a protection group",
        "SharePoint 2013 can't be backed up, the job fails with an error",
        "my colleague says the SQL 2014 writer isn't listed by vssadmin",
        "the console doesn't show any replica",
        "it says SharePoint_Config can't be backed up as a SQL database, how do I free it",
    ],
)
def test_a_fault_is_told(text: str) -> None:
    assert not denies_row(read_question(text))
