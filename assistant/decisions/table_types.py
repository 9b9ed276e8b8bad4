"""What a decision table is: its inputs with their allowed values, its rules, and its printed form."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from assistant.decisions.types import DecisionInputError, DecisionResult, Rule


@dataclass(frozen=True, slots=True)
class Input:
    """An input of a table. `values` are the allowed ones (empty: anything that `kind` describes)."""

    name: str
    question: str
    kind: str
    values: tuple[str, ...] = ()
    aliases: Mapping[str, str] | None = None

    def canonical(self, text: str) -> str:
        """`text` in the table's spelling. DecisionInputError, naming what is allowed, when it isn't."""
        if not self.values:
            return text.strip()
        wanted = folded(text)
        for value in self.values:
            if folded(value) == wanted:
                return value
        for alias, value in (self.aliases or {}).items():
            if folded(alias) == wanted:
                return value
        raise DecisionInputError(
            f"{self.name}={text!r} is not known. Allowed: {', '.join(self.values)}.", self.name
        )


def folded(text: str) -> str:
    return re.sub(r"[\s_-]+", " ", text).strip().lower()


Decide = Callable[[Mapping[str, str], date | None], DecisionResult]


@dataclass(frozen=True, slots=True)
class Table:
    """A decision table. `header` and `rows` are its printed form, whole; `notes` say what it leaves out."""

    name: str
    title: str
    inputs: tuple[Input, ...]
    outputs: tuple[str, ...]
    rules: tuple[Rule, ...]
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    decide: Decide
    notes: tuple[str, ...] = ()
    hit_policy: str = "U"

    def to_dict(self) -> dict[str, object]:
        """The table without its function, ready for JSON."""
        inputs = [
            {"name": i.name, "question": i.question, "kind": i.kind, "values": list(i.values)}
            for i in self.inputs
        ]
        return {
            "name": self.name,
            "title": self.title,
            "hit_policy": self.hit_policy,
            "inputs": inputs,
            "outputs": list(self.outputs),
            "header": list(self.header),
            "rows": [list(row) for row in self.rows],
            "rules": [rule.to_dict() for rule in self.rules],
            "notes": list(self.notes),
        }


Told = Mapping[str, str]
_TRUTHS = {"true": "yes", "y": "yes", "1": "yes", "false": "no", "n": "no", "0": "no"}


def flag_input(name: str, question: str) -> Input:
    """An input that is yes or no."""
    return Input(name, question, "yes or no", ("yes", "no"), _TRUTHS)


def told_flag(told: Told, name: str) -> bool | None:
    """The value of a yes-or-no input; None when it was not told."""
    return None if name not in told else told[name] == "yes"
