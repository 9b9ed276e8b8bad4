"""A turn that tells a figure without what it is of is read with the subject of the turn before."""

from __future__ import annotations

import pytest

from assistant.codes.code_wording import NAME as CODES
from assistant.dialogue.carried_subject import SUBJECT, in_its_subject, left_by, named
from assistant.specialists.passages import guide
from assistant.table_answers import settled
from assistant.understanding.read import facts_of, read_question


def told(before: str, answer: str, question: str) -> str | None:
    """The verdict for `question` in the subject of the turn before; None where it isn't read in it."""
    first = read_question(before)
    facts = facts_of(first, guide.NAME, ()) | {SUBJECT: left_by(first, guide.NAME, answer, {})}
    again = in_its_subject(read_question(question, facts))
    return settled(again)[0].statements[0].text if again else None


@pytest.mark.parametrize(
    ("before", "answer", "question", "verdict"),
    [
        (
            "what is that 5 % about",
            "It is the scratch location. Then more.",
            "so 400 GB, how much may go up",
            "At most 8 TB",
        ),
        ("how long may data stay on disk", "Five days.", "ours is set to 12, how many over", "Better not."),
        ("how long may data stay on disk", "Five days.", "we keep 3", "Yes. 3 days"),
        ("which .NET is needed", "3.5 SP1.", "there is 4.6 on it", "Yes. .NET Framework 4.6"),
        ("which image for the server", "2016.", "would plain 2012 do", "Windows Server 2012 is not one"),
        ("what size of VM", "A2.", "A1 is all we have", "No. A1 is too small"),
        ("what is that 5 % about", "It is the scratch location.", "500", "At least 25 GB for 500 GB, 25 TB"),
        ("what is that 5 % about", "It is the scratch location.", "12 TB to azure", "At least 600 GB"),
        ("space to extract", "At least 4 GB.", "so 5", "Yes. 5 GB is enough"),
        (
            "is SQL part of the setup",
            "It comes along.",
            "we have an own instance, on the same vm. ok?",
            "Yes. Your own",
        ),
    ],
)
def test_a_figure_is_one_of_the_subject(before: str, answer: str, question: str, verdict: str) -> None:
    assert (told(before, answer, question) or "").startswith(verdict)


@pytest.mark.parametrize(
    "question",
    [
        "is SQL 2014 covered",  # another matter
        "what does error 400 mean",
        "we are offline for 20 days",
        "thanks",
    ],
)
def test_what_has_a_subject_of_its_own_is_read_alone(question: str) -> None:
    assert told("what is that 5 % about", "It is the scratch location.", question) is None


def test_what_is_counted_in_a_unit_of_its_own_is_no_memory() -> None:
    assert named("memory", "1 core") == "memory of the MABS machine: 1 core"
    assert named("memory", "16, ok") == "memory of the MABS machine: 16 GB RAM, ok"


def test_an_error_has_a_subject_where_there_is_something_to_reckon() -> None:
    full = read_question("ID 32500")

    assert left_by(full, CODES, "**ID 32500**: Cache (scratch) volume is full. More.", {}) == "scratch"
    assert left_by(full, CODES, "**ID 3106**: Replica is inconsistent. More.", {}) == ""


def test_a_subject_is_carried_by_what_follows() -> None:
    first = read_question("which .NET is needed")
    facts = facts_of(first, guide.NAME, ()) | {SUBJECT: left_by(first, guide.NAME, "3.5 SP1.", {})}

    assert left_by(read_question("and why?", facts), guide.NAME, "Because.", facts) == "dotnet"
    assert left_by(read_question("sub expired?"), "connectivity", "Backups to disks stop.", {}) == ""
    assert left_by(read_question("can we use LRS", facts), guide.NAME, "Yes, LRS.", facts) == ""


@pytest.mark.parametrize("question", ["exchange is in there?", "is a domain controller on that list?"])
def test_a_role_after_those_that_rule_a_machine_out(question: str) -> None:
    said = told("what blocks it", "Azure Backup Server can't be installed on any of these:", question)
    assert said is not None
    assert said.startswith("Azure Backup Server can't be installed on a computer")
