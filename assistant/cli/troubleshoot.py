"""`mabs troubleshoot`: lists the trees, draws one, or walks through one in the terminal or a pipe."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from assistant.answer import Finding
from assistant.cli.render import show
from assistant.cli.terminal import say
from assistant.compose import compose
from assistant.troubleshooting.loading import load_tree, load_trees
from assistant.troubleshooting.mermaid import mermaid as drawn
from assistant.troubleshooting.specialist import begin, turn
from assistant.troubleshooting.symptoms import tree_for
from ingest.errors import InputError


def run_troubleshoot(name: str | None, mermaid: bool, list_: bool) -> None:
    """Walks through the tree `name` (its id or a description of the trouble), draws it, or lists all trees.

    InputError for a name that fits no tree, and for a drawing without a name.
    """
    if list_ or (name is None and not mermaid):
        _list()
        return
    if name is None:
        raise InputError("A drawing needs the name of a tree.", "`mabs troubleshoot --list` shows them.")
    tree = _tree(name)
    if mermaid:
        say(drawn(load_tree(tree)).rstrip())
        return
    _walk(tree)


def _tree(name: str) -> str:
    try:
        return load_tree(name).id
    except InputError:
        if found := tree_for(name):
            return found
        raise


def _list() -> None:
    trees = load_trees()
    width = max(map(len, trees))
    for tree in trees.values():
        say(f"{tree.id:{width}}  {tree.title}")


def _walk(tree: str) -> None:
    handled = begin(tree)
    finding, state = handled.finding, handled.state
    _show(finding)
    lines = _lines()
    while state is not None:
        text = next(lines, None)
        if text is None:
            finding, state = turn(state, "stop")
        elif not text.strip():
            continue
        else:
            finding, state = turn(state, text)
        _show(finding)


def _show(finding: Finding) -> None:
    show(compose("", [finding]))
    say()


def _lines() -> Iterator[str]:
    """Lines typed, or lines of a pipe, which are echoed so that the transcript can be read."""
    if sys.stdin.isatty():
        while True:
            try:
                yield input("> ")
            except EOFError:
                return
    for line in sys.stdin:
        if line.strip():
            say(f"> {line.strip()}")
        yield line
