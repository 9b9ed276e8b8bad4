"""Conversations are kept in order, by owner, with their secrets masked: the same in SQLite and PostgreSQL."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from assistant.store import ConversationStore, HistoryMoved, NotFound

ANSWER: dict[str, Any] = {"text": "At least 400 GB [1].", "status": "answered", "citations": []}


@pytest.fixture
def store(store_url: str) -> Iterator[ConversationStore]:
    opened = ConversationStore(store_url)
    yield opened
    opened.close()


def test_messages_come_back_in_the_order_in_which_they_were_added(store: ConversationStore) -> None:
    identifier = store.create()
    for question in ("first", "second", "third"):
        store.append(identifier, question, ANSWER, {"query": question})
    found = store.messages(identifier)
    assert [message.question for message in found] == ["first", "second", "third"]
    assert found[2].answer == ANSWER
    assert found[2].facts == {"query": "third"}


def test_the_latest_messages_come_with_the_number_of_all(store: ConversationStore) -> None:
    identifier = store.create()
    for number in range(5):
        store.append(identifier, f"question {number}", ANSWER, {})
    latest, total = store.latest(identifier, 2)
    assert [message.question for message in latest] == ["question 3", "question 4"]
    assert total == 5


def test_the_title_is_the_beginning_of_the_first_question(store: ConversationStore) -> None:
    identifier, _ = store.begin("how   much\nRAM " + "word " * 30, ANSWER, {})
    store.append(identifier, "another question", ANSWER, {})
    assert store.conversation(identifier).title == ("how much RAM " + "word " * 30)[:80]


def test_conversations_are_listed_newest_first_without_empty_ones(store: ConversationStore) -> None:
    old, _ = store.begin("old", ANSWER, {})
    empty = store.create()
    new, _ = store.begin("new", ANSWER, {})
    assert [row.id for row in store.conversations()] == [new, old]
    assert [row.messages for row in store.conversations()] == [1, 1]
    assert empty in [row.id for row in store.conversations(empty=True)]
    assert [row.id for row in store.conversations(limit=1, offset=1)] == [old]


def test_times_are_aware_of_their_zone(store: ConversationStore) -> None:
    identifier, _ = store.begin("when", ANSWER, {})
    updated = store.conversation(identifier).updated
    assert updated.tzinfo is not None
    assert timedelta(0) <= datetime.now(UTC) - updated < timedelta(minutes=5)


def test_somebody_elses_conversation_is_as_good_as_none(store: ConversationStore) -> None:
    mine, message = store.begin("mine", ANSWER, {}, owner="a")
    for attempt in (
        lambda: store.messages(mine, owner="b"),
        lambda: store.conversation(mine, owner="b"),
        lambda: store.append(mine, "intruding", ANSWER, {}, owner="b"),
        lambda: store.rename(mine, "stolen", owner="b"),
        lambda: store.delete(mine, owner="b"),
        lambda: store.add_feedback(message, "up", owner="b"),
    ):
        with pytest.raises(NotFound):
            attempt()
    assert store.conversations(owner="b") == []
    assert [row.title for row in store.conversations(owner="a")] == ["mine"]
    assert len(store.messages(mine)) == 1


def test_a_renamed_conversation_keeps_its_title(store: ConversationStore) -> None:
    identifier = store.create(title="Ticket 4711")
    store.append(identifier, "question", ANSWER, {})
    assert store.conversation(identifier).title == "Ticket 4711"
    store.rename(identifier, "the password: hunter2")
    assert store.conversation(identifier).title == "the password: [masked]"


def test_deleting_takes_messages_and_feedback_along(store: ConversationStore) -> None:
    identifier, message = store.begin("question", ANSWER, {})
    store.add_feedback(message, "down", "wrong")
    store.delete(identifier)
    assert store.feedback() == []
    with pytest.raises(NotFound):
        store.messages(identifier)
    with pytest.raises(NotFound):
        store.add_feedback(message, "up")


def test_secrets_are_masked_before_they_are_written(store: ConversationStore) -> None:
    secret = "Tr0ub4dor&3"
    answer = {**ANSWER, "question": f"password: {secret}", "trace": {"words": [f"pwd={secret}"]}}
    identifier, message = store.begin(f"the passphrase is {secret}", answer, {"password": secret})
    store.add_feedback(message, "down", f"pwd={secret}", f"the password: {secret}")
    kept = str([store.messages(identifier), store.conversations(), store.feedback()])
    assert secret not in kept
    assert "[masked]" in kept


def test_addresses_stay_in_the_facts(store: ConversationStore) -> None:
    identifier, _ = store.begin("allow 20.190.128.7", ANSWER, {"hosts": ["20.190.128.7", "a@example.com"]})
    assert store.messages(identifier)[0].facts == {"hosts": ["20.190.128.7", "a@example.com"]}


def test_feedback_comes_with_the_questions_that_led_to_the_answer(store: ConversationStore) -> None:
    identifier, _ = store.begin("first", ANSWER, {})
    judged = store.append(identifier, "second", ANSWER, {})
    store.append(identifier, "third", ANSWER, {})
    feedback_id = store.add_feedback(judged, "down", "too old", "It is 500 GB.")
    (found,) = store.feedback()
    assert (found.id, found.message_id, found.rating, found.comment, found.correction) == (
        feedback_id,
        judged,
        "down",
        "too old",
        "It is 500 GB.",
    )
    assert found.turns == ("first", "second")
    assert found.answer == ANSWER


def test_what_nobody_added_to_for_long_is_purged(store: ConversationStore) -> None:
    old, _ = store.begin("old", ANSWER, {})
    assert store.purge(timedelta(days=1)) == 0
    assert store.purge(timedelta(seconds=-60)) == 1
    with pytest.raises(NotFound):
        store.conversation(old)


def test_an_answer_that_knew_too_little_is_refused(store: ConversationStore) -> None:
    identifier, _ = store.begin("first", ANSWER, {})
    store.append(identifier, "second", ANSWER, {}, after=1)
    with pytest.raises(HistoryMoved):
        store.append(identifier, "late", ANSWER, {}, after=1)
    assert [message.question for message in store.messages(identifier)] == ["first", "second"]


def test_many_writers_lose_and_double_nothing(store_url: str, store: ConversationStore) -> None:
    """Two stores stand for two processes: each has connections of its own."""
    identifier = store.create()
    other = ConversationStore(store_url)
    faults: list[BaseException] = []

    def write(into: ConversationStore, name: str) -> None:
        try:
            for number in range(10):
                into.append(identifier, f"{name} {number}", ANSWER, {})
        except BaseException as error:  # noqa: BLE001  # handed to the test's own thread
            faults.append(error)

    threads = [
        threading.Thread(target=write, args=(into, f"{which}{n}"))
        for n in range(3)
        for which, into in (("a", store), ("b", other))
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    other.close()
    assert faults == []
    questions = [message.question for message in store.messages(identifier)]
    assert sorted(questions) == sorted(f"{w}{n} {k}" for w in "ab" for n in range(3) for k in range(10))
    for writer in ("a0", "b2"):
        own = [question for question in questions if question.startswith(f"{writer} ")]
        assert own == [f"{writer} {k}" for k in range(10)]
