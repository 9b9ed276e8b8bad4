"""How likely nothing in the documents answers a question, told by its words and by the encoder.

What is found is near to many a question that it doesn't answer: what a service costs, whether a job has run.
Such questions are known by how they ask more than by what they name. `python -m evals.fit_answerability` fits
the weights and prints how well they tell on questions unseen by them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from ingest.encoder import Vectors

WEIGHTS = Path(__file__).with_name("answerability_weights.json")

_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?|\d+|[?!%$€]")
_MOST_DIGITS = 5
_AT_AN_END = 2


def words_of(text: str) -> frozenset[str]:
    """The words of a text in small letters, and its marks; a number counts by how many digits it has.

    The first two and the last two count as such too ("^did", "yet$"): they tell most of how is asked.
    """
    found = _WORD.findall(text.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'"))
    words = [f"#{min(len(word), _MOST_DIGITS)}" if word.isdigit() else word for word in found]
    first = (f"^{word}" for word in words[:_AT_AN_END])
    last = (f"{word}$" for word in words[-_AT_AN_END:])
    return frozenset((*words, *first, *last))


@dataclass(frozen=True, slots=True)
class AnswerabilityModel:
    """A logistic model over a text's vector (`dimensions`: one weight each) and its words.

    All words of a text together weigh as much as its vector, however many they are.
    """

    intercept: float
    dimensions: Vectors
    words: Mapping[str, float]

    def log_odds(self, text: str, vector: Vectors) -> float:
        """The logarithm of the odds that nothing answers `text`, whose unit vector is `vector`."""
        words = words_of(text)
        told = sum(self.words.get(word, 0.0) for word in sorted(words)) / max(1, len(words)) ** 0.5
        return float(self.intercept + self.dimensions @ vector + told)

    def to_json(self) -> str:
        """The model as JSON; `from_json` reads it back."""
        return json.dumps(
            {
                "intercept": round(self.intercept, 3),
                "dimensions": np.round(self.dimensions.astype(float), 3).tolist(),
                "words": {word: round(weight, 3) for word, weight in sorted(self.words.items())},
            },
            indent=0,
            ensure_ascii=False,
        )

    @classmethod
    def from_json(cls, text: str) -> AnswerabilityModel:
        """Read what `to_json` wrote."""
        told = json.loads(text)
        return cls(told["intercept"], np.array(told["dimensions"], dtype=np.float32), told["words"])


@cache
def load_answerability() -> AnswerabilityModel:
    """The shipped model; it was fitted on vectors of the same encoder as the model of intents."""
    return AnswerabilityModel.from_json(WEIGHTS.read_text("utf-8"))
