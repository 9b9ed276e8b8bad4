"""`mabs ask`: one question, one answer."""

from __future__ import annotations

import sys

from assistant.answer import Status
from assistant.assistant import Assistant
from assistant.cli.progress import TerminalProgress
from assistant.cli.render import show, show_passages, show_trace
from assistant.cli.terminal import say_json
from assistant.settings import load_settings
from ingest.errors import InputError


def run_ask(
    question: str, *, as_json: bool, sources: bool, explain: bool, collections: list[str] | None
) -> Status:
    """Answers `question` (`-`: standard input) on standard output and returns the answer's status."""
    if question.strip() == "-":
        question = sys.stdin.read()
    if not question.strip():
        raise InputError("The question is empty.", 'Try: mabs ask "how much RAM does the server need?"')
    with (
        TerminalProgress() as progress,
        Assistant(load_settings(), progress) as assistant,
        progress.busy(),
    ):
        answer = assistant.ask(question, collections=collections)
    if as_json:
        say_json(answer.to_dict())
        return answer.status
    show(answer)
    if sources:
        show_passages(answer)
    if explain:
        show_trace(answer.trace)
    return answer.status
