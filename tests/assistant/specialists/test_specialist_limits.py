"""The calculators in a conversation: what they take from it, leave to it, and refuse."""

from __future__ import annotations

import pytest

from assistant.answer import Finding, Statement
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


def test_where_the_scratch_location_is_set_is_said_after_its_size() -> None:
    before = {
        **facts_of(read_question("scratch for 8 TB?"), limits.NAME, ()),
        limits.KEPT: {"kind": "scratch", "data": "8000000000000"},
    }

    (finding,) = limits.consult(read_question("on which screen do I enter it", before))

    assert "Installation Settings" in finding.statements[0].text
    assert limits.kept_facts(read_question("where does it go", before))["data"] == "8000000000000"


def test_points_on_disk_are_asked_for_in_the_vault_with_the_same_schedule() -> None:
    first = read_question("how many points are on the disk with hourly backups?")
    before = {**facts_of(first, limits.NAME, ()), limits.KEPT: limits.kept_facts(first)}

    (finding,) = limits.consult(read_question("and in the vault?", before))

    assert "a vault is full" in finding.statements[0].text


def test_how_many_points_a_plan_makes_is_said_again() -> None:
    first = read_question("monthly points for 5 years in the vault ok?")
    before = {**facts_of(first, limits.NAME, ()), limits.KEPT: limits.kept_facts(first)}

    (finding,) = limits.consult(read_question("how many points in the vault", before))

    assert "60 recovery points" in finding.statements[0].text
    assert limits.consult(read_question("how many in the vault in total?", before)) == [finding]


def test_a_retention_in_the_cloud_is_reckoned_with_unless_a_state_is_told() -> None:
    (finding,) = limits.consult(read_question("daily backups, 3 years retention in azure, ok?"))

    assert "1,095 recovery points" in finding.statements[0].text
    told = "offline for 3 weeks, are daily backups kept in azure?"
    assert not limits.consult(read_question(told))


@pytest.mark.parametrize(
    ("question", "beginning"),
    [
        ("is a scratch of 2 TB necessary for 10 TB?", "2 TB is enough"),
        ("are 9 GB free required to extract?", "9 GB is enough"),
        ("is a scratch of 500 GB enough for 10 TB?", "Yes. 500 GB is enough"),
    ],
)
def test_a_yes_to_what_suffices_is_none_to_what_is_needed(question: str, beginning: str) -> None:
    (finding,) = limits.consult(read_question(question))

    assert finding.statements[0].text.startswith(beginning)


def test_an_earlier_calculation_is_come_back_to() -> None:
    scratch = {"kind": "scratch", "data": "4000000000000", "space": "250000000000"}
    before = {"specialist": "prerequisites", limits.EARLIER: {"scratch": scratch}, "query": "a domain?"}
    found = limits.consult(read_question("sales has 2 TB on top of the 4. scratch still enough?", before))
    assert found[0].statements[0].text.startswith("No. 250 GB is too small: at least 300 GB")
    assert limits.consult(read_question("what is the domain for", before)) == []


def test_a_turn_without_a_calculation_keeps_those_before() -> None:
    first = read_question("scratch for 3 TB")
    left = limits.left_by(first, limits.consult(first), {})
    other = Finding("guide", "answered", (Statement("It is needed."),), 1.0)
    kept = limits.left_by(read_question("is .NET needed?"), [other], left)
    assert kept[limits.EARLIER] == left[limits.EARLIER]
    assert limits.KEPT not in kept
    assert left[limits.EARLIER]["scratch"]["data"] == "3000000000000"


@pytest.mark.parametrize(
    ("kept", "text", "told"),
    [
        ({"kind": "space", "free": "2900000000"}, "how much is missing?", "1.1 GB are missing"),
        ({"kind": "disks", "sizes": "A2", "count": "6"}, "how many too many", "2 too many"),
        (
            {"kind": "scratch", "data": "3000000000000", "space": "100000000000"},
            "by how much am i short",
            "50 GB",
        ),
    ],
)
def test_how_much_is_missing_of_what_failed(kept: dict[str, str], text: str, told: str) -> None:
    found = limits.consult(read_question(text, {"specialist": limits.NAME, limits.KEPT: kept}))
    assert told in found[0].statements[0].text


def test_space_that_is_freed_comes_on_top() -> None:
    before = {"specialist": limits.NAME, limits.KEPT: {"kind": "space", "free": "3000000000"}}
    found = limits.consult(read_question("what if I free another 2 GB", before))
    assert "5 GB is enough" in found[0].statements[0].text


def test_a_figure_counts_without_the_reason_given_with_it() -> None:
    before = {"specialist": limits.NAME, limits.KEPT: {"kind": "scratch", "data": "3000000000000"}}
    found = limits.consult(read_question("actually it is 6 TB, they forgot a file cluster", before))
    assert found[0].statements[0].text.startswith("At least 300 GB")


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("retention of 30 days, ok?", "It depends on the place"),
        ("retention of 4 days, ok?", "Yes. 4 days"),
        ("should that copy be in the vault or on the local disks?", "It depends on its age"),
    ],
)
def test_a_copy_whose_place_or_age_is_not_told(text: str, lead: str) -> None:
    (found,) = limits.consult(read_question(text))

    assert found.statements[0].text.startswith(lead)


@pytest.mark.parametrize(
    "text",
    [
        "is the first copy kept on local disk or in the vault?",
        "is a restore from disk or from Azure faster?",
        "retention of 30 days in the vault, ok?",
    ],
)
def test_where_the_place_is_told_or_another_thing_asked(text: str) -> None:
    assert not limits.consult(read_question(text))


def test_the_most_that_is_advised_behind_a_time() -> None:
    first = read_question("8 days on the local disks?")
    facts = facts_of(first, limits.NAME, ()) | limits.left_by(first, limits.consult(first), {})
    (found,) = limits.consult(read_question("and the max?", facts))

    assert found.statements[0].text.startswith("Up to five days on attached disks")


@pytest.mark.parametrize(
    "text",
    [
        "how old may copies on the local disks become, as data must move to the vault some day",
        "how many days can backup data be kept on attached disks",
    ],
)
def test_how_long_data_stays_on_disk(text: str) -> None:
    (finding,) = limits.consult(read_question(text))

    assert finding.statements[0].text.startswith("Up to five days on attached disks")


@pytest.mark.parametrize(
    "text",
    [
        "how long does a restore from disk take",
        "how long are points kept in the vault",
        "how long must the server be offline until local backups stop",
        "how long may data be kept on disk and in the vault",
    ],
)
def test_another_time_is_asked_for(text: str) -> None:
    assert not limits.consult(read_question(text))


@pytest.mark.parametrize(
    "first", ["how long may data stay on local disks?", "can we keep 9 days on the local disks?"]
)
def test_how_long_it_is_kept_in_the_vault_behind_the_disks(first: str) -> None:
    before = {
        **facts_of(read_question(first), limits.NAME, ()),
        limits.KEPT: limits.kept_facts(read_question(first)),
    }

    (finding,) = limits.consult(read_question("and in the vault?", before))

    assert finding.statements[0].text.startswith("In the vault for many years")


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("3 points a day, 4 servers, 5 years, one vault. Is the limit respected?", "No."),
        ("1 point a week, 4 servers, 5 years, one vault. Is the maximum kept?", "Yes."),
        ("3 points a day, 4 servers, 5 years. By how much is the limit exceeded?", "21,900"),
    ],
)
def test_a_limit_that_is_respected_gets_a_yes_or_no(question: str, lead: str) -> None:
    (finding,) = limits.consult(read_question(question))

    assert finding.statements[0].text.startswith(lead)


@pytest.mark.parametrize(
    "question",
    [
        "we protect 12 TB, keep 5 days local. how much local disk?",
        "retention 4 days on disk: size of the disk pool?",
        "how many tb of disk for 10 servers kept 4 days",
    ],
)
def test_the_room_that_days_on_disk_take_is_no_figure_of_the_guide(question: str) -> None:
    (finding,) = limits.consult(read_question(question))

    assert finding.status == "partial"
    assert finding.statements[0].text.startswith("The guide gives no amount for that")


def test_how_many_at_the_end_asks_for_a_number() -> None:
    (finding,) = limits.consult(read_question("monthly points 5 years one server how many"))

    assert finding.statements[0].text.startswith("60 recovery points")
