"""Whether an answer's verdict, as data or in its words, is the one that the governing table gives."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from assistant.answer import Answer, Verdict
from evals.cases import ExpectedVerdict
from evals.metrics.verdict_text import operation_verdict, product_verdict, quantities
from evals.metrics.vocabulary import OPERATIONS, operations_in, outcome_word, product_name

# Words that can't both be true of one thing. A weaker or missing verdict is wrong without contradicting.
_CONFLICTS: Mapping[str, set[str]] = {
    "allowed": {"stopped", "stopped_azure_points_deleted", "not_covered"},
    "stopped": {"allowed", "not_covered"},
    "stopped_azure_points_deleted": {"allowed", "not_covered"},
    "not_covered": {"allowed", "stopped", "stopped_azure_points_deleted", "covered"},
    "depends": {"allowed", "stopped", "stopped_azure_points_deleted", "not_covered"},
    "listed": {"not_listed", "level_not_listed"},
    "not_listed": {"listed"},
    "level_not_listed": {"listed"},
    "covered": {"not_covered", "not_listed"},
    "pass": {"fail"},
    "warn": set(),
    "fail": {"pass"},
    "fits": {"exceeds"},
    "exceeds": {"fits"},
}
_ALLOWLIST = {"not_listed": "not_covered"}
_VALUE = re.compile(r"\d[\d.,]*\s*(?:TB|GB|MB|%|days?|minutes?|disks?|recovery points?)?", re.IGNORECASE)
_OPEN_VERSIONS = {"any", "all"}


@dataclass(frozen=True, slots=True)
class Judgement:
    """`agrees`: data or text say what the table says; `contradicts`: data or text say what it excludes."""

    agrees: bool
    contradicts: bool
    reason: str = ""


def judge(expected: ExpectedVerdict, answer: Answer) -> Judgement | None:
    """Holds an answer against the expected verdict; None when the expectation is too open to be judged."""
    words = {word for _, word in _parts(expected)}
    if _VALUE.fullmatch(expected.outcome):
        agrees = bool(quantities(expected.outcome) & quantities(answer.text))
        return Judgement(agrees, False, "" if agrees else f"expected {expected.outcome}")
    if not words <= set(_CONFLICTS):
        return None
    if expected.table == "connectivity":
        return _judge_operations(expected, answer)
    if expected.table == "protection":
        return _judge_products(expected, answer)
    if not answer.verdicts:
        return None
    said = outcome_word(answer.verdicts[0].outcome)
    return _by_words(
        expected.table, words.pop(), [_ALLOWLIST.get(said, said) if expected.table == "allowlist" else said]
    )


def _parts(expected: ExpectedVerdict) -> list[tuple[str, str]]:
    """(what, outcome) pairs of "backups stopped; restores allowed"; `what` is empty when it is everything."""
    pairs = (part.strip().rpartition(" ") for part in expected.outcome.split(";"))
    return [(what, outcome_word(word)) for what, _, word in pairs]


def _judge_operations(expected: ExpectedVerdict, answer: Answer) -> Judgement | None:
    named = str(expected.inputs.get("operation", ""))
    wanted = [(name, word) for what, word in _parts(expected) for name in operations_in(what or named)]
    if not {name for name, _ in wanted} <= set(OPERATIONS):
        return None
    return _all(_judge_operation(name, word, answer) for name, word in wanted)


def _judge_operation(operation: str, word: str, answer: Answer) -> Judgement:
    data = [
        outcome_word(verdict.outcome)
        for verdict in answer.verdicts
        if verdict.table == "connectivity"
        and operation in operations_in(verdict.inputs.get("operation", "all"))
    ]
    text = "" if answer.abstained else operation_verdict(answer.text, operation)
    return _by_words(operation, word, data, text)


def _judge_products(expected: ExpectedVerdict, answer: Answer) -> Judgement | None:
    if str(expected.inputs.get("version", "")).lower() in _OPEN_VERSIONS:
        return None
    wanted = [(what or _product_of(expected), word) for what, word in _parts(expected)]
    verdicts = [verdict for verdict in answer.verdicts if verdict.table == "protection"]
    matched = _matched(wanted, verdicts)
    readable = len(wanted) == 1 and not verdicts and not answer.abstained
    text = product_verdict(answer.text) if readable else ""
    return _all(
        _by_words(what, word, [outcome_word(verdict.outcome) for verdict in matched[what]], text)
        for what, word in wanted
    )


def _product_of(expected: ExpectedVerdict) -> str:
    named = [str(expected.inputs.get(key, "")) for key in ("product", "version", "service_pack")]
    return " ".join(part for part in named if part and part != "none")


def _matched(wanted: Sequence[tuple[str, str]], verdicts: Sequence[Verdict]) -> dict[str, list[Verdict]]:
    """The verdicts for each product: those that name it, or no product at all.

    What isn't listed goes by many names, so an unlisted product may take a verdict that no other one claims.
    """
    left = list(verdicts)
    found: dict[str, list[Verdict]] = {}
    for product, _ in wanted:
        name = product_name(product)
        found[product] = [v for v in left if product_name(v.inputs.get("product", name)) == name]
        left = [verdict for verdict in left if verdict not in found[product]]
    for product, word in wanted:
        if not found[product] and left and word == "not_listed":
            found[product] = [left.pop(0)]
    return found


def _by_words(what: str, expected: str, data: Sequence[str], text: str = "") -> Judgement:
    said = [word for word in (*data, text) if word]
    agrees = expected in said
    against = [word for word in said if word in _CONFLICTS[expected]]
    reason = (
        "" if agrees and not against else f"{what}: expected {expected}, said {', '.join(said) or 'nothing'}"
    )
    return Judgement(agrees, bool(against), reason)


def _all(judgements: Iterable[Judgement]) -> Judgement:
    told = list(judgements)
    reasons = "; ".join(judgement.reason for judgement in told if judgement.reason)
    return Judgement(all(j.agrees for j in told), any(j.contradicts for j in told), reasons)
