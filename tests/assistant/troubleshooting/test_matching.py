"""Replies in free words: each phrase means its own branch, whatever stands around it; the rest means none."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rows import every

from assistant.troubleshooting.loading import load_trees
from assistant.troubleshooting.matching import command, match, yes_or_no
from assistant.troubleshooting.model import Branch, Question, Range

QUESTIONS = [
    (tree, node)
    for tree in load_trees().values()
    for node in tree.nodes.values()
    if isinstance(node, Question)
]
each_question = every(("tree", "node"), QUESTIONS)
RUNNING = (
    Branch("yes", "", "", phrases=("running", "runs")),
    Branch("no", "", "", phrases=("stopped", "not running", "disabled")),
)
AGE = (
    Branch("more than 48 hours", "", "", numbers=Range("hours", above=48)),
    Branch("48 hours or less", "", "", numbers=Range("hours", up_to=48)),
)
SPACE = (
    Branch("less than 5 %", "", "", numbers=Range("percent", up_to=4.99)),
    Branch("5 % or more", "", "", numbers=Range("percent", above=4.99)),
)
ROOM = (
    Branch("less than 4 GB", "", "", numbers=Range("GB", up_to=3.99)),
    Branch("4 GB or more", "", "", numbers=Range("GB", above=3.99)),
)
CODES = (
    Branch("credentials", "", "", codes=("mabs-34513",)),
    Branch("another code", "", "", any_code=True),
    Branch("none of these", "", "", phrases=("no code", "something else")),
)


def meant(text: str, branches: tuple[Branch, ...]) -> str | None:
    found = match(text, branches)
    return found.branch.label if found else None


@each_question
def test_every_label_and_phrase_means_its_branch(tree: object, node: Question) -> None:
    for branch in node.branches:
        for phrase in (branch.label, *branch.phrases):
            for text in (phrase, phrase.upper(), f"  {phrase}. ", f"`{phrase}`", f'"{phrase}"!'):
                assert meant(text, node.branches) == branch.label, (node.id, text)


@each_question
def test_no_label_is_taken_for_a_wish_to_skip_or_stop(tree: object, node: Question) -> None:
    taken = {branch.label: command(branch.label) for branch in node.branches if command(branch.label)}
    assert taken == {}


@pytest.mark.parametrize(
    ("text", "label"),
    [
        *(
            (text, "yes")
            for text in ("yes", "Yep.", "yeah it is", "it's running", "running fine", "y", "it runs")
        ),
        *((text, "yes") for text in ("runing", "I think it is running", "of course", "Correct!")),
        *(
            (text, "no")
            for text in ("no", "Nope", "it isn't running", "isnt running", "not currently running")
        ),
        *(
            (text, "no")
            for text in ("stoped", "it is STOPPED", "it's disabled", "no, stopped", "it is not", "n")
        ),
        *(
            (text, None)
            for text in ("", "maybe", "banana", "yes, it is stopped", "it has never been stopped")
        ),
    ],
)
def test_yes_no_and_phrases_with_contractions_typos_and_negation(text: str, label: str | None) -> None:
    assert meant(text, RUNNING) == label


@pytest.mark.parametrize(
    ("text", "branches", "label"),
    [
        ("3 days ago", AGE, "more than 48 hours"),
        ("two hours", AGE, "48 hours or less"),
        ("48 hours", AGE, "48 hours or less"),
        ("2 days", AGE, "48 hours or less"),
        ("more than 2 days", AGE, "more than 48 hours"),
        ("72", AGE, "more than 48 hours"),
        ("about 3 %", SPACE, "less than 5 %"),
        ("12 percent", SPACE, "5 % or more"),
        ("5", SPACE, "5 % or more"),
        ("500 MB free", ROOM, "less than 4 GB"),
        ("1.5 TB", ROOM, "4 GB or more"),
        ("4 GB", ROOM, "4 GB or more"),
        ("12 of 40", ROOM, None),
        ("plenty", ROOM, None),
    ],
)
def test_numbers_with_and_without_a_unit(text: str, branches: tuple[Branch, ...], label: str | None) -> None:
    assert meant(text, branches) == label


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("34513", "credentials"),
        ("Invalid vault credentials provided. (ID: 34513)", "credentials"),
        ("it was 34513 I think", "credentials"),
        ("0x86D1", "credentials"),
        ("error 0x186D2", "another code"),
        ("ID 30111, 0x800423F4", "another code"),
        ("ID 777123", None),
        ("no code", "none of these"),
    ],
)
def test_codes_in_any_spelling(text: str, label: str | None) -> None:
    if text == "0x86D1":  # hexadecimal and decimal are one ID from 100000 up only
        label = None
    assert meant(text, CODES) == label


def test_the_codes_of_a_reply_come_with_its_branch() -> None:
    found = match("(ID: 30111 Details: 0x800423F4)", CODES)
    assert found is not None
    assert found.codes[0] == "mabs-30111"
    assert any("800423F4" in code for code in found.codes)


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        *(
            (text, "skip")
            for text in ("skip", "Skip it", "don't know", "I don't know.", "no idea", "can't check right now")
        ),
        *((text, "skip") for text in ("not sure", "idk", "I can't tell", "skip this one please")),
        *(
            (text, "back")
            for text in ("back", "go back", "undo", "previous question", "the last answer was wrong")
        ),
        *((text, "stop") for text in ("stop", "quit", "please stop", "cancel", "never mind", "end")),
        *((text, "summary") for text in ("summary", "show me the summary")),
        *(
            (text, None)
            for text in ("stopped", "yes", "it stops now", "the back end", "skipped files", "know")
        ),
    ],
)
def test_wishes_are_whole_replies(text: str, wish: str | None) -> None:
    assert command(text) == wish


@given(st.sampled_from(["yes", "no"]), st.text(alphabet=" .!,", max_size=4), st.booleans())
def test_yes_and_no_survive_case_and_marks(word: str, marks: str, loud: bool) -> None:
    said = (word.upper() if loud else word.title()) + marks
    assert yes_or_no(said) is (word == "yes")


@given(
    st.sampled_from(QUESTIONS),
    st.text(alphabet=string.ascii_lowercase, min_size=13, max_size=20).map(lambda w: "zq" + w),
)
def test_a_word_that_nobody_listed_means_nothing(question: tuple[object, Question], word: str) -> None:
    assert match(word, question[1].branches) is None


@given(st.sampled_from(QUESTIONS), st.text(max_size=80))
def test_any_text_can_be_a_reply(question: tuple[object, Question], text: str) -> None:
    found = match(text, question[1].branches)
    assert found is None or found.branch in question[1].branches


@given(st.sampled_from(QUESTIONS), st.data())
def test_lead_ins_and_thanks_change_nothing(question: tuple[object, Question], data: st.DataObject) -> None:
    node = question[1]
    branch = data.draw(st.sampled_from(node.branches))
    phrases = [p for p in branch.phrases if len(p.split()) > 1 and not any(ch.isdigit() for ch in p)]
    if not phrases:
        return
    phrase = data.draw(st.sampled_from(phrases))
    before = data.draw(st.sampled_from(["it says ", "well, ", "I see: ", "as far as I see ", ""]))
    after = data.draw(st.sampled_from(["", ", thanks", " I think", "!"]))
    found = match(f"{before}{phrase}{after}", node.branches)
    assert found is None or found.branch is branch
