"""A tree that breaks the format is refused with the place and the reason."""

from __future__ import annotations

import re
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from assistant.troubleshooting.loading import load_tree, load_trees, tree_of
from assistant.troubleshooting.mermaid import mermaid
from assistant.troubleshooting.session import start
from assistant.troubleshooting.state import state_of
from ingest.errors import InputError

DOCUMENTS = {"guide": {"document": "The guide", "path": "o/r:a.md", "date": "2019-01-31"}}
TREE: dict[str, Any] = {
    "title": "It fails",
    "problem": "It fails.",
    "symptoms": ["it fail"],
    "subjects": ["it"],
    "start": "first",
    "nodes": {
        "first": {
            "ask": "Does it run?",
            "do": "Run `it`.",
            "sources": ["guide: Install"],
            "skip": "end",
            "branches": [
                {"label": "yes", "means": "It runs.", "next": "end"},
                {"label": "no", "means": "It doesn't run.", "next": "mend"},
            ],
        },
        "mend": {
            "resolve": "Start it.",
            "steps": ["Start it."],
            "verify": "It runs.",
            "otherwise": "end",
            "sources": ["guide: Install"],
        },
        "end": {"escalate": "Ask support.", "collect": ["The log."], "sources": ["guide: Install"]},
    },
}


def changed(path: str, value: object) -> dict[str, Any]:
    """The good tree with one field set (or, by None, taken out)."""
    data = deepcopy(TREE)
    *parents, last = path.split(".")
    place: Any = data
    for name in parents:
        place = place[int(name)] if isinstance(place, list) else place[name]
    if value is None:
        del place[last]
    else:
        place[last] = value
    return data


def test_a_good_tree_loads() -> None:
    tree = tree_of(TREE, "fails", DOCUMENTS)
    assert (tree.id, list(tree.nodes)) == ("fails", ["first", "mend", "end"])


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        ("title", None, "fails lacks title"),
        ("colour", "red", "unknown field colour"),
        ("start", "nowhere", "fails.start names nowhere"),
        ("nodes.first.skip", "nowhere", "fails.first leads to nowhere"),
        ("nodes.mend.otherwise", "first", "runs in a circle: first > mend > first"),
        ("nodes.first.branches.1.next", "end", "fails.mend can't be reached"),
        ("nodes.first.branches", [], "two branches or more"),
        ("nodes.first.branches.1.label", "Yes", "'yes' counts as yes and as Yes"),
        ("nodes.first.branches.1.value", "off", "has values but no fact"),
        ("nodes.first.branches.1.numbers", {"unit": "miles", "above": 1}, "units are days"),
        ("nodes.first.branches.1.numbers", {"unit": "days"}, "above, up_to or both"),
        ("nodes.first.sources", ["guide Install"], 'is not "key: section"'),
        ("nodes.first.sources", ["other: Install"], 'is not "key: section"'),
        ("nodes.first.ask", 7, "fails.first.ask has to be a text"),
        ("nodes.mend.steps", [], "fails.mend.steps must not be empty"),
        ("nodes.end", {"lookup": "code", "otherwise": "mend"}, "circle"),
        ("nodes.end", {"note": "x"}, "is no node"),
        ("nodes.end", {"continue_in": "other"}, "has no escalation"),
        (
            "nodes.mend",
            {"table": "connectivity", "outcomes": {}, "otherwise": "end", "facts": ["x"]},
            "needs x",
        ),
    ],
)
def test_a_broken_tree_is_refused_with_its_place(path: str, value: object, message: str) -> None:
    with pytest.raises(InputError, match=re.escape(message)):
        tree_of(changed(path, value), "fails", DOCUMENTS)


def test_handovers_lead_to_trees_and_not_in_a_circle(tmp_path: Path) -> None:
    (tmp_path / "sources.yaml").write_text(
        "guide: {document: G, path: 'o/r:a.md', date: '2019-01-31'}\n", "utf-8"
    )
    end = "  end: {escalate: E., collect: [Log.], sources: ['guide: S']}\n"
    for name, other in (("one", "two"), ("two", "one")):
        question = (
            "  ask: {ask: 'Q?', do: Look., skip: end, sources: ['guide: S'], branches: "
            "[{label: a, means: A., next: end}, {label: b, means: B., next: over}]}\n"
        )
        head = "title: T\nproblem: P.\nsymptoms: [x]\nsubjects: [x]\nstart: ask\nnodes:\n"
        text = f"{head}{question}{end}  over: {{continue_in: {other}}}\n"
        (tmp_path / f"{name}.yaml").write_text(text, "utf-8")
    with pytest.raises(InputError, match="continues in itself"):
        load_trees(tmp_path)
    (tmp_path / "two.yaml").unlink()
    with pytest.raises(InputError, match="continues in two, which is no tree"):
        load_trees(tmp_path)


def test_a_file_that_is_no_yaml_is_refused(tmp_path: Path) -> None:
    (tmp_path / "sources.yaml").write_text("a: [", "utf-8")
    with pytest.raises(InputError, match=r"sources\.yaml can't be read"):
        load_trees(tmp_path)


def test_trees_are_found_by_name_in_any_case() -> None:
    assert load_tree("Backup Azure").id == "backup-azure"
    with pytest.raises(InputError, match="Trees: "):
        load_tree("coffee machine")


@pytest.mark.parametrize("tree_id", list(load_trees()))
def test_a_drawing_has_every_node_and_edge_in_order(tree_id: str) -> None:
    tree = load_trees()[tree_id]
    lines = mermaid(tree).splitlines()
    assert lines[0] == "flowchart TD"
    declared = {match[1] for line in lines[2:] if (match := re.match(r"    (n\d+)[\[({]", line))}
    assert len(declared) == len(tree.nodes)
    arrows = [
        re.fullmatch(
            r'    (\w+)(?:\(\[".*"\]\))? --> ?(?:\|"[^"|]+"\| )?(\w+)', line.replace("-->|", "--> |")
        )
        for line in lines
        if "-->" in line
    ]
    assert all(arrows)
    ends = {match[2] for match in arrows if match}
    assert ends <= declared | {"solved"}
    for line in lines[1:]:
        assert re.sub(r'"[^"]*"', "", line).count('"') == 0


@pytest.mark.parametrize(
    "broken",
    [
        {},
        {"tree": "registration"},
        {**start("registration").to_dict(), "node": "gone"},
        {**start("registration").to_dict(), "outcome": "odd"},
    ],
)
def test_a_state_that_is_none_is_refused(broken: dict[str, Any]) -> None:
    with pytest.raises(InputError):
        state_of(broken)
