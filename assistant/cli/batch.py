"""`mabs batch`: a file of questions in, a file of answers out."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from assistant.answer import Answer
from assistant.assistant import Assistant
from assistant.cli.progress import TerminalProgress
from assistant.conversation import Conversation
from assistant.settings import load_settings
from ingest.errors import InputError, StorageFault


def run_batch(questions: Path, output: Path) -> None:
    """Answers every row of a JSON-lines file. A row of several turns is one conversation; its last answer counts.

    Raises InputError (naming the line) before anything is answered when the file can't be used.
    """
    rows = list(read_rows(questions))
    partial = output.with_name(output.name + ".part")
    try:
        with TerminalProgress() as progress, Assistant(load_settings(), progress) as assistant, partial.open("w", encoding="utf-8") as out:
            for number, (identifier, turns) in enumerate(rows, 1):
                answer = answer_turns(assistant, turns)
                out.write(json.dumps({"id": identifier, **answer_row(answer)}, ensure_ascii=False) + "\n")
                if sys.stderr.isatty():
                    print(f"\r{number}/{len(rows)}", end="", file=sys.stderr, flush=True)  # noqa: T201
        partial.replace(output)
    except OSError as error:
        raise StorageFault(f"The answers can't be written to {output}: {error}.") from error
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
    print(f"{len(rows)} answers in {output}", file=sys.stderr)  # noqa: T201


def answer_turns(assistant: Assistant, turns: list[str]) -> Answer:
    """Asks the turns as one conversation and returns the answer to the last."""
    conversation = Conversation()
    answers = [assistant.ask(turn, conversation) for turn in turns]
    return answers[-1]


def answer_row(answer: Answer) -> dict[str, Any]:
    """The fields of an answer row besides its id."""
    whole = answer.to_dict()
    kept = {key: whole[key] for key in ("status", "abstained", "citations", "verdicts", "confidence")}
    return {"answer": answer.text, **kept}


def read_rows(path: Path) -> Iterator[tuple[Any, list[str]]]:
    """Yields (id, turns) for each non-blank line; other fields are ignored."""
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path} can't be read: {error}.", "Give a UTF-8 file of JSON lines.") from error
    seen = False
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            seen = True
            yield _row(line, f"{path}, line {number}")
    if not seen:
        raise InputError(f"{path} has no questions in it.")


def _row(line: str, where: str) -> tuple[Any, list[str]]:
    shape = 'Each line is {"id": ..., "question": "..."} or {"id": ..., "turns": ["...", ...]}.'
    try:
        row = json.loads(line)
    except ValueError as error:
        raise InputError(f"{where} is not JSON: {error}.", shape) from error
    if not isinstance(row, dict) or "id" not in row:
        raise InputError(f"{where} has no id.", shape)
    turns = row.get("turns", [row["question"]] if "question" in row else None)
    if not isinstance(turns, list) or not turns or not all(isinstance(turn, str) for turn in turns):
        raise InputError(f"{where} has neither a question nor turns.", shape)
    if not all(turn.strip() for turn in turns):
        raise InputError(f"{where} has an empty question.", shape)
    return row["id"], turns
