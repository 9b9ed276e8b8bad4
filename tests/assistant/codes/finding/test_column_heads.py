"""What the heads of columns say of the numbers below them."""

from __future__ import annotations

import pytest

from assistant.codes.finding.column_heads import kind_of, may_hold_code, numbers_records, words_of


def test_a_head_is_read_by_its_words() -> None:
    assert words_of("LastErrorCode") == words_of("last_error_code") == ["last", "error", "code"]
    assert words_of("Código de error") == ["código", "de", "error"]


@pytest.mark.parametrize(
    "head",
    [
        "ErrorCode",
        "JobFailureCode",
        "dpm error no.",
        "Fehlercode",
        "Fehler-Nr.",
        "Code d'erreur",
        "Kod błędu",
        "Hibakód",
        "Код ошибки",
        "exit code",
        "errno",
    ],
)
def test_heads_of_error_and_number_are_of_codes(head: str) -> None:
    assert kind_of(head) == "code"


@pytest.mark.parametrize("head", ["Event ID", "EventID", "Ereignis-ID", "ID de l'événement", "InstanceID"])
def test_heads_of_events_are_told_apart(head: str) -> None:
    assert kind_of(head) == "event"


@pytest.mark.parametrize(
    "head", ["err", "TopError", "LastError", "Fehler", "rc", "AlertId", "Message ID", "code"]
)
def test_heads_that_leave_a_little_open_want_an_entry(head: str) -> None:
    assert kind_of(head) == "maybe"


@pytest.mark.parametrize(
    "head",
    ["TransferredMB", "ErrorCount", "EventRecordID", "JobUniqueId", "Index", "Zip code", "Server", "Number"],
)
def test_other_heads_hold_no_codes(head: str) -> None:
    assert kind_of(head) == "other"
    assert not may_hold_code(head, [head])


def test_what_went_which_way_is_counted() -> None:
    assert {kind_of(head) for head in ("Warnings", "OK", "Failed", "Errors")} == {"tally"}


def test_words_may_hold_a_code() -> None:
    assert {kind_of(head) for head in ("Message", "Result", "Notes", "Job status")} == {"open"}


def test_beside_a_code_an_id_is_that_of_the_row_or_the_alert() -> None:
    assert numbers_records("AlertId", ["AlertId", "ErrorCode"])
    assert numbers_records("Id", ["Id", "EventID"])
    assert not numbers_records("AlertId", ["AlertId", "Server"])
    assert not numbers_records("ErrorCode", ["AlertId", "ErrorCode"])
