"""What groups rows into one test hides no failure among them."""

from __future__ import annotations

import inspect

import pytest
from rows import every


def test_each_row_is_tried_and_every_failure_is_told_with_its_row() -> None:
    tried = []

    @every(("number", "limit"), [(1, 2), (3, 2), (0, 2), (5, 2)])
    def check(number: int, limit: int) -> None:
        tried.append(number)
        assert number < limit

    with pytest.raises(ExceptionGroup, match="2 of 4 rows failed") as caught:
        check()
    assert tried == [1, 3, 0, 5]
    assert [error.__notes__ for error in caught.value.exceptions] == [
        ["in the row {'number': 3, 'limit': 2}"],
        ["in the row {'number': 5, 'limit': 2}"],
    ]


def test_a_failure_said_in_words_and_an_error_count_too() -> None:
    @every("number", [0, 1])
    def check(number: int) -> None:
        if number:
            pytest.fail("not this one")
        raise ValueError(number)

    with pytest.raises(BaseExceptionGroup) as caught:
        check()
    assert [type(error) for error in caught.value.exceptions] == [ValueError, pytest.fail.Exception]


def test_without_rows_nothing_is_shown() -> None:
    @every("number", [])
    def check(number: int) -> None: ...

    with pytest.raises(AssertionError, match="no rows"):
        check()


def test_what_is_no_row_stays_a_fixture() -> None:
    @every("number", [1])
    def check(number: int, folder: str) -> None:
        assert (number, folder) == (1, "here")

    assert list(inspect.signature(check).parameters) == ["folder"]
    check(folder="here")


@every("row", [1, 2])
@pytest.mark.parametrize("parameter", ["a", "b"])
def test_rows_and_parameters_go_together(row: int, parameter: str, request: pytest.FixtureRequest) -> None:
    assert row in (1, 2)
    assert parameter == request.node.callspec.params["parameter"]
