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
