"""Two columns of the connectivity table, row by row."""

from __future__ import annotations

import itertools

import pytest

from assistant.decisions.states.connectivity_columns import columns
from assistant.decisions.states.connectivity_rules import ALLOWED, RULES, Operation


@pytest.mark.parametrize(("one", "other"), list(itertools.combinations(Operation, 2)))
def test_columns_agree_where_all_rows_do(one: Operation, other: Operation) -> None:
    same = all((r.outputs[one] == ALLOWED) == (r.outputs[other] == ALLOWED) for r in RULES.values())

    result = columns(one, other)

    assert result.outcome == ("same" if same else "different")
    assert ("go together" in result.statements[0].text) == same
    assert len(result.statements) == (2 if same else 3)
