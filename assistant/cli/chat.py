"""`mabs chat`: a conversation in the terminal, or one answer a line in a pipe."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator

from assistant.answer import Answer
from assistant.assistant import Assistant
from assistant.cli.commands import COMMANDS, ChatSession
from assistant.cli.progress import TerminalProgress
from assistant.cli.render import show
from assistant.settings import Settings, load_settings
from assistant.store import ConversationStore, sqlite_url

WELCOME = "Ask about Azure Backup Server on Azure Stack. /help lists the commands, /quit leaves."
SPINNER_AFTER_SECONDS = 0.3


def run_chat(*, resume: str, list_only: bool) -> None:
    """Runs the chat until /quit or the end of input."""
    settings = load_settings()
    store = open_store(settings)
    try:
        if list_only:
            _list(store)
            return
        with TerminalProgress() as progress, Assistant(settings, progress) as assistant:
            session = ChatSession(assistant, store, resume)
            _talk(session, store)
    finally:
        store.close()


def open_store(settings: Settings) -> ConversationStore:
    """The conversation store that the settings name; in memory when text is not to be kept."""
    if not settings.store_text:
        return ConversationStore("sqlite://")
    return ConversationStore(settings.store_url or sqlite_url(settings.data_dir))


def _list(store: ConversationStore) -> None:
    for row in store.conversations():
        print(f"{row.id}  {row.updated:%Y-%m-%d %H:%M}  {row.messages:3d}  {row.title}")  # noqa: T201


def _talk(session: ChatSession, store: ConversationStore) -> None:
    interactive = sys.stdin.isatty() and sys.stdout.isatty()
    if interactive:
        print(WELCOME)  # noqa: T201
        if session.resumed:
            print(f"Going on with: {session.resumed}")  # noqa: T201
    for line in _lines(store, interactive):
        text = line.strip()
        if not text:
            continue
        if not interactive:
            print(f"> {text}")  # noqa: T201
        if text.startswith("/"):
            if not session.command(text):
                return
            continue
        answer = _answer(session, text, interactive)
        if answer is not None:
            show(answer)
            print(flush=True)  # noqa: T201


def _answer(session: ChatSession, question: str, interactive: bool) -> Answer | None:
    """Asks; Ctrl-C gives up this answer and keeps the session."""
    try:
        if not interactive or _dumb_terminal():
            return session.ask(question)
        return _with_spinner(lambda: session.ask(question))
    except KeyboardInterrupt:
        if not interactive:
            raise
        print("(cancelled)")  # noqa: T201
        return None


def _with_spinner(work: Callable[[], Answer]) -> Answer:
    """Runs `work`, showing a spinner only once it takes longer than a blink."""
    from threading import Timer

    from rich.console import Console

    status = Console(stderr=True).status("Looking it up ...")
    timer = Timer(SPINNER_AFTER_SECONDS, status.start)
    timer.daemon = True
    timer.start()
    try:
        return work()
    finally:
        timer.cancel()
        timer.join()
        status.stop()


def _lines(store: ConversationStore, interactive: bool) -> Iterator[str]:
    if not interactive:
        yield from sys.stdin
        return
    read = input if _dumb_terminal() else _prompt(store)
    while True:
        try:
            yield read("> ")
        except KeyboardInterrupt:
            print("(/quit leaves)")  # noqa: T201
        except EOFError:
            return


def _dumb_terminal() -> bool:
    return os.environ.get("TERM", "").lower() in {"dumb", "unknown"}


def _prompt(store: ConversationStore) -> Callable[[str], str]:
    """A line editor with history (the stored questions, secrets masked) and completion of commands."""
    from prompt_toolkit import PromptSession
    from prompt_toolkit.completion import WordCompleter
    from prompt_toolkit.history import InMemoryHistory

    history = InMemoryHistory()
    for conversation in reversed(store.conversations(limit=10)):
        for message in store.messages(conversation.id):
            history.append_string(message.question)
    words = WordCompleter(sorted(COMMANDS), sentence=True)
    session: PromptSession[str] = PromptSession(
        history=history, completer=words, complete_while_typing=False, enable_open_in_editor=False
    )
    return session.prompt

