from __future__ import annotations

import json
from pathlib import Path

import pytest

from evals.retrieval import (
    Found,
    GoldSection,
    RetrievalCase,
    evaluate_retrieval,
    load_retrieval_cases,
    report_lines,
    score_ranking,
)
from ingest.errors import InputError

_GUIDE = RetrievalCase("a", "q", [GoldSection("guide", "Network connectivity")], "c1")


def test_the_guide_is_matched_by_the_innermost_heading() -> None:
    hit = Found("guide", "kb/guide/whatever.md", "Prerequisites > Network connectivity")
    assert score_ranking(_GUIDE, [hit])["recall@1"] == 1
    assert score_ranking(_GUIDE, [Found("guide", "x.md", "Network connectivity > Other")])["recall@1"] == 0


def test_a_document_elsewhere_is_not_the_guide() -> None:
    assert score_ranking(_GUIDE, [Found("corpus", "guide", "Network connectivity")])["recall@1"] == 0


@pytest.mark.parametrize(
    "path", ["support/dpm/a.md", "corpus/support/dpm/a.md", "dpm\\a.md", "/data/support/dpm/A.md"]
)
def test_a_document_is_matched_by_the_end_of_its_path(path: str) -> None:
    case = RetrievalCase("a", "q", [GoldSection("support/dpm/a.md", "Cause")], "c")
    assert score_ranking(case, [Found("corpus", path, "Cause")])["recall@1"] == 1
    assert score_ranking(case, [Found("corpus", "support/dpm/ba.md", "Cause")])["recall@1"] == 0


def test_of_a_table_of_codes_only_the_row_counts() -> None:
    case = RetrievalCase("a", "q", [GoldSection("codes.md", "Codes", "4323")], "c")
    assert score_ranking(case, [Found("corpus", "codes.md", "Codes", "43230: other")])["recall@1"] == 0
    assert score_ranking(case, [Found("corpus", "codes.md", "Codes", "4323: this")])["recall@1"] == 1


def test_modes_are_compared_with_fused_search() -> None:
    cases = [RetrievalCase(str(n), f"q{n}", [GoldSection("guide", "S")], f"c{n}") for n in range(12)]
    right, wrong = Found("guide", "x.md", "S"), Found("guide", "x.md", "T")

    def rank(question: str, mode: str, limit: int) -> list[Found]:
        assert limit >= 10
        good = mode == "fused" or (mode == "lexical" and question == "q0")
        return [right] if good else [wrong]

    report = evaluate_retrieval(cases, rank)
    assert report.means["fused"]["recall@1"].estimate == 1
    assert report.means["lexical"]["recall@1"].estimate == pytest.approx(1 / 12)
    assert report.to_fused["vector"]["mrr"].difference.low > 0
    assert report.missed == ()
    assert "fused minus vector" in "\n".join(report_lines(report))


def test_what_fused_search_misses_is_named() -> None:
    cases = [RetrievalCase(str(n), "q", [GoldSection("guide", "S")], f"c{n}") for n in range(3)]
    report = evaluate_retrieval(cases, lambda _question, _mode, _limit: [])
    assert report.missed == ("0", "1", "2")


def test_a_line_without_gold_is_named(tmp_path: Path) -> None:
    path = tmp_path / "retrieval.x.jsonl"
    path.write_text(json.dumps({"id": "a", "question": "q", "gold": [], "cluster": "c"}), encoding="utf-8")
    with pytest.raises(InputError, match=r"retrieval\.x\.jsonl, line 1: gold"):
        load_retrieval_cases(path)
