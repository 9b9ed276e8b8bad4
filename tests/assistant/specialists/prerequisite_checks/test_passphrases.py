"""A lost passphrase: one table, which begins with what is wanted and denies nothing that it doesn't know."""

from __future__ import annotations

import pytest

from assistant.specialists import prerequisites
from assistant.understanding.read import facts_of, read_question


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("the passphrase got lost. has Redmond a copy of it?", "No. Microsoft can't give"),
        ("forgot the passphrase, what now", "Microsoft can't give"),
        ("passphrase missing, the box runs though. should we be afraid?", "Microsoft can't give"),
        ("nobody knows the passphrase: will jobs still run?", "The guide doesn't say whether backups go on"),
        ("lost passphrase, does the nightly backup stop?", "The guide doesn't say whether backups go on"),
        ("passphrase forgotten, may we define a new one?", "The guide doesn't describe setting a new"),
        ("the passphrase is gone, can we change it?", "The guide doesn't describe setting a new"),
        ("no machine, and the passphrase is lost: can we restore?", "The guide doesn't say what can be"),
    ],
)
def test_a_lost_passphrase_is_answered_by_what_is_wanted(text: str, start: str) -> None:
    (found, *_) = prerequisites.consult(read_question(text))

    assert found.verdicts[0].table == "passphrase-recovery"
    assert found.statements[0].text.startswith(start)


def test_what_the_faq_says_on_a_new_one_is_a_dated_note() -> None:
    (found, *_) = prerequisites.consult(read_question("passphrase lost, can we generate another one?"))

    assert found.status == "partial"
    assert found.statements[-1].role == "note"
    assert "can be generated there" in found.statements[-1].text


@pytest.mark.parametrize(
    "text",
    [
        "how do we change the passphrase",
        "which length must the passphrase have",
        "how to avoid losing the passphrase",
        "passphrase set, what next?",
        "must we think of a passphrase, or does the wizard generate one for us",
    ],
)
def test_a_passphrase_that_is_there_is_not_lost(text: str) -> None:
    assert not any(
        f.verdicts[0].table == "passphrase-recovery" for f in prerequisites.consult(read_question(text))
    )


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("and if it's lost?", True),
        ("but what if we lose it", True),
        ("and if the line is lost?", False),
        ("and the vault?", False),
    ],
)
def test_a_loss_after_the_passphrase_was_talked_of(text: str, lost: bool) -> None:
    before = facts_of(read_question("what is the passphrase for"), "guide", ())
    found = prerequisites.consult(read_question(text, before))

    assert any(one.verdicts[0].table == "passphrase-recovery" for one in found) is lost


@pytest.mark.parametrize("text", ["we lost the MABS password", "pw from the install is unknown. now?"])
def test_a_password_may_be_either_secret_of_setup(text: str) -> None:
    (found, *_) = prerequisites.consult(read_question(text))

    assert found.status == "clarify"
    assert [choice.value for choice in found.missing[0].choices] == [
        "the password of the Security Settings screen",
        "the passphrase of the Encryption Setting dialog",
    ]


@pytest.mark.parametrize(
    "text",
    ["SMTP password lost", "reset the password of the SQL service account", "which password is strong?"],
)
def test_a_password_of_another_account_is_none_of_them(text: str) -> None:
    assert not any(
        found.verdicts[0].table == "passphrase-recovery"
        for found in prerequisites.consult(read_question(text))
    )


@pytest.mark.parametrize(
    ("text", "outcome"),
    [("must we make it up ourselves?", "who makes it"), ("and where do I keep it", "where it is kept")],
)
def test_one_thing_of_a_passphrase_that_is_talked_of(text: str, outcome: str) -> None:
    before = facts_of(read_question("who knows the encryption passphrase?"), "guide", ())
    (found, *_) = prerequisites.consult(read_question(text, before))

    assert found.verdicts[0].outcome == outcome


def test_another_thing_behind_the_passphrase_is_left_alone() -> None:
    before = facts_of(read_question("who knows the encryption passphrase?"), "guide", ())

    assert not prerequisites.consult(read_question("and where do I put the scratch folder", before))


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("do the jobs still run then?", "The guide doesn't say whether backups go on"),
        ("may we set a new one", "The guide doesn't describe setting a new"),
    ],
)
def test_what_goes_on_without_it_is_asked_behind_its_loss(text: str, start: str) -> None:
    before = facts_of(read_question("we lost the passphrase"), "prerequisites", ())
    (found,) = prerequisites.of_lost_passphrase(read_question(text, before))

    assert found.statements[0].text.startswith(start)


def test_a_state_behind_its_loss_is_the_table_s() -> None:
    before = facts_of(read_question("we lost the passphrase"), "prerequisites", ())

    assert not prerequisites.of_lost_passphrase(
        read_question("do backups run while the sub is Expired?", before)
    )


def test_that_one_may_be_made_is_said_in_some_more_words() -> None:
    before = facts_of(read_question("which length must the passphrase have"), "guide", ())
    found = prerequisites.consult(
        read_question("right. could setup please make up one for all of us", before)
    )

    assert found[0].statements[0].text.startswith("You can enter a passphrase of your own, or have")
