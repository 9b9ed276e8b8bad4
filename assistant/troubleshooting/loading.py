"""Reads trees from `kb/troubleshooting/` and checks them: a tree that loads has no dead and no loose end."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, get_args

import yaml

import kb
from assistant.troubleshooting.checks import check_tree, check_trees
from assistant.troubleshooting.model import (
    Branch,
    Decision,
    Escalation,
    Handover,
    Lookup,
    Node,
    Question,
    Range,
    Resolution,
    Source,
    Tree,
    Unit,
)
from ingest.errors import InputError

Data = Mapping[str, Any]
SOURCES = "sources.yaml"


def folder() -> Path:
    """Where the shipped trees are."""
    return kb.root() / "troubleshooting"


@cache
def load_trees(where: Path | None = None) -> Mapping[str, Tree]:
    """Every tree of `where` (default: the shipped ones) by id, ordered by title; read once a process.

    InputError for a tree that breaks the format.
    """
    base = where or folder()
    documents = _mapping(_yaml(base / SOURCES), SOURCES)
    found = [
        tree_of(_yaml(path), path.stem, documents)
        for path in sorted(base.glob("*.yaml"))
        if path.name != SOURCES
    ]
    trees = {tree.id: tree for tree in sorted(found, key=lambda tree: tree.title)}
    for problem in check_trees(trees):
        raise InputError(problem)
    return trees


def load_tree(name: str) -> Tree:
    """The shipped tree `name` (spaces and case don't matter). InputError names the trees there are."""
    trees = load_trees()
    wanted = "-".join(name.lower().replace("_", " ").split())
    if wanted not in trees:
        raise InputError(f"There is no troubleshooting tree {name!r}.", f"Trees: {', '.join(trees)}.")
    return trees[wanted]


def tree_of(data: object, stem: str, documents: Data) -> Tree:
    """The tree that a file describes; its id is the file's stem. InputError when it breaks the format."""
    fields = _fields(data, stem, ("title", "problem", "symptoms", "subjects", "start", "nodes"), ())
    nodes = _mapping(fields["nodes"], f"{stem}.nodes")
    tree = Tree(
        id=stem,
        title=_text(fields["title"], f"{stem}.title"),
        problem=_text(fields["problem"], f"{stem}.problem"),
        symptoms=_some(fields["symptoms"], f"{stem}.symptoms"),
        subjects=_some(fields["subjects"], f"{stem}.subjects"),
        start=_text(fields["start"], f"{stem}.start"),
        nodes={name: _node(value, name, f"{stem}.{name}", documents) for name, value in nodes.items()},
    )
    for problem in check_tree(tree):
        raise InputError(problem)
    return tree


def _node(data: object, name: str, at: str, documents: Data) -> Node:
    fields = _mapping(data, at)
    for kind, build in _BUILDERS.items():
        if kind in fields:
            return build(fields, name, at, documents)
    raise InputError(f"{at} is no node: it has none of {', '.join(_BUILDERS)}.")


def _question(data: Data, name: str, at: str, documents: Data) -> Question:
    fields = _fields(data, at, ("ask", "do", "branches", "skip", "sources"), ("fact",))
    branches = fields["branches"]
    if not isinstance(branches, list) or len(branches) < 2:
        raise InputError(f"{at}.branches has to list two branches or more.")
    return Question(
        id=name,
        ask=_text(fields["ask"], f"{at}.ask"),
        branches=tuple(_branch(item, f"{at}.branches[{n}]") for n, item in enumerate(branches)),
        skip=_text(fields["skip"], f"{at}.skip"),
        sources=_sources(fields["sources"], at, documents),
        do=_text(fields["do"], f"{at}.do"),
        fact=_optional(fields, "fact", at),
    )


def _branch(data: object, at: str) -> Branch:
    optional = ("phrases", "numbers", "codes", "any_code", "value", "known_as")
    fields = _fields(data, at, ("label", "means", "next"), optional)
    numbers = fields.get("numbers")
    return Branch(
        label=_text(fields["label"], f"{at}.label"),
        means=_text(fields["means"], f"{at}.means"),
        next=_text(fields["next"], f"{at}.next"),
        phrases=_texts(fields.get("phrases", []), f"{at}.phrases"),
        numbers=None if numbers is None else _range(numbers, f"{at}.numbers"),
        codes=_texts(fields.get("codes", []), f"{at}.codes"),
        any_code=fields.get("any_code", False) is True,
        value=_optional(fields, "value", at),
        known_as=_texts(fields.get("known_as", []), f"{at}.known_as"),
    )


def _range(data: object, at: str) -> Range:
    fields = _fields(data, at, ("unit",), ("above", "up_to"))
    if fields["unit"] not in get_args(Unit):
        raise InputError(f"{at}.unit is {fields['unit']!r}; units are {', '.join(get_args(Unit))}.")
    bounds = {key: float(fields[key]) for key in ("above", "up_to") if key in fields}
    if not bounds:
        raise InputError(f"{at} needs above, up_to or both.")
    return Range(fields["unit"], **bounds)


def _decision(data: Data, name: str, at: str, documents: Data) -> Decision:
    fields = _fields(data, at, ("table", "outcomes", "otherwise"), ("given", "facts"))
    return Decision(
        id=name,
        table=_text(fields["table"], f"{at}.table"),
        outcomes={
            str(key): str(value) for key, value in _mapping(fields["outcomes"], f"{at}.outcomes").items()
        },
        otherwise=_text(fields["otherwise"], f"{at}.otherwise"),
        given={
            str(key): str(value) for key, value in _mapping(fields.get("given", {}), f"{at}.given").items()
        },
        facts=_texts(fields.get("facts", []), f"{at}.facts"),
    )


def _lookup(data: Data, name: str, at: str, documents: Data) -> Lookup:
    fields = _fields(data, at, ("lookup", "otherwise"), ())
    if fields["lookup"] != "code":
        raise InputError(f"{at}.lookup has to be `code`.")
    return Lookup(name, _text(fields["otherwise"], f"{at}.otherwise"))


def _resolution(data: Data, name: str, at: str, documents: Data) -> Resolution:
    fields = _fields(data, at, ("resolve", "steps", "verify", "otherwise", "sources"), ("warning", "note"))
    return Resolution(
        id=name,
        resolve=_text(fields["resolve"], f"{at}.resolve"),
        steps=_some(fields["steps"], f"{at}.steps"),
        verify=_text(fields["verify"], f"{at}.verify"),
        otherwise=_text(fields["otherwise"], f"{at}.otherwise"),
        sources=_sources(fields["sources"], at, documents),
        warning=_optional(fields, "warning", at),
        note=_optional(fields, "note", at),
    )


def _escalation(data: Data, name: str, at: str, documents: Data) -> Escalation:
    fields = _fields(data, at, ("escalate", "collect", "sources"), ())
    return Escalation(
        id=name,
        escalate=_text(fields["escalate"], f"{at}.escalate"),
        collect=_some(fields["collect"], f"{at}.collect"),
        sources=_sources(fields["sources"], at, documents),
    )


def _handover(data: Data, name: str, at: str, documents: Data) -> Handover:
    fields = _fields(data, at, ("continue_in",), ())
    return Handover(name, _text(fields["continue_in"], f"{at}.continue_in"))


_BUILDERS: Mapping[str, Callable[[Data, str, str, Data], Node]] = {
    "ask": _question,
    "table": _decision,
    "lookup": _lookup,
    "resolve": _resolution,
    "escalate": _escalation,
    "continue_in": _handover,
}


def _sources(data: object, at: str, documents: Data) -> tuple[Source, ...]:
    """Sources written as "key: section", the key being one of `sources.yaml`."""
    return tuple(_source(text, at, documents) for text in _some(data, f"{at}.sources"))


def _source(text: str, at: str, documents: Data) -> Source:
    key, _, section = text.partition(": ")
    if key not in documents or not section:
        raise InputError(f'{at}.sources: {text!r} is not "key: section" with a key of {SOURCES}.')
    known = _fields(documents[key], f"{SOURCES}.{key}", ("document", "path", "date"), ())
    return Source(str(known["document"]), section, str(known["date"]), str(known["path"]))


def _yaml(path: Path) -> object:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return yaml.load(path.read_text("utf-8"), loader)  # both loaders are safe ones
    except (OSError, yaml.YAMLError) as error:
        raise InputError(f"{path.name} can't be read: {error}") from error


def _fields(data: object, at: str, required: Sequence[str], optional: Sequence[str]) -> Data:
    fields = _mapping(data, at)
    for missing in (name for name in required if name not in fields):
        raise InputError(f"{at} lacks {missing}.")
    for extra in (name for name in fields if name not in required and name not in optional):
        raise InputError(f"{at} has an unknown field {extra}.")
    return fields


def _mapping(data: object, at: str) -> Data:
    if not isinstance(data, Mapping):
        raise InputError(f"{at} has to be a mapping.")
    return data


def _text(data: object, at: str) -> str:
    if not isinstance(data, str) or not data.strip():
        raise InputError(f"{at} has to be a text.")
    return data.strip()


def _optional(fields: Data, name: str, at: str) -> str:
    return _text(fields[name], f"{at}.{name}") if name in fields else ""


def _texts(data: object, at: str) -> tuple[str, ...]:
    if not isinstance(data, list):
        raise InputError(f"{at} has to be a list.")
    return tuple(_text(item, f"{at}[{n}]") for n, item in enumerate(data))


def _some(data: object, at: str) -> tuple[str, ...]:
    texts = _texts(data, at)
    if not texts:
        raise InputError(f"{at} must not be empty.")
    return texts
