"""A tree as a Mermaid flowchart."""

from __future__ import annotations

import re

from assistant.troubleshooting.model import (
    Decision,
    Escalation,
    Handover,
    Lookup,
    Node,
    Question,
    Resolution,
    Tree,
    edges,
)

WIDTH = 46


def mermaid(tree: Tree) -> str:
    """The Mermaid source: questions are rhombs, tables hexagons, resolutions rounded, escalations slanted."""
    names = {name: f"n{number}" for number, name in enumerate(tree.nodes)}
    lines = ["flowchart TD", f'    start(["{_quoted(tree.title)}"]) --> {names[tree.start]}']
    lines += [f"    {names[name]}{_shape(node)}" for name, node in tree.nodes.items()]
    for name, node in tree.nodes.items():
        for target, labels in _joined(node).items():
            lines.append(f'    {names[name]} -->|"{_quoted(" / ".join(labels))}"| {names[target]}')
    lines += [
        f"    {names[name]} --> solved"
        for name, node in tree.nodes.items()
        if isinstance(node, (Resolution, Lookup))
    ]
    if any(isinstance(node, (Resolution, Lookup)) for node in tree.nodes.values()):
        lines.append('    solved((("helped")))')
    return "\n".join(lines) + "\n"


def _joined(node: Node) -> dict[str, list[str]]:
    """The edges of a node by target: one arrow for all replies that lead to the same place."""
    joined: dict[str, list[str]] = {}
    for label, target in edges(node):
        joined.setdefault(target, []).append(label)
    return joined


def _shape(node: Node) -> str:
    match node:
        case Question():
            return f'{{"{_quoted(node.ask)}"}}'
        case Decision():
            return f'{{{{"Decision table: {_quoted(node.table)}"}}}}'
        case Lookup():
            return '[["Error-code reference"]]'
        case Resolution():
            return f'("{_quoted(node.resolve)}")'
        case Escalation():
            return f'[/"{_quoted(node.escalate)}"/]'
        case Handover():
            return f'[["Go on in: {_quoted(node.continue_in)}"]]'


def _quoted(text: str) -> str:
    """`text` for a quoted Mermaid label: no quotes, marks or brackets of its own, broken into lines."""
    clean = (
        re.sub(r"[`*]", "", text)
        .replace("&", "#amp;")
        .replace('"', "#quot;")
        .replace("<", "#lt;")
        .replace(">", "#gt;")
    )
    lines, line = [], ""
    for word in clean.split():
        if line and len(line) + len(word) >= WIDTH:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return "<br/>".join([*lines, line])
