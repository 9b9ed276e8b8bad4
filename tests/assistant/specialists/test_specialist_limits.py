"""The calculators in a conversation: what they take from it, leave to it, and refuse."""

from __future__ import annotations

import pytest

from assistant.specialists import limits
from assistant.understanding.read import facts_of, read_question


def test_a_follow_up_to_an_answer_of_the_guide_stays_with_its_topic() -> None:
    before = facts_of(read_question("how big is the download?"), "guide", ())

    (finding,) = limits.consult(read_question("and on our 10mbit line?", before))

    assert finding.statements[0].text.startswith("Up to 60 minutes")


def test_figures_are_not_taken_over_from_another_table() -> None:
    before = {
        **facts_of(read_question("scratch for 8 TB?"), "connectivity", ()),
        limits.KEPT: {"kind": "scratch", "data": "8000000000000"},
    }

    assert not limits.consult(read_question("and for two months?", before))


@pytest.mark.parametrize(
    "question", ["scratch for -3 TB?", "scratch for 5000 PB?", "minus 4 disks on an A2?"]
)
def test_impossible_figures_are_refused_with_a_reason(question: str) -> None:
    (finding,) = limits.consult(read_question(question))

    assert finding.status == "clarify"
    assert finding.statements[0].text.startswith("I can't calculate with that:")
    assert limits.kept_facts(read_question(question)) == {}


def test_a_bare_number_goes_on_only_after_a_calculation() -> None:
    kept = limits.kept_facts(read_question("can we keep 10 days on the local disks?"))
    before = {"specialist": limits.NAME, limits.KEPT: kept}

    assert limits.goes_on(read_question("and 4?", before))
    assert not limits.goes_on(read_question("and 4?", {"specialist": "guide"}))
