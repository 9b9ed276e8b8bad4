"""Scores one answer against one case: every metric that applies, and in words what failed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.answer import Answer
from evals.cases import Case
from evals.metrics.behaviour import behaved, behaviour_of
from evals.metrics.citations import cites_gold, dangling, innermost, is_path, not_consulted, uncited
from evals.metrics.codes import code_at_first
from evals.metrics.facts import forbidden_statements, missing_facts
from evals.metrics.grounding import unsupported_claims
from evals.metrics.length import within_length
from evals.metrics.ranking import ranking_scores
from evals.metrics.text import word_count
from evals.metrics.verdicts import judge

# What each score means; all are 0 to 1 and higher is better, `words` apart.
METRICS: Mapping[str, str] = {
    "passed": "content right, and rightly cited where a section is expected",
    "content": "behaved as expected, all facts (or the verdict), nothing forbidden, no table contradicted",
    "behaviour": "answered, asked back or abstained as expected",
    "required": "share of the required facts",
    "not_forbidden": "no forbidden statement",
    "verdict": "the table's verdict, exactly",
    "not_contradicting": "nothing that the table excludes",
    "cited": "a gold section is cited",
    "citations_valid": "every citation exists and was consulted",
    "grounded": "every figure, version, code and verdict word stands in the cited evidence",
    "no_uncited": "no sentence states a figure without a citation",
    "within_length": "at most 200 words",
    "code_first": "the expected error code is what the answer is about",
    "recall@1": "a gold section among the first passage retrieved",
    "recall@5": "a gold section among the first five passages retrieved",
    "mrr": "reciprocal rank of the first gold section",
    "ndcg@10": "gain of gold sections, discounted by rank",
}


@dataclass(frozen=True, slots=True)
class Scores:
    """`values` by metric (those that apply to the case), the behaviour shown, and what failed in words."""

    values: Mapping[str, float]
    behaviour: str
    failures: tuple[str, ...]
    words: int


def score(case: Case, answer: Answer) -> Scores:
    """All metrics of one answer. A pure function: equal inputs, equal scores."""
    values: dict[str, float] = {}
    failures: list[str] = []
    _content(case, answer, values, failures)
    _citations(case, answer, values, failures)
    _form(answer, values, failures)
    headings = [innermost(gold) for gold in case.gold if not is_path(gold)]
    if headings and answer.passages:
        values.update(ranking_scores([innermost(passage.section) for passage in answer.passages], headings))
    values["passed"] = min(values["content"], values.get("cited", 1.0))
    return Scores(
        {name: round(values[name], 6) for name in METRICS if name in values},
        behaviour_of(answer),
        tuple(failures),
        word_count(answer.text),
    )


def _content(case: Case, answer: Answer, values: dict[str, float], failures: list[str]) -> None:
    missing = missing_facts(case, answer.text)
    forbidden = forbidden_statements(case, answer.text)
    values["behaviour"] = float(behaved(case, answer))
    if not values["behaviour"]:
        failures.append(f"behaviour: expected {case.expect}, did {behaviour_of(answer)}")
    if case.required:
        values["required"] = 1 - len(missing) / len(case.required)
        failures += [f"missing fact: {fact}" for fact in missing]
    if case.forbidden:
        values["not_forbidden"] = float(not forbidden)
        failures += [f"forbidden statement: {statement}" for statement in forbidden]
    judgement = judge(case.verdict, answer) if case.verdict else None
    if judgement:
        values["verdict"] = float(judgement.agrees)
        values["not_contradicting"] = float(not judgement.contradicts)
        if judgement.reason:
            failures.append(f"{'contradicts' if judgement.contradicts else 'verdict'}: {judgement.reason}")
    if case.codes:
        values["code_first"] = float(code_at_first(answer, case.codes))
        if not values["code_first"]:
            failures.append(f"code: not about {', '.join(case.codes)}")
    settled = judgement is None or (not judgement.contradicts and (judgement.agrees or bool(case.required)))
    values["content"] = float(bool(values["behaviour"]) and not missing and not forbidden and settled)


def _citations(case: Case, answer: Answer, values: dict[str, float], failures: list[str]) -> None:
    if case.gold:
        values["cited"] = float(cites_gold(answer, case.gold))
        if not values["cited"]:
            failures.append(f"cites none of: {'; '.join(case.gold)}")
    faults = [f"citation [{number}] does not exist" for number in dangling(answer)]
    faults += [f"cited but not consulted: {section}" for section in not_consulted(answer)]
    values["citations_valid"] = float(not faults)
    unsupported = [f"not in its evidence: {claim}" for claim in unsupported_claims(answer)]
    values["grounded"] = float(not unsupported)
    bare = [f"without a citation: {sentence}" for sentence in uncited(answer)]
    values["no_uncited"] = float(not bare)
    failures += faults + unsupported + bare


def _form(answer: Answer, values: dict[str, float], failures: list[str]) -> None:
    values["within_length"] = float(within_length(answer.text))
    if not values["within_length"]:
        failures.append(f"too long: {word_count(answer.text)} words")
