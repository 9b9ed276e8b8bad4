"""What is said of a product that may be protected, or be the server's own machine."""

from __future__ import annotations

import pytest

from assistant.table_answers import settled
from assistant.understanding.read import read_question


def _tables(text: str) -> list[str]:
    return [verdict.table for found in settled(read_question(text)) for verdict in found.verdicts]


@pytest.mark.parametrize(
    ("text", "tables"),
    [
        ("can MABS use a 2012 R2 server?", ["protection", "host-image"]),
        ("Windows Server 2019 fine for the backup server?", ["host-image", "protection"]),
        ("is Windows Server 2008 R2 compatible with DPM", ["protection", "host-image"]),
        ("does MABS work with SQL 2012 SP1", ["protection", "sql-instance"]),
        ("will exchange work with it", ["protection", "host-role"]),
        ("2016 ok?", []),
        ("an empty 2012 R2 Standard, fine?", ["protection", "host-image"]),
        ("is a fresh 2012 R2 Enterprise ok?", ["protection", "host-image"]),
    ],
)
def test_both_parts_are_told(text: str, tables: list[str]) -> None:
    assert _tables(text) == tables


@pytest.mark.parametrize(
    "text",
    [
        "can MABS protect Windows Server 2016?",
        "install MABS on Windows Server 2019?",
        "is SQL Server 2014 listed?",
        "may the backup server use our SQL instance?",
    ],
)
def test_one_part_is_enough_where_it_is_told(text: str) -> None:
    assert len(set(_tables(text))) <= 1
