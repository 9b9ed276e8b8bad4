"""Questions about the last answer itself."""

from __future__ import annotations

import pytest

from assistant.answer import Answer, Citation, Verdict
from assistant.conversation import Conversation, Turn
from assistant.specialists.last_answer import consult
from assistant.understanding.read import read_question

CITATION = Citation(1, "A guide", "A section", "2019-01-31", "docs/a.md", "Discs spin " * 30)
VERDICT = Verdict("table", {}, "no", "rule 1")


def conversation(
    text: str = "**No.** Tapes are not covered [1].\nUse discs.", *citations: Citation
) -> Conversation:
    """One turn with `text` as its answer."""
    answer = Answer("May we?", text, "answered", citations, (VERDICT,), confidence=0.7)
    return Conversation([Turn("May we?", answer)])


def said(question: str, of: Conversation | None = None) -> list[str]:
    """What is said to `question`; nothing when it is not about the answer."""
    finding = consult(
        read_question(question), of or conversation("**No.** Tapes are not covered [1].", CITATION)
    )
    return [statement.text for statement in finding.statements] if finding else []


@pytest.mark.parametrize(
    "question",
    [
        "Where does it say that?",
        "which section?",
        "says who",
        "who says so",
        "where is that written",
        "source?",
        "which page is that from",
        "source please",
        "and in which chapter is it?",
        "can you quote the passage for us",
        "from which document is that",
        "where did you read that",
    ],
)
def test_where_it_stands(question: str) -> None:
    first, second = said(question)
    assert first == "It stands in A guide > A section (2019-01-31)."
    assert second.startswith("In short: Discs spin")
    assert len(second.split()) == 62


@pytest.mark.parametrize(
    "question",
    [
        "Are you sure?",
        "really?",
        "hm, sure?",
        "is that correct",
        "are you 100% certain",
        "you sure? we hold a lot of tapes",
        "but our tapes are new, sure?",
        "is there truly no chance",
        "is there any exception",
        "our consultant says no",
        "can it be bypassed",
        "sure",
        "so no exceptions?",
        "nothing at all?",
    ],
)
def test_how_sure_it_is(question: str) -> None:
    first, second = said(question)
    assert first == "The guide bears it out: No. Tapes are not covered."
    assert second.startswith("It rests on A guide > A section (2019-01-31): Discs spin")


@pytest.mark.parametrize(
    "question",
    [
        "Why?",
        "but why not?",
        "how come",
        "ok, why is that?",
        "why not, tapes are cheap",
        "why would we do that",
        "why on earth?",
    ],
)
def test_why(question: str) -> None:
    first, second = said(question)
    assert first.startswith("Because the guide says so: Discs spin")
    assert second == "No. Tapes are not covered."


def test_the_rest_of_the_line_follows_the_reason() -> None:
    of = conversation("Tapes are not covered [1]. Use discs.\nMore.", CITATION)
    assert said("why?", of)[1] == "Use discs."


@pytest.mark.parametrize(
    "question",
    [
        "Why does the replica of the database turn inconsistent each night?",
        "Can we restore?",
        "why, and how do I restore?",
        "why not, what would it cost?",
        "link is down for 3 weeks",
        "even over a 10g link?",
        "where do I find the passphrase of the old server in the vault at the very end",
        "which menu is it? honestly no idea",
    ],
)
def test_other_questions_are_not_about_the_answer(question: str) -> None:
    assert not said(question)


def test_nothing_to_recall_without_an_answer_or_its_sources() -> None:
    assert not said("why?", Conversation())
    assert not said("why?", conversation("No."))


def test_what_is_recalled_rests_on_the_same_sources_and_verdicts() -> None:
    finding = consult(read_question("why?"), conversation("No.", CITATION))
    assert finding
    assert (finding.status, finding.confidence, finding.verdicts) == ("answered", 0.7, (VERDICT,))
    for statement in finding.statements:
        (evidence,) = statement.evidence
        assert (evidence.document, evidence.section) == ("A guide", "A section")
        assert evidence.excerpt.endswith(" No.")
    assert [statement.role for statement in finding.statements] == ["verdict", "reason"]


@pytest.mark.parametrize("small", ["thanks!", "ok cool", "hello"])
def test_small_talk_in_between_is_not_what_is_recalled(small: str) -> None:
    talk = conversation("**No.** Tapes are not covered [1].", CITATION)
    talk.turns.append(Turn(small, Answer(small, "What else?", "abstained", (), ())))
    assert said("are you sure?", talk) == said("are you sure?")


@pytest.mark.parametrize(
    "question", ["then which?", "ok, which one do we need", "who then", "what would do", "which kind then"]
)
def test_what_meets_a_requirement_follows_the_verdict(question: str) -> None:
    of = conversation("**No.** Tapes won't do [1]. Discs are required [1]. Buy discs [1].", CITATION)
    judged = Conversation([Turn("May we?", of.turns[0].answer, {"specialist": "prerequisites"})])

    assert said(question, judged) == ["Discs are required.", "Buy discs."]
    assert not said(question, of)


@pytest.mark.parametrize(
    "question", ["are you sure? our MSP claims they are", "you sure? another page has it"]
)
def test_what_somebody_claims_against_it_is_not_borne_out(question: str) -> None:
    assert said(question)[0] == "It stays at that: No. Tapes are not covered."


def test_the_chapter_is_where_it_stands() -> None:
    assert said("my boss wants the chapter title")[0].startswith("It stands in")


@pytest.mark.parametrize(
    "question",
    ["what do I enter on that page", "which documents may I attach", "where did the agent read the key"],
)
def test_other_pages_and_documents_are_no_source(question: str) -> None:
    assert said(question) == []


def test_who_insists_on_what_is_unknown_gets_no_answer() -> None:
    answer = Answer("Tapes?", "I have no entry for tapes [1].", "abstained", (CITATION,), confidence=0.7)
    finding = consult(read_question("are you sure?"), Conversation([Turn("Tapes?", answer)]))
    assert finding
    assert finding.status == "abstained"


@pytest.mark.parametrize(
    "question",
    [
        "I believe you, but the audit team wants proof on paper. Where exactly is that stated?",
        "sorry to ask. where does it say so. my manager reads along and trusts nothing without a page",
    ],
)
def test_the_source_is_told_to_who_also_says_why_it_is_asked(question: str) -> None:
    assert said(question)[0].startswith("It stands in")


def test_a_question_beside_the_one_on_the_source_is_one_of_its_own() -> None:
    text = (
        "where is that written, as my boss wants it on paper? and may the server be a domain controller, too?"
    )
    assert said(text) == []
