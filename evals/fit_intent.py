"""Fits the intent model of `assistant.understanding.intent`: `python -m evals.fit_intent [--write]`.

It learns from the messages of `intents.tune.jsonl`, written for it, and from the `asks` of guide and error
entries; it is judged on the questions of the tuning files, which it has not seen. Prints accuracy and
confusion matrix; with `--write` the weights are put in place.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

import kb
from assistant.knowledge import Knowledge
from assistant.settings import load_settings
from assistant.understanding.intent import WEIGHTS, IntentModel
from assistant.understanding.reading import Intent
from evals.cases import Case, datasets_dir, load_cases, read_json_lines
from evals.sets import case_files
from ingest.documents import Document
from ingest.readers.errors import read_error_file
from ingest.readers.files import discover
from ingest.readers.reading import read_document

WRITTEN = "intents.tune.jsonl"
STRENGTH = 5.0
"""Inverse of the penalty on weights; 1 and 20 were worse by a point on the tuning files."""

ASKS_WEIGHT = 0.05
"""A phrase of the knowledge base counts less than a message as people send it."""

_BY_KIND = {
    "matrix": Intent.MATRIX,
    "connectivity": Intent.CONNECTIVITY,
    "calc": Intent.LIMITS,
    "prereq": Intent.PREREQUISITES,
    "allowlist": Intent.NETWORK,
    "error code": Intent.FAULT,
    "troubleshooting": Intent.FAULT,
    "guide": Intent.GUIDE,
    "unsupported-silence": Intent.SILENT,
    "near-miss": Intent.SILENT,
    "oos": Intent.OUTSIDE,
}
_BY_SECTION = {
    "Azure Backup Server protection matrix": Intent.MATRIX,
    "Network connectivity": Intent.CONNECTIVITY,
    "Handling subscription states": Intent.CONNECTIVITY,
}
_LEFT_OUT = {"injection", "ambiguous", "multiturn", "followup"}
_FAR = "far"


@dataclass(frozen=True, slots=True)
class Example:
    """A text with its intent, and how much it counts in the fit."""

    text: str
    intent: Intent
    weight: float = 1.0


def read_examples(folder: Path) -> list[Example]:
    """What the model learns from: written messages and the asks of the knowledge base."""
    written = [Example(told["text"], Intent(told["intent"])) for _, told in read_json_lines(folder / WRITTEN)]
    return [*written, *_guide_asks(), *_error_asks()]


def read_questions(folder: Path, learned: Sequence[Example]) -> list[Example]:
    """What the model is judged on: the questions of one turn in the files that may be tuned on, without
    those that are asked in just the words of an example (a message of the product, for instance)."""
    known = {example.text for example in learned}
    questions = []
    tuned_on = [path for path in case_files(folder) if path.match("*.dev.jsonl")]
    for path in [*tuned_on, folder / "outside.tune.jsonl"]:
        for case in load_cases(path):
            intent = intent_of(case, path.name)
            if intent and len(case.turns) == 1 and case.turns[0] not in known:
                questions.append(Example(case.turns[0], intent))
    return questions


def intent_of(case: Case, file: str) -> Intent | None:
    """The intent that a case shows; None where its kind doesn't tell."""
    if file.startswith("errors"):
        return Intent.FAULT
    if case.kind in _LEFT_OUT:
        return None
    if named := next((_BY_KIND[name] for name in (case.kind, *case.tags) if name in _BY_KIND), None):
        return named
    if case.expect == "abstain":
        return Intent.OUTSIDE if _FAR in case.tags else Intent.SILENT
    return next((_BY_SECTION[gold] for gold in case.gold if gold in _BY_SECTION), Intent.GUIDE)


def _guide_asks() -> Iterator[Example]:
    files, _ = discover([kb.guide_dir()])
    for file in files:
        document = read_document(file, "guide")
        intent = _intent_of_topic(document)
        for block in document.blocks:
            yield from (Example(ask, intent, ASKS_WEIGHT) for ask in block.asks)


def _intent_of_topic(document: Document) -> Intent:
    if document.path.startswith("not-in-the-guide"):
        return Intent.SILENT
    sections = [section.rpartition(" > ")[2] for section in document.sections]
    return _BY_SECTION.get(sections[0], Intent.GUIDE) if sections else Intent.GUIDE


def _error_asks() -> Iterator[Example]:
    for path in sorted(kb.errors_dir().glob("*.yaml")):
        for document in read_error_file(path):
            asks = [ask for block in document.blocks for ask in block.asks]
            yield from (Example(ask, Intent.FAULT, ASKS_WEIGHT) for ask in asks)


def fit(examples: Sequence[Example], vectors: NDArray[np.float32], weights_sha256: str) -> IntentModel:
    """The model fitted on examples and their vectors (one row each)."""
    from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]

    model = LogisticRegression(C=STRENGTH, max_iter=3000, class_weight="balanced")
    weights = [example.weight for example in examples]
    model.fit(vectors, [str(example.intent) for example in examples], sample_weight=weights)
    return IntentModel(
        tuple(Intent(name) for name in model.classes_),
        model.coef_.astype(np.float32),
        model.intercept_.astype(np.float32),
        weights_sha256,
    )


def predictions(
    model: IntentModel, questions: Sequence[Example], vectors: NDArray[np.float32]
) -> list[tuple[Intent, Intent]]:
    """(its intent, the one that the model takes it for) of every question; `vectors` has a row for each."""
    told = [model.probabilities(vector) for vector in vectors]
    likeliest = [max(one, key=lambda intent: one[intent]) for one in told]
    return list(zip([question.intent for question in questions], likeliest, strict=True))


def report(pairs: Sequence[tuple[Intent, Intent]]) -> list[str]:
    """Accuracy and confusion matrix as lines of Markdown."""
    names = list(Intent)
    right = sum(truth is told for truth, told in pairs)
    lines = [f"{right} of {len(pairs)} right ({right / max(1, len(pairs)):.1%}).", ""]
    lines += ["| is, taken for: | " + " | ".join(names) + " | recall |", "|---" * (len(names) + 2) + "|"]
    for truth in names:
        counts = [sum(pair == (truth, told) for pair in pairs) for told in names]
        recall = counts[names.index(truth)] / max(1, sum(counts))
        lines.append(f"| {truth} | " + " | ".join(map(str, counts)) + f" | {recall:.2f} |")
    return lines


def main(arguments: Sequence[str] = ()) -> None:
    """Fits, prints the report, and writes the weights when asked to."""
    examples = read_examples(datasets_dir())
    questions = read_questions(datasets_dir(), examples)
    knowledge = Knowledge(load_settings())
    try:
        encoder = knowledge.retriever().encoder
        learned = encoder.encode([example.text for example in examples])
        model = fit(examples, learned, encoder.spec.weights_sha256)
        pairs = predictions(model, questions, encoder.encode([question.text for question in questions]))
    finally:
        knowledge.close()
    sys.stdout.write("\n".join(report(pairs)) + "\n")
    if "--write" in arguments:
        WEIGHTS.write_text(model.to_json() + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
