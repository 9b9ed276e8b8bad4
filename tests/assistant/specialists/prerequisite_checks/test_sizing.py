"""Sizes, cores and memory are judged by the minimum; for a load the guide names none."""

from __future__ import annotations

import pytest

from assistant.specialists import prerequisites
from assistant.specialists.prerequisite_checks import sizing
from assistant.understanding.read import facts_of, read_question


def beginning(question: str, before: str = "") -> str:
    previous = facts_of(read_question(before), "guide", ()) if before else {}
    found = prerequisites.consult(read_question(question, previous))
    return found[0].statements[0].text if found else ""


@pytest.mark.parametrize(
    "question",
    [
        "is our A2 sufficient for 15 VMs?",
        "A3 for a site with 40 servers, ok?",
        "does one A4 cope with 70 machines?",
        "we have 25 hosts, is A2 enough?",
        "A2 big enough for 8 TB of data?",
        "2 cores and 4 GB RAM enough for 30 databases?",
        "how big must the machine be for 60 VMs?",
        "is the minimum size fine for 12 TB?",
        "which vm size for 200 servers?",
    ],
)
def test_for_a_load_no_size_is_named(question: str) -> None:
    result = sizing.vm_size(read_question(question))

    assert result is not None
    assert (result.outcome, result.inputs["asked"]) == ("unknown", "load")
    assert not result.missing


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("is A2 enough for MABS?", "Yes. A2 meets"),
        ("A2 enough for one backup server?", "Yes. A2 meets"),
        ("are 3 VMs of size A2 ok for 3 backup servers?", "Yes. A2 meets"),
        ("A1 ok for 5 servers?", "No. A1 is too small"),
        ("1 core enough for 20 VMs?", "No. A machine like this is too small"),
    ],
)
def test_without_a_load_or_below_the_minimum_it_is_settled(question: str, lead: str) -> None:
    assert beginning(question).startswith(lead)


@pytest.mark.parametrize(
    "question",
    ["is there a tool to pick the size? I know of A2", "which calculator helps, we thought of an A3 machine"],
)
def test_what_helps_to_choose_a_size_is_left_to_the_guide(question: str) -> None:
    assert sizing.vm_size(read_question(question)) is None


def test_a_tool_that_helped_with_nothing_is_no_matter() -> None:
    assert beginning("A1 machine for the tools team, will it do for MABS?").startswith("No. A1 is too small")


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("A3 and 3 GB?", "No. By its name A3"),
        ("A2, 4 gb?", "Yes. A2 meets"),
        ("a4 / 2 GB?", "No. By its name A4"),
        ("A1 with 16 GB?", "No. A1 is too small"),
        ("our A2, RAM 3.5, good?", "Yes. A2 meets"),
        ("A4 with memory 2, alright?", "No. By its name A4"),
        ("the vm is an A4, meets the minimum, right?", "Yes. A4 is larger"),
        ("2 cores and 8 GB RAM, does it reach the minimum?", "Yes. A machine like this"),
        ("A3 but only one core, ok?", "No. By its name A3"),
        ("the box is an A2 with only 2 GB of RAM, fine?", "No. By its name A2"),
    ],
)
def test_a_telegram_is_judged_with_its_verdict_first(question: str, lead: str) -> None:
    assert beginning(question).startswith(lead)


@pytest.mark.parametrize("question", ["A3 and 6 disks?", "A2, 3 GB free?", "A2?"])
def test_what_tells_no_memory_is_left_to_others(question: str) -> None:
    assert not beginning(question).startswith(("Yes", "No"))


@pytest.mark.parametrize(
    "question", ["do we need more memory than an A2 has?", "A3, is a bigger machine required?"]
)
def test_nothing_larger_than_the_minimum_is_needed(question: str) -> None:
    assert beginning(question).startswith("No. ")


@pytest.mark.parametrize(
    ("before", "question", "lead"),
    [
        ("A4 vm", "1 core ok?", "No. By its name A4"),
        ("A3 with 5 disks", "and RAM 2 gb?", "No. By its name A3"),
        ("A3", "4 cores ok?", "Yes. A3 is larger"),
    ],
)
def test_cores_or_memory_alone_are_those_of_the_machine_before(before: str, question: str, lead: str) -> None:
    assert beginning(question, before).startswith(lead)


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("is A1 below the minimum?", "Yes. A1 is too small"),
        ("an A0 fails the minimum, right?", "Yes. A0 is too small"),
        ("is A3 too small?", "No. A3 is larger"),
        ("A1 isn't too small, right?", "A1 is too small"),
        ("A1 meets the minimum?", "No. A1 is too small"),
    ],
)
def test_that_a_size_is_too_small_is_confirmed_or_denied(question: str, lead: str) -> None:
    assert beginning(question).startswith(lead)


def test_the_basic_tier_is_told_apart() -> None:
    assert beginning("is A2 Basic ok?").startswith("Yes, but the recommended minimum is A2 Standard")
    assert beginning("is A2 Standard ok?").startswith("Yes. A2 meets")


@pytest.mark.parametrize(
    ("before", "question", "lead"),
    [
        ("2 cores and 3 GB RAM enough?", "gave it 6 GB now", "Yes. A machine like this"),
        ("2 cores and 3 GB RAM enough?", "it has 2 GB", "No. A machine like this"),
        ("2 cores and 3 GB RAM enough?", "now it has 6 GB free on disk", ""),
    ],
)
def test_a_bare_size_behind_a_judged_machine_is_its_memory(before: str, question: str, lead: str) -> None:
    previous = facts_of(read_question(before), prerequisites.NAME, ())
    found = prerequisites.consult(read_question(question, previous))

    assert (found[0].statements[0].text if found else "").startswith(lead)
    assert bool(found) is bool(lead)


def test_whether_it_is_enough_is_asked_before_the_bigger_one() -> None:
    assert beginning("is A2 enough for MABS? or do I need the next larger size").startswith("Yes. A2 meets")
