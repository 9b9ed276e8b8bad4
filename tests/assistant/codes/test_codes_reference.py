"""The shipped reference: read lazily, it says what a full parse says; every spelling finds its code."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from rows import every

import kb
from assistant.codes.code_extraction import find_codes
from assistant.codes.entries import Code, CodeId, ErrorEntry, entry_of
from assistant.codes.reference import Reference, load_reference

FILES = sorted(kb.errors_dir().glob("*.yaml"))
REFERENCE = load_reference()


def full_parse(file: Path) -> list[dict[str, Any]]:
    parsed: list[dict[str, Any]] = yaml.safe_load(file.read_text("utf-8"))
    return parsed


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_an_entry_read_alone_equals_the_one_of_a_full_parse(file: Path) -> None:
    alone = Reference([file.read_text("utf-8")])

    assert list(alone.all_entries()) == [entry_of(data) for data in full_parse(file)]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_codes_found_by_pattern_are_those_of_a_full_parse(file: Path) -> None:
    expected = {
        (code["namespace"], code["value"].lower() if code["namespace"] == "name" else code["value"])
        for data in full_parse(file)
        for code in data["codes"]
    }

    assert set(Reference([file.read_text("utf-8")]).codes()) == expected


def spellings(code: Code) -> list[str]:
    """Every way in which a code is written with a cue or by its look."""
    if code.namespace == "name":
        return [code.value, code.value.upper(), code.value.lower(), f"failed: {code.value}."]
    if code.namespace in ("hresult", "vss"):
        number = int(code.value, 16)
        digits = code.value[2:]
        decimal = [str(number), str(number - (1 << 32))] if number >> 31 else []
        decimal = [word for word in decimal if len(word) > 6]
        words = [code.value, code.value.lower(), "0X" + digits, f"error {digits}", f"error {digits.lower()}"]
        signed = [f"error {number - (1 << 32)}"] if number >> 31 else []
        return [*words, *decimal, *signed, f"hr = {code.value}", f"x ({code.value})"]
    value = code.value
    found = {
        "http": [f"HTTP {value}", f"HTTP status {value}", f"status code {value}", f"error {value}"],
        "event": [
            f"event ID {value}",
            f"EventID={value}",
            f"EventID: {value}",
            f"<EventID>{value}</EventID>",
        ],
        "mabs": [
            f"ID {value}",
            f"id {value}",
            f"ID: {value}",
            f"(ID: {value} Details: Internal error)",
            f"error {value}",
            f"Error code {value}",
            f"error #{value}",
            f"errorcode={value}",
            f"error ID:\n{value}",
            f"what does error {value} mean?",
        ],
    }.get(code.namespace, [f"error {value}", f"Win32 error {value}", f"system error {value}"])
    if code.namespace != "event" and code.namespace != "http":
        found.append(value)
    if code.namespace == "event" and len(value) > 1:
        found.append(f"Event {value}, VSS")
    if code.hexadecimal:
        number = int(code.hexadecimal, 16)
        hexes = [f"0x{number:X}", f"0x{number:x}", f"0X{number:08X}"]
        found += [*hexes, *(f"error {word}" for word in hexes), f"error code\n{hexes[0]}"]
    if code.namespace == "mabs" and code.hexadecimal:
        found += [f"FAIL {code.hexadecimal} job 7F", f"2026-10-02 23:11 cbengine {code.hexadecimal}"]
    return found


def reached(text: str) -> set[str]:
    """The ids of the entries that the codes in a text lead to."""
    return {
        entry.id
        for found in find_codes(text)
        if not found.candidate
        for code in found.readings
        for entry in REFERENCE.lookup(code)
    }


@every("entry", REFERENCE.all_entries())
def test_every_code_is_found_in_every_spelling(entry: ErrorEntry) -> None:
    missed = [text for code in entry.codes for text in spellings(code) if entry.id not in reached(text)]

    assert missed == []


@every("entry", REFERENCE.all_entries())
def test_a_windows_code_is_not_taken_for_a_mabs_id_when_written_in_hexadecimal(entry: ErrorEntry) -> None:
    for code in entry.codes:
        if code.namespace == "mabs" and int(code.value) < 100_000:
            assert entry.id not in reached(f"error 0x{int(code.value):X}")


def test_nearest_are_other_codes_of_the_same_namespace_nearest_first() -> None:
    near = REFERENCE.nearest(CodeId("mabs", "100051"), 5)
    distances = [abs(int(code.value) - 100_051) for code in near]

    assert len(near) == 5
    assert {code.namespace for code in near} == {"mabs"}
    assert distances == sorted(distances)
    assert 0 not in distances


def test_an_unknown_code_has_no_entry() -> None:
    assert REFERENCE.lookup(CodeId("mabs", "777123")) == ()
    with pytest.raises(KeyError):
        REFERENCE.entry("mabs-777123")


def test_related_entries_are_those_named() -> None:
    entry = REFERENCE.lookup(CodeId("mabs", "100050"))[0]

    assert [other.id for other in REFERENCE.related(entry)] == list(entry.related)


def test_looking_up_a_code_parses_that_entry_only(monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[str] = []
    real = yaml.load

    def noted(text: str, loader: Any) -> Any:
        parsed.append(text)
        return real(text, loader)

    monkeypatch.setattr(yaml, "load", noted)
    fresh = Reference(file.read_text("utf-8") for file in FILES)

    assert fresh.has(CodeId("mabs", "100050"))
    assert parsed == []
    fresh.lookup(CodeId("mabs", "100050"))
    fresh.lookup(CodeId("mabs", "100050"))
    assert len(parsed) == 1


def test_a_code_answer_loads_no_model_no_index_and_no_settings() -> None:
    program = (
        "import sys\n"
        "from assistant.codes.reference import load_reference\n"
        "from assistant.codes.specialist import consult\n"
        "assert consult('error 0x186D2', load_reference())\n"
        "heavy = {'onnxruntime', 'chromadb', 'torch', 'llama_index', 'numpy', 'pydantic', 'bs4'}\n"
        "print(sorted(heavy & set(sys.modules)))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"
