from __future__ import annotations

from assistant.answer import Answer, Choice, Citation, Missing, Passage, Verdict
from evals.metrics.citations import cites_gold, dangling, not_consulted, uncited
from evals.metrics.grounding import unsupported_claims

_CITED = Citation(
    1,
    "Guide",
    "Storage > Local disk",
    "2019-01-31",
    "repo:articles/backup/guide.md",
    "no more than five days; A2 has 4 disks",
)


def _answer(text: str, *citations: Citation, **more: object) -> Answer:
    return Answer("How long?", text, "answered", citations=citations, **more)  # type: ignore[arg-type]


def _passage(section: str, document: str = "Guide") -> Passage:
    return Passage("c", document, section, "guide", "text", 0.1, 1, 1, 0.5)


def test_the_innermost_heading_is_what_counts() -> None:
    answer = _answer("Five days [1].", _CITED)
    assert cites_gold(answer, ["local disk"])
    assert not cites_gold(answer, ["Storage"])


def test_a_gold_path_names_the_source() -> None:
    assert cites_gold(_answer("Five [1].", _CITED), ["articles/backup/guide.md"])
    assert not cites_gold(_answer("Five [1].", _CITED), ["articles/backup/other.md"])


def test_a_citation_that_the_text_does_not_refer_to_does_not_count() -> None:
    assert not cites_gold(_answer("Five days.", _CITED), ["Local disk"])


def test_references_to_nothing_are_found() -> None:
    assert dangling(_answer("One [1]. Two [2][7].", _CITED)) == (2, 7)


def test_what_was_never_retrieved_was_not_consulted() -> None:
    assert not_consulted(_answer("x [1].", _CITED, passages=(_passage("A > Local disk"),))) == ()
    assert not_consulted(_answer("x [1].", _CITED, passages=(_passage("Other"),))) == (
        "Storage > Local disk",
    )
    assert not_consulted(_answer("x [1].", _CITED, passages=(_passage("Local disk", "Another"),))) != ()


def test_tables_bring_their_own_sources() -> None:
    verdict = Verdict("t", {}, "pass", "r")
    assert not_consulted(_answer("x [1].", _CITED, passages=(_passage("Other"),), verdicts=(verdict,))) == ()


def test_figures_without_a_citation_are_told() -> None:
    assert uncited(_answer("Keep 9 days. Add disks.")) == ("Keep 9 days.",)


def test_a_reference_later_in_the_line_covers_what_stands_before() -> None:
    assert uncited(_answer("Keep 9 days. That is all [1].\nUse 7 disks.", _CITED)) == ("Use 7 disks.",)


def test_what_the_question_a_verdict_or_a_choice_holds_needs_no_citation() -> None:
    answer = Answer(
        "for 8 TB?",
        "For 8 TB: 400 GB.\n- 15: stopped.\nThe sum: 8 x 50 = 400.",
        "answered",
        verdicts=(Verdict("scratch", {"data": "8 TB"}, "400 GB", ""),),
        missing=(Missing("days", "How many?", (Choice("15", "stopped"),)),),
    )
    assert uncited(answer) == ()


def test_a_claim_must_stand_in_the_evidence_of_its_own_sentence() -> None:
    other = Citation(2, "Guide", "Other", "2019-01-31", "x", "16 disks")
    assert unsupported_claims(_answer("An A2 takes 4 disks [1].", _CITED, other)) == ()
    assert unsupported_claims(_answer("An A4 takes 16 disks [2].", _CITED, other)) == ()
    assert unsupported_claims(_answer("An A2 takes 16 disks [1].", _CITED, other)) == (
        "16: An A2 takes 16 disks [1].",
    )


def test_verdict_words_need_evidence_too() -> None:
    found = unsupported_claims(_answer("Backup is stopped [1].", _CITED))
    assert found == ("stopped: Backup is stopped [1].",)
