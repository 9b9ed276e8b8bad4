"""`mabs chat`: a conversation in the terminal, or one answer a line in a pipe."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.assistant import Assistant
from assistant.cli.commands import COMMANDS, ChatSession
from assistant.cli.progress import TerminalProgress
from assistant.cli.prompt import piped_lines, typed_lines
from assistant.cli.render import show
from assistant.cli.terminal import complain, folded, interactive, say
from assistant.settings import Settings, encoder_choice, load_settings
from assistant.store import ConversationStore, store_url
from ingest.errors import MabsError
from ingest.pipeline import ensure_index

WELCOME = "Ask about Azure Backup Server on Azure Stack. /help lists the commands, /quit leaves."
BETWEEN_ANSWERS = "---"


def run_chat(*, resume: str, list_only: bool) -> int:
    """Runs the chat until /quit or the end of input.

    Returns the exit code: 0, or in a pipe that of the first question that could not be answered.
    """
    settings = load_settings()
    store = open_store(settings)
    try:
        if list_only:
            _list(store)
            return 0
        with TerminalProgress() as progress, Assistant(settings, progress) as assistant:
            session = ChatSession(assistant, store, resume)
            _prepare(settings, progress)
            if interactive():
                _talk(session, typed_lines(COMMANDS, store), progress)
                return 0
            return _answer_lines(session, piped_lines(), progress)
    finally:
        store.close()


def open_store(settings: Settings) -> ConversationStore:
    """The conversation store that the settings name; in memory when text is not to be kept."""
    if not settings.store_text:
        return ConversationStore("sqlite://")
    return ConversationStore(store_url(settings))


def _list(store: ConversationStore) -> None:
    rows = store.conversations()
    if not rows:
        complain("No conversation is kept yet.")
    for row in rows:
        say(f"{row.id[:12]}  {row.updated:%Y-%m-%d %H:%M}  {row.messages:3d}  {row.title}")


def _prepare(settings: Settings, progress: TerminalProgress) -> None:
    """Builds the shipped index where there is none.

    Tables and error codes answer without it, so a fault is told and the chat goes on.
    """
    try:
        ensure_index(settings.data_dir, encoder_choice(settings), progress)
    except MabsError as error:
        complain(f"mabs: {error}")
    finally:
        progress.stop()


def _talk(session: ChatSession, lines: Iterator[str], progress: TerminalProgress) -> None:
    say(folded(WELCOME))
    if session.resumed:
        say(folded(session.resumed, "Going on with: "))
    for line in lines:
        try:
            if not _turn(session, line.strip(), progress):
                return
        except KeyboardInterrupt:
            say("(cancelled)")
        except MabsError as error:
            say(folded(str(error)))
        say()


def _turn(session: ChatSession, text: str, progress: TerminalProgress) -> bool:
    """One line of a person; False when the session is to end."""
    if not text:
        return True
    if text.startswith("/"):
        return session.command(text)
    with progress.busy():
        answer = session.ask(text)
    say()
    show(answer)
    return True


def _answer_lines(session: ChatSession, lines: Iterator[str], progress: TerminalProgress) -> int:
    """Every line of a pipe in turn. A question that can't be answered is told and doesn't stop the others."""
    code = 0
    answered = False
    for text in filter(None, (line.strip() for line in lines)):
        try:
            if text.startswith("/"):
                if not session.command(text):
                    break
                continue
            answer = session.ask(text)
        except MabsError as error:
            complain(f"mabs: {error}")
            code = code or error.exit_code
            continue
        progress.stop()
        if answered:
            say(f"\n{BETWEEN_ANSWERS}\n")
        show(answer)
        answered = True
    return code
