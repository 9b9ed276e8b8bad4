"""The paraphrase grammars as data: words, frames and outcomes of the connectivity table and the matrix.

The header of `datasets/paraphrases.dev.yaml` says how they are meant.
"""

from __future__ import annotations

from pathlib import Path

import yaml
from pydantic import ConfigDict, TypeAdapter, ValidationError
from pydantic.dataclasses import dataclass

from evals.cases import first_fault
from ingest.errors import InputError, reason_of

_CONFIG = ConfigDict(extra="forbid")


@dataclass(frozen=True, slots=True, config=_CONFIG)
class Frame:
    """A sentence with slots; a `reversed` one asks whether something is impossible."""

    text: str
    polarity: str
    style: str


@dataclass(frozen=True, slots=True, config=_CONFIG)
class ConnectivityGrammar:
    """Words for states and operations, frames, and the table's outcomes."""

    outcomes: dict[str, dict[str, dict[str, str]]]
    outcomes_without_subscription: dict[str, dict[str, str]]
    connectivity_words: dict[str, list[str]]
    durations: dict[str, list[str]]
    subscription_words: dict[str, list[str]]
    operation_words: dict[str, list[str]]
    frames: list[Frame]
    frames_two_operations: list[str]
    frames_without_subscription: list[Frame]


@dataclass(frozen=True, slots=True, config=_CONFIG)
class ProductWords:
    """One product: outcome, spellings, and (where it is listed) its row and what is protected."""

    outcome: str
    spellings: list[str]
    row: str = ""
    protection: str = ""


@dataclass(frozen=True, slots=True, config=_CONFIG)
class MatrixGrammar:
    """Products and frames by the kind of question."""

    products: dict[str, ProductWords]
    frames: dict[str, list[str]]


@dataclass(frozen=True, slots=True, config=_CONFIG)
class Noise:
    """What stands around a sentence, and whether words may carry slips of a letter."""

    prefixes: list[str]
    suffixes: list[str]
    typo: bool = False


@dataclass(frozen=True, slots=True, config=_CONFIG)
class Grammar:
    """A whole grammar file."""

    connectivity: ConnectivityGrammar
    matrix: MatrixGrammar
    noise: Noise


def load_grammar(path: Path) -> Grammar:
    """Reads and validates a grammar. Raises InputError naming the file and the part that is wrong."""
    try:
        return TypeAdapter(Grammar).validate_python(yaml.safe_load(path.read_text("utf-8")))
    except ValidationError as error:
        raise InputError(f"{path.name}: {first_fault(error)}.") from error
    except (OSError, yaml.YAMLError) as error:
        raise InputError(f"{path} is not a grammar: {reason_of(error)}.") from error
