"""Numbers are weighed by what stands around them, and by the numbers that stand as they do."""

from __future__ import annotations

import pytest

from assistant.codes.code_extraction import find_codes
from assistant.codes.entry_fit import fits_in
from assistant.codes.finding.finder import Finder
from assistant.codes.finding.weighing import LEAST, Number, among, load_weights, odds_around, weigh
from assistant.codes.reference import load_reference
from evals.code_reading import load_code_set


def numbers(text: str) -> list[Number]:
    """The numbers of `text` as the rules leave them."""
    reference = load_reference()
    finder = Finder(text, reference.has, fits_in(reference))
    finder.find_by_rules()
    return finder.numbers()


def of(text: str, written: str, odds: float = 0.0) -> dict[str, float]:
    """What is said of the number `written` among the others of `text`, each of which has the same odds."""
    found = numbers(text)
    told = among(text, found, [odds] * len(found))
    return next(
        values for number, values in zip(found, told, strict=True) if text[slice(*number.place)] == written
    )


def test_what_stands_around_a_number_tells_an_error_from_a_room() -> None:
    (error,) = numbers("FS01: replica is inconsistent, console shows 3106")
    (room,) = numbers("we meet in room 3106 on the third floor")
    model = load_weights().around

    assert odds_around(error, model) > 0 > odds_around(room, model)


def test_what_the_rules_read_is_told() -> None:
    assert {"taken", "taken cued", "known", "named", "digits 4", "known 4"} <= set(of("ID 3106", "3106"))
    assert {"else", "open", "not named"} <= set(of("floor 7", "7"))
    assert {"free", "not named", "open", "free open"} <= set(of("then 3999 came", "3999"))
    assert {"product", "product 5", "odds, product"} <= set(of("then 24083 came", "24083"))


def test_numbers_of_one_column_are_told_of_each_other() -> None:
    text = "host;code;count\nSRV1;3106;7\nSRV2;2034;9"
    said = of(text, "2034", odds=4.0)

    assert said["cell"] == 1.0
    assert said["cell: likeliest"] == said["cell: least"] == 1.0


def test_numbers_that_follow_each_other_are_joined() -> None:
    assert of("got 3106, 2034 and 33424", "2034", odds=-40.0)["joined: mean"] == -1.5  # bounded
    assert "joined" not in of("got 3106, it took the node 4 hours", "3106")


def test_numbers_behind_words_of_one_form_stand_alike() -> None:
    text = "per node: lis-fs1 52, lis-fs2 313"

    assert "behind" in of(text, "313")
    assert "behind" not in of("per node: lis-fs1 52, room 313", "313")


def test_a_number_that_stands_twice_is_told_of_its_other_place() -> None:
    assert of("3106 again. what is 3106", "3106")["same"] == 1.0


def test_nothing_is_weighed_without_numbers() -> None:
    assert weigh("no number here", [], load_weights()) == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("list of failures\n* fs-a: 30144\n* fs-b: 30146\n* fs-c: 313", ["30144", "30146", "313"]),
        ("Name;Code;Tries\nA;30172;4\nB;33424;2\nC;104;11", ["30172", "33424", "104"]),
        ("since Monday: 12 boxes, room 3106, desk 2034", []),
        ("ID 822 versus ID 803", ["822", "803"]),
    ],
)
def test_numbers_are_taken_by_their_weight(text: str, codes: list[str]) -> None:
    assert [code.value for code in find_codes(text) if not code.candidate] == codes


@pytest.mark.parametrize("name", ["codes.dev", "codes2.dev", "codes35.dev", "codes43.dev"])
def test_mere_figures_are_no_codes_by_any_weight(name: str) -> None:
    reference = load_reference()
    fits = fits_in(reference)
    weights = load_weights()
    for case in load_code_set(name):
        finder = Finder(case.text, reference.has, fits)
        finder.find_by_rules()
        if finder.weighs and finder.has_mere_figures():
            found = finder.numbers()
            assert all(odds < LEAST for odds in weigh(case.text, found, weights)), case.text


@pytest.mark.parametrize(
    ("text", "mere"),
    [
        ("4 disks of 512 GB on an A3", True),
        ("SQL Server 2014 on 2012 R2", True),
        ("it stopped with 2014", False),  # may be told as a code
        ("event 2014", False),
        ("33505", False),
    ],
)
def test_what_is_a_mere_figure(text: str, mere: bool) -> None:
    reference = load_reference()
    finder = Finder(text, reference.has, fits_in(reference))
    finder.find_by_rules()
    assert finder.has_mere_figures() is mere


def test_numbers_that_are_called_codes_need_no_weights(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "assistant.codes.finding.finder.load_weights", lambda: pytest.fail("weights were loaded")
    )

    assert [code.value for code in find_codes("error 3106, ID 33424")] == ["3106", "33424"]
