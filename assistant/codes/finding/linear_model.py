"""A linear model of the odds that something holds: what is seen has weights, and they add up."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LinearModel:
    """A logistic model over named values."""

    intercept: float
    weights: Mapping[str, float]

    def log_odds(self, values: Mapping[str, float]) -> float:
        """The logarithm of the odds; a value that the model doesn't know counts for nothing.

        The exact sum: in whatever order a set gives the values, the odds are the same.
        """
        weights = self.weights
        return self.intercept + math.fsum(
            value * weights[name] for name, value in values.items() if name in weights
        )

    def to_json(self) -> str:
        """The model as JSON, weights to two digits; `from_json` reads it back."""
        weights = {name: round(weight, 2) for name, weight in sorted(self.weights.items())}
        told = {"intercept": round(self.intercept, 2), "weights": {n: w for n, w in weights.items() if w}}
        return json.dumps(told, indent=0, ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> LinearModel:
        """Read what `to_json` wrote."""
        told = json.loads(text)
        return cls(told["intercept"], told["weights"])
