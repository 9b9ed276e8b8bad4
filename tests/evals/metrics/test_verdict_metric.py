from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answer import Answer, Status, Verdict
from assistant.decisions.states.connectivity import decide
from assistant.decisions.states.connectivity_rules import RULES, Operation
from evals.cases import ExpectedVerdict
from evals.metrics.verdict_text import operation_verdict, product_verdict, quantities
from evals.metrics.verdicts import judge
from evals.metrics.vocabulary import OPERATIONS, operations_in, outcome_word, product_name


def _expected(operation: str, outcome: str) -> ExpectedVerdict:
    return ExpectedVerdict("connectivity", {"operation": operation}, outcome)


def _answer(text: str, *verdicts: Verdict, status: Status = "answered") -> Answer:
    return Answer("q", text, status, verdicts=verdicts)


def _table(operation: str, outcome: str) -> Verdict:
    return Verdict("connectivity", {"operation": operation}, outcome, "r")


@pytest.mark.parametrize("operation", list(Operation))
@pytest.mark.parametrize("row", list(RULES), ids=str)
def test_every_cell_of_the_table_is_read_from_data_and_from_the_tables_own_words(
    row: tuple[object, object], operation: Operation
) -> None:
    cell = RULES[row]  # type: ignore[index]
    result = decide(*row, [operation])  # type: ignore[arg-type]
    outcome = outcome_word(cell.outputs[operation])
    named = operations_in(operation)[0]
    verdict = Verdict("connectivity", dict(result.inputs), result.outcome, "")
    for answer in (_answer("", verdict), _answer(result.headline)):
        judged = judge(_expected(named, outcome), answer)
        assert judged is not None
        assert judged.agrees, (named, answer)
        assert not judged.contradicts


@pytest.mark.parametrize("expected", ["allowed", "stopped", "not_covered", "depends_on_subscription"])
def test_another_definite_verdict_contradicts_in_data_and_in_words(expected: str) -> None:
    opposite = "allowed" if expected != "allowed" else "stopped"
    for answer in (
        _answer("", _table("back_up_to_disk", opposite)),
        _answer(f"Back up to disk is {opposite} [1]."),
    ):
        judged = judge(_expected("backup_disk", expected), answer)
        assert judged is not None
        assert judged.contradicts
        assert not judged.agrees


def test_a_missing_verdict_is_wrong_without_contradicting() -> None:
    for answer in (_answer("Add disks first."), _answer("The guide does not say.", status="abstained")):
        judged = judge(_expected("backup_disk", "stopped"), answer)
        assert judged is not None
        assert (judged.agrees, judged.contradicts) == (False, False)


def test_right_data_with_contradicting_words_contradicts() -> None:
    judged = judge(
        _expected("backup_disk", "stopped"),
        _answer("Back up to disk is allowed.", _table("back_up_to_disk", "Stopped")),
    )
    assert judged is not None
    assert judged.agrees
    assert judged.contradicts


def test_several_operations_are_each_judged() -> None:
    expected = _expected("restore_azure, backup_disk", "restore_azure allowed; backup_disk stopped")
    mixed = _table("restore_from_azure, back_up_to_disk", "mixed")
    right = judge(expected, _answer("Restore from Azure is allowed; back up to disk is stopped.", mixed))
    wrong = judge(expected, _answer("Restore from Azure and back up to disk are stopped.", mixed))
    assert right is not None
    assert wrong is not None
    assert right.agrees
    assert wrong.contradicts


def test_groups_stand_for_their_operations() -> None:
    expected = _expected("all", "backups stopped; restores allowed")
    stopped = "Back up to Azure and back up to disk are stopped"
    text = f"{stopped}; restore from Azure and restore from disk are allowed."
    judged = judge(expected, _answer(text))
    assert judged is not None
    assert judged.agrees
    assert operations_in("all") == OPERATIONS


@pytest.mark.parametrize(
    ("text", "operation", "said"),
    [
        ("You can still restore from disk.", "restore_disk", "allowed"),
        ("Restores from the vault are not allowed.", "restore_azure", "stopped"),
        ("Backup to Azure no longer runs.", "backup_azure", "stopped"),
        ("Restore from disk depends on the subscription's state.", "restore_disk", "depends"),
        (
            "The guide doesn't say what happens in the first 15 days without connectivity.",
            "backup_disk",
            "not_covered",
        ),
        (
            "Restore from Azure is stopped and the recovery points are deleted.",
            "restore_azure",
            "stopped_azure_points_deleted",
        ),
        ("- Expired: restore from disk is allowed.", "restore_disk", ""),
        (
            "Restore from disk is allowed when Expired; restore from disk is stopped when Deprovisioned.",
            "restore_disk",
            "depends",
        ),
        ("Connect the server to Azure Backup first.", "backup_azure", ""),
    ],
)
def test_reading_an_operation_from_words(text: str, operation: str, said: str) -> None:
    assert operation_verdict(text, operation) == said


def _product(name: str, outcome: str) -> ExpectedVerdict:
    return ExpectedVerdict("protection", {"product": name}, outcome)


def _listed(name: str, outcome: str) -> Verdict:
    return Verdict("protection", {"product": name}, outcome, "r")


@pytest.mark.parametrize(
    ("asked", "outcome", "named", "said", "agrees", "contradicts"),
    [
        ("Windows Server 2012 R2", "listed", "Windows Server 2012 R2 Datacenter", "listed", True, False),
        ("Windows Server 2012 R2", "listed", "Windows Server 2012", "listed", False, False),
        ("SQL Server 2014", "listed", "SQL Server 2014", "not_listed", False, True),
        ("linux", "not_listed", "Linux (ubuntu)", "not_listed", True, False),
        ("Windows Server Semi Annual Channel", "listed", "Windows Semi-Annual Channel", "listed", 1, 0),
        ("SQL Server 2012 SP1", "listed", "SQL Server 2012", "conditional", False, False),
    ],
)  # fmt: skip
def test_products_are_matched_by_name(
    asked: str, outcome: str, named: str, said: str, agrees: bool, contradicts: bool
) -> None:
    judged = judge(_product(asked, outcome), _answer("", _listed(named, said)))
    assert judged is not None
    assert (judged.agrees, judged.contradicts) == (agrees, contradicts)


def test_of_two_products_each_has_its_verdict() -> None:
    expected = ExpectedVerdict(
        "protection",
        {"product": "SharePoint 2016, oracle"},
        "SharePoint 2016 listed; oracle not_listed",
    )
    both = (_listed("Oracle 19c", "not_listed"), _listed("SharePoint 2016", "listed"))
    swapped = (_listed("Oracle 19c", "listed"), _listed("SharePoint 2016", "not_listed"))
    right, wrong = judge(expected, _answer("", *both)), judge(expected, _answer("", *swapped))
    assert right is not None
    assert wrong is not None
    assert right.agrees
    assert wrong.contradicts


def test_an_open_version_is_not_judged() -> None:
    open_version = ExpectedVerdict("protection", {"product": "SharePoint", "version": "any"}, "listed")
    assert judge(open_version, _answer("")) is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("SQL Server 2019 is not in the guide's matrix.", "not_listed"),
        ("Yes. SharePoint 2016 is listed.", "listed"),
        ("2008 is not listed. 2008 R2 is listed.", ""),
        ("Ask the vendor.", ""),
    ],
)
def test_reading_a_product_from_words(text: str, said: str) -> None:
    assert product_verdict(text) == said


@pytest.mark.parametrize(
    ("outcome", "text", "agrees"),
    [
        ("250 GB", "At least **250 GB** [1].", True),
        ("2 TB", "At most 2,000 GB.", True),
        ("250 GB", "At least 2,500 GB.", False),
        ("5 days", "for more than five days", True),
        ("8", "eight files", True),
        ("5 %", "at least 5 % of it", True),
        ("9999", "up to 9999 recovery points", True),
        ("4", "16 disks", False),
    ],
)
def test_amounts_are_compared_by_value(outcome: str, text: str, agrees: bool) -> None:
    judged = judge(ExpectedVerdict("limits", {}, outcome), _answer(text))
    assert judged is not None
    assert judged.agrees == agrees
    assert not judged.contradicts


@given(st.integers(1, 10**6), st.sampled_from(["GB", "TB", "%", "days"]))
def test_an_amount_is_found_however_it_is_grouped(number: int, unit: str) -> None:
    assert quantities(f"It is {number:,} {unit}.") == quantities(f"{number}{unit}")


def test_sizes_are_told_in_gb() -> None:
    assert quantities("1.5 TB") == {(Decimal("1500.0"), "gb")}


@pytest.mark.parametrize(
    ("said", "agrees", "contradicts"), [("fail", True, False), ("warn", False, False), ("pass", False, True)]
)
def test_checks_are_judged_by_their_status(said: str, agrees: bool, contradicts: bool) -> None:
    judged = judge(
        ExpectedVerdict("prerequisites", {"item": "role"}, "fail"), _answer("", Verdict("host", {}, said, ""))
    )
    assert judged is not None
    assert (judged.agrees, judged.contradicts) == (agrees, contradicts)


def test_the_allowlist_says_not_listed_for_not_covered() -> None:
    judged = judge(
        ExpectedVerdict("allowlist", {"target": "x"}, "not_covered"),
        _answer("", Verdict("network", {}, "not_listed", "")),
    )
    assert judged is not None
    assert judged.agrees


def test_an_outcome_in_free_words_is_not_judged() -> None:
    assert judge(ExpectedVerdict("limits", {}, "about 4 to 6 minutes"), _answer("5 minutes")) is None


@pytest.mark.parametrize(
    "name",
    ["Windows Server 2016 - Datacenter/Enterprise/Standard", "windows server 2016", "Windows 2016 Standard"],
)
def test_one_product_has_one_name(name: str) -> None:
    assert product_name(name) == "windows 2016"
