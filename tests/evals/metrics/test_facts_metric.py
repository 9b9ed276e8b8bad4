from __future__ import annotations

import pytest

from evals.cases import Case
from evals.metrics.facts import forbidden_statements, missing_facts


def _case(required: list[list[str]], forbidden: list[str] | None = None) -> Case:
    return Case(id="x", kind="k", turns=["q"], expect="answer", required=required, forbidden=forbidden or [])


def test_one_accepted_form_of_each_fact_is_enough() -> None:
    case = _case([["16", "sixteen"], ["A4"]])
    assert missing_facts(case, "Sixteen disks on an A4.") == ()
    assert missing_facts(case, "Sixteen disks.") == ("A4",)
    assert missing_facts(case, "Many disks.") == ("16 | sixteen", "A4")


@pytest.mark.parametrize("text", ["at least **400 GB** [1].", "At least 400\nGB", "AT LEAST `400 GB`"])
def test_emphasis_references_case_and_line_ends_do_not_matter(text: str) -> None:
    assert missing_facts(_case([[r"at least.400.GB"]]), text) == ()


def test_a_forbidden_statement_is_told() -> None:
    case = _case([], [r"^\W*yes\b", "microsoft keeps"])
    assert forbidden_statements(case, "**Yes**, it can [1].") == (r"^\W*yes\b",)
    assert forbidden_statements(case, "No. Yes would be wrong.") == ()
