"""What a question is about, told by the encoder: a linear model over its vector.

The rules read what is said; this reads what is meant where the rules are in doubt.
`python -m evals.fit_intent` fits the weights on the examples in `evals/datasets` and the `asks` of the
knowledge base, and prints the confusion matrix.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from assistant.understanding.reading import Intent

if TYPE_CHECKING:
    from ingest.encoder import Vectors
    from ingest.spec import EncoderSpec

WEIGHTS = Path(__file__).with_name("intent_weights.json")


@dataclass(frozen=True, slots=True)
class IntentModel:
    """Weights (one row an intent, one column a dimension) and intercepts of a multinomial logistic model.

    `weights_sha256` names the encoder's weights that it was fitted on; vectors of others mean nothing to it.
    """

    intents: tuple[Intent, ...]
    weights: Vectors
    intercepts: Vectors
    weights_sha256: str

    def fits(self, spec: EncoderSpec) -> bool:
        """Whether vectors of this encoder can be judged. Its precision doesn't matter."""
        return spec.weights_sha256 == self.weights_sha256

    def probabilities(self, vector: Vectors) -> dict[Intent, float]:
        """The probability of each intent (they sum to 1) for a unit vector."""
        scores = self.weights @ vector + self.intercepts
        shares = np.exp(scores - scores.max())
        return dict(zip(self.intents, (shares / shares.sum()).tolist(), strict=True))

    def to_json(self) -> str:
        """The model as JSON; `from_json` reads it back."""
        return json.dumps(
            {
                "weights_sha256": self.weights_sha256,
                "intents": {
                    intent: {"intercept": round(float(intercept), 3), "weights": np.round(row, 3).tolist()}
                    for intent, intercept, row in zip(
                        self.intents, self.intercepts, self.weights.astype(float), strict=True
                    )
                },
            },
            indent=0,
        )

    @classmethod
    def from_json(cls, text: str) -> IntentModel:
        """Read what `to_json` wrote."""
        told = json.loads(text)
        rows = told["intents"]
        return cls(
            tuple(Intent(name) for name in rows),
            np.array([row["weights"] for row in rows.values()], dtype=np.float32),
            np.array([row["intercept"] for row in rows.values()], dtype=np.float32),
            told["weights_sha256"],
        )


@cache
def load_model() -> IntentModel:
    """The shipped model."""
    return IntentModel.from_json(WEIGHTS.read_text("utf-8"))
