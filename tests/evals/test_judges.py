"""The judges, with LlamaIndex's evaluators around a model that replies by a script."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from llama_index.core.llms import CompletionResponse, CompletionResponseGen, CustomLLM, LLMMetadata, MockLLM

from evals.judges import JUDGEMENTS, judge_all, judgeable, judges_summary, read_judgements, yes_or_no
from evals.report.markdown import judge_lines
from evals.results import Result
from ingest.errors import InputError


class ScriptedLLM(CustomLLM):
    """Replies `replies[n]` to the nth prompt, the last one from then on; raises where a reply is empty."""

    replies: list[str]
    prompts: list[str]

    @property
    def metadata(self) -> LLMMetadata:
        return LLMMetadata(model_name="scripted")

    def complete(self, prompt: str, formatted: bool = False, **kwargs: Any) -> CompletionResponse:
        self.prompts.append(prompt)
        reply = self.replies[min(len(self.prompts), len(self.replies)) - 1]
        if not reply:
            raise ConnectionError("on purpose")
        return CompletionResponse(text=reply)

    def stream_complete(self, prompt: str, formatted: bool = False, **kwargs: Any) -> CompletionResponseGen:
        raise NotImplementedError


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        ("YES", True),
        (" Yes, it is.", True),
        ("**No**", False),
        ("no: yes would be wrong", False),
        ("You need to answer with either YES or NO.", None),
        ("Yesterday", None),
        ("", None),
    ],
)
def test_only_what_begins_with_yes_or_no_counts(reply: str, said: bool | None) -> None:
    assert yes_or_no(reply) is said


def test_answers_without_evidence_or_words_are_not_judged(results: list[Result]) -> None:
    held = replace(results[0], answer={"status": "answered", "confidence": 0.5})
    cited = [result for result in results if result.answer["citations"]]
    assert judgeable([held, *results[1:]]) == [result for result in cited if result.id != held.id]


def test_the_model_is_shown_the_evidence_and_its_replies_are_kept(
    tmp_path: Path, results: list[Result]
) -> None:
    llm = ScriptedLLM(replies=["YES", "No."], prompts=[])
    judgement = judge_all(judgeable(results)[:1], llm, tmp_path)[0]
    assert (judgement.faithful, judgement.relevant) == (True, False)
    assert judgement.replies == {"faithful": "YES", "relevant": "No."}
    assert judgement.model == "ScriptedLLM:scripted"
    answer = judgeable(results)[0].answer
    assert all(answer["citations"][0]["excerpt"] in prompt for prompt in llm.prompts)
    assert read_judgements(tmp_path) == [judgement]


def test_judging_goes_on_where_the_model_failed(tmp_path: Path, results: list[Result]) -> None:
    chosen = judgeable(results)[:3]
    with pytest.raises(InputError, match=f"failed at {chosen[1].id}: on purpose"):
        judge_all(chosen, ScriptedLLM(replies=["YES", "YES", ""], prompts=[]), tmp_path)
    with (tmp_path / JUDGEMENTS).open("a", encoding="utf-8") as file:
        file.write('{"id": "cut o')  # as a killed process leaves it
    again = ScriptedLLM(replies=["no"], prompts=[])
    told: list[int] = []
    judgements = judge_all(chosen, again, tmp_path, told.append)
    assert [one.faithful for one in judgements] == [True, False, False]
    assert len(again.prompts) == 4
    assert told == [1, 2, 3]


def test_another_models_judgements_are_not_taken_up(tmp_path: Path, results: list[Result]) -> None:
    chosen = judgeable(results)[:2]
    judge_all(chosen, ScriptedLLM(replies=["YES"], prompts=[]), tmp_path)
    echoed = judge_all(chosen, MockLLM(), tmp_path)  # repeats its prompt: neither yes nor no
    assert [(one.faithful, one.relevant) for one in echoed] == [(None, None)] * 2


def test_agreement_with_the_metrics_is_summarised(tmp_path: Path, results: list[Result]) -> None:
    chosen = judgeable(results)[:4]
    scored = [replace(one, scores={**one.scores, "grounded": float(n != 3)}) for n, one in enumerate(chosen)]
    replies = ["YES", "YES", "YES", "NO", "maybe", "YES", "NO", "YES"]
    summary = judges_summary(scored, judge_all(scored, ScriptedLLM(replies=replies, prompts=[]), tmp_path))
    faithful = summary["faithful"]
    assert (faithful["yes"], faithful["no"], faithful["unclear"]) == (2, 1, 1)
    assert faithful["table"] == [[2, 0], [0, 1]]
    assert (faithful["agreement"], faithful["kappa"]) == (1.0, 1.0)
    assert (summary["relevant"]["yes"], summary["relevant"]["kappa"]) == (3, None)
    lines = judge_lines({"judges": summary})
    assert lines[0] == "Judged by ScriptedLLM:scripted: 4 answers."
    assert "| faithful | 2 | 1 | 1 | grounded | 1.000 | 0.439 to 1.000 | 1.000 |" in lines
