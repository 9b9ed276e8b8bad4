from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ingest.tables import Table, make_table, parse_table, render_table

CELL = st.text(st.sampled_from("ab |\\-é1"), max_size=8).map(str.strip)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    width = draw(st.integers(1, 4))
    row = st.tuples(*[CELL] * width)
    return Table(draw(row), tuple(draw(st.lists(row, max_size=4))))


@given(tables())
def test_a_rendered_table_reads_back_the_same(table: Table) -> None:
    assert parse_table(render_table(table)) == table


def test_line_breaks_in_cells_survive() -> None:
    table = Table(("Code", "Do"), (("34", "1. Look\n2. Act"),))
    assert render_table(table) == "| Code | Do |\n| --- | --- |\n| 34 | 1. Look<br>2. Act |"
    assert parse_table(render_table(table)) == table


def test_short_rows_are_filled_up_and_empty_rows_dropped() -> None:
    assert make_table([["a", "b"], ["", " "], ["c"]]) == Table(("a", "b"), (("c", ""),))


def test_a_table_without_text_is_none() -> None:
    assert make_table([["", " "], []]) is None
