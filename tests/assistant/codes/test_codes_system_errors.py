"""What Windows itself calls an error number that the reference has no entry for."""

from __future__ import annotations

import pytest

from assistant.codes.entries import CodeId
from assistant.codes.finding.symbols import SYMBOLS
from assistant.codes.reference import load_reference
from assistant.codes.specialist import consult
from assistant.codes.system_errors import system_error


@pytest.mark.parametrize(
    ("code", "name"),
    [
        (CodeId("hresult", "0x80070643"), "ERROR_INSTALL_FAILURE"),
        (CodeId("hresult", "0x80072EE7"), "ERROR_INTERNET_NAME_NOT_RESOLVED"),
        (CodeId("win32", "112"), "ERROR_DISK_FULL"),
        (CodeId("mabs", "1603"), "ERROR_INSTALL_FAILURE"),
    ],
)
def test_a_number_of_windows_has_the_name_of_its_header(code: CodeId, name: str) -> None:
    listed = system_error(code)

    assert listed is not None
    assert listed.name == name


@pytest.mark.parametrize(
    "code",
    [
        CodeId("hresult", "0x8007FFFF"),
        CodeId("hresult", "0x80040643"),
        CodeId("win32", "99999"),
        CodeId("name", "SomethingElse"),
    ],
)
def test_other_codes_are_not_listed(code: CodeId) -> None:
    assert system_error(code) is None


def test_the_list_agrees_with_the_symbols_that_are_read() -> None:
    for name, code in SYMBOLS.items():
        listed = system_error(code) if code.namespace == "win32" else None
        assert listed is None or listed.name == name


def test_an_unknown_code_stays_unknown_and_its_windows_name_is_told() -> None:
    finding = consult("agent install ends with 0x80070643", load_reference())[0]
    told = [said.text for said in finding.statements]

    assert finding.status == "abstained"
    assert "I have no entry for 0x80070643" in told[0]
    assert "error 1603, ERROR_INSTALL_FAILURE" in told[1]
    assert finding.statements[1].evidence[0].document == "System Error Codes"


def test_a_code_that_windows_does_not_know_gets_no_name() -> None:
    finding = consult("error 0x8BADF00D", load_reference())[0]

    assert not any("To Windows itself" in said.text for said in finding.statements)
