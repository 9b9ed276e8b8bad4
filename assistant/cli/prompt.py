"""Where questions come from: a line editor on a terminal, plain lines from a pipe or a dumb terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from assistant.cli.terminal import is_dumb, say

if TYPE_CHECKING:
    from prompt_toolkit.completion import Completer
    from prompt_toolkit.history import History

    from assistant.store import ConversationStore

PROMPT = "> "
PAST_CONVERSATIONS = 10
_TERMS = (
    "Azure Backup Server",
    "Azure Stack",
    "Recovery Services vault",
    "Get-DPMCloudConnection",
    "connectivity",
    "data disks",
    "domain controller",
    "firewall",
    "passphrase",
    "prerequisites",
    "proxy",
    "recovery points",
    "retention",
    "scratch",
    "staging",
    "subscription",
    "vault credentials",
)


def typed_lines(commands: Iterable[str], store: ConversationStore) -> Iterator[str]:
    """Lines as a person types them. Ctrl-C drops the line, Ctrl-D ends."""
    read: Callable[[str], str] = input if is_dumb() else _line_editor(commands, store)
    while True:
        try:
            yield read(PROMPT)
        except KeyboardInterrupt:
            say("(/quit leaves)")
        except EOFError:
            return


def piped_lines() -> Iterator[str]:
    """Lines of standard input, undecodable bytes replaced; none when there is no standard input at all."""
    if sys.stdin is not None:
        yield from sys.stdin


def product_words() -> list[str]:
    """What a question is likely to name: products of the protection matrix, states, terms of the guide."""
    from assistant.decisions.tables import table

    products = [row[0].partition(" - ")[0] for row in table("protection").rows]
    states = [value for item in table("connectivity").inputs for value in item.values]
    return sorted({*products, *states, *_TERMS}, key=str.lower)


def completer(commands: Iterable[str], words: Iterable[str]) -> Completer:
    """Completes slash commands at the start of a line, elsewhere the word (or words) before the cursor."""
    from prompt_toolkit.completion import Completer, Completion, WordCompleter
    from prompt_toolkit.document import Document

    slash = WordCompleter(sorted(commands), sentence=True)
    terms = list(words)

    class ByPlace(Completer):
        def get_completions(self, document: Document, complete_event: object) -> Iterator[Completion]:
            text = document.text_before_cursor.lstrip()
            if text.startswith("/"):
                yield from slash.get_completions(document, complete_event)  # type: ignore[arg-type]  # unused there
                return
            for term in terms:
                if length := _overlap(text.lower(), term.lower()):
                    yield Completion(term, start_position=-length)

    return ByPlace()


def _overlap(text: str, term: str) -> int:
    """How many characters at the end of `text` begin `term`, from a word's start on; 0 for none or all."""
    for start in range(max(0, len(text) - len(term) + 1), len(text)):
        at_word = start == 0 or not text[start - 1].isalnum()
        if at_word and term.startswith(text[start:]):
            return len(text) - start
    return 0


def _line_editor(commands: Iterable[str], store: ConversationStore) -> Callable[[str], str]:
    from prompt_toolkit import PromptSession

    session: PromptSession[str] = PromptSession(
        history=past_questions(store),
        completer=completer(commands, product_words()),
        complete_while_typing=False,
        enable_open_in_editor=False,
    )
    return session.prompt


def past_questions(store: ConversationStore) -> History:
    """The questions of the latest conversations, as they are stored: with their secrets masked."""
    from prompt_toolkit.history import InMemoryHistory

    history = InMemoryHistory()
    for conversation in reversed(store.conversations(limit=PAST_CONVERSATIONS)):
        for message in store.messages(conversation.id):
            history.append_string(message.question)
    return history
