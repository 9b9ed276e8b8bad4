"""What makes a tree whole: every edge leads somewhere, every node is reached, and nothing runs in circles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from assistant.troubleshooting.model import Decision, Escalation, Handover, Question, Tree, edges


def check_tree(tree: Tree) -> Iterator[str]:
    """What is wrong with a tree, a sentence each; nothing when it is whole."""
    if tree.start not in tree.nodes:
        yield f"{tree.id}.start names {tree.start}, which is no node."
        return
    loose = [
        f"{tree.id}.{node.id} leads to {target}, which is no node."
        for node in tree.nodes.values()
        for _, target in edges(node)
        if target not in tree.nodes
    ]
    if loose:
        yield from loose
        return
    reached = _reached(tree)
    yield from (f"{tree.id}.{name} can't be reached." for name in tree.nodes if name not in reached)
    if circle := _circle(tree):
        yield f"{tree.id} runs in a circle: {' > '.join(circle)}."
    if not any(isinstance(node, Escalation) for node in tree.nodes.values()):
        yield f"{tree.id} has no escalation."
    yield from _replies(tree)
    yield from _facts(tree)


def check_trees(trees: Mapping[str, Tree]) -> Iterator[str]:
    """What is wrong between trees: handovers to a tree that isn't there, or round in a circle."""
    handovers = {name: _handovers(tree) for name, tree in trees.items()}
    for name, targets in handovers.items():
        yield from (
            f"{name} continues in {target}, which is no tree." for target in targets if target not in trees
        )
    for name in trees:
        if _leads_back(name, handovers):
            yield f"{name} continues in itself by way of other trees."


def _handovers(tree: Tree) -> tuple[str, ...]:
    return tuple(node.continue_in for node in tree.nodes.values() if isinstance(node, Handover))


def _leads_back(name: str, handovers: Mapping[str, tuple[str, ...]]) -> bool:
    seen: set[str] = set()
    ahead = list(handovers[name])
    while ahead:
        current = ahead.pop()
        if current not in seen:
            seen.add(current)
            ahead.extend(handovers.get(current, ()))
    return name in seen


def _reached(tree: Tree) -> set[str]:
    seen: set[str] = set()
    ahead = [tree.start]
    while ahead:
        current = ahead.pop()
        if current not in seen:
            seen.add(current)
            ahead.extend(target for _, target in edges(tree.nodes[current]))
    return seen


def _circle(tree: Tree) -> list[str]:
    """The first circle found, as node ids with the first one repeated; empty when there is none."""
    done: set[str] = set()

    def walk(name: str, path: list[str]) -> list[str]:
        if name in path:
            return [*path[path.index(name) :], name]
        if name in done:
            return []
        for _, target in edges(tree.nodes[name]):
            if found := walk(target, [*path, name]):
                return found
        done.add(name)
        return []

    return walk(tree.start, [])


def _replies(tree: Tree) -> Iterator[str]:
    """Replies that two branches of a question claim."""
    for node in tree.nodes.values():
        if not isinstance(node, Question):
            continue
        seen: dict[str, str] = {}
        for branch in node.branches:
            for words in {branch.label.casefold(), *(phrase.casefold() for phrase in branch.phrases)}:
                if words in seen:
                    yield f"{tree.id}.{node.id}: {words!r} counts as {seen[words]} and as {branch.label}."
                seen[words] = branch.label


def _facts(tree: Tree) -> Iterator[str]:
    """Values without a fact to keep them in, and decisions on facts that nothing asks for."""
    asked = {node.fact for node in tree.nodes.values() if isinstance(node, Question) and node.fact}
    for node in tree.nodes.values():
        if isinstance(node, Question) and not node.fact and any(b.value or b.known_as for b in node.branches):
            yield f"{tree.id}.{node.id} has values but no fact."
        if isinstance(node, Decision):
            yield from (
                f"{tree.id}.{node.id} needs {fact}, which nothing asks."
                for fact in node.facts
                if fact not in asked
            )
