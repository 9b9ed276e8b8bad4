"""What a "yes" would say, and which word leads in that sense."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.understanding.message.polarity import lead_word, offers_choice, read_sense
from assistant.understanding.read import read_question
from assistant.understanding.reading import QuestionKind, Sense

YES_NO = QuestionKind.YES_NO


@pytest.mark.parametrize(
    ("text", "sense"),
    [
        ("Can we restore?", Sense.PLAIN),
        ("Is a restore possible or not?", Sense.PLAIN),
        ("Is the front end possible for recovery or is not possible?", Sense.PLAIN),
        ("Does it go, or can't it?", Sense.PLAIN),
        ("Does anything still run?", Sense.ANY_HOLDS),
        ("So we can't restore, right?", Sense.REVERSED),
        ("No cluster allowed there, correct?", Sense.REVERSED),
        ("A colleague claims it isn't listed. Right?", Sense.REVERSED),
        ("Is it true that it needs no domain?", Sense.REVERSED),
        ("Restoring is no problem, correct?", Sense.OPEN),
        ("Are backups stopped?", Sense.OPEN),
        ("Is that size too small?", Sense.OPEN),
        ("We only have just this one. Will that do", Sense.PLAIN),
        ("Does the box drop out of the list?", Sense.OPEN),
        ("Will that kill the nightly job?", Sense.OPEN),
        ("Is there anything I may not do?", Sense.OPEN),
        ("Nothing works there, correct?", Sense.OPEN),
        ("Is it so that we cannot restore anything?", Sense.OPEN),
        ("Is it true that nothing can't be restored?", Sense.OPEN),
        ("The boss deleted a folder, can we get it back?", Sense.PLAIN),
        ("Can a deleted folder be restored?", Sense.PLAIN),
        ("A colleague says it isn't listed, is that so", Sense.OPEN),
        ("Is it only the database?", Sense.OPEN),
        ("Can't we restore?", Sense.OPEN),
        ("Isn't it listed?", Sense.OPEN),
        ("Any problem with that?", Sense.OPEN),
        ("Does one differ from the other?", Sense.OPEN),
        ("Does it matter if the server is remote?", Sense.OPEN),
        ("Is there anything against an A1?", Sense.OPEN),
        ("Any objection to a cluster node?", Sense.OPEN),
        ("Is the vault full at 8000 points?", Sense.OPEN),
        ("Is a full backup allowed?", Sense.PLAIN),
        ("They don't need the cloud, so they keep running, right?", Sense.PLAIN),
        ("It doesn't write anything, thus it works, correct?", Sense.OPEN),
        ("Nothing was deleted, so we can't restore, right?", Sense.REVERSED),
        ("The boss says that it runs. Is the boss right?", Sense.PLAIN),
        ("The boss says that it doesn't run. Was he right?", Sense.REVERSED),
        ("They said nothing goes. Was the helpdesk right there?", Sense.OPEN),
    ],
)
def test_sense_of_yes(text: str, sense: Sense) -> None:
    assert read_sense(text, YES_NO) is sense


@pytest.mark.parametrize("kind", [QuestionKind.WHAT, QuestionKind.WHY, QuestionKind.WHERE, QuestionKind.HOW])
def test_other_questions_take_no_yes(kind: QuestionKind) -> None:
    assert read_sense("what is it", kind) is Sense.OPEN


def test_a_denial_in_what_is_told_denies_nothing_that_is_asked() -> None:
    assert read_sense("Can we restore while the link isn't there?", YES_NO) is Sense.PLAIN
    assert read_sense("We are not connected. Can we restore?", YES_NO) is Sense.PLAIN
    told = ["plan has not been paid"]
    assert read_sense("the plan has not been paid and is a restore possible?", YES_NO, told) is Sense.PLAIN


@pytest.mark.parametrize(
    ("sense", "holds", "word"),
    [
        (Sense.PLAIN, [True, True], "Yes"),
        (Sense.PLAIN, [False], "No"),
        (Sense.PLAIN, [True, False], "Partly"),
        (Sense.ANY_HOLDS, [True, False], "Yes"),
        (Sense.ANY_HOLDS, [False, False], "No"),
        (Sense.OPEN, [True], ""),
        (Sense.PLAIN, [], ""),
    ],
)
def test_leading_word(sense: Sense, holds: list[bool], word: str) -> None:
    assert lead_word(sense, holds) == word


@given(st.text(), st.sampled_from(QuestionKind))
def test_any_text_has_a_sense(text: str, kind: QuestionKind) -> None:
    assert read_sense(text, kind, [text[:5]]) in Sense


@pytest.mark.parametrize(
    ("question", "sense"),
    [
        ("restore from azure is stopped in expired, correct?", Sense.REVERSED),
        ("is it untrue that restore from azure works while expired", Sense.REVERSED),
        ("is it false that backup to azure stops when the subscription is expired", Sense.OPEN),
        ("backup to disk works when expired, right?", Sense.PLAIN),
        ("while expired, restore from azure: allowed or stopped", Sense.OPEN),
    ],
)
def test_a_claim_to_be_confirmed_or_called_untrue(question: str, sense: Sense) -> None:
    assert read_question(question).sense is sense


def test_a_reversed_question_is_confirmed_by_what_fails() -> None:
    assert lead_word(Sense.REVERSED, [True]) == "No"
    assert lead_word(Sense.REVERSED, [False]) == "Yes"


@pytest.mark.parametrize(
    ("text", "choice"),
    [
        ("domain or workgroup", True),
        ("Should the VM be in a workgroup or in a domain?", True),
        ("local or remote SQL?", True),
        ("Can it be a workgroup or a domain?", False),
        ("Is it in a domain or not?", False),
        ("Is A2 or larger needed?", False),
        ("Is A3 enough or must it be A4?", False),
    ],
)
def test_a_choice_between_two_takes_neither_yes_nor_no(text: str, choice: bool) -> None:
    assert offers_choice(text) is choice


@pytest.mark.parametrize(
    "text",
    [
        "does the table leave out SharePoint 2013?",
        "will I look in vain for SQL 2014?",
        "do we need another tool for Windows Server 2016?",
    ],
)
def test_a_yes_to_being_left_out_says_the_contrary(text: str) -> None:
    assert read_sense(text, YES_NO) is Sense.OPEN


def test_what_comes_of_a_state_takes_no_yes() -> None:
    asked = read_question("the line works, state is Expired. consequences for the jobs")
    assert asked.sense is Sense.OPEN
    assert read_question("does a backup run?").sense is Sense.PLAIN
