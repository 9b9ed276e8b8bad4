"""The rooms and their arrows, read from every import of the source."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from rows import every

ROOT = Path(__file__).parents[1]
ROOMS = {
    "kb": {"kb"},
    "ingest": {"ingest", "kb"},
    "assistant": {"assistant", "ingest", "kb"},
    "evals": {"evals", "assistant", "ingest", "kb"},
}
DOORS = ("assistant.cli", "assistant.api")
LINES_OF_A_MODULE = 500
LINES_OF_A_FUNCTION = 80


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_name(path): path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py"))}
TREES = {name: ast.parse(path.read_text("utf-8")) for name, path in MODULES.items()}


def imports(tree: ast.AST, *, at_import: bool = False) -> Iterator[str]:
    """What is imported, as full names; with `at_import` only what importing the module itself imports."""
    for node in ast.iter_child_nodes(tree):
        if at_import and (isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) or _for_types_only(node)):
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative imports are not used"
            assert node.module is not None
            yield from (_target(node.module, alias.name) for alias in node.names)
        else:
            yield from imports(node, at_import=at_import)


def _target(module: str, name: str) -> str:
    whole = f"{module}.{name}"
    return whole if whole in MODULES else module


def _for_types_only(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)


def is_door(name: str) -> bool:
    return name in DOORS or name.startswith(tuple(f"{door}." for door in DOORS))


def test_there_is_something_to_hold() -> None:
    assert len(MODULES) > 100


@every("name", [name for name in MODULES if not is_door(name)])
def test_a_room_imports_only_rooms_below_it_and_never_a_door(name: str) -> None:
    allowed = ROOMS[name.partition(".")[0]]
    ours = {target for target in imports(TREES[name]) if target.partition(".")[0] in ROOMS}

    assert {target for target in ours if target.partition(".")[0] not in allowed} == set()
    assert {target for target in ours if is_door(target)} == set()


@pytest.mark.parametrize("name", [name for name in MODULES if name.startswith("assistant.decisions")])
def test_decisions_need_the_standard_library_alone(name: str) -> None:
    foreign = {target for target in imports(TREES[name]) if not target.startswith("assistant.decisions")}

    assert {target.partition(".")[0] for target in foreign} <= sys.stdlib_module_names


def test_nothing_imports_the_tests() -> None:
    assert [
        name for name in MODULES if any(target.startswith("tests") for target in imports(TREES[name]))
    ] == []


def test_imports_have_no_circles() -> None:
    arrows = {
        name: {target for target in imports(tree, at_import=True) if target in MODULES and target != name}
        for name, tree in TREES.items()
    }
    while free := {name for name, targets in arrows.items() if not targets & arrows.keys()}:
        for name in free:
            del arrows[name]

    assert sorted(arrows) == []


@every("name", MODULES)
def test_modules_and_functions_stay_small(name: str) -> None:
    functions = [
        node for node in ast.walk(TREES[name]) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]

    assert len(MODULES[name].read_text("utf-8").splitlines()) <= LINES_OF_A_MODULE
    assert [f.name for f in functions if (f.end_lineno or 0) - f.lineno + 1 > LINES_OF_A_FUNCTION] == []


@every("name", MODULES)
def test_every_module_says_what_it_is_for(name: str) -> None:
    assert ast.get_docstring(TREES[name])
