"""A question is read as a whole; any text can be read."""

from __future__ import annotations

import json
import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.decisions.states.connectivity_rules import Connectivity, Operation, Subscription
from assistant.understanding.read import facts_of, read_question
from assistant.understanding.reading import QuestionKind, Reading

TODAY = date(2024, 5, 20)
CARRIED = facts_of(
    read_question("Offline for 3 weeks, sub expired, SQL 2016, an A2", None, TODAY), "connectivity", ()
)


def test_every_part_of_a_question_is_understood() -> None:
    reading = read_question(
        "Our box lost its internet conection since 1 May and the subcription lapsed. "
        "Can we restore SQL 2016 databases from disk on an A3 with 200 GB?",
        None,
        TODAY,
    )
    assert reading.kind is QuestionKind.YES_NO
    assert reading.connectivity is Connectivity.LOST
    assert reading.outage
    assert reading.outage.low == 19
    assert reading.subscription == {Subscription.EXPIRED}
    assert reading.operations == {Operation.RESTORE_FROM_DISK}
    assert [(p.family, p.version) for p in reading.products] == [("sql-server", "2016")]
    assert reading.levels == ("database",)
    assert reading.vm_sizes == ("A3",)
    assert [quantity.value for quantity in reading.amounts("size")] == [200]
    assert "subscription lapsed" in reading.plain
    assert "subcription" in reading.text


def test_a_time_counts_as_outage_only_when_the_connection_is_lost() -> None:
    assert read_question("we keep backups for 9 days", None, TODAY).outage is None


def test_of_a_pasted_log_both_ends_are_read() -> None:
    log = "INFO job done. " * 20_000
    reading = read_question(f"The subscription is expired. {log} Can we restore from disk?", None, TODAY)
    assert reading.subscription == {Subscription.EXPIRED}
    assert reading.operations >= {Operation.RESTORE_FROM_DISK}
    assert reading.text.count("INFO") == 20_000


@pytest.mark.parametrize(
    ("text", "misleads"),
    [("Can we restore?", False), ("Why not?", True), ("So we can't restore, right?", True)],
)
def test_when_a_bare_yes_or_no_would_mislead(text: str, misleads: bool) -> None:
    assert read_question(text, None, TODAY).no_yes_or_no is misleads


WORDS = re.findall(
    r"\S+|\n",
    "the subscription is not expired active offline connected for 3 weeks since May 2016 SQL server A2 disk "
    "azure restore back up to from 40 GB % why how many and what about it ? . , \n",
)
TEXTS = st.text() | st.lists(
    st.sampled_from(
        [
            "the",
            "subscription",
            "is",
            "not",
            "expired",
            "active",
            "offline",
            "connected",
            "for",
            "3",
            "weeks",
            "since",
            "May",
            "2016",
            "SQL",
            "server",
            "A2",
            "disk",
            "azure",
            "restore",
            "back",
            "up",
            "to",
            "from",
            "40",
            "GB",
            "%",
            "why",
            "how",
            "many",
            "and",
            "what",
            "about",
            "it",
            "?",
            ".",
            ",",
            "\n",
        ]
    )
).map(" ".join)


@given(TEXTS, st.booleans())
def test_any_text_can_be_read(text: str, carried: bool) -> None:
    reading = read_question(text, CARRIED if carried else None, TODAY)
    assert isinstance(reading, Reading)
    assert json.loads(json.dumps(facts_of(reading, "guide", ("a",))))
    for mention in reading.mentions:
        assert mention.carried or mention.words in reading.plain


@pytest.mark.parametrize("name", ["srv-3fa21c", "BKP-MABS01", "mabs01.contoso.local"])
def test_the_name_of_a_machine_hides_nothing(name: str) -> None:
    reading = read_question(f"The subscription of {name} expired 20 days ago, it is connected.")
    assert reading.subscription == {Subscription.EXPIRED}
    assert reading.connectivity is Connectivity.CONNECTED
    assert "subscription of the server" in reading.plain


@pytest.mark.parametrize(
    "text", ["not sure whether it's expired. restore?", "no idea if the sub is active, backup?"]
)
def test_a_state_that_is_only_wondered_about_is_not_told(text: str) -> None:
    assert not read_question(text).subscription


def test_a_scrap_has_nothing_but_its_mark_to_make_it_a_question() -> None:
    assert read_question("restore from disk?").is_scrap
    assert not read_question("restore from disk").is_scrap
    assert not read_question("can I restore from disk?").is_scrap


def test_the_only_state_is_told_where_the_words_leave_one() -> None:
    assert read_question("the subscription is expired").only_subscription is Subscription.EXPIRED
    assert read_question("the subscription is cancelled").only_subscription is None
    assert read_question("the server is connected").only_subscription is None
