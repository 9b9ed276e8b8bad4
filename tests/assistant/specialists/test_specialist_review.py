"""A described machine is judged whole: failures first, then advice, and what was not told."""

from __future__ import annotations

from itertools import combinations

import pytest
from rows import every

from assistant.answer import Finding
from assistant.specialists import review
from assistant.understanding.read import read_question

GOOD = {
    "size": "A3",
    "system": "2016 Datacenter",
    "domain": "domain joined",
    "account": "domain admin",
    "dotnet": ".net 4.8",
    "sql": "bundled sql",
}
BAD = {
    "size": ("A1", "A1 is too small"),
    "role": ("node of a cluster", "node of a cluster"),
    "domain": ("workgroup", "must be joined to one"),
    "account": ("local admin installs", "must be a domain user"),
    "dotnet": (".net 3.5 without SP1", "too low"),
    "sql": ("remote sql", "must be local"),
    "subscription": ("2 subscriptions", "different subscriptions"),
    "space": ("3 GB free to extract", "too little"),
}


def reviewed(parts: list[str]) -> Finding:
    (finding,) = review.consult(read_question(f"review: {', '.join(parts)}. what is wrong?"))
    return finding


def test_nothing_wrong() -> None:
    finding = reviewed(list(GOOD.values()))

    assert finding.statements[0].text.startswith("Yes.")
    assert finding.verdicts[0].outcome == "pass"


@every("wrong", [*combinations(BAD, 1), *combinations(BAD, 2), *combinations(BAD, 3)])
def test_all_that_fails_is_named_and_nothing_else(wrong: tuple[str, ...]) -> None:
    parts = [words for name, words in GOOD.items() if name not in wrong] + [BAD[name][0] for name in wrong]

    finding = reviewed(parts)

    assert finding.statements[0].text.startswith("No.")
    text = " ".join(statement.text for statement in finding.statements)
    assert [name for name, (_, said) in BAD.items() if said in text] == [
        name for name in BAD if name in wrong
    ]


def test_dc_behind_a_windows_version_is_datacenter_and_a_domain_controller_otherwise() -> None:
    assert reviewed(["A2", "win2016 dc", "domain"]).verdicts[0].outcome == "pass"
    assert reviewed(["A2", "win2016", "second DC"]).verdicts[0].outcome == "fail"


def test_a_stay_on_disk_beyond_the_advice_is_told() -> None:
    finding = reviewed(["2016 Datacenter", "domain", ".NET 3.5 SP1", "8 days of data kept on disk"])

    assert finding.verdicts[0].outcome == "warn"
    assert "beyond five days" in " ".join(statement.text for statement in finding.statements)


def test_what_decides_and_was_not_told_is_named() -> None:
    last = reviewed(["A2", "2016 Datacenter", "workgroup"]).statements[-1]

    assert last.text == "Not told: installing user, .NET Framework, SQL Server instance."


@pytest.mark.parametrize(
    "question",
    [
        "is A2 ok?",
        "is Windows Server 2016 Datacenter with SQL Server 2016 on a cluster node protected?",
        "we back up SQL 2016, a domain controller and exchange, are they covered?",
        "offline for 3 weeks, subscription expired, A2, workgroup: does backup to disk run?",
        "what is the passphrase for?",
    ],
)
def test_what_is_no_description_is_left_alone(question: str) -> None:
    assert not review.consult(read_question(question))


@pytest.mark.parametrize("asked", ["any obstacles?", "do you see a show stopper", "anything against it?"])
def test_obstacles_are_told_without_a_yes_or_no(asked: str) -> None:
    bad = f"A3, domain joined, .net 4.6, Exchange runs on it. {asked}"
    (finding,) = review.consult(read_question(bad))

    assert finding.statements[0].text.startswith("Against the requirements")


def test_whether_it_goes_is_told_with_one() -> None:
    (finding,) = review.consult(read_question("A1, workgroup, .net 3.5 sp1. good to go?"))

    assert finding.statements[0].text.startswith("No.")
