"""Protection groups with the days that each keeps on disk, held against the five-day rule."""

from __future__ import annotations

import pytest
from asking import asked

from assistant.specialists import limits
from assistant.understanding.read import read_question


@pytest.mark.parametrize(
    ("question", "over"),
    [
        ("group | disk retention\nPay | 4 d\nWeb | 8 d\nwhich ones break the advice?", "Web (8 days)"),
        (
            "which groups are kept too long on local disk: G1 = 6 days, G2 = 5 days, G3 = 2 weeks",
            "G1 (6 days), G3 (14 days)",
        ),
        ("ops keeps 9 days on disk, hr keeps 3 days. which is against the guide?", "ops (9 days)"),
        ("name, local retention, online\nA-1, 2d, yes\nB-2, 30d, yes\nwhich to change?", "B-2 (30 days)"),
        ("local retention: crm 3 days, erp 4 days. are any of them over the limit?", "none"),
        ("disk retention per group: mail 7 days, web 1 day. which must we shorten?", "mail (7 days)"),
    ],
)
def test_the_groups_beyond_the_rule_are_named(question: str, over: str) -> None:
    assert asked(question).outputs["over"] == over


@pytest.mark.parametrize(
    "question",
    [
        "we keep 5 days on disk and in azure 30 days, which limits apply?",
        "which rule do we break when we keep data 10 days on disk?",
        "crm 3 days on disk and 9 months online, erp 4 days on disk: which is over the limit?",
        "mabs01 offline 3 days, mabs02 offline 20 days, which keeps backups to disk by the rule?",
    ],
)
def test_other_times_are_none_of_groups(question: str) -> None:
    assert limits.kept_facts(read_question(question)).get("kind") != "retention-of-groups"


@pytest.mark.parametrize(
    ("question", "over"),
    [
        ("name;retention;target\nHR;12 d;disk\nFIN;5 d;disk\nok per vendor?", "HR (12 days)"),
        ("PG1 | disk | 7 days\nPG2 | disk | 4 days\nwhich pg is over the guide's limit", "PG1 (7 days)"),
        (
            "groups:\nFS short-term 8 days disk\nDB short-term 5 days disk\nwhich violates the guide",
            "FS (8 days)",
        ),
        ("short-term retention: web 4 d, files 21 d, mail 5 d. tick or cross for each", "files (21 days)"),
        ("A-PG, disk pool, 2 weeks\nB-PG, none, -\nC-PG, disk pool, 1 d\ncompliant y/n?", "A-PG (14 days)"),
        ("CRM;disk;5 d;vault 3 y\nERP;disk;8 d;vault 5 y\nwhich breaks the rule?", "ERP (8 days)"),
        ("pg\tshort term\tlong term\nA\t4 d\t1 y\nB\t9 d\t5 y\nwhich breaks the disk rule", "B (9 days)"),
        ("CRM\tdisk\t3d\nERP\tdisk\t5d\nwhich breaks the five-day rule", "none"),
    ],
)
def test_each_row_of_an_exported_table_is_judged(question: str, over: str) -> None:
    assert asked(question).outputs["over"] == over


@pytest.mark.parametrize(
    "question",
    [
        "HR;12 d;azure\nFIN;5 d;vault\nok per vendor?",
        "PG1;disk;7 days\nis it ok?",
        "CRM;disk;5 months\nERP;disk;4 years\nwhich breaks the rule?",
        "mabs01 offline 3 days\nmabs02 offline 20 days\nwhich may back up to disk?",
    ],
)
def test_rows_of_other_places_are_none_of_groups(question: str) -> None:
    assert limits.kept_facts(read_question(question)).get("kind") != "retention-of-groups"
