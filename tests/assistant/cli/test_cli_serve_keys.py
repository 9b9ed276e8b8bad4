"""`mabs keys` and the checks of `mabs serve` before it serves."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assistant.cli.keys import run_keys_create, run_keys_list, run_keys_revoke
from assistant.cli.serve import check_exposure, run_serve, server_config
from assistant.settings import Settings, load_settings
from assistant.store.keys import split_token
from ingest.errors import InputError, SettingsFault


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MABS_DATA_DIR", str(tmp_path))
    return tmp_path


def test_a_key_is_shown_once(capsys: pytest.CaptureFixture[str]) -> None:
    run_keys_create("helpdesk", role="admin", days=30)
    said = capsys.readouterr()
    token = said.out.strip()
    parts = split_token(token)
    assert parts is not None
    assert "this once" in said.err
    run_keys_list()
    listed = capsys.readouterr().out
    assert parts[0] in listed
    assert "admin" in listed
    assert "helpdesk" in listed
    assert parts[1] not in listed
    run_keys_revoke(parts[0])
    run_keys_list(as_json=True)
    (row,) = json.loads(capsys.readouterr().out.split("\n", 0)[0])
    assert row["state"] == "revoked"
    assert parts[1] not in str(row)


@pytest.mark.parametrize(("name", "role", "days"), [("x", "root", None), ("x", "ask", 0), (" ", "ask", None)])
def test_an_unusable_key_is_not_made(
    name: str, role: str, days: int | None, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(InputError):
        run_keys_create(name, role=role, days=days)
    run_keys_list()
    assert "no keys" in capsys.readouterr().err


def test_revoking_what_is_not_there_is_an_input_error() -> None:
    with pytest.raises(InputError, match="no key nothing"):
        run_keys_revoke("nothing")


def test_without_a_key_a_wide_address_is_refused() -> None:
    assert check_exposure(load_settings())
    wide = Settings(serve_host="0.0.0.0")  # type: ignore[call-arg]  # the rest has defaults
    with pytest.raises(SettingsFault, match="Without an API key"):
        check_exposure(wide)
    run_keys_create("helpdesk")
    assert not check_exposure(wide)


def test_a_revoked_key_does_not_open_the_server_again(capsys: pytest.CaptureFixture[str]) -> None:
    run_keys_create("helpdesk")
    parts = split_token(capsys.readouterr().out.strip())
    assert parts is not None
    run_keys_revoke(parts[0])
    assert not check_exposure(load_settings())


@pytest.mark.parametrize(
    "names", [{"TLS_CERTIFICATE": "a.pem"}, {"TLS_KEY": "a.pem"}, {"TLS_CERTIFICATE": "a", "TLS_KEY": "b"}]
)
def test_half_a_certificate_is_refused(monkeypatch: pytest.MonkeyPatch, names: dict[str, str]) -> None:
    for name, value in names.items():
        monkeypatch.setenv(f"MABS_{name}", value)
    monkeypatch.setenv("MABS_SERVE_PORT", "0")
    with pytest.raises(SettingsFault, match="TLS"):
        run_serve()


def test_forwarding_headers_count_from_trusted_proxies_only(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not server_config(load_settings()).proxy_headers
    monkeypatch.setenv("MABS_TRUSTED_PROXIES", "10.0.0.1, 10.1.0.0/16")
    config = server_config(load_settings())
    assert config.proxy_headers
    assert config.forwarded_allow_ips == ["10.0.0.1", "10.1.0.0/16"]
