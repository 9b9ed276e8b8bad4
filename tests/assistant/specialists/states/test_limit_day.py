"""The day on which an outage passes the 15 days, and the days that are left until then."""

from __future__ import annotations

import pytest

from assistant.table_answers import settled
from assistant.understanding.read import read_question
from assistant.verify import unsupported


def said(text: str) -> str:
    (finding,) = settled(read_question(text))
    assert not any(map(unsupported, finding.statements))
    return finding.statements[0].text


@pytest.mark.parametrize(
    ("text", "beginning"),
    [
        ("the uplink broke on 4 April 2023. on what day are the 15 days over?", "On 19 April 2023:"),
        ("we went offline on 20 February 2028, which date is the limit reached?", "On 6 March 2028:"),
        ("no internet since 2023-12-25. when do the 15 days end?", "On 9 January 2024:"),
        ("disconnected since 3 August: from which day on do backups stop?", "On 18 August:"),
        ("offline since Tuesday. what is the deadline, which date?", "On the Wednesday two weeks"),
    ],
)
def test_the_day_is_reckoned_from_the_loss(text: str, beginning: str) -> None:
    assert said(text).startswith(beginning)


@pytest.mark.parametrize(
    ("text", "beginning"),
    [
        ("disconnected for 11 days. how many days are left until backups stop?", "4 days are left: 15 - 11"),
        ("offline for 14 days, how long until the 15 day line?", "1 day is left"),
    ],
)
def test_the_days_left_are_counted(text: str, beginning: str) -> None:
    assert said(text).startswith(beginning)


@pytest.mark.parametrize(
    "text",
    [
        "offline since 3 August, today is 30 August: what day did backups stop?",
        "offline for 4 days, how long until the line is mended?",
        "disconnected since 3 August, when does the certificate expire?",
        "offline since 3 August, Active: restore from disk?",
    ],
)
def test_other_questions_on_an_outage_are_left_alone(text: str) -> None:
    (finding, *_) = settled(read_question(text))

    assert finding.verdicts[0].outcome not in ("limit_day", "days_left")
