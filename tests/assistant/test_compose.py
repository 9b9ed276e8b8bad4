"""The composer: one text of statements, numbered sources, a status."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answer import Choice, Evidence, Finding, Missing, Role, Statement, Status, Verdict
from assistant.compose import compose

RULES = Evidence("Guide", "Rules", "2019-01-31", "guide.md", "It is stopped.")
STATES = Evidence("Guide", "States", "2019-01-31", "guide.md", "Expired.")


def finding(*statements: Statement, status: Status = "answered", confidence: float = 1.0) -> Finding:
    """A finding of one specialist."""
    return Finding("test", status, statements, confidence)


def said(text: str, *evidence: Evidence, role: Role = "reason") -> Statement:
    """A statement."""
    return Statement(text, evidence, role)


def test_the_verdict_is_bold_and_its_citation_stands_before_the_full_stop() -> None:
    answer = compose("?", [finding(said("No. It is stopped.", RULES, role="verdict"))])

    assert answer.text == "**No. It is stopped** [1]."


def test_equal_sections_share_a_number_and_numbers_follow_first_use() -> None:
    answer = compose("?", [finding(said("A.", STATES), said("B.", RULES), said("C.", STATES, RULES))])

    assert answer.text == "A [1]. B [2]. C [1][2]."
    assert [(one.n, one.section) for one in answer.citations] == [(1, "States"), (2, "Rules")]


def test_a_shared_number_shows_what_each_of_its_statements_rests_on() -> None:
    other = replace(RULES, excerpt="It is deleted.")

    answer = compose("?", [finding(said("A.", RULES), said("B.", other), said("C.", RULES))])

    assert [citation.excerpt for citation in answer.citations] == ["It is stopped.\n\nIt is deleted."]


@pytest.mark.parametrize("role", ["note", "warning", "document"])
def test_notes_warnings_and_documents_stand_on_their_own_lines(role: Role) -> None:
    answer = compose("?", [finding(said("A.", RULES), said("B.", RULES, role=role))])

    assert answer.text == "A [1].\nB [1]."


def test_list_items_and_what_follows_them_stand_on_their_own_lines() -> None:
    answer = compose("?", [finding(said("Do this:"), said("1. One."), said("2. Two."), said("Then check."))])

    assert answer.text.split("\n") == ["Do this:", "1. One.", "2. Two.", "Then check."]


def test_what_exceeds_the_words_is_left_out_with_its_citation() -> None:
    long = said("word " * 149, STATES)

    answer = compose("?", [finding(said("A short verdict.", RULES), long, said("Short.", RULES))])

    assert answer.text == "A short verdict [1]. Short [1]."
    assert [one.section for one in answer.citations] == ["Rules"]


@pytest.mark.parametrize("role", ["warning", "document"])
def test_warnings_and_the_users_documents_are_never_cut(role: Role) -> None:
    answer = compose("?", [finding(said("word " * 149, RULES), said("Data is lost.", RULES, role=role))])

    assert "Data is lost" in answer.text


def test_a_fitted_finding_is_told_whole() -> None:
    whole = Finding("test", "answered", (said("word " * 100), said("more " * 100)), 1.0, fitted=True)

    assert len(compose("?", [whole]).text.split()) == 200


def test_several_findings_are_told_in_order_and_share_the_room() -> None:
    parts = [finding(said("First."), said("word " * 90)), finding(said("Second."))]

    assert compose("?", parts).text == "First.\n\nSecond."


@pytest.mark.parametrize(
    ("statuses", "whole"),
    [
        ([], "abstained"),
        (["answered", "answered"], "answered"),
        (["abstained"], "abstained"),
        (["answered", "abstained"], "partial"),
        (["partial", "answered"], "partial"),
        (["answered", "clarify"], "clarify"),
        (["abstained", "clarify"], "clarify"),
    ],
)
def test_the_status_of_the_whole(statuses: list[Status], whole: Status) -> None:
    assert compose("?", [finding(said("A."), status=status) for status in statuses]).status == whole


def test_as_many_choices_are_shown_as_are_named_at_most() -> None:
    choices = tuple(Choice(f"ID {number}", "Retry.") for number in range(9))
    missing = Missing("error", "Which number?", choices)
    answer = compose("?", [Finding("broad", "clarify", (), 1.0, missing=(missing,))])

    assert answer.text.count("- ID ") == 8


def test_only_the_first_missing_input_is_asked_for_with_its_choices() -> None:
    state = Missing("state", "Which state?", (Choice("Active", "allowed"), Choice("Expired", "stopped")))
    asked = Finding("test", "clarify", (said("It depends."),), 1.0, missing=(state, Missing("b", "And b?")))

    answer = compose("?", [asked])

    assert answer.text == "It depends.\n*Which state?*\n- Active: allowed\n- Expired: stopped"
    assert [one.name for one in answer.missing] == ["state", "b"]


def test_equal_verdicts_are_listed_once_and_the_least_confidence_counts() -> None:
    verdict = Verdict("table", {"a": "b"}, "pass", "rule")
    parts = [Finding("test", "answered", (said("A."),), sure, (verdict,)) for sure in (0.9, 0.4)]

    answer = compose("?", parts)

    assert answer.verdicts == (verdict,)
    assert answer.confidence == 0.4


@given(
    st.lists(
        st.tuples(st.integers(1, 60), st.lists(st.sampled_from([RULES, STATES]), max_size=2)),
        min_size=1,
        max_size=12,
    )
)
def test_whatever_is_composed_fits_and_cites_what_it_lists(parts: list[tuple[int, list[Evidence]]]) -> None:
    statements = [said(f"{'word ' * (count - 1)}end.", *evidence) for count, evidence in parts]

    answer = compose("?", [finding(*statements)])

    bare = re.sub(r" ?\[\d\]", "", answer.text)
    assert len(bare.split()) <= 150
    assert set(re.findall(r"\[(\d)\]", answer.text)) == {str(one.n) for one in answer.citations}


def test_the_lead_in_of_a_list_without_an_item_is_left_out() -> None:
    lead, item = said("To do it:", RULES), said(f"1. {'Select it, ' * 30}then go on.", RULES, role="step")

    both = compose("?", [finding(said("A.", RULES), lead, item)]).text
    cut = compose("?", [finding(said("A.", RULES), lead, item)], word_limit=40).text

    assert "To do it:" in both
    assert cut == "A [1]."


def test_a_lead_in_alone_stays() -> None:
    assert compose("?", [finding(said("It lists:", RULES))]).text == "It lists: [1]"
