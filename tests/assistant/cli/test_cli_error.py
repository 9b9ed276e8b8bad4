"""`mabs error CODE`: the same answer as in a question, on standard output."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assistant.cli.error import run_error
from ingest.errors import InputError


@pytest.fixture(autouse=True)
def _own_data_dir(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MABS_DATA_DIR", str(tmp_path))
    (tmp_path / "empty.toml").touch()
    monkeypatch.setenv("MABS_CONFIG", str(tmp_path / "empty.toml"))


@pytest.mark.parametrize("code", ["100050", "0x186D2", "186d2", "ID 100050", "(ID: 100050 Details: x)"])
def test_a_known_code_is_explained_with_its_sources(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    status = run_error(code, as_json=False)
    printed = capsys.readouterr().out

    assert status == "answered"
    assert "ID 100050" in printed
    assert "\n[1] " in printed


def test_an_unknown_code_is_said_to_be_unknown(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_error("777123", as_json=False) == "abstained"
    assert "I have no entry for 777123." in capsys.readouterr().out


def test_json_is_the_whole_answer(capsys: pytest.CaptureFixture[str]) -> None:
    run_error("0x80070005", as_json=True)
    answer = json.loads(capsys.readouterr().out)

    assert answer["status"] == "answered"
    assert answer["question"] == "0x80070005"
    assert answer["citations"]


def test_what_holds_no_code_is_refused() -> None:
    with pytest.raises(InputError, match="no error code"):
        run_error("hello", as_json=False)
