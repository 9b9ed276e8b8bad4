"""API keys, jobs, troubleshooting sessions and quotas: the same in SQLite and PostgreSQL."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

from assistant.store import Database, HistoryMoved, JobStore, KeyStore, NotFound, QuotaStore, SessionStore
from assistant.store.keys import split_token, verify


@pytest.fixture
def database(store_url: str) -> Iterator[Database]:
    opened = Database(store_url)
    yield opened
    opened.close()


def test_a_key_opens_with_its_token_only(database: Database) -> None:
    keys = KeyStore(database)
    key, token = keys.create("helpdesk", "ask")
    other, _ = keys.create("other", "admin")
    parts = split_token(token)
    assert parts is not None
    assert parts[0] == key.id
    assert verify(key, parts[1])
    assert not verify(other, parts[1])
    assert not verify(key, parts[1] + "x")
    assert not verify(None, parts[1])


def test_the_database_holds_no_secret(database: Database) -> None:
    _, token = KeyStore(database).create("helpdesk", "ask")
    with database.reading() as session:
        row = str(session.execute(text("SELECT * FROM api_keys")).all())
    assert token not in row
    assert token.rsplit("_", 1)[1] not in row
    assert "$argon2id$" in row


def test_keys_expire_and_are_revoked(database: Database) -> None:
    keys = KeyStore(database)
    key, _ = keys.create("short", "ask", days=1)
    now = datetime.now(UTC)
    assert key.state(now) == "valid"
    assert key.state(now + timedelta(days=2)) == "expired"
    keys.revoke(key.id)
    (found,) = keys.all()
    assert found.state(now) == "revoked"
    with pytest.raises(NotFound):
        keys.revoke("nothing")


@pytest.mark.parametrize("token", ["", "mabs", "mabs_", "mabs_1_", "mabs__x", "other_1_x", "1_2_3"])
def test_what_is_no_token_has_no_parts(token: str) -> None:
    assert split_token(token) is None


def test_a_job_runs_to_its_end(database: Database) -> None:
    jobs = JobStore(database)
    identifier = jobs.create({"collection": "docs"})
    assert jobs.get(identifier).state == "queued"
    assert jobs.advance(identifier, {"stage": "read", "done": 1, "total": 2})
    assert jobs.get(identifier).progress == {"stage": "read", "done": 1, "total": 2}
    jobs.finish(identifier, "done", {"added": 2})
    found = jobs.get(identifier)
    assert (found.state, found.result) == ("done", {"added": 2})
    assert found.finished is not None
    assert not jobs.advance(identifier, {})
    jobs.finish(identifier, "failed", problem="late")
    assert jobs.get(identifier).state == "done"


def test_a_waiting_job_is_cancelled_at_once_and_a_running_one_told(database: Database) -> None:
    jobs = JobStore(database)
    waiting, running = jobs.create({}), jobs.create({})
    assert jobs.advance(running, {})
    assert jobs.cancel(waiting).state == "cancelled"
    assert jobs.cancel(running).cancel
    assert not jobs.advance(running, {})
    assert [job.id for job in jobs.history(1)] == [running]


def test_a_job_without_a_sign_of_life_is_buried(database: Database) -> None:
    jobs = JobStore(database)
    alive, dead = jobs.create({}), jobs.create({})
    with database.writing() as session:
        old = {"beat": datetime.now(UTC) - timedelta(minutes=5), "id": dead}
        session.execute(text("UPDATE jobs SET beat = :beat WHERE id = :id"), old)
    assert jobs.bury() == 1
    assert jobs.get(dead).state == "failed"
    assert jobs.get(alive).state == "queued"


def test_a_session_is_changed_by_one_at_a_time(database: Database) -> None:
    sessions = SessionStore(database)
    identifier = sessions.create({"node": "a", "reply": "password: hunter2"}, owner="k")
    state, version = sessions.get(identifier, "k")
    assert state == {"node": "a", "reply": "password: [masked]"}
    sessions.put(identifier, {"node": "b"}, version)
    with pytest.raises(HistoryMoved):
        sessions.put(identifier, {"node": "c"}, version)
    assert sessions.get(identifier)[0] == {"node": "b"}
    with pytest.raises(NotFound):
        sessions.get(identifier, "somebody else")
    sessions.purge(timedelta(seconds=-60))
    with pytest.raises(NotFound):
        sessions.get(identifier)


def test_a_minute_has_only_so_many_requests_whoever_takes_them(database: Database, store_url: str) -> None:
    other = Database(store_url)
    taken: list[int] = []

    def take(quotas: QuotaStore) -> None:
        for _ in range(10):
            taken.append(quotas.take("key", 7, 3, 40))

    threads = [threading.Thread(target=take, args=(QuotaStore(d),)) for d in (database, other, database)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    other.close()
    assert sum(taken) == 40
    quotas = QuotaStore(database)
    assert quotas.take("key", 8, 3, 40) == 3
    quotas.forget(8)
    assert quotas.take("key", 7, 3, 40) == 3
    assert quotas.take("key", 8, 40, 40) == 37
