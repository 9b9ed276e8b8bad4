"""The form of a question, and the parts of a message."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.understanding.message.question_forms import (
    asks_where,
    is_order,
    leaves_out,
    points_back,
    question_kind,
    split_questions,
    tells_fault,
)
from assistant.understanding.reading import QuestionKind

K = QuestionKind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("How many disks go into it?", K.HOW_MANY),
        ("what size of scratch?", K.HOW_MANY),
        ("Why is that?", K.WHY),
        ("Where do I find the key", K.WHERE),
        ("how do I register", K.HOW),
        ("steps for a restore", K.HOW),
        ("Can it run there?", K.YES_NO),
        ("Hello team, is it listed", K.YES_NO),
        ("Exchange okay?", K.YES_NO),
        ("line up -> allowed to restore a file from the vault?", K.YES_NO),
        ("restore permitted, yes or no", K.YES_NO),
        ("Which edition", K.WHAT),
        ("the user wants to know whether it runs", K.YES_NO),
        ("restore from disk: go or no go", K.YES_NO),
        ("We use tape.", K.STATEMENT),
        ("There is a host where it runs. Can it stay?", K.YES_NO),
        ("", K.STATEMENT),
    ],
)
def test_kinds(text: str, kind: QuestionKind) -> None:
    assert question_kind(text) is kind


@pytest.mark.parametrize(
    ("text", "asking", "telling"),
    [
        ("What is it?", ("What is it?",), ""),
        ("We use tape. What now? Thanks a lot.", ("What now?",), "We use tape."),
        ("How big is it and where does it go?", ("How big is it", "where does it go?"), ""),
        ("How big is it ,   and where is it?", ("How big is it", "where is it?"), ""),
        ("How many are there, and which?", ("How many are there, and which?",), ""),
        ("one line\nis that so", ("is that so",), "one line"),
        ("May I ask something: it broke. Is it safe?", ("Is it safe?",), "May I ask something: it broke."),
        (
            "Does it run there and where our plan is old?",
            ("Does it run there and where our plan is old?",),
            "",
        ),
        ("How big is it + which one do I take", ("How big is it", "which one do I take"), ""),
        (
            "Which one is it, and where (not on paper) is it told",
            ("Which one is it", "where (not on paper) is it told"),
            "",
        ),
        ("Is it on a DC; can it go", ("Is it on a DC;", "can it go"), ""),
        ("1) is it old? 2) which size 3) names of all", ("is it old?", "which size", "names of all"), ""),
        (
            "please: a) the age of it b) .net version",
            ("the age of it", ".net version"),
            "please:",
        ),
        ("I did 1) stop it 2) start it", (), "I did 1) stop it 2) start it"),
        ("First: may it be old. Second: who is it?", ("First: may it be old.", "Second: who is it?"), ""),
        (
            "what is the limit there, which share is it",
            ("what is the limit there", "which share is it"),
            "",
        ),
        ("how do I tell, which one is it", ("how do I tell, which one is it",), ""),
        ("We saw ID 5. What now", ("What now",), "We saw ID 5."),
        ("Who may run it, and could we put it there?", ("Who may run it", "could we put it there?"), ""),
        ("What is it set to and under which menu is it", ("What is it set to", "under which menu is it"), ""),
        ("sizing: how much RAM at least, which OS?", ("sizing: how much RAM at least", "which OS?"), ""),
        ("max disks; also what of RAM", ("max disks;", "what of RAM"), ""),
        ("How big is it? and if it grows, which one", ("How big is it?", "and if it grows, which one"), ""),
        ("if it is red what do I do", ("if it is red what do I do",), ""),
        (
            "How many are there? n if we lose it can they help",
            ("How many are there?", "and if we lose it can they help"),
            "",
        ),
        ("what is it, plus the name of the button", ("what is it", "plus the name of the button"), ""),
        ("it is old, if that says anything", (), "it is old, if that says anything"),
        ("two things: min RAM / name of it / is it old", ("min RAM", "name of it", "is it old"), ""),
        ("seen: this line / that line", (), "seen: this line / that line"),
        ("some: min RAM, min cores", ("some: min RAM", "min cores"), ""),
        ("How many fit, and is LRS any good for them?", ("How many fit", "is LRS any good for them?"), ""),
        ("", (), ""),
    ],
)
def test_parts_of_a_message(text: str, asking: tuple[str, ...], telling: str) -> None:
    assert split_questions(text) == (asking, telling)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("the installer balks", True),
        ("too many jobs at once, it moans", True),
        ("the job fails every night", True),
        ("setup is stuck", True),
        ("System.IO.PathTooLongException", True),
        ("the job dies after an hour", True),
        ("connection forcibly closed by the other side", True),
        ("the wizard throws me out", True),
        ("it says ReplicaIsInconsistent", True),
        ("right after logon the console just closes", True),
        ("the agent service is gone after the reboot", True),
        ("since Monday no recovery point gets created", True),
        ("the small agents lose the connection when the big copy runs", True),
        ("the line is saturated all night", True),
        ("which editions are there", False),
        ("do we lose the points on disk", False),
        ("our old server is gone for good", False),
        ("the agent is already there", True),
        ("which of the disks we already have", False),
    ],
)
def test_faults(text: str, fault: bool) -> None:
    assert tells_fault(text) is fault


@given(st.text())
def test_splitting_keeps_stripped_parts_of_the_text(text: str) -> None:
    asking, telling = split_questions(text)
    assert all(part and part == part.strip() and part in text for part in asking)
    assert len(telling) <= len(text)


@pytest.mark.parametrize(
    ("part", "left_out"),
    [
        ("and 5?", True),
        ("what about exchange?", True),
        ("and for 20 TB?", True),
        ("or on the A4?", True),
        ("and is it large?", False),
        ("how much for 20 TB?", False),
        ("which one?", False),
    ],
)
def test_a_part_without_a_verb_leaves_out_what_is_asked(part: str, left_out: bool) -> None:
    assert leaves_out(part) is left_out


def test_a_part_may_point_back() -> None:
    assert points_back("and who pays for them?")
    assert not points_back("and who pays?")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("what of the data, which is old?", ("what of the data, which is old?",)),
        ("in our case, what comes next?", ("in our case, what comes next?",)),
        (
            "the difference between what A and what B gets?",
            ("the difference between what A and what B gets?",),
        ),
    ],
)
def test_what_stays_one_question(text: str, parts: tuple[str, ...]) -> None:
    assert split_questions(text)[0] == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("how many tapes, how much room do they take", ("how many tapes", "how much room do they take")),
        ("max tapes, and the smallest drive", ("max tapes", "and the smallest drive")),
        ("how many, which ones do they take", ("how many, which ones do they take",)),
    ],
)
def test_short_parts_that_count_or_name_an_extreme(text: str, parts: tuple[str, ...]) -> None:
    assert split_questions(text)[0] == parts


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("please delete the old recovery points", True),
        ("can you restart the service?", True),
        ("how do I delete recovery points?", False),
        ("stop of the job fails", False),
        ('add external server: "not registered"', False),
    ],
)
def test_orders(text: str, order: bool) -> None:
    assert is_order(text) is order


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("does it meet the minimum?", K.YES_NO),
        ("the box has 8 GB, reaches the minimum, right?", K.YES_NO),
        ("is that below the guide's maximum?", K.YES_NO),
        ("what is the minimum?", K.HOW_MANY),
        ("minimum cores", K.HOW_MANY),
        ("max disks", K.HOW_MANY),
    ],
)
def test_a_limit_that_something_is_held_against_is_not_asked_for(text: str, kind: QuestionKind) -> None:
    assert question_kind(text) is kind


def test_facts_in_a_list_with_a_question_behind_them_are_one_case() -> None:
    text = "Facts: 1) the sub is Expired; 2) the line is down for a month. Request: a restore. Permitted?"
    assert split_questions(text)[0] == ("Permitted?",)
    assert len(split_questions("1) is the sub Expired? 2) is the line down?")[0]) == 2


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("a) the line is down b) the sub is Expired -> possible to restore?", 1),
        ("(1) no link since May (2) sub Active, so can we restore?", 1),
        ("a) is the line down? b) the sub is Expired -> may we restore?", 2),
    ],
)
def test_a_question_behind_facts_is_one(text: str, count: int) -> None:
    assert len(split_questions(text)[0]) == count


@pytest.mark.parametrize("text", ["restores are blocked, true? cheers", "restore permitted y/n, thanks"])
def test_a_statement_to_be_confirmed_is_asked_wherever_it_stands(text: str) -> None:
    assert question_kind(text) is QuestionKind.YES_NO


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("where is the log of the agent", True),
        ("the job fails, where do I look?", True),
        ("a server where another agent runs gets an error", False),
        ("nothing is asked here", False),
    ],
)
def test_a_place_is_asked_for_and_not_only_described(text: str, asked: bool) -> None:
    assert asks_where(text) is asked


@pytest.mark.parametrize(
    ("text", "asking", "telling"),
    [
        (
            "sub is expired. three questions: backup to disk / restore from disk / restore azure. line is up",
            ("backup to disk", "restore from disk", "restore azure"),
            "sub is expired. line is up",
        ),
        (
            "hi from Graz. two questions: default redundancy / points per vault",
            ("default redundancy", "points per vault"),
            "",
        ),
    ],
)
def test_the_case_is_told_around_a_list_that_slashes_part(
    text: str, asking: tuple[str, ...], telling: str
) -> None:
    found, told = split_questions(text)

    assert (found, " ".join(told.split())) == (asking, telling)


@pytest.mark.parametrize(
    ("text", "asking"),
    [
        (
            "hi! two things: how many disks on an A3, must it be domain joined. it's friday, keep it short",
            ("how many disks on an A3", "must it be domain joined"),
        ),
        (
            "three questions: disks on A2, .net version (min, max), domain needed?",
            ("disks on A2", ".net version (min, max)", "domain needed?"),
        ),
        (
            "2 points: the uninstall stops with 292 & what is the default redundancy",
            ("the uninstall stops with 292", "what is the default redundancy"),
        ),
    ],
)
def test_as_many_questions_as_announced_stand_between_commas(text: str, asking: tuple[str, ...]) -> None:
    assert split_questions(text)[0] == asking


def test_another_number_than_announced_is_no_such_list() -> None:
    asking, _ = split_questions(
        "two things: we have eight disks of 1 TB and they are full, what now, and why?"
    )

    assert "we have eight disks of 1 TB" not in asking


@pytest.mark.parametrize(
    ("text", "asking"),
    [
        ("all the names for the proxy, please. also is TLS needed?", 2),
        ("the address ranges pls", 1),
        ("the server is slow, please", 0),
        ("8 TB to Azure, scratch? and for how long will local copies be fine", 2),
    ],
)
def test_a_thing_that_is_asked_for_with_please_is_a_question(text: str, asking: int) -> None:
    assert len(split_questions(text)[0]) == asking


@pytest.mark.parametrize(
    ("text", "asking"),
    [
        (
            "it printed false. meaning. and give us the list of names",
            ("meaning.", "and give us the list of names"),
        ),
        ("A3 is full. scaling up leads from which series to which", 1),
        ("whose account runs the setup", 1),
        ("if 2 servers make a point a day when does the vault fill", 1),
        ("we give the server 8 GB", 0),
    ],
)
def test_what_is_asked_without_its_mark(text: str, asking: tuple[str, ...] | int) -> None:
    asked = split_questions(text)[0]

    assert (len(asked) if isinstance(asking, int) else asked) == asking
