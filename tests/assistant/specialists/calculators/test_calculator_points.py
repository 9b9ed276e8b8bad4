"""Recovery points from a question's words: how often, how many sources, how long, what is asked."""

from __future__ import annotations

from itertools import product

import pytest
from asking import asked, silent
from rows import every

from assistant.decisions.calculations.recovery_points import LIMIT
from assistant.specialists import limits
from assistant.understanding.read import facts_of, read_question

OFTEN = {
    "daily": 365,
    "hourly": 8760,
    "twice a day": 730,
    "every 6 hours": 1460,
    "4 a day": 1460,
    "weekly": 52,
    "every other day": 182.5,
    "3 times a week": 156,
    "nightly": 365,
}
FRAMES = (
    "{often} recovery points from {n} servers kept {years} years in one vault: does it fit?",
    "{n} machines, {often} points, {years} yrs retention, same vault. under 9999?",
    "one vault, {n} sources, recovery points {often}, for {years} years. within the limit?",
)


@every(("frame", "often", "n", "years"), list(product(FRAMES, OFTEN, (2, 17), (1, 4))))
def test_points_are_often_times_sources_times_years(frame: str, often: str, n: int, years: int) -> None:
    result = asked(frame.format(often=often, n=n, years=years))

    points = OFTEN[often] * n * years
    assert abs(int(result.outputs["recovery_points"]) - points) < n
    assert result.outcome == ("fits" if points <= LIMIT else "too_many")


@pytest.mark.parametrize(("often", "n"), list(product(OFTEN, (1, 5, 30))))
def test_without_a_retention_it_is_the_time_until_the_vault_is_full(often: str, n: int) -> None:
    result = asked(f"{often} recovery points, {n} servers, one vault. how long until it is full?")

    assert float(result.outputs["days"].replace(",", "")) == pytest.approx(
        LIMIT / (OFTEN[often] * n) * 365, abs=0.1
    )


@pytest.mark.parametrize(
    ("question", "outputs"),
    [
        ("how many servers with daily points kept one year fit in a vault?", {"sources": "27"}),
        ("how many recovery points per day at most with 3 years retention?", {"per_day": "9.1"}),
        ("a vault has 6000 recovery points, 20 more a day come in. when is it full?", {"days": "200"}),
        ("15,000 recovery points in one vault?", {"vaults": "2", "too_many": "5001"}),
        ("30 daily, 12 weekly and 60 monthly points in the vault: how many?", {"recovery_points": "102"}),
        ("daily for 30 days, weekly for 12 weeks, points in a vault?", {"recovery_points": "42"}),
        ("monthly points for five years: how many below the cap?", {"left": "9939"}),
        ("mon-fri nightly points for 10 years in a vault", {"recovery_points": "2600"}),
        ("4 backups a day on 5 days a week to the vault for 10 years", {"recovery_points": "10400"}),
    ],
)
def test_what_is_asked_decides_what_is_reckoned(question: str, outputs: dict[str, str]) -> None:
    assert outputs.items() <= asked(question).outputs.items()


FIRST = "daily recovery points, 10 servers, one vault, kept a year. fits?"


@pytest.mark.parametrize(
    ("then", "points"),
    [
        ("and 30 servers?", 10_950),
        ("what if weekly?", 520),
        ("five years?", 18_250),
        ("and twice a day?", 7_300),
        ("oops, I meant sixteen servers", 5_840),
        ("double the servers", 7_300),
        ("sixteen, sorry", 5_840),
        ("twice as long retention?", 7_300),
        ("and for ten years with weekly points?", 5_200),
    ],
)
def test_a_follow_up_changes_one_input(then: str, points: int) -> None:
    assert asked(FIRST, then).outputs["recovery_points"] == str(points)


@pytest.mark.parametrize(
    ("then", "outputs"),
    [
        ("how many servers would be the max then?", {"sources": "27"}),
        ("and when is the vault full?", {"days": "999.9"}),
    ],
)
def test_a_follow_up_can_ask_for_another_figure(then: str, outputs: dict[str, str]) -> None:
    assert outputs.items() <= asked(FIRST, then).outputs.items()


@pytest.mark.parametrize(
    "question",
    [
        "how many recovery points per night after a marathon?",
        "we earn 3 loyalty points a day for 2 years",
        "our sprint has 20 story points per week for 3 months",
        "the subscription was deprovisioned for a week, do recovery points come back?",
        "how do I delete recovery points?",
        "recovery points are missing since 3 days",
        "which account needs 3 rights for daily backups?",
        "where are the recovery points kept?",
    ],
)
def test_what_only_looks_numeric_is_left_alone(question: str) -> None:
    assert silent(question)


def test_a_follow_up_leaves_a_schedule_out_or_holds_it_to_some_days() -> None:
    three = "daily, weekly and monthly points: 30, 52, 60. fits the vault?"

    assert asked(three).outputs["recovery_points"] == "142"
    assert asked(three, "and without the monthly ones?").outputs["recovery_points"] == "82"
    assert (
        asked("4 points a day, 3 years, one server: fits?", "weekdays only").outputs["recovery_points"]
        == "3120"
    )


def test_points_are_counted_for_the_time_that_was_told_before() -> None:
    assert asked("keep 8 days on disk?", "how many points is that with 2 a day?").outputs["points"] == "16"


def test_a_schedule_told_twice_counts_once() -> None:
    once = asked("24 recovery points a day, when is the vault full?").outputs

    assert asked("hourly recovery points (24/day), when is the vault full?").outputs == once


def test_whether_it_fits_is_asked_of_what_was_reckoned() -> None:
    assert asked("how many points for 3 years daily?", "does that fit?").outputs["recovery_points"] == "1095"


@pytest.mark.parametrize(
    ("question", "name", "value"),
    [
        ("two rps daily, keep 12 y. under the cap of one vault?", "recovery_points", "8760"),
        ("monthly forever from 3 boxes, how many years until it's full", "years", "277.8"),
        ("12 servers, daily, how long can we retain before hitting the cap", "years", "2.3"),
        ("half-hourly backups held for 200 days: vault ok?", "recovery_points", "9600"),
        ("20 servers do monthly for 10y, still below the max?", "recovery_points", "2400"),
        ("max daily points if i retain for 3 years?", "per_day", "9.1"),
        ("we take a backup Mo, Wed, Fri. 10 years. fits?", "recovery_points", "1560"),
        ("2 backups each weekday for 15 years, ok for the limit?", "recovery_points", "7800"),
        ("max retention in years if twelve servers back up daily to one vault", "years", "2.3"),
        ("I have 7500 points in the vault, can I keep another 2600?", "recovery_points", "10100"),
        ("50 % of the 9999 used. daily from 2 servers. when full?", "years", "6.8"),
    ],
)
def test_a_schedule_and_a_retention_are_counted(question: str, name: str, value: str) -> None:
    assert asked(question).outputs[name] == value


def test_a_bare_number_takes_the_place_of_the_figure_told_last() -> None:
    assert asked("1 point a day per server, 10 servers. 2 years fine?", "what about 3?").outputs[
        "recovery_points"
    ] == str(365 * 10 * 3)
    assert asked("daily points kept 2 years for 10 servers, ok?", "and 12?").outputs[
        "recovery_points"
    ] == str(365 * 12 * 2)


@pytest.mark.parametrize("text", ["so a day that is?", "how many per day is that", "daily then?"])
def test_the_rate_of_a_retention_told_before(text: str) -> None:
    assert (
        "5.5 " in asked("kept for 5 years in a vault. limit of points?", text).headline
        or "5.4 " in asked("kept for 5 years in a vault. limit of points?", text).headline
    )


@pytest.mark.parametrize(
    "text", ["how many is that", "are we close to the cap", "does that exceed the limit"]
)
def test_the_points_before_are_told_again(text: str) -> None:
    assert "3,285" in asked("daily points kept 9 years, how many points?", text).headline


def test_near_the_limit_has_no_yes() -> None:
    before = {"specialist": limits.NAME, limits.KEPT: {"kind": "points", "plans": "1 day|9 year"}}
    found = limits.consult(read_question("are we close to the cap", before))
    assert found[0].statements[0].text.startswith("3,285")


def test_points_beside_sources_are_told_for_each_and_for_all() -> None:
    both = asked("20 recovery points a week for 5 servers, how many in a year?")
    assert both.outputs["recovery_points"] == "5200"
    assert "1,040 recovery points" in both.caveats[-1]
    each = asked("20 recovery points a week for each of 5 servers, how many in a year?")
    assert each.caveats == ()


def test_a_bare_number_of_points_is_held_against_the_limit() -> None:
    assert asked("we have 403 recovery points, is that ok").outcome == "fits"
    assert asked("is 10500 recovery points ok").outcome != "fits"


@pytest.mark.parametrize(
    "question",
    [
        "is one recovery point made per job, or a single one weekly?",
        "which do you advise, hourly or daily recovery points?",
        "our subscription lapses every three months, are the recovery points gone then?",
        "are yearly recovery points allowed?",
        "weekly points for two years, is that an example of the guide?",
    ],
)
def test_a_schedule_is_no_sum_where_none_is_asked_for(question: str) -> None:
    assert silent(question)


@pytest.mark.parametrize(
    "question",
    [
        "when is a vault full with weekly points of 8 machines?",
        "6 servers back up nightly to azure, is one vault enough for the points?",
        "12 sources, a point a day each, ok in one vault?",
    ],
)
def test_a_schedule_is_a_sum_where_the_vault_is_to_hold_it(question: str) -> None:
    assert "years" in asked(question).outputs


def test_more_points_than_a_vault_holds_need_no_schedule() -> None:
    assert asked("20,000 recovery points in the vault possible? 8 servers, one a day").outcome == "too_many"


def test_years_are_no_number_of_sources() -> None:
    assert asked("how many weeklies for 12 yrs on one server, points in all?").inputs["sources"] == "1"


@pytest.mark.parametrize(
    ("question", "points"),
    [
        ("we keep 200 daily points of 40 servers. ok for the vault?", 8000),
        ("100 dailies for 70 machines, fits?", 7000),
        ("48 monthly recovery points of 100 VMs, too many for a vault?", 4800),
        ("retention: we keep 10 weekly points of 30 hosts, one vault?", 300),
        ("4 daily points of 5 servers, kept for 100 days, fits?", 2000),
        ("7000 points are used already. 10 servers daily for a year, fits?", 10650),
        ("the vault holds 3000 points now. 20 more servers weekly for 3 years, ok?", 6120),
        ("2500 existing points, plus 15 servers daily for 200 days: within 9999?", 5500),
        ("do 20 servers daily for 100 days make 2000 points?", 2000),
        ("we have 120 servers, daily, kept 50 days, one vault?", 6000),
        ("weekly, 30 servers, 4 years", 6240),
        ("retain 20 dailies and 10 monthlies for 100 VMs. ok?", 3000),
    ],
)
def test_points_that_are_kept_and_points_that_are_there(question: str, points: int) -> None:
    assert asked(question).outputs["recovery_points"] == str(points)


@pytest.mark.parametrize(
    ("turns", "points"),
    [
        (("daily, 12 servers, 3 years", "make it 2 years"), 8760),
        (("daily, 12 servers, 3 years", "only 6 servers"), 6570),
        (("daily, 12 servers, 3 years", "weekly instead"), 1872),
        (("4000 points are in the vault already", "adding 10 servers daily for a year. fits?"), 7650),
    ],
)
def test_a_later_turn_puts_right(turns: tuple[str, ...], points: int) -> None:
    assert asked(*turns).outputs["recovery_points"] == str(points)


@pytest.mark.parametrize(
    "question",
    [
        "20 servers backed up daily to disk for 3 weeks, which windows versions are protected?",
        "the subscription of 3 servers expired 2 years ago, daily job runs?",
    ],
)
def test_what_is_no_sum_of_points(question: str) -> None:
    assert silent(question)


@pytest.mark.parametrize(
    ("turns", "points"),
    [
        (("monthlies for 4 years of 80 servers in a vault", "plus weeklies for a year"), 80 * (48 + 52)),
        (("daily for 20 days, 60 servers, one vault?", "also weekly for a year"), 60 * (20 + 52)),
        (("25 servers daily for a year in a vault", "weekly only"), 25 * 52),
        (("25 servers daily for 30 weeks in a vault", "and weekly?"), 25 * 30),
    ],
)
def test_a_schedule_comes_beside_the_one_before_or_in_its_place(turns: tuple[str, ...], points: int) -> None:
    assert asked(*turns).outputs["recovery_points"] == str(points)


def test_points_that_are_used_shorten_the_time_until_it_is_full() -> None:
    assert asked("9999 minus 5000 used; 10 servers daily; how many days left?").outputs["days"] == "499.9"


def test_daily_jobs_are_those_of_a_day() -> None:
    assert asked("40 daily jobs for 5 servers, when is the vault full?").outputs["days"] == "50"


@pytest.mark.parametrize(
    ("question", "outputs"),
    [
        ("20 servers daily into one vault: longest retention in days below the limit?", {"days": "499"}),
        ("how long can we keep daily points of 40 machines in a vault?", {"days": "249"}),
        ("when is a vault full with 40 machines and daily points?", {"days": "250"}),
        ("8 srv, weekly points for 3 years in one vault?", {"recovery_points": "1248"}),
        ("monthly points of 20 servers, retained each two years, one vault?", {"recovery_points": "480"}),
        ("a point each two weeks of 20 servers, kept 2 years, one vault?", {"recovery_points": "1040"}),
        ("5 daily sources kept a year, does the vault hold the points?", {"recovery_points": "1825"}),
        ("2999 are in it already, 70 new points a day in the vault. when is it full?", {"days": "100"}),
    ],
)
def test_sources_and_times_are_told_apart_and_a_retention_is_rounded_down(
    question: str, outputs: dict[str, str]
) -> None:
    result = asked(question)

    assert {name: result.outputs.get(name, "").replace(",", "") for name in outputs} == outputs


@pytest.mark.parametrize(
    ("question", "days"),
    [
        ("9,400 recovery points in the vault, 30 new ones daily. how long until it is full?", 20),
        ("vault has 9,000 points, every night 37 more come. when is it full?", 27),
        ("9900 points used, 11 are added daily: days until the limit?", 9),
        ("there are 9,799 points in the vault, each week 70 new points. how long until full?", 20),
    ],
)
def test_points_that_come_on_top_fill_the_rest_of_the_vault(question: str, days: int) -> None:
    assert round(float(asked(question).outputs["days"])) == days


@pytest.mark.parametrize(
    ("question", "points"),
    [
        ("how many recovery points fit into six vaults together?", 59_994),
        ("combined number of recovery points of 2 vaults", 19_998),
    ],
)
def test_several_vaults_hold_so_many_times_the_limit(question: str, points: int) -> None:
    assert asked(question).outputs["recovery_points"] == str(points)


@every(
    ("question", "left"),
    [
        ("spread over both vaults: 12,400 recovery points, ok?", 7_598),
        ("16k recovery points, spread over two vaults, too many?", 3_998),
        ("both our vaults together get 13.5k points. within the limit?", 6_498),
        ("11 servers with 1100 points each, spread over both vaults. fits?", 7_898),
        ("we spread daily points of 6 servers, kept 5 years, over both vaults. does it fit?", 9_048),
        ("two vaults, 18,500 rps spread over both, still allowed?", 1_498),
    ],
)
def test_points_spread_over_both_vaults_are_held_against_the_limit_of_both(question: str, left: int) -> None:
    result = asked(question)

    assert result.outputs["left"] == str(left)
    assert any("a server uses one of them" in said.text for said in result.statements)


@pytest.mark.parametrize(
    "question",
    ["is the 9999 limit for both vaults together or per vault", "both vaults: 9999 each or in all?"],
)
def test_whose_limit_it_is_is_no_sum(question: str) -> None:
    assert silent(question)


def test_one_vault_has_no_word_of_others() -> None:
    result = asked("15k recovery points in one vault?")

    assert result.outputs["too_many"] == "5001"
    assert not any("a server uses one of them" in said.text for said in result.statements)


@pytest.mark.parametrize(
    "question", ["can a server use 2 vaults?", "we have three vaults, which one is best?"]
)
def test_several_vaults_alone_are_no_sum(question: str) -> None:
    assert silent(question)


@pytest.mark.parametrize(
    ("question", "total"),
    [
        ("Per day three runs on 2 machines, kept 4 years, one vault. too many?", "8760"),
        ("a week: 2 backups, 10 sources, retention 5 years, fits the vault?", "5200"),
        ("the guide's example: monthly points over five years, number of points?", "60"),
    ],
)
def test_points_in_other_orders_of_words(question: str, total: str) -> None:
    assert asked(question).outputs["recovery_points"] == total


def test_a_rate_is_told_as_a_whole_number_too() -> None:
    assert "so 2 as a whole number" in asked("keep 10 years, how many points a day fit in a vault?").headline


@pytest.mark.parametrize(
    ("text", "points"),
    [
        (
            "20 sources, a daily point, and every point is held, each one for a year. within the limit?",
            "7300",
        ),
        ("20 vms daily, every one for a year. will that go into the vault?", "7300"),
        ("20 vms, one for each day of a year. fits the vault?", "7300"),
    ],
)
def test_each_one_for_a_year_is_how_long_and_not_how_often(text: str, points: str) -> None:
    assert asked(text).outputs["recovery_points"] == points


@pytest.mark.parametrize(
    ("turn", "points"),
    [("weekly instead (52 weeks)", "1,248"), ("the same weekly (52 weeks a year)?", "1,248")],
)
def test_what_a_year_counts_in_brackets_is_no_retention(turn: str, points: str) -> None:
    before = read_question("one vault for 6 vms: a daily point, held for 4 years. ok?")
    left = facts_of(before, limits.NAME, ()) | {limits.KEPT: limits.kept_facts(before)}

    said = limits.consult(read_question(turn, left))[0].statements[0].text
    assert said.removeprefix("Yes. ").startswith(f"{points} recovery points")


@pytest.mark.parametrize(
    "question",
    [
        "a point a day for each machine, when will the vault be full?",
        "three points a week per server: after how long is a vault full?",
        "six points a week of every machine, in how many years is the vault full?",
    ],
)
def test_a_rate_of_each_source_asks_how_many_there_are(question: str) -> None:
    open_sum = asked(question)

    assert open_sum.headline.startswith("It depends on the number of sources")
    assert [one.question for one in open_sum.missing] == ["How many sources are backed up like that?"]
    assert asked(question, "30").inputs["sources"] == "30"


def test_one_source_leaves_no_number_open() -> None:
    assert "years" in asked("a point a day of a single server, when does a vault fill up?").outputs
