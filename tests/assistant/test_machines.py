"""What is asked of servers whose connections one message tells apart."""

from __future__ import annotations

import pytest

from assistant.machines import of_machines
from assistant.settling import settled
from assistant.understanding.read import read_question


def said(question: str) -> str:
    meant = of_machines(question, {})
    assert meant is not None
    return settled(read_question(meant.question))[0].statements[0].text


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("Ghent: online. Bruges: link down 17 days. Active sub for both. Can Ghent back up?", "Yes."),
        ("mabs-hq is cut off for a month, mabs-lab is connected. Active. Does mabs-hq back up?", "No."),
        (
            "A protected web server is offline for 18 days, MABS online, active. Can we back up to disk?",
            "Yes.",
        ),
        ("The neighbour's MABS is offline for 20 days, ours isn't. Active. May we back up to disk?", "Yes."),
    ],
)
def test_the_connection_of_the_server_asked_about_decides(question: str, begins: str) -> None:
    assert said(question).startswith(begins)


def test_each_server_has_a_verdict_by_its_name() -> None:
    meant = of_machines(
        "Ghent is online, Bruges offline for 20 days, sub active. Can both back up to disk?", {}
    )

    assert meant is not None
    first, second = (settled(reading)[0].statements[0].text for _, reading in meant.each)
    assert [name for name, _ in meant.each] == ["Ghent", "Bruges"]
    assert first.startswith(("Back up to disk is allowed", "Yes"))
    assert "stopped" in second


@pytest.mark.parametrize(
    "question",
    [
        "MABS is offline for 20 days, sub active. Can I back up to disk?",
        "Ghent is online and Bruges is online. Sub active. Backup?",
        "How do I add a disk in Ghent?",
    ],
)
def test_one_connection_is_read_as_ever(question: str) -> None:
    assert of_machines(question, {}) is None
