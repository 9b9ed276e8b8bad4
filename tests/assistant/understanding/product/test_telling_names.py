"""The names of some machines tell product and version."""

from __future__ import annotations

from rows import every

from assistant.assistant import Assistant
from assistant.understanding.product.products import find_products
from assistant.understanding.product.telling_names import telling_names

WIN, SQL, SP, EX = "windows-server", "sql-server", "sharepoint", "exchange"


@every(
    ("text", "told"),
    [
        ("DATA-2K12-04, LDN-W2K8R2", [(WIN, "2012"), (WIN, "2008 R2")]),
        ("BER-FS-2K3 and DC2019", [(WIN, "2003"), (WIN, "2019")]),
        ("FS-2016-02\nWEB2012R2", [(WIN, "2016"), (WIN, "2012 R2")]),
        ("PRODSQL2017, SQLTEST-2K14", [(SQL, "2017"), (SQL, "2014")]),
        ("MUC-EX2016-01", [(EX, "2016")]),
        # two digits count beside a name that tells more
        ("LAB-WIN12, SQL2014-07", [(WIN, "2012"), (SQL, "2014")]),
        ("SP16-APP plus OPS-SRV19 plus TS-2K8R2", [(SP, "2016"), (WIN, "2019"), (WIN, "2008 R2")]),
        # the other product of the name is the one that is told
        ("GVA-SQL-2K14-01", [(SQL, "2014")]),
    ],
)
def test_a_name_tells_product_and_version(text: str, told: list[tuple[str, str]]) -> None:
    assert [(one.family, one.version) for one in find_products(text)] == told


@every(
    "text",
    [
        "LAB-SRV16 is slow",
        "LAB-SRV12 and LAB-SRV04 beside SQL2014-07",
        "dc-2016-03-11 failed",
        "app-2019.zip",
        "fs-2012@corp",
        "DPM-2K16",
    ],
)
def test_a_number_or_a_date_is_no_version(text: str) -> None:
    assert list(telling_names(text)) == []


@every(
    ("question", "outcomes"),
    [
        (
            "ours: NYC-2K12R2-03, DC2019, SQL2014-02, SP19-WEB. all covered?",
            ["listed", "not_listed", "listed", "not_listed"],
        ),
        ("can it protect FS-2K3-07", ["not_listed"]),
        ("HQ-W2K16\nSQL2012-05\nHQ-EX2016\nwhich of them drop out", ["listed", "conditional", "not_listed"]),
        ("is RZ1-SRV19 in, and RZ1-2K8R2", ["not_listed", "listed"]),
    ],
)
def test_each_name_gets_its_row(shipped_assistant: Assistant, question: str, outcomes: list[str]) -> None:
    assert [one.outcome for one in shipped_assistant.ask(question).verdicts] == outcomes
