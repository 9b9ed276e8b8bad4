"""What the `mabs` process promises to a shell: messages, exit codes, and how it takes ill treatment."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Mabs = Callable[..., "subprocess.CompletedProcess[str]"]
EXPIRED = "is backup to disk allowed when the server is connected and the subscription is expired?"


def test_help_and_version_say_what_it_is(bare_mabs: Mabs) -> None:
    assert "Azure Backup Server" in bare_mabs("--help").stdout
    assert bare_mabs("--version").stdout.startswith("mabs-assistant ")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["nosuch"], "No such command 'nosuch'"),
        (["tabel"], "table"),
        (["ask", "--jsn", "x"], "--jsn"),
        (["ask"], "QUESTION"),
        (["ask", " "], "The question is empty"),
        (["decide"], "Which table"),
        (["decide", "nosuch"], "There is no table 'nosuch'"),
        (["decide", "connectivity", "offline"], "key=value"),
        (["table", "scratch", "vm-size"], "One NAME at a time"),
        (["error"], "Which code"),
        (["error", "hello"], "no error code"),
        (["preflight"], "No facts were given"),
        (["preflight", "nosuch.json"], "nosuch.json"),
        (["preflight", "nosuchfact=1"], "nosuchfact"),
        (["ingest", "--remove"], "mabs ingest --remove -c NAME"),
        (["chat", "--resume", "nosuch"], "No conversation is called 'nosuch'"),
        (["troubleshoot", "--mermaid"], "needs the name of a tree"),
    ],
)
def test_unusable_input_is_explained_and_exits_with_2(
    bare_mabs: Mabs, arguments: list[str], told: str
) -> None:
    done = bare_mabs(*arguments)

    assert done.returncode == 2
    assert told in done.stderr
    assert done.stdout == ""
    assert "Traceback" not in done.stderr


def test_a_setting_that_does_not_exist_exits_with_2(bare_mabs: Mabs) -> None:
    done = bare_mabs("ask", EXPIRED, MABS_DATADIR="elsewhere")

    assert done.returncode == 2
    assert "MABS_DATADIR" in done.stderr


def test_what_a_table_settles_needs_no_index(bare_mabs: Mabs, empty_environment: dict[str, str]) -> None:
    done = bare_mabs("ask", EXPIRED)

    assert done.returncode == 0
    assert done.stdout.startswith("No.")
    assert done.stderr == ""
    assert not Path(empty_environment["MABS_DATA_DIR"]).exists()


def test_a_question_may_come_from_standard_input(bare_mabs: Mabs) -> None:
    assert bare_mabs("ask", "-", given=EXPIRED).stdout == bare_mabs("ask", EXPIRED).stdout


def test_output_is_utf_8_wherever_it_goes(bare_mabs: Mabs) -> None:
    done = bare_mabs("decide", "scratch", "data=8 TB", LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")

    assert done.returncode == 0
    assert "400 GB" in done.stdout


def test_a_megabyte_is_refused_with_the_limit_and_the_remedy(bare_mabs: Mabs) -> None:
    done = bare_mabs("ask", "-", given="x" * 1_000_001)

    assert done.returncode == 2
    assert "1,000,001 characters; 1,000,000 are the limit" in done.stderr
    assert "MABS_MAX_QUESTION_CHARS" in done.stderr


def test_a_long_pasted_log_is_answered(bare_mabs: Mabs) -> None:
    log = "2026-10-02 23:11 cbengine FAIL 0x186D2\n" * 5_000

    done = bare_mabs("ask", "-", given=log)

    assert done.returncode == 0
    assert "ID 100050" in done.stdout


@pytest.mark.parametrize(
    "arguments", [["table", "protection"], ["table"], ["--help"], ["ask", "--json", EXPIRED]]
)
def test_a_reader_that_leaves_early_is_no_fault_to_talk_about(
    mabs_program: str, empty_environment: dict[str, str], arguments: list[str]
) -> None:
    with subprocess.Popen(
        [mabs_program, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=empty_environment
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()

        assert process.stderr.read() == b""
    assert process.returncode == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")
def test_a_full_disk_is_told(mabs_program: str, empty_environment: dict[str, str]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [mabs_program, "table"], stdout=full, stderr=subprocess.PIPE, env=empty_environment, check=False
        )

    assert done.returncode == 1
    assert done.stderr.startswith(b"mabs: ")
    assert b"Traceback" not in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="a console's Ctrl-C can't be sent to one process there")
def test_ctrl_c_ends_a_pipe_with_130_and_without_a_traceback(
    mabs_program: str, environment: dict[str, str]
) -> None:
    with subprocess.Popen(
        [mabs_program, "chat"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**environment, "PYTHONUNBUFFERED": "1"},
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdin.write(EXPIRED.encode() + b"\n")
        process.stdin.flush()
        assert process.stdout.readline().startswith(b"No.")
        os.kill(process.pid, signal.SIGINT)
        error = process.stderr.read()

    assert process.returncode == 130
    assert b"Traceback" not in error


def test_json_is_the_whole_answer(bare_mabs: Mabs) -> None:
    answer = json.loads(bare_mabs("ask", "--json", EXPIRED).stdout)

    assert answer["status"] == "answered"
    assert answer["abstained"] is False
    assert answer["verdicts"][0]["table"] == "connectivity"
    assert {"n", "document", "section", "date", "source", "excerpt"} == set(answer["citations"][0])


def test_nothing_to_say_exits_with_3(mabs: Mabs) -> None:
    assert mabs("ask", "how do I bake bread?").returncode == 3
    assert mabs("error", "777123").returncode == 3


def test_sources_shows_the_passages_with_their_scores(mabs: Mabs) -> None:
    shown = mabs("ask", "--sources", "how much free space does the extraction need, and why?").stdout

    assert "(1) " in shown
    assert "lexical" in shown
    assert "cosine" in shown


def test_explain_shows_what_was_understood_from_which_words(bare_mabs: Mabs) -> None:
    shown = bare_mabs("ask", "--explain", EXPIRED).stdout

    assert "Understood" in shown
    assert "'expired'" in shown
    assert "Consulted: connectivity" in shown


def test_a_collection_that_does_not_exist_is_not_searched_silently(mabs: Mabs) -> None:
    done = mabs("ask", "-c", "nosuch", "which screen asks for the scratch location?")

    assert done.returncode == 2
    assert "no collection nosuch" in done.stderr
