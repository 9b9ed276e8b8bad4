"""An amount that became another, and amounts that come on top."""

from __future__ import annotations

import pytest

from assistant.decisions.reading.quantities import find_sizes, format_size
from assistant.understanding.amounts.changed_amounts import as_it_is_now, is_added
from assistant.understanding.amounts.figures import growth_in


@pytest.mark.parametrize(
    ("text", "sizes"),
    [
        ("the data doubled from 3 TB to 6 TB", ["6 TB"]),
        ("it went up from about 200 GB to roughly 900 GB this year", ["900 GB"]),
        ("scratch enlarged from 80 GB to 200 GB, data 4 TB", ["200 GB", "4 TB"]),
        ("scratch 80 GB -> 200 GB, 4 TB of data", ["200 GB", "4 TB"]),
        ("the amount halved from 8 TB to 4 TB", ["4 TB"]),
        ("it doubled to 6 TB", ["6 TB"]),
        ("scratch was 60 GB, now 160 GB, 3 TB of data", ["160 GB", "3 TB"]),
        ("5 % of it was 100 GB, now 3 TB", ["100 GB", "3 TB"]),
        ("2 TB was too much, 1 TB now", ["2 TB", "1 TB"]),
        ("2 TB from SQL and 3 TB from files", ["2 TB", "3 TB"]),
        ("it doubles from 2 TB", ["2 TB"]),
        ("2 TB today, 4 TB next year", ["2 TB", "4 TB"]),
    ],
)
def test_the_amount_of_now_is_left(text: str, sizes: list[str]) -> None:
    now = as_it_is_now(text)

    assert [format_size(found.value.bytes) for found in find_sizes(now)] == sizes
    assert len(now) == len(text)


@pytest.mark.parametrize("text", ["it tripled from 1 TB to 3 TB", "the data doubled to 5 TB"])
def test_what_it_came_to_is_not_multiplied(text: str) -> None:
    assert growth_in(as_it_is_now(text)) is None


def test_growth_without_what_it_comes_to_is_left() -> None:
    assert growth_in(as_it_is_now("it tripled from 1 TB")) is not None


@pytest.mark.parametrize(
    ("text", "added"),
    [
        ("next year +2 TB", True),
        ("it grows by 2 TB", True),
        ("a growth of 2 TB", True),
        ("adding another 2 TB", True),
        ("2 TB more", True),
        ("it grows to 2 TB", False),
        ("the scratch is 2 TB", False),
    ],
)
def test_what_comes_on_top(text: str, added: bool) -> None:
    (size,) = find_sizes(text)

    assert is_added(text, size.start, size.end) is added
