"""The session behind `mabs chat`: the conversation, what is stored of it, and the slash commands."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from assistant.answer import Answer
from assistant.answer_styles import citation_line
from assistant.assistant import Assistant
from assistant.cli.render import show_passages, spaced
from assistant.cli.terminal import complain, folded, say
from assistant.conversation import Conversation, Turn
from assistant.masking import mask_secrets, masked_data
from assistant.store import ConversationStore, Rating
from ingest.errors import InputError, StorageFault, reason_of

COMMANDS = {
    "/help": "this list",
    "/sources": "the passages behind the last answer, with scores",
    "/feedback": "up or down, then a comment if you like: /feedback down the figure is old",
    "/export": "write the conversation to a file: /export notes.md (or .json)",
    "/reset": "start a new conversation",
    "/quit": "leave",
}


class ChatSession:
    """One conversation with its store. `resumed` is the title of the conversation gone on with, or empty."""

    def __init__(self, assistant: Assistant, store: ConversationStore, resume: str = "") -> None:
        """`resume` is a conversation's id (or the beginning of one), `last`, or empty for a new one."""
        self._assistant = assistant
        self._store = store
        self._last_message = ""
        self.conversation = Conversation()
        self.resumed = ""
        if resume:
            self._resume(resume)

    def ask(self, question: str) -> Answer:
        """Answers and stores the exchange; the conversation goes on from it.

        An answer that can't be stored is given all the same, and the fault is told.
        """
        answer = self._assistant.ask(question, self.conversation)
        try:
            self._last_message = self._keep(question, answer)
        except StorageFault as error:
            self._last_message = ""
            complain(f"mabs: This answer is not kept. {error}")
        return answer

    def command(self, line: str) -> bool:
        """Runs a slash command; False when the session is to end. InputError for one that can't be run."""
        name, _, argument = line.partition(" ")
        name = name.lower()
        if name in {"/quit", "/exit", "/q"}:
            return False
        actions: dict[str, Callable[[str], None]] = {
            "/help": self._help,
            "/sources": self._sources,
            "/feedback": self._feedback,
            "/export": self._export,
            "/reset": self._reset,
        }
        action = actions.get(name)
        if action is None:
            raise InputError(f"There is no command {name}.", "/help lists them.")
        action(argument.strip())
        return True

    def _keep(self, question: str, answer: Answer) -> str:
        """Stores the exchange and returns its message's id."""
        facts = dict(self.conversation.facts)
        if self.conversation.id:
            return self._store.append(self.conversation.id, question, answer.to_dict(), facts)
        self.conversation.id, message = self._store.begin(question, answer.to_dict(), facts)
        return message

    def _resume(self, wanted: str) -> None:
        rows = self._store.conversations(limit=1000)
        found = rows[:1] if wanted == "last" else [row for row in rows if row.id.startswith(wanted)]
        if len(found) != 1:
            problem = "No conversation is" if not found else "Several conversations are"
            raise InputError(f"{problem} called {wanted!r}.", "`mabs chat --list` shows them.")
        messages = self._store.messages(found[0].id)
        self.conversation = Conversation([message.turn for message in messages], found[0].id)
        self._last_message = messages[-1].id
        self.resumed = found[0].title

    def _help(self, _argument: str) -> None:
        for name, meaning in COMMANDS.items():
            say(folded(meaning, f"{name:10} "))

    def _sources(self, _argument: str) -> None:
        if not self.conversation.turns:
            raise InputError("Nothing has been asked yet.")
        show_passages(self.conversation.turns[-1].answer)

    def _feedback(self, argument: str) -> None:
        word, _, comment = argument.partition(" ")
        ratings: dict[str, Rating] = {
            "up": "up",
            "+": "up",
            "good": "up",
            "down": "down",
            "-": "down",
            "bad": "down",
        }
        if word.lower() not in ratings:
            raise InputError("Say /feedback up or /feedback down, and a comment if you like.")
        if not self._last_message:
            raise InputError("There is no answer yet to give feedback on.")
        self._store.add_feedback(self._last_message, ratings[word.lower()], comment)
        say("Thank you, noted.")

    def _export(self, argument: str) -> None:
        if not self.conversation.turns:
            raise InputError("Nothing has been asked yet.")
        path = Path(argument.strip("'\"") or f"mabs-conversation-{self.conversation.id[:8]}.md").expanduser()
        if argument and path.exists():
            raise InputError(f"{path} is there already.", "Name another file.")
        text = (
            as_json(self.conversation) if path.suffix.lower() == ".json" else as_markdown(self.conversation)
        )
        try:
            path.write_text(text, encoding="utf-8")
        except OSError as error:
            raise InputError(f"{path} can't be written: {reason_of(error)}.") from error
        say(f"Written to {path}.")

    def _reset(self, _argument: str) -> None:
        self.conversation = Conversation()
        self._last_message = ""
        say("A new conversation.")


def as_markdown(conversation: Conversation) -> str:
    """The conversation as Markdown, secrets masked."""
    return mask_secrets("\n\n---\n\n".join(map(_turn_as_markdown, conversation.turns)) + "\n")


def as_json(conversation: Conversation) -> str:
    """The conversation as JSON, secrets masked."""
    turns = [
        {"question": mask_secrets(turn.question), "answer": masked_data(turn.answer.to_dict())}
        for turn in conversation.turns
    ]
    return json.dumps({"id": conversation.id, "turns": turns}, ensure_ascii=False, indent=2) + "\n"


def _turn_as_markdown(turn: Turn) -> str:
    quoted = "\n".join(f"> {line}" for line in turn.question.splitlines())
    parts = [quoted, spaced(turn.answer.text)]
    parts += ["\n".join(f"- {citation_line(citation)}" for citation in turn.answer.citations)]
    return "\n\n".join(filter(None, parts))
