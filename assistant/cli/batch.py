"""`mabs batch`: a file of questions in, a file of answers out."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from assistant.answer import Answer
from assistant.assistant import Assistant
from assistant.cli.batch_output import writer_for
from assistant.cli.batch_rows import Row, read_rows
from assistant.cli.countdown import Countdown
from assistant.cli.terminal import complain
from assistant.conversation import Conversation
from assistant.settings import load_settings
from ingest.errors import IndexFault, ModelFault, StorageFault, reason_of


def run_batch(questions: Path, output: Path) -> None:
    """Answers every row. A row of several turns is one conversation; its last answer counts.

    Ids and order are kept. A row that can't be answered says why in `error` and doesn't stop the others. What
    is answered stands in a `.part` file beside the output, from which an interrupted batch goes on. Raises
    InputError before anything is answered when the questions or the output's format can't be used.
    """
    write = writer_for(output)
    rows = read_rows(questions)
    partial = output.with_name(output.name + ".part")
    try:
        failed = _answer_all(rows, partial)
        write(_answered(partial), output)
        partial.unlink()
    except OSError as error:
        raise StorageFault(f"The answers can't be written to {output}: {reason_of(error)}.") from error
    note = f", {failed} of them without an answer (see `error`)" if failed else ""
    complain(f"{len(rows)} rows in {output}{note}")


def _answer_all(rows: Sequence[Row], partial: Path) -> int:
    """Answers what the partial file does not hold yet and returns how many rows have no answer."""
    head = json.dumps({"batch": _fingerprint(rows)})
    done = _resume(partial, head)
    failed = sum(bool(row["error"]) for row in _answered(partial)) if done else 0
    progress = Countdown(len(rows), done)
    with Assistant(load_settings()) as assistant, partial.open("a", encoding="utf-8", newline="\n") as out:
        if not done and not out.tell():
            out.write(head + "\n")
        for number, row in enumerate(rows[done:], done + 1):
            answered = _one(assistant, row)
            failed += bool(answered["error"])
            out.write(json.dumps(answered, ensure_ascii=False) + "\n")
            out.flush()
            progress.tell(number, f"{failed} without an answer" if failed else "")
    return failed


def _one(assistant: Assistant, row: Row) -> dict[str, Any]:
    asked = {"id": row.id, "question": row.turns[-1] if row.turns else ""}
    if row.fault:
        return {**asked, **_no_answer(row.fault)}
    try:
        return {**asked, **answer_row(answer_turns(assistant, row.turns)), "error": ""}
    except (IndexFault, ModelFault, StorageFault):  # would befall every row
        raise
    except Exception as error:  # noqa: BLE001  # one bad row must not stop the others, whatever it runs into
        return {**asked, **_no_answer(f"{type(error).__name__}: {error}")}


def _no_answer(reason: str) -> dict[str, Any]:
    empty = {"citations": [], "verdicts": [], "confidence": 0.0}
    return {"answer": "", "status": "error", "abstained": False, **empty, "error": reason}


def answer_turns(assistant: Assistant, turns: Sequence[str]) -> Answer:
    """Asks the turns as one conversation and returns the answer to the last."""
    conversation = Conversation()
    answers = [assistant.ask(turn, conversation) for turn in turns]
    return answers[-1]


def answer_row(answer: Answer) -> dict[str, Any]:
    """The fields of an answer row besides its id."""
    whole = answer.to_dict()
    kept = {key: whole[key] for key in ("status", "abstained", "citations", "verdicts", "confidence")}
    return {"answer": answer.text, **kept}


def _resume(partial: Path, head: str) -> int:
    """How many rows the partial file holds; it is emptied when it belongs to other questions."""
    if not partial.is_file():
        return 0
    text = partial.read_text("utf-8", errors="replace")
    whole = text[: text.rfind("\n") + 1]
    if whole.partition("\n")[0] != head:
        whole = ""
    partial.write_text(whole, encoding="utf-8", newline="\n")
    return max(0, whole.count("\n") - 1)


def _answered(partial: Path) -> Iterator[dict[str, Any]]:
    with partial.open(encoding="utf-8") as file:
        next(file, None)
        for line in file:
            yield json.loads(line)


def _fingerprint(rows: Sequence[Row]) -> str:
    """Tells these questions from others, so that answers are not taken up for the wrong ones."""
    text = json.dumps([[row.id, row.turns] for row in rows], ensure_ascii=False)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
