"""`mabs chat` in a pipe: one answer for each line, nothing else on standard output."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

Mabs = Callable[..., "subprocess.CompletedProcess[str]"]
EXPIRED = "server connected, subscription expired: does backup to disk run?"
SQL = "is SQL Server 2014 protected?"


def test_a_question_in_a_pipe_gets_its_answer_and_nothing_else(mabs: Mabs) -> None:
    done = mabs("chat", given=EXPIRED + "\n")

    assert done.returncode == 0
    assert done.stdout == mabs("ask", EXPIRED).stdout
    assert done.stderr == ""
    assert "\x1b" not in done.stdout
    assert "*" not in done.stdout


def test_every_line_is_a_question_of_one_conversation(mabs: Mabs) -> None:
    done = mabs("chat", given=f"{EXPIRED}\n\nand if it is deprovisioned?\n")

    first, second = done.stdout.split("\n---\n")
    assert first.startswith("No.")
    assert "Deprovisioned" in second


def test_a_question_that_cannot_be_used_does_not_stop_the_others(mabs: Mabs) -> None:
    done = mabs("chat", given=f"{'x' * 200}\n{SQL}\n/nosuch\n", MABS_MAX_QUESTION_CHARS="100")

    assert done.returncode == 2
    assert "200 characters; 100 are the limit" in done.stderr
    assert "There is no command /nosuch" in done.stderr
    assert done.stdout.startswith("Yes.")


def test_bytes_that_are_no_text_are_taken_as_a_question(mabs: Mabs) -> None:
    done = mabs("chat", given="\udcff\udcfe what is this\n")

    assert done.returncode == 0
    assert "Traceback" not in done.stderr


def test_no_input_is_no_fault(mabs: Mabs) -> None:
    done = mabs("chat")

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_quit_ends_before_the_next_question(mabs: Mabs) -> None:
    assert mabs("chat", given=f"/quit\n{SQL}\n").stdout == ""


def test_a_conversation_is_kept_listed_and_gone_on_with(mabs: Mabs) -> None:
    mabs("chat", given=EXPIRED + "\n")
    listed = mabs("chat", "--list").stdout
    identifier = listed.split()[0]

    assert EXPIRED in listed
    for wanted in ("last", identifier):
        assert (
            "Deprovisioned" in mabs("chat", "--resume", wanted, given="what if it is deprovisioned?\n").stdout
        )
    assert len(mabs("chat", "--list").stdout.splitlines()) == 1


def test_nothing_is_kept_when_text_is_not_to_be_stored(mabs: Mabs) -> None:
    mabs("chat", given=SQL + "\n", MABS_STORE_TEXT="false")

    assert mabs("chat", "--list").stdout == ""


def test_secrets_are_masked_in_what_is_kept_and_exported(mabs: Mabs, tmp_path: Path) -> None:
    mabs(
        "chat",
        given="passphrase: Tr0ub4dor&3horse99 is it stored?\n/export kept.json\n/export kept.md\n",
    )

    for name in ("kept.json", "kept.md"):
        assert "Tr0ub4dor" not in (tmp_path / name).read_text("utf-8")
    assert b"Tr0ub4dor" not in (tmp_path / "conversations.db").read_bytes()


def test_an_export_holds_questions_answers_and_sources(mabs: Mabs, tmp_path: Path) -> None:
    mabs("chat", given=f"{SQL}\n/export talk.md\n/export talk.json\n")

    text = (tmp_path / "talk.md").read_text("utf-8")
    data = json.loads((tmp_path / "talk.json").read_text("utf-8"))
    assert f"> {SQL}" in text
    assert "\n- [1] Install Azure Backup Server on Azure Stack" in text
    assert data["turns"][0]["answer"]["status"] == "answered"


def test_an_export_does_not_write_over_a_file_of_yours(mabs: Mabs, tmp_path: Path) -> None:
    (tmp_path / "mine.md").write_text("mine")

    done = mabs("chat", given=f"{SQL}\n/export mine.md\n")

    assert "is there already" in done.stderr
    assert (tmp_path / "mine.md").read_text() == "mine"


def test_help_names_every_command_and_reset_begins_anew(mabs: Mabs) -> None:
    done = mabs("chat", given=f"/help\n{EXPIRED}\n/reset\n/sources\n")

    for command in ("/help", "/sources", "/feedback", "/export", "/reset", "/quit"):
        assert command in done.stdout
    assert "Nothing has been asked yet" in done.stderr
    assert done.returncode == 2


def test_feedback_is_kept_for_the_answer_before_it(mabs: Mabs) -> None:
    done = mabs("chat", given=f"/feedback up\n{SQL}\n/feedback sideways\n/feedback down the year is old\n")

    assert "no answer yet" in done.stderr
    assert "/feedback up or /feedback down" in done.stderr
    assert "Thank you, noted." in done.stdout
