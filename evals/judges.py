"""Optional judges: a language model says whether answers are faithful and relevant.

LlamaIndex's evaluators ask it. What it says stands beside the metrics and decides nothing: how far the two
agree is what is reported.
"""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from evals.results import Result
from evals.statistics.agreement import agreement
from evals.statistics.intervals import wilson
from ingest.errors import InputError, StorageFault, reason_of

if TYPE_CHECKING:
    from llama_index.core.evaluation import BaseEvaluator
    from llama_index.core.llms import LLM

JUDGEMENTS = "judgements.jsonl"
COMPARED: Mapping[str, str] = {"faithful": "grounded", "relevant": "content"}
"""What each judge says, and the metric that is asked the nearest question."""

Observer = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the judges said to one case: True, False, or None where the reply is neither yes nor no."""

    id: str
    model: str
    faithful: bool | None
    relevant: bool | None
    replies: Mapping[str, str]


def judgeable(results: Sequence[Result]) -> list[Result]:
    """The results with evidence to judge by: answered with citations, and not kept back."""
    return [result for result in results if result.answer.get("text") and result.answer.get("citations")]


def judge_all(
    results: Sequence[Result], llm: LLM, folder: Path, observe: Observer = lambda _done: None
) -> list[Judgement]:
    """Judges `results` in order; what the folder holds from this model is kept.

    Raises InputError when the model fails, StorageFault when the judgements can't be written.
    """
    model, judges = model_name(llm), _judges(llm)
    known = {one.id: one for one in read_judgements(folder) if one.model == model}
    try:
        with (folder / JUDGEMENTS).open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(_line(one) for one in known.values())
            for done, result in enumerate(results, 1):
                if result.id not in known:
                    known[result.id] = _judge(result, judges, model)
                    file.write(_line(known[result.id]))
                    file.flush()
                observe(done)
    except OSError as error:
        raise StorageFault(f"The judgements can't be written to {folder}: {reason_of(error)}.") from error
    return [known[result.id] for result in results]


def _line(judgement: Judgement) -> str:
    return json.dumps(asdict(judgement), ensure_ascii=False) + "\n"


def read_judgements(folder: Path) -> list[Judgement]:
    """The judgements of a run's folder, without a last line that was cut off; none when there are none."""
    path = folder / JUDGEMENTS
    if not path.is_file():
        return []
    text = path.read_text("utf-8")
    return [Judgement(**json.loads(line)) for line in text[: text.rfind("\n") + 1].splitlines()]


def model_name(llm: LLM) -> str:
    """The model's class and, where it has one, its name."""
    return ":".join(filter(None, [type(llm).__name__, llm.metadata.model_name]))


def _judges(llm: LLM) -> dict[str, BaseEvaluator]:
    from llama_index.core.evaluation import FaithfulnessEvaluator, RelevancyEvaluator

    return {"faithful": FaithfulnessEvaluator(llm=llm), "relevant": RelevancyEvaluator(llm=llm)}


def _judge(result: Result, judges: Mapping[str, BaseEvaluator], model: str) -> Judgement:
    contexts = [f"{one['section']}: {one['excerpt']}" for one in result.answer["citations"]]
    query, response = "\n".join(result.turns), str(result.answer["text"])
    replies = {}
    for name, judge in judges.items():
        try:
            # its own `evaluate` opens an event loop and leaves it open
            said = asyncio.run(judge.aevaluate(query=query, response=response, contexts=contexts))
        except Exception as error:  # whatever the package of a model raises
            raise InputError(f"The language model failed at {result.id}: {error}.") from error
        replies[name] = str(said.feedback or "")
    faithful, relevant = (yes_or_no(replies[name]) for name in ("faithful", "relevant"))
    return Judgement(result.id, model, faithful, relevant, replies)


def yes_or_no(reply: str) -> bool | None:
    """What a reply begins with. The evaluators take any "yes" within it for a yes, also "yes or no?"."""
    first = re.match(r"\W*(yes|no)\b", reply, re.IGNORECASE)
    return first[1].lower() == "yes" if first else None


def judges_summary(results: Sequence[Result], judgements: Sequence[Judgement]) -> dict[str, Any]:
    """Plain data for summary.json: how often the judges said yes, and how far they agree with the metrics."""
    scores = {result.id: result.scores for result in results}
    summary: dict[str, Any] = {"model": judgements[0].model if judgements else "", "cases": len(judgements)}
    for name, metric in COMPARED.items():
        told = [(getattr(one, name), scores[one.id][metric] == 1.0) for one in judgements]
        clear = [(said, right) for said, right in told if said is not None]
        yes = sum(said for said, _ in clear)
        rate = wilson(yes, len(clear))
        summary[name] = {
            "yes": yes,
            "no": len(clear) - yes,
            "unclear": len(told) - len(clear),
            "wilson": [round(rate.low, 4), round(rate.high, 4)],
            "metric": metric,
            **agreement(clear),
        }
    return summary
