from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answer import Answer, Citation, Verdict
from evals.metrics.calibration import calibration, calibration_error
from evals.metrics.codes import code_at_first, normal
from evals.metrics.latency import percentiles
from evals.metrics.length import WORD_LIMIT, within_length
from evals.metrics.ranking import ranking_scores
from evals.metrics.text import cited_sentences, plain


def test_ranking_by_hand() -> None:
    scores = ranking_scores(["x", "gold", "y"], ["gold"])
    assert scores == pytest.approx({"recall@1": 0, "recall@5": 1, "mrr": 0.5, "ndcg@10": 1 / math.log2(3)})


def test_any_gold_alternative_is_a_find_and_repeats_count_once() -> None:
    scores = ranking_scores(["x", "x", "x", "x", "x", "b"], ["a", "b"])
    assert scores["recall@5"] == 1
    assert scores["mrr"] == 0.5


@given(st.lists(st.integers(0, 12), max_size=15), st.lists(st.integers(0, 12), min_size=1, max_size=3))
def test_the_first_gold_item_decides_reciprocal_rank_and_recall(ranked: list[int], gold: list[int]) -> None:
    distinct = list(dict.fromkeys(ranked))
    place = next((rank for rank, item in enumerate(distinct, 1) if item in gold), None)
    scores = ranking_scores(ranked, gold)
    assert scores["mrr"] == pytest.approx(1 / place if place else 0)
    assert scores["recall@1"] == (place == 1)
    assert scores["recall@5"] == (place is not None and place <= 5)


@pytest.mark.parametrize("code", ["100050", "0x186D2", "0X186d2", "ID 100050", "error 0x186D2"])
def test_a_code_has_one_spelling(code: str) -> None:
    assert normal(code) == "100050"


def test_signed_and_unsigned_are_the_same_code() -> None:
    assert normal("-2147024891") == normal("0x80070005")
    assert normal("0x80070\n 005") == normal("0x80070005")


@pytest.mark.parametrize(
    ("answer", "right"),
    [
        (Answer("q", "**ID 100050**: it failed.\nMore on 33424.", "answered"), True),
        (Answer("q", "It failed.\nSee 100050.", "answered"), False),
        (Answer("q", "x", "answered", verdicts=(Verdict("codes", {"code": "0x186D2"}, "found", ""),)), True),
        (Answer("q", "x", "answered", citations=(Citation(1, "d", "Error 33424", "", "", ""),)), False),
    ],
)
def test_the_answer_is_about_the_code_that_it_begins_with(answer: Answer, right: bool) -> None:
    assert code_at_first(answer, ["100050"]) == right


def test_length_is_counted_without_marks() -> None:
    assert within_length(" ".join(["**word** [1]"] * WORD_LIMIT))
    assert not within_length(" ".join(["word"] * (WORD_LIMIT + 1)))


def test_percentiles() -> None:
    assert percentiles([float(n) for n in range(1, 101)]) == {"p50": 50.5, "p95": 95.0, "p99": 99.0}
    assert percentiles([]) == {}


def test_calibration_by_hand() -> None:
    curve = calibration([0.95, 0.9, 1.0, 0.1], [True, True, False, False])
    assert [(part.low, part.count, round(part.right, 3)) for part in curve] == [
        (0.1, 1, 0.0),
        (0.9, 3, 0.667),
    ]
    assert calibration_error(curve) == pytest.approx((0.1 + 3 * (0.95 - 2 / 3)) / 4)


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1))
def test_every_answer_is_in_one_bin(answers: list[tuple[float, bool]]) -> None:
    curve = calibration([confidence for confidence, _ in answers], [right for _, right in answers])
    assert sum(part.count for part in curve) == len(answers)
    assert 0 <= calibration_error(curve) <= 1


def test_plain_text_has_neither_emphasis_nor_references() -> None:
    assert plain("**No.** *Why* `x` [1][2]: 2 * 3 snake_case") == "No. Why x: 2 * 3 snake_case"


def test_sentences_know_their_citations() -> None:
    told = cited_sentences("First one. Second one [2].\n- An item [1].\nBare.")
    assert told == [("First one.", (2,)), ("Second one [2].", (2,)), ("- An item [1].", (1,)), ("Bare.", ())]
