"""The shipped trees: whole, sourced, short, and in our own words."""

from __future__ import annotations

import re
from itertools import product

import pytest
from rows import every

import kb
from assistant.codes.reference import load_reference
from assistant.decisions.tables import decide, table
from assistant.troubleshooting.codes import code_of
from assistant.troubleshooting.loading import load_trees
from assistant.troubleshooting.model import Decision, Escalation, Node, Question, Resolution, Tree, sources_of

TREES = load_trees()
NODES = [(tree, node) for tree in TREES.values() for node in tree.nodes.values()]
each_tree = pytest.mark.parametrize("tree", TREES.values(), ids=lambda tree: tree.id)
each_node = every(("tree", "node"), NODES)
GUIDE = "MicrosoftDocs/azure-docs:articles/backup/backup-mabs-install-azure-stack.md"
DESTRUCTIVE = re.compile(
    r"\b(?:delet|remov|uninstall|clean\b|erase|wipe|unregister|regedit|registry|reinstall)|`clean`|HKLM\\",
    re.IGNORECASE,
)
HARMLESS = re.compile(r"\bremove (?:any )?proxy details|\bRemote Registry\b", re.IGNORECASE)


def test_every_trouble_asked_for_has_its_tree() -> None:
    assert set(TREES) >= {
        *("registration", "backup-azure", "backup-disk", "replica-inconsistent", "agent-install"),
        *(
            "agent-unreachable",
            "setup",
            "vss-writers",
            "sql-backup",
            "sharepoint-backup",
            "restore",
            "slow-backup",
        ),
    }


@each_node
def test_every_node_has_well_formed_sources(tree: Tree, node: Node) -> None:
    if isinstance(node, (Question, Resolution, Escalation)):
        assert node.sources
    for source in sources_of(node):
        assert re.fullmatch(r"MicrosoftDocs/[\w-]+:[\w./-]+\.(?:md|yml)", source.path)
        assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", source.date)
        assert source.document.strip()
        assert source.section == source.section.strip()


def test_sections_of_the_guide_are_those_of_its_topics() -> None:
    known = set()
    for path in kb.guide_dir().glob("*.md"):
        known |= set(re.findall(r"^  - (.+)$", path.read_text("utf-8").split("---\n")[1], re.MULTILINE))
    cited = {source.section for _, node in NODES for source in sources_of(node) if source.path == GUIDE}
    assert cited
    assert cited - {name.strip("\"'") for name in known} == set()


@each_node
def test_codes_of_branches_are_in_the_reference(tree: Tree, node: Node) -> None:
    if isinstance(node, Question):
        for branch in node.branches:
            for name in branch.codes:
                assert load_reference().has(code_of(name)), name


@each_tree
def test_decisions_name_inputs_that_their_table_has_and_every_outcome_leads_on(tree: Tree) -> None:
    questions = [node for node in tree.nodes.values() if isinstance(node, Question) and node.fact]
    values: dict[str, set[str]] = {node.fact: set() for node in questions}
    for question in questions:
        values[question.fact] |= {branch.value for branch in question.branches if branch.value}
    for node in tree.nodes.values():
        if not isinstance(node, Decision):
            continue
        inputs = {one.name for one in table(node.table).inputs}
        assert inputs >= {*node.given, *node.facts}
        possible = {
            decide(node.table, {**node.given, **dict(zip(node.facts, chosen, strict=True))}).outcome
            for chosen in product(*(sorted(values[fact]) for fact in node.facts))
        }
        assert set(node.outcomes) <= possible


@each_node
def test_what_is_shown_at_a_step_is_short(tree: Tree, node: Node) -> None:
    if isinstance(node, Question):
        assert node.ask.endswith("?")
        assert 2 <= len(node.branches) <= 6
        assert len(f"{node.ask} {node.do}".split()) <= 55
        assert all(len(branch.means.split()) <= 16 for branch in node.branches)
    if isinstance(node, Resolution):
        shown = (node.resolve, node.warning, *node.steps, node.verify, node.note)
        assert len(" ".join(shown).split()) <= 140
        assert len(node.steps) <= 6


@each_node
def test_steps_that_destroy_something_carry_a_warning(tree: Tree, node: Node) -> None:
    if isinstance(node, Resolution):
        steps = [HARMLESS.sub("", step) for step in node.steps]
        if any(DESTRUCTIVE.search(step) for step in steps):
            assert node.warning or node.id in NO_LOSS, steps


# Steps that only sound destructive: nothing that someone may need is lost.
NO_LOSS = {"no-proxy", "set-proxy", "restore-scratch", "exclude", "configure", "fix-alias"}


@each_node
def test_code_is_set_as_code(tree: Tree, node: Node) -> None:
    texts = [node.ask, node.do] if isinstance(node, Question) else []
    texts += [*node.steps, node.verify] if isinstance(node, Resolution) else []
    for text in texts:
        bare = re.sub(r"`[^`]*`", "", text)
        assert text.count("`") % 2 == 0
        assert not re.search(
            r"\b(?:Get|Set|Test|Start|Restart)-[A-Z]\w+|\bvssadmin \w|\bnet (?:stop|start)\b|HKLM", bare
        ), text
