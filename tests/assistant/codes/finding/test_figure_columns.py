"""Numbers of tables that are none of codes."""

from __future__ import annotations

from assistant.codes.finding.figure_columns import figures_of_tables


def figures(text: str) -> list[str]:
    return [text[start:end] for start, end in sorted(set(figures_of_tables(text)))]


def test_numbers_below_heads_that_count_are_figures() -> None:
    assert figures("Server,TransferredMB,ErrorCode\nFS1,3106,30111") == ["3106"]
    assert figures("Server  Slots  Free\n------  -----  ----\nTL1       310    52") == ["310", "52"]


def test_an_id_beside_a_code_is_a_figure() -> None:
    table = "AlertId ErrorCode\n------- ---------\n   3106     30111"
    assert figures(table) == ["3106"]


def test_a_number_that_a_longer_cell_has_shifted_stays_a_code() -> None:
    table = "Server  Code  Since\n------  ----  -----\nFS-LONG-NAME-01  30111  May\nFS2     3106  June"
    assert figures(table) == []
